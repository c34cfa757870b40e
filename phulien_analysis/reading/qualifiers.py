"""The words around a number that make it a bound: ``hơn``, ``gần``, ``không quá``, ``trở lên``."""

from __future__ import annotations

import re
from typing import NamedTuple

from phulien_analysis.printed import Qualifier
from phulien_analysis.reading.phrases import phrases

_PHRASES: dict[str, Qualifier] = {
    "hơn": "over",
    "trên": "over",
    "vượt trên": "over",
    "gần": "nearly",
    "ngót": "nearly",
    "sấp xỉ": "about",
    "xấp xỉ": "about",
    "khoảng": "about",
    "ước khoảng": "about",
    "khoảng gần": "nearly",
    "khoảng hơn": "over",
    "khoảng trên": "over",
    "vào khoảng": "about",
    "chừng": "about",
    "độ chừng": "about",
    "trên dưới": "about",
    "tương đương khoảng": "about",
    "dưới": "under",
    "chưa đến": "under",
    "chưa tới": "under",
    "chưa đạt": "under",
    "không đạt": "under",
    "chưa đạt tỷ lệ": "under",
    "chưa được": "under",
    "không đến": "under",
    "thấp dưới": "under",
    "ít nhất": "at_least",
    "tối thiểu": "at_least",
    "không dưới": "at_least",
    "không ít hơn": "at_least",
    "không thấp hơn": "at_least",
    "thấp nhất": "at_least",
    "từ trên": "over",
    "không quá": "at_most",
    "không vượt quá": "at_most",
    "không vượt": "at_most",
    "tối đa": "at_most",
    "nhiều nhất": "at_most",
    "không hơn": "at_most",
    "không cao hơn": "at_most",
    "cao nhất": "at_most",
}
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_COMPARISONS = phrases(
    """cao|thấp|nhiều|ít|lớn|nhỏ|sớm|muộn|nhanh|chậm|kém|tốt|xa|dài|ngắn|rộng|đông|bên|nêu|kể|phía"""
)
_OF_LEVELS = phrases("nguồn|sách|của|do|từ|cho|về|với|lên|vốn|phí|trợ|sung")
_OPENING = "(“\"'‘[*"
_AFTER = re.compile(r" (?:trở (lên|xuống)|(?:đổ|đến) (lên|xuống))(?!\w)")


class Qualified(NamedTuple):
    """A qualifier and where its words begin."""

    qualifier: Qualifier
    first: int


def qualifier_before(text: str, start: int) -> Qualified:
    """The qualifier right before ``start``; none (and ``start`` itself) where no such words stand there."""
    lead = text[max(0, start - 40) : start]
    words = [word.lstrip(_OPENING).casefold() for word in lead.split()] if lead.endswith((" ", "\u00a0")) else []
    for count in range(min(len(words), _LONGEST), 0, -1):
        phrase = " ".join(words[-count:])
        if phrase in _PHRASES and not _compares(phrase, words[:-count]):
            return Qualified(_PHRASES[phrase], _start_of(text, start, count))
    return Qualified("", start)


def _compares(phrase: str, before: list[str]) -> bool:
    """``cao hơn 5%`` compares, ``nguồn cấp trên 3 tỷ`` names the higher level: neither says "over"."""
    if phrase not in ("hơn", "trên") or not before:
        return False
    return before[-1] in _COMPARISONS or (before[-1] == "cấp" and before[-2:-1] != [] and before[-2] in _OF_LEVELS)


def qualifier_after(text: str, end: int) -> tuple[Qualifier, int]:
    """``trở lên``, ``trở xuống`` right after a unit: the qualifier and where the words end."""
    match = _AFTER.match(text, end)
    if not match:
        return "", end
    return ("at_least" if "lên" in match.group() else "at_most"), match.end()


def _start_of(text: str, start: int, count: int) -> int:
    """Where the ``count`` words before ``start`` begin."""
    base = max(0, start - 40)
    lead = text[base:start].replace("\u00a0", " ")
    for _ in range(count):
        lead = lead.rstrip()
        word = lead[lead.rfind(" ") + 1 :]
        lead = lead[: len(lead) - len(word.lstrip(_OPENING))]
    return base + len(lead)
