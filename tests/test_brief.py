"""The month in brief: headline figures in one block, with a bar where there is a plan, and how the checks came out."""

import re

import pytest
from bs4 import BeautifulSoup, Tag

from phulien_analysis import Report
from phulien_analysis.charts import month_in_brief
from phulien_analysis.charts.style import BLUE
from tests.made_up import plain, report_of
from tests.made_up_page import html

PAIR = ("Tên", "Name")
PLAN, RATE = "a plan 2025-01..2025-12 80 million-dong", "a percent_of_plan 2025-01..2025-07 75 percent"


def rows(report: Report, *terms: str) -> list[Tag]:
    """The rows of a block with one heading: that of the figures, and that of the calculations."""
    return BeautifulSoup(html(month_in_brief(report, {PAIR: terms})), "html.parser").select(".brief-row")


def reach(row: Tag) -> list[float]:
    """How far each box of the bar in a row reaches, in per cent of its width; the band of the plan comes first."""
    return [float(re.sub("%", "", str(box["width"]))) for box in row.select("svg.bar rect") if "%" in str(box["width"])]


def test_a_headline_figure_has_window_status_and_place_and_leads_to_its_topic() -> None:
    """The number stands with what belongs to it, under a name that leads to the notebook of its topic."""
    row, _ = rows(report_of("a actual 2025-07 5 person estimated @ II.3 p1 #1"), "a")
    assert row.h3 is not None
    assert row.h3.get_text() == "Name"
    assert [a["href"] for a in row.select("dt a")] == ["01_made_up.ipynb"]
    assert plain(row.select_one("dd").get_text()) == "5 persons July 2025 · estimated · Section II.3"  # type: ignore[union-attr]


@pytest.mark.parametrize(("actual", "band", "bar"), [(60, 100, 75), (100, 80, 100), (80, 100, 100), (0, 100, None)])
def test_the_bar_holds_the_actual_against_the_plan_of_80(actual: int, band: float, bar: float | None) -> None:
    """60/80 fills 75%; 100 reaches beyond, so that the plan ends at 80%; nothing is drawn for 0."""
    row, _ = rows(report_of(PLAN, f"a actual 2025-01..2025-07 {actual} million-dong"), "a")
    assert reach(row) == ([band] if bar is None else [band, bar])
    assert f'fill="{BLUE}"' in str(row) or bar is None


def test_the_printed_rate_stands_beside_the_number() -> None:
    """The rate is the one printed; where none is, the plan stands alone."""
    with_rate, _ = rows(report_of(PLAN, "a actual 2025-01..2025-07 60 million-dong", RATE), "a")
    without, _ = rows(report_of(PLAN, "a actual 2025-01..2025-07 60 million-dong"), "a")
    assert plain(with_rate.select(".against")[0].get_text()) == "75% of the planned 80 million dong"
    assert plain(without.select(".against")[0].get_text()) == "of the planned 80 million dong"
    said = plain(with_rate.select("dd")[0].get_text())
    assert said.startswith("60 million dong 75% of the planned 80 million dong January"), "words run together"


def test_a_figure_that_is_not_printed_keeps_its_place() -> None:
    """It stands there by name, not reported, and has no bar."""
    row, _ = rows(report_of("a actual 2025-07 5 person", parts=["b by-kind: c"]), "a", "b")
    assert [dt.get_text() for dt in row.select("dt")] == ["Made-up a", "Made-up b"]
    assert row.select("dd")[1].get_text() == "Not reported this month."
    assert not row.select("svg")


def test_the_counts_hold_every_calculation_once(july: Report) -> None:
    """Agreeing, to review and cannot tell, in words and numbers, add up to all; a part of the strip each."""
    *_, last = rows(july, "state-budget-revenue")
    names = [plain(dt.get_text()).strip() for dt in last.select("dt")]
    counts = [int(strong.get_text()) for strong in last.select("strong")]
    assert names == ["Agree", "To review", "Cannot tell", f"Of {len(july.finding_list)} in all"]
    assert sum(counts) == len(july.finding_list)
    assert reach(last)[-len(counts) :] == pytest.approx([100 * n / sum(counts) for n in counts], abs=0.1)
    (_, none) = rows(report_of("a actual 2025-07 5 person"), "a")
    assert "There is no calculation to redo here." in none.get_text()


def test_bars_are_hidden_from_who_cannot_see_them(july: Report) -> None:
    """Every bar is said in the words around it, so that none needs words of its own."""
    block = html(month_in_brief(july, {PAIR: ["state-budget-revenue", "investment-ward-city-plan"]}))
    assert block.count("<svg") == block.count('aria-hidden="true"') == 6  # two bars, three swatches, one strip
