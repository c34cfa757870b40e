"""A PDF as lines: letters put together by where they stand, notes found by their size at the foot of a page."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from phulien_analysis.documents.formats import COPY_AGAIN, SCAN, said
from phulien_analysis.documents.layout import Line
from phulien_analysis.documents.notes import content_of
from phulien_analysis.documents.pdf_lines import PrintedRow, rows_of
from phulien_analysis.documents.pdf_tables import ruled_tables
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.documents.raw import RawContent
from phulien_analysis.documents.sheet import NoteBlock, Sheet, head_label, page_number, without_running_lines
from phulien_analysis.messages import Message, Sayable

_MOST_PAGES = 500
_FEWEST_LETTERS = 20
_DAMAGE = (
    PDFException,
    PSException,
    PdfminerException,
    MalformedPDFException,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    OSError,
    RuntimeError,
    struct.error,
    zlib.error,
    EOFError,
)


@dataclass(frozen=True)
class _Printed:
    """One page's rows from top to bottom, and whether it holds pictures."""

    number: int
    rows: tuple[PrintedRow, ...]
    pictures: bool
    rule: float | None


def read_pdf(data: bytes, name: str) -> RawContent:
    """The paragraphs of a PDF.

    Raises:
        DocumentError: It is protected, damaged, a scan, or too long.
    """
    pages = _pages(data, name)
    letters = sum(len(row.text) for page in pages for row in page.rows)
    if letters < _FEWEST_LETTERS:
        raise DocumentError(_no_text(name, pages))
    if sum(row.text.count("(cid:") for page in pages for row in page.rows) * 20 > letters:
        raise DocumentError(
            Message(
                "{name} does not say which letters it shows (its fonts have no table of characters). "
                "Ask for the Word file, or run text recognition (OCR) on it.",
                {"name": name},
            )
        )
    blank = [str(page.number) for page in pages if page.pictures and not page.rows]
    remark = Message(
        "{name}: page {pages} holds a picture and no text; what it shows is not read.",
        {"name": name, "pages": ", ".join(blank)},
    )
    content = content_of(_sheet(pages))
    return RawContent(content.paragraphs, remarks=(*([remark] if blank else []), *content.remarks))


def _no_text(name: str, pages: Sequence[_Printed]) -> Sayable:
    values: dict[str, Sayable] = {"name": name, "count": len(pages)}
    if any(page.pictures for page in pages):
        text = Message("{name} is a scan: it has {count} page(s) and no text, only pictures of it.", values)
        return said(text, SCAN)
    return Message(
        "{name} has {count} page(s) and no text. Ask the office that drew up the report for its Word file.", values
    )


def _pages(data: bytes, name: str) -> list[_Printed]:
    try:
        first = [*range(1, _MOST_PAGES + 2)]  # no more are looked at than tell that there are too many
        with _quiet(), pdfplumber.open(io.BytesIO(data), pages=first) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise DocumentError(
                    Message(
                        "{name} has more than {limit} pages, which no report has. Save the report without its annexes.",
                        {"name": name, "limit": _MOST_PAGES},
                    )
                )
            return [_printed(page) for page in pdf.pages]
    except _DAMAGE as error:
        if _is_locked(error):
            raise DocumentError(
                Message(
                    "{name} is protected with a password. Ask for a copy without one, or for the Word file.",
                    {"name": name},
                )
            ) from error
        raise DocumentError(
            said(Message("{name} is damaged and cannot be read as a PDF.", {"name": name}), COPY_AGAIN)
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the PDF library from logging: what it says of damage quotes the file, and may be anyone's text."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _is_locked(error: BaseException) -> bool:
    inner = [error, *error.args, error.__cause__, error.__context__]
    return any(isinstance(one, PDFPasswordIncorrect | PDFEncryptionError) for one in inner)


def _printed(page: Page) -> _Printed:
    tables = ruled_tables(page)
    inside = [table.box for table in tables]
    chars = [c for c in page.chars if not any(_within(c, box) for box in inside)]
    rows = [*rows_of(chars), *(row for table in tables for row in table.rows)]
    rows.sort(key=lambda row: (row.bottom, row.left))
    printed = _Printed(page.page_number, tuple(rows), bool(page.images), _rule(page))
    page.close()
    return printed


def _within(char: dict[str, float], box: tuple[float, float, float, float]) -> bool:
    middle_x, middle_y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return box[0] <= middle_x <= box[2] and box[1] <= middle_y <= box[3]


def _rule(page: Page) -> float | None:
    """Where the short line above the notes stands: the lowest one that begins at the left and is short."""
    flat = [
        edge
        for edge in (*page.lines, *page.rects)
        if edge["bottom"] - edge["top"] < 3 and 40 < edge["x1"] - edge["x0"] < page.width * 0.45
    ]
    low = [edge for edge in flat if edge["top"] > page.height * 0.2 and edge["x0"] < page.width * 0.3]
    return max((edge["bottom"] for edge in low), default=None)


def _sheet(pages: Sequence[_Printed]) -> Sheet:
    sheet = Sheet()
    size = _body_size(pages)
    cleaned = without_running_lines([_without_page_number(page.rows) for page in pages], lambda row: row.text)
    cleaned = [_without_page_number(rows) for rows in cleaned]
    for page, rows in zip(pages, cleaned, strict=True):
        start = _notes_start(page, rows, size, known=bool(sheet.blocks))
        sheet.body.extend(_lines(rows[:start], page.number))
        if start < len(rows):
            sheet.blocks.append(NoteBlock(page.number, len(sheet.body), _lines(rows[start:], page.number)))
    return sheet


def _body_size(pages: Sequence[_Printed]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_page_number(rows: Sequence[PrintedRow]) -> list[PrintedRow]:
    """Rows without the first or last one, if that holds nothing but the page's number."""
    last = len(rows) - 1
    return [row for n, row in enumerate(rows) if n not in {0, last} or row.cells or not page_number(row.text)]


def _notes_start(page: _Printed, rows: Sequence[PrintedRow], size: float, *, known: bool) -> int:
    """Where the notes of a page begin: below its rule, or where only smaller letters follow to its end."""
    start = len(rows)
    while start and not rows[start - 1].cells and rows[start - 1].size < size * 0.93:
        start -= 1
    if page.rule is not None:
        below = next((place for place, row in enumerate(rows) if row.top >= page.rule - 2), len(rows))
        smaller = below < len(rows) and rows[below].size < size * 0.97
        # some offices leave notes at the size of the text: then the first one has to show its number
        if below < len(rows) and _is_note(rows[below], known=known and smaller):
            return below
    while start < len(rows) and not _is_note(rows[start], known=known):
        start += 1
    return start


def _is_note(row: PrintedRow, *, known: bool) -> bool:
    label, length = head_label(row.text)
    return bool(label and not row.text[length : length + 1].islower()) or known


def _lines(rows: Sequence[PrintedRow], page: int) -> list[Line]:
    """Rows as lines; a gap is more than the usual distance to the row above."""
    steps = sorted(b.bottom - a.bottom for a, b in pairwise(rows) if b.bottom > a.bottom)
    usual = steps[len(steps) // 4] if steps else 0.0
    lines = []
    for place, row in enumerate(rows):
        step = row.bottom - rows[place - 1].bottom if place else 0.0
        line = Line(
            re.sub(r"\s{1,100}", " ", row.text).strip(),
            row.left,
            row.right,
            page,
            gap=bool(place) and step > usual * 1.25,
            row=bool(row.cells),
            cells=row.cells,
            columns=row.columns,
            size=row.size,
        )
        if line.text:
            lines.append(line if line.row else replace(line, cells=()))
    return lines
