"""Changes: ``tăng d (p%)``, two levels and their difference, ``gấp N lần``, ``vượt p%``, percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.differences import certainty_of_levels, differences
from phulien_analysis.stated.levels import (
    AROUND,
    against_earlier,
    is_against_another,
    is_base,
    is_held,
    likeness,
    moved_after,
    named_levels,
    pair_beside,
    risen_from,
)
from phulien_analysis.stated.passage import Occurrence, Passage, comparable, compatible, count_the_same, may_compare
from phulien_analysis.stated.readings import Certainty, Reading, change_rate, difference, growth, ratio

_NO_SUBJECT = re.compile(rf"{cues.RATIO.pattern}|(?<!\w)(?:chỉ|mới|đã|được|là)(?!\w)")
_OF_SUBJECT = re.compile(r"(?:về (?:số )?|số )(\w+)")  # ``giảm 15% về vốn``, ``tăng 75% số vụ``
_SHORT = 25  # characters of words that only join a rate to the change before it
_MOST_LEVELS = 8
_BETWEEN = 60  # characters between a rate and the change that it restates


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
            found = list(differences(passage, spot, context)) if spot.direction else []
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
    same = before.sentence == spot.sentence and before.role != "den" and not before.mention.is_percent
    restates = spot.is_bare or _says_again(before, spot) or spot.lead.rstrip(" +-−–").endswith(("=", "("))
    of_plan = cues.PLAN.match(spot.after) is not None  # ``tạo thêm 45 việc làm = 90% kế hoạch``
    return before.direction if restates and same and not of_plan else 0


def _says_again(before: Occurrence, spot: Occurrence) -> bool:
    """``tăng 52 việc, tương đương 2%``, ``tăng 52 việc so với cùng kỳ (tương đương 2%)``, ``(đạt tỷ lệ 2%)``.

    Not ``(tăng 52 việc), đạt tỷ lệ 83%``.
    """
    if before.mention.is_percent or len(spot.near) >= _SHORT:
        return False
    beside = before.group == spot.group and not spot.near.startswith("đạt")
    outside, opened, _ = spot.lead.rpartition("(")
    joined = not outside.strip() or (spot.host == before.position and not set(",;:.") & set(outside))
    inside = spot.depth > before.depth and bool(opened) and joined
    return (inside and spot.near == "bằng") or ((beside or inside) and cues.says(cues.SAME_AS, spot.near))


def _rate(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    sign = direction_of_rate(passage, spot)
    pair = pair_beside(passage, spot)
    if pair:
        yield growth(spot.mention, pair[0].mention, pair[1].mention, sign, _certainty_of_pair(spot, pair[1]))
    moved = moved_after(passage, spot)
    if moved and moved[0].mention.is_percent:  # points, though printed in percent
        yield difference(spot.mention, moved[0].mention, moved[1].mention, sign, Certainty.PRESUMED)
        yield growth(spot.mention, moved[0].mention, moved[1].mention, sign, Certainty.POSSIBLE)
    elif moved:
        yield growth(spot.mention, moved[0].mention, moved[1].mention, sign, Certainty.LIKELY)
    yield from _of_percentages(passage, spot, sign)
    level, earlier = named_levels(passage, spot)
    if level is not None and earlier is not None:
        yield growth(spot.mention, level.mention, earlier.mention, sign, _certainty_of_named(passage, spot, level))
    yield from _of_change(passage, spot, sign, context)
    if level is not None:
        for other in _earlier_levels(passage, level):
            yield growth(spot.mention, level.mention, other.mention, sign, Certainty.POSSIBLE)
    for a, b in against_earlier(passage, spot):
        yield growth(spot.mention, a.mention, b.mention, sign, Certainty.POSSIBLE)


def _certainty_of_pair(spot: Occurrence, den: Occurrence) -> Certainty:
    """How sure it is that a rate is a pair's: of ``1.230/1.300 ha, tăng 3% so với cùng kỳ`` the pair is of a plan."""
    if den.position > spot.position:
        return Certainty.EXPLICIT
    return Certainty.LIKELY if cues.says(cues.PLAN, spot.after) else Certainty.PRESUMED


def _certainty_of_named(passage: Passage, spot: Occurrence, level: Occurrence) -> Certainty:
    """How sure it is that a level before is the rate's: not with another subject, less so in another clause."""
    subject = _OF_SUBJECT.match(spot.after)
    unit = level.mention.unit
    if subject and subject.group(1) not in f"{level.near} {level.after} {unit.label_vi if unit else ''}":
        return Certainty.POSSIBLE
    if risen_from(passage, level) is not None and is_against_another(spot):
        return Certainty.POSSIBLE
    return Certainty.LIKELY if level.clause == spot.clause else Certainty.PRESUMED


def _of_change(passage: Passage, spot: Occurrence, sign: int, context: Sequence[Mention]) -> Iterator[Reading]:
    """The rate of a change in units that is printed beside it; the level before is implied."""
    changes = _changes_beside(passage, spot, sign)
    for change in changes:
        levels = list(islice(_levels(passage, change, context), _MOST_LEVELS))
        sure = len(changes) == 1 and _one_subject(passage, change, levels)
        for place, mention in enumerate(levels):
            certainty = Certainty.PRESUMED if sure and not place else Certainty.POSSIBLE
            yield change_rate(spot.mention, mention, change.mention, sign, certainty)
        for mention in _levels_of_other_noun(passage, spot, change):
            yield change_rate(spot.mention, mention, change.mention, sign, Certainty.POSSIBLE)


def _of_percentages(passage: Passage, spot: Occurrence, sign: int) -> Iterator[Reading]:
    """``6,15%, giảm 1,78% so với đầu năm (7,83%)``: points, though printed as percent; a growth where that agrees."""
    window = passage.spots[max(0, spot.position - AROUND) : spot.position + AROUND]
    rates = [
        s for s in window if s.sentence == spot.sentence and s.mention.is_percent and not s.direction and s is not spot
    ]
    two = [
        (level, other)
        for level in [s for s in rates if s.position < spot.position][::-1][:2]
        for other in rates
        if other is not level
    ]
    for level, other in two:
        if spot.group and other.group == spot.group != level.group and other.position < spot.position:
            continue  # ``28,7% (cùng kỳ 22,8%, tăng 16,2%)``: what has risen then
        certainty = certainty_of_levels(passage, spot, level, other)
        if certainty is not Certainty.POSSIBLE:  # the change of an amount is printed in percent as well
            named = Certainty.LIKELY if risen_from(passage, level) is other else Certainty.PRESUMED
            certainty = Certainty.POSSIBLE if _is_of_amount(passage, level) else named
        held = is_held(level, window) or is_held(other, window) or (other.is_bare and other.host == spot.position)
        if certainty is Certainty.POSSIBLE and not held:
            continue
        yield difference(spot.mention, level.mention, other.mention, sign, certainty)
        yield growth(spot.mention, level.mention, other.mention, sign, Certainty.POSSIBLE)


def _is_of_amount(passage: Passage, rate: Occurrence) -> bool:
    """``đạt 40 tỷ, bằng 32% dự toán, giảm 3% so với …``: what has fallen may be the amount, not its rate."""
    amounts = any(s.is_level for s in passage.same_sentence(rate) if s.position < rate.position)
    return amounts and not _NO_SUBJECT.sub("", rate.near).strip()


def _changes_beside(passage: Passage, spot: Occurrence, sign: int) -> list[Occurrence]:
    """The change in units that the rate restates: right before it, or right after in brackets or ``tương ứng``.

    In a row (``tăng 13 vụ, 6 bị cáo so với cùng kỳ, tỷ lệ tăng 6,5%``) it may be any, the nearest comes first.
    """
    nearest = spot.position - 1
    before = [s for s in passage.before(spot) if s.depth <= spot.depth or (s.position == nearest and s.direction)]
    beside = bool(before) and before[0].sentence == spot.sentence and _is_change(before[0], sign)
    if beside and len(passage.between(before[0], spot)) < _BETWEEN:
        row = 1 + next((i for i, s in enumerate(before) if not s.inherited), 0)
        return [s for s in before[:row] if _is_change(s, sign)]
    after = passage.spots[spot.position + 1 : spot.position + 2]
    return [s for s in after if _says_after(passage, spot, s, sign)]


def _says_after(passage: Passage, spot: Occurrence, after: Occurrence, sign: int) -> bool:
    gap = passage.between(spot, after)
    near = after.sentence == spot.sentence and len(gap) < _BETWEEN and ";" not in gap
    tied = after.is_bare or cues.says(cues.SAME_AS, gap) or after.direction == sign
    return near and tied and not after.role and _is_amount(after.mention)


def _is_change(spot: Occurrence, sign: int) -> bool:
    return spot.direction == sign and _is_amount(spot.mention) and not spot.role


def _is_amount(mention: Mention) -> bool:
    return not mention.is_percent and mention.dimension not in {"points", "times"} and mention.number is not None


def _earlier_levels(passage: Passage, level: Occurrence) -> list[Occurrence]:
    """Levels before one that words tell of an earlier time, or of the plan."""
    before = [s for s in passage.before(level) if s.is_level and compatible(s.mention, level.mention)]
    return [s for s in before if is_held(s, before)][:_MOST_LEVELS]


def _levels(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Mention]:
    """Levels that a change may belong to: those before it, of its sentence and words first, then those above."""
    before = [s for s in passage.before(spot) if s.is_level and comparable(s.mention, spot.mention)]
    before = [s for s in before if not is_base(s)] or before
    yield from (s.mention for s in sorted(before, key=lambda s: (-likeness(s, spot), s.sentence != spot.sentence)))
    after = passage.spots[spot.position + 1 : spot.position + 4]
    yield from (s.mention for s in after if s.is_level and compatible(s.mention, spot.mention))
    yield from (mention for mention in context if compatible(mention, spot.mention))


def _levels_of_other_noun(passage: Passage, rate: Occurrence, change: Occurrence) -> list[Mention]:
    """``4.126 hồ sơ; tăng 706 lượt, tương đương 20,6%``: levels of its sentence that are counted by another noun."""
    own = [s for s in passage.same_sentence(change) if s.position < change.position and s.is_level]
    other = [s.mention for s in own if not compatible(s.mention, change.mention)]
    return [m for m in reversed(other) if may_compare(rate.mention, m, change.mention)][:_MOST_LEVELS]


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
    if not same or not levels or any(s.role or cues.FROM.search(s.lead[-60:]) for s in same):
        return False
    unit = change.mention.unit
    if unit is None and not any(s.clause == change.clause for s in same):
        return False
    if len(same) == 1:
        alike = same[0].mention.unit == unit or change.mention.dimension == "money" or _says_less(change, same[0])
        return levels[0] == same[0].mention and alike
    scores = sorted((likeness(s, change) for s in same), reverse=True)
    first = max(same, key=lambda s: likeness(s, change))
    return scores[0] > scores[1] and levels[0] == first.mention and first.mention.unit == unit


def _says_less(change: Occurrence, level: Occurrence) -> bool:
    """Whether a change has the unit of the level right before it, though it says it in fewer words, or not at all.

    ``134 mái che, nhiều hơn tháng trước 29 (…``; ``6.218 lượt người, tăng 412 lượt``.
    """
    if change.position != level.position + 1:
        return False
    if change.mention.unit is None:
        return not change.after
    return count_the_same(change.mention, level.mention)


def _multiple(passage: Passage, spot: Occurrence) -> Iterator[Reading]:
    """``x gấp N lần y``: a ratio; ``tăng N lần`` is read so where it agrees."""
    said = cues.says(cues.TIMES, spot.lead)
    level, named = named_levels(passage, spot)
    if not (said or spot.direction):
        return
    pair = pair_beside(passage, spot)
    alone = pair and pair[0].position > spot.position and not cues.says(cues.TIMES, passage.between(spot, pair[0]))
    if said and pair and alone:
        yield ratio("growth", spot.mention, pair[0].mention, pair[1].mention, Certainty.LIKELY, "growth.multiple")
    if said and level is not None and named is not None:
        yield ratio("growth", spot.mention, level.mention, named.mention, Certainty.LIKELY, "growth.multiple")
    own = [s for s in passage.same_sentence(spot) if s.is_level]
    earlier = [s for s in passage.before(spot) if s.is_level and spot.sentence - s.sentence == 1]
    levels = [level] if level is not None else [s for s in own if s.position < spot.position] or earlier
    for a in levels:
        for b in (s for s in own if is_held(s, own)):
            if b is not a and may_compare(spot.mention, a.mention, b.mention):
                yield ratio("growth", spot.mention, a.mention, b.mention, Certainty.POSSIBLE, "growth.multiple")
