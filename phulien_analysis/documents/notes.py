"""Notes tied to their markers: a sheet's lines become raw paragraphs that carry their notes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from phulien_analysis.characters import LOWER
from phulien_analysis.documents.document import Marker
from phulien_analysis.documents.layout import Flow, Line, line_limit, paragraphs
from phulien_analysis.documents.markers import Found, Wanted, find_markers
from phulien_analysis.documents.raw import RawContent, RawNote, RawParagraph
from phulien_analysis.documents.sheet import SUPERSCRIPTS, NoteBlock, Sheet, cells_of, head_label
from phulien_analysis.messages import Message, Sayable

_TYPED_RE = re.compile(r"(?:\[(\d{1,3})\]|([¹²³⁰⁴-⁹]{1,3}))\s{0,3}(?=\S)")
_MOST_NAMED = 5  # notes without a marker that are told one by one
_NEVER_HEAD = re.compile(rf"[{LOWER},]$")


@dataclass
class _Note:
    label: str
    block: NoteBlock
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class _Text:
    """The body's paragraphs as one text, to look for markers in: where each begins, and where each line ends."""

    text: str
    starts: tuple[int, ...]
    line_ends: tuple[int, ...]
    owners: tuple[int, ...]

    def window(self, block: NoteBlock, first_line: int) -> tuple[int, int]:
        """The part of the text that is printed on a block's page."""
        first = self.line_ends[first_line - 1] if first_line else 0
        last = self.line_ends[block.after - 1] if block.after else len(self.text)
        return (first, max(first, last) + 1)


def content_of(sheet: Sheet) -> RawContent:
    """The paragraphs of a sheet, each with its markers and their notes; remarks name notes without one.

    Notes without any body hang on an empty paragraph, which the document then leaves out.
    """
    flows = _flows(sheet.body, sheet) if sheet.body else []
    text = _as_one(flows)
    notes = [note for block in sheet.blocks for note in _notes(block)]
    notes = _continued(notes)
    pages = [line.page for line in sheet.body]
    found = find_markers(text.text, [_wanted(note, text, pages) for note in notes])
    limit = line_limit([line for note in notes for line in note.lines])
    raw_notes = [RawNote(note.label, _note_paragraphs(note, limit, sheet)) for note in notes]
    return _tied(flows, text, notes, raw_notes, found)


def _flows(lines: Sequence[Line], sheet: Sheet, limit: float | None = None) -> list[Flow]:
    if sheet.wrapped:
        return paragraphs(lines, limit=limit, gaps=sheet.gaps)
    flows = []
    for line in lines:
        flows.append(Flow())
        flows[-1].add(line)
    return flows


def _as_one(flows: Sequence[Flow]) -> _Text:
    starts, ends, owners, start = [], [], [], 0
    for number, flow in enumerate(flows):
        starts.append(start)
        ends += [start + end for end in flow.ends]
        owners += [number] * len(flow.ends)
        start += len(flow.text) + 1
    return _Text("\n".join(flow.text for flow in flows), tuple(starts), tuple(ends), tuple(owners))


def _notes(block: NoteBlock) -> list[_Note]:
    """The notes of one block; lines before its first head go on with a note of the page before (label empty)."""
    notes: list[_Note] = []
    for line in block.lines:
        label, length = head_label(line.text)
        last = notes[-1] if notes else None
        if label and _is_head(line.text[length:], label, last):
            notes.append(_Note(label, block, [_without_head(line, length)]))
            continue
        if last is None:
            notes.append(_Note("", block))
        notes[-1].lines.append(line)
    return notes


def _is_head(rest: str, label: str, last: _Note | None) -> bool:
    if last is None or not last.label:
        return not rest[:1].islower()
    step = int(label) - int(last.label)
    finished = not _NEVER_HEAD.search(last.lines[-1].text)
    begins = rest[:1].isupper() or rest[:1] in "-–"
    if step == 1 and not rest[:1].islower() and rest[:1] not in "/:)%":
        return finished or begins
    return step in {2, 3} and finished and begins


def _without_head(line: Line, length: int) -> Line:
    return Line(line.text[length:].strip(), line.left, line.right, line.page, gap=line.gap, size=line.size)


def _continued(notes: list[_Note]) -> list[_Note]:
    """Lines without a label joined to the note before them; what goes on with none is a note ``*``."""
    kept: list[_Note] = []
    for note in notes:
        if not note.label and kept:
            kept[-1].lines += note.lines
        else:
            note.label = note.label or "*"
            kept.append(note)
    return kept


def _wanted(note: _Note, text: _Text, pages: Sequence[int]) -> Wanted:
    """Where a note's marker is looked for, ``pages`` being those of the body's lines."""
    first_line = bisect_left(pages, note.block.page)
    return Wanted(note.label, *text.window(note.block, min(first_line, note.block.after)))


def _note_paragraphs(note: _Note, limit: float, sheet: Sheet) -> tuple[RawParagraph, ...]:
    return tuple(RawParagraph(flow.text) for flow in _flows(note.lines, sheet, limit) if flow.text)


def _tied(
    flows: Sequence[Flow],
    text: _Text,
    notes: Sequence[_Note],
    raw_notes: Sequence[RawNote],
    found: Sequence[Found | None],
) -> RawContent:
    hung: dict[int, list[tuple[Found | None, RawNote]]] = {}
    for note, raw, place in zip(notes, raw_notes, found, strict=True):
        hung.setdefault(_owner(text, note.block, place), []).append((place, raw))
    if not flows and notes:
        flows = [Flow()]
        text = _Text("", (0,), (), ())
    tables = _tables(flows)
    made = [_raw(flow, text.starts[n], hung.get(n, []), tables[n]) for n, flow in enumerate(flows)]
    lost = [note for note, place in zip(notes, found, strict=True) if place is None]
    return RawContent(tuple(made), remarks=tuple(_without_marker(lost)))


def _without_marker(notes: Sequence[_Note]) -> Iterator[Sayable]:
    """What is told of notes whose marker was not found: of each, or, where they are many, of all at once."""
    if len(notes) > _MOST_NAMED:
        yield Message(
            "{count} notes ({first} to {last}) have no marker in the text; each is read where its page ends",
            {"count": len(notes), "first": notes[0].label, "last": notes[-1].label},
        )
        return
    for note in notes:
        yield Message(
            "note {label} (page {page}) has no marker in the text; it is read where its page ends",
            {"label": note.label, "page": note.block.page},
        )


def _owner(text: _Text, block: NoteBlock, place: Found | None) -> int:
    """The paragraph that carries a marker, or, without one, the paragraph in which the note's page ends."""
    if place is None:
        return text.owners[block.after - 1] if block.after else 0
    return bisect_right(text.starts, place.start) - 1


def _tables(flows: Sequence[Flow]) -> list[int]:
    """For each paragraph how many tables came before it; rows that follow one another are one table."""
    tables, count, inside = [], -1, False
    for flow in flows:
        row = bool(flow.lines) and flow.lines[0].row
        count += row and not inside
        inside = row
        tables.append(count)
    return tables


def _raw(flow: Flow, start: int, hung: Sequence[tuple[Found | None, RawNote]], table: int) -> RawParagraph:
    cuts = [(place.start - start, place.end - start, note.label) for place, note in hung if place]
    notes = tuple(note for _, note in hung)
    line = flow.lines[0] if flow.lines else None
    if line is not None and line.row:
        cells = cells_of(line.cells, line.columns or None)
        return _without_markers(RawParagraph(flow.text, "row", notes=notes, cells=cells, table=table), cuts)
    return _without_markers(RawParagraph(flow.text, notes=notes), cuts)


def _without_markers(raw: RawParagraph, cuts: Sequence[tuple[int, int, str]]) -> RawParagraph:
    """A paragraph with the markers (start, end, label) taken out of its text, and no space left doubled by that."""
    text, markers, last = "", [], 0
    taken: list[tuple[int, int]] = []
    for first, end, label in cuts:
        text += raw.text[last:first]
        markers.append(Marker(len(text), label))
        before, after = text[-1:], raw.text[end : end + 2]
        doubled = (
            after[:1] == " " and not (raw.cells and after == " |") and (before in {"", " "} or after[1:] in set(".,;:"))
        )
        last = end + doubled
        taken.append((first, last))
    text += raw.text[last:]

    ends = [end for _, end in taken]
    gone = [0, *accumulate(end - first for first, end in taken)]

    def moved(offset: int) -> int:
        whole = bisect_right(ends, offset)  # markers that end before it, and perhaps one that it stands in
        within = max(0, offset - taken[whole][0]) if whole < len(taken) else 0
        return offset - gone[whole] - within

    cells = tuple(replace(cell, start=moved(cell.start), end=moved(cell.end)) for cell in raw.cells)
    return replace(raw, text=text, markers=(*raw.markers, *markers), cells=cells)


def with_typed_notes(content: RawContent) -> RawContent:
    """Notes that a file without real ones has typed at its end (``[1] …``, ``¹ …``), tied to the markers in its text.

    Only where each carries the next label from 1 on and every marker is found: else the paragraphs stay what they are.
    """
    raws = content.paragraphs
    start = len(raws)
    while start and _typed_label(raws[start - 1]):
        start -= 1
    while start < len(raws) and _typed_label(raws[start]) != "1":
        start += 1
    notes = raws[start:]
    labels = [_typed_label(raw) for raw in notes]
    if not notes or labels != [str(number) for number in range(1, len(notes) + 1)] or any(r.notes for r in raws):
        return content
    flows = [Flow(raw.text) for raw in raws[:start]]
    text = "\n".join(flow.text for flow in flows)
    found = find_markers(text, [Wanted(label, 0, len(text)) for label in labels])
    if not all(found):
        return content
    return replace(content, paragraphs=_hung(raws[:start], notes, found))


def _typed_label(raw: RawParagraph) -> str:
    plain = raw.kind == "body" and not raw.number and not raw.bullet
    found = _TYPED_RE.match(raw.text) if plain else None
    return next(group for group in found.groups() if group).translate(SUPERSCRIPTS) if found else ""


def _hung(
    raws: Sequence[RawParagraph], notes: Sequence[RawParagraph], found: Sequence[Found | None]
) -> tuple[RawParagraph, ...]:
    made, start, waiting = [], 0, list(zip(found, notes, strict=True))
    for raw in raws:
        cuts, own = [], []
        while waiting and (place := waiting[0][0]) is not None and place.start < start + len(raw.text):
            note = waiting.pop(0)[1]
            label = _typed_label(note)
            cuts.append((place.start - start, place.end - start, label))
            own.append(RawNote(label, (RawParagraph(_TYPED_RE.sub("", note.text, count=1)),)))
        made.append(_without_markers(replace(raw, notes=tuple(own)), cuts))
        start += len(raw.text) + 1
    return tuple(made)
