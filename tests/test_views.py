"""What a notebook shows: tables and sentences that say what is printed, what follows and what is missing."""

from collections.abc import Callable
from typing import Any

import pytest

from phulien_analysis import NotFoundError, Report, views
from phulien_analysis.tables import Table
from tests.made_up import TOPIC, report_of
from tests.made_up_page import Shown, frame, html, parsed, row_of

PAIR = ("Tên", "Name")

EVERY_VIEW: dict[str, Callable[[Report], Shown]] = {
    "all_figures": lambda r: views.all_figures(r, "near-poverty"),
    "answer": lambda r: views.answer(r, "state-budget-revenue", "civil-status-acts"),
    "answer_assessments": views.answer_assessments,
    "answer_parts": lambda r: views.answer_parts(r, "state-budget-revenue", "by-line"),
    "answer_sums": lambda r: views.answer_sums(r, "state-budget-revenue", "by-line"),
    "assessments": views.assessments,
    "breakdown": lambda r: views.breakdown(r, "state-budget-revenue", "by-line", also=["revenue-without-land-use-fee"]),
    "derived": lambda r: views.derived(r, "land-dossiers-opening"),
    "document": views.document,
    "figures": lambda r: views.figures(r, "land-dossiers-received", "evacuated-persons"),
    "figures by window": lambda r: views.figures(r, "land-dossiers-received", "construction-permits", by_window=True),
    "findings": lambda r: views.findings(r, "service-centre"),
    "matrix": lambda r: views.matrix(r, PAIR, [PAIR], {PAIR: ["reception-visits"]}),
    "notes": lambda r: views.notes(r, "near-poverty"),
    "plan_tree": lambda r: views.plan_tree(r, "investment-district-plan"),
    "progress": lambda r: views.progress(r, "investment-ward-city-plan"),
    "recomputed": lambda r: views.recomputed(r, "service-centre"),
    "statements": lambda r: views.statements(r, "public-investment", "statement"),
    "summary": lambda r: views.summary(r, "budget-revenue"),
    "tasks": views.tasks,
    "to_review": views.to_review,
    "topic_summary": views.topic_summary,
}


@pytest.mark.parametrize("name", EVERY_VIEW)
def test_view_is_well_formed_and_can_be_printed(july: Report, name: str) -> None:
    """Every view is well-formed HTML in both languages, and the same as text; its tables have all that they need."""
    for lang in ("vi", "en"):
        shown = EVERY_VIEW[name](july.in_language("vi" if lang == "vi" else "en"))
        tree = parsed(html(shown))
        assert repr(shown).strip()
        assert "<" not in repr(shown)
        for table in tree.iter("table"):
            assert table.find("caption") is not None
            assert all(cell.get("scope") in {"col", "row", "rowgroup"} for cell in table.iter("th"))
            assert all("".join(cell.itertext()).strip() for cell in table.iter("th"))
            assert "figures" in table.get("class", "").split()  # such tables fit a phone


@pytest.mark.parametrize("name", sorted(set(EVERY_VIEW) - {"matrix"}))
def test_view_follows_the_language(july: Report, name: str) -> None:
    """In Vietnamese a view says something else than in English."""
    assert repr(EVERY_VIEW[name](july.in_language("vi"))) != repr(EVERY_VIEW[name](july))


def test_labels_and_units_are_those_of_the_language(july: Report) -> None:
    """The name of an indicator, its unit and the marks of its number are those of the language."""
    english = frame(views.figures(july, "state-budget-revenue:plan"))
    vietnamese = frame(views.figures(july.in_language("vi"), "state-budget-revenue:plan"))
    assert english.index[0].startswith("State budget revenue in the area")
    assert vietnamese.index[0].startswith("Thu ngân sách nhà nước trên địa bàn")
    assert (english.iloc[0, 0], vietnamese.iloc[0, 0]) == ("189,070 million dong", "189.070 triệu đồng")


# ---- what is not there


MISTYPED: dict[str, Callable[[Report], Any]] = {
    "there is no indicator 'civil-status-act'": lambda r: views.figures(r, "civil-status-act"),
    "there is no measure 'actul'; did you mean 'actual'?": lambda r: views.figures(r, "civil-status-acts:actul"),
    "did you mean 'land-dossiers-opening'?": lambda r: views.derived(r, "land-dossiers-openin"),
    "did you mean 'state-budget-revenue'?": lambda r: views.answer(r, "state-budget-revenu"),
    "did you mean 'investment-city-plan'?": lambda r: views.progress(r, "investment-city-plans"),
    "did you mean 'investment-district-plan'?": lambda r: views.plan_tree(r, "investment-district-plann"),
    "did you mean 'reception-visits'?": lambda r: views.matrix(r, PAIR, [PAIR], {PAIR: ["reception-visit"]}),
    "parts.csv has no breakdown 'by-lines'": lambda r: views.breakdown(r, "state-budget-revenue", "by-lines"),
    "parts.csv has no breakdown 'by-line' of 'state-budget-revenu'": lambda r: views.breakdown(
        r, "state-budget-revenu", "by-line"
    ),
    "did you mean 'revenue-above-estimate'?": lambda r: views.breakdown(
        r, "state-budget-revenue", "by-line", also=["revenue-above-estimat"]
    ),
}


@pytest.mark.parametrize("message", MISTYPED)
def test_term_that_does_not_exist_is_an_error_that_helps(july: Report, message: str) -> None:
    """A mistyped term of a notebook is no gap in the report: it is an error that names the nearest one."""
    with pytest.raises(NotFoundError) as caught:
        MISTYPED[message](july)
    assert message in str(caught.value)


@pytest.mark.parametrize("view", [views.summary, views.recomputed, views.findings, views.all_figures])
def test_topic_that_does_not_exist_is_an_error_that_helps(july: Report, view: Callable[[Report, str], Any]) -> None:
    """A mistyped topic of a notebook is not published as a topic without figures."""
    with pytest.raises(NotFoundError, match=r"there is no topic 'budget-revenu'; did you mean 'budget-revenue'\?"):
        view(july, "budget-revenu")


def test_statements_of_a_topic_or_kind_that_does_not_exist_are_an_error(july: Report) -> None:
    """A mistyped topic or kind of statement is not published as nothing to say."""
    for topic, kind in (("public-investmen", "statement"), ("public-investment", "statment")):
        with pytest.raises(NotFoundError):
            views.statements(july, topic, kind)


@pytest.mark.parametrize("view", [views.summary, views.recomputed, views.all_figures])
def test_topic_without_figures_says_not_reported(view: Callable[[Report, str], Shown]) -> None:
    """A topic of the catalogue of which this month prints nothing is said to be not reported."""
    report = report_of("a actual - 5 person")
    assert html(view(report, "empty-topic")) == '<p class="not-reported">Not reported this month.</p>'
    assert repr(view(report.in_language("vi"), "empty-topic")) != "Not reported this month."


@pytest.mark.parametrize(
    "show",
    [
        lambda r: views.figures(r, "b"),
        lambda r: views.derived(r, "b"),
        lambda r: views.progress(r, "b"),
        lambda r: views.plan_tree(r, "b"),
        lambda r: views.breakdown(r, "b", "by-kind"),
        lambda r: views.matrix(r, PAIR, [PAIR], {PAIR: ["b"]}),
        lambda r: views.answer(r, "b", "c"),
        lambda r: views.answer_parts(r, "b", "by-kind"),
        lambda r: views.answer_sums(r, "b", "by-kind"),
    ],
    ids=["figures", "derived", "progress", "plan_tree", "breakdown", "matrix", "answer", "parts", "sums"],
)
def test_figures_that_are_not_printed_say_so(show: Callable[[Report], Shown]) -> None:
    """Indicators of the catalogue that this month does not print are said to be not reported, and raise nothing."""
    report = report_of("a actual - 5 person", parts=["b by-kind: c"])
    assert html(show(report)) == '<p class="not-reported">Not reported this month.</p>'


def test_nothing_to_redo_is_said() -> None:
    """A topic with figures that follow from nothing has no calculation to redo, and says so."""
    report = report_of("a actual - 5 person")
    assert repr(views.findings(report, TOPIC)) == "There is no calculation to redo here."
    assert repr(views.summary(report, TOPIC)) == "Figures: 1. There is no calculation to redo here."
    assert repr(views.to_review(report)) == "Nothing is to be reviewed."


# ---- what is there


def test_figures_stand_with_window_interval_and_place(july: Report) -> None:
    """Over 270 persons is shown as printed, with the interval that it stands for, and without a window said as such."""
    shown = views.figures(july, "evacuated-persons", "land-dossiers-opening")
    number, window, interval = row_of(shown, "Persons evacuated before the storm")
    assert (number, interval) == ("over 270 household members", "270 – 280")
    assert window.endswith("not stated")
    assert row_of(shown, "Land dossiers in process at the start") == ["184 dossiers", "1–22 July 2025", ""]
    assert html(shown).count("<small>derived</small>") == 1


def test_malformed_number_is_shown_as_printed(july: Report) -> None:
    """31.5000.000 stands in the table as printed, marked as having no value."""
    shown = views.figures(july, "gifts-organisations-cash-value")
    assert row_of(shown, "Gifts from agencies, unions and units: cash")[0] == "31.5000.000 dong (no value)"


def test_each_window_is_shown_once() -> None:
    """A figure printed twice for one window is one row; another window is another."""
    report = report_of("a actual 2025-07 5 person", "a actual 2025-07 5 person", "a actual 2025-06 4 person")
    assert list(frame(views.figures(report, "a"))["Value"]) == ["5 persons", "4 persons"]


def test_all_figures_are_on_the_page(july: Report) -> None:
    """Every printed figure of a topic can be found, each place once, also where one number is printed twice."""
    for topic in july.topics[1:]:
        shown = views.all_figures(july, topic.topic)
        listed = sum(figure.indicator.topic == topic.topic for figure in july.figure_list)
        assert repr(shown) == f"All figures of this topic: {listed}"
        assert f'data-page="figures" data-topic="{topic.topic}"' in html(shown)
        assert views.figures_page(july, {}, "findings.html").count(f'<h2 id="{topic.topic}">') == 1


def test_figures_that_a_page_has_not_shown_are_folded_at_its_end() -> None:
    """Of two figures one is shown: the other is told once, by name; where both are, nothing is folded."""
    report = report_of("a actual 2025-07 5 person @ II.1 p1 #1", "b actual 2025-07 6 person @ II.1 p1 #2")
    further = views.further_figures(report, TOPIC, {"f-ii-1-p1-1"})
    assert further is not None
    assert "<summary>Further figures of this topic: 1</summary>" in html(further)
    assert html(further).count('<th scope="row">Made-up b<br>') == 1
    assert views.further_figures(report, TOPIC, {"f-ii-1-p1-1", "f-ii-1-p1-2"}) is None


def test_breakdown_has_parts_by_size_totals_and_shares(july: Report) -> None:
    """Revenue by line: the largest of seven months first, then the total stated, recomputed, and without the fee."""
    shown = views.breakdown(july, "state-budget-revenue", "by-line", also=["revenue-without-land-use-fee"])
    rows = frame(shown)
    assert list(rows.columns) == ["January–July 2025", "January–June 2025", "July 2025", "Share, January–July 2025"]
    assert list(rows.index[:2]) == ["Land use fee", "Non-state sector revenue"]
    assert row_of(shown, "Land use fee") == ["80,608", "78,608", "2,000", "40.8%"]
    assert row_of(shown, "Other off-budget revenue") == ["2,145", "", "", "1.1%"]  # a blank, and no zero
    assert row_of(shown, "State budget revenue in the area")[:3] == ["197,488", "186,463", "11,025"]
    assert row_of(shown, "Sum of the items, recomputed")[:3] == ["197,488 (agrees)", "", "11,025 (agrees)"]
    assert row_of(shown, "State budget revenue in the area without the land use fee")[0] == "116,880"
    assert "An empty cell is not reported; it is not zero." in html(shown)


def test_breakdown_tells_a_sum_that_does_not_fit() -> None:
    """Where the parts do not make the total, the recomputed sum stands below it with its verdict."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 60 person",
        "b actual 2025-07 41 person",
        parts=["total by-kind: a b"],
    )
    assert row_of(views.breakdown(report, "total", "by-kind"), "Sum of the items, recomputed") == [
        "101 (does not agree)"
    ]


def test_number_of_another_unit_says_so_in_a_breakdown() -> None:
    """Under a caption in million dong, 1,2 billion is not shown as 1.2: it has its own unit beside it."""
    report = report_of(
        "total actual 2025-07 1.800 million-dong",
        "a actual 2025-07 600 million-dong",
        "b actual 2025-07 1,2 billion-dong",
        parts=["total by-kind: a b"],
    )
    shown = views.breakdown(report, "total", "by-kind")
    assert isinstance(shown, Table)
    assert shown.caption == "Made-up total (million dong)"
    assert row_of(shown, "Made-up b")[0] == "1.2 billion dong"


def test_plan_tree_is_indented_and_checked(july: Report) -> None:
    """The district's plan: each source once, under what it is part of, with plan and sum; one place is said once."""
    shown = views.plan_tree(july, "investment-district-plan")
    assert isinstance(shown, Table)
    assert [(row.level, row.cells[0].text) for row in shown.rows] == [
        (0, "311,003.500"),
        (1, "244,398"),
        (2, "189,250"),
        (3, "48,000"),
        (3, "141,250"),
        (2, "55,148"),
        (3, "34,310"),
        (3, "20,838"),
        (1, "66,605.500"),
        (2, "64,855.500"),
        (2, "1,750"),
    ]
    assert [row.cells[1].text for row in shown.rows if row.cells[1].text] == ["Agrees"] * 5
    assert [column.heading for column in shown.columns] == ["Plan", "Sum of its parts"]
    assert shown.notes == ("Place: Section II.1.3.1.",)


def test_progress_tells_stated_beside_recomputed(july: Report) -> None:
    """Plan, disbursed, percentage stated and recomputed, what is left, printed or derived; 0 đồng keeps its unit."""
    shown = views.progress(july, "investment-ward-city-plan", "investment-enterprise-contributions")
    assert row_of(shown, "Projects in the ward, under the city's plan") == [
        "153,369.012",
        "52,945.624",
        "34.52%",
        "34.522%",  # 52.945,624 / 153.369,012 = 0.345217...
        "100,423.388",
    ]
    assert row_of(shown, "Contributions from enterprises") == ["1,750", "0 dong", "0%", "0.0%", "1,750"]


def test_progress_without_an_actual_leaves_a_gap() -> None:
    """Of a plan of which nothing is said to be done, the other cells are empty."""
    report = report_of("a plan 2025-01..2025-12 100 million-dong", "b actual 2025-07 1 person")
    assert row_of(views.progress(report, "a"), "Made-up a") == ["100", "", "", "", ""]


def test_notes_stand_under_their_kind(july: Report) -> None:
    """What to bear in mind and what readers will ask have headings of their own; a kind without any has none."""
    text = html(views.notes(july, "near-poverty", "caveat", "missing", "statement"))
    assert text.count("<h3>") == 2
    assert text.count("<li>") == sum(
        s.topic == "near-poverty" and s.kind in {"caveat", "missing", "statement"} for s in july.statements
    )
    assert repr(views.notes(july, "near-poverty", "assessment")) == "None is noted for this month."


def test_matrix_sets_indicators_side_by_side(july: Report) -> None:
    """Regular reception and that by leaders, visits beside persons; a cell without a figure is empty, and said so."""
    columns = [("Lượt", "Visits"), ("Người", "Persons")]
    rows = {
        ("Thường xuyên", "Regular"): ["reception-regular-visits", "reception-regular-persons"],
        ("Lãnh đạo", "By leaders"): ["reception-leaders-visits", ""],
    }
    shown = views.matrix(july, ("Tiếp công dân", "Reception"), columns, rows)
    assert row_of(shown, "Regular") == ["12 visits", "12 persons"]
    assert row_of(shown, "By leaders") == ["2 visits", ""]
    assert isinstance(shown, Table)
    assert shown.notes == ("Window: 1–19 July 2025.", "An empty cell is not reported; it is not zero.")


def test_assessments_are_held_against_figures(july: Report) -> None:
    """104,5% in the assessment repeats the figure of II.1.1; growth over the same period has no figure behind it."""
    shown = views.assessments(july)
    results = dict(zip(frame(shown).index, frame(shown)["Result"], strict=True))
    assert results["Budget revenue did well against the estimate."].startswith("repeats")
    assert results["Economic indicators grew over the same period; no base is given."] == "no figure"
    assert results["Shortcoming: waste sorting at source is not complete."] == "a bound, no measured value"
    assert "wrong" not in " ".join(results.values())
    bare = sum(result == "no figure" for result in results.values())
    assert repr(views.answer_assessments(july)) == (
        f"Of {len(results)} statements, {len(results) - bare} have a figure of the report behind them."
    )


def test_report_without_assessments_or_tasks_says_so() -> None:
    """A month without statements has no assessments and no tasks to show, and its document is not recorded."""
    report = report_of("a actual - 5 person")
    assert repr(views.assessments(report)) == "Not reported this month."
    assert repr(views.answer_assessments(report)) == "Not reported this month."
    assert repr(views.tasks(report)) == "Not reported this month."
    assert repr(views.statements(report, TOPIC, "caveat")) == "None is noted for this month."
    assert repr(views.document(report)) == "Which document the figures were read from is not recorded."


def test_document_is_named_and_the_unknown_said(july: Report) -> None:
    """The title of the document is told; number, date and state are said to be unknown, not left out."""
    assert repr(views.document(july)).endswith("number: unknown; date: unknown; status: unknown.")
