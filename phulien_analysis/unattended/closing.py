"""The end of a run, however it came: its status is written, and who asked for it is told.

Nothing in here changes how the run ended: what cannot be written or sent is told, and that is all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from phulien_analysis.endings import Ended, undisturbed
from phulien_analysis.errors import PhulienError, UnexpectedError
from phulien_analysis.messages import Lang, Message, say
from phulien_analysis.publishing.durable import clear, leftovers, write_file
from phulien_analysis.publishing.locks import held
from phulien_analysis.unattended import prometheus, status
from phulien_analysis.unattended.attempts import RunRecord
from phulien_analysis.unattended.hooks import Hooks, concerns
from phulien_analysis.unattended.logs import Level, RunLog
from phulien_analysis.unattended.sending import FAULTS, post, send

PATIENCE = 10
"""Seconds to wait for another run that writes the status or the list of editions; that takes a moment."""


@dataclass(frozen=True)
class Ending:
    """What the end of a run needs to know: where the site is, whom to tell, in which language, and what time it is."""

    site: Path
    hooks: Hooks
    log: RunLog
    lang: Lang
    clock: Callable[[], datetime]
    told: Callable[[Message], None]

    @contextmanager
    def after(self, run: RunRecord, *, always: bool) -> Iterator[None]:
        """However this block ends: ``run`` knows how, the status is written, and who asked for it is told.

        Unless ``always``, a run that found no site to publish in leaves none behind.
        """
        began = time.monotonic()
        try:
            yield
        except PhulienError as error:
            run.ended(error.exit_code, error.what)
            raise
        except Ended as signal:
            run.ended(signal.exit_code)
            raise
        except Exception as error:
            unexpected = UnexpectedError(error)
            run.ended(unexpected.exit_code, unexpected.what)
            raise
        finally:
            run.seconds = time.monotonic() - began
            if always or self.site.is_dir():
                with undisturbed():
                    self.close(run)
            level: Level = "error" if run.exit_code else "info"
            cause = say(run.cause, "en")
            self.log.tell("end", level=level, exit_code=run.exit_code, seconds=round(run.seconds, 2), cause=cause)
            if fault := self.log.broken:
                values = {"file": self.log.name, "cause": fault.strerror or str(fault)}
                self.told(Message("the log {file} could not be written ({cause}); the run itself stands", values))

    def close(self, run: RunRecord) -> None:
        """Write the status of the site, and tell of it."""
        try:
            before, after = self._write(run)
        except (OSError, PhulienError) as error:
            values = {"site": str(self.site), "cause": getattr(error, "strerror", None) or str(error)}
            self._tell("status", Message("the status of {site} could not be written ({cause})", values))
            before, after = self._now(run)
        for hook, how in ((self.hooks.webhook, self._post), (self.hooks.email, self._send)):
            if hook and concerns(hook.when, before, after):
                how(after)

    def _write(self, run: RunRecord) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        editions = self.site / ".editions"
        editions.mkdir(parents=True, exist_ok=True)
        with held(editions, "phulien run", timeout=PATIENCE):  # of two runs the later must keep what the other wrote
            before, after = self._now(run)
            for left in leftovers(self.site, r"status\.(json|prom)"):
                clear(left)
            write_file(self.site / prometheus.NAME, prometheus.prometheus_text(after).encode())
            write_file(self.site / status.NAME, status.status_text(after).encode())
        return before, after

    def _now(self, run: RunRecord) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """The status before, and after."""
        before = status.read_status(self.site)
        return before, status.status_document(before, self.site, run, self.clock())

    def _post(self, after: Mapping[str, Any]) -> None:
        if hook := self.hooks.webhook:
            self._sent("webhook", hook.host, lambda: post(hook, after))

    def _send(self, after: Mapping[str, Any]) -> None:
        if hook := self.hooks.email:
            self._sent("email", hook.host, lambda: send(hook, after, self.lang))

    def _sent(self, name: str, host: str, sending: Callable[[], None]) -> None:
        try:
            sending()
        except FAULTS as error:
            values = {"hook": name, "host": host, "cause": str(error)}
            self._tell("notify", Message("{hook}: {host} could not be told ({cause}); the run itself stands", values))
        else:
            self.log.tell("notify", hook=name, host=host)

    def _tell(self, step: str, what: Message) -> None:
        self.log.tell(step, level="warning", cause=what.say("en"))
        self.told(what)
