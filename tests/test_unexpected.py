"""What nobody expected is told in a line that names cause and place; the traceback is for who asks for it."""

import errno
import threading
from collections.abc import Callable
from concurrent.futures import InvalidStateError
from concurrent.futures.process import _RemoteTraceback
from datetime import UTC, datetime
from pathlib import Path
from threading import ExceptHookArgs, current_thread

import pytest

from phulien_analysis import cli, workers
from phulien_analysis.errors import UnexpectedError
from phulien_analysis.progress import tell_failures
from phulien_analysis.publishing import Edition, Failure, Wanted, build_editions
from phulien_analysis.unattended.attempts import Attempt, RunRecord
from tests.made_up import MONTH

SAID = (
    "an error that nobody expected: ZeroDivisionError: made up ({}); "
    "--verbose or PHULIEN_TRACEBACK=1 shows the traceback"
)
REMOTE = """
Traceback (most recent call last):
  File "/made/up/lib/site-packages/pandas/core/frame.py", line 12, in f
    g()
  File "/made/up/lib/site-packages/numpy/__init__.py", line 345, in g
    1 / 0
ZeroDivisionError: made up
"""


def fail(**_options: object) -> None:
    """Fail in a way that nobody expected."""
    raise ZeroDivisionError("made\n  up")


def error_of(call: Callable[[], None]) -> UnexpectedError:
    """What is made of the error that a call raises."""
    try:
        call()
    except ZeroDivisionError as error:
        return UnexpectedError(error)
    raise AssertionError


def test_the_line_names_the_cause_and_the_place_where_it_happened() -> None:
    """Kind and text of the error in one line, the file from its folder on, and its line."""
    error = error_of(fail)
    assert str(error).startswith(SAID.partition(" ({})")[0] + " (tests/test_unexpected.py:")
    assert error.exit_code == 70
    assert error.story.rstrip().endswith("up")
    assert "in fail" in error.story


def test_of_a_worker_the_place_is_where_it_happened_there() -> None:
    """A worker's error comes with the text of its traceback: the place is the last one in it."""
    error = ZeroDivisionError("made up")
    error.__cause__ = _RemoteTraceback(REMOTE)  # type: ignore[arg-type]
    unexpected = UnexpectedError(error)
    assert str(unexpected) == SAID.format("numpy/__init__.py:345")
    assert unexpected.story == REMOTE


def test_an_error_that_was_never_raised_has_no_place() -> None:
    """Nothing is made up where nothing is known."""
    assert str(UnexpectedError(ZeroDivisionError("made up"))) == SAID.format("?:0")


@pytest.mark.parametrize("asked", ["", "--verbose", "variable"])
def test_the_command_shows_the_traceback_if_asked(
    asked: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without being asked it is one line; with `--verbose` or the variable the traceback stands before it."""
    monkeypatch.setattr(cli, "app", fail)
    monkeypatch.delenv("PHULIEN_TRACEBACK", raising=False)
    if asked == "variable":
        monkeypatch.setenv("PHULIEN_TRACEBACK", "1")
    assert cli.main(["run", "--lang=en", *filter(lambda word: word.startswith("--"), [asked])]) == 70
    *story, last = capsys.readouterr().err.splitlines()
    assert last.startswith("phulien: an error that nobody expected: ZeroDivisionError: made up (tests/")
    assert bool(story) is bool(asked)
    assert not asked or story[0] == "Traceback (most recent call last):"


def test_one_ward_that_fails_so_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is a failure among others, with the gravest exit code; its traceback is told if asked for."""
    monkeypatch.delenv("PHULIEN_TRACEBACK", raising=False)
    failures = [
        one
        for one in build_editions([Wanted(MONTH, "a"), Wanted(MONTH, "b")], lambda *_: fail())  # type: ignore[arg-type]
        if isinstance(one, Failure)
    ]
    assert tell_failures(failures, 2, "en") == 70
    assert [line[:31] for line in capsys.readouterr().err.splitlines()[:2]] == [
        f"phulien: {one.wanted.ward} {MONTH}: an error th" for one in failures
    ]
    tell_failures(failures, 2, "en", verbose=True)
    assert capsys.readouterr().err.count("Traceback (most recent call last):") == 2


def test_a_pool_that_breaks_while_its_calls_are_cancelled_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread of Python's own fails then, which nobody needs to hear of; any other failure of a thread is told."""
    told: list[ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    with workers._cancelled_quietly():
        for kind in (InvalidStateError, ZeroDivisionError):
            threading.excepthook(ExceptHookArgs((kind, kind(), None, current_thread())))
    assert [failure.exc_type for failure in told] == [ZeroDivisionError]
    assert threading.excepthook == told.append


def test_what_was_not_done_yet_is_put_down_as_failed_for_that_cause() -> None:
    """A run of two wards that breaks while the second is being built: the first stays published."""
    record = RunRecord(datetime(2025, 8, 1, tzinfo=UTC))
    record.attempts = {"a": Attempt("a", MONTH, "published", 0, ""), "b": Attempt("b", MONTH)}
    record.broke(error_of(fail))
    assert [(one.outcome, one.exit_code) for one in record.attempts.values()] == [("published", 0), ("failed", 70)]
    assert (record.exit_code, record.attempts["b"].cause) == (70, record.cause)


def test_a_disk_that_fails_one_ward_stops_no_other() -> None:
    """A full disk is told with its cause, as a failure among others."""

    def full(wanted: Wanted, *_: object) -> Edition:
        if wanted.ward == "a":
            raise OSError(errno.ENOSPC, "No space left on device", "/made/up")
        return Edition(wanted.ward, MONTH, Path("/made/up"), "0" * 16, changed=True)

    found = list(build_editions([Wanted(MONTH, "a"), Wanted(MONTH, "b")], full))
    (failure,) = (one for one in found if isinstance(one, Failure))
    assert (failure.wanted.ward, len(found)) == ("a", 2)
    assert failure.error.say("en") == (
        "/made/up could not be written (No space left on device); make room, and run again"
    )
