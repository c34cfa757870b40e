"""The parts of a total as bars, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from phulien_analysis.catalogue import Breakdown, Unit
from phulien_analysis.charts import marks
from phulien_analysis.charts.bars import LEAST_BARS, title_of_largest, too_few
from phulien_analysis.charts.chart import Chart, Told, put_together
from phulien_analysis.charts.drawing import Row, rows_of_bars
from phulien_analysis.charts.marks import Datum, Series
from phulien_analysis.errors import NotFoundError, did_you_mean
from phulien_analysis.figures import unit_label
from phulien_analysis.messages import Lang, Message, translate
from phulien_analysis.period import Period
from phulien_analysis.report import Report
from phulien_analysis.tables import Cell, Fragment
from phulien_analysis.views.entries import say_window_in_full


@dataclass(frozen=True)
class _Parts:
    """A total, its parts in the order they are drawn, the windows of the columns, and those that have none of them."""

    whole: Series
    drawn: tuple[Series, ...]
    periods: tuple[Period, ...]
    absent: tuple[Series, ...]

    def over(self, period: Period) -> list[Datum]:
        """The parts printed for a window."""
        return [d for s in self.drawn if (d := s.over(period))]

    @property
    def data(self) -> list[Datum]:
        """Every number that is drawn."""
        return [d for s in self.drawn for p in self.periods if (d := s.over(p))]


def breakdown_bars(
    report: Report,
    total: str,
    breakdown: str,
    *,
    panels: Literal["windows", "longest"] = "windows",
    measure: str = "actual",
) -> Chart | Fragment:
    """The parts of a total, sorted by the longest window; a column with its own scale for each window printed.

    A part that is not printed for a window is left blank. ``panels="longest"`` draws the longest window alone.

    Raises:
        NotFoundError: the catalogue has no such total, breakdown or measure.
    """
    lang, names = report.lang, find_breakdown(report, total, breakdown).parts
    whole, *series = marks.gather(report, [f"{name}:{measure}" for name in (total, *names)])
    periods = [p for p in marks.windows(series) if sum(s.over(p) is not None for s in series) >= LEAST_BARS]
    if not periods:
        return too_few(report, series)
    parts = _parts(whole, series, periods[:1] if panels == "longest" else periods)
    axis = marks.axis_unit(parts.data)
    heads = [_capital(say_window_in_full(p, lang)) for p in parts.periods]
    drawing = rows_of_bars(_rows(parts, axis, lang), heads if len(heads) > 1 else [""])
    table = [_table_row(s, p, lang) for s in parts.drawn for p in parts.periods]
    return put_together(_told(parts, axis, lang), drawing, marks.headings(lang), table, lang)


def find_breakdown(report: Report, total: str, name: str) -> Breakdown:
    """The breakdown of that name; :class:`NotFoundError` says which there are."""
    known = {b.name: b for b in report.catalogue.breakdowns_of(total)}
    if name not in known:
        msg = f"{total!r} has no breakdown {name!r} in parts.csv{did_you_mean(name, known)}"
        raise NotFoundError(msg)
    return known[name]


def _parts(whole: Series, series: Sequence[Series], periods: Sequence[Period]) -> _Parts:
    drawn = [s for s in series if any(s.over(p) for p in periods)]
    drawn.sort(key=lambda s: _sort_key(s, periods))
    return _Parts(whole, tuple(drawn), tuple(periods), tuple(s for s in series if s not in drawn))


def _sort_key(series: Series, periods: Sequence[Period]) -> list[tuple[bool, Decimal]]:
    """By size over the longest window, the largest first; what is missing comes last."""
    found = [series.over(p) for p in periods]
    return [(d is None, -d.value if d else Decimal(0)) for d in found]


def _rows(parts: _Parts, axis: Unit, lang: Lang) -> list[Row]:
    return [
        Row(s.name, tuple(d.bar(axis, lang) if (d := s.over(p)) else None for p in parts.periods)) for s in parts.drawn
    ]


def _table_row(series: Series, period: Period, lang: Lang) -> tuple[str | Cell, ...]:
    datum = series.over(period)
    return datum.row(lang) if datum else marks.blank_row(series, period, lang)


def _told(parts: _Parts, axis: Unit, lang: Lang) -> Told:
    longest = parts.periods[0]
    missing = marks.left_out(parts.absent, [None] * len(parts.absent), lang)
    head = Message(
        "Bars of the parts of “{name}”, in {unit}.", {"name": parts.whole.name, "unit": unit_label(axis, lang)}
    ).say(lang)
    return Told(
        title=title_of_largest(parts.over(longest), lang, parts.whole.over(longest)),
        alt=marks.sentences(head, *(_said(parts, p, axis, lang) for p in parts.periods), missing),
        note=_note(parts, axis, lang),
        remark=marks.sentences(_totals(parts, lang), missing),
    )


def _note(parts: _Parts, axis: Unit, lang: Lang) -> str:
    one = len(parts.periods) == 1
    scales = translate("Each window has its own scale; what is not printed is left blank, it is not 0.", lang)
    return marks.sentences(
        marks.unit_note(axis, lang),
        marks.window_note(parts.data, lang) if one else "",
        marks.status_note(parts.data, lang),
        "" if one else scales,
    )


def _totals(parts: _Parts, lang: Lang) -> str:
    """The total printed for each window, where it is."""
    totals = [d for p in parts.periods if (d := parts.whole.over(p))]
    listed = "; ".join(f"{d.amount(lang)} ({d.entry.window(lang)})" for d in totals)
    return Message("{name}: {totals}.", {"name": parts.whole.name, "totals": listed}).say(lang) if listed else ""


def _said(parts: _Parts, period: Period, axis: Unit, lang: Lang) -> str:
    """One window in words, and what is not printed for it."""
    text = f"{_capital(say_window_in_full(period, lang))}: {marks.listing(parts.over(period), axis, lang)}."
    return marks.sentences(text, marks.not_printed([s.name for s in parts.drawn if not s.over(period)], lang))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
