"""Fresh made-up passages on society and administration: no real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "mot-cua-den-han",
        "Bộ phận một cửa tiếp nhận mới 8.214 hồ sơ; trả sớm và đúng hẹn 8.377 hồ sơ (đạt 97,33%) trên 8.607 hồ sơ "
        "đến hạn, trễ hẹn 230 hồ sơ chiếm 2,67 %; công dân xin rút 19 hồ sơ (chiếm 0,22%). Tỷ lệ trễ giảm 1,45% "
        "so với tháng trước; có 7/12 xã không để trễ hồ sơ nào.",
        "percent 97,33 = 8.377 | 8.607",
        "share 2,67 = 230 | 8.607",
        "share 0,22 = 19 | 8.607",
        "?sum 8.607 = 8.377 | 230",
        "?remaining 230 = 8.607 | 8.377",
    ),
    passage(
        "mot-cua-hai-ky",
        "Tổng hồ sơ phải xử lý là 3.946 bộ. Trong đó, tồn kỳ trước 418 bộ, nhận trong kỳ 3.528 bộ. Đã xử lý xong "
        "3.571 bộ (3.540 bộ trước và đúng hẹn, 31 bộ trễ hẹn); 375 bộ đang thụ lý (368 bộ còn hạn, 7 bộ quá hạn).",
        "sum 3.946 = 418 | 3.528",
        "sum 3.571 = 3.540 | 31",
        "sum 375 = 368 | 7",
        "?sum 3.946 = 3.571 | 375",
        "?remaining 375 = 3.946 | 3.571",
    ),
    passage(
        "tiep-dan-so-ky-truoc",
        "Trụ sở tiếp dân đón 512 lượt/587 người. So với cùng kỳ giảm 64 lượt, 73 người (cùng kỳ 576 lượt/660 "
        "người). Đoàn đông người có 03 đoàn/41 người, so với cùng kỳ giảm 05 đoàn, 58 người (cùng kỳ 08 đoàn/99 "
        "người).",
        "difference- 64 = 512 | 576",
        "difference- 73 = 587 | 660",
        "difference- 05 = 03 | 08",
        "difference- 58 = 41 | 99",
    ),
    passage(
        "don-thu-gop-tu-so",
        "Toàn huyện nhận 742 đơn (năm trước chuyển sang 26 đơn, nhận mới 716 đơn), so với cùng kỳ tăng 87 đơn "
        "(655 đơn). Có 118 đơn thuộc thẩm quyền, số còn lại 624 đơn đã chuyển hoặc lưu. Đến cuối kỳ xong 101 đơn "
        "(88 khiếu nại, 13 tố cáo)/118 đơn, đạt tỷ lệ 85,59%.",
        "sum 742 = 26 | 716",
        "difference+ 87 = 742 | 655",
        "remaining 624 = 742 | 118",
        "sum 101 = 88 | 13",
        "percent 85,59 = 101 | 118#2",
    ),
    passage(
        "tiep-dan-linh-vuc",
        "Lãnh đạo các xã tiếp 54 lượt (định kỳ 49 lượt, đột xuất 05 lượt) với 61 người. Nội dung chủ yếu là đất "
        "đai 46/54 lượt, chiếm 85,19% (giá bồi thường, tái định cư, cấp lại giấy chứng nhận, tranh chấp ranh "
        "giới...), nội dung khác 8/54 lượt chiếm 14,81%.",
        "sum 54 = 49 | 05",
        "share 85,19 = 46 | 54#2",
        "share 14,81 = 8 | 54#3",
        "?sum  = 85,19 | 14,81",
        "?sum 54 = 46 | 8",
    ),
    passage(
        "tai-nan-dau-tru",
        "Tháng 5 xảy ra 46 vụ tai nạn, chết 21 người, bị thương 38 người. So với cùng kỳ giảm 9 vụ (-16,36%), "
        "giảm 4 người chết (-16%), tăng 2 người bị thương (+5,56%). Va chạm nhẹ 31 vụ, giảm 11 vụ (-26,19%).",
        "growth-d 16,36 = 46 | 9",
        "growth-d 16 = 21 | 4",
        "growth+d 5,56 = 38 | 2",
        "growth-d 26,19 = 31 | 11",
    ),
    passage(
        "tai-nan-ba-tieu-chi",
        "Trong quý có 37 vụ, làm chết 12 người và bị thương 29 người. Tai nạn giảm ở hai tiêu chí: số vụ giảm 14 "
        "vụ (giảm 27,5%), số người bị thương giảm 17 người (giảm 37%), riêng số người chết tăng 3 người (tăng "
        "33,3%).",
        "growth-d 27,5 = 37 | 14",
        "growth-d 37#2 = 29 | 17",
        "growth+d 33,3 = 12 | 3",
    ),
    passage(
        "tai-nan-nguyen-nhan",
        "Phân tích 160 vụ va chạm, nguyên nhân do đi sai phần đường 52 vụ, chiếm 32,5%; chuyển hướng không quan "
        "sát 44 vụ, chiếm 27,5%; quá tốc độ 24 vụ, chiếm 15%; uống rượu bia 12 vụ, chiếm 7,5% và nguyên nhân khác "
        "28 vụ, chiếm 17,5%.",
        "sum 160 = 52 | 44 | 24 | 12 | 28",
        "share 32,5 = 52 | 160",
        "share 27,5 = 44 | 160",
        "share 15 = 24 | 160",
        "share 7,5 = 12 | 160",
        "share 17,5 = 28 | 160",
        "?sum  = 32,5 | 27,5 | 15 | 7,5 | 17,5",
    ),
    passage(
        "toi-pham-vu-bi-can",
        "Cơ quan điều tra đã khởi tố 48 vụ/97 bị can; trong đó nhóm trật tự xã hội 27 vụ/58 bị can, nhóm kinh tế, "
        "môi trường 13 vụ/22 bị can, nhóm ma túy 8 vụ/17 bị can. Đã làm rõ 44/48 vụ, đạt tỷ lệ 93,67%.",
        "sum 48 = 27 | 13 | 8",
        "sum 97 = 58 | 22 | 17",
        "percent 93,67 = 44 | 48#2 !",
    ),
    passage(
        "ma-tuy-xu-ly",
        "Từ đầu năm phát hiện 64 vụ, 91 đối tượng, tăng 12 vụ (23,1%) so với cùng kỳ; thu giữ 214,6g ma túy tổng "
        "hợp, 1,85g heroin; khởi tố 51 vụ, 70 bị can, phạt hành chính 8 vụ, 14 đối tượng, còn xác minh 5 vụ, 7 đối "
        "tượng.",
        "growth+d 23,1 = 64 | 12",
        "?sum 64 = 51 | 8 | 5",
        "?sum 91 = 70 | 14 | 7",
    ),
    passage(
        "nguoi-nghien-quan-ly",
        "Người nghiện lập hồ sơ quản lý là 386 (so với cuối năm 2021 giảm 41). Trong đó, ngoài xã hội 217 "
        "người, cai nghiện bắt buộc 94 người, cơ sở khác 23, giam giữ 52 người; 48 người có biểu hiện loạn thần.",
        "sum 386 = 217 | 94 | 23 | 52",
    ),
    passage(
        "chay-hai-giai-doan",
        "Qua 10 năm, số vụ cháy tăng 12,4% (1.187 vụ giai đoạn sau/1.056 vụ giai đoạn trước), thiệt hại tài sản "
        "tăng 148,6% (312,5 tỷ đồng giai đoạn sau/125,7 tỷ đồng giai đoạn trước). Do sự cố điện 546 vụ (chiếm "
        "46%).",
        "growth+ 12,4 = 1.187 | 1.056",
        "growth+ 148,6 = 312,5 | 125,7",
        "share 46 = 546 | 1.187",
    ),
    passage(
        "tai-nan-lao-dong-tuong-ung",
        "Toàn tỉnh xảy ra 218 vụ tai nạn lao động (tăng 17 vụ tương ứng với 8,46% so với năm trước), trong đó:\n"
        "– Tử vong: 24 người (trong đó, lao động có hợp đồng 18 người, tăng 03 người tương ứng với 20%; lao động "
        "tự do 06 người);\n"
        "– Thương nặng: 57 người (trong đó, lao động có hợp đồng 45 người, giảm 05 người tương ứng với 10%; lao "
        "động tự do 12 người).",
        "growth+d 8,46 = 218 | 17",
        "sum 24 = 18 | 06",
        "growth+d 20 = 18 | 03",
        "sum 57 = 45 | 12",
        "growth-d 10 = 45 | 05",
    ),
    passage(
        "toa-an-vu-bi-cao",
        "Tòa án thụ lý 742 vụ với 1.318 bị cáo; đã giải quyết, xét xử 735 vụ với 1.296 bị cáo, đạt tỷ lệ 99,1% về "
        "số vụ và 98,3% về số bị cáo (so với năm trước, thụ lý tăng 36 vụ với 74 bị cáo); còn lại 7 vụ/22 bị cáo.",
        "percent 99,1 = 735 | 742",
        "percent 98,3 = 1.296 | 1.318",
        "remaining 7 = 742 | 735",
        "remaining 22 = 1.318 | 1.296",
    ),
    passage(
        "toa-an-con-ton",
        "Án dân sự: thụ lý 2.406 vụ, việc (tăng 118 vụ SCK), đã giải quyết 2.063 vụ, việc, đạt 85,74%. Còn tồn 353 "
        "vụ, việc chuyển kỳ sau. Án hành chính: thụ lý 37 vụ, giải quyết 29 vụ, đạt 78,38%; còn tồn 8 vụ.",
        "percent 85,74 = 2.063 | 2.406",
        "remaining 353 = 2.406 | 2.063 !",
        "percent 78,38 = 29 | 37",
        "remaining 8 = 37 | 29",
    ),
    passage(
        "thi-hanh-an-tien",
        "Tổng số phải thi hành 314 tỷ 208 triệu 065 nghìn đồng, gồm: án cũ mang sang 146 tỷ 915 triệu 420 nghìn "
        "đồng; án mới nhận 167 tỷ 292 triệu 645 nghìn đồng, tăng 38 tỷ 460 triệu 110 nghìn đồng (29,9%) so với "
        "cùng kỳ; đạt tỷ lệ 44% trên số có điều kiện, vượt 06% so với chỉ tiêu giao.",
        "sum 314 tỷ 208 triệu 065 = 146 tỷ 915 triệu 420 | 167 tỷ 292 triệu 645",
        "growth+d 29,9 = 167 tỷ 292 triệu 645 | 38 tỷ 460 triệu 110",
    ),
    passage(
        "thanh-tra-hon-ty",
        "Ban hành kết luận 14 cuộc, phát hiện vi phạm hơn 7,4 tỷ đồng (trong đó, kiến nghị thu hồi hơn 4,6 tỷ "
        "đồng; giảm trừ quyết toán hơn 2,7 tỷ đồng); đã thu hơn 3,45 tỷ đồng (đạt 74,9%).",
        "sum 7,4 = 4,6 | 2,7",
        "percent 74,9 = 3,45 | 4,6",
    ),
    passage(
        "bao-hiem-thap-hon-chi-tieu",
        "Số người tham gia BHXH 42.385 người, chiếm 31,6% lực lượng lao động, thấp hơn 1,4% so với chỉ tiêu (33%) "
        "(trong đó, bắt buộc: 36.910 người, tự nguyện: 5.475 người); bao phủ BHYT đạt 93,25% dân số, cao hơn "
        "0,85% so với chỉ tiêu giao tại Quyết định số 512/QĐ-UBND ngày 14/3/2022 (92,5%).",
        "difference- 1,4 = 31,6 | 33",
        "sum 42.385 = 36.910 | 5.475",
        "difference+ 0,85 = 93,25 | 92,5 !",
    ),
    passage(
        "bao-hiem-long-nhau",
        "Tham gia BHXH là 58.240 người, tăng 4.115 người (tăng 7,60%) so với cùng kỳ; trong đó: bắt buộc 49.870 "
        "người, tăng 1.930 người (tăng 4,03%); tự nguyện 8.370 người, tăng 2.185 người (tăng 35,33%).",
        "growth+d 7,60 = 58.240 | 4.115",
        "sum 58.240 = 49.870 | 8.370",
        "growth+d 4,03 = 49.870 | 1.930",
        "growth+d 35,33 = 8.370 | 2.185",
        "?sum 4.115 = 1.930 | 2.185",
    ),
    passage(
        "nha-o-ba-nguon",
        "Đến ngày 15/6, đã khởi công 486/486 căn (đạt 100%). Trong đó xây mới 327 căn, sửa chữa 159 căn. Nhà "
        "người có công 74 căn; nhà hộ nghèo, cận nghèo 298 căn; nhà theo chương trình vùng dân tộc 114 căn.",
        "percent 100 = 486 | 486#2",
        "sum 486 = 327 | 159",
        "?sum 486 = 74 | 298 | 114",
        "?sum 486#2 = 74 | 298 | 114",
        "?sum 486#2 = 327 | 159",
    ),
    passage(
        "tro-cap-mot-lan",
        "Thị trấn cấp tiền cho 163 người với tổng số tiền 293.400.000 đồng. Trong đó:\n"
        "+ Người có công: 45 người, kinh phí 81.000.000 đồng (600.000 đồng x 3 tháng/người).\n"
        "+ Bảo trợ xã hội: 118 người, kinh phí 212.400.000 đồng (600.000 đồng x 3 tháng/người).",
        "sum 163 = 45 | 118",
        "sum 293.400.000 = 81.000.000 | 212.400.000",
        "crosscheck 81.000.000 = 45 | 600.000 | 3",
        "crosscheck 212.400.000 = 118 | 600.000#2 | 3#2",
    ),
    passage(
        "ho-ngheo-tuong-duong",
        "Hộ nghèo chiếm 8,4% số hộ toàn xã (tương đương 231 hộ). Trong đó, hộ dân tộc thiểu số 214 hộ, chiếm "
        "92,6% số hộ nghèo. Trong năm 57 hộ được công nhận thoát nghèo, phát sinh 4 hộ, tỷ lệ hộ nghèo giảm "
        "1,93%.",
        "share 92,6 = 214 | 231",
    ),
    passage(
        "truong-chuan-bac-hoc",
        "Xây dựng thêm 6 trường, nâng tổng số trường đạt chuẩn là 38/47 trường, đạt tỷ lệ 80,9%. Trong đó, mầm "
        "non có 14/17 trường, chiếm 82,4%; tiểu học 15/18 trường, chiếm 83,3%; THCS 9/12 trường, chiếm 75%.",
        "percent 80,9 = 38 | 47",
        "share 82,4 = 14 | 17",
        "share 83,3 = 15 | 18",
        "share 75 = 9 | 12",
        "sum 38 = 14 | 15 | 9",
        "sum 47 = 17 | 18 | 12",
    ),
    passage(
        "thu-vien-truong-hoc",
        "Toàn huyện có 126 thư viện trường học đạt chuẩn, chiếm trên 70% tổng số. Trong đó, tiểu học có 61 thư "
        "viện, THCS có 48 thư viện và THPT có 7 thư viện. Phấn đấu cuối năm học có 132 thư viện, tức thêm 6 thư "
        "viện.",
        "sum 126 = 61 | 48 | 7 !",
        "?difference+ 6 = 132 | 126",
    ),
    passage(
        "thi-tot-nghiep-he",
        "Hội đồng thi có 4.186 thí sinh, trong đó 3.874 thí sinh THPT và 312 thí sinh hệ thường xuyên. Hệ THPT có "
        "3.801/3.874 em đỗ, đạt tỉ lệ 98.12%; hệ thường xuyên 271/312 em đỗ, đạt tỉ lệ 86.86%. Ba trường đỗ 100%.",
        "sum 4.186 = 3.874 | 312",
        "percent 98.12 = 3.801 | 3.874#2",
        "percent 86.86 = 271 | 312#2",
    ),
    passage(
        "van-hoa-trong-so",
        "Trong số 12.640 hộ đăng ký, bình xét được 11.882 gia đình văn hóa (đạt 94%, vượt 2% kế hoạch năm); có "
        "7.315/11.882 hộ đạt 3 năm liên tục (tỷ lệ 61,56%). Có 92/96 xóm đạt văn hóa, bằng 94,83%.",
        "percent 94 = 11.882 | 12.640",
        "percent 61,56 = 7.315 | 11.882#2",
        "percent 94,83 = 92 | 96 !",
    ),
    passage(
        "y-te-gach-dau-dong",
        "1. Tổng số cơ sở y tế: 63, trong đó:\n"
        "- 04 bệnh viện\n"
        "- 01 trung tâm y tế\n"
        "- 05 phòng khám khu vực\n"
        "- 53 trạm y tế xã, phường\n"
        "2. Giường bệnh: 1.140, trong đó:\n"
        "- Bệnh viện: 870 giường\n"
        "- Trung tâm y tế: 95 giường\n"
        "- Phòng khám khu vực: 65\n"
        "- Trạm y tế: 110\n"
        "3. Bác sỹ/1 vạn dân (người): 11",
        "sum 63 = 04 | 01 | 05 | 53",
        "sum 1.140 = 870 | 95 | 65 | 110",
    ),
    passage(
        "tiem-chung-lien-dong",
        "Chi tiết 3.184 người được tiêm tại 06 điểm trong ngày như sau: 1- Hòa Lâm: 412 2- Tân Khê: 1.058 3- Bến "
        "Nứa: 94 4- Phú Trạch: 736 5- Đông Mạc: 615 6- An Vĩ: 279",
        "sum 3.184 = 412 | 1.058 | 94 | 736 | 615 | 279 !",
    ),
    passage(
        "an-toan-thuc-pham-mau",
        "Qua 38 đoàn kiểm tra tại 914 cơ sở, có 867 cơ sở đạt (chiếm 94,9%), 47 cơ sở vi phạm (chiếm 5,1%), nhắc "
        "nhở 30 cơ sở và phạt tiền 17 cơ sở. Xét nghiệm nhanh 236 mẫu cho kết quả 221/236 mẫu đạt (93,6%) và "
        "15/236 mẫu không đạt (7,4%).",
        "sum 914 = 867 | 47",
        "share 94,9 = 867 | 914",
        "share 5,1 = 47 | 914",
        "?sum 47 = 30 | 17",
        "percent 93,6 = 221 | 236#2",
        "percent 7,4 = 15 | 236#3 !",
        "?sum 236 = 221 | 15",
    ),
    passage(
        "lay-y-kien-sap-nhap",
        "Tại xã Khe Lạnh, có 1.862/1.904 cử tri đi bỏ phiếu, trong đó đồng ý 1.741 người, đạt tỷ lệ 91,44%. Tại xã "
        "Hòn Than, tổng số cử tri được hỏi ý kiến là 2.517/2.590 người, đạt tỷ lệ 97,18%; đồng ý là 2.433 người, đạt "
        "tỷ lệ 93,94%; không đồng ý là 84 người, tỷ lệ 3,24%.",
        "percent 91,44 = 1.741 | 1.904",
        "percent 97,18 = 2.517 | 2.590",
        "percent 93,94 = 2.433 | 2.590",
        "share 3,24 = 84 | 2.590",
        "?sum 2.517 = 2.433 | 84",
        "?subset 1.862 = 1.741",
    ),
    passage(
        "dai-bieu-co-cau",
        "Trong số 285 người trúng cử có 34% là nữ (97 người) và 66% là nam (188 người); đại biểu chuyên trách 68 "
        "người (chiếm 24%). Còn lại 76% - tương đương 217 người kiêm nhiệm. Trình độ: đại học 196 người (tỷ lệ "
        "68,77%) trên đại học 71 người (tỷ lệ 24,91%) dưới đại học 28 người (tỷ lệ 6,32%).",
        "share 34 = 97 | 285",
        "share 66 = 188 | 285",
        "share 24 = 68 | 285",
        "remaining 217 = 285 | 68",
        "share 76 = 217 | 285",
        "share 68,77 = 196 | 285",
        "share 24,91 = 71 | 285",
        "share 6,32 = 28 | 285 !",
        "?sum 285 = 97 | 188",
        "?sum 285 = 68 | 217",
        "?sum 285 = 196 | 71 | 28 !",
    ),
    passage(
        "tinh-gian-cheo",
        "Toàn tỉnh tinh giản 96 người, có 81 người nghỉ hưu sớm và 15 người nghỉ việc ngay. Cụ thể:\n"
        "- Cơ quan hành chính: có 17 người nghỉ hưu sớm; 03 người nghỉ việc ngay.\n"
        "- Đơn vị sự nghiệp: có 58 người nghỉ hưu sớm; 10 người nghỉ việc ngay.\n"
        "- Cấp xã: có 06 người nghỉ hưu sớm; 02 người nghỉ việc ngay.\n"
        "Kinh phí hơn 14,2 tỷ đồng, riêng cấp xã hơn 900 triệu đồng.",
        "sum 96 = 81 | 15",
        "sum 81 = 17 | 58 | 06",
        "sum 15 = 03 | 10 | 02",
        "?subset 14,2 = 900",
    ),
    passage(
        "trap-nghi-tet",
        "Ba ngày nghỉ lễ, số vụ tai nạn giảm 13 vụ (-19,4%), giảm 6 người chết (-24%), số người bị thương tăng 5 "
        "người (+8,2%) so với cùng kỳ. Lực lượng trực 24/24 giờ, kiểm soát tại 18 chốt.",
    ),
    passage(
        "trap-viec-lam",
        "Ba tháng đầu năm giải quyết việc làm cho 1.260 người, tăng 145 người so cùng kỳ, đạt 21% kế hoạch. Cụ "
        "thể, việc làm mới 415 lao động, tăng 62 người, đạt 18,4% kế hoạch; đi làm việc ở nước ngoài 37 người, "
        "đạt 12,3%.",
    ),
    passage(
        "trap-bao-hiem-chong-nhau",
        "Có 96.410 lượt người tham gia các loại bảo hiểm, trong đó: bảo hiểm xã hội 21.870 người, đạt 28,4% lực "
        "lượng; bảo hiểm thất nghiệp 18.265 người, đạt 23,7%; bảo hiểm y tế 91.740 người, đạt 90,15% dân số.",
        "?subset 96.410 = 21.870",
        "?subset 96.410 = 18.265",
        "?subset 96.410 = 91.740",
    ),
    passage(
        "trap-ty-le-tung-huyen",
        "Đến 21h00 ngày 17/4, toàn tỉnh có 412.905 cử tri đi bầu, đạt 98.87%; cao nhất là thị xã Bãi Lau 99,92%; "
        "tiếp đến huyện Sông Cầm: 99.64%; huyện Ngòi Thia: 98.31%; huyện Đá Ong: 97,5%. Có 312 khu vực đạt 100%.",
    ),
    passage(
        "trap-dich-benh",
        "Tuần 23 ghi nhận 86 ca sốt xuất huyết, tăng 21 ca so với tuần trước; cộng dồn 1.214 ca, tăng gần 1,6 lần "
        "so với cùng kỳ. Tay chân miệng 43 ca (tăng 6 ca), ho gà 9 ca. Có 8/14 phường có ổ dịch, gồm phường 2, 3, "
        "5, 8, 11.",
    ),
    passage(
        "trap-muc-tieu-2030",
        "Phấn đấu mỗi năm kết nạp 45 - 50 đảng viên; 70% - 75% chi bộ hoàn thành tốt; đến năm 2030 giảm 50% số "
        "trẻ đuối nước, 60% trẻ từ 6 đến dưới 16 tuổi biết bơi. Năm qua kết nạp 52 đảng viên, tỷ lệ 6,84%.",
    ),
    passage(
        "trap-thi-dua-quan-su",
        "Tuyển quân đạt 100% chỉ tiêu; tỷ lệ đảng viên trong dân quân đạt 22,31%, đoàn viên đạt 77,6%; sức khỏe "
        "loại 1 và 2 là 74,2%, so với năm 2020 là 66%. Đoàn kiểm tra chấm 95/100 điểm, xếp thứ 3/11 xã, đạt xã "
        "giỏi./.",
    ),
    passage(
        "trap-chi-tieu-vuot",
        "Ngành thi hành án đã làm xong trên 2,3 ngàn việc, được 54% về việc; thu gần 118 tỷ đồng, được 36% về "
        "tiền, hơn mức giao 4,5%; riêng Chi cục Bãi Lau 61% về việc, 40% về tiền. Mốc phải tới trong năm 2021 là "
        "75% về việc và 39% về tiền.",
    ),
)
