"""Tables with ruled lines on a page; pages without such lines cost nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pdfplumber.page import Page
from pdfplumber.table import Table

from phulien_analysis.documents.pdf_lines import PrintedRow, rows_of
from phulien_analysis.documents.sheet import joined_cells

_CUT_NUMBER = re.compile(r"-?\d[\d.,]{1,30}\n[\d.,]{1,6}")
_SLACK = 1.8  # of the size: what the edges of a cell and the next digit would take
_FEWEST_EDGES = 3
_MOST_EDGES = 20_000  # a drawing, no table

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class RuledTable:
    """A table: the box that it takes, and its rows from top to bottom."""

    box: Box
    rows: tuple[PrintedRow, ...]


def ruled_tables(page: Page) -> list[RuledTable]:
    """The tables of a page that have lines both ways and at least two columns."""
    if len(page.lines) + len(page.rects) + len(page.curves) < _FEWEST_EDGES:
        return []
    edges = page.edges
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if not _FEWEST_EDGES <= len(edges) <= _MOST_EDGES or upright < _FEWEST_EDGES or len(edges) - upright < 2:
        return []
    return [made for table in page.find_tables() if (made := _table(page, table)) is not None]


def _table(page: Page, table: Table) -> RuledTable | None:
    edges = _columns(table.cells)
    if len(edges) < 3:
        return None
    rows = []
    for row in table.rows:
        boxes = [cell for cell in row.cells if cell is not None]
        made = _row(page, boxes, edges)
        if made is not None:
            rows.append(made)
    return RuledTable(table.bbox, tuple(rows))


def _columns(cells: list[Box]) -> list[float]:
    """The edges of the table's columns: where cells begin or end, nearly equal ones taken together."""
    edges: list[float] = []
    for x in sorted(x for cell in cells for x in (cell[0], cell[2])):
        if not edges or x - edges[-1] > 3:
            edges.append(x)
    return edges


def _row(page: Page, boxes: list[Box], edges: list[float]) -> PrintedRow | None:
    texts, columns, found = [], [], []
    for box in boxes:
        inside = [c for c in page.chars if _inside(c, box)]
        rows = rows_of(inside)
        text = _joined(rows, box)
        if text:
            texts.append(text)
            first = _nearest(edges, box[0])
            columns.append((first, max(first, _nearest(edges, box[2]) - 1)))
            found += rows
    if not texts:
        return None
    bottom = max(box[3] for box in boxes)
    return PrintedRow(
        joined_cells(texts),
        boxes[0][0],
        boxes[-1][2],
        min(box[1] for box in boxes),
        bottom,
        found[0].size,
        tuple(texts),
        tuple(columns),
    )


def _joined(rows: list[PrintedRow], box: Box) -> str:
    """The lines of a cell as one text; a number that the cell is too narrow for goes on without a space."""
    texts = [row.text.replace(" | ", " ").replace("|", "/") for row in rows]
    narrow = all(box[2] - box[0] - (row.right - row.left) < _SLACK * row.size for row in rows[:-1])
    return ("" if narrow and _CUT_NUMBER.fullmatch("\n".join(texts)) else " ").join(texts)


def _inside(char: dict[str, float], box: Box) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _nearest(edges: list[float], x: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - x))
