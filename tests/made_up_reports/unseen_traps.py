"""Unseen made-up passages with many numbers and few or no calculations. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "ke-hoach-khong-in-dai",
        "Thu NSNN trên địa bàn tháng 7 ước đạt 1.284 triệu đồng, lũy kế 7 tháng ước đạt 9.416 triệu đồng, bằng 64,2% "
        "dự toán pháp lệnh và 61,8% dự toán phấn đấu, tăng 8,3% so với cùng kỳ; chi ngân sách lũy kế 8.905 triệu "
        "đồng, đạt 55,7% dự toán.",
    ),
    passage(
        "chi-thi-so-hieu",
        "Triển khai Chỉ thị số 05-CT/TW, Kết luận 01-KL/TW; Nghị định 136/2020/NĐ-CP, Thông tư 149/2020/TT-BCA; Đề "
        "án 06/CP; Quyết định 1719/QĐ-TTg ngày 14/10/2021 (Dự án 1, 2, 4, 10); UBND xã ban hành 12 kế hoạch, 34 công "
        "văn, 08 báo cáo gửi về huyện trước ngày 20/8.",
    ),
    passage(
        "lop-hoc-lien-quan",
        "Trung tâm HTCĐ mở 14 lớp chuyển giao KHKT với 612 lượt người, 03 lớp tin học (75 học viên), 21 buổi nói "
        "chuyện chuyên đề cho 1.840 lượt người; kinh phí 48,6 triệu đồng, bình quân mỗi lớp học 03 buổi, thời gian "
        "từ 19h30 đến 21h00.",
    ),
    passage(
        "gia-ca",
        "Giá lợn hơi 52.000 - 56.000 đồng/kg, giảm 3.000 đồng/kg so với tháng trước; gà ta 95.000 đồng/kg; lúa tươi "
        "6.800 - 7.200 đồng/kg; chỉ số giá tiêu dùng tháng 6 tăng 0,21%, trong đó nhóm thực phẩm tăng 0,64%, giao "
        "thông giảm 1,12%; giá vàng 99,99 bình quân 5,46 triệu đồng/chỉ.",
    ),
    passage(
        "nang-suat-tang",
        "Năng suất lúa Xuân bình quân 63,8 tạ/ha, cao hơn năm trước; mô hình 5 ha lúa TBR225 đạt 71 tạ/ha; sâu cuốn "
        "lá nhỏ mật độ 20-30 con/m2, cục bộ 80 con/m2, diện tích nhiễm 46 ha, phòng trừ 120 lượt ha; bệnh đạo ôn tỷ "
        "lệ 3-5% số lá.",
    ),
    passage(
        "hop-giao-ban",
        "Đã tổ chức 02 kỳ họp HĐND (01 kỳ thường lệ, ban hành 09 nghị quyết), 06 phiên họp Thường trực; tiếp xúc cử "
        "tri tại 12 điểm với 864 lượt cử tri tham dự, 97 ý kiến; các Ban thực hiện 04 cuộc khảo sát, 26/27 đại biểu "
        "tham dự kỳ họp thứ 9.",
    ),
    passage(
        "tham-nien-so-nha",
        "Tuyên dương 15 gia đình có 03 thế hệ chung sống, 7 cặp vợ chồng 50 năm kết hôn; mừng thọ cụ 100 tuổi 02 cụ, "
        "95 tuổi 11 cụ, 90 tuổi 27 cụ, 70-85 tuổi 143 cụ, mức quà từ 200.000 đến 1.000.000 đồng.",
    ),
    passage(
        "truy-na-tang-vat",
        'Qua tuần tra kiểm soát đã bắt quả tang 01 vụ, 04 đối tượng đánh bạc dưới hình thức "tá lả", thu giữ '
        "6.450.000 đồng, 52 quân bài, 04 ĐTDĐ; bắt 02 đối tượng tàng trữ 0,316g heroin, 03 viên ma túy tổng hợp; vận "
        "động giao nộp 05 súng cồn, 2,4kg pháo, 11 vũ khí thô sơ.",
    ),
    passage(
        "muc-tieu-nam-sau",
        "Chỉ tiêu năm 2025: tốc độ tăng GTSX 12,5%; thu ngân sách 15,6 tỷ đồng; tỷ lệ hộ nghèo giảm còn 1,8%; 95% "
        "dân số tham gia BHYT; giải quyết việc làm cho 350 lao động; 100% trẻ 5 tuổi đến trường; 98% hộ dùng nước "
        "HVS; 5/6 thôn đạt danh hiệu văn hóa.",
    ),
    passage(
        "vang-goc-ty-le",
        "Tỷ lệ giải ngân của huyện đạt 61,7%, xếp thứ 7/13 huyện, thành phố, thấp hơn bình quân chung toàn tỉnh; "
        "trong 36 dự án có 11 dự án giải ngân đạt trên 90%, 09 dự án dưới 30%, 02 dự án chưa giải ngân.",
        "?subset 36 = 11 | 09 | 02",
    ),
    passage(
        "ket-hop-hai-thoi-ky",
        "Trong tháng 8 tiếp 14 lượt công dân, nhận 22 đơn; từ đầu năm đến nay tiếp 118 lượt công dân, nhận 163 đơn. "
        "Riêng tại Trụ sở tiếp công dân tỉnh có 06 lượt người của huyện đến khiếu kiện, phòng tiếp dân mở vào ngày "
        "10 và ngày 25 hằng tháng.",
    ),
    passage(
        "phong-trao-nhieu-viec",
        "Ra quân vệ sinh 26 đợt, 1.912 lượt người, thu gom 38 tấn rác, nạo vét 4,6 km kênh mương, trồng 3.250 m "
        "đường hoa, 640 cây xanh, lắp 112 bóng điện (2,8 km), trị giá 217 triệu đồng; sửa 03 nhà, thăm hỏi 45 hội "
        "viên ốm đau, 12 hội viên già yếu.",
    ),
    passage(
        "ubnd-thu-hoi-dat",
        "UBND huyện ban hành thông báo thu hồi đất đối với 64 hộ, 02 tổ chức; quyết định phê duyệt giá đất cụ thể "
        "85.000 đồng/m2 (đất lúa), 72.000 đồng/m2 (đất màu), 1.950.000 đồng/m2 (đất ở vị trí 2); hệ số K = 1,25; bãi "
        "thải tại Km 21+450, tỷ lệ 1/500.",
    ),
    passage(
        "nhieu-nam-khong-tinh",
        "Giai đoạn 2016 - 2020 tăng trưởng bình quân 7,2%/năm, giai đoạn 2021 - 2023 bình quân 8,1%/năm; PCI năm "
        "2022 đạt 64,81 điểm, xếp thứ 33/63; PAR Index 86,24%, xếp thứ 29/63; PAPI 42,17 điểm thuộc nhóm trung bình "
        "- cao.",
    ),
    passage(
        "tang-giam-khong-goc",
        "Tình hình tội phạm về trật tự xã hội giảm 12,4%, trộm cắp giảm 18%, cố ý gây thương tích tăng 5,3%, lừa đảo "
        "qua mạng tăng 41%; tỷ lệ điều tra khám phá đạt 87,9%, trong đó án rất nghiêm trọng, đặc biệt nghiêm trọng "
        "đạt 100%, vượt chỉ tiêu Bộ giao.",
    ),
    passage(
        "thieu-phan",
        "Tổng vốn CTMTQG giao năm 2024 là 38.650 triệu đồng, trong đó vốn đầu tư 24.100 triệu đồng, riêng DTTS và MN "
        "15.480 triệu đồng, NTM 8.620 triệu đồng; các tiểu dự án đang lập hồ sơ, dự kiến khởi công trong tháng 9; đã "
        "phân bổ 100% kế hoạch.",
        "subset 38.650 = 24.100",
        "?sum 24.100 = 15.480 | 8.620",
    ),
    passage(
        "giao-trung-nhom",
        "Trong 248 lao động đi làm việc ở nước ngoài có 96 lao động nữ, 141 lao động thuộc hộ nghèo, cận nghèo, 57 "
        "lao động đi thị trường Nhật Bản, 163 lao động đi thị trường Đài Loan; thu nhập từ 18 đến 35 triệu "
        "đồng/tháng.",
        "?subset 248 = 96 | 141 | 57 | 163",
    ),
    passage(
        "don-vi-nguoi-luot",
        "Khám sức khỏe định kỳ cho 1.126 người cao tuổi; khám BHYT 3.418 lượt, kê đơn 3.402 lượt, chuyển tuyến 116 "
        "lượt; test nhanh ĐTĐ 540 người, phát hiện nghi ngờ 38 người; tăng huyết áp quản lý 412 bệnh nhân, đái tháo "
        "đường 157 bệnh nhân, tâm thần 23 bệnh nhân.",
    ),
)
