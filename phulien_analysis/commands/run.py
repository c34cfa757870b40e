"""``phulien run``: a month's notebooks run, and its edition published."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from phulien_analysis.commands.common import HOME_WARD, Data, Out, in_its_language, note
from phulien_analysis.errors import PhulienError
from phulien_analysis.limits import CELL, Limits
from phulien_analysis.messages import Lang, Message, mark

Month = Annotated[
    str | None,
    typer.Argument(help="Year and month, like 2025-07; auto: the one that is due; the latest if left out."),
]
MonthOption = Annotated[str | None, typer.Option("--month", help="The same as MONTH.")]
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
For = Annotated[
    Literal["internal", "public"] | None,
    typer.Option(
        "--audience", help="For whom: internal has all findings; public leaves them out and keeps data/disclosure.csv."
    ),
]
WithFindings = Annotated[
    bool, typer.Option("--with-findings", help="A public edition with all findings, not only those explained.")
]
Url = Annotated[str, typer.Option(metavar="https://…", help="The site's address, for search and feeds.")]
Force = Annotated[bool, typer.Option("--force", help="Run and publish again although nothing changed.")]
Stage = Annotated[
    bool, typer.Option("--stage", help="Build and check, but show nothing yet; phulien publish shows it.")
]
Retries = Annotated[
    int | None,
    typer.Option(min=0, max=9, help="How often to try again what may pass; 1 for auto, else 0."),
]
Log = Annotated[
    str | None, typer.Option(metavar="FILE|-", help="Write a line of JSON for each step; -: instead of other lines.")
]
Notify = Annotated[Path | None, typer.Option(metavar="FILE.toml", help="Whom to tell of the run: a webhook, e-mail.")]
Timeout = Annotated[int, typer.Option("--timeout", metavar="SECONDS", min=1, help="Longest time for a cell to run.")]
Memory = Annotated[
    int | None,
    typer.Option("--memory", metavar="MB", min=64, help="Most memory of a notebook's process, libraries included."),
]
Offline = Annotated[bool, typer.Option("--offline", help="Run notebooks without the network; Linux only.")]
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
    audience: For = None,
    with_findings: WithFindings = False,
    timeout: Timeout = CELL,
    memory: Memory = None,
    offline: Offline = False,
    force: Force = False,
    stage: Stage = False,
    retries: Retries = None,
    log: Log = None,
    notify: Notify = None,
    verbose: Verbose = False,
    month_option: MonthOption = None,
) -> None:
    """Run a month's notebooks and publish its edition, whole or not at all; a ward that fails stops no other."""
    from phulien_analysis.orchestration import Asked, carry_out

    asked = Asked(
        month=_one_of(month, month_option),
        wards=tuple(ward or [HOME_WARD]),
        lang=lang,
        data=data,
        out=out,
        workers=workers,
        engine=engine,
        scheduler=scheduler,
        pdf=pdf,
        url=url,
        audience=audience,
        with_findings=with_findings,
        force=force,
        stage=stage,
        retries=retries,
        log=log,
        notify=notify,
        verbose=verbose,
        limits=Limits(cell=timeout, memory=memory or 0, offline=offline),
    )
    if code := carry_out(asked, partial(note, lang=lang)):
        raise typer.Exit(code)


def _one_of(month: str | None, option: str | None) -> str | None:
    """The month, however it was named."""
    if month and option and month != option:
        text = mark("{month} and --month {option} are two months; name one")
        raise PhulienError(Message(text, {"month": month, "option": option}))
    return month or option
