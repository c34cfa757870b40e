"""A table as rows and columns: what heads a column, what a row is called, and where the numbers stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby, pairwise

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.stated.tables.measures import unit_of
from phulien_analysis.stated.tables.numerals import is_blank, is_numeral

_NUMBERED = re.compile(r"[(\[]?(?P<name>\d{1,2}|[A-ZĐ]|[IVX]{1,5})[)\]]?(?P<formula>\s{0,2}=.{1,80})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERIAL = re.compile(r"(?:s|số )?tt|số thứ tự", re.IGNORECASE)
_SERIAL_CELL = re.compile(r"\(?(?:[A-Za-zĐđ]|[IVX]{1,6}|\d{1,3}(?:\.\d{1,2}){0,4})[.)]?|[-–—+*•]")
_NO_AMOUNT = re.compile(
    r"mã(?: .{0,30})?|năm(?: sinh)?|ngày(?: .{0,30})?|(?:xếp )?hạng|thứ hạng|số hiệu|(?:số )?(?:tờ|thửa)(?: .{0,20})?|"
    r"(?:số )?điện thoại|cccd|ghi chú",
    re.IGNORECASE,
)
_UNITS = re.compile(r"đvt|đơn vị tính|đơn vị|đ\.?v\.? ?tính", re.IGNORECASE)
_MOSTLY = 0.6  # of a column's cells, for the column to be one of numbers
_DEEPEST_HEAD = 8
_ABOVE = 4  # paragraphs above a table in which its title and unit may stand
_LONGEST_TITLE = 250


@dataclass(frozen=True)
class Field:
    """A cell with its text, where it begins in its row's text, and the columns that it covers."""

    text: str
    start: int
    first: int
    last: int


@dataclass(frozen=True)
class Column:
    """A column of numbers: the headings over it from the top, its printed number (``3``) and formula (``2/1``)."""

    first: int
    last: int
    headings: tuple[str, ...]
    number: str = ""
    formula: str = ""

    @cached_property
    def words(self) -> str:
        """All its headings in lower case."""
        return " ".join(self.headings).lower()

    @property
    def own(self) -> str:
        """The heading right over it, in lower case."""
        return self.headings[-1].lower() if self.headings else ""

    def covers(self, field: Field) -> bool:
        """Whether a cell lies over or in the column."""
        return field.first <= self.last and self.first <= field.last


@dataclass(frozen=True)
class Line:
    """A row below the headings: its number (``I``, ``1.2``, ``-``), its name, its unit, and its cells with numbers.

    ``numbers`` are by the column's place in the grid; ``unclear`` are the columns in which it has other text.
    """

    paragraph: int
    marker: str
    label: str
    unit: str
    numbers: dict[int, Field]
    unclear: frozenset[int]


@dataclass(frozen=True)
class Grid:
    """A table whose structure is clear. ``above`` are the texts of its title, nearest last."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    above: tuple[str, ...]
    paragraphs: tuple[int, ...]


def read_grids(document: Document) -> Iterator[Grid]:
    """The tables of a document that have headings, named rows and columns of numbers."""
    paragraphs = document.paragraphs
    for table, group in groupby(paragraphs, key=lambda p: p.table if p.kind == "row" else None):
        rows = list(group)
        if table is not None and len(rows) > 1:
            before = paragraphs[max(0, rows[0].index - _ABOVE) : rows[0].index]
            grid = _Reader(rows, [p.text for p in before if p.kind != "row"]).grid()
            if grid is not None:
                yield grid


def _fields(paragraph: Paragraph) -> list[Field]:
    return [Field(paragraph.text[c.start : c.end], c.start, c.first_column, c.last_column) for c in paragraph.cells]


class _Reader:
    """One table taken apart."""

    def __init__(self, rows: Sequence[Paragraph], above: Sequence[str]) -> None:
        self._paragraphs = rows
        self._rows = [_fields(row) for row in rows]
        self._reach = [list(accumulate((field.last for field in row), max)) for row in self._rows]
        width = 1 + max((field.last for row in self._rows for field in row), default=0)
        self._titles = next((n for n, row in enumerate(self._rows) if not _spans(row, width)), 0)
        self._above = [
            *(t for t in above if len(t) <= _LONGEST_TITLE),
            *(r[0].text for r in self._rows[: self._titles]),
        ]
        self._numbered = self._numbers_row()
        self._head = self._end_of_head()

    def grid(self) -> Grid | None:
        """The table; None where no headings, no names or no numbers are found."""
        columns = [self._column(first, last) for first, last in self._extents()]
        columns = [c for c in columns if c.headings and not _NO_AMOUNT.fullmatch(_plain(c.own))]
        if not columns or self._head <= self._titles:
            return None
        left = min(column.first for column in columns)
        heads = {_key(row) for row in self._rows[self._titles : self._head]}
        body = [n for n in range(self._head, len(self._rows)) if _key(self._rows[n]) not in heads]
        places = {column.first: n for n, column in enumerate(columns)}
        lines = [self._line(n, places, left) for n in body]
        if not any(line.label for line in lines):  # pragma: no cover - no table is known that has headings but no names
            return None
        every = tuple(p.index for p in self._paragraphs)
        return Grid(tuple(columns), tuple(lines), tuple(self._above), every)

    def _numbers_row(self) -> int | None:
        """The row that numbers the columns (``A | B | 1 | 2 | 3=2/1``)."""
        for place, row in enumerate(self._rows[self._titles :][:_DEEPEST_HEAD], start=self._titles):
            names = [found["name"] for field in row if (found := _NUMBERED.fullmatch(field.text.strip()))]
            counted = [int(name) for name in names if name.isdigit()]
            climbs = all(b == a + 1 for a, b in pairwise(counted))
            if place and len(names) == len(row) and len(counted) > 1 and climbs and counted[0] <= 3:
                return place
        return None

    def _end_of_head(self) -> int:
        """The first row below the headings: after the numbers of columns, else the first with a name and a number."""
        if self._numbered is not None:
            return self._numbered + 1
        end = next((n for n, row in enumerate(self._rows) if n > self._titles and _has_amount(row)), 0)
        while end > self._titles + 1 and all(field.first <= 1 for field in self._rows[end - 1]):
            end -= 1  # a row that only names a section
        return end

    def _extents(self) -> list[tuple[int, int]]:
        """The columns of numbers, each with the most usual extent of its cells."""
        found: dict[int, list[Field]] = {}
        for row in self._rows[self._head :]:
            for field in row:
                if not is_blank(field.text):
                    found.setdefault(field.first, []).append(field)
        extents = []
        for first in sorted(found):
            numbers = [field for field in found[first] if is_numeral(field.text)]
            if len(numbers) >= _MOSTLY * len(found[first]) and (first or len(numbers) > 1):
                lasts = [field.last for field in numbers]
                extents.append((first, Counter(lasts).most_common(1)[0][0]))
        return [extent for extent in extents if not self._is_serial(*extent)]

    def _is_serial(self, first: int, last: int) -> bool:
        """Whether a column only numbers the rows."""
        headings = self._column(first, last).headings
        return first == 0 or any(_SERIAL.fullmatch(heading.strip(" .")) for heading in headings)

    def _column(self, first: int, last: int) -> Column:
        column = Column(first, last, ())
        headings: list[str] = []
        number = formula = ""
        for place in range(self._titles, self._head):
            field = self._over(column, place)
            if field is None:
                continue
            if place == self._numbered:
                found = _NUMBERED.fullmatch(field.text.strip())
                number, formula = (found["name"], found["formula"] or "") if found else ("", "")
            elif not headings or headings[-1] != field.text:
                headings.append(field.text)
        return Column(first, last, tuple(headings), number, formula.strip())

    def _over(self, column: Column, place: int) -> Field | None:
        """The cell of a row over a column: the first that reaches so far, if it does not begin behind it."""
        row = self._rows[place]
        first = bisect_left(self._reach[place], column.first)
        return row[first] if first < len(row) and column.covers(row[first]) else None

    def _line(self, place: int, columns: Mapping[int, int], left: int) -> Line:
        row = self._rows[place]
        numbers, unclear = {}, set()
        for field in row:
            which = columns.get(field.first)
            if which is None or is_blank(field.text):
                continue
            if is_numeral(field.text):
                numbers[which] = field
            else:
                unclear.add(which)
        marker, label, unit = self._names([field for field in row if field.last < left])
        return Line(self._paragraphs[place].index, marker, label, unit, numbers, frozenset(unclear))

    def _names(self, fields: Sequence[Field]) -> tuple[str, str, str]:
        """Number, name and unit of a row, from the cells before its first column of numbers."""
        unit = next((f.text for f in fields if self._is_of_units(f)), "")
        texts = [f.text.strip() for f in fields if not self._is_of_units(f)]
        serial = bool(texts) and fields[0].first == fields[0].last == 0 and _SERIAL_CELL.fullmatch(texts[0]) is not None
        if serial and (len(texts) > 1 or self._has_serials):
            return texts[0].strip(".)( "), texts[1] if len(texts) > 1 else "", unit
        return "", texts[0] if texts else "", unit

    @cached_property
    def _has_serials(self) -> bool:
        return self._is_serial(0, 0) and any(_SERIAL.fullmatch(h.strip(" .")) for h in self._column(0, 0).headings)

    def _is_of_units(self, field: Field) -> bool:
        headings = self._column(field.first, field.last).headings
        headed = any(_UNITS.fullmatch(heading.strip(" .:")) for heading in headings)
        return field.first > 0 and headed and unit_of(field.text) is not None


def _spans(row: Sequence[Field], width: int) -> bool:
    """Whether a row is one cell across the table: a title in it."""
    return len(row) == 1 and width > 1 and row[0].first == 0 and row[0].last == width - 1


def _has_amount(row: Sequence[Field]) -> bool:
    """Whether a row has a number that is no year, beside a name."""
    numbers = [f for f in row if f.first and is_numeral(f.text) and not _YEAR.fullmatch(f.text)]
    return bool(numbers) and any(not is_numeral(f.text) and not is_blank(f.text) for f in row)


def _key(row: Sequence[Field]) -> tuple[str, ...]:
    return tuple(field.text for field in row)


def _plain(heading: str) -> str:
    return re.sub(r"\([^()]{0,40}\)", "", heading).strip(" .:")
