"""The site's Atom feed (RFC 4287): an entry a published month, and a feed a ward.

Ids come from ward and month alone and never change; dates come from the data, not from the clock: an entry was updated
when its document was dated, if that is known and later than the last day of its month, else on that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from phulien_analysis.messages import Lang, Message, mark, translate
from phulien_analysis.period import month_period, say_month

NAME = "feed.xml"
MEDIA_TYPE = "application/atom+xml"
ATOM = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
GENERATOR = "phulien_analysis"


@dataclass(frozen=True)
class Entry:
    """A published month: ``hrefs`` leads to its page in each language, the feed's own first.

    ``redone`` says whether it tells the calculations redone.
    """

    ward: str
    label: str
    month: str
    document_date: str
    hrefs: Mapping[Lang, str]
    redone: bool = True

    @property
    def updated(self) -> date:
        """The day that the entry speaks of, by the data."""
        last_day = month_period(self.month).end
        try:
            return max(last_day, date.fromisoformat(self.document_date))
        except ValueError:
            return last_day


def stable_id(*names: str) -> str:
    """An id that depends on nothing but the names."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, '/'.join((GENERATOR, *names)))}"


def atom(title: str, names: Sequence[str], entries: Sequence[Entry], lang: Lang, url: str = "") -> bytes:
    """A feed with these entries; ``names`` say which feed it is, ``url`` is the address of its folder, if known."""
    root = etree.Element(f"{{{ATOM}}}feed", {LANG: str(lang)}, nsmap={None: ATOM})  # type: ignore[dict-item]  # None: the default
    _add(root, "id", stable_id("feed", *names))
    _add(root, "title", title)
    _add(root, "updated", _moment(max(entry.updated for entry in entries)))
    _link(root, "self", url + NAME, type=MEDIA_TYPE)
    _add(etree.SubElement(root, f"{{{ATOM}}}author"), "name", GENERATOR)
    _add(root, "generator", GENERATOR)
    for entry in sorted(entries, key=lambda one: (one.updated, one.month, one.ward), reverse=True):
        _add_entry(root, entry, lang, url)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text


def _add_entry(root: Any, entry: Entry, lang: Lang, url: str) -> None:  # noqa: ANN401 - lxml's own kind
    node = etree.SubElement(root, f"{{{ATOM}}}entry")
    names = {"ward": entry.label, "month": say_month(entry.month, lang)}
    _add(node, "id", stable_id(entry.ward, entry.month))
    _add(node, "title", Message("{ward}, {month}", names).say(lang))
    _add(node, "updated", _moment(entry.updated))
    for language, href in entry.hrefs.items():
        _link(node, "alternate", url + href, type="text/html", hreflang=language)
    redone = mark("The figures of the month's report, and its calculations redone.")
    _add(node, "summary", translate(redone if entry.redone else mark("The figures of the month's report."), lang))


def _add(parent: Any, name: str, text: str) -> None:  # noqa: ANN401 - lxml's own kind
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: Any, rel: str, href: str, **about: str) -> None:  # noqa: ANN401 - lxml's own kind
    etree.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, **about})


def _moment(day: date) -> str:
    """The beginning of a day in Vietnam."""
    return f"{day.isoformat()}T00:00:00+07:00"
