"""Bars: indicators by size, and steps in a given order."""

from __future__ import annotations

from collections.abc import Sequence

from phulien_analysis.calculations.sentences import Percent
from phulien_analysis.catalogue import Unit
from phulien_analysis.charts import marks
from phulien_analysis.charts.chart import Chart, Told, not_shown, put_together
from phulien_analysis.charts.drawing import Row, rows_of_bars
from phulien_analysis.charts.marks import Datum, Series, Window
from phulien_analysis.figures import unit_label
from phulien_analysis.messages import Lang, Message, mark
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment

LEAST_BARS = 2
"""One number is a sentence, not a chart."""


def bars(report: Report, terms: Sequence[str], *, window: Window = "longest") -> Chart | Fragment:
    """Terms (``indicator`` or ``indicator:measure``) as bars by size, all over one window.

    Zeros stay; a malformed number is left out, and the alt text says so. Fewer than two bars are not drawn.

    Raises:
        NotFoundError: the catalogue has no such indicator or measure.
        PhulienError: the terms measure different things.
    """
    lang, series = report.lang, marks.gather(report, terms, derived=True)
    period = marks.common_window(series, window, LEAST_BARS)
    if period is None:
        return too_few(report, series)
    chosen = [s.over(period) for s in series]
    data = marks.by_size(d for d in chosen if d)
    axis = marks.axis_unit(data)
    said = Message(
        "Bars, the largest first, in {unit}: {listing}.",
        {"unit": unit_label(axis, lang), "listing": marks.listing(data, axis, lang)},
    ).say(lang)
    return _chart(title_of_largest(data, lang), said, marks.left_out(series, chosen, lang), data, lang)


def steps(report: Report, terms: Sequence[str]) -> Chart | Fragment:
    """Terms in the order given as bars on one axis, each over its longest window; derived ones are hatched and marked.

    Raises:
        NotFoundError: the catalogue has no such indicator or measure.
        PhulienError: the terms measure different things.
    """
    lang, series = report.lang, marks.gather(report, terms, derived=True)
    chosen = [s.longest for s in series]
    data = [d for d in chosen if d]
    if len(data) < LEAST_BARS:
        return too_few(report, series)
    axis = marks.axis_unit(data)
    said = Message(
        "Bars in the order of the steps, in {unit}: {listing}.",
        {"unit": unit_label(axis, lang), "listing": marks.listing(data, axis, lang)},
    ).say(lang)
    title = "; ".join(f"{d.quoted(lang)}: {d.amount(lang)}" for d in (data[0], data[-1]))
    return _chart(title, said, marks.left_out(series, chosen, lang), data, lang)


def title_of_largest(data: Sequence[Datum], lang: Lang, whole: Datum | None = None) -> str:
    """The finding of numbers sorted by size: the largest, and its share of the whole where that is printed."""
    top = [d for d in data if d.value == data[0].value]
    values = {"name": top[0].quoted(lang), "amount": top[0].amount(lang)}
    if not data[0].value:
        return Message("All {n} numbers are 0", {"n": len(data)}).say(lang)
    if len(top) > 1:
        names = "; ".join(d.quoted(lang) for d in top)
        return Message("The largest are {names}: {amount} each", {**values, "names": names}).say(lang)
    if whole is None or not whole.value:
        return Message("The largest is {name}: {amount}", values).say(lang)
    text = mark("The largest is {name}: {amount}, {share}% of the total")
    if whole.value - sum(d.value for d in data) > top[0].value:  # room for a larger one that is not printed
        text = mark("The largest printed is {name}: {amount}, {share}% of the total")
    return Message(text, {**values, "share": Percent(top[0].value, whole.value)}).say(lang)


def too_few(report: Report, series: Sequence[Series]) -> Fragment:
    """What stands where a chart would have fewer than two bars: the number there is, in words."""
    lang, data = report.lang, [d for s in series if (d := s.longest)]
    if not data:
        malformed = [s for s in series if s.malformed]
        return not_shown(report, marks.left_out(malformed, [None] * len(malformed), lang))
    listed = "; ".join(f"{d.name(lang)}: {d.amount(lang)} ({d.entry.window(lang)})" for d in data)
    told = Message("Too few numbers of one window for a chart: {listing}.", {"listing": listed}).say(lang)
    return not_shown(report, marks.sentences(told, marks.left_out(series, [s.longest for s in series], lang)))


def _chart(title: str, said: str, missing: str, data: Sequence[Datum], lang: Lang) -> Chart:
    axis, window = marks.axis_unit(data), marks.window_note(data, lang)
    told = Told(
        title=title,
        alt=marks.sentences(said, window, missing),
        note=marks.sentences(marks.unit_note(axis, lang), window, marks.status_note(data, lang)),
        remark=marks.sentences(marks.derived_note(data, lang), missing),
    )
    table = [d.row(lang) for d in data]
    return put_together(told, rows_of_bars(_rows(data, axis, lang)), marks.headings(lang), table, lang)


def _rows(data: Sequence[Datum], axis: Unit, lang: Lang) -> list[Row]:
    return [Row(d.name(lang), (d.bar(axis, lang),)) for d in data]
