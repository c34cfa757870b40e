"""Sums that no list states: a total that is raised, numerators of one base, points of a growth, parts of 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.gaps import add_up, is_one_slip
from phulien_analysis.stated.passage import Occurrence, Passage, compatible
from phulien_analysis.stated.readings import Certainty, Reading, added, last_share, value_of

_WITHIN = re.compile(r"(?<!\w)trong(?: mức| tổng)?(?: tăng trưởng| tăng)?(?: chung)?$")
_SMALL_SHARE = 5  # times smaller than the smallest other share: hardly one
_MISSING_SHARE = Decimal("0.6")
_SECTORS = tuple(re.compile(words) for words in ("nông|lâm|thủy sản|thuỷ sản", "xây dựng", "dịch vụ"))
_MOST_TAXES = Decimal("0.15")  # taxes less subsidies on products have no larger share
_MOST_RAISED = 6  # figures before a total that is raised


def raised(passage: Passage) -> Iterator[list[Reading]]:
    """``có 5.468 lớp, tăng thêm 990 lớp, nâng tổng số lên 6.458 lớp``: sure if nothing stands between."""
    for spot in passage.spots:
        if not cues.RAISED.search(spot.lead[-100:]):
            continue
        before = [s for s in passage.before(spot) if spot.sentence - s.sentence <= 1 and not s.mention.is_percent]
        before = [s for s in before if compatible(s.mention, spot.mention)][:_MOST_RAISED]
        found = [
            added(spot.mention, (level.mention, more.mention), _certainty_of_raise(passage, level, more, spot))
            for more, level in combinations(before, 2)
            if level.is_level and value_of(level.mention) > value_of(more.mention)
            if more.sentence == spot.sentence and more.mention.unit == level.mention.unit
        ]
        if found:
            yield found


def _certainty_of_raise(passage: Passage, level: Occurrence, more: Occurrence, spot: Occurrence) -> Certainty:
    row = [spot.position - 2, spot.position - 1] == [level.position, more.position]
    sure = row and more.direction > 0 and level.sentence == spot.sentence and ";" not in passage.between(more, spot)
    return Certainty.LIKELY if sure else Certainty.POSSIBLE


def partitions(passage: Passage) -> Iterator[list[Reading]]:
    """Numerators over one denominator that make it up: ``9/20 vượt kế hoạch; 7/20 đạt; 4/20 chưa đạt``."""
    pairs = [(s, passage.spots[s.position + 1]) for s in passage.spots if s.role == "num"]
    by_whole: dict[tuple[int, Mention], list[Occurrence]] = {}
    for part, whole in pairs:
        same = replace(whole.mention, start=0, end=0, first=0, stop=0, label="", printed="")
        by_whole.setdefault((part.sentence, same), []).append(part)
    for (sentence, _), parts in by_whole.items():
        whole = passage.spots[parts[0].position + 1]
        following = (s for s in passage.spots if s.position > parts[-1].position + 1 and s.sentence == sentence)
        last = next((s for s in following if s.is_level and not s.role and s.mention.unit == whole.mention.unit), None)
        for taken in (parts, [parts[-1], last]):
            mentions = [s.mention for s in taken if s is not None]
            if len(mentions) > 1:
                yield [added(whole.mention, mentions, Certainty.POSSIBLE)]


def contributions(passage: Passage) -> Iterator[list[Reading]]:
    """Points that make up a growth: ``Trong 7,2% tăng trưởng, nông nghiệp đóng góp 1,1 điểm phần trăm; …``."""
    for spot in passage.spots:
        rate = spot.mention.is_percent or spot.mention.dimension == "points"
        if not rate or not cues.says(_WITHIN, spot.near):
            continue
        points = [s.mention for s in passage.same_sentence(spot) if s.position > spot.position]
        points = [m for m in points if m.dimension == "points" and m.number is not None]
        if len(points) > 1 and "đóng góp" in passage.lower:
            yield [added(spot.mention, points, Certainty.POSSIBLE)]


def wholes(passage: Passage) -> Iterator[list[Reading]]:
    """Shares of one sentence that make 100 %: ``cơ cấu: nông nghiệp 21,4%; công nghiệp 42,8%; dịch vụ 35,8%``."""
    by_sentence: dict[tuple[int, int], list[Occurrence]] = {}
    for spot in passage.spots:
        if spot.mention.is_percent and spot.mention.form != "range" and spot.mention.number and not spot.direction:
            by_sentence.setdefault((spot.sentence, spot.group), []).append(spot)
    for spots in by_sentence.values():
        shares = [
            s for s in spots if not (s.is_bare or cues.says(cues.PLAN, s.after) or cues.says(cues.BEFORE, s.after))
        ]
        if len(shares) > 1 and all((s.mention.number and s.mention.number.value > 0) for s in shares):
            yield [last_share([s.mention for s in shares], _certainty_of_shares(passage, shares))]
        yield from _of_one_clause(shares)
        if len(spots) > max(2, len(shares)) and all(s.mention.number and s.mention.number.decimals for s in spots):
            yield [last_share([s.mention for s in spots], Certainty.POSSIBLE)]  # with decimals, chance makes no 100 %


def _of_one_clause(shares: Sequence[Occurrence]) -> Iterator[list[Reading]]:
    """``tăng trưởng đạt 11%; tỷ trọng dịch vụ chiếm 42%, công nghiệp 40% và nông nghiệp 18%``: only where they hold."""
    by_clause: dict[int, list[Occurrence]] = {}
    for share in shares:
        by_clause.setdefault(share.clause, []).append(share)
    for own in by_clause.values():
        if 2 < len(own) < len(shares) and cues.says(cues.STRUCTURE, own[0].lead):
            yield [last_share([s.mention for s in own], Certainty.POSSIBLE)]


def _certainty_of_shares(passage: Passage, shares: Sequence[Occurrence]) -> Certainty:
    missing = 1 - add_up([s.mention for s in shares])
    told = cues.says(
        cues.STRUCTURE, passage.lower[passage.sentence_starts[shares[0].sentence] : shares[-1].mention.start]
    )
    least = min(add_up([s.mention]) for s in shares)  # what is missing and as large may be one that is not named
    close = missing * _SMALL_SHARE < least and -missing < _MISSING_SHARE and is_one_slip(missing)
    whole = _are_sectors(shares) and abs(missing) > _MOST_TAXES and is_one_slip(missing)
    return Certainty.LIKELY if told and (close or whole) and len(shares) > 2 else Certainty.POSSIBLE


def _are_sectors(shares: Sequence[Occurrence]) -> bool:
    """Whether three shares are of agriculture, industry with construction, and services: all but taxes on products."""
    names = [f"{share.near} {share.lead}" for share in shares]
    return len(shares) == len(_SECTORS) and all(sector.search(n) for sector, n in zip(_SECTORS, names, strict=True))
