"""Lists that stand apart from their total, with no words that open them: in a later sentence, in the items below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from phulien_analysis.documents.document import Document
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage
from phulien_analysis.stated.totals import Listing

_SENTENCES_BACK = 3
_SENTENCES_AFTER = 6
_MOST_PARTS = 60
_MOST_LINES = 20
_MOST_HOSTS = 8
_OPENS_LINES = re.compile(r"(?<!\w)(?:gồm|trong đó|cụ thể|như sau|chia ra)\s*:\s*$")
_SHORT = 2  # digits: of so few, a total is met by chance too often, but by a sentence that holds nothing else


def lists_apart(passage: Passage, above: Sequence[Passage]) -> Iterator[Listing]:
    """``Tiếp nhận 208 vụ việc. Hình thức: tố tụng 164 vụ, tư vấn 41 vụ, đại diện 3 vụ``: a list only if it adds up."""
    by_sentence: dict[int, list[Occurrence]] = {}
    for spot in passage.spots:
        if spot.is_level and (not spot.depth or spot.role == "num"):
            by_sentence.setdefault(spot.sentence, []).append(spot)
    heads = [s for head in reversed(above) for s in head.spots if s.is_level and not s.depth]
    for sentence, levels in by_sentence.items():
        parts = [s for s in levels if s.role != "den" and not s.depth]
        before = [s for n in range(sentence - _SENTENCES_BACK, sentence) for s in by_sentence.get(n, [])]
        hosts = [*reversed(before), *reversed(heads)][:_MOST_HOSTS]
        hosts = [h for h in hosts if _is_told_apart(h, parts)]
        if hosts and 1 < len(parts) <= _MOST_PARTS:
            yield Listing(tuple(hosts), tuple((s,) for s in parts), "apart")
    yield from _totals_after(by_sentence, above)
    yield from _totals_before(by_sentence)


def _totals_after(by_sentence: Mapping[int, Sequence[Occurrence]], above: Sequence[Passage]) -> Iterator[Listing]:
    """``Tháng 1 tiêu hủy 120 con. … Tháng 2 tiêu hủy 74 con. Tổng số lợn tiêu hủy là 194 con``."""
    levels = [s for found in by_sentence.values() for s in found]
    further = [[s for s in passage.spots if s.is_level and not s.depth][-_MOST_PARTS:] for passage in above]
    for place, spot in enumerate(levels):
        if spot.mention.unit is None or not cues.says(cues.TOTAL, spot.near):
            continue
        before = [s for s in levels[max(0, place - _MOST_PARTS) : place] if s.sentence < spot.sentence]
        for more in ([], *further):  # within its paragraph, then from one paragraph more each time
            before = [*more, *before]
            parts = [s for s in before if s.mention.unit == spot.mention.unit and s.role != "den"]
            if 1 < len(parts) <= _MOST_PARTS and _is_told_apart(spot, parts):
                yield Listing((spot,), tuple((s,) for s in parts), "apart")


def _totals_before(by_sentence: Mapping[int, Sequence[Occurrence]]) -> Iterator[Listing]:
    """``Tổng vốn 3,3 tỷ đồng. Ngân sách huyện 2,6 tỷ đồng. Nhân dân đóng góp 680 triệu đồng``: a sentence each."""
    for spot in (s for levels in by_sentence.values() for s in levels):
        if spot.mention.unit is None or not cues.says(cues.TOTAL, spot.near):
            continue
        parts: list[Occurrence] = []
        for sentence in range(spot.sentence + 1, spot.sentence + _SENTENCES_AFTER):
            alike = [s for s in by_sentence.get(sentence, []) if s.mention.dimension == spot.mention.dimension]
            if not alike:
                break
            parts.append(alike[0])
            if len(parts) > 1 and _is_told_apart(spot, parts):
                yield Listing((spot,), tuple((s,) for s in parts), "apart")


def lists_below(document: Document, passages: Mapping[int, Passage]) -> Iterator[Listing]:
    """Lines that are no items below one that ends with ``gồm:``, each a name and a number: ``Thu nội địa: 54``."""
    plain = [passages[p.index] for p in document.paragraphs if p.kind in {"body", "item", "heading"}]
    for position, head in enumerate(plain):
        below = plain[position + 1 : position + 2 + _MOST_LINES]
        words = head.lower[head.spots[-1].mention.stop :] if head.spots else ""
        if below and not below[0].spots:
            words, below = f"{words} {below[0].lower}", below[1:]  # ``Bao gồm:`` in a line of its own
        if not head.spots or not _OPENS_LINES.search(words):
            continue
        parts = [s for line in takewhile(_is_line, below) for s in line.spots if s.is_level and not s.depth]
        hosts = [s for s in head.same_sentence(head.spots[-1]) if s.is_level and not s.depth]
        if hosts and len(parts) > 1:
            yield Listing(tuple(reversed(hosts)), tuple((s,) for s in parts), "implicit")


def _is_line(passage: Passage) -> bool:
    """Whether a paragraph is only names, each with its number behind a colon."""
    levels = [s for s in passage.spots if s.is_level and not s.depth]
    return passage.paragraph.kind == "body" and bool(levels) and all(s.lead.rstrip().endswith(":") for s in levels)


def _is_told_apart(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether it says anything that parts add up to a figure of another sentence."""
    number = host.mention.number
    long = number is not None and len(number.text) > _SHORT
    units = [s.mention.unit for s in parts]
    named = host.mention.unit is not None and units.count(host.mention.unit) > _SHORT
    return long or named or (len(parts) > _SHORT and len(set(units)) == 1)
