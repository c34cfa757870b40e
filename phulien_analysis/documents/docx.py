"""A DOCX file as raw paragraphs in reading order, each letter traced to where it stands in the file.

Read from the XML itself, because python-docx has no footnotes, text boxes, content controls or tracked changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from phulien_analysis.documents.document import Cell
from phulien_analysis.documents.docx_numbering import Numbering, PrintedNumber, in_form
from phulien_analysis.documents.docx_package import Element, Package, W, attribute, child, is_on, number
from phulien_analysis.documents.docx_styles import Styles
from phulien_analysis.documents.docx_tables import read_rows, single_column
from phulien_analysis.documents.docx_text import (
    Inline,
    Line,
    NoteReference,
    Origin,
    Piece,
    joined,
    make_lines,
    plain_line,
    read_inline,
)
from phulien_analysis.documents.docx_walk import blocks, text_boxes, word_art
from phulien_analysis.documents.encodings import Legacy
from phulien_analysis.documents.raw import RawContent, RawKind, RawNote, RawParagraph
from phulien_analysis.messages import Message, mark

_DEEPEST = 8  # tables in text boxes in tables: no office nests deeper, and a file must not exhaust the stack
_LONGEST_HEADING = 250
_HEAD = 12  # paragraphs in which a letterhead stands, where each line of a cell may be a stamp
_PARTS = {"footnotes": "footnote", "endnotes": "endnote"}
_OLD = {"tcvn3": mark("TCVN3 (fonts .Vn…)"), "vni": mark("VNI (fonts VNI-…)")}


@dataclass(frozen=True)
class TracedText:
    """The text of a raw paragraph with the place of each letter: a ``w:t`` and the index in it, or None.

    ``host`` is the run in the body to which a comment goes instead, for text that bears none: of a note, the run of its
    reference (``note`` is its label); of a text box, the run that holds the box.
    """

    text: str
    origins: tuple[Origin, ...]
    host: Element | None = None
    note: str = ""


@dataclass(frozen=True)
class DocxContent(RawContent):
    """Raw content, and ``traced``: each paragraph and, after it, the paragraphs of its notes."""

    traced: tuple[TracedText, ...] = field(default=(), repr=False, compare=False)
    package: Package = field(kw_only=True, repr=False, compare=False)


@dataclass(frozen=True)
class _Found:
    """A raw paragraph with its line, and the traced texts of its notes."""

    raw: RawParagraph
    traced: tuple[TracedText, ...]


def read_docx(path: Path) -> DocxContent:
    """The raw paragraphs of a DOCX file.

    Raises:
        DocumentError: The file is no package of a Word document, or its XML is damaged.
    """
    package = Package(path)
    reader = _Reader(package)
    found = list(reader.read(package.root(package.main), host=None))
    return DocxContent(
        paragraphs=tuple(item.raw for item in found),
        stamps=(*reader.stamps, *_margins(package)),
        remarks=tuple(
            Message(
                "Letters in the old encoding {encoding} were decoded to Unicode.", {"encoding": Message(_OLD[encoding])}
            )
            for encoding in sorted(reader.encodings)
        ),
        traced=tuple(traced for item in found for traced in item.traced),
        package=package,
    )


def _margins(package: Package) -> Iterator[str]:
    """The texts of headers and footers, each read by itself."""
    for kind in ("header", "footer"):
        for part in package.related(package.main, kind):
            reader = _Reader(package)
            for item in reader.read(package.root(part), host=None):
                yield from (item.raw.text[cell.start : cell.end] for cell in item.raw.cells)
                yield item.raw.text
            yield from reader.stamps


class _Reader:
    """Reads blocks in order; lists, notes and tables are counted as they come."""

    def __init__(self, package: Package) -> None:
        def part(kind: str) -> Element | None:
            return package.root(next(package.related(package.main, kind), ""))

        self._styles = Styles(part("styles"))
        self._numbering = Numbering(part("numbering"))
        self._notes = {kind: _notes_by_id(part(kind), tag) for kind, tag in _PARTS.items()}
        self._forms = _note_forms(part("settings"), package.root(package.main))
        self._labels = {kind: number(self._forms[kind][1], 1) - 1 for kind in _PARTS}
        self._tables = 0
        self._read = 0
        self._carried: tuple[Piece, ...] = ()
        self.encodings: set[Legacy] = set()
        self.stamps: list[str] = []

    def read(self, container: Element | None, host: Element | None, note: str = "", depth: int = 0) -> Iterator[_Found]:
        """The paragraphs of a body, cell, note or text box."""
        if container is None or depth > _DEEPEST:
            return
        for block in blocks(container):
            if block.tag == W + "tbl":
                yield from self._table(block, host, note, depth)
            else:
                yield from self._paragraph(block, host, note, depth)

    def _paragraph(self, paragraph: Element, host: Element | None, note: str, depth: int) -> Iterator[_Found]:
        lines, printed, inline = self._lines(paragraph)
        outline = self._styles.outline_level(paragraph)
        for place, line in enumerate(lines):
            if line.text or line.notes:
                raw = RawParagraph(text=line.text)
                raw = raw if place else _with_number(raw, printed, outline)
                yield self._found(raw, line, host, note, depth)
        yield from self._boxes(inline, host, note, depth)

    def _lines(self, paragraph: Element) -> tuple[list[Line], PrintedNumber | None, Inline]:
        """A paragraph's lines and automatic number; one whose end was deleted runs on into the next."""
        inline = read_inline(paragraph, self._styles)
        self.stamps += word_art(inline.drawings)
        mark = child(paragraph, "pPr", "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._carried += inline.pieces
            return [], None, inline
        lines, encodings = make_lines((*self._carried, *inline.pieces))
        self._carried = ()
        self.encodings |= encodings
        identity, level, style = self._styles.numbering(paragraph)
        hidden = is_on(mark, "vanish") and not any(line.text for line in lines)
        return lines, None if hidden else self._numbering.count(identity, level, style), inline

    def _boxes(self, inline: Inline, host: Element | None, note: str, depth: int) -> Iterator[_Found]:
        """The text boxes of a paragraph, after it."""
        for drawing in inline.drawings:
            for box in text_boxes(drawing):
                carrier = next(drawing.iterancestors(W + "r"), None) if host is None else host
                for item in self.read(box, carrier, note, depth + 1):
                    self.stamps.append(item.raw.text)
                    yield item

    def _found(self, raw: RawParagraph, line: Line, host: Element | None, note: str, depth: int) -> _Found:
        """A raw paragraph with its notes read."""
        labels = [self._label(reference) for reference in line.notes]
        notes: list[RawNote] = []
        traced = [TracedText(line.text, line.origins, host, note)]
        for reference, label in zip(line.notes, labels, strict=True):
            element = self._notes[reference.part].pop(reference.identity, None)
            items = list(self.read(element, reference.run if host is None else host, label, depth + 1))
            notes.append(RawNote(label, tuple(item.raw for item in items)))
            traced += [text for item in items for text in item.traced]
        self._read += 1
        raw = replace(raw, markers=line.labelled(labels), notes=tuple(note for note in notes if note.paragraphs))
        return _Found(raw, tuple(traced))

    def _label(self, reference: NoteReference) -> str:
        if reference.custom:
            return reference.custom
        self._labels[reference.part] += 1
        return in_form(self._labels[reference.part], self._forms[reference.part][0])

    def _table(self, table: Element, host: Element | None, note: str, depth: int) -> Iterator[_Found]:
        """A table's rows, each followed by the tables and text boxes in it; a frame of one column is no table."""
        rows = read_rows(table)
        if single_column(rows):
            for row in rows:
                for cell in row:
                    yield from self.read(cell.element, host, note, depth + 1)
            return
        index = self._tables
        self._tables += 1
        for row in rows:
            texts: list[Line] = []
            extents: list[tuple[int, int]] = []
            inside: list[_Found] = []
            for cell in row:
                line, others = self._cell(cell.element, host, note, depth)
                inside += others
                if line.text:
                    texts.append(line)
                    extents.append((cell.first_column, cell.last_column))
            if texts:
                line = joined(texts, " | ")
                raw = RawParagraph(text=line.text, kind="row", table=index, cells=_cells(texts, extents))
                yield self._found(raw, line, host, note, depth)
            yield from inside

    def _cell(self, cell: Element, host: Element | None, note: str, depth: int) -> tuple[Line, list[_Found]]:
        """The text of a cell on one line, and the tables and text boxes in it."""
        lines: list[Line] = []
        inside: list[_Found] = []
        for block in blocks(cell):
            if block.tag == W + "tbl":
                inside += self._table(block, host, note, depth + 1) if depth < _DEEPEST else ()
                continue
            own, printed, inline = self._lines(block)
            if printed is not None:
                lines.append(plain_line(printed.text))
            lines += own
            inside += self._boxes(inline, host, note, depth)
        if self._read < _HEAD and len(lines) > 1:
            self.stamps += [line.text for line in lines if line.text]
        return joined([line for line in lines if line.text or line.notes], " "), inside


def _with_number(raw: RawParagraph, printed: PrintedNumber | None, outline: int) -> RawParagraph:
    """A paragraph with its automatic number or bullet, and what the file says it is."""
    heading = 0 < len(raw.text) <= _LONGEST_HEADING and outline > 0
    kind: RawKind = "heading" if heading else "body"
    if printed is None:
        return replace(raw, kind=kind, level=outline if heading else 0)
    kind = "heading" if heading else "item"
    level = outline if heading else printed.level
    if printed.is_bullet:
        return replace(raw, kind=kind, level=level, bullet=printed.text)
    return replace(raw, kind=kind, level=level, number=printed.text)


def _cells(texts: Sequence[Line], extents: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    cells = []
    start = 0
    for line, (first, last) in zip(texts, extents, strict=True):
        cells.append(Cell(start, start + len(line.text), first, last))
        start += len(line.text) + len(" | ")
    return tuple(cells)


def _notes_by_id(root: Element | None, tag: str) -> dict[str, Element]:
    notes = [] if root is None else root.findall(W + tag)
    return {attribute(note, "id"): note for note in notes if attribute(note, "type", "normal") == "normal"}


def _note_forms(settings: Element | None, main: Element | None) -> dict[str, tuple[str, str]]:
    """For each kind of note the form of its numbers and the first: the section says it, or the settings, or Word."""
    forms = {}
    for kind, usual in (("footnotes", "decimal"), ("endnotes", "lowerRoman")):
        name = kind.removesuffix("s").removesuffix("note") + "notePr"
        section = None if main is None else main.find(f".//{W}sectPr/{W}{name}")
        said = [element for element in (section, child(settings, name)) if element is not None]
        form = next((attribute(f) for e in said if (f := child(e, "numFmt")) is not None), usual)
        start = next((attribute(s) for e in said if (s := child(e, "numStart")) is not None), "1")
        forms[kind] = (form, start)
    return forms
