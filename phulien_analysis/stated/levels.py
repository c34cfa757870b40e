"""Two levels of one thing, and the words that make one of them the base: ``so với cùng kỳ (y)``, ``từ y lên x``."""

from __future__ import annotations

from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage, compatible

REACH = 90  # characters between a rate and the earlier level that it is measured from


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
    words = spot.near or spot.lead[-60:]
    if cues.TO.search(words):
        return False
    _, _, last = words.rpartition(" và ")  # ``giảm 2% so với tháng trước và 7 tháng đạt 80``: 80 is of this year
    return cues.says(cues.BEFORE, last) or (cues.says(cues.PLAN, words) and not cues.says(cues.TOTAL, words))


def _held_against(passage: Passage, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """``11 vụ …; so với tháng trước (15 vụ) giảm 04 vụ, tương đương 36,4%``: the base stands in a bracket before."""
    for base in passage.before(spot):
        if base.sentence != spot.sentence:
            return None
        if base.is_level and base.depth > spot.depth and not base.near and is_base(base) and _may_be_base(spot, base):
            same = (
                s for s in passage.before(base) if s.is_level and not s.depth and s.mention.unit == base.mention.unit
            )
            level = next((s for s in same if not is_base(s)), None)
            return (level, base) if level is not None and level.sentence == base.sentence else None
    return None


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
        if other.is_level and compatible(other.mention, level.mention):
            return other if cues.names_base(gap) and not is_behind_other(passage, spot, other) else None
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
