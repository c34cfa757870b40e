"""The figures of a Vietnamese ward's monthly report, every calculation of it redone.

>>> report = load_report("2025-07")  # doctest: +SKIP
>>> report.figures                   # doctest: +SKIP
>>> report.findings()                # doctest: +SKIP
>>> check_document("report.docx").findings_frame()  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from phulien_analysis.errors import DataError, NotFoundError, NumberError, PhulienError
from phulien_analysis.interval import Interval
from phulien_analysis.printed import PrintedNumber, format_number, parse_printed, printed_interval

if TYPE_CHECKING:
    from phulien_analysis.documents import DocumentError, read_document, read_text
    from phulien_analysis.drafting import read_month, write_draft
    from phulien_analysis.report import Report, load_report
    from phulien_analysis.stated.checking import CheckedDocument, check_document

__all__ = [
    "CheckedDocument",
    "DataError",
    "DocumentError",
    "Interval",
    "NotFoundError",
    "NumberError",
    "PhulienError",
    "PrintedNumber",
    "Report",
    "check_document",
    "format_number",
    "load_report",
    "parse_printed",
    "printed_interval",
    "read_document",
    "read_month",
    "read_text",
    "write_draft",
]
__version__ = "0.1.0"


_WHERE = {
    "CheckedDocument": "stated.checking",
    "DocumentError": "documents",
    "Report": "report",
    "check_document": "stated.checking",
    "load_report": "report",
    "read_document": "documents",
    "read_month": "drafting",
    "read_text": "documents",
    "write_draft": "drafting",
}


def __getattr__(name: str) -> object:
    """What takes long to import is imported when first asked for, so that the command starts quickly."""
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(f"phulien_analysis.{_WHERE[name]}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
