"""The rows of a table as one above another: how deep each stands, which are totals, and which only “of which”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phulien_analysis.reading.grids import Grid, GridRow, Span
from phulien_analysis.reading.mention import Mention
from phulien_analysis.reading.passage import Passage

_TOTAL = re.compile(
    r"\W{0,3}(?:tổng|cộng(?! (?:tác|đồng|hoà|hòa|hưởng))|toàn (?:phường|xã|huyện|tỉnh|thành phố|quận|đặc khu))(?!\w)"
)
_PLAIN_TOTAL = re.compile(r"\W{0,3}(?:tổng|tổng cộng|tổng số|cộng)\W{0,3}(?:\([^()]{1,40}\))?\W{0,3}")
_OF_WHICH = re.compile(r"\W{0,3}(?:trong đó|trđ|tđ|trong số đó|riêng)(?!\w)")
_ROMAN = re.compile(r"[IVX]+")
_MARKS = {"-": 8, "–": 8, "•": 8, "*": 8, "+": 9}
_LETTER, _ROMAN_RANK, _NUMBER, _SMALL_LETTER = 0, 1, 2, 7


@dataclass(frozen=True, eq=False)
class Line:
    """A row with its figures by column; ``rank`` grows downwards (``A`` 0, ``I`` 1, ``1`` 2, ``1.1`` 3, ``-`` 8).

    ``aside``: it stands at or under ``Trong đó``, and may be no part that adds up; ``of_which``: it surely is one of
    those that are named there.
    """

    row: GridRow
    values: Mapping[Span, Mention]
    rank: int | None
    aside: bool = False
    of_which: bool = False

    @property
    def number(self) -> str:
        """What numbers it, without marks."""
        return self.row.number.strip(".) ")

    @property
    def is_total(self) -> bool:
        """Whether it is called a total, and nothing numbers it."""
        return (self.rank is None or self.number in _MARKS) and bool(_TOTAL.match(self.row.label.lower()))

    @property
    def is_plain_total(self) -> bool:
        """Whether it is called a total and nothing else."""
        return self.is_total and bool(_PLAIN_TOTAL.fullmatch(self.row.label.lower()))


def lines_of(grid: Grid, passages: Mapping[int, Passage]) -> list[Line]:
    """The body of a table, with the figures that its passages hold."""
    lines: list[Line] = []
    whole: int | None = None  # how deep the row above the last “of which” stands
    aside = False
    for row in grid.rows:
        depth = rank(row.number)
        opens = bool(_OF_WHICH.match(row.label.lower()))
        ends = _TOTAL.match(row.label.lower()) or (depth is not None and (whole is None or depth <= whole))
        aside = opens or (aside and not ends)
        values = row.values(passages[row.paragraph.index].mentions)
        lines.append(Line(row, values, depth, aside, aside and (opens or depth is not None)))
        whole = whole if aside else depth
    return lines


def rank(number: str) -> int | None:
    """How deep a row stands by what numbers it; None where nothing does.

    >>> [rank(n) for n in ("A", "II", "3", "3.1", "a)", "-", "")]
    [0, 1, 2, 3, 7, 8, None]
    """
    plain = number.strip(".) ")
    head, *rest = plain.split(".")
    if not plain:
        return None
    if plain in _MARKS:
        return _MARKS[plain]
    if head.isdigit():
        return _NUMBER + min(len(rest), 4)
    if _ROMAN.fullmatch(head):
        return _ROMAN_RANK + min(len(rest), 4)
    return _SMALL_LETTER if head.islower() else _LETTER


def top(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The rows that stand highest; where nothing numbers them, all. Rows of “of which” and totals are left out."""
    own = [line for line in lines if not line.aside and not line.is_total]
    ranks = [line.rank for line in own if line.rank is not None]
    highest = min(ranks, default=None)
    return tuple(line for line in own if line.rank == highest and (line.values or highest is not None))
