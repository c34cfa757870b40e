"""Small tables for tests, written as rows of cells between bars, and checked as a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from phulien_analysis.findings import Finding
from phulien_analysis.stated.checking import CheckedDocument, check_document

_SPAN = re.compile(r"(?P<kind>[cr])(?P<count>\d):")


def check_table(folder: Path, above: Sequence[str], rows: Sequence[str]) -> CheckedDocument:
    """Check a page with one table; a cell that begins with ``c2:`` covers two columns, with ``r2:`` two rows."""
    path = folder / "table.html"
    body = "".join(f"<p>{escape(text)}</p>" for text in above)
    lines = "".join(f"<tr>{''.join(_cell(cell.strip()) for cell in row.split('|'))}</tr>" for row in rows)
    path.write_text(f"<html><body>{body}<table>{lines}</table></body></html>", encoding="utf-8")
    return check_document(path)


def _cell(text: str) -> str:
    span = _SPAN.match(text)
    if span is None:
        return f"<td>{escape(text)}</td>"
    name = "colspan" if span["kind"] == "c" else "rowspan"
    return f"<td {name}='{span['count']}'>{escape(text[span.end() :])}</td>"


def sentence(finding: Finding) -> str:
    """A finding in Vietnamese, with plain spaces."""
    return finding.say("vi").replace("\N{NO-BREAK SPACE}", " ")


def to_review(checked: CheckedDocument) -> list[Finding]:
    """The findings that somebody should look at."""
    return [finding for finding in checked.findings if finding.to_review]


def said(checked: CheckedDocument, kind: str) -> list[tuple[str, list[str], str]]:
    """What was redone of a kind: the stated number, those it follows from, and the verdict."""
    return [
        (finding.stated.printed, [operand.printed for operand in finding.operands], finding.verdict)
        for finding in checked.findings
        if finding.kind == kind and finding.stated is not None
    ]
