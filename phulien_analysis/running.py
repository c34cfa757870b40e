"""What ``phulien run`` does: which editions are asked for, building them, and telling how it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress as Bar

from phulien_analysis.catalogue import load_catalogue
from phulien_analysis.errors import NotFoundError
from phulien_analysis.folders import notebooks_folder
from phulien_analysis.messages import Lang
from phulien_analysis.notebooks import Progress
from phulien_analysis.publishing import Edition, Failure, Wanted, build_edition, build_editions
from phulien_analysis.report import latest_month, months
from phulien_analysis.workers import Pool

ALL_WARDS = "all"


def wanted_editions(month: str | None, wards: Sequence[str], data: Path, lang: Lang, *, force: bool) -> list[Wanted]:
    """The editions asked for: of each ward the month, or its latest; ``all`` wards are those that have it."""
    catalogue, names = load_catalogue(data), list(dict.fromkeys(wards))
    if ALL_WARDS in names:
        known = {ward: months(data, ward) for ward in catalogue.wards}
        names = [ward for ward, there in known.items() if (month in there if month else there)]
        if not names:
            raise NotFoundError(
                f"no ward has figures of {month or 'any month'} in {data}; phulien list says what there is"
            )
    for ward in names:
        catalogue.ward(ward)  # a misspelt one is told before anything is run
    return [Wanted(month or latest_month(ward, data), ward, (lang,), force) for ward in names]


def publish_editions(wanted: Sequence[Wanted], data: Path, site: Path, pool: Pool, *, verbose: bool) -> list[Failure]:
    """Build and publish the editions, and tell each as it is done; returns those that could not be built."""
    title = f"{wanted[0].ward} {wanted[0].month}" if len(wanted) == 1 else f"{len(wanted)} editions"
    build = partial(build_edition, data=data, notebooks=notebooks_folder(data), out=site, pool=pool)
    failures = []
    with _progress_bar(title) as progress:
        for outcome in build_editions(wanted, lambda one, told: build(one, progress=told), progress):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                _tell(outcome, verbose=verbose)
    if verbose and pool.reason:
        typer.echo(f"Interpreters were started, not forked: {pool.reason}", err=True)
    return failures


@contextmanager
def _progress_bar(title: str) -> Iterator[Progress]:
    """A bar with the time left on a terminal, and no noise where nobody watches."""
    with Bar(console=Console(stderr=True), transient=True) as bar:
        job = bar.add_task(title, total=None)

        def told(done: int, total: int, name: str) -> None:
            bar.update(job, completed=done, total=total, description=f"{title}: {name}")

        yield told


def _tell(edition: Edition, *, verbose: bool) -> None:
    if not edition.changed:
        typer.echo(f"Nothing has changed: edition {edition.name} of {edition.ward} {edition.month} stands as it is.")
        return
    ran = [finished for finished in edition.finished if not finished.reused]
    kept = (
        f" ({len(ran)} of {len(edition.finished)} notebooks had to be run)" if len(ran) < len(edition.finished) else ""
    )
    typer.echo(f"Published edition {edition.name} of {edition.ward} {edition.month}: {edition.folder}/index.html{kept}")
    for finished in ran:
        if verbose:
            typer.echo(f"{finished.task.source.name}: {finished.seconds:.2f} s", err=True)
        for line in finished.warnings:
            typer.echo(f"{finished.task.source.name}: {line}", err=True)
