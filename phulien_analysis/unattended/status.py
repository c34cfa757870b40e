"""``status.json``: for whoever monitors, what readers see, how old it is, and how the last attempt went."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from phulien_analysis import __version__
from phulien_analysis.messages import Sayable, say
from phulien_analysis.publishing.kept import read_manifest
from phulien_analysis.unattended.attempts import Attempt, RunRecord
from phulien_analysis.unattended.due import Due, today_here

SCHEMA = 1
NAME = "status.json"
SEVERITIES = ("error", "warning", "note", "ok")
DAY = 24 * 60 * 60


def status_document(before: Mapping[str, Any], site: Path, run: RunRecord, now: datetime) -> dict[str, Any]:
    """The status after a run (docs/outputs.md); wards that it was not about are those of ``before``."""
    wards, due = {entry["ward"]: entry for entry in before.get("wards", [])}, run.due
    for ward in sorted({*run.attempts, *due}):
        known = wards.get(ward, {})
        attempt = run.attempts.get(ward)
        wards[ward] = {
            "ward": ward,
            "attempt": _attempt(attempt, run.began) if attempt else known.get("attempt"),
            "due": _due(due[ward], overdue_since(before, due[ward]), run.began) if ward in due else None,
            "waiting": _waiting(due[ward], site) if ward in due else [],
        }
    return {
        "schema": SCHEMA,
        "written": _time(now),
        "version": __version__,
        "run": {"began": _time(run.began), "seconds": _seconds(run.seconds), **_end(run.exit_code, run.cause)},
        "wards": [{**wards[ward], "edition": shown_edition(site, ward, now)} for ward in sorted(wards)],
    }


def read_status(site: Path) -> dict[str, Any]:
    """The status that the last run wrote; empty where there is none that can be read."""
    try:
        status = json.loads((site / NAME).read_text(encoding="utf-8"))
        known = {entry["ward"]: entry for entry in status["wards"] if isinstance(entry, dict)}
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return {**status, "wards": list(known.values())} if status.get("schema") == SCHEMA else {}


def status_text(status: Mapping[str, Any]) -> str:
    """The status as it stands in its file."""
    return json.dumps(status, ensure_ascii=False, indent=2) + "\n"


def overdue_since(before: Mapping[str, Any], due: Due) -> str:
    """The day on which a run first found this month overdue; empty if none has."""
    for entry in before.get("wards", []):
        known = entry.get("due") or {}
        if entry["ward"] == due.ward and known.get("month") == due.month:
            return str(known.get("overdue_since") or "")
    return ""


def shown_edition(site: Path, ward: str, now: datetime) -> dict[str, Any] | None:
    """The edition that readers see of a ward's newest month; nothing where there is none.

    It was published when its link was made. A clock that was set back since makes nothing younger than now.
    """
    links = sorted(link for link in (site / ward).glob("[!.]*") if link.is_symlink())
    found = [(link, manifest) for link in links if (manifest := read_manifest(link))]
    if not found:
        return None
    link, manifest = found[-1]
    published = datetime.fromtimestamp(link.lstat().st_mtime, UTC)
    counted = manifest.findings.severities if manifest.findings else None
    return {
        "month": link.name,
        "edition": link.readlink().name,
        "published": _time(published),
        "age_days": round(max(0.0, (now - published).total_seconds()) / DAY, 2),
        "findings": None if counted is None else {severity: counted.get(severity, 0) for severity in SEVERITIES},
    }


def _attempt(attempt: Attempt, began: datetime) -> dict[str, Any]:
    slowest = attempt.slowest
    return {
        "at": _time(began),
        "month": attempt.month,
        "outcome": attempt.outcome,
        **_end(attempt.exit_code, attempt.cause),
        "tries": attempt.tries,
        "seconds": _seconds(attempt.seconds),
        "notebooks_run": len(attempt.notebooks),
        "slowest": {"notebook": slowest, "seconds": _seconds(attempt.notebooks[slowest])} if slowest else None,
    }


def _end(exit_code: int, cause: Sayable) -> dict[str, Any]:
    return {"exit_code": exit_code, "cause_vi": say(cause, "vi") or None, "cause_en": say(cause, "en") or None}


def _due(due: Due, since: str, began: datetime) -> dict[str, Any]:
    return {
        "month": due.month,
        "first_day": due.covered.start and due.covered.start.isoformat(),
        "last_day": due.covered.end.isoformat(),
        "deadline": due.deadline.isoformat(),
        "figures": due.figures,
        "overdue_days": due.overdue_days,
        "overdue_since": (since or today_here(began).isoformat()) if due.overdue_days else None,
    }


def _waiting(due: Due, site: Path) -> list[str]:
    """Of the months that had no edition when the run began those that have none now."""
    return [month for month in due.waiting if not (site / due.ward / month).exists()]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _seconds(seconds: float) -> float:
    return round(seconds, 2)
