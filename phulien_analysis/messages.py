"""Sentences in two languages: English stands in the code, Vietnamese in ``locale/vi.po`` (GNU gettext's format).

A :class:`Message` keeps a sentence and what is put into it apart until a language is asked for, so that numbers,
periods and labels are written in that language, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")
CATALOGUE = Path(__file__).parent / "locale" / "vi.po"


def mark(text: str) -> str:
    """Mark an English text for the catalogue of messages where it stands apart from its :class:`Message`."""
    return text


class Speakable(Protocol):
    """Anything that can be written in a language: a message, a period, a label."""

    def say(self, lang: Lang) -> str:
        """The text in ``lang``."""


Sayable: TypeAlias = "Speakable | str | int"


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
        return translate(self.text, lang).format_map({k: say(v, lang) for k, v in self.values.items()})


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
        return self.separator.join(text for part in self.parts if (text := say(part, lang)))


def say(thing: Sayable, lang: Lang) -> str:
    """The text of a value in ``lang``; plain strings and whole numbers stand as they are."""
    return str(thing) if isinstance(thing, (str, int)) else thing.say(lang)


def translate(text: str, lang: Lang) -> str:
    """An English text of this package in ``lang``; a text without translation stays English (a test finds it)."""
    return text if lang == "en" else _vietnamese().get(text, text)


@cache
def _vietnamese() -> dict[str, str]:
    from babel.messages.pofile import read_po

    with CATALOGUE.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale="vi") if m.id and m.string}
