"""Unseen made-up passages on budgets, investment, banks, trade and tourism. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "thu-huyen-9-thang",
        "Tổng thu NSNN trên địa bàn huyện 9 tháng ước thực hiện 184.350 triệu đồng, đạt 86,7% dự toán tỉnh giao "
        "(212.600 triệu đồng) và bằng 107,7% so với cùng kỳ năm trước (171.224 triệu đồng). Trong đó:\n"
        "- Thu từ khu vực ngoài quốc doanh 61.420 triệu đồng, đạt 87,7% dự toán (70.000 triệu đồng);\n"
        "- Lệ phí trước bạ 28.915 triệu đồng;\n"
        "- Thu tiền sử dụng đất 74.310 triệu đồng, chiếm 40,3% tổng thu;\n"
        "- Các khoản thu còn lại 19.705 triệu đồng.",
        "percent 86,7 = 184.350 | 212.600",
        "percent 107,7 = 184.350 | 171.224",
        "sum 184.350 = 61.420 | 28.915 | 74.310 | 19.705",
        "percent 87,7 = 61.420 | 70.000",
        "share 40,3 = 74.310 | 184.350",
    ),
    passage(
        "thu-xa-hai-so",
        "Thu ngân sách xã tính đến 20/6 được 6.482.315.000 đồng/9.150.000.000 đồng, đạt 70,84% kế hoạch; trong đó "
        "thu bổ sung cân đối từ ngân sách cấp trên 4.120.000.000đ, thu điều tiết 1.875.440.000đ, thu tại xã "
        "486.875.000đ. Tổng chi 5.937.208.000 đồng, còn tồn quỹ 545.107.000 đồng.",
        "percent 70,84 = 6.482.315.000 | 9.150.000.000",
        "sum 6.482.315.000 = 4.120.000.000 | 1.875.440.000 | 486.875.000",
        "remaining 545.107.000 = 6.482.315.000 | 5.937.208.000",
    ),
    passage(
        "chi-ns-thi-xa",
        "Tổng chi ngân sách địa phương quý III: 98.764 triệu đồng, lũy kế 9 tháng 276.331 triệu đồng, đạt 71% so với "
        "dự toán HĐND thị xã giao là 389.200 triệu đồng, gồm: chi đầu tư phát triển 94.118 triệu đồng (chiếm 34,1%), "
        "chi thường xuyên 171.902 triệu đồng (chiếm 62,2%), chi từ nguồn dự phòng, chi khác 10.311 triệu đồng (chiếm "
        "3,7%).",
        "percent 71 = 276.331 | 389.200",
        "sum 276.331 = 94.118 | 171.902 | 10.311",
        "share 34,1 = 94.118 | 276.331",
        "share 62,2 = 171.902 | 276.331",
        "share 3,7 = 10.311 | 276.331",
        "?sum  = 34,1@% | 62,2@% | 3,7@%",
    ),
    passage(
        "thue-doi-thue-lien-xa",
        "Đội Thuế liên xã số 2 quản lý 1.218 hộ kinh doanh (hộ khoán 1.046 hộ, hộ kê khai 172 hộ). Thu thuế 11 tháng "
        "được 14,86 tỷ đồng, bằng 110,73% so cùng kỳ, tăng 1,44 tỷ đồng (cùng kỳ 13,42 tỷ đồng). Nợ thuế đến 30/11 "
        "là 2.317 triệu đồng, giảm 412 triệu đồng (-15,1%) so với đầu năm, trong đó nợ khó thu 604 triệu đồng, chiếm "
        "26,1%/tổng nợ.",
        "sum 1.218 = 1.046 | 172",
        "percent 110,73 = 14,86 | 13,42",
        "difference+ 1,44 = 14,86 | 13,42",
        "growth-d 15,1 = 2.317 | 412",
        "share 26,1 = 604 | 2.317",
        "?subset 2.317 = 604",
    ),
    passage(
        "kho-bac-kiem-soat",
        "Doanh số thanh toán vốn đầu tư qua KBNN huyện từ đầu năm: 142.650 tr.đồng/205.300 tr.đồng kế hoạch vốn được "
        "giao (69,48%), gồm vốn năm nay 118.925/170.800 tr.đồng (69,63%); vốn kéo dài 23.725/34.500 tr.đồng "
        "(68,77%). Từ chối thanh toán 07 món, số tiền 318 tr.đồng.",
        "percent 69,48 = 142.650 | 205.300",
        "percent 69,63 = 118.925 | 170.800",
        "percent 68,77 = 23.725 | 34.500",
        "sum 142.650 = 118.925 | 23.725",
        "?sum 205.300 = 170.800 | 34.500",
    ),
    passage(
        "giai-ngan-4-nguon",
        "Về giải ngân vốn đầu tư công: đến hết ngày 31/10/2023, toàn huyện giải ngân 97.935 triệu đồng, đạt 63,1% KH "
        "vốn (155.100 triệu đồng), cụ thể:\n"
        "+ Vốn ngân sách trung ương: 41.250/63.400 triệu đồng, đạt 65,1%;\n"
        "+ Vốn ngân sách tỉnh: 28.764/35.120 triệu đồng, đạt 81,9%;\n"
        "+ Vốn NS huyện: 19.805/24.880 triệu đồng, đạt 79,6%;\n"
        "+ Vốn các CTMTQG: 8.116/31.700 triệu đồng, đạt 25,6%.",
        "percent 63,1 = 97.935 | 155.100",
        "percent 65,1 = 41.250 | 63.400",
        "percent 81,9 = 28.764 | 35.120",
        "percent 79,6 = 19.805 | 24.880",
        "percent 25,6 = 8.116 | 31.700",
        "sum 97.935 = 41.250 | 28.764 | 19.805 | 8.116",
        "?sum 155.100 = 63.400 | 35.120 | 24.880 | 31.700",
    ),
    passage(
        "giai-ngan-sai-pt",
        "Kế hoạch vốn năm 2019 là 52.460 triệu đồng (vốn chuyển tiếp 31.905 triệu đồng, vốn khởi công mới 20.555 "
        "triệu đồng). Khối lượng thực hiện ước đạt 40.118 triệu đồng, bằng 76,5% kế hoạch; giải ngân 36.722 triệu "
        "đồng, đạt 72,3% kế hoạch. Số vốn còn lại phải giải ngân là 15.738 triệu đồng.",
        "sum 52.460 = 31.905 | 20.555",
        "percent 76,5 = 40.118 | 52.460",
        "percent 72,3 = 36.722 | 52.460 !",
        "remaining 15.738 = 52.460 | 36.722",
    ),
    passage(
        "dau-tu-cong-phuong",
        "Phường được giao làm chủ đầu tư 11 công trình với tổng mức đầu tư 48,7 tỷ đồng; đến nay đã hoàn thành 05 "
        "công trình, đang thi công 04 công trình, 02 công trình đang lựa chọn nhà thầu. Giải ngân 21.368 triệu "
        "đồng/29.950 triệu đồng, đạt tỷ lệ 71,35%, thấp hơn bình quân chung của thành phố 4,5%.",
        "sum 11 = 05 | 04 | 02",
        "percent 71,35 = 21.368 | 29.950",
    ),
    passage(
        "ngan-hang-csxh-xa",
        "Tổng dư nợ các chương trình tín dụng chính sách đến 30/9 đạt 38 tỷ 642 triệu đồng/812 hộ vay, tăng 3 tỷ 218 "
        "triệu đồng so với đầu năm (tỷ lệ tăng 9,1%). Doanh số cho vay 9 tỷ 406 triệu đồng, doanh số thu nợ 6 tỷ 188 "
        "triệu đồng. Nợ quá hạn 58 triệu đồng, chiếm tỷ lệ 0,15% tổng dư nợ.",
        "growth+d 9,1 = 38 tỷ 642 | 3 tỷ 218",
        "?difference 3 tỷ 218 = 9 tỷ 406 | 6 tỷ 188",
        "?remaining 3 tỷ 218 = 9 tỷ 406 | 6 tỷ 188",
        "share 0,15 = 58 | 38 tỷ 642",
    ),
    passage(
        "uy-thac-4-hoi",
        "Dư nợ ủy thác qua 04 tổ chức chính trị - xã hội là 76.595 triệu đồng, trong đó: Hội Nông dân 24.815 triệu "
        "đồng (512 hộ), Hội LHPN 31.607 triệu đồng (648 hộ), Hội CCB 11.240 triệu đồng (226 hộ), Đoàn TN 8.933 triệu "
        "đồng (181 hộ). Tổng số 1.567 hộ còn dư nợ, bình quân 48,9 triệu đồng/hộ.",
        "sum 76.595 = 24.815 | 31.607 | 11.240 | 8.933",
        "sum 1.567 = 512 | 648 | 226 | 181",
        "?crosscheck 76.595 = 1.567@hộ | 48,9",
    ),
    passage(
        "huy-dong-von-tinh",
        "Đến ngày 31/3/2016, nguồn vốn huy động của các TCTD trên địa bàn tỉnh ước đạt 21.467 tỷ đồng, tăng 4,31% so "
        "với cuối năm 2015 (20.580 tỷ đồng). Tổng dư nợ cho vay 26.105 tỷ đồng, tăng 1.042 tỷ đồng (4,16%) so cuối "
        "năm 2015; trong đó dư nợ ngắn hạn 14.933 tỷ đồng, chiếm 57,2%; trung, dài hạn 11.172 tỷ đồng, chiếm 42,8%. "
        "Nợ xấu 287 tỷ đồng, chiếm 1,10%/tổng dư nợ.",
        "growth+ 4,31 = 21.467 | 20.580",
        "growth+d 4,16 = 26.105 | 1.042",
        "sum 26.105 = 14.933 | 11.172",
        "share 57,2 = 14.933 | 26.105",
        "share 42,8 = 11.172 | 26.105",
        "share 1,10 = 287 | 26.105",
        "?sum  = 57,2@% | 42,8@%",
    ),
    passage(
        "ban-le-cuc-tk",
        "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 7 ước tính đạt 5.318,4 tỷ đồng, tăng 1,2% so "
        "với tháng trước và tăng 9,8% so với cùng kỳ năm trước. Chia theo ngành hoạt động: bán lẻ hàng hóa đạt "
        "4.012,7 tỷ đồng, chiếm 75,4% tổng mức; dịch vụ lưu trú, ăn uống 648,9 tỷ đồng, chiếm 12,2%; du lịch lữ hành "
        "12,3 tỷ đồng, chiếm 0,2%; dịch vụ khác 644,5 tỷ đồng, chiếm 12,1%.",
        "sum 5.318,4 = 4.012,7 | 648,9 | 12,3 | 644,5",
        "share 75,4 = 4.012,7 | 5.318,4",
        "share 12,2 = 648,9 | 5.318,4",
        "share 0,2 = 12,3 | 5.318,4",
        "share 12,1 = 644,5 | 5.318,4",
        "?sum  = 75,4@% | 12,2@% | 0,2@% | 12,1@%",
    ),
    passage(
        "xuat-nhap-khau",
        "Kim ngạch XNK 6 tháng ước đạt 1.846,2 triệu USD, tăng 8,4% so với cùng kỳ năm 2022 (1.702,6 triệu USD). "
        "Trong đó: xuất khẩu 1.126,4 triệu USD, đạt 52,4% kế hoạch năm (2.150 triệu USD); nhập khẩu 719,8 triệu USD. "
        "Xuất siêu 406,6 triệu USD.",
        "sum 1.846,2 = 1.126,4 | 719,8",
        "growth+ 8,4 = 1.846,2 | 1.702,6",
        "percent 52,4 = 1.126,4 | 2.150",
        "?remaining 406,6 = 1.126,4 | 719,8",
        "difference 406,6 = 1.126,4 | 719,8",
    ),
    passage(
        "xk-sai-tang",
        "Giá trị xuất khẩu tháng 5 đạt 84,2 triệu USD, tăng 16,3% so với tháng trước (76,5 triệu USD); lũy kế 5 "
        "tháng 392,7 triệu USD, bằng 38,5% kế hoạch năm (1.020 triệu USD).",
        "growth+ 16,3 = 84,2 | 76,5 !",
        "percent 38,5 = 392,7 | 1.020",
    ),
    passage(
        "gtsx-cong-nghiep",
        "Giá trị sản xuất công nghiệp - TTCN ước đạt 2.486 tỷ đồng (giá 2010), đạt 50,2% KH, tăng 11,1% so với cùng "
        "kỳ (2.238 tỷ đồng); trong đó khu vực kinh tế trong nước 1.604 tỷ đồng, khu vực có vốn ĐTNN 882 tỷ đồng (kế "
        "hoạch năm: 4.950 tỷ đồng).",
        "percent 50,2 = 2.486 | 4.950",
        "growth+ 11,1 = 2.486 | 2.238",
        "sum 2.486 = 1.604 | 882",
    ),
    passage(
        "iip-trap",
        "Chỉ số sản xuất công nghiệp (IIP) tháng 8 tăng 3,1% so với tháng trước và tăng 11,4% so với cùng kỳ; tính "
        "chung 8 tháng tăng 9,7%, trong đó công nghiệp khai khoáng giảm 4,2%, chế biến chế tạo tăng 10,9%, sản xuất "
        "và phân phối điện tăng 6,3%, cung cấp nước, xử lý rác thải tăng 5,5%.",
    ),
    passage(
        "doanh-nghiep-quy",
        "Trong quý I có 118 doanh nghiệp thành lập mới với tổng số vốn đăng ký 942 tỷ đồng, tăng 13 doanh nghiệp và "
        "tăng 12,4% về số doanh nghiệp, giảm 14,8% về vốn so với cùng kỳ (cùng kỳ 105 doanh nghiệp, vốn 1.105 tỷ "
        "đồng). Có 61 DN quay trở lại hoạt động; 97 DN tạm ngừng, 14 DN giải thể.",
        "difference+ 13 = 118 | 105",
        "growth+ 12,4 = 118 | 105",
        "?growth+d 12,4 = 118 | 13",
        "growth- 14,8 = 942 | 1.105",
    ),
    passage(
        "tam-ngung-giai-the",
        "Lũy kế 10 tháng, Phòng ĐKKD cấp đăng ký thành lập cho 286 DN (tăng 24 DN, +9,16% so với 10 tháng năm "
        "trước). Ở chiều ngược lại, DN xin tạm ngừng là 143 đơn vị, tăng 31 đơn vị (27,68%); DN hoàn tất giải thể 38 "
        "đơn vị, giảm 09 đơn vị (23,7%).",
        "growth+d 9,16 = 286 | 24",
        "growth+d 27,68 = 143 | 31",
        "growth-d 23,7 = 38 | 09 !",
    ),
    passage(
        "hop-tac-xa",
        "Toàn huyện có 64 HTX, trong đó 51 HTX nông nghiệp, 08 HTX phi nông nghiệp và 05 quỹ tín dụng nhân dân, với "
        "9.870 thành viên. Kết quả xếp loại 58/64 HTX: tốt 12 (20,7%), khá 25 (43,1%), trung bình 17 (29,3%), yếu 04 "
        "(6,9%).",
        "sum 64 = 51 | 08 | 05",
        "sum 58 = 12 | 25 | 17 | 04",
        "share 20,7 = 12 | 58",
        "share 43,1 = 25 | 58",
        "share 29,3 = 17 | 58",
        "share 6,9 = 04 | 58",
        "?sum  = 20,7@% | 43,1@% | 29,3@% | 6,9@%",
    ),
    passage(
        "du-lich-tinh",
        "Trong tháng 4, toàn tỉnh đón khoảng 412 nghìn lượt khách, tăng 18,5% so với cùng kỳ, trong đó khách quốc tế "
        "37 nghìn lượt, khách nội địa 375 nghìn lượt. Lũy kế 4 tháng đón 1.628 nghìn lượt (quốc tế 151 nghìn lượt, "
        "nội địa 1.477 nghìn lượt), đạt 35,4% KH năm (4.600 nghìn lượt). Tổng thu từ khách du lịch 4 tháng ước 1.245 "
        "tỷ đồng, tăng 23,8% so cùng kỳ (1.006 tỷ đồng).",
        "sum 412 = 37 | 375",
        "sum 1.628 = 151 | 1.477",
        "percent 35,4 = 1.628 | 4.600",
        "growth+ 23,8 = 1.245 | 1.006",
    ),
    passage(
        "du-lich-di-tich",
        "Khu di tích đón 86.420 lượt khách (tăng 9.315 lượt so với cùng kỳ), tương đương tăng 12,1%; trong đó 2.108 "
        "lượt khách quốc tế, chiếm 2,44%. Thu phí tham quan 1.728.400.000 đồng (86.420 vé x 20.000 đồng).",
        "growth+d 12,1 = 86.420 | 9.315",
        "share 2,44 = 2.108 | 86.420",
        "?subset 86.420 = 2.108",
        "crosscheck 1.728.400.000 = 86.420#2 | 20.000",
    ),
    passage(
        "cho-quay",
        "Ban Quản lý chợ thu 486.300.000 đồng: hoa chi chợ 212.750.000đ; thuê ki ốt 198.000.000đ (55 ki ốt x "
        "3.600.000đ); vệ sinh, gửi xe 75.550.000đ. Đạt 108,1% dự toán giao (450.000.000đ), vượt 36.300.000đ.",
        "sum 486.300.000 = 212.750.000 | 198.000.000 | 75.550.000",
        "crosscheck 198.000.000 = 55 | 3.600.000",
        "percent 108,1 = 486.300.000 | 450.000.000",
        "difference 36.300.000 = 486.300.000 | 450.000.000",
    ),
    passage(
        "quan-ly-thi-truong",
        "Đội QLTT số 4 kiểm tra 96 vụ, phát hiện, xử lý 41 vụ vi phạm, chiếm 42,7% số vụ kiểm tra, cụ thể: hàng cấm, "
        "hàng lậu 09 vụ; hàng giả, xâm phạm quyền SHTT 06 vụ; gian lận thương mại, ATTP 26 vụ. Tổng thu nộp NSNN "
        "384,5 triệu đồng, gồm phạt hành chính 321 triệu đồng, bán hàng tịch thu 63,5 triệu đồng; giảm 12,6% so cùng "
        "kỳ.",
        "share 42,7 = 41 | 96",
        "sum 41 = 09 | 06 | 26",
        "sum 384,5 = 321 | 63,5",
        "?subset 96 = 41",
    ),
    passage(
        "dien-nuoc-sach",
        "Công ty cấp nước cung cấp 1.284.600 m3 nước cho 9.318 hộ, tăng 426 hộ so với đầu năm (8.892 hộ). Tỷ lệ hộ "
        "sử dụng nước sạch 91,0% (9.318/10.240 hộ); tỷ lệ thất thoát 17,4%, giảm 0,8%.",
        "difference+ 426 = 9.318 | 8.892",
        "percent 91,0 = 9.318#2 | 10.240",
    ),
    passage(
        "thu-phuong-3-cap",
        "Ước thu 7 tháng trên địa bàn phường là 27.316 triệu đồng = 71,0% dự toán thành phố giao, = 68,0% dự toán "
        "HĐND phường giao (TP giao 38.500 triệu đồng; phường giao 40.200 triệu đồng).",
        "percent 71,0 = 27.316 | 38.500",
        "percent 68,0 = 27.316 | 40.200",
    ),
    passage(
        "thu-tang-nhieu-lan",
        "Thu tiền sử dụng đất tháng 12 đạt 62.400 triệu đồng, gấp 4,2 lần tháng 11 (14.860 triệu đồng); cả năm "
        "201.730 triệu đồng, vượt 12,1% dự toán (180.000 triệu đồng), bằng 122,3% năm 2017 (164.915 triệu đồng).",
        "growth+x 4,2 = 62.400 | 14.860",
        "growth+ 12,1 = 201.730 | 180.000",
        "percent 122,3 = 201.730 | 164.915",
    ),
)
