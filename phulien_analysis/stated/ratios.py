"""Percentages and shares: ``a/b, đạt p%``, ``a, chiếm p%`` of a total named before or after, ``p% kế hoạch (b)``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from phulien_analysis.findings import Kind
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.changes import direction_of_rate
from phulien_analysis.stated.passage import Occurrence, Passage, compatible
from phulien_analysis.stated.readings import Certainty, Reading, index, ratio, value_of

_LONGEST_GAP = 90  # characters between a pair and its percentage
_TELLS_RATE = re.compile(rf"(?:(?:đã|ước|mới|chỉ|qua đó|nâng|với|là|kết quả)(?!\w) ?){{0,2}}(?:$|{cues.RATIO.pattern})")
_BESIDE = 40  # characters between a number and its share
_MOST_PAIRS = 60
_REACH = 8  # figures before a percentage that it may be worked out from
_MOST_BASES = 10  # figures tried as the base of one percentage


def percentages(passage: Passage, context: Sequence[Mention] = ()) -> Iterator[list[Reading]]:
    """For each percentage that is no growth, the ways to read it, the likeliest first.

    ``context`` holds figures of the paragraphs that this one hangs on, nearest first.
    """
    found = []
    for spot in passage.spots:
        if spot.mention.is_percent and spot.mention.form != "range" and _is_result(passage, spot):
            alternatives = list(_readings(passage, spot, context))
            if alternatives:
                found.append((spot, alternatives))
    for against in (_OF_PLAN, _OF_WHOLE):
        like = [(spot.sentence, alternatives) for spot, alternatives in found if _against(spot) == against]
        shared = _shared_bases(alternatives for _, alternatives in like)
        for sentence, alternatives in like:
            near = _shared_bases(others for other, others in like if other == sentence)
            often = Counter({base: count for base, count in shared.items() if near[base] or count > 1})
            yield _with_shared_base(passage, alternatives, often)
    yield from (alternatives for spot, alternatives in found if _against(spot) == _OF_EARLIER)


def _is_result(passage: Passage, spot: Occurrence) -> bool:
    """Whether a percentage may be worked out here: it is no growth, and no target or earlier rate itself."""
    target = spot.lead.rstrip().endswith("(") and cues.names_base(spot.lead)
    earlier = cues.says(cues.BEFORE, spot.near) or re.match(r"(?:so với )?năm \d{4}", spot.near) is not None
    return not direction_of_rate(passage, spot) and not target and not earlier


_OF_PLAN, _OF_EARLIER, _OF_WHOLE = "plan", "earlier", "whole"


def _against(spot: Occurrence) -> str:
    """What words after a percentage hold it against."""
    if cues.says(cues.PLAN, spot.after):
        return _OF_PLAN
    return _OF_EARLIER if cues.says(cues.EARLIER, spot.after) else _OF_WHOLE


def _shared_bases(found: Iterable[Sequence[Reading]]) -> Counter[Mention]:
    """How many of the paragraph's percentages each base makes true: shares of one list have one base."""
    shared: Counter[Mention] = Counter()
    for alternatives in found:
        own = alternatives[0].operands[0]
        shared.update(
            {r.operands[1] for r in alternatives if r.agrees and r.operands[0] == own and not r.rests_on_bound}
        )
    return shared


def _with_shared_base(passage: Passage, alternatives: list[Reading], shared: Counter[Mention]) -> list[Reading]:
    """The base that its neighbours have comes first; where nothing agrees, it is likely a share's own."""
    own = alternatives[0].operands[0]
    bound = _is_bound(alternatives[0].stated)
    if bound or any(reading.agrees for reading in alternatives) or not _is_beside(passage, alternatives[0].stated, own):
        return sorted(
            alternatives, key=lambda reading: -shared[reading.operands[1]] if reading.operands[0] == own else 0
        )
    raised = [
        replace(r, certainty=max(r.certainty, Certainty.LIKELY))
        if shared[r.operands[1]] and r.operands[0] == own
        else r
        for r in alternatives
    ]
    return sorted(raised, key=lambda reading: -shared[reading.operands[1]])


def _is_beside(passage: Passage, share: Mention, actual: Mention) -> bool:
    """Whether a share stands right behind its number."""
    between = any(actual.start < m.start < share.start for m in passage.mentions)
    return share.paragraph == actual.paragraph and 0 <= share.first - actual.stop < _BESIDE and not between


def _readings(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    pair = _written_out(passage, spot)
    if pair:
        yield _of(passage, spot, pair[0].mention, pair[1].mention, Certainty.EXPLICIT)
    actual = pair[0] if pair else _actual(passage, spot)
    if actual is not None:
        yield from _about(passage, spot, actual, context, written=pair is not None)
    for a, b in islice(_any_levels(passage, spot), _MOST_PAIRS):
        yield _of(passage, spot, a.mention, b.mention, Certainty.POSSIBLE)
    if actual is not None and not cues.says(cues.PLAN, spot.after):
        yield from _of_changes(passage, spot, actual)


def _of_changes(passage: Passage, spot: Occurrence, actual: Occurrence) -> Iterator[Reading]:
    """``đạt 480 ha, giảm 20 ha, bằng 96% cùng kỳ``: the change printed beside says what the earlier level was."""
    told = cues.says(cues.AGAINST, spot.tail) or cues.says(cues.EARLIER, spot.tail)
    for change in passage.same_sentence(spot):
        near = told and actual.position < change.position <= spot.position + 2
        if near and change.direction and compatible(change.mention, actual.mention) and not change.mention.is_percent:
            yield index(spot.mention, actual.mention, change.mention, change.direction)


def _is_count(*spots: Occurrence) -> bool:
    return all(s.mention.unit is not None and s.mention.unit.counted for s in spots)


def _about(
    passage: Passage, spot: Occurrence, actual: Occurrence, context: Sequence[Mention], *, written: bool
) -> Iterator[Reading]:
    """The bases of a percentage about ``actual``: named, obvious, or only possible."""
    named = _named_base(passage, spot, actual)
    base = named or (None if written else _obvious_base(passage, spot, actual))
    if base is not None and base is not actual:
        bound = _is_bound(spot.mention)  # ``11 dự án đạt trên 90%`` is no share
        unsure = bound or _names_other_subject(spot, actual)
        yield _of(passage, spot, actual.mention, base.mention, Certainty.POSSIBLE if unsure else Certainty.LIKELY)
    for mention in islice(_bases(passage, spot, actual, context), _MOST_BASES):
        if mention not in {spot.mention, actual.mention}:
            yield _of(passage, spot, actual.mention, mention, Certainty.POSSIBLE)
    if actual.host is not None and actual.depth:
        host = passage.spots[actual.host]
        if compatible(host.mention, actual.mention):
            yield _of(passage, spot, actual.mention, host.mention, Certainty.POSSIBLE)


def _any_levels(passage: Passage, spot: Occurrence) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Any two levels around a percentage, in one unit: ``đạt 94% về số vụ và 92% về số bị cáo``."""
    near = [
        s
        for s in passage.spots[max(0, spot.position - _REACH) : spot.position + 3]
        if s.is_level and 0 <= spot.sentence - s.sentence <= 1
    ]
    for a in reversed(near):
        for b in near:
            same = a.mention.unit == b.mention.unit or a.mention.dimension == b.mention.dimension == "money"
            share = (
                cues.says(cues.SHARE, spot.near) and _is_beside(passage, spot.mention, a.mention) and _is_count(a, b)
            )
            if a is not b and (same or share) and a.mention.unit is not None and a.position < spot.position:
                yield a, b


def _of(passage: Passage, spot: Occurrence, a: Mention, b: Mention, certainty: Certainty) -> Reading:
    words = spot.lead + " " + spot.after
    kind: Kind = "share" if cues.says(cues.SHARE, words) and "kế hoạch" not in words else "percent"
    return ratio(kind, spot.mention, a, b, certainty)


def _written_out(passage: Passage, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """The pair ``a/b`` that stands right before the percentage, or right after it in brackets."""
    if spot.position:
        before = passage.spots[spot.position - 1]
        pair = passage.pair_of(before)
        if pair and before.role == "den" and _joined(passage, before, spot):
            return pair
    if spot.position + 1 < len(passage.spots):
        after = passage.spots[spot.position + 1]
        gap = passage.between(spot, after)
        opens = gap.strip().endswith(("(", "=", ":")) or cues.last(cues.AMOUNTS, gap) > 0
        if after.role == "num" and after.sentence == spot.sentence and opens and len(gap) < 60:
            return passage.pair_of(after)
    return None


def _joined(passage: Passage, before: Occurrence, spot: Occurrence) -> bool:
    """Whether the percentage goes on about the figure before it: same sentence, and no other subject between."""
    if before.sentence != spot.sentence:
        return False
    gap = passage.between(before, spot)
    against = cues.says(cues.EARLIER, spot.after) or cues.says(cues.AGAINST, spot.after)
    if len(gap) > _LONGEST_GAP or ";" in gap or (against and not cues.says(cues.PLAN, spot.after)):
        return False
    if spot.near == gap.strip():
        return not _is_bound(spot.mention)  # ``4/6 phường đạt trên 30%`` is the rate of each, not 4/6
    return spot.is_bare or _TELLS_RATE.match(spot.near) is not None


def _is_bound(mention: Mention) -> bool:
    return mention.qualifier not in {"", "about", "nearly"}


def _actual(passage: Passage, spot: Occurrence) -> Occurrence | None:
    """The figure that the percentage is about: the nearest level before it in the sentence, else before its bracket."""
    if spot.is_bare and spot.host is not None:
        host = passage.spots[spot.host]
        if host.group != spot.group and host.is_level:
            return passage.pair_of(host)[0] if host.role else host  # type: ignore[index]
    for other in passage.before(spot):
        if other.sentence != spot.sentence:
            break
        if other.is_level and other.depth <= spot.depth and (other.group in {0, spot.group} or not other.depth):
            return passage.pair_of(other)[0] if other.role == "den" else other  # type: ignore[index]
    return None


def _names_other_subject(spot: Occurrence, actual: Occurrence) -> bool:
    """Whether words after the percentage say that it is about something else: ``94% về số vụ``."""
    unit = actual.mention.unit
    return re.match(r"(?:về |theo )?số ", spot.after) is not None and (unit is None or unit.label_vi not in spot.after)


def _named_base(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """A base that words tie to the percentage: ``p% kế hoạch (b)``, ``p% so với b``, ``p% của tổng số b``."""
    for other in passage.spots[spot.position + 1 :]:
        if other.sentence != spot.sentence:
            break
        gap = passage.between(spot, other)
        if len(gap) > 80 or ";" in gap or other.mention.is_percent:
            break
        if not other.is_level or not compatible(other.mention, actual.mention):
            continue
        tied = cues.names_base(gap, cues.TOTAL)
        return other if tied and not cues.says(cues.CHANGE, gap) else None
    return None


def _obvious_base(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """The only level of its kind that stands before the actual in the sentence, if words make it the base."""
    if cues.says(cues.EARLIER, spot.after) or cues.says(cues.PLAN, spot.after) or actual.role:
        return None
    before = [
        other
        for other in passage.same_sentence(spot)
        if other.position < actual.position and other.is_level and compatible(other.mention, actual.mention)
    ]
    if len(before) != 1 or passage.between(actual, spot).count(",") > 1:
        return None
    base = before[0]
    of_base = cues.says(cues.TOTAL, base.lead) or cues.says(cues.PLAN, base.lead)
    of_part = cues.says(cues.OF_WHICH, actual.lead) or cues.says(cues.DONE, actual.near)
    told = cues.says(cues.RATIO, spot.lead) or spot.is_bare
    larger = value_of(base.mention) >= value_of(actual.mention)
    return base if told and larger and (of_base or of_part) and base.mention.dimension else None


def _bases(passage: Passage, spot: Occurrence, actual: Occurrence, context: Sequence[Mention]) -> Iterator[Mention]:
    """Levels that may be the base: named ones of the sentence, earlier ones, then those of the paragraphs above."""
    around = [s for s in passage.same_sentence(spot) if s.position > spot.position]
    for other in [*passage.before(spot), *around]:
        if other.is_level and other.position != actual.position and compatible(other.mention, actual.mention):
            yield other.mention
    share = cues.says(cues.SHARE, spot.near) and _is_beside(passage, spot.mention, actual.mention)
    for mention in context:
        counts = share and _is_count(actual) and mention.unit is not None and mention.unit.counted
        if counts or compatible(mention, actual.mention):
            yield mention
