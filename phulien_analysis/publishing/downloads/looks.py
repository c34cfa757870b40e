"""How the workbook looks: formats that cells share, heights of rows, and the page it is printed on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

A4 = 9
LINE = 15  # points
MOST_DECIMALS = 12
DIFFERS = {"font_color": "#A1260D"}


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **wanted: object) -> Format:
        """The format that has these properties."""
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"valign": "top", **wanted})
        return self._made[key]


def row_height(texts: Mapping[str, float]) -> float:
    """Points for the text that takes the most lines in its column: not every program works this out itself."""
    lines = (math.ceil(len(text) / width) for text, width in texts.items())
    return LINE * max(1, *lines, 1)


def number_pattern(decimals: int) -> str:
    """Excel's own notation, in which the reader's Excel puts the marks of its language."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def decimals_of(number: Decimal) -> int:
    """Decimals that a number has."""
    exponent = number.as_tuple().exponent
    return min(max(-exponent, 0), MOST_DECIMALS) if isinstance(exponent, int) else 0


def set_print(sheet: Worksheet, title: str, *, landscape: bool = False) -> None:
    """A4, as wide as the page, page numbers at its foot; a table's head stands on every page."""
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
        sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.7)
    sheet.set_footer("&L" + title.replace("&", "&&") + "&R&P/&N")
