"""The number in a cell of a table: its digits with sign, and which form the numbers of the table are in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from phulien_analysis.printed import PrintedNumber
from phulien_analysis.reading.mention import Form
from phulien_analysis.reading.shapes import read_shape

_NUMERAL = re.compile(
    r"(?P<open>\()?(?P<sign>[-−–+])?[ \u00a0]?(?P<digits>\d[\d.,]{0,30}(?:[ \u00a0\u202f]\d{3}(?![\d.,])){0,5})"
    r"(?P<close>\))?[ \u00a0]?%?"
)
_EMPTY = re.compile(r"[-−–—.…xX/\s]{0,8}|0")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3},\d{3}\.\d+|\d+\.\d{1,2}|\d{4,}\.\d+|0\.\d+")
_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+|\d+,(?:\d{1,2}|\d{4,})|\d{4,},\d+|0,\d+")
_COMMA_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_PLAIN = re.compile(r"\d{1,3}")
_FEW = 2  # numbers that show a form before anything is concluded from it


class Numeral(NamedTuple):
    """Digits in a cell: where they start and end in its text (a sign included), and what they come to."""

    start: int
    end: int
    number: PrintedNumber | None
    form: Form


def is_numeral(text: str) -> bool:
    """Whether a cell holds a number and nothing else but its sign, brackets or percent sign."""
    found = _NUMERAL.fullmatch(text)
    return found is not None and bool(found["open"]) == bool(found["close"])


def is_blank(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, a dash, dots, a cross."""
    return _EMPTY.fullmatch(text) is not None and text != "0"


def read_numeral(text: str, *, english: bool) -> Numeral:
    """The number of a cell for which :func:`is_numeral` holds; one in brackets is below 0, as accountants write it."""
    found = _NUMERAL.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no numeral")
    digits = found["digits"]
    number, form = read_shape(digits, english=english)
    negative = bool(found["open"]) or found["sign"] in {"-", "−", "–"}
    start = found.start("sign") if negative and found["sign"] else found.start("digits")
    if number is not None and negative:
        number = PrintedNumber(f"-{number.text}", -number.value, number.decimals)
    return Numeral(start, found.end("digits"), number, form)


def leans_english(columns: Iterable[Iterable[str]], *, otherwise: bool) -> bool:
    """Whether the numbers of a table are in English form: by those that can be nothing else.

    Where none tells, a column says it in which ``1,234`` stands beside ``567``: nobody prints three decimals of some
    numbers only. ``otherwise`` is how the document leans.
    """
    digits = [[_digits(text) for text in column] for column in columns]
    every = [text for column in digits for text in column]
    english = sum(_ENGLISH.fullmatch(text) is not None for text in every)
    vietnamese = sum(_VIETNAMESE.fullmatch(text) is not None for text in every)
    if english != vietnamese:
        return english > vietnamese
    return otherwise or any(_is_grouped_by_commas(column) for column in digits)


def _digits(text: str) -> str:
    found = _NUMERAL.fullmatch(text)
    return found["digits"] if found else ""


def _is_grouped_by_commas(column: list[str]) -> bool:
    grouped = sum(_COMMA_GROUP.fullmatch(text) is not None for text in column)
    plain = sum(_PLAIN.fullmatch(text) is not None for text in column)
    return grouped >= _FEW and plain >= _FEW and grouped + plain == sum(bool(text) for text in column)
