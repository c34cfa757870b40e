"""Each figure of a document tied to an indicator and a measure, with a confidence.

Three things speak: the words around the figure against the indicator's label, its unit, and the order of the example's
rows. Numbers do not: what was printed in another month has no part in it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from phulien_analysis.catalogue import Catalogue, Indicator, Unit
from phulien_analysis.drafting.alignment import Posterior, align
from phulien_analysis.drafting.contrasts import contradict
from phulien_analysis.drafting.examples import Example, Slot
from phulien_analysis.drafting.measures import evidence, expected_dimensions, fit
from phulien_analysis.drafting.sightings import Sighting
from phulien_analysis.drafting.words import Lexicon, fold, words_of

_LABEL, _LABEL_BY_CHANCE = 9.0, 0.38
_OTHER_UNIT, _OTHER_NOUN = -9.0, -2.5
_NO_UNIT, _NO_UNIT_OF_MEASURE = -0.3, -2.5
_SAME_UNIT, _SAME_DIMENSION, _OTHER_WORD, _RARE_UNIT = 0.6, 0.1, -0.3, 1.8
_SAME_SECTION, _OTHER_SECTION, _SAME_PLACE = 0.6, -0.6, 0.4
_UNLIKELY_MEASURE = -0.5
_OTHER_THING = -6.0
_OUTSIDE_EXAMPLE = 0.03
LABEL_ALONE = 0.85  # the confidence of a match at most, where no row of the example is meant
_ENOUGH_LIKENESS = 0.3  # with less, only the order speaks for a match, and its confidence is at most half


@dataclass(frozen=True)
class Match:
    """What a figure is taken for; ``slot`` is the row of the example, None where it follows from the label alone.

    ``likeness`` is how much of the indicator's label stands around the figure, from 0 to 1.
    """

    indicator: Indicator
    measure: str
    confidence: float
    likeness: float
    slot: int | None

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and measure."""
        return self.indicator.indicator, self.measure


class Matcher:
    """Ties figures to the indicators of a catalogue, by the example of a month that is there."""

    def __init__(self, catalogue: Catalogue, example: Example, lexicon: Lexicon) -> None:
        self._example, self._lexicon = example, lexicon
        self._indicators = tuple(catalogue.indicators.values())
        self._labels = {i.indicator: _Label(i, lexicon) for i in self._indicators}
        self._units: dict[str, list[Unit]] = defaultdict(list)
        for unit in catalogue.units.values():
            self._units[unit.dimension].append(unit)

    def match(self, sightings: Sequence[Sighting]) -> list[Match | None]:
        """The likeliest indicator and measure of each figure; None where nothing of the catalogue is like it."""
        if not sightings:
            return []
        seen = [_Seen(s, evidence(s), {n: label.likeness(s) for n, label in self._labels.items()}) for s in sightings]
        outside = [self._outside(s) for s in seen]
        emissions = [[math.exp(self._score(s, slot)) for slot in self._example.slots] for s in seen]
        new = [1.0 + sum(e for _, _, e in found) for found in outside]
        posteriors = align(emissions, new)
        return [self._decided(*each) for each in zip(seen, posteriors, outside, strict=True)]

    def _score(self, seen: _Seen, slot: Slot) -> float:
        """How much likelier the figure looks so if the row is meant than by chance, as a natural logarithm."""
        score = self._by_itself(seen, slot.indicator, slot.measure, [slot.unit])
        if self._example.own and score > _OTHER_UNIT:
            score += _by_place(seen.sighting, slot)
        return score

    def _by_itself(self, seen: _Seen, indicator: Indicator, measure: str, units: Sequence[Unit]) -> float:
        told = fit(seen.told, measure)
        unit = max((self._unit_fit(seen.sighting, indicator, measure, u) for u in units), default=_OTHER_UNIT)
        if unit <= _OTHER_UNIT:
            return unit
        other = _OTHER_THING if contradict(seen.sighting.own_words, indicator.label_vi) else 0.0
        return told + unit + other + _LABEL * (seen.likeness[indicator.indicator] - _LABEL_BY_CHANCE)

    def _unit_fit(self, sighting: Sighting, indicator: Indicator, measure: str, unit: Unit) -> float:
        printed = sighting.mention.unit
        rare = _RARE_UNIT * self._example.rarity(unit.label_vi) ** 8 if self._example.slots else _RARE_UNIT / 2
        if printed is None:
            if fold(sighting.unit_text).lstrip().startswith(fold(unit.label_vi)):
                return _SAME_UNIT + rare
            return _NO_UNIT if unit.counted else _NO_UNIT_OF_MEASURE
        if printed.unit == unit.unit or fold(printed.label_vi) == fold(unit.label_vi):
            return _SAME_UNIT + rare
        if printed.dimension in expected_dimensions(indicator, measure) and printed.dimension == unit.dimension:
            return _OTHER_WORD if printed.counted else _SAME_DIMENSION
        if printed.counted and unit.counted:
            return _akin(printed.label_vi, unit.label_vi)
        return _OTHER_UNIT

    def _outside(self, seen: _Seen) -> list[tuple[Indicator, str, float]]:
        """Indicators that the label alone speaks for, wherever the example has them or not."""
        found = []
        for indicator in self._indicators:
            for measure, told in seen.told.items():
                if told < _UNLIKELY_MEASURE:
                    continue
                units = [u for d in sorted(expected_dimensions(indicator, measure)) for u in self._units[d]]
                score = self._by_itself(seen, indicator, measure, units)
                if score > 0:
                    found.append((indicator, measure, _OUTSIDE_EXAMPLE * math.exp(score)))
        return found

    def _decided(
        self, seen: _Seen, posterior: Posterior, outside: Sequence[tuple[Indicator, str, float]]
    ) -> Match | None:
        mass: dict[tuple[str, str], float] = defaultdict(float)
        best: dict[tuple[str, str], tuple[float, int]] = {}
        for place, (slot, probability) in enumerate(zip(self._example.slots, posterior.rows, strict=True)):
            mass[slot.key] += probability
            best[slot.key] = max(best.get(slot.key, (0.0, 0)), (probability, place))
        total = 1.0 + sum(e for _, _, e in outside)
        for indicator, measure, e in outside:
            mass[indicator.indicator, measure] += posterior.new * e / total
        if not mass:
            return None
        key = max(mass, key=lambda k: mass[k])
        likeness = seen.likeness[key[0]]
        place_found = best[key][1] if key in best and best[key][0] > mass[key] / 2 else None
        indicator = self._labels[key[0]].indicator
        confidence = mass[key] * min(1.0, 0.5 + likeness / (2 * _ENOUGH_LIKENESS))
        if place_found is None:
            confidence = min(confidence, LABEL_ALONE)
        return Match(indicator, key[1], confidence, likeness, place_found)


@dataclass(frozen=True)
class _Seen:
    """A figure with what its words say of each measure and each indicator."""

    sighting: Sighting
    told: dict[str, float]
    likeness: dict[str, float]


class _Label:
    """An indicator's label in words, each with how much it tells."""

    def __init__(self, indicator: Indicator, lexicon: Lexicon) -> None:
        self.indicator = indicator
        self._lexicon = lexicon
        self._words = {word: lexicon.weight(word) for word in words_of(indicator.label_vi)}
        self._whole = sum(self._words.values()) or 1.0

    def likeness(self, sighting: Sighting) -> float:
        """How much of the label stands around the figure, and how much of what stands right at it is in the label."""
        here = sum(weight * sighting.words.get(word, 0.0) for word, weight in self._words.items()) / self._whole
        near = dict.fromkeys(sighting.near)
        whole = sum(self._lexicon.weight(word) for word in near)
        if not whole:
            return here
        return 0.7 * here + 0.3 * sum(self._lexicon.weight(w) for w in near if w in self._words) / whole


def _by_place(sighting: Sighting, slot: Slot) -> float:
    """A ward's sections change little from month to month; its notes are numbered anew."""
    mine, its = sighting.source, slot.source
    score = _SAME_SECTION if mine.section == its.section else _OTHER_SECTION
    if mine.place[:1] == its.place[:1]:
        score += _SAME_PLACE
        score += _SAME_PLACE / 2 if mine == its else 0
    return score


def _akin(printed: str, unit: str) -> float:
    """Two counted nouns: ``xe tải`` is a kind of ``xe``; any others count different things."""
    mine, its = set(printed.lower().split()), set(unit.lower().split())
    if mine <= its or its <= mine:
        return _SAME_DIMENSION
    return _OTHER_NOUN if mine & its else 2 * _OTHER_NOUN


def unmatched_slots(example: Example, matches: Sequence[Match | None]) -> Iterator[Slot]:
    """The rows of the example that no figure was taken for; each indicator and measure as often as it is missing."""
    left: dict[tuple[str, str], int] = defaultdict(int)
    for match in matches:
        if match:
            left[match.key] += 1
    taken = {match.slot for match in matches if match}
    surplus: dict[tuple[str, str], int] = defaultdict(int)
    for slot in example.slots:
        surplus[slot.key] += 1
    for place, slot in enumerate(example.slots):
        if place not in taken and surplus[slot.key] > left[slot.key]:
            surplus[slot.key] -= 1
            yield slot
