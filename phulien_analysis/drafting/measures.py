"""Which measure a figure is of, as the words at it tell: plan, remainder, percentage of the plan, share."""

from __future__ import annotations

import re

from phulien_analysis.catalogue import Indicator
from phulien_analysis.drafting.sightings import Sighting
from phulien_analysis.expression import RATIOS
from phulien_analysis.stated import cues

_NEVER = -9.0
_OF_PERCENT = {
    "percent_of_plan": 0.0,
    "share": 0.0,
    "actual": -0.3,
    "bound": -2.0,
    "remaining_percent": -2.0,
    "growth": -2.0,
}
_OF_AMOUNT = {
    "actual": 0.0, "plan": -0.7, "base": -1.5, "rate": -1.5, "remaining": -2.0, "unit_value": -2.5, "bound": -2.5,
    "change": -3.0,
}  # fmt: skip
_OF_PAIR = {"num": {"actual": 1.0, "plan": -3.0, "base": -4.0}, "den": {"actual": -3.0, "plan": 1.5, "base": 1.5}}
_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|định mức|mục tiêu|giao bổ sung"
    r"|(?:được|trung ương|thành phố|tỉnh|quận|huyện|phường|xã|trên) giao(?! (?:thông|ban|dịch|lưu|tiếp)))(?!\w)"
)
_DONE = re.compile(r"(?<!\w)(?:kết quả|giải ngân|thực hiện|đạt|hoàn thành|đã)(?!\w)")
_COLLECTED = re.compile(r"(?<!\w)(?<!nguồn )(?:thu|chi)(?!\w)")
_LEFT = re.compile(r"(?<!\w)(?:còn lại|chưa giải ngân|còn phải|chưa thực hiện|còn thiếu|chưa thu)(?!\w)")
_EACH_WORTH = re.compile(r"(?<!\w)(?:trị giá|mỗi suất|mỗi xuất|mức|đơn giá)\s*$")
_OFTEN = re.compile(r"-per-(?:day|month|week|household|person)")
DERIVED = frozenset({"percent_of_plan", "share", "remaining", "remaining_percent", "base", "change", "growth"})


def expected_dimensions(indicator: Indicator, measure: str) -> frozenset[str]:
    """The dimensions of units that a measure of an indicator is printed in; data/README.md, “measure”."""
    if measure in RATIOS:
        return frozenset({"ratio"})
    if measure == "unit_value":
        return frozenset({"money"})
    return frozenset({indicator.dimension, "ratio"} if measure == "bound" else {indicator.dimension})


def evidence(sighting: Sighting) -> dict[str, float]:
    """How well the words at a figure fit each measure, as natural logarithms; a measure left out does not fit."""
    return _of_percent(sighting) if sighting.mention.is_percent else _of_amount(sighting)


def _of_percent(sighting: Sighting) -> dict[str, float]:
    spot, told = sighting.spot, dict(_OF_PERCENT)
    behind = f"{spot.after[:60]} {sighting.head}"
    if cues.says(_PLAN, behind):
        told["percent_of_plan"] += 2.0
        told["share"] -= 1.5
    elif cues.says(_PLAN, spot.near) or cues.says(_PLAN, spot.tail[:40]):
        told["percent_of_plan"] += 1.0
    if _LEFT.search(spot.lead[-120:]) or _LEFT.search(_lead_before(sighting)):
        told["remaining_percent"] += 4.0
    if spot.direction:
        told["growth"] += 4.0
        told["percent_of_plan"] -= 1.0
    if sighting.mention.qualifier in ("under", "at_most", "at_least"):
        told["bound"] += 4.0
    if cues.says(cues.SHARE, spot.lead[-80:]) or spot.lead.rstrip().endswith("="):
        told["share"] += 2.0
    return told


def _lead_before(sighting: Sighting) -> str:
    """What stands before the figure before this one, where this one only says it again as a percentage."""
    spots, spot = sighting.earlier, sighting.spot
    if not spots or re.search(r"[.:(]", spot.lead):
        return ""
    return spots[-1].lead[-120:]


def _of_amount(sighting: Sighting) -> dict[str, float]:
    spot = sighting.spot
    told = {**_OF_AMOUNT, **_OF_PAIR.get(spot.role, {})}
    if not spot.role and cues.says(_PLAN, spot.lead[-80:]):
        told["plan"] += 1.8
        told["actual"] -= 0.5
    _weigh_what_stands_above(sighting, told)
    if _LEFT.search(spot.lead[-120:]):
        told["remaining"] += 4.0
    if _EACH_WORTH.search(spot.lead):
        told["unit_value"] += 4.0
    if spot.direction:
        told["change"] += 3.0
        told["actual"] -= 2.5
    if sighting.mention.qualifier in ("under", "at_most", "at_least"):
        told["bound"] += 1.5
    if _OFTEN.search(sighting.mention.dimension):
        told["rate"] += 3.0
    return told


def _weigh_what_stands_above(sighting: Sighting, told: dict[str, float]) -> None:
    """A plan is known by the head of its column, or by what introduces it."""
    if _is_of_plan(sighting):
        told["plan"] += 2.5
        told["actual"] -= 0.5
    if sighting.head:
        sign = 1 if says_plan(sighting.head) else -1
        told["plan"] += 3.0 * sign
        told["actual"] -= 1.0 * sign


def says_plan(text: str) -> bool:
    """Whether a lower-case text speaks of a plan or an estimate that was given."""
    return cues.says(_PLAN, text)


def _is_of_plan(sighting: Sighting) -> bool:
    """Whether what introduces an amount is a plan (``Kế hoạch vốn thành phố giao …, gồm:``) and nothing is done yet."""
    under = sighting.under
    if sighting.spot.role or not cues.says(_PLAN, under) or _COLLECTED.search(under):
        return False
    return not (_DONE.search(under) or _DONE.search(sighting.spot.lead[-120:]))


def fit(told: dict[str, float], measure: str) -> float:
    """How well a measure fits, of what :func:`evidence` gave."""
    return told.get(measure, _NEVER)
