"""Lines into paragraphs: where a paragraph ends when all that is left of it is its lines."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from phulien_analysis.documents import numbering

# Advance widths of Times, which Decree 30/2020/NĐ-CP prescribes for official documents, in thousandths of an em.
_WIDTHS = {
    **dict.fromkeys("bdghknopquvxy0123456789*–_ươđ", 500),
    **dict.fromkeys("acez", 444),
    **dict.fromkeys("ijlt:;/\\", 278),
    **dict.fromkeys("frI()-[]’‘!", 333),
    **dict.fromkeys("ADGHKNOQUVXYĐw", 722),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("ELTZ", 611),
    **dict.fromkeys("FPS", 556),
    **dict.fromkeys(" .,", 250),
    "s": 389,
    "J": 389,
    "m": 778,
    "M": 889,
    "W": 944,
    "%": 833,
    "“": 444,
    "”": 444,
    '"': 408,
    "'": 180,
    "…": 1000,
    "Ư": 760,
    "Ơ": 760,
    "+": 564,
    "=": 564,
}
_ENDS = re.compile(r"[.!?…:;](?:[”\"’')\]»]{0,2})(?:[¹²³⁴-⁹⁰]|\d{1,3})?\s?[.;,]?$")
_SENTENCE = re.compile(r"[.!?…](?:[”\"’')\]»]{0,2})$")
_FULL_STOP_MARK = re.compile(r"(?<=[^\W\d_)\]”\"])\d{1,3}[.;:]$")
_RANGE = 0.93
_STRAY = 1.02
_TOLERANCE = 0.985  # widths of letters are an estimate: bold ones are wider


@dataclass(frozen=True)
class Line:
    """One printed line: its text, where it stands (in points, or an estimate in thousandths of an em), and its page.

    ``gap`` is true where more than the usual space stands above it. ``row`` keeps a line of a table by itself, its
    cells already joined by `` | ``.
    """

    text: str
    left: float
    right: float
    page: int = 1
    gap: bool = False
    row: bool = False
    cells: tuple[str, ...] = ()
    columns: tuple[tuple[int, int], ...] = ()
    size: float = 0.0

    @property
    def first_word(self) -> float:
        """The width of its first word and of the space before it, in the unit of its own width."""
        word = self.text.split(" ", 1)[0]
        scale = (self.right - self.left) / (text_width(self.text) or 1)
        return (text_width(word) + 250) * scale


@dataclass
class Flow:
    """A paragraph being put together; ``ends`` says where each of its lines ends in ``text``, and on which page."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Append a line: with a space, or without where a word is cut at its hyphen or slash."""
        glued = re.search(r"\S[-/]$", self.text) is not None and not re.search(r"\s[-–]$", self.text)
        self.text += line.text if glued or not self.text else f" {line.text}"
        self.lines.append(line)
        self.ends.append(len(self.text))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is None:
        base = unicodedata.normalize("NFD", letter)
        horned = base[0] + "\u031b" if "\u031b" in base else base[0]
        known = _WIDTHS.get(unicodedata.normalize("NFC", horned), _WIDTHS.get(base[0], 500))
    return known


def text_width(text: str) -> float:
    """The width of a text in Times, in thousandths of an em."""
    return float(sum(map(_letter_width, text)))


def line_limit(lines: Sequence[Line]) -> float:
    """The right edge that full lines reach: the end of the range, one fourteenth wide, that holds most of the text."""
    rights = sorted(line.right for line in lines if not line.row)
    if not rights:
        return 0.0
    totals = list(accumulate(rights, initial=0.0))
    ends = range(len(rights))
    held = [totals[n + 1] - totals[bisect_left(rights, rights[n] * _RANGE)] for n in ends]
    best = max(ends, key=lambda n: held[n])
    cluster = rights[bisect_left(rights, rights[best] * _RANGE) : bisect_right(rights, rights[best] * _STRAY)]
    return cluster[min(len(cluster) - 1, int(len(cluster) * 0.93))]


def paragraphs(lines: Sequence[Line], *, limit: float | None = None, gaps: bool = False) -> list[Flow]:
    """Lines of one column joined into paragraphs; ``gaps`` says that paragraphs stand apart, lines do not."""
    edge = line_limit(lines) if limit is None else limit
    margin = _margin(lines)
    flows: list[Flow] = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if not flows or _begins(flows[-1], line, after, edge, margin if gaps else None, gaps=gaps):
            flows.append(Flow())
        flows[-1].add(line)
    return flows


def _margin(lines: Sequence[Line]) -> float:
    lefts = sorted(line.left for line in lines if not line.row)
    return lefts[len(lefts) // 4] if lefts else 0.0


def _begins(flow: Flow, line: Line, after: Line | None, edge: float, margin: float | None, *, gaps: bool) -> bool:
    """Whether ``line`` begins a paragraph after ``flow``, whose last line stands right above it."""
    last = flow.lines[-1]
    if line.row or last.row:
        return True
    short = _fits(last, line, edge)
    ended = _ends(flow.text)
    if _numbered(line.text):
        return ended or short or not _carried_over(flow.text, line.text)
    if line.text[:1].islower() and not (ended and short and _ends_sentence(flow.text)):
        return gaps and line.gap and ended and short
    if _is_heading(flow.text):
        return _heading_ends(flow.text, line.text, short=short, far=_far(last, edge))
    if ended and line.text[:1].isdigit() and not _ends_sentence(flow.text):
        return _far(last, edge)
    if ended:
        room = 1.012 if line.page > last.page else 0.98
        return short or _indented(line, after, edge * room, margin) or (gaps and line.gap and _ends_sentence(flow.text))
    return _far(last, edge) or (gaps and line.gap and short)


def _fits(last: Line, line: Line, edge: float) -> bool:
    """Whether the first word of ``line`` would have fitted at the end of the line above: a paragraph ended there."""
    scale = 1.0 if line.size in {0.0, last.size} else last.size / line.size
    return last.right + line.first_word * scale <= edge * _TOLERANCE


def _far(last: Line, edge: float) -> bool:
    return last.right < edge * 0.72 or last.right - last.left < edge * 0.4


def _indented(line: Line, after: Line | None, edge: float, margin: float | None) -> bool:
    """Whether a line is a first line: it stands in from the margin, or is too short to be any other."""
    if margin is not None and line.left > margin:
        width = edge - margin
        return width * 0.03 < line.left - margin < width * 0.25
    if after is None or after.row or _numbered(after.text) or _ends(line.text):
        return False
    return line.right + after.first_word <= edge and line.right > edge * 0.75


def _numbered(text: str) -> bool:
    return bool(numbering.section_number(text)) or bool(numbering.bullet(text)[0])


def _carried_over(before: str, text: str) -> bool:
    """Whether a number or dash only happens to head a line: ``2025`` / ``- 2030``, ``số`` / ``3. ``."""
    sign, length = numbering.bullet(text)
    if sign in {"-", "–", "−", "+"}:
        rest = text[length : length + 1]
        return rest.islower() or rest.isdigit()
    number = numbering.section_number(text)
    if number is not None and number.level in {"part", "roman", "letter"} and is_capitals(text[number.length :]):
        return False  # a heading of the first levels, in capitals: no sentence goes on so
    return not _is_heading(before)


def _ends(text: str) -> bool:
    """Whether a sentence or a clause that can end a paragraph ends here, with or without a note's marker."""
    return bool(_ENDS.search(text[-12:])) or bool(_FULL_STOP_MARK.search(text[-12:]))


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text[-12:])) or bool(_FULL_STOP_MARK.search(text[-12:]))


def _is_heading(text: str) -> bool:
    """Whether what stands so far is a heading still open: a numbered line without a sentence, or capitals."""
    if len(text) > 220 or _ends_sentence(text):
        return False
    number = numbering.section_number(text)
    return (number is not None and ":" not in text) or is_capitals(text)


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)


def _heading_ends(text: str, following: str, *, short: bool, far: bool) -> bool:
    if is_capitals(text) and numbering.section_number(text) is None:
        return not is_capitals(following) or far or text.endswith((".", ":"))
    if is_capitals(text) and is_capitals(following):
        return far and not text.endswith((",", "-", ";"))
    return short or is_capitals(text)
