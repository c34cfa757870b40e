"""A calculation as a text states it: which figure follows from which others, and how sure that reading is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cached_property

from phulien_analysis.figures import Quantity
from phulien_analysis.findings import Kind
from phulien_analysis.interval import Interval
from phulien_analysis.messages import mark
from phulien_analysis.printed import truncate
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.formulas import ChangeRate, Formula, Growth, Linear, Product, Ratio

_ONE = Interval.point(Decimal(1))


@dataclass(frozen=True)
class Index:
    """Level ``x`` over the level before a change ``d``: ``x / (x − sign·d)``; the earlier level is implied."""

    sign: int = 1

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """Written ``1/(1 − sign·d/x)``, it needs each operand once."""
        x, d = operands
        share = d.interval / x.interval
        interval = _ONE / (_ONE - share if self.sign > 0 else _ONE + share)
        return Quantity(interval, x.value / (x.value - self.sign * d.value))

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """From ``d/x = sign·(1 − 1/p)``."""
        x, d = operands
        share = _ONE - _ONE / stated if self.sign > 0 else _ONE / stated - _ONE
        return d / share if which == 0 else x * share


class Certainty(IntEnum):
    """How sure a reading is.

    ``POSSIBLE``: it is taken only where it agrees. ``DOUBTFUL``: where it does not, it cannot tell, but is worth
    checking. ``PRESUMED``: a disagreement counts if one slip, or the wrong base, explains it. ``LIKELY``: it counts
    unless another reading of the same figure agrees. ``EXPLICIT``: the text writes the calculation out, or the rest of
    its table confirms it; only another likely reading is looked for.
    """

    POSSIBLE = 0
    DOUBTFUL = 1
    PRESUMED = 2
    LIKELY = 3
    EXPLICIT = 4


@dataclass(frozen=True)
class Reading:
    """One way to read a stated calculation; ``how`` says the arithmetic, ``review`` what to look at."""

    kind: Kind
    rule: str
    stated: Mention
    operands: tuple[Mention, ...]
    formula: Formula
    certainty: Certainty
    how: str
    review: str

    @property
    def cells(self) -> frozenset[tuple[int, int]]:
        """The places of all figures in it."""
        return frozenset((m.paragraph, m.start) for m in (self.stated, *self.operands))

    @cached_property
    def agrees(self) -> bool:
        """Whether the calculation, read so, holds for some numbers that the printed ones may stand for."""
        operands, stated = self.quantities(), quantity(self.stated)
        if operands is None or stated is None:
            return False
        if self.kind == "subset":
            return all(part.interval.can_be_at_most(stated.interval) for part in operands)
        try:
            return self.formula.result(operands).interval.meets(stated.interval)
        except ZeroDivisionError:
            return False

    @property
    def is_cut(self) -> bool:
        """Whether the stated digits are the computed ones, cut off instead of rounded."""
        operands, number, unit = self.quantities(), self.stated.number, self.stated.unit
        if operands is None or number is None or self.stated.qualifier:
            return False
        try:
            computed = self.formula.result(operands).value / (unit.scale if unit else 1)
        except ZeroDivisionError:
            return False
        return truncate(computed, number.decimals) == number.value

    @property
    def has_wrong_base(self) -> bool:
        """Whether a growth is right on the later level: ``09 vụ, tăng 03 vụ (33,3%)``, which is 3/9, not 3/6."""
        operands, stated = self.quantities(), quantity(self.stated)
        if operands is None or stated is None or not isinstance(self.formula, Growth | ChangeRate):
            return False
        level, other = operands
        change = other.interval if isinstance(self.formula, ChangeRate) else level.interval - other.interval
        try:
            rate = change / level.interval
        except ZeroDivisionError:
            return False
        return rate.meets(stated.interval) or (-rate).meets(stated.interval)

    @property
    def has_values(self) -> bool:
        """Whether every figure in it has a value: none is malformed."""
        return all(mention.interval is not None for mention in (self.stated, *self.operands))

    @property
    def rests_on_bound(self) -> bool:
        """Whether a figure in it is only a bound (``hơn 40``, ``dưới 2%``)."""
        return any(m.qualifier not in {"", "about", "nearly"} for m in (self.stated, *self.operands))

    def quantities(self) -> list[Quantity] | None:
        """The operands' quantities; None where one has no value."""
        found = [quantity(mention) for mention in self.operands]
        return None if any(q is None for q in found) else [q for q in found if q is not None]


def quantity(mention: Mention) -> Quantity | None:
    """Interval and value of a figure in its base unit."""
    if mention.interval is None or mention.number is None:
        return None
    scale = mention.unit.scale if mention.unit else 1
    return Quantity(mention.interval, mention.number.value * scale)


def value_of(mention: Mention) -> Decimal:
    """The printed value in the base unit; 0 where there is none."""
    found = quantity(mention)
    return found.value if found else Decimal(0)


_QUOTIENT, _AGAINST, _LESS = mark("{a} / {b}"), mark("{a} against {b}"), mark("{a} less {b}")


def ratio(kind: Kind, p: Mention, a: Mention, b: Mention, certainty: Certainty, rule: str = "") -> Reading:
    """``p = a/b``."""
    review = {
        "percent": mark("the percentage, the actual or the plan"),
        "share": mark("the share, the number or its base"),
    }.get(kind, mark("the growth and both levels"))
    return Reading(kind, rule or kind, p, (a, b), Ratio(), certainty, _QUOTIENT, review)


def growth(p: Mention, a: Mention, b: Mention, sign: int, certainty: Certainty) -> Reading:
    """``p = sign·(a/b − 1)``; a printed minus says the direction itself."""
    sign = 1 if p.number and p.number.value < 0 else sign
    return Reading("growth", "growth", p, (a, b), Growth(sign), certainty, _AGAINST, mark("the growth and both levels"))


def change_rate(p: Mention, level: Mention, change: Mention, sign: int, certainty: Certainty) -> Reading:
    """``p = d/(x − sign·d)``: the level before is implied."""
    how = mark("a change of {b} that led to {a}")
    review = mark("the growth, the change and the level")
    return Reading(
        "growth",
        "growth.change",
        p,
        (level, change),
        ChangeRate(sign, _is_negative(p), _is_negative(change)),
        certainty,
        how,
        review,
    )


def index(p: Mention, level: Mention, change: Mention, sign: int) -> Reading:
    """``p = x/(x − sign·d)``: a level and its change, in percent or times of the level before, which is implied."""
    how, review = mark("a change of {b} that led to {a}"), mark("the growth, the change and the level")
    kind: Kind = "percent" if p.is_percent else "growth"
    return Reading(kind, "growth.index", p, (level, change), Index(sign), Certainty.POSSIBLE, how, review)


def _is_negative(mention: Mention) -> bool:
    return mention.number is not None and mention.number.value < 0


def difference(d: Mention, a: Mention, b: Mention, sign: int, certainty: Certainty) -> Reading:
    """``d = sign·(a − b)``."""
    a, b = (a, b) if sign > 0 else (b, a)
    signs = (1, -1) if not (d.number and d.number.value < 0 and sign < 0) else (-1, 1)
    return Reading(
        "difference", "difference", d, (a, b), Linear(signs), certainty, _LESS, mark("the change and both levels")
    )


def remaining(r: Mention, whole: Mention, done: Iterable[Mention], certainty: Certainty) -> Reading:
    """``r = whole − done``."""
    taken = tuple(done)
    how = _LESS if len(taken) == 1 else mark("{a} less the parts printed")
    review = mark("the remainder, the plan or the actual")
    signs = (1, *(-1 for _ in taken))
    return Reading("remaining", "remaining", r, (whole, *taken), Linear(signs), certainty, how, review)


def added(total: Mention, parts: Iterable[Mention], certainty: Certainty, rule: str = "sum") -> Reading:
    """``total = Σ parts``."""
    taken = tuple(parts)
    how, review = mark("adding the parts printed ({n})"), mark("the total and each part")
    return Reading("sum", rule, total, taken, Linear((1,) * len(taken)), certainty, how, review)


def last_share(shares: Sequence[Mention], certainty: Certainty) -> Reading:
    """``s = 100 % − Σ others``: shares that make up a whole; the last one printed is the one stated."""
    *others, last = shares
    how, review = mark("100% less the other shares ({n})"), mark("each share")
    formula = Linear((-1,) * len(others), Decimal(1))
    return Reading("sum", "sum.whole", last, tuple(others), formula, certainty, how, review)


def of_which(whole: Mention, parts: Iterable[Mention], certainty: Certainty) -> Reading:
    """Each part is at most the whole; the sum shows how much of it they cover."""
    taken = tuple(parts)
    how, review = mark("adding the parts printed ({n})"), mark("both numbers")
    return Reading("subset", "subset", whole, taken, Linear((1,) * len(taken)), certainty, how, review)


def product(c: Mention, a: Mention, b: Mention, certainty: Certainty) -> Reading:
    """``c = a × b``."""
    how, review = mark("{a} times {b}"), mark("the number, the value of one and the amount")
    return Reading("crosscheck", "product", c, (a, b), Product(), certainty, how, review)
