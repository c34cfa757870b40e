"""Totals and their parts, once it is known where a text lists them: sums, “of which”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import Literal

from phulien_analysis.interval import Interval, total
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.columns import FEW_DIGITS, MIXED, are_alike, columns, hosts_of
from phulien_analysis.stated.gaps import (
    SMALL_PART,
    add_up,
    exceeds_little,
    is_slip,
    lacks_little,
    lacks_one_digit,
    step_of,
)
from phulien_analysis.stated.parts import (
    compares,
    is_of_other_sign_or_time,
    is_of_pair,
    measures_again,
    of_other_outcome,
    overlapping,
    tells_more,
)
from phulien_analysis.stated.passage import Occurrence, kind
from phulien_analysis.stated.readings import Certainty, Reading, added, of_which, value_of

Opening = Literal["complete", "of_which", "plain", "note", "after", "implicit", "apart"]
_ZERO = Decimal(0)
_NEAR = (Decimal("0.5"), Decimal("1.5"))  # parts that miss a complete total by more were misread by us
_CLOSE = (Decimal("0.75"), Decimal("1.34"))
_COVERED = (Decimal(2), Decimal(3))  # what a wrong digit may make of parts: of three digits, of more
_NARROW = Decimal("0.02")
_MANY = 4  # parts
_TELLING = 10  # smaller numbers add up by chance
_UNOPENED = {"implicit", "apart"}  # lists that no words open: only what adds up is one
_MOST_PREFIXES = 12
_HALF = Decimal("0.5")  # of the smallest part: what is missing and smaller is hardly one


@dataclass(frozen=True)
class Listing:
    """The pieces of a list, each with its figures, and the figures that may be its total, nearest first.

    ``opening``: ``complete`` (``gồm``, ``cụ thể``), ``of_which`` (``trong đó``), ``plain`` (brackets, a colon, items),
    ``note``, ``after`` (the total stands behind its parts), ``implicit`` (only commas), ``apart`` (nothing: the total
    stands in another sentence). It is not ``sure`` where a number inside was taken for a name; it goes ``far`` where
    it may have ended before, or its total may be another: over sentences and paragraphs. ``strays`` are figures near
    that a page may have torn from it. It has ``unnumbered`` parts where it names some without a number.
    """

    hosts: tuple[Occurrence, ...]
    pieces: tuple[tuple[Occurrence, ...], ...]
    opening: Opening
    sure: bool = True
    far: bool = False
    strays: tuple[Occurrence, ...] = ()
    unnumbered: bool = False


@dataclass(frozen=True)
class Split:
    """A total and the parts of one column; ``clean``: each piece gave one, in the unit of the total or without one.

    ``overlaps``: of so many kinds of people they are, which may overlap. ``of_base``: they are denominators. ``ended``:
    the last pieces had no part, so that the list may have ended before. ``alike``: they count what the total counts,
    as far as the units tell. ``possible``: it is one only if it holds; ``exceeds``: so, too, unless another column adds
    up. ``ends``: after so many parts the list may have ended before.
    """

    total: Mention
    parts: tuple[Mention, ...]
    opening: Opening
    clean: bool
    overlaps: int = 0
    ended: bool = False
    of_base: bool = False
    alike: bool = True
    possible: bool = False
    exceeds: bool = False
    ends: tuple[int, ...] = ()


def readings(listing: Listing) -> Iterator[list[Reading]]:
    """For each column of a list, the ways to read it: with each total that it may have, as a sum or as “of which”."""
    columns_found = list(splits(listing))
    if any(_adds_up(b) for alternatives in columns_found for b in alternatives):
        columns_found = [[_completed(split) for split in alternatives] for alternatives in columns_found]
    for alternatives in map(_of_own_kind, columns_found):
        found = [reading for split in alternatives for reading in _readings(split)]
        sums = [r for r in found if r.kind == "sum" and (listing.opening not in _UNOPENED or _is_telling(r))]
        sums = [r for r in sums if listing.opening != "apart" or _is_narrow(r)]
        held = any(reading.agrees or reading.certainty > Certainty.POSSIBLE for reading in sums)
        yield sums if held else [reading for reading in found if reading.kind == "subset"]


def _of_own_kind(alternatives: list[Split]) -> list[Split]:
    """Without totals of another kind that have few digits, where one of the parts' own kind is likely theirs."""
    if not any(split.alike and _certainty(split) >= Certainty.LIKELY for split in alternatives):
        return alternatives
    return [s for s in alternatives if s.alike or (s.total.number and len(s.total.number.text) > FEW_DIGITS)]


def _completed(split: Split) -> Split:
    """What “of which” or a bracket splits is complete where another column adds up; but who has none may be left out.

    ``18/40 trường đạt chuẩn, trong đó mầm non 7/11, tiểu học 11/25``: the 4 schools of another kind have none.
    """
    if split.opening not in {"of_which", "complete", "plain"}:
        return split
    left_out = split.opening == "of_which" and split.of_base and add_up(split.parts) < add_up([split.total])
    return split if left_out else replace(split, opening="complete", exceeds=False)


def _adds_up(split: Split) -> bool:
    """Whether one column shows that the list is complete: its parts make up the total."""
    return len(split.parts) > 1 and add_up(split.parts) == add_up([split.total]) > 0


def _is_telling(reading: Reading) -> bool:
    """Whether parts that only commas join add up by more than chance: two of them are more than 0, and not all 1."""
    values = [m.number.value for m in reading.operands if m.number]
    return sum(value > 0 for value in values) > 1 and max(values) > 1 and value_of(reading.stated) >= _TELLING


def _is_narrow(reading: Reading) -> bool:
    """Whether figures are printed so closely that a sum says something where nothing else states it."""
    bounds = [(m.interval.low, m.interval.high) for m in (reading.stated, *reading.operands) if m.interval is not None]
    widths = [high - low for low, high in bounds if low is not None and high is not None]
    return len(widths) == len(bounds) and sum(widths) <= _NARROW * value_of(reading.stated)


def _readings(split: Split) -> Iterator[Reading]:
    parts = split.parts
    if not split.alike:
        yield from _of_another_kind(split)
        return
    if len(parts) > 1:
        yield added(split.total, parts, _certainty(split))
    if len(parts) > 1 and split.opening != "apart":
        yield from _ended_before(split)
        yield from _without_one(split)
    if split.opening == "of_which" and not _tells_of_others(split):
        same_kind = not (split.possible or split.exceeds or _exceeds_below(split)) and all(
            p.unit and p.dimension == split.total.dimension for p in parts
        )
        yield of_which(split.total, parts, Certainty.LIKELY if same_kind else Certainty.POSSIBLE)


def _tells_of_others(split: Split) -> bool:
    """Whether parts that each fit into their total are twice it together: the list has gone on to something else.

    ``1.124 học sinh tiểu học, trong đó hoàn thành 1.119 em; THCS 768 học sinh: tốt 245 em, khá 312 em``.
    """
    whole = add_up([split.total])
    return add_up(split.parts) > 2 * whole and all(add_up([part]) <= whole for part in split.parts)


def _exceeds_below(split: Split) -> bool:
    """Whether what exceeds its total stands in a later item than the first: the list may have ended before."""
    whole, first = add_up([split.total]), split.parts[0].paragraph
    return any(part.paragraph != first and add_up([part]) > whole for part in split.parts)


def _of_another_kind(split: Split) -> Iterator[Reading]:
    """Things counted by another name than their total's; where only commas join them, a short total tells nothing."""
    digits = len(split.total.number.text) if split.total.number else 0
    if len(split.parts) > 1 and (digits > FEW_DIGITS or split.opening in {"complete", "plain", "after"}):
        yield added(split.total, split.parts, Certainty.POSSIBLE)


def _ended_before(split: Split) -> Iterator[Reading]:
    """The list may end before the sentence does: the first of its parts, where they add up."""
    known = takewhile(lambda interval: interval is not None, (part.interval for part in split.parts))
    sums = list(accumulate(interval for interval in known if interval is not None))
    for count in split.ends[: -_MOST_PREFIXES - 1 : -1]:
        if count <= len(sums) and _meets(split.total, sums[count - 1]):
            yield added(split.total, split.parts[:count], Certainty.POSSIBLE)


def _without_one(split: Split) -> Iterator[Reading]:
    """One figure of a list may explain the one before: ``lúa 310, trong đó lúa lai 75; ngô 140``; if the rest is it."""
    parts = split.parts
    digits = len(split.total.number.text) if split.total.number else 0
    if not 2 < len(parts) < _MOST_PREFIXES or digits <= FEW_DIGITS:
        return
    for left_out in range(1, len(parts) - 1):
        others = parts[:left_out] + parts[left_out + 1 :]
        known = [part.interval for part in others if part.interval is not None]
        if len(known) == len(others) and _meets(split.total, total(known)):
            yield added(split.total, others, Certainty.POSSIBLE)


def _meets(whole: Mention, parts: Interval) -> bool:
    return whole.interval is not None and whole.interval.meets(parts)


def _certainty(split: Split) -> Certainty:
    """How sure it is that the parts should add up to the total."""
    whole, parts = add_up([split.total]), add_up(split.parts)
    if split.possible or split.exceeds or not split.clean or not whole:
        return Certainty.POSSIBLE
    coverage, slip = parts / whole, is_slip(split.total, split.parts)
    near, close = (low < coverage < high for low, high in (_NEAR, _CLOSE))
    long = _digits_that_tell(split) > FEW_DIGITS
    telling = slip and long and coverage < _COVERED[_digits_that_tell(split) > FEW_DIGITS + 1]
    counted = split.total.unit is None or split.total.unit.counted
    doubtful = slip and coverage > _CLOSE[0] and (telling or (close and counted and whole >= _TELLING))
    doubtful = doubtful or (
        long and (exceeds_little(split.total, split.parts) or lacks_little(split.total, split.parts))
    )
    doubtful = doubtful and not any(m.qualifier for m in (split.total, *split.parts))  # they are only near
    if (split.ended and not telling) or (split.of_base and split.opening == "of_which" and coverage < 1):
        return Certainty.POSSIBLE
    all_of_it = len(split.parts) > 2 or telling or coverage > 1
    return {
        "complete": Certainty.POSSIBLE
        if split.overlaps > 1
        else Certainty.LIKELY
        if close or slip
        else Certainty.DOUBTFUL,
        "after": Certainty.LIKELY if slip else Certainty.POSSIBLE,
        "plain": Certainty.LIKELY if telling and near else Certainty.DOUBTFUL if doubtful else Certainty.POSSIBLE,
        "of_which": Certainty.DOUBTFUL
        if doubtful and all_of_it and not (split.overlaps or split.ended or _may_lack_one(split))
        else Certainty.POSSIBLE,
        "note": Certainty.DOUBTFUL if doubtful else Certainty.POSSIBLE,
        "implicit": Certainty.POSSIBLE,
        "apart": Certainty.POSSIBLE,
    }[split.opening]


def _may_lack_one(split: Split) -> bool:
    """Whether what is missing is half as large as a part, or larger: then it may be one that “of which” leaves out.

    Not where four parts or more make up all but one digit of the total.
    """
    gap = add_up([split.total]) - add_up(split.parts)
    large = gap >= _HALF * min(add_up([part]) for part in split.parts)
    return large and not (len(split.parts) >= _MANY and lacks_one_digit(split.total, split.parts))


def _digits_that_tell(split: Split) -> int:
    """How many digits a slip could be in: of an amount that is rounded, the last zeros are none."""
    texts = [m.number.text for m in (split.total, *split.parts) if m.number]
    if split.total.unit is None or split.total.unit.counted:
        return len(texts[0]) if texts else 0
    return max((len(re.sub(r"\D", "", text).rstrip("0")) for text in texts), default=0)


def splits(listing: Listing) -> Iterator[list[Split]]:
    """For each column of a list, its possible totals, the likeliest first."""
    for key, column in columns(listing.pieces).items():
        parts = [spot for spot in column if spot is not None]
        if len(parts) > 1 or (listing.opening == "of_which" and any(_is_part(part) for part in parts)):
            whole_rows = None not in column  # what follows the last part belongs to something else
            hosts = hosts_of(listing.hosts, key, parts)
            alike = [key[0] == MIXED or are_alike(host, parts) for host in hosts]
            found = [_split(h, parts, listing, whole_rows, same) for h, same in zip(hosts, alike, strict=True)]
            if found:
                yield found


def _is_part(spot: Occurrence) -> bool:
    """Whether a figure alone may be a part: it has a unit, or ends its piece (``255 hồ sơ, trong đó quá hạn 4``)."""
    return spot.mention.unit is not None or not spot.after.strip(" .")


def _split(host: Occurrence, parts: Sequence[Occurrence], listing: Listing, whole_rows: bool, alike: bool) -> Split:
    """Figures without a unit take the one that is printed at the others."""
    mentions = [host.mention, *(s.mention for s in parts)]
    units = list(dict.fromkeys(m.unit for m in mentions if m.unit))
    if len(units) == 1:
        mentions = [m if m.unit else replace(m, unit=units[0]) for m in mentions]
    return Split(
        mentions[0],
        tuple(mentions[1:]),
        listing.opening,
        whole_rows and _is_clean(host, parts, listing),
        overlapping(parts),
        len(parts) < max(len(listing.pieces), _clauses_of(listing)),
        parts[0].role == "den",
        alike,
        listing.far
        or not host.is_level
        or is_of_pair(host, parts)
        or (listing.opening == "plain" and not parts[0].depth and host.clause != parts[0].clause)
        or _has_lost(host, parts, listing.strays)
        or (listing.unnumbered and _leaves_room(host, parts))
        or is_of_other_sign_or_time(host, parts)
        or _seems_over(host, parts),
        _exceeds_elsewhere(host, parts, listing),
        tuple(_ends(host, parts)),
    )


def _ends(host: Occurrence, parts: Sequence[Occurrence]) -> Iterator[int]:
    """After how many parts a list may have ended; where what goes on exceeds it by half, it goes over it again."""
    ends = [count for count in range(2, len(parts)) if _may_end(parts, count)]
    row = parts[: ends[0]] if ends else parts
    again = add_up([part.mention for part in row]) >= _NEAR[1] * add_up([host.mention])
    yield from range(2, len(parts)) if again else ends


def _may_end(parts: Sequence[Occurrence], count: int) -> bool:
    """Whether after so many parts something else may begin: in other words or units, or behind another separator."""
    last, following = parts[count - 1 : count + 1]
    if following.sentence != last.sentence or following.mention.paragraph != last.mention.paragraph:
        return True
    if kind(last.mention) != kind(following.mention) or last.role != following.role:
        return True
    subject = cues.NEW_SUBJECT.match(following.near) or cues.says(cues.BALANCE, following.near)
    return bool(subject) or (following.clause != last.clause and parts[0].clause == parts[1].clause)


def _seems_over(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether the first parts alone make up the total: what follows may be of them (``2 mới, 3 cũ, 1 xong``)."""
    whole, sums = add_up([host.mention]), accumulate(add_up([part.mention]) for part in parts[:-1])
    step = max((step_of(spot.mention) for spot in (host, *parts)), default=_ZERO)
    return any(count > 1 and abs(total - whole) <= step for count, total in enumerate(sums, 1))


def _has_lost(host: Occurrence, parts: Sequence[Occurrence], strays: Sequence[Occurrence]) -> bool:
    """Whether the part that is missing is printed near, or several in a row: the list goes on there."""
    gap = add_up([host.mention]) - add_up([part.mention for part in parts])
    alike = [add_up([s.mention]) if are_alike(host, [s]) else gap + 1 for s in strays] if gap > 0 else []
    return any(gap in accumulate(alike[first : first + _MOST_PREFIXES]) for first in range(len(alike)))


def _leaves_room(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether what is missing may be a part: ``120 ha, gồm: lúa 60 ha, ngô 35 ha, rau màu``; else it is a slip."""
    gap = add_up([host.mention]) - add_up([part.mention for part in parts])
    return gap > 0 and gap * SMALL_PART >= min(add_up([part.mention]) for part in parts)


def _exceeds_elsewhere(host: Occurrence, parts: Sequence[Occurrence], listing: Listing) -> bool:
    """Whether what exceeds its total stands in another clause than the list begins in, and tells its own unit.

    ``kiểm tra 4 cơ sở, trong đó có 1 cơ sở chế biến; nhắc nhở 17 cơ sở``: it may be told of by itself.
    """
    first = next(piece[0].clause for piece in listing.pieces if piece)
    whole = add_up([host.mention])
    if listing.opening == "of_which" and tells_more(parts):
        return True
    exceeding = [part for part in parts if add_up([part.mention]) > whole and listing.opening != "after"]
    return any(part.clause != first and (part.mention.unit or parts[0].clause != first) for part in exceeding)


def _clauses_of(listing: Listing) -> int:
    """How many pieces semicolons divide a list into; one may print no level (``…; loại khác tăng 4%``)."""
    return len({s.clause for piece in listing.pieces for s in piece if not s.depth})


def _is_clean(host: Occurrence, parts: Sequence[Occurrence], listing: Listing) -> bool:
    """Whether every piece gives one part that is no comparison, all in one unit or none; not some in pairs, or each."""
    scales = {s.mention.unit.scale for s in (host, *parts) if s.mention.unit}
    one_kind = are_alike(host, parts) and (len(scales) <= 1 or host.mention.dimension == "money")
    one_role = len({part.role for part in parts}) == 1
    each = any("mỗi" in part.near.split() for part in parts)
    pairs = {kind(s.mention) for piece in listing.pieces for s in piece if s.role and not parts[0].role}
    aside = compares(parts) or each or measures_again(host, parts) or of_other_outcome(host, parts)
    return listing.sure and one_role and one_kind and kind(host.mention) not in pairs and not aside
