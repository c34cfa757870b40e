"""Differences: a change in units or points between two levels that are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.levels import (
    AROUND,
    REACH,
    against_earlier,
    is_against_another,
    is_base,
    is_behind_other,
    is_held,
    likeness,
    moved_after,
    pair_beside,
    risen_from,
)
from phulien_analysis.stated.passage import Occurrence, Passage, comparable, compatible, count_the_same
from phulien_analysis.stated.readings import Certainty, Reading, difference, value_of

_MOST_LEVELS = 8
_RATE_OF_GROWTH = re.compile(r"(?:tốc độ|mức) tăng(?: trưởng)?(?: [^\W\d]+){0,8} (?:là|ở mức|đạt) [-–−]?$")


def differences(passage: Passage, spot: Occurrence, context: Sequence[Mention] = ()) -> Iterator[Reading]:
    """A change in units or points between two levels that are printed."""
    points = spot.mention.dimension == "points"
    near = passage.spots[max(0, spot.position - AROUND) : spot.position + AROUND]
    same = [s for s in near if s is not spot and s.sentence == spot.sentence and _comparable(s, spot, points=points)]
    moved = None if points else moved_after(passage, spot)
    if moved:
        yield difference(spot.mention, moved[0].mention, moved[1].mention, spot.direction, Certainty.LIKELY)
    pair = pair_beside(passage, spot)
    if pair and not points and _counts_alike(spot, pair[0]):
        a, b = (s.mention for s in pair)
        certainty = _certainty_of_pair(spot, *pair)
        yield difference(spot.mention, a, b, spot.direction, certainty)
        yield difference(spot.mention, b, a, spot.direction, min(Certainty.LIKELY, certainty))
    if not points:
        yield from _of_pairs(passage, spot)
    yield from _of_named(passage, spot, same)
    if not points:
        yield from _differences_of_any(passage, spot, context)


def _certainty_of_pair(change: Occurrence, num: Occurrence, den: Occurrence) -> Certainty:
    """How sure it is that a change is a pair's, which is of a plan in ``48/50 ha, tăng 6 ha so với cùng kỳ``.

    It is no pair's that lies the other way: of ``66/112 thôn, tăng thêm 20 thôn`` the 112 are all there are.
    """
    before = den.position < change.position
    other_way = before and change.direction * (value_of(num.mention) - value_of(den.mention)) < 0
    return Certainty.POSSIBLE if other_way or (before and cues.says(cues.EARLIER, change.tail)) else Certainty.EXPLICIT


def _of_pairs(passage: Passage, spot: Occurrence) -> Iterator[Reading]:
    """Levels in a pair, or with an earlier one; first those whose words are the change's."""
    for a, b in sorted(against_earlier(passage, spot), key=lambda two: -likeness(two[0], spot)):
        if compatible(a.mention, spot.mention) and compatible(b.mention, spot.mention):
            yield difference(spot.mention, a.mention, b.mention, spot.direction, Certainty.POSSIBLE)


def _of_named(passage: Passage, spot: Occurrence, same: Sequence[Occurrence]) -> Iterator[Reading]:
    """The nearest levels of the sentence before the change, each with any other of it."""
    before = [s for s in reversed(same) if s.position < spot.position]
    before.sort(key=lambda s: s.depth > spot.depth)  # what a bracket lists is not what changed, if it closes before
    for level in before[:3]:
        for other in same:
            if other is not level and (other.position < spot.position or _near_enough(passage, spot, other)):
                certainty = certainty_of_levels(passage, spot, level, other)
                held = is_held(level, same) or is_held(other, same) or other.host == spot.position
                if certainty is Certainty.POSSIBLE and not held and not _tells(spot):
                    continue
                yield difference(spot.mention, level.mention, other.mention, spot.direction, certainty)


def _counts_alike(change: Occurrence, level: Occurrence) -> bool:
    """Not so ``5/34 tỉnh (tăng 12 bậc)``: without a unit that we know, no other noun may stand behind a change."""
    if change.mention.unit is not None or level.mention.unit is None:
        return compatible(change.mention, level.mention)
    return not change.after or cues.AGAINST.match(change.after) is not None


def _differences_of_any(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    """Levels of the sentence before, or of the paragraph that this one hangs on, with one near the change."""
    unit = spot.mention.unit
    window = passage.spots[max(0, spot.position - AROUND) : spot.position + AROUND]
    near = [s.mention for s in window if s.is_level and 0 <= spot.sentence - s.sentence <= 1]
    near = [m for m in near if m.unit == unit][-_MOST_LEVELS:]
    if not _tells(spot):
        return
    above = [m for m in context if m.unit == unit]
    for a, b in [*product([*near, *above], near), *product(near, above)]:
        if a is not b:
            yield difference(spot.mention, a, b, spot.direction, Certainty.POSSIBLE)


def _tells(change: Occurrence) -> bool:
    """Whether a difference tells its levels: one of a single digit is found between any figures."""
    return sum(c.isdigit() for c in change.mention.printed.lstrip("0")) > 1


def _near_enough(passage: Passage, spot: Occurrence, other: Occurrence) -> bool:
    gap = passage.between(spot, other)
    return len(gap) < 2 * REACH and not cues.says(cues.OF_WHICH, gap) and not cues.says(cues.COMPLETE, gap)


def _comparable(level: Occurrence, change: Occurrence, *, points: bool) -> bool:
    if points:
        if level.lead.endswith(("-", "–")) and level.mention.number and level.mention.number.value > 0:
            return False  # a minus that may be a dash
        said = not level.direction or _RATE_OF_GROWTH.search(level.lead) is not None
        return level.mention.is_percent and said and level.mention.form != "range"
    return level.is_level and comparable(level.mention, change.mention)


def certainty_of_levels(passage: Passage, change: Occurrence, level: Occurrence, other: Occurrence) -> Certainty:
    """Likely where words name the earlier level: ``từ y lên x``, ``so với cùng kỳ (y)``, ``cùng kỳ y``."""
    money = level.mention.dimension.startswith("money") and other.mention.dimension == "money"
    based = is_base(level) and not _is_plan_over_time(passage, level, change, other)
    if not (count_the_same(level.mention, other.mention) or money) or based or level.depth > change.depth:
        return Certainty.POSSIBLE
    if cues.says(cues.YEARLY, change.near):
        return Certainty.POSSIBLE
    if risen_from(passage, level) is other:
        other_base = is_against_another(change) or _is_of_another(passage, change, level)
        return Certainty.POSSIBLE if other_base else Certainty.LIKELY
    nearest = not any(
        s.mention.number is not None and not s.direction and s.mention.dimension == level.mention.dimension
        for s in passage.spots[level.position + 1 : change.position]
        if s is not other and not is_base(s)
    )
    if _is_part(level, other):
        return Certainty.POSSIBLE
    if other.position < change.position:
        named = (
            cues.says(cues.BEFORE, other.near)
            and cues.names_base(other.near)
            and not cues.says(cues.BEFORE, level.near)
        )
        return Certainty.LIKELY if named and nearest else Certainty.POSSIBLE
    gap = passage.between(change, other)
    named = len(gap) < REACH and ";" not in gap and cues.names_base(gap)
    named = named and not is_behind_other(passage, change, other) and not cues.compares_again(gap)
    return Certainty.LIKELY if named and nearest else Certainty.POSSIBLE


def _is_plan_over_time(passage: Passage, level: Occurrence, change: Occurrence, other: Occurrence) -> bool:
    """``Vốn được phân bổ 209 tỷ đồng, giảm 16 tỷ đồng so với cùng kỳ (225 tỷ đồng)``: one plan against another."""
    earlier = change.position < other.position and cues.says(cues.BEFORE, passage.between(change, other))
    return earlier and not level.is_earlier and not cues.says(cues.BEFORE, level.near or level.lead)


def _is_part(level: Occurrence, other: Occurrence) -> bool:
    """Whether two levels are parts of one list, though one is of an earlier time: ``kỳ trước chuyển sang a; mới b``."""
    return "chuyển" in other.near or "chuyển" in level.near


def _is_of_another(passage: Passage, change: Occurrence, level: Occurrence) -> bool:
    """Whether another change of the same kind stands between: ``giảm 1,34 điểm (vượt chỉ tiêu 0,34%)``."""
    return any(s.direction for s in passage.spots[level.position + 1 : change.position]) or "vượt" in change.near
