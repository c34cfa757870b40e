"""A web page, as an office publishes it or Word saves it: paragraphs, lists, headings, tables and notes."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PageElement, PreformattedString

from phulien_analysis.documents.document import Cell, Marker
from phulien_analysis.documents.encodings import decode_as, decoded_from, detect_legacy, normalise
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.documents.raw import RawContent, RawNote, RawParagraph
from phulien_analysis.documents.sheet import cells_of, joined_cells
from phulien_analysis.messages import Message

_DROPPED = [
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "head",
    "svg",
    "iframe",
    "object",
    "button",
    "select",
    "form",
]
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
} | {
    *("dt", "dd", "table", "tr", "td", "th", "caption", "figure", "figcaption", "pre", "hr", "body", "html", "center"),
    *("thead", "tbody", "tfoot", "address", "fieldset", *_HEADINGS),
}
_LABEL_RE = re.compile(r"[\[(]?\s?(\d{1,3}|[*†‡]|[ivx]{1,5}|[a-z])\s?[\])]?")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAK = "\x1e"  # a line break, until it is known whether a new item stands after it
_AFTER_BREAK = re.compile(r"\x1e\s{0,3}(?=[-+*•–]\s|\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|[IVX]{1,5}\.\s|[a-zđ]\)\s)")
_DEEPEST = 200
_LARGEST = 20 * 2**20
_LARGEST_SPAN = 100
_HOLDERS = ["li", "p", "div", "td", "aside", "section", "dd"]


@dataclass
class _Inline:
    """Text being gathered, with its markers as ``(length so far, label)`` and the notes that hang on them."""

    text: list[str] = field(default_factory=list)
    markers: list[tuple[int, RawNote]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append a text."""
        self.text.append(text)

    def mark(self, note: RawNote) -> None:
        """Hang a note here."""
        self.markers.append((len(self.text), note))

    def _gathered(self) -> tuple[str, list[Marker], list[RawNote]]:
        """The text with single spaces, none beside a break or at the end, and the markers in it."""
        out, length = [""], 0
        markers, notes = [], []
        waiting = self.markers[::-1]
        for number, part in enumerate([*self.text, ""]):
            while waiting and waiting[-1][0] <= number:
                note = waiting.pop()[1]
                markers.append(Marker(length - out[-1].endswith(" "), note.label))
                notes.append(note)
            tidy = re.sub(r"[ \t\r\n\f\v]{1,10000}", " ", part)
            if tidy == _BREAK and out[-1].endswith(" "):
                out[-1], length = out[-1][:-1], length - 1
            if out[-1].endswith((" ", _BREAK)) or not length:
                tidy = tidy.lstrip(" ")
            if tidy:
                out.append(tidy)
                length += len(tidy)
        text = "".join(out).rstrip()
        return text, [Marker(min(m.offset, len(text)), m.label) for m in markers], notes

    def pieces(self) -> Iterator[tuple[str, tuple[Marker, ...], tuple[RawNote, ...]]]:
        """The lines gathered, whitespace tidied, with their markers and notes."""
        text, markers, notes = self._gathered()
        start = 0
        for stop, after in [*((m.start(), m.end()) for m in _AFTER_BREAK.finditer(text)), (len(text), len(text))]:
            line = text[start:stop]
            lead = len(line) - len(line.lstrip(f" {_BREAK}"))
            here = [(m, n) for m, n in zip(markers, notes, strict=True) if start <= m.offset <= stop]
            clean = line.strip(f" {_BREAK}").replace(_BREAK, " ")
            if clean or here:
                offsets = (min(max(m.offset - start - lead, 0), len(clean)) for m, _ in here)
                hung = tuple(Marker(offset, n.label) for offset, (_, n) in zip(offsets, here, strict=True))
                yield clean, hung, tuple(n for _, n in here)
            markers, notes = markers[len(here) :], notes[len(here) :]
            start = after


def read_html(data: bytes, name: str) -> RawContent:
    """The raw paragraphs of a page.

    Raises:
        DocumentError: The page cannot be taken apart.
    """
    if len(data) > _LARGEST:
        raise DocumentError(
            Message(
                "{name} has {size} MB, where a page has at most {limit}. "
                "Save the report as .docx, or take the pictures out.",
                {"name": name, "size": len(data) // 2**20, "limit": _LARGEST // 2**20},
            )
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
            soup = BeautifulSoup(data, "lxml")
        reader = _Reader(soup)
        paragraphs = tuple(reader.read(soup.body or soup))
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        raise DocumentError(
            Message(
                "{name} cannot be read as a web page. Open it in a browser, copy its text, and take that.",
                {"name": name},
            )
        ) from error
    return RawContent(paragraphs, remarks=(decoded_from(name, reader.encoding),) if reader.encoding else ())


class _Reader:
    def __init__(self, soup: BeautifulSoup) -> None:
        for tag in soup.find_all(_DROPPED):
            tag.decompose()
        for tag in soup.find_all(style=re.compile(r"display:\s{0,3}none|mso-hide:\s{0,3}all", re.IGNORECASE)):
            tag.extract()
        self.encoding = detect_legacy(soup.get_text())
        self._notes: dict[int, tuple[str, Tag]] = {}
        self._holders: set[int] = set()
        self._tables = 0
        self._tie(soup)

    def _tie(self, soup: BeautifulSoup) -> None:
        """Find the links that are markers, and the elements that hold their notes."""
        order = {id(tag): place for place, tag in enumerate(soup.find_all(True))}
        targets = {str(tag.get(key)): tag for tag in soup.find_all(True) for key in ("name", "id") if tag.get(key)}
        for link in soup.find_all("a", href=re.compile("^#")):
            label = _LABEL_RE.fullmatch(link.get_text().strip())
            target = targets.get(str(link.get("href"))[1:])
            if label is None or target is None or order[id(target)] <= order[id(link)]:
                continue
            holder = target if target.name in _HOLDERS else target.find_parent(_HOLDERS)
            if holder is not None and holder.name in _HOLDERS and order[id(holder)] > order[id(link)]:
                parent = holder.parent
                if parent is not None and re.search("ftn|edn|note", str(parent.get("id", ""))) and parent.name == "div":
                    holder = parent if len(parent.find_all("a", href=re.compile("^#"))) <= 1 else holder
                self._notes[id(link)] = (label[1], holder)
                self._holders.add(id(holder))

    def read(self, node: Tag, depth: int = 0, lists: int = 0) -> Iterator[RawParagraph]:
        """The paragraphs in an element, in order."""
        inline = _Inline()
        for child in node.children:
            if isinstance(child, Tag) and (child.name in _BLOCKS or _holds_blocks(child)):
                yield from _made(inline)
                inline = _Inline()
                if id(child) not in self._holders and depth < _DEEPEST:
                    yield from self._block(child, depth + 1, lists)
            else:
                self._inline(child, inline, depth)
        yield from _made(inline)

    def _block(self, tag: Tag, depth: int, lists: int) -> Iterator[RawParagraph]:
        if tag.name == "table":
            yield from self._table(tag, depth)
        elif tag.name in _HEADINGS:
            yield from (_as(raw, "heading", level=_HEADINGS[tag.name]) for raw in self.read(tag, depth, lists))
        elif tag.name in {"ul", "ol"}:
            yield from self._list(tag, depth, lists + 1)
        else:
            yield from self.read(tag, depth, lists)

    def _list(self, tag: Tag, depth: int, lists: int) -> Iterator[RawParagraph]:
        start = str(tag.get("start", "1"))
        count = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
        for item in tag.find_all("li", recursive=False):
            if id(item) in self._holders:
                continue
            for place, raw in enumerate(self.read(item, depth, lists)):
                if place or raw.kind != "body":
                    yield raw
                elif tag.name == "ul":
                    yield _as(raw, "item", bullet="" if re.match(r"[-+*•–]\s", raw.text) else "-", level=lists)
                else:
                    yield _as(raw, "item", number=_counted(count, str(tag.get("type", "1"))), level=lists)
            count += 1

    def _table(self, table: Tag, depth: int) -> Iterator[RawParagraph]:
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        cells = [list(row.find_all(["td", "th"], recursive=False)) for row in rows]
        caption = table.find("caption")
        if isinstance(caption, Tag):
            yield from self.read(caption, depth)
        if max(map(len, cells), default=0) <= 1:
            for row in cells:
                for cell in row:
                    yield from self.read(cell, depth)
            return
        index = self._tables
        self._tables += 1
        taken: dict[int, int] = {}
        for row in cells:
            yield from self._row(row, taken, index)

    def _row(self, row: list[Tag], taken: dict[int, int], index: int) -> Iterator[RawParagraph]:
        """One row; ``taken`` counts, by column, the rows that a cell above still covers."""
        column = 0
        texts: list[str] = []
        columns: list[tuple[int, int]] = []
        markers: list[Marker] = []
        notes: list[RawNote] = []
        covered = dict(taken)
        for cell in row:
            while covered.get(column, 0) > 0:
                column += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            text, own, hung = self._cell(cell)
            if text or hung:
                shift = sum(len(before) + 3 for before in texts)
                markers += [Marker(shift + m.offset, m.label) for m in own]
                notes += hung
                texts.append(text)
                columns.append((column, column + wide - 1))
            for covering in range(column, column + wide):
                taken[covering] = high
            column += wide
        for column in list(taken):
            taken[column] = max(0, taken[column] - 1)
        if texts:
            made: tuple[Cell, ...] = cells_of(texts, columns)
            text = joined_cells(texts)
            yield RawParagraph(text, "row", markers=tuple(markers), notes=tuple(notes), cells=made, table=index)

    def _cell(self, cell: Tag) -> tuple[str, list[Marker], list[RawNote]]:
        inline = _Inline()
        for child in cell.children:
            self._inline(child, inline, 0)
        text = ""
        markers: list[Marker] = []
        notes: list[RawNote] = []
        for piece, own, hung in inline.pieces():
            shift = len(text) + 1 if text else 0
            markers += [Marker(shift + m.offset, m.label) for m in own]
            notes += hung
            text = f"{text} {piece}" if text else piece
        return text.replace("|", "/"), markers, notes

    def _inline(self, node: PageElement, inline: _Inline, depth: int) -> None:
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                text = decode_as(str(node), self.encoding) if self.encoding else str(node)
                inline.add(normalise(text).replace(_BREAK, " "))
            return
        if not isinstance(node, Tag) or depth > _DEEPEST or id(node) in self._holders:
            return
        if node.name == "br":
            inline.add(_BREAK)
        elif id(node) in self._notes:
            label, holder = self._notes[id(node)]
            inline.mark(RawNote(label, tuple(self._note(holder))))
        elif node.name == "sup" and re.fullmatch(r"\s?[\[(]?\d{1,3}[\])]?\s?", node.get_text()) and not node.find("a"):
            inline.add(re.sub(r"\D", "", node.get_text()).translate(_RAISED))
        else:
            block = node.name in _BLOCKS
            inline.add(" " if block else "")
            for child in node.children:
                self._inline(child, inline, depth + 1)
            inline.add(" " if block else "")

    def _note(self, holder: Tag) -> Iterator[RawParagraph]:
        """The paragraphs of a note, without its own label and the link back."""
        self._holders.discard(id(holder))
        for link in holder.find_all("a", href=re.compile("^#")):
            if _LABEL_RE.fullmatch(link.get_text().strip()) or link.get_text().strip() in {"↩", "↑", "^", "↩︎"}:
                link.decompose()
        for place, raw in enumerate(self.read(holder)):
            found = re.match(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]{1,3})\s{0,3}", raw.text) if not place else None
            yield RawParagraph(raw.text[found.end() :], raw.kind, level=raw.level) if found else raw
        self._holders.add(id(holder))


def _holds_blocks(tag: Tag) -> bool:
    return tag.find(list(_BLOCKS)) is not None


def _made(inline: _Inline) -> Iterator[RawParagraph]:
    for text, markers, notes in inline.pieces():
        yield RawParagraph(text, markers=markers, notes=notes)


def _as(raw: RawParagraph, kind: str, *, bullet: str = "", number: str = "", level: int = 0) -> RawParagraph:
    if raw.kind == "row":
        return raw
    return RawParagraph(
        raw.text,
        "heading" if kind == "heading" else "item",
        number=number,
        bullet=bullet,
        level=level,
        markers=raw.markers,
        notes=raw.notes,
    )


def _counted(count: int, form: str) -> str:
    if form == "a":
        return f"{chr(ord('a') + (count - 1) % 26)})"
    return f"{count}."


def _span(cell: Tag, key: str) -> int:
    text = str(cell.get(key, "1"))
    return min(int(text), _LARGEST_SPAN) if re.fullmatch(r"[1-9]\d{0,3}", text) else 1
