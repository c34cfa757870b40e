"""Finds, for the truth of a passage, the printed numbers in its text: where each stands, its unit and its qualifier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.made_up_reports import arithmetic
from tests.made_up_reports.arithmetic import HUNDRED, Interval
from tests.made_up_reports.truth import Expected, Passage, Printed

_UNIT = re.compile(
    r"\s?(%|nghìn (?:tỷ|tỉ|ha)|ngàn tỷ|tỷ|tỉ|triệu|trđ|nghìn|ngàn|đồng|đ\b|điểm|ha|m2|m3|km|tấn|tạ|kg|lần)(?!\w)"
)
_QUALIFIER = re.compile(r"(hơn|trên|gần|khoảng)\s$")


def position(text: str, number: Printed) -> int:
    """Where a printed number stands in a text; `ValueError` if it does not, as a whole number or word."""
    letters = r"\w" if number.printed[:1].isalpha() else r"\d"
    pattern = rf"(?<!{letters})(?<!\d[.,]){re.escape(number.printed)}(?!{letters})(?![.,]\d)"
    found = [match.start() for match in re.finditer(pattern, text, re.IGNORECASE)]
    if len(found) < number.occurrence:
        raise ValueError(f"{number.printed!r} (number {number.occurrence}) is not in: {text}")
    return found[number.occurrence - 1]


def unit_after(text: str, number: Printed) -> str:
    """The unit of a number: the one given, that which follows it, or that which its ``a/b`` neighbour has."""
    if number.unit:
        return number.unit
    rest = text[position(text, number) + len(number.printed) :]
    rest = re.sub(r"^/[\d.,]{1,20}(?<![.,])", "", rest)
    match = _UNIT.match(rest)
    return match[1] if match else ""


def intervals(passage: Passage, calculation: Expected) -> tuple[Interval, list[Interval]]:
    """What the stated number and the operands stand for; those without unit share the scale that others have."""
    stated = calculation.stated
    cells = [*calculation.operands, *([stated] if stated.printed else [])]
    units = [unit_after(passage.text, cell) for cell in cells]
    scaled = [unit for unit in units if arithmetic.scale_of(unit) > 1]
    read = [_interval(passage.text, cell, unit or _shared(scaled)) for cell, unit in zip(cells, units, strict=True)]
    return (read.pop() if stated.printed else HUNDRED), read


def _interval(text: str, cell: Printed, unit: str) -> Interval:
    """What one number stands for, with its qualifier."""
    before = _QUALIFIER.search(text[: position(text, cell)])
    return arithmetic.interval(cell.printed, unit, before[1] if before else "")


def _shared(scaled: Sequence[str]) -> str:
    """The scaled unit of the other numbers, if there is one."""
    return scaled[0] if scaled else ""
