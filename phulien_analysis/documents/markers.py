"""Where a note's marker stands in a text that lost its raised letters: ``giao1.``, ``năm 20255.``, ``[1]``, ``¹``.

A digit in a text may be a marker or belong to a number. Each note is looked for on its own page, between the markers of
the notes before and after it; among the places left, the likeliest form wins, and all notes are placed together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWER = "a-zà-ɏḁ-ỹ"  # small and, beyond ASCII, any Latin letters: capitals there are no unit and no code
_UNIT_END = re.compile(r"(?<![^\W\d_])(?:k|c|d|m|h)?m$|(?:CO|PM|SO|NO|H)$")
_COUNTING = re.compile(
    r"(?:tháng|năm|quý|ngày|số|cấp|lần|khóa|khoá|điều|khoản|mục|tổ|đợt|nhóm|loại|bảng|lục|kỳ|quân khu|vùng|lớp|tuần)$",
    re.IGNORECASE,
)
_MISSED = 8.0  # what it costs to leave a note without a marker: more than any one form costs
_ELSEWHERE = 4.0
_MOST = 60
_MOST_NOTES = 1000  # more are looked for in vain: no report has them
_AROUND = 20_000  # letters before and after a note's page where a likely form is looked for, too

# Form of a marker, what it costs (how unlikely it is), and what may follow. {k} is the label.
_FORMS: tuple[tuple[float, str], ...] = (
    (0.0, r"(?<![⁰¹²³⁴-⁹])(?P<mark>{s})(?![⁰¹²³⁴-⁹])"),
    (0.5, r"(?P<mark>(?:(?<!\|) )?\[{k}\])"),
    (1.5, r"(?P<mark>(?:(?<!\|) )?\({k}\))(?=[\s.,;:)]|$)"),
    (1.0, rf"(?<=[{_LOWER}])(?P<mark>{{k}})(?!\d|[.,]\d|\w)"),
    (2.0, r"(?<=[A-ZĐ])(?P<mark>{k})(?!\d|[.,]\d|\w)"),
    (1.0, r"(?<=[)\]”\"’»%…])(?P<mark>{k})(?!\d|[.,]\d|\w)"),
    (2.0, r"(?<=[^\W\d_][.,;:])(?P<mark>{k})(?=\s|$)"),
    (2.0, r"(?<=[)”\"’»%][.,;:])(?P<mark>{k})(?=\s|$)"),
    (1.5, r"(?<![\d.,])(?:19|20)\d\d(?P<mark>{k})(?!\d|[.,/-]\d|\w)"),
    (3.0, r"(?<![\d.,])\d{{1,3}}(?:\.\d{{3}}){{1,5}}(?P<mark>{k})(?!\d|[.,]\d|\w)"),
    (3.0, r"(?<![\d/])\d{{1,2}}/(?:1[0-2]|0?[1-9])(?P<mark>{k})(?![\d/]|[.,]\d|\w)"),
    (3.0, r"(?<=[^\W\d_]|[)”\"’»%])(?P<mark> {k})(?= [.,;:])"),
    (3.5, r"(?<=[^\W\d_]|[)”\"’»%])(?P<mark> {k})(?=[.,;:](?:\s|$))"),
    (2.5, r"(?<![\d.,])(?:19|20)\d\d(?P<mark> {k})(?=[.,;:])"),
    (4.5, r"(?<=[^\W\d_]\s)(?P<mark>{k})(?= (?:[^\W\d_]))"),
)


@dataclass(frozen=True)
class Wanted:
    """A note whose marker is looked for: its label, and where its page's text begins and ends."""

    label: str
    first: int
    last: int


@dataclass(frozen=True)
class Found:
    """A marker: the letters that it takes of the text, and the cost of its form."""

    start: int
    end: int
    cost: float


@dataclass(frozen=True)
class _Chain:
    position: int
    cost: float
    before: _Chain | None
    found: Found | None


def find_markers(text: str, wanted: Sequence[Wanted]) -> list[Found | None]:
    """For each note, in reading order, its marker in the text, in that order too; None where none is likely."""
    chains = [_Chain(-1, 0.0, None, None)]
    for number, note in enumerate(wanted):
        chains = _extended(chains, candidates(text, note) if number < _MOST_NOTES else [])
    chain: _Chain | None = min(chains, key=lambda c: c.cost)
    found = []
    while chain is not None and chain.before is not None:
        found.append(chain.found)
        chain = chain.before
    return found[::-1]


def candidates(text: str, note: Wanted) -> list[Found]:
    """All places where a note's marker may stand, likeliest first, each with its cost."""
    best: dict[int, Found] = {}
    for cost, form in _FORMS:
        pattern = form.format(k=note.label, s=note.label.translate(_SUPERSCRIPT))
        near = _AROUND if cost < 2 else 0
        window = (max(0, note.first - near), note.last + near)
        for match in re.compile(pattern).finditer(text, *window):
            start, end = match.span("mark")
            full = cost + _unlikely(text, start, match, note)
            if full < _MISSED and (end not in best or full < best[end].cost):
                best[end] = Found(start, end, full)
    return sorted(best.values(), key=lambda found: (found.cost, found.start))[:_MOST]


def _unlikely(text: str, start: int, match: re.Match[str], note: Wanted) -> float:
    """What speaks against a candidate: another page, a unit (``m2``), a code (``QĐ5/``)."""
    against = 0.0 if note.first <= start < note.last else _ELSEWHERE
    end = match.end("mark")
    if text[end : end + 1] in {"/", "-", "–"} and text[end + 1 : end + 2].strip():
        against += 3.0
    if note.label in {"2", "3"} and match["mark"] == note.label and _UNIT_END.search(text[max(0, start - 4) : start]):
        against += 3.5
    if match["mark"].startswith(" ") and _COUNTING.search(text[max(0, start - 10) : start]):
        against += 3.0
    date = re.search(r"/(\d{1,2})$", text[max(0, start - 3) : start])
    if date and text[end - 1].isdigit() and int(date[1] + note.label) <= 12:
        against += _MISSED
    return against


def _extended(chains: list[_Chain], places: list[Found]) -> list[_Chain]:
    """Every chain with the next note at each place after its end, or left out; of those, none that another beats."""
    longer = [_Chain(c.position, c.cost + _MISSED, c, None) for c in chains]
    for place in places:
        # one chain always ends before: that which leaves every note out
        best = min((c for c in chains if c.position <= place.start), key=lambda c: c.cost)
        longer.append(_Chain(place.end, best.cost + place.cost, best, place))
    longer.sort(key=lambda c: (c.position, c.cost))
    kept: list[_Chain] = []
    for chain in longer:
        if not kept or chain.cost < kept[-1].cost:
            kept.append(chain)
    return kept
