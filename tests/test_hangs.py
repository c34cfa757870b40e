"""A test that hangs: it is begun anew once, and told; what hangs again, or dies, has failed."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import hangs

ROOT = Path(__file__).parents[1]
CONFTEST = """
import sys
sys.path.insert(0, {root!r})
from tests.hangs import Hangs
def pytest_configure(config):
    config.pluginmanager.register(Hangs(float(config.getini("faulthandler_timeout"))))
"""
TESTS = """
import os, pathlib, threading
def test_of_which_nothing_is_known():
    file = pathlib.Path({file!r})
    tries = int(file.read_text() or 0) if file.exists() else 0
    file.write_text(str(tries + 1))
    {what}
def test_that_is_as_it_should_be(): pass
"""


def told_by_pytest(folder: Path, what: str) -> list[str]:
    """The lines that pytest says of a file with two tests, one of which does this with its `tries` so far."""
    (folder / "conftest.py").write_text(CONFTEST.format(root=str(ROOT)))
    (folder / "test_made_up.py").write_text(TESTS.format(file=str(folder / "tries"), what=what))
    words = [sys.executable, "-m", "pytest", "-n1", "--dist=loadfile", "--max-worker-restart=1", f"--rootdir={folder}"]
    words += ["-c/dev/null", "-ofaulthandler_timeout=2", "-ofaulthandler_exit_on_timeout=true", str(folder)]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    return [*done.stderr.splitlines(), *done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("if tries == 0: threading.Event().wait()", "2 passed, 1 hung and begun anew"),
        ("threading.Event().wait()", "1 failed, 1 hung and begun anew"),
        ("os._exit(5)", "2 failed"),
    ],
    ids=["hangs once", "hangs again", "dies"],
)
def test_a_test_that_hangs_once_is_begun_anew(tmp_path: Path, what: str, told: str) -> None:
    """The last line counts it; where it hung is said."""
    lines = told_by_pytest(tmp_path, what)
    assert told in lines[-1]
    assert any("threading.py" in line for line in lines) == ("wait" in what)


@pytest.mark.parametrize(
    ("begun", "seconds", "outcome"), [(True, 399.9, "hung"), (True, 300.0, "failed"), (False, 399.9, "failed")]
)
def test_what_counts_as_hung(monkeypatch: pytest.MonkeyPatch, *, begun: bool, seconds: float, outcome: str) -> None:
    """A test that ends with its process about when the limit of 400 s is over; not one that nobody heard of."""
    clock = [1_000.0]
    monkeypatch.setattr(hangs, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    seen = hangs.Hangs(400.0)
    if begun:
        seen.pytest_runtest_logstart("a")
    clock[0] += seconds
    report = pytest.TestReport("a", ("a.py", 1, "a"), {}, "failed", None, "call")
    seen.pytest_handlecrashitem("a", report)
    assert str(report.outcome) == outcome
