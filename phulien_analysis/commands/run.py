"""``phulien run``: a month's notebooks run, and its edition published."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from phulien_analysis.commands.common import HOME_WARD, Data, Out, in_its_language
from phulien_analysis.messages import Lang

Month = Annotated[str | None, typer.Argument(help="Year and month, like 2025-07; the latest if left out.")]
Wards = Annotated[
    list[str] | None,
    typer.Option("--ward", help="A ward, as in data/wards.csv; may be given several times; all: every one."),
]
Language = Annotated[Lang, typer.Option(help="en: publish English pages, too, in en/.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Notebooks run at a time; one a processor.")]
Engine = Annotated[
    Literal["forked", "forked-zmq", "stock"],
    typer.Option(help="How a notebook's interpreter comes to be: forked, or started as papermill does."),
]
Scheduler = Annotated[
    str | None, typer.Option(metavar="tcp://HOST:PORT", help="Run notebooks on the workers of a Dask cluster.")
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Make report.pdf as well; needs phulien_analysis\\[pdf].")]
Url = Annotated[str, typer.Option(metavar="https://…", help="The site's address, for search and feeds.")]
Force = Annotated[bool, typer.Option("--force", help="Run and publish again although nothing changed.")]
Stage = Annotated[
    bool, typer.Option("--stage", help="Build and check, but show nothing yet; phulien publish shows it.")
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say how notebooks are run, and how long each took.")]


@in_its_language
def run(
    month: Month = None,
    ward: Wards = None,
    lang: Language = "vi",
    data: Data = None,
    out: Out = None,
    workers: Workers = None,
    engine: Engine = "forked",
    scheduler: Scheduler = None,
    pdf: Pdf = False,
    url: Url = "",
    force: Force = False,
    stage: Stage = False,
    verbose: Verbose = False,
) -> None:
    """Run a month's notebooks and publish its edition, whole or not at all.

    Of several wards, one that fails does not stop the others: it is named at the end.
    """
    from phulien_analysis.orchestration import Asked, carry_out

    asked = Asked(
        month=month,
        wards=tuple(ward or [HOME_WARD]),
        lang=lang,
        data=data,
        out=out,
        workers=workers,
        engine=engine,
        scheduler=scheduler,
        pdf=pdf,
        url=url,
        force=force,
        stage=stage,
        verbose=verbose,
    )
    if code := carry_out(asked):
        raise typer.Exit(code)
