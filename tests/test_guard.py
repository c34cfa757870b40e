"""Work on what comes from outside ends in a result or in an error, within its time and its memory."""

import os
import signal
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from phulien_analysis import DataError, PhulienError, guard
from phulien_analysis.errors import Problem
from phulien_analysis.guard import Bounds, OutOfBoundsError, bounds, within_bounds
from phulien_analysis.messages import Message


def endless() -> None:
    """A loop that nothing ends."""
    while True:
        pass


def too_large() -> int:
    """More memory than any document needs."""
    return len(bytearray(2 * 2**30))


def refused() -> None:
    """A refusal in two languages."""
    raise PhulienError(Message("the pasted text has more than {limit} MB. Paste the report alone.", {"limit": 7}))


def wrong_data() -> None:
    """An error that holds problems."""
    raise DataError([Problem("a.csv", 2, "unit", "made up")])


def ended() -> None:
    """A process that a library takes down."""
    os.kill(os.getpid(), signal.SIGKILL)


def own_process() -> int:
    """The process that the work is done in."""
    return os.getpid()


def test_work_is_done_in_a_process_of_its_own() -> None:
    """What it returns comes back, and its process has gone."""
    process = within_bounds("a", own_process)
    assert process != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_errors_come_back_as_they_are() -> None:
    """A refusal can still be said in both languages, and an error of data has its problems."""
    with pytest.raises(PhulienError) as caught:
        within_bounds("a", refused)
    assert caught.value.say("en") == "the pasted text has more than 7 MB. Paste the report alone."
    assert caught.value.say("vi").startswith("văn bản dán vào nặng hơn 7 MB")
    with pytest.raises(DataError) as data:
        within_bounds("a", wrong_data)
    assert [problem.column for problem in data.value.problems] == ["unit"]


def test_a_loop_is_ended_and_told() -> None:
    """A second of processor time is over soon, and the sentence says what to do."""
    started = time.monotonic()
    with pytest.raises(OutOfBoundsError) as caught:
        within_bounds("a.pdf", endless, limits=Bounds(seconds=1))
    assert time.monotonic() - started < 15
    assert caught.value.say("en") == (
        "a.pdf takes longer than 1 seconds to read, which no report does. "
        "Bring the report alone, or give it more time (PHULIEN_DOCUMENT_SECONDS=…)."
    )
    assert caught.value.say("vi").startswith("Đọc a.pdf mất hơn 1 giây")


def test_what_only_waits_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that sleeps uses no processor time: it is ended after some times as many seconds."""
    monkeypatch.setattr(guard, "_PATIENCE", 0.5)
    with pytest.raises(OutOfBoundsError, match=r"a takes longer than 1 seconds"):
        within_bounds("a", time.sleep, 60, limits=Bounds(seconds=1))


def test_memory_without_end_is_refused() -> None:
    """2 GB where 256 MB are allowed: the work ends, this process stays as it is."""
    with pytest.raises(OutOfBoundsError, match=r"a takes more than 256 MB of memory to read"):
        within_bounds("a", too_large, limits=Bounds(megabytes=256))


def test_a_process_that_falls_is_told() -> None:
    """A library that takes its process down (here by signal 9) is a refusal, too."""
    with pytest.raises(OutOfBoundsError, match=r"a ended the process that read it \(code -9\)\. Save the report again"):
        within_bounds("a", ended)


def test_bounds_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment may give more time or memory; what is no number is told."""
    assert bounds() == Bounds(60, 1024)
    monkeypatch.setenv("PHULIEN_DOCUMENT_SECONDS", "300")
    monkeypatch.setenv("PHULIEN_DOCUMENT_MEGABYTES", "4096")
    assert bounds() == Bounds(300, 4096)
    for wrong in ("0", "-1", "1.5", "９", "1e9", "x" * 99):
        monkeypatch.setenv("PHULIEN_DOCUMENT_SECONDS", wrong)
        with pytest.raises(PhulienError, match=r"PHULIEN_DOCUMENT_SECONDS is '.{1,20}'; write a whole number like 60"):
            bounds()


def test_an_interpreter_of_its_own_is_bounded_as_a_fork_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where forking is unsafe a new interpreter is started: what it takes and gives goes the same way."""
    monkeypatch.setattr(guard, "_PROCESS", get_context("spawn").Process)
    (tmp_path / "a.txt").write_text("x", "utf-8")
    assert within_bounds("a", os.path.getsize, tmp_path / "a.txt") == 1
