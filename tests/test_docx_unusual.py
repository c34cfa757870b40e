"""What Word files may hold and rarely do: lists of a style, cells merged the old way, deleted rows, strays."""

from pathlib import Path

import pytest

from phulien_analysis.documents.docx import DocxContent, read_docx
from phulien_analysis.documents.problems import DocumentError
from tests.made_up_docx import NAMESPACES, Block, Note, Par, Raw, build
from tests.made_up_hostile import read_parts, write_parts

# All sentences are made up for these tests.


def part(tag: str, content: str) -> str:
    """A part of that root."""
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def level(place: int, form: str, text: str, more: str = "") -> str:
    """A level of a list, with what else it is to say."""
    return f'<w:lvl w:ilvl="{place}"><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def defined(identity: int, *levels: str) -> str:
    """A definition that lists share."""
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def used(identity: int, definition: int, overrides: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def read(folder: Path, *blocks: Block, **parts: str) -> DocxContent:
    """The content of a document of these blocks, with whole parts (``numbering=…``) in place of the usual ones."""
    named = {f"word/{name}.xml": part(name, content) for name, content in parts.items()}
    return read_docx(build(folder / "made-up.docx", blocks, parts=named))


def texts(content: DocxContent) -> list[str]:
    """The texts of all paragraphs."""
    return [paragraph.text for paragraph in content.paragraphs]


def numbers(content: DocxContent) -> list[str]:
    """The numbers or bullets of all paragraphs."""
    return [paragraph.bullet or paragraph.number for paragraph in content.paragraphs]


# ---- lists


def test_a_list_of_a_style_counts_at_the_level_of_the_style(tmp_path: Path) -> None:
    """A style may name its list alone: each level of the list says which style it is for."""
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    named = ("Muc", "TieuMuc")
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{name}">{listed}</w:style>' for name in named)
    levels = [
        level(n, "decimal", text, f'<w:pStyle w:val="{style}"/>')
        for n, text, style in [(0, "%1.", "Muc"), (1, "%1.%2.", "TieuMuc")]
    ]
    blocks = [Par("Thu 5", style="Muc"), Par("Thuế 3", style="TieuMuc"), Par("Phí 2", style="TieuMuc")]
    content = read(tmp_path, *blocks, styles=styles, numbering=defined(1, *levels) + used(1, 1))
    assert [(p.number, p.level) for p in content.paragraphs] == [("1.", 1), ("1.1.", 2), ("1.2.", 2)]


def test_a_list_that_stands_for_another_is_counted_with_it(tmp_path: Path) -> None:
    """A definition without levels may name a style of lists; the definition that the style names has the levels."""
    own = defined(1, '<w:styleLink w:val="Muc"/>', level(0, "upperRoman", "%1."))
    other = defined(2, '<w:numStyleLink w:val="Muc"/>')
    lists = own + other + used(1, 1) + used(2, 2)
    blocks = [Par("Thu 5", listed="decimal"), Par("Chi 4", listed="bullet"), Par("Dư 1", listed="decimal")]
    assert numbers(read(tmp_path, *blocks, numbering=lists)) == ["I.", "II.", "III."]


def test_a_level_may_go_on_over_higher_ones(tmp_path: Path) -> None:
    """Where a level says that nothing restarts it (``lvlRestart`` 0), it goes on below the next number above it."""
    blocks = [Par(str(n), listed="decimal", level=deep) for n, deep in enumerate((0, 1, 1, 0, 1))]
    for more, last in (('<w:lvlRestart w:val="0"/>', "c)"), ("", "a)")):
        lists = defined(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", more)) + used(1, 1)
        assert numbers(read(tmp_path, *blocks, numbering=lists)) == ["1.", "a)", "b)", "2.", last]


def test_a_list_begins_where_it_says_for_each_level(tmp_path: Path) -> None:
    """A list's own start counts for its level alone, and what else it overrides is no start."""
    own = '<w:lvlOverride w:ilvl="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride>'
    lists = defined(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + used(1, 1, own)
    blocks = [Par("a", listed="decimal"), Par("b", listed="decimal", level=1), Par("c", listed="decimal", level=1)]
    assert numbers(read(tmp_path, *blocks, numbering=lists)) == ["1.", "1.7.", "1.8."]


def test_bullets_that_are_dashes_of_a_font_of_symbols(tmp_path: Path) -> None:
    """A dash of the fonts of symbols is a dash as any other; a bullet of spaces is none."""
    lists = defined(1, level(0, "bullet", "\uf02d"), level(1, "bullet", "–"), level(2, "bullet", " ")) + used(1, 1)
    blocks = [Par(str(deep), listed="decimal", level=deep) for deep in (0, 1, 2)]
    assert numbers(read(tmp_path, *blocks, numbering=lists)) == ["-", "-", ""]


def test_a_style_that_stands_on_itself_ends(tmp_path: Path) -> None:
    """Styles based on each other in a circle give what they say, and an end."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert texts(read(tmp_path, Par("Ẩn 5", style="A"), "Hiện 6", styles=styles)) == ["Hiện 6"]


# ---- tables


def test_cells_merged_sideways_the_old_way_are_one(tmp_path: Path) -> None:
    """Old files say of each cell that it continues the one at its left (``hMerge``); the first has all columns."""
    merged = "".join(
        f"<w:tc><w:tcPr><w:hMerge{how}/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        for how, text in ((' w:val="restart"', "Số"), ("", "không hiện"))
    )
    last = "<w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc>"
    (row,) = read(tmp_path, Raw(f"<w:tbl><w:tr>{merged}{last}</w:tr></w:tbl>")).paragraphs
    assert row.text == "Số | 9"
    assert [(c.first_column, c.last_column) for c in row.cells] == [(0, 1), (2, 2)]


def test_rows_and_cells_that_were_deleted_or_are_empty_are_no_rows(tmp_path: Path) -> None:
    """Under tracked changes a row or a cell may be deleted; an empty row says nothing, and parts no table in two."""
    by = 'w:id="1" w:author="a" w:date="2020-01-01T00:00:00Z"'

    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    rows = (
        f"<w:tr>{cell('Hộ')}{cell('5')}{cell('6', f'<w:cellDel {by}/>')}</w:tr>"
        f"<w:tr><w:trPr><w:del {by}/></w:trPr>{cell('Xóa')}{cell('7')}</w:tr>"
        f"<w:tr>{cell('')}{cell('')}</w:tr><w:tr>{cell('Đàn')}{cell('8')}</w:tr>"
    )
    found = read(tmp_path, Raw(f"<w:tbl>{rows}</w:tbl>")).paragraphs
    assert [(p.text, p.table) for p in found] == [("Hộ | 5", 0), ("Đàn | 8", 0)]


def test_alternatives_are_read_once_wherever_they_stand(tmp_path: Path) -> None:
    """Around paragraphs and inside a drawing, of what is written for new and for old programs one is read."""

    def either(new: str, old: str) -> str:
        choice = f'<mc:Choice Requires="wps">{new}</mc:Choice>'
        return f"<mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"

    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    box = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    drawing = (
        f"<w:r><w:drawing><wp:inline>{either(box.format('Hộp 6'), box.format('Hộp 7'))}</wp:inline></w:drawing></w:r>"
    )
    blocks: list[Block] = [Raw(either(paragraph.format("Thu 5"), paragraph.format("Thu 4"))), Par("Chi", Raw(drawing))]
    assert texts(read(tmp_path, *blocks)) == ["Thu 5", "Chi", "Hộp 6"]


# ---- strays


def test_marks_of_fields_that_never_began_hide_nothing(tmp_path: Path) -> None:
    """The end or the middle of a field that never began, and a mark of no kind, leave the text after them."""
    strays = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("end", "separate", "khác"))
    assert texts(read(tmp_path, Par("Thu ", Raw(strays), "5 tỷ"))) == ["Thu 5 tỷ"]


def test_a_typed_mark_that_is_missing_is_a_star(tmp_path: Path) -> None:
    """A note that says its mark follows, and ends the paragraph, is labelled with a star."""
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/></w:r>'
    (found,) = read(tmp_path, Par("Thu 5", Raw(reference))).paragraphs
    assert (found.text, [m.label for m in found.markers]) == ("Thu 5", ["*"])
    (between,) = read(tmp_path, Par("Thu 5", Raw(reference), Note("Gồm 3.", mark="**"))).paragraphs
    assert [m.label for m in between.markers] == ["*", "**"]


SHIFTED = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE w+AD4-<w/>'
WIDE = '<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE w><w/>'.encode("utf-32")


@pytest.mark.parametrize("data", [SHIFTED, WIDE], ids=["UTF-7", "UTF-32"])
def test_a_document_type_that_no_byte_shows_is_refused(tmp_path: Path, data: bytes) -> None:
    """Where the encoding hides the declaration, the document type is known once the part is parsed."""
    parts = read_parts(build(tmp_path / "a.docx", []))
    path = write_parts(tmp_path / "a.docx", {**parts, "word/document.xml": data})
    with pytest.raises(DocumentError, match=r"its part word/document\.xml defines entities, which no word processor"):
        read_docx(path)
