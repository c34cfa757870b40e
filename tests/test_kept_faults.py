"""Editions in a state that no run leaves by itself: staged alone, in another's place, unreadable, broken."""

import errno
import shutil
from pathlib import Path

import pytest

from phulien_analysis.publishing import editions, kept
from phulien_analysis.publishing.manifest import hashes
from phulien_analysis.publishing.site import Site
from tests.made_up import MONTH, WARD
from tests.made_up_site import World, without_kernels
from tests.test_kept_editions import in_kept, now, phulien, publish_with


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world without editions; no kernels are started."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    return World(tmp_path / "world")


@pytest.fixture
def world(empty: World) -> World:
    """A world in which two editions were shown one after the other."""
    publish_with(empty, 45)
    publish_with(empty, 40)
    return empty


@pytest.fixture
def names(world: World) -> list[str]:
    """The editions, the one that is shown last."""
    return Site(world.out).history(WARD, MONTH)


def test_the_first_edition_shown_has_none_before_it(empty: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A month that was staged, twice the same, has one line and no link, and is whole; shown again nothing changes."""
    name = publish_with(empty, 45, stage=True)
    assert empty.build(stage=True).name == name
    assert [line.act for line in Site(empty.out).journal(WARD).lines(MONTH)] == ["stage"]
    assert phulien(empty, "verify") == 0
    capsys.readouterr()
    assert phulien(empty, "publish") == 0
    assert capsys.readouterr().out == f"edition {name} of {WARD} {MONTH} is shown now\n"
    assert phulien(empty, "publish", "--edition", name) == 0
    assert capsys.readouterr().out == f"edition {name} of {WARD} {MONTH} was shown already\n"
    assert now(empty) == name


def test_verify_tells_an_edition_that_lies_in_another_months_place(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy of July's edition among those of August is told when August is asked for; July alone is whole."""
    shutil.copytree(in_kept(world, names[1]), world.out / ".editions" / WARD / "2025-08" / names[1])
    assert phulien(world, "verify", MONTH) == 0
    capsys.readouterr()
    assert phulien(world, "verify", "2025-08") == 3
    assert capsys.readouterr().out.splitlines()[0] == (
        f".editions/{WARD}/2025-08/{names[1]}: it is an edition of {WARD} {MONTH}, and lies in another's place"
    )


def test_verify_tells_a_file_that_the_disk_does_not_give(
    world: World, names: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad sector: the place and the cause are told, the other editions are looked at all the same."""
    bad = in_kept(world, names[0]) / "index.html"

    def read(folder: Path) -> dict[str, str]:
        if folder == bad.parent:
            raise OSError(errno.EIO, "Input/output error", str(bad))
        return hashes(folder)

    monkeypatch.setattr(kept, "hashes", read)
    assert phulien(world, "verify", MONTH) == 3
    assert capsys.readouterr().out.splitlines() == [
        f".editions/{WARD}/{MONTH}/{names[0]}/index.html: it cannot be read (Input/output error)",
        "1 thing(s) in 2 edition(s) of 1 ward(s) are not as they were made",
    ]


def test_prune_takes_away_what_is_no_edition_any_more(world: World, names: list[str]) -> None:
    """The older edition's manifest is broken: nothing can be done with it but take it away."""
    last = publish_with(world, 41)
    (in_kept(world, names[0]) / "manifest.json").write_text("{", "utf-8")
    assert phulien(world, "prune", "--keep", "1") == 0
    assert Site(world.out).kept(WARD, MONTH) == sorted([names[1], last])
