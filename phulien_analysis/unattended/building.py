"""Editions built one by one: each noted in the run's record and its log, and tried again where that may help."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, Sayable, say
from phulien_analysis.notebooks import Progress
from phulien_analysis.publishing import Build, Edition, Failure, Wanted
from phulien_analysis.unattended.attempts import Attempt
from phulien_analysis.unattended.logs import RunLog
from phulien_analysis.unattended.retries import persistently


@dataclass(frozen=True)
class Watch:
    """Whoever watches a run where nobody does: builds by ``build``, and notes what becomes of it in ``attempts``."""

    attempts: dict[str, Attempt]
    log: RunLog
    retries: int
    told: Callable[[Message], None]

    def begin(self, wanted: Iterable[Wanted]) -> None:
        """These are to be built; until more is known they were interrupted."""
        for one in wanted:
            self.attempts[one.ward] = Attempt(one.ward, one.month)

    def watched(self, build: Build) -> Build:
        """The same as ``build``, but seen: each try in the log, and another where it may help."""

        def built(wanted: Wanted, progress: Progress) -> Edition:
            began = time.monotonic()
            attempt = self.attempts[wanted.ward]
            self.log.tell("begin", wanted.ward, wanted.month)

            def tell(done: int, of_all: int, name: str) -> None:
                seconds = round(time.monotonic() - began, 2)
                about: dict[str, Any] = {"notebook": name, "done": done, "of": of_all, "seconds": seconds}
                self.log.tell("notebook", wanted.ward, wanted.month, **about)
                progress(done, of_all, name)

            try:
                return persistently(
                    lambda: build(wanted, tell), self.retries, lambda error, number: self._again(wanted, error, number)
                )
            finally:
                attempt.seconds = time.monotonic() - began

        return built

    def noted(self, outcomes: Iterable[Edition | Failure]) -> Iterator[Edition | Failure]:
        """Note what became of each."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                attempt = self.attempts[outcome.wanted.ward]
                attempt.failed(outcome.error)
            else:
                attempt = self.attempts[outcome.ward]
                attempt.done(outcome)
                self._warn(outcome)
            self._tell_end(attempt)
            yield outcome

    def _again(self, wanted: Wanted, error: PhulienError, number: int) -> None:
        self.attempts[wanted.ward].tries = number
        self.log.tell("retry", wanted.ward, wanted.month, level="warning", number=number, cause=error.say("en"))
        values: dict[str, Sayable] = {"ward": wanted.ward, "month": wanted.month, "number": number, "cause": error.what}
        self.told(Message("{ward} {month}: {cause}; this may pass: try {number} begins", values))

    def _warn(self, edition: Edition) -> None:
        for one in edition.finished:
            for line in one.warnings:
                notebook = one.task.source.name
                self.log.tell("warning", edition.ward, edition.month, level="warning", notebook=notebook, text=line)

    def _tell_end(self, attempt: Attempt) -> None:
        self.log.tell(
            attempt.outcome,
            attempt.ward,
            attempt.month,
            level="error" if attempt.outcome == "failed" else "info",
            seconds=round(attempt.seconds, 2),
            edition=attempt.edition,
            notebooks={name: round(seconds, 2) for name, seconds in attempt.notebooks.items()} or None,
            cause=say(attempt.cause, "en"),
        )
