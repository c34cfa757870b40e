"""Made-up passages on order and office work: police, accidents, fires, complaints, dossiers. Nothing is real."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "pham-phap",
        "Phạm pháp hình sự xảy ra 8 vụ, giảm 3 vụ (-27,27%) so với cùng kỳ; làm rõ 6/8 vụ, đạt 75%.",
        "growth-d 27,27 = 8 | 3",
        "percent 75 = 6 | 8#2",
    ),
    passage(
        "pham-phap-bang",
        "Tội phạm về trật tự xã hội: 06 vụ; so với cùng kỳ: giảm 02 vụ = 25,0%.",
        "growth-d 25,0 = 06 | 02",
    ),
    passage(
        "pham-phap-sai",
        "Trộm cắp tài sản xảy ra 09 vụ, tăng 03 vụ (+33,3%) so với cùng kỳ năm trước.",
        "growth+d 33,3 = 09 | 03 !",
    ),
    passage(
        "kham-pha",
        "Lũy kế 9 tháng phát hiện 684 vụ/1.102 đối tượng, tăng 96 vụ (16,3%); điều tra khám phá 561/684 vụ (đạt 82%).",
        "growth+d 16,3 = 684 | 96",
        "percent 82 = 561 | 684#2",
    ),
    passage(
        "ma-tuy",
        "Bắt giữ 24 vụ, 31 đối tượng về ma túy; khởi tố 17 vụ, 22 bị can; xử lý hành chính 05 vụ, 06 đối tượng; đang "
        "xác minh 02 vụ, 03 đối tượng.",
        "?sum 24 = 17 | 05 | 02",
        "?sum 31 = 22 | 06 | 03",
    ),
    passage(
        "ma-tuy-ngoac",
        "Toàn tỉnh hiện có 1.214 người nghiện có hồ sơ quản lý (giảm 58 người so với cuối năm 2020), trong đó: ngoài "
        "xã "
        "hội 803 người, tại cơ sở cai nghiện 262 người, trong trại giam 149 người.",
        "sum 1.214 = 803 | 262 | 149",
    ),
    passage(
        "tngt-ba-tieu-chi",
        "Tai nạn giao thông xảy ra 18 vụ, làm chết 7 người, bị thương 14 người; so với cùng kỳ giảm 4 vụ (-18,18%), "
        "giảm 1 người chết (-12,5%), tăng 2 người bị thương (+16,67%).",
        "growth-d 18,18 = 18 | 4",
        "growth-d 12,5 = 7 | 1",
        "growth+d 16,67 = 14#1 | 2",
    ),
    passage(
        "tngt-sai",
        "Xảy ra 31 vụ TNGT, làm chết 12 người, bị thương 25 người. So với cùng kỳ: giảm 9 vụ (22,5%), giảm 3 người "
        "chết "
        "(25%), giảm 5 người bị thương (16,7%).",
        "growth-d 22,5 = 31 | 9",
        "growth-d 25#2 = 12 | 3 !",
        "growth-d 16,7 = 25#1 | 5",
    ),
    passage(
        "tngt-tuyen",
        "Trong 26 vụ có 21 vụ đường bộ, 03 vụ đường sắt, 02 vụ đường thủy nội địa.",
        "sum 26 = 21 | 03 | 02",
    ),
    passage(
        "tngt-tren-cung-ky",
        "Số vụ va chạm: 12/15 vụ (giảm 03 vụ); số người bị thương: 10/16 người (giảm 06 người) so với cùng kỳ.",
        "difference- 03 = 12 | 15",
        "difference- 06 = 10 | 16",
    ),
    passage(
        "xu-phat-gt",
        "Lập biên bản 418 trường hợp vi phạm TTATGT, ra quyết định xử phạt 395 trường hợp, phạt tiền 612,5 triệu đồng, "
        "tước GPLX 37 trường hợp.",
    ),
    passage(
        "nong-do-con",
        "Xử lý 268 trường hợp vi phạm giao thông, trong đó nồng độ cồn 94 trường hợp (35,1%), tốc độ 51 trường hợp "
        "(19,0%), không đội mũ bảo hiểm 63 trường hợp (23,5%).",
        "subset 268 = 94 | 51 | 63",
        "share 35,1 = 94 | 268",
        "share 19,0 = 51 | 268",
        "share 23,5 = 63 | 268",
    ),
    passage(
        "chay",
        "Xảy ra 03 vụ cháy (cùng kỳ 05 vụ), thiệt hại khoảng 450 triệu đồng; không có vụ nổ.",
    ),
    passage(
        "chay-gap-doi",
        "Từ đầu năm xảy ra 8 vụ cháy, gấp 2 lần cùng kỳ năm trước (4 vụ), ước thiệt hại 2.350 triệu đồng, giảm 18,97% "
        "(cùng kỳ 2.900 triệu đồng).",
        "growth+x 2#1 = 8 | 4",
        "growth- 18,97 = 2.350 | 2.900",
    ),
    passage(
        "tiep-dan-ba",
        "Tiếp 16 lượt/16 người/16 vụ việc, trong đó: tiếp thường xuyên 11 lượt/11 người/11 vụ việc; lãnh đạo tiếp định "
        "kỳ 05 lượt/05 người/05 vụ việc.",
        "sum 16#1 = 11#1 | 05#1",
        "sum 16#2 = 11#2 | 05#2",
        "sum 16#3 = 11#3 | 05#3",
    ),
    passage(
        "tiep-dan-ba-sai",
        "Đã tiếp 38 lượt/45 người/36 vụ việc; cụ thể: tiếp thường xuyên 24 lượt/29 người/23 vụ việc, tiếp định kỳ 14 "
        "lượt/18 người/13 vụ việc.",
        "sum 38 = 24 | 14",
        "sum 45 = 29 | 18 !",
        "sum 36 = 23 | 13",
    ),
    passage(
        "tiep-dan-cung-ky",
        "Toàn tỉnh tiếp 912 lượt/1.035 người, so với cùng kỳ năm trước giảm 118 lượt, 96 người (cùng kỳ tiếp 1.030 "
        "lượt/1.131 người).",
        "difference- 118 = 912 | 1.030",
        "difference- 96 = 1.035 | 1.131",
    ),
    passage(
        "don-thu",
        "Tiếp nhận 53 đơn (kỳ trước chuyển sang 08 đơn, trong kỳ 45 đơn); gồm 06 đơn khiếu nại, 04 đơn tố cáo, 43 đơn "
        "kiến nghị, phản ánh. Đã giải quyết 49/53 đơn, đạt 92,5%; còn 04 đơn đang giải quyết trong hạn.",
        "sum 53#1 = 08 | 45",
        "sum 53#1 = 06 | 04#1 | 43",
        "percent 92,5 = 49 | 53#2",
        "remaining 04#2 = 53#2 | 49",
    ),
    passage(
        "don-thu-sai",
        "Trong tháng nhận 19 đơn các loại, đã xử lý 15 đơn, còn 03 đơn đang xem xét.",
        "remaining 03 = 19 | 15 !",
    ),
    passage(
        "vu-viec-con",
        "Giải quyết được 23/31 vụ việc thuộc thẩm quyền, 8 vụ còn lại đang xác minh.",
        "remaining 8 = 31 | 23",
    ),
    passage(
        "hoa-giai",
        "Các tổ hòa giải tiếp nhận 17 vụ, hòa giải thành 14 vụ (82,4%), không thành 2 vụ, đang giải quyết 1 vụ.",
        "share 82,4 = 14 | 17",
        "?sum 17 = 14 | 2 | 1",
    ),
    passage(
        "ho-so-mot-cua",
        "Tiếp nhận 3.415 hồ sơ (trực tuyến 2.960, trực tiếp 455); đã giải quyết 3.298 hồ sơ: trước hạn 2.877, đúng hạn "
        "415, quá hạn 06; đang giải quyết 117 hồ sơ.",
        "sum 3.415 = 2.960 | 455",
        "sum 3.298 = 2.877 | 415 | 06",
        "?remaining 117 = 3.415 | 3.298",
    ),
    passage(
        "ho-so-mot-cua-sai",
        "Tổng số hồ sơ tiếp nhận: 872 hồ sơ, trong đó trực tuyến: 805, trực tiếp và BCCI: 76.",
        "sum 872 = 805 | 76 !",
    ),
    passage(
        "ho-so-ty-le",
        "Hồ sơ nộp trực tuyến toàn trình 1.184/1.240 hồ sơ, đạt tỷ lệ 95,5%; thanh toán trực tuyến 908 hồ sơ đạt "
        "73,2%.",
        "percent 95,5 = 1.184 | 1.240",
        "?percent 73,2 = 908 | 1.240",
    ),
    passage(
        "ho-so-ty-le-truoc",
        "Tỷ lệ hồ sơ giải quyết đúng và trước hạn đạt 99,1% (2.310/2.331 hồ sơ); tỷ lệ số hóa 87% (2.028/2.331 hồ sơ).",
        "percent 99,1 = 2.310 | 2.331#1",
        "percent 87 = 2.028 | 2.331#2",
    ),
    passage(
        "ho-so-quy-mo",
        "Trong tổng 640 hồ sơ đất đai: 412 hồ sơ đã trả kết quả (64,4%); 198 hồ sơ đang thẩm định (30,9%); 30 hồ sơ "
        "trả "
        "lại do không đủ điều kiện (4,7%).",
        "sum 640 = 412 | 198 | 30",
        "share 64,4 = 412 | 640",
        "share 30,9 = 198 | 640",
        "share 4,7 = 30 | 640",
        "?sum  = 64,4@% | 30,9@% | 4,7@%",
    ),
    passage(
        "van-ban",
        "Ban hành 1.326 văn bản các loại: 18 Quyết định quy phạm, 402 quyết định cá biệt, 906 công văn, báo cáo.",
        "sum 1.326 = 18 | 402 | 906",
    ),
    passage(
        "ky-so",
        "Tỷ lệ văn bản ký số đạt 100%; văn bản đến 2.410, văn bản đi 1.326.",
    ),
    passage(
        "thi-hanh-an",
        "Tổng số thụ lý 1.846 việc, trong đó số cũ chuyển sang 702 việc, thụ lý mới 1.144 việc. Số có điều kiện thi "
        "hành "
        "1.395 việc, chiếm 76,2% tổng số phải thi hành; đã thi hành xong 893 việc, đạt tỷ lệ 64,01%.",
        "sum 1.846 = 702 | 1.144",
        "percent 64,01 = 893 | 1.395",
    ),
    passage(
        "thi-hanh-an-hai",
        "Tổng số phải thi hành là 1.830 việc, trong đó: có điều kiện 1.395 việc, chiếm 76,23%; chưa có điều kiện 435 "
        "việc, chiếm 23,77%.",
        "sum 1.830 = 1.395 | 435",
        "share 76,23 = 1.395 | 1.830",
        "share 23,77 = 435 | 1.830",
        "?sum  = 76,23@% | 23,77@%",
    ),
    passage(
        "thi-hanh-tien",
        "Về tiền: thụ lý 182 tỷ 417 triệu đồng, tăng 27 tỷ 105 triệu đồng (tăng 17,45%) so với cùng kỳ.",
        "growth+d 17,45 = 182 tỷ 417 | 27 tỷ 105",
    ),
    passage(
        "thi-hanh-sai",
        "Số việc chuyển kỳ sau là 953 việc, tăng 145 việc (tăng 19,74%) so với cùng kỳ 2017.",
        "growth+d 19,74 = 953 | 145 !",
    ),
    passage(
        "cu-tri",
        "Tổng hợp 74 ý kiến, kiến nghị của cử tri; đã giải quyết xong 51 ý kiến (68,9%), đang giải quyết 16 ý kiến "
        "(21,6%), chưa giải quyết 07 ý kiến (9,5%).",
        "sum 74 = 51 | 16 | 07",
        "share 68,9 = 51 | 74",
        "share 21,6 = 16 | 74",
        "share 9,5 = 07 | 74",
        "?sum  = 68,9@% | 21,6@% | 9,5@%",
    ),
    passage(
        "cu-tri-linh-vuc",
        "Nhận 39 kiến nghị: 13 về giao thông; 11 về đất đai, môi trường; 8 về điện, nước; 7 thuộc lĩnh vực khác.",
        "sum 39 = 13 | 11 | 8 | 7",
    ),
    passage(
        "thanh-tra",
        "Triển khai 6/8 cuộc thanh tra theo kế hoạch (bằng 75%), phát hiện sai phạm 1.284,6 triệu đồng, kiến nghị thu "
        "hồi 1.102,3 triệu đồng, đã thu hồi 951,3 triệu đồng, đạt 86,3%.",
        "percent 75 = 6 | 8",
        "percent 86,3 = 951,3 | 1.102,3",
    ),
    passage(
        "dan-quan",
        "Lực lượng dân quân 148 đồng chí, đạt 1,42% dân số; đảng viên trong dân quân 35 đồng chí, chiếm 23,65%.",
        "share 23,65 = 35 | 148",
    ),
    passage(
        "huan-luyen",
        "Huấn luyện dân quân năm thứ nhất: 28/28 đồng chí = 100%; kết quả giỏi 7 (25%), khá 15 (53,57%), đạt 6 "
        "(21,43%).",
        "percent 100 = 28#1 | 28#2",
        "sum 28#1 = 7 | 15 | 6",
        "share 25 = 7 | 28#1",
        "share 53,57 = 15 | 28#1",
        "share 21,43 = 6 | 28#1",
        "?sum  = 25 | 53,57 | 21,43",
    ),
    passage(
        "dinh-danh",
        "Kích hoạt định danh điện tử mức 2 cho 9.304 công dân, đạt 91.6% (9.304/10.157).",
        "percent 91.6 = 9.304#2 | 10.157",
    ),
    passage(
        "kiem-tra-pccc",
        "Kiểm tra an toàn PCCC tại 62 cơ sở, phát hiện 17 cơ sở tồn tại, lập 45 biên bản, xử phạt 04 cơ sở số tiền "
        "22,5 "
        "triệu đồng; từ ngày 15/8 đến 14/9 không phát sinh vụ việc.",
    ),
)
