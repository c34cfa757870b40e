"""Changes: ``tăng d (p%)``, two levels and their difference, ``gấp N lần``, ``vượt p%``, percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.levels import REACH, is_base, is_behind_other, named_levels, risen_from
from phulien_analysis.stated.passage import Occurrence, Passage, compatible
from phulien_analysis.stated.readings import Certainty, Reading, change_rate, difference, growth, ratio

_NO_SUBJECT = re.compile(rf"{cues.RATIO.pattern}|(?<!\w)(?:chỉ|mới|đã|được|là)(?!\w)")
_SHORT = 25  # characters of words that only join a rate to the change before it
_AROUND = 14  # figures before and after a change that it may be worked out from
_MOST_LEVELS = 8


def changes(passage: Passage, context: Sequence[Mention] = ()) -> Iterator[list[Reading]]:
    """For each change, growth and multiple, the ways to read it, the likeliest first.

    ``context`` holds levels of the paragraphs that this one hangs on, nearest first.
    """
    for spot in passage.spots:
        if spot.mention.form == "range" or spot.mention.number is None:
            continue
        if spot.mention.dimension == "times":
            found = list(_multiple(passage, spot))
        elif spot.mention.is_percent:
            found = list(_rate(passage, spot, context)) if direction_of_rate(passage, spot) else []
        else:
            found = list(_difference(passage, spot, context)) if spot.direction else []
        if found:
            yield found


def direction_of_rate(passage: Passage, spot: Occurrence) -> int:
    """The direction said of a rate: by its own words, its sign, or those of the change that it restates."""
    if spot.direction:
        return spot.direction
    if spot.mention.number is not None and spot.mention.number.value < 0:
        return -1
    if not spot.position:
        return 0
    before = passage.spots[spot.position - 1]
    told = cues.says(cues.SAME_AS, spot.near) and len(spot.near) < _SHORT and not before.mention.is_percent
    restates = spot.is_bare or told or spot.lead.rstrip(" +-−–").endswith(("=", "("))
    same = before.sentence == spot.sentence and before.role != "den"
    return before.direction if restates and same else 0


def _rate(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    sign = direction_of_rate(passage, spot)
    pair = _pair_beside(passage, spot)
    if pair:
        yield growth(spot.mention, pair[0].mention, pair[1].mention, sign, Certainty.EXPLICIT)
    yield from _of_percentages(passage, spot, sign)
    level, earlier = named_levels(passage, spot)
    if level is not None and earlier is not None:
        yield growth(spot.mention, level.mention, earlier.mention, sign, Certainty.LIKELY)
    change = _change_beside(passage, spot, sign)
    if change is not None:
        levels = list(islice(_levels(passage, change, context), _MOST_LEVELS))
        certainty = Certainty.LIKELY if _one_subject(passage, change, levels) else Certainty.POSSIBLE
        for mention in levels:
            yield change_rate(spot.mention, mention, change.mention, sign, certainty)
            certainty = Certainty.POSSIBLE
    if level is not None:
        for mention in islice(_levels(passage, level, context), _MOST_LEVELS):
            yield growth(spot.mention, level.mention, mention, sign, Certainty.POSSIBLE)
    for a, b in _against_earlier(passage, spot):
        yield growth(spot.mention, a.mention, b.mention, sign, Certainty.POSSIBLE)


def _against_earlier(passage: Passage, spot: Occurrence) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Any level before a change with one of its unit that is earlier: in a pair (``14/17 vụ``), or ``cùng kỳ …``."""
    window = passage.spots[max(0, spot.position - _AROUND) : spot.position + _AROUND]  # bounded: every pair is tried
    around = [s for s in window if abs(s.sentence - spot.sentence) <= 1 and s.is_level]
    for a in (s for s in around if s.position < spot.position):
        for b in around:
            paired = b.position == a.position + 1 and a.role == "num"
            later = b.position > spot.position and a.mention.unit == b.mention.unit
            if paired or later:
                yield a, b


def _of_percentages(passage: Passage, spot: Occurrence, sign: int) -> Iterator[Reading]:
    """``6,15%, giảm 1,78% so với đầu năm (7,83%)``: points, though printed as percent; a growth where that agrees."""
    window = passage.spots[max(0, spot.position - _AROUND) : spot.position + _AROUND]
    rates = [
        s for s in window if s.sentence == spot.sentence and s.mention.is_percent and not s.direction and s is not spot
    ]
    for level in [s for s in rates if s.position < spot.position][::-1][:2]:
        for other in rates:
            if other is level:
                continue
            certainty = _certainty_of_levels(passage, spot, level, other)
            if _is_of_amount(passage, level):
                certainty = Certainty.POSSIBLE
            yield difference(spot.mention, level.mention, other.mention, sign, certainty)
    for level in [s for s in rates if s.position < spot.position][::-1][:2]:
        for other in rates:
            if other is not level:
                yield growth(spot.mention, level.mention, other.mention, sign, Certainty.POSSIBLE)


def _is_of_amount(passage: Passage, rate: Occurrence) -> bool:
    """``đạt 40 tỷ, bằng 32% dự toán, giảm 3% so với …``: what has fallen may be the amount, not its rate."""
    amounts = any(s.is_level for s in passage.same_sentence(rate) if s.position < rate.position)
    return amounts and not _NO_SUBJECT.sub("", rate.near).strip()


def _pair_beside(passage: Passage, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
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


def _change_beside(passage: Passage, spot: Occurrence, sign: int) -> Occurrence | None:
    """The change in units that the rate restates: right before it, or right after in brackets or ``tương ứng``."""
    if spot.position:
        before = passage.spots[spot.position - 1]
        if before.sentence == spot.sentence and _is_change(before, sign) and len(passage.between(before, spot)) < 60:
            return before
    if spot.position + 1 < len(passage.spots):
        after = passage.spots[spot.position + 1]
        gap = passage.between(spot, after)
        near = after.sentence == spot.sentence and len(gap) < 60 and ";" not in gap
        tied = after.is_bare or cues.says(cues.SAME_AS, gap) or after.direction == sign
        if near and tied and not after.role and _is_amount(after.mention):
            return after
    return None


def _is_change(spot: Occurrence, sign: int) -> bool:
    return spot.direction == sign and _is_amount(spot.mention) and not spot.role


def _is_amount(mention: Mention) -> bool:
    return not mention.is_percent and mention.dimension not in {"points", "times"} and mention.number is not None


def _levels(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Mention]:
    """Levels that a change may belong to: those before it, of its sentence and words first, then those above."""
    before = [s for s in passage.before(spot) if s.is_level and compatible(s.mention, spot.mention)]
    before = [s for s in before if not is_base(s)] or before
    yield from (s.mention for s in sorted(before, key=lambda s: (-_likeness(s, spot), s.sentence != spot.sentence)))
    after = passage.spots[spot.position + 1 : spot.position + 4]
    yield from (s.mention for s in after if s.is_level and compatible(s.mention, spot.mention))
    yield from (mention for mention in context if compatible(mention, spot.mention))


def _likeness(a: Occurrence, b: Occurrence) -> int:
    """How many words around two figures are the same: ``làm chết 12 người``, ``giảm 3 người chết``."""
    ours, theirs = (set(f"{s.near} {s.after}".split()) - _COMMON for s in (a, b))
    return len(ours & theirs)


_COMMON = {"tăng", "giảm", "so", "với", "cùng", "kỳ", "và", "là", "của", "năm", "tháng", "đạt", "có", "người", "vụ"}


def _one_subject(passage: Passage, change: Occurrence, levels: Sequence[Mention]) -> bool:
    """Whether one level only of the change's kind stands before it, or one only shares its words."""
    before = [
        s
        for s in passage.before(change)
        if change.sentence - s.sentence <= 1 and s.is_level and compatible(s.mention, change.mention)
    ]
    before = [s for s in before if not is_base(s)] or before
    same = [s for s in before if s.sentence == change.sentence] or before
    same = [s for s in same if s.clause == change.clause and s.mention.unit == change.mention.unit] or same
    if not same or not levels or any(s.role for s in same):
        return False
    unit = change.mention.unit
    if unit is None and not any(s.clause == change.clause for s in same):
        return False
    if len(same) == 1:
        return levels[0] == same[0].mention and (same[0].mention.unit == unit or change.mention.dimension == "money")
    scores = sorted((_likeness(s, change) for s in same), reverse=True)
    first = max(same, key=lambda s: _likeness(s, change))
    return scores[0] > scores[1] and levels[0] == first.mention and first.mention.unit == unit


def _difference(passage: Passage, spot: Occurrence, context: Sequence[Mention] = ()) -> Iterator[Reading]:
    """A change in units or points between two levels that are printed."""
    points = spot.mention.dimension == "points"
    near = passage.spots[max(0, spot.position - _AROUND) : spot.position + _AROUND]
    same = [s for s in near if s is not spot and s.sentence == spot.sentence and _comparable(s, spot, points=points)]
    before = [s for s in same if s.position < spot.position]
    pair = _pair_beside(passage, spot)
    if pair and not points and _counts_alike(spot, pair[0]):
        yield difference(spot.mention, pair[0].mention, pair[1].mention, spot.direction, Certainty.EXPLICIT)
    if not points:
        yield from _differences_of_any(passage, spot, context)
        for a, b in sorted(_against_earlier(passage, spot), key=lambda two: -_likeness(two[0], spot)):
            if compatible(a.mention, spot.mention) and compatible(b.mention, spot.mention):
                yield difference(spot.mention, a.mention, b.mention, spot.direction, Certainty.POSSIBLE)
    for level in list(reversed(before))[:3]:
        for other in same:
            if other is not level and (other.position < spot.position or _near_enough(passage, spot, other)):
                certainty = _certainty_of_levels(passage, spot, level, other)
                yield difference(spot.mention, level.mention, other.mention, spot.direction, certainty)


def _counts_alike(change: Occurrence, level: Occurrence) -> bool:
    """Not so ``5/34 tỉnh (tăng 12 bậc)``: without a unit that we know, no other noun may stand behind a change."""
    if change.mention.unit is not None or level.mention.unit is None:
        return True
    return not change.after or cues.AGAINST.match(change.after) is not None


def _differences_of_any(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    """Levels of the sentence before, or of the paragraph that this one hangs on, with one near the change."""
    unit = spot.mention.unit
    window = passage.spots[max(0, spot.position - _AROUND) : spot.position + _AROUND]
    near = [s.mention for s in window if s.is_level and 0 <= spot.sentence - s.sentence <= 1]
    near = [m for m in near if m.unit == unit][-_MOST_LEVELS:]
    for a in [*near, *(m for m in context if m.unit == unit)]:
        for b in near:
            if a is not b:
                yield difference(spot.mention, a, b, spot.direction, Certainty.POSSIBLE)


def _near_enough(passage: Passage, spot: Occurrence, other: Occurrence) -> bool:
    gap = passage.between(spot, other)
    return len(gap) < 2 * REACH and not cues.says(cues.OF_WHICH, gap) and not cues.says(cues.COMPLETE, gap)


def _comparable(level: Occurrence, change: Occurrence, *, points: bool) -> bool:
    if points:
        return level.mention.is_percent and not level.direction and level.mention.form != "range"
    per_head = level.mention.dimension.startswith("money-per") and change.mention.dimension == "money"
    return level.is_level and (compatible(level.mention, change.mention) or per_head)


def _certainty_of_levels(passage: Passage, change: Occurrence, level: Occurrence, other: Occurrence) -> Certainty:
    """Likely where words name the earlier level: ``từ y lên x``, ``so với cùng kỳ (y)``, ``cùng kỳ y``."""
    if (level.mention.unit != other.mention.unit and level.mention.dimension != "money") or is_base(level):
        return Certainty.POSSIBLE
    if cues.says(cues.YEARLY, change.near):
        return Certainty.POSSIBLE
    if risen_from(passage, level) is other:
        return Certainty.POSSIBLE if _is_of_another(passage, change, level) else Certainty.LIKELY
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
    named = named and not is_behind_other(passage, change, other)
    return Certainty.LIKELY if named and nearest else Certainty.POSSIBLE


def _is_part(level: Occurrence, other: Occurrence) -> bool:
    """Whether two levels are parts of one list, though one is of an earlier time: ``kỳ trước chuyển sang a; mới b``."""
    return "chuyển" in other.near or "chuyển" in level.near


def _is_of_another(passage: Passage, change: Occurrence, level: Occurrence) -> bool:
    """Whether another change of the same kind stands between: ``giảm 1,34 điểm (vượt chỉ tiêu 0,34%)``."""
    return any(s.direction for s in passage.spots[level.position + 1 : change.position]) or "vượt" in change.near


def _multiple(passage: Passage, spot: Occurrence) -> Iterator[Reading]:
    """``x gấp N lần y``: a ratio; ``tăng N lần`` is read so where it agrees."""
    said = cues.says(cues.TIMES, spot.lead)
    level, named = named_levels(passage, spot)
    if level is None or not (said or spot.direction):
        return
    if said and named is not None:
        yield ratio("growth", spot.mention, level.mention, named.mention, Certainty.LIKELY, "growth.multiple")
    for other in passage.same_sentence(spot):
        if other is not level and other.is_level and compatible(other.mention, level.mention):
            yield ratio("growth", spot.mention, level.mention, other.mention, Certainty.POSSIBLE, "growth.multiple")
