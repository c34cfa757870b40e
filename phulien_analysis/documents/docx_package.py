"""A DOCX file as a package of parts (ECMA-376, part 2): opened with bounds, its XML parsed without entities."""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from phulien_analysis.characters import clipped
from phulien_analysis.documents import formats
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.messages import Message, mark

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml names its type so

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_WORD}}}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# ISO 29500 Strict says the same under other names; they are read as the usual ones, and written back as they were.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _LINKS.encode(),
}
_LARGEST_PART = 64 * 2**20
_LARGEST_TEXT = 128 * 2**20  # of all parts that are parsed, counted as they are unpacked: a header may lie
_MOST_PARTS = 10_000
_SMALL_PART = 4 * 2**20
_MOST_PACKED = 200  # times smaller than its content; XML of a word processor is packed to a tenth, or a fiftieth
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
)


# In any encoding of one or two bytes a letter; what hides in another has a document type once it is parsed.
_DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_ENTITIES = mark("its part {part} defines entities, which no word processor writes")


class Package:
    """The parts of a DOCX file, read when they are asked for; ``name`` is the file's own name, for messages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.strict = False
        self._roots: dict[str, Element] = {}
        self._left = _LARGEST_TEXT
        try:
            with zipfile.ZipFile(path) as archive:
                self._names = archive.namelist()
        except _DAMAGE as error:
            raise self.damaged(Message("it is no readable ZIP file")) from error
        self._require_plain_names()
        if len(self._names) > _MOST_PARTS:
            raise self.damaged(
                Message(
                    "it has {count} parts, where no document has more than {limit}",
                    {"count": len(self._names), "limit": _MOST_PARTS},
                )
            )
        self.main = next(self.related("", "officeDocument"), "word/document.xml")
        if self.main not in self._names:
            raise self.damaged(Message("it has no main text (word/document.xml)"))

    def _require_plain_names(self) -> None:
        """See that each part has a name of its own that leads to no other folder; programs differ in such."""
        for name in self._names:
            if name.startswith("/") or "\\" in name or ".." in name.split("/"):
                found = clipped(name)
                raise self.damaged(Message("its part {part} leads out of the file", {"part": found}))
        if len(set(self._names)) < len(self._names):
            name = next(name for name, count in Counter(self._names).items() if count > 1)
            raise self.damaged(Message("two of its parts are called {part}", {"part": clipped(name)}))

    def damaged(self, what: Message) -> DocumentError:
        """The error for a file that is not what a DOCX file must be."""
        return DocumentError(
            formats.said(
                Message("{name} cannot be read as a Word document: {what}.", {"name": self.name, "what": what}),
                formats.SAVE_AS,
            )
        )

    def root(self, part: str) -> Element | None:
        """The parsed XML of a part, the same object each time; None where the package has no such part."""
        if part not in self._names:
            return None
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def data(self, part: str) -> bytes:
        """The bytes of a part, bounded: a part that swells to more is no text of an office."""
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(part) as file:
                packed = archive.getinfo(part).compress_size
                data = file.read(_LARGEST_PART + 1)
        except _DAMAGE as error:
            raise self.damaged(Message("its part {part} is damaged", {"part": part})) from error
        self._require_size(part, len(data), packed)
        return data

    def _require_size(self, part: str, size: int, packed: int) -> None:
        self._left -= size
        if size > _LARGEST_PART:
            limit = _LARGEST_PART // 2**20
            raise self.damaged(Message("its part {part} is larger than {limit} MB", {"part": part, "limit": limit}))
        if size > _SMALL_PART and size > packed * _MOST_PACKED:
            text = Message(
                "its part {part} unpacks to {count} times its size, as no text does",
                {"part": part, "count": size // max(packed, 1)},
            )
            raise self.damaged(text)
        if self._left < 0:
            limit = _LARGEST_TEXT // 2**20
            raise self.damaged(Message("its parts are larger than {limit} MB together", {"limit": limit}))

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts of a kind (``footnotes``, ``header`` …) that a part refers to; ``""`` stands for the package."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in () if root is None else root.iter(f"{{{_RELATIONS}}}Relationship"):
            internal = relation.get("TargetMode") != "External"
            if internal and relation.get("Type", "").rpartition("/")[2] == kind:
                yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")

    def written(self, root: Element) -> bytes:
        """An element as the bytes of a part, with the names of the Strict form where the file has them."""
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for strict, usual in _STRICT.items() if self.strict else ():
            data = data.replace(usual, strict)
        return data

    def _parsed(self, part: str) -> Element:
        data = self.data(part)
        for strict, usual in _STRICT.items():
            if strict in data:
                self.strict = self.strict or not part.endswith(".rels")
                data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        if _DECLARATION.search(data):
            raise self.damaged(Message(_ENTITIES, {"part": part}))
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(Message("its part {part} is no well-formed XML", {"part": part})) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.damaged(Message(_ENTITIES, {"part": part}))
        return root


def attribute(element: Element | None, name: str = "val", default: str = "") -> str:
    """A ``w:`` attribute of an element, or the default where either is missing."""
    return default if element is None else str(element.get(W + name, default))


def child(element: Element | None, *names: str) -> Element | None:
    """The ``w:`` descendant at a path of names, or None."""
    for name in names:
        element = None if element is None else element.find(W + name)
    return element


def number(text: str, default: int = 0) -> int:
    """A whole number from an attribute, bounded; the default where it is none."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else default


def is_on(element: Element | None, name: str) -> bool | None:
    """An on/off property (``w:vanish``): None where the element says nothing of it."""
    found = child(element, name)
    return None if found is None else attribute(found, default="1") not in {"0", "false", "off"}
