"""Faults of files around a run: each leaves the old edition, whole, names its cause, and the next run works."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from phulien_analysis.errors import PhulienError
from phulien_analysis.files import read_bounded
from phulien_analysis.publishing import editions
from phulien_analysis.publishing import manifest as manifests
from tests.made_up import MONTH, WARD
from tests.made_up_site import FIGURES, NOTEBOOKS, PARAMETERS, World, code, without_kernels
from tests.test_notebooks import until

ROOT = Path(__file__).parents[1]
CHECKER = Path(__file__).with_name("site_checker.py")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world with one edition, made without kernels; the next run would make another."""
    world = World(tmp_path / "world")
    with monkeypatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        world.build()
    world.write_month(*FIGURES[:2])
    return world


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No kernels are started."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))


def checked(world: World, *options: str) -> str:
    """What the second program says of the site, in a process of its own: nothing, if all is well."""
    command = [sys.executable, str(CHECKER), str(world.out), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def fails(world: World, run: Callable[[], object], *said: str) -> None:
    """The run fails and says this; the edition that is shown is as it was, and nothing is left behind."""
    before = world.shown.readlink()
    with pytest.raises(PhulienError) as caught:
        run()
    for words in said:
        assert words in str(caught.value)
    assert (world.shown.readlink(), checked(world)) == (before, "")


def works(world: World, *, kernels: bool = False) -> None:
    """The next run makes an edition, and the site is whole; with ``kernels``, notebooks are run for it."""
    before = world.shown.readlink() if world.shown.is_symlink() else None
    with pytest.MonkeyPatch.context() as patch:
        if not kernels:
            patch.setattr(editions, "run_notebooks", without_kernels([]))
        assert world.build().changed
    assert world.shown.readlink() != before
    assert checked(world) == ""


# The disk


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A file system of its own in a folder, in memory; where nobody may mount one, that is said."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"no file system can be mounted here ({done.stderr.strip()}); a limit stands in for it")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def remount(folder: Path, options: str) -> None:
    """Give a mounted file system other options."""
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


@pytest.mark.usefixtures("quick")
def test_a_full_disk_leaves_the_old_edition(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for a tenth of an edition, or nine, it stops at another file each time, and says how to go on."""
    monkeypatch.setattr(world, "out", world.folder / "disk")
    with small_disk(world.out, "4M"):
        world.build()
        used = shutil.disk_usage(world.out).used // 1024
        world.write_month(*FIGURES)
        for tenth in (1, 2, 4, 6, 8, 9):
            remount(world.out, f"size={used + used * tenth // 10}k")
            fails(world, world.build, "could not be written (No space left on device); make room, and run again")
        remount(world.out, "size=4M")
        works(world)


@pytest.mark.usefixtures("quick")
def test_a_limit_on_the_size_of_files_leaves_the_old_edition(world: World) -> None:
    """Where no disk can be mounted: a file may have 10 kB, pages have more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
        try:
            world.build()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    fails(world, limited, "could not be written (File too large); make room, and run again")
    works(world)


def test_a_disk_that_fills_while_notebooks_run_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker cannot write its executed notebook: the run says so as for any other file."""
    monkeypatch.setattr(world, "out", world.folder / "disk")
    fill = "open('fill', 'wb').write(bytes(3_000_000))\nprint('đầy ' * 300_000)"
    with small_disk(world.out, "4M"):
        works(world)
        world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code(fill)])
        fails(world, world.build, "No space left on device")
        world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code("1 + 1")])
        works(world, kernels=True)


@pytest.mark.usefixtures("quick")
def test_a_site_that_is_read_only_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers still have the old edition; the message names folder, cause and the way out."""
    monkeypatch.setattr(world, "out", world.folder / "disk")
    with small_disk(world.out, "4M"):
        world.build()
        world.write_month(*FIGURES)
        remount(world.out, "ro")
        said = (
            f"cannot write to {world.out}/.editions/{WARD} (Read-only file system); make it writable, or name another"
        )
        fails(world, world.build, said)
        remount(world.out, "rw")
        works(world)


@pytest.mark.usefixtures("quick")
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere; see the test above"
)
def test_a_folder_without_permission_is_told(world: World) -> None:
    """The same for a user whose rights were taken away."""
    world.out.joinpath(WARD).chmod(0o500)
    fails(world, world.build, f"cannot write to {world.out}/{WARD} (Permission denied); make it writable")
    world.out.joinpath(WARD).chmod(0o700)
    works(world)


# What a run reads


@pytest.mark.usefixtures("quick")
def test_data_that_vanish_before_they_are_copied_are_missed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The month was there when the run began; what counts is the copy."""
    file = world.data / WARD / f"{MONTH}.csv"
    content, real = file.read_bytes(), manifests.take_snapshot

    def take(*args: object, **options: object) -> None:
        file.unlink()
        real(*args, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(editions, "take_snapshot", take)
        fails(world, world.build, f"there is no month {MONTH} of ward {WARD}")
    file.write_bytes(content)
    works(world)


def test_data_that_vanish_or_change_in_mid_run_change_nothing(world: World) -> None:
    """The first notebook takes the month's file away and writes nonsense into another: the copy is what ran."""
    month, units = world.data / WARD / f"{MONTH}.csv", world.data / "units.csv"
    content = month.read_bytes()
    there = f"pathlib.Path(bytes.fromhex({os.fsencode(world.data).hex()!r}).decode())"  # no page may show a path
    spoil = f"import pathlib\n({there} / ward / '{MONTH}.csv').unlink()\n({there} / 'units.csv').write_text('x')"
    known = units.read_bytes()
    world.write_notebook("00_overview", [*NOTEBOOKS["00_overview"], code(spoil)])
    works(world, kernels=True)
    figures = json.loads((world.shown / "figures.json").read_text("utf-8"))
    assert len(figures["figures"]) == 2
    assert not month.exists()
    fails(world, world.build, "units.csv, row 1")
    month.write_bytes(content)
    units.write_bytes(known)
    world.write_notebook("00_overview", NOTEBOOKS["00_overview"])
    works(world)


def writes_along(file: Path, times: int) -> Callable[[Path, int], bytes]:
    """A stand-in for reading a file, during which somebody saves it: so many times in all."""
    left = [times]

    def read(path: Path, limit: int) -> bytes:
        content = read_bounded(path, limit)
        if path == file and left[0]:
            left[0] -= 1
            path.write_bytes(content + b"\n")
        return content

    return read


@pytest.mark.usefixtures("quick")
def test_data_that_are_saved_while_they_are_copied_are_copied_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved once, the second copy holds; saved over and over, the run gives up after three, and says why."""
    file = world.data / WARD / f"{MONTH}.csv"
    snapshot = world.folder / "snapshot"
    with monkeypatch.context() as patch:
        patch.setattr(manifests, "read_bounded", writes_along(file, 1))
        manifests.take_snapshot(world.data, [], WARD, MONTH, to=snapshot)
    assert (snapshot / "data" / WARD / file.name).read_bytes() == file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(manifests, "read_bounded", writes_along(file, 99))
        said = f"{world.data} or the notebooks were changed while they were copied; run again when all is saved"
        fails(world, world.build, said)
    works(world)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "mục,tổng\n".encode("utf-16"),
            f"data/{WARD}/{MONTH}.csv, row 1: the file is not UTF-8; save it again as “CSV UTF-8”",
        ),
        (b"indicator,measure\n\xe1\xba", f"data/{WARD}/{MONTH}.csv, row 2: the file is not UTF-8"),
        (b"", f"data/{WARD}/{MONTH}.csv: the file is empty; it needs at least its header"),
        (b"\0" * 4096, f"data/{WARD}/{MONTH}.csv, row 1"),
        (None, f"data/{WARD}/{MONTH}.csv: the file cannot be read: Is a directory"),
    ],
    ids=["utf-16", "cut off", "empty", "zeros", "a folder"],
)
def test_a_figures_file_that_cannot_be_read_is_told(world: World, content: bytes | None, said: str) -> None:
    """In another encoding, cut off in a letter, empty, full of zeros, or a folder."""
    file = world.data / WARD / f"{MONTH}.csv"
    good = file.read_bytes()
    file.unlink()
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    fails(world, world.build, said)
    if content is None:
        file.rmdir()
    file.write_bytes(good)
    works(world)


EMPTY = World._cell("markdown", "Không có số liệu.", [])
GOOD = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"cells": [', "Expecting value: line 1 column 12"),
        ("[]", "Input should be a valid dictionary"),
        ("[" * 100_000, "lists within lists without an end"),
        ('{"metadata": {}, "nbformat": 4, "nbformat_minor": 4}', "cells: Field required"),
        (json.dumps({**GOOD, "nbformat": 3}), "nbformat: Input should be 4"),
        (json.dumps({**GOOD, "cells": [EMPTY, {**EMPTY, "cell_type": "magic"}]}), "cell 2, cell_type: Input should be"),
        (json.dumps({**GOOD, "cells": ["text"]}), "cell 1: Input should be a valid dictionary"),
        (json.dumps({**GOOD, "cells": [{**EMPTY, "metadata": {"tags": None}}]}), "cell 1, metadata: Input should be"),
        (json.dumps({**GOOD, "cells": [{**EMPTY, "source": "\ud800"}]}), "surrogates not allowed"),
    ],
    ids=["cut off", "a list", "deep", "no cells", "format 3", "unknown cell", "text", "no tags", "half a letter"],
)
def test_a_notebook_that_is_nonsense_is_told_before_any_is_started(world: World, text: str, said: str) -> None:
    """It is named with what is wrong in it; JupyterLab can save it again."""
    (world.notebooks / "02_empty.ipynb").write_text(text, "utf-8")
    fails(world, world.build, "02_empty.ipynb: this is not a notebook that can be read (", said, "again in JupyterLab")


def test_code_that_is_no_python_is_told_with_its_cell(world: World) -> None:
    """The half-run notebook is kept; put right, the next run works."""
    world.write_notebook("02_empty", [code(PARAMETERS, "parameters"), code("for for")])
    fails(world, world.build, "02_empty.ipynb, cell [3] `for for`: SyntaxError: invalid syntax")
    world.write_notebook("02_empty", NOTEBOOKS["02_empty"])
    works(world)


# Two at once, and one that is killed


HOLDER = """
    import sys, time
    from pathlib import Path
    from phulien_analysis.publishing.site import Site
    with Site(Path(sys.argv[1])).reserved(sys.argv[2], sys.argv[3]) as building:
        (building / "edition").mkdir()
        print(flush=True)
        time.sleep(600)
"""


@pytest.mark.usefixtures("quick")
def test_a_run_that_is_killed_leaves_neither_lock_nor_folder(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """While it lives a second run stops at once with 2 and says who it is; once it is killed the second takes over."""
    before = world.shown.readlink()
    command = [sys.executable, "-c", textwrap.dedent(HOLDER), str(world.out), WARD, MONTH]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert world.run("--ward", WARD) == 2
        assert f"tiến trình {process.pid} trên " in capsys.readouterr().err
        assert list(world.out.rglob(".building-*")) != []
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
    assert until(lambda: checked(world, "--crashed") == "", 5)
    left = {path.name[:9] for path in (world.out / ".editions" / WARD).glob(".*")}
    assert left == {".lock", ".lock-hol", ".building"}
    assert world.shown.readlink() == before
    works(world)


@pytest.mark.usefixtures("quick")
def test_the_note_of_a_dead_process_is_not_believed(world: World) -> None:
    """Another took the lock and has not written its note yet: nobody is named wrongly."""
    place = world.out / ".editions" / WARD
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait(10)
    about = {"process": process.pid, "host": os.uname().nodename, "command": "phulien run", "since": "2025-08-01"}
    with FileLock(place / ".lock"):
        (place / ".lock-holder").write_text(json.dumps(about), "utf-8")
        with pytest.raises(PhulienError, match="another process is at work in "):
            world.build()
        (place / ".lock-holder").write_text('{"process"', "utf-8")
        with pytest.raises(PhulienError, match="another process is at work in "):
            world.build()
    works(world)


@pytest.mark.usefixtures("quick")
def test_what_killed_runs_left_is_cleared_and_nothing_else(world: World) -> None:
    """Of the same ward, and of the list; what another ward's run is at stays, and so do files of somebody else."""
    ours = [
        world.out / ".editions" / WARD / ".building-2025-06-abc" / "edition" / "index.html",
        world.out / WARD / f".{MONTH}.0123abcd",
        world.out / WARD / ".probe.0123abcd",
        world.out / WARD / ".feed.xml.0123abcd",
        world.out / ".index.html.0123abcd",
    ]
    others = [
        world.out / ".editions" / "other-ward" / ".building-2025-07-abc" / "index.html",
        world.out / "other-ward" / f".{MONTH}.0123abcd",
        world.out / WARD / ".htaccess",
        world.out / ".well-known" / "security.txt",
        world.out / "robots.txt",
    ]
    for file in (*ours, *others):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("left", "utf-8")
    world.build()
    assert [file for file in ours if file.exists()] == []
    assert [file for file in others if not file.exists()] == []
