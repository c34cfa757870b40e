"""The lines of a plain text as they stand in it: indents, empty lines, rules, form feeds, and what shape they show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from phulien_analysis.documents.layout import Line, text_width
from phulien_analysis.documents.sheet import joined_cells

OPEN_END = re.compile(r"[^.;:!?…\s][”\")]?\s{0,3}$")
_COLUMN = 420.0  # one column of `pdftotext -layout`, in the unit of text_width
_NEAR = 8  # lines
_RULE_RE = re.compile(r"(?:[ \xa0]{20,}|\s{0,60}[_─—-]{8,}\s{0,60})")
_CELLS_RE = re.compile(r"\s{0,3}\t\s{0,3}|\s{3,}")
_STRAY_RE = re.compile(r"[1-9]\d{0,2}")
_HOLE_RE = re.compile(r"(?<=[^\W\d_]|[)”\"’»%])\s{1,3}(?=[.,;:](?:\s|$))")


@dataclass(frozen=True)
class Row:
    """One line of the file that is not empty: its text (none in a rule), its indent, and the empty lines above it."""

    text: str
    indent: int
    blanks: int
    rule: bool = False
    feed: bool = False


def rows_of(text: str) -> list[Row]:
    """The lines of a text; raised digits that fell on a line of their own are back in the sentence."""
    rows: list[Row] = []
    blanks, feed = 0, False
    for raw in re.split(r"\r\n|\r|\n|\x0b|\x85|\u2028|\u2029|(?=\f)", text):
        feed = feed or raw.startswith("\f")
        body = raw.lstrip("\f")
        stripped = _stripped(body)
        rule = bool(_RULE_RE.fullmatch(body))
        if stripped or rule:
            rows.append(Row("" if rule else stripped, len(body) - len(body.lstrip(" ")), blanks, rule, feed))
            blanks, feed = 0, False
        else:
            blanks += 1
    return _with_stray_markers(rows)


def _stripped(body: str) -> str:
    """A line without the space around it; a tab at the front stays where it stands for an empty first cell."""
    text = body.strip()
    return f"\t{text}" if "\t" in text and body.lstrip(" ").startswith("\t") else text


def _with_stray_markers(rows: Sequence[Row]) -> list[Row]:
    """Raised digits that stand on a line of their own put back where the text near above has a hole for one."""
    kept: list[Row] = []
    for place, row in enumerate(rows):
        last = place + 1 == len(rows)
        stray = bool(_STRAY_RE.fullmatch(row.text)) and not row.feed and not last and not rows[place + 1].feed
        near = range(max(0, len(kept) - _NEAR), len(kept)) if stray else ()
        holes = [n for n in near if _HOLE_RE.search(kept[n].text)]
        if holes:
            kept[holes[-1]] = replace(kept[holes[-1]], text=_HOLE_RE.sub(row.text, kept[holes[-1]].text, count=1))
        else:
            kept.append(row)
    return kept


def is_wrapped(rows: Sequence[Row]) -> bool:
    """Whether sentences run over line ends: an unfinished line of some length before one that begins in lower case."""
    filled = [row for row in rows if row.text]
    running = sum(
        30 <= len(row.text) <= 220
        and bool(OPEN_END.search(row.text))
        and "\t" not in row.text
        and (after.text[0].islower() or after.text[0].isdigit())
        for row, after in pairwise(filled)
    )
    longest = max((len(row.text) for row in filled), default=0)
    return running > 0 and longest < 400 and running >= 0.04 * len(filled)


def is_sparse(rows: Sequence[Row]) -> bool:
    """Whether an empty line stands after nearly every line, so that it says nothing of paragraphs."""
    filled = [row for row in rows if row.text]
    return len(filled) > 3 and sum(row.blanks > 0 for row in filled[1:]) > 0.7 * (len(filled) - 1)


def line_of(row: Row, page: int, *, table: bool) -> Line:
    """A row as a line of a page; ``table`` says that wide gaps separate cells, as tabs and bars always do."""
    cells = _cells(row.text, table=table)
    left = row.indent * _COLUMN if row.indent > 1 else 0.0
    if len(cells) > 1:
        texts = tuple(" ".join(cell.replace("|", "/").split()) for _, cell in cells)
        columns = tuple((column, column) for column, _ in cells)
        gap = row.blanks > 0
        return Line(joined_cells(texts), left, left, page, gap=gap, row=True, cells=texts, columns=columns)
    text = " ".join(row.text.split())
    return Line(text, left, left + text_width(text), page, gap=row.blanks > 0)


def _cells(text: str, *, table: bool) -> list[tuple[int, str]]:
    """The cells of a row that are not empty, each with its column; how many a wide gap stands for nobody knows."""
    if text.startswith("|"):
        cells = text.removeprefix("|").removesuffix("|").split("|")
    elif "\t" in text:
        cells = text.split("\t")
    else:
        cells = [cell for cell in _CELLS_RE.split(text) if cell] if table else []
    return [(column, cell) for column, cell in enumerate(cells) if cell.strip()]
