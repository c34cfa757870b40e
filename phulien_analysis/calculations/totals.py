"""Totals and their parts: sums, "of which", and a window inside a longer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.operands import Printings, nearest
from phulien_analysis.calculations.rule import Calculation, graded
from phulien_analysis.catalogue import Breakdown, Indicator
from phulien_analysis.expression import ADDITIVE
from phulien_analysis.figures import Figure, Quantity
from phulien_analysis.findings import CANNOT_TELL, Finding, Judgement
from phulien_analysis.interval import total
from phulien_analysis.messages import Message, Sayable, mark

_FEW = 3  # numbers named one by one
_MANY_PARTS = 4  # from here on rounding errors are expected to cancel


@dataclass(frozen=True)
class Gathered:
    """Parts of a total as printed over its window, and the indicators of those that are not printed."""

    printed: tuple[Figure, ...]
    missing: tuple[Indicator, ...]


def sums(printings: Printings) -> Iterator[Finding]:
    """Every printed total of a complete breakdown against the sum of its parts."""
    for breakdown in printings.catalogue.breakdowns:
        for stated in _printed_totals(printings, breakdown):
            gathered = _gather(printings, stated, breakdown)
            if breakdown.complete and gathered.printed:
                yield _sum(stated, breakdown, gathered)
            elif breakdown.complete and _has_parts_beside(printings, stated, breakdown):
                calculation = Calculation("sum", f"sum.{breakdown.name}", stated, ())
                yield calculation.cannot_tell(Message("its parts are printed for other windows"))


def subsets(printings: Printings) -> Iterator[Finding]:
    """Every printed total against each of the parts said to be "of which"."""
    for breakdown in printings.catalogue.breakdowns:
        for stated in () if breakdown.complete else _printed_totals(printings, breakdown):
            parts = _gather(printings, stated, breakdown).printed
            if parts:
                yield of_which(stated, parts, f"subset.{breakdown.name}")


def windows(printings: Printings) -> Iterator[Finding]:
    """A flow over a window inside another is at most the flow over the other."""
    for inner in printings.with_measure("actual"):
        if inner.indicator.kind == "flow" and not inner.indicator.signed:
            outer = _enclosing(printings, inner)
            if outer is not None:
                yield _window(inner, outer)


def _printed_totals(printings: Printings, breakdown: Breakdown) -> Iterator[Figure]:
    return (
        figure
        for figure in printings.with_measure(*ADDITIVE - {"change"})
        if figure.indicator.indicator == breakdown.total
    )


Known = dict[str, tuple[Figure, ...]]


def _gather(printings: Printings, stated: Figure, breakdown: Breakdown, known: Known | None = None) -> Gathered:
    """Each part over the window of the total; one that is not printed gives way to its own complete parts.

    ``known`` has what parts gave before: a part may belong to many totals, and is looked for once.
    """
    printed: list[Figure] = []
    missing: list[Indicator] = []
    known = {} if known is None else known
    for name in breakdown.parts:
        if name not in known:
            known[name] = _part(printings, stated, name, known)
        found = known[name]
        printed.extend(found)
        if not found:
            missing.append(printings.catalogue.indicators[name])
    return Gathered(tuple(printed), tuple(missing))


def _part(printings: Printings, stated: Figure, name: str, known: Known) -> tuple[Figure, ...]:
    figure = printings.operand(stated, name, stated.measure)
    if figure is not None:
        return (figure,)
    for breakdown in printings.catalogue.breakdowns_of(name):
        gathered = _gather(printings, stated, breakdown, known)
        if breakdown.complete and not gathered.missing:
            return gathered.printed
    return ()


def _has_parts_beside(printings: Printings, stated: Figure, breakdown: Breakdown) -> bool:
    beside = (f for name in breakdown.parts for f in printings.of(name, stated.measure))
    return any(f.source.section == stated.source.section for f in beside)


def _sum(stated: Figure, breakdown: Breakdown, gathered: Gathered) -> Finding:
    parts = gathered.printed
    calculation = Calculation(
        "sum",
        f"sum.{breakdown.name}",
        stated,
        parts,
        how=Message("adding the parts printed ({n})", {"n": len(parts)}),
        review=Message("the total and each part"),
    )
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    result = _added(parts)
    if gathered.missing:
        return _incomplete_sum(calculation, result, gathered.missing)
    return _weighed(calculation, calculation.conclude(result), result)


def _added(parts: Sequence[Figure]) -> Quantity:
    quantities = [part.quantity for part in parts]
    summed = sum((quantity.value for quantity in quantities), Decimal(0))
    return Quantity(total(quantity.interval for quantity in quantities), summed)


def _incomplete_sum(calculation: Calculation, result: Quantity, missing: Sequence[Indicator]) -> Finding:
    """Parts are not negative: less than the total leaves room for the missing ones, more does not."""
    stated = calculation.stated
    names = sentences.listing([indicator.label for indicator in missing], ", ")
    found = calculation.conclude(result)
    may_be_negative = stated.indicator.signed or any(indicator.signed for indicator in missing)
    if may_be_negative and found.verdict != "agrees":
        return calculation.cannot_tell(sentences.not_printed(names))
    if found.verdict == "agrees":
        remark = Message("Not printed: {names}; it would be 0.", {"names": names})
        weighed = _weighed(calculation, found, result)
        return graded(weighed, "warning" if weighed.to_review else "note", remark)
    if stated.quantity.interval.must_be_at_most(result.interval):
        return found
    implied = sentences.computed_amount(stated, stated.quantity.value - result.value)
    reason = Message(
        "not printed: {names}; with the parts printed what is left would be {implied}",
        {"names": names, "implied": implied},
    )
    return calculation.finding(CANNOT_TELL, result, sentences.cannot_tell(stated, reason))


def _weighed(calculation: Calculation, found: Finding, result: Quantity) -> Finding:
    """An agreement that only a coarse number buys is a warning that names it; a zero tells nothing of its place."""
    figures = (calculation.stated, *calculation.operands)
    exact = all(f.quantity.interval.is_point for f in figures)
    places = [f.place_value for f in figures if f.value]
    if found.verdict != "agrees" or exact or not places:
        return found
    finest = min(places)
    units = Fraction(abs(calculation.stated.quantity.value - result.value)) / Fraction(finest)
    if not _misses_too_much(units, len(calculation.operands)):
        return found
    return graded(found, "warning", _coarse_remark([f for f in figures if f.value and f.place_value > finest]))


def _misses_too_much(units: Fraction, n: int) -> bool:
    """More than (n+1)/2 units of the finest place; or, for four parts and more, twice the standard deviation.

    A rounding error is uniform over one unit, with variance 1/12; n parts and the total give (n+1)/12.
    """
    return units > Fraction(n + 1, 2) or (n >= _MANY_PARTS and units**2 > 4 * Fraction(n + 1, 12))


def _coarse_remark(coarse: Sequence[Figure]) -> Sayable:
    if not coarse:
        return Message("The gap is larger than rounding usually leaves; please check the parts.")
    if len(coarse) > _FEW:
        text = mark("It agrees only because {n} of its numbers are printed coarsely; please check them.")
        return Message(text, {"n": len(coarse)})
    listed = sentences.listing([Message("{printed} ({where})", {"printed": f, "where": f.source}) for f in coarse])
    return Message("It agrees only because of what is printed coarsely: {coarse}. Please check it.", {"coarse": listed})


def of_which(stated: Figure, parts: tuple[Figure, ...], rule: str = "subset") -> Finding:
    """Each part printed is at most the total, and together they cover so much of it."""
    calculation = Calculation("subset", rule, stated, parts)
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    result = _added(parts)
    whole = stated.quantity
    over = [f for f in parts if not f.quantity.interval.can_be_at_most(whole.interval)]
    head: dict[str, Sayable] = {"where": stated.source, "name": sentences.Name(stated), "printed": stated}
    if over:
        text = Message(
            "{where}: {name} is printed as {printed}, but of it {part} is printed as {value} ({place}). "
            "Please check both numbers.",
            {**head, "part": sentences.Name(over[0]), "value": over[0], "place": over[0].source},
        )
        return calculation.finding(calculation.misfit, result, text, ">=")
    text = Message(
        "{where}: {name} is printed as {printed}; no part printed of it is more ({n}).", {**head, "n": len(parts)}
    )
    return calculation.finding(Judgement("agrees", None, "ok"), result, _with_coverage(text, result, whole), ">=")


def _with_coverage(text: Sayable, parts: Quantity, whole: Quantity) -> Sayable:
    if not whole.value:
        return text
    share = sentences.Percent(parts.value, whole.value)
    return sentences.with_remark(text, Message("Together they are {share}% of it.", {"share": share}))


def _enclosing(printings: Printings, inner: Figure) -> Figure | None:
    """The figure of the shortest stated window that holds the window of ``inner`` and is longer."""
    same = printings.of(inner.indicator.indicator, inner.measure)
    outer = [f for f in same if inner.period.stated and f.period.stated and inner.period.strictly_within(f.period)]
    shortest = min((f.period.days for f in outer), default=0)
    return nearest(inner, [f for f in outer if f.period.days == shortest])


def _window(inner: Figure, outer: Figure) -> Finding:
    calculation = Calculation("subset", "window", inner, (outer,))
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    result = outer.quantity.as_limit()
    values: dict[str, Sayable] = {
        "where": inner.source,
        "name": sentences.Name(inner),
        "printed": inner,
        "outer": outer,
        "window": outer.period,
        "place": outer.source,
    }
    if inner.quantity.interval.can_be_at_most(result.interval):
        text = Message(
            "{where}: {name} is printed as {printed}, within {outer} for {window} ({place}).",
            values,
        )
        return calculation.finding(Judgement("agrees", None, "ok"), result, text, "<=")
    text = Message(
        "{where}: {name} is printed as {printed}, more than {outer} for the longer window {window} ({place}). "
        "Please check both numbers and their windows.",
        values,
    )
    return calculation.finding(calculation.misfit, result, text, "<=")
