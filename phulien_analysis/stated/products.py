"""Products: a number of things times what each is worth, written out or told by a rate (``bình quân 45 người/lớp``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phulien_analysis.catalogue import Unit
from phulien_analysis.reading.mention import Mention
from phulien_analysis.reading.units import unit_at
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage
from phulien_analysis.stated.readings import Certainty, Reading, product

_TIMES_SIGN = re.compile(
    r"\s*[x×*]\s*(?:\w+\s){0,2}|.{0,30}(?<!\w)(?:mỗi|bình quân|định mức|mức|trị giá|với giá)(?!\w).{0,30}"
)
_WRITTEN = re.compile(r"\s*[x×*]\s*.{0,20}")
_AMOUNTS = re.compile(r".{0,30}(?:=|(?<!\w)(?:tổng|thành tiền|tương đương|tương ứng|bằng|là)(?!\w)).{0,40}")
_AROUND = 6  # figures to either side of a rate that it may be worked out with
_PER = "-per-"
_EACH = re.compile(r"(?<!\w)(?:mỗi|một|1|01) ([^\W\d_]+)(?: [^\W\d_]+){0,6}\s*$")
_NEAR_WORDS = 5
_PEOPLE = {"persons", "person-visits", "visits", "visitors", "tourist-visits"}  # all of them count heads


def products(passage: Passage) -> Iterator[list[Reading]]:
    """``20 suất × 300.000 đồng = 6 triệu đồng``, ``24 lớp cho 1.080 người, bình quân 45 người/lớp``."""
    yield from _written(passage)
    yield from _paid(passage)
    yield from _by_rates(passage)


def _written(passage: Passage) -> Iterator[list[Reading]]:
    """Three figures in a row of which one is the product of the others."""
    spots = passage.spots
    for three in zip(spots, spots[1:], spots[2:], strict=False):
        a, b, c = three
        if {s.sentence for s in three} != {a.sentence} or not all(s.is_level and not s.role for s in three):
            continue
        first, second = passage.between(a, b), passage.between(b, c)
        if ";" in first + second:
            continue
        if _multiplies(a, b, c) and _TIMES_SIGN.fullmatch(first) and _AMOUNTS.fullmatch(second):
            written = _WRITTEN.fullmatch(first) is not None or ("mỗi" in first and "tổng" in second)
            yield [product(c.mention, a.mention, b.mention, Certainty.LIKELY if written else Certainty.POSSIBLE)]
        elif _multiplies(a, c, b) and "mỗi" in second:
            yield [product(b.mention, a.mention, c.mention, Certainty.POSSIBLE)]
        elif _multiplies(b, c, a) and _WRITTEN.fullmatch(second) and first.rstrip().endswith(("(", ":", "=")):
            yield [product(a.mention, b.mention, c.mention, Certainty.LIKELY)]


def _paid(passage: Passage) -> Iterator[list[Reading]]:
    """``Mức quà 450.000 đồng (trung ương 350.000, địa phương 100.000) cho 1.264 người = 568.800.000 đồng``."""
    outside = [s for s in passage.spots if not s.depth and s.is_level and not s.role]
    for each, count, amount in zip(outside, outside[1:], outside[2:], strict=False):
        said = "mức" in each.near.split() and count.lead.endswith((" cho ", " tặng ")) and amount.lead.strip() == "="
        money = each.mention.dimension.split(_PER)[0] == amount.mention.dimension == "money"
        counted = count.mention.unit is not None and count.mention.unit.counted
        if said and money and counted and each.sentence == amount.sentence:
            yield [product(amount.mention, count.mention, each.mention, Certainty.LIKELY)]


def _multiplies(count: Occurrence, each: Occurrence, amount: Occurrence) -> bool:
    """Whether the units allow it: a count of things times what each is worth, in the unit of the amount."""
    kinds = [s.mention.dimension for s in (count, each, amount)]
    counted = count.mention.unit is not None and (count.mention.unit.counted or _is_per(each, count))
    noun = _EACH.search(each.lead)
    if noun and counted and not _is_of(noun[1], count):
        return False  # ``50 suất cho 45 hộ, mỗi suất 500.000 đồng``
    return counted and kinds[0] != kinds[2] and bool(kinds[2]) and kinds[1].startswith(kinds[2])


def _by_rates(passage: Passage) -> Iterator[list[Reading]]:
    """A rate with what it is per and what it makes in all, in any order: taken only where it holds."""
    for rate in passage.spots:
        if _PER not in rate.mention.dimension and not _EACH.search(rate.lead):
            continue
        near = [s for s in passage.around(rate, _AROUND) if s.is_level and abs(s.sentence - rate.sentence) <= 1]
        counts = [s for s in near if _is_per(rate, s)]
        amounts = [s for s in near if _is_measured_by(rate, s)]
        found = [
            product(amount.mention, _number_of(count, rate), _rounded(rate.mention), Certainty.POSSIBLE)
            for count in counts
            for amount in amounts
            if amount is not count and _goes_with(rate, count, amount)
        ]
        if found:
            yield found


def _goes_with(rate: Occurrence, count: Occurrence, amount: Occurrence) -> bool:
    """Whether one stands in the rate's sentence, or both in the one before an average."""
    average = cues.says(cues.YEARLY, rate.lead) and count.sentence == amount.sentence == rate.sentence - 1
    return average or rate.sentence in {count.sentence, amount.sentence}


def _is_per(rate: Occurrence, count: Occurrence) -> bool:
    """Whether a rate is per what another figure counts: ``165.000 đồng/hộ/quý`` and ``284 hộ``."""
    unit, per = count.mention.unit, rate.mention.unit
    each = _EACH.search(rate.lead)
    if each and unit is not None and unit.counted and _is_of(each[1], count):
        return True
    if unit is None or per is None or _PER not in per.unit:
        return False
    below, noun, measure = per.unit.split(_PER)[1], per.label_vi.split("/")[1].split()[0], _below(per)
    counted = unit.counted and unit.label_vi.split()[0] == noun  # ``20 suất học bổng``, ``triệu đồng/suất``
    same = below == unit.unit or (measure is not None and measure.dimension == unit.dimension and not unit.counted)
    return counted or same or (below == "person" and unit.dimension == "persons")


def _is_of(noun: str, count: Occurrence) -> bool:
    """Whether a figure counts what a noun names: ``12 căn nhà``, ``mỗi căn``."""
    unit, named = count.mention.unit, unit_at(noun, 0)
    words = f"{unit.label_vi if unit else ''} {count.after}".lower().split()[:_NEAR_WORDS]
    return noun in words or (named is not None and unit is not None and named.unit.unit == unit.unit)


def _rounded(rate: Mention) -> Mention:
    """What there is on average of things that are counted: ``mỗi xã đạt 16,7 tiêu chí`` is rounded."""
    unit = rate.unit
    broken = unit is not None and unit.counted and rate.number is not None and rate.number.decimals > 0
    return replace(rate, unit=unit.model_copy(update={"counted": False})) if unit is not None and broken else rate


def _number_of(count: Occurrence, rate: Occurrence) -> Mention:
    """A figure as the number of what a rate is per: 1.200 ha are 1.200 for ``60 tạ/ha``."""
    unit, below = count.mention.unit, _below(rate.mention.unit)
    if unit is None or below is None or below.dimension != unit.dimension or below.scale == 1:
        return count.mention
    return replace(count.mention, unit=unit.model_copy(update={"scale": unit.scale / below.scale}))


def _below(per: Unit | None) -> Unit | None:
    """The unit that a rate is per: hectares of ``tạ/ha``."""
    if per is None or _PER not in per.unit:
        return None
    found = unit_at(per.label_vi.split("/")[1].strip(), 0)
    return found.unit if found is not None else None


def _is_measured_by(rate: Occurrence, amount: Occurrence) -> bool:
    """Whether a rate is in the unit of another figure; people and their visits are one."""
    measured, dimension = rate.mention.dimension.split(_PER)[0], amount.mention.dimension
    return bool(dimension) and (dimension == measured or {dimension, measured} <= _PEOPLE)
