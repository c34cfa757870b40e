"""A CSV file read strictly: its header, its encoding, its rows, and what is told where they are not as they must be."""

import unicodedata
from pathlib import Path

import pytest

from tests.made_up import COLUMNS, MONTH, WARD
from tests.made_up_file import FILE, GOOD, HEADER, loaded, problems, row, rows

NOT_UTF_8 = "the file is not UTF-8; save it again as “CSV UTF-8”"


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
    """A file of Vietnamese Windows, Latin or UTF-16 text is told to be saved as UTF-8, with the row where it shows."""
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
