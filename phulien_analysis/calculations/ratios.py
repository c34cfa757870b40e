"""Percentages, shares, remainders, pairs and differences: figures that follow from two others of the same indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, localcontext

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.operands import Printings, nearest
from phulien_analysis.calculations.rule import Calculation, Result, graded
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding, Judgement, Kind
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Message, Sayable

_ONE = Interval.point(Decimal(1))
_REVIEW_PERCENT = Message("the percentage, the actual or the plan")
_REVIEW_REMAINING = Message("the remainder, the plan or the actual")
_REVIEW_SHARE = Message("the share, the number or its base")


def percents(printings: Printings) -> Iterator[Finding]:
    """percent_of_plan = actual / plan, and remaining_percent = remaining / plan."""
    for stated in printings.with_measure("percent_of_plan"):
        actual = printings.beside(stated, "actual")
        yield _quotient(
            stated, "percent", "percent", actual, printings.plan_of(stated), "actual", "plan"
        )
    for stated in printings.with_measure("remaining_percent"):
        plan, left = printings.plan_of(stated), printings.beside(stated, "remaining")
        if left is None:
            yield _complement(stated, printings.beside(stated, "actual"), plan)
        else:
            yield _quotient(stated, "percent", "remaining-percent", left, plan, "remaining", "plan")


def remainders(printings: Printings) -> Iterator[Finding]:
    """Remaining = plan - actual."""
    for stated in printings.with_measure("remaining"):
        plan, actual = printings.plan_of(stated), printings.beside(stated, "actual")
        how = Message("{plan} less {actual}", {"plan": plan or "", "actual": actual or ""})
        yield _of_two(
            stated,
            ("remaining", "remaining", how, _REVIEW_REMAINING),
            (("plan", plan), ("actual", actual)),
            lambda a, b: (a[0] - b[0], a[1] - b[1]),
        )


def shares(printings: Printings) -> Iterator[Finding]:
    """Share = actual / base where a base is printed, else actual / total."""
    for stated in printings.with_measure("share"):
        actual, whole = printings.beside(stated, "actual"), printings.beside(stated, "base")
        if whole is None:
            whole = nearest(stated, _totals(printings, stated))
        found = _quotient(stated, "share", "share", actual, whole, "actual", "base")
        yield _whole_hundred(found, stated, actual, whole)


def pairs(printings: Printings) -> Iterator[Finding]:
    """Of a pair like 16/16, the first is at most the second; a base that a change starts from is no pair."""
    for stated in printings.with_measure("actual"):
        name = stated.indicator.indicator
        if printings.of(name, "change") or printings.of(name, "growth"):
            continue
        base = printings.beside(stated, "base")
        if base is not None:
            yield _pair(stated, base)


def differences(printings: Printings) -> Iterator[Finding]:
    """Change = the level now less the level before; prose prints its size and says its direction in words."""
    for stated in printings.with_measure("change"):
        now = printings.beside(stated, "actual")
        before = _level_before(printings, stated)
        how = Message(
            "the difference of {now} and {before}", {"now": now or "", "before": before or ""}
        )
        yield _of_two(
            stated,
            ("difference", "difference", how, Message("the change and both levels")),
            (("actual", now), ("base", before)),
            _distance
            if stated.value is None or stated.value >= 0
            else lambda a, b: (a[0] - b[0], a[1] - b[1]),
        )


Side = tuple[Interval, Decimal]
Operation = Callable[[Side, Side], Side]


def _of_two(
    stated: Figure,
    words: tuple[Kind, str, Sayable, Sayable],
    operands: tuple[tuple[str, Figure | None], tuple[str, Figure | None]],
    operation: Operation,
) -> Finding:
    """A figure that follows from two others, named by their measures; one that is not printed is told."""
    kind, rule, how, review = words
    printed = tuple(figure for _, figure in operands if figure is not None)
    calculation = Calculation(kind, rule, stated, printed, how, review)
    missing = [measure for measure, figure in operands if figure is None]
    if missing:
        return calculation.cannot_tell(_missing(missing))
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    sides = [
        (f.interval, f.value) for f in printed if f.interval is not None and f.value is not None
    ]
    try:
        interval, point = operation(sides[0], sides[1])
    except ZeroDivisionError:
        return calculation.cannot_tell(Message("the denominator is 0, or may be"))
    return calculation.conclude(Result(interval, point))


def _quotient(
    stated: Figure,
    kind: Kind,
    rule: str,
    part: Figure | None,
    whole: Figure | None,
    part_name: str,
    whole_name: str,
) -> Finding:
    review = _REVIEW_SHARE if kind == "share" else _REVIEW_PERCENT
    how = Message("{part} / {whole}", {"part": part or "", "whole": whole or ""})
    return _of_two(
        stated, (kind, rule, how, review), ((part_name, part), (whole_name, whole)), divide
    )


def _complement(stated: Figure, actual: Figure | None, plan: Figure | None) -> Finding:
    """What is left of the whole when the remainder itself is not printed; each operand enters once."""
    how = Message("100% less {part} / {whole}", {"part": actual or "", "whole": plan or ""})

    def rest(a: Side, b: Side) -> Side:
        interval, point = divide(a, b)
        return _ONE - interval, 1 - point

    words = ("percent", "remaining-percent", how, _REVIEW_PERCENT)
    return _of_two(stated, words, (("actual", actual), ("plan", plan)), rest)  # type: ignore[arg-type]


def divide(a: Side, b: Side) -> Side:
    """Quotient of two sides; :class:`ZeroDivisionError` where the denominator can be 0."""
    interval = a[0] / b[0]
    with localcontext(prec=60):
        return interval, a[1] / b[1]


def _distance(a: Side, b: Side) -> Side:
    return (a[0] - b[0]).magnitude(), abs(a[1] - b[1])


def _missing(measures: list[str]) -> Message:
    names = sentences.Listing([Message(sentences.MEASURE_NAMES[m]) for m in measures], ", ")
    return Message("the report does not print, for the same window: {names}", {"names": names})


def _totals(printings: Printings, stated: Figure) -> list[Figure]:
    """Printed totals, over the window of the share, that its indicator is a part of."""
    names = [
        b.total for b in printings.catalogue.breakdowns if stated.indicator.indicator in b.parts
    ]
    found = (printings.operand(stated, name, "actual") for name in names)
    return [figure for figure in found if figure is not None]


def _whole_hundred(
    found: Finding, stated: Figure, actual: Figure | None, whole: Figure | None
) -> Finding:
    """100 % said of a count that is not the whole agrees by rounding only."""
    if found.verdict != "agrees" or stated.value != 1 or actual is None or whole is None:
        return found
    if actual.value == whole.value:
        return found
    remark = Message(
        "{part} is not all of {whole}; please check whether 100% is meant.",
        {"part": actual, "whole": whole},
    )
    return graded(found, "warning", remark)


def _pair(stated: Figure, base: Figure) -> Finding:
    calculation = Calculation("pair", "pair", stated, (base,))
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    assert stated.interval is not None and base.interval is not None and base.value is not None
    values = {
        "where": stated.source,
        "name": sentences.Name(stated),
        "printed": stated,
        "base": base,
    }
    result = Result(Interval(Decimal(0), base.interval.high), base.value)
    if stated.interval.can_be_at_most(base.interval):
        text = Message("{where}: {name} is printed as {printed} of {base}.", values)
        return calculation.finding(Judgement("agrees", None, "ok"), result, text)
    text = Message(
        "{where}: {name} is printed as {printed} of {base}, more than the whole. Please check both numbers.",
        values,
    )
    return calculation.finding(Judgement("differs", None, "error"), result, text)


def _level_before(printings: Printings, stated: Figure) -> Figure | None:
    """The base printed with the change, else the actual of an earlier window."""
    name = stated.indicator.indicator
    base = printings.operand(stated, name, "base", lambda f: f.period.end <= stated.period.end)
    if base is not None:
        return base
    return printings.operand(
        stated, name, "actual", lambda f: f.period.end < (stated.period.start or stated.period.end)
    )
