"""What must be withheld: what the policy covers, and whatever would give that away.

A covered number is safe where readers are left with at least three numbers that it can be (or all that its rule leaves
open, if fewer); other than a count, with one that lies a tenth away. Where it is not, one more number is withheld: a
percentage before a part, a part before a total, a small one before a large one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from phulien_analysis.calculations import Printings
from phulien_analysis.catalogue import Unit
from phulien_analysis.disclosure.covered import covered, must_be_shown
from phulien_analysis.disclosure.elsewhere import Elsewhere, Key
from phulien_analysis.disclosure.relations import Equal, Factor, Linear, Numbers, Relation
from phulien_analysis.disclosure.search import Range, Ranges, Row, Search
from phulien_analysis.errors import PhulienError
from phulien_analysis.expression import RATIOS
from phulien_analysis.figures import Figure, Status
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Message
from phulien_analysis.policy import Rule, withholding
from phulien_analysis.report import Report

ENOUGH = 3
"""So many numbers must be left open."""
AROUND = 8
"""So many neighbours of a number are looked at on either side."""
AWAY = (Fraction(8, 10), Fraction(9, 10), Fraction(11, 10), Fraction(12, 10))
"""How far other numbers lie that an amount of money could be as well."""


def protect(report: Report, earlier: Iterable[Report] = ()) -> dict[str, Status]:
    """What the policy makes of a report's figures: the new status of each that is not shown, by its source.

    ``earlier`` are the ward's months before it, oldest first, whose public editions readers have as well. What they
    withhold must not follow either; so a later month never makes an earlier one tell more.

    Raises:
        PhulienError: a covered number follows from what must be shown.
    """
    elsewhere = Elsewhere()
    for month in earlier:
        with suppress(PhulienError):  # one that is refused is not published
            elsewhere = elsewhere.and_month(month, _Protection(Numbers(month.printings, elsewhere)).statuses())
    return _Protection(Numbers(report.printings, elsewhere)).statuses()


def protected(report: Report) -> Report:
    """The report as readers of a public edition have it: without the digits that the policy keeps back."""
    statuses = protect(report)
    figures = (_as_shown(figure, statuses.get(str(figure.source)), report) for figure in report.figure_list)
    return replace(report, figure_list=tuple(figures))


def _as_shown(figure: Figure, status: Status | None, report: Report) -> Figure:
    if status is None:
        return figure
    reason, group = withholding(report.catalogue.policy, figure.indicator, status)
    return replace(figure, printed="", number=None, qualifier="", status=status, reason=reason, group=group)


@dataclass
class _Protection:
    """The numbers of a report, and which of them are withheld so far."""

    numbers: Numbers
    covered: dict[Key, Rule] = field(init=False)
    withheld: set[Key] = field(init=False)

    def __post_init__(self) -> None:
        found = ((self.numbers.key(one.figure), one.rule) for one in covered(self.printings))
        self.covered = dict(found)
        self.withheld = set(self.covered)

    @property
    def printings(self) -> Printings:
        return self.numbers.printings

    def statuses(self) -> dict[str, Status]:
        """The new status of each figure that is not shown, by source."""
        told: set[Key] = set()  # of other months, by these
        while unsafe := next((key for key in self.rules if key not in told and not self._is_safe(key)), None):
            more = self._next(unsafe)
            if more is not None:
                self.withheld.add(more)
            elif unsafe in self.covered:
                raise PhulienError(self._refusal(unsafe))
            else:
                told.add(unsafe)
        keys = ((figure, self.numbers.key(figure)) for figure in self.printings.figures)
        return {str(figure.source): self._status(key) for figure, key in keys if key in self.withheld}

    def _status(self, key: Key) -> Status:
        rule = self.covered.get(key)
        return "grouped" if rule and rule.action == "group" else "withheld"

    @cached_property
    def rules(self) -> Mapping[Key, Rule]:
        """Every number that must not follow, with its rule: of this month, and of those before."""
        return {**self.covered, **self.numbers.elsewhere.covered}

    def _next(self, unsafe: Key) -> Key | None:
        """The number to withhold next: one that makes ``unsafe`` safe by itself, else the first that may help."""
        choices = sorted(self._choices(unsafe), key=self._rank)
        for key in choices:
            self.withheld.add(key)
            safe = self._is_safe(unsafe)
            self.withheld.discard(key)
            if safe:
                return key
        return choices[0] if choices else None

    def _choices(self, unsafe: Key) -> Iterator[Key]:
        """Numbers shown beside the unsafe one, or beside another that is withheld with it."""
        together = self._together(unsafe)
        beside = {key for relation in together for key in relation.keys}
        for key in beside - self.withheld:
            if self.numbers.elsewhere.is_shown(key):
                continue  # readers have it all the same
            printed = self.numbers.printed.get(key, ())
            if printed and not any(must_be_shown(self.printings.catalogue.policy, f) for f in printed):
                yield key

    def _rank(self, key: Key) -> tuple[bool, bool, bool, Fraction, str]:
        value = abs(self._value(key) or Fraction(0))
        is_total = any(b.total == key.indicator for b in self.printings.catalogue.breakdowns)
        return (key.measure not in RATIOS, not value, is_total, value, str(key))

    def _refusal(self, unsafe: Key) -> Message:
        figure = self.numbers.printed[unsafe][0]
        return Message(
            "{where}: {name} is to be withheld (disclosure.csv), but it follows from numbers that disclosure.csv says "
            "are shown, or that an earlier month has shown; let one of them be withheld, too, or show this one",
            {"where": str(figure.source), "name": figure.indicator.label},
        )

    def _is_safe(self, key: Key) -> bool:
        """Whether enough numbers are left that it can be."""
        rows = list(self._rows(self._together(key)))
        ranges = self._ranges(rows, key)
        search, rule = Search(rows, self._likely), self.rules[key]
        open_to_all = list(self._candidates(key, rule))
        wanted = min(ENOUGH, len(open_to_all))
        possible = 0
        for value in open_to_all:
            fixed = ranges[key].narrowed(value, value)
            if not fixed.is_empty and search.is_possible({**ranges, key: fixed}):
                possible += 1
                if possible >= wanted:
                    return True
        return not open_to_all  # of a malformed number nobody knows anything

    def _candidates(self, key: Key, rule: Rule) -> Sequence[Fraction]:
        """Numbers that it could be: its rule's, its neighbours, or, of an amount, some that lie well away."""
        unit, value = self._unit(key), self._value(key)
        scale = Fraction(unit.scale)
        if rule.covered and rule.covered.low is not None and rule.covered.high is not None:
            first, last = int(rule.covered.low), int(rule.covered.high)
            near = int(value / scale) if value is not None else first
            return [n * scale for n in range(max(first, near - AROUND), min(last, near + AROUND) + 1)]
        if value is None:
            return []
        if unit.counted:
            near = int(value / scale)
            return [n * scale for n in range(max(0, near - AROUND), near + AROUND + 1)]
        return [value, *(value * part for part in AWAY)]

    def _value(self, key: Key) -> Fraction | None:
        figure = self._figure(key)
        return None if figure is None or figure.value is None else Fraction(figure.value)

    def _figure(self, key: Key) -> Figure | None:
        """A number's printing, of this month or another."""
        own = self.numbers.printed.get(key)
        return own[0] if own else self.numbers.elsewhere.figures.get(key)

    def _unit(self, key: Key) -> Unit:
        """The unit that a number is printed in, of this month or another."""
        return (self.numbers.printed.get(key) or [self.numbers.elsewhere.figures[key]])[0].unit

    @cached_property
    def _likely(self) -> Mapping[Key, Fraction]:
        keys = (*self.numbers.printed, *self.numbers.elsewhere.figures)
        return {key: value for key in keys if (value := self._value(key)) is not None}

    def _is_unknown(self, key: Key) -> bool:
        if self._value(key) is None:
            return True
        if key in self.numbers.printed and not self.numbers.elsewhere.is_shown(key):
            return key in self.withheld
        return key in self.numbers.elsewhere.hidden

    def _together(self, key: Key) -> list[Relation]:
        """The relations of a number, and of all unknown ones that hang together with it."""
        reached, waiting, found = {key}, [key], dict[Relation, None]()
        while waiting:
            one = waiting.pop()
            for relation in self._of_key.get(one, ()):
                found[relation] = None
                new = {k for k in relation.keys if self._is_unknown(k)} - reached
                reached |= new
                waiting += new
        return list(found)

    @cached_property
    def _of_key(self) -> Mapping[Key, Sequence[Relation]]:
        found: dict[Key, list[Relation]] = {}
        for relation in self.numbers.relations:
            for key in dict.fromkeys(relation.keys):
                found.setdefault(key, []).append(relation)
        return found

    def _ranges(self, rows: Iterable[Row], own: Key) -> Ranges:
        return {key: self._range(key) for key in dict.fromkeys([own, *(k for row in rows for _, k in row.terms)])}

    def _range(self, key: Key) -> Range:
        """What readers know of an unknown number by itself."""
        like = self._figure(key) or next(iter(self.printings.of(key.indicator, key.measure)), None)
        step = Fraction(like.unit.scale) if like and like.unit.counted else Fraction(0)
        rule = self.rules.get(key)
        if rule and rule.covered and rule.covered.low is not None and rule.covered.high is not None and like:
            scale = Fraction(like.unit.scale)
            return Range(Fraction(rule.covered.low) * scale, Fraction(rule.covered.high) * scale, step)
        return Range(None if self.numbers.is_signed(key) else Fraction(0), None, step)

    def _rows(self, relations: Iterable[Relation]) -> Iterator[Row]:
        for relation in relations:
            found = self._linear(relation) if isinstance(relation, Linear) else self._equal(relation)
            yield from (row for row in found if row.terms)

    def _linear(self, relation: Linear) -> Iterator[Row]:
        """The unknowns of a sum, with what is known taken to its ends."""
        low, high = relation.low, relation.high
        unknown: dict[Key, Fraction] = {}
        for coefficient, key in relation.terms:
            if self._is_unknown(key):
                unknown[key] = unknown.get(key, Fraction(0)) + coefficient
                continue
            least, most = self._known(Factor(key, 0, coefficient))
            low = None if low is None or most is None else low - most
            high = None if high is None or least is None else high - least
        yield Row(tuple((c, key) for key, c in unknown.items() if c), low, high)

    def _equal(self, relation: Equal) -> Iterator[Row]:
        """``A * x = B * y`` with what is known as intervals: two rows; nothing where a side has two unknowns."""
        left, right = self._side(relation.left), self._side(relation.right)
        if left is None or right is None:
            return
        (a_low, a_high, x), (b_low, b_high, y) = left, right
        for over, under, sign in ((a_low, b_high, 1), (a_high, b_low, -1)):
            if over is None or under is None:
                continue  # an open end tells nothing
            terms = {x: sign * over} if x else {}
            constant = Fraction(0) if x else sign * over
            if y:
                terms[y] = terms.get(y, Fraction(0)) - sign * under
            else:
                constant -= sign * under
            yield Row(tuple((c, key) for key, c in terms.items() if c), None, -constant)

    def _side(self, factors: Iterable[Factor]) -> tuple[Fraction, Fraction | None, Key | None] | None:
        """The known factors multiplied, and the one unknown; None where there are two, or a number may be negative."""
        low = Fraction(1)
        high: Fraction | None = Fraction(1)
        unknown = None
        for factor in factors:
            if self._is_unknown(factor.key):
                if unknown is not None or factor.offset:
                    return None
                unknown = factor.key
                continue
            least, most = self._known(factor)
            if least is not None and least < 0:
                return None
            low *= least or 0
            high = None if high is None or most is None else high * most
        return low, high, unknown

    def _known(self, factor: Factor) -> tuple[Fraction | None, Fraction | None]:
        """The ends of a factor whose number is shown."""
        figure = self._figure(factor.key)
        known = (figure and figure.interval) or Interval(None, None)
        low = None if known.low is None else factor.offset + factor.sign * Fraction(known.low)
        high = None if known.high is None else factor.offset + factor.sign * Fraction(known.high)
        return (low, high) if factor.sign > 0 else (high, low)
