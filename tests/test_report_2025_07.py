"""The real report of July 2025: its figures counted, its own arithmetic held, what does not fit together found."""

from collections import Counter
from decimal import Decimal

import pytest

from phulien_analysis import NotFoundError, Report
from phulien_analysis.findings import Finding
from tests.made_up import came_out, plain

SECTIONS = {"II.1.1": 23, "II.1.2": 8, "II.1.3": 59, "II.2": 21, "II.3": 45, "II.4": 33, "II.5": 21, "III": 3}
TO_REVIEW = {
    "format@II.3 fn13 #12": "differs - error",  # 31.5000.000
    "crosscheck.land-dossiers-centre@II.2 fn6 #1": "cannot_tell - warning",  # 137 beside 7
    "crosscheck.certified-copies-paper@II.4 fn24 #7": "cannot_tell - warning",  # 1.786 for two windows
    "crosscheck.digitised-base@II.5 fn29 #16": "cannot_tell - warning",  # 181 beside 183
}


def by_id(report: Report, finding_id: str) -> Finding:
    """The finding of this id."""
    return next(finding for finding in report.finding_list if finding.id == finding_id)


# ---- the figures


def test_every_figure_is_there(july: Report) -> None:
    """There are 213 figures, 82 in the body and 131 in footnotes, as many in each section as were counted by eye."""
    assert len(july.figure_list) == 213
    places = Counter("fn" if figure.source.place.startswith("fn") else "body" for figure in july.figure_list)
    assert places == {"body": 82, "fn": 131}
    sections = Counter(next(s for s in SECTIONS if _inside(figure.source.section, s)) for figure in july.figure_list)
    assert sections == SECTIONS


def _inside(section: str, outer: str) -> bool:
    return section == outer or section.startswith(f"{outer}.")


@pytest.mark.parametrize(("section", "count"), SECTIONS.items())
def test_section_is_found_by_its_number(july: Report, section: str, count: int) -> None:
    """``report.section`` gives the figures of a section and of the sections inside it."""
    assert len(july.section(section)) == count


def test_section_without_figures_is_told(july: Report) -> None:
    """Sections I, II.1.4 and IV print no figure; the error lists the sections that do."""
    for section in ("I", "II.1.4", "IV", "II.1.1.", ""):
        with pytest.raises(NotFoundError, match=r"sections with figures: II\.1\.1, II\.1\.2"):
            july.section(section)


def test_topic_is_found_by_its_name(july: Report) -> None:
    """``report.topic`` gives the figures of a subject wherever they are printed: of revenue, also in the assessment."""
    revenue = july.topic("budget-revenue")
    assert len(revenue) == 24
    assert set(revenue["section"]) == {"II.1.1", "III"}


def test_topic_that_is_not_there_is_told(july: Report) -> None:
    """A misspelt topic is told with the nearest one, by every way to ask for one."""
    for ask in (july.topic, july.findings, july.derived):
        with pytest.raises(NotFoundError, match=r"there is no topic 'budget-revenu'; did you mean 'budget-revenue'\?"):
            ask("budget-revenu")


def test_every_topic_but_the_overview_has_figures(july: Report) -> None:
    """Thirteen topics and an overview make the pages; the topics share out all figures."""
    topics = [topic.topic for topic in july.topics]
    assert (len(topics), topics[0]) == (14, "overview")
    assert [len(july.topic(topic)) for topic in topics[1:]].count(0) == 0
    assert sum(len(july.topic(topic)) for topic in topics) == 213


def test_windows_are_those_of_the_report(july: Report) -> None:
    """The report speaks of a dozen windows; what states none is filled with the month and marked."""
    stated = {figure.period.say("en") for figure in july.figure_list if figure.period.stated}
    assert {
        "July 2025",
        "January–July 2025",
        "2025",
        "January–June 2025",
        "1–19 July 2025",
        "1–20 July 2025",
        "1–22 July 2025",
        "as of 22 July 2025",
        "as of 19 July 2025",
        "14–31 July 2025",
        "24–25 July 2025",
        "July–December 2025",
    } == stated
    assert {f.period.end.isoformat() for f in july.figure_list if not f.period.stated} == {"2025-07-31"}


def test_numbers_are_kept_as_printed(july: Report) -> None:
    """07, 311.003,500, 1243 and 31.5000.000 stand as they are printed, the last one without a value."""
    by_source = {str(figure.source): figure for figure in july.figure_list}
    for source, printed, value in (
        ("II.1.2 p1 #5", "07", Decimal(7)),
        ("II.1.3.1 p1 #1", "311.003,500", Decimal(311003500000)),
        ("II.3 fn21 #1", "1243", Decimal(1243)),
        ("II.3 fn13 #12", "31.5000.000", None),
    ):
        assert (by_source[source].printed, by_source[source].value) == (printed, value)


def test_only_one_number_is_malformed(july: Report) -> None:
    """Every other printed number is read."""
    assert [str(figure.source) for figure in july.figure_list if figure.number is None] == ["II.3 fn13 #12"]


# ---- what agrees


def test_both_revenue_totals_agree(july: Report) -> None:
    """The ten lines of seven months make 197.488; the nine printed for July make 11.025 already."""
    seven_months, july_alone = by_id(july, "sum.by-line@II.1.1 p1 #2"), by_id(july, "sum.by-line@II.1.1 p1 #1")
    # 60.311 + 4.435 + 5.010 + 80.608 + 22.921 + 17.662 + 1.453 + 1.059 + 1.884 + 2.145 = 197.488
    assert (came_out(seven_months), seven_months.computed) == ("agrees exact ok", Decimal(197488))
    assert len(seven_months.operands) == 10
    # 5.000 + 50 + 950 + 2.000 + 1.500 + 1.200 + 100 + 25 + 200 = 11.025; the tenth line has no July figure
    assert (came_out(july_alone), july_alone.computed) == ("agrees exact note", Decimal(11025))
    assert len(july_alone.operands) == 9


def test_revenue_against_the_estimate_agrees(july: Report) -> None:
    """197.488 of 189.070 are 104.4523...%, printed as 104,5% in II.1.1 and again, without a window, in III."""
    first, again = by_id(july, "percent@II.1.1 p1 #4"), by_id(july, "percent@III p2 #1")
    assert (came_out(first), came_out(again)) == ("agrees rounding ok", "agrees rounding ok")
    assert first.computed is not None
    assert round(first.computed, 4) == Decimal("104.4523")
    assert came_out(by_id(july, "duplicate@III p2 #1")) == "agrees exact note"


def test_every_plan_and_disbursement_sum_of_public_investment_agrees(july: Report) -> None:
    """All sums of plans and of disbursements agree to the last digit, wherever a total is printed."""
    sums = [f for f in july.finding_list if f.kind == "sum" and f.topic == "public-investment"]
    assert {came_out(finding) for finding in sums} == {"agrees exact ok"}
    totals = {f.stated.indicator.indicator for f in sums if f.stated and f.stated.measure == "plan"}
    assert totals == {
        "investment-district-plan",
        "investment-city-plan",
        "investment-city-transfer",
        "investment-district-land-use-fee",
        "investment-district-additional",
    }
    assert by_id(july, "sum.by-assignment@II.1.3.1 p1 #1").computed == Decimal("311003.5")  # 244.398 + 66.605,500


def test_all_sixteen_percentages_of_public_investment_agree(july: Report) -> None:
    """Fourteen percentages of a plan and two of what remains are redone, and all agree."""
    percents = [f for f in july.finding_list if f.kind == "percent" and f.topic == "public-investment"]
    assert len(percents) == 16
    assert Counter(f.stated.measure for f in percents if f.stated) == {"percent_of_plan": 14, "remaining_percent": 2}
    assert {(f.verdict, f.severity) for f in percents} == {("agrees", "ok")}


def test_both_remainders_agree(july: Report) -> None:
    """153.369,012 - 52.945,624 = 100.423,388 and 180.657,785 - 75.247,815 = 105.409,970."""
    remainders = {str(f.stated.source): f for f in july.finding_list if f.kind == "remaining" and f.stated}
    assert {source: (came_out(f), f.computed) for source, f in remainders.items()} == {
        "II.1.3.2 p11 #5": ("agrees exact ok", Decimal("100423.388")),
        "II.1.3.2 p12 #5": ("agrees exact ok", Decimal("105409.97")),
    }


@pytest.mark.parametrize(
    ("finding_id", "computed"),
    [
        ("sum.by-channel@II.5 fn29 #1", 451),  # 416 + 35
        ("sum.by-field@II.5 fn29 #1", 451),  # 9 + 38 + 2 + 190 + 1 + 7 + 164 + 40
        ("sum.by-kind@II.1.2 p1 #1", 36),  # 30 + 5 + 1
        ("sum.by-kind@II.1.2 p1 #5", 7),  # 1 + 1 + 5
        ("sum.by-kind@II.2 fn6 #2", 167),  # 122 + 45
        ("sum.by-kind@II.4 fn25 #1", 14),  # visits: 12 + 2
        ("sum.by-kind@II.4 fn25 #2", 14),  # persons
        ("sum.by-kind@II.4 fn25 #3", 14),  # matters
    ],
)
def test_counts_add_up(july: Report, finding_id: str, computed: int) -> None:
    """Dossiers by channel and by field, certificates, land dossiers and citizen reception add up exactly."""
    finding = by_id(july, finding_id)
    assert (came_out(finding), finding.computed) == ("agrees exact ok", Decimal(computed))


def test_whole_of_a_pair_is_no_warning(july: Report) -> None:
    """181 of 181 are 100%, and 16 of 16 tasks are done: 100% of a whole is exact."""
    assert came_out(by_id(july, "share@II.5 fn29 #17")) == "agrees exact ok"
    assert came_out(by_id(july, "pair@II.3 fn20 #1")) == "agrees - ok"


def test_figures_said_twice_agree(july: Report) -> None:
    """All figures said at several places are the same there: none of them differs or cannot be told."""
    repeated = Counter(came_out(f) for f in july.finding_list if f.kind == "duplicate")
    assert repeated == {"agrees exact ok": 23, "agrees exact note": 1}


# ---- what does not


def test_what_is_to_be_reviewed_is_known(july: Report) -> None:
    """One malformed number is an error, three pairs of figures are warnings, and nothing else is above a note."""
    assert {f.id: came_out(f) for f in july.finding_list if f.to_review} == TO_REVIEW


def test_nothing_is_called_a_contradiction_but_the_malformed_number(july: Report) -> None:
    """The report's arithmetic holds: the only finding that differs is the form of a number."""
    assert [f.id for f in july.finding_list if f.verdict == "differs"] == ["format@II.3 fn13 #12"]


def test_malformed_number_is_told_without_a_guess(july: Report) -> None:
    """The finding quotes 31.5000.000, says what form it lacks and gives no value in its place."""
    finding = by_id(july, "format@II.3 fn13 #12")
    assert (finding.computed, finding.low, finding.high) == (None, None, None)
    for lang in ("vi", "en"):
        text = finding.say(lang)
        assert "31.5000.000" in text
        assert "31.500.000" not in text
        assert "315.000.000" not in text


@pytest.mark.parametrize(
    ("finding_id", "numbers", "windows"),
    [
        ("crosscheck.digitised-base@II.5 fn29 #16", ("181", "183"), ("1–20 July 2025",)),
        ("crosscheck.land-dossiers-centre@II.2 fn6 #1", ("137", "7 dossiers"), ("1–22 July 2025", "1–20 July 2025")),
        ("crosscheck.certified-copies-paper@II.4 fn24 #7", ("1,786",), ("1–19 July 2025", "1–20 July 2025")),
    ],
)
def test_warning_tells_both_numbers_and_both_windows(
    july: Report, finding_id: str, numbers: tuple[str, ...], windows: tuple[str, ...]
) -> None:
    """Each pair is told with its numbers, its windows and what to confirm, as a question and no charge."""
    text = plain(by_id(july, finding_id).say("en"))
    assert all(part in text for part in (*numbers, *windows))
    assert "please confirm" in text


def test_what_cannot_be_told_is_a_note(july: Report) -> None:
    """Two shares without a number behind them, and figures of other windows and scopes, are notes and not warnings."""
    notes = {f.id for f in july.finding_list if f.verdict == "cannot_tell" and f.severity == "note"}
    assert {"share@II.3 p12 #2", "share@II.4 p5 #1"} <= notes
    assert {name.split("@")[0] for name in notes if name.startswith("crosscheck")} == {
        "crosscheck.business-dossiers-centre",
        "crosscheck.certification-dossiers-paper",
        "crosscheck.civil-status-centre",
        "crosscheck.merit-dossiers-centre",
        "crosscheck.recommendations-feedback",
        "crosscheck.school-transfers-centre",
        "crosscheck.violations-sanctions",
    }


# ---- what is implied


def derived(report: Report, term: str, window: str = "") -> tuple[str, Decimal]:
    """A derived figure as said in Vietnamese, and its value; of one window where there are several."""
    indicator, _, measure = term.partition(":")
    found = [
        one
        for one in report.derived_list
        if (one.indicator.indicator, one.measure) == (indicator, measure or "actual")
        and window in ("", one.period.say("en"))
    ]
    (only,) = found
    return plain(only.say("vi")), only.value


@pytest.mark.parametrize(
    ("term", "window", "text"),
    [
        ("revenue-land-use-fee:share", "January–July 2025", "40,8%"),  # 80.608 / 197.488
        ("revenue-non-state:share", "January–July 2025", "30,5%"),  # 60.311 / 197.488
        ("revenue-without-land-use-fee", "January–July 2025", "116.880 triệu đồng"),  # 197.488 - 80.608
        ("revenue-without-land-use-fee", "July 2025", "9.025 triệu đồng"),  # 11.025 - 2.000
        ("revenue-above-estimate", "", "8.418 triệu đồng"),  # 197.488 - 189.070
        ("state-budget-revenue", "January–June 2025", "186.463 triệu đồng"),  # 197.488 - 11.025
        ("investment-city-plan:remaining", "", "154.358,805 triệu đồng"),  # 244.398 - 90.039,195
        ("investment-enterprise-contributions:remaining", "", "1.750 triệu đồng"),  # 1.750 - 0
        ("investment-ward-additional:plan", "", "27.288,773 triệu đồng"),  # 180.657,785 - 153.369,012
        ("investment-ward-additional", "", "22.302,191 triệu đồng"),  # 75.247,815 - 52.945,624
        ("land-dossiers-opening", "", "184 hồ sơ"),  # 167 + 154 - 137
        ("dossiers-received-minus-resolved", "", "268 hồ sơ"),  # 451 - 183
        ("dossiers-online:share", "", "92,2%"),  # 416 / 451
        ("civil-status-acts", "", "107 trường hợp"),  # 18 + 15 + 48 + 22 + 2 + 2
        ("near-poor-persons-per-household:rate", "", "2,97 người/hộ"),  # 585 / 197
        ("evacuated-persons-per-household:rate", "", "ít nhất 3,91 người/hộ"),  # over 270 / 69
        ("gifts-city-cash-per-gift:unit_value", "", "5.200.000 đồng/suất"),  # 4.872.400.000 / 937
        ("digital-course-completers", "", "239 người"),  # 239 x 100%
    ],
)
def test_derived_figure_is_what_the_report_implies(july: Report, term: str, window: str, text: str) -> None:
    """What the report implies but does not print is worked out, to the decimals that its figures allow."""
    assert derived(july, term, window)[0] == text


def test_allowance_per_person_is_a_bound(july: Report) -> None:
    """Nearly 2 billion đồng for 1243 persons are at most 2.000.000.000 / 1243 = 1.609.010,46 đồng each."""
    (one,) = (d for d in july.derived_list if d.indicator.indicator == "social-allowance-per-person")
    assert one.interval.high is not None
    assert 1_609_010 < one.interval.high < 1_609_011
    assert plain(one.say("en")) == "at most 1,609,011 dong per person"  # a bound is rounded so that it stays one
    assert "1.609.011 đồng/người" in plain(one.say("vi"))


def test_nothing_is_derived_of_the_malformed_number(july: Report) -> None:
    """31.5000.000 đồng for 33 gifts imply no amount per gift."""
    assert not [d for d in july.derived_list if d.indicator.indicator.startswith("gifts-organisations")]


def test_what_would_mislead_is_not_derived(july: Report) -> None:
    """No growth, no pace and no percentage of the year's estimate for a month is worked out."""
    assert not [
        d for d in july.derived_list if d.measure in {"growth", "change", "percent_of_plan", "remaining_percent"}
    ]
    assert {d.measure for d in july.derived_list} <= {"actual", "plan", "share", "remaining", "rate", "unit_value"}


def test_formulas_name_their_operands(july: Report) -> None:
    """Every derived figure has a formula with as many names as operands, and a reason, in both languages."""
    for one in july.derived_list:
        for lang in ("vi", "en"):
            assert one.formula(lang).count("“") >= len(one.operands)
            assert one.reason.say(lang)


# ---- statements


def test_statements_are_in_our_words_and_in_both_languages(july: Report) -> None:
    """That the ward manages no capital of its own is a statement of II.1.4; no statement is without a note."""
    assert [s.topic for s in july.statements if s.source.startswith("II.1.4")] == ["public-investment"]
    assert all(statement.note_vi and statement.note_en for statement in july.statements)
    kinds = Counter(statement.kind for statement in july.statements)
    assert set(kinds) == {"statement", "assessment", "caveat", "review", "missing", "task"}


def test_document_says_what_is_not_known(july: Report) -> None:
    """The text that was read is named by its hash; number, date and state are not known and left empty."""
    assert (july.document.number, july.document.date, july.document.state) == ("", "", "")
    assert len(july.document.sha256) == 64
