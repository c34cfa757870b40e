"""The command ``phulien``: run a month, check its figures, list what there is.

Exit codes: 0 done, findings or not; 1 with ``--strict`` an error that is not known; 2 wrong input; 3 a notebook
failed; 130 interrupted. What a command needs is imported when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from phulien_analysis import __version__
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang

if TYPE_CHECKING:
    from phulien_analysis.notebooks import Progress
    from phulien_analysis.publishing.editions import Edition
    from phulien_analysis.report import Report

INTERRUPTED = 130
_MONTH_LIKE = re.compile(r"[0-9]{4}-[0-9]{1,2}")

app = typer.Typer(
    name="phulien",
    help="Redo the calculations of a ward's monthly report, and publish them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


Ward = Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv.")]
Data = Annotated[Path | None, typer.Option("--data", help="The data folder; found by itself in a checkout.")]


@app.command()
def run(
    month: Annotated[str | None, typer.Argument(help="Year and month, like 2025-07; the latest if left out.")] = None,
    ward: Ward = "phu-lien",
    lang: Annotated[Lang, typer.Option(help="en: publish English pages, too, in en/.")] = "vi",
    data: Data = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where the site is; site/ by default.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Notebooks run at a time; one a processor.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Run and publish again although nothing changed.")] = False,
) -> None:
    """Run a month's notebooks and publish its edition, whole or not at all."""
    from phulien_analysis.folders import data_folder, notebooks_folder, site_folder
    from phulien_analysis.publishing.editions import build_edition
    from phulien_analysis.report import latest_month

    folder = data_folder(data)
    chosen = month or latest_month(ward, folder)
    with _progress_bar(f"{ward} {chosen}") as progress:
        edition = build_edition(
            chosen,
            ward,
            data=folder,
            notebooks=notebooks_folder(folder),
            out=site_folder(out),
            languages=(lang,),
            workers=workers,
            force=force,
            progress=progress,
        )
    _tell(edition)


@app.command()
def check(
    items: Annotated[list[str], typer.Argument(metavar="MONTH|FILE", help="Months like 2025-07.")],
    ward: Ward = "phu-lien",
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of the table.")] = "vi",
    format: Annotated[Literal["table", "json"], typer.Option("--format", help="A table, or JSON.")] = "table",  # noqa: A002
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if an error is not known.")] = False,
) -> None:
    """Redo the calculations and tell what was found."""
    from phulien_analysis.report import load_report

    _months_only(items)
    reports = [load_report(month, ward, data, lang) for month in items]
    if format == "json":
        _write_json(reports)
    else:
        for report in reports:
            _write_findings(report)
    found = (finding for report in reports for finding in report.finding_list)
    if strict and any(finding.severity == "error" and not finding.known for finding in found):
        raise typer.Exit(1)


@app.command("list")
def list_all(
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of the names.")] = "vi",
) -> None:
    """List the wards and their months, the topics and the indicators."""
    from rich.console import Console
    from rich.table import Table

    from phulien_analysis.catalogue import load_catalogue
    from phulien_analysis.folders import data_folder
    from phulien_analysis.messages import mark, translate
    from phulien_analysis.report import months

    folder = data_folder(data)
    catalogue, console = load_catalogue(folder), Console()
    wards = [(w.ward, w.label.say(lang), ", ".join(months(folder, w.ward))) for w in catalogue.wards.values()]
    topics = [(t.topic, t.label.say(lang), t.notebook) for t in catalogue.topics.values()]
    indicators = [(i.indicator, i.label.say(lang), i.topic) for i in catalogue.indicators.values()]
    for title, headings, rows in (
        (mark("Wards"), (mark("Ward"), mark("Name"), mark("Months")), wards),
        (mark("Topics"), (mark("Topic"), mark("Name"), mark("Notebook")), topics),
        (mark("Indicators"), (mark("Indicator"), mark("Name"), mark("Topic")), indicators),
    ):
        table = Table(*(translate(h, lang) for h in headings), title=translate(title, lang), title_justify="left")
        for row in rows:
            table.add_row(*row)
        console.print(table)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"phulien {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; errors are told in a line or two on standard error, and become exit codes."""
    try:
        app(args=arguments, prog_name="phulien")
    except PhulienError as error:
        return _fail(str(error), error.exit_code)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
        return _fail("interrupted; nothing that was published has changed", code) if code == INTERRUPTED else code
    return 0


def _fail(text: str, code: int) -> int:
    typer.echo(f"phulien: {text}", err=True)
    return code


def _months_only(items: Sequence[str]) -> None:
    for item in items:
        if not _MONTH_LIKE.fullmatch(item):
            msg = (
                f"{item!r} is not a month like 2025-07, and this version does not read documents; "
                "enter the document's figures as data/README.md says, and check the month"
            )
            raise PhulienError(msg)


def _write_json(reports: Sequence[Report]) -> None:
    from phulien_analysis.exchange import findings_document, to_json

    documents = [findings_document(report) for report in reports]
    sys.stdout.write(to_json(documents[0] if len(documents) == 1 else documents))


def _write_findings(report: Report) -> None:
    """A table of what is more than a plain agreement, and below it how many agree."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from phulien_analysis.findings import SEVERITIES, severity_label, verdict_label
    from phulien_analysis.messages import Message, mark, translate
    from phulien_analysis.views.findings import count_outcomes

    lang, console = report.lang, Console()
    told = [finding for finding in report.finding_list if finding.severity != "ok"]
    told.sort(key=lambda finding: SEVERITIES.index(finding.severity), reverse=True)
    headings = (mark("Result"), mark("Severity"), mark("Finding"))
    title = f"{report.ward.label.say(lang)}, {report.month}"
    table = Table(title=title, show_lines=True, expand=True)
    for heading in headings:
        table.add_column(translate(heading, lang), ratio=5 if heading == headings[-1] else 1)
    for finding in told:
        known = Message("Looked at: {reason}", {"reason": finding.known}).say(lang) if finding.known else ""
        severity = severity_label(finding.severity).say(lang)
        text = f"{finding.say(lang)} {known}".strip()
        sentence = Text.assemble(text, "\n", (finding.id, "dim"))  # the id is what <month>.known.csv takes
        table.add_row(verdict_label(finding).say(lang), severity, sentence)
    console.print(table)
    console.print(count_outcomes(report.finding_list).say(lang))


@contextmanager
def _progress_bar(title: str) -> Iterator[Progress]:
    """A bar on a terminal, and no noise where nobody watches."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        job = bar.add_task(title, total=None)

        def told(done: int, total: int, name: str) -> None:
            bar.update(job, completed=done, total=total, description=f"{title} {name}")

        yield told


def _tell(edition: Edition) -> None:
    if not edition.changed:
        typer.echo(f"Nothing has changed: edition {edition.name} of {edition.ward} {edition.month} stands as it is.")
    else:
        typer.echo(f"Published edition {edition.name} of {edition.ward} {edition.month}: {edition.folder}/index.html")
        for finished in edition.finished:
            for line in finished.warnings:
                typer.echo(f"{finished.task.source.name}: {line}", err=True)
