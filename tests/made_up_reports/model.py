"""What a made-up report consists of: blocks with their notes, figures, true calculations, and seeded errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

BlockKind = Literal["heading", "body", "item"]


@dataclass(frozen=True)
class Cell:
    """One printed figure.

    ``printed`` has no unit, sign or qualifier (``12 tỷ 345`` of ``12 tỷ 345 triệu đồng``; words as words). ``unit`` is
    the id of data/units.csv, None where that has none or more than one; ``unit_text`` the words (also when only a
    neighbour prints them). ``value`` is in the base unit (đồng, square metres, one; a percentage as a ratio).
    ``block`` is the index in the report's paragraphs, ``note`` the note's number in the report if the figure stands in
    a note, ``offset`` where it starts in that text, ``occurrence`` which of the same digits in that text it is, from 1.
    """

    printed: str
    unit: str | None
    unit_text: str
    qualifier: str
    value: Decimal
    block: int
    note: int | None
    offset: int
    occurrence: int


@dataclass(frozen=True)
class TrueCalculation:
    """A calculation that the report states; kinds and operands as `truth` gives them.

    ``stated`` is None only for percentages that make 100 %, which is not printed. ``complete``: the parts are all
    parts. ``truncated``: holds only when digits are cut off instead of rounded. ``form`` is ``levels``, ``change`` or
    ``times`` of a growth; ``direction`` 1, -1 or 0. ``pattern`` names the wording, for tallies. ``required`` is False
    for one that says the same as another.
    """

    kind: str
    stated: Cell | None
    operands: tuple[Cell, ...]
    holds: bool
    complete: bool
    form: str
    direction: int
    truncated: bool
    pattern: str
    required: bool


@dataclass(frozen=True)
class SeededError:
    """One wrong digit: the cell as printed now, its digits before and after, and the calculations that it breaks.

    ``copies`` are other places to which the wrong number was copied.
    """

    cell: Cell
    printed_before: str
    printed_after: str
    breaks: tuple[TrueCalculation, ...]
    copies: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Note:
    """A footnote: its number in the report, where its marker stands in the block's text, and its paragraphs."""

    number: int
    offset: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A heading, a body paragraph or an item; ``number`` is a heading's (``1.2.``), ``bullet`` an item's (``-``)."""

    kind: BlockKind
    text: str
    number: str = ""
    bullet: str = ""
    level: int = 0
    notes: tuple[Note, ...] = ()

    def line(self, marker: Callable[[int], str] | None = None) -> str:
        """The block on one line, with number or bullet, and with what stands for each note's marker."""
        text = self.text
        for note in reversed(self.notes):
            text = text[: note.offset] + (marker or str)(note.number) + text[note.offset :]
        lead = self.number or self.bullet
        return f"{lead} {text}" if lead else text
