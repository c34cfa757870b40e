"""What a run reads is copied first: files that cannot be read, or vanish just then."""

import errno
from pathlib import Path

import pytest

from phulien_analysis.errors import PhulienError
from phulien_analysis.files import FileRefusedError, read_bounded
from phulien_analysis.messages import Message
from phulien_analysis.publishing import manifest as manifests
from tests.made_up import MONTH, WARD
from tests.made_up_site import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world without editions."""
    return World(tmp_path / "world")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EIO, "Input/output error"), "cannot be read"),
        (FileRefusedError(Message("made up: too large")), "made up: too large"),
    ],
)
def test_a_file_that_cannot_be_copied_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    """A bad sector, or a file that has become too large since it was looked at: its name and the cause."""

    def read(path: Path, limit: int) -> bytes:
        if path.name == f"{MONTH}.csv":
            raise error
        return read_bounded(path, limit)

    monkeypatch.setattr(manifests, "read_bounded", read)
    with pytest.raises(PhulienError) as caught:
        manifests.take_snapshot(world.data, [], WARD, MONTH, to=world.folder / "snapshot")
    assert f"{MONTH}.csv" in str(caught.value)
    assert said in str(caught.value)


def test_a_file_that_vanishes_while_it_is_copied_is_left_out_of_the_next_copy(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it was read, or after: the copy is made anew from what is there now, and holds no part of the first."""
    file, snapshot = world.data / WARD / f"{MONTH}.csv", world.folder / "snapshot"
    content = file.read_bytes()
    for early in (True, False):

        def read(path: Path, limit: int, early: bool = early) -> bytes:
            if path == file and early:
                path.unlink()
            content = read_bounded(path, limit)
            if path == file:
                path.unlink()
            return content

        file.write_bytes(content)
        with monkeypatch.context() as patch:
            patch.setattr(manifests, "read_bounded", read)
            manifests.take_snapshot(world.data, [], WARD, MONTH, to=snapshot)
        assert not (snapshot / "data" / WARD / file.name).exists()
        assert (snapshot / "data" / "units.csv").exists()
