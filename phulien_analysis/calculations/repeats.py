"""The form of each number, and numbers said twice."""

from __future__ import annotations

from collections.abc import Iterator

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.operands import Printings, nearest
from phulien_analysis.calculations.rule import Calculation, graded
from phulien_analysis.expression import RATIOS
from phulien_analysis.figures import Figure
from phulien_analysis.findings import CANNOT_TELL, CONTRADICTION, WORTH_CHECKING, Finding, Fit, Judgement, judge
from phulien_analysis.messages import Message
from phulien_analysis.printed import malformed_reason


def formats(printings: Printings) -> Iterator[Finding]:
    """Every figure whose printed form is not a well-formed number."""
    return (malformed(figure) for figure in printings.figures if figure.number is None and not figure.is_withheld)


def malformed(stated: Figure) -> Finding:
    """The finding for one figure whose printed form is not a well-formed number."""
    text = Message(
        "{where}: the number “{printed}” of {name} is not in the form of a number ({reason}), so its value "
        "cannot be determined. Please compare it with the voucher and print it again.",
        {
            "where": stated.source,
            "printed": sentences.Digits(stated),
            "name": sentences.Name(stated),
            "reason": Message(malformed_reason(stated.printed)),
        },
    )
    return Calculation("format", "format", stated, ()).finding(CONTRADICTION, None, text)


def signs(printings: Printings) -> Iterator[Finding]:
    """Every number printed below 0 of something that cannot be."""
    for stated in printings.figures:
        if stated.value is not None and stated.value < 0 and not stated.may_be_negative:
            text = Message(
                "{where}: {name} is printed as {printed}, but it cannot be below 0. "
                "Please check the number and its sign.",
                {"where": stated.source, "name": sentences.Name(stated), "printed": stated},
            )
            yield Calculation("format", "sign", stated, ()).finding(CONTRADICTION, None, text)


def wholes(printings: Printings) -> Iterator[Finding]:
    """Every count printed with decimals; often a thousands mark of another language."""
    for stated in printings.figures:
        if stated.unit.counted and stated.decimals:
            text = Message(
                "{where}: {name} is printed as {printed}, a count with decimals. "
                "Please check the number and its marks.",
                {"where": stated.source, "name": sentences.Name(stated), "printed": stated},
            )
            yield Calculation("format", "whole", stated, ()).finding(CONTRADICTION, None, text)


def duplicates(printings: Printings) -> Iterator[Finding]:
    """The same indicator, measure and window at another place: the intervals must meet."""
    for group in printings.groups():
        for position, stated in enumerate(group):
            same = [f for f in group[:position] if f.period == stated.period]
            elsewhere = [f for f in group if f.period.stated and not stated.period.stated]
            if same:
                yield _said_twice(stated, tuple(same))
            elif elsewhere:
                yield _said_without_window(stated, tuple(elsewhere))


def _said_twice(stated: Figure, others: tuple[Figure, ...]) -> Finding:
    different = [f for f in others if not _meet(f, stated)]
    other = (different or list(others))[0]
    calculation = Calculation("duplicate", "duplicate", stated, others)
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    judgement = judge(stated, other.quantity)
    if judgement.verdict == "differs" and not stated.period.stated:
        return _may_be_other_windows(calculation, other)
    text = sentences.said_elsewhere(stated, other, judgement)
    found = calculation.finding(judgement, other.quantity, text)
    if judgement == Judgement("agrees", "rounding", "ok") and _same_form(stated, other):
        return graded(found, "warning", Message("The digits differ; please check both places."))
    return found


def _may_be_other_windows(calculation: Calculation, other: Figure) -> Finding:
    """Two numbers without a window may speak of two windows: worth checking, no contradiction."""
    text = Message(
        "{where}: {name} is printed as {printed}, and as {other} in another place ({place}), both without a window. "
        "Please state the window of each.",
        {
            "where": calculation.stated.source,
            "name": sentences.Name(calculation.stated),
            "printed": calculation.stated,
            "other": other,
            "place": other.source,
        },
    )
    return calculation.finding(WORTH_CHECKING, other.quantity, text)


def _said_without_window(stated: Figure, others: tuple[Figure, ...]) -> Finding:
    """A number without a window can repeat one that has a window; it cannot contradict it."""
    calculation = Calculation("duplicate", "duplicate", stated, others)
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    twin = next(
        (f for f in others if _meet(f, stated) and (f.value == stated.value or not _same_form(f, stated))), None
    )
    if twin is None:
        return _like_none_of(calculation, nearest(stated, others) or others[0])
    text = Message(
        "{where}: {name} is printed as {printed} without a window; it is the number of {place} for {window}.",
        {
            "where": stated.source,
            "name": sentences.Name(stated),
            "printed": stated,
            "place": twin.source,
            "window": twin.period,
        },
    )
    fit: Fit = "exact" if twin.value == stated.value else "rounding"
    return Calculation("duplicate", "duplicate", stated, (twin,)).finding(
        Judgement("agrees", fit, "note"), twin.quantity, text
    )


def _like_none_of(calculation: Calculation, other: Figure) -> Finding:
    """Numbers of other days differ, which is a note; a rate that stands nowhere else is worth checking."""
    stated = calculation.stated
    text = Message(
        "{where}: {name} is printed as {printed} without a window; {place} has {other} for {window}. "
        "Please confirm the window.",
        {
            "where": stated.source,
            "name": sentences.Name(stated),
            "printed": stated,
            "place": other.source,
            "other": other,
            "window": other.period,
        },
    )
    judgement = WORTH_CHECKING if stated.measure in RATIOS else CANNOT_TELL
    return calculation.finding(judgement, other.quantity, text)


def _same_form(a: Figure, b: Figure) -> bool:
    """Whether two numbers are printed alike: to the same decimals, in one unit, without a qualifier."""
    return (a.decimals, a.unit.unit, a.qualifier) == (b.decimals, b.unit.unit, b.qualifier) and not a.qualifier


def _meet(a: Figure, b: Figure) -> bool:
    return a.interval is not None and b.interval is not None and a.interval.meets(b.interval)
