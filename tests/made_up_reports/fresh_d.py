"""Fresh made-up passages that are traps or seldom seen in form. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "bay-do-an-quy-hoach",
        "Phê duyệt quy hoạch phân khu tỷ lệ 1/2000 diện tích 318,5 ha, quy mô dân số 24.000 người; mật độ xây "
        "dựng tối đa 40%, tầng cao từ 3 đến 25 tầng, lộ giới đường chính 34 m, bán kính cong 12 m.",
    ),
    passage(
        "bay-chi-tieu-nam-sau",
        "Phấn đấu năm 2026 giảm tỷ lệ hộ nghèo từ 1% trở lên, 95% dân số tham gia bảo hiểm y tế, trồng 150 ha "
        "rừng, tỷ lệ che phủ 52,3%, thu ngân sách tăng tối thiểu 10%, có thêm 02 xã đạt chuẩn nông thôn mới nâng "
        "cao.",
    ),
    passage(
        "bay-thi-truong-gia",
        "Giá xăng RON95 ở mức 20.340 đồng/lít, giá gas bình 12 kg 438.000 đồng, thịt lợn hơi 61.000 đồng/kg, thóc "
        "tẻ 8.200 đồng/kg; chỉ số giá tiêu dùng tăng 0,27% so với tháng trước và tăng 3,14% so với cùng kỳ.",
    ),
    passage(
        "bay-du-an-giao-thong",
        "Tuyến đường trục huyện dài 6,4 km, nền 9 m, mặt 7 m, tổng mức đầu tư 87,6 tỷ đồng theo Quyết định số "
        "1482/QĐ-UBND ngày 14/6/2023; khối lượng hoàn thành khoảng 65%, giải phóng mặt bằng 5,9 km; tuyến dự kiến "
        "thông xe ngày 30/11.",
    ),
    passage(
        "bay-thong-tin-van-ban",
        "Ban hành Kế hoạch số 87/KH-UBND, Công văn số 612/UBND-VP, Chỉ thị số 05/CT-UBND; tổ chức họp ngày 12/4, "
        "26/4 và 09/5; phân công 03 đồng chí theo dõi các nhóm nhiệm vụ 1, 2, 5 và 7; thời hạn báo cáo trước 16 "
        "giờ 30 ngày 20 hằng tháng.",
    ),
    passage(
        "bay-thoi-tiet",
        "Nhiệt độ trung bình 27,8 độ C, cao nhất 38,1 độ C, thấp nhất 21,5 độ C; lượng mưa 214,6 mm, số giờ nắng "
        "168 giờ, độ ẩm 82%; bão số 4 gây gió cấp 8, giật cấp 10, nước dâng 0,6 m.",
    ),
    passage(
        "bay-so-lieu-rieng-le",
        "Khám chữa bệnh 8.416 lượt, điều trị nội trú 512 lượt (tăng 37 lượt so với tháng trước), chuyển tuyến 203 "
        "lượt; tiêm vắc xin đủ liều cho 96,4% trẻ dưới 1 tuổi; suy dinh dưỡng thể thấp còi 14,9%; xét nghiệm "
        "3.207 mẫu; 26 giường kế hoạch, công suất 71%.",
    ),
    passage(
        "bay-so-sanh-khong-goc",
        "Sản lượng cá tra thu hoạch 2.180 tấn, tăng 4,2% so với cùng kỳ và bằng 57,5% kế hoạch; năng suất 310 "
        "tấn/ha; giá xuất bán 28.500 đồng/kg; tôm nước lợ 415 tấn, giảm nhẹ 1,1%; kim ngạch thủy sản tăng gần gấp "
        "rưỡi.",
    ),
    passage(
        "bay-vu-doi-tuong",
        "Các lực lượng phát hiện 7 vụ/9 đối tượng đánh bạc, thu 23,4 triệu đồng, 04 điện thoại; 3 vụ/3 đối tượng "
        "ma túy, thu 1,82 gam; lập hồ sơ quản lý 14 người nghiện, bàn giao 02 trường hợp cho cơ sở cai nghiện số "
        "1; tuyên truyền lưu động 11 buổi.",
    ),
    passage(
        "bay-hai-loai-don-vi",
        "Toàn xã có 11 thôn, 24 chi bộ, 618 đảng viên, 3.418 hộ, 13.907 khẩu, diện tích tự nhiên 2.764,9 ha, 01 "
        "trạm y tế, 05 trường học, 02 chợ và 46 doanh nghiệp; độ tuổi lao động chiếm khoảng 58%.",
    ),
    passage(
        "bay-ban-do-may",
        "Cấp phát 600 bộ máy tính cấu hình 8 GB/256 GB cho 12 xã; đường truyền 200 Mbps, 3 camera một phòng họp; "
        "88% cán bộ dùng chữ ký số; tỷ lệ văn bản trao đổi điện tử 97,5%; chi phí thuê bao 1,2 triệu đồng/tháng.",
    ),
    passage(
        "bay-lich-tiem",
        "Chiến dịch uống vitamin A tổ chức 2 đợt, ngày 01 - 02/6 và 01 - 02/12, tại 24 điểm, cho trẻ 6 - 36 tháng "
        "tuổi; liều 100.000 đơn vị với trẻ dưới 12 tháng, 200.000 đơn vị với trẻ trên 12 tháng; mỗi điểm 3 cán bộ.",
    ),
    passage(
        "ban-bien-ban-chua-khop",
        "Hội đồng kiểm kê 3 kho dự trữ: kho số 1 có 128 thùng, kho số 2 có 94 thùng, kho số 3 có 77 thùng; cộng "
        "chung ba kho 309 thùng lương khô. Cấp cho các tổ xung kích 56 thùng, phục vụ 448 lượt người trực bão.",
        "sum 309 = 128 | 94 | 77 !",
    ),
    passage(
        "giam-ngheo-xa-vung-cao",
        "Tỷ lệ hộ nghèo đầu năm 18,24% (1.094 hộ), cuối năm còn 14,17% (857 hộ), giảm 4,07%, tương ứng 237 hộ. Hộ "
        "cận nghèo còn 612 hộ, chiếm 10,1%. Kế hoạch giảm 4,5%, như vậy mới đạt 90,4%.",
        "difference- 4,07 = 14,17 | 18,24",
        "difference- 237 = 857 | 1.094",
        "percent 90,4 = 4,07 | 4,5",
    ),
    passage(
        "quoc-phong-huan-luyen",
        "Tổng quân số dự bị động viên được sắp xếp 286/290, đạt 98,6%; đúng chuyên nghiệp quân sự 241 đồng chí "
        "(84%), gần đúng 45 đồng chí (16,7%). Kiểm tra sẵn sàng động viên có mặt 142/150, vắng có lý do 8.",
        "percent 98,6 = 286 | 290",
        "share 84 = 241 | 286",
        "sum 286 = 241 | 45",
        "share 16,7 = 45 | 286 !",
        "remaining 8 = 150 | 142",
    ),
    passage(
        "khuyen-hoc",
        "Quỹ khuyến học huyện hiện có 2.845 triệu đồng, trong đó cấp xã, phường quản lý 1.990 triệu đồng, cấp "
        "huyện 855 triệu đồng; năm học qua thưởng 1.260 học sinh, mức 300 nghìn đồng/em, tổng chi 378 triệu đồng, "
        "bằng 13,2% quỹ. Dòng họ học tập 96/112 = 85,7%.",
        "sum 2.845 = 1.990 | 855",
        "crosscheck 378 = 1.260@em | 300",
        "percent 13,2 = 378 | 2.845 ~",
        "percent 85,7 = 96 | 112",
    ),
)
