"""What is done with editions that are there: one is shown, gone back to, or cleared away.

Each is done under the lock of the ward, after what a killed run left was taken up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from phulien_analysis.audience import INTERNAL
from phulien_analysis.errors import NotFoundError, PhulienError, hint
from phulien_analysis.messages import Message, Sayable, mark
from phulien_analysis.publishing.contents import shown_links
from phulien_analysis.publishing.durable import sync
from phulien_analysis.publishing.kept import LaterVersionError, Manifest, damage, open_manifest, read_manifest
from phulien_analysis.publishing.replacing import audience_in, require_replaceable
from phulien_analysis.publishing.site import Site

ALL = "all"
"""Stands for every ward."""
KEEP = 3
"""How many of the latest editions of a month are kept, if nothing else is said."""


@dataclass(frozen=True)
class Switch:
    """A month of a ward that another edition was shown of than before."""

    ward: str
    month: str
    before: str | None
    now: str


@dataclass(frozen=True)
class Kept:
    """One edition that is kept: its place in the order of acts, whether it is shown or staged, and its manifest."""

    ward: str
    month: str
    name: str
    shown: bool
    staged: bool
    time: str
    manifest: Manifest | None


def open_site(folder: Path) -> Site:
    """The site in a folder, with the address that its editions were made for.

    Raises:
        NotFoundError: there is none.
    """
    site = Site(folder)
    if not site.editions.is_dir():
        raise NotFoundError(Message("there is no site in {folder}; name it with --out", {"folder": str(folder)}))
    urls = (manifest.inputs.options.get("url", "") for _, manifest in shown_links(folder))
    return Site(folder, next(filter(None, urls), ""))


def chosen_wards(site: Site, ward: str) -> list[str]:
    """The ward, or all that have editions; :class:`NotFoundError` where the site has none of that name."""
    known = site.wards()
    if ward == ALL:
        return known
    if ward not in known:
        values: dict[str, Sayable] = {"ward": ward, "folder": str(site.folder), "hint": hint(ward, known)}
        raise NotFoundError(Message("there are no editions of ward {ward!r} in {folder}{hint}", values))
    return [ward]


def chosen_month(site: Site, ward: str, month: str | None) -> str:
    """The month, or the latest that has editions; :class:`NotFoundError` where the ward has none of it."""
    known = sorted({one for name in chosen_wards(site, ward) for one in site.months(name)})
    if not known or month not in (None, *known):
        values: dict[str, Sayable] = {"ward": ward, "month": month or "", "hint": hint(month or "", known)}
        of_all, of_one = (
            mark("there are no editions of {month}{hint}"),
            mark("there are no editions of {ward} {month}{hint}"),
        )
        raise NotFoundError(Message(of_all if ward == ALL else of_one, values))
    return month or known[-1]


def kept_editions(site: Site, ward: str, month: str) -> list[Kept]:
    """All editions of a month in the order in which they were last made or shown, the latest first."""
    journal, shown = site.journal(ward), site.shown(ward, month)
    staged, times = journal.staged(month), {line.edition: line.time for line in journal.lines(month)}
    return [
        Kept(ward, month, name, name == shown, name == staged, times.get(name, ""), _manifest(site, ward, month, name))
        for name in reversed(journal.in_order(month, site.kept(ward, month)))
    ]


def publish_kept(site: Site, ward: str, month: str, wanted: str | None = None, *, forced: bool = False) -> Switch:
    """Show an edition that is there: the one that was staged last, or one named by how its name begins.

    ``forced``: also an internal one in the place of a public one.

    Raises:
        PhulienError: there is none such, or it is not intact.
    """
    with site.reserved(ward, month, "phulien publish"):
        name = _staged(site, ward, month) if wanted is None else _named(site, ward, month, wanted)
        return _switch(site, ward, month, name, forced=forced)


def roll_back(site: Site, ward: str, month: str, *, forced: bool = False) -> Switch:
    """Show the edition again that was shown before the one that is shown now; ``forced`` as in ``publish_kept``.

    Raises:
        PhulienError: there is none, or it is not intact any more.
    """
    with site.reserved(ward, month, "phulien rollback"):
        shown = site.history(ward, month)
        values: dict[str, Sayable] = {"ward": ward, "month": month, "edition": shown[-1] if shown else ""}
        if len(shown) < 2:
            text = mark("of {ward} {month} no other edition was shown before; there is none to go back to")
            raise PhulienError(Message(text, values))
        if shown[-2] not in site.kept(ward, month):
            text = mark(
                "edition {edition}, which was shown before, is no longer kept; "
                "phulien list --editions says which are, phulien publish --edition shows one"
            )
            raise PhulienError(Message(text, {**values, "edition": shown[-2]}))
        return _switch(site, ward, month, shown[-2], back=True, forced=forced)


def prunable(site: Site, ward: str, month: str, keep: int = KEEP) -> list[str]:
    """Editions of a month that may go: not shown, not the one that a rollback goes to, not staged, not of the last."""
    journal = site.journal(ward)
    order = journal.in_order(month, site.kept(ward, month))
    needed = {*site.history(ward, month)[-2:], journal.staged(month), *order[max(len(order) - keep, 0) :]}
    return [name for name in order if name not in needed and not _is_of_later_version(site, ward, month, name)]


def prune(site: Site, ward: str, month: str, keep: int = KEEP) -> Iterator[str]:
    """Take away the editions that may go, and tell each; one is gone in one step, and never half there."""
    with site.reserved(ward, month, "phulien prune") as away:
        for name in prunable(site, ward, month, keep):
            edition = site.edition(ward, month, name)
            edition.rename(away / name)
            sync(edition.parent)
            site.journal(ward).add("prune", month, name)
            yield name


def _switch(site: Site, ward: str, month: str, name: str, *, back: bool = False, forced: bool = False) -> Switch:
    fault = next(damage(site.edition(ward, month, name)), None)
    if fault:
        values: dict[str, Sayable] = {"edition": name, "ward": ward, "month": month, "fault": fault}
        text = mark("edition {edition} of {ward} {month} is not intact ({fault}); what was shown stays")
        raise PhulienError(Message(text, values))
    before = site.shown(ward, month)
    shown = _manifest(site, ward, month, before) if before else None
    audience = audience_in(_manifest(site, ward, month, name))
    require_replaceable(shown, audience or INTERNAL, site.link(ward, month), forced=forced)
    site.show(ward, month, name, "rollback" if back else "publish")
    return Switch(ward, month, before, name)


def _staged(site: Site, ward: str, month: str) -> str:
    name = site.journal(ward).staged(month)
    if name is None or name not in site.kept(ward, month):
        values: dict[str, Sayable] = {"ward": ward, "month": month}
        text = mark(
            "no edition of {ward} {month} is staged; phulien run --stage makes one, --edition names one that is kept"
        )
        raise NotFoundError(Message(text, values))
    return name


def _named(site: Site, ward: str, month: str, wanted: str) -> str:
    known = site.kept(ward, month)
    found = [name for name in known if wanted and name.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    values: dict[str, Sayable] = {
        "edition": wanted,
        "ward": ward,
        "month": month,
        "count": len(found),
        "known": ", ".join(known),
    }
    text = mark("{count} editions of {ward} {month} begin with {edition!r}, expected one; there are: {known}")
    raise NotFoundError(Message(text, values))


def _manifest(site: Site, ward: str, month: str, name: str) -> Manifest | None:
    return read_manifest(site.edition(ward, month, name))


def _is_of_later_version(site: Site, ward: str, month: str, name: str) -> bool:
    try:
        open_manifest(site.edition(ward, month, name))
    except LaterVersionError:
        return True
    except PhulienError:
        return False
    return False
