"""Loading a month: every problem of a file at once, each with file, row, column and what to do."""

import pickle
from pathlib import Path

import pytest

from phulien_analysis import DataError, NotFoundError, PhulienError, load_report
from phulien_analysis.errors import Problem
from phulien_analysis.messages import Message
from tests.made_up import MONTH, WARD, findings, write_month
from tests.made_up_file import FILE, GOOD, loaded, only_problem, problems, row, rows

MEASURES = (
    "actual, base, bound, change, growth, percent_of_plan, plan, rate, remaining, remaining_percent, share, unit_value"
)
NO_DATE = "is not a date; write year, month and day like 2025-07-19"


def test_good_row_is_loaded(home: Path) -> None:
    """A row is loaded as typed: text, value, days, unit and place."""
    (figure,) = loaded(home, rows(row())).figure_list
    assert (figure.printed, str(figure.value), str(figure.source)) == ("5", "5", "II.1 p1 #1")
    assert (str(figure.period.start), str(figure.period.end), figure.period.stated) == (
        "2025-07-01",
        "2025-07-31",
        True,
    )


# ---- words of the catalogue


def test_unknown_indicator_is_told_with_the_nearest(home: Path) -> None:
    """A misspelt indicator is told with the one that was probably meant."""
    assert only_problem(home, indicator="peopel") == (
        "column indicator: 'peopel' is not an indicator of the catalogue; did you mean 'people'?"
    )


@pytest.mark.parametrize("word", ["People", "people ", "peo_ple"])
def test_indicator_of_another_form_is_unknown_like_any_other(home: Path, word: str) -> None:
    """Capitals, spaces and other marks are told as a misspelt indicator is, not as a pattern for programmers."""
    assert only_problem(home, indicator=word) == (
        f"column indicator: {word!r} is not an indicator of the catalogue; did you mean 'people'?"
    )


def test_unknown_unit_is_told_with_the_nearest(home: Path) -> None:
    """A misspelt unit is told with the one that was probably meant."""
    assert only_problem(home, unit="persons") == (
        "column unit: 'persons' is not a unit of the catalogue; did you mean 'person'?"
    )


def test_unknown_measure_is_told_with_the_nearest_or_all(home: Path) -> None:
    """A misspelt measure is told with the nearest one; one that resembles none, with the whole closed list."""
    assert only_problem(home, measure="actuall") == (
        "column measure: 'actuall' is not a measure of the catalogue; did you mean 'actual'?"
    )
    assert only_problem(home, measure="zzz") == (
        f"column measure: 'zzz' is not a measure of the catalogue; there are: {MEASURES}"
    )


def test_unknown_qualifier_and_status_are_told(home: Path) -> None:
    """A qualifier or status that is not on its list is told with those that are."""
    assert only_problem(home, qualifier="hon") == (
        "column qualifier: 'hon' is not a qualifier of the catalogue; "
        "there are: about, at_least, at_most, nearly, over, under"
    )
    assert only_problem(home, status="estimate") == (
        "column status: 'estimate' is not a status of the catalogue; did you mean 'estimated'?"
    )


def test_place_must_have_its_form(home: Path) -> None:
    """A source without section, place and number is told with an example."""
    assert only_problem(home, source="II.1 #x") == (
        "column source: 'II.1 #x' is not a place like “II.1.1 fn1 #3” "
        "(section, footnote or paragraph, which number there)"
    )


def test_place_is_the_key_of_a_row(home: Path) -> None:
    """The same source twice is told with the row that had it first."""
    assert problems(home, rows(row(), row(printed="6"))) == [
        f"{FILE}, row 3, column source: 'II.1 p1 #1' stands in row 2 already; each printed place has one row"
    ]


def test_empty_number_is_told_as_a_missing_number(home: Path) -> None:
    """A row without a printed number is no figure; the problem says that the number is missing."""
    problem = only_problem(home, printed="")
    assert problem.startswith("column printed: ")
    assert "character" not in problem, "a person reads this: say that the number is missing"


# ---- units


def test_unit_must_measure_what_the_indicator_does(home: Path) -> None:
    """Dossiers are no unit for people: the problem says what people are measured in and where units are listed."""
    assert only_problem(home, unit="dossier") == (
        "column unit: 'dossier' is a unit of dossiers, but actual of people is measured in persons; "
        "choose such a unit of units.csv"
    )


@pytest.mark.parametrize("measure", ["percent_of_plan", "share", "remaining_percent", "growth"])
def test_ratio_is_in_percent(home: Path, measure: str) -> None:
    """A percentage of people is measured in percent, not in persons."""
    assert only_problem(home, measure=measure) == (
        f"column unit: 'person' is a unit of persons, but {measure} of people is measured in ratio; "
        "choose such a unit of units.csv"
    )


def test_bound_may_be_a_percentage_or_a_number(home: Path) -> None:
    """Not yet 100% and under 5 persons are both bounds of people; under 5 dossiers is not."""
    bounds = [row(measure="bound"), row(measure="bound", unit="percent", source="II.1 p1 #2")]
    assert len(loaded(home, rows(*bounds)).figure_list) == 2
    assert "is measured in persons or ratio" in only_problem(home, measure="bound", unit="dossier")


@pytest.mark.parametrize(("measure", "unit"), [("unit_value", "household"), ("rate", "dossier")])
def test_value_of_one_is_money_and_a_rate_is_of_its_indicator(home: Path, measure: str, unit: str) -> None:
    """As data/README.md has it, a unit value is in money and a rate in the unit of its indicator, and in no other."""
    assert only_problem(home, measure=measure, unit=unit).startswith(f"column unit: '{unit}' is a unit of")


# ---- windows


@pytest.mark.parametrize("text", ["1/7/2025", "2025-7-1", "2025-02-30", "20250701", "2025-W27-1", "x", "2025-07-01 "])
def test_date_must_be_a_date(home: Path, text: str) -> None:
    """A day that cannot be read, or that there is not, is told with an example of one."""
    assert only_problem(home, period_start=text) == f"column period_start: {text!r} {NO_DATE}"
    assert only_problem(home, period_end=text) == f"column period_end: {text!r} {NO_DATE}"


def test_both_dates_are_told(home: Path) -> None:
    """Of a row with two unreadable dates both are told."""
    assert problems(home, rows(row(period_start="x", period_end="y"))) == [
        f"{FILE}, row 2, column period_start: 'x' {NO_DATE}",
        f"{FILE}, row 2, column period_end: 'y' {NO_DATE}",
    ]


def test_window_must_not_end_before_it_starts(home: Path) -> None:
    """A window from 1 August to 31 July is told."""
    assert only_problem(home, period_start="2025-08-01") == (
        "column period_end: the window ends before it starts (2025-08-01)"
    )


def test_half_a_window_is_told(home: Path) -> None:
    """A flow with only a first day, or only a last one, is told to have both."""
    assert only_problem(home, period_end="") == (
        "column period_end: the window has a first day but no last day; give both, or leave both empty"
    )
    assert only_problem(home, period_start="") == (
        "column period_start: people is a flow: it has a first and a last day; give both"
    )


def test_stock_has_a_last_day_only(home: Path) -> None:
    """A stock with a first day is told to leave it empty."""
    assert only_problem(home, indicator="residents") == (
        "column period_start: residents is a stock: it has a last day only; leave this empty"
    )


def test_window_that_is_not_stated_is_filled_and_marked(home: Path) -> None:
    """Without a window a flow has the month and a stock its last day, both marked as not stated by the report."""
    flow = row(period_start="", period_end="")
    stock = row(indicator="residents", period_start="", period_end="", source="II.1 p1 #2")
    first, second = loaded(home, rows(flow, stock)).figure_list
    assert (str(first.period.start), str(first.period.end), first.period.stated) == ("2025-07-01", "2025-07-31", False)
    assert (second.period.start, str(second.period.end), second.period.stated) == (None, "2025-07-31", False)


# ---- several problems


def test_all_problems_of_a_file_are_told_at_once(home: Path) -> None:
    """Problems of several rows and columns come in one error that counts them, in the order of the file."""
    content = rows(
        row(indicator="peopel", status="estimate"),
        row(measure="x", source="?"),
        row(source="II.1 p1 #9"),
        row(source="II.1 p1 #9", period_end="31/7"),
    )
    told = problems(home, content)
    assert [problem.split(": ")[0].removeprefix(f"{FILE}, ") for problem in told] == [
        "row 2, column indicator",
        "row 2, column status",
        "row 3, column measure",
        "row 3, column source",
        "row 5, column period_end",
        "row 5, column source",
    ]
    with pytest.raises(DataError, match=r"^6 problem\(s\) in 1 file\(s\)"):
        loaded(home, content)


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"unit": "persons", "period_start": "x"}, {"unit", "period_start"}),
        ({"printed": "", "unit": "persons"}, {"printed", "unit"}),
        ({"indicator": "Peopel", "status": "estimate"}, {"indicator", "status"}),
    ],
)
def test_one_problem_of_a_row_hides_no_other(home: Path, changes: dict[str, str], columns: set[str]) -> None:
    """A row with two independent mistakes is told both, so that nobody mends the file twice."""
    told = problems(home, rows(row(**changes)))
    assert {problem.split("column ")[1].split(":")[0] for problem in told} == columns


def test_problems_of_several_files_are_told_at_once(home: Path) -> None:
    """Figures, statements, known findings and documents of a month are all read before anything is told."""
    (home / WARD / f"{MONTH}.csv").write_text(rows(row(unit="persons")), "utf-8")
    (home / WARD / f"{MONTH}.statements.csv").write_text(
        "topic,source,kind,indicator,note_vi,note_en\nmade-up-topc,II,statement,peopel,x,y\n", "utf-8"
    )
    (home / WARD / f"{MONTH}.known.csv").write_text("finding,why\n", "utf-8")
    (home / WARD / "documents.csv").write_text("month,title,number,date,state,sha256\n2025-07,,,,Signed,\n", "utf-8")
    month = f"data/{WARD}/{MONTH}"
    no_topic = "'made-up-topc' is not a topic of the catalogue; did you mean 'made-up-topic'?"
    no_indicator = "'peopel' is not an indicator of the catalogue; did you mean 'people'?"
    assert problems(home) == [
        f"{month}.csv, row 2, column unit: 'persons' is not a unit of the catalogue; did you mean 'person'?",
        f"{month}.statements.csv, row 2, column topic: {no_topic}",
        f"{month}.statements.csv, row 2, column indicator: {no_indicator}",
        f"{month}.known.csv, row 1, column why: there is no such column; there are: reason",
        f"{month}.known.csv, row 1, column reason: the column is missing; the header must be finding,reason",
        f"data/{WARD}/documents.csv, row 2, column state: 'Signed': input should be '', 'draft' or 'signed'",
    ]


def test_place_written_in_two_ways_is_one_place(home: Path) -> None:
    """Paragraphs 1 and 01 are one place: the second row is refused, not found as the same number said twice."""
    told = problems(home, rows(row(), row(source="II.1 p01 #1")))
    assert [problem.split(": ")[0] for problem in told] == [f"{FILE}, row 3, column source"]


def test_known_finding_stands_once(home: Path) -> None:
    """Two explanations of one finding contradict each other or repeat: the second row is told."""
    write_month(home, ["people actual - 1 person"])
    (home / WARD / f"{MONTH}.known.csv").write_text("finding,reason\nx@y,a\nx@y,b\n", "utf-8")
    assert [problem.split(": ")[0] for problem in problems(home)] == [
        f"data/{WARD}/{MONTH}.known.csv, row 3, column finding"
    ]


def test_statement_has_a_place(home: Path) -> None:
    """A statement's place is a section, a paragraph or a footnote, and nothing else."""
    path = home / WARD / f"{MONTH}.statements.csv"
    path.write_text("topic,source,kind,indicator,note_vi,note_en\nmade-up-topic,II.2 đoạn 3,caveat,,x,y\n", "utf-8")
    assert [problem.split(": ")[0] for problem in problems(home)] == [
        f"data/{WARD}/{MONTH}.statements.csv, row 2, column source"
    ]


def test_month_of_a_document_must_be_a_month(home: Path) -> None:
    """A document of month 2025-7 would be found for no month, and its edition would say it rests on nothing known."""
    (home / WARD / "documents.csv").write_text("month,title,number,date,state,sha256\n2025-7,Báo cáo,,,,\n", "utf-8")
    assert [problem.split(": ")[0] for problem in problems(home)] == [f"data/{WARD}/documents.csv, row 2, column month"]


# ---- numbers that are no numbers


@pytest.mark.parametrize("printed", ["31.5000.000", "167 2", "5.6%", "x"])
def test_malformed_number_is_a_finding_and_no_error_of_the_file(home: Path, printed: str) -> None:
    """A number that the report prints malformed is loaded as printed, without value, and found."""
    report = loaded(home, rows(row(printed=printed)))
    (figure,) = report.figure_list
    assert (figure.printed, figure.value, figure.interval, figure.number) == (printed, None, None, None)
    assert findings(report) == {"format@II.1 p1 #1": "differs - error"}


# ---- month and ward


def test_month_that_is_not_there_is_told_with_those_that_are(home: Path) -> None:
    """Asking for August tells that there are May and July."""
    write_month(home, ["people actual - 1 person"], "2025-05")
    with pytest.raises(NotFoundError) as caught:
        load_report("2025-08", WARD, home)
    assert (
        str(caught.value) == f"there is no month 2025-08 of ward {WARD} in {home / WARD}; there are: 2025-05, 2025-07"
    )


@pytest.mark.parametrize("month", ["2025-13", "../../x", "2025-7", "", "07/2025", "2025-07.statements"])
def test_what_is_no_month_is_refused_before_a_file_is_sought(home: Path, month: str) -> None:
    """A text that is no month is refused as such, also one that would lead out of the folder."""
    with pytest.raises(PhulienError) as caught:
        load_report(month, WARD, home)
    assert str(caught.value) == f"{month!r} is not a month; write year and month like 2025-07"


def test_ward_that_is_not_there_is_told_with_those_that_are(home: Path) -> None:
    """A misspelt ward is told with the nearest one, and another with all there are."""
    with pytest.raises(NotFoundError) as caught:
        load_report(MONTH, "made-up-wrd", home)
    assert str(caught.value) == f"there is no ward 'made-up-wrd' in wards.csv; did you mean '{WARD}'?"
    for ward in ("phu-lien", "../phu-lien", ""):
        with pytest.raises(NotFoundError) as caught:
            load_report(MONTH, ward, home)
        assert str(caught.value) == f"there is no ward {ward!r} in wards.csv; there are: {WARD}"


def test_language_that_is_not_there_is_told(home: Path) -> None:
    """There are Vietnamese and English, and no other language."""
    with pytest.raises(PhulienError, match="there is no language 'fr'; there are: vi, en"):
        load_report(MONTH, WARD, home, "fr")


def test_every_error_is_one_of_ours(home: Path) -> None:
    """Whatever is wrong with the input is a PhulienError with exit code 2."""
    for wrong in ("2025-13", "2025-08"):
        with pytest.raises(PhulienError) as caught:
            load_report(wrong, WARD, home)
        assert caught.value.exit_code == 2
    with pytest.raises(PhulienError):
        loaded(home, "")


def test_month_needs_its_figures_only(home: Path) -> None:
    """Without statements, known findings and documents a month is loaded; its document is unknown, not invented."""
    report = loaded(home, rows(GOOD))
    assert (report.statements, report.known) == ((), ())
    assert (report.document.number, report.document.date, report.document.state) == ("", "", "")


def test_an_error_in_the_data_is_the_same_in_another_process() -> None:
    """What a worker found goes to the run with every problem, its place, and both languages."""
    text = Message("unknown unit")
    error = DataError([Problem("a.csv", 2, "unit", text), Problem("b.csv", 0, "", text)])
    there = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert there.problems == error.problems
    assert (there.say("en"), there.say("vi")) == (error.say("en"), error.say("vi"))
    assert "2 problem(s) in 2 file(s)" in there.say("en")


# ---- withheld figures


def test_a_withheld_figure_has_no_digits(home: Path) -> None:
    """A number beside the word that withholds it would be published by mistake, and is told."""
    assert only_problem(home, status="withheld", printed="5") == (
        "column printed: a figure that is withheld has neither number nor qualifier; empty both"
    )


def test_a_group_needs_a_rule(home: Path) -> None:
    """Without a rule with a threshold nobody knows which group is meant."""
    assert only_problem(home, status="grouped", printed="") == (
        "column status: disclosure.csv has no rule with a threshold for it; write withheld"
    )
