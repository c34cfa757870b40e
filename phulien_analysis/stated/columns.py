"""The columns of a list: which figures of its pieces belong together, and which totals each column may have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, compatible, kind

Key = tuple[str, str, str]  # dimension, role in a pair, window
MIXED = "mixed"
FEW_DIGITS = 2  # of so few digits, numbers differ by one digit too often by chance
_WINDOW = re.compile(
    r"\d+ tháng|tháng \d+|quý (?:[ivx]+|\d)|năm \d{4}|lũy kế|luỹ kế|từ đầu năm"
    r"|trong (?:tháng|kỳ|quý)|(?:tháng|kỳ|quý) này"
)


def columns(pieces: Sequence[Sequence[Occurrence]]) -> Mapping[Key, list[Occurrence | None]]:
    """The figures of the pieces, one column a kind: dimension, role in a pair, and window where pieces repeat them.

    Where pieces count different things (``18 quyết định, 402 công văn``), a last column holds the first of each.
    """
    heads = _repeated_heads(pieces)
    dimension = _shared_dimension(pieces)
    found: dict[Key, list[Occurrence | None]] = {}
    for row, piece in enumerate(_without_plans(piece) for piece in pieces):
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
            found[MIXED, "", head] = list(firsts)
    return found


def _without_plans(piece: Sequence[Occurrence]) -> list[Occurrence]:
    """A piece without the plan behind its percentage: ``chi đầu tư 15,2 tỷ, đạt 50,7% kế hoạch 30 tỷ``."""
    first: list[Occurrence | None] = [None, *piece]
    return [spot for before, spot in zip(first, piece, strict=False) if not (before and is_plan_of(before, spot))]


def is_plan_of(rate: Occurrence, spot: Occurrence) -> bool:
    """Whether only words of a plan stand between a percentage and a figure."""
    beside = rate.mention.is_percent and rate.position == spot.position - 1 and spot.near == spot.lead.strip()
    return beside and cues.says(cues.PLAN, spot.near)


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


def hosts_of(hosts: Sequence[Occurrence], key: Key, parts: Sequence[Occurrence]) -> list[Occurrence]:
    """The totals a column may have, the likeliest first: same window, same role in a pair, nearest."""
    _, role, head = key
    hosts = [h for h in hosts if h.is_level or _is_split_change(h, parts)]
    if key[0] == MIXED:
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
        key=lambda h: (not are_alike(h, parts), h.role not in {"", wanted}, h.mention.unit is None, -h.position),
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
    return mention.number is not None and not mention.number.decimals and len(mention.number.text) > FEW_DIGITS


def are_alike(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether parts are of the same kind as a total."""
    measured = host.mention.unit is not None and not host.mention.unit.counted
    counted = any(_is_padded(part.mention) for part in parts)
    return not (measured and counted) and all(compatible(host.mention, part.mention) for part in parts)


def _is_padded(mention: Mention) -> bool:
    """Whether a number without a unit has a zero before it: ``không mũ 05, quá tốc độ 12`` are counts, not money."""
    number = mention.number
    return (
        mention.unit is None
        and number is not None
        and not number.decimals
        and mention.printed[:1] == "0" != mention.printed
    )


def may_add_up(a: Occurrence, b: Occurrence) -> bool:
    """Whether one may be part of the other: they are alike, or both things counted (``26 tổ chức``, ``45 cuộc``).

    A rate may have parts that leave out what it is per: ``57 tấn/ngày``, ``39 tấn``.
    """
    counted = all(s.mention.unit and s.mention.unit.counted for s in (a, b))
    measured, other = (s.mention.dimension.split("-per-")[0] for s in (a, b))
    return counted or compatible(a.mention, b.mention) or measured == other != ""


def window_of(spot: Occurrence) -> str:
    """The window named right before a figure, if one is."""
    matches = _WINDOW.findall(spot.near[-60:])
    return matches[-1].replace("luỹ", "lũy") if matches else ""
