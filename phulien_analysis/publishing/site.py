"""The folder that is published: editions, the links that show one of each, and the list of them.

``<ward>/<month>`` is a link to ``.editions/<ward>/<month>/<hash>/``. An edition never changes; what
changes is the link, by a rename, so that a reader sees the old edition or the new one and nothing
between.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from filelock import FileLock, Timeout

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, translate
from phulien_analysis.period import say_month
from phulien_analysis.publishing.feed import NAME as FEED
from phulien_analysis.publishing.feed import Entry, atom
from phulien_analysis.publishing.manifest import is_intact, read_manifest
from phulien_analysis.publishing.pages import Link, site_page

HOME = "index.html"
LIST_TIMEOUT = 30
"""Seconds to wait for another run that writes the list of editions; that takes a moment."""
LIST_LANGUAGE: Lang = "vi"
LANGUAGE_NAMES: Mapping[Lang, str] = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True)
class Site:
    """A site in ``folder``, which is made when first needed; ``url`` is its address, where it has one."""

    folder: Path
    url: str = ""

    @property
    def editions(self) -> Path:
        """All editions there ever were, and what is being built."""
        return self.folder / ".editions"

    def link(self, ward: str, month: str) -> Path:
        """Where readers find a month of a ward."""
        return self.folder / ward / month

    def failed(self, ward: str, month: str) -> Path:
        """Where half-run notebooks are kept until the month is published."""
        return self.folder / ".failed" / ward / month

    def published(self, ward: str, month: str) -> Path | None:
        """The edition shown now; nothing where there is none, or somebody has changed it."""
        edition = self.link(ward, month)
        return edition.resolve() if edition.is_symlink() and is_intact(edition) else None

    @contextmanager
    def reserved(self, ward: str, month: str) -> Iterator[Path]:
        """Keep other runs of the ward out; gives a folder to build in, which is cleared away at the end.

        Raises:
            PhulienError: the site cannot be written to, the ward is being published by another run, or
                there is something of somebody else's where the link should be.
        """
        self._make_folders(ward)
        self._check_link(ward, month)
        place = self.editions / ward
        with self._lock(place, timeout=0):
            for left in place.glob(".building-*"):  # by a run that was killed
                shutil.rmtree(left)
            building = Path(tempfile.mkdtemp(prefix=f".building-{month}-", dir=place))
            try:
                yield building
            finally:
                shutil.rmtree(building)

    def publish(self, made: Path, ward: str, month: str, name: str) -> None:
        """Move a finished edition to its place under ``name``, show it, and list it."""
        edition = self.editions / ward / month / name
        edition.parent.mkdir(parents=True, exist_ok=True)
        if not is_intact(edition):
            if edition.exists():  # somebody changed it: put it where `reserved` clears away
                edition.rename(made.parent / "changed")
            made.rename(edition)
        self._show(edition, ward, month)
        self._forget_failure(ward, month)
        self.write_list()

    def write_list(self) -> None:
        """Write the page that lists the editions shown, from what there is."""
        with self._lock(self.editions, timeout=LIST_TIMEOUT):  # of two runs the later must see what both have shown
            wards = list(self._listed())
            text = site_page(wards, LIST_LANGUAGE, "index, follow" if self.url else "noindex")
            self._replace(HOME, text.encode())
            for name, feed in self._feeds(wards):
                self._replace(name, feed)

    def _replace(self, name: str, content: bytes) -> None:
        """Write a file of the site's own in one step."""
        path = self.folder / name
        new = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
        try:
            new.write_bytes(content)
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def _feeds(self, wards: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bytes]]:
        """A feed a ward, and one of all; entries are named by the folder that the feed stands in."""
        title = translate("Figures of the wards' monthly reports", LIST_LANGUAGE)
        for ward in wards:
            name, entries = ward["ward"], [edition["entry"] for edition in ward["editions"]]
            url = f"{self.url}{name}/" if self.url else ""
            yield f"{name}/{FEED}", atom(f"{title}: {ward['label']}", [name], entries, LIST_LANGUAGE, url)
        everything = [_from_site(edition["entry"]) for ward in wards for edition in ward["editions"]]
        if everything:
            yield FEED, atom(title, [], everything, LIST_LANGUAGE, self.url)

    def _forget_failure(self, ward: str, month: str) -> None:
        failed = self.failed(ward, month)
        shutil.rmtree(failed, ignore_errors=True)
        for folder in (failed.parent, failed.parent.parent):
            with suppress(OSError):  # it is not there, or still holds another's failure
                folder.rmdir()

    def _make_folders(self, ward: str) -> None:
        try:
            for folder in (self.editions / ward, self.folder / ward):
                folder.mkdir(parents=True, exist_ok=True)
                (probe := folder / f".probe-{uuid4().hex[:8]}").touch()
                probe.unlink()
        except (FileExistsError, NotADirectoryError) as error:
            wanted = Path(str(error.filename))
            found = next(path for path in (wanted, *wanted.parents) if path.exists())
            msg = f"{found} is not a folder, as it must be; name another place with --out"
            raise PhulienError(msg) from error
        except OSError as error:
            what = "make it writable, or name another place with --out"
            msg = f"cannot write to {self.folder} ({error.strerror}); {what}"
            raise PhulienError(msg) from error

    def _check_link(self, ward: str, month: str) -> None:
        link = self.link(ward, month)
        if link.exists() and not link.is_symlink():
            what = "a folder" if link.is_dir() else "a file"
            msg = f"{link} is {what}, expected a link to an edition; move it away, nothing was touched"
            raise PhulienError(msg)
        for name in (HOME, FEED):
            if (self.folder / name).is_dir():
                msg = f"{self.folder / name} is a folder, where the site has a file; move it away, nothing was touched"
                raise PhulienError(msg)

    @contextmanager
    def _lock(self, place: Path, timeout: float) -> Iterator[None]:
        holder = place / ".lock-holder"
        try:
            with FileLock(place / ".lock", timeout=timeout):
                holder.write_text(f"process {os.getpid()}", encoding="utf-8")
                try:
                    yield
                finally:
                    holder.unlink(missing_ok=True)
        except Timeout as error:
            who = holder.read_text(encoding="utf-8") if holder.exists() else "another process"
            what = "" if place == self.editions else f"{place.name} in "
            msg = f"{who} is publishing {what}{self.folder}; run again when it has finished"
            raise PhulienError(msg) from error

    def _show(self, edition: Path, ward: str, month: str) -> None:
        link = self.link(ward, month)
        new = link.with_name(f".{month}.{uuid4().hex[:8]}")
        try:
            new.symlink_to(os.path.relpath(edition, link.parent), target_is_directory=True)
            new.replace(link)
        except OSError as error:
            with suppress(OSError):
                new.unlink()
            msg = f"cannot make {link} a link ({error.strerror}); name a place that can have links"
            raise PhulienError(msg) from error

    def _listed(self) -> Iterator[Mapping[str, Any]]:
        """Wards in order of their names, each with its months, newest first."""
        found: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for link in sorted(self.folder.glob("[!.]*/[!.]*"), reverse=True):
            manifest = read_manifest(link) if link.is_symlink() else None
            if manifest:
                found.setdefault((str(manifest["label_vi"]), link.parent.name), []).append(_entry(link, manifest))
        for (label, ward), editions in sorted(found.items()):
            yield {"label": label, "ward": ward, "editions": editions}


def _entry(link: Path, manifest: Mapping[str, Any]) -> dict[str, Any]:
    href = f"{link.parent.name}/{link.name}/"
    others = [lang for lang in manifest["inputs"]["languages"] if lang != LIST_LANGUAGE]
    hrefs = {LIST_LANGUAGE: f"{link.name}/{HOME}", **{lang: f"{link.name}/{lang}/{HOME}" for lang in others}}
    day = str(manifest["document"]["date"])
    return {
        "href": f"{href}{HOME}",
        "month": say_month(link.name, LIST_LANGUAGE),
        "translations": [Link(f"{href}{lang}/{HOME}", LANGUAGE_NAMES[lang], lang) for lang in others],
        "entry": Entry(link.parent.name, str(manifest["label_vi"]), link.name, day, hrefs),
    }


def _from_site(entry: Entry) -> Entry:
    """The entry of a ward's feed as the feed of all has it."""
    return replace(entry, hrefs={lang: f"{entry.ward}/{href}" for lang, href in entry.hrefs.items()})
