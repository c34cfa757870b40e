"""Derived figures: what the report implies but does not print, each with its formula and its interval."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from phulien_analysis.calculations.evaluation import (
    Operands,
    first_printings,
    over_any_window,
    over_same_window,
)
from phulien_analysis.calculations.operands import Printings
from phulien_analysis.calculations.sentences import Amount, Name
from phulien_analysis.catalogue import Crosscheck, Indicator, Unit
from phulien_analysis.expression import RATIOS, Expression, Term
from phulien_analysis.figures import Figure, Quantity, say_quantity
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Label, Lang
from phulien_analysis.period import Period
from phulien_analysis.printed import Qualifier, format_number, round_half_up, round_outwards

_ONE_SIDED = 4  # a bound, if the interval reaches at least so many times as far to the other side


@dataclass(frozen=True)
class Derived:
    """A figure that we worked out from printed ones; never shown without its mark.

    ``point`` and ``interval`` are in the base unit of ``unit``'s dimension; ``period`` is that of the first operand.
    """

    check: str
    indicator: Indicator
    measure: str
    period: Period
    unit: Unit
    decimals: int
    point: Decimal
    interval: Interval
    expression: Expression
    operands: tuple[Figure, ...]
    reason: Label

    @property
    def value(self) -> Decimal:
        """The value in ``unit``, not rounded."""
        with localcontext(prec=60):
            return self.point / self.unit.scale

    @property
    def is_possible(self) -> bool:
        """Whether it can be: less than nothing is a contradiction of the operands, which the findings tell."""
        return self.indicator.signed or self.interval.high is None or self.interval.high >= 0

    def say(self, lang: Lang) -> str:
        """The value with its unit, rounded half up; where an operand is over or nearly a number, the bound it gives."""
        if not self.qualifier:
            return Amount(self.point, self.unit, self.decimals).say(lang)
        shown = format_number(self._rounded(self.qualifier), lang)
        return say_quantity(shown, self.unit, lang, self.qualifier)

    @property
    def qualifier(self) -> Qualifier:
        """To which side the interval reaches from the value that the digits give; empty if no operand has one."""
        if not any(f.qualifier for f in self.operands):
            return ""
        low, high = self.interval.low, self.interval.high
        if low is None or high is None:
            return "about" if low == high else "at_most" if low is None else "at_least"
        below, above = self.point - low, high - self.point
        if below * _ONE_SIDED <= above:
            return "at_least"
        return "at_most" if above * _ONE_SIDED <= below else "about"

    def _rounded(self, qualifier: Qualifier) -> Decimal:
        """A bound stays one when it is rounded."""
        if qualifier == "about":
            return round_half_up(self.value, self.decimals)
        return round_outwards(self.value, self.decimals, up=qualifier == "at_most")

    def formula(self, lang: Lang) -> str:
        """The formula with the names of its operands."""
        chosen = {(f.indicator.indicator, f.measure): f for f in self.operands}
        words: list[str] = []
        if self.expression.is_difference_of_one:
            return " − ".join(Name(f).say(lang) for f in self.operands)
        for product in self.expression.products:
            for position, (operator, term) in enumerate(product.factors):
                sign = operator if position else product.sign
                words += [_SIGNS[sign], Name(chosen[term.indicator, term.measure]).say(lang)]
        return " ".join(words[1:])


_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/"}


def derive(printings: Printings) -> tuple[Derived, ...]:
    """Every derived figure of the catalogue whose operands are printed and which is not printed itself."""
    checks = (check for check in printings.catalogue.crosschecks if check.relation == "derive")
    worked_out = (derived for check in checks for derived in _derived(printings, check))
    return tuple(derived for derived in worked_out if derived.is_possible)


def _derived(printings: Printings, check: Crosscheck) -> Iterator[Derived]:
    if check.right.is_difference_of_one:
        yield from _earlier_part(printings, check)
        return
    select = over_any_window if check.windows == "any" else over_same_window
    for start in first_printings(printings, _anchor(check.right)):
        operands = select(printings, check.right, start)
        window = printings.window(start)
        if operands is not None and operands.unreadable is None and _plans_begin(operands, window):
            yield from _worked_out(printings, check, operands, window)


def _anchor(expression: Expression) -> Term:
    """The term whose windows the derived figure takes; a plan's is the longer one, so it does not set it."""
    return next((term for term in expression.terms if term.measure != "plan"), expression.terms[0])


def _plans_begin(operands: Operands, window: Period) -> bool:
    """Whether every plan begins with the window: one month held against a year's plan would mislead."""
    plans = [f for f in operands.figures if f.measure == "plan" and f.period.stated]
    return all(f.period.start == window.start for f in plans)


def _worked_out(printings: Printings, check: Crosscheck, operands: Operands, window: Period) -> Iterator[Derived]:
    if _is_printed(printings, check, window):
        return
    try:
        result = operands.result()
    except ZeroDivisionError:
        return  # the figures page shows the operands; there is nothing to derive from a base of 0
    yield _put_together(printings, check, operands.figures, result, window)


def _earlier_part(printings: Printings, check: Crosscheck) -> Iterator[Derived]:
    """A longer window minus one that ends on the same day: what came before it."""
    term = check.right.terms[0]
    figures = [f for f in first_printings(printings, term) if f.period.stated and f.interval is not None]
    for outer in figures:
        for inner in figures:
            if inner is not outer and inner.period.end == outer.period.end and _starts_later(inner, outer):
                rest = outer.period.before(inner.period)
                if not _is_printed(printings, check, rest):
                    yield _put_together(printings, check, (outer, inner), _difference(outer, inner), rest)


def _starts_later(inner: Figure, outer: Figure) -> bool:
    start, begin = inner.period.start, outer.period.start
    return start is not None and begin is not None and begin < start


def _difference(outer: Figure, inner: Figure) -> Quantity:
    longer, shorter = outer.quantity, inner.quantity
    return Quantity(longer.interval - shorter.interval, longer.value - shorter.value)


def _is_printed(printings: Printings, check: Crosscheck, window: Period) -> bool:
    target = check.left.terms[0]
    printed = printings.of(target.indicator, target.measure)
    return any(printings.window(f).same_days(window) for f in printed)


def _put_together(
    printings: Printings,
    check: Crosscheck,
    figures: tuple[Figure, ...],
    result: Quantity,
    window: Period,
) -> Derived:
    target = check.left.terms[0]
    indicator = printings.catalogue.indicators[target.indicator]
    unit = _unit(printings, indicator, target.measure, figures)
    interval = _possible(result, check.right, figures, signed=indicator.signed)
    return Derived(
        check=check.check,
        indicator=indicator,
        measure=target.measure,
        period=window,
        unit=unit,
        decimals=_decimals(check.right, unit, figures),
        point=result.value,
        interval=interval,
        expression=check.right,
        operands=figures,
        reason=check.reason,
    )


def _possible(result: Quantity, expression: Expression, figures: tuple[Figure, ...], *, signed: bool) -> Interval:
    """The part of the interval that can be: not below 0 unless signed, and a share of a whole not above the whole."""
    interval = result.interval
    if not signed and result.value >= 0:
        interval = interval.clamped()
    is_share = [term.measure for term in expression.terms].count("share") == 1 and len(expression.products) == 1
    for whole in (f.quantity for f in figures if is_share and f.measure != "share"):
        if result.value <= whole.value and interval.high is not None and whole.interval.high is not None:
            interval = Interval(interval.low, min(interval.high, whole.interval.high))
    return interval


def _unit(printings: Printings, indicator: Indicator, measure: str, figures: tuple[Figure, ...]) -> Unit:
    """The unit of the first operand where it measures the same thing, else the first unit of the dimension."""
    dimension = "ratio" if measure in RATIOS else indicator.dimension
    for figure in figures:
        if figure.unit.dimension == dimension:
            return figure.unit
    return printings.catalogue.unit_of(dimension)


def _decimals(expression: Expression, unit: Unit, figures: tuple[Figure, ...]) -> int:
    """Sums keep the decimals of their operands; a rate has one, another quotient two, whole units none."""
    if all(len(product.factors) == 1 for product in expression.products):
        return max(f.decimals for f in figures)
    if unit.dimension == "ratio":
        return 1
    return 0 if unit.exact or unit.dimension.startswith("money") else 2
