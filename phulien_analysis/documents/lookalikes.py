"""Digits that are not what they seem: read as what a reader sees where that is certain, else not read at all.

Full-width and mathematical digits look like their plain ones and are taken for them. Digits of other scripts, letters
of other alphabets and marks among digits, controls, and what is turned around by a mark of direction have no sure
reading: their digits become :data:`UNSURE`, one sign for one letter, so that no number is read from them.
"""

from __future__ import annotations

import re
import unicodedata

UNSURE = "\N{UNCERTAINTY SIGN}"
_CERTAIN = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **{0x1D7CE + place: str(place % 10) for place in range(50)},
    0xFF0C: ",",
    0xFF0E: ".",
    0xFF05: "%",
    0xFF0F: "/",
}
_CONTROLS = r"\x00-\x08\x0e-\x1d\x1f\x7f-\x9f"
_TURNING = "[\u202b\u202e\u2067\u2068][^\u202c\u2069\n\r]*"
_FOREIGN = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic, whose letters look like Latin ones and like digits
_SIGNS = (
    rf"[{_CONTROLS}]|(?![0-9])\d|[0-9.,][\u0300-\u036f]|[0-9][{_FOREIGN}\u2080-\u2089]|[{_FOREIGN}\u2080-\u2089][0-9]"
)
_SIGN = re.compile(_SIGNS)
_DOUBTFUL = re.compile(f"{_TURNING}|[\uff05\uff0c\uff0e\uff0f\uff10-\uff19\U0001d7ce-\U0001d7ff]|{_SIGNS}")
_RUN = re.compile(rf"{_TURNING}|[^ \t\n\r\x0b\x0c\x1e\u00a0]+")
_DIGIT = re.compile(r"\d")


def settled(text: str) -> str:
    """The text with its digits as they are seen, and :data:`UNSURE` for those that cannot be told; of the same length.

    >>> settled("４０ hộ"), settled("4О hộ"), settled("40 hộ")
    ('40 hộ', '⯑О hộ', '40 hộ')
    """
    if not _DOUBTFUL.search(text):
        return text
    return _RUN.sub(_settled_run, text.translate(_CERTAIN))


def count_unsure(text: str) -> int:
    """How many numbers of a settled text cannot be told."""
    return len(re.findall(f"{UNSURE}+", text))


def _settled_run(run: re.Match[str]) -> str:
    """A run of letters without a space, or what a mark of direction turns around."""
    found = run[0]
    turned = unicodedata.bidirectional(found[0]) in {"RLE", "RLO", "RLI", "FSI"}
    return _DIGIT.sub(UNSURE, found) if turned or _SIGN.search(found) else found
