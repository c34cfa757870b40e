"""Remainders: a whole, what is done of it, and ``còn lại``; balances of two levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.columns import may_add_up
from phulien_analysis.stated.passage import Occurrence, Passage, compatible
from phulien_analysis.stated.readings import Certainty, Reading, difference, ratio, remaining, value_of
from phulien_analysis.stated.repairs import is_slip_away

_INFINITY = Decimal("Infinity")
_SHORT = 2  # digits: of so few, a whole is met by chance too often where its parts bear other names
_BALANCED_BACK = 2  # sentences
_NEAREST = 8  # figures before a remainder that may belong to it


def remainders(passage: Passage, context: Sequence[Mention] = ()) -> Iterator[list[Reading]]:
    """For each figure said to be left, the ways to read it, the likeliest first."""
    before: Occurrence | None = None
    for spot in passage.spots:
        if not spot.is_level or spot.role:
            continue
        left = _is_left(spot)
        if not (left or _may_be_left(passage, spot) or _goes_on(before, spot)):
            continue
        before = spot
        found = list(_readings(passage, spot, context))
        found = [r if left and _leaves_some(r) else replace(r, certainty=Certainty.POSSIBLE) for r in found]
        if any(reading.certainty is Certainty.LIKELY for reading in found):  # then others fit by chance
            found = [r for r in found if r.certainty is Certainty.LIKELY or _is_within(r)]
        if found:
            yield found


def _is_within(reading: Reading) -> bool:
    """Whether all its figures stand in one paragraph."""
    return len({mention.paragraph for mention in (reading.stated, *reading.operands)}) == 1


def _leaves_some(reading: Reading) -> bool:
    """Whether something is left: where nothing is, or less, what is taken away splits the whole, or is of another.

    But for one wrong digit of long numbers.
    """
    whole, *done = (value_of(mention) for mention in reading.operands)
    return whole > sum(done) or not value_of(reading.stated) or is_slip_away(reading)


def _may_be_left(passage: Passage, spot: Occurrence) -> bool:
    """Whether words say that it is what is needed, under way or taken away."""
    less = spot.position > 0 and "trừ" in passage.spots[spot.position - 1].near
    words = f"{_words_before(spot)} {spot.after}"
    return less or cues.says(cues.REST, words) or "còn" in spot.after.split()[:4]


def _goes_on(before: Occurrence | None, spot: Occurrence) -> bool:
    """Whether a figure goes on in a row of remainders: ``cần thêm 617 người …, 873 người …``."""
    if before is None or before.position != spot.position - 1 or before.clause != spot.clause:
        return False
    return before.mention.unit == spot.mention.unit is not None


def _is_left(spot: Occurrence) -> bool:
    """Whether words before it, or right after it (``8 vụ còn lại``), say that it is what is left."""
    return cues.says(cues.REMAINING, _words_before(spot)) or re.match(r"(?:\w+ ){0,2}còn lại", spot.after) is not None


def _words_before(spot: Occurrence) -> str:
    """What is said right before a figure; a short piece after a comma goes on from the one before."""
    return spot.near if len(spot.near) > 3 else spot.lead[-60:]


def _readings(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    before = [s for s in passage.before(spot) if s.is_level and compatible(s.mention, spot.mention)]
    before = [s for s in before if spot.sentence - s.sentence <= 3 and s.depth <= max(spot.depth, 1)][:_NEAREST]
    recent = [s for s in before if spot.sentence - s.sentence <= 1]
    pair = next((passage.pair_of(s) for s in recent if s.role == "den"), None)
    if pair and not _says_itself(passage, spot):
        yield remaining(spot.mention, pair[1].mention, [pair[0].mention], Certainty.LIKELY)
    said = spot.sentence - _opens(spot)
    same = [s for s in before if s.sentence == said]
    whole = _whole(same, spot)
    if not pair and whole is not None:
        done = [s for s in same if s is not whole]
        read = remaining(spot.mention, whole.mention, [s.mention for s in reversed(done)], Certainty.POSSIBLE)
        likely = _is_plain(passage, whole, done, spot) and (_is_named(whole) or is_slip_away(read))
        yield replace(read, certainty=Certainty.LIKELY) if likely else read
    yield from _all_between(passage, spot)
    yield from _possible(
        spot, [*(s.mention for s in before), *(m for m in context if _counts_the_same(m, spot.mention))]
    )


def _counts_the_same(above: Mention, left: Mention) -> bool:
    """Whether a figure of another paragraph may be of this one's whole: it says what it counts, if this one does."""
    return compatible(above, left) and (above.unit is not None or left.unit is None)


def _opens(spot: Occurrence) -> bool:
    """Whether it opens a sentence, and so goes on from the one before; ``Còn lại 5 hồ sơ quá hạn`` are other things."""
    words = re.fullmatch(r"\s*(?:số )?còn lại(?: là)?\s*:?\s*", spot.lead) is not None
    return words and not spot.after.strip(".")


def _says_itself(passage: Passage, spot: Occurrence) -> bool:
    """Whether more than one pair stands before it, so that it may belong to any."""
    return sum(s.role == "den" for s in passage.before(spot) if spot.sentence - s.sentence <= 1) > 1


def _whole(before: Sequence[Occurrence], left: Occurrence) -> Occurrence | None:
    """The first figure of the sentence, if it is the largest but for a wrong digit, and there are one or two others."""
    if not 2 <= len(before) <= 3:
        return None
    first, others = before[-1], before[:-1]
    if all(value_of(first.mention) > value_of(other.mention) for other in others):
        return first
    read = remaining(left.mention, first.mention, [other.mention for other in others], Certainty.LIKELY)
    return first if is_slip_away(read) else None


def _is_named(whole: Occurrence) -> bool:
    """Whether words say that there is something to do: a total, a plan, what was received."""
    return any(cues.says(words, whole.lead) for words in (cues.TOTAL, cues.PLAN, cues.DONE, cues.RECEIVED))


def _is_plain(passage: Passage, whole: Occurrence, done: Sequence[Occurrence], spot: Occurrence) -> bool:
    """Whether the sentence reads: of so many, so many are done, the rest is left."""
    units = {s.mention.unit for s in (whole, *done, spot) if s.mention.unit}
    others = [s for s in passage.same_sentence(spot) if whole.position < s.position < spot.position and s not in done]
    return (
        len(units) <= 1
        and all(cues.says(cues.DONE, f"{s.lead} {s.after}") for s in done)
        and all(s.mention.is_percent or s.direction for s in others)
        and ("còn" in _words_before(spot) or "còn lại" in spot.after)
    )


def _all_between(passage: Passage, spot: Occurrence) -> Iterator[Reading]:
    """A figure before it less all things counted since: ``187 hồ sơ. Đã cấp 139; trả lại 17; rút 3; đang xét 28``.

    Or less one of them, by whatever name: ``xét 140 hồ sơ, khen 128 trường hợp, không đạt 12 hồ sơ``.
    """
    counted = [s for s in passage.before(spot) if s.is_level and s.depth <= spot.depth and s.role != "den"]
    counted = [s for s in counted if spot.sentence - s.sentence <= 1 and may_add_up(s, spot)][:_NEAREST]
    for end in range(1, len(counted)):
        whole = counted[end]
        if whole.mention.number and len(whole.mention.number.text) > _SHORT:
            yield remaining(spot.mention, whole.mention, [s.mention for s in counted[:end]], Certainty.POSSIBLE)
            for done in counted[:end]:
                read = remaining(spot.mention, whole.mention, [done.mention], Certainty.POSSIBLE)
                sure = done.sentence == spot.sentence and _has_rate(passage, done, whole) and is_slip_away(read)
                yield replace(read, certainty=Certainty.LIKELY) if sure else read


def _has_rate(passage: Passage, done: Occurrence, whole: Occurrence) -> bool:
    """Whether the rate right behind what is done shows of what it is: ``đã giải quyết 5.441 đơn, bằng 69,1%``."""
    rate = next((s.mention for s in passage.spots[done.position + 1 : done.position + 2] if s.mention.is_percent), None)
    if rate is None or rate.number is None or sum(map(str.isdigit, rate.number.text)) <= _SHORT:
        return False
    return ratio("percent", rate, done.mention, whole.mention, Certainty.POSSIBLE).agrees


def _possible(spot: Occurrence, candidates: Sequence[Mention]) -> Iterator[Reading]:
    """Only what holds: a reading that is merely possible is never told otherwise, and there are many."""
    left = spot.mention
    near = [m for m in candidates[:_NEAREST] if m.interval is not None and not _is_measured(m, left)]
    for whole in near if left.interval is not None else ():
        for count in (1, 2):
            for done in combinations([m for m in near if m is not whole], count):
                if _leaves(whole, done, left):
                    yield remaining(left, whole, done, Certainty.POSSIBLE)


def _is_measured(mention: Mention, left: Mention) -> bool:
    """Whether a number has decimals where things are counted, and so is of another kind."""
    return bool(left.unit and left.unit.counted and mention.number and mention.number.decimals)


def _leaves(whole: Mention, done: Sequence[Mention], left: Mention) -> bool:
    """Whether a whole less what is done may be what is left."""
    ends = [_ends(mention) for mention in done]
    (low, high), (least, most) = _ends(whole), _ends(left)
    return low - sum(end for _, end in ends) <= most and high - sum(end for end, _ in ends) >= least


def _ends(mention: Mention) -> tuple[Decimal, Decimal]:
    known = mention.interval
    low, high = (known.low, known.high) if known is not None else (None, None)
    return -_INFINITY if low is None else low, _INFINITY if high is None else high


def balances(passage: Passage) -> Iterator[list[Reading]]:
    """``xuất khẩu a; nhập khẩu b. Xuất siêu c``: a difference of two levels before it, where it is one."""
    for spot in passage.spots:
        if not spot.is_level or not cues.says(cues.BALANCE, spot.lead[-60:]):
            continue
        before = [s for s in passage.before(spot) if s.is_level and s.mention.dimension == spot.mention.dimension]
        before = [s for s in before if spot.sentence - s.sentence <= _BALANCED_BACK][:_NEAREST]
        found = [
            difference(spot.mention, a.mention, b.mention, 1, Certainty.POSSIBLE)
            for a, b in permutations(before, 2)
            if a.mention.unit == b.mention.unit or not (a.mention.unit is None or a.mention.unit.counted)
        ]
        if found:
            yield found
