"""What a run did: for each ward, and as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, Sayable

if TYPE_CHECKING:  # these take long to import, and a run needs its record from the start
    from phulien_analysis.publishing import Edition
    from phulien_analysis.unattended.due import Due

INTERRUPTED = 130
WAS_INTERRUPTED = Message("interrupted")
OVERDUE = 2
"""As for wrong input: the figures are not there."""
Outcome = Literal["published", "staged", "unchanged", "not_due", "overdue", "failed", "interrupted"]
NOT_BEGUN = {"not_due", "overdue"}
GOOD = {"published", "staged", "unchanged", "not_due"}


@dataclass
class Attempt:
    """What became of a month of a ward; interrupted, until something else is known.

    ``notebooks``: the seconds of each that was run. ``tries``: 1, and one more for each retry.
    """

    ward: str
    month: str
    outcome: Outcome = "interrupted"
    exit_code: int = INTERRUPTED
    cause: Sayable = WAS_INTERRUPTED
    tries: int = 1
    seconds: float = 0
    edition: str = ""
    notebooks: dict[str, float] = field(default_factory=dict)

    @property
    def slowest(self) -> str | None:
        """The notebook that took longest of those that were run."""
        return max(self.notebooks, key=lambda name: self.notebooks[name], default=None)

    def done(self, edition: Edition) -> None:
        """It was published, or stood as it was."""
        self.outcome = "staged" if edition.staged else "published" if edition.changed else "unchanged"
        self.exit_code, self.cause, self.edition = 0, "", edition.name
        ran = [one for one in edition.finished if not one.reused]
        self.notebooks = {one.task.target.name: one.seconds for one in ran}

    def failed(self, error: PhulienError) -> None:
        """It was not published, for this cause."""
        self.outcome, self.exit_code, self.cause = "failed", error.exit_code, error.what

    def not_begun(self, outcome: Outcome, exit_code: int, cause: Sayable) -> None:
        """There was nothing to run."""
        self.outcome, self.exit_code, self.cause = outcome, exit_code, cause


@dataclass
class RunRecord:
    """A run as a whole: when it began, how long it took, how it ended; what was done, and what is due, by ward."""

    began: datetime
    attempts: dict[str, Attempt] = field(default_factory=dict)
    due: Mapping[str, Due] = field(default_factory=dict)
    seconds: float = 0
    exit_code: int = INTERRUPTED
    cause: Sayable = WAS_INTERRUPTED

    @property
    def gravest(self) -> int:
        """The exit code of the gravest of what was not begun."""
        return max((one.exit_code for one in self.attempts.values() if one.outcome in NOT_BEGUN), default=0)

    def ended(self, exit_code: int, cause: Sayable = "") -> None:
        """It came to its end."""
        self.exit_code, self.cause = exit_code, cause

    def interrupted(self, exit_code: int) -> None:
        """A signal ended it."""
        self.ended(exit_code, WAS_INTERRUPTED)
        for attempt in self._unfinished():
            attempt.exit_code = exit_code

    def broke(self, error: PhulienError) -> None:
        """It ended in an error that nobody foresaw."""
        self.ended(error.exit_code, error.what)
        for attempt in self._unfinished():
            attempt.failed(error)

    def _unfinished(self) -> list[Attempt]:
        return [attempt for attempt in self.attempts.values() if attempt.outcome == "interrupted"]
