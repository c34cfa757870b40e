"""Totals and their parts, plans and what was disbursed: the tables in which numbers add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from phulien_analysis.calculations.sentences import Amount
from phulien_analysis.catalogue import Breakdown
from phulien_analysis.errors import NotFoundError
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding, verdict_label
from phulien_analysis.messages import Label, Lang, mark, translate
from phulien_analysis.passports import calculation_name
from phulien_analysis.period import Period
from phulien_analysis.printed import format_number
from phulien_analysis.report import Report
from phulien_analysis.tables import Builder, Cell, Column, Fragment, RowKind, Table, TableRow
from phulien_analysis.views.entries import (
    Entry,
    Pair,
    blank,
    entries,
    entry,
    not_reported,
    say_window_in_full,
    unit_name,
    windows,
    withheld_notes,
)


def breakdown(report: Report, total: str, name: str, *, also: Sequence[str] = ()) -> Table | Fragment:
    """Part × window, sorted by the longest window, with derived shares; last the total stated and recomputed.

    ``also`` names further indicators to show below the totals (derived ones are marked).
    """
    split = find_breakdown(report, total, name)
    found = [e for part in (*split.parts, total) for e in entries(report, part)]
    printed = [e for e in found if not e.is_derived]
    if not printed:
        return not_reported(report)
    lang, columns = report.lang, windows(found)
    unit = printed[0].unit
    headings = [Column(say_window_in_full(window, lang), number=True) for window in columns]
    share_window = columns[0]
    share = Column(translate("Share", lang) + f", {say_window_in_full(share_window, lang)}", number=True)
    builder = Builder([*headings, share])
    for part in by_size(report, split.parts, share_window):
        builder.rows.append(_window_row(report, part, columns, unit.unit, share_window))
    builder.rows += [_window_row(report, total, columns, unit.unit, kind="total")] if entries(report, total) else []
    builder.rows += _recomputed_rows(report, split, columns)
    builder.rows += [_window_row(report, other, columns, unit.unit) for other in also if entries(report, other)]
    kept, rows = builder.without_empty_columns()
    label = report.catalogue.indicators[total].label.say(lang)
    return Table(
        caption=f"{label} ({unit_name(unit, lang)})",
        first_heading=translate("Item", lang),
        columns=kept,
        rows=rows,
        notes=(*withheld_notes(found, lang), *_gap_note(rows, lang)),
        derived_mark=translate("derived", lang),
    )


def plan_tree(report: Report, root: str) -> Table | Fragment:
    """A plan and its parts, indented, each with the plan as printed and whether its own parts add up to it."""
    lang = report.lang
    rows = list(_tree_rows(report, root, 0, set()))
    if not rows:
        return not_reported(report)
    plan = entry(report, f"{root}:plan")
    unit = unit_name(plan.unit, lang) if plan else ""
    headings = ((mark("Plan"), True), (mark("Sum of its parts"), False), (mark("Place"), False))
    columns, kept = _columns(report, Builder([Column(translate(text, lang), n) for text, n in headings], rows))
    return Table(
        caption=f"{report.catalogue.indicators[root].label.say(lang)} ({unit})",
        first_heading=translate("Source of capital", lang),
        columns=columns,
        rows=kept,
    ).said_once(gaps=False)


def progress(report: Report, *indicators: str, caption: Pair | None = None) -> Table | Fragment:
    """Indicator × (plan, disbursed, per cent stated, recomputed, what is left), each as far as it is printed.

    The window and the units follow the ``caption``.
    """
    lang = report.lang
    found = [name for name in indicators if entries(report, name) or entries(report, f"{name}:plan")]
    if not found:
        return not_reported(report)
    headings = (mark("Plan"), mark("Disbursed"), mark("% stated"), mark("% recomputed"), mark("Undisbursed"))
    builder = Builder([Column(translate(heading, lang), number=True) for heading in headings])
    builder.rows += [_progress_row(report, name) for name in found]
    columns, rows = _columns(report, builder)
    shown = [e for name in found for e in entries(report, name) if not e.is_derived]
    until = "; ".join(say_window_in_full(window, lang) for window in windows(shown))
    title = Label(*caption).say(lang) if caption else translate("Plan and disbursement", lang)
    units = ", ".join(dict.fromkeys(unit_name(e.unit, lang) for name in found for e in entries(report, f"{name}:plan")))
    return Table(
        caption=f"{title}, {until} ({units})",
        first_heading=translate("Item", lang),
        columns=columns,
        rows=rows,
        notes=withheld_notes(shown, lang),
        derived_mark=translate("derived", lang),
    )


def _columns(report: Report, builder: Builder) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """All columns; for who is not shown all findings, those in which something stands."""
    if report.audience.shows_all_findings:
        return tuple(builder.columns), tuple(builder.rows)
    return builder.without_empty_columns()


def find_breakdown(report: Report, total: str, name: str) -> Breakdown:
    """The breakdown of that name; :class:`NotFoundError` says which there are."""
    for split in report.catalogue.breakdowns_of(total):
        if split.name == name:
            return split
    there = ", ".join(f"{b.total} {b.name}" for b in report.catalogue.breakdowns)
    msg = f"parts.csv has no breakdown {name!r} of {total!r}; there are: {there}"
    raise NotFoundError(msg)


def by_size(report: Report, parts: Sequence[str], window: Period) -> list[str]:
    """Parts that are printed at all, the largest over the window first."""

    def size(part: str) -> Decimal:
        found = entry(report, part, window)
        return found.value if found and found.value is not None else Decimal(-1)

    return sorted((part for part in parts if entries(report, part)), key=size, reverse=True)


def _window_row(
    report: Report, name: str, columns: Sequence[Period], unit: str, share: Period | None = None, kind: RowKind = ""
) -> TableRow:
    """One indicator over the windows; a number in another unit than the table's says so."""
    lang = report.lang
    found = [entry(report, name, window) for window in columns]
    cells = [e.cell(lang, unit=e.unit.unit != unit) if e else blank() for e in found]
    portion = entry(report, f"{name}:share", share) if share else None
    cells.append(portion.cell(lang, unit=True) if portion else blank())
    all_derived = all(e.is_derived for e in found if e)
    label = report.catalogue.indicators[name].label.say(lang)
    return TableRow(label, tuple(cells), kind or ("derived" if all_derived else ""))


def _recomputed_rows(report: Report, split: Breakdown, columns: Sequence[Period]) -> list[TableRow]:
    """The sum of the parts in each window, as the finding about the printed total has it; no row without a sum."""
    lang = report.lang
    cells = [_recomputed_cell(sum_finding(report, split, "actual", window), lang) for window in columns]
    if all(cell.missing for cell in cells):
        return []
    return [TableRow(translate("Sum of the items, recomputed", lang), (*cells, blank()), "derived")]


def _recomputed_cell(found: Finding | None, lang: Lang) -> Cell:
    if found is None or found.computed is None:
        return blank()
    words = f" ({verdict_label(found).say(lang).lower()})"
    text = format_number(found.computed, lang) + words
    return Cell(text, passport=calculation_name(found), words=words)


def sum_finding(report: Report, split: Breakdown, measure: str, window: Period | None) -> Finding | None:
    """The finding about a total and the parts of a breakdown; over a window, if one is named."""
    for finding in report.finding_list:
        stated = finding.stated
        if finding.kind != "sum" or stated is None or f"sum.{split.name}@" not in finding.id:
            continue
        same = (stated.indicator.indicator, stated.measure) == (split.total, measure)
        if same and (window is None or stated.period.same_days(window)):
            return finding
    return None


def _tree_rows(report: Report, name: str, level: int, seen: set[str]) -> Iterator[TableRow]:
    plan = entry(report, f"{name}:plan")
    if plan is None or name in seen:
        return
    seen.add(name)
    lang = report.lang
    # the first complete breakdown of the catalogue is the one that makes the tree
    splits = [split for split in report.catalogue.breakdowns_of(name) if split.complete]
    check = sum_finding(report, splits[0], "plan", None) if splits else None
    checked = verdict_label(check).say(lang) if check else ""
    cells = (plan.cell(lang), Cell(checked), Cell(plan.place(lang)))
    label = report.catalogue.indicators[name].label.say(lang)
    yield TableRow(label, cells, "total" if level == 0 else "", level)
    for part in splits[0].parts if splits else ():
        yield from _tree_rows(report, part, level + 1, seen)


def _progress_row(report: Report, name: str) -> TableRow:
    lang = report.lang
    plan, actual = entry(report, f"{name}:plan"), entry(report, name)
    percent, left = entry(report, f"{name}:percent_of_plan"), entry(report, f"{name}:remaining")
    cells = (
        plan.cell(lang) if plan else blank(),
        _with_own_unit(actual, plan, lang),
        percent.cell(lang, unit=True) if percent else blank(),
        _recomputed_percent(report, percent, lang),
        left.cell(lang) if left else blank(),
    )
    return TableRow(report.catalogue.indicators[name].label.say(lang), cells)


def _with_own_unit(found: Entry | None, beside: Entry | None, lang: Lang) -> Cell:
    """A number whose unit is not that of the plan beside it says so."""
    if found is None:
        return blank()
    other = beside is not None and beside.unit.unit != found.unit.unit
    return found.cell(lang, unit=other)


def _recomputed_percent(report: Report, percent: Entry | None, lang: Lang) -> Cell:
    stated = percent.shown if percent else None
    if not isinstance(stated, Figure):
        return blank()
    found = next((f for f in report.finding_list if f.kind == "percent" and f.stated is stated), None)
    if found is None or found.computed is None or stated.number is None:
        return blank()
    amount = Amount(found.computed * stated.unit.scale, stated.unit, stated.number.decimals + 1)
    return Cell(amount.say(lang), passport=calculation_name(found))


def _gap_note(rows: Sequence[TableRow], lang: Lang) -> tuple[str, ...]:
    """That a cell in which nothing stands is no zero, where there is one."""
    gaps = any(cell.missing for row in rows if row.kind == "" for cell in row.cells)
    return (translate("An empty cell is not reported; it is not zero.", lang),) if gaps else ()
