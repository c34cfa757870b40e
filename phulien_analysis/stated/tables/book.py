"""The tables of a document with their figures: a mention for each cell with a number, its unit and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from phulien_analysis.catalogue import Unit
from phulien_analysis.documents.document import Document
from phulien_analysis.messages import Lang, Message, Sayable, mark
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.tables.grid import Column, Field, Grid, read_grids
from phulien_analysis.stated.tables.markers import Ranked, ranked
from phulien_analysis.stated.tables.measures import (
    AVERAGE,
    COMPARED,
    PERCENT,
    RATE,
    ROUNDED,
    heading_unit,
    row_unit,
    said_unit,
)
from phulien_analysis.stated.tables.numerals import leans_english, read_numeral

_NAMED = re.compile(
    r"(?:biểu(?: mẫu)?|bảng|phụ lục|phụ biểu|mẫu)(?: số)?:? ?(?=\w{0,3}\d|[IVX]{1,5}\b)[\w./-]{1,12}", re.IGNORECASE
)
_ABSOLUTE = re.compile(r"tuyệt đối|\(số\)")
_LONGEST = 60


@dataclass(frozen=True)
class Spot:
    """Where a figure of a table stands, as people say it: the table, the row's name and the column's heading."""

    table: Sayable
    row: str
    column: str

    def say(self, lang: Lang) -> str:
        """``Biểu 2, dòng “Thuế”, cột “Lũy kế”``."""
        text = mark("{table}, row “{row}”, column “{column}”")
        return Message(text, {"table": self.table, "row": self.row, "column": self.column}).say(lang)


@dataclass(frozen=True)
class Row:
    """A row with its figures by the column's place; ``unclear``: columns in which something else stands."""

    ranked: Ranked
    figures: Mapping[int, Mention]

    @property
    def unclear(self) -> frozenset[int]:
        """The columns in which text stands that is no number."""
        return self.ranked.line.unclear


@dataclass(frozen=True)
class Table:
    """A table with its figures; ``rates`` are the columns of rates, ``averages`` others that do not add up."""

    grid: Grid
    name: Sayable
    rows: tuple[Row, ...]
    rates: frozenset[int]
    averages: frozenset[int]

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """The columns of amounts, which can be added up."""
        every = range(len(self.grid.columns))
        return tuple(c for c in every if c not in self.rates and c not in self.averages)

    @property
    def columns(self) -> Sequence[Column]:
        """Its columns of numbers."""
        return self.grid.columns

    def mentions(self) -> Iterator[Mention]:
        """Every figure in it."""
        for row in self.rows:
            yield from row.figures.values()

    def spots(self) -> Iterator[tuple[tuple[int, int], Spot]]:
        """Where each figure stands, by its paragraph and the place of its digits."""
        for number, row in enumerate(self.rows, start=1):
            for column, mention in row.figures.items():
                heading = _heading(self.columns[column])
                yield (mention.paragraph, mention.start), Spot(self.name, _row_name(row, number), heading)


def read_tables(document: Document, *, english: bool) -> list[Table]:
    """The tables of a document whose structure is clear; ``english`` is how its numbers lean."""
    return [_table(grid, number, english=english) for number, grid in enumerate(read_grids(document), start=1)]


def _table(grid: Grid, number: int, *, english: bool) -> Table:
    columns = range(len(grid.columns))
    texts = [[line.numbers[c].text for line in grid.lines if c in line.numbers] for c in columns]
    rates = _rates(grid.columns, texts)
    averages = frozenset(c for c in columns if c not in rates and AVERAGE.search(grid.columns[c].words))
    reader = _Figures(grid, rates, english=leans_english(texts, otherwise=english))
    rows = tuple(reader.row(one) for one in ranked(grid.lines))
    return Table(grid, _name(grid, number), rows, rates, averages)


def _rates(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns of rates; what only compares is a difference, unless its formula or its decimals say otherwise."""
    said = {c for c, column in enumerate(columns) if _is_rate(column)}
    compared = {c for c, column in enumerate(columns) if c not in said and _only_compares(column)}
    others = said | compared
    rest = [text for c, column in enumerate(texts) if c not in others for text in column]
    divided = {c for c in compared if re.search(r"[/:]", columns[c].formula)}
    finer = {c for c in compared if not columns[c].formula and _has_decimals(texts[c]) and not _has_decimals(rest)}
    return frozenset(said | divided | finer)


def _is_rate(column: Column) -> bool:
    unit = heading_unit(column.headings[-1:])
    if unit is not None and unit.dimension not in {"ratio", "times"}:
        return False
    return (unit is not None or RATE.search(column.words) is not None) and not _ABSOLUTE.search(column.own)


def _only_compares(column: Column) -> bool:
    counted = heading_unit(column.headings[-1:]) is not None or _ABSOLUTE.search(column.own) is not None
    return COMPARED.search(column.words) is not None and not counted


def _has_decimals(texts: Sequence[str]) -> bool:
    """Whether most numbers have one or two decimals."""
    return sum(re.search(r"\d[,.]\d{1,2}%?$", text) is not None for text in texts) * 2 > len(texts)


class _Figures:
    """Makes mentions of the cells of one table."""

    def __init__(self, grid: Grid, rates: frozenset[int], *, english: bool) -> None:
        self._grid, self._english, self._rates = grid, english, rates
        self._said = said_unit(grid.above)
        self._headed = [heading_unit(column.headings) for column in grid.columns]

    def row(self, one: Ranked) -> Row:
        """A row with its figures."""
        return Row(one, {column: self._mention(one, column, field) for column, field in one.line.numbers.items()})

    def _mention(self, one: Ranked, column: int, field: Field) -> Mention:
        found = read_numeral(field.text, english=self._english)
        start, end = field.start + found.start, field.start + found.end
        percent = field.text.rstrip().endswith("%")
        return Mention(
            paragraph=one.line.paragraph,
            start=start,
            end=end,
            first=start,
            stop=field.start + len(field.text) if percent else end,
            printed=field.text[found.start : found.end],
            number=found.number,
            unit=PERCENT if percent else self._unit(one, column),
            form=found.form,
            label=_shortened(f"{one.name}, {_heading(self._grid.columns[column])}".strip(", ")),
        )

    def _unit(self, one: Ranked, column: int) -> Unit | None:
        headed = self._headed[column]
        if column in self._rates:
            return headed if headed is not None and headed.dimension in {"ratio", "times"} else PERCENT
        return headed or row_unit(one.line.unit, one.name) or self._said or ROUNDED


def _name(grid: Grid, number: int) -> Sayable:
    """What the table is called above it (``Biểu số 02``), else its number among the tables."""
    for text in reversed(grid.above):
        found = _NAMED.match(text.strip())
        if found is not None:
            return found.group().strip(" .:-")
    return Message("Table {n}", {"n": number})


def _heading(column: Column) -> str:
    return _shortened(" – ".join(dict.fromkeys(column.headings)))


def _row_name(row: Row, number: int) -> str:
    return _shortened(row.ranked.name or row.ranked.line.marker or str(number))


def _shortened(text: str) -> str:
    text = " ".join(text.split()).strip(" .:;")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
