"""Figures as they are printed, one row each, with window, status, interval and place; and derived ones beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape

from phulien_analysis.messages import Label, Message, mark, translate
from phulien_analysis.report import Report
from phulien_analysis.tables import Builder, Cell, Column, Fragment, RowKind, Table, TableRow, way
from phulien_analysis.views.entries import (
    Entry,
    Pair,
    blank,
    entries,
    entry,
    not_reported,
    say_window,
    say_window_in_full,
    withheld_notes,
)


def figures(report: Report, *terms: str, caption: Pair | None = None, by_window: bool = False) -> Table | Fragment:
    """A row per figure of the terms (``indicator`` or ``indicator:measure``); grouped by window if asked."""
    found = [e for term in terms for e in entries(report, term)]
    if not found:
        return not_reported(report)
    if by_window:
        found.sort(key=lambda e: (not e.period.stated, e.period.end, -e.period.days))
    title = Label(*caption).say(report.lang) if caption else translate("Figures as printed", report.lang)
    return _figure_table(report, found, title, by_window=by_window)


def all_figures(report: Report, topic: str) -> Fragment:
    """How many figures a topic has, once per place; a page leads from there to all of them."""
    report.require_topic(topic)
    listed = _figures_of(report, topic)
    if not listed:
        return not_reported(report)
    return way(Message("All figures of this topic: {n}", {"n": len(listed)}).say(report.lang), "figures", topic)


def further_figures(report: Report, topic: str, shown: Collection[str]) -> Fragment | None:
    """The figures of a topic whose passports are not among those shown, folded, so that none of them is on no page."""
    lang = report.lang
    listed = [entry for entry in _figures_of(report, topic) if entry.passport not in shown]
    if not listed:
        return None
    table = _figure_table(report, listed, translate("Figures as printed", lang), by_window=False)
    head = Message("Further figures of this topic: {n}", {"n": len(listed)}).say(lang)
    html = f'<details class="data-table"><summary>{escape(head)}</summary>{table._repr_html_()}</details>'
    return Fragment(html, head)


def _figures_of(report: Report, topic: str) -> list[Entry]:
    return [Entry(f) for f in report.figure_list if f.indicator.topic == topic]


def derived(report: Report, *terms: str) -> Table | Fragment:
    """A row per derived figure of the terms, with its formula."""
    found = [e for term in terms for e in entries(report, term) if e.is_derived]
    if not found:
        return not_reported(report)
    return _figure_table(
        report,
        found,
        translate("Derived figures: implied, not printed", report.lang),
        by_window=False,
    )


def matrix(
    report: Report,
    caption: Pair,
    columns: Sequence[Pair],
    rows: Mapping[Pair, Sequence[str]],
) -> Table | Fragment:
    """Several indicators side by side: each row has a heading and a term per column (empty: no such figure).

    All cells of a column are shown with their units; a cell that the report does not print stays empty.
    """
    lang = report.lang
    table = [
        TableRow(Label(*heading).say(lang), tuple(_matrix_cell(report, term) for term in terms))
        for heading, terms in rows.items()
    ]
    if not any(cell.text for row in table for cell in row.cells):
        return not_reported(report)
    found = [e for terms in rows.values() for term in terms if term for e in entries(report, term)]
    windows = list(dict.fromkeys(say_window(e.period, lang) for e in found if not e.is_derived))
    notes = [Message("Window: {windows}.", {"windows": "; ".join(windows)}).say(lang), *withheld_notes(found, lang)]
    if any(cell.missing for row in table for cell in row.cells):
        notes.append(translate("An empty cell is not reported; it is not zero.", lang))
    return Table(
        caption=Label(*caption).say(lang),
        first_heading=translate("Item", lang),
        columns=tuple(Column(Label(*heading).say(lang), number=True) for heading in columns),
        rows=tuple(table),
        notes=tuple(notes),
        derived_mark=translate("derived", lang),
    )


def _matrix_cell(report: Report, term: str) -> Cell:
    found = entry(report, term) if term else None
    return found.cell(report.lang, unit=True) if found else blank()


def _figure_table(report: Report, found: Sequence[Entry], caption: str, *, by_window: bool) -> Table:
    lang = report.lang
    headings = (
        (mark("Value"), True),
        (mark("Window"), False),
        (mark("Status"), False),
        (mark("Interval"), True),
    )
    builder = Builder([Column(translate(text, lang), number) for text, number in headings])
    for one in found:
        cells = (
            one.cell(lang, unit=True),
            Cell("" if by_window else one.window(lang)),
            Cell(one.status(lang)),
            Cell(one.known_as(lang), passport=one.passport, beside=True),
        )
        kind: RowKind = "derived" if one.is_derived else ""
        group = say_window_in_full(one.period, lang) if by_window else ""
        builder.rows.append(TableRow(one.label(lang), cells, kind, group=group, remark=one.place(lang)))
    columns, rows = builder.without_empty_columns()
    return Table(
        caption,
        translate("Indicator", lang),
        columns,
        rows,
        notes=withheld_notes(found, lang),
        derived_mark=translate("derived", lang),
    )
