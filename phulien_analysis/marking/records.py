"""A checked document in the form that other programs read: the findings of ``exchange``, with their places.

Numbers are decimal strings or null. Characters are counted from 0 in the paragraph's ``text``, as Python counts them
(code points, NFC). The same document gives the same bytes: a file is named without its folder.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding
from phulien_analysis.messages import say
from phulien_analysis.reading.checking import CheckedDocument
from phulien_analysis.reading.suspects import DocumentCause, Suspect

SCHEMA = 1


def checked_record(checked: CheckedDocument) -> dict[str, Any]:
    """A checked document, ready for ``json``: the document's paragraphs, its findings and their causes."""
    return {
        "schema": SCHEMA,
        "ward": None,
        "month": None,
        "document": _document(checked.document),
        "findings": [_finding(finding, checked) for finding in checked.findings],
        "causes": [_cause(cause, checked) for cause in checked.causes],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "format": document.format,
        "sha256": document.sha256,
        "remarks": list(document.remarks),
        "paragraphs": [_paragraph(paragraph) for paragraph in document.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "index": paragraph.index,
        "section": paragraph.section,
        "place": paragraph.place,
        "kind": paragraph.kind,
        "text": paragraph.text,
    }


def _finding(finding: Finding, checked: CheckedDocument) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "fit": finding.fit,
        "severity": finding.severity,
        "stated": None if finding.stated is None else _figure(finding.stated, checked),
        "operands": [_figure(operand, checked) for operand in finding.operands],
        "computed": _text(finding.computed),
        "low": _text(finding.low),
        "high": _text(finding.high),
        "message_vi": finding.say("vi"),
        "message_en": finding.say("en"),
    }


def _figure(figure: Figure, checked: CheckedDocument) -> dict[str, Any]:
    known, mention = figure.printed_interval, checked.places[figure.source]
    return {
        "indicator": None,
        "measure": figure.measure,
        "label": mention.label,
        "printed": figure.printed,
        "unit": figure.unit.unit,
        "low": None if known is None else _text(known.low),
        "high": None if known is None else _text(known.high),
        "source": str(figure.source),
        "paragraph": mention.paragraph,
        "start": mention.start,
        "end": mention.end,
    }


def _cause(cause: DocumentCause, checked: CheckedDocument) -> dict[str, Any]:
    return {
        "broken": list(cause.broken),
        "candidates": [_suspect(suspect, checked) for suspect in cause.candidates],
        "message_vi": say(cause.message, "vi"),
        "message_en": say(cause.message, "en"),
    }


def _suspect(suspect: Suspect, checked: CheckedDocument) -> dict[str, Any]:
    return {
        "figure": _figure(suspect.figure, checked),
        "repairs": list(suspect.repairs),
        "witnesses": list(suspect.witnesses),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
