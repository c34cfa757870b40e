"""Lists that run on: over the sentences after the one that opens them, or into the paragraph after their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from phulien_analysis.stated import cues
from phulien_analysis.stated.listings import MOST_HOSTS, hosts_before, opening_of, pieces_of, without_inner_lists
from phulien_analysis.stated.passage import Occurrence, Passage, kind
from phulien_analysis.stated.totals import Listing

_RUNS_ON = 4  # sentences that a list may go on for
_REACH = 60  # figures after the one that opens a list
_SHORT = 2  # digits: of so few, a total is found by chance too often
_OPENED = re.compile(r"(?:trong đó|cụ thể|gồm|chia ra)\s*:")


def running_on(passage: Passage, before: Passage | None = None, after: Sequence[Passage] = ()) -> Iterator[Listing]:
    """Parts that go on in the sentences and the paragraphs after, or stand in the paragraph after the total.

    ``Đón 5,2 triệu lượt. Trong đó, khách quốc tế 1,4 triệu lượt, tăng 8%. Khách nội địa đạt 3,8 triệu lượt.``
    """
    for spot in passage.spots:
        if spot.depth or opening_of(passage, spot) not in {"complete", "of_which", None}:
            continue
        sentence = [s for s in passage.same_sentence(spot) if s.position >= spot.position and not s.depth]
        own = tuple(pieces_of(sentence))
        outer = tuple(pieces_of(without_inner_lists(sentence, 0)))
        hosts = _hosts(passage, spot, before)
        if hosts and _opens(spot):
            further = tuple(_further(passage, spot, after))
            for first in dict.fromkeys((own, outer)):
                yield Listing(hosts, (*first, *further), "implicit")
            if spot.position == 0:  # a paragraph of its own, as far as it goes
                yield Listing(hosts, own, "of_which", far=True)
        elif hosts and _OPENED.search(spot.lead):
            after_it = tuple(_all_after(passage, spot))
            if after_it:
                yield Listing(hosts, (*own, *after_it), opening_of(passage, spot) or "of_which", far=True)


def _hosts(passage: Passage, spot: Occurrence, before: Passage | None) -> tuple[Occurrence, ...]:
    """The totals that a list may have; of a paragraph that begins with it, those of the paragraph before."""
    hosts = hosts_before(passage, spot)
    if spot.position == 0 and before is not None:
        hosts = tuple(s for s in reversed(before.spots) if s.is_level and not s.depth)[:MOST_HOSTS]
    return tuple(h for h in hosts if _is_long(h))


def _further(passage: Passage, first: Occurrence, after: Sequence[Passage]) -> Iterator[tuple[Occurrence, ...]]:
    """The heads of the sentences after the one that opens a list, and of the paragraphs after."""
    sentences = range(first.sentence + 1, min(len(passage.sentence_starts), first.sentence + 1 + _RUNS_ON))
    heads = [_head_of(passage, sentence) for sentence in sentences if _is_written(passage, sentence)]
    for below in after:
        heads += [_head_of(below, n) for n in range(len(below.sentence_starts[:_RUNS_ON])) if _is_written(below, n)]
    yield from takewhile(bool, heads[:_RUNS_ON])


def _all_after(passage: Passage, first: Occurrence) -> Iterator[tuple[Occurrence, ...]]:
    """What the sentences after tell of the kind that the list counts: ``…, trong đó: A 5 tấn. B 7 tấn, C 3 tấn``."""
    for spot in passage.around(first, _REACH):
        near = first.sentence < spot.sentence <= first.sentence + _RUNS_ON
        if (
            near
            and spot.is_level
            and spot.role != "den"
            and not spot.depth
            and kind(spot.mention) == kind(first.mention)
        ):
            yield (spot,)


def _is_written(passage: Passage, sentence: int) -> bool:
    """Whether a sentence has any letters: what follows the last full stop of a paragraph has none."""
    return bool(passage.lower[passage.sentence_starts[sentence] :].strip())


def _is_long(spot: Occurrence) -> bool:
    """Whether a total is told apart by its digits; ``hơn 5 triệu tấn`` is told apart by what exceeds it but little."""
    number, measured = spot.mention.number, spot.mention.unit is not None and not spot.mention.unit.counted
    return number is not None and (len(number.text) > _SHORT or (measured and spot.mention.qualifier != ""))


def _opens(spot: Occurrence) -> bool:
    """Whether the sentence of a figure begins with the words that open a list."""
    start = max(cues.last(cues.OF_WHICH, spot.lead), cues.last(cues.COMPLETE, spot.lead))
    return start >= 0 and cues.OPENS_LIST.match(spot.lead.lstrip()) is not None


def _head_of(passage: Passage, sentence: int) -> tuple[Occurrence, ...]:
    """The first level of each kind in a sentence."""
    levels = [s for s in passage.spots if s.sentence == sentence and s.is_level and not s.depth]
    return tuple({kind(s.mention): s for s in reversed(levels)}.values())[::-1]
