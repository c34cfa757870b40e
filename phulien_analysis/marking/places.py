"""Where the letters of a read document's paragraphs stand in the DOCX file that it was read from.

What lies between the two takes numbers and bullets off a paragraph, splits a heading from its text, and moves notes
that were typed at the end to where they belong. It never changes letters, so a paragraph is found again by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.documents.docx import DocxContent, TracedText
from phulien_analysis.documents.docx_text import Origin

# Left out of the comparison: markers of typed notes, which reading takes out, and spaces, which it makes uniform.
_IGNORED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
# A text this short may occur anywhere; it is believed to be near the one before it, or not at all.
_SHORT = 12
_NEAR = 40
# Texts are compared letter by letter only where they begin or end alike, and within bounds.
_ALIKE = 12
_MOST_COMPARED = 4_000_000


@dataclass(frozen=True)
class Place:
    """What a stretch of a paragraph is in the file: the traced text that holds it, and the origins of its letters."""

    traced: TracedText
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class _Compact:
    """A text without spaces and markers; ``offsets`` are those of its letters in the text itself."""

    letters: str
    offsets: tuple[int, ...]


class Places:
    """The letters of a document's paragraphs, found in the content that they were made from."""

    def __init__(self, document: Document, content: DocxContent) -> None:
        self._document = document
        self._traced = content.traced
        self._compact = [_compact(traced.text) for traced in content.traced]
        self._found = dict(self._aligned(document.paragraphs))

    def place(self, paragraph: int, start: int, end: int) -> Place | None:
        """The place of ``paragraph.text[start:end]``; None where the file has no such letters (of its own)."""
        found = self._found.get(paragraph)
        if found is None:
            return None
        index, offsets = found
        traced = self._traced[index]
        own = [offsets[offset] for offset in range(start, end) if offset in offsets]
        origins = tuple(traced.origins[offset] for offset in own)
        return Place(traced, origins) if any(origin is not None for origin in origins) else None

    def _aligned(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, tuple[int, dict[int, int]]]]:
        """For each paragraph the traced text that it stands in, and from its own offsets to those there."""
        at, begin = 0, 0
        for paragraph in paragraphs:
            own = _compact(paragraph.text)
            if not own.letters:
                continue
            index, start = self._search(own.letters, at, begin)
            if index < 0:
                inexact = self._compared(own, at)
                if inexact is not None:
                    yield paragraph.index, inexact
                continue
            other = self._compact[index]
            offsets = other.offsets[start : start + len(own.letters)]
            yield paragraph.index, (index, dict(zip(own.offsets, offsets, strict=True)))
            # A note typed at the end was moved here from far behind; what follows goes on where it was.
            if index >= at and not (paragraph.kind == "note" and index > at + _NEAR):
                at, begin = index, start + len(own.letters)

    def _search(self, letters: str, at: int, begin: int) -> tuple[int, int]:
        """The traced text that holds the letters and where, the nearest after the last one first; (-1, -1) if none."""
        ahead = range(at, len(self._compact))
        if len(letters) < _SHORT:
            ahead = ahead[:_NEAR]
        for index in (*ahead, *range(at)):
            start = self._compact[index].letters.find(letters, begin if index == at else 0)
            if start >= 0:
                return index, start
        return -1, -1

    def _compared(self, own: _Compact, at: int) -> tuple[int, dict[int, int]] | None:
        """The traced text near by that is most alike, with the letters that both have; None where none is."""
        best: tuple[int, dict[int, int]] | None = None
        for index in range(max(0, at - 1), min(at + _NEAR, len(self._compact))):
            other = self._compact[index]
            alike = own.letters[:_ALIKE] in other.letters or own.letters[-_ALIKE:] in other.letters
            if not alike or len(own.letters) * len(other.letters) > _MOST_COMPARED:
                continue
            blocks = SequenceMatcher(None, own.letters, other.letters, autojunk=False).get_matching_blocks()
            pairs = {
                own.offsets[block.a + i]: other.offsets[block.b + i] for block in blocks for i in range(block.size)
            }
            if 5 * len(pairs) > 4 * len(own.letters) and (best is None or len(pairs) > len(best[1])):
                best = (index, pairs)
        return best


def _compact(text: str) -> _Compact:
    kept = [(letter, place) for place, letter in enumerate(text) if not letter.isspace() and letter not in _IGNORED]
    return _Compact("".join(letter for letter, _ in kept), tuple(place for _, place in kept))
