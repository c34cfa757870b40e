"""``phulien check``: the calculations of months and documents redone, and which hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from phulien_analysis.commands.common import HOME_WARD, Data, fail, in_its_language, note
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message

if TYPE_CHECKING:
    from phulien_analysis.findings import Finding
    from phulien_analysis.report import Report
    from phulien_analysis.stated.checking import CheckedDocument


@in_its_language
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
        note(Message("--ward is for months; a document is checked without it"), lang)
    for item in items:
        try:
            yield _redone(item, HOME_WARD if ward is None else ward, data, lang)
        except PhulienError as error:
            fail(error.say(lang), error.exit_code)


def _redone(item: str, ward: str, data: Path | None, lang: Lang) -> Report | CheckedDocument:
    """A month or a document with its calculations redone."""
    from phulien_analysis.marking.items import is_month

    if is_month(item):
        from phulien_analysis.report import load_report

        return load_report(item, ward, data, lang)
    from phulien_analysis.marking.taking import check_item

    return check_item(item, lang)


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
        note(Message("wrote {name}", {"name": str(html)}), lang)
    if docx is not None:
        from phulien_analysis.marking.remarks import write_marked_copy

        left = write_marked_copy(done, Path(item), docx, lang, force=force)
        note(Message("wrote {name}", {"name": str(docx)}), lang)
        for remark in left:
            values = {"name": item, "text": remark.text}
            note(Message("no place for a comment was found in {name}: {text}", values), lang)


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
