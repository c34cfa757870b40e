"""What a column of a table may follow from: by the formula printed over it, else by the words of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from phulien_analysis.messages import mark
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.formulas import Linear
from phulien_analysis.stated.readings import Certainty, Reading, added, difference, growth, ratio, remaining, value_of
from phulien_analysis.stated.tables.book import Row, Table
from phulien_analysis.stated.tables.formulas import stated_formulas

_BALANCE_REVIEW = mark("each number of the row")
_RATE_REVIEW = mark("the rate and both numbers that it is worked out from")
_NEAR = 9  # columns of amounts to look at for each that may follow from two of them
_NEARER = 6  # that may follow from three
_LONGEST_RUN = 9
_TOTAL = re.compile(r"(?<!\w)(?:tổng|cộng|chung|toàn|lũy kế|luỹ kế|số lượng|số \w{1,8})(?!\w)")
_WHOLE = re.compile(r"(?:tổng(?: số| cộng)?|cộng)")
_DIFFERENCE = re.compile(
    r"tăng|giảm|chênh lệch|\+/-|(?<!\w)(?:so (?:với|sánh)|còn|tồn|chưa|thừa|thiếu|vượt|hụt|biến động|cuối (?:kỳ|năm|tháng)|đang)(?!\w)"
)
_SHARE = re.compile(r"(?<!\w)(?:tỷ trọng|tỉ trọng|cơ cấu)(?!\w)")
_COMPARED = re.compile(r"tăng|giảm|tốc độ|cùng kỳ|(?<!\w)ck(?!\w)|(?:năm|tháng|quý|kỳ) trước|so (?:với|sánh)|chênh lệch")
_REMAINS = re.compile(r"(?<!\w)(?:còn|tồn|chưa|đang|cuối (?:kỳ|năm|tháng|quý))(?!\w)")


@dataclass(frozen=True)
class Relation:
    """How a column follows from others: ``form`` is ``sum``, ``difference``, ``ratio``, ``growth``, ``size`` or ``share``.

    ``size`` is a growth printed without its sign; ``share`` is of the ``whole`` row in the same column. ``printed``: the
    table itself says it, by a formula or by a heading over a total and its parts.
    """

    form: str
    column: int
    columns: tuple[int, ...]
    signs: tuple[int, ...] = ()
    whole: Row | None = None
    printed: bool = False

    def reading(self, row: Row) -> Reading | None:
        """The calculation in one row; None where one of its numbers is missing there."""
        stated = row.figures.get(self.column)
        if stated is None or stated.interval is None or any(c in row.unclear for c in self.columns):
            return None
        if self.form == "share":
            return self._share(stated, row)
        found = [(row.figures[c], s) for c, s in zip(self.columns, self._signs, strict=True) if c in row.figures]
        complete = len(found) == len(self.columns) or (self.form == "sum" and len(found) > 1)
        if not complete or any(m.interval is None for m, _ in found):
            return None
        return self._reading(stated, [m for m, _ in found], tuple(s for _, s in found))

    @property
    def _signs(self) -> tuple[int, ...]:
        return self.signs or (1,) * len(self.columns)

    def _share(self, stated: Mention, row: Row) -> Reading | None:
        part = row.figures.get(self.columns[0])
        whole = self.whole.figures.get(self.columns[0]) if self.whole is not None else None
        if part is None or whole is None or part is whole or part.interval is None or whole.interval is None:
            return None
        return ratio("share", stated, part, whole, Certainty.EXPLICIT)

    def _reading(self, stated: Mention, operands: list[Mention], signs: tuple[int, ...]) -> Reading:
        sure = Certainty.EXPLICIT
        if self.form == "ratio":
            return replace(ratio("percent", stated, operands[0], operands[1], sure), review=_RATE_REVIEW)
        if self.form in {"growth", "size"}:
            falls = self.form == "size" and value_of(operands[0]) < value_of(operands[1])
            return growth(stated, operands[0], operands[1], -1 if falls else 1, sure)
        if all(sign > 0 for sign in signs):
            return added(stated, operands, sure, "sum.across")
        if signs == (1, -1) and self.form == "size of difference" and value_of(operands[0]) < value_of(operands[1]):
            return difference(stated, operands[0], operands[1], -1, sure)
        if signs == (1, -1) and not self.signs_are_left:
            return difference(stated, operands[0], operands[1], 1, sure)
        if signs[0] > 0 and all(sign < 0 for sign in signs[1:]):
            return remaining(stated, operands[0], operands[1:], sure)
        return _balance(stated, operands, signs)

    @property
    def signs_are_left(self) -> bool:
        """Whether it is what is left of an amount, not how much one differs from another."""
        return self.form == "left"


def _balance(stated: Mention, operands: list[Mention], signs: tuple[int, ...]) -> Reading:
    """What is left of what came in, less what went out."""
    how, review = mark("adding what came in and taking off what went out"), _BALANCE_REVIEW
    return Reading("remaining", "balance", stated, tuple(operands), Linear(signs), Certainty.EXPLICIT, how, review)


def relations_of(table: Table, which: int) -> Iterator[Relation]:
    """All that a column may be, what the table prints first."""
    for stated in stated_formulas(table.columns, which):
        yield Relation(_form(table, which, stated.form), which, stated.columns, stated.signs, printed=True)
    near = sorted(_nearest(table.levels, which))
    if which in table.rates:
        yield from _rates(table, which, near)
    elif which in table.levels:
        yield from _amounts(table, which, near)


def _form(table: Table, which: int, form: str) -> str:
    if form != "sum":
        return form
    return "left" if _REMAINS.search(table.columns[which].own) else "sum"


def _nearest(levels: Sequence[int], which: int) -> list[int]:
    """The columns of amounts that stand nearest, those first."""
    return sorted((c for c in levels if c != which), key=lambda c: (abs(c - which), c))[:_NEAR]


def _rates(table: Table, which: int, near: Sequence[int]) -> Iterator[Relation]:
    """A rate of two amounts, a growth, or a share of the total row."""
    pairs = sorted(permutations(near, 2), key=lambda pair: (abs(pair[0] - which) + abs(pair[1] - which), pair))
    signed = any(m.number is not None and m.number.value < 0 for m in _in(table, which))
    compared = _COMPARED.search(table.columns[which].words) is not None
    growths = ("growth", *(() if signed else ("size",))) if compared else ()
    for form in (*growths, "ratio"):
        yield from (Relation(form, which, pair) for pair in pairs)
    if _SHARE.search(table.columns[which].words) or "tỷ lệ" in table.columns[which].words:
        wholes = [row for row in table.rows if row.ranked.total]
        for column in near:
            yield from (Relation("share", which, (column,), whole=row) for row in (*wholes[:1], *wholes[1:][-1:]))


def _amounts(table: Table, which: int, near: Sequence[int]) -> Iterator[Relation]:
    """An amount that is the sum of those beside it, or the difference of others."""
    column = table.columns[which]
    parent = any(other is not column and column.own in {h.lower() for h in other.headings[:-1]} for other in table.columns)
    if _TOTAL.search(column.own) or parent:
        said = _siblings(table, which)
        yield from (Relation("sum", which, run, printed=run == said) for run in _runs(table.levels, which))
    if _DIFFERENCE.search(column.words):
        yield from _differences(table, which, near)


def _siblings(table: Table, which: int) -> tuple[int, ...]:
    """The other columns under the heading under which a column is the total, where these are not “of which”."""
    column = table.columns[which]
    above = column.headings[:-1]
    if not above or not _WHOLE.fullmatch(column.own) or "trong đó" in column.words:
        return ()
    return tuple(c for c in table.levels if c != which and table.columns[c].headings[:-1] == above)


def _runs(levels: Sequence[int], which: int) -> Iterator[tuple[int, ...]]:
    """Columns of amounts side by side, right after the column or right before it."""
    place = levels.index(which)
    after, before = levels[place + 1 :], levels[:place][::-1]
    for side in (after, before):
        for length in range(2, min(len(side), _LONGEST_RUN) + 1):
            yield tuple(sorted(side[:length]))


def _differences(table: Table, which: int, near: Sequence[int]) -> Iterator[Relation]:
    left = _REMAINS.search(table.columns[which].own) is not None
    form = "left" if left else "sum"
    for pair in permutations(near, 2):
        yield Relation(form, which, pair, (1, -1))
        if not left and not any(m.number is not None and m.number.value < 0 for m in _in(table, which)):
            yield Relation("size of difference", which, pair, (1, -1))
    if left:
        for a, b, c in permutations(sorted(_nearest(near, which)[:_NEARER]), 3):
            if a < b:
                yield Relation(form, which, (a, b, c), (1, 1, -1))
            if b < c:
                yield Relation(form, which, (a, b, c), (1, -1, -1))


def _in(table: Table, column: int) -> list[Mention]:
    return [row.figures[column] for row in table.rows if column in row.figures]
