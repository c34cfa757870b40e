"""Unseen made-up passages of mixed subjects, typed as carelessly as real ones. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "thu-1-4-dong",
        "4. Công tác thu, chi ngân sách: Thu cân đối NSNN ước thực hiện cả năm là : 12,486 tỷ đồng/11,5 tỷ đồng đạt "
        "108,57% dự toán huyện giao( trong đó: Thuế CTN-NQD 3,215 tỷ đồng, phí lệ phí 0,418 tỷ đồng , thu tiền sử "
        "dụng đất 7,9 tỷ đồng,thu khác 0,953 tỷ đồng).Chi ngân sách ước 11,902 tỷ đồng.",
        "percent 108,57 = 12,486 | 11,5",
        "sum 12,486 = 3,215 | 0,418 | 7,9 | 0,953",
    ),
    passage(
        "trieu-dong-khac-don-vi",
        "Thu NSNN trên địa bàn: 1.045 tỷ 260 triệu đồng là số HĐND tỉnh giao; thực hiện đến 15/12 ước 1.132 tỷ 418 "
        "triệu đồng. Riêng thu phí bảo vệ môi trường 8,64 tỷ đồng/7.500 triệu đồng, đạt 115,2%.",
        "percent 115,2 = 8,64 | 7.500",
    ),
    passage(
        "ty-le-bang-dau-bang",
        "- Đàn trâu bò tiêm phòng đợt 1: 1.024/1.180 con = 86,8%; đàn lợn: 2.436/3.105 con = 78,5%, chó 918/940 "
        "con=97,7%.\n"
        "- Thu thuế đất phi NN: 312.450.000đ/330.000.000đ = 94,7%",
        "percent 86,8 = 1.024 | 1.180",
        "percent 78,5 = 2.436 | 3.105",
        "percent 97,7 = 918 | 940",
        "percent 94,7 = 312.450.000 | 330.000.000",
    ),
    passage(
        "cong-an-xa-gach",
        "* ANTT: xảy ra 06 vụ - 09 đối tượng (tăng 02 vụ so với cùng kỳ 04 vụ); đã giải quyết 05 vụ - 07 đối tượng, "
        "chuyển CQĐT 01 vụ - 02 đối tượng; phạt VPHC 06 đối tượng - 9,5 trđ.\n"
        "* Cấp CCCD: 1.846/1.902 đạt 97,06%.",
        "difference+ 02 = 06 | 04",
        "?sum 06 = 05 | 01",
        "?sum 09 = 07 | 02#2",
        "percent 97,06 = 1.846 | 1.902",
    ),
    passage(
        "cham-phay-kieu-anh",
        "Sản lượng điện thương phẩm 6 tháng đạt 186.42 triệu kWh, tăng 8,8% so với cùng kỳ (171.35 triệu kWh), trong "
        "đó: công nghiệp - xây dựng 92.18 triệu kWh, quản lý tiêu dùng 78.66 triệu kWh, còn lại 15.58 triệu kWh. Tỷ "
        "lệ tổn thất 5.6%, giảm 0.2%.",
        "growth+ 8,8 = 186.42 | 171.35",
        "sum 186.42 = 92.18 | 78.66 | 15.58",
    ),
    passage(
        "so-tien-bang-chu",
        "Nhân dân thôn Đồng Trũng ủng hộ 128.500.000đ (Một trăm hai mươi tám triệu năm trăm nghìn đồng), gồm tiền "
        "mặt 96.500.000đ, vật liệu quy đổi 32.000.000đ; Nhà nước hỗ trợ 70.000.000đ, tổng kinh phí xây nhà văn hóa "
        "198.500.000đ. Đã chi 187.350.000đ, còn dư 11.150.000đ.",
        "sum 128.500.000 = 96.500.000 | 32.000.000",
        "sum 198.500.000 = 128.500.000 | 70.000.000",
        "remaining 11.150.000 = 198.500.000 | 187.350.000",
    ),
    passage(
        "hai-muc-tieu",
        "Tỷ lệ bê tông hóa đường thôn đạt 87,5% (18,64/21,3km), tăng 6,2% so với đầu nhiệm kỳ; số hộ dùng nước HVS "
        "1.648 hộ đạt 96,6%, nước sạch 1.102 hộ đạt 64,6% trên tổng số 1.706 hộ.",
        "percent 87,5 = 18,64 | 21,3",
        "share 96,6 = 1.648 | 1.706",
        "share 64,6 = 1.102 | 1.706",
    ),
    passage(
        "nghi-quyet-so-sanh",
        "Thu nhập bình quân đầu người đạt 58,4 triệu đồng/người/năm, vượt 2,4 triệu đồng so với NQ (56 triệu đồng), "
        "tăng 6,2 triệu đồng so với năm 2021 (53,2 triệu đồng). Hộ nghèo giảm từ 4,12% xuống còn 2,87%, giảm 1,25%, "
        "vượt 0,25% so với NQ (NQ giảm 1,0%).",
        "difference+ 2,4 = 58,4 | 56",
        "difference+ 6,2 = 58,4 | 53,2 !",
        "difference- 1,25 = 2,87 | 4,12",
        "difference+ 0,25 = 1,25 | 1,0",
    ),
    passage(
        "chi-tieu-nhieu-cap",
        "Đến 31/10, số thu BHXH, BHYT, BHTN toàn quận 612.418 triệu đồng, đạt 81,87% so với KH năm (748.000 triệu "
        "đồng), tăng 13,34% so với cùng kỳ năm 2015 (540.326 triệu đồng). Số tiền nợ 31.206 triệu đồng, tăng 2.114 "
        "triệu đồng so với cùng kỳ (+7,27%), chiếm 4,17% so với số phải thu (748.000 triệu đồng). Chi trả các chế "
        "độ: 588.651 triệu đồng cho 86.412 lượt người: hưu trí, trợ cấp hàng tháng 402.117 triệu đồng; ốm đau, thai "
        "sản 58.930 triệu đồng; KCB BHYT 127.604 triệu đồng.",
        "percent 81,87 = 612.418 | 748.000",
        "growth+ 13,34 = 612.418 | 540.326",
        "growth+d 7,27 = 31.206 | 2.114",
        "share 4,17 = 31.206 | 748.000#2",
        "sum 588.651 = 402.117 | 58.930 | 127.604",
    ),
    passage(
        "lan-luot",
        "So với năm 2022, số vụ thụ lý tăng từ 412 vụ lên 465 vụ (tăng 12,9%), số vụ giải quyết tăng từ 389 vụ lên "
        "441 vụ (tăng 13,4%); tỷ lệ giải quyết năm 2022 và 2023 lần lượt là 94,4% và 94,8%.",
        "growth+ 12,9 = 465 | 412",
        "growth+ 13,4 = 441 | 389",
        "percent 94,4 = 389 | 412",
        "percent 94,8 = 441 | 465",
    ),
    passage(
        "ba-nam",
        "Số hồ sơ tiếp nhận qua các năm: năm 2019 4.216 hồ sơ, năm 2020 5.038 hồ sơ (tăng 19,50% so với năm 2019), "
        "năm 2021 4.790 hồ sơ (giảm 4,92% so với năm 2020); tổng cộng 3 năm 14.044 hồ sơ, giải quyết đúng hạn 13.958 "
        "hồ sơ (99,39%).",
        "growth+ 19,50 = 5.038 | 4.216",
        "growth- 4,92 = 4.790 | 5.038",
        "sum 14.044 = 4.216 | 5.038 | 4.790",
        "share 99,39 = 13.958 | 14.044",
    ),
    passage(
        "footnote-kieu",
        "Toàn thị trấn có 3.218 hộ/12.104 khẩu1; trong đó dân tộc Kinh 2.046 hộ, Tày 713 hộ, Nùng 341 hộ, dân tộc "
        "khác 118 hộ.\n"
        "1 Giảm 26 khẩu so với năm trước (12.130 khẩu); mật độ dân số 986 người/km2.",
        "sum 3.218 = 2.046 | 713 | 341 | 118",
        "difference- 26 = 12.104 | 12.130",
    ),
    passage(
        "kinh-phi-ho-tro",
        "Hỗ trợ tiền điện quý II: 284 hộ nghèo và hộ chính sách xã hội, mức 165.000 đồng/hộ/quý, tổng số tiền "
        "46.860.000 đồng; hỗ trợ tiền ăn trưa trẻ 3-5 tuổi 97 cháu x 160.000 đồng = 15.520.000 đồng; cấp bù học phí "
        "84.900.000 đồng.",
        "crosscheck 15.520.000 = 97 | 160.000",
        "crosscheck 46.860.000 = 284 | 165.000",
    ),
    passage(
        "ty-trong-gia-tri",
        "Cơ cấu kinh tế chuyển dịch đúng hướng: nông - lâm - thủy sản chiếm 24,6%, công nghiệp - xây dựng chiếm "
        "41,3%, thương mại - dịch vụ chiếm 33,1%. Tổng giá trị sản xuất 3.846 tỷ đồng: NLTS 946 tỷ đồng, CN-XD 1.588 "
        "tỷ đồng, TM-DV 1.312 tỷ đồng.",
        "sum  = 24,6@% | 41,3@% | 33,1@% !",
        "sum 3.846 = 946 | 1.588 | 1.312",
        "?share 24,6 = 946 | 3.846",
        "?share 41,3 = 1.588 | 3.846",
        "?share 33,1 = 1.312 | 3.846 !",
    ),
    passage(
        "qua-tet-nhieu-nguon",
        "Tết Nguyên đán Giáp Thìn, phường trao 1.284 suất quà với tổng số tiền 642.700.000 đồng, trong đó ngân sách "
        "715 suất, 357.500.000 đồng; xã hội hóa 569 suất, 285.200.000 đồng. So với Tết Quý Mão tăng 138 suất "
        "(12,0%), tăng 64.200.000 đồng (11,1%). Hộ nghèo 96/96 hộ nhận quà, đạt 100%.",
        "sum 1.284 = 715 | 569",
        "sum 642.700.000 = 357.500.000 | 285.200.000",
        "growth+d 12,0 = 1.284 | 138",
        "growth+d 11,1 = 642.700.000 | 64.200.000",
        "percent 100 = 96 | 96#2",
    ),
    passage(
        "cat-chu-so",
        "Đã thu quỹ phòng, chống thiên tai 186.240.000/214.000.000 đồng, đạt 87,02%; quỹ đền ơn đáp nghĩa "
        "94.815.000/105.000.000 đồng, đạt 90,3%; quỹ vì người nghèo 61.300.000/58.000.000 đồng, đạt 105,7%.",
        "percent 87,02 = 186.240.000 | 214.000.000 ~",
        "percent 90,3 = 94.815.000 | 105.000.000",
        "percent 105,7 = 61.300.000 | 58.000.000",
    ),
    passage(
        "huyen-hai-vu",
        "* Vụ Đông Xuân: gieo sạ 8.412 ha, đạt 100,1% KH (8.400 ha); năng suất 68,5 tạ/ha. Vụ Hè Thu: 8.106 ha, đạt "
        "98,3% KH (8.250 ha), thấp hơn 306 ha so với vụ Đông Xuân. Tổng diện tích cả năm 16.508 ha; sản lượng "
        "108.624 tấn.",
        "percent 100,1 = 8.412 | 8.400",
        "percent 98,3 = 8.106 | 8.250",
        "difference- 306 = 8.106 | 8.412",
        "sum 16.508 = 8.412 | 8.106 !",
    ),
)
