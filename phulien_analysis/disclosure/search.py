"""Whether a number is still open to readers: the values that it can have, given all that is shown.

A value counts as possible only where every unknown number could be found that goes with it, so that no way of reasoning
over the same relations can rule it out. What takes too long to find counts as not possible: that errs to the safe side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from phulien_analysis.disclosure.elsewhere import Key

MOST_STEPS = 3000
"""Assignments tried for one value before it counts as not possible."""
ROUNDS = 60
"""Rounds of narrowing; more are needed only where ends creep towards each other for ever."""
SMALL = 40
"""A range of so many numbers is tried number by number."""
End = Fraction | None


@dataclass(frozen=True)
class Range:
    """What a number can be: from ``low`` to ``high`` (None is open), in steps of ``step`` from 0 (0: any number)."""

    low: End
    high: End
    step: Fraction = Fraction(0)

    @property
    def is_empty(self) -> bool:
        """Whether no number is left."""
        return self.low is not None and self.high is not None and self.low > self.high

    @property
    def only(self) -> Fraction | None:
        """The one number that is left, if one is."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def size(self) -> float:
        """How many numbers are left."""
        if self.low is None or self.high is None or (not self.step and self.low != self.high):
            return float("inf")
        return 1 if self.low == self.high else float((self.high - self.low) / self.step) + 1

    def narrowed(self, low: End, high: End) -> Range:
        """The part between two ends; the same object where nothing is lost."""
        if low is not None and self.step:
            low = ceil(low / self.step) * self.step
        if high is not None and self.step:
            high = floor(high / self.step) * self.step
        new_low = self.low if low is None or (self.low is not None and self.low >= low) else low
        new_high = self.high if high is None or (self.high is not None and self.high <= high) else high
        return self if (new_low, new_high) == (self.low, self.high) else Range(new_low, new_high, self.step)


@dataclass(frozen=True)
class Row:
    """``low <= sum of coefficient * unknown <= high``, with what is known taken to the ends."""

    terms: tuple[tuple[Fraction, Key], ...]
    low: End
    high: End


Ranges = dict[Key, Range]


@dataclass
class Search:
    """Looks for numbers that go together; ``likely`` is where it looks first."""

    rows: Sequence[Row]
    likely: Mapping[Key, Fraction]
    _of: dict[Key, list[Row]] = field(init=False)
    _left: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._of = {}
        for row in self.rows:
            for _, key in row.terms:
                self._of.setdefault(key, []).append(row)

    def is_possible(self, ranges: Ranges) -> bool:
        """Whether every unknown can be given a number of its range so that all rows hold."""
        self._left = MOST_STEPS
        return self._found(narrowed(self.rows, ranges, self._of))

    def _found(self, ranges: Ranges | None) -> bool:
        self._left -= 1
        if ranges is None or self._left < 0:
            return False
        unknown = [(r.size, key) for key, r in ranges.items() if r.only is None]
        if not unknown:
            return all(_holds(row, ranges) for row in self.rows)
        key = min(unknown, key=lambda one: (one[0], str(one[1])))[1]
        return any(
            self._found(narrowed(self._of[key], {**ranges, key: Range(value, value)}, self._of))
            for value in self._tried(key, ranges[key])
        )

    def _tried(self, key: Key, found: Range) -> Iterator[Fraction]:
        """The numbers to try: all of a small range, of a large one the likely, its neighbours and the ends."""
        likely, step = self.likely.get(key, Fraction(0)), found.step or Fraction(1)
        if found.size <= SMALL and found.low is not None:
            values = [found.low + n * step for n in range(int(found.size))]
        else:
            values = [likely + n * step for n in range(-3, 4)]
            values += [end for end in (found.low, found.high) if end is not None]
        for value in sorted(dict.fromkeys(values), key=lambda value: abs(value - likely)):
            if not found.narrowed(value, value).is_empty:
                yield value


def narrowed(rows: Sequence[Row], ranges: Ranges, of: Mapping[Key, Sequence[Row]]) -> Ranges | None:
    """The ranges cut down to what the rows leave; None where nothing is left of one."""
    found, waiting = dict(ranges), list(dict.fromkeys(rows))
    for _ in range(ROUNDS * max(len(of), 1)):
        if not waiting:
            break
        for key, cut in _cuts(waiting.pop(0), found):
            if cut.is_empty:
                return None
            if cut is not found[key]:
                found[key] = cut
                waiting += [row for row in of[key] if row not in waiting]
    return found if all(_holds(row, found) for row in rows) else None


def _cuts(row: Row, ranges: Ranges) -> Iterator[tuple[Key, Range]]:
    """What a row leaves of each of its unknowns, given the ends of the others."""
    ends = [_ends(coefficient, ranges[key]) for coefficient, key in row.terms]
    for place, (coefficient, key) in enumerate(row.terms):
        others = [end for n, end in enumerate(ends) if n != place]
        most, least = _sum(low for low, _ in others), _sum(high for _, high in others)
        high = None if row.high is None or most is None else (row.high - most) / coefficient
        low = None if row.low is None or least is None else (row.low - least) / coefficient
        yield key, ranges[key].narrowed(*((low, high) if coefficient > 0 else (high, low)))


def _holds(row: Row, ranges: Ranges) -> bool:
    """Whether a row can hold with these ends; of numbers that are all fixed, whether it does."""
    ends = [_ends(coefficient, ranges[key]) for coefficient, key in row.terms]
    least, most = _sum(low for low, _ in ends), _sum(high for _, high in ends)
    under = row.high is None or least is None or least <= row.high
    return under and (row.low is None or most is None or most >= row.low)


def _ends(coefficient: Fraction, found: Range) -> tuple[End, End]:
    low = None if found.low is None else coefficient * found.low
    high = None if found.high is None else coefficient * found.high
    return (low, high) if coefficient > 0 else (high, low)


def _sum(ends: Iterable[End]) -> End:
    total = Fraction(0)
    for end in ends:
        if end is None:
            return None
        total += end
    return total
