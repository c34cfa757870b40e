"""What is a part of a list, and where a list ends: own sentences, made-up names and numbers."""

import pytest

from tests.made_up_texts import found

FOUND = {
    # a name holds the word: 21,300 + 9,500 + 3,200 = 34,000
    "Vốn phường 34.000 triệu đồng (gồm: vốn đấu giá đất 21.300 triệu đồng; vốn tăng thu 9.500 triệu đồng; "
    "vốn sự nghiệp 3.200 triệu đồng).": ["sum 34.000 = 21.300 | 9.500 | 3.200: exact"],
    # 25 + 45 + 30 = 100
    "Hỗ trợ 100 hộ, gồm: hộ mới thoát nghèo 25 hộ, hộ giảm thu nhập 45 hộ, hộ khác 30 hộ.": [
        "sum 100 = 25 | 45 | 30: exact"
    ],
    # a name by itself: 210 + 140 + 160 = 510
    "Tổng nguồn 510 triệu đồng, trong đó: ngân sách 210 triệu đồng, tăng thu 140 triệu đồng, "
    "xã hội hóa 160 triệu đồng.": ["sum 510 = 210 | 140 | 160: exact"],
    # a change of a part: 210 + 300 = 510
    "Tổng thu 510 triệu đồng, trong đó: thu phí 210 triệu đồng, tăng 20 triệu đồng so với cùng kỳ, "
    "thuế 300 triệu đồng.": ["sum 510 = 210 | 300: exact"],
    "Tổng thu 510 triệu đồng, trong đó: thu phí 210 triệu đồng, thu phí tăng mạnh 20 triệu đồng, "
    "thuế 300 triệu đồng.": ["sum 510 = 210 | 300: exact"],
    # other nouns: 420 + 1,150 + 930 = 2,500
    "Có 03 trường: Mầm non 420 cháu, Tiểu học 1.150 học sinh, THCS 930 học sinh; tổng 2.500 học sinh.": [
        "sum 2.500 = 420 | 1.150 | 930: exact"
    ],
    # what follows is of another subject: 240 + 165 = 405
    "Đã giải quyết 405 tin, gồm: khởi tố 240 tin, không khởi tố 165 tin, đang giải quyết 96 tin.": [
        "sum 405 = 240 | 165: exact"
    ],
    # behind another separator: 13 + 11 = 24, and 18/24 = 75 %
    "Xảy ra 24 vụ, gồm: trộm cắp 13 vụ, đánh bạc 11 vụ; làm rõ 18/24 vụ, đạt 75%.": [
        "percent 75 = 18 | 24: exact",
        "sum 24 = 13 | 11: exact",
    ],
    # the same people by another view, 180 + 420 = 600 alone are all: 600 + 420 + 280 + 310 > 1.5 · 600
    "Có 600 đại biểu. Trong đó: khối phường 180 người, khối cơ sở 420 người, lần đầu dự 420 người, "
    "có bằng đại học 280 người, có bằng khác 310 người.": ["sum 600 = 180 | 420: exact"],
    # 4 + 1 + 1 = 6: the last is as good a part as the others
    "Xảy ra 05 vụ phạm pháp, gồm: trộm cắp 04 vụ, gây thương tích 01 vụ, đánh bạc 01 vụ.": [],
    "Xảy ra 05 vụ phạm pháp, gồm: trộm cắp 04 vụ, gây thương tích 01 vụ, đánh bạc 01 vụ; làm rõ 04/05 vụ, đạt 80%.": [
        "percent 80 = 04 | 05: exact"
    ],
    # the only base, one digit off: 225 / 11,250 = 2.00 %
    "Toàn phường có 11.250 hộ; hộ cận nghèo 225 hộ, chiếm 2,10%.": ["share 2,10 = 225 | 11.250: differs"],
}
SILENT = [
    # 8 + 7 = 15 are all, six of them are finished
    "Có 15 dự án, gồm 8 dự án chuyển tiếp, 7 dự án mới, 6 dự án hoàn thành.",
    # what is left is of those received, who are not told: 1,090 + 82 are those done
    "Đã giải quyết 1.172 hồ sơ, trong đó trước hạn 1.090 hồ sơ, đúng hạn 82 hồ sơ, đạt 95,3%; còn lại 58 hồ sơ.",
    "Đã giải quyết 1.172 hồ sơ, trong đó trước hạn 1.099 hồ sơ, đúng hạn 182 hồ sơ; còn lại 58 hồ sơ.",
    # 420 + 1,150 + 930 = 2,500: pupils of one school may have another name, or may not count
    "Có 03 trường: Mầm non 420 cháu, Tiểu học 1.150 học sinh, THCS 930 học sinh; tổng 2.080 học sinh.",
    # 25 + 40 + 30 = 95: what the name says may be a change
    "Hỗ trợ 100 người, gồm: người giảm khả năng lao động 25 người, người cao tuổi 40 người, trẻ em 30 người.",
]

FIRE = """Trong kỳ, toàn tỉnh xảy ra 842 vụ cháy, làm chết 31 người, bị thương 27 người, hỏng 12 ha rừng.
Cùng thời gian, xảy ra 05 vụ nổ, làm chết 02 người, bị thương 03 người; cứu được 64 người; tìm thấy 18 thi thể.
Thành thị xảy ra 483 vụ (chiếm 57,4%); nông thôn xảy ra 359 vụ (chiếm 42,6%).
"""


def test_the_whole_that_a_paragraph_further_above_begins_with() -> None:
    """483 / 842 = 57.4 %, 359 / 842 = 42.6 %: many figures stand between."""
    shares = [line for line in found(FIRE) if line.startswith("share")]
    assert shares == ["share 57,4 = 483 | 842: rounding", "share 42,6 = 359 | 842: rounding"]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_what_is_listed_adds_up(text: str, expected: list[str]) -> None:
    """The parts that the words list are added up, no more and no fewer."""
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_no_part_is_not_held_against_a_text(text: str) -> None:
    """No list is found to differ where a figure in it may be none of its parts, or one left out may be."""
    assert not [line for line in found(text) if line.endswith(("differs", "doubtful"))]
