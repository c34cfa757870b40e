"""Accessible tables: a caption, scoped headers, numbers in columns, and the same content as plain text.

pandas' own HTML has no caption and no scopes, and formats numbers in binary floats; these tables show text that the
library has already written in the reader's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

RowKind = Literal["", "total", "derived"]


@dataclass(frozen=True)
class Cell:
    """One cell: its text; ``derived`` ones carry the mark of a derived figure.

    ``passport`` names what explains the number; ``words`` after it are no part of it. ``beside`` is a number that says
    more of the one beside it, which leads there already.
    """

    text: str
    derived: bool = False
    missing: bool = False
    passport: str = ""
    words: str = ""
    beside: bool = False

    def html(self, mark: str) -> str:
        """The cell as ``<td>``; ``mark`` is the abbreviation shown beside a derived figure."""
        shown = traced(self.text.removesuffix(self.words), self.passport, beside=self.beside) + escape(self.words)
        return f"<td>{shown}{mark if self.derived else ''}</td>"


def traced(text: str, passport: str, *, beside: bool = False) -> str:
    """A number with the name of its passport, as ``<data>``: a page makes a link of it, a notebook shows it as it is.

    ``beside``: the link is left out when going through the page with the keyboard, since the one before is the same.
    """
    if not (text and passport):
        return escape(text)
    attribute = ' class="beside"' if beside else ""
    return f'<data value="{escape(passport)}"{attribute}>{escape(text)}</data>'


EMPTY = Cell("", missing=True)


@dataclass(frozen=True)
class TableRow:
    """A row: its header, its cells, what kind of row it is, and how deep it is indented.

    ``remark`` stands small below the header: a place in the report, or a formula.
    """

    header: str
    cells: tuple[Cell, ...]
    kind: RowKind = ""
    level: int = 0
    group: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Column:
    """A column's heading, and whether it holds numbers."""

    heading: str
    number: bool = False


FEW = 2
"""So many columns of numbers stand beside the names of their rows on a phone."""
ROOM = 38
"""So many letters wide is a phone of 320 px, with a blank after each column."""


def opening(columns: Sequence[Column], rows: Iterable[Sequence[str]] = (), kind: str = "figures") -> str:
    """The tag of a table: which columns are of numbers (``n2``: the second of all), and what a narrow page needs.

    Nothing has to be scrolled sideways there. What does not stand beside the name of its row stands below it: short
    numbers side by side (``grid``), else each cell on a line of its own, after its heading (``records``).
    """
    names, style = [kind, *(f"n{at}" for at, column in enumerate(columns, start=2) if column.number)], ""
    numbers = all(column.number for column in columns)
    if len(columns) > FEW and numbers and _fit_a_phone(columns, rows):
        names.append("grid")
        style = f"--columns:{len(columns)}"
    elif len(columns) > FEW or (len(columns) == FEW and not numbers):
        names.append("records")
        style = ";".join(f"--h{at}:{_css_text(column.heading)}" for at, column in enumerate(columns, start=2))
    return f'<table class="{" ".join(names)}"' + (f' style="{escape(style, quote=False)}">' if style else ">")


def _fit_a_phone(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> bool:
    """Whether the columns can stand side by side, no word broken; each is as wide as its longest word."""
    told = [[column.heading for column in columns], *rows]
    widest = (
        max(len(word) for text in column for word in re.split("[ –-]", text)) for column in zip(*told, strict=True)
    )
    return sum(width + 1 for width in widest) <= ROOM


def _css_text(text: str) -> str:
    """A text as CSS writes it, inside an attribute in double quotes."""
    escaped = "".join(f"\\{ord(c):x} " if c in "\\'\"" or not c.isprintable() else c for c in text)
    return f"'{escaped}'"


@dataclass(frozen=True, repr=False)
class Table:
    """A table ready to be shown; ``derived_mark`` is the word beside derived figures, ``notes`` stand below it."""

    caption: str
    first_heading: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[str, ...] = ()
    derived_mark: str = ""

    def _repr_html_(self) -> str:
        head = f'<th scope="col">{escape(self.first_heading)}</th>' + "".join(
            f'<th scope="col">{escape(column.heading)}</th>' for column in self.columns
        )
        body = "".join(self._groups())
        notes = "".join(f'<p class="note">{escape(note)}</p>' for note in self.notes)
        caption = f"<caption>{escape(self.caption)}</caption>"
        texts = [[cell.text for cell in row.cells] for row in self.rows]
        return f"{opening(self.columns, texts)}{caption}<thead><tr>{head}</tr></thead>{body}</table>{notes}"

    def said_once(self, *, gaps: bool = True) -> Table:
        """The table without columns of words that say the same in every row, or have a gap: that stands below it.

        Without ``gaps`` a column that says nothing of some rows stays.
        """
        said = ((at, self._words(at)) for at in range(len(self.columns)))
        same = {at: max(texts) for at, texts in said if len(texts - {""}) == 1 and (gaps or "" not in texts)}
        kept = [at for at in range(len(self.columns)) if at not in same]
        return replace(
            self,
            columns=tuple(self.columns[at] for at in kept),
            rows=tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in self.rows),
            notes=(*(f"{self.columns[at].heading}: {text}." for at, text in same.items()), *self.notes),
        )

    def _words(self, at: int) -> set[str]:
        """What a column of words says; nothing of a column of numbers, or of a single row."""
        if self.columns[at].number or len(self.rows) == 1:
            return set()
        return {row.cells[at].text for row in self.rows}

    def _groups(self) -> Iterable[str]:
        """One ``<tbody>`` per group of rows; a named group starts with its own header."""
        names = list(dict.fromkeys(row.group for row in self.rows))
        for name in names:
            rows = "".join(self._row(row) for row in self.rows if row.group == name)
            width = len(self.columns) + 1
            title = f'<tr class="group"><th scope="rowgroup" colspan="{width}">{escape(name)}</th></tr>' if name else ""
            yield f"<tbody>{title}{rows}</tbody>"

    def _row(self, row: TableRow) -> str:
        kind = f' class="{row.kind}"' if row.kind else ""
        indent = f' class="level-{row.level}"' if row.level else ""
        mark = f" <small>{escape(self.derived_mark)}</small>" if self.derived_mark else ""
        header = escape(row.header) + (mark if row.kind == "derived" else "")
        inner = "" if row.kind == "derived" else mark  # one mark a row is enough
        if row.remark:
            header += f"<br><small>{escape(row.remark)}</small>"
        cells = "".join(cell.html(inner) for cell in row.cells)
        return f'<tr{kind}><th scope="row"{indent}>{header}</th>{cells}</tr>'

    def __repr__(self) -> str:
        """The table as text, for a terminal: columns side by side, two spaces between them."""
        lines = [self._headings(), *([row.header, *(cell.text for cell in row.cells)] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        aligned = ("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in lines)
        return "\n".join([self.caption, *(line.rstrip() for line in aligned)])

    def _headings(self) -> list[str]:
        return [self.first_heading, *(column.heading for column in self.columns)]

    def frame(self) -> pd.DataFrame:
        """The table's text as a DataFrame, one row per row."""
        import pandas as pd

        records = [[row.header, *(cell.text for cell in row.cells)] for row in self.rows]
        return pd.DataFrame(records, columns=self._headings())


@dataclass(frozen=True, repr=False)
class Fragment:
    """A piece of a page that is no table: its HTML, and the same as text."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Item:
    """A point of a list: a text, with an optional small remark after it."""

    text: str
    remark: str = ""


def paragraph(text: str, css: str = "") -> Fragment:
    """One paragraph."""
    attribute = f' class="{css}"' if css else ""
    return Fragment(f"<p{attribute}>{escape(text)}</p>", text)


def way(text: str, page: str, topic: str) -> Fragment:
    """Words that on a page lead to what another page (``findings``, ``figures``) has on a topic."""
    return Fragment(f'<p class="way" data-page="{page}" data-topic="{escape(topic)}">{escape(text)}</p>', text)


def bullets(items: Sequence[Item], css: str = "") -> Fragment:
    """A list, one point an item."""
    attribute = f' class="{css}"' if css else ""
    points = "".join(f"<li>{escape(item.text)}{_remark(item.remark)}</li>" for item in items)
    return Fragment(f"<ul{attribute}>{points}</ul>", "\n".join(f"- {item.text}" for item in items))


def _remark(text: str) -> str:
    return f' <span class="source">{escape(text)}</span>' if text else ""


@dataclass
class Builder:
    """Collects rows for a table and leaves out columns in which nothing stands."""

    columns: list[Column]
    rows: list[TableRow] = field(default_factory=list)

    def without_empty_columns(self) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
        """Columns that hold something, and the rows cut down to them."""
        kept = [i for i in range(len(self.columns)) if any(row.cells[i].text for row in self.rows)]
        rows = (replace(row, cells=tuple(row.cells[i] for i in kept)) for row in self.rows)
        return tuple(self.columns[i] for i in kept), tuple(rows)
