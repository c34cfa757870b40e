"""What is taken from the edition before, and what is run again: a stale page is worse than a slow one."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from phulien_analysis.publishing import editions, manifest
from tests.made_up import MONTH, WARD, write_rows
from tests.made_up_site import NOTEBOOKS, PARAMETERS, World, code, prose, tree, without_kernels

ALL = [f"{name}.ipynb" for name in NOTEBOOKS]


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world of its own for one test."""
    return World(tmp_path / "world")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the notebooks that were run, in place of running them."""
    asked: list[str] = []
    monkeypatch.setattr(editions, "run_notebooks", without_kernels(asked))
    return asked


def test_editing_one_notebook_runs_one_notebook(world: World, ran: list[str]) -> None:
    """The two others are taken from the last edition, and the edition is the same as if all had been run."""
    world.build()
    ran.clear()
    world.write_notebook("02_empty", [code(PARAMETERS, "parameters"), prose("Vẫn không có số liệu.", "vi")])
    edition = world.build()
    assert ran == ["02_empty.ipynb"]
    assert [one.reused for one in edition.finished] == [True, True, False]
    reused = tree(world.out)
    assert world.build(force=True).name == edition.name
    assert tree(world.out) == reused


def test_a_second_language_runs_only_its_own_notebooks(world: World, ran: list[str]) -> None:
    """English is added to what is there in Vietnamese: three notebooks are run, three are taken."""
    world.build()
    ran.clear()
    edition = world.build(languages=("vi", "en"))
    assert ran == ALL
    assert {one.task.parameters["lang"] for one in edition.finished if not one.reused} == {"en"}


def another_figure(world: World, _patch: pytest.MonkeyPatch) -> None:
    """101 instead of 100."""
    world.write_month("total actual 2025-07 101 million-dong")


def a_known_finding(world: World, _patch: pytest.MonkeyPatch) -> None:
    """Another file of the month."""
    write_rows(world.data / WARD / f"{MONTH}.known.csv", [["finding", "reason"]])


def another_label(world: World, _patch: pytest.MonkeyPatch) -> None:
    """A word of the catalogue."""
    topics = world.data / "topics.csv"
    topics.write_text(topics.read_text(encoding="utf-8").replace("Made-up", "Invented"), encoding="utf-8")


def another_library(_world: World, patch: pytest.MonkeyPatch) -> None:
    """A module of the package that reads otherwise."""
    in_copy(patch, "interval.py")


def another_template(_world: World, patch: pytest.MonkeyPatch) -> None:
    """A template of the pages that reads otherwise."""
    in_copy(patch, "publishing/templates/phulien/page.html.j2")


def in_copy(patch: pytest.MonkeyPatch, name: str) -> None:
    """Hash the package as if one of its files had another letter."""
    real = manifest.hashes
    assert name in real(manifest.PACKAGE), "the package has no such file"

    def other(folder: Path) -> dict[str, str]:
        return real(folder) | ({name: "another hash"} if folder == manifest.PACKAGE else {})

    patch.setattr(manifest, "hashes", other)
    patch.setattr(manifest, "_code", manifest._code.__wrapped__)


def another_version(_world: World, patch: pytest.MonkeyPatch) -> None:
    """A package that is installed in another version."""
    installed = manifest._installed()
    patch.setattr(manifest, "_installed", lambda: {**installed, "markupsafe": "99.0"})
    assert "markupsafe" in installed


def another_lock(_world: World, patch: pytest.MonkeyPatch) -> None:
    """A lock file that reads otherwise, in a checkout."""
    locked = manifest._locked()
    assert list(locked) == [manifest.LOCK]
    patch.setattr(manifest, "_locked", lambda: dict.fromkeys(locked, "another hash"))


def another_python(_world: World, patch: pytest.MonkeyPatch) -> None:
    """Another version of Python."""
    patch.setattr("platform.python_version", lambda: "3.99.0")


def a_changed_edition(world: World, _patch: pytest.MonkeyPatch) -> None:
    """An executed notebook that somebody changed where it is published."""
    (world.shown / "notebooks" / ALL[0]).write_text("{}", encoding="utf-8")


def an_older_manifest(world: World, _patch: pytest.MonkeyPatch) -> None:
    """An edition that does not say what its notebooks rest on."""
    path = world.shown / "manifest.json"
    known = json.loads(path.read_text(encoding="utf-8"))
    del known["executed"]
    path.write_text(json.dumps(known | {"key": "of another time"}), encoding="utf-8")


def a_lost_edition(world: World, _patch: pytest.MonkeyPatch) -> None:
    """No edition at all any more."""
    shutil.rmtree(world.out)


@pytest.mark.parametrize(
    "change",
    [
        another_figure,
        a_known_finding,
        another_label,
        another_library,
        another_template,
        another_version,
        another_lock,
        another_python,
        a_changed_edition,
        an_older_manifest,
        a_lost_edition,
    ],
)
def test_each_thing_that_all_notebooks_rest_on_runs_them_all(
    world: World, ran: list[str], monkeypatch: pytest.MonkeyPatch, change: Callable[[World, pytest.MonkeyPatch], None]
) -> None:
    """Data, library, template, packages, lock file, Python, and the edition itself: with each, nothing is reused."""
    world.build()
    ran.clear()
    change(world, monkeypatch)
    world.build()
    assert ran == ALL


def test_the_parameters_are_part_of_the_key(world: World) -> None:
    """The same notebook for another month, ward or language is another."""
    manifest.take_snapshot(world.data, [world.notebooks / ALL[0]], WARD, MONTH, to=world.folder / "snapshot")
    inputs = manifest.read_inputs(world.folder / "snapshot", WARD, MONTH, ("vi",))
    about = {"month": MONTH, "ward": WARD, "lang": "vi", "data": "data"}
    others = [{**about, name: "other"} for name in about]
    assert len({inputs.notebook_key(ALL[0], parameters) for parameters in [about, *others]}) == 5
