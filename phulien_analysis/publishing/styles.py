"""Style sheets as a page carries them: only the rules that something on it can use, and nothing that browsers skip.

Our sheets are flat: rules, and rules inside ``@media``. A rule is left out where it names a tag, a class, an id or an
attribute that the page does not have, so what is left styles the page exactly as the whole sheet would.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from string import ascii_lowercase

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'("[^"]*")')
_NAME = re.compile(r"""
    :(?:lang|nth-[\w-]+)\([^()]*\)
  | ::?[\w-]+                      # a state or a part, which may come and go
  | \[\s*(?P<attribute>[\w-]+)[^\]]*\]
  | \.(?P<css>[\w-]+)
  | \#(?P<id>[\w-]+)
  | (?P<tag>[a-z][\w-]*)
""", re.VERBOSE)  # fmt: skip
_BLANKS = re.compile(r"(?<=[\w-])(:) | ?([;,>]) ?")
_VARIABLE = re.compile(r"--[a-z][\w-]*")
_NAMED_VALUE = re.compile(r"(--[a-z]+):[^;}]*;?")
_DENIED = re.compile(r":not\([^()]*\)|:where\([^()]*\)|:is\([^()]*\)")
"""What need not be there for a rule to hold."""


@dataclass(frozen=True)
class Rule:
    """Selectors and what holds for them; or, with ``inside``, the rules of an at-rule."""

    heads: tuple[str, ...]
    body: str
    inside: tuple[Rule, ...] = ()

    def needed(self, names: frozenset[str]) -> str:
        """The rule as far as a page with these names can use it; empty where it cannot."""
        if self.inside:
            kept = "".join(rule.needed(names) for rule in self.inside)
            return f"{self.heads[0]}{{{kept}}}" if kept else ""
        heads = [head for head in self.heads if head.startswith("@") or names_in(head) <= names]
        return f"{','.join(heads)}{{{self.body}}}" if heads else ""


def needed(sheets: tuple[Path, ...], page: str) -> str:
    """The rules of the sheets, in their order, that the page can use, as small as they go."""
    names = names_on(page)
    text = "".join(rule.needed(names) for sheet in sheets for rule in rules(sheet))
    text = _NAMED_VALUE.sub(lambda found: found[0] if f"var({found[1]})" in text else "", text)
    return _with_letters(text, frozenset(_VARIABLE.findall(page)))


def _with_letters(text: str, kept: frozenset[str]) -> str:
    """The rules with a letter for the name of each variable, but for those ``kept``: the page sets them itself."""
    names = [name for name, _ in Counter(_VARIABLE.findall(text)).most_common() if name not in kept]
    letters = dict(zip(names, (f"--{letter}" for letter in ascii_lowercase), strict=False))
    return _VARIABLE.sub(lambda found: letters.get(found[0], found[0]), text)


@cache
def rules(sheet: Path) -> tuple[Rule, ...]:
    """The rules of a style sheet."""
    return tuple(_rules(_COMMENT.sub("", sheet.read_text(encoding="utf-8"))))


def _rules(text: str) -> Iterator[Rule]:
    start = 0
    while (opened := text.find("{", start)) >= 0:
        closed = _closing(text, opened)
        head, body = _small(text[start:opened]), text[opened + 1 : closed]
        if head.startswith("@media"):
            yield Rule((head,), "", tuple(_rules(body)))
        else:
            yield Rule(tuple(_selectors(head)), _small(body))
        start = closed + 1


def _closing(text: str, opened: int) -> int:
    """Where the brace that is opened there is closed."""
    depth = 0
    for found in re.finditer(r"[{}]", text[opened:]):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return opened + found.start()
    msg = f"a brace is never closed: {text[opened - 40 : opened + 1]!r}"
    raise ValueError(msg)


def _selectors(head: str) -> list[str]:
    """A list of selectors, divided at the commas that stand in no bracket."""
    return [head] if head.startswith("@") else re.split(r",(?![^(]*\))", head)


def _small(text: str) -> str:
    """The text without what only people need; strings, and blanks around ``+`` and ``-`` in a calculation, stay."""
    parts = _STRING.split(" ".join(text.split()))
    parts[::2] = [re.sub(r"\b0(?=\.\d)", "", _BLANKS.sub(r"\1\2", part)) for part in parts[::2]]
    return "".join(parts).removesuffix(";")


@cache
def names_in(selector: str) -> frozenset[str]:
    """All that a page must have for the selector to hold: tags, ``.classes``, ``#ids`` and ``[attributes]``."""
    found = (match.groupdict() for match in _NAME.finditer(_DENIED.sub("", selector)))
    signs = {"tag": "{}", "css": ".{}", "id": "#{}", "attribute": "[{}]"}
    return frozenset(signs[kind].format(name) for one in found for kind, name in one.items() if name) - {"[open]"}


def names_on(page: str) -> frozenset[str]:
    """The names that the elements of a page have."""
    reader = _Names()
    reader.feed(page)
    return frozenset(reader.names)


class _Names(HTMLParser):
    """Collects tags, classes, ids and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.names.add(tag)
        for name, value in attrs:
            self.names.add(f"[{name}]")
            if name == "class":
                self.names.update(f".{one}" for one in (value or "").split())
            elif name == "id":
                self.names.add(f"#{value}")
