"""A figure of a document as the matching sees it: its unit, its place, and the words near and far around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.drafting.columns import Columns, unit_in_table
from phulien_analysis.drafting.words import Lexicon, words_of
from phulien_analysis.figures import Source
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.passage import Occurrence, Passage

NEAR, AFTER, LEAD, CLAUSE, HOST, OPENING, AROUND, ABOVE = 1.0, 0.85, 0.8, 0.55, 0.6, 0.5, 0.35, 0.3
_UNIT_REACH = 40


@dataclass(frozen=True)
class Sighting:
    """One printed figure to be named.

    ``near`` are the words right at it, ``words`` all around it with their weight, ``head`` is that of its column in a
    table, ``under`` the heading and the sentence that introduce it, ``earlier`` the figures right before it.
    """

    mention: Mention
    spot: Occurrence
    paragraph: Paragraph
    source: Source
    near: tuple[str, ...]
    words: Mapping[str, float] = field(repr=False)
    head: str = ""
    under: str = ""
    earlier: tuple[Occurrence, ...] = field(default=(), repr=False)

    @property
    def own_words(self) -> str:
        """What is said of the figure itself: the words before it up to the figure before, its label, what follows."""
        return f"{self.spot.near} {self.mention.label} {self.spot.after[:_UNIT_REACH]}"

    @property
    def unit_text(self) -> str:
        """What is printed right after its digits."""
        return self.spot.tail[:_UNIT_REACH] if self.mention.unit is None else ""


def sightings(
    document: Document, passages: Mapping[int, Passage], sources: Mapping[tuple[int, int], Source], lexicon: Lexicon
) -> Iterator[Sighting]:
    """The figures of a document in reading order, with their words; ``sources`` has the place of each of them."""
    above = _Above(document, passages)
    for paragraph in document.paragraphs:
        passage = passages[paragraph.index]
        for spot in passage.spots:
            head = above.columns.head(paragraph, spot.mention)
            near = [lexicon.known(w) for w in words_of(_near_text(spot))]
            yield Sighting(
                mention=_with_unit(paragraph, spot.mention, head),
                spot=spot,
                paragraph=paragraph,
                source=sources[paragraph.index, spot.mention.start],
                near=tuple(near),
                words=_weighed(spot, passage, above, lexicon),
                head=head.lower(),
                under=" ".join(text for _, text in above.of(paragraph)).lower(),
                earlier=passage.spots[max(0, spot.position - 3) : spot.position],
            )


def _with_unit(paragraph: Paragraph, mention: Mention, head: str) -> Mention:
    """A figure of a table with the unit that its row or column names; the figure itself where that is none."""
    unit = unit_in_table(paragraph, mention, head) if mention.unit is None else None
    return replace(mention, unit=unit) if unit else mention


def _near_text(spot: Occurrence) -> str:
    unit = spot.mention.unit.label_vi if spot.mention.unit and spot.mention.unit.counted else ""
    own = spot.near if spot.near and not spot.near.isspace() else ""
    return f"{own} {spot.mention.label} {unit}"


def _weighed(spot: Occurrence, passage: Passage, above: _Above, lexicon: Lexicon) -> dict[str, float]:
    """Each word around a figure with the weight of the nearest place where it stands."""
    weights: dict[str, float] = {}
    for weight, text in _layers(spot, passage, above):
        for word in words_of(text):
            known = lexicon.known(word)
            weights[known] = max(weights.get(known, 0.0), weight)
    return weights


def _layers(spot: Occurrence, passage: Passage, above: _Above) -> Iterator[tuple[float, str]]:
    yield NEAR, _near_text(spot)
    yield AFTER, spot.after
    yield LEAD, spot.lead[-200:]
    begin = passage.sentence_starts[spot.sentence]
    first = next(s for s in passage.spots if s.sentence == spot.sentence)
    yield OPENING, f"{passage.lower[begin : first.mention.first][-250:]} {first.after[:120]}"
    if spot.host is not None:
        host = passage.spots[spot.host]
        yield HOST, f"{host.lead[-200:]} {host.after}"
    clause = passage.lower.rfind(";", begin, spot.mention.start)
    yield CLAUSE, passage.lower[max(clause, begin, spot.mention.start - 250) : spot.mention.start]
    yield AROUND, passage.lower[max(0, begin - 250) : begin]
    yield AROUND, spot.tail[:150]
    yield HOST, above.column(passage.paragraph, spot.mention)
    nameless = not words_of(_near_text(spot))  # ``Thu ngân sách: Tháng 7 ước 11.025 triệu đồng``: the heading names it
    yield from (
        (NEAR if nameless and weight == ABOVE else weight, text) for weight, text in above.of(passage.paragraph)
    )


class _Above:
    """What a paragraph stands under: the paragraph that introduces it, its headings, and a note's sentence."""

    def __init__(self, document: Document, passages: Mapping[int, Passage]) -> None:
        self._document, self._passages = document, passages
        self._headings = {p.section: p for p in reversed(document.paragraphs) if p.kind == "heading"}
        self._known: dict[int, list[tuple[float, str]]] = {}
        self.columns = Columns(document, passages)

    def of(self, paragraph: Paragraph) -> list[tuple[float, str]]:
        """The texts above a paragraph with their weight."""
        if paragraph.index not in self._known:
            self._known[paragraph.index] = list(self._texts(paragraph))
        return self._known[paragraph.index]

    def column(self, paragraph: Paragraph, mention: Mention) -> str:
        """The head of a figure's column, and what its row is called."""
        head = self.columns.head(paragraph, mention)
        names = (paragraph.text[cell.start : cell.end] for cell in paragraph.cells[:3])
        return " ".join((head, *(name for name in names if not name.isdigit())))

    def _texts(self, paragraph: Paragraph) -> Iterator[tuple[float, str]]:
        heading = self._headings.get(paragraph.section)
        if heading:
            yield ABOVE, heading.text[:200]
        if paragraph.kind == "note" and paragraph.carrier is not None:
            yield AROUND, self._carrying(self._document.paragraphs[paragraph.carrier], paragraph.note)
            first = next(
                p for p in self._document.paragraphs if p.note == paragraph.note and p.carrier == paragraph.carrier
            )
            if first.index != paragraph.index:
                yield ABOVE, first.text[:200]
            return
        for other in self._introducing(paragraph):
            yield AROUND, other.text[:250]

    def _carrying(self, carrier: Paragraph, label: str) -> str:
        """The sentence that carries a note's marker, up to the marker."""
        offset = next((m.offset for m in carrier.markers if m.label == label), len(carrier.text))
        starts = self._passages[carrier.index].sentence_starts
        begin = max((s for s in starts if s < offset), default=0)
        return carrier.text[max(begin, offset - 250) : offset]

    def _introducing(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """The nearest paragraphs before it in its section that end with a colon, two at most."""
        found = 0
        for other in reversed(self._document.paragraphs[: paragraph.index]):
            if other.section != paragraph.section or found == 2:
                return
            if other.kind != "note" and other.text.rstrip().endswith(":") and other.bullet != paragraph.bullet:
                found += 1
                yield other
