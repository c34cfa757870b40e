"""A document as plain paragraphs in reading order: what every format becomes, and all that the reader looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from phulien_analysis.messages import Sayable

ParagraphKind = Literal["heading", "body", "item", "row", "note"]


@dataclass(frozen=True)
class Marker:
    """Where a note hangs: ``offset`` in the paragraph's text (the marker itself is taken out), and its ``label``."""

    offset: int
    label: str


@dataclass(frozen=True)
class Cell:
    """One cell of a table row: where its text stands in the row's text, and the columns it covers (from 0)."""

    start: int
    end: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, list item, heading, table row or paragraph of a note.

    ``text`` is NFC on one line, with single spaces, without note markers, bullets (``-``, ``+``, ``a)``) or section
    numbers: those are in ``bullet``, as printed. ``level`` is 0 for body text, and 1, 2, … for items inside it.
    ``section`` is the number in full (``II.1.3.2``; empty before the first), ``place`` the paragraph's place in it
    (``p3``, ``fn29``; all paragraphs of a note share one; empty for a heading). ``carrier`` is, for a note, the
    index of the paragraph that carries its marker. Cells are of table rows only; their texts are joined by `` | ``
    in ``text``.
    """

    index: int
    kind: ParagraphKind
    text: str
    section: str = ""
    place: str = ""
    bullet: str = ""
    level: int = 0
    markers: tuple[Marker, ...] = ()
    note: str = ""
    carrier: int | None = None
    cells: tuple[Cell, ...] = ()
    table: int | None = None


@dataclass(frozen=True)
class Document:
    """A document in reading order; a note's paragraphs stand right after the paragraph that carries its marker.

    ``format`` is ``docx``, ``pdf``, ``html`` or ``text``; ``remarks`` are what the clerk should know of how it was read
    (old letters decoded, a note without a place).
    """

    name: str
    format: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Sayable, ...] = field(default=())
