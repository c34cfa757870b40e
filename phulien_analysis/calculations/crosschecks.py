"""Relations between different indicators, as the catalogue lists them.

``=`` should be equal were the windows the same; ``<=`` must not exceed; ``compare`` sets side by side what other
scopes or windows may tell apart. A misfit has the severity of the catalogue; one that a longer window explains is a
note. The same number for two different windows cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.evaluation import (
    Operands,
    first_printings,
    over_any_window,
    over_enclosing_window,
    over_same_window,
    unprinted,
)
from phulien_analysis.calculations.operands import Printings, nearest, windows_are_sure
from phulien_analysis.calculations.rule import Calculation
from phulien_analysis.catalogue import Crosscheck, Severity, Unit
from phulien_analysis.figures import Figure, Quantity
from phulien_analysis.findings import Finding, Fit, Judgement, Relation, Verdict
from phulien_analysis.messages import Joined, Message, Sayable, mark
from phulien_analysis.period import Period

_SELECT: dict[str, Callable[..., Operands | None]] = {
    "same": over_same_window,
    "nested": over_enclosing_window,
    "any": over_any_window,
}
_EXPLAINED_PACE = 2  # a longer window explains a larger number up to double the daily pace


@dataclass(frozen=True)
class Comparison:
    """Both sides of a cross-check with their values, and the windows of all their figures."""

    check: Crosscheck
    left: Operands
    right: Operands
    left_result: Quantity
    right_result: Quantity
    windows: dict[Figure, Period]

    @property
    def left_window(self) -> Period:
        """The window of the left side's first figure."""
        return self.windows[self.left.first]

    @property
    def right_window(self) -> Period:
        """The window of the right side's first figure."""
        return self.windows[self.right.first]

    @property
    def sure(self) -> bool:
        """Whether a contradiction counts, as far as windows are stated."""
        return windows_are_sure(self.windows)

    @property
    def same_window(self) -> bool:
        """Whether all figures speak of the same days, stated or all left open; a plan may reach further."""
        windows = [w for f, w in self.windows.items() if f.measure != "plan"] or list(self.windows.values())
        return self.sure and all(window.matches(windows[0]) for window in windows)

    @property
    def meets(self) -> bool:
        """Whether both sides can be the same number."""
        return self.left_result.interval.meets(self.right_result.interval)

    @property
    def at_most(self) -> bool:
        """Whether the left side can be at most the right one."""
        return self.left_result.interval.can_be_at_most(self.right_result.interval)

    @property
    def explained_by_window(self) -> bool:
        """Whether the longer window has the larger number, at no more than double the daily pace of the shorter."""
        left = (self.left_window, self.left_result.value)
        right = (self.right_window, self.right_result.value)
        (inner, less), (outer, more) = sorted((left, right), key=lambda side: side[0].days)
        if not (inner.stated and outer.stated and inner.strictly_within(outer)) or less > more:
            return False
        return more * inner.days <= _EXPLAINED_PACE * less * outer.days


def crosschecks(printings: Printings) -> Iterator[Finding]:
    """Every relation of the catalogue whose figures the report prints, once per window of its left side."""
    for check in printings.catalogue.crosschecks:
        if check.relation == "derive":
            continue
        for start in first_printings(printings, check.left.terms[0]):
            found = _checked(printings, check, start)
            if found is not None:
                yield found


def _checked(printings: Printings, check: Crosscheck, start: Figure) -> Finding | None:
    """None where the report prints nothing of the right side; what is printed in part, or for others days, is told."""
    missing = unprinted(printings, check.left, check.right)
    if set(check.right.terms) <= set(missing):
        return None
    select_left = over_any_window if check.windows == "any" else over_same_window
    left = select_left(printings, check.left, start)
    right = _SELECT[check.windows](printings, check.right, start)
    if left is None or right is None:
        calculation = Calculation("crosscheck", _rule(check), start, _found(printings, check, start))
        names = [printings.catalogue.indicators[term.indicator].label for term in missing]
        reason = sentences.not_printed(sentences.listing(names, ", "))
        return calculation.cannot_tell(reason if names else Message("the other figures are printed for other windows"))
    return _compared(printings, check, left, right)


def _compared(printings: Printings, check: Crosscheck, left: Operands, right: Operands) -> Finding:
    operands = tuple(f for f in (*left.figures, *right.figures) if f is not left.first)
    calculation = Calculation("crosscheck", _rule(check), left.first, operands)
    if calculation.unreadable:
        return calculation.cannot_tell(sentences.unreadable(calculation.unreadable))
    try:
        results = left.result(), right.result()
    except ZeroDivisionError:
        return calculation.cannot_tell(Message("the denominator is 0, or may be"))
    windows = {figure: printings.window(figure) for figure in (left.first, *operands)}
    return _concluded(calculation, Comparison(check, left, right, *results, windows))


def _rule(check: Crosscheck) -> str:
    return f"crosscheck.{check.check}"


def _found(printings: Printings, check: Crosscheck, start: Figure) -> tuple[Figure, ...]:
    """The nearest printing of every other term that is printed."""
    terms = (*check.left.terms[1:], *check.right.terms)
    nearby = (nearest(start, printings.of(term.indicator, term.measure)) for term in terms)
    return tuple(figure for figure in nearby if figure is not None)


def _concluded(calculation: Calculation, comparison: Comparison) -> Finding:
    judgement = _at_most(comparison) if comparison.check.relation == "<=" else _alike(comparison)
    # of several terms together no single one is computed; the sentence has both sides
    result = comparison.right_result if len(comparison.left.figures) == 1 else None
    relation: Relation = "<=" if comparison.check.relation == "<=" else "="
    return calculation.finding(judgement, result, _sentence(comparison, judgement), relation)


def _at_most(comparison: Comparison) -> Judgement:
    if comparison.at_most:
        return Judgement("agrees", None, "ok")
    inside = comparison.left_window.within(comparison.right_window)
    if comparison.sure and (inside or comparison.same_window):
        return Judgement("differs", None, comparison.check.severity)
    return Judgement("cannot_tell", None, "note")


def _alike(comparison: Comparison) -> Judgement:
    severity = comparison.check.severity
    if comparison.same_window:
        return _agreement(comparison) if comparison.meets else _misfit(comparison)
    if comparison.meets:  # the same number for two windows
        suspicious: Severity = severity if comparison.check.relation == "compare" else "note"
        return Judgement("cannot_tell", None, suspicious)
    return Judgement("cannot_tell", None, "note" if comparison.explained_by_window else severity)


def _agreement(comparison: Comparison) -> Judgement:
    fit: Fit = "exact" if comparison.left_result.value == comparison.right_result.value else "rounding"
    return Judgement("agrees", fit, "ok")


def _misfit(comparison: Comparison) -> Judgement:
    """A ``compare`` asks about scopes, so it never contradicts; its severity says how much it should be looked at."""
    check = comparison.check
    verdict: Verdict = "cannot_tell" if check.relation == "compare" else "differs"
    return Judgement(verdict, None, check.severity)


def _sentence(comparison: Comparison, judgement: Judgement) -> Sayable:
    left, right = comparison.left, comparison.right
    values = {
        "where": left.first.source,
        "left": _side(left, comparison.left_result, here=left.first, unit=_unit(left, right)),
        "right": _side(right, comparison.right_result, here=left.first, unit=_unit(right, left)),
    }
    relation = "at_most" if comparison.check.relation == "<=" else "alike"
    if judgement.verdict == "cannot_tell" and not comparison.same_window:
        relation = "same_number" if comparison.meets else "other_window"
    text = Message(_TEXTS[relation, judgement.verdict], values)
    if judgement.verdict == "agrees":
        return text
    return Joined((text, comparison.check.reason))


_TEXTS = {
    ("at_most", "agrees"): mark("{where}: {left}, at most {right}, as it must be."),
    ("at_most", "differs"): mark("{where}: {left}, more than {right}."),
    ("at_most", "cannot_tell"): mark("{where}: {left}, more than {right}."),
    ("alike", "agrees"): mark("{where}: {left}, as {right}."),
    ("alike", "differs"): mark("{where}: {left}, which is not {right}."),
    ("alike", "cannot_tell"): mark("{where}: {left}, beside {right}."),
    ("same_number", "cannot_tell"): mark(
        "{where}: {left} is the same number as {right}, but the windows differ or are not stated. It can be right if "
        "nothing was added in the days between; please confirm the window of each place."
    ),
    ("other_window", "cannot_tell"): mark("{where}: {left}, beside {right}; the windows differ or are not stated."),
}


def _unit(operands: Operands, other: Operands) -> Unit:
    """Of terms that are added, that of the first; a product is told in the unit of what it is held against."""
    multiplied = any(len(product.factors) > 1 for product in operands.expression.products)
    return other.first.unit if multiplied and len(other.expression.terms) == 1 else operands.first.unit


def _side(operands: Operands, result: Quantity, here: Figure, unit: Unit) -> Sayable:
    """One side in words: the figure, with its place where that is not ``here``; or the terms and what they give."""
    first = operands.first
    if len(operands.expression.terms) == 1:
        text = mark("{name}: {printed}") if first is here else mark("{name}: {printed} ({place})")
        return Message(text, {"name": sentences.Name(first), "printed": first, "place": first.source})
    listed = sentences.listing(_signed_terms(operands), " ")
    amount = sentences.Amount(result.value, unit, _decimals(operands))
    return Message("{terms}, which gives {amount}", {"terms": listed, "amount": amount})


def _signed_terms(operands: Operands) -> Iterator[Sayable]:
    """Each term by name, with the sign before it: that of its product, or that inside of it."""
    for product in operands.expression.products:
        for position, (operator, term) in enumerate(product.factors):
            sign = _SIGNS[operator] if position else _SIGNS[product.sign]
            figure = operands.chosen[term]
            named = Message("{name} {printed}", {"name": sentences.Name(figure), "printed": figure})
            first = term == operands.expression.terms[0]
            yield named if first else Joined((sign, named))


_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/"}


def _decimals(operands: Operands) -> int:
    return max((f.decimals for f in operands.figures), default=0)
