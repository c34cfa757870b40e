"""Bars: indicators by size, the parts of a total window by window, and steps in a given order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from phulien_analysis.calculations.sentences import Percent
from phulien_analysis.catalogue import Breakdown, Unit
from phulien_analysis.charts import marks
from phulien_analysis.charts.chart import Chart, Told, not_shown, put_together
from phulien_analysis.charts.drawing import Mark, Row, rows_of_bars
from phulien_analysis.charts.marks import Series, Window
from phulien_analysis.errors import NotFoundError, did_you_mean
from phulien_analysis.messages import Message, translate
from phulien_analysis.period import Period
from phulien_analysis.printed import Lang
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment
from phulien_analysis.views.entries import Entry, say_window

_LEAST_BARS = 2  # one number is a sentence, not a chart


def bars(report: Report, terms: Sequence[str], *, window: Window = "longest") -> Chart | Fragment:
    """Terms (``indicator`` or ``indicator:measure``) as bars by size, all over one window.

    Zeros stay; a malformed number is left out, and the alt text says so. Fewer than two bars are not drawn.
    """
    lang, series = report.lang, marks.gather(report, terms)
    period = marks.common_window(series, window, _LEAST_BARS)
    if period is None:
        return _too_few(report, series)
    chosen = [s.over(period) for s in series]
    drawn = _by_size(e for e in chosen if e)
    axis, missing = marks.axis_unit(drawn), marks.left_out(series, chosen, lang)
    said = Message(
        "Bars, the largest first, in {unit}: {listing}.",
        {"unit": axis.label, "listing": marks.listing(drawn, axis, lang)},
    ).say(lang)
    told = Told(
        title=_largest(drawn, lang),
        note=marks.sentences(_note(drawn, axis, lang), missing),
        alt=marks.sentences(said, marks.window_note(drawn, lang), missing),
    )
    return _chart(told, drawn, axis, lang)


def steps(report: Report, terms: Sequence[str]) -> Chart | Fragment:
    """Terms in the order given as bars on one axis; derived ones are hatched and marked."""
    lang, series = report.lang, marks.gather(report, terms)
    chosen = [max(s.readable, key=lambda e: e.period.days, default=None) for s in series]
    drawn = [e for e in chosen if e]
    if len(drawn) < _LEAST_BARS:
        return _too_few(report, series)
    axis, missing = marks.axis_unit(drawn), marks.left_out(series, chosen, lang)
    listed = "; ".join(f"{_name(e, lang)} {marks.label_of(e, axis, lang)}" for e in drawn)
    said = Message("Bars in the order of the steps, in {unit}: {listing}.", {"unit": axis.label, "listing": listed})
    told = Told(
        title="; ".join(f"{_name(e, lang)}: {marks.amount_of(e, lang)}" for e in (drawn[0], drawn[-1])),
        note=marks.sentences(_note(drawn, axis, lang), marks.derived_note(drawn, lang), missing),
        alt=marks.sentences(said.say(lang), marks.window_note(drawn, lang), missing),
    )
    return _chart(told, drawn, axis, lang)


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
        NotFoundError: the catalogue has no such total or breakdown.
    """
    lang = report.lang
    parts = find_breakdown(report, total, breakdown).parts
    series = marks.gather(report, [f"{part}:{measure}" for part in parts], derived=False)
    periods = [p for p in marks.windows(series) if _drawable(series, p)]
    periods = periods[:1] if panels == "longest" else periods
    if not periods:
        return _too_few(report, series)
    ordered = sorted(series, key=lambda s: _sort_key(s, periods))
    ordered = [s for s in ordered if any(s.over(p) for p in periods)]
    drawn = [e for s in ordered for p in periods if (e := s.over(p))]
    axis = marks.axis_unit(drawn)
    rows = [Row(s.name, tuple(_mark(s, p, axis, lang) for p in periods)) for s in ordered]
    heads = [say_window(p, lang) for p in periods] if len(periods) > 1 else [""]
    whole = marks.gather(report, [f"{total}:{measure}"], derived=False)[0]
    told = _told_breakdown(report, whole, series, ordered, periods, axis)
    table = [row for s in ordered for p in periods for row in _table_rows(s, p, lang)]
    return put_together(told, rows_of_bars(rows, heads), marks.headings(lang), table, lang, marks.NUMBER_COLUMN)


def find_breakdown(report: Report, total: str, name: str) -> Breakdown:
    """The breakdown of that name; :class:`NotFoundError` says which there are."""
    known = {b.name: b for b in report.catalogue.breakdowns_of(total)}
    if name not in known:
        msg = f"{total!r} has no breakdown {name!r} in parts.csv{did_you_mean(name, known)}"
        raise NotFoundError(msg)
    return known[name]


def _drawable(series: Sequence[Series], period: Period) -> bool:
    return sum(s.over(period) is not None for s in series) >= _LEAST_BARS


def _sort_key(series: Series, periods: Sequence[Period]) -> tuple[tuple[bool, Decimal], ...]:
    """By size over the longest window, the largest first; what is missing comes last."""
    found = [series.over(p) for p in periods]
    return tuple((e is None, -marks.value_of(e) if e else Decimal(0)) for e in found)


def _mark(series: Series, period: Period, axis: Unit, lang: Lang) -> Mark | None:
    entry = series.over(period)
    return marks.mark_of(entry, axis, lang) if entry else None


def _table_rows(series: Series, period: Period, lang: Lang) -> list[tuple[str, ...]]:
    entry = series.over(period)
    if entry:
        return [marks.table_row(entry, lang)]
    return [(series.name, say_window(period, lang), translate("not printed", lang), "")]


def _told_breakdown(
    report: Report,
    whole: Series,
    series: Sequence[Series],
    ordered: Sequence[Series],
    periods: Sequence[Period],
    axis: Unit,
) -> Told:
    lang, longest = report.lang, periods[0]
    drawn = [e for s in ordered for p in periods if (e := s.over(p))]
    missing = marks.left_out(series, [next((e for p in periods if (e := s.over(p))), None) for s in series], lang)
    own = translate("Each window has its own scale; a blank is not printed, which is not zero.", lang)
    totals = [e for p in periods if (e := whole.over(p))]
    sums = "; ".join(f"{marks.amount_of(e, lang)} ({e.window(lang)})" for e in totals)
    in_all = Message("{name} in all: {totals}.", {"name": whole.name, "totals": sums}).say(lang) if sums else ""
    by_window = [_told_window(ordered, period, axis, lang) for period in periods]
    head = Message("Bars of the parts of {name}, in {unit}.", {"name": whole.name, "unit": axis.label}).say(lang)
    top = [e for s in ordered if (e := s.over(longest))]
    return Told(
        title=_largest(top, lang, whole.over(longest)),
        note=marks.sentences(
            marks.unit_note(axis, lang),
            marks.window_note(drawn, lang) if len(periods) == 1 else "",
            marks.status_note(drawn, lang),
            in_all,
            own if len(periods) > 1 else "",
            missing,
        ),
        alt=marks.sentences(head, *by_window, missing),
    )


def _told_window(ordered: Sequence[Series], period: Period, axis: Unit, lang: Lang) -> str:
    """One window in words, and what is not printed for it."""
    listed = marks.listing((e for s in ordered if (e := s.over(period))), axis, lang)
    said = f"{say_window(period, lang)}: {listed}."
    blank = "; ".join(s.name for s in ordered if not s.over(period))
    return marks.sentences(
        said[0].upper() + said[1:],
        Message("Not printed for this window: {names}.", {"names": blank}).say(lang) if blank else "",
    )


def _by_size(found: Iterable[Entry]) -> list[Entry]:
    return sorted(found, key=lambda e: -marks.value_of(e))


def _name(entry: Entry, lang: Lang) -> str:
    return entry.label(lang) + (f" ({translate('derived', lang)})" if entry.is_derived else "")


def _note(drawn: Sequence[Entry], axis: Unit, lang: Lang) -> str:
    return marks.sentences(marks.unit_note(axis, lang), marks.window_note(drawn, lang), marks.status_note(drawn, lang))


def _largest(drawn: Sequence[Entry], lang: Lang, whole: Entry | None = None) -> str:
    """The finding: which is the largest, or which are, and its share of the whole where that is printed."""
    top = [e for e in drawn if marks.value_of(e) == marks.value_of(drawn[0])]
    values = {"name": top[0].label(lang), "amount": marks.amount_of(top[0], lang)}
    if not marks.value_of(top[0]):
        return Message("All {n} are 0", {"n": len(drawn)}).say(lang)
    if len(top) > 1:
        names = "; ".join(e.label(lang) for e in top)
        return Message("{names} are the largest, {amount} each", {**values, "names": names}).say(lang)
    if whole is None or not marks.value_of(whole):
        return Message("{name} is the largest: {amount}", values).say(lang)
    share = Percent(marks.value_of(top[0]), marks.value_of(whole))
    return Message("{name} is the largest: {amount}, {share}% of the total", {**values, "share": share}).say(lang)


def _chart(told: Told, drawn: Sequence[Entry], axis: Unit, lang: Lang) -> Chart:
    rows = [Row(_name(e, lang), (marks.mark_of(e, axis, lang),)) for e in drawn]
    table = [marks.table_row(e, lang) for e in drawn]
    return put_together(told, rows_of_bars(rows, [""]), marks.headings(lang), table, lang, marks.NUMBER_COLUMN)


def _too_few(report: Report, series: Sequence[Series]) -> Fragment:
    """One number is said in words instead of being drawn."""
    lang, found = report.lang, [e for s in series for e in s.readable]
    if not found:
        return not_shown(report)
    told = Message(
        "Too few numbers to draw: {listing}.",
        {"listing": "; ".join(f"{e.label(lang)}: {marks.amount_of(e, lang)}" for e in found)},
    )
    missing = marks.left_out(series, [next(iter(s.readable), None) for s in series], lang)
    return not_shown(report, marks.sentences(told.say(lang), missing))
