"""Numbers written in words, up to a hundred: read only where a counted noun follows and no name does."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from phulien_analysis.printed import PrintedNumber
from phulien_analysis.reading.phrases import phrases
from phulien_analysis.reading.units import UnitHere, unit_at

_DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_LAST = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_TENS = "hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_ONES = "một|mốt|hai|ba|bốn|tư|lăm|nhăm|năm|sáu|bảy|bẩy|tám|chín"
_NUMBER = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{_TENS}) (?:mươi|mười)(?: (?P<ones>{_ONES}))?|(?P<ten>mười)(?: (?P<teen>{_ONES}))?"
    rf"|(?P<hundred>một trăm)|(?P<short>{_TENS}) (?P<last>mốt|tư|lăm|nhăm)"
    r"|(?P<digit>một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín))(?= [^\W\d_])",
    re.IGNORECASE,
)
_NEARBY = 80
_COUNTING = re.compile(r"(?<!\w)(?:có|gồm|và|là|được|với|khởi tố|bắt|xảy ra|tiếp nhận) \Z", re.IGNORECASE)
_ORDINAL_WORDS = phrases(
    """thứ|tháng|lần|hạng|giải|quý|đợt|khóa|kỳ|vòng|khoản|điều|mục|nhất|cấp|mồng|mùng|số|bước|lớp|tuổi|bên|cả|trên|
    một|con|trăm|nghìn|ngàn|triệu|tỷ|linh|lẻ|mươi|nhóm|loại|giai|đoạn|phần|chương|tổ|đội|thôn|bản|khu|đường|phố|phường|xã|người|thời|những|các|mỗi"""
)
_NOT_COUNTED_SO = phrases(
    """occasion|point|site|round|ky|khu-vuc|phan|target|khoi|khu|sector|team|organisation|province|project|
    khoan|nganh|ban|phong|loai|nha|hoi|ho|khau|nuoc|huyen"""
)


class WordNumber(NamedTuple):
    """A number in words: where it stands, its value, and the unit that follows."""

    start: int
    end: int
    number: PrintedNumber
    unit: UnitHere


def read_word_numbers(text: str) -> list[WordNumber]:
    """The numbers in words that count something, in order (``hai mươi lăm hộ``, ``ba vụ``)."""
    found: list[WordNumber] = []
    for match in _NUMBER.finditer(text):
        number = _read(text, match)
        if number is not None and _is_meant(text, number, found[-1] if found else None):
            found.append(number)
    return found


def _is_meant(text: str, number: WordNumber, previous: WordNumber | None) -> bool:
    """``một`` is a number only beside another of the same noun; ``năm`` (five, year) only after a verb of counting."""
    word = text[number.start : number.end].casefold()
    if word == "một":
        return (
            previous is not None and previous.unit.unit == number.unit.unit and number.start - previous.end <= _NEARBY
        )
    return word != "năm" or bool(_COUNTING.search(text[max(0, number.start - 12) : number.start]))


def _read(text: str, match: re.Match[str]) -> WordNumber | None:
    words = match.group()
    capital = (
        words[0].isupper() and match.start() > 0 and text[match.start() - 2 : match.start()] not in (". ", ": ", "- ")
    )
    if capital or words[1:] != words[1:].lower() or _is_ordinal(text, match.start()):
        return None
    unit = unit_at(text, match.end())
    if unit is None or not unit.unit.counted or unit.unit.unit in _NOT_COUNTED_SO or text[match.end() + 1].isupper():
        return None
    value = _value(match)
    return WordNumber(match.start(), match.end(), PrintedNumber(words, Decimal(value), 0), unit)


def _is_ordinal(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip()
    return bool(before) and before.split(" ")[-1].casefold() in _ORDINAL_WORDS


def _value(match: re.Match[str]) -> int:
    parts = {name: word.casefold() for name, word in match.groupdict().items() if word}
    if "digit" in parts:
        return _DIGITS[parts["digit"]]
    if "hundred" in parts:
        return 100
    tens = parts.get("tens") or parts.get("short") or "một"
    ones = parts.get("ones") or parts.get("teen") or parts.get("last") or ""
    return 10 * _DIGITS[tens] + _LAST.get(ones, 0)
