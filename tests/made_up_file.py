"""Builders of made-up month's files, good ones and bad ones, and what is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from phulien_analysis import DataError, Report, load_report
from tests.made_up import COLUMNS, MONTH, WARD

FILE = f"data/{WARD}/{MONTH}.csv"
HEADER = ",".join(COLUMNS)
GOOD = "people,actual,2025-07-01,2025-07-31,5,person,,,II.1 p1 #1"


def row(**changes: str) -> str:
    """A good row with some columns changed."""
    return ",".join({**dict(zip(COLUMNS, GOOD.split(","), strict=True)), **changes}.values())


def rows(*lines: str) -> str:
    """A month's file of these rows."""
    return "\n".join([HEADER, *lines, ""])


def write(home: Path, content: bytes | str) -> None:
    """Write the month's file as it is."""
    (home / WARD / f"{MONTH}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())


def loaded(home: Path, content: bytes | str) -> Report:
    """The report whose month's file holds this."""
    write(home, content)
    return load_report(MONTH, WARD, home, "en")


def problems(home: Path, content: bytes | str | None = None) -> list[str]:
    """Everything that is wrong with a data folder, whose month's file may first be written anew, as it is told."""
    if content is not None:
        write(home, content)
    with pytest.raises(DataError) as caught:
        load_report(MONTH, WARD, home)
    assert str(caught.value).splitlines()[1:] == [f"  {problem}" for problem in caught.value.problems]
    return [str(problem) for problem in caught.value.problems]


def only_problem(home: Path, **changes: str) -> str:
    """What is wrong with a row changed so: one problem, without the file and row that every test has."""
    (problem,) = problems(home, rows(row(**changes)))
    return problem.removeprefix(f"{FILE}, row 2, ")


def told(home: Path) -> list[str]:
    """Everything that is wrong with a data folder, in both languages at once."""
    with pytest.raises(DataError) as caught:
        load_report(MONTH, WARD, home)
    vietnamese = caught.value.say("vi").splitlines()[1:]
    english = caught.value.say("en").splitlines()[1:]
    assert len(vietnamese) == len(english)
    return [line.strip() for line in (*english, *vietnamese)]
