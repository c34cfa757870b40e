"""The reader measured on made-up reports of every kind: as text, as text taken from a PDF, as DOCX and PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from phulien_analysis.documents.document import Document
from phulien_analysis.documents.opening import read_document, read_text
from tests.made_up_reports import MadeUpReport, make_report, write_docx, write_pdf
from tests.measuring import Score, measure_report
from tests.programs import needs


def measured(seeds: Iterable[int], read: Callable[[MadeUpReport], Document], errors: int = 0) -> Score:
    """Reports of these seeds, each read in one way, with so many wrong digits in each."""
    score = Score()
    for seed in seeds:
        report = make_report(seed, errors=errors)
        measure_report(report, read(report), score)
    return score


def as_text(report: MadeUpReport) -> Document:
    """One paragraph a line."""
    return read_text(report.text())


def wrong(score: Score) -> list[str]:
    """The wrong alarms; a remark that digits were cut is none, for the reports cut some on purpose."""
    return [alarm for alarm in score.alarms if "only if the decimals are cut off" not in alarm]


def test_clean_reports_of_every_kind() -> None:
    """Of what twenty reports state, 98 % is found, of their figures 99.5 %, and nothing is wrongly alarmed."""
    score = measured(range(20), as_text)
    assert score.calculations > 2_200
    assert score.found >= 0.98 * score.calculations, score.misses
    assert score.figures > 6_100
    assert score.figures_found >= 0.995 * score.figures
    assert wrong(score) == []


def test_wrong_digits_are_found() -> None:
    """Of three wrong digits in each of forty reports nine in ten are found, and in three of four the cell is first."""
    score = measured(range(40), as_text, errors=3)
    assert score.errors == 120
    assert score.errors_found >= 108
    assert score.cell_first >= 0.75 * score.errors_found
    assert score.found >= 0.98 * score.calculations, score.misses
    assert wrong(score) == []


def test_text_taken_from_a_pdf() -> None:
    """Lines broken at the width of a page, with notes between, cost nothing but one wrong alarm at most."""
    score = measured(range(10), lambda report: read_text(report.pdf_like_text()))
    assert score.calculations > 1_000
    assert score.found >= 0.98 * score.calculations, score.misses
    assert score.figures_found >= 0.995 * score.figures
    assert len(wrong(score)) <= 1, wrong(score)


def test_wrong_digits_in_a_word_document(tmp_path: Path) -> None:
    """Of the twelve wrong digits in four reports written as DOCX ten are found, with no wrong alarm."""
    score = measured(range(4), lambda report: read_document(write_docx(report, tmp_path / "a.docx")), errors=3)
    assert score.errors == 12
    assert score.errors_found >= 10
    assert score.cell_first >= 7
    assert score.found >= 0.98 * score.calculations > 450, score.misses
    assert wrong(score) == []


def test_wrong_digits_in_a_pdf(tmp_path: Path) -> None:
    """Two reports with wrong digits, as PDF by LibreOffice with notes as large as the text, are read as well."""
    needs("soffice")
    score = measured(range(2), lambda report: read_document(write_pdf(report, tmp_path / "a.pdf")), errors=3)
    assert score.errors >= 5
    assert score.errors_found >= score.errors - 1
    assert score.found >= 0.98 * score.calculations > 220, score.misses
    assert wrong(score) == []
