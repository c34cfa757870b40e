"""Which measure the words at a figure speak for. All sentences are made up."""

import pytest

from phulien_analysis.documents.document import Paragraph
from phulien_analysis.drafting.measures import evidence
from phulien_analysis.drafting.sightings import Sighting
from phulien_analysis.figures import Source
from phulien_analysis.reading.numbers import read_mentions
from phulien_analysis.stated.passage import Passage


def told(text: str) -> dict[str, float]:
    """What speaks for each measure at the last figure of a sentence."""
    paragraph = Paragraph(0, "body", text, "II.1", "p1")
    spots = Passage(paragraph, tuple(read_mentions(text))).spots
    source = Source("II.1", "p1", len(spots))
    return evidence(Sighting(spots[-1].mention, spots[-1], paragraph, source, (), {}, "", "", spots[-4:-1]))


def likeliest(text: str) -> str:
    """The measure that most speaks for."""
    found = told(text)
    return max(found, key=lambda measure: found[measure])


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Thu ngân sách đạt 75% dự toán giao", "percent_of_plan"),
        ("Theo kế hoạch, thu đạt 75%", "percent_of_plan"),
        ("Số vốn còn lại chưa giải ngân là 25%", "remaining_percent"),
        ("Vốn còn lại là 18 triệu đồng, bằng 55%", "remaining_percent"),
        ("Vốn còn lại là 18 triệu đồng; thu thuế (lũy kế) đạt 55%", "percent_of_plan"),
        ("Thu ngân sách tăng 12% so với cùng kỳ", "growth"),
        ("Giữ tỷ lệ hộ nghèo dưới 5%", "bound"),
        ("Số hộ nghèo chiếm tỷ lệ 5%", "share"),
    ],
)
def test_what_a_percentage_measures(text: str, measure: str) -> None:
    """Plan, remainder, growth, bound and share are told by the words before and behind a percentage."""
    assert likeliest(text) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Thu ngân sách 12 triệu đồng", "actual"),
        ("Kế hoạch giao 12 triệu đồng", "plan"),
        ("Vốn còn lại chưa giải ngân 12 triệu đồng", "remaining"),
        ("Tặng 210 suất quà, mỗi suất 300.000 đồng", "unit_value"),
        ("Thu ngân sách tăng 12 triệu đồng", "change"),
    ],
)
def test_what_an_amount_measures(text: str, measure: str) -> None:
    """Plan, remainder, the worth of each, and a change are told by the words before an amount."""
    assert likeliest(text) == measure


def test_a_change_is_hardly_a_level() -> None:
    """Whoever writes “giảm 12 người chết” counts no dead: a level is e^2.5 = 12 times less likely."""
    found = told("Tai nạn giao thông làm chết 13 người, giảm 12 người chết")
    assert found["change"] == 0
    assert found["actual"] <= -2.5


def test_a_bound_is_likelier_where_the_text_bounds_the_amount() -> None:
    """``dưới 120 hộ`` may be what there is or what is allowed; ``120 hộ`` is hardly the latter."""
    assert told("Hộ nghèo dưới 120 hộ")["bound"] - told("Hộ nghèo 120 hộ")["bound"] == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("text", "plain", "measure"),
    [
        ("Dự toán 75%", "Thu 75%", "percent_of_plan"),
        ("Thu gom 5 tấn/ngày", "Thu gom 5 tấn", "rate"),
    ],
)
def test_a_word_or_a_unit_makes_a_measure_likelier(text: str, plain: str, measure: str) -> None:
    """A plan right before a percentage, and a unit of so much a day, speak for their measure."""
    assert told(text)[measure] > told(plain)[measure]
