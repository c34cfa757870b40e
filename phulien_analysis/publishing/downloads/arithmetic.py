"""How a computed number follows from printed ones, in a form that a spreadsheet can redo.

The calculations themselves are in :mod:`phulien_analysis.calculations`; here each result is written down as a sum of
products of figures, and kept only if it gives the same number and the same interval. So a live formula can never say
something else than the finding beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from phulien_analysis.calculations import Derived
from phulien_analysis.catalogue import Catalogue, Unit
from phulien_analysis.expression import Expression
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding

End = Literal["value", "low", "high"]
CellOf = Callable[[Figure, End], str]
_OTHER: dict[End, End] = {"value": "value", "low": "high", "high": "low"}
_KEPT = Fraction(1, 10**11)  # a finding keeps twelve decimals


@dataclass(frozen=True)
class Product:
    """Figures multiplied and divided; ``sign`` is 1 or -1."""

    sign: int
    factors: tuple[tuple[str, Figure], ...]

    def ends(self, end: End) -> Iterator[tuple[str, Figure, End]]:
        """Each factor with the end of its interval that gives this end of a sum; figures are not below 0."""
        for operator, figure in self.factors:
            turned = (self.sign < 0) != (operator == "/")
            yield operator, figure, _OTHER[end] if turned else end

    def scale(self, unit: Unit) -> Fraction:
        """What brings the product of the printed numbers into ``unit``."""
        scale = 1 / Fraction(unit.scale)
        for operator, figure in self.factors:
            own = Fraction(figure.unit.scale)
            scale = scale * own if operator == "*" else scale / own
        return scale


@dataclass(frozen=True)
class Worked:
    """A number in ``unit``: products added up, and a ``constant`` in the base unit; ``absolute`` drops the sign."""

    products: tuple[Product, ...]
    unit: Unit
    constant: int = 0
    absolute: bool = False

    def number(self, end: End = "value") -> Fraction | None:
        """One end of it, exactly; None where an operand has no such end."""
        if self.absolute and end != "value":
            return self._magnitude(end)
        signed = self._signed(end)
        return abs(signed) if self.absolute and signed is not None else signed

    def formula(self, cell: CellOf, end: End = "value") -> str:
        """The same as a spreadsheet's formula, without its equals sign."""
        if not self.absolute:
            return self._formula(cell, end)
        if end == "value":
            return f"ABS({self._formula(cell, end)})"
        low, high = self._formula(cell, "low"), self._formula(cell, "high")
        return f"MAX(0,{low},-({high}))" if end == "low" else f"MAX(-({low}),{high})"

    def gives(self, point: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
        """Whether it gives this number, and these ends as far as there are any."""
        wanted: dict[End, Decimal | None] = {"value": point, "low": low, "high": high}
        return all(
            (got := self.number(end)) is not None and abs(got - Fraction(number)) <= _KEPT
            for end, number in wanted.items()
            if number is not None
        )

    def _magnitude(self, end: End) -> Fraction | None:
        low, high = self._signed("low"), self._signed("high")
        if low is None or high is None:
            return None
        return max(Fraction(0), low, -high) if end == "low" else max(-low, high)

    def _signed(self, end: End) -> Fraction | None:
        result = self.constant / Fraction(self.unit.scale)
        for product in self.products:
            value = product.scale(self.unit)
            for operator, figure, side in product.ends(end):
                number = printed_end(figure, side)
                if number is None or (operator == "/" and not number):
                    return None
                value = value * Fraction(number) if operator == "*" else value / Fraction(number)
            result += product.sign * value
        return result

    def _formula(self, cell: CellOf, end: End) -> str:
        terms = [(product.sign, _product(product, self.unit, cell, end)) for product in self.products]
        if len(terms) > 1 and all(sign > 0 for sign, _ in terms) and not self.constant:
            return f"SUM({','.join(text for _, text in terms)})"
        if self.constant > 0:
            terms.insert(0, (1, _number(self.constant / Fraction(self.unit.scale))))
        elif self.constant:
            terms.append((-1, _number(-self.constant / Fraction(self.unit.scale))))
        text = "".join(f"{'+' if sign > 0 else '-'}{term}" for sign, term in terms)
        return text.removeprefix("+")


def printed_end(figure: Figure, end: End) -> Decimal | None:
    """A printed number, or an end of its interval, in the printed unit."""
    if end == "value":
        return None if figure.number is None else figure.number.value
    known = figure.printed_interval
    return None if known is None else getattr(known, end)


def of_finding(finding: Finding, catalogue: Catalogue) -> Worked | None:
    """How the computed number of a finding follows from its operands; None where there is none, or no such form."""
    point = finding.computed
    if point is None or finding.stated is None:
        return None
    ways = _ways(finding, finding.stated.unit, catalogue)
    return next((way for way in ways if way.gives(point, finding.low, finding.high)), None)


def of_derived(derived: Derived) -> Worked | None:
    """How a derived figure follows from its operands."""
    products = _of_expression(derived.expression, derived.operands)
    worked = Worked(products, derived.unit) if products else None
    return worked if worked and worked.gives(derived.value, None, None) else None


def _ways(finding: Finding, unit: Unit, catalogue: Catalogue) -> Iterator[Worked]:
    """The forms that a finding of this kind can have."""
    operands = finding.operands
    if finding.kind in {"sum", "subset"}:
        yield Worked(tuple(_plus(figure) for figure in operands), unit)
    elif finding.kind == "crosscheck":
        name = finding.id.partition("@")[0].removeprefix("crosscheck.")
        check = next((one for one in catalogue.crosschecks if one.check == name), None)
        products = _of_expression(check.right, operands) if check else ()
        if products:
            yield Worked(products, unit)
    elif finding.kind in {"duplicate", "pair"}:
        yield from (Worked((_plus(figure),), unit) for figure in operands)
    elif len(operands) == 2:  # the rest are rules over two figures
        yield from _of_two(*operands, unit)


def _of_two(a: Figure, b: Figure, unit: Unit) -> Iterator[Worked]:
    """Quotient, what it leaves of the whole, growth, difference; of the last two also the mere size."""
    yield Worked((_quotient(1, a, b),), unit)
    yield Worked((_quotient(-1, a, b),), unit, constant=1)
    for absolute in (False, True):
        yield Worked((_plus(a), Product(-1, (("*", b),))), unit, absolute=absolute)
        yield Worked((_quotient(1, a, b),), unit, constant=-1, absolute=absolute)


def _plus(figure: Figure) -> Product:
    return Product(1, (("*", figure),))


def _quotient(sign: int, a: Figure, b: Figure) -> Product:
    return Product(sign, (("*", a), ("/", b)))


def _of_expression(expression: Expression, operands: Sequence[Figure]) -> tuple[Product, ...]:
    """An expression of the catalogue with the figures put in; empty where one is not among the operands."""
    if expression.is_difference_of_one:
        first, last = operands[0], operands[-1]
        return (_plus(first), Product(-1, (("*", last),)))
    chosen = {(f.indicator.indicator, f.measure): f for f in operands}
    if any((term.indicator, term.measure) not in chosen for term in expression.terms):
        return ()
    return tuple(
        Product(
            1 if product.sign == "+" else -1, tuple((op, chosen[t.indicator, t.measure]) for op, t in product.factors)
        )
        for product in expression.products
    )


def _product(product: Product, unit: Unit, cell: CellOf, end: End) -> str:
    text = "".join(f"{operator}{cell(figure, side)}" for operator, figure, side in product.ends(end))
    return text.removeprefix("*") + _scaling(product.scale(unit))


def _scaling(scale: Fraction) -> str:
    times = f"*{scale.numerator}" if scale.numerator != 1 else ""
    return times + (f"/{scale.denominator}" if scale.denominator != 1 else "")


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
