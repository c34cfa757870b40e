import json
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from filelock import FileLock

from phulien_analysis import views
from phulien_analysis.errors import NotebookError, PhulienError
from phulien_analysis.publishing import editions
from phulien_analysis.publishing.manifest import read_inputs, take_snapshot
from tests.made_up import MONTH, WARD, write_rows
from tests.made_up_site import FIGURES, JOURNAL, NOTEBOOKS, PARAMETERS, World, code, tree, without_kernels


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world of its own for one test."""
    return World(tmp_path / "world")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No kernels are started; the list holds the names of the notebooks that were asked for."""
    asked: list[str] = []
    monkeypatch.setattr(editions, "run_notebooks", without_kernels(asked))
    return asked


# What is run again, and what is not


@pytest.mark.usefixtures("quick")
def test_nothing_is_run_when_nothing_has_changed(world: World, quick: list[str]) -> None:
    """A second run finds the same inputs, says so, and touches no file but the list of editions."""
    first = world.build()
    quick.clear()
    before = tree(world.out)
    second = world.build()
    assert (first.changed, second.changed) == (True, False)
    assert (second.name, second.folder) == (first.name, world.shown)
    assert quick == []
    assert tree(world.out) == before


def test_force_runs_again_and_uses_the_edition_that_is_there(world: World, quick: list[str]) -> None:
    """With ``force`` everything is run; the same bytes have the same name, and stay where they are."""
    first = world.build()
    kept = (first.folder / "index.html").stat().st_ino
    quick.clear()
    second = world.build(force=True)
    assert second.changed
    assert len(quick) == 3
    assert second.name == first.name
    assert (second.folder / "index.html").stat().st_ino == kept


def test_another_figure_makes_another_edition_and_keeps_the_old_one(world: World, quick: list[str]) -> None:
    """A correction is a new edition; the link is switched; the old edition is still there, unchanged."""
    first = world.build()
    old = tree(first.folder.resolve())
    world.write_month(*FIGURES[:2], "part-b actual 2025-07 40 million-dong")
    second = world.build()
    assert second.changed
    assert second.name != first.name
    assert world.shown.resolve().name == second.name
    assert tree(world.out / ".editions" / WARD / MONTH / first.name) == old
    assert len(quick) == 6


@pytest.mark.usefixtures("quick")
def test_an_edition_that_somebody_changed_is_made_anew(world: World) -> None:
    """A file that is not as the manifest says is no reason to say that nothing has changed."""
    first = world.build()
    good = tree(world.out)
    (first.folder / "index.html").write_text("changed", encoding="utf-8")
    assert world.build().changed
    assert tree(world.out) == good


def test_the_key_changes_with_every_input(world: World) -> None:
    """A figure, a month's other file, the catalogue or a notebook: each makes another key."""
    keys = [key(world, "at first")]
    world.write_month("total actual 2025-07 101 million-dong")
    keys.append(key(world, "another figure"))
    write_rows(world.data / WARD / f"{MONTH}.known.csv", [["finding", "reason"]])
    keys.append(key(world, "a known finding"))
    (world.data / "units.csv").write_text("unit\n", encoding="utf-8")
    keys.append(key(world, "another catalogue"))
    world.write_notebook("02_empty", [code(PARAMETERS, "parameters")])
    keys.append(key(world, "another notebook"))
    assert len(set(keys)) == 5


def test_the_key_does_not_change_with_another_month(world: World) -> None:
    """A new month beside this one is no reason to run this one again."""
    before = key(world, "before")
    world.write_month(*FIGURES, month="2025-08")
    assert key(world, "after") == before


def key(world: World, name: str) -> str:
    """The key of what a run would read now."""
    notebooks = [world.notebooks / f"{name}.ipynb" for name in NOTEBOOKS]
    take_snapshot(world.data, notebooks, WARD, MONTH, to=world.folder / name)
    return read_inputs(world.folder / name, WARD, MONTH, ("vi",)).key


# What goes wrong


def test_a_failing_notebook_leaves_the_old_edition_and_keeps_the_half_run_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is as before but for the half-run notebook; the next success clears that away."""
    with monkeypatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        first = world.build()
    before = tree(world.out)
    world.write_notebook("01_made_up", [code(PARAMETERS, "parameters"), code("1 / 0")])
    with pytest.raises(NotebookError, match=r"01_made_up.ipynb, cell \[3\] `1 / 0`: ZeroDivisionError") as caught:
        world.build()
    kept = world.out / ".failed" / WARD / MONTH / "01_made_up.ipynb"
    assert str(caught.value).endswith(f"the half-run notebook is {kept}")
    assert "ZeroDivisionError" in kept.read_text(encoding="utf-8")
    after = tree(world.out)
    del after[kept.relative_to(world.out).as_posix()]
    assert after == before
    world.write_notebook("01_made_up", NOTEBOOKS["01_made_up"])
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    assert world.build(force=True).name == first.name
    assert tree(world.out) == before
    assert not (world.out / ".failed").exists()


def test_a_page_that_is_not_fit_is_not_published(
    world: World, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dead link on one page stops the edition; the old one stays, and nothing is left behind."""
    world.build()
    before = tree(world.out)
    monkeypatch.setattr(views, "findings_page", lambda _report, _lang: '<a href="gone.html">gone</a>')
    with pytest.raises(PhulienError, match=r"findings.html: the link 'gone.html' leads nowhere"):
        world.build(force=True)
    assert tree(world.out) == before
    assert len(quick) == 6


def test_wrong_data_stop_before_anything_starts(world: World, quick: list[str]) -> None:
    """A month that is not there is told, and no site is begun."""
    with pytest.raises(PhulienError, match="there is no month 2025-09"):
        world.build(month="2025-09")
    assert quick == []
    assert not world.out.exists()


def test_a_missing_notebook_is_told(world: World) -> None:
    """A topic whose notebook is not there stops the run before any other is started."""
    (world.notebooks / "02_empty.ipynb").unlink()
    with pytest.raises(PhulienError, match=r"02_empty\.ipynb: there is no such notebook"):
        world.build()
    assert not world.shown.exists()


def test_an_out_that_is_a_file_is_told(world: World, quick: list[str]) -> None:
    """A site cannot be where a file is; the file is not touched."""
    world.out.write_text("mine", encoding="utf-8")
    with pytest.raises(PhulienError, match="site is not a folder, as it must be") as caught:
        world.build()
    assert caught.value.exit_code == 2
    assert (quick, world.out.read_text(encoding="utf-8")) == ([], "mine")


def test_an_out_that_cannot_be_written_is_told(world: World, quick: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the site may not be written to nothing is run, and the way out is named."""

    def refuse(self: Path, *_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    world.out.mkdir()
    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(PhulienError, match=rf"cannot write to .*site/{WARD} \(Permission denied\); make it"):
        world.build()
    assert quick == []


def test_a_folder_where_the_link_should_be_is_not_touched(world: World, quick: list[str]) -> None:
    """Something of somebody else's is never replaced."""
    world.shown.mkdir(parents=True)
    (world.shown / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(PhulienError, match="is a folder, expected a link to an edition"):
        world.build()
    assert (world.shown / "index.html").read_text(encoding="utf-8") == "mine"
    assert quick == []


def test_two_runs_do_not_publish_one_ward_at_once(world: World, quick: list[str]) -> None:
    """The second is told who is at work, and what to do."""
    place = world.out / ".editions" / WARD
    place.mkdir(parents=True)
    about = {"process": 123, "host": "elsewhere", "command": "phulien run", "since": "2025-08-01T02:00:00+00:00"}
    (place / ".lock-holder").write_text(json.dumps(about), encoding="utf-8")
    with FileLock(place / ".lock"), pytest.raises(PhulienError) as caught:
        world.build()
    assert str(caught.value) == (
        "process 123 on elsewhere (phulien run, since 2025-08-01T02:00:00+00:00) is at work in "
        f"{place}; run again when it has finished"
    )
    assert quick == []
    assert world.build().changed


@pytest.mark.usefixtures("quick")
def test_what_a_killed_run_left_is_cleared_away(world: World) -> None:
    """A folder of a run that was killed while it built does not stay for ever."""
    left = world.out / ".editions" / WARD / ".building-2025-07-x1"
    left.mkdir(parents=True)
    world.build()
    assert {path.name for path in left.parent.iterdir()} == {MONTH, ".lock", JOURNAL}


@pytest.mark.usefixtures("quick")
def test_the_switch_is_one_rename(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the last step fails the old edition is still shown: nothing is taken away before the new is there."""
    first = world.build()
    world.write_month(*FIGURES[:2])

    def fail(self: Path, _target: Path) -> Path:
        raise OSError(5, "made up", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(PhulienError, match=r"cannot make .* a link"):
            world.build()
    assert world.shown.resolve().name == first.name
    assert sorted(path.name for path in (world.out / WARD).iterdir()) == [MONTH, "feed.xml"]


# The list of what is published


@pytest.mark.usefixtures("quick")
def test_the_list_shows_wards_and_months_newest_first(world: World) -> None:
    """``index.html`` of the site is made from what exists, with the English pages beside."""
    world.write_month(*FIGURES, month="2025-08")
    world.build(languages=("vi", "en"))
    world.build(month="2025-08")
    (world.out / WARD / "notes").mkdir()
    world.build(month="2025-08", force=True)
    soup = BeautifulSoup((world.out / "index.html").read_text(encoding="utf-8"), "html5lib")
    assert [h.get_text() for h in soup.select("h2")] == ["Phường Giả Định"]
    assert [(a["href"], a.get_text()) for a in soup.select("main a")] == [
        (f"{WARD}/2025-08/index.html", "tháng 8/2025"),
        (f"{WARD}/2025-07/index.html", "tháng 7/2025"),
        (f"{WARD}/2025-07/en/index.html", "English"),
    ]
    html5lib.HTMLParser(strict=True).parse((world.out / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["index.html", "feed.xml"])
def test_a_folder_where_the_list_should_be_is_not_touched(world: World, quick: list[str], name: str) -> None:
    """Somebody has made a folder of that name: it is told before anything is run, and stays as it is."""
    kept = world.out / name / "kept.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine")
    with pytest.raises(PhulienError) as caught:
        world.build()
    assert str(caught.value) == (
        f"{kept.parent} is a folder, where the site has a file; move it away, nothing was touched"
    )
    assert (kept.read_text(), quick) == ("mine", [])
