"""The command ``phulien``: check a document or a month, draft a month from a document, run and publish a month.

Exit codes: 0 done, findings or not; 1 with ``--strict`` an error that is not known; 2 wrong input; 3 a notebook
failed; 130 interrupted. What a command needs is imported when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from phulien_analysis import __version__
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message

if TYPE_CHECKING:
    from phulien_analysis.cluster import ClusterExecutor
    from phulien_analysis.findings import Finding
    from phulien_analysis.report import Report
    from phulien_analysis.stated.checking import CheckedDocument

INTERRUPTED = 130
HOME_WARD = "phu-lien"

app = typer.Typer(
    name="phulien",
    help="Redo the calculations that a ward's monthly report states, and publish its figures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _in_its_language(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose errors are told in the language that was asked for."""

    @wraps(command)
    def told(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
        except PhulienError as error:
            lang: Lang = "en" if options.get("lang") == "en" else "vi"
            raise typer.Exit(_fail(error.say(lang), error.exit_code)) from error

    return told


Ward = Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv.")]
Data = Annotated[Path | None, typer.Option("--data", help="The data folder; found by itself in a checkout.")]


@app.command()
@_in_its_language
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


@app.command()
@_in_its_language
def check(
    items: Annotated[
        list[str],
        typer.Argument(
            metavar="MONTH|FILE...",
            help="Months like 2025-07, or documents (.docx, .pdf, .html, .txt); - reads text that is pasted.",
        ),
    ],
    ward: Annotated[str | None, typer.Option("--ward", help="For months: the ward, as in data/wards.csv.")] = None,
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of the findings.")] = "vi",
    format: Annotated[Literal["table", "json"], typer.Option("--format", help="A table, or JSON.")] = "table",  # noqa: A002
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if an error is not known.")] = False,
    docx: Annotated[
        Path | None, typer.Option("--docx", metavar="OUT", help="Write a copy of the Word document with comments.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="Write the document as a page with its findings.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace OUT if it exists.")] = False,
) -> None:
    """Redo the calculations of months or documents, and tell which hold.

    Of several, one that cannot be read does not stop the others: it is named, and the exit code is 2 at the end.
    """
    _require_free_outputs(items, docx, html, force=force)
    done: list[Report | CheckedDocument] = []
    for one in _redo_each(items, ward, data, lang):
        done.append(one)
        if format == "table":
            _write_findings(one, lang)
    if format == "json" and (done or len(items) > 1):
        _write_json(done, as_list=len(items) > 1)
    if done:
        _write_outputs(done[0], items[0], docx, html, lang, force=force)
    if len(done) < len(items):
        raise typer.Exit(PhulienError.exit_code)
    if strict and any(_has_unknown_error(one) for one in done):
        raise typer.Exit(1)


@app.command()
@_in_its_language
def read(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A document (.docx, .pdf, .html, .txt); - for pasted text.")
    ],
    ward: Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv.")],
    month: Annotated[str, typer.Option("--month", help="Year and month that the document reports, like 2025-08.")],
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of what is told.")] = "vi",
    force: Annotated[bool, typer.Option("--force", help="Replace the month's figures file if it exists.")] = False,
) -> None:
    """Draft a month's figures file from a document, and a list to review it by."""
    from phulien_analysis.drafting.drafts import read_month
    from phulien_analysis.drafting.writing import write_draft
    from phulien_analysis.marking.items import open_item

    draft = read_month(open_item(file, lang), ward, month, data)
    figures, review = write_draft(draft, force=force)
    for remark in draft.document.remarks:
        typer.echo(Message("How it was read: {remark}", {"remark": remark}).say(lang))
    for sentence in draft.summary():
        typer.echo(sentence.say(lang))
    typer.echo(Message("Figures: {path}", {"path": str(figures)}).say(lang))
    typer.echo(Message("Review list: {path}", {"path": str(review)}).say(lang))
    options = "" if ward == HOME_WARD else f" --ward {ward}"
    if data is not None:
        options += f" --data {data}"
    then = Message(
        "Next: go through the review list and correct the figures; then “{check}”, and “{run}”.",
        {"check": f"phulien check {month}{options}", "run": f"phulien run {month}{options}"},
    )
    typer.echo(then.say(lang))


@app.command("list")
@_in_its_language
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Vietnamese letters shows their codes
            stream.reconfigure(errors="backslashreplace")
    try:
        app(args=arguments, prog_name="phulien")
    except PhulienError as error:
        return _fail(str(error), error.exit_code)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
        return _fail("interrupted; what was published stands", code) if code == INTERRUPTED else code
    return 0


def _fail(text: str, code: int) -> int:
    typer.echo(f"phulien: {text}", err=True)
    return code


def _note(what: Message, lang: Lang) -> None:
    """A word on standard error: standard output may be JSON."""
    typer.echo(f"phulien: {what.say(lang)}", err=True)


def _require_free_outputs(items: Sequence[str], docx: Path | None, html: Path | None, *, force: bool) -> None:
    """See, before anything is read, that what is to be written belongs to one document and may be written."""
    from phulien_analysis.marking.items import PASTED, is_month
    from phulien_analysis.marking.writing import check_target

    for option, target, suffixes in (("--docx", docx, (".docx",)), ("--html", html, (".html", ".htm"))):
        if target is None:
            continue
        if len(items) != 1 or is_month(items[0]):
            msg = Message(
                "{option} is for one document; name one file, and no month (a month's pages come from phulien run)",
                {"option": option},
            )
            raise PhulienError(msg)
        if option == "--docx" and items[0] == PASTED:
            raise PhulienError(Message("--docx puts comments into a Word document; pasted text has none; use --html"))
        source = Path(items[0])
        check_target(target, source if source.is_file() else None, suffixes, force=force)


def _redo_each(
    items: Sequence[str], ward: str | None, data: Path | None, lang: Lang
) -> Iterator[Report | CheckedDocument]:
    """What can be read of the months and documents asked for; what cannot is told on standard error."""
    from phulien_analysis.marking.items import is_month

    if ward is not None and not any(map(is_month, items)):
        _note(Message("--ward is for months; a document is checked without it"), lang)
    for item in items:
        try:
            yield _redone(item, ward or HOME_WARD, data, lang)
        except PhulienError as error:
            _fail(error.say(lang), error.exit_code)


def _redone(item: str, ward: str, data: Path | None, lang: Lang) -> Report | CheckedDocument:
    """A month or a document with its calculations redone."""
    from phulien_analysis.marking.items import is_month, open_item

    if is_month(item):
        from phulien_analysis.report import load_report

        return load_report(item, ward, data, lang)
    from phulien_analysis.stated.checking import check_document

    return check_document(open_item(item, lang))


def _has_unknown_error(done: Report | CheckedDocument) -> bool:
    from phulien_analysis.report import Report

    findings: Sequence[Finding] = done.finding_list if isinstance(done, Report) else done.findings
    return any(finding.severity == "error" and not finding.known for finding in findings)


def _write_json(done: Sequence[Report | CheckedDocument], *, as_list: bool) -> None:
    """One document for one argument, a list for several, whether all could be read or not."""
    from phulien_analysis.exchange import findings_document, to_json
    from phulien_analysis.marking.records import checked_record
    from phulien_analysis.report import Report

    documents = [findings_document(one) if isinstance(one, Report) else checked_record(one) for one in done]
    if isinstance(sys.stdout, TextIOWrapper):  # JSON is UTF-8, whatever the terminal is (RFC 8259)
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(to_json(documents if as_list else documents[0]))


def _write_findings(done: Report | CheckedDocument, lang: Lang) -> None:
    from phulien_analysis.report import Report

    if isinstance(done, Report):
        _print_report(done)
    else:
        from phulien_analysis.marking.listing import print_listing

        print_listing(done, lang)


def _write_outputs(
    done: Report | CheckedDocument, item: str, docx: Path | None, html: Path | None, lang: Lang, *, force: bool
) -> None:
    """The marked copy and the page that were asked for, told on standard error: standard output may be JSON."""
    from phulien_analysis.report import Report

    if isinstance(done, Report):
        return
    if html is not None:
        from phulien_analysis.marking.pages import write_html

        write_html(done, html, lang, force=force)
        _note(Message("wrote {name}", {"name": str(html)}), lang)
    if docx is not None:
        from phulien_analysis.marking.remarks import write_marked_copy

        left = write_marked_copy(done, Path(item), docx, lang, force=force)
        _note(Message("wrote {name}", {"name": str(docx)}), lang)
        for remark in left:
            values = {"name": item, "text": remark.text}
            _note(Message("no place for a comment was found in {name}: {text}", values), lang)


def _print_report(report: Report) -> None:
    """A table of what is more than a plain agreement, and below it how many agree."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from phulien_analysis.findings import SEVERITIES, severity_label, verdict_label
    from phulien_analysis.messages import mark, translate
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
