"""Percentages, shares, remainders, pairs, differences: what follows from two figures of one indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.operands import Printings, nearest
from phulien_analysis.calculations.rule import Calculation, graded
from phulien_analysis.figures import Figure, Quantity
from phulien_analysis.findings import Finding, Judgement, Kind
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Message, Sayable, mark

Operand = tuple[str, Figure | None]  # the measure it has, and its printing, if there is one


@dataclass(frozen=True)
class Formula:
    """A rule over two operands: its kind and name, how it is said, what to look at, and the arithmetic."""

    kind: Kind
    rule: str
    how: str
    review: str
    operation: Callable[[Quantity, Quantity], Quantity]


def _divided(a: Quantity, b: Quantity) -> Quantity:
    """Raises :class:`ZeroDivisionError` where the denominator can be 0."""
    interval = a.interval / b.interval
    with localcontext(prec=60):
        return Quantity(interval, a.value / b.value)


def _complement(a: Quantity, b: Quantity) -> Quantity:
    """What is left of the whole; each operand enters once, so nothing is widened twice."""
    part = _divided(a, b)
    return Quantity(Interval.point(Decimal(1)) - part.interval, 1 - part.value)


def _less(a: Quantity, b: Quantity) -> Quantity:
    return Quantity(a.interval - b.interval, a.value - b.value)


def _distance(a: Quantity, b: Quantity) -> Quantity:
    return Quantity((a.interval - b.interval).magnitude(), abs(a.value - b.value))


def _grown(a: Quantity, b: Quantity) -> Quantity:
    """Prose prints the size of a growth and says its direction in words."""
    signed = _signed_growth(a, b)
    return Quantity(signed.interval.magnitude(), abs(signed.value))


def _signed_growth(a: Quantity, b: Quantity) -> Quantity:
    ratio = _divided(a, b)
    return Quantity(ratio.interval - Interval.point(Decimal(1)), ratio.value - 1)


_PERCENT_REVIEW = mark("the percentage, the actual or the plan")
_CHANGE_REVIEW = mark("the change and both levels")
_GROWTH_REVIEW = mark("the growth and both levels")
_QUOTIENT = mark("{a} / {b}")
_LESS = mark("{a} less {b}")
_AGAINST = mark("{a} against {b}")
PERCENT = Formula("percent", "percent", _QUOTIENT, _PERCENT_REVIEW, _divided)
REMAINING_PERCENT = Formula("percent", "remaining-percent", _QUOTIENT, _PERCENT_REVIEW, _divided)
COMPLEMENT = Formula("percent", "remaining-percent", mark("100% less {a} / {b}"), _PERCENT_REVIEW, _complement)
REMAINING = Formula("remaining", "remaining", _LESS, mark("the remainder, the plan or the actual"), _less)
SHARE = Formula("share", "share", _QUOTIENT, mark("the share, the number or its base"), _divided)
SIGNED_CHANGE = Formula("difference", "difference", _LESS, _CHANGE_REVIEW, _less)
CHANGE = Formula("difference", "difference", mark("the difference of {a} and {b}"), _CHANGE_REVIEW, _distance)
SIGNED_GROWTH = Formula("growth", "growth", _AGAINST, _GROWTH_REVIEW, _signed_growth)
GROWTH = Formula("growth", "growth", _AGAINST, _GROWTH_REVIEW, _grown)


def percents(printings: Printings) -> Iterator[Finding]:
    """percent_of_plan = actual / plan, and remaining_percent = remaining / plan."""
    for stated in printings.with_measure("percent_of_plan", "remaining_percent"):
        if printings.repeats_nothing(stated):
            continue  # its window is not known, and the rule for figures said twice has told so
        actual, plan = printings.beside(stated, "actual"), printings.plan_of(stated)
        left = printings.beside(stated, "remaining")
        if stated.measure == "percent_of_plan":
            found = _worked_out(PERCENT, stated, ("actual", actual), ("plan", plan))
            yield _whole_hundred(found, stated, actual, plan)
        elif left is not None:
            yield _worked_out(REMAINING_PERCENT, stated, ("remaining", left), ("plan", plan))
        else:
            yield _worked_out(COMPLEMENT, stated, ("actual", actual), ("plan", plan))


def remainders(printings: Printings) -> Iterator[Finding]:
    """Remaining = plan - actual."""
    for stated in printings.with_measure("remaining"):
        plan, actual = printings.plan_of(stated), printings.beside(stated, "actual")
        yield _worked_out(REMAINING, stated, ("plan", plan), ("actual", actual))


def shares(printings: Printings) -> Iterator[Finding]:
    """A share is actual / base where a base is printed, else actual / total; of several totals, one that agrees."""
    for stated in printings.with_measure("share"):
        actual, base = printings.beside(stated, "actual"), printings.beside(stated, "base")
        totals = _totals(printings, stated)
        wholes = [base] if base else [nearest(stated, totals), *totals]
        found = [_share(stated, actual, whole) for whole in wholes]
        yield next((finding for finding in found if finding.verdict == "agrees"), found[0])


def _share(stated: Figure, actual: Figure | None, whole: Figure | None) -> Finding:
    found = _worked_out(SHARE, stated, ("actual", actual), ("base", whole))
    return _whole_hundred(found, stated, actual, whole)


def pairs(printings: Printings) -> Iterator[Finding]:
    """Of a pair like 16/16, the first is at most the second; a base that a change starts from is no pair."""
    for stated in printings.with_measure("actual"):
        name = stated.indicator.indicator
        base = printings.beside(stated, "base")
        if base and not printings.of(name, "change") and not printings.of(name, "growth"):
            yield _pair(stated, base)


def differences(printings: Printings) -> Iterator[Finding]:
    """Change = the level now less the level before; prose prints its size and says the direction in words."""
    for stated in printings.with_measure("change"):
        now, before = printings.beside(stated, "actual"), _level_before(printings, stated)
        signed = stated.value is not None and stated.value < 0
        formula = SIGNED_CHANGE if signed else CHANGE
        yield _worked_out(formula, stated, ("actual", now), ("base", before))


def growths(printings: Printings) -> Iterator[Finding]:
    """Growth = the level now / the level before - 1; as for a change, a minus is needed to say a decline."""
    for stated in printings.with_measure("growth"):
        now, before = printings.beside(stated, "actual"), _level_before(printings, stated)
        signed = stated.value is not None and stated.value < 0
        yield _worked_out(SIGNED_GROWTH if signed else GROWTH, stated, ("actual", now), ("base", before))


def _worked_out(formula: Formula, stated: Figure, a: Operand, b: Operand) -> Finding:
    """A figure that follows from two others; one that is not printed is told by its measure."""
    printed = tuple(figure for _, figure in (a, b) if figure is not None)
    how = Message(formula.how, {"a": a[1] or "", "b": b[1] or ""})
    calculation = Calculation(formula.kind, formula.rule, stated, printed, how, Message(formula.review))
    missing = [measure for measure, figure in (a, b) if figure is None]
    if missing:
        return calculation.cannot_tell(_missing(missing))
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    try:
        result = formula.operation(printed[0].quantity, printed[1].quantity)
    except ZeroDivisionError:
        return calculation.cannot_tell(Message("the denominator is 0, or may be"))
    return calculation.conclude(result)


def _missing(measures: list[str]) -> Sayable:
    names = sentences.listing([Message(sentences.MEASURE_NAMES[m]) for m in measures], ", ")
    return Message("the report does not print, for the same window: {names}", {"names": names})


def _totals(printings: Printings, stated: Figure) -> list[Figure]:
    """Printed totals, over the window of the share, that its indicator is a part of."""
    splits = printings.catalogue.breakdowns
    names = [split.total for split in splits if stated.indicator.indicator in split.parts]
    found = (printings.operand(stated, name, "actual") for name in names)
    return [figure for figure in found if figure is not None]


def _whole_hundred(found: Finding, stated: Figure, actual: Figure | None, whole: Figure | None) -> Finding:
    """100 % said of a count that is not the whole agrees by rounding only."""
    if found.verdict != "agrees" or stated.value != 1 or actual is None or whole is None:
        return found
    if actual.value == whole.value or not (actual.unit.counted and whole.unit.counted):
        return found
    remark = mark("{part} is not all of {whole}; please check whether 100% is meant.")
    return graded(found, "warning", Message(remark, {"part": actual, "whole": whole}))


def _pair(stated: Figure, base: Figure) -> Finding:
    calculation = Calculation("pair", "pair", stated, (base,))
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    result = base.quantity.as_limit()
    name = sentences.Name(stated)
    values: dict[str, Sayable] = {"where": stated.source, "name": name, "printed": stated, "base": base}
    if stated.quantity.interval.can_be_at_most(result.interval):
        text = Message("{where}: {name} is printed as {printed} of {base}.", values)
        return calculation.finding(Judgement("agrees", None, "ok"), result, text, "<=")
    text = Message(
        "{where}: {name} is printed as {printed} of {base}, more than the whole. Please check both numbers.",
        values,
    )
    return calculation.finding(calculation.misfit, result, text, "<=")


def _level_before(printings: Printings, stated: Figure) -> Figure | None:
    """The base printed with the change, else the actual of an earlier window."""
    name, window = stated.indicator.indicator, stated.period
    base = printings.operand(stated, name, "base", lambda f: f.period.end <= window.end)
    if base is not None:
        return base
    begin = window.start or window.end
    return printings.operand(stated, name, "actual", lambda f: f.period.end < begin)
