"""Made-up passages on the work of offices, after wordings met in rounds over real texts: no real text or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "thuy-san-quy-trong-ngoac",
        "Nghề nuôi cá lồng phát triển ổn định, sản lượng cá thịt đạt 2.148,6 tấn, tăng 12,7% so với cùng kỳ năm "
        "2020 (quý II ước đạt 733,9 tấn, tăng 8,2%); sản lượng tôm 9 tháng ước 418,3 tấn, giảm 3,1% (quý III ước "
        "152,4 tấn, giảm 5,6%).",
    ),
    passage(
        "thu-giu-nhieu-loai",
        "Lực lượng liên ngành thu giữ 38,214 kg pháo; 143 khẩu súng tự chế, trong đó có 2.716 viên đạn các loại, "
        "391 bộ kích điện, 64 xe máy, hơn 19 tỷ đồng.",
    ),
    passage(
        "thon-ban-kho-khan",
        "Huyện có 18 xã với 317 thôn, bản, khu phố, trong đó có 298 thôn, bản, có 41 thôn, bản đặc biệt khó khăn.",
        "?subset 317 = 298",
        "?subset 317 = 298 | 41",
    ),
    passage(
        "bau-cu-danh-sach-dai",
        "Tỉnh bầu đủ 76 đại biểu HĐND tỉnh trên tổng số 131 người ứng cử, trong đó, 22 đại biểu nữ (28,95%), 9 đại "
        "biểu người dân tộc ít người (11,84%), 4 đại biểu ngoài Đảng (5,26%), 19 đại biểu tái cử (25%), 7 đại biểu "
        "dưới 35 tuổi (9,21%), 2 đại biểu là chức sắc (tỷ lệ 2,63%).",
        "percent 28,95 = 22 | 76",
        "percent 11,84 = 9 | 76",
        "percent 5,26 = 4 | 76",
        "percent 25 = 19 | 76",
        "percent 9,21 = 7 | 76",
        "percent 2,63 = 2 | 76",
        "?subset 76 = 22 | 9 | 4 | 19 | 7 | 2",
    ),
    passage(
        "tiep-dan-doan-dong-nguoi",
        "Về đoàn đông người, quý này đón 06 lượt đoàn/83 lượt người. So với cùng kỳ năm trước giảm 09 lượt đoàn, "
        "147 lượt người (9 tháng đầu năm 2018 có 15 lượt đoàn/230 lượt người).",
        "difference- 09 = 06 | 15",
        "difference- 147 = 83 | 230",
    ),
    passage(
        "bao-phu-theo-quyet-dinh",
        "Đến hết quý III, độ bao phủ bảo hiểm y tế mới đạt 88,35% dân số, thấp hơn 4,15% so với chỉ tiêu giao tại "
        "Quyết định số 318/QĐ-UBND ngày 14/02/2022 của Ủy ban nhân dân tỉnh (92,5%) và thấp hơn 4,65% so với chỉ "
        "tiêu đề ra tại Nghị quyết số 09-NQ/HU của Huyện ủy (93%).",
        "difference- 4,15 = 88,35 | 92,5",
        "difference- 4,65 = 88,35 | 93",
    ),
    passage(
        "bao-phu-tren-luc-luong-lao-dong",
        "Cuối tháng 9, toàn huyện có 46.318 người tham gia bảo hiểm xã hội, tăng 1.207 người. Tỷ lệ bao phủ đạt "
        "21,47% so với lực lượng lao động (215.760).",
        "percent 21,47 = 46.318 | 215.760",
    ),
    passage(
        "so-thu-du-toan-noi-sau",
        "Lũy kế đến ngày 20/5, số thu của chi cục đạt 7.316 tỷ đồng. Mức thu này đạt 38,3% dự toán và tăng 14,2% "
        "so với cùng kỳ. Ước thu tháng 5 có thể đạt 1.450 tỷ đồng. Trước đó, chi cục được giao dự toán thu ngân "
        "sách là 19.100 tỷ đồng.",
        "percent 38,3 = 7.316 | 19.100",
    ),
    passage(
        "xuat-khau-ca-nuoc-noi-sau",
        "Trong các địa phương dẫn đầu có Phú Long đạt 8,436 tỷ USD, chiếm 15,92% tổng kim ngạch cả nước; An Hải "
        "đạt 5,127 tỷ USD, chiếm 9,68% tổng kim ngạch cả nước. Năm địa phương đứng đầu đạt 24,8 tỷ USD (cả nước "
        "đạt 52,98 tỷ USD).",
        "share 15,92 = 8,436 | 52,98",
        "share 9,68 = 5,127 | 52,98",
    ),
    passage(
        "von-binh-quan-mot-doanh-nghiep",
        "Trong tháng, tỉnh có 214 doanh nghiệp đăng ký thành lập mới với số vốn đăng ký là 1.862 tỷ đồng, giảm 6% "
        "về số doanh nghiệp. Vốn đăng ký bình quân một doanh nghiệp thành lập mới đạt 8,7 tỷ đồng, tăng 4% so với "
        "tháng trước.",
        "crosscheck 1.862 = 214 | 8,7",
    ),
    passage(
        "tieu-chi-binh-quan-moi-xa",
        "Tổng số tiêu chí đạt được của 78 xã là 1.304 tiêu chí, bình quân mỗi xã đạt 16,7 tiêu chí, tăng 0,8 tiêu "
        "chí so với cuối năm trước.",
        "crosscheck 1.304 = 78 | 16,7",
    ),
    passage(
        "lua-trieu-hecta",
        "Vụ mùa toàn vùng gieo cấy 1,264 triệu ha. Năng suất dự kiến 5,42 tấn/ha, sản lượng ước đạt 6,85 triệu tấn "
        "thóc.",
        "crosscheck 6,85 = 1,264 | 5,42",
    ),
    passage(
        "thon-chuan-tang-them",
        "Tỷ lệ số xã đạt chuẩn nâng cao 12,5% (2 xã); tỷ lệ thôn đạt chuẩn 61,7% (79/128 thôn, tăng thêm 24 thôn); "
        "tỷ lệ thôn kiểu mẫu 2,3% (3 thôn).",
        "percent 61,7 = 79 | 128",
        "percent 2,3 = 3 | 128",
    ),
    passage(
        "no-xau-gan-tren",
        "Tổng nguồn vốn huy động đạt 71.000 tỷ đồng, tăng 3,1%; dư nợ cho vay đạt trên 64.000 tỷ đồng. Nợ xấu là "
        "gần 880 tỷ đồng, chiếm 1,38% tổng dư nợ.",
        "?share 1,38 = 880 | 64.000",
    ),
    passage(
        "ty-trong-trong-mot-ve",
        "Tốc độ tăng trưởng bình quân 5 năm của xã đạt 11,42%, vượt 0,6% so với chỉ tiêu nghị quyết; tỷ trọng "
        "ngành thương mại - dịch vụ chiếm 47%, tiểu thủ công nghiệp 31% và nông nghiệp 22%.",
        "sum  = 47 | 31 | 22",
    ),
    passage(
        "von-cap-moi-tang-them",
        "Tính chung 9 tháng, tổng vốn đăng ký cấp mới, tăng thêm và góp vốn mua cổ phần của nhà đầu tư là 5,84 tỷ "
        "USD. Ước tính các dự án đã giải ngân 3,2 tỷ USD. Khu Đông Sơn dẫn đầu với tổng vốn đăng ký 1,27 tỷ USD, "
        "chiếm 21,7% tổng vốn đầu tư.",
        "share 21,7 = 1,27 | 5,84",
    ),
    passage(
        "khen-thuong-vuot-troi",
        "Kết quả cuối kỳ: 100% học sinh được đánh giá mức Đạt; học sinh hoàn thành xuất sắc 1.136 em (64,8%), học "
        "sinh có thành tích vượt trội 231 em (27,9%), học sinh tiến bộ vượt bậc 29 em (3,6%), học sinh hoàn thành "
        "tốt 12 em (1,4%).",
    ),
    passage(
        "mien-giam-hoc-phi",
        "Nhà trường miễn, giảm 318 suất học phí (5,2%), miễn giảm 46 suất bảo hiểm (2,7%); khen 1.204 em.",
    ),
    passage(
        "muc-qua-co-ngoac",
        "Mức quà 450.000 đồng (trung ương 350.000 đồng; địa phương 100.000 đồng) cho 1.264 người = 568.800.000 đồng.\n"
        "Mức quà 250.000 đồng/người (trung ương 150.000 đồng/người; địa phương 100.000 đồng/người) cho 3.118 người = "
        "797.500.000 đồng.",
        "crosscheck 568.800.000 = 1.264 | 450.000",
        "crosscheck 797.500.000 = 3.118 | 250.000 !",
        "?sum 450.000 = 350.000 | 100.000",
        "?sum 250.000 = 150.000 | 100.000#2",
    ),
)
