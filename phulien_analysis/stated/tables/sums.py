"""Rows of a table that make up another: which groups the numbers confirm, and the cells in which one does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from phulien_analysis.interval import Interval
from phulien_analysis.printed import format_number
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.effort import Effort
from phulien_analysis.stated.readings import Certainty, Reading, added, of_which, value_of
from phulien_analysis.stated.slips import REPLACED, SWAPPED, is_printed_as, slips
from phulien_analysis.stated.tables.book import Table
from phulien_analysis.stated.tables.evidence import NEEDED, weight
from phulien_analysis.stated.tables.groups import Group, groups_of

_FEW = 3  # parts from which a total without any other evidence is believed to be one
_MOST_FOR_SLIPS = 40
_STEPS_OF_SLIPS = 20  # for each figure: it has some sixty
_COLUMNS_NEEDED = 2  # that must hold where words do not say that the parts are all


@dataclass(frozen=True)
class Sum:
    """One group in one column."""

    group: Group
    column: int
    reading: Reading

    @cached_property
    def holds(self) -> bool:
        """Whether the parts add up to the whole."""
        return self.reading.agrees

    @cached_property
    def tells(self) -> bool:
        """Whether it is no wonder if it holds: at least two parts are more than nothing."""
        return sum(m.number is not None and bool(m.number.value) for m in self.reading.operands) > 1

    @cached_property
    def is_average(self) -> bool:
        """Whether the whole lies between its parts, as averages and rates of all do."""
        parts = [value_of(mention) for mention in self.reading.operands]
        return min(parts) < value_of(self.reading.stated) < max(parts)

    @property
    def slips_tried(self) -> int:
        """The steps that it may take to see whether it is a slip."""
        figures = 1 + len(self.reading.operands)
        return _STEPS_OF_SLIPS * figures if figures <= _MOST_FOR_SLIPS else 0

    @cached_property
    def is_slip(self) -> bool:
        """Whether one digit, or two swapped ones, of a single number would make it hold."""
        return len(self.reading.operands) <= _MOST_FOR_SLIPS and one_slip_mends(self.reading)


def sums_of(table: Table, effort: Effort | None = None) -> list[list[Sum]]:
    """Each group of a table, in every column in which it can be redone; as many groups as ``effort`` allows."""
    effort, first_row = effort or Effort(), table.grid.paragraphs[0]
    groups = takewhile(
        lambda group: effort.allows_table(first_row, (1 + len(group.parts)) * len(table.levels)), groups_of(table.rows)
    )
    found = ([made for column in table.levels if (made := _sum(group, column))] for group in groups)
    return [made for made in found if made]


def _sum(group: Group, column: int) -> Sum | None:
    whole = group.whole.figures.get(column)
    if whole is None or any(column in part.unclear for part in group.parts):
        return None
    parts = [part.figures[column] for part in group.parts if column in part.figures]
    if not _alike([whole, *parts]) or len(parts) < (1 if group.kind == "of which" else 2):
        return None
    return Sum(group, column, added(whole, parts, Certainty.EXPLICIT))


def _alike(mentions: Iterable[Mention]) -> bool:
    """Whether numbers can be added: all have values, and one unit."""
    every = list(mentions)
    return all(m.interval is not None for m in every) and len({m.unit.unit if m.unit else "" for m in every}) == 1


def total_readings(table: Table, effort: Effort | None = None) -> Iterator[Reading]:
    """The totals of a table that its own numbers confirm, and those cells in which they do not hold."""
    effort, first_row = effort or Effort(), table.grid.paragraphs[0]
    every = sums_of(table, effort)
    verdicts = [_is_confirmed(group) or _is_sure(group) for group in every]
    kept = [one for group, confirmed in zip(every, verdicts, strict=True) if confirmed for one in group]
    columns = {column: _Column([one for one in kept if one.column == column]) for column in table.levels}
    for group, confirmed in zip(every, verdicts, strict=True):
        for one in group:
            if not one.holds and not effort.allows_table(first_row, one.slips_tried):
                return
            told = _is_told(one, group, columns) if confirmed else _is_alone(one, group, columns)
            if told:
                yield one.reading
        if not confirmed and group[0].group.kind == "of which":
            yield from _bounds(group)


@dataclass(frozen=True)
class _Column:
    """What the confirmed groups say of one column."""

    sums: Sequence[Sum]

    @cached_property
    def adds_up(self) -> bool:
        """Whether most totals in it hold, and not by chance."""
        holding, fails = _holding(self.sums)
        return len(holding) > fails and weight(one.reading for one in holding) >= NEEDED + fails / 2


def _is_confirmed(group: Sequence[Sum]) -> bool:
    """Whether the parts of a group are all: it holds in as many columns as it does not, at least, and not by chance."""
    holding, fails = _holding(group)
    needed = _COLUMNS_NEEDED if group[0].group.kind == "of which" else 1
    if len(holding) < max(needed, fails):
        return False
    return not fails or weight(one.reading for one in holding) >= NEEDED + fails / 2


def _is_sure(group: Sequence[Sum]) -> bool:
    """Whether words leave no doubt that the parts of a group are all, and one column alone does not hold.

    Other columns must then hold not by chance, but need not make up for that one.
    """
    failing = [one for one in group if not one.holds]
    if len(failing) != 1 or len(failing[0].reading.operands) < _FEW or not group[0].group.strong:
        return False
    return len(group) == 1 or weight(one.reading for one in _holding(group)[0]) >= NEEDED


def _holding(sums: Sequence[Sum]) -> tuple[list[Sum], int]:
    """Those that hold and tell something, and how many do not hold."""
    return [one for one in sums if one.holds and one.tells], sum(not one.holds for one in sums)


def _is_told(one: Sum, group: Sequence[Sum], columns: Mapping[int, _Column]) -> bool:
    """Of a confirmed group: what holds; what does not, where its column adds up elsewhere, or one slip explains it.

    Beside totals an average may stand; alone under “Tổng cộng” it does not.
    """
    is_average = len(group) > 1 and one.is_average
    return one.holds or columns[one.column].adds_up or (one.is_slip and not is_average)


def _is_alone(one: Sum, group: Sequence[Sum], columns: Mapping[int, _Column]) -> bool:
    """Of a group that neither words nor another column confirm: where its column adds up elsewhere."""
    if one.holds or len(group) > 1 or not one.is_slip or one.group.kind == "of which":
        return False
    return columns[one.column].adds_up


def _bounds(group: Sequence[Sum]) -> Iterator[Reading]:
    """Parts “of which” are at most the whole; one that is more counts where the other columns have it so."""
    for one in group:
        reading = of_which(one.reading.stated, one.reading.operands, Certainty.EXPLICIT)
        others = [other for other in group if other is not one]
        fine = all(of_which(o.reading.stated, o.reading.operands, Certainty.POSSIBLE).agrees for o in others)
        if reading.agrees or (others and fine) or one_slip_mends(reading):
            yield reading


def one_slip_mends(reading: Reading) -> bool:
    """Whether one other digit, or two swapped ones, of one of the numbers would make the calculation hold."""
    stated, quantities = reading.stated.interval, reading.quantities()
    if stated is None or quantities is None:  # pragma: no cover - what a table states has values
        return False
    known = [q.interval for q in quantities]
    try:
        wanted = [(reading.stated, reading.formula.result(quantities).interval)]
        wanted += [(m, reading.formula.operand(n, stated, known)) for n, m in enumerate(reading.operands)]
    except ZeroDivisionError:
        return False
    return any(_mends(mention, interval) for mention, interval in wanted)


def _mends(mention: Mention, wanted: Interval) -> bool:
    number = mention.number
    if number is None:  # pragma: no cover - what a table states has values
        return False
    scale = mention.unit.scale if mention.unit else Decimal(1)
    exact = mention.unit.exact if mention.unit else number.decimals == 0
    half = 0 if exact else number.place / 2
    text = number.text
    if not is_printed_as(text, number.value):  # in English, or with spaces
        text = format_number(number.value, decimals=number.decimals)
    for slip in slips(text, whole_only=exact):
        if slip.weight < min(REPLACED, SWAPPED):
            continue
        around = Interval(slip.number.value - half, slip.number.value + half).scaled(scale)
        if around.meets(wanted):
            return True
    return False
