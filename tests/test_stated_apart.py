"""Totals that stand apart from their parts, parts that look like names, products that a rate tells. All made up."""

import pytest

from tests.made_up_texts import checked, found

STATED = {
    # parts in a later sentence that no words open: 131 + 64 = 195; three make a short total: 8 + 5 + 9 = 22
    "Tiếp nhận 195 hồ sơ của công dân. Trực tuyến: 131 hồ sơ; trực tiếp: 64 hồ sơ.": ["sum 195 = 131 | 64: exact"],
    "Có 22 chủ thể tham gia. Chủ thể là hợp tác xã 8, doanh nghiệp 5, hộ gia đình 9.": ["sum 22 = 8 | 5 | 9: exact"],
    # the total after its parts' sentences: 310 + 225 + 118 = 653
    "Tháng 1 tiêu hủy 310 con. Tháng 2 tiêu hủy 225 con. Tháng 3 tiêu hủy 118 con.\nTổng số gia cầm tiêu hủy là 653 "
    "con.": ["sum 653 = 310 | 225 | 118: exact"],
    # a list that goes on in the paragraph after: 48.1 + 29.5 = 77.6
    "Xuất khẩu đạt 77,6 triệu USD. Trong đó, doanh nghiệp trong nước đạt 48,1 triệu USD.\nDoanh nghiệp nước ngoài đạt "
    "29,5 triệu USD.": ["sum 77,6 = 48,1 | 29,5: exact"],
    # and in the two after: 300 + 500 + 41 = 841
    "Tổng chi 841 tỷ đồng.\nTrong đó, chi đầu tư 300 tỷ đồng, đạt một nửa kế hoạch.\nChi thường xuyên 500 tỷ đồng.\n"
    "Ngoài ra, chi khác 41 tỷ đồng.": ["sum 841 = 300 | 500 | 41: exact"],
    # a total of what was split before and of more: 128 + 70 = 198; 96 + 32 = 128
    "Nhân dân ủng hộ 128 triệu đồng, gồm tiền mặt 96 triệu đồng, vật liệu 32 triệu đồng; Nhà nước hỗ trợ 70 triệu "
    "đồng, tổng kinh phí 198 triệu đồng.": ["sum 128 = 96 | 32: exact", "sum 198 = 128 | 70: exact"],
    # lines of names and numbers that are no items: 540 + 202 + 58 = 800
    "Tổng thu trên địa bàn: 800 triệu đồng\nBao gồm:\nThu nội địa: 540 triệu đồng\nThu từ đất: 202 triệu đồng\n"
    "Thu khác: 58 triệu đồng": ["sum 800 = 540 | 202 | 58: exact"],
    # a rate whose parts leave out what it is per: 18.4 + 38.2 = 56.6
    "Thu gom 56,6 tấn/ngày, gồm: khu vực thị trấn 18,4 tấn, khu vực nông thôn 38,2 tấn.": [
        "sum 56,6 = 18,4 | 38,2: exact"
    ],
    # medals of three metals: 9 + 8 + 13 = 30 in all
    "Đoàn giành 30 huy chương (9 vàng, 8 bạc, 13 đồng).": ["sum 30 = 9 | 8 | 13: exact"],
    # things counted by other names: 1.208 + 2.092 = 3.300; 31 + 14 = 45
    "Chuyển phát 3.300 hồ sơ, gồm 1.208 lượt nhận và 2.092 lượt trả kết quả.": ["sum 3.300 = 1.208 | 2.092: exact"],
    "Kiểm tra 31 tổ chức đảng, giám sát 14 chi bộ, cộng 45 cuộc.": ["sum 45 = 31 | 14: exact"],
    # one total split by two views: 80 + 63 = 143 = 120 + 23
    "Khai sinh 143 trường hợp (nam 80, nữ 63; mới 120, đăng ký lại 23).": [
        "sum 143 = 80 | 63: exact",
        "sum 143 = 120 | 23: exact",
    ],
    # some pieces print a pair, others do not: 61.5 + 20.4 + 33.1 = 115
    "Gieo trồng 115 ha. Trong đó lúa 61,5/60 ha; lạc 20,4/22 ha; ngô 33,1 ha.": ["sum 115 = 61,5 | 20,4 | 33,1: exact"],
    # what is raised, with words between: 2.415 + 96 = 2.511
    "Đầu năm có 2.415 đoàn viên. Trong kỳ kết nạp 96 đoàn viên, đạt yêu cầu, đưa số đoàn viên lên 2.511 người.": [
        "sum 2.511 = 2.415 | 96: exact"
    ],
    # a list that runs on from the middle of a sentence: 19.5 + 20.1 + 36.3 = 75.9
    "Sản lượng qua cảng 75,9 triệu tấn, tăng 1%, trong đó: Hàng xuất 19,5 triệu tấn. Hàng nhập 20,1 triệu tấn, hàng "
    "trong nước 36,3 triệu tấn.": ["sum 75,9 = 19,5 | 20,1 | 36,3: exact"],
    # a part that is split itself, and the next part in a sentence of its own: 74.1 + 73.9 = 148
    "Tổng kim ngạch đạt 148,0 tỷ USD. Cụ thể, xuất khẩu đạt 74,1 tỷ USD, trong đó khối đầu tư nước ngoài 40,6 tỷ USD. "
    "Nhập khẩu đạt 73,9 tỷ USD.": ["sum 148,0 = 74,1 | 73,9: exact", "subset 74,1 = 40,6: within"],
    # a change has parts, too: 92 + 248 = 340; and so has what no unit is printed at: 18 + 141 + 27 = 186
    "Điều chỉnh giảm 340 dự án (trong đó 92 dự án dùng nguồn vốn khác, 248 công trình không thực hiện).": [
        "sum 340 = 92 | 248: exact"
    ],
    "Tổng số cơ sở y tế: 186, trong đó:\n- 18 bệnh viện\n- 141 trạm y tế\n- 27 phòng khám": [
        "sum 186 = 18 | 141 | 27: exact"
    ],
    # two columns that only the words behind the numbers tell apart: 18 + 100 = 118; 7 + 14 = 21
    "Theo đó, có 118 người về hưu trước tuổi và 21 người thôi việc ngay. Cụ thể:\n"
    "- Cơ quan hành chính: có 18 người về hưu trước tuổi; 7 người thôi việc ngay.\n"
    "- Đơn vị sự nghiệp: có 100 người về hưu trước tuổi; 14 người thôi việc ngay.": [
        "sum 118 = 18 | 100: exact",
        "sum 21 = 7 | 14: exact",
    ],
    # a total and a sentence for each part: 2.640 + 680 = 3.320
    "Tổng vốn đầu tư 3.320 triệu đồng. Ngân sách huyện 2.640 triệu đồng. Nhân dân đóng góp 680 triệu đồng.": [
        "sum 3.320 = 2.640 | 680: exact"
    ],
    # columns of things by several names: 84 + 19 = 103; 81 + 16 = 97
    "Thụ lý 103 vụ, việc; đã giải quyết 97 vụ, việc. Cụ thể:\n- Hình sự: thụ lý 84 vụ, giải quyết 81 vụ.\n- Hành "
    "chính: thụ lý 19 hồ sơ, giải quyết 16 hồ sơ.": ["sum 103 = 84 | 19: exact", "sum 97 = 81 | 16: exact"],
    # what is left by another name: 140 - 128 = 12
    "Xét 140 hồ sơ, khen thưởng 128 trường hợp; không đủ điều kiện 12 hồ sơ.": ["remaining 12 = 140 | 128: exact"],
    # a second view of the same total, a paragraph further: 60 + 40 = 100 = 35 + 65
    "Kết nạp 100 đảng viên.\nChia theo giới tính: nam 60 người, nữ 40 người.\nChia theo độ tuổi: dưới 30 tuổi 35 "
    "người; từ 30 tuổi trở lên 65 người.": ["sum 100 = 60 | 40: exact", "sum 100 = 35 | 65: exact"],
    # a row of numbers of which the last prints the unit: 112 + 150 + 203 = 465
    "Quý II xảy ra 465 vụ, trong đó các tháng 4, 5, 6 lần lượt là 112, 150 và 203 vụ.": [
        "sum 465 = 112 | 150 | 203: exact"
    ],
    # a part that `trong đó` names alone and without a unit
    "Đang giải quyết 255 hồ sơ, trong đó quá hạn 4.": ["subset 255 = 4: within"],
    # a row of remainders: 500 - 460 = 40; 300 - 225 = 75
    "Bảo hiểm bắt buộc 460 người, kế hoạch 500 người; tự nguyện 225 người, kế hoạch 300 người; còn phải vận động 40 "
    "người tham gia bắt buộc, 75 người tham gia tự nguyện.": [
        "remaining 40 = 500 | 460: exact",
        "remaining 75 = 300 | 225: exact",
    ],
}
NAMES = {
    # numbers that look like the end of a name or a numbered thing: 14 + 6 + 2 + 1 = 23; 4 + 17 = 21; 38 + 44 = 82
    "Có 23 cơ sở tôn giáo (Phật giáo 14, Công giáo 6, Cao Đài 2, Tin lành 1).": ["sum 23 = 14 | 6 | 2 | 1: exact"],
    "Thực hiện 21 cuộc (kỳ trước chuyển sang 4, triển khai trong kỳ 17).": ["sum 21 = 4 | 17: exact"],
    "Hỗ trợ 82 người (dân tộc Kinh 38, dân tộc thiểu số 44).": ["sum 82 = 38 | 44: exact"],
    "Ban hành 79 văn bản, gồm: quyết định 41, kế hoạch 21, thông báo 17.": ["sum 79 = 41 | 21 | 17: exact"],
    # a row of names and numbers, of which some look like the end of a name: 4.123 + 545 + 947 + 5.788 = 11.403
    "Có 11.403 ha lúa bị ngập (Lào Cai 4.123, Bắc Ninh 545, Hải Phòng 947, Hà Nội 5.788).": [
        "sum 11.403 = 4.123 | 545 | 947 | 5.788: exact"
    ],
    # numbers before names are no parts: 552 + 616 = 1.168
    "Có 1.168 người được tiêm như sau: 1- Xã An Phú: 552 2- Xã An Bình: 616": ["sum 1.168 = 552 | 616: exact"],
}
PRODUCTS = {
    # 24 × 45 = 1.080; 284 × 165.000 = 46.860.000; 24 × 1.55 = 37.2; 38 × 1.500.000 = 57.000.000
    "Mở 24 lớp tập huấn cho 1.080 lượt người, bình quân 45 người/lớp.": "crosscheck 1.080 = 24 | 45: exact",
    "Hỗ trợ 284 hộ, mức 165.000 đồng/hộ/quý, tổng số tiền 46.860.000 đồng.": (
        "crosscheck 46.860.000 = 284 | 165.000: exact"
    ),
    "Miễn, giảm cho 24 trường hợp với 37,2 triệu đồng, bình quân 1,55 triệu đồng/trường hợp.": (
        "crosscheck 37,2 = 24 | 1,55: exact"
    ),
    "Cấp cho 38 đối tượng với mức 1.500.000đ/ người/3 tháng, tổng số tiền là 57.000.000 đồng.": (
        "crosscheck 57.000.000 = 38 | 1.500.000: exact"
    ),
    # 20 × 1.5 = 30; 12 × 70 = 840; 1.200 ha × 60 tạ/ha = 72.000 tạ = 7.200 tấn
    "Trao 20 suất học bổng (1,5 triệu đồng/suất), tổng trị giá 30 triệu đồng.": "crosscheck 30 = 20 | 1,5: exact",
    "Xây 12 căn nhà, mỗi căn 70 triệu đồng, tổng 840 triệu đồng.": "crosscheck 840 = 12 | 70: exact",
    "Năng suất 60 tạ/ha, diện tích 1.200 ha, sản lượng 7.200 tấn.": "crosscheck 7.200 = 1.200 | 60: exact",
    # 1.200 kg × 38.000 đồng/kg = 45.600.000
    "Kinh phí 45.600.000 đồng (1.200 kg x 38.000 đồng/kg).": "crosscheck 45.600.000 = 1.200 | 38.000: exact",
}
SILENT = [
    # 130 + 64 is not 195: nothing says that they are its parts
    "Tiếp nhận 195 hồ sơ của công dân. Trực tuyến: 130 hồ sơ; trực tiếp: 64 hồ sơ.",
    # two short numbers add up by chance
    "Có 22 chủ thể tham gia. Tổ chức 9 buổi, 13 buổi.",
    # what is named as some of it, or by a rate of another thing, states nothing: 45 households, 50 gifts
    "Có 215 hội viên tham gia, chủ yếu: Hội Đông 110 hội viên, Hội Tây 95 hội viên.",
    "Tặng quà cho 45 hộ, mỗi suất 500.000 đồng, tổng 25 triệu đồng.",
    # amounts rounded to hundreds differ by one digit without any slip
    "Tiền phạt 600 triệu đồng, trong đó an toàn thực phẩm 300 triệu đồng, gian lận 200 triệu đồng.",
    # one that each has is not one part; something is left that no number is printed for
    "Có 217 đại biểu. Trong đó, cơ quan Đảng 14; Quốc hội 150; Tòa án, Viện kiểm sát mỗi cơ quan 1; Mặt trận 50.",
    "Đã tiêm 12.500 liều, trong đó mũi một 6.500 liều, mũi hai 5.900 liều, còn lại là mũi ba.",
    # a rate that fits nothing else
    "Mở 24 lớp tập huấn cho 1.300 lượt người, bình quân 45 người/lớp.",
    # a number that is a name stays one, and the list that it may belong to is left alone: 14 + 6 = 20 of 23
    "Có 23 cơ sở tôn giáo (Phật giáo 14, Công giáo 6, Cao Đài 2).",
]


@pytest.mark.parametrize(("text", "expected"), [*STATED.items(), *NAMES.items()])
def test_a_total_finds_its_parts(text: str, expected: list[str]) -> None:
    """In another sentence or paragraph, under another name, by another view, or behind what looks like a name."""
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), PRODUCTS.items())
def test_a_rate_tells_a_product(text: str, expected: str) -> None:
    """A number of things times what each is worth is the amount, in whatever order the three stand."""
    assert expected in found(text)


@pytest.mark.parametrize("text", SILENT)
def test_without_words_only_what_adds_up_is_told(text: str) -> None:
    """Where no words open a list or a product, figures that do not fit say nothing but “of which”."""
    assert [line for line in found(text) if not line.startswith("subset")] == []


def test_what_was_carried_over_is_a_part() -> None:
    """What is left from the time before and what is new make up the total, and a wrong digit shows."""
    # 22 + 118 = 140, not 143
    text = "Thụ lý 143 vụ việc (kỳ trước 22, mới 118)."
    assert found(text) == ["sum 143 = 22 | 118: differs"]


def test_parts_that_exceed_their_whole_are_worth_checking() -> None:
    """Parts of a whole cannot be more than it, by any digit; groups that overlap exceed it by far."""
    # 1.180 + 1.196 = 2.376; 2.104 + 1.196 = 3.300
    text = "Phải thi hành 2.362 vụ việc; trong đó, có {} vụ việc cũ và 1.196 vụ mới."
    assert found(text.format("1.180")) == ["sum 2.362 = 1.180 | 1.196: doubtful"]
    assert found(text.format("2.104")) == ["subset 2.362 = 2.104 | 1.196: within"]


def test_a_sum_inside_a_larger_one_is_left_out() -> None:
    """The first parts of a list are not told as a total of their own where all of them are one."""
    # 12 + 6 + 5 + 4 = 27; that 12 + 6 + 5 = 23 is chance
    text = "Xảy ra 27 vụ; đã làm rõ 23 vụ. Trong đó: trộm cắp 12 vụ, gây thương tích 6 vụ, lừa đảo 5 vụ, khác 4 vụ."
    assert [line for line in found(text) if line.startswith("sum")] == ["sum 27 = 12 | 6 | 5 | 4: exact"]


def test_a_number_that_completes_a_list_is_a_figure() -> None:
    """It is among the figures of the document only where the list needs it."""
    with_it = checked("Có 23 cơ sở (Phật giáo 14, Công giáo 6, Cao Đài 3).")
    without = checked("Có 25 cơ sở (Phật giáo 14, Công giáo 6, Cao Đài 3).")
    assert [p.figure.printed for p in with_it.printed] == ["23", "14", "6", "3"]
    assert [p.figure.printed for p in without.printed] == ["25", "14", "6"]


def test_a_total_has_its_parts_in_the_five_sentences_after_it() -> None:
    """640 + 120 + 80 + 70 + 60 = 970 stand in five sentences; a sixth with 50 is too far, so 1.020 has no parts."""
    text = (
        "Tổng vốn đầu tư {} triệu đồng. Ngân sách huyện 640 triệu đồng. Ngân sách xã 120 triệu đồng. Doanh nghiệp 80 "
        "triệu đồng. Nhân dân 70 triệu đồng. Quỹ xã hội 60 triệu đồng. Nguồn khác 50 triệu đồng."
    )
    assert found(text.format("970")) == ["sum 970 = 640 | 120 | 80 | 70 | 60: exact"]
    assert found(text.format("1.020")) == []
