"""What stands at the head of a figure's column, where it is printed in a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from phulien_analysis.catalogue import Unit
from phulien_analysis.documents.document import Cell, Document, Paragraph
from phulien_analysis.reading.mention import Mention
from phulien_analysis.reading.units import unit_at
from phulien_analysis.stated.passage import Passage

_PERCENT = re.compile(r"(?i)%|tỷ lệ|tỉ lệ|tỷ trọng")
_BRACKETS = re.compile(r"\(([^()]{1,30})\)")
_MOST_ROWS = 4  # heads of official tables have up to three rows, and one that numbers the columns


class Columns:
    """The heads of the columns of a document's tables: the cells without a figure in a table's first rows."""

    def __init__(self, document: Document, passages: Mapping[int, Passage]) -> None:
        self._heads: dict[int, list[tuple[Cell, str]]] = defaultdict(list)
        rows: dict[int, int] = defaultdict(int)
        for paragraph in document.paragraphs:
            if paragraph.table is not None and rows[paragraph.table] < _MOST_ROWS:
                rows[paragraph.table] += 1
                self._heads[paragraph.table].extend(_plain_cells(paragraph, passages[paragraph.index]))

    def head(self, paragraph: Paragraph, mention: Mention) -> str:
        """The text at the head of a figure's column; empty outside a table."""
        own = next((c for c in paragraph.cells if c.start <= mention.start < c.end), None)
        if own is None or paragraph.table is None:
            return ""
        over = [t for c, t in self._heads[paragraph.table] if _overlap(c, own) and t not in paragraph.text]
        return " ".join(over)[:250]


def unit_in_table(paragraph: Paragraph, mention: Mention, head: str) -> Unit | None:
    """The unit of a figure of a table that stands in a cell of its own, or at the head of its column."""
    if not paragraph.cells:
        return None
    if _PERCENT.search(head):
        return _whole_unit("%")
    texts = [paragraph.text[cell.start : cell.end].strip() for cell in paragraph.cells]
    in_brackets = [match[1] for match in _BRACKETS.finditer(head)]
    found = (_whole_unit(re.sub(r"(?i)^(?:đvt|đơn vị(?: tính)?)\s*:\s*", "", text)) for text in [*in_brackets, *texts])
    return next((unit for unit in found if unit), None)


def _whole_unit(text: str) -> Unit | None:
    """The unit that a text is the name of, and nothing else."""
    found = unit_at(text.lower(), 0)
    return found.unit if found and found.end == len(text) else None


def _plain_cells(paragraph: Paragraph, passage: Passage) -> Iterator[tuple[Cell, str]]:
    for cell in paragraph.cells:
        text = paragraph.text[cell.start : cell.end].strip()
        if text and not text.isdigit() and not any(cell.start <= m.start < cell.end for m in passage.mentions):
            yield cell, text


def _overlap(one: Cell, other: Cell) -> bool:
    return one.first_column <= other.last_column and other.first_column <= one.last_column
