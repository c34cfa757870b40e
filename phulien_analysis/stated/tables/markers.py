"""How deep a row of a table lies, by its number (``A``, ``I``, ``1``, ``1.1``, ``a``, ``-``); which rows are totals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phulien_analysis.stated.tables.grid import Line

TOTAL, UNNUMBERED = 0, 20
_LETTER, _ROMAN, _NUMBER, _SMALL, _DASH, _PLUS = 1, 2, 3, 11, 12, 13
_ROMAN_RE = re.compile(r"[IVX]{1,5}")
_NUMBER_RE = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,5}")
_LEAD = re.compile(
    r"(?P<marker>[-–—+*•]|[IVX]{1,5}(?=[.)])|\d{1,2}(?:\.\d{1,2}){0,4}(?=[.)]\s)|\d{1,2}(?:\.\d{1,2}){1,4}(?=\s)|"
    r"[A-Ea-eđ](?=[.)]\s))[.)]?\s{0,3}(?=\S)"
)
_TOTAL = re.compile(
    r"(?:tổng(?: số| cộng)?|cộng(?! đồng)|toàn (?:phường|xã|huyện|tỉnh|ngành|trường|địa bàn))\b.{0,80}", re.IGNORECASE
)
_STRONG = re.compile(r"(?:tổng(?: số| cộng)?|cộng)(?: chung)?\s?(?:\(.{0,60}\))?\s?:?", re.IGNORECASE)
_OF_WHICH = re.compile(r"trong đó\b|(?:trong tổng số|riêng)\b", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"(?:tỷ|tỉ) (?:lệ|trọng|suất)\b|bình quân\b|tốc độ\b|so với\b|đạt\b|chênh lệch\b|còn lại\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Ranked:
    """A row with its depth (``TOTAL`` highest), its bare name, and what its words say it is."""

    line: Line
    rank: int
    name: str
    total: bool
    of_which: bool
    opens: bool

    @property
    def strong(self) -> bool:
        """Whether its name says nothing but that it is a total."""
        return self.total and _STRONG.fullmatch(self.name) is not None

    @property
    def is_rate(self) -> bool:
        """Whether it holds rates or differences: what is not added up."""
        return _NOT_ADDED.match(self.name) is not None


def ranked(lines: Iterable[Line]) -> list[Ranked]:
    """The rows with their depths."""
    found: list[Ranked] = []
    for line in lines:
        marker, name = _split(line)
        of_which = _OF_WHICH.match(name) is not None
        opens = of_which and not line.numbers
        total = not of_which and _TOTAL.fullmatch(name) is not None
        rank = _rank(marker, found)
        rank = TOTAL if total and rank == UNNUMBERED else rank
        found.append(Ranked(line, rank, name, total, of_which, opens))
    return found


def _split(line: Line) -> tuple[str, str]:
    """The number and the name, where the number is typed before the name."""
    if line.marker:
        lead = _LEAD.match(line.label)
        same = lead is not None and lead["marker"] == line.marker
        return line.marker, line.label[lead.end() :] if lead is not None and same else line.label
    lead = _LEAD.match(line.label)
    return (lead["marker"], line.label[lead.end() :]) if lead else ("", line.label.strip())


def _rank(marker: str, before: Sequence[Ranked]) -> int:
    if not marker:
        return UNNUMBERED
    if _NUMBER_RE.fullmatch(marker):
        return _NUMBER + marker.count(".")
    if _ROMAN_RE.fullmatch(marker) and not _goes_on(marker, before):
        return _ROMAN
    if len(marker) == 1 and marker.isalpha():
        return _LETTER if marker.isupper() else _SMALL
    return _PLUS if marker == "+" else _DASH if marker in "-–—*•" else UNNUMBERED


def _goes_on(marker: str, before: Sequence[Ranked]) -> bool:
    """Whether a letter that may be a Roman number follows the letter before it (``H``, ``I``)."""
    letters = [row for row in before if row.rank == _LETTER]
    last = letters[-1].line.marker if letters else ""
    return len(marker) == 1 and len(last) == 1 and ord(marker) == ord(last) + 1
