"""What stands on the sheets of the workbook: rows, their places, and the formulas between them.

A row is a printed figure, a calculation that it is stated in, or a derived figure. Of a figure that is stated in
several calculations the first stands in its own row, the others follow below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from phulien_analysis.calculations import Derived
from phulien_analysis.catalogue import Topic
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Lang, translate
from phulien_analysis.publishing.downloads.arithmetic import End, Worked, of_derived, of_finding, printed_end
from phulien_analysis.report import Report

FIRST_ROW = 2  # the head is row 1
NAME_LENGTH = 31  # Excel's limit
COLUMNS: dict[End, str] = {"value": "E", "low": "G", "high": "H"}
COMPUTED: dict[End, str] = {"value": "J", "low": "K", "high": "L"}


class Place(NamedTuple):
    """Where a figure stands: sheet and row, counted from 1."""

    sheet: str
    row: int


@dataclass(frozen=True)
class SheetRow:
    """One row of a sheet; ``first`` where it is the figure's own."""

    row: int
    figure: Figure | None = None
    finding: Finding | None = None
    derived: Derived | None = None
    first: bool = True

    @property
    def shown(self) -> Figure | Derived:
        """What it is about: every row has one of the two."""
        return cast("Figure | Derived", self.figure or self.derived)


@dataclass(frozen=True)
class Sheet:
    """One topic's rows under the name of its sheet."""

    name: str
    topic: Topic
    rows: tuple[SheetRow, ...]


class Book:
    """All sheets of a report, and where each figure stands."""

    def __init__(self, report: Report) -> None:
        self.report = report
        names = _names(report)
        self.sheets = tuple(
            Sheet(names[t.topic], t, tuple(_rows(report, t))) for t in report.topics if t.topic in names
        )
        self._places = {
            row.figure.order: Place(sheet.name, row.row)
            for sheet in self.sheets
            for row in sheet.rows
            if row.figure is not None and row.first
        }

    def worked(self, row: SheetRow) -> Worked | None:
        """How the computed number of a row follows from figures, where it does."""
        if row.derived is not None:
            return self._whole(of_derived(row.derived))
        return self._whole(of_finding(row.finding, self.report.catalogue)) if row.finding else None

    def _whole(self, worked: Worked | None) -> Worked | None:
        """Only what rests on figures that stand on the sheets."""
        figures = (f for product in worked.products for _, f in product.factors) if worked else ()
        return worked if all(figure.order in self._places for figure in figures) else None

    def cell(self, sheet: str, figure: Figure, end: End) -> str:
        """The cell of a figure as a formula on ``sheet`` names it."""
        place = self._places[figure.order]
        address = f"{COLUMNS[end]}{place.row}"
        quoted = place.sheet.replace("'", "''")
        return address if place.sheet == sheet else f"'{quoted}'!{address}"

    def computed(self, sheet: str, row: SheetRow, end: End) -> str:
        """The formula of a computed number, or of an end of its interval; empty where it has none."""
        worked = self.worked(row)
        if worked is None or worked.number(end) is None:
            return ""
        return "=" + worked.formula(lambda figure, side: self.cell(sheet, figure, side), end)

    def verdict(self, sheet: str, row: SheetRow, lang: Lang) -> str:
        """The formula that holds the stated interval against the computed one.

        Empty where the numbers alone do not decide: something is not printed, or speaks of another window.
        """
        finding, worked = row.finding, self.worked(row)
        if finding is None or worked is None or finding.verdict == "cannot_tell":
            return ""
        holds = self._test(sheet, row, finding, worked)
        agrees, differs = translate("Agrees", lang), translate("Does not agree", lang)
        if finding.relation != "=":
            return f'=IF({holds},"{agrees}","{differs}")'
        exact = f"ROUND({COLUMNS['value']}{row.row}-{COMPUTED['value']}{row.row},8)=0"
        rounding = translate("Agrees within rounding", lang)
        return f'=IF({holds},IF({exact},"{agrees}","{rounding}"),"{differs}")'

    def _test(self, sheet: str, row: SheetRow, finding: Finding, worked: Worked) -> str:
        """What must hold for the finding to agree."""
        if finding.relation == "=":
            return f"AND({','.join(_meeting(finding, row.row))})"
        if finding.relation == "<=":
            return _at_most(f"{COLUMNS['low']}{row.row}", f"{COMPUTED['high']}{row.row}")
        # each part must be at most the whole; what they add up to need not be
        parts = (Worked((product,), worked.unit) for product in worked.products)
        lows = ",".join(part.formula(lambda figure, side: self.cell(sheet, figure, side), "low") for part in parts)
        return _at_most(f"MAX({lows})", f"{COLUMNS['high']}{row.row}")


def _meeting(finding: Finding, row: int) -> Iterator[str]:
    """What must hold for the two intervals to have a number in common; an open end asks for nothing."""
    yield "TRUE"
    stated = cast("Figure", finding.stated)  # what was worked out was held against one
    if printed_end(stated, "low") is not None and finding.high is not None:
        yield _at_most(f"{COLUMNS['low']}{row}", f"{COMPUTED['high']}{row}")
    if printed_end(stated, "high") is not None and finding.low is not None:
        yield _at_most(f"{COMPUTED['low']}{row}", f"{COLUMNS['high']}{row}")


def _at_most(low: str, high: str) -> str:
    """A spreadsheet's numbers are binary: what is equal in decimals may miss by a hair."""
    return f"ROUND({low}-{high},8)<=0"


def _rows(report: Report, topic: Topic) -> Iterator[SheetRow]:
    """Figures in the report's order, each followed by its calculations, then the derived ones."""
    row = FIRST_ROW
    for figure in (f for f in report.figure_list if f.indicator.topic == topic.topic):
        stated = [f for f in report.finding_list if f.stated is figure]
        findings: Sequence[Finding | None] = stated or [None]
        for position, finding in enumerate(findings):
            yield SheetRow(row, figure, finding, first=position == 0)
            row += 1
    for derived in (d for d in report.derived_list if d.indicator.topic == topic.topic):
        yield SheetRow(row, derived=derived)
        row += 1


def _names(report: Report) -> dict[str, str]:
    """A name for each topic's sheet: short, without the signs that Excel forbids, and no two alike."""
    with_figures = {figure.indicator.topic for figure in report.figure_list}
    names: dict[str, str] = {}
    for topic in (t for t in report.topics if t.order or t.topic in with_figures):
        label = re.sub(r"[\[\]:*?/\\]", " ", topic.label.say(report.lang)).strip(" '")
        name, number = _shortened(label), 1
        while not name or name.casefold() in {taken.casefold() for taken in names.values()}:
            number += 1
            name = f"{_shortened(label, NAME_LENGTH - 4)} {number}".strip()
        names[topic.topic] = name
    return names


def _shortened(label: str, length: int = NAME_LENGTH) -> str:
    """The label, or as many whole words of it as there is room for."""
    if len(label) <= length:
        return label
    words = label[: length + 1].rpartition(" ")[0]
    return (words or label[:length]).rstrip(" ,;–-'")
