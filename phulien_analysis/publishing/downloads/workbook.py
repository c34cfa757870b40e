"""``figures.xlsx``: the figures as numbers, stated beside recomputed by live formulas, a sheet a topic.

Text is written as text, whatever it begins with: a label that looks like a formula is none. The same report gives the
same bytes: the only date in the file is the last day of the month.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from phulien_analysis.messages import mark, translate
from phulien_analysis.period import month_period, say_month
from phulien_analysis.publishing.downloads.cells import INSET, RowCells, say_row
from phulien_analysis.publishing.downloads.looks import DIFFERS, Looks, row_height, set_print
from phulien_analysis.publishing.downloads.sheets import Book, Sheet
from phulien_analysis.report import Report

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADINGS = (
    (mark("Place"), 15),
    (mark("Figure"), 38),
    (mark("Window"), 20),
    (mark("As printed"), 12),
    (mark("Stated"), 14),
    (mark("Unit"), 13),
    (mark("Stated, from"), 12),
    (mark("Stated, to"), 12),
    (mark("Calculation"), 24),
    (mark("Recomputed"), 14),
    (mark("Recomputed, from"), 12),
    (mark("Recomputed, to"), 12),
    (mark("Result"), 19),
    (mark("What to look at"), 52),
)
"""Column heads with their widths, in the order of the columns."""
REDUCED = {8: mark("Kind"), 9: mark("Worked out"), 10: mark("Worked out, from"), 11: mark("Worked out, to")}
"""What some columns are headed where no calculation is told."""
RESULT = 12
NUMBERS = {3, 4, 6, 7, 9, 10, 11}  # columns whose heads stand over numbers
ROWS = mark("Each sheet is a topic. A row is a figure as the report prints it; figures that we derived come last.")
HOW_TO_READ = (
    mark(
        "Each sheet is a topic. A row is a figure as the report prints it; the calculations that it is stated in stand "
        "in its row and below it; figures that we derived come last."
    ),
    mark(
        "A printed number is an interval: 104.5 is anything from 104.45 to 104.55. Counts, and money printed in whole "
        "dong, are exact. “From” and “to” are the ends of the interval."
    ),
    mark(
        "Recomputed numbers and results are formulas over the cells of the stated figures: change a stated number and "
        "its ends to see what follows. The words of “What to look at” are those of this edition, and stay."
    ),
    mark(
        "A result in italics is no formula: numbers alone do not decide where something is not printed, or speaks of "
        "another window."
    ),
    mark(
        "A place is section, paragraph (p) or footnote (fn), and which number there (#): II.1.1 fn1 #3. It is the key "
        "of the figure in figures.csv and figures.json, too."
    ),
    mark("An empty cell is not reported; it is not zero."),
)


TOLD_OF_CALCULATIONS = (0, 2, 3)  # which of these are told only where calculations are
Columns = Mapping[int, tuple[int, str, float]]


@dataclass(frozen=True)
class Basis:
    """What the first sheet says: its title, and what the workbook rests on, line by line."""

    title: str
    lines: tuple[tuple[str, str], ...]


def write_workbook(report: Report, basis: Basis, path: Path) -> None:
    """Write the workbook of a report in its language."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only a run needs it

    made = (
        BytesIO()
    )  # written in one piece: what goes wrong with the file is then the system's error, not the library's
    with Workbook(made, {"in_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": basis.title,
                "subject": say_month(report.month, report.lang),
                "author": "phulien_analysis",
                "created": datetime.combine(month_period(report.month).end, time()),
            }
        )
        book, looks = Book(report), Looks(workbook)
        _explain(workbook, looks, book, basis)
        for sheet in book.sheets:
            _write_sheet(workbook, looks, book, sheet)
    path.write_bytes(made.getvalue())


def _explain(workbook: Workbook, looks: Looks, book: Book, basis: Basis) -> None:
    """The first sheet: what it rests on, how to read it, and where to find what."""
    lang = book.report.lang
    sheet = workbook.add_worksheet(translate("Read first", lang))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 92)
    sheet.write_string(0, 0, basis.title, looks.of(bold=True, font_size=14))
    notes = [
        (translate("How to read it", lang) if not n else "", translate(t, lang))
        for n, t in enumerate(_how_to_read(book.report))
    ]
    row = 2
    for name, text in (*basis.lines, ("", ""), *notes, ("", ""), (translate("Sheets", lang), "")):
        sheet.set_row(row, row_height({text: 92}))
        sheet.write_string(row, 0, name, looks.of(bold=True))
        sheet.write_string(row, 1, text, looks.of(text_wrap=True))
        row += 1
    for listed in book.sheets:
        quoted, label = listed.name.replace("'", "''"), listed.topic.label.say(lang)
        sheet.write_url(row, 1, f"internal:'{quoted}'!A1", looks.of(font_color="#0B5394", underline=1), string=label)
        row += 1
    set_print(sheet, basis.title)


def _how_to_read(report: Report) -> tuple[str, ...]:
    """What the first sheet explains; without calculations, only what is there."""
    if report.finding_list:
        return HOW_TO_READ
    return (ROWS, *(text for n, text in enumerate(HOW_TO_READ) if n not in TOLD_OF_CALCULATIONS))


def _columns(report: Report) -> Columns:
    """Place, head and width of each column; where no calculation is told there is none for its result."""
    told, columns = bool(report.finding_list), dict[int, tuple[int, str, float]]()
    for column, (heading, width) in enumerate(HEADINGS):
        if told or column != RESULT:
            head = heading if told else REDUCED.get(column, heading if column < RESULT else mark("Remark"))
            columns[column] = (len(columns), head, width)
    return columns


def _write_sheet(workbook: Workbook, looks: Looks, book: Book, listed: Sheet) -> None:
    lang, sheet = book.report.lang, workbook.add_worksheet(listed.name)
    head = {"bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#F4F5F7", "valign": "bottom"}
    columns = _columns(book.report)
    for column, (place, heading, width) in columns.items():
        sheet.set_column(place, place, width)
        sheet.write_string(
            0, place, translate(heading, lang), looks.of(**head, align="right" if column in NUMBERS else "left")
        )
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2)
    set_print(sheet, listed.topic.label.say(lang), landscape=True)
    if not listed.rows:
        sheet.write_string(1, 0, translate("Not reported this month.", lang), looks.of())
        return
    for row in listed.rows:
        _write_row(sheet, looks, row.row - 1, say_row(book, listed.name, row), columns)
    sheet.autofilter(0, 0, len(listed.rows), len(columns) - 1)
    if RESULT not in columns:
        return
    differs = {"type": "cell", "criteria": "==", "value": f'"{translate("Does not agree", lang)}"'}
    sheet.conditional_format(1, RESULT, len(listed.rows), RESULT, {**differs, "format": workbook.add_format(DIFFERS)})


def _write_row(sheet: Worksheet, looks: Looks, line: int, cells: RowCells, columns: Columns) -> None:
    soft: Mapping[str, object] = {"font_color": "#6B7075"} if cells.repeated else {}
    widths: dict[str, float] = {}
    for column, text in cells.texts.items():
        sheet.write_string(line, columns[column][0], text.text, looks.of(text_wrap=True, **soft, **text.look))
        widths[text.text] = min(HEADINGS[column][1], widths.get(text.text, HEADINGS[column][1]))
    for column, number in cells.numbers.items():
        look = looks.of(num_format=number.pattern, **(soft if column < RESULT - 4 else {}))
        if number.formula:
            sheet.write_formula(line, column, number.formula, look, float(number.value))
        else:
            sheet.write_number(line, column, float(number.value), look)
    if cells.result_formula:
        shown = cells.result_shown
        sheet.write_formula(line, RESULT, cells.result_formula, looks.of(text_wrap=True, bold=True, **INSET), shown)
        widths[shown] = HEADINGS[RESULT][1]
    sheet.set_row(line, row_height(widths))
