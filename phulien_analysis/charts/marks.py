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
from phulien_analysis.messages import Message, translate
from phulien_analysis.period import Period
from phulien_analysis.printed import Lang, format_number
from phulien_analysis.report import Report
from phulien_analysis.views.entries import Entry, entries, say_window

Window = Literal["longest", "shortest"]


@dataclass(frozen=True)
class Series:
    """What there is of one term: entries with a value, and those whose printed number is malformed."""

    name: str
    readable: tuple[Entry, ...]
    malformed: tuple[Entry, ...]

    def over(self, window: Period) -> Entry | None:
        """The entry over a window."""
        return next((e for e in self.readable if e.period.same_days(window)), None)


def gather(report: Report, terms: Iterable[str], *, derived: bool = True) -> list[Series]:
    """What is printed of each term, or where nothing is, what is derived for it; :class:`NotFoundError` if unknown."""
    return [_series(report, term, derived=derived) for term in terms]


def _series(report: Report, term: str, *, derived: bool) -> Series:
    found = entries(report, term)
    printed = [e for e in found if not e.is_derived]
    chosen = printed if printed or not derived else found
    indicator = report.catalogue.indicators[term.partition(":")[0]]
    return Series(
        indicator.label.say(report.lang),
        tuple(e for e in chosen if e.value is not None),
        tuple(e for e in chosen if e.value is None),
    )


def windows(series: Iterable[Series]) -> list[Period]:
    """The different windows of the readable entries, the longest first; a stock's day is the shortest."""
    different = {(e.period.start, e.period.end): e.period for s in series for e in s.readable}
    return sorted(different.values(), key=lambda p: (-p.days, p.end))


def common_window(series: Sequence[Series], prefer: Window, least: int = 1) -> Period | None:
    """One window for all: bars over different windows would mislead.

    The longest or shortest of those that hold at least half as many terms as the fullest one, and at least ``least``.
    """
    held = {window: sum(s.over(window) is not None for s in series) for window in windows(series)}
    enough = max(least, (max(held.values(), default=0) + 1) // 2)
    fit = [window for window, count in held.items() if count >= enough]
    return (fit[0] if prefer == "longest" else fit[-1]) if fit else None


def value_of(entry: Entry) -> Decimal:
    """The value of a readable entry in the base unit."""
    assert entry.value is not None, "only readable entries are drawn"
    return entry.value


def number_of(entry: Entry, lang: Lang) -> str:
    """The number without its unit, in the form of ``lang``, with the decimals that are printed; ``07`` is 7."""
    shown = entry.shown
    if isinstance(shown, Derived):
        return format_number(shown.value, lang, shown.decimals)
    assert shown.number is not None, "only readable entries are drawn"
    return format_number(shown.number.value, lang, shown.number.decimals)


def amount_of(entry: Entry, lang: Lang) -> str:
    """The number with its unit, and its qualifier where it has one."""
    shown = entry.shown
    if isinstance(shown, Derived):
        return shown.say(lang)
    return say_quantity(number_of(entry, lang), entry.unit, lang, shown.qualifier)


def ratio(part: Entry, whole: Entry, lang: Lang) -> str:
    """Two amounts as reports write them: ``416/451 hồ sơ``; with both units where they differ."""
    same = part.unit == whole.unit and not _qualified(part)
    return f"{number_of(part, lang) if same else amount_of(part, lang)}/{amount_of(whole, lang)}"


def label_of(entry: Entry, axis: Unit, lang: Lang) -> str:
    """What stands beside a bar: the number; with its unit where that is not the axis's."""
    if not value_of(entry) and not entry.is_derived:
        return number_of(entry, lang)
    bare = entry.unit == axis and not _qualified(entry) and axis.dimension != "ratio"
    return number_of(entry, lang) if bare else amount_of(entry, lang)


def _qualified(entry: Entry) -> bool:
    shown = entry.shown
    return any(f.qualifier for f in (shown.operands if isinstance(shown, Derived) else (shown,)))


def mark_of(entry: Entry, axis: Unit, lang: Lang) -> Mark:
    """The bar of an entry; what is derived is hatched."""
    return Mark(value_of(entry), label_of(entry, axis, lang), "derived" if entry.is_derived else "strong")


def axis_unit(drawn: Sequence[Entry]) -> Unit:
    """The unit that most numbers have; :class:`PhulienError` where they measure different things."""
    dimensions = sorted({entry.unit.dimension for entry in drawn})
    if len(dimensions) > 1:
        msg = f"a chart has one axis, but these are {' and '.join(dimensions)}; draw a chart for each"
        raise PhulienError(msg)
    return Counter(entry.unit for entry in drawn).most_common(1)[0][0]


def unit_note(axis: Unit, lang: Lang) -> str:
    """The unit of the axis, said."""
    return Message("Unit: {unit}.", {"unit": unit_label(axis, lang)}).say(lang)


def window_note(drawn: Iterable[Entry], lang: Lang) -> str:
    """The window or windows of what is drawn."""
    said = dict.fromkeys(say_window(entry.period, lang) for entry in drawn)
    return Message("Window: {windows}.", {"windows": "; ".join(said)}).say(lang)


def status_note(drawn: Sequence[Entry], lang: Lang) -> str:
    """Which of the numbers are estimated, preliminary or final, where the report says so."""
    said: dict[str, list[str]] = {}
    for entry in drawn:
        if not entry.is_derived and entry.status(lang):
            said.setdefault(entry.status(lang), []).append(entry.label(lang))
    return " ".join(
        Message("Status: {status}.", {"status": status}).say(lang)
        if len(names) == len(drawn)
        else Message("Status of {names}: {status}.", {"names": "; ".join(names), "status": status}).say(lang)
        for status, names in said.items()
    )


def derived_note(drawn: Iterable[Entry], lang: Lang) -> str:
    """How the derived numbers were worked out, and what that rests on."""
    return " ".join(
        Message(
            "Derived: {name} = {formula}. {reason}",
            {"name": e.label(lang), "formula": e.shown.formula(lang), "reason": e.shown.reason},
        ).say(lang)
        for e in drawn
        if isinstance(e.shown, Derived)
    )


def left_out(series: Iterable[Series], drawn: Sequence[Entry | None], lang: Lang) -> str:
    """What is not drawn, and why: its number is malformed, or none is printed for the window."""
    undrawn = [s for s, entry in zip(series, drawn, strict=True) if entry is None]
    faulty = [
        Message(
            "Left out: {name}, printed as “{printed}” ({where}), is not a well-formed number.",
            {"name": e.label(lang), "printed": e.number(lang), "where": e.place(lang)},
        ).say(lang)
        for s in undrawn
        for e in s.malformed[:1]
    ]
    absent = "; ".join(s.name for s in undrawn if not s.malformed)
    if absent:
        faulty.append(Message("Not printed for this window: {names}.", {"names": absent}).say(lang))
    return " ".join(faulty)


def listing(drawn: Iterable[Entry], axis: Unit, lang: Lang) -> str:
    """Names and numbers one after another: ``A 3; B 2``."""
    return "; ".join(f"{entry.label(lang)} {label_of(entry, axis, lang)}" for entry in drawn)


def headings(lang: Lang) -> tuple[str, ...]:
    """Headings of a chart's table; the numbers are in the third column."""
    return (
        translate("Item", lang),
        translate("Window", lang),
        translate("Number", lang),
        translate("Place in the report", lang),
    )


NUMBER_COLUMN = 2


def table_row(entry: Entry, lang: Lang) -> tuple[str, ...]:
    """A row of a chart's table; what is derived says so, with its formula for a place."""
    mark = f" ({translate('derived', lang)})" if entry.is_derived else ""
    return entry.label(lang) + mark, entry.window(lang), amount_of(entry, lang), entry.place(lang)


def sentences(*texts: str) -> str:
    """Sentences one after another; empty ones are left out."""
    return " ".join(text for text in texts if text)
