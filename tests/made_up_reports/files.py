"""Writes a made-up report as a Word document with real footnotes, and through LibreOffice as a PDF."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from tests.made_up_reports.model import Block, Note
from tests.made_up_reports.reports import MadeUpReport
from tests.office import convert

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def write_docx(report: MadeUpReport, path: Path) -> Path:
    """Write a report as a Word document: paragraphs with typed numbers and bullets, and real footnotes."""
    document = docx.Document()
    document.styles["Normal"].font.name = "DejaVu Serif"  # one font, so that a PDF has the same pages everywhere
    document.add_paragraph(report.title.upper())
    for block in report.paragraphs:
        _add_block(document, block)
    notes = [note for block in report.paragraphs for note in block.notes]
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, _footnotes(notes).encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(path))
    return path


def write_pdf(report: MadeUpReport, path: Path) -> Path:
    """Write a report as a PDF, by LibreOffice; `OSError` if that is not installed."""
    with TemporaryDirectory() as folder:
        source = write_docx(report, Path(folder) / "report.docx")
        convert(source, "pdf", source.parent)
        path.write_bytes(source.with_suffix(".pdf").read_bytes())
    return path


def _add_block(document: Document, block: Block) -> None:
    """Add one block with its footnote marks."""
    paragraph = document.add_paragraph()
    lead = block.number or block.bullet
    if lead:
        paragraph.add_run(f"{lead} ").bold = block.kind == "heading"
    start = 0
    for note in block.notes:
        paragraph.add_run(block.text[start : note.offset])
        _add_mark(paragraph, note)
        start = note.offset
    paragraph.add_run(block.text[start:]).bold = block.kind == "heading"


def _add_mark(paragraph: Paragraph, note: Note) -> None:
    """Add the mark of a footnote."""
    mark = f'<w:r {_W}>{_RAISED}<w:footnoteReference w:id="{note.number}"/></w:r>'
    paragraph._p.append(parse_xml(mark))


def _footnotes(notes: list[Note]) -> str:
    """The part that holds the footnotes, after the two separators that Word wants."""
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    written = "".join(_footnote(note) for note in notes)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {_W}>{separators}{written}</w:footnotes>'


def _footnote(note: Note) -> str:
    """One footnote with its paragraphs; the first carries the mark."""
    mark = f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
    paragraphs = "".join(
        f'<w:p>{"" if index else mark}<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p>'
        for index, text in enumerate(note.paragraphs)
    )
    return f'<w:footnote w:id="{note.number}">{paragraphs}</w:footnote>'
