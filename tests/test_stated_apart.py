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
    # 1.200 kg × 38.000 đồng/kg = 45.600.000
    "Kinh phí 45.600.000 đồng (1.200 kg x 38.000 đồng/kg).": "crosscheck 45.600.000 = 1.200 | 38.000: exact",
}
SILENT = [
    # 130 + 64 is not 195: nothing says that they are its parts
    "Tiếp nhận 195 hồ sơ của công dân. Trực tuyến: 130 hồ sơ; trực tiếp: 64 hồ sơ.",
    # two short numbers add up by chance
    "Có 22 chủ thể tham gia. Tổ chức 9 buổi, 13 buổi.",
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
    """Where no words open a list or a product, figures that do not fit say nothing."""
    assert found(text) == []


def test_what_was_carried_over_is_a_part() -> None:
    """What is left from the time before and what is new make up the total, and a wrong digit shows."""
    # 22 + 118 = 140, not 143
    text = "Thụ lý 143 vụ việc (kỳ trước 22, mới 118)."
    assert found(text) == ["sum 143 = 22 | 118: differs"]


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
