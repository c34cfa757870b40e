"""What every edition is held against before it is published: files, markup, links, and silence.

A page must be whole on its own: it loads nothing from anywhere, runs nothing, and every link in it
leads somewhere. What is found is told in full, and nothing is published.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from phulien_analysis.errors import PhulienError

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
FORBIDDEN = frozenset({"script", "iframe", "frame", "object", "embed", "applet", "base", "form"})
LOADING = frozenset(
    {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "xlink:href"}
)
LOADED_STYLE = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)
ADDRESS = re.compile(r"\bat 0x[0-9a-f]{6,}", re.IGNORECASE)
UNWORDED = {"", "No description has been provided for this image"}


@dataclass
class _Page(HTMLParser):
    """One page, read once: what it links to, what could be linked to, and what is wrong with it."""

    problems: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag: remember its ``id`` and where it leads, note what it must not do."""
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        values = {name: value or "" for name, value in attrs}
        if "id" in values and "svg" not in self.open:
            self.ids[values["id"]] += 1
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        self._note(f"<{tag}> must not be on a page", tag in FORBIDDEN)
        refresh = values.get("http-equiv", "").lower() == "refresh"
        self._note("it goes to another page by itself", refresh)
        self._note("an image has no words for who cannot see it", _is_unworded(tag, values))
        for name, value in values.items():
            self._note(f"<{tag} {name}=…> would run code", name.startswith("on"))
            self._note(f"it loads {value[:60]}", _loads(tag, name, value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself, as in drawings."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """An end: it must be that of the last tag still open."""
        if not self.open or self.open[-1] != tag:
            inside = self.open[-1] if self.open else "nothing"
            self.problems.append(f"</{tag}> in line {self.getpos()[0]} closes <{inside}>")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Text: a style sheet must not load anything."""
        if self.open and self.open[-1] == "style":
            self._note("its style sheet loads a file", bool(LOADED_STYLE.search(data)))

    def finish(self) -> None:
        """After the last line: what must be there, and be there once."""
        self.close()
        for tag, count in {"title": 1, "h1": 1, "main": 1, "html": 1}.items():
            found = self.tags[tag] if tag != "title" else min(self.tags[tag], 1)
            self._note(f"it has {found} <{tag}>, expected {count}", found != count)
        self._note(f"<{self.open[-1] if self.open else ''}> is never closed", bool(self.open))
        for name, count in self.ids.items():
            self._note(f"{count} elements have the id {name!r}", count > 1)

    def _note(self, problem: str, wrong: bool) -> None:  # noqa: FBT001
        if wrong:
            self.problems.append(problem)


def check_edition(folder: Path, expected: Iterable[str], home: str) -> None:
    """See that an edition can be published: all files there, every page whole, every link leading on.

    ``expected`` are paths inside ``folder``; ``home`` is the one path outside that pages lead to.

    Raises:
        PhulienError: says everything that is wrong, page by page.
    """
    missing = [f"{name}: it was not made" for name in expected if not (folder / name).is_file()]
    pages = {_name(path, folder): _read(path) for path in sorted(folder.rglob("*.html"))}
    files = {_name(path, folder) for path in folder.rglob("*") if path.is_file()}
    problems = [f"{name}: {problem}" for name, page in pages.items() for problem in page.problems]
    problems += [f"{name}: {text}" for name, text in _dead_links(pages, files | {home})]
    problems += [f"{name}: {text}" for name, text in _traces(folder)]
    if missing or problems:
        listed = "\n".join(f"  {line}" for line in dict.fromkeys(missing + problems))
        raise PhulienError(f"the edition is not fit to be published:\n{listed}")
