"""Fresh made-up passages on budgets, crops, capital, trade and traps. No real text, name or figure."""

from __future__ import annotations

from tests.made_up_reports.truth import Passage, passage

PASSAGES: tuple[Passage, ...] = (
    passage(
        "thu-hai-du-toan",
        "Quý I, thu ngân sách trên địa bàn thị xã Cẩm Lật ước đạt 318,6 tỷ đồng, bằng 27,4% dự toán tỉnh giao, bằng "
        "25,9% dự toán HĐND thị xã giao, tăng 6,3% so với cùng kỳ.\n"
        "Trong đó, thu thuế, phí đạt 196,2 tỷ đồng, bằng 26,1% dự toán tỉnh giao, tăng 4,8%; thu từ đất đạt 122,4 tỷ"
        " đồng, bằng 29,8% dự toán tỉnh giao, tăng 8,9%.",
        "sum 318,6 = 196,2 | 122,4",
    ),
    passage(
        "lua-chieu-xuoi",
        "Vụ mùa, huyện Đồng Vạc cấy 8.462ha lúa, giảm 137ha (bằng 1,59%) so với vụ trước; năng suất bình quân 56,3 "
        "tạ/ha, tăng 1,44% (0,8 tạ/ha). Cả năm, sản lượng cây có hạt đạt 96.815 tấn, giảm 0,62% (604 tấn); trong đó "
        "thóc 91.240 tấn, ngô 5.552 tấn, kê 23 tấn.",
        "growth-d 1,59 = 8.462 | 137",
        "growth+d 1,44 = 56,3 | 0,8",
        "growth-d 0,62 = 96.815 | 604",
        "sum 96.815 = 91.240 | 5.552 | 23",
    ),
    passage(
        "rung-tuong-duong",
        "Toàn huyện trồng mới 1.204 ha rừng, giảm 18,4% (tương đương giảm 271,5 ha) so với năm trước. Gỗ khai thác "
        "lũy kế 48.310 m³, tăng 22,7% (tăng 8.938 m³).",
        "growth-d 18,4 = 1.204 | 271,5",
        "growth+d 22,7 = 48.310 | 8.938",
    ),
    passage(
        "tin-dung-bang",
        "Hết tháng 8, nguồn vốn huy động đạt 5.214 tỷ đồng, tăng 388 tỷ đồng (bằng 8,0%) so với đầu năm và tăng 611 "
        "tỷ đồng (bằng 13,3%) so với cùng kỳ. Dư nợ 4.870 tỷ đồng; phân theo khách hàng thì có 214 doanh nghiệp dư "
        "nợ 1.530 tỷ đồng, chiếm 31,4%; 17 HTX dư nợ 46 tỷ đồng, chiếm 0,9%; hộ gia đình dư nợ 3.294 tỷ đồng, chiếm "
        "67,6%.",
        "growth+d 8,0 = 5.214 | 388",
        "growth+d 13,3 = 5.214 | 611",
        "share 31,4 = 1.530 | 4.870",
        "share 0,9 = 46 | 4.870",
        "share 67,6 = 3.294 | 4.870",
        "sum 4.870 = 1.530 | 46 | 3.294",
        "?sum  = 31,4 | 0,9 | 67,6",
    ),
    passage(
        "von-hai-ke-hoach",
        "Bốn tháng, tỉnh Hà Lũng giải ngân được 1.318,4 tỷ đồng vốn đầu tư công.\n"
        "So với kế hoạch Trung ương giao (5.260,5 tỷ đồng), tỷ lệ đạt 25,1%; so với số vốn HĐND tỉnh phân bổ (6.014 "
        "tỷ đồng), tỷ lệ đạt 21,92%, cao hơn mức chung của khu vực (19,7%).",
        "percent 25,1 = 1.318,4 | 5.260,5",
        "percent 21,92 = 1.318,4 | 6.014",
    ),
    passage(
        "von-ke-hoach-truoc",
        "Kế hoạch vốn sau điều chỉnh giao cho huyện Mường Khát là 214,73 tỷ đồng. Kết quả thanh toán đến hết ngày "
        "15/11 là 131,96 tỷ đồng, đạt 61,5%, xếp thứ 7/10 huyện.",
        "percent 61,5 = 131,96 | 214,73",
    ),
    passage(
        "cay-trong-a-b",
        "Diện tích ngô 64/60ha, tăng 6,7%; sắn 47,5/45ha, tăng 5,6% so với kế hoạch; lạc 21/ 19,5 ha, vượt 1,5 ha; "
        "khoai 12/12ha, đạt 100%. Cỏ voi trồng được 33 ha. Trong đó 18,4ha bán cây; còn 14,6ha ủ chua.",
        "growth+ 6,7 = 64 | 60",
        "growth+ 5,6 = 47,5 | 45",
        "difference+ 1,5 = 21 | 19,5",
        "percent 100 = 12 | 12#2",
        "remaining 14,6 = 33 | 18,4",
    ),
    passage(
        "cay-lau-nam-co",
        "Tổng diện tích gieo trồng đạt 12.406 ha, bằng 98,1% kế hoạch. Trong đó, cây hàng năm 2.188 ha, đạt 96,4% kế"
        " hoạch; cây lâu năm 10.218 ha, đạt 98,6% kế hoạch. Trong 10.218 ha cây lâu năm có: 6.340 ha cà phê, 1.925 "
        "ha hồ tiêu, 1.180 ha cây ăn quả, 96 ha ca cao.\n"
        "Diện tích cà phê đã ghép cải tạo lên 4.127 ha, bằng 65,1% tổng diện tích cà phê.",
        "sum 12.406 = 2.188 | 10.218",
        "subset 10.218#2 = 6.340 | 1.925 | 1.180 | 96",
        "share 65,1 = 4.127 | 6.340",
    ),
    passage(
        "du-an-va-von",
        "Trong quý, Ban Quản lý các khu công nghiệp cấp mới và điều chỉnh 21 dự án FDI, vốn tăng thêm hơn 0,614 tỷ "
        "USD. Trong đó, 14 dự án cấp mới với vốn gần 0,52 tỷ USD; 7 dự án điều chỉnh tăng vốn, đạt 94,6 triệu USD, "
        "tăng 48,3% so với cùng kỳ (63,8 triệu USD). Đến nay có 302 dự án (trong KCN 188 dự án; ngoài KCN 114 dự "
        "án).",
        "sum 21 = 14 | 7",
        "sum 0,614 = 0,52 | 94,6",
        "growth+ 48,3 = 94,6 | 63,8",
        "sum 302 = 188 | 114",
    ),
    passage(
        "cang-tu-len",
        "Hàng qua cảng Bãi Cháo sáu tháng ước gần 41 triệu tấn, tăng 7%. Trong đó, xuất khẩu hơn 12,6 triệu tấn "
        "(tăng 4%); nhập khẩu hơn 15,3 triệu tấn (tăng 9%); nội địa gần 13 triệu tấn (tăng 8%). Bến Mù U tăng 36,4% "
        "(từ 1,43 lên 1,95 triệu tấn); bến Vàm Sứa tăng 21% (từ gần 620 nghìn tấn lên gần 750 nghìn tấn).",
        "sum 41 = 12,6 | 15,3 | 13",
        "growth+ 36,4 = 1,95 | 1,43@triệu tấn",
        "growth+ 21 = 750 | 620",
    ),
    passage(
        "co-cau-dien",
        "Sản lượng điện nhận và phát 7 tháng đạt 1,842 tỷ kWh, tăng 9,4% (trong đó thủy điện chiếm 41,7%, điện mặt "
        "trời chiếm 22,16%, nhiệt điện chiếm 33,9%, nguồn khác chiếm 2,24%). Theo phụ tải, công nghiệp chiếm 52,3%, "
        "tăng trưởng 11%; sinh hoạt chiếm 36,8%, chỉ tăng 3,1% và các hoạt động khác chiếm 10,9%.",
        "sum  = 41,7 | 22,16 | 33,9 | 2,24",
        "sum  = 52,3 | 36,8 | 10,9",
    ),
    passage(
        "co-cau-cung-ky",
        "Về cơ cấu GRDP, khu vực I chiếm tỷ trọng 18,42%; khu vực II chiếm 37,15%; khu vực III chiếm 37,93%; thuế "
        "sản phẩm chiếm 6,5% (cơ cấu cùng kỳ tương ứng là 19,06%; 36,4%; 37,84%; 6,7%).",
        "sum  = 18,42 | 37,15 | 37,93 | 6,5",
        "?sum  = 19,06 | 36,4 | 37,84 | 6,7",
    ),
    passage(
        "xuat-sieu-tinh",
        "Kim ngạch xuất nhập khẩu qua địa bàn 10 tháng đạt 3,27 tỷ USD, tăng 5,1%. Trong đó, xuất khẩu đạt 1,94 tỷ "
        "USD, riêng khối FDI 1,36 tỷ USD, tăng 12,2%, chiếm 70,1% tổng trị giá xuất khẩu; nhập khẩu đạt 1,33 tỷ USD."
        " Tính chung, tỉnh xuất siêu 610 triệu USD.",
        "sum 3,27 = 1,94 | 1,33",
        "share 70,1 = 1,36 | 1,94",
        "difference 610 = 1,94 | 1,33",
    ),
    passage(
        "quy-hoach-cao-hon",
        "* Đất lúa\n"
        "- Chỉ tiêu cấp trên phân bổ đến năm 2030 là 3.418 ha.\n"
        "- Phương án của xã Thượng Khươm là 3.502 ha. Cao hơn so với chỉ tiêu phân bổ 84 ha.\n"
        "* Rừng phòng hộ\n"
        "- Chỉ tiêu cấp trên phân bổ đến năm 2030 là 1.276 ha.\n"
        "- Phương án của xã là 1.190 ha. Thấp hơn so với chỉ tiêu phân bổ 86 ha.",
        "difference+ 84 = 3.502 | 3.418",
        "difference- 86 = 1.190 | 1.276",
    ),
    passage(
        "vac-xin-truoc-sau",
        "Kế hoạch đợt 2 giao 2.600 liều lở mồm long móng, 2.400 liều tụ huyết trùng trâu bò, 5.000 liều dịch tả lợn."
        " Đến nay các thôn mới tiêm lở mồm long móng được trên 1.700 liều, đạt 65% kế hoạch; tụ huyết trùng trâu bò "
        "1.464 liều, đạt 61% kế hoạch; dịch tả lợn 2.150 liều, đạt 43% kế hoạch.",
        "percent 65 = 1.700 | 2.600",
        "percent 61 = 1.464 | 2.400",
        "percent 43 = 2.150 | 5.000",
    ),
    passage(
        "duong-con-lai-sau",
        "Tuyến đường dài 1,6km, rộng 3,5m, kinh phí 820 triệu đồng. Trong đó, huyện cấp 515 triệu đồng theo Nghị "
        "quyết 09, 305 triệu đồng còn lại do các hộ hai bên đường góp, hộ ít nhất 1,2 triệu đồng, nhiều nhất 4 triệu"
        " đồng. Xóm cũng được cấp hơn 150 tấn xi măng.",
        "remaining 305 = 820 | 515",
    ),
    passage(
        "hai-chuong-trinh",
        "Với hơn 96 tỷ đồng được bổ sung, UBND tỉnh phân cho 2 chương trình. Trong đó, hơn 57 tỷ đồng cho 84 xã xây "
        "dựng nông thôn mới; nhiều nhất là huyện Tân Khươm với 13 xã (gần 8,4 tỷ đồng).\n"
        "Còn lại 39 tỷ đồng chi cho giảm nghèo bền vững, gồm 3 tiểu dự án.",
        "remaining 39 = 96 | 57",
    ),
    passage(
        "von-ntm-tung-nguon",
        "Tổng vốn huy động đạt 412,5 tỷ đồng, trong đó: nguồn trung ương cấp: 36,3 tỷ đồng, chiếm 8,8%; ngân sách "
        "tỉnh: 61,875 tỷ đồng, chiếm 15%; ngân sách huyện: 70,95 tỷ đồng, chiếm 17,2%; vốn tín dụng: 165 tỷ đồng, "
        "chiếm 40%; nhân dân đóng góp: 78,375 tỷ đồng, chiếm 19%. Đến nay 9/9 (100%) xã đạt chuẩn.",
        "share 8,8 = 36,3 | 412,5",
        "share 15 = 61,875 | 412,5",
        "share 17,2 = 70,95 | 412,5",
        "share 40 = 165 | 412,5",
        "share 19 = 78,375 | 412,5",
        "sum 412,5 = 36,3 | 61,875 | 70,95 | 165 | 78,375",
        "?sum  = 8,8 | 15 | 17,2 | 40 | 19",
        "percent 100 = 9 | 9#2",
    ),
    passage(
        "trang-trai-long",
        "Toàn thành phố có 418 trang trại, trong đó có 126 trang trại lợn (09 quy mô lớn, 41 quy mô vừa, 76 quy mô "
        "nhỏ), 292 trang trại gia cầm (88 quy mô vừa, 204 quy mô nhỏ). Chăn nuôi nông hộ còn 18.240 hộ, trong số đó "
        "có 6.115 hộ/18.240 hộ nuôi lợn.",
        "sum 418 = 126 | 292",
        "sum 126 = 09 | 41 | 76",
        "sum 292 = 88 | 204",
        "?subset 18.240 = 6.115",
    ),
    passage(
        "thu-bang-dong",
        "Tổng số tiền xử phạt, bán hàng tịch thu và trị giá hàng tiêu hủy là 1.204.650.000 đồng.\n"
        "Trong đó, lực lượng chức năng xử phạt 742.300.000 đồng; tiền bán hàng tịch thu 268.150.000 đồng; trị giá "
        "hàng tiêu hủy 194.200.000 đồng. Tổng số tiền nộp ngân sách 1.010.450.000 đồng.",
        "sum 1.204.650.000 = 742.300.000 | 268.150.000 | 194.200.000",
        "?sum 1.010.450.000 = 742.300.000 | 268.150.000",
    ),
    passage(
        "xuat-khau-xen-tang",
        "Kim ngạch xuất khẩu tháng 10 đạt 42,6 triệu USD, tăng 7,7%. Trong đó, khối doanh nghiệp nội địa được 27,3 "
        "triệu USD, tăng 21,4% so với cùng kỳ, chiếm 64,1% kim ngạch.\n"
        "Khối vốn nước ngoài được 15,3 triệu USD, giảm 10,2% so cùng kỳ, chiếm 35,9% kim ngạch.",
        "share 64,1 = 27,3 | 42,6",
        "share 35,9 = 15,3 | 42,6",
        "sum 42,6 = 27,3 | 15,3",
        "?sum  = 64,1 | 35,9",
    ),
    passage(
        "dich-benh-cuoi-tong",
        "Từ đầu năm, dịch phát sinh tại 19 xã, trong đó 12 xã mới có dịch và 7 xã tái phát. Tháng 1, tiêu hủy 1.386 "
        "con; tháng 2, tiêu hủy 942 con; tháng 3, tiêu hủy 417 con; đầu tháng 4, tiêu hủy 58 con. Gộp các đợt, đã "
        "tiêu hủy 2.803 con lợn.",
        "sum 19 = 12 | 7",
        "sum 2.803 = 1.386 | 942 | 417 | 58",
    ),
    passage(
        "chi-huyen-ty-trieu",
        "Giá trị giải ngân từ đầu năm ước đạt 58 tỷ 214 triệu đồng, đạt 41,2% kế hoạch; trong đó vốn huyện 19 tỷ 876"
        " triệu đồng, vốn tỉnh 38 tỷ 338 triệu đồng. Chi thường xuyên ước trên 6,4 tỷ đồng/tháng, gồm chi lương 5,7 "
        "tỷ đồng và chi khác 720 triệu đồng.",
        "sum 58 tỷ 214 = 19 tỷ 876 | 38 tỷ 338",
        "sum 6,4 = 5,7 | 720",
    ),
    passage(
        "so-lanh-mot-so-chu",
        "Sau 3 năm, huyện có 34 sản phẩm OCOP, trong đó 31 sản phẩm đạt 3 sao, ba sản phẩm đạt 4 sao. Đàn bò có "
        "2,37triệu con giống thả, 96ha cỏ. Vụ đông trồng 1.264,5 ha (ngô 712, 5 ha, rau 552 ha).",
        "sum 34 = 31 | ba",
        "sum 1.264,5 = 712, 5 | 552",
    ),
    passage(
        "loi-mot-nguon-mat-so",
        "Vốn đối ứng của các xã trong 5 năm đạt 268,4 tỷ đồng, trong đó: xã Đông Rùa: 72,6 tỷ đồng, chiếm 27,0%; xã "
        "Tây Rùa: 8,95 tỷ đồng, chiếm 33,3%; xã Nam Rùa: 106,3 tỷ đồng, chiếm 39,6%.",
        "share 27,0 = 72,6 | 268,4",
        "share 33,3 = 8,95 | 268,4 !",
        "share 39,6 = 106,3 | 268,4",
        "sum 268,4 = 72,6 | 8,95 | 106,3 !",
        "?sum  = 27,0 | 33,3 | 39,6",
    ),
    passage(
        "loi-danh-sach-xa",
        "Mưa lũ làm 1.518 ha lúa bị ngập (Ấm Khê 214, Bùn Khê 387, Cát Khê 96, Dâu Khê 452, Gạo Khê 133, Hạc Khê "
        "206). Có 41 điểm sạt lở, gồm Ấm Khê 6, Cát Khê 17, Hạc Khê 18.",
        "sum 1.518 = 214 | 387 | 96 | 452 | 133 | 206 !",
        "sum 41 = 6 | 17 | 18",
    ),
    passage(
        "loi-chia-so-moi",
        "Trong năm xảy ra 48 vụ vi phạm lâm luật, giảm 21 vụ (43,8%) so với năm trước. Diện tích rừng thiệt hại 17,2"
        " ha, giảm 8,6 ha (tương ứng giảm 33,3%).",
        "growth-d 43,8 = 48 | 21 !",
        "growth-d 33,3 = 17,2 | 8,6",
    ),
    passage(
        "loi-goc-khac",
        "Xuống giống vụ thu đông được 412 ngàn ha/520 ngàn ha, đạt 88,2% so với kế hoạch; đã thu hoạch 97 ngàn ha, "
        "chiếm 23,54% diện tích xuống giống.",
        "percent 88,2 = 412 | 520 !",
        "share 23,54 = 97 | 412",
    ),
    passage(
        "loi-tong-gia-tri",
        "Sáu tháng, tổng giá trị sản xuất là 1.286,415 tỷ đồng, đạt 49,2% so với kế hoạch. Trong đó, ngành nông, "
        "lâm, thủy sản 498,27 tỷ đồng; ngành công nghiệp – xây dựng 431,82 tỷ đồng; ngành dịch vụ 346,325 tỷ đồng.",
        "sum 1.286,415 = 498,27 | 431,82 | 346,325 !",
    ),
    passage(
        "loi-tang-truong-so-sanh",
        "Số vốn đăng ký mới là 642 tỷ đồng, tăng 74% so với cùng kỳ năm trước (381 tỷ đồng). Có 86 hộ kinh doanh "
        "ngừng hoạt động, tăng 18 trường hợp so với cùng kỳ (26,5%).",
        "growth+ 74 = 642 | 381 !",
        "growth+d 26,5 = 86 | 18",
    ),
    passage(
        "loi-con-lai-htx",
        "Toàn huyện có 62 HTX. Trong đó, 19 HTX xếp loại tốt, chiếm 30,6%; 29 HTX xếp loại khá, chiếm 46,8%; còn lại"
        " 16 HTX xếp loại trung bình.",
        "share 30,6 = 19 | 62",
        "share 46,8 = 29 | 62",
        "remaining 16 = 62 | 19 | 29 !",
        "?sum 62 = 19 | 29 | 16 !",
    ),
    passage(
        "loi-ty-le-no",
        "Tổng dư nợ đạt 1.842 tỷ đồng, tăng 3,8% so với đầu năm. Nợ xấu ở mức 29,4 tỷ đồng, chiếm 1,36% tổng dư nợ "
        "(đầu năm 1,9%).",
        "share 1,36 = 29,4 | 1.842 !",
    ),
    passage(
        "bay-ty-trong-thieu",
        "Cả tỉnh huy động khoảng 8.420 tỉ đồng. Trong đó, ngân sách trung ương chiếm 6,8%; ngân sách địa phương "
        "chiếm 14,1%; vốn tín dụng chiếm 61,3%; vốn doanh nghiệp chiếm 5,2%; còn lại là lồng ghép. Có 118 xã đạt "
        "chuẩn, chiếm 71,5% tổng số xã và tăng 9 xã so với năm trước; bình quân 17,3 tiêu chí/xã.",
    ),
    passage(
        "bay-tieu-chi-xa",
        "Đến nay các xã đạt: Vân Rạng 17/19 tiêu chí, Vân Sóng, Vân Cồn 15/19 tiêu chí, Vân Mốc 12/19 tiêu chí, Vân "
        "Ổ, Vân Lạch, Vân Gò 11/19 tiêu chí. So với năm 2021, toàn huyện tăng thêm 26 tiêu chí.",
    ),
    passage(
        "bay-hai-moc-so-sanh",
        "Trong tháng, có 312 doanh nghiệp tạm ngừng, tăng 14,2% và tăng 6,1%; 95 doanh nghiệp chờ giải thể, giảm "
        "8,7% và tăng 20,3%. Lượng khách và doanh thu lưu trú tăng lần lượt 11% và 16%; mức giảm của lữ hành lần "
        "lượt là 4,5%, 3,9% và 1,2%.",
    ),
    passage(
        "bay-san-pham-cong-nghiep",
        "Xi măng ước đạt 214 nghìn tấn, tăng 2,6%, bằng 22,5% KH năm; gạch nung 38,4 triệu viên, giảm 5,3%, bằng "
        "19,8% KH năm; điện thương phẩm 486 triệu kWh, tăng 7,8%, bằng 24,1% KH năm; nước máy 3,9 triệu m3, tăng 1%.",
    ),
    passage(
        "bay-chuong-trinh-vay",
        "Dư nợ tăng chủ yếu ở các chương trình: hộ cận nghèo tăng 31,2 tỷ đồng; nước sạch tăng 18,7 tỷ đồng; việc "
        "làm tăng 24 tỷ đồng; nhà ở xã hội tăng 350 triệu đồng. Tổng nguồn vốn 684,9 tỷ đồng, tăng 52,3 tỷ đồng so "
        "với đầu năm, doanh số thu nợ bằng 109,4% cùng kỳ.",
    ),
    passage(
        "bay-luy-ke-len",
        "Trong tháng 7, thị xã chi ngân sách hơn 62,4 tỷ đồng, nâng số chi cả 7 tháng lên 418,9 tỷ đồng, đạt 54,2% "
        "dự toán. Thu mới trong tháng 38,1 tỷ đồng, đưa lũy kế 7 tháng lên 702 tỷ đồng, đạt 61,7% dự toán, tăng "
        "9,3%.",
    ),
    passage(
        "bay-hai-diem-thoi-gian",
        "Đến 31/10, huy động vốn đạt 21.450 tỷ đồng, tăng 11,2% so với đầu năm (kế hoạch tăng từ 12 - 14%). Ước đến "
        "31/12, huy động đạt 21.980 tỷ đồng, tăng 13,9%. Có 8/11 chi nhánh không phát sinh nợ quá hạn; tỷ lệ nợ xấu "
        "0,74%.",
    ),
    passage(
        "bay-co-so-va-con",
        "Toàn xã có 27 trại gà với 214.500 con; 6 trại vịt: 18.300 con; 02 trại bò và 11 nông hộ với 385 con; số hộ "
        "nghỉ nuôi: 74 hộ. Giá lợn hơi từ 58.000 - 61.000 đồng/kg, giảm 2.000 đồng/kg so với tháng trước.",
    ),
)
