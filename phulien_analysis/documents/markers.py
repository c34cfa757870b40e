"""Where a note's marker stands in a text that lost its raised letters: ``giao1.``, ``năm 20255.``, ``[1]``, ``¹``.

A digit in a text may be a marker or belong to a number. Each note is looked for on its own page, between the markers of
the notes before and after it; among the places left, the likeliest form wins, and all notes are placed together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
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
_COMMON = 2.0  # what the forms cost less than that are looked for on other pages, too
_AROUND = 20_000  # letters before and after a note's page where a likely form is looked for, too

_WORD = r"(?!\d|[.,]\d|\w)"  # what may not follow a digit that ends a word
_MARKS = r"[.,;:](?:\s|$)"
_CLOSED = r"[)\]”\"’»%…]"


@dataclass(frozen=True)
class _Form:
    """What stands before a label and after it where it is a marker; ``cost`` is how unlikely the form is.

    Of what stands before, the group ``mark`` is part of the marker, of what follows, all but what is looked ahead at.
    """

    cost: float
    before: re.Pattern[str]
    after: re.Pattern[str]


def _form(cost: float, before: str, after: str) -> _Form:
    return _Form(cost, re.compile(rf"(?:{before})\Z"), re.compile(after))


_RAISED = _form(0.0, r"(?<![⁰¹²³⁴-⁹])", r"(?![⁰¹²³⁴-⁹])")
_FORMS = (
    _form(0.5, r"(?P<mark>(?:(?<!\|) )?\[)", r"\]"),
    _form(1.5, r"(?P<mark>(?:(?<!\|) )?\()", r"\)(?=[\s.,;:)]|$)"),
    _form(1.0, rf"(?<=[{_LOWER}])", _WORD),
    _form(2.0, r"(?<=[A-ZĐ])", _WORD),
    _form(1.0, rf"(?<={_CLOSED})", _WORD),
    _form(2.0, r"(?<=[^\W\d_][.,;:])", r"(?=\s|$)"),
    _form(2.0, r"(?<=[)”\"’»%][.,;:])", r"(?=\s|$)"),
    _form(1.5, r"(?<![\d.,])(?:19|20)\d\d", r"(?!\d|[.,/-]\d|\w)"),
    _form(3.0, r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,5}", _WORD),
    _form(3.0, r"(?<![\d/])\d{1,2}/(?:1[0-2]|0?[1-9])", r"(?![\d/]|[.,]\d|\w)"),
    _form(3.0, r"(?<=[^\W\d_]|[)”\"’»%])(?P<mark> )", r"(?= [.,;:])"),
    _form(3.5, r"(?<=[^\W\d_]|[)”\"’»%])(?P<mark> )", rf"(?={_MARKS})"),
    _form(2.5, r"(?<![\d.,])(?:19|20)\d\d(?P<mark> )", r"(?=[.,;:])"),
    _form(4.5, r"(?<=[^\W\d_]\s)", r"(?= (?:[^\W\d_]))"),
)
_LONGEST_BEFORE = 24  # characters before a label that a form may look at: six groups of a number, and one more


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
    raised = note.label.translate(_SUPERSCRIPT)
    for forms, label in (((_RAISED,), raised), (_FORMS, note.label)):
        for form, start, end in _formed(text, label, forms, note):
            cost = form.cost + _unlikely(text, start, end, note)
            if cost < _MISSED and (end not in best or cost < best[end].cost):
                best[end] = Found(start, end, cost)
    return sorted(best.values(), key=lambda found: (found.cost, found.start))[:_MOST]


def _formed(text: str, label: str, forms: Sequence[_Form], note: Wanted) -> Iterator[tuple[_Form, int, int]]:
    """Where a label stands in one of the forms, with the letters that the marker takes; likely forms also near by."""
    far = (max(0, note.first - _AROUND), min(len(text), note.last + _AROUND))
    own = (note.first, min(len(text), note.last))
    for at in _occurrences(text, label, *far):
        end = at + len(label)
        before = text[max(0, at - _LONGEST_BEFORE) : at]
        for form in forms:
            first, last = far if form.cost < _COMMON else own
            if not first <= at <= end <= last:
                continue
            found = form.before.search(before)
            after = form.after.match(text, end, last) if found else None
            if found and after:
                taken = len(found["mark"]) if "mark" in form.before.groupindex else 0
                yield form, at - taken, after.end()


def _occurrences(text: str, label: str, first: int, last: int) -> Iterator[int]:
    """Where a label stands, not as the beginning of a longer number."""
    at = text.find(label, first, last)
    while at >= 0:
        end = at + len(label)
        if end == last or not (label.isdecimal() and text[end].isdecimal()):
            yield at
        at = text.find(label, at + 1, last)


def _unlikely(text: str, start: int, end: int, note: Wanted) -> float:
    """What speaks against a candidate: another page, a unit (``m2``), a code (``QĐ5/``)."""
    against = 0.0 if note.first <= start < note.last else _ELSEWHERE
    mark = text[start:end]
    if text[end : end + 1] in {"/", "-", "–"} and text[end + 1 : end + 2].strip():
        against += 3.0
    if mark in {"2", "3"} and _UNIT_END.search(text[max(0, start - 4) : start]):
        against += 3.5
    if mark.startswith(" ") and _COUNTING.search(text[max(0, start - 10) : start]):
        against += 3.0
    date = re.search(r"/(\d{1,2})$", text[max(0, start - 3) : start])
    if date and mark[-1:].isdigit() and int(date[1] + note.label) <= 12:
        against += _MISSED
    return against


def _extended(chains: list[_Chain], places: list[Found]) -> list[_Chain]:
    """Every chain with the next note at each place after its end, or left out; of those, none that another beats."""
    ends = [chain.position for chain in chains]
    longer = [_Chain(c.position, c.cost + _MISSED, c, None) for c in chains]
    for place in places:
        # of those that end before, the last is the cheapest; one always does: that which leaves every note out
        best = chains[bisect_right(ends, place.start) - 1]
        longer.append(_Chain(place.end, best.cost + place.cost, best, place))
    longer.sort(key=lambda c: (c.position, c.cost))
    kept: list[_Chain] = []
    for chain in longer:
        if not kept or chain.cost < kept[-1].cost:
            kept.append(chain)
    return kept
