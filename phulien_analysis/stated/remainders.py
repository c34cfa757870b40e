"""Remainders: a whole, what is done of it, and ``còn lại``; balances of two levels; products."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage, compatible
from phulien_analysis.stated.readings import Certainty, Reading, difference, product, remaining, value_of

_INFINITY = Decimal("Infinity")
_NEAREST = 8  # figures before a remainder that may belong to it
_TIMES_SIGN = re.compile(
    r"\s*[x×*]\s*(?:\w+\s){0,2}|.{0,30}(?<!\w)(?:mỗi|bình quân|định mức|mức|trị giá|với giá)(?!\w).{0,30}"
)
_WRITTEN = re.compile(r"\s*[x×*]\s*.{0,20}")
_AMOUNTS = re.compile(r".{0,30}(?:=|(?<!\w)(?:tổng|thành tiền|tương đương|tương ứng|bằng|là)(?!\w)).{0,40}")


def remainders(passage: Passage, context: Sequence[Mention] = ()) -> Iterator[list[Reading]]:
    """For each figure said to be left, the ways to read it, the likeliest first."""
    for spot in passage.spots:
        if not spot.is_level or spot.role:
            continue
        less = spot.position > 0 and "trừ" in passage.spots[spot.position - 1].near
        left, rest = (
            _is_left(spot),
            less or cues.says(cues.REST, f"{_words_before(spot)} {spot.after}") or "còn" in spot.after.split()[:4],
        )
        found = list(_readings(passage, spot, context)) if left or rest else []
        found = found if left else [replace(r, certainty=Certainty.POSSIBLE) for r in found]
        if found:
            yield found


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
    whole = _whole(same)
    if not pair and whole is not None:
        done = [s for s in same if s is not whole]
        certainty = Certainty.LIKELY if _is_plain(passage, whole, done, spot) else Certainty.POSSIBLE
        yield remaining(spot.mention, whole.mention, [s.mention for s in reversed(done)], certainty)
    yield from _possible(spot, [*(s.mention for s in before), *(m for m in context if compatible(m, spot.mention))])


def _opens(spot: Occurrence) -> bool:
    """Whether it opens a sentence, and so goes on from the one before; ``Còn lại 5 hồ sơ quá hạn`` are other things."""
    words = re.fullmatch(r"\s*(?:số )?còn lại(?: là)?\s*:?\s*", spot.lead) is not None
    return words and not spot.after.strip(".")


def _says_itself(passage: Passage, spot: Occurrence) -> bool:
    """Whether more than one pair stands before it, so that it may belong to any."""
    return sum(s.role == "den" for s in passage.before(spot) if spot.sentence - s.sentence <= 1) > 1


def _whole(before: Sequence[Occurrence]) -> Occurrence | None:
    """The first figure of the sentence, if it is the largest and there are one or two others."""
    if not 2 <= len(before) <= 3:
        return None
    first, others = before[-1], before[:-1]
    return first if all(value_of(first.mention) >= value_of(other.mention) for other in others) else None


def _is_plain(passage: Passage, whole: Occurrence, done: Sequence[Occurrence], spot: Occurrence) -> bool:
    """Whether the sentence reads: of so many, so many are done, the rest is left."""
    named = any(cues.says(words, whole.lead) for words in (cues.TOTAL, cues.PLAN, cues.DONE, cues.RECEIVED))
    units = {s.mention.unit for s in (whole, *done, spot) if s.mention.unit}
    others = [s for s in passage.same_sentence(spot) if whole.position < s.position < spot.position and s not in done]
    return (
        named
        and len(units) <= 1
        and all(cues.says(cues.DONE, f"{s.lead} {s.after}") for s in done)
        and all(s.mention.is_percent or s.direction for s in others)
        and ("còn" in _words_before(spot) or "còn lại" in spot.after)
    )


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
        before = [s for s in passage.before(spot) if s.is_level and s.mention.unit == spot.mention.unit][:_NEAREST]
        found = [
            difference(spot.mention, a.mention, b.mention, 1, Certainty.POSSIBLE)
            for a, b in permutations(before, 2)
            if spot.sentence - min(a.sentence, b.sentence) <= 1
        ]
        if found:
            yield found


def products(passage: Passage) -> Iterator[list[Reading]]:
    """``20 suất × 300.000 đồng = 6 triệu đồng``, ``48 tổ, 336 người (mỗi tổ 07 người)``."""
    spots = passage.spots
    for three in zip(spots, spots[1:], spots[2:], strict=False):
        a, b, c = three
        if {s.sentence for s in three} != {a.sentence} or not all(s.is_level and not s.role for s in three):
            continue
        first, second = passage.between(a, b), passage.between(b, c)
        if ";" in first + second:
            continue
        if _multiplies(a, b, c) and _TIMES_SIGN.fullmatch(first) and _AMOUNTS.fullmatch(second):
            written = re.fullmatch(r"\s*[x×*]\s*.{0,20}", first) is not None or ("mỗi" in first and "tổng" in second)
            yield [product(c.mention, a.mention, b.mention, Certainty.LIKELY if written else Certainty.POSSIBLE)]
        elif _multiplies(a, c, b) and "mỗi" in second:
            yield [product(b.mention, a.mention, c.mention, Certainty.POSSIBLE)]
        elif _multiplies(b, c, a) and _WRITTEN.fullmatch(second) and first.rstrip().endswith(("(", ":", "=")):
            yield [product(a.mention, b.mention, c.mention, Certainty.LIKELY)]


def _multiplies(count: Occurrence, each: Occurrence, amount: Occurrence) -> bool:
    """Whether the units allow it: a count of things times what each is worth, in the unit of the amount."""
    kinds = [s.mention.dimension for s in (count, each, amount)]
    counted = count.mention.unit is not None and count.mention.unit.counted
    return counted and kinds[0] != kinds[2] and bool(kinds[2]) and kinds[1].startswith(kinds[2])
