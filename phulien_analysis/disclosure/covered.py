"""Which figures the policy covers by themselves: the small counts, and what rests on a small count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phulien_analysis.calculations import Printings
from phulien_analysis.expression import ADDITIVE
from phulien_analysis.figures import Figure
from phulien_analysis.policy import Policy, Rule


@dataclass(frozen=True)
class Covered:
    """A figure, and the rule that covers it."""

    figure: Figure
    rule: Rule


def covered(printings: Printings) -> Iterator[Covered]:
    """Every figure that the policy covers; one whose number is malformed is, since nobody can tell its size."""
    policy = printings.catalogue.policy
    for figure in printings.figures:
        rule = policy.rule_for(figure.indicator.indicator, figure.indicator.topic)
        if rule is not None and not figure.is_withheld and _is_covered(printings, figure, rule):
            yield Covered(figure, rule)


def must_be_shown(policy: Policy, figure: Figure) -> bool:
    """Whether a rule says that a figure is shown whatever its size."""
    own = [rule for rule in policy.rules if rule.indicator == figure.indicator.indicator]
    rules = own or [rule for rule in policy.rules if rule.topic == figure.indicator.topic]
    return bool(rules) and rules[0].action == "show"


def _is_covered(printings: Printings, figure: Figure, rule: Rule) -> bool:
    if rule.count:
        return any(_is_few(counted, rule) for counted in printings.of(rule.count, "actual"))
    if rule.below is None:
        return True
    return figure.unit.counted and figure.measure in ADDITIVE | {"bound"} and _is_few(figure, rule)


def _is_few(figure: Figure, rule: Rule) -> bool:
    return figure.number is None or rule.covers(abs(figure.number.value))
