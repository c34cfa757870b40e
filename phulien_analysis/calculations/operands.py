"""Which printing of a figure stands in a calculation, and whether the windows allow it.

Where an operand is printed several times, it is the one in the same paragraph, else the nearest after, else the
nearest before. A window that the report does not state is filled in by us, so a calculation that mixes stated and
unstated windows can confirm a number, but cannot contradict it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from phulien_analysis.catalogue import Catalogue
from phulien_analysis.figures import Figure
from phulien_analysis.period import Period

Allowed = Callable[[Figure], bool]


@dataclass(frozen=True)
class Printings:
    """All figures of a report, found by indicator and measure; what every rule works on."""

    figures: tuple[Figure, ...]
    catalogue: Catalogue

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[Figure]]:
        index: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            index[figure.indicator.indicator, figure.measure].append(figure)
        return dict(index)

    def of(self, indicator: str, measure: str) -> Sequence[Figure]:
        """Every printing of a measure of an indicator, in the report's order."""
        return self._index.get((indicator, measure), ())

    def with_measure(self, *measures: str) -> Iterator[Figure]:
        """Every figure of these measures, in the report's order."""
        return (figure for figure in self.figures if figure.measure in measures)

    def groups(self) -> Iterator[Sequence[Figure]]:
        """Figures grouped by indicator and measure."""
        return iter(self._index.values())

    def beside(self, stated: Figure, measure: str, allowed: Allowed | None = None) -> Figure | None:
        """Another measure of the same indicator over the same window."""
        return self.operand(stated, stated.indicator.indicator, measure, allowed)

    def operand(self, stated: Figure, indicator: str, measure: str, allowed: Allowed | None = None) -> Figure | None:
        """The printing that stands in a calculation about ``stated``; None where there is none over the window."""
        fits = allowed or (lambda figure: self.same_window(stated, figure))
        choices = [f for f in self.of(indicator, measure) if f is not stated and fits(f)]
        return nearest(stated, choices)

    def plan_of(self, stated: Figure, indicator: str = "") -> Figure | None:
        """The plan that ``stated`` is held against: the one whose window contains its own, the shortest such.

        Of another ``indicator`` where one is named.
        """
        window = self.window(stated)
        plans = self.of(indicator or stated.indicator.indicator, "plan")
        holding = [f for f in plans if f.period.stated and (window.within(f.period) or not window.stated)]
        shortest = min((f.period.days for f in holding), default=0)
        fits = [f for f in holding if f.period.days == shortest] or [f for f in plans if not f.period.stated]
        return nearest(stated, fits)

    def repeats_nothing(self, figure: Figure) -> bool:
        """Whether a figure states no window while its like do, and is none of their numbers."""
        like = self.of(figure.indicator.indicator, figure.measure)
        stated = any(other.period.stated for other in like)
        return stated and not figure.period.stated and self.window(figure) is figure.period

    def window(self, figure: Figure) -> Period:
        """The stated window; for a figure without one, that of the same number said elsewhere, else the month."""
        if figure.period.stated or figure.interval is None:
            return figure.period
        twins = (
            other
            for other in self.of(figure.indicator.indicator, figure.measure)
            if other.period.stated and other.interval and other.interval.meets(figure.interval)
        )
        twin = nearest(figure, list(twins))
        return figure.period if twin is None else Period(twin.period.start, twin.period.end, stated=False)

    def same_window(self, a: Figure, b: Figure) -> bool:
        """Whether two figures speak of the same days, or one is the stock on the other's last day."""
        return self.window(a).matches(self.window(b))


def nearest(stated: Figure, choices: Iterable[Figure]) -> Figure | None:
    """The choice in the same paragraph, else the nearest after ``stated``, else the nearest before."""

    def distance(figure: Figure) -> tuple[bool, bool, int]:
        elsewhere = figure.source.paragraph != stated.source.paragraph
        return (
            elsewhere,
            elsewhere and figure.order < stated.order,
            abs(figure.order - stated.order),
        )

    return min(choices, key=distance, default=None)


def windows_are_sure(figures: Iterable[Figure]) -> bool:
    """Whether a contradiction between the figures counts: all their windows are stated, or none is."""
    return len({figure.period.stated for figure in figures}) <= 1
