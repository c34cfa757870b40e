"""Made-up passages on people: the poor, honoured citizens, schools, health, insurance, registers. Nothing is real."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "ho-ngheo",
        "Toàn xã còn 86 hộ nghèo, chiếm 3,1% và 124 hộ cận nghèo, chiếm 4,5% trên tổng số 2.755 hộ dân.",
        "share 3,1 = 86 | 2.755",
        "share 4,5 = 124 | 2.755",
    ),
    passage(
        "ho-ngheo-diem",
        "Tỷ lệ hộ nghèo giảm từ 4,86% xuống còn 3,52%, giảm 1,34 điểm phần trăm (vượt chỉ tiêu được giao 0,34%).",
        "difference- 1,34 = 3,52 | 4,86",
    ),
    passage(
        "ho-ngheo-diem-sai",
        "Cuối năm 2022 tỷ lệ hộ nghèo đa chiều còn 6,15%, giảm 1,78% so với đầu năm (7,83%).",
        "difference- 1,78 = 6,15 | 7,83 !",
    ),
    passage(
        "ho-ngheo-so",
        "Qua rà soát, số hộ nghèo đầu năm 412 hộ, thoát nghèo 97 hộ, phát sinh mới 11 hộ, cuối năm còn 326 hộ.",
    ),
    passage(
        "can-ngheo-nhan-khau",
        "Phường có 143 hộ cận nghèo với 418 nhân khẩu; trong đó 65 hộ do phụ nữ làm chủ, 22 hộ có người khuyết tật.",
        "subset 143 = 65 | 22",
    ),
    passage(
        "qua-tet",
        "Trao 320 suất quà x 500.000 đồng/suất = 160.000.000 đồng cho hộ nghèo.",
        "crosscheck 160.000.000 = 320 | 500.000",
    ),
    passage(
        "qua-tet-sai",
        "Hội Chữ thập đỏ tặng 45 suất quà, mỗi suất trị giá 400.000 đồng, tổng trị giá 19.000.000 đồng.",
        "crosscheck 19.000.000 = 45 | 400.000 !",
    ),
    passage(
        "qua-27-7",
        "Nhân dịp 27/7, tổng số quà đã trao: 612 suất, tổng số tiền 246,3 triệu đồng. Cụ thể:\n"
        "- Quà của Chủ tịch nước: 205 suất, số tiền 63,3 triệu đồng;\n"
        "- Quà của tỉnh: 287 suất, số tiền 143,5 triệu đồng;\n"
        "- Quà của xã: 120 suất, số tiền 39,5 triệu đồng.",
        "sum 612 = 205 | 287 | 120",
        "sum 246,3 = 63,3 | 143,5 | 39,5",
    ),
    passage(
        "qua-hai-muc",
        "Chi trả quà của Chủ tịch nước cho 118 người, gồm 18 người mức 600.000 đồng và 100 người mức 300.000 đồng, "
        "tổng "
        "kinh phí 40.800.000 đồng.",
        "sum 118 = 18 | 100",
    ),
    passage(
        "nguoi-co-cong",
        "Đang quản lý 264 đối tượng người có công hưởng trợ cấp hằng tháng (thương binh 71, bệnh binh 38, thân nhân "
        "liệt sĩ 96, nhiễm chất độc hóa học 59).",
        "sum 264 = 71 | 38 | 96 | 59",
    ),
    passage(
        "nguoi-co-cong-sai",
        "Tiếp nhận, giải quyêt 31 hồ sơ chính sách: mai táng phí: 12; thờ cúng liệt sĩ: 09; sao lục: 07; khác: 05.",
        "sum 31 = 12 | 09 | 07 | 05 !",
    ),
    passage(
        "bao-tro",
        "Chi trả trợ cấp cho 1.026 đối tượng bảo trợ xã hội, trong đó có 402 người từ đủ 80 tuổi trở lên và 371 người "
        "khuyết tật.",
        "subset 1.026 = 402 | 371",
    ),
    passage(
        "bhyt",
        "Có 11.862/12.480 người tham gia BHYT, đạt tỷ lệ bao phủ 95,05% dân số.",
        "percent 95,05 = 11.862 | 12.480",
    ),
    passage(
        "bhyt-sai",
        "Đến nay toàn huyện có 78.416 người tham gia bảo hiểm y tế/82.930 người dân, đạt 95,46%.",
        "percent 95,46 = 78.416 | 82.930 !",
    ),
    passage(
        "bhxh",
        "Số người tham gia BHXH là 3.906 người, tăng 214 người so với cùng kỳ; gồm 3.215 người tham gia bắt buộc và "
        "691 "
        "người tham gia tự nguyện, đạt 48,2% lực lượng lao động.",
        "sum 3.906 = 3.215 | 691",
    ),
    passage(
        "bhxh-cung-ky",
        "BHXH tự nguyện: 418 người, tăng 63 người so với cùng kỳ (355 người), đạt 83,6% kế hoạch (500 người).",
        "difference+ 63 = 418 | 355",
        "percent 83,6 = 418 | 500",
    ),
    passage(
        "hoc-sinh",
        "Năm học 2019 - 2020 toàn phường có 09 trường với 4.512 học sinh, trong đó: mầm non 03 trường, 1.130 cháu; "
        "tiểu "
        "học 04 trường, 2.006 em; THCS 02 trường, 1.376 em.",
        "sum 09 = 03 | 04 | 02",
        "sum 4.512 = 1.130 | 2.006 | 1.376",
    ),
    passage(
        "hoc-sinh-giam",
        "Cấp tiểu học có 58 lớp với 1.874 học sinh (giảm 46 học sinh so với năm học trước, tương đương 2,4%).",
        "growth-d 2,4 = 1.874 | 46",
    ),
    passage(
        "tot-nghiep",
        "Xét công nhận tốt nghiệp THCS cho 311/312 học sinh, tỷ lệ 99,68%; trúng tuyển lớp 10 công lập 226 em (72,7%).",
        "percent 99,68 = 311 | 312",
        "?share 72,7 = 226 | 311",
    ),
    passage(
        "xep-loai",
        "Xếp loại học lực: Giỏi 31,2%, Khá 44,5%, Trung bình 22,9%, Yếu 1,4%.",
        "sum  = 31,2 | 44,5 | 22,9 | 1,4",
    ),
    passage(
        "chuan-quoc-gia",
        "Số trường đạt chuẩn quốc gia: 12/15 trường (80%), trong đó mức độ 2 có 05 trường.",
        "percent 80 = 12 | 15",
        "subset 12 = 05",
    ),
    passage(
        "kham-benh",
        "Tổng số lượt khám chữa bệnh trong tháng: 1.246 lượt, so với tháng trước tăng 118 lượt = 10,5%; trong đó khám "
        "BHYT 1.087 lượt (chiếm 87,2%).",
        "growth+d 10,5 = 1.246 | 118",
        "share 87,2 = 1.087 | 1.246",
        "?subset 1.246 = 1.087",
    ),
    passage(
        "kham-benh-sai",
        "Khám chữa bệnh được 8.430 lượt người, đạt 68,1% KH năm (12.000 lượt).",
        "percent 68,1 = 8.430 | 12.000 !",
    ),
    passage(
        "tiem-chung",
        "Tiêm chủng đầy đủ cho trẻ dưới 01 tuổi: 96/104 trẻ, đạt 92,3%; tiêm viêm não mũi 2: 101 trẻ.",
        "percent 92,3 = 96 | 104",
    ),
    passage(
        "sot-xuat-huyet",
        "Ghi nhận 27 ca mắc sốt xuất huyết (cùng kỳ 45 ca), giảm 18 ca, giảm 40%; không có tử vong.",
        "difference- 18 = 27 | 45",
        "growth- 40 = 27 | 45",
        "?growth-d 40 = 27 | 18",
    ),
    passage(
        "tay-chan-mieng",
        "Bệnh tay chân miệng 14 ca, giảm 06 ca so với cùng kỳ (giảm 33,3%).",
        "growth-d 33,3 = 14 | 06 !",
    ),
    passage(
        "dan-so",
        "Số trẻ sinh ra 9 tháng là 153 trẻ (nam 79, nữ 74), trong đó con thứ 3 trở lên 12 trẻ, chiếm 7,8%.",
        "sum 153 = 79 | 74",
        "share 7,8 = 12 | 153",
        "?subset 153 = 12",
    ),
    passage(
        "lao-dong",
        "Giải quyết việc làm mới cho 1.318 lao động, đạt 101,4% KH; trong đó xuất khẩu lao động 56 người.",
        "subset 1.318 = 56",
    ),
    passage(
        "lao-dong-ke-hoach",
        "Giải quyết việc làm cho 642 người, đạt 80,25% kế hoạch năm (800 người); đào tạo nghề 158 người, đạt 79% kế "
        "hoạch (200 người).",
        "percent 80,25 = 642 | 800",
        "percent 79 = 158 | 200",
    ),
    passage(
        "ho-tich",
        "Đăng ký khai sinh 64 trường hợp (đúng hạn 51, quá hạn 9, đăng ký lại 4); khai tử 21 trường hợp; kết hôn 33 "
        "cặp.",
        "sum 64 = 51 | 9 | 4",
    ),
    passage(
        "ho-tich-tong",
        "Trong tháng: khai sinh 18, khai tử 07, kết hôn 12, xác nhận tình trạng hôn nhân 25 trường hợp; tổng cộng 62 "
        "trường hợp.",
        "sum 62 = 18 | 07 | 12 | 25",
    ),
    passage(
        "chung-thuc",
        "Chứng thực 1.905 bản sao, 214 chữ ký, 38 hợp đồng giao dịch; lệ phí thu được 9.736.000 đồng.",
    ),
    passage(
        "van-hoa",
        "Có 2.604/2.755 hộ đăng ký gia đình văn hóa, đạt 94,5% và 14/15 thôn đăng ký thôn văn hóa, chiếm 93,3%.",
        "percent 94,5 = 2.604 | 2.755",
        "percent 93,3 = 14 | 15",
    ),
    passage(
        "nu-dang-vien",
        "Hội nghị có 214 đại biểu dự, trong đó 76 đại biểu nữ, 198 đại biểu là đảng viên.",
        "subset 214 = 76 | 198",
    ),
    passage(
        "dang-vien-moi",
        "Kết nạp 14 đảng viên mới (nữ 9 đồng chí; tuổi bình quân 27,5), đạt 93,3% chỉ tiêu.",
        "?subset 14 = 9",
    ),
    passage(
        "nhap-ngu",
        "Đã giao đủ 21/21 công dân nhập ngũ, đạt 100% chỉ tiêu.",
        "percent 100 = 21 | 21",
    ),
    passage(
        "kham-tuyen",
        "Phát lệnh khám sơ tuyển cho 187 thanh niên, có mặt 179 (đạt 95,7%), vắng 8; kết quả đủ điều kiện 96 thanh "
        "niên.",
        "percent 95,7 = 179 | 187",
        "?remaining 8 = 187 | 179",
    ),
    passage(
        "nha-tam",
        "Tổng số nhà cần xóa: 46 nhà (xây mới 31, sửa chữa 15). Đã khởi công 40 nhà, trong đó hoàn thành 28 nhà; còn "
        "06 "
        "nhà chưa khởi công.",
        "sum 46 = 31 | 15",
        "subset 40 = 28",
        "remaining 06 = 46 | 40",
    ),
    passage(
        "nha-tam-sai",
        "Trong tổng số 58 căn được phê duyệt đã bàn giao 33 căn, đang thi công 17 căn, còn lại 9 căn chưa triển khai.",
        "remaining 9 = 58 | 33 | 17 !",
    ),
    passage(
        "the-duc",
        "Tỷ lệ người tập luyện thể dục thường xuyên 38,5%; gia đình thể thao 27,2%; 05 câu lạc bộ hoạt động đều.",
    ),
    passage(
        "thu-vien",
        "Thư viện phục vụ 4.215 lượt bạn đọc, tăng gấp 1,5 lần so với cùng kỳ năm trước (2.810 lượt).",
        "growth+x 1,5 = 4.215 | 2.810",
    ),
    passage(
        "chu-so",
        "Trong ba trường hợp được xét có hai trường hợp đủ điều kiện, một trường hợp phải bổ sung hồ sơ.",
        "?sum ba = hai | một",
    ),
    passage(
        "chu-so-tong",
        "Toàn xã có mười hai thôn, trong đó bảy thôn miền núi và năm thôn ven biển.",
        "sum mười hai = bảy | năm",
    ),
    passage(
        "anh-ngu",
        "Tỷ lệ thất nghiệp 2.3%, giảm 0.4 điểm phần trăm so với quý trước (2.7%).",
        "difference- 0.4 = 2.3 | 2.7",
    ),
)
