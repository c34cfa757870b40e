"""``report.html``: all pages of an edition in one file, to be mailed or printed.

Each page becomes a section; what it is called and linked by is made unique by the page's name. Links between pages lead
inside the file; what leads to other files of the edition stays as words, for a mailed file has no neighbours. A finding
stands once, in the chapter of its topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

HEADING = re.compile(r"^h[1-6]$")
LOWEST = 6
NAMING = ("aria-labelledby", "aria-describedby", "headers", "for")
REFERRING = ("href", "xlink:href")
REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")]{1,200})['\"]?\s*\)")
FINDINGS = "findings.html"
LEFT_OUT = "details.code, p.turn, p.way:has(a[href^='figures.html'])"


@dataclass(frozen=True)
class Chapter:
    """One page in the booklet: its name there, its title, and its content as HTML."""

    name: str
    title: str
    content: str


def chapters(pages: Mapping[str, tuple[str, str]]) -> list[Chapter]:
    """The chapters of pages: file name to title and content, in their order."""
    names = {href: href.removesuffix(".html") for href in pages}
    made = {href: BeautifulSoup(content, "html.parser") for href, (_, content) in pages.items()}
    _tell_once(made)
    for href, soup in made.items():
        _fit(soup, pages[href][0], names, href)
    named = {name for soup in made.values() for tag in soup.find_all(True) for name in _named(tag)}
    for soup in made.values():
        for tag in soup.find_all(id=lambda name: bool(name) and name not in named):
            del tag["id"]  # nothing leads there
    return [Chapter(names[href], title, str(made[href]).strip()) for href, (title, _) in pages.items()]


def _tell_once(made: Mapping[str, BeautifulSoup]) -> None:
    """Leave to each topic's chapter what that of all findings would repeat; those only counted there are told there."""
    every = made.get(FINDINGS)
    for way in [way for soup in made.values() for way in soup.select(f"p.way:has(a[href^='{FINDINGS}#'])")]:
        topic = way.select_one("a[href]")
        heading = every and topic and every.find("h2", id=str(topic["href"]).partition("#")[2])
        if heading:
            _move(heading, way)


def _move(heading: Tag, way: Tag) -> None:
    """Bring the findings below a heading to the page that has the way to them, as far as it does not tell them."""
    root = list(way.parents)[-1]
    here = {str(point["id"]) for point in root.select("li.finding[id]")}
    for part in _below(heading):
        for point in part.select("li.finding[id]"):
            if point["id"] in here:
                point.decompose()
        if part.select_one("li"):
            way.insert_before(part.extract())
        else:
            part.decompose()
    heading.decompose()
    way.decompose()


def _below(heading: Tag) -> list[Tag]:
    """What stands between a heading and the next."""
    return list(takewhile(lambda tag: tag.name != heading.name, heading.find_next_siblings(True)))


def _fit(soup: BeautifulSoup, title: str, names: Mapping[str, str], href: str) -> None:
    for left_out in soup.select(LEFT_OUT):
        left_out.decompose()
    for heading in soup.find_all(HEADING):
        heading.name = f"h{min(int(heading.name[1]) + 1, LOWEST)}"
    for region in soup.find_all(role="region"):
        region["aria-label"] = f"{title}: {region.get('aria-label', '')}"  # the same table may stand in two chapters
    for tag in soup.find_all(True):
        _rename(tag, names[href])
    for link in soup.find_all("a", href=True):
        _lead_inside(link, names, href)


def _named(tag: Tag) -> Iterator[str]:
    """The names of elements that an element refers to."""
    for attribute in NAMING:
        yield from _words(tag.get(attribute) or "")
    for attribute, value in tag.attrs.items():
        yield from REFERENCE.findall(str(value))
        if attribute in REFERRING and str(value).startswith("#"):
            yield str(value)[1:]


def _rename(tag: Tag, name: str) -> None:
    """Make what an element is called, and what it refers to on its page, unique in the booklet."""
    if tag.get("id"):
        tag["id"] = _inside(name, str(tag["id"]))
    for attribute in NAMING:
        if tag.get(attribute):
            tag[attribute] = " ".join(_inside(name, one) for one in _words(tag[attribute]))
    for attribute in REFERRING:
        if tag.name != "a" and str(tag.get(attribute, "")).startswith("#"):
            tag[attribute] = f"#{_inside(name, str(tag[attribute])[1:])}"
    for attribute, value in tag.attrs.items():
        if "url(" in str(value):
            tag[attribute] = REFERENCE.sub(lambda found: f"url(#{_inside(name, found[1])})", str(value))


def _words(value: str | Iterable[str]) -> Iterable[str]:
    return value.split() if isinstance(value, str) else value


def _inside(name: str, anchor: str) -> str:
    return f"{name}--{anchor}"


def _lead_inside(link: Tag, names: Mapping[str, str], href: str) -> None:
    """A link to a page of the edition leads into the booklet, one to another file becomes words."""
    parts = urlsplit(str(link["href"]))
    to = parts.path or href
    if parts.scheme:
        return
    if to in names:
        link["href"] = f"#{_inside(names[to], parts.fragment) if parts.fragment else names[to]}"
    else:
        link.unwrap()
