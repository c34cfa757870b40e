"""Of the months that are due, those that can be built; of the others it is said what they wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from phulien_analysis.messages import Message, mark
from phulien_analysis.unattended.attempts import OVERDUE, Attempt, RunRecord
from phulien_analysis.unattended.due import Due, due_months, today_here
from phulien_analysis.unattended.logs import Level, RunLog
from phulien_analysis.unattended.status import overdue_since, read_status


def take_due(
    wards: Iterable[str],
    data: Path,
    site: Path,
    run: RunRecord,
    log: RunLog,
    told: Callable[[Message], None] | None,
) -> list[Due]:
    """What is due and has figures; what has none is noted in the run, its log, and told.

    Raises:
        PhulienError: there is no such ward, or no calendar for it.
    """
    found = due_months(wards, data, site, today_here(run.began))
    run.due = {due.ward: due for due in found}
    before = read_status(site)
    for due in found:
        _tell(due, log, told)
        if not due.figures:
            attempt = run.attempts[due.ward] = Attempt(due.ward, due.month)
            _note(attempt, due, before, run.began)
    return [due for due in found if due.figures]


def _note(attempt: Attempt, due: Due, before: Mapping[str, Any], began: datetime) -> None:
    """Overdue is no failure on the day on which it is first found: whoever brings the figures has just been told."""
    if not due.overdue_days:
        attempt.not_begun("not_due", 0, due.what)
        return
    since = overdue_since(before, due)
    attempt.not_begun("overdue", OVERDUE if since and since < today_here(began).isoformat() else 0, due.what)


def _tell(due: Due, log: RunLog, told: Callable[[Message], None] | None) -> None:
    said = []
    if not due.figures:
        said.append(due.what)
    if due.waiting:
        text = mark(
            "{ward}: figures of {months} are there and were not published; phulien run publishes a month by name"
        )
        said.append(Message(text, {"ward": due.ward, "months": ", ".join(due.waiting)}))
    level: Level = "warning" if due.overdue_days or due.waiting else "info"
    cause = " ".join(what.say("en") for what in said)
    log.tell("due", due.ward, due.month, level=level, deadline=due.deadline.isoformat(), cause=cause)
    for what in said:
        if told:
            told(what)
