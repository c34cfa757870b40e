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
}
SILENT = [
    # 25 + 40 + 30 = 95: what the name says may be a change
    "Hỗ trợ 100 người, gồm: người giảm khả năng lao động 25 người, người cao tuổi 40 người, trẻ em 30 người.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_what_is_listed_adds_up(text: str, expected: list[str]) -> None:
    """The parts that the words list are added up, no more and no fewer."""
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_no_part_is_not_held_against_a_text(text: str) -> None:
    """No list is found to differ where a figure in it may be none of its parts, or one left out may be."""
    assert not [line for line in found(text) if line.endswith(("differs", "doubtful"))]
