"""Two levels of one thing, and the words that make one of them the base: ``so với cùng kỳ (y)``, ``từ y lên x``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage, comparable, compatible

AROUND = 14  # figures before and after a change that it may be worked out from
REACH = 90  # characters between a rate and the earlier level that it is measured from
_DOCUMENT = 140  # characters of words before a bracket, which may name a document with its number and date
_WORDS = 50  # characters before a bracket that may say of what time it is
# Words that tell nothing of a figure's subject.
_COMMON = {"tăng", "giảm", "so", "với", "cùng", "kỳ", "và", "là", "của", "năm", "tháng", "đạt", "có", "người", "vụ"}


def named_levels(passage: Passage, spot: Occurrence) -> tuple[Occurrence | None, Occurrence | None]:
    """The level that a rate is about, and the one that words make its base: earlier, or a plan."""
    before = _levels_before(passage, spot)
    if not before:
        return None, None
    based = _held_against(passage, spot)
    if based is not None:
        return based
    nearest = before[0]
    if is_base(nearest) and _may_be_base(spot, nearest):
        level = next((s for s in before[1:] if not is_base(s) and compatible(s.mention, nearest.mention)), None)
        if level is not None:
            return level, nearest
    risen = risen_from(passage, nearest)
    after = risen if risen is not None else _base_after(passage, spot, nearest)
    if after is not None:
        return nearest, after
    bases = (s for s in before[1:] if is_base(s) and _may_be_base(spot, s) and compatible(s.mention, nearest.mention))
    return nearest, next(bases, None)


def _levels_before(passage: Passage, spot: Occurrence) -> list[Occurrence]:
    """The levels before a rate in its sentence, nearest first; of a pair, the first."""
    same = (s for s in passage.before(spot) if s.sentence == spot.sentence)
    return [s for s in same if s.is_level and s.depth <= spot.depth and s.role != "den"]


def is_base(spot: Occurrence) -> bool:
    """Whether the words before a level, or before its bracket, make it one to measure from."""
    if spot.is_earlier:
        return True
    words = spot.near or _words_before(spot)
    if cues.TO.search(words):
        return False
    if cues.introduces(words):
        return False
    _, _, last = f"{words} ".rpartition(" và ")  # ``giảm 2% so với tháng trước và 7 tháng đạt 80``: 80 is of this year
    if re.match(rf"của (?:{cues.BEFORE.pattern})", spot.after):
        return True
    return cues.says(cues.BEFORE, last) or (cues.says(cues.PLAN, words) and not cues.says(cues.TOTAL, words))


def _words_before(spot: Occurrence) -> str:
    """What stands right before a level; before its bracket as far as the last separator, where it opens with it."""
    outside, opened, inside = spot.lead.rpartition("(")
    if not opened or inside.strip():
        return spot.lead[-60:]
    return re.split(r"[,;]", outside)[-1][-_DOCUMENT:]


def _held_against(passage: Passage, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """``11 vụ …; so với tháng trước (15 vụ) giảm 04 vụ, tương đương 36,4%``: the base stands in a bracket before."""
    for base in passage.before(spot):
        if base.sentence != spot.sentence or (base.is_level and base.depth <= spot.depth):
            return None  # past a level that stands outside brackets, it is another one's base
        held = passage.spots[base.host] if base.host is not None else None
        if held is not None and (held.direction or held.mention.dimension == "times"):
            return None  # ``gấp 2 lần cùng kỳ (4 vụ), thiệt hại giảm 19%``: what the change before is held against
        if base.is_level and base.depth > spot.depth and not base.near and is_base(base) and _may_be_base(spot, base):
            same = (
                s for s in passage.before(base) if s.is_level and not s.depth and s.mention.unit == base.mention.unit
            )
            level = next((s for s in same if not is_base(s)), None)
            return (level, base) if level is not None and level.sentence == base.sentence else None
    return None  # pragma: no cover - a level stands before the rate, at which the search ends


def _may_be_base(spot: Occurrence, base: Occurrence) -> bool:
    """Whether what a rate is said to be held against fits: a plan is not ``cùng kỳ``."""
    words = base.near or base.lead[-60:]
    against_plan = cues.says(cues.PLAN, spot.after)
    against_earlier = cues.says(cues.BEFORE, spot.after)
    if against_plan or against_earlier:
        return cues.says(cues.PLAN if against_plan else cues.BEFORE, words)
    return True


def _base_after(passage: Passage, spot: Occurrence, level: Occurrence) -> Occurrence | None:
    """The earlier level after a rate: ``so với cùng kỳ (y)``."""
    for other in passage.spots[spot.position + 1 :]:
        gap = passage.between(spot, other)
        if other.sentence != spot.sentence or len(gap) > REACH or ";" in gap:
            return None
        if other.is_level and comparable(level.mention, other.mention):
            named = cues.names_base(gap) and not cues.compares_again(gap)
            return other if named and not is_behind_other(passage, spot, other) else None
    return None


def is_behind_other(passage: Passage, spot: Occurrence, other: Occurrence) -> bool:
    """Whether another figure stands between that the words would belong to."""
    between = passage.spots[spot.position + 1 : other.position]
    return any(s.is_level or s.direction or (s.mention.is_percent and s.depth <= spot.depth) for s in between)


def risen_from(passage: Passage, level: Occurrence) -> Occurrence | None:
    """``y`` of ``từ y lên x``."""
    if not level.position:
        return None
    before = passage.spots[level.position - 1]
    moved = cues.TO.search(level.near) is not None and cues.FROM.search(before.lead) is not None
    return before if moved and before.sentence == level.sentence and compatible(before.mention, level.mention) else None


def is_against_another(change: Occurrence) -> bool:
    """Whether words hold a change against neither an earlier time: ``từ a lên b, tăng 90 người so với dự báo``."""
    _, against, what = change.after.partition("so với ")
    return bool(against) and not cues.says(cues.EARLIER, what[:_WORDS])


def against_earlier(passage: Passage, spot: Occurrence) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Any level before a change with one of its unit that is earlier: in a pair (``14/17 vụ``), or ``cùng kỳ …``."""
    window = passage.spots[max(0, spot.position - AROUND) : spot.position + AROUND]  # bounded: every pair is tried
    around = [s for s in window if abs(s.sentence - spot.sentence) <= 1 and s.is_level]
    for a in (s for s in around if s.position < spot.position):
        for b in around:
            paired = b.position == a.position + 1 and a.role == "num"
            later = b.position > spot.position and a.mention.unit == b.mention.unit and _is_earlier(b, around)
            if paired or later:
                yield a, b


def _is_earlier(spot: Occurrence, around: Sequence[Occurrence]) -> bool:
    """Whether words tell it of an earlier time, its own or those of its bracket: ``(cùng kỳ 105 cơ sở, vốn 20 tỷ)``."""
    bracket = [s for s in around if s.group == spot.group] if spot.group else [spot]
    words = [s.near or s.lead[-_WORDS:] for s in bracket]
    words += [s.lead.rpartition("(")[2] for s in bracket if s.group and "(" in s.lead]
    return any(cues.says(cues.EARLIER, said) and not cues.introduces(said) for said in words)


def is_held(spot: Occurrence, around: Sequence[Occurrence]) -> bool:
    """Whether words make a level one that others are held against."""
    return is_base(spot) or _is_earlier(spot, around)


def pair_beside(passage: Passage, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """``giảm p% (a/b vụ)``, or ``(a/b vụ, giảm p%)``."""
    for position, needed in ((spot.position + 1, "num"), (spot.position - 1, "den")):
        if 0 <= position < len(passage.spots):
            other = passage.spots[position]
            if other.role == needed and other.sentence == spot.sentence:
                first, second = sorted((spot, other), key=lambda s: s.position)
                gap = passage.between(first, second)
                closed = ")" in gap  # a pair in a bracket belongs to what stands before the bracket
                opens = (needed == "den" and not closed) or gap.rstrip().endswith(("(", ":", "="))
                if opens and len(gap) < 40 and ";" not in gap and not cues.says(cues.RATIO, gap):
                    return passage.pair_of(other)
    return None


def moved_after(passage: Passage, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """The level and the one before it: ``tăng 97% (từ 8,9 lên 17,5 triệu tấn)``.

    Or ``giảm 2,6% so với năm trước, từ 17,8% xuống còn 15,2%``.
    """
    following = passage.spots[spot.position + 1 : spot.position + 3]
    if len(following) < 2 or following[1].sentence != spot.sentence:
        return None
    level, gap = following[1], passage.between(spot, following[0])
    goes_on = len(gap) < REACH and ", từ" in gap and ";" not in gap and gap.count(",") == 1
    beside = following[0].host == spot.position or (goes_on and following[0].group == spot.group)
    return (level, following[0]) if beside and risen_from(passage, level) is following[0] else None


def likeness(a: Occurrence, b: Occurrence) -> int:
    """How many words around two figures are the same: ``làm chết 12 người``, ``giảm 3 người chết``."""
    ours, theirs = (set(f"{s.near} {s.after}".split()) - _COMMON for s in (a, b))
    return len(ours & theirs)
