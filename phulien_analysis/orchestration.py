"""A run from what was asked to its exit code: which editions, by whose workers, and what became of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phulien_analysis.endings import Ended, ended_in, undisturbed
from phulien_analysis.errors import PhulienError, UnexpectedError
from phulien_analysis.folders import data_folder, notebooks_folder, site_folder
from phulien_analysis.limits import Limits
from phulien_analysis.messages import Lang, Message, say
from phulien_analysis.unattended.attempts import RunRecord
from phulien_analysis.unattended.logs import RunLog, opened
from phulien_analysis.workers import EngineName, Pool

if TYPE_CHECKING:
    from phulien_analysis.audience import Audience, AudienceName
    from phulien_analysis.cluster import ClusterExecutor
    from phulien_analysis.publishing import Wanted
    from phulien_analysis.unattended.due import Due
    from phulien_analysis.unattended.hooks import Hooks

AUTO = "auto"
"""Stands for the month that is due."""
Told = Callable[[Message], None]
"""How a person is told something beside."""


@dataclass(frozen=True)
class Asked:
    """What ``phulien run`` was asked for, an option a field; ``month`` is the latest where there is none."""

    month: str | None
    wards: tuple[str, ...]
    lang: Lang = "vi"
    data: Path | None = None
    out: Path | None = None
    workers: int | None = None
    engine: EngineName = "forked"
    scheduler: str | None = None
    pdf: bool = False
    url: str = ""
    audience: AudienceName | None = None
    with_findings: bool = False
    force: bool = False
    stage: bool = False
    verbose: bool = False
    retries: int | None = None
    log: str | None = None
    notify: Path | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def readers(self) -> Audience:
        """For whom; internal unless it was said."""
        from phulien_analysis.audience import chosen

        return chosen(self.audience, with_findings=self.with_findings)

    @property
    def over_public(self) -> bool:
        """Whether it was said in so many words that an internal edition may take a public one's place."""
        return self.force and self.audience == "internal"

    @property
    def by_calendar(self) -> bool:
        """Whether the calendar says which month it is."""
        return self.month == AUTO

    @property
    def tries_left(self) -> int:
        """How often what may pass is tried again: where nobody watches once, unless it was said."""
        return self.retries if self.retries is not None else int(self.by_calendar)


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def carry_out(asked: Asked, told: Told) -> int:
    """Run what was asked, tell what became of it, write the status, and give the exit code.

    Raises:
        PhulienError: nothing could be begun, or the only edition asked for failed.
    """
    if asked.scheduler and asked.workers:
        raise PhulienError("--workers is for processes of this machine, --scheduler for those of others; name one")
    if asked.scheduler is None:
        asked.limits.require()
    hooks, site, record = _hooks(asked.notify), site_folder(asked.out), RunRecord(now())
    with opened(asked.log, now) as log, _recorded(asked, site, record, log, told, hooks):
        run = _Run(asked, data_folder(asked.data), site, record, log, told)
        record.ended(run.carry_out())
    return record.exit_code


def _hooks(file: Path | None) -> Hooks | None:
    """Whom to tell of the run: nobody, unless a file says so."""
    if file is None:
        return None
    from phulien_analysis.unattended.hooks import read_hooks

    return read_hooks(file)


@contextmanager
def _recorded(
    asked: Asked, site: Path, record: RunRecord, log: RunLog, told: Told, hooks: Hooks | None
) -> Iterator[None]:
    """However this block ends: the record knows how, the status is written, and who asked for it is told.

    A run by name that found no site to publish in leaves none behind.
    """
    began = time.monotonic()
    try:
        yield
    except PhulienError as error:
        record.ended(error.exit_code, error.what)
        raise
    except Ended as signal:
        record.interrupted(signal.exit_code)
        raise
    except Exception as error:
        if end := ended_in(error):
            record.interrupted(end.exit_code)
            raise end from None
        record.broke(UnexpectedError(error))
        raise
    finally:
        record.seconds = time.monotonic() - began
        if asked.by_calendar or hooks or site.is_dir():
            from phulien_analysis.unattended.closing import Ending

            with undisturbed():
                before, after = Ending(site, now, log, told).close(record)
            if hooks:
                from phulien_analysis.unattended.sending import Messenger

                Messenger(hooks, asked.lang, log, told).tell(before, after)
        _end_log(record, log, told)


def _end_log(record: RunRecord, log: RunLog, told: Told) -> None:
    """The last line of the log; one that could not be written is told."""
    about: dict[str, Any] = {
        "exit_code": record.exit_code,
        "seconds": round(record.seconds, 2),
        "cause": say(record.cause, "en"),
    }
    log.tell("end", level="error" if record.exit_code else "info", **about)
    if fault := log.broken:
        values = {"file": log.name, "cause": fault.strerror or str(fault)}
        told(Message("the log {file} could not be written ({cause}); the run itself stands", values))


@dataclass(frozen=True)
class _Run:
    """A run under way: what was asked, where, and what is noted of it."""

    asked: Asked
    data: Path
    site: Path
    record: RunRecord
    log: RunLog
    told: Told

    def carry_out(self) -> int:
        """Build what was asked for, or what is due; gives the exit code, that of the gravest."""
        due = self._due() if self.asked.by_calendar else None
        if due == []:
            return self.record.gravest
        with _workers(self.asked) as pool:
            if self.asked.force or not {path.name for path in self.site.glob("*")}.issuperset(self.asked.wards):
                pool.start()  # something will be run: what that takes is loaded while the data are looked at
            wanted = self._named() if due is None else self._of(due)
            return max(self._build(wanted, pool), self.record.gravest)

    def _due(self) -> list[Due]:
        """The months that are due and can be built; what cannot is told."""
        from phulien_analysis.unattended.awaited import take_due

        lines = None if self.log.instead else self.told
        return take_due(self.asked.wards, self.data, self.site, self.record, self.log, lines)

    def _of(self, due: Sequence[Due]) -> list[Wanted]:
        from phulien_analysis.publishing import Wanted, site_address

        asked, address = self.asked, site_address(self.asked.url)
        plain = [Wanted(one.month, one.ward, (asked.lang,), asked.force, asked.pdf, address) for one in due]
        return [self._for_readers(replace(one, stage=asked.stage, by_itself=True)) for one in plain]

    def _for_readers(self, wanted: Wanted) -> Wanted:
        return replace(wanted, audience=self.asked.readers, over_public=self.asked.over_public)

    def _named(self) -> list[Wanted]:
        """The editions of the month that was named, or of the latest."""
        from phulien_analysis.publishing import site_address, wanted_editions
        from phulien_analysis.unattended.due import due_if_known, today_here

        asked, address = self.asked, site_address(self.asked.url)
        plain = wanted_editions(asked.month, asked.wards, self.data, (asked.lang,), force=asked.force)
        today = today_here(self.record.began)
        self.record.due = due_if_known([one.ward for one in plain], self.data, self.site, today)
        return [self._for_readers(replace(one, pdf=asked.pdf, url=address, stage=asked.stage)) for one in plain]

    def _build(self, wanted: Sequence[Wanted], pool: Pool) -> int:
        from phulien_analysis.progress import publish, tell_failures
        from phulien_analysis.publishing import Failure, build_edition
        from phulien_analysis.unattended.building import Watch

        watch = Watch(self.record.attempts, self.log, self.asked.tries_left, self.told)
        watch.begin(wanted)
        build = partial(build_edition, data=self.data, notebooks=notebooks_folder(self.data), out=self.site, pool=pool)
        limits = self.asked.limits
        one_by_one = watch.watched(lambda one, progress: build(one, limits=limits, progress=progress))
        outcomes = publish(wanted, one_by_one, pool, verbose=self.asked.verbose, silent=self.log.instead)
        failures = [outcome for outcome in watch.noted(outcomes) if isinstance(outcome, Failure)]
        return tell_failures(failures, len(wanted), self.asked.lang, verbose=self.asked.verbose)


@contextmanager
def _workers(asked: Asked) -> Iterator[Pool]:
    """The workers that run notebooks, of this machine or a cluster's."""
    with _cluster(asked.scheduler) as cluster, Pool(_count(asked, cluster), asked.engine, cluster) as pool:
        yield pool


def _count(asked: Asked, cluster: ClusterExecutor | None) -> int | None:
    return cluster.workers if cluster else asked.workers


@contextmanager
def _cluster(scheduler: str | None) -> Iterator[ClusterExecutor | None]:
    """The workers of a cluster, where one is named."""
    if scheduler is None:
        yield None
        return
    from phulien_analysis.cluster import connect
    from phulien_analysis.publishing import packages

    with connect(scheduler, packages) as cluster:
        yield cluster
