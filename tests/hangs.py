"""What becomes of a test that hangs."""

import time

import pytest

_NEARLY = 0.95  # of the limit: that a test has begun is heard a little later than it begins


class Hangs:
    """Tests that hung, as the process sees them that hands tests out to others.

    A browser or an office can hang for no reason of ours. pytest then says where, and ends the process
    (`faulthandler_timeout`); xdist hands its tests to another, with the one that hung. A second time, or if the process
    died earlier than that, the test has failed. The last line counts what hung: it is to be looked into, not hidden.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._begun: dict[str, float] = {}
        self._hung: set[str] = set()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self._begun[nodeid] = time.monotonic()

    @pytest.hookimpl(optionalhook=True)
    def pytest_handlecrashitem(self, crashitem: str, report: pytest.TestReport) -> None:
        """A test's process died: if it hung, and for the first time, that is told, and no failure yet."""
        now = time.monotonic()
        took = now - self._begun.get(crashitem, now)  # a process may die before it says that a test begins
        if crashitem not in self._hung and took >= _NEARLY * self._limit:
            self._hung.add(crashitem)
            report.outcome = "hung"  # type: ignore[assignment]  # a fourth, which pytest_report_teststatus knows

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """How it is counted in the last line."""
        return ("hung and begun anew", "H", "HUNG") if str(report.outcome) == "hung" else None
