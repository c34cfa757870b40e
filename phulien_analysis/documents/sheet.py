"""Printed pages as lines: the body's, and those of notes at the foot of pages; shared by plain text and PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from phulien_analysis.documents.document import Cell
from phulien_analysis.documents.layout import Line

HEAD_RE = re.compile(r"(?:\[(\d{1,3})\]|\((\d{1,3})\)|([¹²³⁰⁴-⁹]{1,3})|(\d{1,3})(?![\d.,/:%)]))\s?(?=\S)")
PAGE_NUMBER_RE = re.compile(
    r"(?:trang\s{1,3}|page\s{1,3}|[-–—]\s?)?(\d{1,3})(?:\s?[-–—]|\s?/\s?\d{1,3})?", re.IGNORECASE
)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_EDGE_LINES = 2  # a running head or foot has at most two lines
_T = TypeVar("_T")


@dataclass
class NoteBlock:
    """The lines of notes at the foot of one page; ``after`` counts the body's lines up to the end of that page."""

    page: int
    after: int
    lines: list[Line] = field(default_factory=list)


@dataclass
class Sheet:
    """A document as lines; ``wrapped``: lines are no paragraphs; ``gaps``: the space above a line counts."""

    body: list[Line] = field(default_factory=list)
    blocks: list[NoteBlock] = field(default_factory=list)
    wrapped: bool = True
    gaps: bool = True


def head_label(text: str) -> tuple[str, int]:
    """The label of a note that a line begins with, and the characters it takes; empty and 0 without one."""
    found = HEAD_RE.match(text)
    if found is None:
        return "", 0
    label = next(group for group in found.groups() if group).translate(SUPERSCRIPTS)
    if label.startswith("0"):
        return "", 0
    return label, found.end()


def page_number(text: str) -> int:
    """The number of a line that holds nothing but a page's number; 0 where it is none."""
    found = PAGE_NUMBER_RE.fullmatch(text.strip())
    return int(found[1]) if found else 0


def without_running_lines(pages: Sequence[Sequence[_T]], text: Callable[[_T], str]) -> list[list[_T]]:
    """Pages without the heads and feet that run through them: the same line first, or last, on most pages."""
    kept = [list(page) for page in pages]
    needed = max(3, len(pages) // 2)
    for _ in range(_EDGE_LINES):
        for edge in (0, -1):
            seen = Counter(text(page[edge]) for page in kept if page)
            running = {line for line, count in seen.items() if count >= needed and len(line) > 3}
            for page in kept:
                if page and text(page[edge]) in running:
                    del page[edge]
    return kept


def joined_cells(texts: Iterable[str]) -> str:
    """The text of a table row: its cells, joined as everywhere."""
    return " | ".join(texts)


def cells_of(texts: Sequence[str], columns: Sequence[tuple[int, int]] | None = None) -> tuple[Cell, ...]:
    """Where the cells of a row stand in its joined text; each covers one column unless ``columns`` says otherwise."""
    cells, start = [], 0
    for number, text in enumerate(texts):
        first, last = columns[number] if columns else (number, number)
        cells.append(Cell(start, start + len(text), first, last))
        start += len(text) + 3
    return tuple(cells)
