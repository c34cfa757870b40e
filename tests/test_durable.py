"""Writing that a crash cannot halve, on file systems that can less than most."""

import ctypes
import errno
import os
from pathlib import Path

import pytest

from phulien_analysis.publishing import durable


def test_where_names_cannot_be_exchanged_the_old_folder_is_moved_away_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the system's call the new is in its place all the same, and the old beside where the new was made."""

    def without(_name: None) -> object:
        raise OSError("no such library")

    monkeypatch.setattr(ctypes, "CDLL", without)
    for name in ("made", "at"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    durable.place(tmp_path / "made", tmp_path / "at")
    assert (tmp_path / "at" / "file").read_text() == "made"
    assert (tmp_path / "made.old" / "file").read_text() == "at"
    assert not (tmp_path / "made").exists()


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    """It is part of the folder's names; what it leads to, which may be gone, is not ours to put on the disk."""
    (tmp_path / "link").symlink_to("nowhere")
    durable.sync_tree(tmp_path)


@pytest.mark.parametrize(("number", "passes"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_file_system_that_has_no_sync_for_folders_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, passes: bool
) -> None:
    """Some network file systems have none; a disk that fails is told with the place."""

    def refused(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    if passes:
        durable.sync(tmp_path)
        return
    with pytest.raises(OSError, match="Input/output error") as caught:
        durable.sync(tmp_path)
    assert caught.value.filename == str(tmp_path)
