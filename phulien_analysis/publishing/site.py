"""The folder that is published: editions, the links that show one of each, and the list of them.

``<ward>/<month>`` is a link to ``.editions/<ward>/<month>/<hash>/``. An edition never changes; what
changes is the link, by a rename, so that a reader sees the old edition or the new one and nothing
between. The steps of publishing are put on the disk in this order: the edition, the link, the journal, the list;
what is missing after a crash the next run adds.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from phulien_analysis.endings import undisturbed
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, mark
from phulien_analysis.publishing.contents import HOME, LANGUAGE_NAMES, write_contents
from phulien_analysis.publishing.diskfaults import disk_fault
from phulien_analysis.publishing.durable import clear, leftovers, make_folder, place, switch_link
from phulien_analysis.publishing.feed import NAME as FEED
from phulien_analysis.publishing.journal import Act, Journal
from phulien_analysis.publishing.kept import EDITION, is_intact, read_manifest
from phulien_analysis.publishing.locks import held

__all__ = ["HOME", "LANGUAGE_NAMES", "Site"]

LIST_TIMEOUT = 30
"""Seconds to wait for another run that writes the list of editions; that takes a moment."""
RUN = "phulien run"
MONTH_FORM = r"[12][0-9]{3}-[01][0-9]"


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

    def edition(self, ward: str, month: str, name: str) -> Path:
        """Where an edition lies, shown or not."""
        return self.editions / ward / month / name

    def journal(self, ward: str) -> Journal:
        """What was done with the editions of a ward."""
        return Journal(self.editions / ward)

    def wards(self) -> list[str]:
        """Wards that have editions."""
        return sorted(path.name for path in self.editions.glob("[!.]*/"))

    def months(self, ward: str) -> list[str]:
        """Months of a ward that have editions, the oldest first."""
        folders = (path.name for path in (self.editions / ward).glob("[!.]*/"))
        return sorted(name for name in folders if re.fullmatch(MONTH_FORM, name))

    def kept(self, ward: str, month: str) -> list[str]:
        """The names of all editions of a month, shown or not, whole or not."""
        folder = self.editions / ward / month
        return sorted(path.name for path in folder.glob("*") if EDITION.fullmatch(path.name) and path.is_dir())

    def shown(self, ward: str, month: str) -> str | None:
        """The name of the edition that the link leads to, whole or not; nothing where it leads to none of ours."""
        link = self.link(ward, month)
        if not link.is_symlink():
            return None
        target = link.resolve()
        known = target.parent == self.edition(ward, month, "").resolve() and target.name in self.kept(ward, month)
        return target.name if known else None

    def history(self, ward: str, month: str) -> list[str]:
        """The editions shown one after the other, without what was rolled back; the last is shown now."""
        told, shown = self.journal(ward).shown(month), self.shown(ward, month)
        return [*told, shown] if shown and told[-1:] != [shown] else told

    def published(self, ward: str, month: str) -> Path | None:
        """The edition shown now; nothing where there is none, or somebody has changed it."""
        name = self.shown(ward, month)
        edition = self.edition(ward, month, name or "").resolve()
        return edition if name and is_intact(edition) else None

    def made_from(self, ward: str, month: str, key: str) -> str | None:
        """The name of an edition that is whole and was made from the inputs with this key."""
        for name in self.kept(ward, month):
            edition = self.edition(ward, month, name)
            manifest = read_manifest(edition)
            if manifest and manifest.key == key and is_intact(edition):
                return name
        return None

    @contextmanager
    def reserved(self, ward: str, month: str, command: str = RUN) -> Iterator[Path]:
        """Keep other runs of the ward out; gives a folder to build in, which is cleared away at the end.

        Raises:
            PhulienError: the site cannot be written to, the ward is being published by another run, or
                there is something of somebody else's where the link should be.
        """
        with self._disk_faults():
            self._make_folders(ward)
            self._check_link(ward, month)
            with held(self.editions / ward, command):
                building = self.editions / ward / f".building-{month}-{uuid4().hex[:8]}"
                try:
                    with undisturbed():
                        self._take_up(ward, month)
                        building.mkdir(mode=0o700)
                    yield building
                finally:
                    with undisturbed():
                        clear(building)

    def keep(self, made: Path, ward: str, month: str, name: str) -> None:
        """Move a finished edition to its place under ``name``, whole and on the disk; nothing is shown yet."""
        edition = self.edition(ward, month, name)
        make_folder(edition.parent)
        if not is_intact(edition):
            place(made, edition)

    def show(self, ward: str, month: str, name: str, act: Act = "publish") -> None:
        """Show an edition that is in its place; put that down in the journal, and list it."""
        link, before = self.link(ward, month), self.shown(ward, month)
        if name != before:
            try:
                switch_link(link, os.path.relpath(self.edition(ward, month, name), link.parent))
            except OSError as error:
                values = {"link": str(link), "cause": error.strerror or str(error)}
                text = mark("cannot make {link} a link ({cause}); name a place that can have links")
                raise PhulienError(Message(text, values)) from error
            self.journal(ward).add(act, month, name)
        self._forget_failure(ward, month)
        self.write_list()

    def stage(self, ward: str, month: str, name: str) -> None:
        """Put down that an edition in its place is to be looked at; nothing that is shown changes."""
        if self.journal(ward).staged(month) != name:
            self.journal(ward).add("stage", month, name)
        self._forget_failure(ward, month)

    def publish(self, made: Path, ward: str, month: str, name: str) -> None:
        """Move a finished edition to its place under ``name``, show it, and list it."""
        with undisturbed():
            self.keep(made, ward, month, name)
            self.show(ward, month, name)

    def write_list(self) -> None:
        """Write the page that lists the editions shown, and the feeds, from what there is."""
        with undisturbed(), self._disk_faults(), held(self.editions, RUN, timeout=LIST_TIMEOUT):
            write_contents(self.folder, self.url)  # of two runs the later must see what both have shown

    def _take_up(self, ward: str, month: str) -> None:
        """Clear away what a run left that was killed, and put down what it showed without writing it down."""
        (probe := self.folder / ward / f".probe.{uuid4().hex[:8]}").touch()
        probe.unlink()
        for left in (
            *(self.editions / ward).glob(".building-*"),
            *leftovers(self.folder / ward, rf"{MONTH_FORM}|probe"),
        ):
            clear(left)
        history, told = self.history(ward, month), self.journal(ward).shown(month)
        if len(history) > len(told):
            back = history[-1] in told  # somebody went back, and was ended before the line was there
            self.journal(ward).add("rollback" if back else "found", month, history[-1])

    def _forget_failure(self, ward: str, month: str) -> None:
        failed = self.failed(ward, month)
        shutil.rmtree(failed, ignore_errors=True)
        for folder in (failed.parent, failed.parent.parent):
            with suppress(OSError):  # it is not there, or still holds another's failure
                folder.rmdir()

    @contextmanager
    def _disk_faults(self) -> Iterator[None]:
        """What the disk refuses in here is an error for people."""
        try:
            yield
        except OSError as error:
            raise disk_fault(error, self.folder) from error

    def _make_folders(self, ward: str) -> None:
        try:
            for folder in (self.editions / ward, self.folder / ward):
                make_folder(folder)
        except (FileExistsError, NotADirectoryError) as error:
            wanted = Path(str(error.filename))
            found = next(path for path in (wanted, *wanted.parents) if path.exists())
            text = mark("{place} is not a folder, as it must be; name another place with --out")
            raise PhulienError(Message(text, {"place": str(found)})) from error

    def _check_link(self, ward: str, month: str) -> None:
        link = self.link(ward, month)
        if link.exists() and not link.is_symlink():
            kind = mark("{place} is a folder, expected a link to an edition; move it away, nothing was touched")
            other = mark("{place} is a file, expected a link to an edition; move it away, nothing was touched")
            raise PhulienError(Message(kind if link.is_dir() else other, {"place": str(link)}))
        for name in (HOME, FEED):
            place = self.folder / name
            if place.is_dir():
                text = mark("{place} is a folder, where the site has a file; move it away, nothing was touched")
                raise PhulienError(Message(text, {"place": str(place)}))
