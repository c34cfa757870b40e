"""The calculations of a report, redone: every rule takes the printed figures and gives findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from phulien_analysis.calculations.crosschecks import crosschecks
from phulien_analysis.calculations.derived import Derived, derive
from phulien_analysis.calculations.operands import Printings
from phulien_analysis.calculations.ratios import differences, growths, pairs, percents, remainders, shares
from phulien_analysis.calculations.repeats import duplicates, formats, signs, wholes
from phulien_analysis.calculations.totals import subsets, sums, windows
from phulien_analysis.findings import Finding

__all__ = ["RULES", "Derived", "Printings", "calculate", "derive"]

Rule = Callable[[Printings], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    formats,
    signs,
    wholes,
    sums,
    subsets,
    windows,
    percents,
    remainders,
    shares,
    pairs,
    differences,
    growths,
    duplicates,
    crosschecks,
)


def calculate(printings: Printings) -> tuple[Finding, ...]:
    """Redo every calculation; findings stand in the report's order, one per stated figure and rule."""
    found = [finding for rule in RULES for finding in rule(printings)]
    return tuple(sorted(found, key=lambda finding: finding.stated.order if finding.stated else -1))
