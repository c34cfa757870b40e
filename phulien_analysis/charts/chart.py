"""A chart as a page shows it: a title that says the finding, the picture, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from phulien_analysis.charts.drawing import Drawing
from phulien_analysis.charts.svg import chart_id, render
from phulien_analysis.messages import Lang, translate
from phulien_analysis.report import Report
from phulien_analysis.tables import Cell, Column, Fragment, Table, TableRow, paragraph


@dataclass(frozen=True, repr=False)
class Chart:
    """A chart ready to be shown.

    ``title`` says what the numbers give, ``note`` unit, window and status, ``remark`` what else must be known, ``alt``
    in full sentences what is drawn; ``table`` holds exactly the numbers drawn, each with its place in the report.
    ``name`` begins every id.
    """

    name: str
    title: str
    note: str
    remark: str
    alt: str
    svg: str
    table: Table
    summary: str

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The text of the table, row by row."""
        return tuple((row.header, *(cell.text for cell in row.cells)) for row in self.table.rows)

    def _repr_html_(self) -> str:
        return (
            f'<figure class="chart"><figcaption><strong>{escape(self.title)}</strong>{_note(self.note)}</figcaption>'
            f"{self.svg}{_note(self.remark)}"
            f'<details class="data-table"><summary>{escape(self.summary)}</summary>'
            f"{self.table.said_once()._repr_html_()}</details></figure>"
        )

    def __repr__(self) -> str:
        """Title and sentences, for a terminal."""
        return f"{self.title}\n{self.alt}"


def _note(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>' if text else ""


@dataclass(frozen=True)
class Told:
    """What a chart says in words; as in :class:`Chart`."""

    title: str
    alt: str
    note: str = ""
    remark: str = ""


def put_together(
    told: Told, drawing: Drawing, headings: Sequence[str], rows: Sequence[Sequence[str | Cell]], lang: Lang
) -> Chart:
    """A chart of a drawing and its texts; each row of its table begins with a name and the number drawn for it."""
    name = chart_id(drawing, told.title, told.note, told.remark, told.alt)
    table = Table(
        caption=told.title,
        first_heading=headings[0],
        columns=tuple(Column(text, number=place == 0) for place, text in enumerate(headings[1:])),
        rows=tuple(_row(row) for row in rows),
    )
    svg = render(drawing, name, told.alt)
    return Chart(
        name=name,
        title=told.title,
        note=told.note,
        remark=told.remark,
        alt=told.alt,
        svg=svg,
        table=table,
        summary=translate("The numbers of this chart", lang),
    )


def _row(row: Sequence[str | Cell]) -> TableRow:
    """A row of the table."""
    head, *cells = row
    made = (cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)
    return TableRow(str(head), tuple(made))


def not_shown(report: Report, reason: str = "") -> Fragment:
    """What stands where a chart would: that the month prints nothing to draw, or the reason given."""
    text = reason or translate("This month's report prints no figures for this chart.", report.lang)
    return paragraph(text, "not-reported")
