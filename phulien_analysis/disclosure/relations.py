"""What a reader can hold the published numbers against: totals, percentages, differences, windows, cross-checks.

They are the relations that the rules of ``calculations`` redo, taken more widely: a window that is not stated may be
any, a part that is not printed anything that is not negative, and other months are looked at. All is in base units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from phulien_analysis.calculations import Printings
from phulien_analysis.calculations.operands import nearest
from phulien_analysis.catalogue import Breakdown, Crosscheck
from phulien_analysis.disclosure.elsewhere import Elsewhere, Key, is_flow
from phulien_analysis.expression import ADDITIVE, Expression, Term
from phulien_analysis.figures import Figure


@dataclass(frozen=True)
class Linear:
    """``low <= sum of coefficient * number <= high``; an end that is None is open."""

    terms: tuple[tuple[int, Key], ...]
    low: Fraction | None
    high: Fraction | None

    @property
    def keys(self) -> tuple[Key, ...]:
        """The numbers in it."""
        return tuple(key for _, key in self.terms)


class Factor(NamedTuple):
    """``offset + sign * number``: a growth g enters as 1 + g, a remaining percentage r as 1 - r."""

    key: Key
    offset: int = 0
    sign: int = 1


@dataclass(frozen=True)
class Equal:
    """The product of the factors on the left is that of those on the right: ``share * base = actual``."""

    left: tuple[Factor, ...]
    right: tuple[Factor, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """The numbers in it."""
        return tuple(factor.key for factor in (*self.left, *self.right))


Relation = Linear | Equal
ZERO = Fraction(0)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Numbers:
    """All numbers of a report by key, with every printing of each, and the relations between them."""

    printings: Printings
    elsewhere: Elsewhere = field(default_factory=Elsewhere)

    def key(self, figure: Figure) -> Key:
        """The number that a figure prints; one without a window has that of the same number said elsewhere."""
        window = self.printings.window(figure)
        return Key(figure.indicator.indicator, figure.measure, window.start, window.end)

    @cached_property
    def printed(self) -> Mapping[Key, Sequence[Figure]]:
        """Every printing of each number."""
        found: dict[Key, list[Figure]] = {}
        for figure in self.printings.figures:
            found.setdefault(self.key(figure), []).append(figure)
        return found

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All that a reader can hold numbers against."""
        found: list[Relation] = []
        for breakdown in self.printings.catalogue.breakdowns:
            found += self._of_breakdown(breakdown)
        for figure in self.printings.figures:
            found += self._of_figure(figure)
        for indicator in dict.fromkeys(figure.indicator.indicator for figure in self.printings.figures):
            found += self._of_windows(indicator)
        for check in self.printings.catalogue.crosschecks:
            found += self._of_check(check)
        return tuple(dict.fromkeys(found))

    def _of_breakdown(self, breakdown: Breakdown) -> Iterator[Relation]:
        names = (breakdown.total, *breakdown.parts)
        for measure in sorted(ADDITIVE - {"change"}):
            members = [f for name in names for f in self.printings.of(name, measure)]
            for anchor in {self.key(f)[2:]: f for f in members}.values():
                keys = [self._over(name, measure, anchor) for name in names]
                if sum(key in self.printed for key in keys) > 1:
                    yield from self._total(keys[0], keys[1:], complete=breakdown.complete)

    def _total(self, total: Key, parts: Sequence[Key], *, complete: bool) -> Iterator[Relation]:
        if complete:
            yield Linear(((1, total), *((-1, part) for part in parts)), ZERO, ZERO)
        elif not self.is_signed(total):
            yield from (_at_most(part, total) for part in parts if part in self.printed and total in self.printed)

    def is_signed(self, key: Key) -> bool:
        """Whether a number may be below 0."""
        return self.printings.catalogue.indicators[key.indicator].signed or key.measure in {"change", "growth"}

    def _over(self, name: str, measure: str, anchor: Figure) -> Key:
        """The number of an indicator over the window of a figure; where none is printed, one that could be."""
        printings = self.printings
        choices = printings.of(name, measure)
        same = [f for f in choices if f is anchor or printings.same_window(anchor, f)]
        loose = [f for f in choices if not (f.period.stated and anchor.period.stated)]
        found = nearest(anchor, same) or nearest(anchor, loose)
        window = printings.window(anchor)
        return self.key(found) if found else Key(name, measure, window.start, window.end)

    def _of_figure(self, figure: Figure) -> Iterator[Relation]:
        """The relations of one figure to others of its indicator."""
        own = self.key(figure)
        if figure.measure in {"percent_of_plan", "remaining_percent", "remaining"}:
            yield from self._of_plan(figure, own)
        elif figure.measure == "share":
            for whole in (self._beside(figure, "base"), *self._wholes(figure)):
                yield from _product(self._beside(figure, "actual"), Factor(own), whole)
        elif figure.measure in {"change", "growth"}:
            yield from self._of_change(figure, own)
        elif figure.measure == "actual":
            base = self._beside(figure, "base")
            if base and not self.printings.of(own.indicator, "change"):
                yield _at_most(own, base)

    def _of_plan(self, figure: Figure, own: Key) -> Iterator[Relation]:
        """What a plan makes of an actual: a percentage, a remainder, and the percentage of that."""
        plan, actual = self._key_of(self.printings.plan_of(figure)), self._beside(figure, "actual")
        if figure.measure == "percent_of_plan":
            yield from _product(actual, Factor(own), plan)
        elif figure.measure == "remaining_percent":
            yield from _product(self._beside(figure, "remaining"), Factor(own), plan)
            yield from _product(actual, Factor(own, 1, -1), plan)
        elif plan and actual:
            yield Linear(((1, own), (-1, plan), (1, actual)), ZERO, ZERO)

    def _beside(self, figure: Figure, measure: str) -> Key | None:
        return self._key_of(self.printings.beside(figure, measure))

    def _key_of(self, figure: Figure | None) -> Key | None:
        return None if figure is None else self.key(figure)

    def _wholes(self, figure: Figure) -> Iterator[Key]:
        for breakdown in self.printings.catalogue.breakdowns:
            if figure.indicator.indicator in breakdown.parts:
                yield self._over(breakdown.total, "actual", figure)

    def _of_change(self, figure: Figure, own: Key) -> Iterator[Relation]:
        """A change or growth with the level now and every level before; prose says its direction in words."""
        now, name = self.printings.beside(figure, "actual"), own.indicator
        befores = [*self.printings.of(name, "base"), *self.printings.of(name, "actual")]
        for before in befores:
            if now is None or before is now or before.value is None or now.value is None:
                continue
            sign = -1 if now.value < before.value and (figure.value or 0) >= 0 else 1
            if figure.measure == "change":
                yield Linear(((1, self.key(now)), (-1, self.key(before)), (-sign, own)), ZERO, ZERO)
            else:
                yield from _product(self.key(now), Factor(own, 1, sign), self.key(before))

    def _of_windows(self, indicator: str) -> Iterator[Relation]:
        """Each window is the sum of the pieces that all windows, also those of other months, cut time into."""
        printed = filter(is_flow, self.printings.of(indicator, "actual"))
        keys = {*map(self.key, printed), *(key for key in self.elsewhere.figures if key.indicator == indicator)}
        windows = [(key, key.start, key.end + DAY) for key in keys if key.start]
        edges = sorted({edge for _, start, end in windows for edge in (start, end)})
        for key, start, end in sorted(windows, key=str):
            inside = [(a, b) for a, b in pairwise(edges) if start <= a and b <= end]
            if len(inside) > 1:
                pieces = (Key(indicator, "actual", a, b - DAY) for a, b in inside)
                yield Linear(((1, key), *((-1, piece) for piece in pieces)), ZERO, ZERO)

    def _of_check(self, check: Crosscheck) -> Iterator[Relation]:
        """An equation or a limit of the catalogue; what is derived counts where the report prints it all the same."""
        if check.relation == "compare" or check.right.is_difference_of_one:
            return
        for start in self.printings.of(check.left.terms[0].indicator, check.left.terms[0].measure):
            chosen = self._chosen(check, start)
            if chosen is not None:
                yield from _relation_of(check, chosen)

    def _chosen(self, check: Crosscheck, start: Figure) -> Mapping[Term, Key] | None:
        chosen: dict[Term, Key] = {}
        for term in (*check.left.terms, *check.right.terms):
            printed = self.printings.of(term.indicator, term.measure)
            same = [f for f in printed if f is start or self.printings.same_window(start, f)]
            plan = self.printings.plan_of(start, term.indicator) if term.measure == "plan" else None
            figure = nearest(start, same) or plan or nearest(start, printed)
            if figure is None:
                return None
            chosen[term] = self.key(figure)
        return chosen


def _at_most(less: Key, more: Key) -> Linear:
    return Linear(((1, more), (-1, less)), ZERO, None)


def _product(whole: Key | None, factor: Factor, other: Key | None) -> Iterator[Equal]:
    """``factor * other = whole``, as far as both are printed."""
    if whole is not None and other is not None:
        yield Equal((factor, Factor(other)), (Factor(whole),))


def _relation_of(check: Crosscheck, chosen: Mapping[Term, Key]) -> Iterator[Relation]:
    """The cross-check as a relation; of products only an equation of two can be told."""
    sides = (check.left, check.right)
    if all(len(product.factors) == 1 for side in sides for product in side.products):
        terms = (*_signed(check.right, chosen, 1), *_signed(check.left, chosen, -1))
        yield Linear(terms, ZERO, None if check.relation == "<=" else ZERO)
    elif check.relation != "<=" and all(len(side.products) == 1 for side in sides):
        over, under = _multiplied(check.left, chosen), _multiplied(check.right, chosen)
        yield Equal((*over["*"], *under["/"]), (*under["*"], *over["/"]))


def _signed(side: Expression, chosen: Mapping[Term, Key], sign: int) -> Iterator[tuple[int, Key]]:
    for product in side.products:
        yield (sign if product.sign == "+" else -sign), chosen[product.factors[0][1]]


def _multiplied(side: Expression, chosen: Mapping[Term, Key]) -> dict[str, list[Factor]]:
    found: dict[str, list[Factor]] = {"*": [], "/": []}
    for operator, term in side.products[0].factors:
        found[operator].append(Factor(chosen[term]))
    return found
