"""What each row of the workbook says: texts, numbers and formulas by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from phulien_analysis.calculations import Derived
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding, in_unit, severity_label, verdict_label
from phulien_analysis.messages import Lang, translate
from phulien_analysis.period import Period
from phulien_analysis.publishing.downloads.arithmetic import End, printed_end
from phulien_analysis.publishing.downloads.looks import decimals_of, number_pattern
from phulien_analysis.publishing.downloads.sheets import COLUMNS, COMPUTED, Book, SheetRow
from phulien_analysis.views.entries import Entry
from phulien_analysis.views.findings import KIND_NAMES

PLACE, FIGURE, WINDOW, PRINTED, UNIT, CALCULATION, RESULT, REMARK = 0, 1, 2, 3, 5, 8, 12, 13
INSET: Mapping[str, object] = {"align": "left", "indent": 1}  # after a number, which ends at the line between
ENDS: tuple[End, ...] = ("value", "low", "high")
MORE_DECIMALS = 3  # a computed number is shown a little finer than the stated one


@dataclass(frozen=True)
class TextCell:
    """A text, and how it looks."""

    text: str
    look: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class NumberCell:
    """A number, as it is shown, and the formula that gives it where it has one."""

    value: Decimal
    pattern: str
    formula: str = ""


@dataclass
class RowCells:
    """The cells of a row by column; ``repeated`` where the figure has stood above."""

    repeated: bool
    texts: dict[int, TextCell] = field(default_factory=dict)
    numbers: dict[int, NumberCell] = field(default_factory=dict)
    result_formula: str = ""
    result_shown: str = ""


def say_row(book: Book, sheet: str, row: SheetRow) -> RowCells:
    """The cells of one row, in the report's language."""
    lang, cells = book.report.lang, RowCells(repeated=not row.first)
    shown = row.shown
    cells.texts[FIGURE] = TextCell(Entry(shown).label(lang))
    cells.texts[WINDOW] = TextCell(_window(shown.period, lang))
    cells.texts[UNIT] = TextCell(shown.unit.label.say(lang), INSET)
    if row.figure:
        _add_stated(cells, row.figure, lang)
    if row.derived:
        cells.texts[CALCULATION] = TextCell(translate("derived", lang), {**INSET, "italic": True})
        cells.texts[REMARK] = TextCell(row.derived.formula(lang))
    if row.finding:
        _add_finding(cells, book, sheet, row, row.finding)
    cells.numbers.update(_computed(book, sheet, row, shown))
    return cells


def _add_stated(cells: RowCells, figure: Figure, lang: Lang) -> None:
    cells.texts[PLACE] = TextCell(str(figure.source))
    cells.texts[PRINTED] = TextCell(figure.say(lang) if figure.is_withheld else figure.printed, {"align": "right"})
    if figure.reason:
        cells.texts[REMARK] = TextCell(figure.reason.say(lang))
    for end in ENDS:
        number = printed_end(figure, end)
        if number is not None:
            decimals = figure.decimals if end == "value" else decimals_of(number)
            cells.numbers[_column(COLUMNS[end])] = NumberCell(number, number_pattern(decimals))


def _add_finding(cells: RowCells, book: Book, sheet: str, row: SheetRow, finding: Finding) -> None:
    lang = book.report.lang
    cells.texts[CALCULATION] = TextCell(translate(KIND_NAMES[finding.kind], lang), INSET)
    label = verdict_label(finding).say(lang)
    cells.result_formula = book.verdict(sheet, row, lang)
    if cells.result_formula:
        cells.result_shown = translate("Does not agree", lang) if finding.verdict == "differs" else label
    else:
        cells.texts[RESULT] = TextCell(label, {**INSET, "italic": True})
    if finding.severity != "ok":
        parts = (f"[{severity_label(finding.severity).say(lang)}]", finding.say(lang), finding.known)
        cells.texts[REMARK] = TextCell(" ".join(filter(None, parts)))


def _computed(book: Book, sheet: str, row: SheetRow, shown: Figure | Derived) -> Iterator[tuple[int, NumberCell]]:
    """The recomputed number and its ends; those of a derived figure are worked out here, its number there."""
    for end, number in zip(ENDS, _results(row), strict=True):
        if number is not None:
            formula = book.computed(sheet, row, end) if row.finding or end == "value" else ""
            finest = shown.decimals + (MORE_DECIMALS if row.finding or end != "value" else 0)
            pattern = number_pattern(min(max(decimals_of(number), shown.decimals), finest))
            yield _column(COMPUTED[end]), NumberCell(number, pattern, formula)


def _results(row: SheetRow) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    if row.derived:
        return (row.derived.value, *in_unit(row.derived.unit, row.derived.interval))
    finding = row.finding
    return (finding.computed, finding.low, finding.high) if finding else (None, None, None)


def _window(period: Period, lang: Lang) -> str:
    return period.say(lang) if period.stated else translate("not stated", lang)


def _column(letter: str) -> int:
    return ord(letter) - ord("A")
