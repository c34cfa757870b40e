"""Lists in the items below a paragraph, and in the notes that it carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.stated import cues
from phulien_analysis.stated.listings import MOST_HOSTS, pieces_of
from phulien_analysis.stated.passage import Occurrence, Passage
from phulien_analysis.stated.totals import Listing, Opening

_ALIKE = 3  # items that begin alike, and show that another is none of them


@dataclass(frozen=True)
class Branch:
    """A paragraph and the items right below it."""

    head: Paragraph
    items: tuple[Paragraph, ...]


def branches(document: Document) -> Iterator[Branch]:
    """Every paragraph that has items below it; notes between them are passed over."""
    plain = [p for p in document.paragraphs if p.kind in {"body", "item", "heading"}]
    for position, head in enumerate(plain):
        items: list[Paragraph] = []
        for paragraph in islice(plain, position + 1, None):
            if paragraph.kind != "item" or paragraph.level <= head.level or paragraph.section != head.section:
                break
            if items and paragraph.level < items[0].level:
                break  # what follows a list of plain lines is another one
            items.append(paragraph)
        if items:
            yield Branch(head, tuple(item for item in items if item.level == items[0].level))


def in_items(branch: Branch, passages: Mapping[int, Passage], strays: Sequence[Occurrence] = ()) -> Iterator[Listing]:
    """The list that the items of a branch make, if its head prints a figure that they may split."""
    head = passages[branch.head.index]
    spots = [s for s in head.spots if s.depth == 0]
    if not spots or not _introduces(branch.head, head, spots):
        return
    last = [s for s in spots if s.sentence == spots[-1].sentence]
    items = [passages[item.index] for item in branch.items]
    pieces = tuple(_head_figures(item) for item in items)
    tail = head.lower[head.spots[-1].mention.stop :]
    complete, of_which = (cues.says(words, tail) for words in (cues.COMPLETE, cues.OF_WHICH))
    opening: Opening = "complete" if complete else "of_which" if of_which else "plain"
    # Where an item's number was taken for a name, it may be a part, and so may what follows the list
    sure = not any(item.unsure for item, piece in zip(items, pieces, strict=True) if not piece)
    far = not (_opens_items(branch.head, head) or complete or of_which)
    end = min(_end_by_stop(items), _end_by_words(branch.items))
    for count in dict.fromkeys((end, len(items))):  # past its end it goes on only if that adds up
        if sum(bool(piece) for piece in pieces[:count]) > 1:
            beyond = far or count > end or not sure
            yield Listing(tuple(reversed(last)), pieces[:count], opening, sure, far=beyond, strays=tuple(strays))


def _end_by_stop(items: Sequence[Passage]) -> int:
    """After how many items the first ends with a full stop, where those before it end otherwise: it ends the list."""
    stops = [item.lower.rstrip().endswith(".") for item in items]
    return stops.index(True) + 1 if True in stops[1:] and not stops[0] else len(items)


def _end_by_words(items: Sequence[Paragraph]) -> int:
    """After how many items that begin alike the first begins with another word, in a capital: ``thôn …; Trong kỳ``."""
    words = [item.text.split(maxsplit=1)[0] if item.text.strip() else "" for item in items]
    same = sum(1 for _ in takewhile(lambda word: word == words[0], words))
    ends = _ALIKE <= same < len(words) and words[0].islower() and words[same][:1].isupper()
    return same if ends else len(items)


def in_long_notes(document: Document, passages: Mapping[int, Passage]) -> list[Occurrence]:
    """The levels in notes of several paragraphs: where a page ends in a list, its notes may take what goes on after it.

    In plain text nothing tells the items of a note from those of the text.
    """
    lengths = Counter((p.carrier, p.note) for p in document.paragraphs if p.kind == "note")
    long = [p for p in document.paragraphs if p.kind == "note" and lengths[p.carrier, p.note] > 1]
    return [spot for p in long for spot in passages[p.index].spots if spot.is_level]


def _introduces(paragraph: Paragraph, head: Passage, spots: Sequence[Occurrence]) -> bool:
    """Whether the items below go on from a paragraph's figures: it ends so, or is an item itself, or names a total."""
    return (
        _opens_items(paragraph, head) or cues.says(cues.COMPLETE, spots[-1].tail) or cues.says(cues.TOTAL, head.lower)
    )


def _opens_items(paragraph: Paragraph, head: Passage) -> bool:
    """Whether a paragraph goes on in the items below it: it does not end, or is an item itself."""
    return paragraph.kind == "item" or head.lower.rstrip().endswith((":", ",", ";"))


def _head_figures(passage: Passage) -> tuple[Occurrence, ...]:
    """What an item says of itself: its figures before it splits or explains them."""
    found: list[Occurrence] = []
    for spot in passage.spots:
        if spot.depth or (found and (cues.says(cues.OF_WHICH, spot.lead) or cues.says(cues.COMPLETE, spot.lead))):
            if spot.depth:
                continue
            break
        if found and spot.sentence != found[0].sentence:
            break
        found.append(spot)
    return tuple(found)


def in_notes(document: Document, passages: Mapping[int, Passage]) -> Iterator[Listing]:
    """A note that lists the parts of a figure of the sentence that carries its marker."""
    notes: dict[tuple[int | None, str], list[Passage]] = {}
    for paragraph in document.paragraphs:
        notes.setdefault((paragraph.carrier, paragraph.note), []).append(passages[paragraph.index])
    for carrier in document.paragraphs:
        for marker in carrier.markers:
            hosts = _hosts_of_marker(passages[carrier.index], marker.offset)
            pieces = list(_note_pieces(notes.get((carrier.index, marker.label), [])))
            if hosts and len(pieces) > 1:
                yield Listing(hosts, tuple(pieces), "note")


def _hosts_of_marker(passage: Passage, offset: int) -> tuple[Occurrence, ...]:
    before = [s for s in passage.spots if s.mention.start < offset]
    if not before:
        return ()
    end = before[-1].sentence
    same = [s for s in before if s.sentence == end]
    return tuple(reversed(same[-MOST_HOSTS:]))


def _note_pieces(passages: Sequence[Passage]) -> Iterator[tuple[Occurrence, ...]]:
    if len(passages) == 1:
        spots = [s for s in passages[0].spots if s.depth == 0]
        yield from pieces_of(spots)
        return
    for passage in passages:
        piece = _head_figures(passage)
        if piece:
            yield piece
