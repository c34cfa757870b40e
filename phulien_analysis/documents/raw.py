"""What a reader of one format hands to the common step: paragraphs in reading order, with what the file itself says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from phulien_analysis.documents.document import Cell, Marker
from phulien_analysis.messages import Sayable

RawKind = Literal["body", "heading", "item", "row"]


@dataclass(frozen=True)
class RawNote:
    """A footnote or endnote that the file itself ties to a marker in the carrying paragraph; ``label`` as printed."""

    label: str
    paragraphs: tuple[RawParagraph, ...] = ()


@dataclass(frozen=True)
class RawParagraph:
    """One paragraph as the file has it, its text on one line and already decoded and normalised.

    ``text`` is without note markers that the file knows as such (they are in ``markers``, at offsets into it,
    and their notes in ``notes``) and without automatic numbers: those are in ``number`` (``1.3.``, ``II.``, ``a)``) or
    ``bullet`` (``-``). Typed numbers and bullets stay in ``text``: the common step finds them. ``level`` is the depth
    that the file gives an item or a heading (1 outermost), 0 where it says nothing. Of a row, ``cells`` point into
    ``text``, where cells are joined by `` | ``, and ``table`` counts tables from 0.
    """

    text: str
    kind: RawKind = "body"
    number: str = ""
    bullet: str = ""
    level: int = 0
    markers: tuple[Marker, ...] = ()
    notes: tuple[RawNote, ...] = ()
    cells: tuple[Cell, ...] = ()
    table: int | None = None


@dataclass(frozen=True)
class RawContent:
    """A file's paragraphs, all text that the secrecy check must see (headers, text boxes …), and remarks."""

    paragraphs: tuple[RawParagraph, ...]
    stamps: tuple[str, ...] = field(default=())
    remarks: tuple[Sayable, ...] = field(default=())
