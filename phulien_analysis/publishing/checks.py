"""What an edition is held against before it is published: its files, its markup, and its links.

A page must be whole on its own: it loads nothing from anywhere, it runs nothing, and every link in
it leads somewhere. All that is wrong is told at once, and then nothing is published. What files say
is the matter of ``gate``.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Joined, Message, Sayable, mark

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_CELL, _POINT = {"td", "th"}, {"dt", "dd"}
IMPLIED = {
    "li": {"li"},
    **dict.fromkeys(_POINT, _POINT),
    **dict.fromkeys(_CELL, _CELL),
    "tr": _CELL | {"tr"},
    **dict.fromkeys(("thead", "tbody"), _CELL | {"tr", "thead", "tbody"}),
}
"""The elements that end where one of this name begins, or where the one around them ends."""
MAY_END = frozenset().union(*IMPLIED.values())
FORBIDDEN = {"applet", "base", "embed", "form", "frame", "iframe", "object", "script"}
BINARY = {".pdf", ".xlsx"}
DATA_BLOCK = {"type": "application/ld+json"}  # the one script that runs nothing
NAMED = {"alternate", "canonical"}  # what a link in the head only names
NOTHING, SCRIPTS = "default-src 'none'", "script-src"
LOADING = {"src", "srcset", "poster", "data", "background", "ping", "xlink:href"}
STYLE_LOADS = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)
ELSEWHERE = {"http", "https", "mailto", "tel"}
NO_WORDS = {"", "No description has been provided for this image"}  # the latter: nbconvert's
TRACES = {
    mark("the address of an object in memory"): re.compile(r"\bat 0x[0-9a-f]{6,}", re.IGNORECASE),
    mark("the folder it was built in"): re.compile(r"\.building-"),
}


def check_edition(folder: Path, expected: Iterable[str], outside: Collection[str]) -> None:
    """See that an edition can be published: every file made, every page whole, every link alive.

    ``expected`` are paths inside ``folder``; ``outside`` are the places outside that pages link to.

    Raises:
        PhulienError: all that is wrong, file by file.
    """
    texts = {
        path.relative_to(folder).as_posix(): "" if path.suffix in BINARY else path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    pages = {name: _Page(text) for name, text in texts.items() if name.endswith(".html")}
    problems = [_at(name, Message("it was not made")) for name in expected if name not in texts]
    problems += [_at(name, problem) for name, page in pages.items() for problem in page.problems]
    for name, page in pages.items():
        dead = [href for href in page.links if not _leads(name, href, pages, texts, outside)]
        problems += [_at(name, Message("the link {href!r} leads nowhere", {"href": href})) for href in dead]
    for name, text in texts.items():
        problems += [_at(name, Message("it holds {what}", {"what": Message(what)})) for what in _traces(text)]
    if problems:
        head = Message("the edition is not fit to be published, so it was not:")
        listed = {problem.say("en"): problem for problem in problems}  # the same said twice is said once
        raise PhulienError(Joined((head, *listed.values()), "\n  "))


def _at(place: Sayable, problem: Sayable) -> Joined:
    return Joined((place, problem), ": ")


def _leads(name: str, href: str, pages: Mapping[str, _Page], files: Iterable[str], outside: Collection[str]) -> bool:
    """Whether a link on page ``name`` leads to a file, to an element of a page, or elsewhere."""
    parts = urlsplit(href)
    if parts.scheme:
        return parts.scheme in ELSEWHERE
    path = unquote(parts.path)
    to = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if parts.fragment:
        return to in pages and unquote(parts.fragment) in pages[to].ids
    return to in files or to in outside


def _traces(text: str) -> Iterator[str]:
    return (what for what, pattern in TRACES.items() if pattern.search(text))


class _Page(HTMLParser):
    """A page, read once: where its links lead, what can be linked to, and what is wrong with it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.problems: list[Sayable] = []
        self.links: list[str] = []
        self.ids: Counter[str] = Counter()
        self._count: Counter[str] = Counter()
        self._open: list[str] = []
        self._policy = ""
        self.feed(text)
        self.close()
        self._finish()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag: note what it does that it must not, where it leads and what it is called."""
        while self._open and self._open[-1] in IMPLIED.get(tag, ()):
            self._open.pop()
        if tag not in VOID:
            self._open.append(tag)
        values = {name: value or "" for name, value in attrs}
        drawn = "svg" in self._open
        if not drawn:
            self._count[tag] += 1
            self.ids.update({values["id"]: 1} if "id" in values else {})
        if "href" in values and (tag == "a" or (tag == "link" and values.get("rel") in NAMED)):
            self.links.append(values["href"])
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self._policy = values.get("content", "")
        self.problems += [_at(self._line(), fault) for fault in _faults(tag, values)]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself, as those of drawings do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """An end, which must be that of the element still open, but for those that end with it."""
        while tag in self._open and self._open[-1] in MAY_END - {tag}:
            self._open.pop()
        last = self._open[-1] if self._open else ""
        if tag != last:
            names = {"tag": tag, "last": last or "–"}
            self.problems.append(_at(self._line(), Message("</{tag}> closes <{last}>", names)))
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Text; that of a style sheet must not load a file, and a block of data must be data."""
        inside = self._open[-1] if self._open else ""
        if inside == "style" and STYLE_LOADS.search(data):
            self.problems.append(Message("its style sheet loads a file"))
        if inside == "script" and not _is_json(data):
            self.problems.append(Message("its block of data is not JSON"))

    def _finish(self) -> None:
        for tag in ("html", "title", "main", "h1"):
            if self._count[tag] != 1:
                names = {"n": self._count[tag], "tag": tag}
                self.problems.append(Message("it has {n} <{tag}>, expected one", names))
        if NOTHING not in self._policy or SCRIPTS in self._policy:
            self.problems.append(Message("its Content-Security-Policy does not forbid scripts"))
        if self._open:
            self.problems.append(Message("<{tag}> is never closed", {"tag": self._open[-1]}))
        twice = {name: n for name, n in self.ids.items() if n > 1}
        self.problems += [
            Message("{n} elements have the id {name!r}", {"n": n, "name": name}) for name, n in twice.items()
        ]

    def _line(self) -> Message:
        return Message("line {n}", {"n": self.getpos()[0]})


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _faults(tag: str, values: Mapping[str, str]) -> Iterator[Message]:
    """What one tag does that none on a page may do."""
    if tag in FORBIDDEN and not (tag == "script" and values == DATA_BLOCK):
        yield Message("<{tag}> must not be on a page", {"tag": tag})
    if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
        yield Message("the page goes elsewhere by itself")
    if tag == "img" and values.get("alt", "") in NO_WORDS:
        yield Message("an image has no words for who cannot see it")
    for name, value in values.items():
        if name.startswith("on"):
            yield Message("<{tag} {name}> would run code", {"tag": tag, "name": name})
        names_only = tag in {"a", "area"} or (tag == "link" and values.get("rel") in NAMED)
        loads = name in LOADING or (name == "href" and not names_only)
        away = loads and not value.startswith(("data:", "#"))
        if away or (STYLE_LOADS.search(value) and (name == "style" or "url(" in value)):
            yield Message("<{tag} {name}> loads {value!r}", {"tag": tag, "name": name, "value": value[:80]})
