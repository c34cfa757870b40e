"""Fresh made-up passages on people, places, trade, culture and works. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "dan-toc-thieu-so",
        "Toàn xã có 1.842 hộ, 7.936 khẩu; đồng bào dân tộc thiểu số 1.127 hộ (61,2%), 5.214 khẩu (65,7%). Hộ "
        "nghèo là người dân tộc thiểu số 96 hộ, chiếm 81,4% tổng số hộ nghèo toàn xã (118 hộ). Có 11 người có uy "
        "tín được cấp báo, mỗi người 02 loại.",
        "share 61,2 = 1.127 | 1.842",
        "share 65,7 = 5.214 | 7.936",
        "share 81,4 = 96 | 118",
    ),
    passage(
        "ton-giao-co-so",
        "Trên địa bàn có 23 cơ sở tôn giáo (Phật giáo 14, Công giáo 6, Cao Đài 2, Tin lành 1) với 8.415 tín đồ, "
        "chiếm 20,4% dân số (41.250 người); 37 chức sắc, 112 chức việc. Đã cấp giấy chứng nhận quyền sử dụng đất "
        "cho 19/23 cơ sở, 4 cơ sở còn vướng ranh giới.",
        "sum 23 = 14 | 6 | 2 | 1",
        "share 20,4 = 8.415 | 41.250",
        "remaining 4 = 23#2 | 19",
    ),
    passage(
        "bien-phong-tuan-tra",
        "Đồn Biên phòng tuần tra 64 lần/412 lượt cán bộ, chiến sĩ (độc lập 47 lần, phối hợp dân quân 12 lần, song "
        "phương 5 lần). Làm thủ tục xuất, nhập cảnh cho 9.738 lượt người: xuất 4.902, nhập 4.836; giảm 1.262 lượt "
        "so với cùng kỳ (giảm 11,47%). Bắt giữ 3 vụ/4 đối tượng vi phạm quy chế biên giới.",
        "sum 64 = 47 | 12 | 5",
        "sum 9.738 = 4.902 | 4.836",
        "growth-d 11,47 = 9.738 | 1.262",
    ),
    passage(
        "quan-su-tuyen-quan",
        "Thực hiện công tác tuyển quân: gọi khám sơ tuyển 312 thanh niên, có mặt 298 (95,5%), vắng 14; khám tuyển "
        "cấp huyện 186, đủ điều kiện sức khỏe 97 (loại 1: 18, loại 2: 45, loại 3: 34), đạt 52,2%. Giao quân 42/42 "
        "chỉ tiêu, đạt 100%, trong đó 06 tân binh là đảng viên.",
        "share 95,5 = 298 | 312",
        "remaining 14 = 312 | 298",
        "sum 97 = 18 | 45 | 34",
        "percent 52,2 = 97 | 186",
        "percent 100 = 42 | 42#2",
    ),
    passage(
        "dan-quan-tu-ve",
        "Tổng số dân quân 184 đồng chí, đạt 1,46% so với dân số (12.602 người); đảng viên 47 đồng chí, đạt 25,5%; "
        "đoàn viên 118 đồng chí, đạt 64,1%. Huấn luyện quân số tham gia 171/184 = 92,9%; kết quả kiểm tra: giỏi "
        "20%, khá 55%, đạt yêu cầu 25%.",
        "share 1,46 = 184 | 12.602",
        "share 25,5 = 47 | 184",
        "share 64,1 = 118 | 184",
        "percent 92,9 = 171 | 184#2",
        "sum  = 20 | 55 | 25",
    ),
    passage(
        "dan-so-sinh-con",
        "Trong quý có 214 trẻ được sinh ra (112 nam, 102 nữ), tăng 16 trẻ so với cùng kỳ; sinh con thứ ba trở lên "
        "27 trẻ, chiếm 12,62%, tăng 1,5% so với cùng kỳ. Tỷ số giới tính khi sinh là 109,8 bé trai/100 bé gái. Số "
        "người áp dụng biện pháp tránh thai hiện đại 1.318/1.600, đạt 82,4% kế hoạch.",
        "sum 214 = 112 | 102",
        "share 12,62 = 27 | 214",
        "percent 82,4 = 1.318 | 1.600",
        "?percent 109,8 = 112 | 102",
    ),
    passage(
        "sot-xuat-huyet-huyen",
        "Sốt xuất huyết: ghi nhận 57 ca mắc, giảm 28 ca so với tháng trước (85 ca), không có tử vong; cộng dồn từ "
        "đầu năm 463 ca, tăng 1,55 lần so với cùng kỳ năm trước (298 ca). Tay chân miệng: 19 ca; sởi: 0 ca. Phun "
        "hóa chất xử lý 16/17 ổ dịch nhỏ, đạt 94,1%.",
        "difference- 28 = 57 | 85",
        "growth+x 1,55 = 463 | 298",
        "percent 94,1 = 16 | 17",
    ),
    passage(
        "an-toan-thuc-pham",
        "Thành lập 12 đoàn kiểm tra, kiểm tra 341 cơ sở, 289 cơ sở đạt (84,75%), 52 cơ sở vi phạm (15,25%); xử lý "
        "52 cơ sở, trong đó nhắc nhở 33, phạt tiền 19 cơ sở với số tiền 87,5 triệu đồng. Xét nghiệm nhanh 418 "
        "mẫu, 402 mẫu đạt, tỷ lệ 96,2%; không xảy ra ngộ độc thực phẩm.",
        "sum 341 = 289 | 52",
        "share 84,75 = 289 | 341",
        "share 15,25 = 52 | 341",
        "sum 52#2 = 33 | 19",
        "share 96,2 = 402 | 418",
    ),
    passage(
        "nuoc-sach-nong-thon",
        "Số hộ nông thôn dùng nước hợp vệ sinh 18.642 hộ, đạt 97,5% (tổng số 19.120 hộ); dùng nước sạch theo quy "
        "chuẩn 12.905 hộ, đạt 67,5%, tăng 2,7% so với cuối năm trước (64,8%). Trong số 27 công trình cấp nước tập "
        "trung có 15 công trình hoạt động bền vững, 8 công trình tương đối bền vững, 4 công trình kém hiệu quả.",
        "percent 97,5 = 18.642 | 19.120",
        "percent 67,5 = 12.905 | 19.120",
        "difference+ 2,7 = 67,5 | 64,8",
        "sum 27 = 15 | 8 | 4",
    ),
    passage(
        "giao-thong-nong-thon",
        "Lũy kế bê tông hóa được 86,75 km/104,2 km đường giao thông nông thôn, đạt 83,25%:\n"
        "+ Đường trục xã: 24,3/24,3 km (100%);\n"
        "+ Đường trục thôn: 31,15/36,4 km (85,58%);\n"
        "+ Đường ngõ xóm: 31,3/43,5 km (71,95%).\n"
        "Nhân dân hiến 4.360 m2 đất, đóng góp 1.215 ngày công.",
        "percent 83,25 = 86,75 | 104,2",
        "sum 86,75 = 24,3 | 31,15 | 31,3",
        "sum 104,2 = 24,3#2 | 36,4 | 43,5",
        "percent 100 = 24,3 | 24,3#2",
        "percent 85,58 = 31,15 | 36,4",
        "percent 71,95 = 31,3 | 43,5",
    ),
    passage(
        "nha-o-xoa-tam",
        "Kế hoạch xóa nhà tạm năm nay 165 căn (xây mới 112, sửa chữa 53). Đã khởi công 148 căn, đạt 89,7%; hoàn "
        "thành 121 căn(2), đạt 73,3% kế hoạch; đang thi công 27 căn; chưa khởi công 17 căn.\n"
        "(2) Kinh phí: 8 tỷ 310 triệu đồng, ngân sách 5 tỷ 120 triệu đồng, xã hội hóa 3 tỷ 190 triệu đồng.",
        "sum 165 = 112 | 53",
        "percent 89,7 = 148 | 165",
        "percent 73,3 = 121 | 165",
        "remaining 27 = 148 | 121",
        "remaining 17 = 165 | 148",
        "sum 8 tỷ 310 = 5 tỷ 120 | 3 tỷ 190",
        "?sum 148 = 121 | 27",
        "?sum 165 = 148 | 17",
    ),
    passage(
        "trat-tu-do-thi",
        "Qua 18 lượt ra quân, lập biên bản 73 trường hợp, xử phạt 61 trường hợp, số tiền 48.750 ngàn đồng; nhắc "
        "nhở, cho cam kết 12 trường hợp. Tháo dỡ 134 mái che, biển hiệu, nhiều hơn tháng trước 29 (tăng 26,7%), "
        "tạm giữ 41 tang vật các loại.",
        "sum 73 = 61 | 12",
        "growth+d 26,7 = 134 | 29 !",
    ),
    passage(
        "cap-phep-xay-dung",
        "Tiếp nhận 187 hồ sơ cấp phép xây dựng (tồn kỳ trước 21, nhận mới 166). Đã cấp 139 giấy phép, tổng diện "
        "tích sàn 24.318 m2; trả lại do không đủ điều kiện 17 hồ sơ; rút hồ sơ 3; đang thẩm định trong hạn 28 hồ "
        "sơ.",
        "sum 187 = 21 | 166",
        "?sum 187 = 139 | 17 | 3 | 28",
        "remaining 28 = 187 | 139 | 17 | 3",
    ),
    passage(
        "cho-truyen-thong",
        "Huyện có 19 chợ, gồm 2 chợ hạng II, 17 chợ hạng III; tổng số 1.436 hộ kinh doanh cố định, 1.208 hộ đã ký "
        "hợp đồng thuê quầy, đạt 84,1%, còn 218 hộ chưa ký. Thu phí chợ 9 tháng 2.764 triệu đồng, đạt 79,0% dự "
        "toán 3.500 triệu đồng.",
        "sum 19 = 2 | 17",
        "percent 84,1 = 1.208 | 1.436",
        "remaining 218 = 1.436 | 1.208 !",
        "percent 79,0 = 2.764 | 3.500",
    ),
    passage(
        "hop-tac-xa-huyen",
        "Toàn huyện có 58 hợp tác xã, tăng 5 HTX so với năm trước (9,4%), trong đó: nông nghiệp 41, tiểu thủ công "
        "nghiệp 6, vận tải 4, thương mại - dịch vụ 7; đang hoạt động 49/58 (chiếm 84,5%), ngừng hoạt động chờ "
        "giải thể 9. Doanh thu bình quân 1,84 tỷ đồng/HTX/năm; thu nhập bình quân lao động 5,6 triệu đồng/tháng.",
        "growth+d 9,4 = 58 | 5",
        "sum 58 = 41 | 6 | 4 | 7",
        "percent 84,5 = 49 | 58#2",
        "remaining 9 = 58#2 | 49",
        "?sum 58 = 49 | 9",
    ),
    passage(
        "ocop-san-pham",
        "Đến nay có 36 sản phẩm OCOP của 22 chủ thể được công nhận (1 sản phẩm 5 sao, 8 sản phẩm 4 sao, 27 sản "
        "phẩm 3 sao), vượt 6 sản phẩm so với kế hoạch (30 sản phẩm), bằng 120%. Chủ thể là HTX 9 (40,9%), doanh "
        "nghiệp 4 (18,2%), hộ sản xuất 9 (40,9%).",
        "sum 36 = 1 | 8 | 27",
        "difference+ 6 = 36 | 30",
        "percent 120 = 36 | 30",
        "sum 22 = 9 | 4#2 | 9#2",
        "share 40,9 = 9 | 22",
        "share 18,2 = 4#2 | 22",
        "share 40,9#2 = 9#2 | 22",
        "?sum  = 40,9 | 18,2 | 40,9#2",
    ),
    passage(
        "du-lich-luot-khach",
        "Lượng khách tham quan, lưu trú ước 214,8 nghìn lượt, tăng 15,3% so với cùng kỳ (186,3 nghìn lượt), khách "
        "quốc tế 12,6 nghìn lượt, khách nội địa 202,2 nghìn lượt. Doanh thu ước 168,5 tỷ đồng, đạt 70,2% kế hoạch "
        "năm; kế hoạch năm 2024 là 240 tỷ đồng. Công suất buồng phòng 61,5%.",
        "growth+ 15,3 = 214,8 | 186,3",
        "sum 214,8 = 12,6 | 202,2",
        "percent 70,2 = 168,5 | 240",
    ),
    passage(
        "the-thao-quan-chung",
        "Số người luyện tập thường xuyên 15.870 người, đạt 38,47% dân số (41.250 người); gia đình thể thao "
        "2.614/9.830 hộ, đạt 26,59%. Đoàn vận động viên giành 31 huy chương (9 vàng, 8 bạc, 13 đồng) tại đại hội "
        "cấp tỉnh, xếp thứ 4/11 đoàn.",
        "percent 38,47 = 15.870 | 41.250",
        "percent 26,59 = 2.614 | 9.830",
        "sum 31 = 9 | 8 | 13 !",
    ),
    passage(
        "thu-vien-ban-doc",
        "Thư viện phục vụ 6.418 lượt bạn đọc (thiếu nhi 3.902, người lớn 2.516), luân chuyển 14.760 lượt sách "
        "báo; cấp 385 thẻ, tăng từ 310 thẻ của cùng kỳ, tức tăng 75 thẻ hay 24,2%. Bổ sung 1.150 bản sách, nâng "
        "vốn tài liệu lên 38.274 bản.",
        "sum 6.418 = 3.902 | 2.516",
        "difference+ 75 = 385 | 310",
        "growth+ 24,2 = 385 | 310",
        "?growth+d 24,2 = 385 | 75",
    ),
    passage(
        "bao-tang-di-tich",
        "Bảo tàng đang quản lý 21.306 hiện vật, đã số hóa 8.950 hiện vật, đạt 42,0%. Trên địa bàn có 74 di tích "
        "xếp hạng: 01 di tích quốc gia đặc biệt, 15 di tích quốc gia, 58 di tích cấp tỉnh; 33 di tích được tu bổ "
        "bằng nguồn xã hội hóa 4 tỷ 75 triệu đồng.",
        "percent 42,0 = 8.950 | 21.306",
        "sum 74 = 01 | 15 | 58",
        "?subset 74 = 33",
    ),
    passage(
        "truyen-thanh-co-so",
        "Đài truyền thanh phát 92 chương trình thời sự với tổng thời lượng 1.380 phút (15 phút/chương trình), 264 "
        "tin, 51 bài, 187 tin tự sản xuất; tiếp âm Đài tỉnh 62 giờ. Toàn huyện 16/18 xã có đài thông minh, đạt "
        "88,9%, còn hai xã dùng đài FM.",
        "crosscheck 1.380 = 92@chương trình | 15",
        "percent 88,9 = 16 | 18",
        "remaining hai = 18 | 16",
    ),
    passage(
        "moi-truong-rac-huyen",
        "Khối lượng rác sinh hoạt phát sinh 62,4 tấn/ngày, thu gom 57,1 tấn/ngày (91,5%): khu vực thị trấn "
        "18,9/18,9 tấn, khu vực nông thôn 38,2/43,5 tấn (87,8%). Lượng rác chưa thu gom khoảng 5,3 tấn/ngày do hộ "
        "dân tự xử lý.",
        "percent 91,5 = 57,1 | 62,4",
        "sum 57,1 = 18,9 | 38,2",
        "sum 62,4 = 18,9#2 | 43,5",
        "percent 87,8 = 38,2 | 43,5",
        "remaining 5,3 = 62,4 | 57,1",
    ),
    passage(
        "hoi-phu-nu-co-so",
        "Hội Phụ nữ có 6.905 hội viên, tập hợp đạt 75,71% so với phụ nữ từ 18 tuổi trở lên (9.120 người). Xây "
        "dựng 14 mô hình năm không, ba sạch; giúp 43 hộ do phụ nữ làm chủ thoát nghèo, hơn năm trước 9 hộ (năm "
        "trước 34 hộ). Tiết kiệm tại tổ đạt 3.118 triệu đồng/2.950 triệu đồng kế hoạch, vượt 5,7%.",
        "percent 75,71 = 6.905 | 9.120",
        "difference+ 9 = 43 | 34",
        "growth+ 5,7 = 3.118 | 2.950",
    ),
    passage(
        "quy-hoach-cay-xanh",
        "Trồng mới 1.460 cây xanh đô thị, bao gồm 620 cây trên vỉa hè, 540 cây trong công viên, còn lại 300 cây "
        "tại khu dân cư; tỷ lệ cây sống 96% (1.402 cây). Thay thế 213 bóng đèn cao áp bằng đèn LED, tiết kiệm "
        "khoảng 18% điện năng.",
        "remaining 300 = 1.460 | 620 | 540",
        "?sum 1.460 = 620 | 540 | 300",
        "percent 96 = 1.402 | 1.460",
    ),
)
