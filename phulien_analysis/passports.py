"""What every number can be asked for: its name in links, the calculations it takes part in, and how it is shown.

A name is made of what the number is, never of its place in a list, so that a link to it stays right: of a printed
figure its source, of a derived one indicator, measure and window, of a calculation the finding it gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property

from phulien_analysis.calculations import Derived
from phulien_analysis.calculations.sentences import Amount, Digits, Gap, Percent
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Sayable, pieces
from phulien_analysis.report import Report


def figure_name(shown: Figure | Derived) -> str:
    """The name of a figure's passport.

    ``f-ii-1-1-fn1-3`` of the third number in the first note of II.1.1; ``d-land-rental-share-2025-07-01-2025-07-31``
    of a derived figure.
    """
    if isinstance(shown, Figure):
        return f"f-{_joined(str(shown.source))}"
    days = (day.isoformat() for day in (shown.period.start, shown.period.end) if day)
    return "-".join(("d", shown.indicator.indicator, _joined(shown.measure), *days))


def finding_name(finding: Finding) -> str:
    """The finding's id as an anchor: without spaces and marks that a link would have to escape."""
    return "".join(c if c.isalnum() or c in "-." else "-" for c in finding.id)


def calculation_name(finding: Finding) -> str:
    """The name of the calculation that a finding is about, where numbers worked out in it are explained."""
    return f"c-{finding_name(finding)}"


def _joined(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


@dataclass(frozen=True)
class Passports:
    """The calculations of a report, found by the figure that takes part in them."""

    report: Report

    @cached_property
    def _calculations(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.report.finding_list:
            taking_part = (*((finding.stated,) if finding.stated else ()), *finding.operands)
            for name in dict.fromkeys(map(figure_name, taking_part)):
                found.setdefault(name, []).append(finding)
        return found

    def calculations(self, figure: Figure) -> Sequence[Finding]:
        """The calculations in which a figure takes part; first those that redo it itself."""
        found = self._calculations.get(figure_name(figure), [])
        return sorted(found, key=lambda finding: not is_about(finding, figure))


def is_about(finding: Finding, figure: Figure) -> bool:
    """Whether the calculation redoes this figure, and does not only use it."""
    return finding.stated is not None and finding.stated.source == figure.source


def named(thing: Sayable, finding: Finding) -> str:
    """The passport of a number that a finding says: that of the figure, or the calculation; empty of what is none."""
    if isinstance(thing, Figure):
        return figure_name(thing)
    if isinstance(thing, Digits):
        return figure_name(thing.figure)
    return calculation_name(finding) if isinstance(thing, (Amount, Gap, Percent)) else ""


def worked_out(finding: Finding) -> Iterator[Amount | Percent]:
    """The numbers that a finding says and the report does not print, in the order in which they are said."""
    for piece in pieces(finding.message, "en"):
        if isinstance(piece.thing, Gap):
            yield piece.thing.amount
        elif isinstance(piece.thing, (Amount, Percent)):
            yield piece.thing


def value_of(number: Amount | Percent) -> Decimal:
    """A number worked out, in the unit in which it is said, not rounded."""
    with localcontext(prec=100):
        if isinstance(number, Percent):
            return number.part / number.whole * 100
        return number.value / number.unit.scale
