"""Brackets beside each other: where several list all parts of their totals, one that does not is worth telling.

``124 nhà đổ (Bình An 69, Tân Lập 55), 1.500 nhà ngập (…), 486 ha hoa màu (…)``: each bracket is meant to be complete.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from phulien_analysis.stated.gaps import add_up
from phulien_analysis.stated.totals import Listing, Split, splits

_FEWEST, _PARTS_THAT_TELL = 2, 6  # brackets that add up, and figures in them
_NEAR = (Decimal("0.9"), Decimal("1.1"))


def like_neighbours(found: Iterable[Listing]) -> list[Listing]:
    """The lists of a passage; a bracket is taken for complete where enough others in it are."""
    listings = list(found)
    brackets = [listing for listing in listings if _is_bracket(listing)]
    adding = {b.hosts[0].position: len(b.pieces) for b in brackets if any(map(_adds_up, _first_splits(b)))}
    if len(adding) < _FEWEST or sum(adding.values()) < _PARTS_THAT_TELL:
        return listings
    open_ = [b for b in brackets if b.hosts[0].position not in adding and any(map(_is_near, _first_splits(b)))]
    return [replace(one, opening="complete") if any(one is b for b in open_) else one for one in listings]


def _is_bracket(listing: Listing) -> bool:
    if listing.opening != "plain" or not listing.sure or listing.unnumbered:
        return False
    return any(piece[0].host is not None for piece in listing.pieces if piece)


def _first_splits(listing: Listing) -> list[Split]:
    """The likeliest split of each column, of two parts or more."""
    return [alternatives[0] for alternatives in splits(listing) if len(alternatives[0].parts) > 1]


def _adds_up(split: Split) -> bool:
    return add_up(split.parts) == add_up([split.total]) > 0


def _is_near(split: Split) -> bool:
    whole = add_up([split.total])
    return whole > 0 and _NEAR[0] < add_up(split.parts) / whole < _NEAR[1]
