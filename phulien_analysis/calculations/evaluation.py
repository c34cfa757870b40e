"""An expression of the catalogue, worked out with the figures of a report over the windows it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from phulien_analysis.calculations.operands import Printings, nearest
from phulien_analysis.expression import Expression, Product, Term
from phulien_analysis.figures import Figure, Quantity
from phulien_analysis.interval import Interval

Chosen = Mapping[Term, Figure]


@dataclass(frozen=True)
class Operands:
    """The printing chosen for each term of an expression, in the order written."""

    expression: Expression
    chosen: Chosen

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, each once."""
        return tuple(dict.fromkeys(self.chosen[term] for term in self.expression.terms))

    @property
    def first(self) -> Figure:
        """The figure of the first term."""
        return self.chosen[self.expression.terms[0]]

    @property
    def unreadable(self) -> Figure | None:
        """The first figure without a value."""
        return next((f for f in self.figures if f.interval is None), None)

    def result(self) -> Quantity:
        """The value of the expression; :class:`ZeroDivisionError` where a denominator can be 0."""
        return evaluate(self.expression, self.chosen)


def evaluate(expression: Expression, chosen: Chosen) -> Quantity:
    """Work out an expression with readable figures; :class:`ZeroDivisionError` where a denominator can be 0."""
    interval, value = Interval.point(Decimal(0)), Decimal(0)
    with localcontext(prec=60):
        for product in expression.products:
            factor = _product(product, chosen)
            added = product.sign == "+"
            interval = interval + factor.interval if added else interval - factor.interval
            value = value + factor.value if added else value - factor.value
    return Quantity(interval, value)


def _product(product: Product, chosen: Chosen) -> Quantity:
    interval, value = Interval.point(Decimal(1)), Decimal(1)
    for operator, term in product.factors:
        factor = chosen[term].quantity
        if operator == "*":
            interval, value = interval * factor.interval, value * factor.value
        else:
            interval, value = interval / factor.interval, value / factor.value
    return Quantity(interval, value)


def first_printings(printings: Printings, term: Term) -> Iterator[Figure]:
    """The first printing of a term for each of its windows."""
    seen = set()
    for figure in printings.of(term.indicator, term.measure):
        window = printings.window(figure)
        if (window.start, window.end) not in seen:
            seen.add((window.start, window.end))
            yield figure


def over_same_window(printings: Printings, expression: Expression, start: Figure) -> Operands | None:
    """Operands over the window of ``start``, which stands for its own term; plans over a window that holds it."""
    chosen: dict[Term, Figure] = {}
    for term in expression.terms:
        if (term.indicator, term.measure) == (start.indicator.indicator, start.measure):
            chosen[term] = start
            continue
        figure = printings.operand(start, term.indicator, term.measure)
        if figure is None and term.measure == "plan":
            figure = printings.plan_of(start, term.indicator)
        if figure is None:
            return None
        chosen[term] = figure
    return Operands(expression, chosen)


def over_any_window(printings: Printings, expression: Expression, start: Figure) -> Operands | None:
    """Operands over the window of ``start`` where they are printed for it, else the nearest printing."""
    same = over_same_window(printings, expression, start)
    if same is not None:
        return same
    chosen: dict[Term, Figure] = {}
    for term in expression.terms:
        printed = printings.of(term.indicator, term.measure)
        figure = start if start in printed else nearest(start, printed)
        if figure is None:
            return None
        chosen[term] = figure
    return Operands(expression, chosen)


def unprinted(printings: Printings, *sides: Expression) -> list[Term]:
    """The terms of which the report prints no figure at all."""
    return [t for side in sides for t in side.terms if not printings.of(t.indicator, t.measure)]


def over_enclosing_window(printings: Printings, expression: Expression, start: Figure) -> Operands | None:
    """Operands over the shortest window that holds that of ``start``, all over the same one."""
    first = expression.terms[0]
    window = printings.window(start)
    holding = [
        f for f in printings.of(first.indicator, first.measure) if f is not start and window.within(printings.window(f))
    ]
    shortest = min((printings.window(f).days for f in holding), default=0)
    figure = nearest(start, [f for f in holding if printings.window(f).days == shortest])
    return None if figure is None else over_same_window(printings, expression, figure)
