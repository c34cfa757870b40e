"""Made-up reports of Vietnamese local governments, with the truth beside them, to measure a reader of reports.

The wording, the wards and every number are made up; only the shapes of sentences are those of the genre.

    report = make_report(7, errors=2)
    report.text()              # or pdf_like_text(), write_docx(report, path), write_pdf(report, path)
    report.calculations        # what the report truly states, and whether it holds
    report.errors              # the wrong digits put in on purpose, and what each breaks

`passages.PASSAGES` is the short exam: passages, each with the calculations that it states.
"""

from __future__ import annotations

from tests.made_up_reports.files import write_docx, write_pdf
from tests.made_up_reports.model import Block, Cell, Note, SeededError, TrueCalculation
from tests.made_up_reports.reports import STYLES, MadeUpReport, make_report

__all__ = [
    "STYLES",
    "Block",
    "Cell",
    "MadeUpReport",
    "Note",
    "SeededError",
    "TrueCalculation",
    "make_report",
    "write_docx",
    "write_pdf",
]
