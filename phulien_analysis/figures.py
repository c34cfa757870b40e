"""Figures: numbers as a report prints them, once per place, read from a month's file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from phulien_analysis.catalogue import Catalogue, Indicator, Unit
from phulien_analysis.characters import clipped, foreign_to_number, named
from phulien_analysis.csvfile import Row, read_rows, rest_not_looked_at
from phulien_analysis.errors import MOST_PROBLEMS, NumberError, Problem, did_you_mean
from phulien_analysis.expression import MEASURES, RATIOS
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Label, Lang, Message, Sayable, mark, say, translate
from phulien_analysis.period import Period, month_period
from phulien_analysis.policy import withholding
from phulien_analysis.printed import (
    QUALIFIERS,
    PrintedNumber,
    Qualifier,
    format_number,
    parse_printed,
    printed_interval,
)

MOST_PRINTINGS = 200
"""Printings of one measure of one indicator in a month: each is held against the others."""
Status = Literal["", "estimated", "preliminary", "final", "withheld", "grouped"]
STATUSES: tuple[str, ...] = get_args(Status)
WITHHELD: tuple[Status, ...] = ("withheld", "grouped")
"""Of a figure whose digits a disclosure policy keeps back: it has a row, and no number."""
_SOURCE = re.compile(
    r"(?P<section>[A-Z0-9]+(?:\.[A-Za-z0-9]+)*)(?: (?P<place>[a-z]+[1-9][0-9]{0,3}))? #(?P<number>[1-9][0-9]{0,3})"
)


class Quantity(NamedTuple):
    """A printed or computed number in the base unit: all it can be, and what the printed digits give."""

    interval: Interval
    value: Decimal

    def as_limit(self) -> Quantity:
        """What is at most this: all up to its high end."""
        return Quantity(Interval(None, self.interval.high), self.value)


@dataclass(frozen=True)
class Source:
    """Where a figure is printed: section, paragraph (``p2``) or footnote (``fn1``), and which number there.

    ``spot`` says it of a figure in a table: by row and column.
    """

    section: str
    place: str
    number: int
    spot: Sayable | None = field(default=None, compare=False)

    @property
    def paragraph(self) -> str:
        """The section and the place in it, without the number."""
        return f"{self.section} {self.place}".strip()

    def __str__(self) -> str:
        return f"{self.paragraph} #{self.number}"

    def say(self, lang: Lang) -> str:
        """The place as people name it: ``Mục II.1.1, chú thích 1``; ``Đoạn 3`` of a text without sections."""
        if self.spot is not None:
            return say(self.spot, lang)
        kind, count = re.fullmatch(r"([a-z]*)(.*)", self.place).groups()  # type: ignore[union-attr]
        if self.section:
            text = mark("Section {section}, footnote {count}") if kind == "fn" else mark("Section {section}")
        else:
            text = mark("Footnote {count}") if kind == "fn" else mark("Paragraph {count}")
        return Message(text, {"section": self.section, "count": count}).say(lang)


def parse_source(text: str) -> Source:
    """Read ``II.1.1 fn1 #3``; :class:`ValueError` says what is expected."""
    match = _SOURCE.fullmatch(text)
    if not match:
        found = clipped(text)
        msg = f"{found!r} is not a place like “II.1.1 fn1 #3” (section, footnote or paragraph, which number there)"
        raise ValueError(msg)
    return Source(match["section"], match["place"] or "", int(match["number"]))


class FigureRow(Row):
    """A row of ``data/<ward>/<month>.csv``: text as the clerk typed it."""

    indicator: str
    measure: str
    period_start: str
    period_end: str
    printed: str
    unit: str
    qualifier: str
    status: str
    source: str


@dataclass(frozen=True)
class Figure:
    """One number at one printed place; ``number`` is None where what is printed is malformed, or withheld.

    ``order`` is its place in the report, counted from 0.
    """

    order: int
    source: Source
    indicator: Indicator
    measure: str
    period: Period
    printed: str
    number: PrintedNumber | None
    unit: Unit
    qualifier: Qualifier
    status: Status
    reason: Label | None = None
    group: Interval | None = None

    @property
    def is_withheld(self) -> bool:
        """Whether a disclosure policy keeps its digits back; ``reason`` then says why, ``group`` what may be known."""
        return self.status in WITHHELD

    @cached_property
    def printed_interval(self) -> Interval | None:
        """What is known of it, in the printed unit."""
        if self.number is None:
            return None
        return printed_interval(self.number, self.qualifier, exact=self.unit.exact, signed=self.may_be_negative)

    @property
    def may_be_negative(self) -> bool:
        """Whether a number below 0 makes sense."""
        return self.indicator.signed or self.measure in {"change", "growth", "remaining", "remaining_percent"}

    @cached_property
    def interval(self) -> Interval | None:
        """What is known of it, in the base unit of its dimension."""
        known = self.printed_interval
        return None if known is None else known.scaled(self.unit.scale)

    @property
    def value(self) -> Decimal | None:
        """The printed value in the base unit of its dimension."""
        return None if self.number is None else self.number.value * self.unit.scale

    @property
    def quantity(self) -> Quantity:
        """Interval and value in the base unit; :class:`NumberError` where what is printed is malformed."""
        if self.interval is None or self.value is None:
            raise NumberError(f"{self.source}: “{self.printed}” has no value")
        return Quantity(self.interval, self.value)

    @property
    def decimals(self) -> int:
        """Printed decimals; 0 where what is printed is malformed."""
        return 0 if self.number is None else self.number.decimals

    @property
    def place_value(self) -> Decimal:
        """How coarse it is, in the base unit: one unit of the last place that tells something."""
        if self.number is None:
            return Decimal(0)
        place = self.number.significant_place if self.qualifier else self.number.place
        return place * self.unit.scale

    def say(self, lang: Lang) -> str:
        """The figure as printed, with qualifier and unit: ``gần 2 tỷ đồng``; the digits stay the report's own.

        A withheld one is said to be so, or by its group: ``dưới 5 đối tượng``.
        """
        if self.is_withheld:
            return self._say_withheld(lang)
        number = self.printed
        if lang == "en" and self.number is not None:
            number = format_number(self.number.value, "en")
        return say_quantity(number, self.unit, lang, self.qualifier)

    def _say_withheld(self, lang: Lang) -> str:
        if self.group is None or self.group.high is None:
            return translate("withheld", lang)
        limit = say_quantity(f"{self.group.high + 1:f}", self.unit, lang)
        return Message("fewer than {number}", {"number": limit}).say(lang)


_QUALIFIED = {
    "": mark("{number}"),
    "over": mark("over {number}"),
    "nearly": mark("nearly {number}"),
    "about": mark("about {number}"),
    "under": mark("under {number}"),
    "at_least": mark("at least {number}"),
    "at_most": mark("at most {number}"),
}


_PLURALS = {"child": "children", "man": "men", "woman": "women", "degree Celsius": "degrees Celsius"}


def say_quantity(number: str, unit: Unit, lang: Lang, qualifier: Qualifier = "") -> str:
    """A number with its unit, in ``lang``; a percent sign stands right after the number."""
    label = unit_label(unit, lang, number)
    space = "" if label in {"", "%"} else "\N{NO-BREAK SPACE}"
    return Message(_QUALIFIED[qualifier], {"number": f"{number}{space}{label}"}).say(lang)


def unit_label(unit: Unit, lang: Lang, number: str = "") -> str:
    """The unit's name beside ``number``; English counts things in the plural unless there is one of them."""
    label = unit.label.say(lang)
    if not label or lang == "vi" or number == "1" or not label[0].isalpha() or label.endswith("²"):
        return label
    head, link, rest = re.match(r"(.+?)( per | a | of |$)(.*)", label).groups()  # type: ignore[union-attr]
    if head in _PLURALS:
        head = _PLURALS[head]
    elif head.endswith(("s", "x", "ch", "sh")):
        head += "es"
    elif re.search(r"[^aeiou]y$", head):
        head = f"{head[:-1]}ies"
    elif not head.endswith("dong"):
        head += "s"
    return f"{head}{link}{rest}"


def read_figures(path: Path, name: str, catalogue: Catalogue, month: str, problems: list[Problem]) -> list[Figure]:
    """The figures of a month's file in its order, which is the report's; problems are added to ``problems``."""
    figures: list[Figure] = []
    seen: dict[str, int] = {}
    printings: Counter[tuple[str, str]] = Counter()
    before = len(problems)
    for number, row in read_rows(path, FigureRow, name, problems):
        if len(problems) - before >= MOST_PROBLEMS:
            problems.append(rest_not_looked_at(name))
            break
        faults = list(_row_faults(row, catalogue))
        if row.source in seen:
            text = f"{clipped(row.source)!r} stands in row {seen[row.source]} already; each printed place has one row"
            faults.append(("source", text))
        seen.setdefault(row.source, number)
        printings[row.indicator, row.measure] += 1
        if printings[row.indicator, row.measure] == MOST_PRINTINGS + 1:
            faults.append(("indicator", _printed_too_often(row)))
        problems.extend(Problem(name, number, column, text) for column, text in faults)
        if not faults:
            figures.append(_figure(len(figures), row, catalogue, month))
    if not seen and not problems:
        problems.append(Problem(name, 0, "", "there is no figure in the file; add a row per printed number"))
    return figures


def _printed_too_often(row: FigureRow) -> Message:
    values: dict[str, Sayable] = {"measure": row.measure, "indicator": clipped(row.indicator), "n": MOST_PRINTINGS}
    return Message("{measure} of {indicator} is printed more than {n} times; no report does that", values)


def _figure(order: int, row: FigureRow, catalogue: Catalogue, month: str) -> Figure:
    indicator = catalogue.indicators[row.indicator]
    held = withholding(catalogue.policy, indicator, row.status) if row.status in WITHHELD else None
    try:
        number = parse_printed(row.printed) if row.status not in WITHHELD else None
    except NumberError:  # not an error of the file: the report prints it so, and a finding says it
        number = None
    return Figure(
        order=order,
        source=parse_source(row.source),
        indicator=indicator,
        measure=row.measure,
        period=_period(row, indicator, month),
        printed=row.printed,
        number=number,
        unit=catalogue.units[row.unit],
        qualifier=row.qualifier,  # type: ignore[arg-type]  # checked in _row_faults
        status=row.status,  # type: ignore[arg-type]
        reason=held.reason if held else None,
        group=held.group if held else None,
    )


def _period(row: FigureRow, indicator: Indicator, month: str) -> Period:
    """The stated window, else the month; a stock has a last day only."""
    if row.period_end:
        start = date.fromisoformat(row.period_start) if row.period_start else None
        return Period(start, date.fromisoformat(row.period_end))
    filled = month_period(month, stated=False)
    return Period(None, filled.end, stated=False) if indicator.kind == "stock" else filled


Fault = tuple[str, Sayable]


def _row_faults(row: FigureRow, catalogue: Catalogue) -> Iterator[Fault]:
    """What is wrong in a row, as column and text."""
    known = (
        ("indicator", row.indicator, catalogue.indicators),
        ("measure", row.measure, MEASURES),
        ("unit", row.unit, catalogue.units),
        ("qualifier", row.qualifier, QUALIFIERS),
        ("status", row.status, STATUSES),
    )
    unknown = [(column, word, words) for column, word, words in known if word not in words]
    for column, word, words in unknown:
        hint = did_you_mean(word, (w for w in words if w))
        article = "an" if column == "indicator" else "a"
        yield column, f"{clipped(word)!r} is not {article} {column} of the catalogue{hint}"
    try:
        parse_source(row.source)
    except ValueError as error:
        yield "source", str(error)
    if row.status in WITHHELD:
        yield from _withheld_faults(row, catalogue)
    elif not row.printed:
        yield "printed", "the number is missing; a figure that the report does not print has no row"
    elif character := foreign_to_number(row.printed):
        yield "printed", _foreign(character)
    indicator, unit = catalogue.indicators.get(row.indicator), catalogue.units.get(row.unit)
    if indicator and unit and row.measure in MEASURES:
        yield from _unit_faults(row, indicator, unit)
    yield from _period_faults(row, indicator)


def _foreign(character: str) -> Message:
    return Message(
        "there is {character} in the number; type it with the keyboard's digits 0-9, “.”, “,” and “-”",
        {"character": named(character)},
    )


def _withheld_faults(row: FigureRow, catalogue: Catalogue) -> Iterator[Fault]:
    """A withheld figure has no digits; a group is that of its rule."""
    if row.printed or row.qualifier:
        yield "printed", f"a figure that is {row.status} has neither number nor qualifier; empty both"
    indicator = catalogue.indicators.get(row.indicator)
    if row.status == "grouped" and (
        not indicator or withholding(catalogue.policy, indicator, row.status).group is None
    ):
        yield "status", "disclosure.csv has no rule with a threshold for it; write withheld"


def _unit_faults(row: FigureRow, indicator: Indicator, unit: Unit) -> Iterator[Fault]:
    """A ratio is in percent, the value of one in money, the rest in what the indicator measures; a bound in either."""
    own = {"unit_value": {"money"}, "bound": {indicator.dimension, "ratio"}}
    expected = {"ratio"} if row.measure in RATIOS else own.get(row.measure, {indicator.dimension})
    if unit.dimension not in expected:
        wanted = " or ".join(sorted(expected))
        yield (
            "unit",
            (
                f"{row.unit!r} is a unit of {unit.dimension}, but {row.measure} of {row.indicator} "
                f"is measured in {wanted}; choose such a unit of units.csv"
            ),
        )


def _period_faults(row: FigureRow, indicator: Indicator | None) -> Iterator[Fault]:
    dates = {"period_start": row.period_start, "period_end": row.period_end}
    wrong = {column: text for column, text in dates.items() if text and _date(text) is None}
    for column, text in wrong.items():
        yield column, f"{clipped(text)!r} is not a date; write year, month and day like 2025-07-19"
    if not wrong:
        yield from _window_faults(row, indicator)


def _window_faults(row: FigureRow, indicator: Indicator | None) -> Iterator[Fault]:
    """What is wrong with a window whose dates are dates; ISO dates sort as text."""
    start, end, name = row.period_start, row.period_end, row.indicator
    kind = indicator.kind if indicator and row.measure == "actual" else ""
    if start and not end:
        yield "period_end", "the window has a first day but no last day; give both, or leave both empty"
    elif start and start > end:
        yield "period_end", f"the window ends before it starts ({start})"
    elif kind == "stock" and start:
        yield "period_start", f"{name} is a stock: it has a last day only; leave this empty"
    elif kind == "flow" and end and not start:
        yield "period_start", f"{name} is a flow: it has a first and a last day; give both"


def _date(text: str) -> date | None:
    """The date written as year-month-day; None where it is none."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
