"""What workbooks and PDFs say, which are packages of many parts: cells, notes, links, and what is noted about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from phulien_analysis.messages import Message
from phulien_analysis.publishing.texts import Passage, letters, xml

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHEETS, STRINGS, TYPES = "xl/workbook.xml", "xl/sharedStrings.xml", "[Content_Types].xml"
LINKED = {b"Metadata", b"EmbeddedFile"}
UTF_16 = b"\xfe\xff"


def workbook(path: Path) -> Iterator[Passage]:
    """The cells of a workbook by sheet and cell, then every other part: notes, names, links, properties, pictures."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    shared = _shared(parts.get(STRINGS, b""))
    seen: set[int] = set()
    for name, title in _sheets(parts).items():
        yield from _cells(parts[name], title, shared, seen)
    yield from (Passage(STRINGS, text) for at, text in enumerate(shared) if at not in seen)
    for name, raw in parts.items():
        if name.endswith(".rels"):
            yield from _links(name, raw)
        elif name not in {STRINGS, TYPES}:
            read = xml(raw) if name.endswith((".xml", ".vml")) else letters(raw, name)
            yield from (Passage(name, passage.text) for passage in read)


def _shared(raw: bytes) -> list[str]:
    """The texts of cells, which a workbook keeps in one list."""
    return ["".join(map(str, item.itertext())) for item in etree.fromstring(raw).iter(f"{MAIN}si")] if raw else []


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of every sheet, and the name that a reader sees."""
    rels = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {str(link.get("Id")): str(link.get("Target")) for link in rels}
    found = {}
    for sheet in etree.fromstring(parts[SHEETS]).iter(f"{MAIN}sheet"):
        target = targets[str(sheet.get(RELATION))].removeprefix("/xl/")
        found[f"xl/{target}"] = str(sheet.get("name"))
    return found


def _cells(raw: bytes, title: str, shared: list[str], seen: set[int]) -> Iterator[Passage]:
    for cell in etree.fromstring(raw).iter(f"{MAIN}c"):
        place = Message("sheet {sheet}, cell {cell}", {"sheet": title, "cell": str(cell.get("r"))})
        value = cell.findtext(f"{MAIN}v") or ""
        if cell.get("t") == "s" and value:
            seen.add(int(value))
            value = shared[int(value)]
        yield from (Passage(place, str(text)) for text in (value, *cell.itertext(f"{MAIN}f", f"{MAIN}t")) if text)


def _links(name: str, raw: bytes) -> Iterator[Passage]:
    """Where links lead out of the workbook; those from part to part are its own."""
    for link in etree.fromstring(raw):
        if link.get("TargetMode") == "External":
            yield Passage(name, str(link.get("Target")))


def pdf(path: Path) -> Iterator[Passage]:
    """The text of a PDF page by page, then its metadata, links, bookmarks, attachments and alternative texts.

    PDFium reads the text a hundred times faster than pdfminer, but hands out no objects.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - only an edition with a PDF needs it

    document = PdfDocument(path)
    try:
        for number, page in enumerate(document, 1):
            place = Message("page {n}", {"n": number})
            for line in page.get_textpage().get_text_range().splitlines():
                yield Passage(place, line)
    finally:
        document.close()
    with path.open("rb") as file:
        yield from _objects(file)


def _objects(file: Any) -> Iterator[Passage]:  # noqa: ANN401 - a binary file
    from pdfminer.pdfdocument import PDFDocument  # noqa: PLC0415 - as above
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415 - as above
    from pdfminer.pdftypes import PDFStream  # noqa: PLC0415 - as above
    from pdfminer.psparser import PSLiteral  # noqa: PLC0415 - as above

    document = PDFDocument(PDFParser(file))
    for info in document.info:
        yield from (Passage(Message("metadata"), text) for text in _strings(info))
    for number in sorted({number for table in document.xrefs for number in table.get_objids()}):
        held = document.getobj(number)
        place = Message("object {n}", {"n": number})
        if isinstance(held, PDFStream):
            kind = held.get("Type")
            if isinstance(kind, PSLiteral) and str(kind.name).encode() in LINKED:
                yield from (Passage(Message("metadata"), text) for text in _decoded(held.get_data()))
            held = held.attrs
        yield from (Passage(place, text) for text in _strings(held))


def _decoded(raw: bytes) -> Iterator[str]:
    text = raw.decode("utf-8", "replace")
    return (re.sub(r"<[^>]*>", " ", line) + line for line in text.splitlines())


def _strings(held: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a PDF holds
    """The texts in an object of a PDF: UTF-16 with its mark, else one byte a letter."""
    if isinstance(held, bytes):
        yield held[2:].decode("utf-16-be", "replace") if held.startswith(UTF_16) else held.decode("latin-1")
    elif isinstance(held, dict):
        for value in held.values():
            yield from _strings(value)
    elif isinstance(held, list):
        for value in held:
            yield from _strings(value)


READERS: Mapping[str, Callable[[Path], Iterator[Passage]]] = {".xlsx": workbook, ".pdf": pdf}
