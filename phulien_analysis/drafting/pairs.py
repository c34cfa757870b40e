"""What follows from a pair: in ``a/b, bằng p% kế hoạch`` plan and percentage are of the indicator that a is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phulien_analysis.drafting.lines import ENOUGH
from phulien_analysis.drafting.matching import LABEL_ALONE, Match
from phulien_analysis.drafting.measures import says_plan
from phulien_analysis.drafting.sightings import Sighting

_RATIO = re.compile(r"[\s,;(=]{0,4}(?:ước )?(?:đạt|bằng|chiếm|tỷ lệ)?(?: tỷ lệ)?(?: khoảng)?\s?")
_PERCENT_OF = {"plan": "percent_of_plan", "base": "share"}


def with_pairs(seen: Sequence[Sighting], matches: Sequence[Match | None]) -> list[Match | None]:
    """The matches, with those that were not sure enough but follow from the figure before them."""
    found: list[Match | None] = []
    for place, match in enumerate(matches):
        known = found[-1] if found else None
        follows = match if known is None or _is_sure(match) or not _is_sure(known) else _in_pair(seen, place, known)
        found.append(follows or match)
    return found


def _is_sure(match: Match | None) -> bool:
    return match is not None and match.confidence >= ENOUGH


def _in_pair(seen: Sequence[Sighting], place: int, known: Match) -> Match | None:
    measure = _measure(seen, place, known.measure)
    if not measure:
        return None
    return Match(known.indicator, measure, min(known.confidence, LABEL_ALONE), known.likeness, None)


def _measure(seen: Sequence[Sighting], place: int, before: str) -> str:
    """The measure that a figure has beside the one before it; empty where they make no pair."""
    sighting, first = seen[place], seen[place - 1]
    if sighting.paragraph.index != first.paragraph.index:
        return ""
    if sighting.spot.role == "den":
        return "plan" if before == "actual" and _is_plan(sighting, seen[place + 1 : place + 2]) else ""
    return _PERCENT_OF.get(before, "") if first.spot.role == "den" and _is_ratio(sighting) else ""


def _is_ratio(sighting: Sighting) -> bool:
    return sighting.mention.is_percent and _RATIO.fullmatch(sighting.spot.lead) is not None


def _is_plan(second: Sighting, following: Sequence[Sighting]) -> bool:
    """Whether the text calls the second of a pair a plan, right after it or after the percentage.

    Of things that are counted (``16/16 nhiệm vụ được giao``) it may be no plan but all that there are.
    """
    if second.mention.unit is not None and second.mention.unit.counted:
        return False
    tails = [second.spot.tail[:60], *(one.spot.tail[:60] for one in following if _is_ratio(one))]
    return any(says_plan(tail) for tail in tails)
