"""Numbers and bullets at the head of a paragraph: ``II.``, ``1.3.2.``, ``Phần I``, ``a)``, ``-``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from phulien_analysis.characters import UPPER

NumberLevel = Literal["part", "letter", "roman", "arabic"]

_ROMAN = {"I": 1, "V": 5, "X": 10}
_ORDINALS = {
    word: value
    for value, words in enumerate(
        ("nhất một", "hai nhì", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
}
_PART_RE = re.compile(r"(phần)\s{1,3}(?:thứ\s{1,3})?(\w{1,5})(\s?[.:–-]|)(?:\s{1,3}|$)", re.IGNORECASE)
_ROMAN_RE = re.compile(r"([IVX]{1,6})(?:\s?[./):]|\s?[-–](?=\s))\s{0,3}(?=\S)")
_LETTER_RE = re.compile(rf"([A-H])\s?[./)]\s{{1,3}}(?=[{UPPER}])")
_ARABIC_RE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,5})(?:\s?([./:])|\s?([-–])(?=\s)|)(\s{0,3})(?=\S)")
_BULLET_RE = re.compile(
    r"(?:(?P<sign>[-–−+*•·▪●○◦‣➢✓■])|(?P<o>o)(?=\s)|(?P<letter>\(?[a-zđ](?:\.\d{1,2})?\)|[a-zđ]\.(?=\s))"
    r"|(?P<digit>\(?\d{1,2}\))|(?P<roman>\(?[ivx]{1,4}\)))\s{0,3}(?=\S)"
)


@dataclass(frozen=True)
class SectionNumber:
    """A section's own number: its level, its components (``1.3.2.`` is 1, 3, 2), and how many characters it takes."""

    level: NumberLevel
    parts: tuple[int, ...]
    printed: str
    length: int


def roman_value(text: str) -> int:
    """The value of a roman number up to 39 (``XIV`` is 14); 0 where it is none."""
    if not text or not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def roman(value: int) -> str:
    """A number up to 39 in roman letters."""
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + units[value % 10]


def section_number(text: str) -> SectionNumber | None:
    """The section number that a paragraph begins with, by its form alone; None where it begins with none."""
    return _part(text) or _roman_number(text) or _letter(text) or _arabic(text)


def _part(text: str) -> SectionNumber | None:
    found = _PART_RE.match(text)
    if found is None:
        return None
    word = found[2]
    value = _ORDINALS.get(word.lower()) or roman_value(word) or (int(word) if re.fullmatch(r"[1-9]\d?", word) else 0)
    alone = found.end() == len(text) or bool(found[3]) or found[1].isupper()
    return SectionNumber("part", (value,), f"P{value}", found.end()) if 0 < value < 40 and alone else None


def _roman_number(text: str) -> SectionNumber | None:
    found = _ROMAN_RE.match(text)
    value = roman_value(found[1]) if found else 0
    if found is None or not value or text[found.end() : found.end() + 1].islower():
        return None
    return SectionNumber("roman", (value,), found[1], found.end())


def _letter(text: str) -> SectionNumber | None:
    found = _LETTER_RE.match(text)
    if found is None:
        return None
    return SectionNumber("letter", ("ABCDEFGH".index(found[1]) + 1,), found[1], found.end())


def _arabic(text: str) -> SectionNumber | None:
    found = _ARABIC_RE.match(text)
    if found is None:
        return None
    parts = tuple(int(part) for part in found[1].split("."))
    after = text[found.end()]
    stop, spaced = found[2] or found[3], bool(found[4])
    upper = after.isupper() or after in "“\"'‘("
    if len(parts) == 1 and (not stop or (stop == ":" and not spaced)):
        return None
    if not stop and not (spaced and upper):
        return None
    if not spaced and not upper:
        return None
    if 0 in parts or found[1].startswith("0"):
        return None
    return SectionNumber("arabic", parts, found[1], found.end())


def bullet(text: str) -> tuple[str, int]:
    """The bullet that a paragraph begins with, as printed, and the characters that it takes; empty and 0 for none."""
    found = _BULLET_RE.match(text)
    if found is None:
        return "", 0
    if found["sign"] and text[1:2] == found["sign"]:
        return "", 0
    return found[0].rstrip(), found.end()


def bullet_kind(printed: str) -> str:
    """What bullets of one list share: the sign itself, ``a)`` for letters, ``1)`` for digits, ``i)`` for roman ones."""
    body = printed.strip("().")
    if body.isdigit():
        return "1)"
    if body and all(c in "ivx" for c in body) and len(body) > 1:
        return "i)"
    if body[:1].isalpha():
        return "a)" if body != "o" or printed != "o" else "o"
    return "-" if printed in {"–", "−"} else printed
