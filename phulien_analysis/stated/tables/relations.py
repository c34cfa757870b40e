"""What a column of a table may follow from: by the formula printed over it, else by the words of its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import permutations

from phulien_analysis.stated.tables.book import Table
from phulien_analysis.stated.tables.formulas import Stated, stated_formulas
from phulien_analysis.stated.tables.relation import Form, Relation

_NEAR = 9  # columns of amounts to look at for each that may follow from two of them
_NEARER = 6  # that may follow from three
_LONGEST_RUN = 9
_PAIR = 2
_TOTAL = re.compile(r"(?<!\w)(?:tổng|cộng|chung|cả|toàn|lũy kế|luỹ kế|số lượng|số \w{1,8})(?!\w)")
_WHOLE = re.compile(r"tổng(?: số| cộng)?|cộng")
_DIFFERENCE = re.compile(
    r"tăng|giảm|chênh lệch|\+/-|"
    r"(?<!\w)(?:so (?:với|sánh)|còn|tồn|chưa|thừa|thiếu|vượt|hụt|biến động|cuối (?:kỳ|năm|tháng|quý)|đang)(?!\w)"
)
_SHARE = re.compile(r"(?<!\w)(?:(?:tỷ|tỉ) (?:trọng|lệ)|cơ cấu)(?!\w)")
_COMPARED = re.compile(
    r"tăng|giảm|tốc độ|cùng kỳ|(?<!\w)ck(?!\w)|(?:năm|tháng|quý|kỳ) trước|so (?:với|sánh)|chênh lệch"
)
_REMAINS = re.compile(r"(?<!\w)(?:còn|tồn|chưa|đang|cuối (?:kỳ|năm|tháng|quý))(?!\w)")


def relations_of(table: Table, which: int) -> Iterator[Relation]:
    """All that a column may be, what the table prints first."""
    for stated in stated_formulas(table.columns, which):
        yield Relation(_form(table, which, stated), which, stated.columns, stated.signs, printed=True)
    near = _nearest(table.levels, which)
    if which in table.rates:
        yield from _rates(table, which, sorted(near))
    elif which in table.levels:
        yield from _amounts(table, which, near)


def _form(table: Table, which: int, stated: Stated) -> Form:
    """What a printed formula is: of amounts, by its signs and by whether something is left."""
    if stated.form != "sum":
        return stated.form
    if all(sign > 0 for sign in stated.signs):
        return "sum"
    left = len(stated.signs) > 2 or _REMAINS.search(table.columns[which].own) is not None
    return "left" if left or stated.signs != (1, -1) else "difference"


def _nearest(levels: Sequence[int], which: int) -> list[int]:
    """The nearest columns of amounts, the nearest first; ``levels`` are all of them in their order."""
    place = bisect_left(levels, which)
    around = levels[max(0, place - _NEAR) : place + _NEAR + 1]
    return sorted((c for c in around if c != which), key=lambda c: (abs(c - which), c))[:_NEAR]


def _rates(table: Table, which: int, near: Sequence[int]) -> Iterator[Relation]:
    """A growth, a rate of two amounts, or a share of the total row."""
    words = table.columns[which].words
    pairs = sorted(permutations(near, 2), key=lambda pair: (abs(pair[0] - which) + abs(pair[1] - which), pair))
    growths: tuple[Form, ...] = ("growth",) if _has_signs(table, which) else ("growth", "size of growth")
    forms: tuple[Form, ...] = (*growths, "ratio") if _COMPARED.search(words) else ("ratio",)
    for form in forms:
        yield from (Relation(form, which, pair) for pair in pairs)
    if _SHARE.search(words):
        wholes = [row for row in table.rows if row.ranked.total]
        first_and_last = [*wholes[:1], *wholes[1:][-1:]]
        yield from (Relation("share", which, (column,), whole=row) for column in near for row in first_and_last)


def _amounts(table: Table, which: int, near: Sequence[int]) -> Iterator[Relation]:
    """An amount that is the sum of those beside it, or the difference of others."""
    column = table.columns[which]
    only = len(near) == _PAIR
    if _TOTAL.search(column.own):
        said = _siblings(table, which)
        yield from (Relation("sum", which, run, printed=run == said) for run in _runs(table.levels, which))
    if _REMAINS.search(column.own):
        yield from (Relation("left", which, pair, (1, -1), only=only) for pair in permutations(sorted(near), 2))
        yield from _balances(which, sorted(near[:_NEARER]))
    elif _DIFFERENCE.search(column.words):
        only = only and _DIFFERENCE.search(column.own) is not None
        forms: tuple[Form, ...] = ("difference",) if _has_signs(table, which) else ("difference", "size of difference")
        pairs = permutations(sorted(near), 2)
        yield from (Relation(form, which, p, (1, -1), only=only) for p in pairs for form in forms)


def _siblings(table: Table, which: int) -> tuple[int, ...]:
    """The other columns under the heading under which a column is the total, where these are not “of which”."""
    column = table.columns[which]
    above = column.headings[:-1]
    if not above or not _WHOLE.fullmatch(column.own) or "trong đó" in column.words:
        return ()
    return tuple(c for c in table.levels if c != which and table.columns[c].headings[:-1] == above)


def _runs(levels: Sequence[int], which: int) -> Iterator[tuple[int, ...]]:
    """Columns of amounts side by side, right after the column or right before it."""
    place = bisect_left(levels, which)
    after, before = levels[place + 1 : place + 1 + _LONGEST_RUN], levels[max(0, place - _LONGEST_RUN) : place]
    for side in (after, before[::-1]):
        for length in range(2, len(side) + 1):
            yield tuple(sorted(side[:length]))


def _balances(which: int, near: Sequence[int]) -> Iterator[Relation]:
    """What was there and came in, less what went out; or an amount less two others."""
    for a, b, c in permutations(near, 3):
        if a < b:
            yield Relation("left", which, (a, b, c), (1, 1, -1))
        if b < c:
            yield Relation("left", which, (a, b, c), (1, -1, -1))


def _has_signs(table: Table, column: int) -> bool:
    """Whether a number below 0 stands in a column: then it prints directions."""
    numbers = (row.figures[column].number for row in table.rows if column in row.figures)
    return any(number is not None and number.value < 0 for number in numbers)
