"""Totals and their parts, once it is known where a text lists them: columns, sums, “of which”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Literal

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, compatible, kind
from phulien_analysis.stated.readings import Certainty, Reading, added, of_which, value_of

Opening = Literal["complete", "of_which", "plain", "note", "after", "implicit", "apart"]
Key = tuple[str, str, str]  # dimension, role in a pair, window
_WINDOW = re.compile(r"\d+ tháng|tháng \d+|quý (?:[ivx]+|\d)|năm \d{4}|lũy kế|luỹ kế|trong (?:tháng|kỳ|quý)")
_NEAR = (Decimal("0.5"), Decimal("1.5"))  # parts that miss a complete total by more were misread by us
_CLOSE = (Decimal("0.75"), Decimal("1.34"))
_A_LITTLE, _MOST_EXCESS = Decimal("0.01"), Decimal("0.05")  # for each part after the first, and in all
_NARROW = Decimal("0.02")
_TELLING = 10  # smaller numbers add up by chance
_MIXED = "mixed"
_UNOPENED = {"implicit", "apart"}  # lists that no words open: only what adds up is one
_FEW_DIGITS = 2  # of so few digits, numbers differ by one digit too often by chance
_MOST_PREFIXES = 12


@dataclass(frozen=True)
class Listing:
    """The pieces of a list, each with its figures, and the figures that may be its total, nearest first.

    ``opening``: ``complete`` (``gồm``, ``cụ thể``), ``of_which`` (``trong đó``), ``plain`` (brackets, a colon, items),
    ``note``, ``after`` (the total stands behind its parts), ``implicit`` (only commas), ``apart`` (nothing: the total
    stands in another sentence). It is not ``sure`` where a number inside was taken for a name; it goes ``far`` where
    it may have ended before, or its total may be another: over sentences and paragraphs.
    """

    hosts: tuple[Occurrence, ...]
    pieces: tuple[tuple[Occurrence, ...], ...]
    opening: Opening
    sure: bool = True
    far: bool = False


@dataclass(frozen=True)
class Split:
    """A total and the parts of one column; ``clean``: each piece gave one, in the unit of the total or without one.

    ``overlaps``: the parts may overlap. ``of_base``: they are denominators. ``ended``: the last pieces had no part, so
    that the list may have ended before. ``alike``: they count what the total counts, as far as the units tell.
    ``possible``: it is one only if it holds.
    """

    total: Mention
    parts: tuple[Mention, ...]
    opening: Opening
    clean: bool
    overlaps: bool = False
    ended: bool = False
    of_base: bool = False
    alike: bool = True
    possible: bool = False


def readings(listing: Listing) -> Iterator[list[Reading]]:
    """For each column of a list, the ways to read it: with each total that it may have, as a sum or as “of which”."""
    columns_found = list(splits(listing))
    if listing.opening == "of_which" and any(_adds_up(b) for alternatives in columns_found for b in alternatives):
        columns_found = [[_completed(split) for split in alternatives] for alternatives in columns_found]
    for alternatives in columns_found:
        found = [reading for split in alternatives for reading in _readings(split)]
        sums = [r for r in found if r.kind == "sum" and (listing.opening not in _UNOPENED or _is_telling(r))]
        sums = [r for r in sums if listing.opening != "apart" or _is_narrow(r)]
        held = any(reading.agrees or reading.certainty > Certainty.POSSIBLE for reading in sums)
        yield sums if held else [reading for reading in found if reading.kind == "subset"]


def _completed(split: Split) -> Split:
    """What “of which” splits is complete where another column adds up; but who has none of it may be left out.

    ``18/40 trường đạt chuẩn, trong đó mầm non 7/11, tiểu học 11/25``: the 4 schools of another kind have none.
    """
    left_out = split.of_base and add_up(split.parts) < add_up([split.total])
    return split if left_out else replace(split, opening="complete")


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
        for count in range(len(parts) - 1, max(1, len(parts) - _MOST_PREFIXES), -1):
            yield added(split.total, parts[:count], Certainty.POSSIBLE)  # the list may end before the sentence does
        yield from _without_one(split)
    if split.opening == "of_which":
        same_kind = not split.possible and all(p.unit and p.dimension == split.total.dimension for p in parts)
        yield of_which(split.total, parts, Certainty.LIKELY if same_kind else Certainty.POSSIBLE)


def _of_another_kind(split: Split) -> Iterator[Reading]:
    """Things counted by another name than their total's; where only commas join them, a short total tells nothing."""
    digits = len(split.total.number.text) if split.total.number else 0
    if len(split.parts) > 1 and (digits > _FEW_DIGITS or split.opening in {"complete", "plain", "after"}):
        yield added(split.total, split.parts, Certainty.POSSIBLE)


def _without_one(split: Split) -> Iterator[Reading]:
    """One figure of a list may explain the one before: ``lúa 310, trong đó lúa lai 75; ngô 140``."""
    digits = len(split.total.number.text) if split.total.number else 0
    if 2 < len(split.parts) < _MOST_PREFIXES and digits > _FEW_DIGITS:
        for left_out in range(1, len(split.parts) - 1):
            parts = split.parts[:left_out] + split.parts[left_out + 1 :]
            yield added(split.total, parts, Certainty.POSSIBLE)


def _certainty(split: Split) -> Certainty:
    """How sure it is that the parts should add up to the total."""
    whole, parts = add_up([split.total]), add_up(split.parts)
    if split.possible or not split.clean or not whole:
        return Certainty.POSSIBLE
    coverage, slip = parts / whole, is_one_slip(whole - parts)
    near, close = (low < coverage < high for low, high in (_NEAR, _CLOSE))
    long = _digits_that_tell(split) > _FEW_DIGITS
    telling = slip and long
    counted = split.total.unit is None or split.total.unit.counted
    doubtful = slip and coverage > _CLOSE[0] and (telling or (close and counted))
    doubtful = doubtful or (long and exceeds_little(split.total, split.parts))
    if (split.ended and not telling) or (split.of_base and split.opening == "of_which" and coverage < 1):
        return Certainty.POSSIBLE
    all_of_it = len(split.parts) > 2 or telling or coverage > 1
    return {
        "complete": Certainty.LIKELY if close or slip else Certainty.DOUBTFUL,
        "after": Certainty.LIKELY if slip else Certainty.POSSIBLE,
        "plain": Certainty.LIKELY if telling and near else Certainty.DOUBTFUL if doubtful else Certainty.POSSIBLE,
        "of_which": Certainty.DOUBTFUL
        if doubtful and all_of_it and not (split.overlaps or split.ended)
        else Certainty.POSSIBLE,
        "note": Certainty.DOUBTFUL if doubtful else Certainty.POSSIBLE,
        "implicit": Certainty.POSSIBLE,
        "apart": Certainty.POSSIBLE,
    }[split.opening]


def _digits_that_tell(split: Split) -> int:
    """How many digits a slip could be in: of an amount that is rounded, the last zeros are none."""
    texts = [m.number.text for m in (split.total, *split.parts) if m.number]
    if split.total.unit is None or split.total.unit.counted:
        return len(texts[0]) if texts else 0
    return max((len(re.sub(r"\D", "", text).rstrip("0")) for text in texts), default=0)


def exceeds_little(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether parts make up a little more than their whole: the more they are, the less is it chance.

    Groups that overlap exceed it by more.
    """
    most = 1 + min(_A_LITTLE * (len(parts) - 1), _MOST_EXCESS)
    total = add_up([whole])
    return total < add_up(parts) <= most * total


def is_one_slip(gap: Decimal) -> bool:
    """Whether a gap can come from one digit mistyped, or two neighbours swapped: ``k·10ⁿ`` or ``9k·10ⁿ``."""
    digits = "".join(map(str, gap.as_tuple().digits)).strip("0")
    return len(digits) == 1 or (len(digits) == 2 and int(digits) % 9 == 0)


def splits(listing: Listing) -> Iterator[list[Split]]:
    """For each column of a list, its possible totals, the likeliest first."""
    for key, column in columns(listing.pieces).items():
        parts = [spot for spot in column if spot is not None]
        if len(parts) > 1 or (listing.opening == "of_which" and any(_is_part(part) for part in parts)):
            whole_rows = None not in column  # what follows the last part belongs to something else
            hosts = _hosts_of(listing.hosts, key, parts)
            alike = [key[0] == _MIXED or _alike(host, parts) for host in hosts]
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
        _overlap(parts),
        len(parts) < max(len(listing.pieces), _clauses_of(listing)),
        parts[0].role == "den",
        alike,
        listing.far or not host.is_level or _is_of_other_sign_or_time(host, parts),
    )


def _is_of_other_sign_or_time(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether surpluses stand beside deficits, parts are of a time that their total is not of, or it counts nothing."""
    balance = any(cues.says(cues.SIGNED, spot.near) for spot in (host, *parts))
    own, others = _window_of(host), {_window_of(part) for part in parts} - {""}
    bare = host.mention.unit is None and any(part.mention.unit is not None for part in parts)
    unnamed = bare and host.mention.number is not None and len(host.mention.number.text) <= _FEW_DIGITS
    return balance or unnamed or bool(own and others and own not in others)


def _window_of(spot: Occurrence) -> str:
    """The window named right before a figure, if one is."""
    matches = _WINDOW.findall(spot.near[-60:])
    return matches[-1].replace("luỹ", "lũy") if matches else ""


def _clauses_of(listing: Listing) -> int:
    """How many pieces semicolons divide a list into; one may print no level (``…; loại khác tăng 4%``)."""
    return len({s.clause for piece in listing.pieces for s in piece if not s.depth})


def columns(pieces: Sequence[Sequence[Occurrence]]) -> Mapping[Key, list[Occurrence | None]]:
    """The figures of the pieces, one column a kind: dimension, role in a pair, and window where pieces repeat them.

    Where pieces count different things (``18 quyết định, 402 công văn``), a last column holds the first of each.
    """
    heads = _repeated_heads(pieces)
    dimension = _shared_dimension(pieces)
    found: dict[Key, list[Occurrence | None]] = {}
    for row, piece in enumerate(pieces):
        taken = "" if any(kind(s.mention) == dimension and s.is_level for s in piece) else dimension
        for spot in piece:
            if spot.is_level and not cues.RAISED.search(spot.lead[-100:]):
                _put(found, (kind(spot.mention) or taken, spot.role, _head(spot, heads)), row, spot)
    found.update(list(_joined(found)))
    for head in heads or [""]:
        firsts = [next((s for s in piece if s.is_level and _head(s, heads) == head), None) for piece in pieces]
        counted = [s for s in firsts if s is not None and (s.mention.unit is None or s.mention.unit.counted)]
        rows = not any(s.lead.strip() == "/" for s in counted)  # ``2 lượt/3 người`` are different things counted
        if rows and len({kind(s.mention) for s in counted}) > 1 and len(counted) == len(pieces):
            found[_MIXED, "", head] = list(firsts)
    return found


def _joined(found: Mapping[Key, list[Occurrence | None]]) -> Iterator[tuple[Key, list[Occurrence | None]]]:
    """Where some pieces print a pair and others the figure alone (``lúa 128/130 ha; ngô 58 ha``), both are a column."""
    for key, column in found.items():
        alone = found.get((key[0], "", key[2])) if key[1] == "num" else None
        if alone is not None:
            rows = list(zip_longest(column, alone))
            if not any(pair and single for pair, single in rows):
                yield (key[0], "any", key[2]), [pair or single for pair, single in rows]


def _put(found: dict[Key, list[Occurrence | None]], key: Key, row: int, spot: Occurrence) -> None:
    column = found.setdefault(key, [])
    column.extend([None] * (row + 1 - len(column)))
    if column[row] is None:
        column[row] = spot


def _shared_dimension(pieces: Sequence[Sequence[Occurrence]]) -> str:
    """The dimension that figures without a unit take: the only one printed in the list."""
    printed = {kind(s.mention) for piece in pieces for s in piece if s.is_level and s.mention.unit}
    return printed.pop() if len(printed) == 1 else ""


def _repeated_heads(pieces: Sequence[Sequence[Occurrence]]) -> frozenset[str]:
    """The words before or behind figures of one kind in more than one piece: ``tháng 7 …; 7 tháng …``."""
    for words_of in (head_words, _tail_words):
        seen: Counter[str] = Counter()
        for piece in pieces:
            levels = [s for s in piece if s.is_level and s.role != "den"]
            kinds = Counter(kind(s.mention) for s in levels)
            seen.update({words_of(s) for s in levels if kinds[kind(s.mention)] > 1} - {""})
        repeated = frozenset(words for words, count in seen.items() if count > 1)
        if len(repeated) > 1:
            return repeated
    return frozenset()


def head_words(spot: Occurrence) -> str:
    """The window named right before a figure, else the last two words before it."""
    matches = _WINDOW.findall(spot.lead[-60:])
    return matches[-1].replace("luỹ", "lũy") if matches else " ".join(spot.near.split()[-2:])


def _tail_words(spot: Occurrence) -> str:
    """The last words of what a figure counts: ``18 người về hưu trước tuổi; 2 người thôi việc ngay``."""
    return " ".join(spot.after.strip(" .").removesuffix(" và").split()[-3:])


def _head(spot: Occurrence, heads: frozenset[str]) -> str:
    return next((words for words in (head_words(spot), _tail_words(spot)) if words in heads), "")


def _hosts_of(hosts: Sequence[Occurrence], key: Key, parts: Sequence[Occurrence]) -> list[Occurrence]:
    """The totals a column may have, the likeliest first: same window, same role in a pair, nearest."""
    _, role, head = key
    hosts = [h for h in hosts if h.is_level or _is_split_change(h, parts)]
    if key[0] == _MIXED:
        return [h for h in hosts if _is_count(h.mention) and (not head or head in _names_of(h, head))]
    fitting = [h for h in hosts if all(may_add_up(h, p) for p in parts)]
    if head:
        named = [h for h in fitting if head in _names_of(h, head)]
        return [h for h in named if h.role in {"", role or "num"}]
    wanted = "den" if role == "den" else "num"
    if role == "den":
        fitting = [
            h for h in fitting if h.role == "den" or cues.says(cues.PLAN, h.lead) or cues.says(cues.TOTAL, h.lead)
        ]
    return sorted(
        fitting,
        key=lambda h: (not _alike(h, parts), h.role not in {"", wanted}, h.mention.unit is None, -h.position),
    )


def _names_of(host: Occurrence, head: str) -> set[str]:
    """The words by which a total may be of the column with such a head."""
    return {head_words(host), host.near[-len(head) :], _tail_words(host)}


def _is_split_change(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether a change stands right before its parts: ``giảm 340 dự án (trong đó 92 …, 248 …)``."""
    changed = host.direction != 0 and host.mention.number is not None and not host.mention.is_percent
    return changed and len(parts) > 1 and host.position == parts[0].position - 1


def _is_count(mention: Mention) -> bool:
    """Whether a figure counts things, by its unit or by a whole number of some length without one."""
    if mention.unit is not None:
        return mention.unit.counted
    return mention.number is not None and not mention.number.decimals and len(mention.number.text) > _FEW_DIGITS


def _alike(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether parts are of the same kind as a total."""
    return all(compatible(host.mention, part.mention) for part in parts)


def may_add_up(a: Occurrence, b: Occurrence) -> bool:
    """Whether one may be part of the other: they are alike, or both things counted (``26 tổ chức``, ``45 cuộc``).

    A rate may have parts that leave out what it is per: ``57 tấn/ngày``, ``39 tấn``.
    """
    counted = all(s.mention.unit and s.mention.unit.counted for s in (a, b))
    measured, other = (s.mention.dimension.split("-per-")[0] for s in (a, b))
    return counted or compatible(a.mention, b.mention) or measured == other != ""


def _is_clean(host: Occurrence, parts: Sequence[Occurrence], listing: Listing) -> bool:
    """Whether every piece gives one part that is no comparison, all in one unit or none; not some in pairs, or each."""
    scales = {s.mention.unit.scale for s in (host, *parts) if s.mention.unit}
    one_kind = _alike(host, parts) and (len(scales) <= 1 or host.mention.dimension == "money")
    one_role = len({part.role for part in parts}) == 1
    each = any("mỗi" in part.near.split() for part in parts)
    pairs = {kind(s.mention) for piece in listing.pieces for s in piece if s.role and not parts[0].role}
    return listing.sure and one_role and one_kind and kind(host.mention) not in pairs and not (_compares(parts) or each)


def _overlap(parts: Sequence[Occurrence]) -> bool:
    """Whether the parts are kinds of people or money that overlap: women, members of the Party, the poor."""
    return sum(cues.says(cues.OVERLAPPING, f"{part.near} {part.after}") for part in parts) > 0


def _compares(parts: Sequence[Occurrence]) -> bool:
    """Whether a part is of a time before; not where it is what was carried over, beside what is new."""
    carried = [part for part in parts if cues.says(cues.CARRIED, part.near)]
    others = [part for part in parts if part not in carried]
    if len(carried) == 1 and others and all(cues.says(cues.NEW, part.near) for part in others):
        return False
    return any(_is_aside(part) for part in parts)


def _is_aside(spot: Occurrence) -> bool:
    """Whether a figure in a list compares or explains, and may be no part."""
    words = spot.near
    plan = cues.says(cues.PLAN, words) and spot.role != "den" and spot.depth > 0
    return plan or cues.says(cues.BEFORE, words) or cues.says(cues.AGAINST, words)


def add_up(mentions: Sequence[Mention]) -> Decimal:
    """The sum of the printed values in base units; figures without a value count nothing."""
    return sum((m.number.value * (m.unit.scale if m.unit else 1) for m in mentions if m.number), Decimal(0))
