"""figures.xlsx: numbers as numbers, live formulas that give our numbers in LibreOffice, and text that stays text."""

import re
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from phulien_analysis import Report
from phulien_analysis.publishing.downloads.arithmetic import of_derived, of_finding
from phulien_analysis.publishing.downloads.sheets import Book
from phulien_analysis.publishing.downloads.workbook import HEADINGS, Basis, write_workbook
from tests.made_up import report_of
from tests.papers import facts
from tests.spreadsheets import converted, formulas, recalculated

BASIS = Basis("Figures of Made-up Ward", (("Document", "no. 1"),))
COLUMN = {heading: number for number, (heading, _) in enumerate(HEADINGS)}
NUMBERS = {"Recomputed": "computed", "Recomputed, from": "low", "Recomputed, to": "high"}


def written(report: Report, folder: Path) -> Path:
    """The workbook of a report."""
    path = folder / "figures.xlsx"
    write_workbook(report, BASIS, path)
    return path


def made_up() -> Report:
    """One of each: a sum in two units, a percentage, a remainder, its percentage, a growth, a change, a misfit."""
    return report_of(
        "total actual 2025-07 1,25 billion-dong",
        "part-a actual 2025-07 1.000 million-dong",
        "part-b actual 2025-07 250 million-dong",
        "done actual 2025-07 300 million-dong",
        "done plan 2025-07 800 million-dong",
        "done percent_of_plan 2025-07 37,5 percent",
        "done remaining 2025-07 510 million-dong",
        "left actual 2025-07 200 million-dong",
        "left plan 2025-07 800 million-dong",
        "left remaining_percent 2025-07 75 percent",
        "grown actual 2025-07 150 person",
        "grown base 2025-06 120 person",
        "grown change 2025-07 30 person",
        "grown growth 2025-07 25 percent",
        "owed actual 2025-07 300 million-dong",
        "owed plan 2025-07 800 million-dong",
        "owed remaining 2025-07 490 million-dong",
        parts=["total by-kind: part-a part-b"],
    )


def test_every_computed_number_of_july_has_its_formula(july: Report) -> None:
    """Whatever a finding computed, and every derived figure, can be written as a formula over printed figures."""
    computed = [f for f in july.finding_list if f.computed is not None]
    assert len(computed) > 100
    assert [f.id for f in computed if of_finding(f, july.catalogue) is None] == []
    assert [d.check for d in july.derived_list if of_derived(d) is None] == []


@pytest.mark.parametrize("name", ["july", "made up"])
def test_libreoffice_works_out_our_numbers(name: str, july: Report, tmp_path: Path) -> None:
    """All formulas are worked out anew by LibreOffice: numbers, ends and verdicts are those of the findings."""
    report = july if name == "july" else made_up()
    sheets = recalculated(written(report, tmp_path), tmp_path)
    compared = 0
    for sheet in Book(report).sheets:
        for row in sheet.rows:
            cells = sheets[sheet.name][row.row - 1]
            assert not any(re.match(r"#|Err:", cell) for cell in cells), cells
            if row.finding is not None:
                compared += _compare(cells, row.finding, live=bool(Book(report).verdict(sheet.name, row, "en")))
            if row.derived is not None:
                assert float(cells[COLUMN["Recomputed"]]) == pytest.approx(float(row.derived.value), rel=1e-12)
    assert compared >= (100 if name == "july" else 6)


def _compare(cells: list[str], finding: object, *, live: bool) -> int:
    """Hold a row against its finding; returns whether its verdict was worked out."""
    for heading, field in NUMBERS.items():
        wanted: Decimal | None = getattr(finding, field)
        text = cells[COLUMN[heading]]
        assert (float(text) if text else None) == (
            wanted if wanted is None else pytest.approx(float(wanted), rel=1e-11)
        )
    verdict = cells[COLUMN["Result"]]
    if live:
        words = {"agrees": {"Agrees", "Agrees within rounding"}, "differs": {"Does not agree"}}
        assert verdict in words[getattr(finding, "verdict", "")]
    else:
        assert verdict == "Not enough to tell" or getattr(finding, "computed", None) is None
    return live


def test_a_formula_names_the_cells_of_its_sheet() -> None:
    """A total in billions is the sum of parts in millions, each brought to billions: (1.000 + 250) / 1000."""
    book = Book(made_up())
    (sheet,) = (s for s in book.sheets if s.rows)
    assert book.computed(sheet.name, sheet.rows[0], "value") == "=SUM(E3/1000,E4/1000)"
    rows = [row for row in sheet.rows if row.figure and row.figure.indicator.indicator != "owed"]
    said = {row.finding.id.partition("@")[0]: book.computed(sheet.name, row, "value") for row in rows if row.finding}
    assert said == {
        "sum.by-kind": "=SUM(E3/1000,E4/1000)",
        "percent": "=E5/E6*100",
        "remaining": "=E6-E5",
        "remaining-percent": "=100-E9/E10*100",
        "difference": "=E12-E13",
        "growth": "=E12/E13*100-100",
    }


def test_ends_of_an_interval_are_formulas_too() -> None:
    """At the least 299.5 of 800.5, at the most 300.5 of 799.5: the ends of the operands, turned for the divisor."""
    book = Book(made_up())
    (sheet,) = (s for s in book.sheets if s.rows)
    row = next(row for row in sheet.rows if row.finding and row.finding.id.startswith("percent@"))
    assert book.computed(sheet.name, row, "low") == "=G5/H6*100"
    assert book.computed(sheet.name, row, "high") == "=H5/G6*100"


def test_what_is_to_be_reviewed_is_said_beside_it(tmp_path: Path) -> None:
    """800 less 300 is 500, not 510 nor 490: the live results say so, and the findings' sentences stand beside."""
    sheets = recalculated(written(made_up(), tmp_path), tmp_path)
    rows = [row for row in sheets["Made-up topic"] if row[COLUMN["Result"]] == "Does not agree"]
    assert [(row[COLUMN["As printed"]], row[COLUMN["Recomputed"]]) for row in rows] == [("510", "500"), ("490", "500")]
    assert all(row[COLUMN["As printed"]] in row[COLUMN["What to look at"]] for row in rows)


@pytest.mark.parametrize("label", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "=HYPERLINK(1)", "{=1}"])
def test_a_hostile_label_is_text(label: str, tmp_path: Path) -> None:
    """A number printed as a formula, or a place that looks like one, is written as text and does nothing."""
    report = report_of(f'total actual 2025-07 "{label}" million-dong', "other actual 2025-07 5 million-dong")
    book = written(report, tmp_path)
    assert formulas(book) == []
    with ZipFile(book) as parts:
        texts = parts.read("xl/sharedStrings.xml").decode()
        assert not [name for name in parts.namelist() if "vba" in name or "external" in name]
    assert label.strip().replace("&", "&amp;").replace("<", "&lt;") in texts


def test_the_same_report_gives_the_same_bytes(july: Report, tmp_path: Path) -> None:
    """Nothing in a workbook depends on the clock: its date is the last day of the month."""
    (tmp_path / "again").mkdir()
    first, second = written(july, tmp_path), written(july, tmp_path / "again")
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as parts:
        assert "2025-07-31T00:00:00Z" in parts.read("docProps/core.xml").decode()


def test_heads_stay_and_are_printed_on_every_page(july: Report, tmp_path: Path) -> None:
    """Every sheet with figures: head frozen, filtered and repeated on paper, A4 as wide as its columns."""
    with ZipFile(written(july, tmp_path)) as parts:
        sheet = parts.read("xl/worksheets/sheet2.xml").decode()
        names = parts.read("xl/workbook.xml").decode()
    assert 'topLeftCell="C2"' in sheet
    assert '<pageSetUpPr fitToPage="1"/>' in sheet
    assert re.search('<pageSetup paperSize="9"[^>]* fitToHeight="0" orientation="landscape"/>', sheet)
    assert "_xlnm.Print_Titles" in names
    assert "<autoFilter" in sheet


def test_names_of_sheets_are_what_excel_allows(july: Report) -> None:
    """At most 31 letters, whole words, none of the signs that Excel refuses, no two alike, in both languages."""
    for lang in ("vi", "en"):
        names = [sheet.name for sheet in Book(july.in_language(lang)).sheets]
        assert len({name.casefold() for name in names}) == len(names) == 13
        assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_the_workbook_can_be_printed(july: Report, tmp_path: Path) -> None:
    """LibreOffice prints it on A4: the sheet to read first, and at least a page for each of 13 topics."""
    printed = facts(converted(written(july, tmp_path), tmp_path, "pdf") / "figures.pdf")
    assert int(printed["Pages"]) >= 14
    assert "A4" in printed["Page size"]
