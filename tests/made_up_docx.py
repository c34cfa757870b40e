"""A builder of DOCX files for tests, part by part, with what Word writes and python-docx cannot: real footnotes and
endnotes, lists, text boxes, merged cells, tracked changes, fonts of the old encodings. All texts are made up by tests.

>>> build(path, ["Tổng thu đạt 5 tỷ đồng.", Par("Chi ", Run("7", bold=True), " tỷ", Note("Gồm 3 tỷ và 4 tỷ."))])
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
# The lists that a paragraph can be in, by name: numId of numbering.xml.
LISTS = {"decimal": 1, "bullet": 2, "roman": 3, "letter": 4, "decimal again": 5}


@dataclass(frozen=True)
class Run:
    """A run of text with one look."""

    text: str
    font: str = ""
    bold: bool = False
    raised: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Note:
    """A note that hangs here; ``kind`` is ``footnote`` or ``endnote``, ``mark`` a mark typed instead of a number."""

    text: str | Par
    kind: str = "footnote"
    mark: str = ""


@dataclass(frozen=True)
class Changed:
    """Text under tracked changes: ``how`` is ``ins``, ``del``, ``moveFrom`` or ``moveTo``."""

    text: str
    how: str


@dataclass(frozen=True)
class Box:
    """A text box with paragraphs, written twice as Word does: as a drawing and, for older programs, in VML."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Raw:
    """XML that goes in as it is (in a paragraph: among its runs; else as a block)."""

    xml: str


Inline: TypeAlias = "str | Run | Note | Changed | Box | Raw"


class Par:
    """A paragraph: its runs, its style (``Heading1`` …, ``OldLetters`` in ``.VnTime``), its list and level from 0."""

    def __init__(
        self, *runs: Inline, style: str = "", listed: str = "", level: int = 0, end_deleted: bool = False
    ) -> None:
        self.runs, self.style, self.listed, self.level = runs, style, listed, level
        self.end_deleted = end_deleted


@dataclass(frozen=True)
class Cell:
    """A cell over ``span`` columns; ``down`` is ``restart`` or ``continue`` where cells are merged downwards."""

    blocks: tuple[Block, ...] = ()
    span: int = 1
    down: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells; a plain text is a cell of one paragraph."""

    rows: Sequence[Sequence[str | Cell]]


Block: TypeAlias = "str | Par | Table | Raw"


@dataclass
class _Notes:
    """The notes met while the body is written."""

    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)


def build(
    path: Path, blocks: Sequence[Block], *, header: Sequence[Block] = (), parts: dict[str, str] | None = None
) -> Path:
    """Write a DOCX file with these blocks, and return its path; ``parts`` replaces or adds whole parts by name."""
    notes = _Notes()
    body = "".join(_block(block, notes) for block in blocks)
    contents = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _part(
            "document",
            f'<w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="rId6"/></w:sectPr></w:body>',
        ),
        "word/_rels/document.xml.rels": _relations([(kind, f"{kind}.xml") for kind in _KINDS]),
        "word/styles.xml": _part("styles", _STYLES),
        "word/settings.xml": _part("settings", ""),
        "word/numbering.xml": _part("numbering", _numbering()),
        "word/footnotes.xml": _notes_part("footnote", notes.footnotes),
        "word/endnotes.xml": _notes_part("endnote", notes.endnotes),
        "word/header.xml": _part("hdr", "".join(_block(block, notes) for block in header) or "<w:p/>"),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (contents | (parts or {})).items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return path


def _block(block: Block, notes: _Notes) -> str:
    if isinstance(block, Raw):
        return block.xml
    if isinstance(block, Table):
        return _table(block, notes)
    return _paragraph(block if isinstance(block, Par) else Par(block), notes)


def _paragraph(par: Par, notes: _Notes) -> str:
    style = f"<w:pStyle w:val={quoteattr(par.style)}/>" if par.style else ""
    listed = ""
    if par.listed:
        listed = f'<w:numPr><w:ilvl w:val="{par.level}"/><w:numId w:val="{LISTS[par.listed]}"/></w:numPr>'
    mark = f"<w:rPr><w:del {_BY}/></w:rPr>" if par.end_deleted else ""
    runs = "".join(_inline(run, notes) for run in par.runs)
    return f"<w:p><w:pPr>{style}{listed}{mark}</w:pPr>{runs}</w:p>"


def _inline(run: Inline, notes: _Notes) -> str:
    if isinstance(run, Raw):
        return run.xml
    if isinstance(run, Note):
        return _note(run, notes)
    if isinstance(run, Changed):
        tag = "delText" if run.how == "del" else "t"
        text = f'<w:r><w:{tag} xml:space="preserve">{escape(run.text)}</w:{tag}></w:r>'
        return f"<w:{run.how} {_BY}>{text}</w:{run.how}>"
    if isinstance(run, Box):
        return _box(run, notes)
    return _run(run if isinstance(run, Run) else Run(run))


def _run(run: Run) -> str:
    look = f"<w:rFonts w:ascii={quoteattr(run.font)} w:hAnsi={quoteattr(run.font)}/>" if run.font else ""
    look += "<w:b/>" if run.bold else ""
    look += "<w:vanish/>" if run.hidden else ""
    look += '<w:vertAlign w:val="superscript"/>' if run.raised else ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def _note(note: Note, notes: _Notes) -> str:
    written = notes.footnotes if note.kind == "footnote" else notes.endnotes
    place = len(written)
    written.append("")  # its place is taken before its own text is written
    par = note.text if isinstance(note.text, Par) else Par(note.text)
    ref = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{note.kind}Ref/></w:r>'
    written[place] = _paragraph(Par(Raw(ref), " ", *par.runs), notes)
    custom = ' w:customMarkFollows="1"' if note.mark else ""
    mark = f"<w:t>{escape(note.mark)}</w:t>" if note.mark else ""
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{look}<w:{note.kind}Reference{custom} w:id="{place + 1}"/>{mark}</w:r>'


def _box(box: Box, notes: _Notes) -> str:
    content = f"<w:txbxContent>{''.join(_block(block, notes) for block in box.blocks)}</w:txbxContent>"
    drawing = (
        '<wp:inline><wp:extent cx="2000000" cy="600000"/><wp:docPr id="1" name="box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    )
    old = f'<w:pict><v:shape style="width:150pt;height:40pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{drawing}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _table(table: Table, notes: _Notes) -> str:
    rows = ""
    for row in table.rows:
        cells = "".join(_cell(cell if isinstance(cell, Cell) else Cell((cell,)), notes) for cell in row)
        rows += f"<w:tr>{cells}</w:tr>"
    columns = max(sum(cell.span if isinstance(cell, Cell) else 1 for cell in row) for row in table.rows)
    grid = '<w:gridCol w:w="1500"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def _cell(cell: Cell, notes: _Notes) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.down]
    content = "".join(_block(block, notes) for block in cell.blocks)
    # A cell ends with a paragraph, so one that ends with a table gets an empty one.
    last = "" if content.endswith("</w:p>") else "<w:p/>"
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{content}{last}</w:tc>"


def _part(tag: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag} {NAMESPACES}>{content}</w:{tag}>'


def _notes_part(kind: str, paragraphs: Sequence[str]) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(f'<w:{kind} w:id="{i}">{text}</w:{kind}>' for i, text in enumerate(paragraphs, start=1))
    return _part(f"{kind}s", separators + notes)


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{base}{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def _numbering() -> str:
    """Five lists: 1, 1.1, 1.1.1; dashes and plus signs; roman; letters; the first again, begun anew."""
    levels = {
        1: [("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")],
        2: [("bullet", "-"), ("bullet", "+"), ("bullet", "\uf0b7")],
        3: [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")],
        4: [("lowerLetter", "%1)"), ("lowerRoman", "%2."), ("upperLetter", "%3.")],
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        + "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (form, text) in enumerate(definition)
        )
        + "</w:abstractNum>"
        for key, definition in levels.items()
    )
    lists = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in levels)
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return f'{abstract}{lists}<w:num w:numId="5"><w:abstractNumId w:val="1"/>{again}</w:num>'


_BY = 'w:id="90" w:author="made up" w:date="2020-01-01T00:00:00Z"'
_KINDS = ("styles", "settings", "numbering", "footnotes", "endnotes", "header")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}{kind}+xml"/>' for kind in _KINDS)
    + "</Types>"
)
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{i}"><w:name w:val="heading {i}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{i - 1}"/></w:pPr></w:style>'
        for i in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="OldLetters"><w:name w:val="Old letters"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="OldCapitals"><w:name w:val="Old capitals"/>'
    '<w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>'
)
