"""Made-up passages on farming, land, new countryside, environment, digital work, statistics. Nothing is real."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "gieo-trong",
        "Tổng diện tích gieo trồng vụ Xuân 412,6 ha, đạt 98,7% KH; trong đó lúa 305 ha, ngô 47,6 ha, rau màu 60 ha.",
        "sum 412,6 = 305 | 47,6 | 60",
    ),
    passage(
        "gieo-trong-sai",
        "Diện tích cây hằng năm gieo trồng được 1.286 ha/1.300 ha, đạt 99,8% kế hoạch, cụ thể: cây lúa 870 ha, cây sắn "
        "265 ha, cây đậu các loại 151 ha.",
        "percent 99,8 = 1.286 | 1.300 !",
        "sum 1.286 = 870 | 265 | 151",
    ),
    passage(
        "lua-san-luong",
        "Lúa vụ Mùa: diện tích 240 ha, năng suất 52,5 tạ/ha, sản lượng 1.260 tấn.",
    ),
    passage(
        "lac-vuot",
        "Cây lạc: 28/26,4 ha, vượt 1,6 ha so với kế hoạch.",
        "difference+ 1,6 = 28 | 26,4",
    ),
    passage(
        "trau-bo",
        "Tổng đàn trâu, bò 1.248 con (bò 1.103 con, trâu 145 con); đàn lợn 1.730 con, tăng 118 con so với cùng kỳ; đàn "
        "gia "
        "cầm 52.300 con.",
        "sum 1.248 = 1.103 | 145",
    ),
    passage(
        "dan-lon",
        "Đàn lợn có 6.520 con, tăng 480 con so với cùng kỳ (6.040 con), bằng 107,9%.",
        "difference+ 480 = 6.520 | 6.040",
        "percent 107,9 = 6.520 | 6.040",
    ),
    passage(
        "dan-gia-suc-kh",
        "Tổng đàn gia súc, gia cầm có 18.236 con/14.500 con, đạt 125,77% KH, trong đó gia súc 8.104 con, gia cầm "
        "10.132 "
        "con.",
        "percent 125,77 = 18.236 | 14.500",
        "sum 18.236 = 8.104 | 10.132",
    ),
    passage(
        "tiem-phong",
        "Tiêm phòng viêm da nổi cục: 884/812 con = 108,87%; tụ huyết trùng: 611/812 con = 75,25%.",
        "percent 108,87 = 884 | 812#1",
        "percent 75,25 = 611 | 812#2",
    ),
    passage(
        "tiem-phong-sai",
        "Đã tiêm 3.420 liều vắc xin lở mồm long móng, đạt 85,5% kế hoạch (4.100 liều).",
        "percent 85,5 = 3.420 | 4.100 !",
    ),
    passage(
        "thuy-san",
        "Sản lượng thủy sản 8 tháng ước 2.846 tấn, tăng 3,2% so cùng kỳ, gồm khai thác 1.905 tấn và nuôi trồng 941 "
        "tấn.",
        "sum 2.846 = 1.905 | 941",
    ),
    passage(
        "trong-rung",
        "Trồng rừng tập trung được 156,8ha, bằng 78,4% kế hoạch (200ha); tỷ lệ che phủ rừng 51,3%.",
        "percent 78,4 = 156,8 | 200",
    ),
    passage(
        "nang-suat",
        "Năng suất bình quân 61,2 tạ/ha (cùng kỳ 59,8 tạ/ha), tăng 1,4 tạ/ha.",
        "difference+ 1,4 = 61,2 | 59,8",
    ),
    passage(
        "ntm",
        "Đến nay có 28/35 xã đạt chuẩn nông thôn mới (80%), trong đó 9 xã nâng cao (32,1%), 2 xã kiểu mẫu (7,1%); bình "
        "quân 17,6 tiêu chí/xã.",
        "percent 80 = 28 | 35",
        "?subset 28 = 9 | 2",
        "?share 32,1 = 9 | 28",
        "?share 7,1 = 2 | 28",
    ),
    passage(
        "ntm-nhom",
        "Toàn huyện 21 xã, trong đó: 11 xã đạt 19 tiêu chí; 06 xã đạt từ 15 - 18 tiêu chí; 04 xã đạt từ 10 - 14 tiêu "
        "chí.",
        "sum 21 = 11 | 06 | 04",
    ),
    passage(
        "tieu-chi",
        "Xã đạt 14/19 tiêu chí, 67/75 chỉ tiêu nông thôn mới nâng cao; còn 05 tiêu chí chưa đạt.",
        "remaining 05 = 19 | 14",
    ),
    passage(
        "ocop",
        "Có 36 sản phẩm OCOP, trong đó 05 sản phẩm 4 sao và 31 sản phẩm 3 sao của 22 chủ thể.",
        "sum 36 = 05 | 31",
    ),
    passage(
        "gcn-dat",
        "Cấp 214 giấy chứng nhận QSDĐ, diện tích 12,46 ha, gồm: cấp lần đầu 61 giấy, diện tích 3,18 ha; cấp đổi 153 "
        "giấy, diện tích 9,28 ha.",
        "sum 214 = 61 | 153",
        "sum 12,46 = 3,18 | 9,28",
    ),
    passage(
        "gpmb",
        "Dự án thu hồi 24,08 ha của 168 hộ; đã bàn giao 17,21 ha (71,5%), còn lại 6,87 ha của 41 hộ.",
        "share 71,5 = 17,21 | 24,08",
        "remaining 6,87 = 24,08 | 17,21",
    ),
    passage(
        "gpmb-sai",
        "Tổng số hộ bị ảnh hưởng là 236 hộ, đã chi trả 189 hộ đạt 81,1%, còn 47 hộ chưa nhận tiền.",
        "percent 81,1 = 189 | 236 !",
        "remaining 47 = 236 | 189",
    ),
    passage(
        "cho-so-sau",
        "Đã lắp 18 camera, 42 bóng đèn chiếu sáng và cứng hóa 3,4 km đường ngõ xóm với kinh phí 1,86 tỷ đồng.",
    ),
    passage(
        "rac-thai",
        "Lượng rác thu gom 1.870 tấn/1.985 tấn phát sinh, đạt 94,2%; 12/15 tổ dân phố có tổ tự quản (80%).",
        "percent 94,2 = 1.870 | 1.985",
        "percent 80 = 12 | 15",
    ),
    passage(
        "nuoc-sach",
        "Tỷ lệ hộ dùng nước sạch theo quy chuẩn tăng từ 71,5% năm 2015 lên 78,2% năm 2016 (tăng 6,7%).",
        "difference+ 6,7 = 78,2 | 71,5",
    ),
    passage(
        "nuoc-sach-sai",
        "Tỷ lệ đô thị hóa đạt 38,4%, tăng 2,9 điểm % so với năm 2010 (34,5%).",
        "difference+ 2,9 = 38,4 | 34,5 !",
    ),
    passage(
        "khoang-muc-tieu",
        "Phấn đấu tăng trưởng 7,5 - 8,0%, thu ngân sách 26.000 triệu đồng, tăng 10 - 12% so với ước thực hiện 2017.",
    ),
    passage(
        "muc-tieu-truong",
        "Phấn đấu đến năm 2025 có 13/15 trường đạt chuẩn, tỷ lệ 86,7%; hiện nay là 11/15 trường, bằng 73,3%.",
        "percent 86,7 = 13 | 15#1",
        "percent 73,3 = 11 | 15#2",
    ),
    passage(
        "dien-thoai",
        "Số tổ công nghệ số cộng đồng: 48 tổ, 336 thành viên (mỗi tổ 07 thành viên).",
        "crosscheck 336 = 48 | 07",
    ),
    passage(
        "internet",
        "Thuê bao Internet 18.406 thuê bao; trong đó cáp quang 17.952 thuê bao, chiếm 97,5%.",
        "share 97,5 = 17.952 | 18.406",
        "?subset 18.406 = 17.952",
    ),
    passage(
        "dan-so-thong-ke",
        "Dân số trung bình 187,6 nghìn người, gồm 93,1 nghìn nam (49,6%) và 94,5 nghìn nữ (50,4%).",
        "sum 187,6 = 93,1 | 94,5",
        "share 49,6 = 93,1 | 187,6",
        "share 50,4 = 94,5 | 187,6",
        "?sum  = 49,6@% | 50,4@%",
    ),
    passage(
        "khach-du-lich",
        "Đón 1,24 triệu lượt khách, bằng 62% kế hoạch (2 triệu lượt), trong đó khách quốc tế 86,5 nghìn lượt.",
        "percent 62 = 1,24 | 2",
        "subset 1,24 = 86,5",
    ),
    passage(
        "van-tai",
        "Vận chuyển hành khách 4 tháng đạt 3.204 nghìn hành khách, tăng 6,8% so với cùng kỳ (3.000 nghìn hành khách).",
        "growth+ 6,8 = 3.204 | 3.000",
    ),
    passage(
        "dien-tich-lam-tron",
        "Diện tích đất tự nhiên 28,4 nghìn ha: đất nông nghiệp 18,3 nghìn ha (64,4%), phi nông nghiệp 7,3 nghìn ha "
        "(25,7%), chưa sử dụng 2,8 nghìn ha (9,9%).",
        "sum 28,4 = 18,3 | 7,3 | 2,8",
        "share 64,4 = 18,3 | 28,4",
        "share 25,7 = 7,3 | 28,4",
        "share 9,9 = 2,8 | 28,4",
        "?sum  = 64,4@% | 25,7@% | 9,9@%",
    ),
    passage(
        "lam-tron-lech",
        "Sản lượng cây ăn quả 45,7 nghìn tấn (vải 21,4; nhãn 13,6; cây có múi 10,8).",
        "sum 45,7 = 21,4@nghìn | 13,6@nghìn | 10,8@nghìn",
    ),
    passage(
        "chat-luong-nuoc",
        "Lấy 36 mẫu nước sinh hoạt, 33 mẫu đạt (91,7%), 3 mẫu không đạt (8,3%).",
        "?sum 36 = 33 | 3",
        "share 91,7 = 33 | 36",
        "share 8,3 = 3 | 36",
        "?sum  = 91,7 | 8,3",
    ),
    passage(
        "thien-tai",
        "Mưa lớn làm 38 nhà bị tốc mái (sập 2, hư hỏng nặng 9, hư hỏng nhẹ 27); 15,3 ha lúa đổ; ước thiệt hại 1,4 tỷ "
        "đồng.",
        "sum 38 = 2 | 9 | 27",
    ),
    passage(
        "phu-luc",
        "(Chi tiết tại phụ lục 02) Trong 215 km đường liên thôn đã cứng hóa 187 km, đạt 87%, còn lại 28 km (13%).",
        "percent 87 = 187 | 215",
        "remaining 28 = 215 | 187",
        "share 13 = 28 | 215",
    ),
    passage(
        "thuy-loi",
        "Nạo vét 12.400m3/15.000m3 kênh mương, đạt 82.7% kế hoạch.",
        "percent 82.7 = 12.400 | 15.000",
    ),
    passage(
        "hop-tac-xa",
        "Hiện có 19 hợp tác xã, tăng 3 HTX so với đầu năm, trong đó 16 HTX nông nghiệp, 2 HTX vận tải, 01 quỹ tín "
        "dụng.",
        "sum 19 = 16 | 2 | 01",
    ),
)
