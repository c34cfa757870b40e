"""Fresh made-up passages on courts, enforcement, justice and services. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "thi-hanh-an-viec",
        "Về việc: tổng số thụ lý 1.284 việc, trong đó năm trước chuyển sang 512 việc, thụ lý mới 772 việc. Sau "
        "khi trừ ủy thác 11 việc, số phải thi hành là 1.273 việc; có điều kiện thi hành 946 việc (chiếm 74,31%), "
        "đã thi hành xong 688 việc, đạt tỷ lệ 72,73%; số việc chưa có điều kiện 327.",
        "sum 1.284 = 512 | 772",
        "remaining 1.273 = 1.284 | 11",
        "share 74,31 = 946 | 1.273",
        "percent 72,73 = 688 | 946",
        "remaining 327 = 1.273 | 946",
        "?sum 1.273 = 946 | 327",
    ),
    passage(
        "thi-hanh-an-tien",
        "Về tiền: tổng số phải thi hành 214.630.812 nghìn đồng, số có điều kiện 131.402.550 nghìn đồng (tỷ lệ "
        "61,22%), thi hành xong 42.186.300 nghìn đồng, đạt 32,10% trên số có điều kiện; còn phải chuyển kỳ sau "
        "172.444.512 nghìn đồng. So với cùng kỳ tăng 3,4% về giá trị.",
        "share 61,22 = 131.402.550 | 214.630.812",
        "percent 32,10 = 42.186.300 | 131.402.550",
        "remaining 172.444.512 = 214.630.812 | 42.186.300",
    ),
    passage(
        "an-phi-toa-an",
        "Thu án phí, lệ phí Tòa án được 1.186 triệu đồng/1.350 triệu đồng phải thu, đạt 87,9%; miễn, giảm cho 24 "
        "trường hợp với 37,2 triệu đồng, bình quân 1,55 triệu đồng/trường hợp; còn phải thu 126,8 triệu đồng sau "
        "khi trừ số miễn, giảm.",
        "percent 87,9 = 1.186 | 1.350",
        "crosscheck 37,2 = 24@trường hợp | 1,55",
        "remaining 126,8 = 1.350 | 1.186 | 37,2",
    ),
    passage(
        "toa-an-thu-ly",
        "Tòa án thụ lý 617 vụ, việc các loại (cũ 94, mới 523), nhiều hơn cùng kỳ 38 vụ, việc (6,6%); đã giải "
        "quyết 502/617 vụ, việc, đạt 81,36%; còn lại 115 vụ, việc đều trong hạn luật định. Trong đó:\n"
        "- Hình sự: giải quyết 88/91 vụ;\n"
        "- Dân sự: 141/198 vụ;\n"
        "- Hôn nhân và gia đình: 262/312 vụ, việc;\n"
        "- Kinh doanh thương mại, lao động, hành chính: 11/16 vụ.\n"
        "Án bị hủy 2 vụ, sửa 5 vụ.",
        "sum 617 = 94 | 523",
        "growth+d 6,6 = 617 | 38",
        "percent 81,36 = 502 | 617#2",
        "remaining 115 = 617#2 | 502",
        "sum 502 = 88 | 141 | 262 | 11",
        "sum 617 = 91 | 198 | 312 | 16",
    ),
    passage(
        "hoa-giai-tai-toa",
        "Chuyển sang hòa giải, đối thoại 268 đơn; hòa giải viên đã giải quyết 241 đơn, hòa giải thành 176 (đạt "
        "73,0%), không thành 65 đơn; đang hòa giải 27 đơn.",
        "sum 241 = 176 | 65",
        "percent 73,0 = 176 | 241",
        "remaining 27 = 268 | 241",
        "?sum 268 = 241 | 27",
    ),
    passage(
        "vien-kiem-sat-tin-bao",
        "Viện kiểm sát kiểm sát việc giải quyết 143 tin báo, tố giác về tội phạm (kỳ trước 22, mới 118). Cơ quan "
        "điều tra đã giải quyết 126 tin, gồm khởi tố 79, không khởi tố 38, tạm đình chỉ 9; tỷ lệ giải quyết 88,1%.",
        "sum 143 = 22 | 118 !",
        "sum 126 = 79 | 38 | 9",
        "percent 88,1 = 126 | 143",
    ),
    passage(
        "tam-giu-tam-giam",
        "Tổng số người bị tạm giữ 87; đã giải quyết 84, trong đó khởi tố chuyển tạm giam 61, áp dụng biện pháp "
        "ngăn chặn khác 20, trả tự do 03; còn tạm giữ 03 người. Tỷ lệ bắt, giữ chuyển xử lý hình sự: 81/84 (= "
        "96,4%).",
        "sum 84 = 61 | 20 | 03",
        "remaining 03#2 = 87 | 84",
        "percent 96,4 = 81 | 84#2",
    ),
    passage(
        "tro-giup-phap-ly",
        "Trung tâm tiếp nhận 208 vụ việc trợ giúp pháp lý.\n"
        "* Hình thức: tham gia tố tụng 164 vụ (78,8%), tư vấn 41 vụ, đại diện ngoài tố tụng 03 vụ.\n"
        "* Đối tượng: người nghèo 58, người có công 12, trẻ em 39, người dân tộc thiểu số 71, người khuyết tật "
        "16, khác 12.\n"
        "* Hoàn thành 171 vụ, vượt chỉ tiêu 11 vụ (chỉ tiêu 160 vụ).",
        "share 78,8 = 164 | 208",
        "sum 208 = 164 | 41 | 03",
        "sum 208 = 58 | 12 | 39 | 71 | 16 | 12#2",
        "difference+ 11 = 171 | 160",
    ),
    passage(
        "hoa-giai-co-so",
        "92 tổ hòa giải với 561 hòa giải viên (nữ 173 người, chiếm 30,8%). Tiếp nhận 134 vụ, hòa giải thành 109 "
        "vụ, không thành 16 vụ, chưa giải quyết xong 9 vụ; tỷ lệ hòa giải thành 81,34%, cao hơn cùng kỳ 2,84% "
        "(cùng kỳ 78,50%).",
        "share 30,8 = 173 | 561",
        "sum 134 = 109 | 16 | 9",
        "percent 81,34 = 109 | 134",
        "difference+ 2,84 = 81,34 | 78,50",
    ),
    passage(
        "chung-thuc-ho-tich",
        "Chứng thực bản sao 12.418 bản, chữ ký 1.076 việc, hợp đồng, giao dịch 384 việc; thu lệ phí 48,92 triệu "
        "đồng, trong đó nộp ngân sách 34,244 triệu đồng (70%), để lại 14,676 triệu đồng. Đăng ký khai sinh 297 "
        "trường hợp (nam 155, nữ 142; mới 241, đăng ký lại 56).",
        "sum 48,92 = 34,244 | 14,676",
        "share 70 = 34,244 | 48,92",
        "sum 297 = 155 | 142",
        "sum 297 = 241 | 56",
    ),
    passage(
        "dich-vu-cong-truc-tuyen",
        "Tỷ lệ hồ sơ trực tuyến đạt 83,59% (7.214/8.630 hồ sơ), vượt chỉ tiêu 8,59 điểm % (chỉ tiêu 75%). Toàn "
        "trình: 3.968 hồ sơ; một phần: 3.246 hồ sơ. Thanh toán trực tuyến 2.605 giao dịch trên tổng số 3.120 giao "
        "dịch phát sinh phí, đạt 83,5%; còn 515 giao dịch thu tiền mặt.",
        "percent 83,59 = 7.214 | 8.630",
        "difference+ 8,59 = 83,59 | 75",
        "sum 7.214 = 3.968 | 3.246",
        "percent 83,5 = 2.605 | 3.120",
        "remaining 515 = 3.120 | 2.605",
    ),
    passage(
        "mot-cua-tre-han",
        "Tiếp nhận 5.846 hồ sơ (gồm 5.612 hồ sơ mới, 234 hồ sơ kỳ trước). Đã trả 5.591 hồ sơ: trước hạn 4.730, "
        "đúng hạn 833, quá hạn 28 (0,5%); đang giải quyết 255 hồ sơ, trong đó quá hạn 4.",
        "sum 5.846 = 5.612 | 234",
        "sum 5.591 = 4.730 | 833 | 28",
        "share 0,5 = 28 | 5.591",
        "remaining 255 = 5.846 | 5.591",
        "subset 255 = 4",
        "?sum 5.846 = 5.591 | 255",
    ),
    passage(
        "khieu-nai-to-cao",
        "Nhận 96 đơn (khiếu nại 31, tố cáo 8, kiến nghị 57); 84 đơn đủ điều kiện xử lý, 12 đơn trùng, nặc danh "
        "lưu theo quy định. Thuộc thẩm quyền 29/84 đơn (34,5%): đã giải quyết 25/29, đạt 86,2%. Qua giải quyết, "
        "trả lại cho dân 318 triệu đồng, minh oan cho 01 người.",
        "sum 96 = 31 | 8 | 57",
        "sum 96 = 84 | 12",
        "?remaining 84 = 96 | 12",
        "percent 34,5 = 29 | 84#2",
        "percent 86,2 = 25 | 29#2",
    ),
    passage(
        "tiep-dan-dinh-ky",
        "Tiếp 212 lượt/238 người; thường xuyên 141 lượt, định kỳ và đột xuất của lãnh đạo 71 lượt; giảm 18 lượt "
        "so với cùng kỳ (giảm 7,8%), có 5 đoàn đông người với 49 người. Nội dung: đất đai 126 lượt, chiếm 61,3%; "
        "chính sách 34 lượt; lĩnh vực khác.",
        "sum 212 = 141 | 71",
        "growth-d 7,8 = 212 | 18",
        "share 61,3 = 126 | 212 !",
    ),
    passage(
        "pho-bien-phap-luat",
        "Tổ chức 68 hội nghị tuyên truyền cho 5.984 lượt người (trung bình 88 lượt người/hội nghị), cấp phát "
        "14.200 tờ rơi. Số cuộc tăng gấp 1,7 lần so với cùng kỳ (40 cuộc); 100% xã có tủ sách pháp luật điện tử.",
        "crosscheck 5.984 = 68@hội nghị | 88",
        "growth+x 1,7 = 68 | 40",
    ),
    passage(
        "an-hinh-su-xet-xu",
        "Đưa ra xét xử 88 vụ/147 bị cáo; tuyên phạt tù có thời hạn 102 bị cáo, cho hưởng án treo 31 bị cáo, cải "
        "tạo không giam giữ 9 bị cáo, phạt tiền 5 bị cáo; áp dụng án treo chiếm 21,09%. Tổ chức 12 phiên tòa rút "
        "kinh nghiệm, 20 phiên trực tuyến.",
        "sum 147 = 102 | 31 | 9 | 5",
        "share 21,09 = 31 | 147",
    ),
    passage(
        "giam-sat-kiem-tra-dang",
        "Ủy ban kiểm tra kiểm tra 26 tổ chức đảng, giám sát 19 tổ chức, cộng 45 cuộc, đạt 90% chương trình năm "
        "(50 cuộc). Thi hành kỷ luật 17 đảng viên, bằng các hình thức: khiển trách 11, cảnh cáo 4, khai trừ 2; so "
        "với cùng kỳ giảm 3 (15%).",
        "sum 45 = 26 | 19",
        "percent 90 = 45 | 50",
        "sum 17 = 11 | 4 | 2",
        "growth-d 15 = 17 | 3",
    ),
)
