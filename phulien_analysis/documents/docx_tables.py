"""The cells of a table of a DOCX file, merged ones once, each with the columns that it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phulien_analysis.documents.docx_package import Element, attribute, child, number
from phulien_analysis.documents.docx_walk import cells, rows

_MOST_COLUMNS = 1_000


@dataclass(frozen=True)
class TableCell:
    """A cell and the columns that it covers, from 0."""

    element: Element
    first_column: int
    last_column: int


def read_rows(table: Element) -> list[list[TableCell]]:
    """The rows of a table; a cell that continues the one above or to the left is left out."""
    return [_row(row) for row in rows(table)]


def single_column(read: Sequence[Sequence[TableCell]]) -> bool:
    """Whether no row has a second cell: such a table is a frame around text."""
    return all(len(row) <= 1 for row in read)


def _row(row: Element) -> list[TableCell]:
    column = _bounded(child(row, "trPr", "gridBefore"), 0)
    found: list[TableCell] = []
    for cell in cells(row):
        properties = child(cell, "tcPr")
        last = column + _bounded(child(properties, "gridSpan"), 1) - 1
        if _continues(child(properties, "hMerge")) and found:
            found[-1] = TableCell(found[-1].element, found[-1].first_column, last)
        elif not _continues(child(properties, "vMerge")):
            found.append(TableCell(cell, column, last))
        column = last + 1
    return found


def _continues(merge: Element | None) -> bool:
    return merge is not None and attribute(merge, default="continue") == "continue"


def _bounded(element: Element | None, least: int) -> int:
    return min(max(number(attribute(element), least), least), _MOST_COLUMNS)
