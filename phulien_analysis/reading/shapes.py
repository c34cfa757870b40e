"""The digits of a printed number: which form they are in, and the value that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from phulien_analysis.catalogue import Unit
from phulien_analysis.errors import NumberError
from phulien_analysis.printed import PrintedNumber, parse_printed
from phulien_analysis.reading.mention import Form

_ENGLISH_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,8}(?:\.[0-9]{1,6})?|[1-9][0-9]{0,2},[0-9]{3}\.[0-9]{1,6}")
_ENGLISH_DECIMALS = re.compile(r"(?:[0-9]{1,9}\.[0-9]{1,2}|0\.[0-9]{1,6})")
_ONE_COMMA_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_ONE_POINT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_ENGLISH = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SPACES = re.compile(r"[ \u00a0\u202f]")
_SPACED_GROUPS = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?")

_VIETNAMESE_USE = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){2}|\d{1,3}\.\d{3},\d|\d{1,3},\d{1,2}(?=\s?%))")
_ENGLISH_USE = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){2}|\d{1,3},\d{3}\.\d)")


class Shape(NamedTuple):
    """What printed digits come to: ``number`` is None, and ``form`` malformed, where no value can be told."""

    number: PrintedNumber | None
    form: Form


def read_shape(digits: str, unit: Unit | None = None, *, english: bool = False) -> Shape:
    """Read printed digits; ``unit`` decides where the form alone cannot, ``english`` is how the document leans.

    >>> read_shape("5.6").number.value, read_shape("5.6").form
    (Decimal('5.6'), 'english')
    """
    joined = _without_spaces(digits)
    if _is_english(joined, unit, english=english):
        return Shape(_english_number(digits, joined), "english")
    try:
        number = parse_printed(joined)
    except NumberError:
        return Shape(None, "malformed")
    return Shape(PrintedNumber(digits, number.value, number.decimals), "spaced" if joined != digits else "")


def guess_english(texts: Iterable[str]) -> bool:
    """Whether a document writes its numbers the English way: more signs of that form than of the Vietnamese one."""
    balance = 0
    for text in texts:
        balance += len(_ENGLISH_USE.findall(text)) - len(_VIETNAMESE_USE.findall(text))
    return balance > 0


def _without_spaces(digits: str) -> str:
    if _SPACED_GROUPS.fullmatch(digits):
        return _SPACES.sub(".", digits)
    return _SPACES.sub("", digits)


def _is_english(digits: str, unit: Unit | None, *, english: bool) -> bool:
    if len(digits) > 32:
        return False
    counted = unit is not None and unit.exact
    if counted and _ONE_POINT_GROUP.fullmatch(digits):
        return False  # thousands: nobody counts in decimals
    if english and ("," in digits or "." in digits):
        return bool(_ENGLISH.fullmatch(digits))
    if _ONE_COMMA_GROUP.fullmatch(digits):
        return counted
    return bool(_ENGLISH_GROUPS.fullmatch(digits)) or (bool(_ENGLISH_DECIMALS.fullmatch(digits)) and not counted)


def _english_number(digits: str, joined: str) -> PrintedNumber:
    plain = joined.replace(",", "")
    return PrintedNumber(digits, Decimal(plain), len(plain.partition(".")[2]))
