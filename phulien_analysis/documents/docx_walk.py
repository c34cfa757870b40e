"""The structure of a DOCX file walked without recursion: blocks, text boxes and word art, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phulien_analysis.documents.docx_package import Element, W, child

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
# What wraps blocks without being one: content controls, custom XML, tracked insertions.
_WRAPPERS = {W + name for name in ("body", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "sdt")}


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables directly in a container, through what wraps them; deleted tables are left out."""
    yield from _through(container, {W + "p", W + "tbl"})


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, without those of tables inside it and without deleted ones."""
    for row in _through(table, {W + "tr"}):
        if child(row, "trPr", "del") is None:
            yield row


def cells(row: Element) -> Iterator[Element]:
    """The cells of a row, without deleted ones."""
    for cell in _through(row, {W + "tc"}):
        if child(cell, "tcPr", "cellDel") is None:
            yield cell


def text_boxes(drawing: Element) -> Iterator[Element]:
    """The contents of the text boxes of a drawing; those inside a text box are left to whoever reads that."""
    for element in _descendants(drawing):
        if element.tag == W + "txbxContent":
            yield element


def word_art(drawings: Iterable[Element]) -> Iterator[str]:
    """Texts that are drawn, as watermarks are."""
    for drawing in drawings:
        yield from (str(path.get("string")) for path in drawing.iter(_TEXT_PATH) if path.get("string"))
        yield from (text.text for text in drawing.iter(_DRAWN_TEXT) if text.text)


def chosen(alternatives: Element) -> list[Element]:
    """One of ``mc:AlternateContent``: the fallback says the same for older programs."""
    found = alternatives.find(_MC + "Choice")
    return list(alternatives) if found is None else [found]


def is_alternatives(element: Element) -> bool:
    """Whether an element offers the same content in several forms."""
    return bool(element.tag == _MC + "AlternateContent")


def is_placeholder(element: Element) -> bool:
    """Whether a content control still shows its own prompt (``Click here to enter text``)."""
    return element.tag == W + "sdt" and child(element, "sdtPr", "showingPlcHdr") is not None


def _through(container: Element, wanted: set[str]) -> Iterator[Element]:
    """The nearest descendants of some kinds, through wrappers only."""
    stack: list[Iterator[Element]] = [iter(container)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in wanted:
            yield element
        elif is_alternatives(element):
            stack.append(iter(chosen(element)))
        elif (element.tag in _WRAPPERS or element.tag == _MC + "Choice") and not is_placeholder(element):
            stack.append(iter(element))


def _descendants(element: Element) -> Iterator[Element]:
    """All descendants, but of alternatives one only, and none of a text box."""
    stack: list[Iterator[Element]] = [iter(element)]
    while stack:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
            continue
        yield found
        if is_alternatives(found):
            stack.append(iter(chosen(found)))
        elif found.tag != W + "txbxContent":
            stack.append(iter(found))
