"""Loading a month: every problem of a file at once, each with file, row, column and what to do."""

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from phulien_analysis import DataError, NotFoundError, PhulienError, Report, load_report
from tests.made_up import COLUMNS, HEADERS, MONTH, TOPICS, UNITS, WARD, findings, write_catalogue, write_month

FILE = f"data/{WARD}/{MONTH}.csv"
HEADER = ",".join(COLUMNS)
GOOD = "people,actual,2025-07-01,2025-07-31,5,person,,,II.1 p1 #1"
MEASURES = "actual, base, bound, change, growth, percent_of_plan, plan, rate, remaining, remaining_percent, share, unit_value"
NO_DATE = "is not a date; write year, month and day like 2025-07-19"
NOT_UTF_8 = "the file is not UTF-8; save it again as “CSV UTF-8”"

Load = Callable[..., Report]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A made-up data folder without a month; people are counted over a window, residents on a day, money is in đồng."""
    folder = tmp_path / "data"
    folder.mkdir()
    lines = ["people actual - 1 person", "residents actual - 1 person", "money actual - 1 dong", "land actual - 1 hectare"]
    write_catalogue(folder, lines, stocks=["residents"])
    write_month(folder, lines[:1])
    return folder


def loaded(home: Path, content: bytes | str) -> Report:
    """The report whose month's file holds this."""
    path = home / WARD / f"{MONTH}.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_report(MONTH, WARD, home, "en")


def problems(home: Path, content: bytes | str | None = None) -> list[str]:
    """Everything that is wrong, as it is told."""
    with pytest.raises(DataError) as caught:
        if content is None:
            load_report(MONTH, WARD, home)
        else:
            loaded(home, content)
    assert str(caught.value).splitlines()[1:] == [f"  {problem}" for problem in caught.value.problems]
    return [str(problem) for problem in caught.value.problems]


def row(**changes: str) -> str:
    """A good row with some columns changed."""
    return ",".join({**dict(zip(COLUMNS, GOOD.split(","), strict=True)), **changes}.values())


def rows(*lines: str) -> str:
    """A month's file of these rows."""
    return "\n".join([HEADER, *lines, ""])


def only_problem(home: Path, **changes: str) -> str:
    """What is wrong with a row changed so: one problem, without the file and row that every test has."""
    (problem,) = problems(home, rows(row(**changes)))
    return problem.removeprefix(f"{FILE}, row 2, ")


def test_good_row_is_loaded(home: Path) -> None:
    """A row is loaded as typed: text, value, days, unit and place."""
    (figure,) = loaded(home, rows(row())).figure_list
    assert (figure.printed, str(figure.value), str(figure.source)) == ("5", "5", "II.1 p1 #1")
    assert (str(figure.period.start), str(figure.period.end), figure.period.stated) == ("2025-07-01", "2025-07-31", True)


# ---- words of the catalogue


def test_unknown_indicator_is_told_with_the_nearest(home: Path) -> None:
    """A misspelt indicator is told with the one that was probably meant."""
    assert only_problem(home, indicator="peopel") == (
        "column indicator: 'peopel' is not an indicator of the catalogue; did you mean 'people'?"
    )


@pytest.mark.parametrize("word", ["People", "people ", "peo_ple"])
def test_indicator_of_another_form_is_unknown_like_any_other(home: Path, word: str) -> None:
    """Capitals, spaces and other marks are told as a misspelt indicator is, not as a pattern that a clerk cannot read."""
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
        "column source: 'II.1 #x' is not a place like “II.1.1 fn1 #3” (section, footnote or paragraph, which number there)"
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
    """As data/README.md has it, a unit value is in money and a rate in the unit of its indicator; others are refused."""
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
        ({"unit": "persons", "period_start": "x"}, ["unit", "period_start"]),
        ({"printed": "", "unit": "persons"}, ["printed", "unit"]),
        ({"indicator": "Peopel", "status": "estimate"}, ["indicator", "status"]),
    ],
)
def test_one_problem_of_a_row_hides_no_other(home: Path, changes: dict[str, str], columns: list[str]) -> None:
    """A row with two independent mistakes is told both, so that nobody mends the file twice."""
    told = problems(home, rows(row(**changes)))
    assert [problem.split("column ")[1].split(":")[0] for problem in told] == columns


def test_problems_of_several_files_are_told_at_once(home: Path) -> None:
    """Figures, statements, known findings and documents of a month are all read before anything is told."""
    (home / WARD / f"{MONTH}.csv").write_text(rows(row(unit="persons")), "utf-8")
    (home / WARD / f"{MONTH}.statements.csv").write_text(
        "topic,source,kind,indicator,note_vi,note_en\nmade-up-topc,II,statement,peopel,x,y\n", "utf-8"
    )
    (home / WARD / f"{MONTH}.known.csv").write_text("finding,why\n", "utf-8")
    (home / WARD / "documents.csv").write_text("month,title,number,date,state,sha256\n2025-07,,,,Signed,\n", "utf-8")
    assert problems(home) == [
        f"{FILE}, row 2, column unit: 'persons' is not a unit of the catalogue; did you mean 'person'?",
        f"data/{WARD}/{MONTH}.statements.csv, row 2, column topic: "
        "'made-up-topc' is not a topic of the catalogue; did you mean 'made-up-topic'?",
        f"data/{WARD}/{MONTH}.statements.csv, row 2, column indicator: "
        "'peopel' is not an indicator of the catalogue; did you mean 'people'?",
        f"data/{WARD}/{MONTH}.known.csv, row 1, column why: there is no such column; there are: reason",
        f"data/{WARD}/{MONTH}.known.csv, row 1, column reason: the column is missing; the header must be finding,reason",
        f"data/{WARD}/documents.csv, row 2, column state: 'Signed': input should be '', 'draft' or 'signed'",
    ]


# ---- the file


def test_wrong_column_is_told_with_the_one_meant(home: Path) -> None:
    """A header with ``mesure`` is told that ``measure`` was probably meant and is missing."""
    assert problems(home, rows(GOOD).replace("measure", "mesure")) == [
        f"{FILE}, row 1, column mesure: there is no such column; did you mean 'measure'?",
        f"{FILE}, row 1, column measure: the column is missing; the header must be {HEADER}",
    ]


def test_missing_and_doubled_columns_are_told(home: Path) -> None:
    """A header in which ``indicator`` stands twice and ``measure`` is missing is told both."""
    told = problems(home, rows(GOOD).replace("indicator,measure", "indicator,indicator"))
    assert f"{FILE}, row 1, column indicator: the column stands there more than once" in told
    assert f"{FILE}, row 1, column measure: the column is missing; the header must be {HEADER}" in told


def test_columns_must_stand_in_order(home: Path) -> None:
    """Columns in another order are refused with the right one: a file is read by people, too."""
    assert problems(home, rows(GOOD).replace("indicator,measure", "measure,indicator")) == [
        f"{FILE}, row 1: the columns must stand in this order: {', '.join(COLUMNS)}"
    ]


def test_semicolons_between_columns_are_told(home: Path) -> None:
    """A file as a Vietnamese or German Excel saves it is told to use commas."""
    assert problems(home, rows(GOOD).replace(",", ";")) == [
        f"{FILE}, row 1: the columns are separated by “;”; save the file with “,” between the columns"
    ]


@pytest.mark.parametrize("content", ["", " \n\n", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def test_empty_file_is_told(home: Path, content: str) -> None:
    """A file with nothing in it, or a byte order mark alone, is told to need a header."""
    assert problems(home, content) == [f"{FILE}: the file is empty; it needs at least its header"]


def test_month_without_a_figure_is_told(home: Path) -> None:
    """A month's file that ends after its header is a file that somebody forgot to fill in."""
    (problem,) = problems(home, HEADER + "\n")
    assert problem.startswith(f"{FILE}")


def test_row_with_too_many_or_too_few_values_is_told(home: Path) -> None:
    """A row with ten values for nine columns, often an unquoted decimal comma, is told to look at its commas."""
    content = rows(row(printed="104,5"), "people,actual", GOOD)
    assert problems(home, content) == [
        f"{FILE}, row 2: there are 10 values, but 9 columns; check the commas and quotation marks",
        f"{FILE}, row 3: there are 2 values, but 9 columns; check the commas and quotation marks",
    ]


def test_open_quotation_mark_is_told(home: Path) -> None:
    """A quotation mark that is never closed is told, and not read to the end of the file."""
    assert problems(home, rows(GOOD, '"people')) == [
        f"{FILE}, row 3: the CSV cannot be read (unexpected end of data); check the quotation marks"
    ]


@pytest.mark.parametrize(
    ("encoding", "place"),
    [("cp1258", "row 3"), ("latin-1", "row 3"), ("utf-16", "row 1")],
)
def test_wrong_encoding_is_told_with_its_row(home: Path, encoding: str, place: str) -> None:
    """A file saved as Vietnamese Windows, Latin or UTF-16 text is told to be saved as UTF-8, with the row where it shows."""
    content = rows(GOOD, row(source="Môc II")).encode(encoding)
    assert problems(home, content) == [f"{FILE}, {place}: {NOT_UTF_8}"]


def test_blank_lines_count_as_rows(home: Path) -> None:
    """Rows are counted as a spreadsheet counts them, blank ones too."""
    assert problems(home, rows(GOOD, "", row(source="bad")))[0].startswith(f"{FILE}, row 4, column source")


def test_line_break_inside_a_cell_is_no_row(home: Path) -> None:
    """A cell with a line break in it is one row, as in a spreadsheet, so the row below it is the third."""
    told = problems(home, rows(row(printed='"5\n6"'), row(unit="persons", source="II.1 p1 #2")))
    assert [problem.split(",")[1] for problem in told] == [" row 3"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_byte_order_mark_and_windows_lines_are_accepted(home: Path, end: str) -> None:
    """What Excel adds to a UTF-8 file, a byte order mark and Windows' line ends, changes nothing."""
    content = "\N{ZERO WIDTH NO-BREAK SPACE}" + rows(GOOD).replace("\n", end)
    assert [figure.printed for figure in loaded(home, content).figure_list] == ["5"]


def test_letters_are_brought_to_one_form(home: Path) -> None:
    """Vietnamese letters typed as letter and mark apart (as macOS does) are read as the letters that others type."""
    note = "Hồ sơ đất đai chưa nêu kỳ"
    apart = unicodedata.normalize("NFD", note)
    assert apart != note
    path = home / WARD / f"{MONTH}.statements.csv"
    path.write_text(f"topic,source,kind,indicator,note_vi,note_en\nmade-up-topic,II,caveat,,{apart},x\n", "utf-8")
    assert [statement.note_vi for statement in loaded(home, rows(GOOD)).statements] == [note]


def test_folder_in_place_of_a_file_is_told(home: Path) -> None:
    """A month's file that cannot be read is told with the system's reason."""
    (home / WARD / f"{MONTH}.csv").unlink()
    (home / WARD / f"{MONTH}.csv").mkdir()
    assert problems(home) == [f"{FILE}: the file cannot be read: Is a directory"]


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
    assert str(caught.value) == f"there is no month 2025-08 of ward {WARD} in {home / WARD}; there are: 2025-05, 2025-07"


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


# ---- the catalogue


def catalogue_problems(home: Path, name: str, lines: Iterable[str]) -> list[str]:
    """What is wrong with a catalogue file of these rows, without the file's name."""
    header = ",".join(HEADERS[name])
    (home / f"{name}.csv").write_text("\n".join([header, *lines, ""]), "utf-8")
    return [problem.removeprefix(f"data/{name}.csv, ") for problem in problems(home)]


def test_indicator_needs_a_topic_and_a_dimension(home: Path) -> None:
    """An indicator of a topic or a dimension that there is not is told with the nearest of each."""
    assert catalogue_problems(home, "indicators", ["people,made-up-topc,monye,flow,false,,Người,People"]) == [
        "row 2, column topic: 'made-up-topc' is not a topic of the catalogue; did you mean 'made-up-topic'?",
        "row 2, column dimension: 'monye' is not a dimension of the catalogue; did you mean 'money'?",
    ]


def test_words_of_the_catalogue_are_closed_lists(home: Path) -> None:
    """A kind that is neither flow nor stock, and a truth that is neither true nor false, are told."""
    told = catalogue_problems(home, "indicators", ["people,made-up-topic,money,flwo,perhaps,,Người,People"])
    assert [problem.split(":")[0] for problem in told] == ["row 2, column kind", "row 2, column signed"]
    assert "'flow' or 'stock'" in told[0]


def test_name_is_given_once(home: Path) -> None:
    """A unit that stands in two rows is told with the row that had the name first."""
    (home / "units.csv").write_text(UNITS + "person,persons,1,true,người,person\n", "utf-8")
    assert problems(home) == [
        "data/units.csv, row 11, column unit: 'person' stands in row 6 already; give this one another name"
    ]


def test_scale_is_above_zero(home: Path) -> None:
    """A unit of scale 0 or below would make every number nothing, and is told."""
    (home / "units.csv").write_text(UNITS + "mite,money,0,false,x,mite\nloss,money,-1,false,x,loss\n", "utf-8")
    assert [problem.split(": ")[0] for problem in problems(home)] == [
        "data/units.csv, row 11, column scale",
        "data/units.csv, row 12, column scale",
    ]


def test_parts_and_totals_must_fit(home: Path) -> None:
    """Parts that are unknown, count other things, contain themselves, stand twice or contradict are all told."""
    assert catalogue_problems(
        home,
        "parts",
        [
            "people,by-kind,peopel,true",
            "people,by-kind,money,true",
            "people,by-kind,people,true",
            "people,by-kind,residents,true",
            "people,by-kind,residents,true",
            "people,by-age,residents,true",
            "people,by-age,money,false",
        ],
    ) == [
        "row 2, column part: 'peopel' is not an indicator of the catalogue; did you mean 'people'?",
        "row 3, column part: 'money' and 'people' count different things (their dimensions differ)",
        "row 4, column part: 'people' would be a part of itself",
        "row 6, column part: 'residents' stands in this breakdown already",
        "row 8, column part: 'money' and 'people' count different things (their dimensions differ)",
        "row 8, column complete: all parts of one breakdown must say the same",
    ]


def test_total_cannot_be_a_part_of_its_parts(home: Path) -> None:
    """People made of residents, who are made of people, are told as a circle, which no sum could leave."""
    told = catalogue_problems(home, "parts", ["people,by-kind,residents,true", "residents,by-kind,people,true"])
    assert "row 3, column part: 'people' would be a part of itself" in told


def test_crosscheck_must_be_readable(home: Path) -> None:
    """Sides, relation, windows and severity of a cross-check are told with what may stand there."""
    told = catalogue_problems(
        home,
        "crosschecks",
        ["x,people,<,money:actual % land:actual,some,bad,a,b", "y,people:actul,=,money:actual +,same,note,a,b"],
    )
    assert [problem.split(": ")[0] for problem in told] == [
        "row 2, column left",
        "row 2, column relation",
        "row 2, column right",
        "row 2, column windows",
        "row 2, column severity",
        "row 3, column left",
        "row 3, column right",
    ]
    assert told[0] == "row 2, column left: 'people' is not indicator:measure"


def test_crosscheck_names_indicators_that_there_are(home: Path) -> None:
    """An unknown indicator of a cross-check is told, and so is a derived figure of more than one term."""
    assert catalogue_problems(
        home,
        "crosschecks",
        [
            "x,peopel:actual,=,money:actual,same,note,a,b",
            "y,people:actual + money:actual,derive,money:actual,same,note,a,b",
        ],
    ) == [
        "row 2, column left: 'peopel' is not an indicator of the catalogue; did you mean 'people'?",
        "row 3, column left: a derived figure is one indicator:measure",
    ]


def test_catalogue_file_that_is_missing_is_told(home: Path) -> None:
    """A data folder without units.csv is told so, with the system's reason."""
    (home / "units.csv").unlink()
    assert problems(home) == ["data/units.csv: the file cannot be read: No such file or directory"]


def test_topics_stand_in_the_order_of_their_pages(home: Path) -> None:
    """Topics are ordered by their number, whatever the order of the rows; the overview is the first."""
    header, *lines = TOPICS.splitlines()
    (home / "topics.csv").write_text("\n".join([header, *reversed(lines), ""]), "utf-8")
    report = loaded(home, rows(GOOD))
    assert [topic.topic for topic in report.topics] == ["overview", "made-up-topic", "empty-topic"]
    assert [topic.page for topic in report.topics] == ["index.html", "made-up-topic.html", "empty-topic.html"]


def test_place_written_in_two_ways_is_one_place(home: Path) -> None:
    """Paragraph 1 and paragraph 01 are one place: the second row is refused, not found as the same number said twice."""
    told = problems(home, rows(row(), row(source="II.1 p01 #1")))
    assert [problem.split(": ")[0] for problem in told] == [f"{FILE}, row 3, column source"]


def test_month_of_a_document_must_be_a_month(home: Path) -> None:
    """A document of month 2025-7 would be found for no month, and its edition would say it rests on nothing known."""
    (home / WARD / "documents.csv").write_text("month,title,number,date,state,sha256\n2025-7,Báo cáo,,,,\n", "utf-8")
    assert [problem.split(": ")[0] for problem in problems(home)] == [f"data/{WARD}/documents.csv, row 2, column month"]
