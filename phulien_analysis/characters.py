"""Characters that a reader does not see, or takes for others: found, named, and kept off a terminal."""

from __future__ import annotations

import re
import unicodedata

_LATIN = [*map(chr, range(0x41, 0x250)), *map(chr, range(0x1E00, 0x1F00))]
UPPER = "".join(filter(str.isupper, _LATIN))
LOWER = "".join(filter(str.islower, _LATIN))
"""Capital and small Latin letters, Vietnamese ones among them, for a class of a pattern: ``À-Ỹ`` holds both kinds."""
_LAID_OUT = frozenset("\t\n\r")
_CONTROLS = {0: "NULL", 7: "BELL", 8: "BACKSPACE", 11: "LINE TABULATION", 12: "FORM FEED", 27: "ESCAPE", 127: "DELETE"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_FAR = re.compile("[^\\x20-\\x7e\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2022\u2026]")
# No letter of any language bears more marks; putting a run of marks in order takes its square (UAX 15 bounds it by 30).
MOST_MARKS = 30
_LONG_RUN = re.compile(rf"[^\x00-\x7f]{{{MOST_MARKS},}}")
_STEERING = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def unseen(text: str) -> str:
    """The first character of a text that steers how it is shown, or is shown as nothing; empty where there is none.

    Controls (but for tab and line ends), marks of direction, zero-width and private characters, and what Unicode says
    will never be a character.

    >>> named(unseen("Thu" + chr(0x202E) + "21"))
    'U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    return next((found for found in _FAR.findall(text) if found not in _LAID_OUT and _is_unseen(found)), "")


def foreign_to_number(text: str) -> str:
    """The first character of a printed number that looks like one of its own and is another; empty where none is.

    Digits of other scripts (``１``, ``٣``), spaces that do not break, letters of other alphabets (Cyrillic ``о``),
    marks that combine, and all that is :func:`unseen`. What a report may print by mistake, a plain letter or a space,
    is none.
    """
    return next((found for found in text if not found.isascii() and _is_foreign(found)), "") or unseen(text)


def named(character: str) -> str:
    """A character as it can be looked up: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(character, "") or _CONTROLS.get(ord(character), "")
    return f"U+{ord(character):04X} {name or 'CONTROL CHARACTER'}"


def has_long_run_of_marks(text: str) -> bool:
    """Whether more marks than any letter has stand one after another: such a text takes long to compose."""
    return any(_marks_in(run[0]) for run in _LONG_RUN.finditer(text))


def clipped(text: str, most: int = 60) -> str:
    """A text short enough to be quoted.

    >>> clipped("abcdef", 3)
    'abc…'
    """
    return text if len(text) <= most else f"{text[:most]}…"


def without_steering(text: str) -> str:
    """A text that cannot steer a terminal: without controls (an escape sequence's letters stay) and direction marks."""
    return _STEERING.sub("", text)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or ord(character) & 0xFFFE == 0xFFFE


def _is_foreign(character: str) -> bool:
    category = unicodedata.category(character)
    if category[0] == "L":
        return not unicodedata.name(character, "").startswith("LATIN ")
    return category[0] in "NMC" or category[0] == "Z"


def _marks_in(run: str) -> bool:
    count = 0
    for character in run:
        count = count + 1 if unicodedata.combining(character) else 0
        if count > MOST_MARKS:
            return True
    return False
