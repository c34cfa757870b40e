"""Bases: what a percentage may be of, by words beside it, by the sentence, or by what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage, compatible, may_compare
from phulien_analysis.stated.readings import Certainty, Reading, quantity, ratio, value_of

_NOUN_OF_BASE = re.compile(r"(?:so với |của |trong |trên |/ ?)?(?:tổng (?:số )?)?((?!số|với|và|các)\w+ \w+)")
_ADDED_UP = re.compile(r"[,;] (?:tổng )?cộng(?: là)?:? ?$")  # ``(tỷ lệ 5,6%), cộng 270 hộ`` adds up, and is no base
BESIDE = 40  # characters between a number and its share
_NEAR = Decimal("0.05")  # how far, for its size, a rate may be from what is taken for its figures
_WHOLE = re.compile(r"(?<!\w)(?:cả nước|toàn (?:quốc|quận|huyện|tỉnh|thành phố|ngành|vùng|xã|phường))(?!\w)")
_LATER, _SENTENCES_LATER = 12, 3  # figures and sentences after a percentage in which its base may be told
_NEARBY = 8  # figures before a percentage that are tried one and all


def named_base(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """A base that words tie to the percentage: ``p% kế hoạch (b)``, ``p% so với b``, ``p% của tổng số b``."""
    for other in passage.spots[spot.position + 1 :]:
        if other.sentence != spot.sentence:
            break
        gap = passage.between(spot, other)
        if len(gap) > 80 or ";" in gap or other.mention.is_percent:
            break
        if not other.is_level or not compatible(other.mention, actual.mention):
            continue
        tied = cues.names_base(gap, cues.TOTAL) and _ADDED_UP.search(gap) is None
        raised = cues.RAISED.search(gap) is not None
        return other if tied and not raised and not cues.says(cues.CHANGE, gap) else None
    return None


def implied_base(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """A base that no bracket ties to the percentage, but the sentence, the one before, or its noun."""
    for find in (_obvious_base, _base_before, _base_by_noun):
        base = find(passage, spot, actual)
        if base is not None:
            return base
    return None


def _base_by_noun(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """``chiếm 1,9% tổng dư nợ``: the nearest level before that is said to be of ``dư nợ``."""
    noun = _NOUN_OF_BASE.match(spot.after)
    if noun is None or cues.says(cues.PLAN, spot.after) or cues.says(cues.EARLIER, spot.after):
        return None
    words = f" {noun.group(1)} "
    before = (s for s in passage.before(actual) if actual.sentence - s.sentence <= 2 and s.is_level)
    return next((s for s in before if compatible(s.mention, actual.mention) and words in f" {s.near} "), None)


def _obvious_base(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """The only level of its kind that stands before the actual in the sentence, if words make it the base.

    What a bracket lists that has closed is none: ``712 người (nam 340, nữ 372), trong đó đã tiêm 690 người, đạt …``.
    """
    if cues.says(cues.EARLIER, spot.after) or cues.says(cues.PLAN, spot.after) or actual.role:
        return None
    levels = (s for s in passage.same_sentence(spot) if s.position < actual.position and s.is_level)
    alike = [s for s in levels if compatible(s.mention, actual.mention)]
    before = [s for s in alike if s.depth <= actual.depth]
    if len(alike) > 1 and any(s.clause != actual.clause for s in before):
        return None
    if len(before) != 1 or passage.between(actual, spot).count(",") > 1:
        return None
    base = before[0]
    of_base = any(cues.says(words, base.lead) for words in (cues.TOTAL, cues.PLAN, cues.AMONG))
    of_part = cues.says(cues.OF_WHICH, actual.lead) or cues.says(cues.DONE, actual.near)
    beside = spot.is_bare or cues.says(cues.SHARE, spot.near)
    if (not of_base and beside and _has_share(passage, base, actual)) or _has_rate_like(passage, base, spot):
        return None  # ``trong đó vốn trong nước 19, chiếm 48%; vốn nước ngoài 14, chiếm 34%``: they are both parts
    told = cues.says(cues.RATIO, spot.lead) or spot.is_bare
    larger = value_of(base.mention) >= value_of(actual.mention)
    return base if told and larger and (of_base or of_part) and base.mention.dimension else None


def _has_share(passage: Passage, base: Occurrence, actual: Occurrence) -> bool:
    """Whether a figure before has a share of its own."""
    between = passage.spots[base.position + 1 : actual.position]
    shares = (s for s in between if s.mention.is_percent)
    return any(cues.says(cues.SHARE, s.near) or (s.is_bare and s.host == base.position) for s in shares)


def _has_rate_like(passage: Passage, base: Occurrence, rate: Occurrence) -> bool:
    """Whether each has a plan of its own: ``thu 90 tỷ đồng, đạt 41%, trong đó thu thuế 30 tỷ đồng, đạt 38%``."""
    own = passage.spots[base.position + 1]
    return own.mention.is_percent and own is not rate and own.near == rate.near != "" and not own.direction


def _base_before(passage: Passage, spot: Occurrence, actual: Occurrence) -> Occurrence | None:
    """``Công nhận 90/100 hộ. Trong đó, 30 hộ …, chiếm 33%``: of what the sentence before came to, if that is near."""
    opens = cues.OF_WHICH.match(actual.lead.lstrip()) is not None and not spot.after.strip(".")
    before = [s for s in passage.before(actual) if s.is_level and s.role != "den" and not s.depth]
    before = [s for s in before if actual.sentence - s.sentence <= 1]
    if not opens or len(before) != 1 or before[0].sentence == actual.sentence:
        return None
    base = before[0]
    reading = ratio("share", spot.mention, actual.mention, base.mention, Certainty.PRESUMED)
    return base if base.mention.unit == actual.mention.unit and _is_near(reading) else None


def _is_near(reading: Reading) -> bool:
    """Whether a rate is so near to what its figures give that it is theirs, though a digit may be wrong."""
    operands, stated = reading.quantities(), quantity(reading.stated)
    if operands is None or stated is None or not value_of(reading.operands[1]):
        return False
    return abs(reading.formula.result(operands).value - stated.value) <= _NEAR * abs(stated.value)


def possible_bases(
    passage: Passage, spot: Occurrence, actual: Occurrence, context: Sequence[Mention]
) -> Iterator[Mention]:
    """Levels that may be the base: named ones of the sentence, earlier ones, then those of the paragraphs above."""
    around = [s for s in passage.same_sentence(spot) if s.position > spot.position and s is not actual]
    before = list(passage.before(spot))
    for other in [*before[:_NEARBY], *_heads(before[_NEARBY:], actual), *around]:
        if other.is_level and other.position != actual.position and compatible(other.mention, actual.mention):
            yield other.mention
    yield from (s.mention for s in around if s.is_level and may_compare(spot.mention, s.mention, actual.mention))
    yield from (
        s.mention for s in told_later(passage, spot) if s is not actual and compatible(s.mention, actual.mention)
    )
    share = cues.says(cues.SHARE, spot.near) and is_beside(passage, spot.mention, actual.mention)
    for mention in context:
        counts = share and is_count(actual) and mention.unit is not None and mention.unit.counted
        if counts or compatible(mention, actual.mention):
            yield mention


def told_later(passage: Passage, rate: Occurrence) -> Iterator[Occurrence]:
    """Levels of the sentences after a rate that its words name: a plan, or a whole (``chiếm 16% của cả nước``).

    Only where its decimals tell whether one fits.
    """
    if rate.mention.number is None or not rate.mention.number.decimals:
        return
    whole = _WHOLE.search(rate.after)
    for other in passage.spots[rate.position + 1 : rate.position + 1 + _LATER]:
        if other.is_level and 0 < other.sentence - rate.sentence <= _SENTENCES_LATER:
            planned = cues.says(cues.PLAN, rate.after) and cues.says(cues.PLAN, other.near)
            if planned or (whole is not None and whole[0] in f"{other.near} {other.after}"):
                yield other


def _heads(before: Sequence[Occurrence], actual: Occurrence) -> Iterator[Occurrence]:
    """Of levels far before, nearest first, those that are larger than all after them: the head of a long list."""
    largest = value_of(actual.mention)
    for other in before:
        if other.is_level and compatible(other.mention, actual.mention) and value_of(other.mention) > largest:
            largest = value_of(other.mention)
            yield other


def is_beside(passage: Passage, share: Mention, actual: Mention) -> bool:
    """Whether a share stands right behind its number."""
    between = any(actual.start < m.start < share.start for m in passage.mentions)
    return share.paragraph == actual.paragraph and 0 <= share.first - actual.stop < BESIDE and not between


def is_count(*spots: Occurrence) -> bool:
    """Whether figures all count things."""
    return all(s.mention.unit is not None and s.mention.unit.counted for s in spots)
