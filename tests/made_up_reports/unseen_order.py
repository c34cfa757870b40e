"""Unseen made-up passages on order, courts, enforcement, petitions and dossiers. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "tap-trung-an-ninh",
        "Xảy ra 27 vụ phạm pháp hình sự, giảm 06 vụ (18,18%) so với cùng kỳ năm trước; hậu quả làm bị thương 04 "
        "người, thiệt hại tài sản trị giá khoảng 412 triệu đồng. Đã điều tra làm rõ 23/27 vụ (đạt 85,19%), bắt xử lý "
        "35 đối tượng. Trong đó: trộm cắp tài sản 12 vụ (44,44%), cố ý gây thương tích 06 vụ (22,22%), lừa đảo chiếm "
        "đoạt tài sản 05 vụ (18,52%), loại khác 04 vụ.",
        "growth-d 18,18 = 27 | 06",
        "percent 85,19 = 23 | 27#2",
        "share 44,44 = 12 | 27",
        "share 22,22 = 06#2 | 27",
        "share 18,52 = 05 | 27",
        "sum 27 = 12 | 06#2 | 05 | 04#2",
    ),
    passage(
        "pp-hinh-su-it-hon",
        "Tội phạm về TTXH xảy ra 214 vụ; so với 6 tháng đầu năm 2019 ít hơn 11 vụ = 4,9% (214/225 vụ). Tội phạm ma "
        "túy bắt giữ 96 vụ, 131 đối tượng, nhiều hơn 08 vụ, 15 đối tượng (6 tháng đầu năm 2019: 88 vụ, 116 đối "
        "tượng); làm chết 06 người, bị thương 27 người.",
        "difference- 11 = 214 | 225",
        "growth- 4,9 = 214#2 | 225",
        "?growth-d 4,9 = 214 | 11",
        "difference+ 08 = 96 | 88",
        "difference+ 15 = 131 | 116",
    ),
    passage(
        "tngt-ba-tieu-chi-cg",
        "Tai nạn giao thông (từ ngày 15/12/2023 đến 14/6/2024): xảy ra 52 vụ, làm chết 31 người, bị thương 40 người. "
        "So với cùng kỳ, số vụ giảm 09 vụ (-14,75%), số người chết giảm 02 người (-6,06%), số người bị thương tăng "
        "05 người (+14,29%).",
        "growth-d 14,75 = 52 | 09",
        "growth-d 6,06 = 31 | 02",
        "growth+d 14,29 = 40 | 05",
    ),
    passage(
        "tngt-dong-thoi",
        "Toàn huyện xảy ra 14/17 vụ TNGT, chết 09/08 người, bị thương 10/13 người; so cùng kỳ giảm 03 vụ, tăng 01 "
        "người chết, giảm 03 người bị thương.",
        "difference- 03 = 14 | 17",
        "difference+ 01 = 09 | 08",
        "difference- 03#2 = 10 | 13",
    ),
    passage(
        "tngt-sai",
        "Trong tháng xảy ra 11 vụ va chạm và TNGT làm 03 người chết, 09 người bị thương; so với tháng trước (15 vụ) "
        "giảm 04 vụ, tương đương 36,4%. Nguyên nhân: không chú ý quan sát 05 vụ, đi không đúng phần đường 04 vụ, vi "
        "phạm nồng độ cồn 02 vụ.",
        "difference- 04 = 11 | 15",
        "growth- 36,4 = 11 | 15 !",
        "?growth-d 36,4 = 11 | 04 !",
        "sum 11 = 05 | 04#2 | 02",
    ),
    passage(
        "ttks-csgt",
        "Lực lượng CSGT tổ chức 1.124 ca tuần tra kiểm soát, phát hiện lập biên bản 3.416 trường hợp vi phạm; ra "
        "quyết định xử phạt 3.208 trường hợp, phạt tiền 5 tỷ 612 triệu đồng, tước GPLX 587 trường hợp, tạm giữ 1.165 "
        "phương tiện (46 ô tô, 1.102 mô tô, 17 phương tiện khác). Chuyên đề nồng độ cồn: 914 trường hợp, chiếm 26,8% "
        "tổng số vi phạm; tăng 208 trường hợp.",
        "sum 1.165 = 46 | 1.102 | 17",
        "share 26,8 = 914 | 3.416",
        "?subset 3.416 = 3.208",
    ),
    passage(
        "chay-no",
        "Xảy ra 07 vụ cháy (04 vụ cháy nhà dân, 02 vụ cháy cơ sở SXKD, 01 vụ cháy phương tiện), không thiệt hại về "
        "người, tài sản thiệt hại ước tính 1,35 tỷ đồng. So với cùng kỳ tăng 03 vụ. Kiểm tra an toàn PCCC 326/340 "
        "lượt cơ sở, đạt 95,9%; phát hiện 412 tồn tại, đã khắc phục 355 tồn tại (86,2%), còn 57 tồn tại chưa khắc "
        "phục.",
        "sum 07 = 04 | 02 | 01",
        "percent 95,9 = 326 | 340",
        "percent 86,2 = 355 | 412",
        "remaining 57 = 412 | 355",
    ),
    passage(
        "ma-tuy-quan-ly",
        "Toàn thành phố có 1.386 người nghiện có hồ sơ quản lý, tăng 54 người so với cuối năm 2018 (1.332 người); "
        "trong đó đang ở cộng đồng 842 người (60,8%), trong cơ sở cai nghiện 391 người (28,2%), trong trại tạm giam, "
        "nhà tạm giữ 153 người (11,0%). Có 101/112 xã, phường, thị trấn có người nghiện, chiếm 90,2%.",
        "difference+ 54 = 1.386 | 1.332",
        "sum 1.386 = 842 | 391 | 153",
        "share 60,8 = 842 | 1.386",
        "share 28,2 = 391 | 1.386",
        "share 11,0 = 153 | 1.386",
        "?sum  = 60,8@% | 28,2@% | 11,0@%",
        "share 90,2 = 101 | 112",
    ),
    passage(
        "cu-tru-dinh-danh",
        "Thu nhận hồ sơ cấp CCCD: 4.912 hồ sơ, lũy kế 61.340/63.115 trường hợp đủ điều kiện (97,19%). Kích hoạt tài "
        "khoản định danh mức 2: 47.208/52.960 tài khoản được phê duyệt, đạt 89,14%, còn 5.752 tài khoản. Tiếp nhận "
        "1.517 hồ sơ cư trú trực tuyến/1.602 hồ sơ phát sinh (đạt 94,69%).",
        "percent 97,19 = 61.340 | 63.115",
        "percent 89,14 = 47.208 | 52.960",
        "remaining 5.752 = 52.960 | 47.208",
        "percent 94,69 = 1.517 | 1.602",
    ),
    passage(
        "tin-bao-toi-pham",
        "Tiếp nhận 186 tin báo, tố giác về tội phạm (cũ 24, mới 162). Đã giải quyết 151 tin, đạt 81,2% [trong đó "
        "khởi tố 58, không khởi tố 79, chuyển cơ quan khác 14]; tạm đình chỉ 07 tin; đang giải quyết 28 tin.",
        "sum 186 = 24 | 162",
        "percent 81,2 = 151 | 186",
        "sum 151 = 58 | 79 | 14",
        "remaining 28 = 186 | 151 | 07",
        "?sum 186 = 151 | 07 | 28",
    ),
    passage(
        "toa-an-5-loai",
        "TAND huyện thụ lý 542 vụ, việc các loại; đã giải quyết 487 vụ, việc, đạt tỷ lệ 89,9%. Cụ thể:\n"
        "- Hình sự: thụ lý 84 vụ/131 bị cáo, giải quyết 81 vụ, đạt 96,4%.\n"
        "- Dân sự: thụ lý 147 vụ, giải quyết 109 vụ, đạt 74,1%.\n"
        "- HNGĐ: thụ lý 292 vụ, giải quyết 278 vụ, đạt 95,2%.\n"
        "- Biện pháp xử lý hành chính: thụ lý 19 hồ sơ, giải quyết 19 hồ sơ, đạt 100%.",
        "percent 89,9 = 487 | 542",
        "percent 96,4 = 81 | 84",
        "percent 74,1 = 109 | 147",
        "percent 95,2 = 278 | 292",
        "percent 100 = 19#2 | 19",
        "sum 542 = 84 | 147 | 292 | 19",
        "sum 487 = 81 | 109 | 278 | 19#2",
    ),
    passage(
        "toa-an-bi-cao",
        "Tòa án hai cấp thụ lý 1.046 vụ với 2.013 bị cáo; đã giải quyết, xét xử 987 vụ với 1.864 bị cáo, đạt 94,4% "
        "về số vụ và 92,6% về số bị cáo (so với năm trước, thụ lý tăng 62 vụ với 118 bị cáo). Còn lại 59 vụ, 149 bị "
        "cáo đang trong thời hạn luật định. Bản án bị hủy 04 vụ (0,4%), bị sửa 21 vụ.",
        "percent 94,4 = 987 | 1.046",
        "percent 92,6 = 1.864 | 2.013",
        "remaining 59 = 1.046 | 987",
        "remaining 149 = 2.013 | 1.864",
        "?share 0,4 = 04 | 987",
    ),
    passage(
        "tha-ve-viec",
        "* Về việc: thụ lý 2.318 việc (năm trước chuyển qua 1.104 việc; mới 1.214 việc, tăng 87 việc, tương đương "
        "7,72% so cùng kỳ); ủy thác đi 26 việc, còn phải thi hành 2.292 việc. Kết quả phân loại: 1.653 việc có điều "
        "kiện (72,12%), 639 việc chưa có điều kiện (27,88%). Thi hành xong 1.071 việc, đạt 64,79%/số có điều kiện; "
        "chuyển sang kỳ sau 1.221 việc.",
        "sum 2.318 = 1.104 | 1.214",
        "growth+d 7,72 = 1.214 | 87",
        "remaining 2.292 = 2.318 | 26",
        "sum 2.292 = 1.653 | 639",
        "share 72,12 = 1.653 | 2.292",
        "share 27,88 = 639 | 2.292",
        "percent 64,79 = 1.071 | 1.653",
        "remaining 1.221 = 2.292 | 1.071",
        "?sum  = 72,12@% | 27,88@%",
    ),
    passage(
        "tha-ve-tien",
        "Về tiền: tổng số phải thi hành 87 tỷ 412 triệu 306 nghìn đồng; có điều kiện thi hành là 41.206.318.000 "
        "đồng, đã thi hành xong 13.517.902.000 đồng, đạt 32,81% trên số có điều kiện, so với chỉ tiêu được giao "
        "(36%) còn thiếu 3,19%. Số tiền chuyển kỳ sau 27.688.416.000 đồng thuộc diện có điều kiện.",
        "percent 32,81 = 13.517.902.000 | 41.206.318.000",
        "?difference- 3,19 = 32,81 | 36",
        "remaining 27.688.416.000 = 41.206.318.000 | 13.517.902.000",
    ),
    passage(
        "tha-sai-con",
        "Chi cục THADS thụ lý 734 việc; đã thi hành xong 415 việc/560 việc có điều kiện, đạt 74,1%; còn 154 việc có "
        "điều kiện đang tổ chức thi hành. Ủy thác 09 việc.",
        "percent 74,1 = 415 | 560",
        "remaining 154 = 560 | 415 !",
    ),
    passage(
        "tiep-cong-dan-tinh",
        "Trong kỳ, các cấp, các ngành đã tiếp 1.622 lượt với 1.982 người (tăng 112 lượt, tương đương 7,4% so với "
        "cùng kỳ năm 2016). Trong đó: tiếp thường xuyên 1.204 lượt; tiếp định kỳ và đột xuất của lãnh đạo 418 lượt; "
        "có 37 lượt đoàn đông người, chiếm 2,3%.",
        "sum 1.622 = 1.204 | 418",
        "growth+d 7,4 = 1.622 | 112",
        "share 2,3 = 37 | 1.622",
    ),
    passage(
        "don-thu-phan-loai",
        "Tổng số đơn tiếp nhận: 316 đơn (kỳ trước chuyển sang 21 đơn; tiếp nhận trong kỳ 295 đơn). Số đơn đủ điều "
        "kiện xử lý 274 đơn (86,7%), gồm 48 đơn khiếu nại, 19 đơn tố cáo, 207 đơn kiến nghị, phản ánh; không đủ điều "
        "kiện (trùng lặp, nặc danh) 42 đơn. Số đơn thuộc thẩm quyền: 127 đơn; đã giải quyết 109 đơn, đạt 85,8%, còn "
        "18 đơn trong thời hạn giải quyết.",
        "sum 316 = 21 | 295",
        "share 86,7 = 274 | 316",
        "sum 274 = 48 | 19 | 207",
        "?sum 316 = 274 | 42",
        "?remaining 42 = 316 | 274",
        "percent 85,8 = 109 | 127",
        "remaining 18 = 127 | 109",
    ),
    passage(
        "thanh-tra",
        "Triển khai 14 cuộc thanh tra hành chính (11 cuộc theo kế hoạch, 03 cuộc đột xuất), đã kết thúc 09 cuộc, "
        "phát hiện sai phạm 1.878 triệu đồng, kiến nghị thu hồi 1.486 triệu đồng, xử lý khác 392 triệu đồng; đã thu "
        "hồi 1.017/1.486 triệu đồng, đạt 68,4%.",
        "sum 14 = 11 | 03",
        "sum 1.878 = 1.486 | 392",
        "percent 68,4 = 1.017 | 1.486#2",
        "?subset 14 = 09",
    ),
    passage(
        "mot-cua-xa",
        "Từ 01/01 đến 15/6, Bộ phận TN&TKQ xã tiếp nhận 2.417 hồ sơ (trực tuyến 1.938 hồ sơ, đạt 80,18%; trực tiếp, "
        "BCCI 479 hồ sơ). Đã giải quyết 2.389 hồ sơ, trong đó: trước hạn 2.104 hồ sơ, đúng hạn 283 hồ sơ, quá hạn 02 "
        "hồ sơ; đang giải quyết 28 hồ sơ. Tỷ lệ giải quyết trước và đúng hạn đạt 99,92%.",
        "sum 2.417 = 1.938 | 479",
        "share 80,18 = 1.938 | 2.417",
        "sum 2.389 = 2.104 | 283 | 02",
        "remaining 28 = 2.417 | 2.389",
    ),
    passage(
        "mot-cua-tp",
        "Tổng số hồ sơ phải giải quyết: 18.246, trong đó tồn kỳ trước 712, mới tiếp nhận 17.534. Kết quả: đã giải "
        "quyết 17.603 hồ sơ (sớm hạn 14.920; đúng hạn 2.561; trễ hạn 122 - tỷ lệ trễ hạn 0,7%), chưa đến hạn 643 hồ "
        "sơ.",
        "sum 18.246 = 712 | 17.534",
        "sum 17.603 = 14.920 | 2.561 | 122",
        "share 0,7 = 122 | 17.603",
        "remaining 643 = 18.246 | 17.603",
        "?sum 18.246 = 17.603 | 643",
    ),
    passage(
        "mot-cua-sai",
        "Tiếp nhận trong tháng 384 hồ sơ, cộng hồ sơ tháng trước chuyển qua là 402 hồ sơ; đã trả kết quả 371 hồ sơ: "
        "trước hạn 318 hồ sơ, đúng hạn 49 hồ sơ, trễ hạn 14 hồ sơ. Còn 31 hồ sơ đang xử lý.",
        "sum 371 = 318 | 49 | 14 !",
        "remaining 31 = 402 | 371",
    ),
    passage(
        "cchc-dvc",
        "Trong 215 TTHC được công bố, có 126 DVC toàn trình, 71 DVC một phần (91,6% TTHC cung cấp DVCTT). Hồ sơ "
        "thanh toán trực tuyến: 884/1.012 hồ sơ, đạt 87,4%; số hóa kết quả 1.930/1.952, đạt 98,9%.",
        "percent 87,4 = 884 | 1.012",
        "percent 98,9 = 1.930 | 1.952",
        "?subset 215 = 126 | 71",
    ),
    passage(
        "quan-su",
        "Tổ chức khám tuyển NVQS cho 312/318 thanh niên (đạt 98,1%), kết quả 94 công dân đủ điều kiện: loại 1 21, "
        "loại 2 38, loại 3 35. Giao quân 27/27 = 100% chỉ tiêu. Huấn luyện dân quân 126 đồng chí, đạt 98,4% (128 "
        "đồng chí).",
        "percent 98,1 = 312 | 318",
        "sum 94 = 21 | 38 | 35",
        "percent 100 = 27 | 27#2",
        "percent 98,4 = 126 | 128",
    ),
    passage(
        "ho-tich-tu-phap",
        "Đăng ký khai sinh 141 trường hợp (đúng hạn 118, quá hạn 09, đăng ký lại 14); khai tử 43 trường hợp; kết hôn "
        "61 cặp. Chứng thực 3.706 bản sao, 412 chữ ký, hợp đồng giao dịch; lệ phí thu 28.940.000 đồng, tăng "
        "3.120.000 đồng so với cùng kỳ (25.820.000 đồng).",
        "sum 141 = 118 | 09 | 14",
        "difference+ 3.120.000 = 28.940.000 | 25.820.000",
    ),
    passage(
        "hoa-giai",
        "Các tổ hòa giải tiếp nhận 36 vụ việc, hòa giải thành 31 vụ, đạt 86,1%; hòa giải không thành 04 vụ, đang hòa "
        "giải 01 vụ.",
        "percent 86,1 = 31 | 36",
        "sum 36 = 31 | 04 | 01",
    ),
)
