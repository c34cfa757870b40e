"""Fresh made-up passages on forests, animals, money, unions and inspectors. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "kiem-lam-tuan-tra",
        "Lực lượng kiểm lâm tổ chức 86 đợt tuần tra, lập biên bản 31 vụ vi phạm, ít hơn cùng kỳ 9 vụ (22,5%); gồm "
        "phá rừng 11 vụ, vận chuyển lâm sản 8 vụ, cất giữ lâm sản 7 vụ, vi phạm quy định về phòng cháy 5 vụ. Đã "
        "xử lý 26/31 vụ (xử phạt hành chính 24 vụ, chuyển cơ quan điều tra 02 vụ), 05 vụ đang xác minh.",
        "growth-d 22,5 = 31 | 9",
        "sum 31 = 11 | 8 | 7 | 5",
        "sum 26 = 24 | 02",
        "remaining 05 = 31#2 | 26",
    ),
    passage(
        "dich-vu-moi-truong-rung",
        "Tổng thu tiền dịch vụ môi trường rừng ước 18,64 tỷ đồng, bằng 108,4% kế hoạch (17,2 tỷ đồng), trong đó: "
        "cơ sở thủy điện nộp 15,92 tỷ đồng (chiếm 85,4%), nhà máy nước 2,15 tỷ đồng, cơ sở công nghiệp 0,57 tỷ "
        "đồng. Đã giải ngân cho 214 chủ rừng 12,306 tỷ đồng, đạt 66,0% số đã thu; số chưa chi 6,334 tỷ đồng "
        "chuyển sang quý sau.",
        "percent 108,4 = 18,64 | 17,2",
        "share 85,4 = 15,92 | 18,64",
        "sum 18,64 = 15,92 | 2,15 | 0,57",
        "percent 66,0 = 12,306 | 18,64",
        "remaining 6,334 = 18,64 | 12,306",
    ),
    passage(
        "tiem-phong-dot-mot",
        "Kết quả tiêm phòng đợt 1 tính đến ngày 25/4:\n"
        "- Lở mồm long móng: 4.812 con trâu, bò, đạt 89,9% tổng đàn (5.350 con).\n"
        "- Dịch tả lợn cổ điển: 21.460/27.900 con, đạt 76,9%.\n"
        "- Cúm gia cầm: 168.500 con, đạt 84,3% diện tiêm.\n"
        "- Dại chó, mèo: 7.215 con/8.020 con thuộc diện tiêm = 91,0%.",
        "percent 89,9 = 4.812 | 5.350",
        "percent 76,9 = 21.460 | 27.900",
        "percent 91,0 = 7.215 | 8.020 !",
    ),
    passage(
        "dich-ta-lon-huyen",
        "Từ ngày 02/3 đến 31/3, bệnh dịch tả lợn châu Phi phát sinh tại 47 hộ thuộc 9 thôn của 4 xã, buộc tiêu "
        "hủy 612 con với trọng lượng 34.870 kg. Lũy kế từ đầu năm: 131 hộ, 1.745 con, trọng lượng 98.215 kg; "
        "trong đó lợn nái, đực giống 203 con, lợn thịt 1.118 con, lợn con theo mẹ 424 con. Có 3/4 xã đã qua 21 "
        "ngày không phát sinh thêm, 01 xã còn dịch.",
        "sum 1.745 = 203 | 1.118 | 424",
        "remaining 01 = 4#2 | 3#3",
    ),
    passage(
        "khuyen-nong-mo-hinh",
        "Trạm Khuyến nông mở 24 lớp tập huấn cho 1.080 lượt nông dân, bình quân 45 người/lớp; số lớp đạt 120% kế "
        "hoạch năm (20 lớp). Xây dựng 06 mô hình trình diễn với kinh phí 1 tỷ 260 triệu đồng, Nhà nước hỗ trợ 756 "
        "triệu đồng (60%), người dân đối ứng 504 triệu đồng (40%).",
        "crosscheck 1.080 = 24 | 45",
        "percent 120 = 24 | 20",
        "sum 1 tỷ 260 = 756 | 504",
        "share 60 = 756 | 1 tỷ 260",
        "share 40 = 504 | 1 tỷ 260",
        "?sum  = 60 | 40",
    ),
    passage(
        "ho-chua-thuy-loi",
        "Dung tích các hồ chứa hiện còn 38,6/52,4 triệu m3, đạt 73,7% thiết kế, thấp hơn cùng thời điểm năm trước "
        "4,1 triệu m3 (cùng thời điểm năm trước 42,7 triệu m3). Đã bảo đảm nước tưới cho 6.240/6.500 ha lúa, còn "
        "260 ha phải bơm chống hạn.",
        "percent 73,7 = 38,6 | 52,4",
        "difference- 4,1 = 38,6 | 42,7",
        "remaining 260 = 6.500 | 6.240",
    ),
    passage(
        "quan-ly-thi-truong-huyen",
        "Trong tháng, các đội kiểm tra 145 vụ, phát hiện 92 vụ vi phạm, chiếm 63,4% số vụ kiểm tra; xử lý 88 vụ, "
        "tăng 14 vụ so với tháng trước (18,9%). Tổng giá trị xử lý 1,77 tỷ đồng, bao gồm: phạt hành chính 1.245 "
        "triệu đồng, bán hàng tịch thu 318 triệu đồng, hàng buộc tiêu hủy 207 triệu đồng.",
        "share 63,4 = 92 | 145",
        "growth+d 18,9 = 88 | 14",
        "sum 1,77 = 1.245 | 318 | 207",
    ),
    passage(
        "hai-quan-phan-luong",
        "Số thu qua cửa khẩu đạt 2.146,8 tỷ đồng, hoàn thành 61,3% dự toán pháp lệnh (3.500 tỷ đồng), 57,2% chỉ "
        "tiêu phấn đấu, tăng 8,4% so cùng kỳ. Kim ngạch xuất nhập khẩu 1.284,5 triệu USD, xuất khẩu 702,3 triệu "
        "USD, nhập khẩu 582,2 triệu USD. Làm thủ tục cho 31.420 tờ khai: luồng xanh 19.480 tờ khai (62,0%), luồng "
        "vàng 10.055 tờ khai (32,0%), luồng đỏ 1.885 tờ khai (6,0%).",
        "percent 61,3 = 2.146,8 | 3.500",
        "sum 1.284,5 = 702,3 | 582,2",
        "sum 31.420 = 19.480 | 10.055 | 1.885",
        "share 62,0 = 19.480 | 31.420",
        "share 32,0 = 10.055 | 31.420",
        "share 6,0 = 1.885 | 31.420",
        "?sum  = 62,0 | 32,0 | 6,0",
    ),
    passage(
        "buu-dien-cong-ich",
        "Bưu điện chuyển phát 4.126 hồ sơ, kết quả thủ tục hành chính qua dịch vụ bưu chính công ích, gồm 1.538 "
        "lượt nhận hồ sơ và 2.588 lượt trả kết quả; so với cùng kỳ tăng 706 lượt, tương đương 20,6%. Doanh thu "
        "quý đạt 3 tỷ 415 triệu đồng, hụt 185 triệu đồng so với kế hoạch là 3 tỷ 600 triệu đồng.",
        "sum 4.126 = 1.538 | 2.588",
        "growth+d 20,6 = 4.126 | 706",
        "difference- 185 = 3 tỷ 415 | 3 tỷ 600",
    ),
    passage(
        "dien-thuong-pham",
        "Sản lượng điện thương phẩm tháng 5 là 41,37 triệu kWh, cao hơn tháng 4 (38,92 triệu kWh) 2,45 triệu kWh, "
        "tức 6,3%. Cơ cấu tiêu thụ: sinh hoạt 55,2%; công nghiệp - xây dựng 31,6%; thương mại, dịch vụ 6,1%; nông "
        "nghiệp 4,9%; khác 2,2%. Tỷ lệ tổn thất 4,82%, giảm 0,31% so với tháng trước (5,13%).",
        "difference+ 2,45 = 41,37 | 38,92",
        "growth+ 6,3 = 41,37 | 38,92",
        "?growth+d 6,3 = 41,37 | 2,45",
        "sum  = 55,2 | 31,6 | 6,1 | 4,9 | 2,2",
        "difference- 0,31 = 4,82 | 5,13",
    ),
    passage(
        "ngan-hang-chinh-sach",
        "Tổng dư nợ đến 30/6 đạt 486,2 tỷ đồng với 9.815 hộ còn vay, tăng 27,9 tỷ đồng so với đầu năm; trong đó "
        "nợ quá hạn 632 triệu đồng, chiếm 0,13%, nợ khoanh 389 triệu đồng, chiếm 0,08%. Toàn bộ dư nợ được ủy "
        "thác qua 4 hội, đoàn thể: Hội Phụ nữ 198,4 tỷ đồng, Hội Nông dân 151,7 tỷ đồng, Hội Cựu chiến binh 80,3 "
        "tỷ đồng, Đoàn Thanh niên 55,8 tỷ đồng.",
        "share 0,13 = 632 | 486,2",
        "share 0,08 = 389 | 486,2",
        "sum 486,2 = 198,4 | 151,7 | 80,3 | 55,8",
        "?subset 486,2 = 632 | 389",
    ),
    passage(
        "quy-tin-dung",
        "Nguồn vốn hoạt động của Quỹ là 128.450 triệu đồng, tăng 11,2% so với đầu năm (115.513 triệu đồng); vốn "
        "huy động 112.306 triệu đồng, chiếm 87,4% tổng nguồn vốn. Dư nợ cho vay 96.720 triệu đồng/1.142 thành "
        "viên, bằng 86,1% vốn huy động; nợ xấu 870 triệu đồng, chiếm 0,9% dư nợ.",
        "growth+ 11,2 = 128.450 | 115.513",
        "share 87,4 = 112.306 | 128.450",
        "percent 86,1 = 96.720 | 112.306",
        "share 0,9 = 870 | 96.720",
    ),
    passage(
        "nong-dan-sxkd-gioi",
        "Có 2.340 hộ đăng ký danh hiệu sản xuất, kinh doanh giỏi, qua bình xét 1.482 hộ đạt (= 63,3%), gồm cấp "
        "trung ương 12 hộ, cấp tỉnh 118 hộ, cấp huyện 365 hộ, cấp cơ sở 987 hộ. Kết nạp mới 96/80 hội viên, vượt "
        "20% chỉ tiêu, nâng tổng số hội viên toàn huyện lên 8.914 hội viên.",
        "percent 63,3 = 1.482 | 2.340",
        "sum 1.482 = 12 | 118 | 365 | 987",
        "growth+ 20 = 96 | 80",
    ),
    passage(
        "cuu-chien-binh-doi-song",
        "Tổng số hội viên: 3.206 đồng chí, sinh hoạt ở 17 tổ chức cơ sở.\n"
        "- Về đời sống: khá, giàu 1.891 đồng chí (58,98%), trung bình 1.274 đồng chí (39,74%), nghèo 41 đồng chí "
        "(1,28%); số nghèo giảm 13 so với đầu năm (54 đồng chí).\n"
        "- Quỹ hội có 1.923,6 triệu đồng, bình quân 600 nghìn đồng/hội viên.",
        "sum 3.206 = 1.891 | 1.274 | 41",
        "share 58,98 = 1.891 | 3.206",
        "share 39,74 = 1.274 | 3.206",
        "share 1,28 = 41 | 3.206",
        "difference- 13 = 41 | 54",
        "crosscheck 1.923,6 = 3.206@đồng chí | 600",
        "?sum  = 58,98 | 39,74 | 1,28",
    ),
    passage(
        "cong-doan-doan-vien",
        "Đầu năm toàn huyện có 25.535 đoàn viên. Sáu tháng kết nạp mới 1.460 đoàn viên, giảm 215 do nghỉ chế độ, "
        "chuyển đi; tăng thực 1.245 đoàn viên, đạt 83% chỉ tiêu (1.500), đưa số đoàn viên hiện có lên 26.780 "
        "người, nữ 17.140 người (64,0%). Thành lập 07 công đoàn cơ sở doanh nghiệp trên chỉ tiêu 10, đạt 70%.",
        "remaining 1.245 = 1.460 | 215",
        "percent 83 = 1.245 | 1.500",
        "sum 26.780 = 25.535 | 1.245",
        "share 64,0 = 17.140 | 26.780",
        "percent 70 = 07 | 10",
    ),
    passage(
        "quy-vi-nguoi-ngheo",
        "Quỹ Vì người nghèo hai cấp vận động được 842,5 triệu đồng, đạt 112,3% chỉ tiêu (750 triệu đồng): cấp "
        "huyện 310 triệu đồng, cấp xã 532,5 triệu đồng. Từ nguồn quỹ, làm mới 14 căn nhà Đại đoàn kết, mỗi căn 60 "
        "triệu đồng, thành tiền 840 triệu đồng; tặng 215 suất quà Tết.",
        "percent 112,3 = 842,5 | 750",
        "sum 842,5 = 310 | 532,5",
        "crosscheck 840 = 14@căn | 60",
    ),
    passage(
        "thanh-tra-trong-ky",
        "Thanh tra huyện thực hiện 21 cuộc (kỳ trước chuyển sang 04, triển khai trong kỳ 17), kết thúc trực tiếp "
        "tại đơn vị 15 cuộc, ban hành kết luận 12 cuộc. Phát hiện sai phạm về kinh tế 4.318 triệu đồng(1). Số "
        "tiền đã thu hồi là 2.107/2.965 triệu đồng, đạt tỷ lệ 71,06%.\n"
        "(1) Kiến nghị thu hồi nộp ngân sách 2.965 triệu đồng; xử lý khác 1.353 triệu đồng.",
        "sum 21 = 04 | 17",
        "sum 4.318 = 2.965#2 | 1.353",
        "percent 71,06 = 2.107 | 2.965",
    ),
    passage(
        "kiem-toan-noi-bo",
        "Qua kiểm toán nội bộ tại 8 đơn vị, tổ kiểm toán nêu 63 kiến nghị. Đến nay các đơn vị đã thực hiện xong "
        "41 kiến nghị (chiếm 65,1%), đang thực hiện 15 kiến nghị, chưa thực hiện 9 kiến nghị; đã giảm trừ quyết "
        "toán 286 triệu đồng.",
        "sum 63 = 41 | 15 | 9 !",
        "share 65,1 = 41 | 63",
    ),
    passage(
        "thi-dua-khen-thuong",
        "Hội đồng Thi đua xét 140 hồ sơ, trình khen 128 trường hợp (91,4%), gồm 46 tập thể và 82 cá nhân; không "
        "đủ điều kiện 12 hồ sơ. Trong 82 cá nhân, người trực tiếp lao động là 57 (69,5%). Tổng tiền thưởng 104,6 "
        "triệu đồng.",
        "share 91,4 = 128 | 140",
        "sum 128 = 46 | 82",
        "remaining 12 = 140 | 128",
        "?sum 140 = 128 | 12",
        "share 69,5 = 57 | 82#2",
    ),
    passage(
        "van-thu-luu-tru",
        "Công tác văn thư: tiếp nhận 3.412 văn bản đến, phát hành 1.276 văn bản đi, trong đó quyết định 118, báo "
        "cáo 64, kế hoạch 21; tỷ lệ ký số 98,7% (1.259/1.276 văn bản). Chỉnh lý 32 mét giá tài liệu, phục vụ 47 "
        "lượt người khai thác.",
        "subset 1.276 = 118 | 64 | 21",
        "percent 98,7 = 1.259 | 1.276#2",
    ),
    passage(
        "phong-chay-rung-truc",
        "Mùa khô năm nay xảy ra 6 vụ cháy rừng, bằng một nửa so với năm trước, diện tích thiệt hại 14,3 ha (rừng "
        "trồng 11,8 ha, rừng tự nhiên 2,5 ha). Huy động 1.120 lượt người chữa cháy (kiểm lâm 164, dân quân 342, "
        "công an 88, nhân dân 526).",
        "sum 14,3 = 11,8 | 2,5",
        "sum 1.120 = 164 | 342 | 88 | 526",
    ),
    passage(
        "giong-vat-nuoi",
        "Tổng đàn gia súc 38.915 con, tăng 1,7% so cùng kỳ: đàn trâu 5.214 con, bò 9.386 con, lợn 24.315 con. Đàn "
        "gia cầm 412,6 nghìn con, giảm 18,4 nghìn con, tương ứng giảm 4,27%. Sản lượng thịt hơi xuất chuồng 3.127 "
        "tấn/6.400 tấn kế hoạch, đạt 48,9%, trong đó thịt lợn hơi 2.018 tấn (chiếm 64,5%).",
        "sum 38.915 = 5.214 | 9.386 | 24.315",
        "growth-d 4,27 = 412,6 | 18,4",
        "percent 48,9 = 3.127 | 6.400",
        "share 64,5 = 2.018 | 3.127",
        "?subset 3.127 = 2.018",
    ),
    passage(
        "nghiep-doan-nghe-ca",
        "Nghiệp đoàn nghề cá quản lý 214 tàu, tổng công suất 58.930 CV; tàu dưới 12m: 61 chiếc; từ 12m đến dưới "
        "15m: 70 chiếc; từ 15m trở lên: 83 chiếc. Đã lắp thiết bị giám sát hành trình cho 81/83 tàu từ 15m trở "
        "lên (đạt 97,59%), còn 02 tàu nằm bờ chưa lắp. Sản lượng khai thác 8 tháng ước đạt 9.640 tấn, tăng 3,5%.",
        "sum 214 = 61 | 70 | 83",
        "percent 97,59 = 81 | 83#2",
        "remaining 02 = 83#2 | 81",
    ),
)
