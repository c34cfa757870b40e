"""Unseen made-up passages on farming, land, building, transport and waste. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "vu-xuan-xa",
        "Sản xuất vụ Xuân 223,9 ha. Trong đó lúa 128,5/130 ha, đạt 98,85% KH; lạc 27,4/25,0 ha, vượt KH 2,4 ha; ngô "
        "58,2 ha (41,7 ha ngô lấy hạt, còn lại 16,5 ha làm thức ăn chăn nuôi); rau các loại 9,8 ha. Năng suất lúa dự "
        "kiến 61,4 tạ/ha.",
        "sum 223,9 = 128,5 | 27,4 | 58,2 | 9,8",
        "percent 98,85 = 128,5 | 130",
        "difference+ 2,4 = 27,4 | 25,0",
        "sum 58,2 = 41,7 | 16,5",
        "?remaining 16,5 = 58,2 | 41,7",
    ),
    passage(
        "gieo-trong-huyen",
        "Tiến độ sản xuất đến ngày 15/3: gieo trồng 4.286 ha, đạt 96,3% kế hoạch (4.450 ha), bằng 99,4% so cùng kỳ "
        "(4.312 ha). Trong đó: lúa nước 2.618 ha, đạt 98,8% (2.650 ha); khoai, sắn: 541 ha; rau đậu các loại: 716 "
        "ha; cây hằng năm khác: 411 ha.",
        "percent 96,3 = 4.286 | 4.450",
        "percent 99,4 = 4.286 | 4.312",
        "percent 98,8 = 2.618 | 2.650",
        "sum 4.286 = 2.618 | 541 | 716 | 411",
    ),
    passage(
        "san-luong-luong-thuc",
        "Tổng sản lượng lương thực cây có hạt năm 2018 ước 22.748,6 tấn, đạt 102,01% kế hoạch (22.300 tấn), tăng "
        "813,4 tấn so với năm 2017 (21.935,2 tấn); chia ra thóc 17.306 tấn, ngô 5.442,6 tấn. Bình quân lương thực "
        "548 kg/người/năm.",
        "percent 102,01 = 22.748,6 | 22.300",
        "difference+ 813,4 = 22.748,6 | 21.935,2",
        "sum 22.748,6 = 17.306 | 5.442,6",
    ),
    passage(
        "dan-vat-nuoi",
        "Tổng đàn gia súc 28.809 con = 92,9% KH (31.000 con), trong đó: đàn trâu 4.215 con, giảm 128 con so với cùng "
        "kỳ năm trước (4.343 con); đàn bò 3.870 con, tăng 215 con (5,9%); đàn lợn 19.640 con; dê 1.084 con. Đàn gia "
        "cầm 246 nghìn con. Tiêm phòng LMLM 6.918/7.350 con, đạt 94,1%.",
        "sum 28.809 = 4.215 | 3.870 | 19.640 | 1.084",
        "percent 92,9 = 28.809 | 31.000",
        "difference- 128 = 4.215 | 4.343",
        "growth+d 5,9 = 3.870 | 215",
        "percent 94,1 = 6.918 | 7.350",
    ),
    passage(
        "dich-ta-lon",
        "Bệnh DTLCP xảy ra tại 137 hộ thuộc 29 thôn của 09/16 xã, tiêu hủy 1.271 con (lợn nái 114 con, lợn thịt 806 "
        "con, lợn con 351 con) với trọng lượng 48.216 kg; đến nay 06/09 xã đã qua 21 ngày, còn 03 xã. Kinh phí hỗ "
        "trợ 1.832.208.000 đồng (48.216 kg x 38.000 đồng/kg).",
        "sum 1.271 = 114 | 806 | 351",
        "remaining 03 = 09#2 | 06",
        "crosscheck 1.832.208.000 = 48.216#2 | 38.000",
    ),
    passage(
        "thuy-san",
        "Diện tích nuôi trồng thủy sản 1.214 ha, đạt 97,1% KH (1.250 ha); gồm nuôi nước ngọt 386 ha, nước lợ 828 ha "
        "(tôm thẻ 517 ha, tôm sú 237 ha, cua 74 ha). Sản lượng 8 tháng 3.926 tấn, tăng 6,0% so với cùng kỳ (3.704 "
        "tấn): khai thác 1.218 tấn, nuôi trồng 2.708 tấn.",
        "percent 97,1 = 1.214 | 1.250",
        "sum 1.214 = 386 | 828",
        "sum 828 = 517 | 237 | 74",
        "growth+ 6,0 = 3.926 | 3.704",
        "sum 3.926 = 1.218 | 2.708",
    ),
    passage(
        "lam-nghiep",
        "Trồng mới 612,4 ha rừng sản xuất (102,1% kế hoạch 600 ha), 38.500 cây phân tán; khoanh nuôi 1.150 ha. Diện "
        "tích đất có rừng 21.486 ha, gồm rừng tự nhiên 12.903 ha, rừng trồng 8.583 ha; tỷ lệ che phủ 58,63%, tăng "
        "0,32% so với năm 2019 (58,21%).",
        "percent 102,1 = 612,4 | 600",
        "sum 21.486 = 12.903 | 8.583",
        "difference+ 0,32 = 58,63 | 58,21 !",
    ),
    passage(
        "ntm-tieu-chi",
        "Kết quả thẩm định: 23 xã đạt 386 lượt tiêu chí, bình quân mỗi xã đạt 16,78 tiêu chí, so với đầu giai đoạn "
        "(12,39 tiêu chí/xã) tăng 4,39 tiêu chí. Nhóm về đích 19/19 tiêu chí có 09 xã, chiếm 39,13%; nhóm 15 - 18 "
        "tiêu chí 08 xã; nhóm 10 - 14 tiêu chí 06 xã.",
        "difference+ 4,39 = 16,78 | 12,39",
        "share 39,13 = 09 | 23",
        "sum 23 = 09 | 08 | 06",
        "?crosscheck 386 = 23 | 16,78",
    ),
    passage(
        "ntm-nguon-luc",
        "Tổng nguồn lực huy động xây dựng NTM: 62.418 triệu đồng. Trong đó: NSTW 18.600 triệu đồng (29,8%); ngân "
        "sách tỉnh 9.250 triệu đồng (14,8%); ngân sách huyện, xã 14.712 triệu đồng (23,6%); vốn lồng ghép 11.306 "
        "triệu đồng (18,1%); nhân dân đóng góp 8.550 triệu đồng (13,1%), trong đó hiến 12.400 m2 đất, 5.618 ngày "
        "công.",
        "sum 62.418 = 18.600 | 9.250 | 14.712 | 11.306 | 8.550",
        "share 29,8 = 18.600 | 62.418",
        "share 14,8 = 9.250 | 62.418",
        "share 23,6 = 14.712 | 62.418",
        "share 18,1 = 11.306 | 62.418",
        "share 13,1 = 8.550 | 62.418 !",
        "?sum  = 29,8@% | 14,8@% | 23,6@% | 18,1@% | 13,1@% !",
    ),
    passage(
        "gtnt-duong",
        "Bê tông hóa 14,15 km đường GTNT, đạt 94,3% kế hoạch (15 km): đường trục xã 3,2 km, trục thôn 6,85 km, ngõ "
        "xóm 4,1 km; tổng kinh phí 16,8 tỷ đồng, trong đó Nhà nước hỗ trợ 9,4 tỷ đồng (xi măng 2.860 tấn), nhân dân "
        "đóng góp 7,4 tỷ đồng, chiếm 44,0%. Làm mới 02 cầu, kiên cố 1,75 km kênh mương.",
        "sum 14,15 = 3,2 | 6,85 | 4,1",
        "percent 94,3 = 14,15 | 15",
        "sum 16,8 = 9,4 | 7,4",
        "share 44,0 = 7,4 | 16,8",
    ),
    passage(
        "cap-gcn-dat",
        "Công tác cấp GCNQSD đất lần đầu: đã cấp 9.416 giấy/9.870 thửa đủ điều kiện, diện tích 1.842,6 ha/1.967,3 "
        "ha, đạt 93,7% diện tích cần cấp; còn 454 thửa chưa cấp, trong đó 212 thửa vướng nguồn gốc, 137 thửa tranh "
        "chấp, 105 thửa chưa kê khai. Trong năm cấp 186 giấy.",
        "percent 93,7 = 1.842,6 | 1.967,3",
        "remaining 454 = 9.870 | 9.416",
        "sum 454 = 212 | 137 | 105",
    ),
    passage(
        "gpmb",
        "Dự án đường vành đai có 412 hộ bị ảnh hưởng, tổng diện tích thu hồi 38,6 ha (đất ở 4,9 ha, đất nông nghiệp "
        "31,2 ha, đất khác 2,5 ha). Đến nay đã kiểm đếm 405/412 hộ; phê duyệt phương án bồi thường 367 hộ với số "
        "tiền 142,8 tỷ đồng, đã chi trả 351 hộ, 136,5 tỷ đồng (95,6%); còn 16 hộ chưa nhận tiền. Đã bàn giao "
        "36,4/38,6 ha, còn 2,2 ha.",
        "sum 38,6 = 4,9 | 31,2 | 2,5",
        "percent 95,6 = 136,5 | 142,8",
        "remaining 16 = 367 | 351",
        "remaining 2,2 = 38,6#2 | 36,4",
    ),
    passage(
        "trat-tu-xay-dung",
        "Kiểm tra 318 công trình, phát hiện 46 trường hợp vi phạm (14,5%), giảm 11 trường hợp so với cùng kỳ (58 "
        "trường hợp): xây dựng không phép 21, sai phép 17, trên đất nông nghiệp 08. Đã xử lý 39 trường hợp, đạt "
        "84,8%; phạt tiền 587,5 triệu đồng; cấp 402 GPXD.",
        "share 14,5 = 46 | 318",
        "difference- 11 = 46 | 58 !",
        "sum 46 = 21 | 17 | 08",
        "percent 84,8 = 39 | 46",
    ),
    passage(
        "van-tai",
        "Vận tải hành khách ước đạt 1.486,3 nghìn lượt khách, tăng 4,1% so với tháng trước; luân chuyển 92,7 triệu "
        "HK.km. Tính chung 10 tháng, vận chuyển 14.205,8 nghìn lượt khách, tăng 9,17% so với cùng kỳ (13.012,4 nghìn "
        "lượt khách), gồm: đường bộ 13.964,1 nghìn lượt; đường thủy 241,7 nghìn lượt. Doanh thu vận tải 1.026,4 tỷ "
        "đồng, trong đó doanh thu hàng hóa 694,2 tỷ đồng, hành khách 248,7 tỷ đồng, kho bãi và hỗ trợ 83,5 tỷ đồng.",
        "growth+ 9,17 = 14.205,8 | 13.012,4",
        "sum 14.205,8 = 13.964,1 | 241,7",
        "sum 1.026,4 = 694,2 | 248,7 | 83,5",
    ),
    passage(
        "moi-truong-rac",
        "Lượng rác thải phát sinh 48,6 tấn/ngày, thu gom 45,2 tấn/ngày, đạt tỷ lệ 93,0% (đô thị 98,2%, nông thôn "
        "89,7%); phân loại tại nguồn 7.318/9.450 hộ, đạt 77,44%, cao hơn 2,44% so với kế hoạch (75%). Thu giá dịch "
        "vụ vệ sinh 1.106 triệu đồng/1.250 triệu đồng, đạt 88,5%.",
        "percent 93,0 = 45,2 | 48,6",
        "percent 77,44 = 7.318 | 9.450",
        "difference+ 2,44 = 77,44 | 75",
        "percent 88,5 = 1.106 | 1.250",
    ),
    passage(
        "thuy-loi-hai",
        "Do ảnh hưởng của bão số 3, toàn xã có 318,5 ha cây trồng bị thiệt hại, gồm lúa 241,0 ha (thiệt hại trên "
        "70%: 86,4 ha; từ 30 - 70%: 154,6 ha), rau màu 52,3 ha, cây ăn quả 25,2 ha; 147 nhà tốc mái, 03 nhà sập; "
        "tổng thiệt hại ước khoảng 12,6 tỷ đồng.",
        "sum 318,5 = 241,0 | 52,3 | 25,2",
        "sum 241,0 = 86,4 | 154,6",
    ),
)
