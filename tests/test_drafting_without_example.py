"""A first month, with no other to read it by: labels, units, headings and pairs place a figure, or it is left out.

All sentences and numbers are made up; the indicators are the catalogue's.
"""

from pathlib import Path

import pytest

from phulien_analysis.documents import read_text
from phulien_analysis.drafting import Draft, DraftError, read_month
from tests.made_up_draft import WARD, settle_alone


@pytest.fixture
def empty(data: Path) -> Path:
    """The catalogue and a made-up ward, and no month of any ward."""
    return settle_alone(data)


def placed(data: Path, text: str) -> list[tuple[str, str, str]]:
    """What each figure of a text is written as: printed, indicator, measure."""
    draft = drafted(data, text)
    assert draft.example == ""
    return [(row.printed, row.indicator, row.measure) for row in draft.rows]


def drafted(data: Path, text: str) -> Draft:
    """A text read as the report of September 2025."""
    return read_month(read_text(text), WARD, "2025-09", data)


def test_a_heading_names_what_its_first_figures_count(empty: Path) -> None:
    """Where no noun stands at a figure, only a month and a verb, its heading says what it is of."""
    text = "II. KẾT QUẢ\n1. Thu ngân sách nhà nước trên địa bàn: Tháng 9/2025 ước thực hiện 12.345 triệu đồng.\n"
    assert placed(empty, text) == [("12.345", "state-budget-revenue", "actual")]


def test_a_plan_and_its_percentage_follow_from_what_was_done(empty: Path) -> None:
    """In a/b, bằng p% kế hoạch, b is the plan of what a is of, and p the percentage of it."""
    text = (
        "II. KẾT QUẢ\n1. Thu ngân sách nhà nước trên địa bàn: Tháng 9/2025 ước thực hiện 150.000 triệu đồng/200.000 "
        "triệu đồng, bằng 75% dự toán giao.\n"
    )
    # 150.000 / 200.000 = 75 %
    assert placed(empty, text) == [
        ("150.000", "state-budget-revenue", "actual"),
        ("200.000", "state-budget-revenue", "plan"),
        ("75", "state-budget-revenue", "percent_of_plan"),
    ]


def test_what_a_plan_is_made_of_is_planned(empty: Path) -> None:
    """Under a sentence that only tells a plan, the sources that it lists are plans, too."""
    text = (
        "II. KẾT QUẢ\n1. Đầu tư công\nKế hoạch vốn năm 2025 được giao, gồm:\n"
        "- 12.500 triệu đồng: Nguồn tăng thu ngân sách;\n- 1.750 triệu đồng: Tiền đóng góp của doanh nghiệp.\n"
    )
    assert {measure for _, _, measure in placed(empty, text)} == {"plan"}


def test_a_second_of_a_pair_that_is_counted_is_not_called_a_plan(empty: Path) -> None:
    """Of 16 tasks that were given all 16 may be all that there are: the text does not say."""
    draft = drafted(empty, "II. KẾT QUẢ\n1. Chuyển đổi số: 16/18 nhiệm vụ chuyển đổi số được giao đã hoàn thành.\n")
    assert [row.measure for row in draft.rows if row.printed == "18"] == []
    assert "18" in [item.printed for item in draft.review]


def test_a_noun_that_the_unit_has_too_is_enough_to_write_in(empty: Path) -> None:
    """Births are counted in trường hợp, as other things are: the catalogue's unit of that name is taken."""
    text = "II. KẾT QUẢ\n1. Hộ tịch: Đăng ký khai sinh 23 trường hợp, đăng ký kết hôn 14 trường hợp.\n"
    draft = drafted(empty, text)
    assert [(row.indicator, row.unit) for row in draft.rows] == [
        ("birth-registrations", "act"),
        ("marriage-registrations", "act"),
    ]


def test_what_is_no_report_is_refused_before_it_takes_minutes(empty: Path) -> None:
    """5.000 figures in one document are no month of a ward: it says how many there are, and how many may be."""
    with pytest.raises(DraftError, match="prints 5000 figures, where a month's report has at most 4000"):
        drafted(empty, "Có " + "5 hộ; " * 5_000)


def test_a_report_of_another_month_is_told(empty: Path) -> None:
    """Where all windows end in another month than the one asked for, the wrong month was named, or the wrong file."""
    text = "II. KẾT QUẢ\n1. Thu ngân sách nhà nước trên địa bàn: Tháng {month}/2025 ước thực hiện 12.345 triệu đồng.\n"
    question = "No window in it ends in 2025-09: is it the report of that month?"
    for month, asked in (("9", False), ("8", True)):
        said = [sentence.say("en") for sentence in drafted(empty, text.format(month=month)).summary()]
        assert (question in said) is asked


def test_what_nothing_of_the_catalogue_is_like_is_new(empty: Path) -> None:
    """Without an example, trees are like no indicator at all: the list has them, without a name."""
    draft = drafted(empty, "II. KẾT QUẢ\n1. Môi trường: Trồng 120 cây xanh dọc bờ kênh.\n")
    assert draft.rows == ()
    assert [(i.kind, i.printed, i.indicator) for i in draft.review] == [("new", "120", "")]
