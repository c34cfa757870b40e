"""Whether everything on the disk is what the manifests say: editions, shown or not, links, and what lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from phulien_analysis.messages import Message
from phulien_analysis.publishing.contents import HOME, shown_links
from phulien_analysis.publishing.feed import NAME as FEED
from phulien_analysis.publishing.kept import EDITION, Damage, damage, read_manifest
from phulien_analysis.publishing.site import MONTH_FORM, Site

LISTED = re.compile(rf"""href=["'](?:[^"']*/)?({MONTH_FORM})/{re.escape(HOME)}["']""")
"""A link of a list or feed to a month's first page in Vietnamese."""
LISTED_WARD = re.compile(rf"""href=["'](?:[^"']*/)?([^"'/]+/{MONTH_FORM})/{re.escape(HOME)}["']""")
"""The same, with the ward before it."""


def verify(site: Site, wards: Sequence[str], month: str | None = None) -> Iterator[Damage]:
    """All that is not as it was made, of these wards, and of one month if it is named; places are paths in the site."""
    for ward in wards:
        for one in site.months(ward):
            if month in (None, one):
                yield from _editions(site, ward, one)
                yield from _link(site, ward, one)
    yield from _contents(site)


def _editions(site: Site, ward: str, month: str) -> Iterator[Damage]:
    """Every edition of a month, and what else lies where only editions should."""
    folder = site.edition(ward, month, "")
    for path in sorted(folder.iterdir()):
        place = path.relative_to(site.folder)
        if path.is_symlink() or not path.is_dir() or not EDITION.fullmatch(path.name):
            yield Damage(place, Message("it is not an edition; no run made it"))
            continue
        manifest = read_manifest(path)
        if manifest and (manifest.ward, manifest.month) != (ward, month):
            values = {"ward": manifest.ward, "month": manifest.month}
            yield Damage(place, Message("it is an edition of {ward} {month}, and lies in another's place", values))
        for fault in damage(path):
            yield Damage(place / fault.place, fault.what)


def _link(site: Site, ward: str, month: str) -> Iterator[Damage]:
    """The link that shows a month; there need be none where nothing was ever shown."""
    link = site.link(ward, month)
    place = link.relative_to(site.folder)
    if link.is_symlink():
        if site.shown(ward, month) is None:
            values = {"target": str(link.readlink())}
            yield Damage(place, Message("the link leads to {target}, which is no edition of the month", values))
    elif link.exists():
        yield Damage(place, Message("it is not a link, and shows none of the editions"))
    elif shown := site.journal(ward).shown(month):
        values = {"edition": shown[-1]}
        yield Damage(place, Message("the link is gone; edition {edition} was shown", values))


def _contents(site: Site) -> Iterator[Damage]:
    """Whether list and feeds name what is shown, all of it and nothing else."""
    shown = {(link.parent.name, link.name) for link, _ in shown_links(site.folder)}
    if not shown and not (site.folder / HOME).exists():
        return  # all that there is is staged: no list was written yet
    yield from _listing(site, HOME, LISTED_WARD, {f"{ward}/{month}" for ward, month in shown})
    if shown:
        yield from _listing(site, FEED, LISTED_WARD, {f"{ward}/{month}" for ward, month in shown})
    for ward in sorted({ward for ward, _ in shown}):
        months = {month for one, month in shown if one == ward}
        yield from _listing(site, f"{ward}/{FEED}", LISTED, months)


def _listing(site: Site, name: str, listed: re.Pattern[str], shown: set[str]) -> Iterator[Damage]:
    try:
        text = (site.folder / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        yield Damage(Path(name), Message("it is not there, or cannot be read; the next run makes it anew"))
        return
    if set(listed.findall(text)) != shown:
        yield Damage(Path(name), Message("it does not list what is shown; the next run makes it anew"))


def count_editions(site: Site, wards: Sequence[str], month: str | None = None) -> int:
    """How many editions are kept of these wards, and of one month if it is named."""
    months = ((ward, one) for ward in wards for one in site.months(ward) if month in (None, one))
    return sum(len(site.kept(ward, one)) for ward, one in months)
