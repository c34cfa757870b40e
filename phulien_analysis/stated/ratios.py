"""Percentages and shares: ``a/b, đạt p%``, ``a, chiếm p%`` of a total named before or after, ``p% kế hoạch (b)``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice

from phulien_analysis.catalogue import Unit
from phulien_analysis.findings import Kind
from phulien_analysis.reading.mention import Mention
from phulien_analysis.reading.phrases import phrases
from phulien_analysis.stated import cues
from phulien_analysis.stated.bases import (
    BESIDE,
    implied_base,
    is_beside,
    is_count,
    named_base,
    possible_bases,
    told_later,
)
from phulien_analysis.stated.changes import direction_of_rate
from phulien_analysis.stated.passage import Occurrence, Passage, compatible, count_the_same, may_compare
from phulien_analysis.stated.readings import Certainty, Reading, index, ratio, value_of

_LONGEST_GAP = 90  # characters between a pair and its percentage
_TELLS_RATE = re.compile(rf"(?:(?:đã|ước|mới|chỉ|qua đó|nâng|với|là|kết quả)(?!\w) ?){{0,2}}(?:$|{cues.RATIO.pattern})")
_RATE_WORDS = phrases(  # words that lead from figures to their percentage, and name no other subject
    """đạt|bằng|chiếm|tỷ|tỉ|lệ|trọng|tương|ứng|đương|hoàn|thành|thực|hiện|giải|ngân|ước|khoảng|trong|trên|tổng|số|đã|
    mới|chỉ|qua|đó|nâng|với|là|kết|quả|được|lên|có|cũng|và|="""
)
_CLOSED_PAIR = re.compile(r"[^\d;:.()=]{0,40}\)\s*/\s*(?:tổng (?:số )?)?")
_OF_PAIR = re.compile(  # what may follow the percentage of a pair: its base, or a comparison
    rf"{cues.PLAN.pattern}|{cues.CHANGE.pattern}|(?:so|của|tổng|số|trên|trong|theo|và|năm|được|là)(?!\w)"
)
_MOST_COUNTED = 4  # words that only say what a pair counts
_MOST_PAIRS = 60
_MOST_TOLD = 4  # figures of the sentence before that a percentage may go on about
_REACH = 8  # figures before a percentage that it may be worked out from
_MOST_BASES, _MOST_IF_TELLING = 10, 16  # figures tried as the base of one percentage; with decimals it fits few


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
        like = [(sentence, [*alternatives, *_of_far_bases(alternatives, shared)]) for sentence, alternatives in like]
        taken = {r.operands for _, alternatives in like for r in alternatives if r.agrees}
        for sentence, alternatives in like:
            near = _shared_bases(others for other, others in like if other == sentence)
            often = Counter({base: count for base, count in shared.items() if near[base] or count > 1})
            yield _with_shared_base(passage, alternatives, often, taken)
    yield from (alternatives for spot, alternatives in found if _against(spot) == _OF_EARLIER)


def _is_result(passage: Passage, spot: Occurrence) -> bool:
    """Whether a percentage may be worked out here: it is no growth, and no target or earlier rate itself."""
    behind_pair = spot.position > 0 and passage.spots[spot.position - 1].role == "den"
    target = spot.lead.rstrip().endswith("(") and cues.names_base(spot.lead) and not behind_pair
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
        if alternatives[0].certainty is Certainty.EXPLICIT:
            continue  # a pair has its base to itself
        shared.update(
            {r.operands[1] for r in alternatives if r.agrees and r.operands[0] == own and not r.rests_on_bound}
        )
    return shared


def _of_far_bases(alternatives: Sequence[Reading], shared: Counter[Mention]) -> Iterator[Reading]:
    """The bases that two others of a long list have, though they stand too far before this one to be tried."""
    own, tried = alternatives[0], {r.operands[1] for r in alternatives}
    for base, count in shared.items():
        if (
            count > 1
            and base not in tried
            and base.paragraph == own.stated.paragraph
            and own.kind in {"percent", "share"}
        ):
            yield ratio(own.kind, own.stated, own.operands[0], base, Certainty.POSSIBLE)


def _with_shared_base(
    passage: Passage, alternatives: list[Reading], shared: Counter[Mention], others: Set[tuple[Mention, ...]]
) -> list[Reading]:
    """The base that its neighbours have comes first; where nothing agrees, it is likely a share's own.

    Not one of ``others``: ``đạt 81% dự toán tỉnh giao, 78% dự toán phường giao (15.900)`` has two bases.
    """
    own = alternatives[0].operands[0]
    bound = _is_bound(alternatives[0].stated)
    if bound or any(reading.agrees for reading in alternatives) or not is_beside(passage, alternatives[0].stated, own):
        return sorted(
            alternatives, key=lambda reading: -shared[reading.operands[1]] if reading.operands[0] == own else 0
        )
    raised = [
        replace(r, certainty=max(r.certainty, Certainty.LIKELY if shared[r.operands[1]] > 2 else Certainty.PRESUMED))
        if r.operands[0] == own and r.operands not in others and _is_told(passage, r.operands[1], shared)
        else r
        for r in alternatives
    ]
    return sorted(raised, key=lambda reading: -shared[reading.operands[1]])


def _is_told(passage: Passage, base: Mention, shared: Counter[Mention]) -> bool:
    """Whether a base is told by its neighbours: by one or two that hold only if it has no share itself.

    ``Xuất sắc 820 em (62%), khá 310 em (24%), …`` are all of what is not printed.
    """
    own = next((s for s in passage.spots if s.host is not None and s.is_bare and _has_share_of(passage, s, base)), None)
    return shared[base] > (0 if own is None else 2)


def _has_share_of(passage: Passage, rate: Occurrence, base: Mention) -> bool:
    """Whether a bare percentage in a bracket is a share of what stands before the bracket."""
    host = passage.spots[rate.host or 0]
    return host.mention == base and rate.mention.is_percent and not direction_of_rate(passage, rate)


def _readings(passage: Passage, spot: Occurrence, context: Sequence[Mention]) -> Iterator[Reading]:
    pair = _written_out(passage, spot)
    if pair:
        certainty = _certainty_of_pair(passage, spot, pair[1])
        yield _of(passage, spot, pair[0].mention, pair[1].mention, certainty)
    actual = pair[0] if pair else _actual(passage, spot)
    if actual is not None:
        yield from _about(passage, spot, actual, context, written=pair is not None)
    for a, b in islice(_any_levels(passage, spot), _MOST_PAIRS):
        yield _of(passage, spot, a.mention, b.mention, Certainty.POSSIBLE)
    if actual is not None and not cues.says(cues.PLAN, spot.after):
        yield from _of_changes(passage, spot, actual)
    if actual is None:
        yield from _of_sentence_before(passage, spot)
    yield from _of_rates(passage, spot)
    for own in _other_subjects(passage, spot):
        for base in islice(possible_bases(passage, spot, own, context), _MOST_BASES):
            yield _of(passage, spot, own.mention, base, Certainty.POSSIBLE)


def _of_sentence_before(passage: Passage, spot: Occurrence) -> Iterator[Reading]:
    """``Cả huyện có 46.318 người tham gia. Tỷ lệ bao phủ đạt 21,47% so với lực lượng lao động (215.760)``.

    Nothing before it in its sentence is what it is about: the level told last may be, if a base is named.
    """
    told = [s for s in passage.before(spot) if s.is_level and s.role != "den" and spot.sentence - s.sentence == 1]
    for own in told[:_MOST_TOLD]:
        named = named_base(passage, spot, own)
        later = [s for s in told_later(passage, spot) if compatible(s.mention, own.mention)]
        for base in [named, *later] if named is not None else later:
            yield _of(passage, spot, own.mention, base.mention, Certainty.POSSIBLE)


def _other_subjects(passage: Passage, spot: Occurrence) -> Iterator[Occurrence]:
    """``tăng thêm 45 hội viên, đạt 90% chỉ tiêu``, ``tỷ lệ sống 96% (1.402 cây)``: no level before is the subject."""
    if _follows_change(passage, spot):
        yield passage.spots[spot.position - 1]
    following = passage.spots[spot.position + 1 : spot.position + 2]
    yield from (s for s in following if s.is_level and not s.role and _says_in_units(spot, s))


def _says_in_units(rate: Occurrence, level: Occurrence) -> bool:
    """``96% (1.402 cây)``, ``chiếm 64%, tương đương 48.000 tỷ đồng``."""
    beside = level.sentence == rate.sentence and len(level.lead) < BESIDE
    share = cues.says(cues.SHARE, rate.near) and level.lead.rstrip().endswith(" đạt")
    same = beside and (share or cues.says(cues.SAME_AS, level.lead))
    return same or (level.host == rate.position and level.lead.endswith("("))


def _of_rates(passage: Passage, spot: Occurrence) -> Iterator[Reading]:
    """``giảm 1,2%, bằng 80% kế hoạch (1,5%)``: a rate held against the rate that was planned."""
    window = passage.spots[max(0, spot.position - _REACH) : spot.position + 2]
    rates = [s for s in window if s is not spot and s.mention.is_percent and 0 <= spot.sentence - s.sentence <= 1]
    planned = (s for s in rates if cues.says(cues.PLAN, s.near or s.lead) and not cues.says(cues.RATIO, s.near))
    for base in planned:
        for own in (s for s in rates if s is not base and s.position < spot.position):
            yield _of(passage, spot, own.mention, base.mention, Certainty.POSSIBLE)


def _follows_change(passage: Passage, spot: Occurrence) -> bool:
    """Whether the figure right before it is a change in units that is held against no earlier time."""
    before = passage.spots[spot.position - 1] if spot.position else None
    if before is None or before.sentence != spot.sentence or not before.direction or before.mention.is_percent:
        return False
    return not (cues.says(cues.AGAINST, before.tail) or cues.says(cues.EARLIER, before.tail))


def _of_changes(passage: Passage, spot: Occurrence, actual: Occurrence) -> Iterator[Reading]:
    """``đạt 480 ha, giảm 20 ha, bằng 96% cùng kỳ``: the change printed beside says what the earlier level was."""
    told = cues.says(cues.AGAINST, spot.tail) or cues.says(cues.EARLIER, spot.tail)
    for change in passage.same_sentence(spot):
        near = told and actual.position < change.position <= spot.position + 2
        if near and change.direction and compatible(change.mention, actual.mention) and not change.mention.is_percent:
            yield index(spot.mention, actual.mention, change.mention, change.direction)


def _about(
    passage: Passage, spot: Occurrence, actual: Occurrence, context: Sequence[Mention], *, written: bool
) -> Iterator[Reading]:
    """The bases of a percentage about ``actual``: named, obvious, or only possible."""
    named = named_base(passage, spot, actual)
    likely = Certainty.LIKELY if named else Certainty.PRESUMED
    base = named or (None if written else implied_base(passage, spot, actual))
    if base is not None and base is not actual:
        bound = _is_bound(spot.mention)  # ``11 dự án đạt trên 90%`` is no share
        other = _names_other_subject(spot, actual) or (named is None and not _RATE_WORDS.issuperset(spot.near.split()))
        other = other or _begins_subject(passage, spot)
        unsure = bound or other or _follows_change(passage, spot)
        yield _of(passage, spot, actual.mention, base.mention, Certainty.POSSIBLE if unsure else likely)
    telling = spot.mention.number is not None and spot.mention.number.decimals > 0
    most = _MOST_IF_TELLING if telling else _MOST_BASES
    for mention in islice(possible_bases(passage, spot, actual, context), most):
        yield _of(passage, spot, actual.mention, mention, Certainty.POSSIBLE)
    if actual.host is not None and actual.depth:
        host = passage.spots[actual.host]
        if compatible(host.mention, actual.mention):
            yield _of(passage, spot, actual.mention, host.mention, _certainty_of_host(spot, actual, host))


def _certainty_of_host(spot: Occurrence, part: Occurrence, host: Occurrence) -> Certainty:
    """``khám 4.562 lượt (BHYT 4.105 lượt, chiếm 90%)``: what a bracket calls a share is one of what it explains."""
    fits = count_the_same(part.mention, host.mention) and value_of(part.mention) <= value_of(host.mention)
    says = cues.says(cues.SHARE, spot.near) and not cues.says(cues.PLAN, spot.after) and not _is_bound(spot.mention)
    return Certainty.PRESUMED if fits and says and part.group == spot.group else Certainty.POSSIBLE


def _any_levels(passage: Passage, spot: Occurrence) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Any two levels around a percentage, in one unit: ``đạt 94% về số vụ và 92% về số bị cáo``."""
    near = [
        s
        for s in passage.spots[max(0, spot.position - _REACH) : spot.position + 3]
        if s.is_level and s.sentence <= spot.sentence and passage.sentences_between(s, spot) <= 1
    ]
    for a in reversed(near):
        for b in near:
            same = a.mention.unit == b.mention.unit or a.mention.dimension == b.mention.dimension == "money"
            share = cues.says(cues.SHARE, spot.near) and is_count(a, b)
            other_noun = share or may_compare(spot.mention, a.mention, b.mention)
            beside = other_noun and is_beside(passage, spot.mention, a.mention)
            if a is not b and (same or beside) and a.mention.unit is not None and a.position < spot.position:
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
        pair = pair if before.role == "den" else _around_bracket(passage, before)
        if pair and _joined(passage, before, spot):
            return pair
    if spot.position + 1 < len(passage.spots):
        after = passage.spots[spot.position + 1]
        gap = passage.between(spot, after)
        opens = gap.strip().endswith(("(", "=", ":")) or cues.last(cues.AMOUNTS, gap) > 0
        if after.role == "num" and after.sentence == spot.sentence and opens and len(gap) < 60 and ";" not in gap:
            return passage.pair_of(after)
    return None


def _around_bracket(passage: Passage, den: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """``176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn``: what the first figure consists of stands between the two."""
    if not den.position or not den.is_level or _CLOSED_PAIR.fullmatch(den.lead) is None:
        return None
    host = passage.spots[den.position - 1].host
    num = passage.spots[host] if host is not None else None
    fits = num is not None and num.is_level and num.depth == den.depth and compatible(num.mention, den.mention)
    return (num, den) if fits and num is not None else None


def _joined(passage: Passage, before: Occurrence, spot: Occurrence) -> bool:
    """Whether the percentage goes on about the figure before it: same sentence, and no other subject between."""
    if before.sentence != spot.sentence:
        return False
    gap = passage.between(before, spot)
    against = cues.says(cues.EARLIER, spot.after) or cues.says(cues.AGAINST, spot.after)
    if len(gap) > _LONGEST_GAP or ";" in gap or (against and not cues.says(cues.PLAN, spot.after)):
        return False
    if _is_bound(spot.mention) and (spot.near == gap.strip() or len(before.after.split()) > _MOST_COUNTED):
        return False  # ``4/6 phường đạt trên 30%`` is the rate of each, not 4/6
    if spot.near == gap.strip():
        return True
    return spot.is_bare or _TELLS_RATE.match(spot.near) is not None


def _certainty_of_pair(passage: Passage, spot: Occurrence, den: Occurrence) -> Certainty:
    """How sure it is that a percentage beside a pair is the pair's: ``13/20 thôn, tỷ lệ hộ có nước sạch đạt 97%``.

    With another subject, another whole (``đạt 19/19 tiêu chí, chiếm 58% tổng số xã``) or no comma (``7/16 khoản thu
    đạt 85%``) it may be of something else.
    """
    if den.position > spot.position:
        return Certainty.EXPLICIT
    unit = den.mention.unit
    if _has_own_noun(spot, unit):
        return Certainty.POSSIBLE
    other = unit is None or unit.label_vi not in spot.after
    whole = cues.says(cues.TOTAL, spot.after) and other
    runs_on = spot.near == passage.between(den, spot).strip() and (unit is None or unit.counted)
    subject = not _RATE_WORDS.issuperset(spot.near.split()) or _goes_on_to(passage.between(den, spot))
    subject = subject or cues.says(cues.OF_WHICH, passage.between(den, spot))
    return Certainty.PRESUMED if whole or runs_on or subject else Certainty.EXPLICIT


def _has_own_noun(spot: Occurrence, unit: Unit | None) -> bool:
    """Whether a percentage without words before it counts something else: ``17/18 thôn, 100% trường đạt chuẩn``."""
    behind = spot.after.removeprefix(unit.label_vi).strip(" .") if unit is not None else spot.after.strip(" .")
    return not spot.near and bool(behind) and _OF_PAIR.match(behind) is None


def _goes_on_to(gap: str) -> bool:
    """Whether something else is told between a pair and a percentage: ``29/40 công trình, giải ngân kịp thời, đạt``."""
    return any(not _RATE_WORDS.issuperset(piece.split()) for piece in gap.split(",")[1:-1])


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


def _begins_subject(passage: Passage, spot: Occurrence) -> bool:
    """Whether another subject stands between two percentages: ``86 hộ nghèo, chiếm 3%, và hộ cận nghèo chiếm 4%``."""
    before = passage.spots[spot.position - 1] if spot.position else None
    if before is None or not before.mention.is_percent or before.sentence != spot.sentence:
        return False
    _, joined, words = re.sub(r"[;,]", " ", spot.lead).rpartition(" và ")
    return bool(joined) and not _RATE_WORDS.issuperset(words.split())


def _names_other_subject(spot: Occurrence, actual: Occurrence) -> bool:
    """Whether words after the percentage say that it is about something else: ``94% về số vụ``."""
    unit = actual.mention.unit
    return re.match(r"(?:về |theo )?số ", spot.after) is not None and (unit is None or unit.label_vi not in spot.after)
