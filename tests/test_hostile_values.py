"""Values from outside that are not what they seem: digits, characters, scales, and parameters that are code."""

import json
import time
from pathlib import Path

import nbformat
import pytest
from papermill.parameterize import parameterize_notebook

from phulien_analysis import PhulienError, load_report
from phulien_analysis.characters import has_long_run_of_marks, without_steering
from phulien_analysis.cli import main
from phulien_analysis.kernels import Task
from phulien_analysis.notebooks import check_notebooks
from phulien_analysis.publishing.manifest import take_snapshot
from tests.made_up import MONTH, WARD, write_month
from tests.made_up_file import FILE, GOOD, only_problem, problems, row, rows, told, write

# ---- characters that are not what they seem


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("１2", "U+FF11 FULLWIDTH DIGIT ONE"),
        ("٣", "U+0663 ARABIC-INDIC DIGIT THREE"),
        ("५", "U+096B DEVANAGARI DIGIT FIVE"),
        ("𝟓", "U+1D7D3 MATHEMATICAL BOLD DIGIT FIVE"),
        ("5\u00a0000", "U+00A0 NO-BREAK SPACE"),
        ("5\u2009000", "U+2009 THIN SPACE"),
        ("1о5", "U+043E CYRILLIC SMALL LETTER O"),
        ("5\u0301", "U+0301 COMBINING ACUTE ACCENT"),
        ("5²", "U+00B2 SUPERSCRIPT TWO"),
    ],
)
def test_a_digit_that_is_none_is_named(printed: str, named: str, home: Path) -> None:
    """What looks like a digit, a space or a letter of the number is refused with its name; no value is guessed."""
    assert only_problem(home, printed=printed) == (
        f"column printed: there is {named} in the number; type it with the keyboard's digits 0-9, “.”, “,” and “-”"
    )


def test_what_a_report_prints_by_mistake_still_loads(home: Path) -> None:
    """A letter or a space between the digits is the report's own mistake: it loads, and a finding says it."""
    write(home, rows(row(printed="1o5"), row(printed="5 000", source="II.1 p1 #2")))
    assert [finding.kind for finding in load_report(MONTH, WARD, home).finding_list[:2]] == ["format", "format"]


@pytest.mark.parametrize(
    ("character", "named"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x00", "U+0000 NULL"),
        ("\x9b", "U+009B CONTROL CHARACTER"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\uffff", "U+FFFF CONTROL CHARACTER"),
    ],
)
def test_what_cannot_be_seen_is_refused_in_any_column(character: str, named: str, home: Path) -> None:
    """A label that turns what stands after it around, or hides letters, is refused with the character's name."""
    write(home, rows(GOOD))
    labels = (home / "indicators.csv").read_text("utf-8").replace("Made-up people", f"Made{character}-up")
    (home / "indicators.csv").write_text(labels, "utf-8")
    english, vietnamese = told(home)
    assert english == (
        f"data/indicators.csv, row 2, column label_en: there is {named} in it, which cannot be seen; take it out"
    )
    assert vietnamese.endswith(f"có ký tự {named} không nhìn thấy được; đề nghị bỏ ký tự này")


def test_marks_without_end_are_refused(home: Path) -> None:
    """A letter with a million marks would take minutes to compose: it is refused before."""
    started = time.monotonic()
    assert problems(home, rows(row(status="a" + "\u0301\u0323" * 500_000))) == [
        f"{FILE}: a letter bears more marks than any letter has; take them out"
    ]
    assert time.monotonic() - started < 5


def test_a_message_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file's name may hold an escape sequence; what is told of it does not."""
    assert main(["check", str(tmp_path / "a\x1b]0;title\x07\u202eb.docx")]) == 2
    said = capsys.readouterr().err
    assert "a]0;titleb.docx" in said
    assert not {"\x1b", "\x07", "\u202e"} & set(said)
    assert without_steering("a\tb\nc") == "a\tb\nc"


# ---- numbers beyond number, and parameters that are code


@pytest.mark.parametrize("scale", ["1e999999", "1e-999999", "NaN", "Infinity", "-1", "9" * 5_000])
def test_a_scale_beyond_any_unit_is_refused(scale: str, home: Path) -> None:
    """A unit of 10^999999 would make numbers that no page can hold."""
    units = (home / "units.csv").read_text("utf-8").replace("million-dong,money,1000000", f"million-dong,money,{scale}")
    (home / "units.csv").write_text(units, "utf-8")
    assert told(home)[0].startswith("data/units.csv, row 3, column scale: ")


def test_a_snapshot_holds_what_is_known_and_is_bounded(home: Path, tmp_path: Path) -> None:
    """Only the files that are read are copied for a run: a 2 GB file that lies beside them is not."""
    with (home / "evil.csv").open("wb") as file:
        file.truncate(2 * 2**30)
    write_month(home, ["people actual - 1 person"])
    take_snapshot(home, [], WARD, MONTH, tmp_path / "to")
    assert not (tmp_path / "to" / "data" / "evil.csv").exists()
    assert (tmp_path / "to" / FILE).is_file()


CODE = ['"; import os; os.system("touch x")', '\\"; import os #', '\'"""\n1/0', "{month}", "__import__('os')"]


@pytest.mark.parametrize("code", CODE)
def test_a_parameter_that_is_code_stays_text(code: str) -> None:
    """A month that closes its own quotation mark is handed to a notebook as the text that it is, and is no month."""
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": 'month = ""', "outputs": []}
    notebook = nbformat.from_dict({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
    notebook.metadata.papermill = {}
    notebook.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": ""}
    made = parameterize_notebook(notebook, {"month": code})
    names: dict[str, str] = {}
    exec(made.cells[1].source, names)  # noqa: S102  what papermill wrote is what is looked at
    assert names["month"] == code
    with pytest.raises(PhulienError, match="is not a month"):
        load_report(names["month"])


@pytest.mark.parametrize("value", ["x" * 1_001, "a\x00b", "\u202ex"])
def test_a_parameter_that_is_no_short_text_starts_nothing(value: str, tmp_path: Path) -> None:
    """A parameter beyond any month, ward or folder is refused before an interpreter is started."""
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": ["month = ''"]}
    notebook = {"cells": [cell | {"outputs": []}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook), "utf-8")
    with pytest.raises(PhulienError, match="a short text without control characters was expected"):
        check_notebooks([Task(tmp_path / "a.ipynb", tmp_path / "b.ipynb", {"month": value})])


def test_only_runs_of_marks_take_long_to_compose() -> None:
    """30 marks on a letter are borne, 31 are not; a long word of letters with their marks is any word."""
    assert has_long_run_of_marks("e" + 31 * "\u0301")
    assert not has_long_run_of_marks("e" + 30 * "\u0301")
    assert not has_long_run_of_marks(40 * "ộ")
