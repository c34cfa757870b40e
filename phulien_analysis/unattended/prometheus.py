"""``status.prom``: the status in Prometheus' text format, for the textfile collector of its node exporter.

https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from phulien_analysis.unattended.attempts import GOOD

NAME = "status.prom"
Labels = Mapping[str, str]


class Sample(NamedTuple):
    """One value of a metric, with its labels."""

    labels: Labels
    value: float


class Metric(NamedTuple):
    """A gauge: its name without our prefix, what it says, and its values."""

    name: str
    help: str
    samples: list[Sample]


def prometheus_text(status: Mapping[str, Any]) -> str:
    """The status as text for Prometheus; every metric is a gauge."""
    return "".join(line + "\n" for metric in _metrics(status) for line in _lines(metric))


def _lines(metric: Metric) -> Iterator[str]:
    if metric.samples:
        name = f"phulien_{metric.name}"
        yield f"# HELP {name} {_escaped(metric.help)}"
        yield f"# TYPE {name} gauge"
        for sample in metric.samples:
            yield f"{name}{_labels(sample.labels)} {sample.value:.15g}"


def _labels(labels: Labels) -> str:
    pairs = ",".join(f'{name}="{_escaped(value, quotes=True)}"' for name, value in labels.items())
    return f"{{{pairs}}}" if pairs else ""


def _escaped(text: str, *, quotes: bool = False) -> str:
    plain = text.replace("\\", "\\\\").replace("\n", "\\n")
    return plain.replace('"', '\\"') if quotes else plain


def _metrics(status: Mapping[str, Any]) -> Iterator[Metric]:
    run, wards = status["run"], status["wards"]
    yield _one("run_began_timestamp_seconds", "When the last run began, in Unix time.", _unix(run["began"]))
    yield _one("run_duration_seconds", "How long the last run took.", run["seconds"])
    yield _one("run_exit_code", "The exit code of the last run.", run["exit_code"])
    editions = [(ward["ward"], ward["edition"]) for ward in wards if ward["edition"]]
    yield from _of_editions(editions)
    yield from _of_attempts([(ward["ward"], ward["attempt"]) for ward in wards if ward["attempt"]])
    yield Metric(
        "overdue_days",
        "Days since the deadline of the month that is due, 0 where its figures are there.",
        [Sample({"ward": ward["ward"]}, ward["due"]["overdue_days"]) for ward in wards if ward["due"]],
    )


def _of_editions(editions: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Metric]:
    named = [({"ward": ward, "month": edition["month"]}, edition) for ward, edition in editions]
    yield Metric(
        "edition_info",
        "The edition that readers see of the newest month; always 1.",
        [Sample({**labels, "edition": edition["edition"]}, 1) for labels, edition in named],
    )
    yield Metric(
        "edition_published_timestamp_seconds",
        "When that edition was published, in Unix time.",
        [Sample(labels, _unix(edition["published"])) for labels, edition in named],
    )
    yield Metric(
        "findings",
        "Findings of that edition, by severity.",
        [
            Sample({**labels, "severity": severity}, count)
            for labels, edition in named
            for severity, count in (edition["findings"] or {}).items()
        ],
    )


def _of_attempts(attempts: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Metric]:
    named = [({"ward": ward}, attempt) for ward, attempt in attempts]
    yield Metric(
        "attempt_good",
        "Whether the last attempt went well: published, staged, unchanged, or not due yet.",
        [Sample(labels, attempt["outcome"] in GOOD) for labels, attempt in named],
    )
    for name, text, key in (
        ("attempt_exit_code", "The exit code of the last attempt.", "exit_code"),
        ("attempt_tries", "How often the last attempt was begun.", "tries"),
        ("attempt_duration_seconds", "How long the last attempt took.", "seconds"),
    ):
        yield Metric(name, text, [Sample(labels, attempt[key]) for labels, attempt in named])
    yield Metric(
        "slowest_notebook_seconds",
        "How long the slowest notebook of the last attempt took, where one was run.",
        [
            Sample({**labels, "notebook": attempt["slowest"]["notebook"]}, attempt["slowest"]["seconds"])
            for labels, attempt in named
            if attempt["slowest"]
        ],
    )


def _one(name: str, text: str, value: float) -> Metric:
    return Metric(name, text, [Sample({}, value)])


def _unix(time: str) -> float:
    return datetime.fromisoformat(time).timestamp()
