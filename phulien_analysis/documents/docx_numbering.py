"""Automatic numbers of a DOCX file, as Word prints them (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phulien_analysis.documents.docx_package import Element, W, attribute, child, number

_LEVELS = 9
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_ROMAN_UNITS = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# Glyphs of Symbol and Wingdings that stand for a dash; the rest of those fonts are dots, ticks and arrows.
_DASHES = {"\uf02d", "\uf0be", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}


@dataclass(frozen=True)
class PrintedNumber:
    """An automatic number or bullet as printed, and the depth of its list (1 outermost)."""

    text: str
    is_bullet: bool
    level: int


class Numbering:
    """The lists of a document, counted from its beginning; ``root`` is the part ``numbering.xml``."""

    def __init__(self, root: Element | None) -> None:
        lists = [] if root is None else root.findall(W + "num")
        abstract = [] if root is None else root.findall(W + "abstractNum")
        self._lists = {attribute(item, "numId"): item for item in lists}
        self._abstract = {attribute(item, "abstractNumId"): item for item in abstract}
        self._by_style = {attribute(child(item, "styleLink")): item for item in abstract}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def count(self, identity: str, level: int | None, style: str) -> PrintedNumber | None:
        """The number of the next paragraph of a list; None where it has none."""
        item = self._lists.get(identity)
        key, levels = self._levels(item)
        if not levels or item is None:
            return None
        if level is None:
            level = next((i for i, lvl in levels.items() if attribute(child(lvl, "pStyle")) == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        counts = self._counted(key, identity, level, levels)
        return _printed(level, levels, counts)

    def _levels(self, item: Element | None) -> tuple[str, dict[int, Element]]:
        """The definition that a list shares with others, and its levels after what the list itself overrides."""
        key = attribute(child(item, "abstractNumId"))
        abstract = self._abstract.get(key)
        link = attribute(child(abstract, "numStyleLink"))
        if link in self._by_style and link:
            abstract = self._by_style[link]
            key = attribute(abstract, "abstractNumId")
        if abstract is None or item is None:
            return key, {}
        levels = {number(attribute(lvl, "ilvl")): lvl for lvl in abstract.findall(W + "lvl")}
        overrides = item.findall(f"{W}lvlOverride/{W}lvl")
        return key, levels | {number(attribute(lvl, "ilvl")): lvl for lvl in overrides}

    def _counted(self, key: str, identity: str, level: int, levels: dict[int, Element]) -> list[int | None]:
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        before = counts[level]
        override = self._override(identity, level)
        counts[level] = _start(levels.get(level)) if before is None else before + 1
        if override is not None:
            counts[level] = override
        for deeper in range(level + 1, _LEVELS):
            after = attribute(child(levels.get(deeper), "lvlRestart"))
            if after == "" or 0 < level + 1 <= number(after):
                counts[deeper] = None
        return counts

    def _override(self, identity: str, level: int) -> int | None:
        """The start that a list sets for itself, at its first paragraph of the level."""
        if (identity, level) in self._begun:
            return None
        self._begun.add((identity, level))
        for override in self._lists[identity].findall(W + "lvlOverride"):
            start = child(override, "startOverride")
            if start is not None and number(attribute(override, "ilvl")) == level:
                return number(attribute(start), 1)
        return None


def _start(level: Element | None) -> int:
    return number(attribute(child(level, "start")), 1)


def _printed(level: int, levels: dict[int, Element], counts: list[int | None]) -> PrintedNumber | None:
    definition = levels.get(level)
    text = attribute(child(definition, "lvlText"))
    form = attribute(child(definition, "numFmt"), default="decimal")
    if form == "bullet":
        return PrintedNumber(_bullet(text), is_bullet=True, level=level + 1)
    legal = child(definition, "isLgl") is not None

    def counted(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        value = counts[place]
        own = attribute(child(levels.get(place), "numFmt"), default="decimal")
        return in_form(_start(levels.get(place)) if value is None else value, "decimal" if legal else own)

    printed = re.sub(r"%([1-9])", counted, text).strip()
    return PrintedNumber(printed, is_bullet=False, level=level + 1) if printed else None


def _bullet(glyph: str) -> str:
    """A bullet as printed; glyphs of fonts of symbols are a dot, or the dash that they are."""
    glyph = glyph.strip()
    if not glyph or glyph in _DASHES:
        return "-" if glyph else ""
    return "•" if any("\ue000" <= letter <= "\uf8ff" for letter in glyph) else glyph[:3]


def in_form(value: int, form: str) -> str:
    """A number in one of Word's forms (``upperRoman``, ``lowerLetter`` …); unknown forms are written in digits."""
    if form == "none":
        return ""
    if form in {"upperRoman", "lowerRoman"} and 0 < value < 4000:
        return _roman(value) if form == "upperRoman" else _roman(value).lower()
    if form in {"upperLetter", "lowerLetter"} and 0 < value <= 780:
        # After z come aa, bb, cc.
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, letters in (*_ROMAN, *_ROMAN_UNITS):
        text += letters * (value // worth)
        value %= worth
    return text
