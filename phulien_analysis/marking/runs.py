"""Runs of a DOCX file cut so that a comment begins and ends between two, each piece formatted as the run was."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from phulien_analysis.documents.docx_package import Element, W
from phulien_analysis.documents.docx_text import Origin

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class RunCutter:
    """Cuts runs at the ends of stretches, then puts the marks of comments around them.

    All stretches are cut before the first is marked: an origin names a letter in the file as it was read, and the
    cutter knows in which piece that letter is now.
    """

    def __init__(self) -> None:
        self._pieces: dict[Element, list[tuple[int, Element]]] = {}
        self._last: dict[Element, Element] = {}

    def cut(self, origins: Iterable[Origin]) -> None:
        """Cut the run of the first letter before it, and the run of the last letter after it."""
        letters = [origin for origin in origins if origin is not None]
        self._cut_before(*letters[0])
        text, index = letters[-1]
        self._cut_before(text, index + 1)

    def ends(self, origins: Iterable[Origin]) -> tuple[Element, Element]:
        """The first and the last run of a stretch that was cut."""
        letters = [origin for origin in origins if origin is not None]
        return _run(self._piece(*letters[0])[1]), _run(self._piece(*letters[-1])[1])

    def mark(self, identity: int, ends: tuple[Element, Element]) -> None:
        """Put the marks of a comment around runs; those of several comments on one stretch follow one another."""
        first, last = ends
        names = {W + "id": str(identity)}
        first.addprevious(etree.Element(W + "commentRangeStart", names))
        end, reference = etree.Element(W + "commentRangeEnd", names), etree.Element(W + "r")
        etree.SubElement(reference, W + "commentReference", names)
        self._last.get(last, last).addnext(end)
        end.addnext(reference)
        self._last[last] = reference

    def _piece(self, text: Element, index: int) -> tuple[int, Element]:
        """The piece of a ``w:t`` that holds the letter at an index now, and where that piece began."""
        pieces = self._pieces.setdefault(text, [(0, text)])
        return max((piece for piece in pieces if piece[0] <= index), key=lambda piece: piece[0])

    def _cut_before(self, text: Element, index: int) -> None:
        start, piece = self._piece(text, index)
        run = _run(piece)
        letters = piece.text or ""
        here = index - start
        moved = list(piece.itersiblings())
        if here == 0:
            moved = [piece, *moved]
            if all(sibling.tag == W + "rPr" for sibling in piece.itersiblings(preceding=True)):
                return
        elif here < len(letters):
            rest = etree.Element(W + "t", {_SPACE: "preserve"})
            piece.text, rest.text = letters[:here], letters[here:]
            piece.set(_SPACE, "preserve")
            moved = [rest, *moved]
            self._pieces[text].append((index, rest))
        if moved:
            _split_off(run, moved)


def _run(piece: Element) -> Element:
    """The run that a text stands in; only those that have one are traced (``docx_text``)."""
    return next(piece.iterancestors())


def _split_off(run: Element, moved: Iterable[Element]) -> None:
    """Move the end of a run to a new one after it, with the same formatting."""
    new = etree.Element(run.tag, {str(k): str(v) for k, v in run.attrib.items()})
    properties = run.find(W + "rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    for element in moved:
        new.append(element)
    run.addnext(new)
