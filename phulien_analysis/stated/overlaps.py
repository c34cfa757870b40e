"""Parts whose shares show that they overlap, or are not all: they were never meant to make up their total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from phulien_analysis.interval import Interval, total
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.gaps import is_slip
from phulien_analysis.stated.readings import Reading

_SHARES = {"share", "percent"}
_WHOLE = Interval.point(Decimal(1))
_Place = tuple[int, int]


def without_overlapping(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without sums that do not hold, where each part has a share of the total, and the shares miss 100 %.

    ``829 đơn, trong đó đơn thuộc thẩm quyền 400 (48,3%), đơn trực tuyến 189 (22,8%), đơn trùng 248 (29,9%)``: had a
    part or the total a wrong digit, the shares would still make 100 %. Where they do, and all hold, one digit that is
    too small for them to show may be wrong.
    """
    shares = {_places(r): r for r in readings if r.kind in _SHARES and len(r.operands) == 2}
    return [r for r in readings if r.kind != "sum" or r.agrees or not _overlap(r, shares)]


def _places(reading: Reading) -> tuple[_Place, ...]:
    return tuple(_place(mention) for mention in reading.operands)


def _place(mention: Mention) -> _Place:
    return mention.paragraph, mention.start


def _overlap(reading: Reading, shares: dict[tuple[_Place, ...], Reading]) -> bool:
    told = [shares.get((_place(part), _place(reading.stated))) for part in reading.operands]
    known = [r for r in told if r is not None and r.stated.interval is not None]
    if len(known) < len(told):
        return False
    if not total([r.stated.interval for r in known if r.stated.interval is not None]).meets(_WHOLE):
        return True
    return all(r.agrees for r in known) and not is_slip(reading.stated, reading.operands)
