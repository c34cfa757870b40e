"""Whatever a report prints, it is loaded, redone and shown; nothing in it stops the run. All figures are made up."""

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from phulien_analysis import Report, charts, views
from phulien_analysis.exchange import figures_document, findings_document, to_json
from phulien_analysis.messages import LANGS
from tests.made_up import RATIOS, TOPIC, report_of

DIMENSIONS = {
    **dict.fromkeys(("t", "a", "b", "b1", "b2", "signed"), "money"),
    **dict.fromkeys(("p", "q", "stock"), "persons"),
}
UNITS = {"money": ["dong", "million-dong", "billion-dong"], "persons": ["person"]}
PARTS = ["t by-kind: a b", "t by-area of which: a signed", "b by-kind: b1 b2", "q by-state of which: p"]
CHECKS = [
    "equal: a:actual + b:actual = t:actual, any, warning",
    "within: p:actual <= q:actual, nested, error",
    "beside: p:actual / q:actual compare stock:actual, same, note",
    "share: t:share derive a:actual / t:actual, same, note",
    "left: t:remaining derive t:plan - t:actual, nested, note",
    "earlier: t:actual derive t:actual - t:actual, nested, note",
    "product: q:actual derive p:actual * q:share, any, note",
    "each: p:unit_value derive t:actual / p:actual, any, note",
]
WINDOWS = ["2025-07", "2025-01..2025-07", "2025-01..2025-12", "2025-07-01..2025-07-19", "-"]
DAYS = ["..2025-07-19", "..2025-07-31", "-"]
PRINTED = ["0", "1", "07", "9", "100", "1.000", "0,0", "99,95", "100,0", "31.5000.000", "-5", "999.999.999", "12,345"]
QUALIFIERS = ["", "", "", "over", "nearly", "about", "under", "at_least", "at_most"]
MEASURES = "actual actual actual actual plan base percent_of_plan share remaining remaining_percent change growth bound"


@st.composite
def figures(draw: st.DrawFn) -> str:
    """A figure of any kind that can be loaded, without its place."""
    indicator, measure = draw(st.sampled_from(sorted(DIMENSIONS))), draw(st.sampled_from(MEASURES.split()))
    days = DAYS if indicator == "stock" and measure == "actual" else WINDOWS
    units = ["percent"] if measure in RATIOS else UNITS[DIMENSIONS[indicator]]
    choices = (days, PRINTED, units, QUALIFIERS)
    return " ".join([indicator, measure, *(draw(st.sampled_from(choice)) for choice in choices)])


def reported(lines: list[str]) -> Report:
    """The report that prints these figures, in turn in the body, in a footnote and in the assessment."""
    places = ["II.1 p1", "II.1 fn1", "III p1"]
    placed = [f"{line} @ {places[number % 3]} #{number + 1}" for number, line in enumerate(lines)]
    return report_of(*placed, parts=PARTS, checks=CHECKS, stocks=["stock"], signed=["signed"], dimensions=DIMENSIONS)


@settings(max_examples=100)
@given(st.lists(figures(), min_size=1, max_size=12))
@example(["a actual 2025-07 -5 dong", "a actual 2025-07-01..2025-07-19 0 dong"])
@example(["a actual 2025-07 5 dong", "a base 2025-07 -5 dong"])
@example(["p actual 2025-07 9 person", "q share 2025-07 1.000 percent"])
@example(["t actual 2025-07 -5 dong", "p actual 2025-07 0 person", "a actual 2025-07 -5 million-dong over"])
def test_any_report_is_redone_and_shown(lines: list[str]) -> None:
    """Findings have their own ids and speak both languages, and every form that others read can be made."""
    report = reported(lines)
    assert max(Counter(finding.id for finding in report.finding_list).values(), default=1) == 1
    for lang in LANGS:
        assert all(finding.say(lang) for finding in report.finding_list)
        assert all(one.say(lang) and one.formula(lang) for one in report.derived_list)
    assert to_json(findings_document(report))
    assert to_json(figures_document(report))
    assert len(report.findings()) == len(report.finding_list)
    assert len(report.derived()) == len(report.derived_list)


@settings(max_examples=40)
@given(st.lists(figures(), min_size=1, max_size=12))
def test_any_report_has_pages(lines: list[str]) -> None:
    """Every view of any report can be made in both languages."""
    report = reported(lines)
    for lang in LANGS:
        read = report.in_language(lang)
        shown = [
            views.findings(read),
            views.recomputed(read, TOPIC),
            views.summary(read, TOPIC),
            views.topic_summary(read),
            views.all_figures(read, TOPIC),
            views.figures(read, *DIMENSIONS, by_window=True),
            views.breakdown(read, "t", "by-kind", also=["signed"]),
            views.plan_tree(read, "t"),
            views.progress(read, *DIMENSIONS),
            views.answer(read, *DIMENSIONS),
            views.answer_parts(read, "t", "by-kind", also=["signed"]),
            views.answer_sums(read, "t", "by-kind"),
            charts.month_in_brief(read, {("Tên", "Name"): list(DIMENSIONS)}),
        ]
        assert all(view._repr_html_() and repr(view) for view in shown)
