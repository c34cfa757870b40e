"""Unseen made-up passages on health, schools, insurance, work, the poor and unions. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "bhxh-do-bao-phu",
        "Phát triển đối tượng: hết năm 2020 có 39.865 lao động tham gia BHXH (37.618 lao động thuộc diện bắt buộc, "
        "2.247 lao động tự nguyện), độ bao phủ 31,6% lực lượng lao động, thấp hơn chỉ tiêu tỉnh giao (33,2%) là "
        "1,6%; số người có thẻ BHYT 174.905 người, bao phủ 90,3% dân số, cao hơn chỉ tiêu 0,7% (chỉ tiêu 89,6%).",
        "sum 39.865 = 37.618 | 2.247",
        "difference- 1,6 = 31,6 | 33,2",
        "difference+ 0,7 = 90,3 | 89,6",
    ),
    passage(
        "bhxh-thu-no",
        "Số người tham gia BHXH bắt buộc 12.483 người, đạt 95,29% KH (13.100 người); BHXH tự nguyện 2.067 người, đạt "
        "70,31% KH (2.940 người); BHYT 98.316 người, đạt 98,46% KH (99.850 người). Số thu 268,4 tỷ đồng, đạt 93,4% "
        "kế hoạch năm (287,5 tỷ đồng). Số nợ 9,2 tỷ đồng, chiếm 3,1% số phải thu; để hoàn thành chỉ tiêu cần phát "
        "triển thêm 617 người tham gia BHXH bắt buộc, 873 người tham gia BHXH tự nguyện và 1.534 người tham gia BHYT.",
        "percent 95,29 = 12.483 | 13.100",
        "percent 70,31 = 2.067 | 2.940",
        "percent 98,46 = 98.316 | 99.850",
        "percent 93,4 = 268,4 | 287,5",
        "remaining 617 = 13.100 | 12.483",
        "remaining 873 = 2.940 | 2.067",
        "remaining 1.534 = 99.850 | 98.316",
    ),
    passage(
        "kham-benh-tttyt",
        "Hoạt động KCB quý III: khám bệnh 23.418/21.500 lượt, đạt 108,9% chỉ tiêu quý, tăng 12,6% (quý III năm trước "
        "đạt 96,3%); nội trú 3.206/3.420 lượt, đạt 93,7%. Quản lý ngoại trú bệnh mạn tính 3.148 bệnh nhân: THA "
        "2.018, ĐTĐ 947, COPD và hen 183. Công suất giường thực kê 104,7%, giảm 7,8% (quý III năm trước là 112,5%).",
        "percent 108,9 = 23.418 | 21.500",
        "difference+ 12,6 = 108,9 | 96,3",
        "percent 93,7 = 3.206 | 3.420",
        "sum 3.148 = 2.018 | 947 | 183",
        "difference- 7,8 = 104,7 | 112,5",
    ),
    passage(
        "benh-vien-dk",
        "Tổng số lượt khám chữa bệnh 6 tháng: 118.642 lượt (nội trú 13.907 lượt, ngoại trú 104.735 lượt), so với "
        "cùng kỳ tăng 7.815 lượt (+7,05%); phẫu thuật 3.106 ca; chuyển tuyến 2.018 ca, chiếm 1,7% số lượt khám; tử "
        "vong 14 ca. Ngày điều trị bình quân 6,1 ngày.",
        "sum 118.642 = 13.907 | 104.735",
        "growth+d 7,05 = 118.642 | 7.815",
        "share 1,7 = 2.018 | 118.642",
    ),
    passage(
        "sot-xuat-huyet",
        "Tích lũy đến ngày 30/9 ghi nhận 486 ca SXHD, tăng 2,8 lần so với cùng kỳ (173 ca), không tử vong. Phát "
        "hiện, xử lý 62/62 ổ dịch đạt 100%. Tay chân miệng 139 ca, giảm 48 ca so với cùng kỳ, tương đương giảm "
        "25,7%; sởi 03 ca; số xã có ca mắc 14/15 xã (93,3%).",
        "growth+x 2,8 = 486 | 173",
        "percent 100 = 62 | 62#2",
        "growth-d 25,7 = 139 | 48",
        "share 93,3 = 14 | 15",
    ),
    passage(
        "tiem-chung",
        "Tiêm chủng đầy đủ cho trẻ dưới 1 tuổi: 287/302 trẻ, đạt 95,0%; tiêm UV2+ cho phụ nữ có thai 279/296, đạt "
        "94,3%; uống vitamin A đợt 1: 1.418/1.422 trẻ đạt 99,7%. Tỷ lệ trẻ dưới 5 tuổi SDD thể nhẹ cân 8,4%, giảm "
        "0,7% so với năm 2014 (9,1%).",
        "percent 95,0 = 287 | 302",
        "percent 94,3 = 279 | 296",
        "percent 99,7 = 1.418 | 1.422",
        "difference- 0,7 = 8,4 | 9,1",
    ),
    passage(
        "tiem-chung-sai",
        "Tổ chức tiêm vắc xin phòng Covid-19 cho 12.846 người từ 18 tuổi trở lên, đạt 97,9% (13.115 người thuộc "
        "diện); trẻ 12-17 tuổi tiêm mũi 2 được 1.407/1.466 trẻ, đạt 98,6%; mũi nhắc lại 8.914 người, đạt 68,0% so "
        "với số người từ 18 tuổi trở lên.",
        "percent 97,9 = 12.846 | 13.115",
        "percent 98,6 = 1.407 | 1.466 !",
        "percent 68,0 = 8.914 | 13.115",
    ),
    passage(
        "dan-so-khhgd",
        "Tổng số trẻ sinh ra 412 trẻ, giảm 19 trẻ so với cùng kỳ 2013, trong đó nam 219, nữ 193; sinh con thứ 3 trở "
        "lên 37 trường hợp, chiếm 8,98%, giảm 0,7%. Tỷ số giới tính khi sinh 113,5 nam/100 nữ. Tổng số người áp dụng "
        "BPTT mới: 1.986/2.110, đạt 94,1% KH.",
        "sum 412 = 219 | 193",
        "share 8,98 = 37 | 412",
        "percent 94,1 = 1.986 | 2.110",
        "?percent 113,5 = 219 | 193",
    ),
    passage(
        "truong-lop",
        "Năm học 2022 - 2023 toàn huyện có 53 trường (19 trường mầm non, 17 trường tiểu học, 12 trường THCS, 05 "
        "trường TH&THCS) với 751 nhóm, lớp và 22.542 học sinh: mầm non 238 nhóm, lớp/5.916 cháu; tiểu học 327 "
        "lớp/9.874 học sinh; THCS 186 lớp/6.752 học sinh. So với năm học trước tăng 06 lớp. Số trường đạt chuẩn quốc "
        "gia 44/53 trường, đạt tỷ lệ 83,02%.",
        "sum 53 = 19 | 17 | 12 | 05",
        "sum 751 = 238 | 327 | 186",
        "sum 22.542 = 5.916 | 9.874 | 6.752",
        "percent 83,02 = 44 | 53#2",
    ),
    passage(
        "truong-lop-sai",
        "Toàn ngành có 1.124 cán bộ, giáo viên, nhân viên, trong đó CBQL 97, giáo viên 912, nhân viên 125; tỷ lệ "
        "giáo viên đạt chuẩn 884/912, đạt 96,9%; đảng viên 618 đồng chí, chiếm 55,0%.",
        "sum 1.124 = 97 | 912 | 125 !",
        "percent 96,9 = 884 | 912#2",
        "share 55,0 = 618 | 1.124",
    ),
    passage(
        "thi-tot-nghiep",
        "Kỳ thi tốt nghiệp THPT có 1.318 thí sinh dự thi (1.246 thí sinh THPT, 72 thí sinh GDTX), đỗ tốt nghiệp "
        "1.309 thí sinh, đạt tỷ lệ 99,32%, tăng 0,45% so với năm trước (98,87%). Xét công nhận tốt nghiệp THCS "
        "1.640/1.652 em, đạt 99,27%.",
        "sum 1.318 = 1.246 | 72",
        "percent 99,32 = 1.309 | 1.318",
        "difference+ 0,45 = 99,32 | 98,87",
        "percent 99,27 = 1.640 | 1.652",
    ),
    passage(
        "hoc-luc",
        "Kết quả xếp loại học lực THCS (3.204 em): Giỏi 486 em (15,2%), Khá 1.297 em (40,5%), TB 1.318 em (41,1%), "
        "Yếu 103 em (3,2%). Hạnh kiểm Tốt, Khá 3.168 em, chiếm 98,9%. Học sinh bỏ học 11 em (0,34%), giảm 05 em so "
        "với cùng kỳ.",
        "sum 3.204 = 486 | 1.297 | 1.318 | 103",
        "share 15,2 = 486 | 3.204",
        "share 40,5 = 1.297 | 3.204",
        "share 41,1 = 1.318 | 3.204",
        "share 3,2 = 103 | 3.204",
        "share 98,9 = 3.168 | 3.204",
        "?share 0,34 = 11 | 3.204",
        "?sum  = 15,2@% | 40,5@% | 41,1@% | 3,2@%",
    ),
    passage(
        "viec-lam-nguon",
        "Tạo việc làm tăng thêm 2.775 lượt lao động = 86,7% kế hoạch (3.200 lao động), nguồn từ: doanh nghiệp trong "
        "KCN tuyển dụng 1.486 LĐ; vay vốn giải quyết việc làm 372 LĐ; đi làm việc theo hợp đồng tại nước ngoài 95 "
        "LĐ; hộ kinh doanh, HTX 614 LĐ; lĩnh vực khác 208 LĐ. Mở lớp sơ cấp nghề cho 415 LĐ/480 LĐ (86,5%).",
        "sum 2.775 = 1.486 | 372 | 95 | 614 | 208",
        "percent 86,7 = 2.775 | 3.200",
        "percent 86,5 = 415 | 480",
    ),
    passage(
        "dao-tao-nghe",
        "Thực hiện Đề án 1956, 5 năm qua huyện tổ chức 96 lớp nghề ngắn hạn, 3.018 học viên, bằng 86,23% mục tiêu Đề "
        "án (3.500 học viên), chia theo nhóm: người có công, hộ nghèo, DTTS 1.127 học viên; hộ cận nghèo 406 học "
        "viên; lao động khác 1.485 học viên. Sau học nghề có việc làm 2.463 học viên, chiếm 81,61%.",
        "percent 86,23 = 3.018 | 3.500",
        "sum 3.018 = 1.127 | 406 | 1.485",
        "share 81,61 = 2.463 | 3.018",
    ),
    passage(
        "ho-ngheo-da-chieu",
        "Kết quả rà soát cuối năm 2023: hộ nghèo 1.127 hộ, tỷ lệ 5,94%, giảm 416 hộ, tương ứng giảm 2,20% so với đầu "
        "năm (1.543 hộ, tỷ lệ 8,14%); hộ cận nghèo 1.534 hộ, tỷ lệ 8,09%, giảm 87 hộ so với đầu năm (1.621 hộ) trên "
        "tổng số 18.960 hộ toàn huyện.",
        "share 5,94 = 1.127 | 18.960",
        "difference- 416 = 1.127 | 1.543",
        "difference- 2,20 = 5,94 | 8,14",
        "share 8,14 = 1.543 | 18.960",
        "share 8,09 = 1.534 | 18.960",
        "difference- 87 = 1.534 | 1.621",
    ),
    passage(
        "ho-ngheo-xa",
        "Số hộ thoát nghèo trong năm 48/45 hộ đạt 106,7% KH; cuối năm còn 93 hộ nghèo/2.416 hộ, chiếm 3,85% (giảm "
        "1,75% so với năm 2018 là 5,60%), 151 hộ cận nghèo, chiếm 6,25%.",
        "percent 106,7 = 48 | 45",
        "share 3,85 = 93 | 2.416",
        "difference- 1,75 = 3,85 | 5,60",
        "share 6,25 = 151 | 2.416",
    ),
    passage(
        "nguoi-co-cong",
        "Chi trả trợ cấp ưu đãi hàng tháng cho 436 đối tượng người có công với số tiền 1.124.536.000 đồng và 612 đối "
        "tượng bảo trợ xã hội với số tiền 372.480.000 đồng, tổng cộng 1.497.016.000 đồng. Tặng quà Tết: quà Chủ tịch "
        "nước 418 suất (46 suất x 600.000 đồng và 372 suất x 300.000 đồng), quà của tỉnh 436 suất x 500.000 đồng = "
        "218.000.000 đồng.",
        "sum 1.497.016.000 = 1.124.536.000 | 372.480.000",
        "sum 418 = 46 | 372",
        "crosscheck 218.000.000 = 436#2 | 500.000",
    ),
    passage(
        "ncc-27-7",
        "Nhân kỷ niệm 27/7, toàn xã tặng 652 suất quà trị giá 245,5 triệu đồng, gồm:\n"
        "- Quà của Chủ tịch nước: 187 suất, 58,2 triệu đồng\n"
        "- Quà của tỉnh: 204 suất, 102 triệu đồng\n"
        "- Quà của huyện: 35 suất, 17,5 triệu đồng\n"
        "- Quà của xã và các nhà hảo tâm: 226 suất, 67,8 triệu đồng (300.000 đồng/suất)",
        "sum 652 = 187 | 204 | 35 | 226",
        "sum 245,5 = 58,2 | 102 | 17,5 | 67,8",
        "?crosscheck 67,8 = 226@suất | 300.000",
    ),
    passage(
        "mat-tran-quy",
        'Ban vận động Quỹ "Vì người nghèo" các cấp tiếp nhận 1.842 triệu đồng, đạt 115,1% kế hoạch (1.600 triệu '
        "đồng); trong đó cấp huyện 1.095 triệu đồng, cấp xã 747 triệu đồng. Đã chi hỗ trợ 24 nhà đại đoàn kết (17 "
        "nhà xây mới, 07 nhà sửa chữa) với số tiền 1.020 triệu đồng; tặng 1.350 suất quà trị giá 540 triệu đồng. Tồn "
        "quỹ 282 triệu đồng.",
        "percent 115,1 = 1.842 | 1.600",
        "sum 1.842 = 1.095 | 747",
        "sum 24 = 17 | 07",
        "remaining 282 = 1.842 | 1.020 | 540",
    ),
    passage(
        "giam-sat-mttq",
        "MTTQ và các đoàn thể chủ trì 31 cuộc giám sát (MTTQ 12, các đoàn thể CT-XH 19), tăng 04 cuộc so với cùng "
        "kỳ; phản biện 06 dự thảo văn bản; Ban TTND giám sát 48 cuộc, Ban GSĐTCĐ giám sát 27 công trình, phát hiện "
        "05 công trình có sai sót, kiến nghị thu hồi 38,4 triệu đồng.",
        "sum 31 = 12 | 19",
        "?subset 27 = 05",
    ),
    passage(
        "phu-nu-hoi-vien",
        "Số hội viên phát triển trong kỳ 215 chị, đưa tổng số lên 11.382 chị, thu hút 81,9% phụ nữ trong độ tuổi "
        "(13.904 chị). Nhận ủy thác 174.630  triệu đồng qua 89 tổ (71 tổ NHCSXH, 18 tổ NHNo&PTNT); nợ quá hạn 196 "
        "triệu đồng, chiếm 0,11%. Kiểm tra 64/89 tổ (đạt 71,9%).",
        "share 81,9 = 11.382 | 13.904",
        "sum 89 = 71 | 18",
        "share 0,11 = 196 | 174.630",
        "percent 71,9 = 64 | 89#2",
    ),
    passage(
        "nong-dan-quy",
        "Nguồn quỹ do Hội quản lý đến cuối quý II: 318.260.000đ, chia ra quỹ của Ban Chấp hành xã 254.900.000đ và "
        "quỹ tại 05 chi hội 63.160.000đ. Phát triển mới 17 hội viên, hiện có 1.036 hội viên sinh hoạt ở 05 chi hội.",
        "sum 318.260.000 = 254.900.000 | 63.160.000 !",
    ),
    passage(
        "doan-thanh-nien",
        "Toàn huyện hiện có 3.914 đoàn viên/9.870 thanh niên, tỷ lệ tập hợp 39,7%. Kết nạp 486/450 đoàn viên mới "
        "(đạt 108% chỉ tiêu), trong đó 297 nữ; giới thiệu 164 đoàn viên ưu tú, được kết nạp Đảng 71 đồng chí (chiếm "
        "43,3%). Triển khai 38 công trình, phần việc thanh niên trị giá 1,2 tỷ đồng.",
        "percent 39,7 = 3.914 | 9.870",
        "percent 108 = 486 | 450",
        "subset 486 = 297",
        "share 43,3 = 71 | 164",
    ),
    passage(
        "dang-vien",
        "Đảng bộ huyện có 46 TCCS đảng (31 đảng bộ, 15 chi bộ cơ sở), 5.218 đảng viên, trong đó đảng viên nữ 1.874 "
        "đồng chí (35,9%), người DTTS 963 đồng chí (18,5%). Năm 2020 kết nạp 152 đảng viên mới, đạt 104,8% chỉ tiêu "
        "(145 đảng viên), tăng 08 đồng chí so với năm 2019 (144 đồng chí).",
        "sum 46 = 31 | 15",
        "share 35,9 = 1.874 | 5.218",
        "share 18,5 = 963 | 5.218",
        "percent 104,8 = 152 | 145",
        "difference+ 08 = 152 | 144",
        "?subset 5.218 = 1.874 | 963",
    ),
    passage(
        "gia-dinh-van-hoa",
        "Kết quả bình xét: 4.218/4.502 hộ đạt gia đình văn hóa, đạt 93,7%, vượt 0,7% so với chỉ tiêu (93,0%); 23/26 "
        "thôn, TDP đạt danh hiệu văn hóa, đạt 88,5%; 18/18 cơ quan đạt chuẩn văn hóa, 100%. ",
        "percent 93,7 = 4.218 | 4.502",
        "difference+ 0,7 = 93,7 | 93,0",
        "percent 88,5 = 23 | 26",
        "percent 100 = 18 | 18#2",
    ),
)
