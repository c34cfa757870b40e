"""A CSV file read strictly into validated rows; every problem of the file is told at once, up to a bound.

The file may come from anybody: its size, rows, columns and values are bounded, and what cannot be seen is refused.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from phulien_analysis.characters import clipped, has_long_run_of_marks, named, unseen
from phulien_analysis.errors import MOST_PROBLEMS, Problem, did_you_mean
from phulien_analysis.files import FileRefusedError, read_bounded
from phulien_analysis.messages import Message, Sayable

SIZE_LIMIT = 16 * 2**20
"""Bytes of one file; a month of the longest report has a hundredth of it."""
LONGEST_LINE = 100_000
LONGEST_VALUE = 10_000
_LONGEST_REASON = 400
_MOST_OTHER_COLUMNS = 20  # that are told one by one; a header of more is of another kind of file


class Row(BaseModel):
    """One row of a CSV file: the fields are its columns, in their order, all of them text in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)
    most_rows: ClassVar[int] = 5_000
    """Rows of one file of this kind; several times what a country needs."""

    @classmethod
    def columns(cls) -> list[str]:
        """The header this kind of file must have."""
        return list(cls.model_fields)


RowT = TypeVar("RowT", bound=Row)
_COMMAND = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")


def harmless(text: str) -> str:
    """A text for a CSV file that a spreadsheet opens: what it would take for a formula gets an apostrophe before it.

    That is what OWASP advises against CSV injection. A number keeps its sign, so that columns of numbers stay numbers.

    >>> harmless("=1+1"), harmless("-12,5"), harmless("Thu")
    ("'=1+1", '-12,5', 'Thu')
    """
    if not _COMMAND.match(text) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def read_rows(path: Path, kind: type[RowT], name: str, problems: list[Problem]) -> list[tuple[int, RowT]]:
    """Rows of the file with their row numbers (the header is row 1); what is wrong is added to ``problems``.

    Text is UTF-8 (a byte order mark is allowed) and is brought to Unicode NFC. ``name`` is how the file is called.
    """
    text = _decoded(path, name, problems)
    records = [] if text is None else _records(text, kind.most_rows, name, problems)
    if not records or not _header_fits(records, kind.columns(), name, problems):
        return []
    rows = []
    before = len(problems)
    for number, record in records[1:]:
        if len(problems) - before >= MOST_PROBLEMS:
            problems.append(rest_not_looked_at(name))
            break
        if row := _validated(number, record, kind, name, problems):
            rows.append(row)
    return rows


def rest_not_looked_at(name: str) -> Problem:
    """That a file has more problems than are told."""
    text = Message("there may be more: after {n} problems the rest of the file was not looked at", {"n": MOST_PROBLEMS})
    return Problem(name, 0, "", text)


def _records(text: str, most: int, name: str, problems: list[Problem]) -> list[tuple[int, list[str]]]:
    """The rows as lists of values; nothing where the text is no CSV, or more than any such file holds.

    Rows are counted as a spreadsheet does: a line break inside a cell makes no row, an empty line does.
    """
    lines = csv.reader(_short_lines(text), strict=True)
    try:
        records = [(number, record) for number, record in enumerate(islice(lines, most + 2), 1) if record]
    except csv.Error as error:
        what: Sayable = f"the CSV cannot be read ({error}); check the quotation marks"
        problems.append(Problem(name, lines.line_num, "", what))
    except _LongLineError:
        what = Message(
            "the line is longer than {n} characters, which no row of such a file is; check the line ends and the "
            "quotation marks",
            {"n": LONGEST_LINE},
        )
        problems.append(Problem(name, lines.line_num + 1, "", what))
    else:
        if len(records) <= most + 1:
            return records
        what = Message("there are more than {n} rows; split the file, or take out what does not belong", {"n": most})
        problems.append(Problem(name, 0, "", what))
    return []


class _LongLineError(ValueError):
    """A line that no row is as long as."""


def _short_lines(text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > LONGEST_LINE:
            raise _LongLineError
        yield line


def _decoded(path: Path, name: str, problems: list[Problem]) -> str | None:
    problem: Sayable
    try:
        raw = read_bounded(path, SIZE_LIMIT)
        text = raw.decode("utf-8-sig")
    except FileRefusedError as error:
        problem = error.what
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, row, "", "the file is not UTF-8; save it again as “CSV UTF-8”"))
        return None
    else:
        if text.strip() and not has_long_run_of_marks(text):
            return unicodedata.normalize("NFC", text)
        problem = "the file is empty; it needs at least its header"
        if text.strip():
            problem = Message("a letter bears more marks than any letter has; take them out")
    problems.append(Problem(name, 0, "", problem))
    return None


def _header_fits(records: list[tuple[int, list[str]]], expected: list[str], name: str, problems: list[Problem]) -> bool:
    header = records[0][1]
    if header == expected:
        return True
    if len(header) == 1 and ";" in header[0]:
        text = "the columns are separated by “;”; save the file with “,” between the columns"
        problems.append(Problem(name, 1, "", text))
        return False
    if len(header) > len(expected) + _MOST_OTHER_COLUMNS:
        text = f"there are {len(header)} columns; the header must be {','.join(expected)}"
        problems.append(Problem(name, 1, "", text))
        return False
    found = list(_header_problems(header, expected, name))
    order = Problem(name, 1, "", f"the columns must stand in this order: {', '.join(expected)}")
    problems.extend(found or [order])
    return False


def _header_problems(header: list[str], expected: list[str], name: str) -> Iterable[Problem]:
    missing = [column for column in expected if column not in header]
    for column in header:
        if column not in expected:
            yield Problem(name, 1, _quoted(column), f"there is no such column{did_you_mean(column, missing)}")
        elif header.count(column) > 1:
            yield Problem(name, 1, _quoted(column), "the column stands there more than once")
    for column in missing:
        yield Problem(name, 1, column, f"the column is missing; the header must be {','.join(expected)}")


def _validated(
    number: int, record: list[str], kind: type[RowT], name: str, problems: list[Problem]
) -> tuple[int, RowT] | None:
    columns = kind.columns()
    if len(record) != len(columns):
        text = f"there are {len(record)} values, but {len(columns)} columns; check the commas and quotation marks"
        problems.append(Problem(name, number, "", text))
        return None
    if faults := list(_value_faults(zip(columns, record, strict=True))):
        problems.extend(Problem(name, number, column, fault) for column, fault in faults)
        return None
    try:
        return number, kind.model_validate(dict(zip(columns, record, strict=True)))
    except ValidationError as error:
        problems.extend(_told(fault, number, name) for fault in error.errors())
        return None


def _value_faults(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Sayable]]:
    """What no value of any column may be: longer than a page, or with characters that cannot be seen."""
    for column, value in values:
        if len(value) > LONGEST_VALUE:
            yield (
                column,
                Message(
                    "the value has {count} characters, where at most {n} are read; shorten it",
                    {"count": len(value), "n": LONGEST_VALUE},
                ),
            )
        elif character := unseen(value):
            text = Message(
                "there is {character} in it, which cannot be seen; take it out", {"character": named(character)}
            )
            yield column, text


def _quoted(column: str) -> str:
    """The name of a column that is none, as it can be shown."""
    return clipped(column) if column.isprintable() else repr(clipped(column))


_TOLD = {
    "string_too_short": "the value is missing",
    "bool_parsing": "write true or false",
    "int_parsing": "write a whole number",
    "decimal_parsing": "write a number like 1000000 or 0.01",
}


def _told(fault: ErrorDetails, number: int, name: str) -> Problem:
    """A pydantic fault in this package's words: what was found, and pydantic's or our reason."""
    column = str(fault["loc"][0]) if fault["loc"] else ""
    reason = str(fault["msg"]).removeprefix("Value error, ")
    if fault["type"] in _TOLD:
        return Problem(name, number, column, _TOLD[fault["type"]])
    found = "" if fault["type"] == "value_error" else f"{clipped(str(fault['input']))!r}: "
    return Problem(name, number, column, found + clipped(reason[:1].lower() + reason[1:], _LONGEST_REASON))
