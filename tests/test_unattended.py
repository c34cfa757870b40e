"""Runs that nobody watches: which month is published, what is said where none can be, what a monitor is left."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from phulien_analysis import orchestration
from phulien_analysis.cli import main
from phulien_analysis.notebooks import Pool
from phulien_analysis.publishing import editions
from tests.made_up import MONTH, WARD
from tests.made_up_site import FIGURES, World, without_kernels

CALENDAR = "ward,calendar,first_day,deadline_day\n*,calendar,1,5\n"


class Clock:
    """What time it is, until a test says otherwise."""

    def __init__(self) -> None:
        self.set("2025-08-01")

    def set(self, day: str, hour: int = 6) -> None:
        """Make it this day, in Vietnam and in UTC alike."""
        self.now = datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of all runs of a test: 1 August 2025."""
    clock = Clock()
    monkeypatch.setattr(orchestration, "now", lambda: clock.now)
    return clock


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the notebooks that were run, in place of running them."""
    asked: list[str] = []
    monkeypatch.setattr(editions, "run_notebooks", without_kernels(asked))
    monkeypatch.setattr(Pool, "start", lambda _pool: None)  # nothing is run: no process need wait for it
    return asked


@pytest.fixture
def world(tmp_path: Path, clock: Clock, ran: list[str]) -> World:
    """A world with a calendar, and figures of July 2025."""
    world = World(tmp_path / "world")
    (world.data / "reporting.csv").write_text(CALENDAR, encoding="utf-8")
    return world


def auto(world: World, *arguments: str) -> int:
    """``phulien run --month auto`` of the made-up ward, or of those named."""
    wards = [] if "--ward" in arguments else ["--ward", WARD]
    where = ["--data", str(world.data), "--out", str(world.out)]
    return main(["run", "--month", "auto", "--lang", "en", *wards, *arguments, *where])


def status(world: World, ward: str = WARD) -> dict[str, Any]:
    """What ``status.json`` says of a ward."""
    (found,) = (entry for entry in whole_status(world)["wards"] if entry["ward"] == ward)
    return found


def whole_status(world: World) -> dict[str, Any]:
    """What ``status.json`` says."""
    return json.loads((world.out / "status.json").read_text(encoding="utf-8"))


def test_the_month_that_is_due_is_published(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """On 1 August July is due; its figures are there, so it is published, and the exit code is 0."""
    assert auto(world) == 0
    assert capsys.readouterr().out.startswith("Published edition ")
    assert list(world.names()) == [WARD]
    assert status(world)["attempt"]["outcome"] == "published"


def test_auto_may_stand_in_the_place_of_the_month(world: World) -> None:
    """``phulien run auto`` is the same; two months that differ are refused."""
    where = ["--data", str(world.data), "--out", str(world.out), "--ward", WARD]
    assert main(["run", "auto", *where]) == 0
    assert list(world.names()) == [WARD]
    assert main(["run", "auto", "--month", "2025-07", *where]) == 2


def test_a_month_published_from_the_same_inputs_is_left_alone(
    world: World, clock: Clock, ran: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The night after nothing is run, and the edition stands."""
    assert auto(world) == 0
    name = world.names()[WARD]
    ran.clear()
    clock.set("2025-08-02")
    capsys.readouterr()
    assert auto(world) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    assert (ran, world.names()[WARD]) == ([], name)
    assert status(world)["attempt"]["outcome"] == "unchanged"


def test_a_deadline_that_is_moved_makes_no_new_edition(world: World, ran: list[str]) -> None:
    """No page rests on the calendar: with another deadline nothing has changed."""
    assert auto(world) == 0
    ran.clear()
    (world.data / "reporting.csv").write_text(CALENDAR.replace("1,5", "1,9"), encoding="utf-8")
    assert auto(world) == 0
    assert (ran, status(world)["due"]["deadline"]) == ([], "2025-08-09")


def test_figures_that_are_not_there_yet_are_awaited(
    world: World, clock: Clock, ran: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """On 1 September August is due and has no file: it is said, nothing is run, and the exit code is 0."""
    assert auto(world) == 0
    ran.clear()
    clock.set("2025-09-01")
    capsys.readouterr()
    assert auto(world) == 0
    said = f"phulien: {WARD}: the figures of August 2025 are not there; they are awaited until 5 September 2025\n"
    assert (capsys.readouterr().err, ran) == (said, [])
    found = status(world)
    assert (found["attempt"]["outcome"], found["attempt"]["month"]) == ("not_due", "2025-08")
    assert (found["edition"]["month"], found["due"]["figures"]) == (MONTH, False)


def test_overdue_is_no_failure_on_the_day_it_is_found_and_one_from_the_next_on(
    world: World, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """On 6 September August is overdue: exit code 0, also when run twice; on the 7th it is 2; with figures it is 0."""
    assert auto(world) == 0
    codes = []
    for day, hour in (("2025-09-06", 1), ("2025-09-06", 9), ("2025-09-07", 1)):
        clock.set(day, hour)
        codes.append(auto(world))
    assert codes == [0, 0, 2]
    assert "are overdue by 2 day(s); they were due by 5 September 2025" in capsys.readouterr().err
    found = status(world)
    assert (found["attempt"]["outcome"], found["attempt"]["exit_code"]) == ("overdue", 2)
    assert (found["due"]["overdue_days"], found["due"]["overdue_since"]) == (2, "2025-09-06")
    world.write_month(*FIGURES, month="2025-08")
    assert auto(world) == 0
    found = status(world)
    assert (found["due"]["overdue_days"], found["due"]["overdue_since"]) == (0, None)
    assert (found["attempt"]["outcome"], found["edition"]["month"]) == ("published", "2025-08")


def test_an_earlier_month_that_was_never_published_is_named_and_left(
    world: World, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """July's figures came after August had ended: August is awaited, July is named, and published by name only."""
    clock.set("2025-09-01")
    assert auto(world) == 0
    said = (
        f"phulien: {WARD}: figures of 2025-07 are there and were not published; phulien run publishes a month by name"
    )
    assert said in capsys.readouterr().err.splitlines()
    assert (world.names(), status(world)["waiting"]) == ({}, ["2025-07"])
    assert world.run("--ward", WARD) == 0
    assert status(world)["waiting"] == []


def test_each_ward_has_its_own_calendar(world: World, clock: Clock) -> None:
    """On 16 August an office of 15 to 14 awaits August, the others July: one run takes up each for itself."""
    world.add_wards("ward-a")
    (world.data / "reporting.csv").write_text(CALENDAR + "ward-a,administrative,15,18\n", encoding="utf-8")
    clock.set("2025-08-16")
    assert auto(world, "--ward", "all") == 0
    assert list(world.names()) == [WARD]
    due = {ward: status(world, ward)["due"] for ward in (WARD, "ward-a")}
    assert (due[WARD]["month"], due["ward-a"]["month"]) == ("2025-07", "2025-08")
    assert (due["ward-a"]["first_day"], due["ward-a"]["last_day"]) == ("2025-07-15", "2025-08-14")
    assert status(world, "ward-a")["waiting"] == ["2025-07"]


def test_without_a_calendar_auto_is_wrong_input(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is guessed: exit code 2, and the status has the cause, in both languages, though no ward was reached."""
    (world.data / "reporting.csv").unlink()
    assert auto(world) == 2
    assert "which month is due is not guessed" in capsys.readouterr().err
    found = whole_status(world)
    assert (found["run"]["exit_code"], found["wards"]) == (2, [])
    assert "which month is due is not guessed" in found["run"]["cause_en"]
    assert "chương trình không đoán tháng nào đến hạn" in found["run"]["cause_vi"]


def test_wrong_data_leave_the_edition_and_say_the_cause(world: World) -> None:
    """A misspelt unit fails the ward with exit code 2; the edition that readers see stands in the status as before."""
    assert auto(world) == 0
    before = status(world)["edition"]
    world.write_month("total actual 2025-07 100 milion-dong")
    assert auto(world) == 2
    found = status(world)
    assert found["edition"] == before
    assert (found["attempt"]["outcome"], found["attempt"]["exit_code"]) == ("failed", 2)
    assert "'milion-dong' is not a unit" in found["attempt"]["cause_en"]
    assert whole_status(world)["run"]["exit_code"] == 2


def test_one_ward_that_fails_and_one_that_is_overdue_do_not_hide_each_other(world: World, clock: Clock) -> None:
    """The exit code is the gravest of all wards, and each has its own outcome."""
    world.add_wards("ward-a", "ward-b")
    (world.data / "ward-b" / f"{MONTH}.csv").unlink()
    world.write_month("total actual 2025-07 100 milion-dong")
    clock.set("2025-08-31")
    assert auto(world, "--ward", "all") == 2
    outcomes = {entry["ward"]: entry["attempt"]["outcome"] for entry in whole_status(world)["wards"]}
    assert outcomes == {WARD: "failed", "ward-a": "published", "ward-b": "overdue"}


def test_a_run_of_one_ward_leaves_the_status_of_the_others(world: World, clock: Clock) -> None:
    """The second run is about ward-a alone; what is known of the first ward stays, its edition looked up anew."""
    world.add_wards("ward-a")
    assert auto(world) == 0
    clock.set("2025-08-03")
    assert auto(world, "--ward", "ward-a") == 0
    assert [entry["ward"] for entry in whole_status(world)["wards"]] == [WARD, "ward-a"]
    times = {ward: status(world, ward)["attempt"]["at"][:10] for ward in (WARD, "ward-a")}
    assert times == {WARD: "2025-08-01", "ward-a": "2025-08-03"}


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_a_signal_ends_is_in_the_status(
    world: World, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    """Ctrl-C, or a service that is stopped, in mid-run: the status has the exit code, and the edition stands."""
    assert auto(world) == 0
    before = status(world)["edition"]

    def stopped(*_: object, **__: object) -> None:
        os.kill(os.getpid(), number)
        time.sleep(60)

    world.write_month(*FIGURES[:2])
    monkeypatch.setattr(editions, "run_notebooks", stopped)
    assert auto(world) == code
    found = status(world)
    assert (found["attempt"]["outcome"], found["attempt"]["exit_code"]) == ("interrupted", code)
    assert (found["edition"], whole_status(world)["run"]["exit_code"]) == (before, code)
    assert whole_status(world)["run"]["cause_en"] == "interrupted"


def test_something_unexpected_is_in_the_status_and_not_swallowed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw ends the command in a line; the status has its kind and text, with exit code 70."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("made up")

    monkeypatch.setattr(editions, "run_notebooks", broken)
    assert auto(world) == 70
    found = whole_status(world)["run"]
    assert found["exit_code"] == 70
    assert (status(world)["attempt"]["outcome"], status(world)["attempt"]["exit_code"]) == ("failed", 70)
    assert "an error that nobody expected: ZeroDivisionError: made up (tests/test_unattended.py:" in found["cause_en"]


def test_a_run_by_name_leaves_no_site_where_there_was_none(world: World) -> None:
    """A misspelt month writes no status, and makes no folder; auto does, since somebody watches the file."""
    where = ["--data", str(world.data), "--out", str(world.out), "--ward", WARD]
    assert main(["run", "2025-08", *where]) == 2
    assert not world.out.exists()


def test_a_status_that_cannot_be_written_is_told_and_changes_nothing(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder where the file should be: the edition is published, the exit code is 0, and the cause is told."""
    (world.out / "status.json").mkdir(parents=True)
    assert auto(world) == 0
    assert list(world.names()) == [WARD]
    assert f"phulien: the status of {world.out} could not be written (Is a directory)" in capsys.readouterr().err
    assert list(world.out.glob(".status*")) == []


def test_an_edition_that_was_gone_back_from_is_not_shown_again_by_itself(
    world: World, ran: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """After a rollback the night leaves the old edition; corrected data are published; a run by name goes forward."""
    where = ["--data", str(world.data), "--out", str(world.out), "--ward", WARD]
    names = []
    for part in ("45", "46"):
        world.write_month(*FIGURES[:2], f"part-b actual 2025-07 {part} million-dong")
        assert auto(world) == 0
        names.append(world.names()[WARD])
    assert main(["rollback", MONTH, "--ward", WARD, "--out", str(world.out)]) == 0
    ran.clear()
    capsys.readouterr()
    assert auto(world) == 0
    assert f"Nothing has changed: edition {names[0]} of" in capsys.readouterr().out
    assert (world.names()[WARD], ran) == (names[0], [])
    assert main(["run", MONTH, "--lang", "en", *where]) == 0
    assert world.names()[WARD] == names[1]
    assert main(["rollback", MONTH, "--ward", WARD, "--out", str(world.out)]) == 0
    world.write_month(*FIGURES[:2], "part-b actual 2025-07 47 million-dong")
    assert auto(world) == 0
    assert world.names()[WARD] not in names


def test_what_a_run_begins_with_is_imported_at_once() -> None:
    """Record and log stand before workers are begun, so they may not wait for what makes pages, or checks data."""
    code = "import sys, phulien_analysis.orchestration; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"phulien_analysis.publishing", "pydantic", "pandas"} & set(done.stdout.split())


def test_a_status_file_of_somebody_else_is_replaced(world: World) -> None:
    """What is not our JSON is no status: the run goes on as if there were none."""
    world.out.mkdir()
    for text in ("not JSON", "[]", '{"schema": 1}', '{"schema": 2, "wards": []}', '{"schema": 1, "wards": [3]}'):
        (world.out / "status.json").write_text(text, encoding="utf-8")
        assert auto(world) == 0
        assert [entry["ward"] for entry in whole_status(world)["wards"]] == [WARD]
