"""A temporary folder ends with its process; what a process that was killed has left, the next one sweeps away."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from phulien_analysis import temporary
from phulien_analysis.temporary import HOUR, LOCK, own_folder, sweep

OWNER = "from phulien_analysis.temporary import own_folder\nprint(own_folder(), flush=True)\ninput()\n"


@contextmanager
def owner(place: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process and its folder."""
    environment = {**os.environ, "TMPDIR": str(place)}
    with subprocess.Popen(
        [sys.executable, "-c", OWNER], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        yield process, Path(process.stdout.readline().strip())


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files, this process's too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_goes_with_its_process(place: Path) -> None:
    """It begins with the product's name, and is removed when the process has ended well."""
    with owner(place) as (process, folder):
        assert folder.is_dir()
        assert (folder.parent, folder.name[:8]) == (place, "phulien-")
        process.communicate("\n")
    assert list(place.iterdir()) == []


def test_the_folder_of_a_living_process_is_never_swept(place: Path) -> None:
    """However old it looks; once its process is killed it is swept."""
    with owner(place) as (process, folder):
        os.utime(folder, (0, 0))
        assert sweep(place) == []
        process.send_signal(signal.SIGSTOP)  # one that does nothing lives all the same
        assert sweep(place) == []
        process.kill()
        process.wait()
        assert folder.is_dir()
        assert sweep(place) == [folder]
        assert not folder.exists()


def test_who_needs_a_folder_sweeps(place: Path) -> None:
    """What a killed process has left goes when the next one makes its own, and so does all that lies in it."""
    with owner(place) as (process, left):
        (left / "settings").mkdir()
        (left / "settings" / "file").touch()
        process.kill()
    with owner(place) as (_process, folder):
        assert list(place.iterdir()) == [folder]
        assert folder != left


def test_one_process_has_one_folder(place: Path) -> None:
    """Asked again it gives the same one, unless somebody took it away; it can only be locked by its owner."""
    folder = own_folder()
    assert own_folder() == folder
    with pytest.raises(Timeout):
        FileLock(folder / LOCK, timeout=0).acquire()
    temporary._remove(folder, os.getpid() + 1)  # a fork of this process ends
    assert folder.is_dir()
    temporary._remove(folder, os.getpid())
    assert own_folder() != folder


def test_one_without_a_lock_is_left_alone_for_an_hour(place: Path) -> None:
    """It may be about to be locked; a clock that steps back makes it no older."""
    folder = place / "phulien-new"
    folder.mkdir()
    for age, swept in ((-9 * HOUR, False), (HOUR - 60, False), (HOUR + 60, True)):
        os.utime(folder, (time.time() - age,) * 2)
        assert (sweep(place) == [folder]) is swept


def test_only_folders_of_the_name_are_swept(place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Not a file, not a link to a folder of somebody else's, not another name."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / LOCK).touch()
    (place / "phulien-link").symlink_to(elsewhere, target_is_directory=True)
    (place / "phulien-file").touch()
    (place / "other").mkdir()
    (place / "other" / LOCK).touch()
    assert sweep(place) == []
    assert len(list(place.iterdir())) == 3
    assert (elsewhere / LOCK).exists()


def test_what_another_user_has_is_not_ours(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a temporary folder that many users share, only one's own folders are looked at."""
    folder = place / "phulien-old"
    folder.mkdir()
    (folder / LOCK).touch()
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert sweep(place) == []
    monkeypatch.setattr(os, "getuid", lambda: mine)
    assert sweep(place) == [folder]


def test_what_cannot_be_swept_stops_nobody(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system does not let go is left to the next, and others are swept; a place may be gone."""
    for name in ("phulien-1", "phulien-2"):
        (place / name).mkdir()
        (place / name / LOCK).touch()
    remove = shutil.rmtree

    def stubborn(folder: Path) -> None:
        if folder.name == "phulien-1":
            raise PermissionError
        remove(folder)

    monkeypatch.setattr(shutil, "rmtree", stubborn)
    assert sweep(place) == [place / "phulien-2"]
    assert sweep(place / "gone") == []


def test_a_folder_that_is_swept_before_it_is_locked_is_made_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment between making and locking a folder belongs to nobody: who loses it takes another."""
    taken: list[object] = []
    lock = temporary._lock

    def slow(folder: Path) -> FileLock:
        if not taken:
            taken.append(lock(folder).acquire())  # by a sweeper
        return lock(folder)

    monkeypatch.setattr(temporary, "_lock", slow)
    folder, held = temporary._make(place)
    assert len(list(place.iterdir())) == 2
    assert held.is_locked
    busy = next(one for one in place.iterdir() if one != folder) / LOCK
    monkeypatch.setattr(temporary, "_lock", lambda _folder: FileLock(busy, timeout=0))
    with pytest.raises(OSError, match="others remove it as soon as it is made"):
        temporary._make(place)
    assert folder.is_dir()
