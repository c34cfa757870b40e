"""Charts, tables and sentences for those who are not shown all findings: of small made-up reports."""

from dataclasses import replace

import pytest

from phulien_analysis import Report, views
from phulien_analysis.audience import PUBLIC
from phulien_analysis.charts import Chart, bars, month_in_brief, share_bar
from phulien_analysis.disclosure import protected
from tests.charts_seen import refused
from tests.made_up import TOPIC, plain, report_of
from tests.made_up_disclosure import report_under
from tests.made_up_page import frame, html

PAIR = ("Tên", "Name")


def public(report: Report) -> Report:
    """The report as the public is shown it."""
    return replace(protected(report), audience=PUBLIC)


def test_the_month_in_brief_has_no_row_of_calculations() -> None:
    """A count of calculations would tell how many are left out."""
    report = report_of("a actual 2025-07 5 person")
    assert html(month_in_brief(report, {PAIR: ["a"]})).count("brief-row") == 2
    assert html(month_in_brief(public(report), {PAIR: ["a"]})).count("brief-row") == 1


def test_a_topic_is_summed_up_by_its_figures_alone() -> None:
    """Two figures, one calculation: of the latter nothing is said."""
    report = report_of("a actual 2025-07 3 person", "a plan 2025-07 6 person", "a percent_of_plan 2025-07 50 percent")
    assert plain(repr(views.summary(report, TOPIC))).startswith("Figures: 3. ")
    assert repr(views.summary(public(report), TOPIC)) == "Figures: 3."


def test_a_bar_of_shares_that_is_not_drawn_does_not_say_why() -> None:
    """The parts of 60 and 45 do not make up 100: that is a finding."""
    report = report_of(
        *(f"{name} actual 2025-07 {n} person" for name, n in (("total", 100), ("a", 60), ("b", 45))),
        parts=["total by-kind: a b"],
    )
    assert refused(share_bar(report, "total", "by-kind")).endswith("so no shares are drawn.")
    assert refused(share_bar(public(report), "total", "by-kind")) == "No shares are drawn."


def test_a_withheld_number_is_left_out_of_a_chart_by_name() -> None:
    """Neither its digits nor its place; the table says “withheld” in the place of the number."""
    report = report_under(
        ["a actual 2025-07 3 person", "b actual 2025-07 40 person", "c actual 2025-07 30 person"],
        ["a,,5,suppress,show"],
    )
    shown = bars(public(report), ["a", "b", "c"])
    assert isinstance(shown, Chart)
    assert "Left out: Made-up a, withheld." in plain(shown._repr_html_())
    assert ">3<" not in shown._repr_html_()
    assert list(frame(views.figures(public(report), "a"))["Value"]) == ["withheld"]


def test_columns_in_which_nothing_stands_are_left_out_of_plans() -> None:
    """Recomputed percentages are findings: the public's table has no column for them, an internal one has."""
    report = report_of("a actual 2025-07 3 person", "a plan 2025-07 6 person", "a percent_of_plan 2025-07 50 percent")
    columns = list(frame(views.progress(report, "a")).columns)
    fewer = list(frame(views.progress(public(report), "a")).columns)
    assert set(fewer) < set(columns)
    assert "recomputed" in " ".join(columns).lower()


@pytest.mark.parametrize("actual", ["-5", "5"])
def test_a_bar_below_zero_is_not_drawn(actual: str) -> None:
    """Of a number that may be below 0 a bar on a plan would mislead; the numbers stand there all the same."""
    report = report_of(
        f"a actual 2025-01..2025-07 {actual} million-dong", "a plan 2025-01..2025-12 80 million-dong", signed=["a"]
    )
    shown = html(month_in_brief(report, {PAIR: ["a"]}))
    assert ("<svg class=bar" in shown.replace('"', "")) is (actual == "5")
    assert "80" in shown


def test_a_withheld_part_of_a_breakdown_has_no_digits() -> None:
    """Of 3, 40 and 57 that make up 100 the table has the word in the place of the 3, and of another beside it."""
    report = report_under(
        [f"{name} actual 2025-07 {n} person" for name, n in (("total", 100), ("a", 3), ("b", 40), ("c", 57))],
        ["a,,5,suppress,show"],
        parts=["total by-kind: a b c"],
    )
    shown = plain(html(views.breakdown(public(report), "total", "by-kind")))
    assert shown.count("withheld") >= 2
    assert ">3<" not in shown
