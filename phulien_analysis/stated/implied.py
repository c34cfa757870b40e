"""Units that are not printed at a number, but follow from the text: from its label, its neighbours, or its total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from phulien_analysis.catalogue import Unit
from phulien_analysis.reading.units import unit_at
from phulien_analysis.stated.passage import Occurrence, Passage
from phulien_analysis.stated.readings import Reading

Place = tuple[int, int]  # paragraph, and where the digits start
_LABEL_END = re.compile(r"\s*:\s*$")


def implied_units(passages: Iterable[Passage], readings: Iterable[Reading]) -> dict[Place, Unit]:
    """The units of figures that print none, by their place.

    A part of a total has the total's unit (``36 giấy chứng nhận, trong đó: cấp mới 30``); in a list of labels each
    figure has the unit of the one before (``khai sinh: 18 trường hợp; khai tử: 15``); else the label's own noun counts
    (``băng rôn: 12``).
    """
    found: dict[Place, Unit] = {}
    for passage in passages:
        found.update(_in_lists(passage))
    found.update(_of_totals(readings))
    return found


def _of_totals(readings: Iterable[Reading]) -> Iterator[tuple[Place, Unit]]:
    for reading in readings:
        for mention in (reading.stated, *reading.operands):
            if mention.unit is not None:
                yield (mention.paragraph, mention.start), mention.unit


def _in_lists(passage: Passage) -> Mapping[Place, Unit]:
    found: dict[Place, Unit] = {}
    last: tuple[int, Unit] | None = None
    for spot in passage.spots:
        if not _LABEL_END.search(spot.lead):
            continue
        if spot.mention.unit is not None:
            last = (spot.sentence, spot.mention.unit)
            continue
        unit = _of_label(passage, spot)
        if unit is None and last is not None and last[0] == spot.sentence and last[1].counted:
            unit = last[1]
        if unit is not None and spot.mention.number is not None and spot.mention.number.decimals == 0:
            found[spot.mention.paragraph, spot.mention.start] = unit
    return found


def _of_label(passage: Passage, spot: Occurrence) -> Unit | None:
    """The noun that a label begins with, if it is one that is counted."""
    words = re.split(r"[;,(.]", spot.lead)[-1].strip().removeprefix("số ").removeprefix("tổng số ")
    here = unit_at(words, 0)
    return here.unit if here is not None and here.unit.counted else None
