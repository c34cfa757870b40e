"""The figures of a Vietnamese ward's monthly report, every calculation of it redone.

>>> report = load_report("2025-07")  # doctest: +SKIP
>>> report.figures                   # doctest: +SKIP
>>> report.findings()                # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from phulien_analysis.errors import DataError, NotFoundError, NumberError, PhulienError
from phulien_analysis.interval import Interval
from phulien_analysis.printed import PrintedNumber, format_number, parse_printed, printed_interval

if TYPE_CHECKING:
    from phulien_analysis.report import Report, load_report

__all__ = [
    "DataError",
    "Interval",
    "NotFoundError",
    "NumberError",
    "PhulienError",
    "PrintedNumber",
    "Report",
    "format_number",
    "load_report",
    "parse_printed",
    "printed_interval",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """``load_report`` and ``Report`` are imported when first asked for, so that the command starts quickly."""
    if name in {"Report", "load_report"}:
        from phulien_analysis import report

        return getattr(report, name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
