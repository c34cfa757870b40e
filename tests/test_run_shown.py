"""What a run shows: a bar on a terminal, seconds and reasons with ``--verbose``, and the same edition by any engine."""

import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from phulien_analysis import workers
from phulien_analysis.engines import forks
from phulien_analysis.notebooks import Finished
from phulien_analysis.progress import tell_edition
from phulien_analysis.publishing import Edition
from tests.made_up import WARD
from tests.made_up_notebooks import notebook, task
from tests.made_up_site import NOTEBOOKS, World, code


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world with two more wards."""
    world = World(tmp_path / "world")
    world.add_wards("ward-a", "ward-b")
    return world


def on_terminal(*words: str) -> str:
    """What a terminal is sent by a command, whose standard output goes elsewhere."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        seen = b"".join(iter(partial(_read, ours), b""))
        os.close(ours)
    assert process.returncode == 0
    return seen.decode()


def _read(file: int) -> bytes:
    try:
        return os.read(file, 4096)
    except OSError:  # so Linux says that the other end is closed
        return b""


def test_a_terminal_shows_a_bar_with_the_time_left_and_lines_above_it(world: World) -> None:
    """The bar says how many editions, which notebook was done, how much of all, and how long the rest will take."""
    seen = on_terminal(*world.command("--ward", "ward-a", "--ward", "ward-b"))
    lines = re.split(r"\r\n|\r|\n", re.sub("\x1b\\[[0-9;?]*[A-Za-z]", "", seen))
    assert any(
        re.fullmatch(r"2 ấn bản: ward-[ab] 2025-07 \S+\.ipynb .* (50|67|83)% 0:\d\d:\d\d", line) for line in lines
    )
    published = [line for line in lines if "Đã công bố ấn bản" in line]
    assert [line.startswith("Đã công bố ấn bản") for line in published] == [True, True]


def test_verbose_tells_the_seconds_of_each_notebook(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Of each notebook that is run the seconds are told on standard error; of one that is not run nothing is."""
    assert world.run("--ward", "ward-a", "--verbose") == 0
    told = re.findall(r"^(\S+): (\d+\.\d\d) s$", capsys.readouterr().err, re.MULTILINE)
    assert [name for name, _ in told] == ["00_overview.ipynb", "01_made_up.ipynb", "02_empty.ipynb"]
    assert all(0 < float(seconds) < 60 for _, seconds in told)
    assert world.run("--ward", "ward-a", "--verbose") == 0
    assert capsys.readouterr().err == ""


def test_verbose_says_why_interpreters_are_started(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the system cannot fork safely workers and kernels are started one by one; --verbose says why."""
    for module in (forks, workers):
        monkeypatch.setattr(module, "can_fork", lambda: False)
    monkeypatch.setattr(sys, "platform", "made-up")
    assert world.run("--ward", "ward-a", "--verbose") == 0
    reason = "Các trình thông dịch được khởi động riêng, không tách nhánh: made-up cannot fork an interpreter safely\n"
    assert capsys.readouterr().err.endswith(reason)


def test_the_stock_engine_gives_the_same_edition(world: World) -> None:
    """An edition has the same hash, whichever way its interpreters came to be."""
    names = set()
    for engine in ("stock", "forked", "forked-zmq"):
        assert world.run("--ward", "ward-a", "--force", "--engine", engine) == 0
        names |= set(world.names().values())
    assert len(names) == 1


def test_what_a_notebook_warned_of_is_told_with_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, a line a warning; of a notebook that was not run again nothing is told."""
    one, other = (task(notebook(tmp_path / f"{name}.ipynb")) for name in ("one", "other"))
    warned = ("old.py:1: made up", "more")
    finished = (Finished(one, 1, warned, "made"), Finished(replace(other, executed=tmp_path), 0, warned, "made"))
    tell_edition(Edition("w", "2025-07", tmp_path, "0" * 16, True, finished), "en", verbose=False)
    assert capsys.readouterr().err == "one.ipynb: old.py:1: made up\none.ipynb: more\n"


def test_run_says_how_many_notebooks_had_to_be_run(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """With one of three notebooks changed two are kept; that is said of what is staged, and of what is published."""
    assert world.run("--ward", WARD) == 0
    assert "notebook" not in capsys.readouterr().out
    world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code("1 + 1")])
    assert world.run("--ward", WARD, "--stage") == 0
    assert capsys.readouterr().out.endswith("lệnh phulien publish sẽ công bố (chạy lại 1/3 notebook)\n")
    world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code("1 + 2")])
    assert world.run("--ward", WARD) == 0
    assert capsys.readouterr().out.endswith("/index.html (chạy lại 1/3 notebook)\n")
