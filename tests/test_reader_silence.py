"""What alarmed wrongly, and why it says nothing now: wordings met in the field, told with made-up names and numbers."""

import pytest

from tests.made_up_texts import found

SILENT = [
    # the level after is held against an average, and has not risen by it
    "Giải ngân đạt 21,7% kế hoạch, cao hơn mức bình quân chung của cả vùng (14,3%).",
    # each of the twelve, not 12/15, has more than 55 %
    "Có 12/15 khoản thu tiến độ đạt khá so với dự toán (trên 55%).",
    # the growth is of another measure, whose earlier level is not the figure before
    "Chở 960 triệu lượt khách, tăng 10,8% so với cùng kỳ năm trước và 65,6 tỷ lượt khách.km, tăng 10,1%.",
    # the pair is of a plan, the change of an earlier season
    "Gieo trồng được 1.240/1.230 ha, tăng 61 ha so với vụ mùa năm trước.",
    # one of two comparisons: the earlier number belongs to the other
    "Có 71 đại biểu trẻ, cao hơn 21 người so với dự kiến và cao hơn so với khóa trước (có 62 người).",
    # both are parts of what is not printed: 14 is not 34 % of 19
    "Trong đó, vốn trong nước đạt 19 tỷ đồng, chiếm 48%; vốn nước ngoài đạt 14 tỷ đồng, chiếm 34%.",
    # the total is raised to it, and is no base
    "Huy động 1.216 triệu đồng, đạt 110% kế hoạch, nâng tổng số quỹ lên 5.986 triệu đồng.",
    # what is added up is no base: 150 of 270 are not 5.6 %
    "Có 150 hộ cận nghèo (tỷ lệ 5,6%), cộng 270 hộ.",
    # of those who took part, not of the pair
    "Có 806/824 cử tri tham gia, trong đó, đạt tỷ lệ 89,1% đồng ý.",
    # the number in the bracket is what the multiple is of; what fell is the damage
    "Xảy ra 8 vụ cháy, gấp 2 lần cùng kỳ năm trước (4 vụ), thiệt hại giảm 18,97% (cùng kỳ 2.900 triệu đồng).",
    # the level before the change is no level after it: 158 / (1,026 − 158) would be 18.2 %
    "Nguồn vốn từ 1.026 tỷ đồng đầu năm đã tăng 158 tỷ đồng, tương ứng tăng 15,4%.",
    # what is left over, 360 − 350 = 10, may be a kind that is not named
    "Cấp 360 giấy phép, trong đó nhà ở 210, cải tạo 90, hàng rào 40, biển hiệu 10.",
    # a name with a number in it
    "Ban Chỉ đạo 389 phường kiểm tra, trong đó hàng cấm 94 vụ, gian lận thương mại 395 vụ.",
    # seven months are no part of one
    "Tháng 7 xuất khẩu đạt 721 triệu USD. Trong đó, 7 tháng hàng dệt may đạt 3,26 tỷ USD.",
    # the sentence before counts something else
    "Thu 11,5 tỷ đồng. Do nợ thuế còn tăng nên tổng nợ cao, trong đó nợ trên 90 ngày là 31,7 tỷ đồng.",
    # a rate without its figures; the pair after the semicolon has its own
    "Tiêm phòng đạt 86,8%; đàn lợn: 2.436/3.105 con.",
]
FOUND = {
    # days that name crops are no dates: 198.2 + 15 + 140 = 353.2
    "Gieo trồng 353,2 ha. Trong đó: cây lương thực 198,2 ha, cây ngắn ngày 15 ha, cây thực phẩm 140 ha.": [
        "sum 353,2 = 198,2 | 15 | 140: exact"
    ],
    # a surplus beside a deficit: 15.2 − 12.7 = 2.5, told as what makes up the larger
    "Xuất siêu 2,5 tỷ USD, trong đó trong nước nhập siêu 12,7 tỷ USD, nước ngoài xuất siêu 15,2 tỷ USD.": [
        "sum 15,2 = 2,5 | 12,7: exact"
    ],
    # the plan behind a percentage is no part: 15.2 / 30 = 50.7 %
    "Tổng chi 120 tỷ đồng, trong đó chi đầu tư 15,2 tỷ đồng, đạt 50,7% kế hoạch 30 tỷ đồng; chi thường xuyên 70 tỷ.": [
        "percent 50,7 = 15,2 | 30: rounding",
        "subset 120 = 15,2: within",
    ],
    # a balance of two units: 1.2 billion − 956 million = 244 million
    "Tổng thu 1,2 tỷ đồng; tổng chi 956 triệu đồng. Chênh lệch 244 triệu đồng.": ["difference 244 = 1,2 | 956: exact"],
}
TORN = """Trong kỳ, các tổ tiếp nhận 17 vụ việc, gồm:
- Đất đai: 5 vụ việc;
- Hôn nhân gia đình: 2 vụ việc;
1 - Năm trước chuyển sang: 48 việc;
- Thụ lý mới: 38 việc;
- Dân sự khác: 10 vụ việc.
"""


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_said_is_not_held_against_a_text(text: str) -> None:
    """No calculation is found to differ where the words state another, or none."""
    assert not [line for line in found(text) if line.endswith(("differs", "doubtful"))]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_what_is_said_is_found(text: str, expected: list[str]) -> None:
    """The calculation that the words state is redone, and agrees."""
    assert sorted(found(text)) == sorted(expected)


def test_a_list_that_the_notes_of_a_page_go_into() -> None:
    """In plain text the note's items cannot be told from the list's: the part that is missing stands below them."""
    # 5 + 2 + 10 = 17; note 1 stands between
    text = "Cơ quan thi hành án thụ lý 86 việc1.\n" + TORN
    assert not [line for line in found(text) if line.startswith("sum 17") and line.endswith("differs")]
