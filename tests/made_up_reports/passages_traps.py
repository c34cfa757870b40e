"""Made-up passages that look like calculations and state none, and others whose layout is hard. Nothing is real."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "so-van-ban",
        "Thực hiện Nghị quyết số 15/2021/NQ-HĐND ngày 10/12/2021 và Kế hoạch số 120/KH-UBND, xã đã ban hành Công văn "
        "45/UBND-VP.",
    ),
    passage("ngay-thang", "Từ 01/7 đến 25/7 tổ chức 03 đợt ra quân vào các ngày 05/7, 12/7 và 19/7/2023."),
    passage(
        "ke-hoach-khong-in", "Thu ngân sách ước đạt 5.640 triệu đồng, bằng 72,5% dự toán và tăng 11,3% so với cùng kỳ."
    ),
    passage("tuoi", "Tặng quà 24 cụ tròn 100 tuổi, 56 cụ 90 tuổi, tuổi cao nhất 103."),
    passage("chi-tieu", "Mục tiêu năm 2026: thu nhập bình quân 72 triệu đồng/người, tỷ lệ hộ nghèo dưới 1,5%."),
    passage("khong-goc", "Số đơn thư tăng 15% so với cùng kỳ; số vụ đông người giảm 20%."),
    passage("khac-loai", "Trang bị 05 máy tính, 02 máy in, 01 máy chiếu và 120 bộ bàn ghế cho Trung tâm."),
    passage("vu-doi-tuong", "Bắt 01 vụ = 01 đối tượng đánh bạc; thu giữ 3,2 triệu đồng."),
    passage("hai-ky", "Tháng 3 xảy ra 4 vụ, quý I xảy ra 9 vụ; tháng 2 không xảy ra vụ nào."),
    passage(
        "dai-ly", "Mở 02 lớp tập huấn (45 người), 01 hội thi (12 đội), 06 buổi tuyên truyền với 900 lượt người nghe."
    ),
    passage("khuyen-mai", "Thời gian giải quyết rút ngắn còn 3/5 ngày; thực hiện chế độ 24/7; Quốc lộ 18, km 12+300."),
    passage(
        "nhiem-ky", "Nhiệm kỳ 2020 - 2025, trong đó năm 2023 là năm bản lề; giai đoạn 2021-2023 hoàn thành 04 mục tiêu."
    ),
    passage("dat-muoi-phan", "100% cán bộ ký cam kết; 100% thôn có nhà văn hóa; 95% rác thải được thu gom."),
    passage(
        "chong-cheo",
        "Trong 356 lao động được giới thiệu có 180 lao động nữ, 240 lao động dưới 35 tuổi, 41 lao động thuộc hộ nghèo.",
        "?subset 356 = 180 | 240 | 41",
    ),
    passage(
        "chong-cheo-2",
        "Trợ giúp pháp lý 64 lượt người (trong đó: nữ 38, người nghèo 29, dân tộc thiểu số 44, trẻ em 05).",
        "subset 64 = 38 | 29 | 44 | 05",
    ),
    passage(
        "trong-do-lon-hon",
        "Toàn phường có 312 hộ kinh doanh, trong đó 326 hộ kinh doanh ăn uống đã ký cam kết an toàn thực phẩm.",
        "subset 312 = 326 !",
    ),
    passage(
        "trong-do-hai-chieu",
        "Kiểm tra 74 cơ sở, trong đó 52 cơ sở thực phẩm, 22 cơ sở dịch vụ; trong đó 11 cơ sở bị nhắc nhở.",
        "sum 74 = 52 | 22",
        "?subset 74 = 11",
    ),
    passage(
        "ghi-chu",
        "Đã giải quyết 1.264 hồ sơ1, đạt 99,4%.\n\n1 Đúng hạn 1.256 hồ sơ, quá hạn 08 hồ sơ.",
        "sum 1.264 = 1.256 | 08",
        "?percent 99,4 = 1.256 | 1.264",
    ),
    passage(
        "ghi-chu-tien",
        "Tổng thu phí 7 tháng là 96.400.000 đồng3.\n\n3 Phí vệ sinh 61.250.000 đồng; lệ phí hộ tịch 8.150.000 đồng; "
        "phí "
        "chứng thực 27.000.000 đồng.",
        "sum 96.400.000 = 61.250.000 | 8.150.000 | 27.000.000",
    ),
    passage(
        "gach-dau-dong",
        "- Tổng số cán bộ, công chức: 47 người\n+ Chuyên trách: 21 người\n+ Không chuyên trách: 26 người\n- Trình "
        "độ: đại "
        "học 40, cao đẳng 5, trung cấp 2",
        "sum 47 = 21 | 26",
        "?sum 47 = 40 | 5 | 2",
    ),
    passage(
        "gia-tri-truoc",
        "Kế hoạch vốn xã quản lý gồm 4.850 triệu đồng, trong đó:\n- 2.300 triệu đồng nguồn tỉnh;\n- 1.750 triệu đồng "
        "nguồn "
        "huyện;\n- 800 triệu đồng nguồn xã.",
        "sum 4.850 = 2.300 | 1.750 | 800",
    ),
    passage(
        "gia-tri-truoc-sai",
        "Được hỗ trợ 6.125 triệu đồng gồm:\n- 3.500 triệu đồng làm đường;\n- 1.425 triệu đồng xây nhà văn hóa;\n- "
        "1.020 "
        "triệu đồng sửa trường.",
        "sum 6.125 = 3.500 | 1.425 | 1.020 !",
    ),
    passage(
        "noi-va",
        "Thu hoạch được 98 ha lúa và 36 ha ngô, tổng cộng 134 ha.",
        "sum 134 = 98 | 36",
    ),
    passage(
        "chia-ra",
        "Số người ra khỏi nhà tạm: 27. Chia ra: hộ nghèo 14; hộ cận nghèo 8; người có công 5.",
        "sum 27 = 14 | 8 | 5",
    ),
    passage(
        "phan-loai",
        "Phân loại nợ 2.640 triệu đồng như sau: nợ khó thu 1.015 triệu đồng (38,4%), nợ có khả năng thu 1.625 triệu "
        "đồng "
        "(61,6%).",
        "sum 2.640 = 1.015 | 1.625",
        "share 38,4 = 1.015 | 2.640",
        "share 61,6 = 1.625 | 2.640",
        "?sum  = 38,4@% | 61,6@%",
    ),
    passage(
        "phan-tram-truoc",
        "Đã chi trả xong cho 92,8% đối tượng (582/627 người), 45 người còn lại sẽ nhận trong tháng 10.",
        "percent 92,8 = 582 | 627",
        "remaining 45 = 627 | 582",
    ),
    passage(
        "cung-ky-ngoac",
        "Số vụ ly hôn thụ lý 37 vụ (cùng kỳ 41 vụ, giảm 9,8%).",
        "growth- 9,8 = 37 | 41",
    ),
    passage(
        "cung-ky-la",
        "Doanh thu vận tải tháng 10 đạt 86,2 tỷ đồng, cùng kỳ là 79,5 tỷ đồng, tăng 8,4%.",
        "growth+ 8,4 = 86,2 | 79,5",
    ),
    passage(
        "thang-truoc",
        "Tháng 6 tiếp nhận 486 hồ sơ, tăng 31 hồ sơ so với tháng 5 (455 hồ sơ); lũy kế 6 tháng 2.713 hồ sơ.",
        "difference+ 31 = 486 | 455",
    ),
    passage(
        "tong-khong-du",
        "Tổng số 52 tổ dân phố, trong đó có 18 tổ dân phố đạt danh hiệu kiểu mẫu.",
        "subset 52 = 18",
    ),
    passage(
        "chinh-xac-nhung-hai",
        "Quỹ Vì người nghèo: kế hoạch 120 triệu đồng, thực hiện 138,6 triệu đồng (115,5%).",
        "percent 115,5 = 138,6 | 120",
    ),
    passage(
        "thieu-don-vi",
        "Cấp đổi căn cước: 418 hồ sơ, trong đó: lưu động 130; tại trụ sở: 288.",
        "sum 418 = 130 | 288",
    ),
    passage(
        "thieu-don-vi-sai",
        "Tổng đàn chó mèo 1.930 con; đã tiêm dại 1.614 con đạt 83,6%, còn lại: 361.",
        "percent 83,6 = 1.614 | 1.930",
        "remaining 361 = 1.930 | 1.614 !",
    ),
    passage(
        "hoa-thuong",
        "TỔNG CỘNG: 215 hội viên (Hội Nông dân: 96, Hội Phụ nữ: 74, Hội Cựu chiến binh: 45)",
        "sum 215 = 96 | 74 | 45",
    ),
    passage(
        "cach-thua",
        "Thu hộ phí : 24.600.000 đ , đạt 82 % kế hoạch ( 30.000.000 đ ) .",
        "percent 82 = 24.600.000 | 30.000.000",
    ),
    passage(
        "dinh-lien",
        "Trồng 1.500cây xanh,đạt 75%KH(2.000cây).",
        "percent 75 = 1.500 | 2.000",
    ),
    passage(
        "khac-ky-tong",
        "Quý I tiếp 31 lượt, quý II tiếp 44 lượt, 6 tháng đầu năm tiếp 75 lượt công dân.",
        "sum 75 = 31 | 44",
    ),
    passage(
        "ca-nam-sai",
        "6 tháng đầu năm cấp 96 giấy phép xây dựng, 6 tháng cuối năm cấp 118 giấy phép, cả năm cấp 241 giấy phép.",
        "sum 241 = 96 | 118 !",
    ),
    passage(
        "hai-nhom",
        "Tổ chức 12 lớp, 486 học viên: 7 lớp chuyên môn (281 học viên) và 5 lớp kỹ năng số (205 học viên).",
        "sum 12 = 7 | 5",
        "sum 486 = 281 | 205",
    ),
    passage(
        "muc-lon",
        "Lượng kiều hối qua ngân hàng 2,15 tỷ USD, tăng 0,35 tỷ USD, tương đương tăng 19,4% so với năm trước.",
        "growth+d 19,4 = 2,15 | 0,35",
    ),
    passage(
        "bang-ratio",
        "Sản lượng điện thương phẩm 412,6 triệu kWh, bằng 96,3% cùng kỳ (428,5 triệu kWh), giảm 3,7%.",
        "percent 96,3 = 412,6 | 428,5",
        "growth- 3,7 = 412,6 | 428,5",
    ),
)
