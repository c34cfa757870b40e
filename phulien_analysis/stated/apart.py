"""Lists that stand apart from their total, with no words that open them: in a later sentence, in the items below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phulien_analysis.stated.passage import Occurrence, Passage
from phulien_analysis.stated.totals import Listing

_SENTENCES_BACK = 3
_MOST_PARTS = 12
_MOST_HOSTS = 8
_SHORT = 2  # digits: of so few, a total is met by chance too often, but by a sentence that holds nothing else


def lists_apart(passage: Passage, above: Passage | None) -> Iterator[Listing]:
    """``Tiếp nhận 208 vụ việc. Hình thức: tố tụng 164 vụ, tư vấn 41 vụ, đại diện 3 vụ``: a list only if it adds up."""
    by_sentence: dict[int, list[Occurrence]] = {}
    for spot in passage.spots:
        if spot.is_level and (not spot.depth or spot.role == "num"):
            by_sentence.setdefault(spot.sentence, []).append(spot)
    heads = [s for s in above.spots if s.is_level and not s.depth] if above is not None else []
    for sentence, levels in by_sentence.items():
        parts = [s for s in levels if s.role != "den" and not s.depth]
        before = [s for n in range(sentence - _SENTENCES_BACK, sentence) for s in by_sentence.get(n, [])]
        hosts = [*reversed(before), *reversed(heads)][:_MOST_HOSTS]
        hosts = [h for h in hosts if _is_told_apart(h, parts)]
        if hosts and 1 < len(parts) <= _MOST_PARTS:
            yield Listing(tuple(hosts), tuple((s,) for s in parts), "apart")


def _is_told_apart(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether it says anything that parts add up to a figure of another sentence."""
    number = host.mention.number
    long = number is not None and len(number.text) > _SHORT
    units = {s.mention.unit for s in parts}
    return long or (len(parts) > _SHORT and len(units) == 1)
