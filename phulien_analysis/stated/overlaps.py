"""Parts whose shares show that they overlap, or are not all: they were never meant to make up their total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from phulien_analysis.interval import Interval, total
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.gaps import is_slip
from phulien_analysis.stated.readings import Reading

_SHARES = {"share", "percent"}
_WHOLE = Interval.point(Decimal(1))
_Place = tuple[int, int]


def without_overlapping(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without sums that do not hold, where each part has a share of the total that does.

    ``829 đơn, trong đó đơn thuộc thẩm quyền 400 (48,3%), đơn trực tuyến 189 (22,8%), đơn trùng 248 (29,9%)``: no digit
    is wrong, or a share would show it. But where the shares make 100 %, one may be that is too small for them to show.
    """
    shares = {_places(r): r.stated for r in readings if r.kind in _SHARES and r.agrees and len(r.operands) == 2}
    return [r for r in readings if r.kind != "sum" or r.agrees or not _overlap(r, shares)]


def _places(reading: Reading) -> tuple[_Place, ...]:
    return tuple(_place(mention) for mention in reading.operands)


def _place(mention: Mention) -> _Place:
    return mention.paragraph, mention.start


def _overlap(reading: Reading, shares: dict[tuple[_Place, ...], Mention]) -> bool:
    told = [shares.get((_place(part), _place(reading.stated))) for part in reading.operands]
    known = _intervals(mention for mention in told if mention is not None)
    whole = len(known) == len(told) and total(known).meets(_WHOLE)
    return len(known) == len(told) and not (whole and is_slip(reading.stated, reading.operands))


def _intervals(mentions: Iterable[Mention]) -> list[Interval]:
    return [mention.interval for mention in mentions if mention.interval is not None]
