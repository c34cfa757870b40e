"""The example that a month is read by: the rows of a file that is there already, its numbers left aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from phulien_analysis.catalogue import Catalogue, Indicator, Unit
from phulien_analysis.errors import DataError, Problem
from phulien_analysis.figures import Source, read_figures
from phulien_analysis.report import months


@dataclass(frozen=True)
class Slot:
    """A row of the example: what is meant at which place, but not which number is printed there."""

    indicator: Indicator
    measure: str
    unit: Unit
    source: Source

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and measure."""
        return self.indicator.indicator, self.measure


@dataclass(frozen=True)
class Example:
    """The rows of a month's file in its order; ``own`` says whether it is of the same ward."""

    ward: str
    month: str
    own: bool
    slots: tuple[Slot, ...]
    units: Counter[str]

    def rarity(self, unit: str) -> float:
        """How much a unit's name tells which row is meant: the share of rows with other names."""
        return 1.0 - self.units[unit] / max(len(self.slots), 1)


NO_EXAMPLE = Example("", "", own=False, slots=(), units=Counter())


def example_for(folder: Path, catalogue: Catalogue, ward: str, month: str) -> Example:
    """The ward's own file of the month, else its latest before, else its first after, else the newest of any ward.

    :class:`~phulien_analysis.errors.DataError` where that file has problems.
    """
    own = months(folder, ward)
    earlier = [m for m in own if m <= month]
    if own:
        return _read(folder, catalogue, ward, earlier[-1] if earlier else own[0], own=True)
    others = [(m, other) for other in catalogue.wards if other != ward for m in months(folder, other)]
    if not others:
        return NO_EXAMPLE
    newest, other = max(others)
    return _read(folder, catalogue, other, newest, own=False)


def _read(folder: Path, catalogue: Catalogue, ward: str, month: str, *, own: bool) -> Example:
    problems: list[Problem] = []
    name = f"{folder.name}/{ward}/{month}.csv"
    figures = read_figures(folder / ward / f"{month}.csv", name, catalogue, month, problems)
    if problems:
        raise DataError(problems)
    slots: Sequence[Slot] = [Slot(f.indicator, f.measure, f.unit, f.source) for f in figures]
    return Example(ward, month, own, tuple(slots), Counter(slot.unit.label_vi for slot in slots))
