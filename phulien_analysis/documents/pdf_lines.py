"""Letters on a page put together into rows: spaces from the gaps, cells from wide gaps, raised digits as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from phulien_analysis.documents import numbering
from phulien_analysis.documents.encodings import decode_legacy, normalise
from phulien_analysis.documents.sheet import joined_cells

Char = Mapping[str, Any]
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE = 0.18  # of the size of the letters: a wider gap is a space
_COLUMN = 2.2  # of the size: a wider gap separates cells


@dataclass(frozen=True)
class PrintedRow:
    """What stands at one height: its text, its box in points from the top left, and the size most letters have."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    cells: tuple[str, ...] = ()
    columns: tuple[tuple[int, int], ...] = ()


@dataclass
class _Height:
    top: float
    bottom: float
    chars: list[Char] = field(default_factory=list)


def rows_of(chars: Sequence[Char]) -> list[PrintedRow]:
    """The rows that letters make, from top to bottom."""
    rows = (_row(height) for height in _heights(chars))
    return [row for row in rows if row is not None]


def _heights(chars: Sequence[Char]) -> list[_Height]:
    """Letters by height; a raised digit belongs to the letters that it overlaps."""
    upright = [c for c in chars if c.get("upright", True) and c["text"].strip("\x00")]
    heights: list[_Height] = []
    for char in sorted(upright, key=lambda c: (-round(c["size"], 1), c["top"])):
        place = _overlapping(heights, char)
        if place is None:
            heights.append(_Height(char["top"], char["bottom"], [char]))
        else:
            place.chars.append(char)
    return sorted(heights, key=lambda h: h.bottom)


def _overlapping(heights: Sequence[_Height], char: Char) -> _Height | None:
    need = (char["bottom"] - char["top"]) * 0.5
    for height in reversed(heights):
        if min(height.bottom, char["bottom"]) - max(height.top, char["top"]) >= need:
            return height
    return None


def _row(height: _Height) -> PrintedRow | None:
    chars = sorted(height.chars, key=lambda c: c["x0"])
    shown = [c for c in chars if not c["text"].isspace()]
    if not shown:
        return None
    size = Counter(round(c["size"], 1) for c in shown).most_common(1)[0][0]
    parts = _parts(shown, chars, size)
    texts = [text for text in (_text(part, size, height.bottom) for part in parts) if text]
    head = texts[0] if len(texts) > 1 else ""
    if head and (numbering.bullet(f"{head} x")[0] or numbering.section_number(f"{head} X")):
        texts = [f"{texts[0]} {texts[1]}", *texts[2:]]
    left, right = shown[0]["x0"], max(c["x1"] for c in shown)
    cells = tuple(text.replace("|", "/") for text in texts) if len(texts) > 1 else ()
    text = joined_cells(cells) if cells else "".join(texts)
    return PrintedRow(text, left, right, min(c["top"] for c in shown), height.bottom, size, cells)


def _parts(shown: Sequence[Char], chars: Sequence[Char], size: float) -> list[list[Char]]:
    """Letters and the spaces between them, split where the gap is too wide for a space."""
    parts: list[list[Char]] = [[]]
    last = None
    for char in chars:
        if char["text"].isspace():
            if last is not None and char["x0"] >= last["x0"]:
                parts[-1].append(char)
            continue
        if last is not None and char["x0"] - last["x1"] > _COLUMN * size:
            parts.append([])
        parts[-1].append(char)
        last = char
    return parts


def _text(part: Sequence[Char], size: float, bottom: float) -> str:
    """The text of letters that stand together, decoded by their fonts."""
    pieces: list[tuple[str, str]] = []
    last = None
    for char in part:
        if last is not None and not last["text"].isspace() and char["x0"] - last["x1"] > _SPACE * size:
            pieces.append((" ", str(char["fontname"])))
        pieces.append((_letter(char, size, bottom), str(char["fontname"])))
        last = char
    runs = groupby(pieces, key=lambda piece: piece[1].partition("+")[2] or piece[1])
    return " ".join(normalise("".join(_decoded("".join(t for t, _ in run), font) for font, run in runs)).split())


def _decoded(text: str, font: str) -> str:
    return decode_legacy(text, font)


def _letter(char: Char, size: float, bottom: float) -> str:
    """A letter; a digit that is smaller and stands higher than the others is a raised one."""
    text = str(char["text"])
    raised = char["size"] < size * 0.85 and char["bottom"] < bottom - size * 0.12
    return text.translate(_RAISED) if raised and text.isdigit() else text
