"""Remarks on numbers as Word comments, in a copy of the document; the document itself is never touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from phulien_analysis.documents.document import Document
from phulien_analysis.documents.docx import read_docx
from phulien_analysis.documents.docx_package import Element, Package, W, attribute, number
from phulien_analysis.documents.opening import read_document
from phulien_analysis.marking.copying import write_copy
from phulien_analysis.marking.places import Place, Places
from phulien_analysis.marking.runs import RunCutter
from phulien_analysis.marking.writing import MarkingError, check_target
from phulien_analysis.messages import Lang, Message

__all__ = ["MarkingError", "Remark", "write_comments"]

AUTHOR, INITIALS = "phulien", "PL"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_NO_PREFIX: dict[str, str] = {None: f"{_PACKAGE}relationships"}  # type: ignore[dict-item]  # lxml-stubs 0.5
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Remark:
    """What to say at ``text[start:end]`` of the paragraph with an index, as :func:`read_document` numbers them."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Placed:
    """A remark with its place in the file."""

    remark: Remark
    place: Place
    quoted: str


def write_comments(
    source: Path,
    target: Path,
    remarks: Sequence[Remark],
    *,
    document: Document | None = None,
    force: bool = False,
    lang: Lang = "vi",
) -> tuple[Remark, ...]:
    """Write a copy of a DOCX file with each remark as a comment at its number, and return those without a place.

    A remark in a note or a text box, where Word shows no comments, goes to where that hangs and says so, in ``lang``.
    ``document`` is what was read from ``source``, if it was read already. The same input gives the same bytes.

    Raises:
        DocumentError: The source cannot be read as a Word document.
        MarkingError: The target is the source, exists (and ``force`` is False), or cannot be written.
    """
    check_target(target, source, force=force)
    content = read_docx(source)
    document = document or read_document(source)
    places = Places(document, content)
    found = [(remark, places.place(remark.paragraph, remark.start, remark.end)) for remark in remarks]
    placed = [_Placed(r, place, _quoted(document, r)) for r, place in found if place is not None]
    write_copy(content.package, target, _changed_parts(content.package, placed, lang))
    return tuple(remark for remark, place in found if place is None)


def _changed_parts(package: Package, placed: Sequence[_Placed], lang: Lang) -> dict[str, bytes]:
    """The parts that comments change, as bytes by name; none where there are no comments."""
    main = package.root(package.main)
    if not placed or main is None:
        return {}
    name, comments, changed = _comments_part(package)
    first = 1 + max((number(attribute(item, "id"), 0) for item in comments.iter(W + "comment")), default=-1)
    cutter = RunCutter()
    for item in placed:
        if item.place.traced.host is None:
            cutter.cut(item.place.origins)
    for identity, item in enumerate(placed, start=first):
        comments.append(_comment(identity, _said(item, lang)))
        host = item.place.traced.host
        cutter.mark(identity, (host, host) if host is not None else cutter.ends(item.place.origins))
    return {**changed, package.main: package.written(main), name: package.written(comments)}


def _said(item: _Placed, lang: Lang) -> str:
    """The text of a comment; one that stands elsewhere than its number says where the number is."""
    traced = item.place.traced
    if traced.host is None:
        return item.remark.text
    values = {"label": traced.note, "quoted": item.quoted, "text": item.remark.text}
    if traced.note:
        return Message("In note {label}, at “{quoted}”: {text}", values).say(lang)
    return Message("In this text box, at “{quoted}”: {text}", values).say(lang)


def _quoted(document: Document, remark: Remark) -> str:
    return document.paragraphs[remark.paragraph].text[remark.start : remark.end]


def _comment(identity: int, text: str) -> Element:
    """One comment, a paragraph for each line; it has no date, so that the same input gives the same bytes."""
    comment = etree.Element(W + "comment", {W + "id": str(identity), W + "author": AUTHOR, W + "initials": INITIALS})
    for place, line in enumerate(_NOT_IN_XML.sub("", text).splitlines() or [""]):
        paragraph = etree.SubElement(comment, W + "p")
        if place == 0:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        written = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t")
        written.text = line
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment


def _comments_part(package: Package) -> tuple[str, Element, dict[str, bytes]]:
    """The part for comments, the document's own or a new one, and what changes elsewhere for a new one."""
    name = next(package.related(package.main, "comments"), "")
    root = package.root(name)
    if root is not None:
        return name, root, {}
    folder = package.main.rpartition("/")[0]
    free = ("comments.xml", *(f"comments{i}.xml" for i in range(2, 100)))
    file = next(name for name in free if package.root(f"{folder}/{name}") is None)
    space = {"w": W.strip("{}")}
    return f"{folder}/{file}", etree.Element(W + "comments", nsmap=space), _announced(package, folder, file)


def _announced(package: Package, folder: str, file: str) -> dict[str, bytes]:
    """The list of types and the main part's relations, with a new part for comments in them."""
    types_name = "[Content_Types].xml"
    relations_name = f"{folder}/_rels/{package.main.rpartition('/')[2]}.rels"
    types, relations = package.root(types_name), package.root(relations_name)
    if types is None:
        raise package.damaged(Message("it has no list of its parts ([Content_Types].xml)"))
    if relations is None:
        relations = etree.Element(f"{{{_PACKAGE}relationships}}Relationships", nsmap=_NO_PREFIX)
    part = {"PartName": f"/{folder}/{file}", "ContentType": _TYPE}
    etree.SubElement(types, f"{{{_PACKAGE}content-types}}Override", part)
    taken = {relation.get("Id") for relation in relations}
    identity = next(f"rIdComments{i}" for i in range(len(taken) + 1) if f"rIdComments{i}" not in taken)
    link = {"Id": identity, "Type": _KIND, "Target": file}
    etree.SubElement(relations, f"{{{_PACKAGE}relationships}}Relationship", link)
    return {types_name: package.written(types), relations_name: package.written(relations)}
