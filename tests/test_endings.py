"""Signals that end a run: each raises once, and what must not be disturbed is not."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from phulien_analysis import cli, orchestration
from phulien_analysis.commands.common import fail
from phulien_analysis.endings import SIGNALS, Ended, ended_in, undisturbed, watched
from phulien_analysis.errors import PhulienError
from phulien_analysis.publishing import Edition, Wanted, runs
from tests.made_up_site import World

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs POSIX signals")


def send(number: signal.Signals) -> None:
    """Send this process a signal; Python sees to it before the next line."""
    os.kill(os.getpid(), number)


@pytest.fixture
def handlers() -> Iterator[list]:
    """How signals were treated before the test, and are again after it."""
    before = [signal.getsignal(one) for one in SIGNALS]
    yield before
    for one, found in zip(SIGNALS, before, strict=True):
        signal.signal(one, found)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_raises_and_is_remembered(number: signal.Signals) -> None:
    """SIGINT, SIGTERM and SIGHUP raise alike, as Ctrl-C does; who asks learns which it was."""
    with watched() as signals, pytest.raises(KeyboardInterrupt) as caught:
        send(number)
    assert caught.type is Ended
    assert signals.first is number


def test_the_first_signal_counts() -> None:
    """After SIGTERM a SIGHUP raises again, for what was raised first may have been lost; the exit code is SIGTERM's."""
    with watched() as signals:
        for number in (signal.SIGTERM, signal.SIGHUP):
            with pytest.raises(Ended):
                send(number)
    assert signals.first is signal.SIGTERM


def test_what_must_not_be_disturbed_ends_first() -> None:
    """Two signals in a block, and in a block inside it, raise once, after the outer block."""
    done = []

    def work() -> None:
        with undisturbed():
            with undisturbed():
                send(signal.SIGTERM)
                done.append("inner")
            send(signal.SIGTERM)
            done.append("outer")
        done.append("never")

    with watched(), pytest.raises(Ended):
        work()
    assert done == ["inner", "outer"]


def test_without_a_signal_nothing_is_raised() -> None:
    """A block that no signal came into goes on."""
    with watched() as signals, undisturbed():
        pass
    assert signals.first is None


def test_a_thread_need_not_wait(handlers: list) -> None:
    """Signals come to the main thread: a block of another one shields nothing, and changes no handler."""
    seen = []

    def work() -> None:
        with watched(), undisturbed():
            seen.append([signal.getsignal(one) for one in SIGNALS])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [handlers]


def test_what_the_process_was_told_to_ignore_stays_ignored(handlers: list) -> None:
    """`nohup phulien run` goes on when its terminal is closed."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with watched() as signals:
        send(signal.SIGHUP)
    assert signals.first is None


def test_handlers_are_put_back(handlers: list) -> None:
    """After the block signals are treated as before; where the process ends with it, they are ignored."""
    with watched():
        pass
    assert [signal.getsignal(one) for one in SIGNALS] == handlers
    with watched(for_good=True):
        pass
    assert [signal.getsignal(one) for one in SIGNALS] == [signal.SIG_IGN] * 3


# What the command makes of them


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_command_tells_the_signal_and_exits_as_a_shell_would(
    number: signal.Signals, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, in the language asked for, and 128 and the signal's number."""
    monkeypatch.setattr(cli, "app", lambda **_options: send(number))
    assert cli.main(["list", "--lang", "en"]) == code
    assert capsys.readouterr().err == f"phulien: ended by {number.name}; what was published stands\n"
    assert cli.main(["list"]) == code
    assert capsys.readouterr().err == f"phulien: đã dừng theo tín hiệu {number.name}; nội dung đã công bố giữ nguyên\n"


def test_an_error_while_it_ends_does_not_hide_the_signal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fails because the run is ended is told, but the exit code is the signal's."""

    def ends(**_options: object) -> None:
        try:
            send(signal.SIGTERM)
        finally:
            raise PhulienError("made up")

    monkeypatch.setattr(cli, "app", ends)
    assert cli.main(["run"]) == 143
    assert capsys.readouterr().err.splitlines()[-1].startswith("phulien: đã dừng theo tín hiệu SIGTERM")


def test_an_error_that_a_signal_left_behind_is_known_by_it() -> None:
    """A broken-off wait releases a lock that it does not hold: that error is the signal's, one by itself is not."""

    def wait() -> None:
        try:
            send(signal.SIGTERM)
        finally:
            raise RuntimeError("release unlocked lock")

    with watched(), pytest.raises(RuntimeError, match="release unlocked lock") as left:
        wait()
    signal_of = ended_in(left.value)
    assert signal_of is not None
    assert signal_of.exit_code == 143
    assert ended_in(RuntimeError("release unlocked lock")) is None


def test_a_run_of_one_edition_that_a_signal_breaks_off_so_is_ended() -> None:
    """Nothing of the error is told of the edition: the signal ends the run."""

    def build() -> Edition:
        try:
            raise Ended(signal.SIGTERM)
        finally:
            raise RuntimeError("release unlocked lock")

    with pytest.raises(Ended):
        runs._outcome(Wanted("2025-07", "made-up-ward", ("vi",)), build)


def test_a_run_that_a_signal_breaks_off_between_editions_tells_the_signal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error that the broken-off wait leaves behind is not told, and the exit code is the signal's."""
    world = World(tmp_path / "world")

    def broken_off(_run: object) -> None:
        try:
            send(signal.SIGTERM)
        finally:
            raise RuntimeError("release unlocked lock")

    monkeypatch.setattr(orchestration._Run, "carry_out", broken_off)
    assert world.run() == 143
    assert capsys.readouterr().err == "phulien: đã dừng theo tín hiệu SIGTERM; nội dung đã công bố giữ nguyên\n"


def test_exit_codes_are_those_of_sysexits_and_the_shell() -> None:
    """70 is EX_SOFTWARE of sysexits(3); the help of the module names all codes."""
    assert os.EX_SOFTWARE == 70
    assert fail("made up", 70) == 70
    assert all(str(code) in (cli.__doc__ or "") for code in (0, 1, 2, 3, 70, 129, 130, 143))
