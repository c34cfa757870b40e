"""A checked document in the form that other programs read: the findings of ``exchange``, with their places.

Numbers are decimal strings or null. Characters are counted from 0 in the paragraph's ``text``, as Python counts them
(code points, NFC). The same document gives the same bytes: a file is named without its folder.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.exchange import SCHEMA, finding_record, operand_record
from phulien_analysis.figures import Figure
from phulien_analysis.messages import say
from phulien_analysis.stated.checking import CheckedDocument
from phulien_analysis.stated.suspects import DocumentCause, Suspect


def checked_record(checked: CheckedDocument) -> dict[str, Any]:
    """A checked document, ready for ``json``: the document's paragraphs, its findings and their causes."""
    return {
        "schema": SCHEMA,
        "ward": None,
        "month": None,
        "document": _document(checked.document),
        "findings": [finding_record(finding, partial(_figure, checked=checked)) for finding in checked.findings],
        "causes": [_cause(cause, checked) for cause in checked.causes],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "format": document.format,
        "sha256": document.sha256,
        "remarks": [{"message_vi": say(r, "vi"), "message_en": say(r, "en")} for r in document.remarks],
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


def _figure(figure: Figure, checked: CheckedDocument) -> dict[str, Any]:
    mention = checked.places[figure.source]
    place = {"paragraph": mention.paragraph, "start": mention.start, "end": mention.end}
    return {**operand_record(figure), "label": mention.label, **place}


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
