"""Writes made-up tables as a web page, as a Word document with merged cells, and through LibreOffice as a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement

from tests.made_up_reports.tables import MadeUpTable, TableCell
from tests.office import convert

Position = tuple[int, int, TableCell]


def write_html(tables: Sequence[MadeUpTable], path: Path) -> Path:
    """Write tables as a web page."""
    parts = [part for table in tables for part in _html(table)]
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>", encoding="utf-8")
    return path


def write_docx(tables: Sequence[MadeUpTable], path: Path) -> Path:
    """Write tables as a Word document, on pages lying on their long side."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for table in tables:
        for text in table.above:
            document.add_paragraph(text)
        _add(document, table)
        document.add_paragraph("")
    document.save(str(path))
    return path


def write_pdf(tables: Sequence[MadeUpTable], path: Path) -> Path:
    """Write tables as a PDF, by LibreOffice; `OSError` if that is not installed."""
    with TemporaryDirectory() as folder:
        source = write_docx(tables, Path(folder) / "tables.docx")
        convert(source, "pdf", source.parent)
        path.write_bytes(source.with_suffix(".pdf").read_bytes())
    return path


def placed(table: MadeUpTable) -> Iterator[Position]:
    """Each cell with its row and first column, past those that cells above still cover."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {(row + r, column + c) for r in range(cell.high) for c in range(cell.wide)}


def _html(table: MadeUpTable) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in table.above)
    yield "<table border='1'>"
    for cells in table.rows:
        yield "<tr>" + "".join(_td(cell) for cell in cells) + "</tr>"
    yield "</table>"


def _td(cell: TableCell) -> str:
    spans = (f" colspan='{cell.wide}'" if cell.wide > 1 else "") + (f" rowspan='{cell.high}'" if cell.high > 1 else "")
    return f"<td{spans}>{escape(cell.text)}</td>"


def _add(document: Document, table: MadeUpTable) -> None:
    positions = list(placed(table))
    width = max(column + cell.wide for _, column, cell in positions)
    made = document.add_table(len(table.rows), width, style="Table Grid")
    for row, column, cell in positions:
        target = made.cell(row, column)
        if cell.wide > 1 or cell.high > 1:
            target = target.merge(made.cell(row + cell.high - 1, column + cell.wide - 1))
        target.text = cell.text
    for row in range(len(table.head)):  # headings are repeated on every page, as offices set them
        made.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
