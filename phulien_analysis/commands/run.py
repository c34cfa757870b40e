"""``phulien run``: a month's notebooks run, and its edition published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from phulien_analysis.commands.common import HOME_WARD, Data, in_its_language
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang

if TYPE_CHECKING:
    from phulien_analysis.cluster import ClusterExecutor


@in_its_language
def run(
    month: Annotated[str | None, typer.Argument(help="Year and month, like 2025-07; the latest if left out.")] = None,
    ward: Annotated[
        list[str] | None,
        typer.Option("--ward", help="A ward, as in data/wards.csv; may be given several times; all: every one."),
    ] = None,
    lang: Annotated[Lang, typer.Option(help="en: publish English pages, too, in en/.")] = "vi",
    data: Data = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where the site is; site/ by default.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Notebooks run at a time; one a processor.")] = None,
    engine: Annotated[
        Literal["forked", "forked-zmq", "stock"],
        typer.Option(help="How a notebook's interpreter comes to be: forked, or started as papermill does."),
    ] = "forked",
    scheduler: Annotated[
        str | None, typer.Option(metavar="tcp://HOST:PORT", help="Run notebooks on the workers of a Dask cluster.")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Make report.pdf as well; needs phulien_analysis\\[pdf].")] = False,
    url: Annotated[str, typer.Option(metavar="https://…", help="The site's address, for search and feeds.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Run and publish again although nothing changed.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Say how notebooks are run, and how long each took.")
    ] = False,
) -> None:
    """Run a month's notebooks and publish its edition, whole or not at all.

    Of several wards, one that fails does not stop the others: it is named at the end.
    """
    from dataclasses import replace

    from phulien_analysis.folders import data_folder, site_folder
    from phulien_analysis.workers import Pool

    if scheduler and workers:
        raise PhulienError("--workers is for processes of this machine, --scheduler for those of others; name one")
    folder, site, wards = data_folder(data), site_folder(out), ward or [HOME_WARD]
    with _cluster(scheduler) as cluster, Pool(cluster.workers if cluster else workers, engine, cluster) as pool:
        if force or not all((site / name).is_dir() for name in wards):
            pool.start()  # something will be run: what that takes is loaded while the data are looked at
        from phulien_analysis.progress import publish, tell_failures
        from phulien_analysis.publishing import site_address, wanted_editions

        plain, address = wanted_editions(month, wards, folder, (lang,), force=force), site_address(url)
        wanted = [replace(one, pdf=pdf, url=address) for one in plain]
        failures = publish(wanted, folder, site, pool, verbose=verbose)
    if code := tell_failures(failures, len(wanted), lang):
        raise typer.Exit(code)


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
