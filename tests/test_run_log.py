"""The log of a run: a line of JSON a step, for programs; nothing else, and no noise of those below."""

import io
import json
import os
import subprocess
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from phulien_analysis import orchestration
from phulien_analysis.cli import main
from phulien_analysis.publishing import editions
from phulien_analysis.unattended.logs import opened
from tests.made_up import MONTH, WARD, write_month
from tests.made_up_site import NOTEBOOKS, World, code, without_kernels


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world of its own for one test."""
    return World(tmp_path / "world")


def lines(text: str) -> list[dict[str, Any]]:
    """The lines of a log; each must be JSON by itself, with time, level and step first."""
    found = [json.loads(line) for line in text.splitlines()]
    assert all(list(line)[:3] == ["time", "level", "step"] for line in found)
    assert all(datetime.fromisoformat(line["time"]).tzinfo for line in found)
    return found


@pytest.mark.parametrize("engine", ["forked", "stock"])
def test_standard_output_holds_the_log_and_nothing_else(world: World, engine: str) -> None:
    """With ``--log -`` each line is a step, and standard error is empty: no word of a debugger, of ØMQ or tornado."""
    done = subprocess.run(
        world.command("--ward", WARD, "--log", "-", "--engine", engine),
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYDEVD")},
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = lines(done.stdout)
    assert [line["step"] for line in found] == ["begin", *["notebook"] * 3, "published", "end"]
    assert all(line["level"] == "info" for line in found)
    assert all((line["ward"], line["month"]) == (WARD, MONTH) for line in found[:-1])
    assert [(line["done"], line["of"]) for line in found[1:4]] == [(1, 3), (2, 3), (3, 3)]
    published = found[4]
    assert sorted(published["notebooks"]) == ["00_overview.ipynb", "01_made_up.ipynb", "02_empty.ipynb"]
    assert published["seconds"] >= max(published["notebooks"].values()) > 0
    assert (found[-1]["exit_code"], published["edition"]) == (0, world.shown.readlink().name)


def test_a_file_has_the_log_and_people_their_lines(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With ``--log FILE`` lines are added to the file, run after run; the terminal is as ever."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    log = world.folder / "nhật ký.jsonl"
    for _ in range(2):
        assert world.run("--ward", WARD, "--log", str(log)) == 0
    assert [line["step"] for line in lines(log.read_text("utf-8"))][-4:] == ["end", "begin", "unchanged", "end"]
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in out] == ["Đã", "Dữ"]


def test_failures_warnings_and_their_causes_are_in_the_log(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """What a notebook warns of is a warning, what fails an error with its cause; the last line has the exit code."""
    world.add_wards("ward-a")
    write_month(world.data, ["total actual 2025-07 100 milion-dong"], MONTH, "ward-a")
    world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code("import warnings; warnings.warn('cẩn thận')")])
    assert world.run("--ward", "all", "--log", "-") == 2
    found = lines(capsys.readouterr().out)
    by_level = {level: [line for line in found if line["level"] == level] for level in ("warning", "error")}
    assert any("cẩn thận" in line["text"] and line["notebook"] == "02_empty.ipynb" for line in by_level["warning"])
    failed, end = by_level["error"]
    assert (failed["step"], failed["ward"]) == ("failed", "ward-a")
    assert "'milion-dong' is not a unit" in failed["cause"]
    assert (end["step"], end["exit_code"]) == ("end", 2)


def test_a_month_that_is_awaited_is_in_the_log(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the month due by the calendar the first line says so; overdue is a warning."""
    (world.data / "reporting.csv").write_text("ward,calendar,first_day,deadline_day\n*,calendar,1,5\n", "utf-8")
    monkeypatch.setattr(orchestration, "now", lambda: datetime(2025, 9, 8, 6, tzinfo=UTC))
    command = ["run", "auto", "--ward", WARD, "--log", "-", "--data", str(world.data), "--out", str(world.out)]
    assert main(command) == 0
    out, err = capsys.readouterr()
    assert err == ""
    due, end = lines(out)
    assert (due["step"], due["level"], due["month"], due["deadline"]) == ("due", "warning", "2025-08", "2025-09-05")
    assert "are overdue by 3 day(s)" in due["cause"]
    assert end["exit_code"] == 0


def test_a_log_that_cannot_be_opened_is_told_before_anything_is_run(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is no file: exit code 2, and nothing is published."""
    assert world.run("--ward", WARD, "--lang", "en", "--log", str(world.folder)) == 2
    said = f"phulien: the log {world.folder} cannot be written (Is a directory); name another file, or - for"
    assert capsys.readouterr().err.startswith(said)
    assert not world.out.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux' full device")
def test_a_log_on_a_full_disk_stops_no_run(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The edition is published; that the log could not be written is told once."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    assert world.run("--ward", WARD, "--lang", "en", "--log", "/dev/full") == 0
    assert list(world.names()) == [WARD]
    said = "phulien: the log /dev/full could not be written (No space left on device); the run itself stands\n"
    assert capsys.readouterr().err == said


def test_what_has_no_value_is_left_out(tmp_path: Path) -> None:
    """Ward, month and fields without a value do not stand in a line; 0 does."""
    file = tmp_path / "log"
    with opened(str(file), lambda: datetime(2025, 8, 1, 1, 2, 3, 456789, tzinfo=UTC)) as log:
        log.tell("step", seconds=0, cause="", notebook=None)
    assert file.read_text("utf-8") == (
        '{"time": "2025-08-01T01:02:03.456+00:00", "level": "info", "step": "step", "seconds": 0}\n'
    )


def test_a_log_may_go_to_what_is_no_stream_of_bytes() -> None:
    """A program that calls the command may take its standard output as text."""
    with redirect_stdout(io.StringIO()) as taken, opened("-", lambda: datetime(2025, 8, 1, tzinfo=UTC)) as log:
        log.tell("made-up", cause="vì sao")
    (line,) = lines(taken.getvalue())
    assert (line["step"], line["cause"]) == ("made-up", "vì sao")
