"""From a report to what can be drawn: which printing, over which window, in which unit, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from phulien_analysis.calculations import Derived
from phulien_analysis.catalogue import Unit
from phulien_analysis.charts.drawing import Mark
from phulien_analysis.errors import PhulienError
from phulien_analysis.figures import say_quantity, unit_label
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Lang, Message, mark, translate
from phulien_analysis.period import Period
from phulien_analysis.printed import format_number
from phulien_analysis.report import Report
from phulien_analysis.tables import Cell
from phulien_analysis.views.entries import Entry, entries, say_window

Window = Literal["longest", "shortest"]


@dataclass(frozen=True)
class Datum:
    """A number that can be drawn: a printed or derived one that has a value.

    ``value`` and ``interval`` are in the base unit of its dimension, ``shown`` is in its own unit.
    """

    entry: Entry
    value: Decimal
    interval: Interval
    shown: Decimal
    decimals: int

    @property
    def unit(self) -> Unit:
        """The unit it is printed in."""
        return self.entry.unit

    @property
    def period(self) -> Period:
        """Its window."""
        return self.entry.period

    @property
    def qualified(self) -> bool:
        """Whether the report, or a number it is derived from, says more or less than the digits."""
        shown = self.entry.shown
        return any(f.qualifier for f in (shown.operands if isinstance(shown, Derived) else (shown,)))

    def name(self, lang: Lang) -> str:
        """Its name; what is derived says so."""
        return self.entry.label(lang) + self._mark(lang)

    def quoted(self, lang: Lang) -> str:
        """Its name in a sentence, where a colon or comma of the name would mislead."""
        return f"“{self.entry.label(lang)}”{self._mark(lang)}"

    def _mark(self, lang: Lang) -> str:
        return f" ({translate('derived', lang)})" if self.entry.is_derived else ""

    def number(self, lang: Lang) -> str:
        """The digits without the unit, in the form of ``lang``, with the decimals printed; ``07`` is 7."""
        return format_number(self.shown, lang, self.decimals)

    def amount(self, lang: Lang) -> str:
        """The number with its unit, and its qualifier where it has one."""
        shown = self.entry.shown
        if isinstance(shown, Derived):
            return shown.say(lang)
        return say_quantity(self.number(lang), self.unit, lang, shown.qualifier)

    def label(self, axis: Unit, lang: Lang) -> str:
        """What stands beside its bar: the number; with its unit where that is not the axis's, or is a percent sign."""
        zero = not self.shown and not self.qualified and axis.dimension != "ratio"
        same = self.unit == axis and not self.qualified and axis.dimension != "ratio"
        return self.number(lang) if zero or same else self.amount(lang)

    def bar(self, axis: Unit, lang: Lang) -> Mark:
        """Its bar; that of a derived number is hatched."""
        return Mark(self.value, self.label(axis, lang), "derived" if self.entry.is_derived else "strong")

    def row(self, lang: Lang) -> tuple[str | Cell, ...]:
        """Its row in a chart's table; a derived number has its formula for a place."""
        amount = Cell(self.amount(lang), passport=self.entry.passport)
        return self.name(lang), amount, self.entry.window(lang), self.entry.place(lang)


def read(entry: Entry) -> Datum | None:
    """The entry as a number to be drawn; None where what is printed is malformed, or withheld."""
    shown = entry.shown
    if isinstance(shown, Derived):
        return Datum(entry, shown.point, shown.interval, shown.value, shown.decimals)
    if shown.number is None:
        return None
    quantity = shown.quantity
    return Datum(entry, quantity.value, quantity.interval, shown.number.value, shown.number.decimals)


@dataclass(frozen=True)
class Series:
    """What there is of one term: numbers that can be drawn, and entries whose number is malformed or withheld."""

    name: str
    data: tuple[Datum, ...]
    malformed: tuple[Entry, ...]
    judged: bool = True

    def over(self, window: Period) -> Datum | None:
        """The number over a window."""
        return next((d for d in self.data if d.period.same_days(window)), None)

    @property
    def longest(self) -> Datum | None:
        """The number over the longest window."""
        return max(self.data, key=lambda d: d.period.days, default=None)


def gather(report: Report, terms: Iterable[str], *, derived: bool = False) -> list[Series]:
    """What is printed of each term; with ``derived``, where nothing is, what is derived for it.

    :class:`NotFoundError` where the catalogue has no such indicator or measure.
    """
    return [_series(report, term, derived=derived) for term in terms]


def _series(report: Report, term: str, *, derived: bool) -> Series:
    found = entries(report, term)
    printed = [e for e in found if not e.is_derived]
    chosen = printed or [e for e in found if derived]
    indicator = report.catalogue.indicators[term.partition(":")[0]]
    return Series(
        indicator.label.say(report.lang),
        tuple(datum for e in chosen if (datum := read(e))),
        tuple(e for e in chosen if read(e) is None),
        report.audience.shows_all_findings,
    )


def windows(series: Iterable[Series]) -> list[Period]:
    """The different windows of what can be drawn, the longest first; a stock's day is the shortest."""
    different = {(d.period.start, d.period.end): d.period for s in series for d in s.data}
    return sorted(different.values(), key=lambda p: (-p.days, p.end))


def common_window(series: Sequence[Series], prefer: Window, least: int = 1) -> Period | None:
    """One window for all, because bars over different windows would mislead.

    The longest or shortest of those that hold at least half as many terms as the fullest one, and at least ``least``.
    """
    held = {window: sum(s.over(window) is not None for s in series) for window in windows(series)}
    enough = max(least, (max(held.values(), default=0) + 1) // 2)
    fit = [window for window, count in held.items() if count >= enough]
    return (fit[0] if prefer == "longest" else fit[-1]) if fit else None


def by_size(data: Iterable[Datum]) -> list[Datum]:
    """The largest first; equal ones in the order given."""
    return sorted(data, key=lambda d: -d.value)


def ratio(part: Datum, whole: Datum, lang: Lang) -> str:
    """Two amounts as reports write them: ``416/451 hồ sơ``; with both units where they differ."""
    same = part.unit == whole.unit and not part.qualified
    return f"{part.number(lang) if same else part.amount(lang)}/{whole.amount(lang)}"


def axis_unit(data: Iterable[Datum]) -> Unit:
    """The unit that most numbers have; :class:`PhulienError` where they measure different things."""
    units = Counter(datum.unit for datum in data)
    dimensions = sorted({unit.dimension for unit in units})
    if len(dimensions) > 1:
        msg = f"a chart has one axis, but these are {' and '.join(dimensions)}; draw a chart for each"
        raise PhulienError(msg)
    return units.most_common(1)[0][0]


def unit_note(axis: Unit, lang: Lang) -> str:
    """The unit of the axis, said."""
    return Message("Unit: {unit}.", {"unit": unit_label(axis, lang)}).say(lang)


def window_note(data: Iterable[Datum], lang: Lang) -> str:
    """The window or windows of what is drawn."""
    said = dict.fromkeys(d.entry.window(lang) for d in data)
    return Message("Window: {windows}.", {"windows": "; ".join(said)}).say(lang)


_STATUS = {
    "estimated": mark("Estimated outturn"),
    "preliminary": mark("Preliminary numbers"),
    "final": mark("Final numbers"),
}


def status_note(data: Sequence[Datum], lang: Lang) -> str:
    """Which numbers are estimated, preliminary or final, where the report says so: all, or those named."""
    said: dict[str, list[str]] = {}
    for shown, name in ((d.entry.shown, d.name(lang)) for d in data):
        if not isinstance(shown, Derived) and shown.status:
            said.setdefault(translate(_STATUS[shown.status], lang), []).append(name)
    return sentences(
        *(
            f"{status}." if len(names) == len(data) else f"{status}: {_several(names)}."
            for status, names in said.items()
        )
    )


def derived_note(data: Iterable[Datum], lang: Lang) -> str:
    """How the derived numbers were worked out, and what that rests on."""
    return sentences(*(_derivation(d.entry.shown, lang) for d in data if isinstance(d.entry.shown, Derived)))


def _derivation(shown: Derived, lang: Lang) -> str:
    return Message(
        "Derived: {name} = {formula}. {reason}",
        {"name": shown.indicator.label, "formula": shown.formula(lang), "reason": shown.reason},
    ).say(lang)


def left_out(series: Iterable[Series], drawn: Iterable[Datum | None], lang: Lang) -> str:
    """What is not drawn, and why: its number is malformed, or none is printed for the window."""
    undrawn = [s for s, datum in zip(series, drawn, strict=True) if datum is None]
    malformed = [_malformed(s.malformed[0], lang, judged=s.judged) for s in undrawn if s.malformed]
    return sentences(*malformed, not_printed([s.name for s in undrawn if not s.malformed], lang))


def _malformed(entry: Entry, lang: Lang, *, judged: bool) -> str:
    """That it is left out; that its form is wrong is a finding, told to who is shown all of them."""
    if entry.is_withheld:
        return Message("Left out: {name}, {withheld}.", {"name": entry.label(lang), "withheld": entry}).say(lang)
    judgement = mark("Left out: {name}, printed as “{printed}” ({where}), which is not a well-formed number.")
    text = judgement if judged else mark("Left out: {name}, printed as “{printed}” ({where}).")
    values = {"name": entry.label(lang), "printed": entry.number(lang), "where": entry.place(lang)}
    return Message(text, values).say(lang)


def not_printed(names: Sequence[str], lang: Lang) -> str:
    """That nothing is printed of these over the window drawn."""
    return Message("Not printed for this window: {names}.", {"names": _several(names)}).say(lang) if names else ""


def _several(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def listing(data: Iterable[Datum], axis: Unit, lang: Lang) -> str:
    """Names and numbers one after another: ``A 3; B 2``."""
    return "; ".join(f"{d.name(lang)} {d.label(axis, lang)}" for d in data)


def headings(lang: Lang) -> tuple[str, ...]:
    """Headings of a chart's table; the numbers come second, where a phone shows them."""
    return (
        translate("Item", lang),
        translate("Number", lang),
        translate("Window", lang),
        translate("Place in the report", lang),
    )


def blank_row(series: Series, window: Period, lang: Lang) -> tuple[str, ...]:
    """The row of a number that is not printed for a window."""
    return series.name, translate("not printed", lang), say_window(window, lang), ""


def sentences(*texts: str) -> str:
    """Sentences one after another; empty ones are left out."""
    return " ".join(text for text in texts if text)
