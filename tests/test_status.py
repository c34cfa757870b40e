"""``status.json`` and ``status.prom``: what whoever monitors reads, and that another program can read it."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from phulien_analysis.errors import NotebookError
from phulien_analysis.messages import Message
from phulien_analysis.period import month_period
from phulien_analysis.publishing import editions
from phulien_analysis.unattended.attempts import Attempt, RunRecord
from phulien_analysis.unattended.due import Due
from phulien_analysis.unattended.prometheus import prometheus_text
from phulien_analysis.unattended.status import shown_edition, status_document
from tests.made_up import MONTH, WARD
from tests.made_up_site import World, without_kernels

NOW = datetime(2025, 8, 11, 18, 0, tzinfo=UTC)
DUE = Due(WARD, "2025-08", month_period("2025-08"), date(2025, 9, 5), figures=False, overdue_days=0)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world whose July was published at noon (UTC) of 1 August 2025."""
    world = World(tmp_path_factory.mktemp("status") / "world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        world.build()
    published_at(world, datetime(2025, 8, 1, 12, 0, tzinfo=UTC))
    return world


def published_at(world: World, moment: datetime) -> None:
    """Let the month have been published at this moment."""
    os.utime(world.shown, (moment.timestamp(), moment.timestamp()), follow_symlinks=False)


def run_of(*attempts: Attempt, due: Iterable[Due] = ()) -> RunRecord:
    """A run that took 61.237 seconds, with these attempts."""
    run = RunRecord(NOW, {one.ward: one for one in attempts}, {one.ward: one for one in due}, 61.237)
    run.ended(max((one.exit_code for one in attempts), default=0))
    return run


def entry(world: World, run: RunRecord, before: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the status says of the only ward."""
    (found,) = status_document(before or {}, world.out, run, NOW)["wards"]
    return found


def test_the_edition_that_readers_see_is_told_with_its_age(world: World) -> None:
    """Ten days and six hours after it was published it is 10.25 days old; 60 + 45 is not 100, so one error is told."""
    found = shown_edition(world.out, WARD, NOW)
    assert found == {
        "month": MONTH,
        "edition": world.shown.readlink().name,
        "published": "2025-08-01T12:00:00+00:00",
        "age_days": 10.25,
        "findings": {"error": 1, "warning": 0, "note": 0, "ok": 0},
    }


def test_a_clock_that_was_set_back_makes_no_negative_age(world: World) -> None:
    """By a clock of last year the edition was published in the future: its age is 0."""
    found = shown_edition(world.out, WARD, datetime(2024, 8, 1, tzinfo=UTC))
    assert found
    assert found["age_days"] == 0


def test_a_ward_without_an_edition_has_none(world: World, tmp_path: Path) -> None:
    """No folder, a link into nowhere and a folder of somebody else's are no editions."""
    assert shown_edition(tmp_path, WARD, NOW) is None
    (tmp_path / WARD).mkdir()
    (tmp_path / WARD / "2025-07").symlink_to("nowhere")
    (tmp_path / WARD / "2025-08").mkdir()
    assert shown_edition(tmp_path, WARD, NOW) is None


def test_an_attempt_is_told_with_its_slowest_notebook(world: World) -> None:
    """Of three notebooks the one of 2.5 s is the slowest; seconds have two decimals."""
    attempt = Attempt(WARD, MONTH, tries=2, seconds=60.004)
    attempt.outcome, attempt.exit_code, attempt.cause = "published", 0, ""
    attempt.notebooks = {"a.ipynb": 1.0, "b.ipynb": 2.499, "c.ipynb": 0.5}
    assert entry(world, run_of(attempt))["attempt"] == {
        "at": "2025-08-11T18:00:00+00:00",
        "month": MONTH,
        "outcome": "published",
        "exit_code": 0,
        "cause_vi": None,
        "cause_en": None,
        "tries": 2,
        "seconds": 60.0,
        "notebooks_run": 3,
        "slowest": {"notebook": "b.ipynb", "seconds": 2.5},
    }


def test_the_cause_of_a_failure_is_told_in_both_languages(world: World) -> None:
    """A message is said in each; a cause that only those who write code see is the same in both."""
    attempt = Attempt(WARD, MONTH)
    attempt.failed(NotebookError(Message("the figures of {month} are not there", {"month": "x"})))
    attempt.cause = DUE.what
    found = entry(world, run_of(attempt))["attempt"]
    assert found["cause_en"].endswith("are not there; they are awaited until 5 September 2025")
    assert found["cause_vi"].endswith("chưa có số liệu tháng 8/2025; hạn là 05/9/2025")
    assert (found["outcome"], found["exit_code"]) == ("failed", 3)


def test_an_attempt_of_which_nothing_was_heard_was_interrupted(world: World) -> None:
    """That is what an attempt is until something else is known."""
    found = entry(world, run_of(Attempt(WARD, MONTH)))["attempt"]
    assert (found["outcome"], found["exit_code"], found["cause_en"]) == ("interrupted", 130, "interrupted")


def test_since_when_a_month_is_overdue_is_kept_while_it_is_the_same_month(world: World) -> None:
    """The day on which it was found first stays; another month that is overdue begins anew."""
    overdue = replace(DUE, month="2025-06", overdue_days=37)
    first = status_document({}, world.out, run_of(due=[overdue]), NOW)
    assert first["wards"][0]["due"]["overdue_since"] == "2025-08-12"  # it is 1 o'clock of the 12th in Vietnam
    later = replace(run_of(due=[overdue]), began=datetime(2025, 8, 20, tzinfo=UTC))
    assert entry(world, later, first)["due"]["overdue_since"] == "2025-08-12"
    other = replace(later, due={WARD: replace(overdue, month="2025-07")})
    assert entry(world, other, first)["due"]["overdue_since"] == "2025-08-20"


def test_a_month_that_was_published_meanwhile_no_longer_waits(world: World) -> None:
    """Of two months that had no edition when the run began one has by now."""
    assert entry(world, run_of(due=[replace(DUE, waiting=("2025-06", MONTH))]))["waiting"] == ["2025-06"]


# Prometheus


def samples(text: str) -> dict[str, float]:
    """Each value by its name and labels, as Prometheus' own parser reads them."""
    found = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {
        " ".join([one.name, *(f"{name}={one.labels[name]}" for name in sorted(one.labels))]): one.value for one in found
    }


def test_prometheus_reads_what_is_written_for_it(world: World) -> None:
    """Its own parser finds every metric with labels and value; each has a help text and is a gauge."""
    attempt = Attempt(WARD, MONTH, seconds=60.0)
    attempt.outcome, attempt.exit_code, attempt.notebooks = "unchanged", 0, {"a.ipynb": 1.25}
    run = run_of(attempt, due=[replace(DUE, overdue_days=3)])
    text = prometheus_text(status_document({}, world.out, run, NOW))
    name = world.shown.readlink().name
    assert samples(text) == {
        "phulien_run_began_timestamp_seconds": NOW.timestamp(),
        "phulien_run_duration_seconds": 61.24,
        "phulien_run_exit_code": 0,
        f"phulien_edition_info edition={name} month=2025-07 ward={WARD}": 1,
        f"phulien_edition_published_timestamp_seconds month=2025-07 ward={WARD}": 1754049600,
        f"phulien_findings month=2025-07 severity=error ward={WARD}": 1,
        f"phulien_findings month=2025-07 severity=warning ward={WARD}": 0,
        f"phulien_findings month=2025-07 severity=note ward={WARD}": 0,
        f"phulien_findings month=2025-07 severity=ok ward={WARD}": 0,
        f"phulien_attempt_good ward={WARD}": 1,
        f"phulien_attempt_exit_code ward={WARD}": 0,
        f"phulien_attempt_tries ward={WARD}": 1,
        f"phulien_attempt_duration_seconds ward={WARD}": 60,
        f"phulien_slowest_notebook_seconds notebook=a.ipynb ward={WARD}": 1.25,
        f"phulien_overdue_days ward={WARD}": 3,
    }
    families = list(text_string_to_metric_families(text))
    assert all(family.type == "gauge" and family.documentation for family in families)
    assert len({family.name for family in families}) == len(families)


def test_whatever_stands_in_a_label_stays_one_line(world: World) -> None:
    """A notebook's name with quotation marks, a backslash and a line break is read back as it was."""
    name = 'a "b" \\ c\nd.ipynb'
    attempt = Attempt(WARD, MONTH)
    attempt.notebooks = {name: 1.0}
    text = prometheus_text(status_document({}, world.out, run_of(attempt), NOW))
    assert f"phulien_slowest_notebook_seconds notebook={name} ward={WARD}" in samples(text)


def test_a_site_of_which_nothing_is_known_has_metrics_of_the_run_alone(tmp_path: Path) -> None:
    """No ward: three values, and no heading without a value."""
    text = prometheus_text(status_document({}, tmp_path, run_of(), NOW))
    assert len(samples(text)) == 3
    assert text.count("# TYPE") == 3


def test_both_files_are_written_and_say_the_same(world: World, tmp_path: Path) -> None:
    """After a whole command JSON and Prometheus' text lie in the site, and no temporary file beside them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        other = World(tmp_path / "other")
        other.out.mkdir()
        (other.out / ".status.json.0a1b2c3d").write_text("left by a run that was killed", encoding="utf-8")
        assert other.run("--ward", WARD) == 0
    status = json.loads((other.out / "status.json").read_text("utf-8"))
    values = samples((other.out / "status.prom").read_text("utf-8"))
    assert values["phulien_run_exit_code"] == status["run"]["exit_code"] == 0
    assert values["phulien_run_duration_seconds"] == status["run"]["seconds"]
    assert status["wards"][0]["edition"]["edition"] == other.shown.readlink().name
    assert sorted(path.name for path in other.out.glob("*status*")) == ["status.json", "status.prom"]
    assert list(other.out.glob(".status*")) == []
