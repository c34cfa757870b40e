"""Sentences in two languages: English stands in the code, Vietnamese in ``locale/vi.po`` (GNU gettext's format).

A :class:`Message` keeps a sentence and what is put into it apart until a language is asked for, so that numbers,
periods and labels are written in that language, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal, NamedTuple, Protocol, TypeAlias

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")
_FORMATTER = Formatter()
CATALOGUE = Path(__file__).parent / "locale" / "vi.po"


def mark(text: str) -> str:
    """Mark an English text for the catalogue of messages where it stands apart from its :class:`Message`."""
    return text


class Speakable(Protocol):
    """Anything that can be written in a language: a message, a period, a label."""

    def say(self, lang: Lang) -> str:
        """The text in ``lang``."""


Sayable: TypeAlias = "Speakable | str | int"


class Piece(NamedTuple):
    """A stretch of a sentence, and the innermost thing that says it; of the words between, they themselves."""

    text: str
    thing: Sayable


@dataclass(frozen=True)
class Message:
    """An English sentence with ``{names}``, and what stands in their place.

    >>> Message("{n} figures", {"n": 3}).say("en")
    '3 figures'
    """

    text: str
    values: Mapping[str, Sayable] = field(default_factory=dict)

    def say(self, lang: Lang) -> str:
        """The sentence in ``lang``, with every value written in it."""
        return _text(self.pieces(lang))

    def pieces(self, lang: Lang) -> Iterator[Piece]:
        """The sentence piece by piece: its words, and the pieces of every value."""
        for words, name, _, conversion in _FORMATTER.parse(translate(self.text, lang)):
            yield Piece(words, words)
            if conversion:  # ``{name!r}`` quotes what is said
                value = self.values[name or ""]
                yield Piece(_FORMATTER.convert_field(say(value, lang), conversion), value)
            elif name is not None:
                yield from pieces(self.values[name], lang)


@dataclass(frozen=True)
class Label:
    """A name kept in both languages beside the data."""

    vi: str
    en: str

    def say(self, lang: Lang) -> str:
        """The name in ``lang``."""
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True)
class Joined:
    """Several things said one after another."""

    parts: tuple[Sayable, ...]
    separator: str = " "

    def say(self, lang: Lang) -> str:
        """The parts in ``lang``; empty ones are left out."""
        return _text(self.pieces(lang))

    def pieces(self, lang: Lang) -> Iterator[Piece]:
        """The parts' pieces with the separator between them."""
        said = [found for part in self.parts if _text(found := tuple(pieces(part, lang)))]
        for place, part in enumerate(said):
            if place:
                yield Piece(self.separator, self.separator)
            yield from part


def say(thing: Sayable, lang: Lang) -> str:
    """The text of a value in ``lang``; plain strings and whole numbers stand as they are."""
    return str(thing) if isinstance(thing, (str, int)) else thing.say(lang)


def pieces(thing: Sayable, lang: Lang) -> Iterator[Piece]:
    """What is said, piece by piece, so that a page can tell its numbers from its words."""
    if isinstance(thing, (Message, Joined)):
        yield from thing.pieces(lang)
    else:
        yield Piece(say(thing, lang), thing)


def _text(said: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in said)


def translate(text: str, lang: Lang) -> str:
    """An English text of this package in ``lang``; a text without translation stays English (a test finds it)."""
    return text if lang == "en" else _vietnamese().get(text, text)


@cache
def _vietnamese() -> dict[str, str]:
    from babel.messages.pofile import read_po

    with CATALOGUE.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale="vi") if m.id and m.string}
