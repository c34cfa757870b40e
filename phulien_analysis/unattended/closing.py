"""The end of a run, however it came: the status of its site is written, last of all.

Nothing in here changes how the run ended: what cannot be written is told, and that is all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message
from phulien_analysis.publishing.durable import clear, leftovers, write_file
from phulien_analysis.publishing.locks import held
from phulien_analysis.unattended import prometheus, status
from phulien_analysis.unattended.attempts import RunRecord
from phulien_analysis.unattended.logs import RunLog

PATIENCE = 10
"""Seconds to wait for another run that writes the status or the list of editions; that takes a moment."""
Status = Mapping[str, Any]


@dataclass(frozen=True)
class Ending:
    """What the end of a run needs to know: where the site is, what time it is, and who is told."""

    site: Path
    clock: Callable[[], datetime]
    log: RunLog
    told: Callable[[Message], None]

    def close(self, run: RunRecord) -> tuple[Status, Status]:
        """Write the status of the site; gives it back as it was before, and as it is now."""
        try:
            return self._write(run)
        except (OSError, PhulienError) as error:
            values = {"site": str(self.site), "cause": getattr(error, "strerror", None) or str(error)}
            what = Message("the status of {site} could not be written ({cause})", values)
            self.log.tell("status", level="warning", cause=what.say("en"))
            self.told(what)
            return self._now(run)

    def _write(self, run: RunRecord) -> tuple[Status, Status]:
        editions = self.site / ".editions"
        editions.mkdir(parents=True, exist_ok=True)
        with held(editions, "phulien run", timeout=PATIENCE):  # of two runs the later must keep what the other wrote
            before, after = self._now(run)
            for left in leftovers(self.site, r"status\.(json|prom)"):
                clear(left)
            write_file(self.site / prometheus.NAME, prometheus.prometheus_text(after).encode())
            write_file(self.site / status.NAME, status.status_text(after).encode())
        return before, after

    def _now(self, run: RunRecord) -> tuple[Status, Status]:
        before = status.read_status(self.site)
        return before, status.status_document(before, self.site, run, self.clock())
