"""What a stated figure is called beside its label, by its calculation and the words around it: of a plan or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phulien_analysis.catalogue import Unit
from phulien_analysis.messages import mark
from phulien_analysis.reading.mention import Mention
from phulien_analysis.reading.units import unit_at
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage
from phulien_analysis.stated.readings import Reading

_MEASURES = {"share": "share", "remaining": "remaining", "difference": "change", "growth": "growth"}
_NUMBER_OF = "số"
_NEUTRAL = {"ratio": mark("the ratio, the number or its base"), "multiple": mark("the multiple and both numbers")}


def measure_of(reading: Reading, passages: Mapping[int, Passage]) -> str:
    """The measure of the stated figure; a percentage is one of a plan only where a word beside it says so."""
    if reading.rule == "growth.multiple":
        return "multiple"
    if reading.kind == "percent":
        return "percent_of_plan" if _is_of_plan(reading, passages) else "ratio"
    return _MEASURES.get(reading.kind, "actual")


def review_of(reading: Reading, measure: str) -> str:
    """What to look at where it does not hold; a plain quotient that is not of a plan has its own words."""
    return _NEUTRAL.get(measure, reading.review) if reading.rule in {"percent", "growth.multiple"} else reading.review


def units_as_printed(mentions: Sequence[Mention], text: str) -> list[Unit | None]:
    """Their units, things that are counted under the paragraph's own noun: who prints 25 ``căn`` has no 25 ``nhà``.

    A number without a noun of its own (``25/50 căn``) has the first that is printed for its unit.
    """
    printed = [_noun_at(mention, text) for mention in mentions]
    first: dict[str, Unit] = {}
    for unit in printed:
        if unit is not None:
            first.setdefault(unit.unit, unit)
    return [
        own or (mention.unit and first.get(mention.unit.unit, mention.unit))
        for own, mention in zip(printed, mentions, strict=True)
    ]


def _noun_at(mention: Mention, text: str) -> Unit | None:
    """The unit in the words that stand at the number; None where it counts nothing, or none stands there."""
    unit = mention.unit
    here = unit_at(text, mention.end) if unit is not None and unit.counted else None
    if unit is None or here is None or here.magnitude is not None or here.unit != unit:
        return None
    noun = text[mention.end : here.end].strip()
    return unit if "," in noun else unit.model_copy(update={"label_vi": noun})


def name_of(mention: Mention, unit: Unit) -> str:
    """What a sentence calls a figure: its label, without the noun that is said with its number (``tiếp 37 lượt``).

    It stays where only a number of it would be left: ``số hồ sơ: 50 hồ sơ``.
    """
    name = mention.label.removesuffix(f" {unit.label_vi}") if unit.counted and unit.label_vi else mention.label
    return mention.label.strip() if name.strip().lower() == _NUMBER_OF else name.strip()


def _is_of_plan(reading: Reading, passages: Mapping[int, Passage]) -> bool:
    rate, base = (_occurrence(mention, passages) for mention in (reading.stated, reading.operands[-1]))
    around = [rate.after, rate.near] if rate else []
    if any(cues.says(cues.EARLIER, words) for words in around):
        return False
    return any(cues.says(cues.PLAN, words) for words in (*around, base.near if base else ""))


def _occurrence(mention: Mention, passages: Mapping[int, Passage]) -> Occurrence | None:
    spots = passages[mention.paragraph].spots
    return next((spot for spot in spots if spot.mention.start == mention.start), None)
