import contextlib
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phulien_analysis.documents.docx import DocxContent, read_docx
from phulien_analysis.documents.docx_numbering import in_form
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.documents.raw import RawParagraph
from phulien_analysis.messages import say
from tests.made_up_docx import NAMESPACES, Block, Box, Cell, Changed, Note, Par, Raw, Run, Table, build

# All sentences are made up for these tests.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the files of one test."""
    return tmp_path


def read(folder: Path, *blocks: Block, header: tuple[Block, ...] = ()) -> DocxContent:
    """The content of a document of these blocks."""
    return read_docx(build(folder / "made-up.docx", blocks, header=header))


def one(folder: Path, *blocks: Block) -> RawParagraph:
    """The only paragraph of a document of these blocks."""
    (paragraph,) = read(folder, *blocks).paragraphs
    return paragraph


def texts(content: DocxContent) -> list[str]:
    """The texts of all paragraphs."""
    return [paragraph.text for paragraph in content.paragraphs]


def test_a_paragraph_is_one_line(folder: Path) -> None:
    """A paragraph in several runs is one text with single spaces, composed, and without any at its ends."""
    par = Par(" Tổng thu\u00a0 ", Run("12", bold=True), "0,5 tỷ ", Run(" đồng"), "")
    assert one(folder, par, "", "  ") == RawParagraph("Tổng thu 120,5 tỷ đồng")


def test_every_letter_is_traced(folder: Path) -> None:
    """Each letter of the text is known to stand at a place of a text of the file."""
    (traced,) = read(folder, Par("Thu  ", Run("12", bold=True), "0,5 tỷ")).traced
    found = [(o[0].text, o[1]) for o in traced.origins if o is not None]
    # "Thu", a space that stands for two and is of none, "12", "0,5", a space, "tỷ"
    assert traced.text == "Thu 120,5 tỷ"
    assert found[:3] == [("Thu  ", 0), ("Thu  ", 1), ("Thu  ", 2)]
    assert found[3:8] == [("12", 0), ("12", 1), ("0,5 tỷ", 0), ("0,5 tỷ", 1), ("0,5 tỷ", 2)]
    assert traced.origins[3] is None


@pytest.mark.parametrize(
    "text", ["Ho\u0302\u0323 ngh\u00e8o 1.234 h\u00f4\u0323", "Số\u00ad 15\u200b7 h\u0103", "\u00a0\u00a07 và 8"]
)
def test_normalising_keeps_the_trace(folder: Path, text: str) -> None:
    """Where letters are composed and invisible ones dropped, each digit still comes from its own place."""
    (traced,) = read(folder, text).traced
    digits = [(letter, o) for letter, o in zip(traced.text, traced.origins, strict=True) if letter.isdigit()]
    assert [letter for letter, _ in digits] == [letter for letter in text if letter.isdigit()]
    assert all(o is not None and (o[0].text or "")[o[1]] == letter for letter, o in digits)


def test_footnotes_and_endnotes_hang_where_their_marker_is(folder: Path) -> None:
    """Notes are real parts of the file: the marker is out of the text, at its offset, with the note's paragraphs."""
    par = Par(
        "Thu 5 tỷ", Note("Gồm 3 và 2."), ", chi 4 tỷ", Note(Par("Đến ", Run("20/7"))), " ", Note("Cuối.", "endnote")
    )
    found = one(folder, par, "")
    assert found.text == "Thu 5 tỷ, chi 4 tỷ"
    # "Thu 5 tỷ" has 8 letters, ", chi 4 tỷ" 10
    assert [(m.offset, m.label) for m in found.markers] == [(8, "1"), (18, "2"), (18, "i")]
    assert [(n.label, n.paragraphs[0].text) for n in found.notes] == [
        ("1", "Gồm 3 và 2."),
        ("2", "Đến 20/7"),
        ("i", "Cuối."),
    ]


def test_a_mark_typed_for_a_note_is_its_label(folder: Path) -> None:
    """A note whose mark the author typed is labelled so, and the numbers of the others go on without it."""
    found = one(folder, Par("Thu 5", Note("Sao.", mark="*"), " và 7", Note("Một.")))
    assert (found.text, [m.label for m in found.markers]) == ("Thu 5 và 7", ["*", "1"])
    together = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="9"/><w:t>** 8 tỷ</w:t></w:r>'
    (traced,) = read(folder, Par("Thu", Raw(together))).traced
    assert traced.text == "Thu 8 tỷ"
    place = traced.origins[4]
    assert place is not None
    assert (place[0].text, place[1]) == ("** 8 tỷ", 3)


def test_a_marker_after_a_space_hangs_on_the_word_before(folder: Path) -> None:
    """Where a space stands on either side of a marker, one is left, and the marker is before it."""
    found = one(folder, Par("Thu 5 ", Note("Gồm 3."), " tỷ"))
    assert (found.text, found.markers[0].offset) == ("Thu 5 tỷ", 5)


def test_traced_texts_follow_the_paragraph_they_hang_on(folder: Path) -> None:
    """The traced texts are each paragraph's and then its notes', which know their label and the run of the marker."""
    content = read(folder, Par("Thu 5", Note("Gồm 3."), " tỷ"), "Chi 4")
    assert [(t.text, t.note, t.host is None) for t in content.traced] == [
        ("Thu 5 tỷ", "", True),
        ("Gồm 3.", "1", False),
        ("Chi 4", "", True),
    ]


def test_automatic_numbers_are_printed(folder: Path) -> None:
    """Headings and lists have the numbers that Word shows: by level, begun anew after a higher one, or restarted."""
    content = read(
        folder,
        Par("Một", style="Heading1", listed="decimal"),
        Par("Hai", style="Heading2", listed="decimal", level=1),
        Par("Ba", style="Heading2", listed="decimal", level=1),
        Par("Bốn", style="Heading1", listed="decimal"),
        Par("Năm", listed="decimal", level=2),
        Par("Sáu", listed="decimal again"),
        Par("Bảy", listed="decimal again"),
    )
    assert [(p.kind, p.number, p.level) for p in content.paragraphs] == [
        ("heading", "1.", 1),
        ("heading", "1.1.", 2),
        ("heading", "1.2.", 2),
        ("heading", "2.", 1),
        ("item", "2.1.1.", 3),
        ("item", "1.", 1),
        ("item", "2.", 1),
    ]


def test_bullets_letters_and_romans_are_printed(folder: Path) -> None:
    """Dashes, plus signs, dots of a font of symbols, roman numbers and letters are printed as Word shows them."""
    content = read(
        folder,
        Par("a", listed="bullet"),
        Par("b", listed="bullet", level=1),
        Par("c", listed="bullet", level=2),
        Par("d", listed="roman"),
        Par("", listed="roman"),
        Par("e", listed="roman"),
        Par("g", listed="roman", level=2),
        Par("h", listed="letter"),
        Par("i", listed="letter", level=1),
    )
    # The empty paragraph between I. and III. is not kept, but counted.
    assert [p.bullet or p.number for p in content.paragraphs] == ["-", "+", "•", "I.", "III.", "a)", "a)", "i."]


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (5, "none", ""),
        (5, "anything", "5"),
    ],
)
def test_forms_of_numbers(value: int, form: str, printed: str) -> None:
    """A number is written in each form as Word writes it: after z comes aa, then bb."""
    assert in_form(value, form) == printed


def test_old_fonts_are_decoded_through_styles_and_across_runs(folder: Path) -> None:
    """The font comes from run, character style or paragraph style; a mark of VNI may stand in a run of its own."""
    capitals = Raw('<w:r><w:rPr><w:rStyle w:val="OldCapitals"/></w:rPr><w:t>chi 5 tû</w:t></w:r>')
    content = read(
        folder,
        Par(Run("Tæng thu 12 tû", font=".VnTime"), " đồng"),
        Par("Tæng chi", style="OldLetters"),
        Par(capitals),
        Par(Run("Thu a", font="VNI-Times"), Run("ân 7", font="VNI-Times", bold=True)),
        Par(Run("Phường Tân Phú", font=".VnTime")),
    )
    assert texts(content) == ["Tổng thu 12 tỷ đồng", "Tổng chi", "CHI 5 TỶ", "Thu ân 7", "Phường Tân Phú"]
    assert len(content.remarks) == 2
    assert say(content.remarks[0], "en") == "Letters in the old encoding TCVN3 (fonts .Vn…) were decoded to Unicode."


def test_tracked_changes_are_taken_as_accepted(folder: Path) -> None:
    """What was inserted or moved to stands, what was deleted or moved from does not, and a joined paragraph is one."""
    content = read(
        folder,
        Par(
            "Đạt ", Changed("50", "del"), Changed("51", "ins"), "%, ", Changed("a", "moveFrom"), Changed("b", "moveTo")
        ),
        Par("Thu 5 ", end_deleted=True),
        Par("tỷ đồng"),
    )
    assert texts(content) == ["Đạt 51%, b", "Thu 5 tỷ đồng"]


def test_what_is_not_seen_is_not_read(folder: Path) -> None:
    """Hidden text, the code of a field and the prompt of an empty form are left out; the field's result stays."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE 1</w:instrText><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="QUOTE 4"><w:r><w:t>5</w:t></w:r></w:fldSimple>'
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>6</w:t></w:r></w:sdtContent></w:sdt>"
    found = one(folder, Par("Thu ", Run("0", hidden=True), Raw(field), Raw(simple), Raw(prompt), " tỷ"))
    assert found.text == "Thu 35 tỷ"


def test_text_is_found_in_what_wraps_it(folder: Path) -> None:
    """Links, smart tags and content controls, in a paragraph or around it, are looked through."""
    tag = '<w:smartTag><w:r><w:t xml:space="preserve"> nay </w:t></w:r></w:smartTag>'
    link = f"<w:hyperlink><w:r><w:t>năm</w:t></w:r>{tag}</w:hyperlink>"
    control = "<w:sdt><w:sdtContent><w:r><w:t>đạt 5</w:t></w:r></w:sdtContent></w:sdt>"
    around = Raw("<w:sdt><w:sdtContent><w:p><w:r><w:t>Chi 7</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    assert texts(read(folder, Par(Raw(link), Raw(control)), around)) == ["năm nay đạt 5", "Chi 7"]


def test_signs_that_are_no_text(folder: Path) -> None:
    """Tabs and page breaks are spaces, the hyphen that does not break is a hyphen, symbols are what they show."""
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        "<w:softHyphen/><w:t>e</w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t>5</w:t></w:r>"
    )
    assert one(folder, Par(Raw(signs))).text == "a b c-de≥5"


def test_lines_broken_by_hand(folder: Path) -> None:
    """A line broken by hand goes on, unless the next one begins as an item does."""
    runs = Raw("<w:r><w:t>Thu 5</w:t><w:br/><w:t>tỷ:</w:t><w:br/><w:t>- phí 3</w:t><w:br/><w:t>a) khác 2</w:t></w:r>")
    assert texts(read(folder, Par(runs))) == ["Thu 5 tỷ:", "- phí 3", "a) khác 2"]


def test_raised_digits(folder: Path) -> None:
    """Raised digits are written as such, so that neither an area nor a note typed by hand adds a digit to a number."""
    par = Par(
        "25 m", Run("2", raised=True), " đất, thu 7", Run("(1)", raised=True), " tỷ, hạng 1", Run("st", raised=True)
    )
    assert one(folder, par).text == "25 m² đất, thu 7(¹) tỷ, hạng 1st"


def test_tables_are_read_row_by_row(folder: Path) -> None:
    """Cells are joined, merged ones stand once, each knows its columns; a table inside follows its row."""
    inner = Table([["n", "8"]])
    table = Table(
        [
            ["TT", Cell(("Năm", "2024"), span=2)],
            [Cell(("x",), down="restart"), "1", Cell((inner, "2"))],
            [Cell(("không hiện",), down="continue"), Cell(()), "4"],
        ]
    )
    content = read(folder, table)
    assert [(p.kind, p.text, p.table) for p in content.paragraphs] == [
        ("row", "TT | Năm 2024", 0),
        ("row", "x | 1 | 2", 0),
        ("row", "n | 8", 1),
        ("row", "4", 0),
    ]
    assert [(c.first_column, c.last_column) for c in content.paragraphs[0].cells] == [(0, 0), (1, 2)]
    assert [(c.first_column, c.last_column) for c in content.paragraphs[3].cells] == [(2, 2)]
    for row in content.paragraphs:
        assert " | ".join(row.text[c.start : c.end] for c in row.cells) == row.text


def test_a_frame_of_one_column_is_no_table(folder: Path) -> None:
    """A table of one column is a frame: what is in it are paragraphs."""
    assert [(p.kind, p.text) for p in read(folder, Table([[Cell(("a", "b"))]])).paragraphs] == [
        ("body", "a"),
        ("body", "b"),
    ]


def test_automatic_numbers_of_a_table(folder: Path) -> None:
    """A column numbered automatically has its numbers in the text of the row, as they are printed."""
    row: list[str | Cell] = [Cell((Par("", listed="decimal"),)), "Phí"]
    assert texts(read(folder, Table([row, row]))) == ["1. | Phí", "2. | Phí"]


def test_text_boxes_are_read_once(folder: Path) -> None:
    """A text box is written for new and old programs; it is read once, after its paragraph, and seen as a stamp."""
    content = read(folder, Par("Trước ", Box(("Trong hộp 5", "và 6")), "sau"))
    assert texts(content) == ["Trước sau", "Trong hộp 5", "và 6"]
    assert [t.host is None for t in content.traced] == [True, False, False]
    assert content.stamps == ("Trong hộp 5", "và 6")


def test_stamps_are_what_stands_in_the_margins(folder: Path) -> None:
    """Headers and drawn watermarks are no paragraphs, but are there for whoever looks for a stamp."""
    mark = '<w:r><w:pict><v:shape><v:textpath string="BẢN THẢO"/></v:shape></w:pict></w:r>'
    content = read(folder, Par("Thu 5", Note("Gồm 3.")), header=(Table([["trái", "phải"]]), Par(Raw(mark))))
    assert texts(content) == ["Thu 5"]
    assert content.stamps == ("trái", "phải", "trái | phải", "BẢN THẢO")


def test_lines_of_a_letterhead_are_seen_one_by_one(folder: Path) -> None:
    """A cell of several lines near the top gives each line by itself, where a stamp may be one of them."""
    assert read(folder, Table([[Cell(("ỦY BAN", "Số: 5")), "Nước"]])).stamps == ("ỦY BAN", "Số: 5")


def test_strict_documents_are_read(folder: Path) -> None:
    """The Strict form of ISO 29500 has other names for the same things."""
    path = build(folder / "a.docx", [Par("Thu 5", Note("Gồm 3."))])
    strict = folder / "strict.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, data)
    assert [t.text for t in read_docx(strict).traced] == ["Thu 5", "Gồm 3."]


def test_errors_say_what_is_wrong_and_what_to_do(folder: Path) -> None:
    """No package, no main text, broken XML, entities: refused with the file's name and a remedy."""
    remedy = "Open it in Word or LibreOffice, save it as .docx, and take that file."
    garbage = folder / "garbage.docx"
    garbage.write_bytes(b"PK\x03\x04 no zip")
    bare = folder / "bare.docx"
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("a.txt", "a")
    broken = build(folder / "broken.docx", [], parts={"word/document.xml": "<w:document"})
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><w:document ' + NAMESPACES + "><w:body/></w:document>"
    entities = build(folder / "entities.docx", [], parts={"word/document.xml": bomb})
    for path, what in [
        (garbage, "it is no readable ZIP file"),
        (bare, "it has no main text (word/document.xml)"),
        (broken, "its part word/document.xml is no well-formed XML"),
        (entities, "its part word/document.xml defines entities, which no word processor writes"),
    ]:
        with pytest.raises(DocumentError) as caught:
            read_docx(path)
        assert str(caught.value) == f"{path.name} cannot be read as a Word document: {what}. {remedy}"


def test_a_part_that_swells_is_refused(folder: Path) -> None:
    """A part of a few kilobytes that unpacks to more than 64 MB is not unpacked further."""
    # 65 MB of spaces
    path = build(folder / "swollen.docx", [], parts={"word/document.xml": " " * (65 * 2**20)})
    with pytest.raises(DocumentError, match=r"its part word/document\.xml is larger than 64 MB"):
        read_docx(path)


def test_missing_parts_are_no_error(folder: Path) -> None:
    """A document without styles, lists and notes is read; a marker without a note stays a marker."""
    path = build(folder / "a.docx", [Par("Thu 5", Note("Gồm 3."), style="Heading1", listed="decimal")])
    lean = folder / "lean.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(lean, "w") as new:
        new.writestr("word/document.xml", old.read("word/document.xml"))
    (found,) = read_docx(lean).paragraphs
    assert (found.text, found.number, found.notes, len(found.markers)) == ("Thu 5", "", (), 1)


def test_deep_nesting_ends(folder: Path) -> None:
    """Tables nested beyond any document end the reading there, without an error."""
    block: Block = "sâu"
    for _ in range(15):
        block = Table([[Cell((block,)), "x"]])
    assert texts(read(folder, block))[0] == "x"


@given(st.binary(max_size=60), st.integers(0, 3000), st.integers(0, 200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mangled_files_are_refused_or_read(folder: Path, noise: bytes, at: int, cut: int) -> None:
    """Bytes written over a file, or over its text, give an error for people or a document, never anything else."""
    path = build(folder / "a.docx", [Par("Thu 5", Note("Gồm 3."), Box(("b",)), listed="decimal"), Table([["a", "b"]])])
    data = path.read_bytes()
    body = zipfile.ZipFile(path).read("word/document.xml")
    at_end = max(0, len(data) - at)
    mangled = [data[:at] + noise + data[at + cut :], data[:at_end] + noise + data[at_end + cut :]]
    for place, content in enumerate(mangled):
        (folder / f"{place}.docx").write_bytes(content)
    text = (body[:at] + noise + body[at + cut :]).decode("latin-1")
    build(folder / "2.docx", [], parts={"word/document.xml": text})
    for place in range(3):
        with contextlib.suppress(DocumentError):
            read_docx(folder / f"{place}.docx")
