"""What the ward's earlier months publish: eight months less the seven of last month's report are this month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from phulien_analysis.disclosure.covered import covered
from phulien_analysis.errors import PhulienError
from phulien_analysis.figures import Figure, Status
from phulien_analysis.policy import Rule
from phulien_analysis.report import Report, load_report, months


class Key(NamedTuple):
    """One number, however often it is printed: what it measures, and over which days."""

    indicator: str
    measure: str
    start: date | None
    end: date


@dataclass(frozen=True)
class Elsewhere:
    """Flows over stated windows in earlier months, and which of them are withheld there, by which rule.

    One without a rule is withheld for another's sake.
    """

    figures: Mapping[Key, Figure] = field(default_factory=dict)
    hidden: Mapping[Key, Rule | None] = field(default_factory=dict)

    def is_shown(self, key: Key) -> bool:
        """Whether readers have the number from another month."""
        return key in self.figures and key not in self.hidden

    @property
    def covered(self) -> Mapping[Key, Rule]:
        """What the policy covers there by itself: a later month must not tell it either."""
        return {key: rule for key, rule in self.hidden.items() if rule is not None}

    def and_month(self, report: Report, statuses: Mapping[str, Status]) -> Elsewhere:
        """The same with the month after it, as its own public edition shows it."""
        rules = {one.figure: one.rule for one in covered(report.printings)}
        flows = list(filter(is_flow, report.figure_list))
        hidden = {key_of(f): rules.get(f) for f in flows if str(f.source) in statuses}
        shown = {key_of(f) for f in flows} - set(hidden)
        figures = {**{key_of(f): f for f in flows}, **self.figures}
        was_hidden = {key: rule for key, rule in self.hidden.items() if key not in shown}
        still = {key: rule for key, rule in hidden.items() if not self.is_shown(key)}
        return Elsewhere(figures, {**still, **was_hidden})


def is_flow(figure: Figure) -> bool:
    """Whether a figure counts what happened over a stated window, and cannot be below 0."""
    flow = figure.indicator.kind == "flow" and figure.measure == "actual" and not figure.indicator.signed
    return flow and figure.period.stated and figure.period.start is not None


def key_of(figure: Figure) -> Key:
    """The number that a figure with a stated window prints."""
    return Key(figure.indicator.indicator, figure.measure, figure.period.start, figure.period.end)


def earlier_months(data: Path, ward: str, month: str) -> Iterator[Report]:
    """The ward's months before this one, oldest first; one that cannot be read cannot be published either."""
    for name in months(data, ward):
        if name < month:
            with suppress(PhulienError):
                yield load_report(name, ward, data)
