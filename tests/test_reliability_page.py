"""docs/reliability.md says what is so: each test it names is there, and its counts are those of its tables."""

import re
from pathlib import Path

from benchmarks.kills import Kill, tell
from benchmarks.performance_page import PLACE
from tests.faults import moments

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")
SIGKILL, SIGTERM = (one for one, _ in moments(seed=0, count=2))


def rows() -> list[list[str]]:
    """The rows of the table of faults."""
    table = PAGE.partition("| fault |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_every_test_that_the_page_names_is_there() -> None:
    """A test that was renamed takes its row along."""
    known = {
        name
        for file in (ROOT / "tests").glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert [name for name in re.findall(r"`(test_\w+)`", PAGE) if name not in known] == []


def test_faults_are_counted() -> None:
    """The number in the text is that of the rows, and no fault is told twice."""
    faults = [row[0] for row in rows()]
    assert f"\n{len(faults)} kinds of fault, each by a test" in PAGE
    assert len(set(faults)) == len(faults)


def test_every_kill_that_the_page_tells_of_was_survived() -> None:
    """The last row counts both signals: as many survived as were sent; old and new editions make them up."""
    (measured,) = (found[0] for found in PLACE.finditer(PAGE) if found[2] == "kills")
    both = re.search(r"\| both +\| +(\d+) \| +(\d+) \| +(\d+) \| +(\d+) \| +(\d+) \|", measured)
    assert both
    sent, survived, ended, old, new = map(int, both.groups())
    assert sent >= 200
    assert (survived, old + new) == (sent, sent)
    assert ended > sent // 2


def test_signals_come_by_turns_and_all_over_a_run() -> None:
    """Of ten, five are SIGKILL, and one comes in each tenth of a run; the same seed gives the same moments."""
    planned = moments(seed=7, count=10)
    assert [number.name for number, _ in planned] == ["SIGKILL", "SIGTERM"] * 5
    assert sorted(int(part * 10) for _, part in planned) == list(range(10))
    assert moments(seed=7, count=10) == planned != moments(seed=8, count=10)


def test_what_counts_as_survived() -> None:
    """By SIGTERM a run ends in order, or before it has begun; a fault, or a next run that fails, is told as such."""
    good = Kill(SIGTERM, 0.5, 143, new=False, faults=(), next_code=0, next_faults=(), seconds=2.0)
    codes = {(number.name, code) for number in (SIGTERM, SIGKILL) for code in (0, 1, 143, -15, -9)}
    survived = {(name, code) for name, code in codes if _with(good, name, code).survived}
    assert survived == codes - {("SIGTERM", 1), ("SIGKILL", 1), ("SIGKILL", 143)}
    left = Kill(SIGKILL, 0.5, -9, new=True, faults=(), next_code=0, next_faults=("process left",), seconds=4.0)
    assert not left.survived
    assert str(left) == "SIGKILL at  50%: exit code -9, new edition, NOT survived: () ('process left',)"
    told = tell([good, left], seed=3)
    assert "| both    |    2 |        1 |           2 |                 1 |                 1 |" in told
    assert "Seed 3; a run left alone took 3.0 s (median)" in told


def _with(kill: Kill, name: str, code: int) -> Kill:
    number = SIGKILL if name == "SIGKILL" else SIGTERM
    return Kill(number, kill.part, code, kill.new, (), 0, (), kill.seconds)


def test_changes_that_no_test_noticed_are_all_accounted_for() -> None:
    """What is gone, what is noticed since, what other files notice, and the rows of the table make up those left."""
    part = PAGE.partition("## Numbers and calculations changed")[2].partition("\n## ")[0]
    row = next(line for line in part.splitlines() if re.match(r"\|\s+\d", line))
    changes, tried, noticed, _, missed = (int(cell.replace(",", "")) for cell in row.strip("|").split("|"))
    assert changes == tried
    table = [int(row.split("|")[2]) for row in part.partition("| what is changed |")[2].splitlines()[2:] if "|" in row]
    told = re.search(
        r"Of the (\d+), each was read\. (\d+) were .*? (\d+) are noticed .*? (\d+) are of kinds .*? (\d+) are left",
        part,
        re.DOTALL,
    )
    assert told
    of, *parts = map(int, told.groups())
    assert (of, tried - noticed) == (missed, missed)
    assert sum(parts) == missed
    assert sum(table) == parts[-1]
