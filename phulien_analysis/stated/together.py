"""Calculations that nothing states alone, and that hold together with others but for one digit.

``652 đơn (kỳ trước 152, mới 500); đã giải quyết 467 đơn, bằng 56%; còn lại 285 đơn``: neither the rate nor what is left
says what it is of. But with 367 both would hold, and chance hardly makes two fit with one digit. So does one digit of a
base that several rates in a row are of; and where others of a row hold, one digit tells what the last one is of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.readings import Certainty, Reading
from phulien_analysis.stated.repairs import is_slip_away, meant_for

_RATES = {"share", "percent"}
_TELLING = 5  # digits of all results that one changed digit makes hold
_MOST = 16  # results of one paragraph that are tried with each other
_ROW = 2  # rates of one base that hold
_BESIDE = 40  # characters between figures that belong together
_Place = tuple[int, int]


def told_together(silent: Iterable[Sequence[Reading]], chosen: Sequence[Reading]) -> list[Reading]:
    """Of calculations that were left untold, those that one digit makes hold, as others show how to read them.

    One digit of a figure that two of them share; or of any, where what is told (``chosen``) has the same two figures,
    or is a row that they go on. Each comes from the alternatives of one stated figure.
    """
    by_paragraph: dict[int, dict[tuple[str, _Place, frozenset[_Place]], Reading]] = {}
    for alternatives in silent:
        for reading in _nearest(alternatives):
            key = reading.kind, _place(reading.stated), _figures(reading)
            by_paragraph.setdefault(reading.stated.paragraph, {}).setdefault(key, reading)
    told: dict[int, list[Reading]] = {}
    for reading in filter(_is_pair, chosen):
        told.setdefault(reading.stated.paragraph, []).append(reading)
    found = []
    for paragraph, readings in by_paragraph.items():
        found += _shown(list(readings.values())[:_MOST], told.get(paragraph, []))
    return [replace(reading, certainty=Certainty.LIKELY) for reading in found]


def _shown(untold: Sequence[Reading], told: Sequence[Reading]) -> list[Reading]:
    """Those of one paragraph's untold readings that others of it show to be meant."""
    holding = [reading for reading in told if reading.agrees]
    mended = _broken_by_one([*untold, *(reading for reading in told if not reading.agrees)])
    going = [reading for reading in untold if _goes_with(reading, holding) and is_slip_away(reading)]
    return [reading for reading in untold if reading in mended or reading in going]


def _goes_with(reading: Reading, told: Sequence[Reading]) -> bool:
    """Whether what is told of the same paragraph shows what a rate is of: it has its figures, its base, or its form."""
    if reading.kind in _RATES:
        bases = [r.operands[1] for r in told if r.kind in _RATES]
        left = (_figures(r) | {_place(r.stated)} for r in told if r.kind == "remaining")
        return any(_figures(reading) <= both for both in left) or bases.count(reading.operands[1]) >= _ROW
    return reading.kind == "growth" and any(r.rule == reading.rule and _is_beside(r) for r in told)


def _nearest(alternatives: Sequence[Reading]) -> Iterator[Reading]:
    """The readings of one stated figure that a reader would think of: of the number right before it."""
    pairs = [r for r in alternatives if _is_pair(r) and r.has_values and not r.agrees]
    starts = [r.operands[0].start for r in pairs if r.operands[0].start < r.stated.start]
    for reading in pairs:
        if reading.kind == "remaining" or reading.operands[0].start == max(starts, default=-1):
            yield reading


def _is_beside(reading: Reading) -> bool:
    """Whether a level, its change and the rate of it stand right behind each other."""
    level, change = reading.operands
    return 0 <= change.first - level.stop < _BESIDE and 0 <= reading.stated.first - change.stop < _BESIDE


def _is_pair(reading: Reading) -> bool:
    """Whether it says how two figures of its own paragraph are to each other."""
    growth = reading.rule == "growth.change" and _is_beside(reading)
    known = reading.kind in _RATES or reading.kind == "remaining" or growth
    return known and len(reading.operands) == 2 and len({p for p, _ in reading.cells}) == 1


def _figures(reading: Reading) -> frozenset[_Place]:
    return frozenset(_place(mention) for mention in reading.operands)


def _place(mention: Mention) -> _Place:
    return mention.paragraph, mention.start


def _broken_by_one(readings: Sequence[Reading]) -> list[Reading]:
    """The most readings that one digit of one figure makes hold: two or more, whose results have digits enough."""
    figures = {_place(m): m for reading in readings for m in reading.operands}
    found: list[Reading] = []
    for place, figure in figures.items():
        own = [reading for reading in readings if place in _figures(reading)]
        for meant in meant_for(figure) if len(own) > 1 else ():
            mended = [reading for reading in own if _with(reading, place, meant).agrees]
            if len(mended) > max(1, len(found)) and _tell(mended):
                found = mended
    return found


def _tell(readings: Sequence[Reading]) -> bool:
    """Whether so many results, each of another figure, have so many digits that chance hardly makes all of them fit.

    No two rates are of the same two figures: ``15 ha, đạt 100% kế hoạch, bằng 95,4% cùng kỳ`` have a base each.
    """
    digits = sum(character.isdigit() for reading in readings for character in reading.stated.printed)
    rates = [_figures(reading) for reading in readings if reading.kind in _RATES]
    own = len({_place(reading.stated) for reading in readings}) == len(readings) and len(set(rates)) == len(rates)
    return digits >= _TELLING and own


def _with(reading: Reading, place: _Place, meant: Mention) -> Reading:
    operands = tuple(replace(o, number=meant.number) if _place(o) == place else o for o in reading.operands)
    return replace(reading, operands=operands)
