"""Printed and derived figures under one roof, so that a table can show both and mark the second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from phulien_analysis.calculations import Derived
from phulien_analysis.calculations.sentences import MEASURE_NAMES
from phulien_analysis.catalogue import Indicator, Unit
from phulien_analysis.errors import NotFoundError, did_you_mean
from phulien_analysis.expression import MEASURES
from phulien_analysis.figures import Figure, unit_label
from phulien_analysis.messages import Lang, Message, mark, translate
from phulien_analysis.passports import figure_name
from phulien_analysis.period import Period
from phulien_analysis.printed import format_number, round_outwards
from phulien_analysis.report import Report
from phulien_analysis.tables import EMPTY, Cell, Fragment, paragraph

_STATUS = {
    "": "",
    "estimated": mark("estimated"),
    "preliminary": mark("preliminary"),
    "final": mark("final"),
    "withheld": "",  # their number says so
    "grouped": "",
}


Pair = tuple[str, str]  # a heading in Vietnamese and in English


@dataclass(frozen=True)
class Entry:
    """One number that can be shown: a printed figure, or a derived one."""

    shown: Figure | Derived

    @property
    def is_derived(self) -> bool:
        """Whether we worked it out."""
        return isinstance(self.shown, Derived)

    @property
    def indicator(self) -> Indicator:
        """What it measures."""
        return self.shown.indicator

    @property
    def measure(self) -> str:
        """Its role."""
        return self.shown.measure

    @property
    def period(self) -> Period:
        """Its window."""
        return self.shown.period

    @property
    def unit(self) -> Unit:
        """The unit it is shown in."""
        return self.shown.unit

    @property
    def value(self) -> Decimal | None:
        """Its value in the base unit; None where what is printed is malformed."""
        return self.shown.point if isinstance(self.shown, Derived) else self.shown.value

    def label(self, lang: Lang) -> str:
        """Its name, with the measure where that is not the actual."""
        name, measure = self.indicator.label.say(lang), self.measure_name(lang)
        return f"{name} – {measure}" if measure else name

    def measure_name(self, lang: Lang) -> str:
        """Its role in words; empty for the actual, and where the name of the indicator says it."""
        plain = self.measure == "actual" or (self.is_derived and self.measure in {"rate", "unit_value"})
        return "" if plain else translate(MEASURE_NAMES[self.measure], lang)

    def say(self, lang: Lang) -> str:
        """The number with its unit."""
        return self.shown.say(lang)

    def number(self, lang: Lang) -> str:
        """The number without its unit: as printed, or rounded half up if derived."""
        shown = self.shown
        if isinstance(shown, Derived):
            return format_number(shown.value, lang, shown.decimals)
        if shown.is_withheld:
            return shown.say(lang)
        if lang == "vi" or shown.number is None:
            return shown.printed
        return format_number(shown.number.value, "en")

    def cell(self, lang: Lang, *, unit: bool = False) -> Cell:
        """A table cell with the number, with its unit if asked."""
        text = self.say(lang) if unit or _qualified(self.shown) else self.number(lang)
        words = f" ({translate('no value', lang)})" if self.value is None and not self.is_withheld else ""
        return Cell(text + words, derived=self.is_derived, passport=self.passport, words=words)

    @property
    def is_withheld(self) -> bool:
        """Whether a disclosure policy keeps its digits back."""
        return isinstance(self.shown, Figure) and self.shown.is_withheld

    @property
    def passport(self) -> str:
        """The name of what explains it."""
        return figure_name(self.shown)

    def window(self, lang: Lang) -> str:
        """The window in words; one that is not stated is said as such."""
        return say_window(self.period, lang)

    def status(self, lang: Lang) -> str:
        """Estimated, preliminary or final; empty where the report does not say."""
        status = "" if isinstance(self.shown, Derived) else _STATUS[self.shown.status]
        return translate(status, lang) if status else ""

    def place(self, lang: Lang) -> str:
        """Where it is printed; of a derived figure, its formula."""
        return self.shown.formula(lang) if isinstance(self.shown, Derived) else self.shown.source.say(lang)

    def known_as(self, lang: Lang) -> str:
        """The interval in the shown unit; empty for what is exact, and for what has no value."""
        shown = self.shown
        if shown.interval is None:
            return ""
        decimals = shown.decimals
        if not isinstance(shown, Derived) and not shown.qualifier:
            decimals += 1  # half a unit of the last printed place
        return say_interval((shown.interval.low, shown.interval.high), self.unit, decimals, lang)


def say_interval(ends: tuple[Decimal | None, Decimal | None], unit: Unit, decimals: int, lang: Lang) -> str:
    """An interval in words, in ``unit``, rounded outwards; empty where both ends read the same."""
    low, high = (_end(end, unit, decimals, lang, up=up) for end, up in zip(ends, (False, True), strict=True))
    if low is None:
        return Message("at most {number}", {"number": high or ""}).say(lang)
    if high is None:
        return Message("at least {number}", {"number": low}).say(lang)
    return "" if low == high else f"{low} – {high}"


def _end(end: Decimal | None, unit: Unit, decimals: int, lang: Lang, *, up: bool) -> str | None:
    if end is None:
        return None
    with localcontext(prec=60):
        return format_number(round_outwards(end / unit.scale, 0 if unit.counted else decimals, up=up), lang)


def say_window(period: Period, lang: Lang) -> str:
    """A window in words; one that the report does not state is said as such."""
    return period.say(lang) if period.stated else translate("not stated", lang)


def say_window_in_full(period: Period, lang: Lang) -> str:
    """A window where nothing beside it says that it is one."""
    return period.say(lang) if period.stated else translate("window not stated", lang)


def unit_name(unit: Unit, lang: Lang) -> str:
    """A unit as a heading says it: English in the plural."""
    return unit_label(unit, lang)


def entries(report: Report, term: str) -> list[Entry]:
    """What is printed for ``indicator`` or ``indicator:measure``, once per window; then what is derived for it.

    :class:`NotFoundError` where the catalogue has no such indicator or measure: the notebook is mistyped.
    """
    indicator, _, measure = term.partition(":")
    measure = measure or "actual"
    known = report.catalogue.indicators
    if indicator not in known:
        msg = f"there is no indicator {indicator!r} in indicators.csv{did_you_mean(indicator, known)}"
        raise NotFoundError(msg)
    if measure not in MEASURES:
        msg = f"there is no measure {measure!r}{did_you_mean(measure, MEASURES)}"
        raise NotFoundError(msg)
    printed = [Entry(f) for f in _once_per_window(report.printings.of(indicator, measure))]
    worked_out = [Entry(d) for d in report.derived_list if (d.indicator.indicator, d.measure) == (indicator, measure)]
    return printed + worked_out


def entry(report: Report, term: str, window: Period | None = None) -> Entry | None:
    """The one entry of a term over a window; without a window, that of the longest; None where there is none."""
    found = entries(report, term)
    if window is not None:
        return next((e for e in found if e.period.matches(window)), None)
    return max(found, key=lambda e: e.period.days, default=None)


def windows(found: Sequence[Entry]) -> list[Period]:
    """The different windows among entries, the longest first, those not stated last."""
    different = {(e.period.start, e.period.end): e.period for e in found}
    return sorted(different.values(), key=lambda p: (not p.stated, -p.days, p.end))


def not_reported(report: Report) -> Fragment:
    """What stands where this month's report prints no such figure."""
    return paragraph(translate("Not reported this month.", report.lang), "not-reported")


def withheld_notes(found: Iterable[Entry], lang: Lang) -> tuple[str, ...]:
    """Why numbers among the entries are withheld, each reason once."""
    reasons = (e.shown.reason for e in found if isinstance(e.shown, Figure) and e.shown.reason)
    return tuple(dict.fromkeys(reason.say(lang) for reason in reasons))


def blank() -> Cell:
    """A cell for what the report does not print: empty, which is not zero."""
    return EMPTY


def _once_per_window(figures: Sequence[Figure]) -> Iterator[Figure]:
    seen = set()
    for figure in figures:
        window = (figure.period.start, figure.period.end, figure.period.stated)
        if window not in seen:
            seen.add(window)
            yield figure


def _qualified(shown: Figure | Derived) -> bool:
    operands = shown.operands if isinstance(shown, Derived) else (shown,)
    return any(f.qualifier for f in operands)
