"""The likeliest mistyped figures behind calculations that do not hold.

Error localisation after Fellegi and Holt (1976, *JASA* 71): change the fewest figures so that every calculation holds.
Figures are intervals here, and among equally few changes the likelier slip of the typing hand comes first: every figure
is taken to be mistyped equally often, in any of its digits, so that a figure's weight is the share of its single slips
that would make all calculations hold, those that hold already included. Each counts for the more, the likelier the
number is that it would put back (`likelihood`), and for less where that number would only just fit. Nothing is decided:
these are readings to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from math import prod

from phulien_analysis.interval import Interval
from phulien_analysis.stated.cells import (
    CellValue,
    Demands,
    allowed_interval,
    common_part,
    fitting_slips,
    from_zero,
    interval_of,
    reach_of,
)
from phulien_analysis.stated.constraints import Constraint
from phulien_analysis.stated.likelihood import likelier

_MOST_PAIRS = 400  # figures times broken calculations up to which two causes are looked for together
_MOST_TOGETHER = 60  # broken calculations that hang together; of more, which no report has, each is looked at alone
_MOST_TRIED = 200_000  # figures times broken calculations, over all that is split: once it is used up, likewise
_MOST_WITNESSES = 60  # calculations that hold on to one figure: it is as well known as it will be
_ZERO = Decimal(0)


@dataclass(frozen=True)
class Candidate:
    """A figure that alone explains all broken calculations of a cause.

    ``allowed`` is what they and the ``witnesses`` (calculations with it that hold, and go on holding) leave for its
    value, in its printed unit. ``repairs`` are the printed forms within one slip that would do, likeliest first;
    ``weight`` is how likely they are together, 0 where there is none.
    """

    cell: int
    allowed: Interval
    repairs: tuple[str, ...]
    explains: tuple[str, ...]
    witnesses: tuple[str, ...]
    weight: Decimal


@dataclass(frozen=True)
class Cause:
    """Broken calculations that one figure explains; the best candidate first, none where no figure does."""

    broken: tuple[str, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class _Split:
    """One figure's part of a group that no figure explains alone, and what is left when that figure is put right."""

    best: Candidate
    explained: tuple[Constraint, ...]
    system: _System
    rest: tuple[Constraint, ...]


def find_causes(cells: Sequence[CellValue], constraints: Sequence[Constraint]) -> list[Cause]:
    """The causes of all broken constraints, each of which is in exactly one cause.

    Constraints are broken together where they share a figure. A group that one figure explains is one cause; else it
    is split into as few as can be found.
    """
    system = _System({cell.index: cell for cell in cells}, _first_of_twins(cells), constraints)
    broken = [constraint for constraint in constraints if not constraint.holds]
    waiting = [(system.about(group), group) for group in reversed(system.groups(broken))]
    causes, left = [], _MOST_TRIED
    while waiting:
        system, group = waiting.pop()
        candidates = system.candidates(group)
        tried = 0 if candidates or len(group) == 1 else len(system.figures_of(group)) * len(group)
        left -= tried
        large = tried > 0 and (left < 0 or len(group) > _MOST_TOGETHER)
        split = None if large or not tried else _split(system, group)
        if large:
            causes += [Cause(_names((one,)), system.candidates((one,))) for one in group]
        elif split is None:
            alone = [group] if candidates else [(constraint,) for constraint in group]
            causes += [Cause(_names(part), candidates) for part in alone]
        else:
            named = _names(split.explained)
            found = system.candidates(split.explained) or (replace(split.best, explains=named),)
            causes.append(Cause(named, found))
            waiting += [(split.system, part) for part in reversed(split.system.groups(split.rest))]
    return causes


class _System:
    """The figures, twins taken as one, and the constraints on them."""

    def __init__(self, cells: Mapping[int, CellValue], first: Mapping[int, int], all_: Iterable[Constraint]) -> None:
        self._cells, self._first, self._constraints = cells, first, tuple(all_)
        self._implied: dict[tuple[Constraint, int], Interval | None] = {}
        self._touching: dict[int, list[Constraint]] = {}
        self._witnesses: dict[int, list[tuple[Constraint, Interval]]] = {}
        for constraint in self._constraints:
            for figure in self.figures(constraint):
                self._touching.setdefault(figure, []).append(constraint)

    def about(self, broken: Iterable[Constraint]) -> _System:
        """What of the system bears on these constraints: all that share a figure with them."""
        figures = dict.fromkeys(figure for constraint in broken for figure in self.figures(constraint))
        near = dict.fromkeys(constraint for figure in figures for constraint in self._touching[figure])
        return _System(self._cells, self._first, near)

    def figures(self, constraint: Constraint) -> tuple[int, ...]:
        """The figures in a constraint, each once, by the first of their places."""
        return tuple(dict.fromkeys(self._first[cell] for cell in constraint.cells if cell in self._first))

    def figures_of(self, constraints: Iterable[Constraint]) -> list[int]:
        """The figures in any of these constraints."""
        return sorted({figure for constraint in constraints for figure in self.figures(constraint)})

    def groups(self, broken: Sequence[Constraint]) -> list[tuple[Constraint, ...]]:
        """Constraints that share figures, directly or through others, in the order of their first."""
        root = _roots(self.figures(constraint) for constraint in broken)
        groups: dict[int | Constraint, list[Constraint]] = {}
        for constraint in broken:
            figures = self.figures(constraint)
            groups.setdefault(root[figures[0]] if figures else constraint, []).append(constraint)
        return [tuple(group) for group in groups.values()]

    def candidates(self, broken: Sequence[Constraint]) -> tuple[Candidate, ...]:
        """The figures that alone explain all of these constraints, the best first."""
        common = set.intersection(*(set(self.figures(constraint)) for constraint in broken))
        found = [c for figure in sorted(common) if (c := self.candidate(figure, broken))]
        return tuple(sorted(found, key=lambda candidate: self._rank(candidate, broken)))

    def _rank(self, candidate: Candidate, broken: Sequence[Constraint]) -> tuple[Decimal, int, int, int]:
        # A derived figure can go wrong in a second way: worked out wrongly, or before an operand was changed, while
        # operands are copied from the offices that counted. So it comes first where weights are equal, or 0.
        derived = sum(self._is_derived(constraint, candidate.cell) for constraint in broken)
        return -candidate.weight, -derived, -len(candidate.witnesses), candidate.cell

    def candidate(self, figure: int, broken: Sequence[Constraint]) -> Candidate | None:
        """The figure as the explanation of these constraints; None where no value of it makes all of them hold."""
        asked = [self.implied(constraint, figure) for constraint in broken]
        own = [interval for interval in asked if interval is not None]
        if len(own) < len(broken):
            return None
        witnesses = self.witnesses(figure)
        demands = Demands([*own, *(interval for _, interval in witnesses)])
        cell = self._cells[figure]
        allowed = allowed_interval(cell, demands)
        fitting = fitting_slips(cell, demands, self._likelihood(figure, broken))
        if allowed is None and not fitting:
            return None
        return Candidate(
            cell=figure,
            allowed=allowed or interval_of(cell, fitting[0].number),
            repairs=tuple(slip.number.text for slip in fitting),
            explains=_names(broken),
            witnesses=_names(constraint for constraint, _ in witnesses),
            weight=sum((slip.weight for slip in fitting), _ZERO),
        )

    def _is_derived(self, constraint: Constraint, figure: int) -> bool:
        return constraint.derived is not None and self._first.get(constraint.derived) == figure

    def _likelihood(self, figure: int, broken: Sequence[Constraint]) -> Callable[[Decimal], Decimal]:
        """How much likelier than the printed number another is, by what else stands in the broken calculations."""
        cell = self._cells[figure]
        printed = cell.number.value if cell.number is not None else _ZERO
        if any(self._is_derived(constraint, figure) for constraint in broken):
            return lambda meant: Decimal(1)
        alike = next((constraint for constraint in broken if constraint.alike), None)
        others = [] if alike is None else [f for f in self.figures(alike) if not self._is_derived(alike, f)]
        fellows = [
            c.number.value * c.scale / cell.scale for f in others if f != figure and (c := self._cells[f]).number
        ]
        return lambda meant: likelier(meant, printed, fellows)

    def implied(self, constraint: Constraint, figure: int) -> Interval | None:
        """What the constraint asks of the figure; None where it cannot be told, or the figure stands in it twice."""
        key = constraint, figure
        if key not in self._implied:
            places = self._places(constraint, figure)
            self._implied[key] = constraint.implied(places[0]) if len(places) == 1 else None
        return self._implied[key]

    def _places(self, constraint: Constraint, figure: int) -> list[int]:
        return [cell for cell in constraint.cells if self._first.get(cell) == figure]

    def witnesses(self, figure: int) -> list[tuple[Constraint, Interval]]:
        """The holding constraints on a figure, and what they ask; not those that hold for another reason only."""
        if figure not in self._witnesses:
            self._witnesses[figure] = list(islice(self._asking(figure), _MOST_WITNESSES))
        return self._witnesses[figure]

    def _asking(self, figure: int) -> Iterator[tuple[Constraint, Interval]]:
        cell = self._cells[figure]
        for constraint in self._touching[figure]:
            asked = self.implied(constraint, figure) if constraint.holds else None
            if asked is not None and (cell.number is None or interval_of(cell, cell.number).meets(asked)):
                yield constraint, asked

    def largest_parts(self, figure: int, broken: Sequence[Constraint]) -> list[tuple[Constraint, ...]]:
        """The constraints that one value of the figure can make hold together, for as many as can.

        Intervals that have a number in common have the low end of one of them in common.
        """
        cell = self._cells[figure]
        always = [from_zero(cell), *(reach_of(cell, interval) for _, interval in self.witnesses(figure))]
        own = set(self._touching[figure])
        asked = [(c, i) for c in broken if c in own and (i := self.implied(c, figure)) is not None]
        reached = [(c, reach) for c, i in asked if (reach := common_part([*always, reach_of(cell, i)])) is not None]
        parts = {tuple(c for c, reach in reached if _begins(low, reach)) for low in {reach.low for _, reach in reached}}
        longest = max((len(part) for part in parts), default=0)
        order = {constraint: place for place, constraint in enumerate(broken)}
        return sorted((part for part in parts if len(part) == longest), key=lambda part: [order[c] for c in part])

    def repaired(self, candidate: Candidate) -> tuple[_System, dict[Constraint, Constraint]]:
        """The system with one figure put right, which is not looked at again, and which constraint has become which."""
        became = {c: self._restated(c, candidate) for c in self._constraints}
        others = {cell: figure for cell, figure in self._first.items() if figure != candidate.cell}
        after = _System(self._cells, others, became.values())
        after._implied = self._implied  # most constraints are the same
        return after, became

    def _restated(self, constraint: Constraint, candidate: Candidate) -> Constraint:
        places = self._places(constraint, candidate.cell)
        if len(places) != 1 or constraint.restated is None:
            return constraint
        again = constraint.restated(places[0], candidate.allowed)
        return replace(again, holds=True) if constraint.holds else again


def _split(system: _System, group: Sequence[Constraint]) -> _Split | None:
    """The part of a group to explain first.

    It is the one that leaves the fewest causes and the likeliest slips; in a large group, where looking ahead would
    take long, the one that explains most.
    """
    figures = system.figures_of(group)
    parts = [(figure, part) for figure in figures for part in system.largest_parts(figure, group)]
    found = [(best, part) for figure, part in parts if (best := system.candidate(figure, part))]
    if not found:
        return None
    if len(figures) * len(group) <= _MOST_PAIRS:
        return min((_split_off(system, *each, group) for each in found), key=_cost)
    best, part = min(found, key=lambda each: (-len(each[1]), -each[0].weight, each[0].cell))
    return _split_off(system, best, part, group)


def _split_off(system: _System, best: Candidate, part: Sequence[Constraint], group: Sequence[Constraint]) -> _Split:
    after, became = system.repaired(best)
    left = [constraint for constraint in group if constraint not in part]
    explained = (*part, *(constraint for constraint in left if became[constraint].holds))
    rest = tuple(became[constraint] for constraint in left if not became[constraint].holds)
    return _Split(best, explained, after, rest)


def _cost(split: _Split) -> tuple[int, int, int, Decimal, int]:
    """Causes that stay unexplained, causes, causes without a repair, the unlikelihood of the repairs."""
    others = [split.system.candidates(group) for group in split.system.groups(split.rest)]
    best = [split.best, *(candidates[0] for candidates in others if candidates)]
    unexplained = sum(not candidates for candidates in others)
    without = sum(not candidate.weight for candidate in best)
    likelihood = prod((candidate.weight or Decimal(1) for candidate in best), start=Decimal(1))
    return unexplained, 1 + len(others), without, -likelihood, split.best.cell


def _first_of_twins(cells: Sequence[CellValue]) -> dict[int, int]:
    """For each place the first place of its figure; a twin that prints other digits is none."""
    printed = {cell.index: cell.printed for cell in cells}
    twins = ((cell.index, twin) for cell in cells for twin in cell.twins if printed.get(twin) == cell.printed)
    return _roots([*((index,) for index in printed), *twins])


def _roots(linked: Iterable[Sequence[int]]) -> dict[int, int]:
    """For each number the smallest of all that are linked with it, directly or through others."""
    above: dict[int, int] = {}

    def root(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]  # halves the way for the next one
            number = above[number]
        return number

    for numbers in linked:
        for number in numbers:
            above.setdefault(number, number)
            low, high = sorted((root(numbers[0]), root(number)))
            above[high] = low
    return {number: root(number) for number in above}


def _begins(low: Decimal | None, interval: Interval) -> bool:
    """Whether the low end of another interval lies in this one."""
    return interval.low is None if low is None else interval.contains(low)


def _names(constraints: Iterable[Constraint]) -> tuple[str, ...]:
    return tuple(constraint.name for constraint in constraints)
