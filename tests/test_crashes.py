"""Whatever step of publishing fails, and wherever the program is killed: the site is the old one or the new, whole."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from phulien_analysis.errors import PhulienError
from phulien_analysis.publishing import editions, keeping
from phulien_analysis.publishing.site import Site
from tests.broken_disk import BrokenDisk, Killed
from tests.made_up import MONTH, WARD
from tests.made_up_site import FIGURES, World, without_kernels
from tests.site_checker import check, shown

MEMORY = Path("/dev/shm")  # noqa: S108 - Linux keeps it in memory
ERRORS = (errno.ENOSPC, errno.EIO)


@dataclass(frozen=True)
class Ready:
    """A site that shows ``old``, after ``older``; and a third edition, ``new``, that lies ready in ``made``."""

    folder: Path
    older: str
    old: str
    new: str

    @property
    def made(self) -> Path:
        """The third edition, as a run has it before it is published."""
        return self.folder / "made"

    def site(self, folder: Path) -> Site:
        """A copy of the site."""
        return Site(Path(shutil.copytree(self.folder / "site", folder / "site", symlinks=True, copy_function=copied)))


def copied(file: str, to: str) -> None:
    """Copy a file; one of an edition, which never changes, is the same file under another name."""
    (os.link if Path(file).parents[1].name == MONTH else shutil.copyfile)(file, to)


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory, where the system has that: a thousand sites are made and taken away again."""
    if not MEMORY.is_dir():
        yield tmp_path_factory.mktemp("memory")
        return
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def ready(memory: Path) -> Ready:
    """Made once; no test changes it."""
    world = World(memory / "world")
    names = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        for amount in (45, 40, 42):
            world.write_month(*FIGURES[:2], f"part-b actual {MONTH} {amount} million-dong")
            names.append(world.build(stage=amount == 42).name)
    journal = world.out / ".editions" / WARD / "journal.jsonl"
    journal.write_text("".join(journal.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")
    (world.out / ".editions" / WARD / MONTH / names[2]).rename(world.folder / "made")
    return Ready(world.folder, *names)


def publish(site: Site, ready: Ready) -> None:
    """What a run does with an edition that is finished."""
    with site.reserved(WARD, MONTH) as building:
        shutil.copytree(ready.made, building / "edition")
        site.publish(building / "edition", WARD, MONTH, ready.new)


def publish_first(site: Site, ready: Ready) -> None:
    """The same, where nothing was ever published."""
    publish(site, ready)


def mend(site: Site, ready: Ready) -> None:
    """The edition that is shown was damaged, and is put in its place again."""
    with site.reserved(WARD, MONTH) as building:
        shutil.copytree(ready.folder / "site" / WARD / MONTH, building / "edition")
        site.publish(building / "edition", WARD, MONTH, ready.old)


def roll_back(site: Site, ready: Ready) -> None:
    """Back to the edition before, if that is not shown yet; and what any run does at its end."""
    if site.shown(WARD, MONTH) != ready.older:
        keeping.roll_back(site, WARD, MONTH)
    with site.reserved(WARD, MONTH):
        site.write_list()


def prune(site: Site, _ready: Ready) -> None:
    """The oldest edition is taken away."""
    list(keeping.prune(site, WARD, MONTH, 0))


def before(site: Site, act: Callable[[Site, Ready], None], ready: Ready) -> Site:
    """The site as an act finds it."""
    if act is publish_first:
        shutil.rmtree(site.folder)
    if act is mend:
        (site.folder / WARD / MONTH / "index.html").unlink()
    if act is prune:
        publish(site, ready)
    return site


ACTS: dict[Callable[[Site, Ready], None], str] = {
    publish: "new",
    publish_first: "new",
    mend: "old",
    roll_back: "older",
    prune: "new",
}
"""Each act, and what is shown after it."""


@pytest.mark.parametrize("failure", ["refused", "killed"])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_at_every_step_the_site_is_the_old_one_or_the_new(
    ready: Ready,
    memory: Path,
    act: Callable[[Site, Ready], None],
    failure: str,
    record_property: Callable[[str, object], None],
) -> None:
    """The step fails, or the program is killed in it; then the next run makes the site what it should be."""
    site = before(ready.site(memory / "whole"), act, ready)
    with BrokenDisk(site.folder) as disk:
        act(site, ready)
    shutil.rmtree(memory / "whole")
    steps = disk.steps
    assert steps > 15
    record_property("steps", steps)
    for at in range(1, steps + 1):
        site = before(ready.site(memory / f"{at}"), act, ready)
        was = shown(site.folder)
        error = ERRORS[at % 2] if failure == "refused" else None
        with BrokenDisk(site.folder, at, error), suppress(PhulienError, Killed):
            act(site, ready)
        damaged = act is mend and shown(site.folder) == was and not site.published(WARD, MONTH)
        assert damaged or check(site.folder, crashed=True) == [], at
        wanted = {(WARD, MONTH): getattr(ready, ACTS[act])}
        assert shown(site.folder) in (was, wanted), at
        act(site, ready)
        assert (shown(site.folder), check(site.folder)) == (wanted, []), at
        shutil.rmtree(site.folder)
