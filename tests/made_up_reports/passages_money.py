"""Made-up passages on money: budget, public investment, banks, businesses. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "thu-phuong",
        "Thu ngân sách trên địa bàn phường tháng 9 ước 2.310 triệu đồng; lũy kế 9 tháng 21.475/25.600 triệu đồng, "
        "đạt 83,9% dự toán năm.",
        "percent 83,9 = 21.475 | 25.600",
    ),
    passage(
        "thu-ba-khoan",
        "Tổng thu NSNN 6 tháng: 18.420 triệu đồng. Trong đó: thuế, phí 7.315 triệu đồng; tiền sử dụng đất 9.640 triệu "
        "đồng; thu khác 1.465 triệu đồng.",
        "sum 18.420 = 7.315 | 9.640 | 1.465",
    ),
    passage(
        "thu-ba-khoan-sai",
        "Tổng số thu trong quý là 6.842 triệu đồng, gồm: thu thuế ngoài quốc doanh 3.120 triệu, lệ phí trước bạ 1.975 "
        "triệu, thu phí - lệ phí 1.447 triệu.",
        "sum 6.842 = 3.120 | 1.975 | 1.447 !",
    ),
    passage(
        "thu-tinh",
        "Tổng thu ngân sách nhà nước trên địa bàn tỉnh quý III ước đạt 3.184,6 tỷ đồng, bằng 91,4% so với cùng kỳ năm "
        "trước (3.484,2 tỷ đồng); trong đó thu nội địa 2.517,3 tỷ đồng, chiếm 79%, thu hoạt động xuất nhập khẩu 667,3 "
        "tỷ đồng, chiếm 21% tổng thu.",
        "percent 91,4 = 3.184,6 | 3.484,2",
        "sum 3.184,6 = 2.517,3 | 667,3",
        "share 79 = 2.517,3 | 3.184,6",
        "share 21 = 667,3 | 3.184,6",
        "?sum  = 79@% | 21@%",
    ),
    passage(
        "noi-dia-dat",
        "Thu nội địa đạt 845 tỷ đồng (trong đó tiền sử dụng đất 312 tỷ đồng, xổ số kiến thiết 41 tỷ đồng).",
        "subset 845 = 312 | 41",
    ),
    passage(
        "tang-p-voi-goc",
        "Thu từ khu vực doanh nghiệp FDI được 96,4 tỷ đồng, tăng 12,5% so với cùng kỳ năm 2018 (85,7 tỷ đồng).",
        "growth+ 12,5 = 96,4 | 85,7",
    ),
    passage(
        "giam-p-voi-goc-sai",
        "Thuế bảo vệ môi trường thu 35,2 tỷ đồng, giảm 22,4% so với quý trước (43,1 tỷ đồng).",
        "growth- 22,4 = 35,2 | 43,1 !",
    ),
    passage(
        "chi-hai-cap",
        "Chi ngân sách huyện 7 tháng là 412.806 triệu đồng, gồm:\n"
        "- Chi đầu tư phát triển: 158.244 triệu đồng, gồm:\n"
        "+ Vốn tập trung: 61.120 triệu đồng;\n"
        "+ Vốn tiền sử dụng đất: 97.124 triệu đồng.\n"
        "- Chi thường xuyên: 254.562 triệu đồng.",
        "sum 412.806 = 158.244 | 254.562",
        "sum 158.244 = 61.120 | 97.124",
    ),
    passage(
        "chi-ba-cap",
        "Dự toán chi được giao đầu năm 9.870 triệu đồng, trong đó:\n"
        "1. Chi thường xuyên 8.450 triệu đồng, bao gồm:\n"
        "a) Sự nghiệp giáo dục: 3.905 triệu đồng (lương 3.410 triệu đồng; hoạt động 495 triệu đồng);\n"
        "b) Quản lý hành chính: 4.545 triệu đồng.\n"
        "2. Chi đầu tư: 1.220 triệu đồng.\n"
        "3. Dự phòng: 200 triệu đồng.",
        "sum 9.870 = 8.450 | 1.220 | 200",
        "sum 8.450 = 3.905 | 4.545",
        "sum 3.905 = 3.410 | 495",
    ),
    passage(
        "giai-ngan-con-lai",
        "Kế hoạch vốn năm 2024 được giao 54.300 triệu đồng; đến 31/10 đã giải ngân 38.915 triệu đồng (71,7%), số vốn "
        "còn lại chưa giải ngân 15.385 triệu đồng, bằng 28,3% kế hoạch.",
        "percent 71,7 = 38.915 | 54.300",
        "remaining 15.385 = 54.300 | 38.915",
        "percent 28,3 = 15.385 | 54.300",
    ),
    passage(
        "giai-ngan-con-lai-sai",
        "Tổng vốn được phân bổ 12,60 tỷ đồng, đã thanh toán 7,85 tỷ đồng, còn lại 4,57 tỷ đồng sẽ thanh toán trong quý "
        "IV.",
        "remaining 4,57 = 12,60 | 7,85 !",
    ),
    passage(
        "giai-ngan-nguon",
        "Giải ngân vốn đầu tư công đến ngày 20/11: 201,365/287,900 tỷ đồng, đạt 69,94% KH, cụ thể: NSTW 88,120/120,000 "
        "tỷ đồng, đạt 73,43%; NS tỉnh 63,245/97,900 tỷ đồng, đạt 64,60%; NS huyện 50,000/70,000 tỷ đồng, đạt 71,43%.",
        "percent 69,94 = 201,365 | 287,900",
        "percent 73,43 = 88,120 | 120,000",
        "percent 64,60 = 63,245 | 97,900",
        "percent 71,43 = 50,000 | 70,000",
        "sum 201,365 = 88,120 | 63,245 | 50,000",
        "sum 287,900 = 120,000 | 97,900 | 70,000",
    ),
    passage(
        "du-no",
        "Tổng dư nợ tín dụng chính sách 346.218 triệu đồng/7.412 hộ, tăng 21.340 triệu đồng (+6,57%) so với đầu năm; "
        "nợ "
        "quá hạn 415 triệu đồng, chiếm 0,12% tổng dư nợ.",
        "growth+d 6,57 = 346.218 | 21.340",
        "share 0,12 = 415 | 346.218",
    ),
    passage(
        "du-no-sai",
        "Đến 30/6 dư nợ cho vay đạt 128,4 tỷ đồng, tăng 9,6 tỷ đồng (tăng 8,8%) so với 31/12 năm trước.",
        "growth+d 8,8 = 128,4 | 9,6 !",
    ),
    passage(
        "huy-dong-von",
        "Nguồn vốn huy động từ 1.026 tỷ đồng đầu năm lên 1.184 tỷ đồng, tăng 158 tỷ đồng, tương ứng tăng 15,4%.",
        "difference+ 158 = 1.184 | 1.026",
        "growth+ 15,4 = 1.184 | 1.026",
        "?growth+d 15,4 = 1.184 | 158",
    ),
    passage(
        "doanh-nghiep",
        "Trong tháng có 58 doanh nghiệp thành lập mới với số vốn đăng ký 412 tỷ đồng, tăng 18,4% về số doanh nghiệp và "
        "giảm 7,2% về vốn so với tháng trước.",
    ),
    passage(
        "doanh-nghiep-goc",
        "Có 37 doanh nghiệp giải thể, tăng 12 doanh nghiệp so với cùng kỳ (48%); 85 doanh nghiệp tạm ngừng, giảm 15 "
        "doanh nghiệp (15%).",
        "growth+d 48 = 37 | 12",
        "growth-d 15#2 = 85 | 15#1",
    ),
    passage(
        "nang-tong",
        "Trong kỳ có 142 doanh nghiệp đăng ký mới và 66 doanh nghiệp hoạt động trở lại, nâng tổng số doanh nghiệp gia "
        "nhập và tái gia nhập thị trường lên 208 doanh nghiệp.",
        "sum 208 = 142 | 66",
    ),
    passage(
        "nang-tong-luy-ke",
        "Tháng 5 cấp mới 24 giấy chứng nhận đăng ký hộ kinh doanh, nâng tổng số từ đầu năm đến nay lên 131 giấy.",
    ),
    passage(
        "von-nghin-ty",
        "Tổng vốn đầu tư thực hiện toàn xã hội ước đạt 1.286,4 nghìn tỉ đồng, gồm vốn khu vực Nhà nước 402,7 nghìn tỉ "
        "đồng, chiếm 31,3% và vốn ngoài Nhà nước 883,7 nghìn tỉ đồng, chiếm 68,7%.",
        "sum 1.286,4 = 402,7 | 883,7",
        "share 31,3 = 402,7 | 1.286,4",
        "share 68,7 = 883,7 | 1.286,4",
        "?sum  = 31,3@% | 68,7@%",
    ),
    passage(
        "ty-trieu",
        "Xã thu ngân sách được 12 tỷ 345 triệu đồng, đạt 102,9% dự toán huyện giao (12 tỷ đồng).",
        "percent 102,9 = 12 tỷ 345@triệu | 12#2",
    ),
    passage(
        "ty-trieu-nghin",
        "Tổng kinh phí hỗ trợ 3 tỉ 205 triệu 500 ngàn đồng, trong đó ngân sách tỉnh 2 tỉ 100 triệu đồng, ngân sách xã "
        "805 triệu 500 ngàn đồng, còn lại 300 triệu đồng do Nhân dân đóng góp.",
        "sum 3 tỉ 205 triệu 500 = 2 tỉ 100 | 805 triệu 500 | 300",
        "?remaining 300 = 3 tỉ 205 triệu 500 | 2 tỉ 100 | 805 triệu 500",
    ),
    passage(
        "khong-nhom",
        "Tổng thu 194286 nghìn đồng: phí vệ sinh 133500 nghìn đồng, phí chợ 60786 nghìn đồng.",
        "sum 194286 = 133500 | 60786",
    ),
    passage(
        "dong-le",
        "Quỹ Đền ơn đáp nghĩa vận động được 86.450.000đ/70.000.000đ, vượt 23,5% kế hoạch.",
        "growth+ 23,5 = 86.450.000 | 70.000.000",
    ),
    passage(
        "vuot-p",
        "Thu xã hội hóa 540 triệu đồng/500 triệu đồng, vượt 8% kế hoạch đề ra.",
        "growth+ 8 = 540 | 500",
    ),
    passage(
        "vuot-p-sai",
        "Sản lượng xây lắp ước thực hiện 23,6 tỷ đồng, kế hoạch giao 20,00 tỷ đồng (vượt 16%).",
        "growth+ 16 = 23,6 | 20,00 !",
    ),
    passage(
        "gap-lan",
        "Vốn đăng ký cấp mới đạt 1.260 triệu USD, gấp 3,5 lần so với cùng kỳ (360 triệu USD).",
        "growth+x 3,5 = 1.260 | 360",
    ),
    passage(
        "gap-lan-sai",
        "Thu tiền thuê đất 45,6 tỷ đồng, gấp 2,8 lần cùng kỳ năm 2016 (là 14,2 tỷ đồng).",
        "growth+x 2,8 = 45,6 | 14,2 !",
    ),
    passage(
        "cat-bot",
        "Chi thường xuyên 5.488 triệu đồng/8.450 triệu đồng, đạt 64,9% dự toán; chi sự nghiệp môi trường 317/460 triệu "
        "đồng, đạt 68,9%.",
        "percent 64,9 = 5.488 | 8.450",
        "percent 68,9 = 317 | 460",
    ),
    passage(
        "cat-bot-that",
        "Đã chi trả 27.490 triệu đồng/31.500 triệu đồng, đạt 87,2%.",
        "percent 87,2 = 27.490 | 31.500 ~",
    ),
    passage(
        "ban-nhan-dan",
        "Nhân dân đóng góp gần 1,2 tỷ đồng, hiến trên 3.500 m2 đất và hơn 800 ngày công lao động để làm đường ngõ xóm.",
    ),
    passage(
        "hon-tong",
        "Tổng nguồn lực huy động hơn 18,5 tỷ đồng, trong đó ngân sách các cấp 11,2 tỷ đồng, doanh nghiệp hỗ trợ 4,1 tỷ "
        "đồng, Nhân dân đóng góp 3,25 tỷ đồng.",
        "sum 18,5 = 11,2 | 4,1 | 3,25",
    ),
    passage(
        "khoang-ty-le",
        "Doanh thu du lịch ước khoảng 920 tỷ đồng, bằng gần 77% kế hoạch năm (1.200 tỷ đồng).",
        "percent 77 = 920 | 1.200",
    ),
    passage(
        "ke-hoach-sau",
        "Tổng mức bán lẻ hàng hóa tháng 4 đạt 1.105,8 tỷ đồng; 4 tháng đạt 4.386,2 tỷ đồng, bằng 32,5% kế hoạch năm "
        "(13.500 tỷ đồng), tăng 9,1% so với cùng kỳ.",
        "percent 32,5 = 4.386,2 | 13.500",
    ),
    passage(
        "hai-ky-truoc",
        "Chỉ số sản xuất công nghiệp tháng 8 tăng 1,7% so với tháng trước, tăng 8,4% so với cùng kỳ; tính chung 8 "
        "tháng "
        "tăng 7,9%.",
    ),
    passage(
        "co-cau",
        "Cơ cấu kinh tế: nông - lâm - thủy sản 21,4%; công nghiệp - xây dựng 42,8%; thương mại - dịch vụ 35,8%.",
        "sum  = 21,4 | 42,8 | 35,8",
    ),
    passage(
        "co-cau-sai",
        "Cơ cấu kinh tế chuyển dịch đúng hướng, tỷ trọng nông nghiệp chiếm 18,6%, công nghiệp và xây dựng chiếm 47,3%, "
        "dịch vụ chiếm 35,1%.",
        "sum  = 18,6 | 47,3 | 35,1 !",
    ),
    passage(
        "co-cau-gia-tri",
        "Giá trị sản phẩm ước 726,4 tỷ đồng, ngành nông nghiệp 183,5 tỷ đồng (25,26%), công nghiệp - xây dựng 164,9 tỷ "
        "đồng (22,70%), thương mại - dịch vụ 378,0 tỷ đồng (52,04%).",
        "sum 726,4 = 183,5 | 164,9 | 378,0",
        "share 25,26 = 183,5 | 726,4",
        "share 22,70 = 164,9 | 726,4",
        "share 52,04 = 378,0 | 726,4",
        "?sum  = 25,26@% | 22,70@% | 52,04@%",
    ),
    passage(
        "nop-phat",
        "Xử phạt vi phạm hành chính 17 trường hợp với số tiền 38.250.000 đồng (mỗi trường hợp 2.250.000 đồng), đã nộp "
        "Kho bạc 33.750.000 đồng, còn 4.500.000 đồng chưa nộp.",
        "crosscheck 38.250.000 = 17 | 2.250.000",
        "remaining 4.500.000 = 38.250.000 | 33.750.000",
    ),
    passage(
        "thue-no",
        "Nợ thuế giảm từ 5.218 triệu đồng xuống còn 4.706 triệu đồng, giảm 512 triệu đồng (-9,81%).",
        "difference- 512 = 4.706 | 5.218",
        "growth- 9,81 = 4.706 | 5.218",
        "?growth-d 9,81 = 4.706 | 512",
    ),
    passage(
        "chieu-sai",
        "Dư nợ hộ nghèo 18.450 triệu đồng, tăng 5,4% so với cùng kỳ năm trước (19.500 triệu đồng).",
        "growth+ 5,4 = 18.450 | 19.500 !",
    ),
    passage(
        "kinh-phi-phan-bo",
        "Tổng kinh phí: 1.250 triệu đồng (vốn sự nghiệp: 450; vốn đầu tư: 800).",
        "sum 1.250 = 450@triệu | 800@triệu",
    ),
)
