"""A run from what was asked to its exit code: which editions, by whose workers, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from phulien_analysis.errors import PhulienError
from phulien_analysis.folders import data_folder, site_folder
from phulien_analysis.messages import Lang
from phulien_analysis.workers import EngineName, Pool

if TYPE_CHECKING:
    from phulien_analysis.cluster import ClusterExecutor


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
    force: bool = False
    stage: bool = False
    verbose: bool = False


def carry_out(asked: Asked) -> int:
    """Run what was asked, tell what became of it, and give the exit code.

    Raises:
        PhulienError: nothing could be begun, or the only edition asked for failed.
    """
    if asked.scheduler and asked.workers:
        raise PhulienError("--workers is for processes of this machine, --scheduler for those of others; name one")
    data, site = data_folder(asked.data), site_folder(asked.out)
    with _workers(asked) as pool:
        if asked.force or not all((site / ward).is_dir() for ward in asked.wards):
            pool.start()  # something will be run: what that takes is loaded while the data are looked at
        from phulien_analysis.progress import publish, tell_failures
        from phulien_analysis.publishing import site_address, wanted_editions

        plain, address = (
            wanted_editions(asked.month, asked.wards, data, (asked.lang,), force=asked.force),
            site_address(asked.url),
        )
        wanted = [replace(one, pdf=asked.pdf, url=address, stage=asked.stage) for one in plain]
        failures = publish(wanted, data, site, pool, verbose=asked.verbose)
    return tell_failures(failures, len(wanted), asked.lang)


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
