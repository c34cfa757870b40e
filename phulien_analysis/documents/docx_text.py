"""The text of one paragraph of a DOCX file: its runs read, decoded by font, normalised, and traced to the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from phulien_analysis.documents.document import Marker
from phulien_analysis.documents.docx_package import Element, W, attribute
from phulien_analysis.documents.docx_styles import RunLook, Styles
from phulien_analysis.documents.docx_walk import chosen, is_alternatives, is_placeholder
from phulien_analysis.documents.encodings import (
    Legacy,
    Traced,
    decode_traced,
    is_unicode,
    legacy_font,
    normalise_traced,
    shows_capitals,
    traced,
)

Origin: TypeAlias = "tuple[Element, int] | None"

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Where a note hangs and where a line was broken by hand: noncharacters, which no text may hold (and which are removed).
_NOTE, _BREAK = "\ufdd0", "\ufdd1"
_RESERVED = dict.fromkeys(map(ord, (_NOTE, _BREAK)), " ")
_SUPERSCRIPT = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
# Superscript that is no more than numbers and their marks; ``1st`` stays what it is.
_RAISED_DIGITS = re.compile(r"[\d\s,;()*\[\]]{1,20}", re.ASCII)
_SYMBOLS = {0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•", 0x2D: "-", 0x2B: "+", 0x25: "%"}
_SKIPPED = {W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr")} | {
    W + name for name in ("sdtEndPr", "customXmlPr", "smartTagPr", "rt", "footnoteRef", "endnoteRef", "annotationRef")
}
_DRAWINGS = {W + "drawing", W + "pict", W + "object"}
_REFERENCES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
# A line broken by hand begins an item where it begins like one; else the break is of the layout only.
_ITEM = re.compile(r"\s{0,5}(?:[-–+*•]\s{0,3}\S|\(?[a-zđ]\)|\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|[IVX]{1,5}\.\s)")


@dataclass(frozen=True)
class NoteReference:
    """Where a note hangs: which part and note, the mark that the author typed instead of a number, and the run."""

    part: str
    identity: str
    custom: str
    run: Element


@dataclass(frozen=True)
class Piece:
    """A stretch of text with one look; its letters stand in ``element`` from ``start`` on, if they stand in one."""

    text: str
    look: RunLook
    element: Element | None = None
    start: int = 0
    note: NoteReference | None = None


@dataclass(frozen=True)
class Line:
    """A text on one line, where each letter stands in the file, and where its notes hang."""

    text: str = ""
    origins: tuple[Origin, ...] = ()
    markers: tuple[int, ...] = ()
    notes: tuple[NoteReference, ...] = ()

    def labelled(self, labels: Sequence[str]) -> tuple[Marker, ...]:
        """The markers, each with its note's label."""
        return tuple(Marker(offset, label) for offset, label in zip(self.markers, labels, strict=True))


@dataclass(frozen=True)
class Inline:
    """What a paragraph holds: its pieces of text, and the drawings in it that may hold text boxes."""

    pieces: tuple[Piece, ...]
    drawings: tuple[Element, ...]


def read_inline(paragraph: Element, styles: Styles) -> Inline:
    """The pieces of a paragraph in order: insertions kept, deletions, field codes and hidden text dropped."""
    pieces: list[Piece] = []
    drawings: list[Element] = []
    fields: list[bool] = []  # for each field that is open, whether its code (and not its result) is being read
    for element in _leaves(paragraph):
        if element.tag in _DRAWINGS:
            drawings.append(element)
        elif element.tag == W + "fldChar":
            _follow_field(fields, attribute(element, "fldCharType"))
        elif not any(fields):
            piece = _piece(element, paragraph, styles)
            pieces.extend([] if piece is None or piece.look.hidden else [piece])
    return Inline(tuple(_with_custom_marks(pieces)), tuple(drawings))


def make_lines(pieces: Iterable[Piece]) -> tuple[list[Line], set[Legacy]]:
    """The lines of a paragraph (one, unless items were broken off by hand), and the old encodings met in it."""
    pieces = list(pieces)
    decoded, encodings = _decoded(pieces)
    letters = [(piece, place) for piece in pieces for place in range(len(piece.text))]
    sources = [letters[origin] for origin in decoded.origins]
    origins: list[Origin] = [None if p.element is None else (p.element, p.start + place) for p, place in sources]
    notes = [p.note for p, _ in letters if p.note is not None]
    lines = []
    for start, end in _line_ends(decoded.text):
        marked = decoded.text.count(_NOTE, 0, start)
        count = decoded.text.count(_NOTE, start, end)
        lines.append(_tidy(decoded.text[start:end], origins[start:end], notes[marked : marked + count]))
    return lines, encodings


def joined(lines: Sequence[Line], separator: str) -> Line:
    """Several lines as one."""
    text, origins, markers, notes = "", [], [], []  # type: tuple[str, list[Origin], list[int], list[NoteReference]]
    for line in lines:
        if text and line.text:
            text += separator
            origins += [None] * len(separator)
        markers += [len(text) + marker for marker in line.markers]
        notes += line.notes
        text += line.text
        origins += line.origins
    return Line(text, tuple(origins), tuple(markers), tuple(notes))


def plain_line(text: str) -> Line:
    """A text that stands nowhere in the file, such as an automatic number."""
    return Line(text, (None,) * len(text))


def _leaves(paragraph: Element) -> Iterator[Element]:
    """The elements of a paragraph that say something, in order; walked without recursion, for files nest at will."""
    stack: list[Iterator[Element]] = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in _SKIPPED or is_placeholder(element):
            continue
        elif is_alternatives(element):
            stack.append(iter(chosen(element)))
        elif element.tag in _DRAWINGS or len(element) == 0:
            yield element
        else:
            stack.append(iter(element))


def _follow_field(fields: list[bool], kind: str) -> None:
    if kind == "begin":
        fields.append(True)
    elif fields and kind == "separate":
        fields[-1] = False
    elif fields and kind == "end":
        fields.pop()


def _piece(element: Element, paragraph: Element, styles: Styles) -> Piece | None:
    """What a leaf says; None where it says nothing."""
    run = next(element.iterancestors())  # a leaf of a paragraph has at least that above it
    look = styles.look(run, paragraph) if run.tag == W + "r" else RunLook()
    if element.tag in {W + "t", _MATH + "t"}:
        text = (element.text or "").translate(_RESERVED)
        traceable = element.tag == W + "t" and run.tag == W + "r"
        return Piece(text, look, element if traceable else None) if text else None
    if element.tag in _REFERENCES:
        custom = "*" if attribute(element, "customMarkFollows") in {"1", "true", "on"} else ""
        note = NoteReference(_REFERENCES[element.tag], attribute(element, "id"), custom, run)
        return Piece(_NOTE, replace(look, font="", raised=False), note=note)
    text = _sign(element)
    return Piece(text, look) if text else None


def _sign(element: Element) -> str:
    """The letter that an element without text stands for."""
    if element.tag == W + "br":
        return " " if attribute(element, "type") in {"page", "column"} else _BREAK
    if element.tag == W + "sym":
        code = attribute(element, "char")
        value = int(code, 16) & 0xFF if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else 0
        return chr(value) if value and legacy_font(attribute(element, "font")) else _SYMBOLS.get(value, " ")
    signs = {"tab": " ", "ptab": " ", "cr": _BREAK, "noBreakHyphen": "-", "softHyphen": "\u00ad"}
    return signs.get(str(element.tag).removeprefix(W), "")


def _with_custom_marks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, without the marks that an author typed for a note: those are the note's label."""
    waiting: NoteReference | None = None
    for piece in pieces:
        mark = re.match(r"\S{1,4}", piece.text) if waiting is not None and piece.element is not None else None
        if waiting is not None:
            yield Piece(_NOTE, RunLook(), note=replace(waiting, custom=mark[0] if mark else "*"))
        waiting = piece.note if piece.note is not None and piece.note.custom else None
        if mark:
            yield replace(piece, text=piece.text[mark.end() :], start=mark.end())
        elif waiting is None:
            yield piece
    if waiting is not None:
        yield Piece(_NOTE, RunLook(), note=waiting)


def _decoded(pieces: Sequence[Piece]) -> tuple[Traced, set[Legacy]]:
    """The text of all pieces, decoded by font and normalised as one: a mark may stand in a run of its own."""
    encodings = {encoding for piece in pieces if (encoding := legacy_font(piece.look.font)) is not None}
    old = {e for e in encodings if not is_unicode("".join(p.text for p in pieces if legacy_font(p.look.font) == e), e)}
    text: list[str] = []
    origins: list[int] = []
    before = 0
    for (encoding, capitals, raised), same in groupby(pieces, key=lambda piece: _kind(piece.look, old)):
        source = "".join(piece.text for piece in same)
        step = traced(source) if encoding is None else decode_traced(source, encoding)
        text.append(_shown(step.text, capitals=capitals, raised=raised))
        origins += [before + origin for origin in step.origins]
        before += len(source)
    whole = Traced("".join(text), tuple(origins))
    return whole.then(normalise_traced(whole.text)), old


def _kind(look: RunLook, old: set[Legacy]) -> tuple[Legacy | None, bool, bool]:
    encoding = legacy_font(look.font)
    encoding = encoding if encoding in old else None
    return encoding, encoding is not None and shows_capitals(look.font), look.raised


def _shown(text: str, *, capitals: bool, raised: bool) -> str:
    """A text as it is seen, letter for letter: in capitals, or its digits raised."""
    if capitals:
        text = "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)
    if raised and _RAISED_DIGITS.fullmatch(text):
        text = "".join(_SUPERSCRIPT.get(letter, letter) for letter in text)
    return text


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end: at breaks before what looks like an item."""
    start = 0
    for found in re.finditer(_BREAK, text):
        if _ITEM.match(text, found.end()) and text[start : found.start()].strip():
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _tidy(text: str, origins: Sequence[Origin], notes: Sequence[NoteReference]) -> Line:
    """A text with single spaces and none at its ends, its markers taken out."""
    letters: list[str] = []
    kept: list[Origin] = []
    markers: list[int] = []
    for letter, origin in zip(text, origins, strict=True):
        if letter == _NOTE:
            markers.append(len(letters) - (letters[-1:] == [" "]))
        elif not (letter.isspace() or letter == _BREAK or letter < " "):
            letters.append(letter)
            kept.append(origin)
        elif letters and letters[-1] != " ":
            letters.append(" ")
            kept.append(None)
    if letters and letters[-1] == " ":
        letters.pop()
        kept.pop()
    return Line("".join(letters), tuple(kept), tuple(min(m, len(letters)) for m in markers), tuple(notes))
