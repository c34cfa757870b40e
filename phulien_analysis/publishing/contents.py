"""What lists the editions that are shown: the site's first page, and the feeds; always made from what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from phulien_analysis.audience import audience_of
from phulien_analysis.messages import Lang, translate
from phulien_analysis.period import say_month
from phulien_analysis.publishing.durable import clear, leftovers, write_file
from phulien_analysis.publishing.feed import NAME as FEED
from phulien_analysis.publishing.feed import Entry, atom
from phulien_analysis.publishing.kept import Manifest, read_manifest
from phulien_analysis.publishing.pages import Link, site_page

HOME = "index.html"
LIST_LANGUAGE: Lang = "vi"
LANGUAGE_NAMES: Mapping[Lang, str] = {"vi": "Tiếng Việt", "en": "English"}


def write_contents(site: Path, url: str) -> None:
    """Write the feeds and then the list, which leads to them; feeds of what is shown no more go away.

    ``url`` is the address of the site, where it has one.
    """
    wards = list(_shown(site))
    written = dict(_feeds(wards, url))
    public = all(not edition["internal"] for ward in wards for edition in ward["editions"])
    written[HOME] = site_page(wards, LIST_LANGUAGE, "index, follow" if url and public else "noindex").encode()
    for name, content in written.items():
        write_file(site / name, content)
    for feed in (site / FEED, *site.glob(f"[!.]*/{FEED}")):
        if feed.relative_to(site).as_posix() not in written:
            clear(feed)
    for folder in (site, *site.glob("[!.]*/")):
        for left in leftovers(folder, rf"{re.escape(HOME)}|{re.escape(FEED)}"):
            clear(left)


def shown_links(site: Path) -> Iterator[tuple[Path, Manifest]]:
    """The links that lead to an edition of their ward and month; latest months first."""
    for link in sorted(site.glob("[!.]*/[!.]*"), reverse=True):
        manifest = read_manifest(link) if link.is_symlink() else None
        if manifest and (manifest.ward, manifest.month) == (link.parent.name, link.name):
            yield link, manifest


def _shown(site: Path) -> Iterator[Mapping[str, Any]]:
    """Wards in order of their names, each with its months, newest first."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for link, manifest in shown_links(site):
        found.setdefault((manifest.label_vi, manifest.ward), []).append(_entry(link, manifest))
    for (label, ward), editions in sorted(found.items()):
        yield {"label": label, "ward": ward, "editions": editions}


def _feeds(wards: Sequence[Mapping[str, Any]], url: str) -> Iterator[tuple[str, bytes]]:
    """A feed a ward, and one of all; entries are named by the folder that the feed stands in."""
    title = translate("Figures of the wards' monthly reports", LIST_LANGUAGE)
    for ward in wards:
        name, entries = ward["ward"], [edition["entry"] for edition in ward["editions"]]
        address = f"{url}{name}/" if url else ""
        yield f"{name}/{FEED}", atom(f"{title}: {ward['label']}", [name], entries, LIST_LANGUAGE, address)
    everything = [_from_site(edition["entry"]) for ward in wards for edition in ward["editions"]]
    if everything:
        yield FEED, atom(title, [], everything, LIST_LANGUAGE, url)


def _entry(link: Path, manifest: Manifest) -> dict[str, Any]:
    href = f"{link.parent.name}/{link.name}/"
    others = [lang for lang in manifest.inputs.languages if lang != LIST_LANGUAGE]
    hrefs = {LIST_LANGUAGE: f"{link.name}/{HOME}", **{lang: f"{link.name}/{lang}/{HOME}" for lang in others}}
    audience = audience_of(manifest.inputs.options)
    redone = audience.shows_all_findings
    return {
        "href": f"{href}{HOME}",
        "month": say_month(link.name, LIST_LANGUAGE),
        "translations": [Link(f"{href}{lang}/{HOME}", LANGUAGE_NAMES[lang], lang) for lang in others],
        "internal": not audience.is_public,
        "redone": redone,
        "entry": Entry(link.parent.name, manifest.label_vi, link.name, manifest.document.date, hrefs, redone),
    }


def _from_site(entry: Entry) -> Entry:
    """The entry of a ward's feed as the feed of all has it."""
    return replace(entry, hrefs={lang: f"{entry.ward}/{href}" for lang, href in entry.hrefs.items()})
