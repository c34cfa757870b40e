"""A checked document as the blocks of a page: headings, paragraphs, tables, and each finding after its paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from phulien_analysis.documents.document import Paragraph
from phulien_analysis.figures import Figure, Source, say_quantity
from phulien_analysis.findings import Finding, verdict_label
from phulien_analysis.marking.outline import (
    Remarkable,
    figures_of,
    place_in_section,
    remarkable,
    sentence_of,
    verdict_in_words,
)
from phulien_analysis.messages import Joined, Lang, Message, say
from phulien_analysis.printed import format_number
from phulien_analysis.stated.checking import CheckedDocument, Printed

_NOWHERE = -1  # for a finding without a stated figure: it stands below the document
TOP_LEVEL, LOWEST_LEVEL = 3, 6  # of the document's headings: above them stand the page's own


@dataclass(frozen=True)
class Flag:
    """The numbered mark of a finding at its stated figure; ``words`` say what the shape shows."""

    number: int
    severity: str
    words: str


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph: plain text, a figure (with ``anchor``), or the mark of a note (with ``note``).

    ``note`` is where the note stands on the page; empty where it does not. ``state`` is how the calculation came out
    whose stated figure it is.
    """

    text: str
    anchor: str = ""
    title: str = ""
    state: str = ""
    flags: tuple[Flag, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Place:
    """A link to a figure on the page: its place and the figure as printed."""

    anchor: str
    text: str


@dataclass(frozen=True)
class Card:
    """A finding in words, with its neighbours' numbers for who walks from one to the next (0: none)."""

    number: int
    severity: str
    verdict: str
    sentence: str
    place: str
    printed: str
    figures: tuple[Place, ...]
    before: int
    after: int


@dataclass(frozen=True)
class TableCell:
    """A cell of a table: its pieces, and how many columns it covers."""

    pieces: tuple[Piece, ...]
    columns: int


@dataclass(frozen=True)
class Line:
    """A paragraph as shown: ``kind`` as in the document, ``level`` of a heading (3–6) or an item.

    ``bullet`` is what stands before it: of a heading the number of its section in full. ``note`` is the label of the
    note that begins here, and ``back`` leads to the paragraph that carries its mark.
    """

    kind: str
    level: int
    bullet: str
    pieces: tuple[Piece, ...]
    anchor: str = ""
    note: str = ""
    back: str = ""
    cells: tuple[TableCell, ...] = ()


_Cut: TypeAlias = tuple[int, int, Piece]  # where a piece begins and ends in its paragraph


@dataclass(frozen=True)
class Block:
    """A paragraph, or the rows of a table together, and the findings in it."""

    lines: tuple[Line, ...]
    cards: tuple[Card, ...]
    table: int | None = None


class Content:
    """What a page shows of a checked document, in one language."""

    def __init__(self, checked: CheckedDocument, lang: Lang) -> None:
        self._checked, self._lang = checked, lang
        self._told = remarkable(checked)
        self._printed: dict[int, list[Printed]] = defaultdict(list)
        self._findings: dict[Source, list[Finding]] = defaultdict(list)
        self._flags: dict[Source, list[Flag]] = defaultdict(list)
        for printed in checked.printed:
            self._printed[printed.mention.paragraph].append(printed)
        for finding in checked.findings:
            if finding.stated is not None:
                self._findings[finding.stated.source].append(finding)
        for item in self._told:
            if item.finding.stated is not None:
                self._flags[item.finding.stated.source].append(self._flag(item))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every finding that somebody should read, in the order of the document."""
        last = len(self._told)
        return tuple(self._card(item, last) for item in self._told)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The document from beginning to end."""
        return tuple(self._blocks())

    @cached_property
    def agreeing(self) -> tuple[Card, ...]:
        """What agrees, without numbers."""
        quiet = (finding for finding in self._checked.findings if finding.severity == "ok")
        return tuple(self._card(Remarkable(0, finding), 0) for finding in quiet)

    def place(self, figure: Figure) -> Place:
        """A link to where a figure is printed on the page."""
        return Place(_anchor(figure.source, self._checked), figure.say(self._lang).strip())

    def _blocks(self) -> Iterator[Block]:
        by_paragraph = self._cards_by_paragraph()
        level = TOP_LEVEL - 1
        for (_, table), group in groupby(self._checked.document.paragraphs, key=_block_key):
            paragraphs = list(group)
            if paragraphs[0].kind == "heading":
                level = min(_depth(paragraphs[0]), level + 1, LOWEST_LEVEL)
            lines = tuple(self._line(paragraph, level) for paragraph in paragraphs)
            cards = tuple(card for paragraph in paragraphs for card in by_paragraph[paragraph.index])
            yield Block(lines, cards, table)
        if by_paragraph[_NOWHERE]:
            yield Block((), tuple(by_paragraph[_NOWHERE]))

    def _cards_by_paragraph(self) -> Mapping[int, list[Card]]:
        cards: dict[int, list[Card]] = defaultdict(list)
        for item, card in zip(self._told, self.cards, strict=True):
            stated = item.finding.stated
            cards[_NOWHERE if stated is None else self._checked.places[stated.source].paragraph].append(card)
        return cards

    def _line(self, paragraph: Paragraph, level: int) -> Line:
        cuts = self._cuts(paragraph)
        is_heading, carrier = paragraph.kind == "heading", paragraph.carrier
        return Line(
            kind=paragraph.kind,
            level=level if is_heading else min(paragraph.level, 6),
            bullet=_number(paragraph) if is_heading else paragraph.bullet,
            pieces=tuple(_pieces(paragraph.text, cuts, 0, len(paragraph.text))),
            anchor=f"paragraph-{paragraph.index}",
            note=paragraph.note if paragraph.index in self._note_starts else "",
            back="" if carrier is None else f"paragraph-{carrier}",
            cells=tuple(_cells(paragraph, cuts)),
        )

    @cached_property
    def _note_starts(self) -> frozenset[int]:
        """The first paragraph of each note: the one that bears its label."""
        return frozenset(self._notes.values())

    @cached_property
    def _notes(self) -> Mapping[tuple[int, str], int]:
        """Where a note begins, by the paragraph that carries its mark and its label."""
        starts: dict[tuple[int, str], int] = {}
        for paragraph in self._checked.document.paragraphs:
            if paragraph.kind == "note" and paragraph.carrier is not None:
                starts.setdefault((paragraph.carrier, paragraph.note), paragraph.index)
        return starts

    def _cuts(self, paragraph: Paragraph) -> list[_Cut]:
        """The figures and the marks of notes in a paragraph, in their order."""
        cuts = []
        for printed in self._printed[paragraph.index]:
            start, end = printed.mention.start, _with_percent_sign(paragraph.text, printed.mention.end)
            cuts.append((start, end, self._figure(printed, paragraph.text[start:end])))
        for marker in paragraph.markers:
            begins = self._notes.get((paragraph.index, marker.label))
            note = "" if begins is None else f"paragraph-{begins}"
            cuts.append((marker.offset, marker.offset, Piece(marker.label, note=note)))
        return sorted(cuts, key=lambda cut: (cut[0], cut[1]))

    def _figure(self, printed: Printed, text: str) -> Piece:
        source = printed.figure.source
        found = self._findings[source]
        return Piece(
            text=text,
            anchor=_anchor(source, self._checked),
            title=_title(printed.figure, found, self._lang),
            state="agrees" if found and not self._flags[source] else "",
            flags=tuple(self._flags[source]),
        )

    def _flag(self, item: Remarkable) -> Flag:
        words = verdict_in_words(item.finding)
        text = Message("Finding {number}: {words}", {"number": item.number, "words": words})
        return Flag(item.number, item.finding.severity, text.say(self._lang))

    def _card(self, item: Remarkable, last: int) -> Card:
        finding, lang = item.finding, self._lang
        stated = finding.stated
        return Card(
            number=item.number,
            severity=finding.severity,
            verdict=verdict_in_words(finding).say(lang),
            sentence=say(sentence_of(self._checked, finding), lang),
            place="" if stated is None else _full_place(stated.source, lang),
            printed="" if stated is None else stated.say(lang).strip(),
            figures=tuple(self.place(figure) for figure in figures_of(finding)),
            before=item.number - 1,
            after=item.number + 1 if item.number < last else 0,
        )


def _cells(paragraph: Paragraph, cuts: Sequence[_Cut]) -> Iterator[TableCell]:
    """The cells of a row; where none stands (it is merged with the one above), an empty one."""
    column = 0
    for cell in paragraph.cells:
        if cell.first_column > column:
            yield TableCell((), cell.first_column - column)
        columns = max(1, cell.last_column - cell.first_column + 1)
        yield TableCell(tuple(_pieces(paragraph.text, cuts, cell.start, cell.end)), columns)
        column = max(column, cell.last_column + 1)


def _pieces(text: str, cuts: Sequence[_Cut], start: int, end: int) -> Iterator[Piece]:
    """The text from ``start`` to ``end``, cut at figures and at the marks of notes."""
    at = start
    nearest, after = bisect_left(cuts, start, key=itemgetter(0)), bisect_right(cuts, end, key=itemgetter(0))
    for first, stop, piece in cuts[nearest:after]:
        if at <= first and stop <= end:
            yield from _plain(text[at:first])
            yield piece
            at = stop
    yield from _plain(text[at:end])


def _with_percent_sign(text: str, end: int) -> int:
    """Where a figure ends that takes its percent sign along: no mark of a finding comes between the two."""
    return end + text[end : end + 1].count("%")


def _plain(text: str) -> Iterable[Piece]:
    return [Piece(text)] if text else []


def _block_key(paragraph: Paragraph) -> tuple[int, int | None]:
    """Rows of one table stand together; every other paragraph by itself."""
    return (-1, paragraph.table) if paragraph.kind == "row" else (paragraph.index, None)


def _depth(heading: Paragraph) -> int:
    """The level of a heading by its section's number: ``II.1.3`` is the third below the page's own."""
    return min(TOP_LEVEL + heading.section.count("."), LOWEST_LEVEL)


def _number(heading: Paragraph) -> str:
    return heading.bullet or (f"{heading.section}." if heading.section else "")


def _anchor(source: Source, checked: CheckedDocument) -> str:
    mention = checked.places[source]
    return f"figure-{mention.paragraph}-{mention.start}"


def _full_place(source: Source, lang: Lang) -> str:
    return Joined((source.section, place_in_section(source)), ", ").say(lang)


def _title(figure: Figure, found: Sequence[Finding], lang: Lang) -> str:
    """What a reader is told of a figure: its label, its value with unit, and what agrees with it."""
    value = ""
    if figure.number is not None:
        number = format_number(figure.number.value, lang, figure.decimals)
        value = say_quantity(number, figure.unit, lang, figure.qualifier).strip()
    lines = [": ".join(text for text in (figure.indicator.label.say(lang), value) if text)]
    lines += [f"{verdict_label(finding).say(lang)}: {finding.say(lang)}" for finding in found]
    return "\n".join(lines)
