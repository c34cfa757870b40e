"""What was done with a ward's editions, a line an act: what is shown follows from the links, the way back from here.

Lines are only added, each in one piece and put on the disk. Their order is that of the file, and of ``n``: a clock
that steps back confuses nothing. A line that a crash cut off is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from phulien_analysis.publishing.durable import append_line

NAME = "journal.jsonl"
Act = Literal["stage", "publish", "rollback", "found", "prune"]
"""``found``: an edition was shown that no line tells of, because a run was ended before it could write one."""

SHOWING: tuple[Act, ...] = ("publish", "rollback", "found")
"""Acts after which the edition is the one that is shown."""


class Line(BaseModel):
    """One act: its number, its time by the clock of the machine, and the edition that it was about."""

    model_config = ConfigDict(frozen=True)

    n: int
    time: str
    act: Act
    ward: str
    month: str
    edition: str


def now() -> str:
    """The time, as a journal has it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Journal:
    """The journal of one ward, in the folder of its editions."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._ward = folder.name

    def lines(self, month: str) -> list[Line]:
        """The acts that concern a month, the oldest first."""
        return [line for line in self._all() if line.month == month]

    def add(self, act: Act, month: str, edition: str) -> None:
        """Put an act on the disk; only by whoever holds the ward's lock."""
        number = max((line.n for line in self._all()), default=0) + 1
        line = Line(n=number, time=now(), act=act, ward=self._ward, month=month, edition=edition)
        append_line(self._path, json.dumps(line.model_dump()))

    def shown(self, month: str) -> list[str]:
        """The editions that were shown one after the other, without what was rolled back; the last is shown now."""
        shown: list[str] = []
        for line in self.lines(month):
            if line.act == "rollback" and line.edition in shown:
                while shown[-1] != line.edition:
                    shown.pop()
            elif line.act in SHOWING and shown[-1:] != [line.edition]:
                shown.append(line.edition)
        return shown

    def gone_back(self, month: str) -> bool:
        """Whether what is shown is shown because somebody went back to it."""
        return [line.act for line in self.lines(month) if line.act in SHOWING][-1:] == ["rollback"]

    def staged(self, month: str) -> str | None:
        """The edition that was built to be looked at, if none was published since."""
        staged = None
        for line in self.lines(month):
            if line.act == "stage":
                staged = line.edition
            elif line.act in ("publish", "found") or line.edition == staged:
                staged = None
        return staged

    def in_order(self, month: str, editions: Iterable[str]) -> list[str]:
        """Editions by when they were last made or shown, the oldest first; before them those that no line tells of."""
        last = {line.edition: line.n for line in self.lines(month)}
        return sorted(editions, key=lambda name: (last.get(name, 0), name))

    def _all(self) -> list[Line]:
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return []
        return [line for line in map(_read, text.splitlines()) if line]


def _read(text: str) -> Line | None:
    try:
        return Line.model_validate_json(text)
    except ValidationError:
        return None
