"""Sections and places: what a paragraph's number, heading and bullet make of it (``II.1.3.2``, ``p3``, ``fn29``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from phulien_analysis.characters import UPPER
from phulien_analysis.documents import numbering
from phulien_analysis.documents.document import Cell, Marker, Paragraph, ParagraphKind
from phulien_analysis.documents.layout import is_capitals
from phulien_analysis.documents.numbering import NumberLevel, SectionNumber
from phulien_analysis.documents.raw import RawNote, RawParagraph

_LEVELS: tuple[NumberLevel, ...] = ("part", "letter", "roman", "arabic")
_LONGEST_HEADING = 120
_LONGEST_SENTENCE_HEADING = 60
_LONGEST_TITLE = 220
_DATES = re.compile(
    r"(?:ngày\s)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|(?:tháng|quý|năm|ngày|số|khóa|lần thứ|giai đoạn)\s\d{1,4}(?:/\d{4})?"
    r"|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|\d{1,2}\s(?:tháng|năm)(?=\s|$)|\b\d{1,3}[-/]\w{1,6}[-/]\w{1,8}|\d{1,2}\scấp",
    re.IGNORECASE,
)
_STOP = re.compile(rf"[.!?](?=\s+[{UPPER}“\"])")


@dataclass(frozen=True)
class Placed:
    """A paragraph of the document, and where it comes from: ``paragraph.text`` begins at ``start`` of ``raw.text``."""

    paragraph: Paragraph
    raw: RawParagraph
    start: int


@dataclass
class _State:
    """Where in the document's numbering we are."""

    section: str = ""
    numbers: dict[NumberLevel, tuple[int, ...]] = field(default_factory=dict)
    bullets: list[str] = field(default_factory=list)
    listed: int = 0
    automatic: bool = False  # whether the file itself numbers the list that ``listed`` counts
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    placed: list[Placed] = field(default_factory=list)

    def place(self, kind: str) -> str:
        """The next place of a kind (``p``, ``r``) in the section."""
        self.counts[self.section, kind] += 1
        return f"{kind}{self.counts[self.section, kind]}"


def place_paragraphs(raws: Iterable[RawParagraph]) -> list[Placed]:
    """The paragraphs of a document in reading order, each note's right after the paragraph that carries its marker."""
    state = _State()
    for raw in raws:
        _place(state, raw)
    return state.placed


def _place(state: _State, raw: RawParagraph) -> None:
    if raw.kind == "row":
        _append(state, raw, "row", 0, len(raw.text), place=state.place("r"))
        return
    number, length = _number(state, raw)
    if number is not None:
        _enter(state, number)
        _numbered(state, raw, length)
        return
    if _is_plain_heading(raw):
        _append(state, raw, "heading", 0, len(raw.text))
        return
    _body(state, raw)


def _number(state: _State, raw: RawParagraph) -> tuple[SectionNumber | None, int]:
    """The section's number that begins a paragraph, automatic or typed, if it is likely here."""
    automatic = numbering.section_number(f"{raw.number} A") if raw.number else None
    typed = None if raw.number or raw.bullet else numbering.section_number(raw.text)
    number = automatic or typed
    if number is None or not _is_likely(state, number, raw):
        return None, 0
    return number, 0 if automatic else number.length


def _is_likely(state: _State, number: SectionNumber, raw: RawParagraph) -> bool:
    """Whether a number goes on where the numbering stands: no section 12 after section 1, no ``1.`` inside ``2.1``."""
    if number.level != "arabic":
        return True
    now = state.numbers.get("arabic", ())
    if len(number.parts) > 1:
        return not now or now[0] <= number.parts[0] <= now[0] + 2
    value = number.parts[0]
    if raw.kind != "heading" and _goes_on(state, value, automatic=bool(raw.number)):
        return False
    inner = value == 1 and bool(now) and raw.kind != "heading" and not _looks_like_heading(raw.text[number.length :])
    if inner:
        return False
    return (value <= (now[0] if now else 0) + 3 and value >= (now[0] if now else 1)) or value == 1


def _goes_on(state: _State, value: int, *, automatic: bool) -> bool:
    """Whether a number is the next of the list that is open: a typed number is none of a list that Word numbers."""
    return state.listed > 0 and value == state.listed + 1 and automatic == state.automatic


def _enter(state: _State, number: SectionNumber) -> None:
    level = _LEVELS.index(number.level)
    state.numbers = {key: value for key, value in state.numbers.items() if _LEVELS.index(key) < level}
    state.numbers[number.level] = number.parts
    state.section = ".".join(_printed(key, state.numbers[key]) for key in _LEVELS if key in state.numbers)
    state.bullets, state.listed = [], 0


def _printed(level: NumberLevel, parts: tuple[int, ...]) -> str:
    if level == "roman":
        return numbering.roman(parts[0])
    if level == "letter":
        return "ABCDEFGH"[parts[0] - 1]
    return f"P{parts[0]}" if level == "part" else ".".join(map(str, parts))


def _numbered(state: _State, raw: RawParagraph, start: int) -> None:
    """A paragraph with a section's number: a heading, a heading that runs into its first paragraph, or a sentence."""
    end, rest = _heading_end(raw.text, start, styled=raw.kind == "heading")
    if end > start:
        _append(state, raw, "heading", start, end, notes=rest >= len(raw.text), bullet=_printed_number(raw, start))
    if rest < len(raw.text):
        _append(state, raw, "body", rest, len(raw.text), place=state.place("p"), after=end if end > start else 0)


def _printed_number(raw: RawParagraph, start: int) -> str:
    return raw.number or raw.text[:start].strip()


def _heading_end(text: str, start: int, *, styled: bool) -> tuple[int, int]:
    """Where a heading ends and where the paragraph after it on its line begins; the same start twice: no heading."""
    rest = text[start:]
    colon = _colon(rest)
    if 0 < colon <= _LONGEST_HEADING and not _has_figure(rest[:colon]):
        after = colon + 1
        while rest[after : after + 1] == " ":
            after += 1
        return start + colon, start + after
    if styled or _looks_like_heading(rest):
        return len(text.rstrip(" .:;")) if text.rstrip(" .:;") else len(text), len(text)
    stop = _STOP.search(rest[: _LONGEST_SENTENCE_HEADING + 2])
    if stop and not _has_figure(rest[: stop.start()]) and rest[: stop.start()].count(" ") < 12:
        return start + stop.start(), start + stop.end() + len(rest[stop.end() :]) - len(rest[stop.end() :].lstrip())
    return start, start


def _colon(text: str) -> int:
    """The first colon outside brackets that a space or the end follows; -1 without one."""
    depth = 0
    for place, letter in enumerate(text[: _LONGEST_HEADING + 2]):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == ":" and depth <= 0 and not text[place + 1 : place + 2].strip().isdigit():
            return place
    return -1


def _has_figure(text: str) -> bool:
    """Whether a text holds a number that is no date and no period."""
    return bool(re.search(r"\d", _DATES.sub(" ", text)))


def _looks_like_heading(text: str) -> bool:
    if is_capitals(text) and len(text) <= _LONGEST_TITLE:
        return True
    return (
        0 < len(text) <= _LONGEST_HEADING + 30
        and not text.endswith((";", "./."))
        and not _STOP.search(text)
        and not _has_figure(text)
        and (not text.endswith((".", ",")) or len(text) <= _LONGEST_SENTENCE_HEADING)
    )


def _is_plain_heading(raw: RawParagraph) -> bool:
    """A heading without a number: one that the file styles so and that is no sentence."""
    return raw.kind == "heading" and bool(raw.text) and len(raw.text) <= _LONGEST_TITLE and not _has_figure(raw.text)


def _body(state: _State, raw: RawParagraph) -> None:
    printed, length = (raw.bullet, 0) if raw.bullet else numbering.bullet(raw.text)
    if not printed and raw.number:
        printed, length = raw.number, 0
        _list_number(state, f"{raw.number} A", automatic=True)
    elif not printed:
        printed, length = _list_number(state, raw.text)
    if not raw.text[length:].strip() and not raw.markers:
        for note in raw.notes:
            _append_note(state, note, None)
        return
    kind: ParagraphKind = "item" if printed else "body"
    level = (raw.level or _level(state, printed)) if printed else 0
    _append(state, raw, kind, length, len(raw.text), place=state.place("p"), bullet=printed, level=level)


def _list_number(state: _State, text: str, *, automatic: bool = False) -> tuple[str, int]:
    """The number of an item of a list inside a section, which is no section of its own."""
    number = numbering.section_number(text)
    if number is None or number.level != "arabic" or len(number.parts) > 1:
        return "", 0
    value = number.parts[0]
    if value != 1 and not _goes_on(state, value, automatic=automatic):
        return "", 0
    state.listed, state.automatic = value, automatic
    return text[: number.length].strip(), number.length


def _level(state: _State, printed: str) -> int:
    """How deep an item lies: as deep as the bullets of its kind in this section, else one below the last."""
    kind = numbering.bullet_kind(printed)
    if kind == "-" and "+" in state.bullets and "-" not in state.bullets:
        del state.bullets[state.bullets.index("+") :]
    if kind in state.bullets:
        del state.bullets[state.bullets.index(kind) + 1 :]
    else:
        state.bullets.append(kind)
    return len(state.bullets)


def _append(
    state: _State,
    raw: RawParagraph,
    kind: ParagraphKind,
    start: int,
    end: int,
    *,
    place: str = "",
    bullet: str = "",
    level: int = 0,
    notes: bool = True,
    after: int = 0,
) -> None:
    """Append a piece of a raw paragraph and the notes that hang on it; ``after``: where the piece before it ended."""
    end = end if raw.cells else max(start, len(raw.text[:end].rstrip()))
    first = min(after, start)
    last = len(raw.text) if notes else end
    markers = tuple(m for m in raw.markers if (first < m.offset or first == 0) and m.offset <= last)
    index = len(state.placed)
    paragraph = Paragraph(
        index=index,
        kind=kind,
        text=raw.text[start:end],
        section=state.section,
        place=place,
        bullet=bullet if kind != "heading" else "",
        level=level,
        markers=tuple(Marker(min(max(m.offset - start, 0), end - start), m.label) for m in markers),
        cells=_cells(raw.cells, end),
        table=raw.table,
    )
    state.placed.append(Placed(paragraph, raw, start))
    own = {m.label for m in markers}
    every = {m.label for m in raw.markers}
    for note in raw.notes:
        if note.label in own or (notes and note.label not in every):
            _append_note(state, note, index if note.label in own else None)


def _cells(cells: Sequence[Cell], end: int) -> tuple[Cell, ...]:
    return tuple(replace(cell, start=min(cell.start, end), end=min(cell.end, end)) for cell in cells)


def _append_note(state: _State, note: RawNote, carrier: int | None) -> None:
    place = _note_place(state, note.label)
    bullets: list[str] = []
    for raw in note.paragraphs:
        printed, length = (raw.bullet or raw.number, 0) if raw.bullet or raw.number else numbering.bullet(raw.text)
        text = raw.text[length:].rstrip()
        if not text:
            continue
        kind = numbering.bullet_kind(printed) if printed else ""
        if kind and kind not in bullets:
            bullets.append(kind)
        paragraph = Paragraph(
            index=len(state.placed),
            kind="note",
            text=text,
            section=state.section,
            place=place,
            bullet=printed,
            level=bullets.index(kind) + 1 if kind else 0,
            note=note.label,
            carrier=carrier,
            cells=_cells(raw.cells, len(text)) if raw.kind == "row" else (),
            table=raw.table,
        )
        state.placed.append(Placed(paragraph, raw, length))


def _note_place(state: _State, label: str) -> str:
    """``fn`` and the label; where a section has that note already, or the label is no number, another sign for it."""
    plain = label if re.fullmatch(r"[1-9]\d{0,3}", label) else ""
    if not plain:
        return state.place("n")
    count = state.counts[state.section, f"fn{plain}"]
    state.counts[state.section, f"fn{plain}"] += 1
    return f"fn{chr(ord('a') + min(count, 25))}{plain}" if count else f"fn{plain}"
