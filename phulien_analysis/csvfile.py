"""A CSV file read strictly into validated rows; every problem of the file is told at once."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from phulien_analysis.errors import Problem, did_you_mean


class Row(BaseModel):
    """One row of a CSV file: the fields are its columns, in their order, all of them text in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)

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
    if text is None:
        return []
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        # rows are counted as a spreadsheet does: a line break inside a cell makes no row, an empty line does
        records = [(number, record) for number, record in enumerate(lines, 1) if record]
    except csv.Error as error:
        problems.append(
            Problem(
                name,
                lines.line_num,
                "",
                f"the CSV cannot be read ({error}); check the quotation marks",
            )
        )
        return []
    if not _header_fits(records, kind.columns(), name, problems):
        return []
    rows = (_validated(number, record, kind, name, problems) for number, record in records[1:])
    return [row for row in rows if row]


def _decoded(path: Path, name: str, problems: list[Problem]) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        problems.append(Problem(name, 0, "", f"the file cannot be read: {error.strerror}"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, row, "", "the file is not UTF-8; save it again as “CSV UTF-8”"))
        return None
    if not text.strip():
        problems.append(Problem(name, 0, "", "the file is empty; it needs at least its header"))
        return None
    return unicodedata.normalize("NFC", text)


def _header_fits(records: list[tuple[int, list[str]]], expected: list[str], name: str, problems: list[Problem]) -> bool:
    header = records[0][1]
    if header == expected:
        return True
    if len(header) == 1 and ";" in header[0]:
        text = "the columns are separated by “;”; save the file with “,” between the columns"
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
            yield Problem(name, 1, column, f"there is no such column{did_you_mean(column, missing)}")
        elif header.count(column) > 1:
            yield Problem(name, 1, column, "the column stands there more than once")
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
    try:
        return number, kind.model_validate(dict(zip(columns, record, strict=True)))
    except ValidationError as error:
        problems.extend(_told(fault, number, name) for fault in error.errors())
        return None


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
    found = "" if fault["type"] == "value_error" else f"{fault['input']!r}: "
    return Problem(name, number, column, found + reason[:1].lower() + reason[1:])
