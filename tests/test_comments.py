import hashlib
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from phulien_analysis.documents.docx import read_docx
from phulien_analysis.documents.opening import read_document
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.marking.comments import MarkingError, Remark, write_comments
from tests import made_up_hostile as hostile
from tests.made_up_docx import Block, Box, Changed, Note, Par, Raw, Run, Table, build
from tests.office import convert
from tests.programs import needs

# All sentences are made up for these tests.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def at(source: Path, number: str, text: str = "xem lại", occurrence: int = 0) -> Remark:
    """A remark at an occurrence of a number in a document."""
    found = [
        Remark(paragraph.index, start, start + len(number), text)
        for paragraph in read_document(source).paragraphs
        for start in range(len(paragraph.text))
        if paragraph.text.startswith(number, start)
    ]
    return found[occurrence]


def made(tmp_path: Path, *blocks: Block) -> Path:
    """A document of these blocks."""
    return build(tmp_path / "source.docx", blocks)


def commented(path: Path) -> dict[str, str]:
    """For each comment, by its id, the text between its marks in the body."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    found: dict[str, str] = {}
    opened: set[str] = set()
    for element in root.iter():
        identity = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            opened.add(identity)
            found[identity] = ""
        elif element.tag == W + "commentRangeEnd":
            opened.remove(identity)
        elif element.tag in {W + "t", W + "delText"}:
            found |= {identity: found[identity] + (element.text or "") for identity in opened}
    assert not opened
    return found


def said(path: Path) -> list[tuple[str, str, str]]:
    """Author, initials and text of each comment, as python-docx reads them."""
    return [(c.author, c.initials or "", c.text) for c in docx.Document(str(path)).comments]


def test_a_comment_stands_around_its_number(tmp_path: Path) -> None:
    """The marks are around the number's letters alone, though it lies in two runs and the paragraph has more."""
    source = made(tmp_path, Par("Tổng thu ", Run("12", bold=True), "0,5 tỷ, chi 7 tỷ"))
    target = tmp_path / "marked.docx"
    assert write_comments(source, target, [at(source, "120,5", "Tổng là 121"), at(source, "7", "Là 8")]) == ()
    assert commented(target) == {"0": "120,5", "1": "7"}
    assert said(target) == [("phulien", "PL", "Tổng là 121"), ("phulien", "PL", "Là 8")]


def test_pieces_of_a_run_keep_its_formatting(tmp_path: Path) -> None:
    """A run is cut into pieces that all are bold, and the text of the document is what it was."""
    source = made(tmp_path, Par(Run("Thu 5 tỷ đồng ", bold=True), "và chi"))
    target = tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "5")])
    runs = docx.Document(str(target)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [
        ("Thu ", True),
        ("5", True),
        ("", None),  # the mark of the comment
        (" tỷ đồng ", True),
        ("và chi", None),
    ]


def test_several_comments_on_one_number(tmp_path: Path) -> None:
    """Each remark on a number is a comment of its own, and remarks on parts of a number overlap, in order."""
    source = made(tmp_path, "Thu 120,5 tỷ")
    target = tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "120,5", "a"), at(source, "120,5", "b"), at(source, "2", "c")])
    assert commented(target) == {"0": "120,5", "1": "120,5", "2": "2"}
    assert [text for _, _, text in said(target)] == ["a", "b", "c"]
    root = etree.fromstring(zipfile.ZipFile(target).read("word/document.xml"))
    assert [e.get(W + "id") for e in root.iter(W + "commentReference")] == ["2", "0", "1"]


def test_same_number_twice(tmp_path: Path) -> None:
    """Of two paragraphs with the same words, the comment goes to the one that the remark names."""
    source = made(tmp_path, Par("Thu 5 tỷ."), Par("Thu 5 tỷ."))
    target = tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "5", occurrence=1)])
    paragraphs = list(etree.fromstring(zipfile.ZipFile(target).read("word/document.xml")).iter(W + "p"))
    assert [p.find(W + "commentRangeStart") is not None for p in paragraphs] == [False, True]


@pytest.mark.parametrize(
    "par",
    [
        Par("Hộ\u00a0 ngh\u00e8o  ", Run("1.234"), " hộ"),
        Par("Ho\u0302\u0323 ngh", "e\u0300o 1.2", Run("34 hộ")),
        Par(Run("Toång 1.234 hoä", font="VNI-Times")),
        Par(Changed("1.0", "del"), Changed("1.234", "ins"), " hộ"),
        Par(Raw("<w:hyperlink><w:r><w:t>Số 1.234</w:t><w:tab/><w:t>hộ</w:t></w:r></w:hyperlink>")),
        Par(Raw("<w:r><w:tab/><w:t>1.2</w:t><w:t>34</w:t></w:r>"), " hộ"),
        Par("1. Dân số: 1.234 hộ, tăng 5%"),
        Par("- 1.234 hộ"),
        Par("m", Run("2", raised=True), " là 1.234"),
    ],
)
def test_the_number_is_found_however_it_is_written(tmp_path: Path, par: Par) -> None:
    """Odd spaces, decomposed and old letters, tracked changes, links, tabs: the comment is at the number."""
    source, target = made(tmp_path, "Mở đầu 1.23 và 4", par), tmp_path / "marked.docx"
    assert write_comments(source, target, [at(source, "1.234")]) == ()
    assert commented(target) == {"0": "1.234"}


def test_numbers_in_tables(tmp_path: Path) -> None:
    """A number in a cell is marked in that cell."""
    source = made(tmp_path, Table([["Thu", "5", "5"], ["Chi", "5", "6"]]))
    target = tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "5", occurrence=2)])
    cells = list(etree.fromstring(zipfile.ZipFile(target).read("word/document.xml")).iter(W + "tc"))
    assert [cell.find(f".//{W}commentRangeStart") is not None for cell in cells] == [False] * 4 + [True, False]


def test_a_number_in_a_note_is_marked_where_the_note_hangs(tmp_path: Path) -> None:
    """Word shows no comments in footnotes: it stands at the note's reference and says which note and number."""
    source = made(tmp_path, Par("Thu 9", Note("Gồm 3."), " tỷ", Note("Trừ 4.", kind="endnote")))
    target = tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "3", "sai"), at(source, "4", "sai")], lang="en")
    root = etree.fromstring(zipfile.ZipFile(target).read("word/document.xml"))
    order = [str(e.tag).removeprefix(W) for e in root.iter() if "Reference" in str(e.tag) or "comment" in str(e.tag)]
    around = ["commentRangeStart", "{}", "commentRangeEnd", "commentReference"]
    assert order[:8] == [n.format("footnoteReference") for n in around] + [n.format("endnoteReference") for n in around]
    assert [text for _, _, text in said(target)] == ["In note 1, at “3”: sai", "In note i, at “4”: sai"]
    write_comments(source, target, [at(source, "3", "sai")], force=True)
    assert said(target)[0][2] == "Tại chú thích 1, chỗ “3”: sai"


def test_a_number_in_a_text_box_is_marked_at_the_box(tmp_path: Path) -> None:
    """Text boxes bear no comments: it stands at the run that holds the box, and says so."""
    source = made(tmp_path, Par("Thu 9 tỷ ", Box(("Trong đó 3 tỷ",))))
    target = tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "3", "sai")], lang="en")
    root = etree.fromstring(zipfile.ZipFile(target).read("word/document.xml"))
    assert [
        e for e in root.iter(W + "commentRangeStart") if any(a.tag == W + "txbxContent" for a in e.iterancestors())
    ] == []
    assert said(target)[0][2] == "In this text box, at “3”: sai"


@pytest.mark.parametrize("marker", [Run("1", raised=True), "(1)", "[1]"])
def test_notes_typed_at_the_end(tmp_path: Path, marker: Run | str) -> None:
    """Markers typed into a text and notes typed after it do not move a comment from its number."""
    source = made(
        tmp_path,
        Par("Trong tháng phường thu 50 tỷ đồng", marker, " và đã chi 70 tỷ đồng cho các việc chung."),
        Par("Phường cũng thu 60 tỷ đồng phí của năm trước."),
        Par("________________"),
        Par(marker, " Gồm 20 tỷ đồng thuế và 30 tỷ đồng phí."),
    )
    target = tmp_path / "marked.docx"
    numbers = ["50", "70", "60", "20", "30"]
    assert write_comments(source, target, [at(source, number) for number in numbers]) == ()
    assert list(commented(target).values()) == numbers


def test_remarks_without_a_place_are_returned(tmp_path: Path) -> None:
    """A remark on a paragraph or letters that the file does not have is handed back, and the copy is still written."""
    source, target = made(tmp_path, Par("Thu 5", listed="decimal")), tmp_path / "marked.docx"
    lost = Remark(99, 0, 1, "x")
    assert write_comments(source, target, [lost, at(source, "5")]) == (lost,)
    assert commented(target) == {"0": "5"}


def test_a_paragraph_of_a_note_alone_does_not_lose_the_note(tmp_path: Path) -> None:
    """Where nothing but a marker stands in a paragraph, what its note says has its place."""
    source, target = made(tmp_path, Par(Note("Gồm 3 tỷ."))), tmp_path / "marked.docx"
    assert write_comments(source, target, [at(source, "3")]) == ()
    assert said(target)[0][2] == "Tại chú thích 1, chỗ “3”: xem lại"


def test_a_file_that_was_saved_again_keeps_the_remarks_of_what_stayed(tmp_path: Path) -> None:
    """Remarks on what was read before are placed where the file says nearly the same, and else handed back."""
    source, target = (
        made(
            tmp_path,
            "Tổng thu ngân sách đạt 5 tỷ đồng.",
            "Tổng chi ngân sách là 4 tỷ đồng, bằng 90% dự toán giao đầu năm.",
        ),
        tmp_path / "m.docx",
    )
    document = read_document(source)
    remarks = [at(source, "5"), at(source, "4")]
    build(source, ["Tổng thu ngân sách đạt 5 tỷ đồng, tăng.", "Tổng chi ngân sách: xem phụ lục."])
    assert write_comments(source, target, remarks, document=document) == (remarks[1],)
    assert commented(target) == {"0": "5"}
    build(source, ["Trời đẹp."])
    assert write_comments(source, target, remarks, document=document, force=True) == tuple(remarks)


def test_a_copy_without_remarks_is_the_document(tmp_path: Path) -> None:
    """Where there is nothing to remark on, each part is copied as it is, and none for comments is made."""
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    assert write_comments(source, target, []) == ()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target) as new:
        assert {name: new.read(name) for name in new.namelist()} == {name: old.read(name) for name in old.namelist()}


def test_a_strict_document_stays_strict(tmp_path: Path) -> None:
    """The names of ISO 29500 Strict are written back, in the part for comments as well."""
    strict, usual = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    parts = {name: data.replace(usual, strict) for name, data in hostile.read_parts(source).items()}
    hostile.write_parts(source, parts)
    write_comments(source, target, [at(source, "5")])
    written = hostile.read_parts(target)
    assert [usual in written[name] for name in ("word/document.xml", "word/comments.xml")] == [False, False]
    assert strict in written["word/comments.xml"]
    assert read_docx(target).paragraphs[0].text == "Thu 5"


def test_a_document_whose_text_names_no_parts_can_be_marked(tmp_path: Path) -> None:
    """Without relations of its own the text gets some, which name the part for comments."""
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    parts = hostile.read_parts(source)
    del parts["word/_rels/document.xml.rels"]
    hostile.write_parts(source, parts)
    write_comments(source, target, [at(source, "5")])
    assert said(target) == [("phulien", "PL", "xem lại")]


def test_a_document_without_a_list_of_its_parts_is_not_marked(tmp_path: Path) -> None:
    """A package that names no types of its parts is damaged: no program would see a comment in it."""
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    document, remark = read_document(source), at(source, "5")
    parts = hostile.read_parts(source)
    del parts["[Content_Types].xml"]
    hostile.write_parts(source, parts)
    with pytest.raises(DocumentError, match=r"it has no list of its parts \(\[Content_Types\]\.xml\)"):
        write_comments(source, target, [remark], document=document)
    assert not target.exists()


def test_a_damaged_picture_is_told_and_no_copy_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts that were not read are copied, and are then found to be damaged, or larger than any document."""
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    picture = b"hinh anh " * 1000
    with zipfile.ZipFile(source, "a") as archive:
        archive.writestr("word/media/image1.bin", picture)
    monkeypatch.setattr("phulien_analysis.marking.copying._LARGEST", 4 * 2**10)
    with pytest.raises(MarkingError, match=r"source\.docx unpacks to more than 0 MB, which is no document\."):
        write_comments(source, target, [at(source, "5")])
    monkeypatch.undo()
    source.write_bytes(source.read_bytes().replace(picture, picture.replace(b"hinh", b"anh.", 1)))
    with pytest.raises(
        DocumentError, match=r"source\.docx cannot be read as a Word document: one of its parts is damaged"
    ):
        write_comments(source, target, [at(source, "5")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source.docx"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Comments have no date; the copy is the same each time, and the source is left as it was."""
    source = made(tmp_path, Par("Thu 5", Note("Gồm 3.")))
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    copies = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for copy in copies:
        write_comments(source, copy, [at(source, "5"), at(source, "3")])
    assert copies[0].read_bytes() == copies[1].read_bytes()
    assert hashlib.sha256(source.read_bytes()).hexdigest() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "b.docx", "source.docx"]


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    """New comments are added to those that a document has, with numbers that are not taken."""
    source, again, target = made(tmp_path, "Thu 5, chi 7"), tmp_path / "again.docx", tmp_path / "marked.docx"
    write_comments(source, again, [at(source, "5", "trước")])
    write_comments(again, target, [at(again, "7", "sau")])
    assert commented(target) == {"0": "5", "1": "7"}
    assert [text for _, _, text in said(target)] == ["trước", "sau"]
    assert read_docx(target).paragraphs == read_docx(source).paragraphs


def test_lines_of_a_remark_and_letters_xml_has_not(tmp_path: Path) -> None:
    """Each line of a remark is a paragraph; letters that no XML may hold are left out."""
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "5", "a <b>\n& c\x00\ufffe")])
    assert said(target)[0][2] == "a <b>\n& c"


def test_the_document_itself_is_never_the_target(tmp_path: Path) -> None:
    """The source as target is refused, by its name, another way to it, a link or a second name, even with force."""
    source = made(tmp_path, "Thu 5")
    before = source.read_bytes()
    (tmp_path / "folder").mkdir()
    link, second = tmp_path / "link.docx", tmp_path / "second.docx"
    link.symlink_to(source)
    second.hardlink_to(source)
    for target in (source, tmp_path / "folder" / ".." / "source.docx", link, second):
        with pytest.raises(MarkingError, match="is the document itself, which is never changed") as caught:
            write_comments(source, target, [], force=True)
        assert str(caught.value).endswith("Name another file for the copy.")
    assert source.read_bytes() == before


def test_what_exists_is_not_replaced(tmp_path: Path) -> None:
    """An existing target is refused unless forced; a folder, a missing folder and a missing source are refused."""
    source, target = made(tmp_path, "Thu 5"), tmp_path / "marked.docx"
    target.write_bytes(b"mine")
    with pytest.raises(MarkingError, match=r"marked\.docx exists already\. .* use --force to replace it"):
        write_comments(source, target, [])
    assert target.read_bytes() == b"mine"
    write_comments(source, target, [at(source, "5")], force=True)
    assert commented(target) == {"0": "5"}
    with pytest.raises(MarkingError, match=r"is a folder\. Name a file in it"):
        write_comments(source, tmp_path, [], force=True)
    with pytest.raises(MarkingError, match=r"The folder .*none does not exist"):
        write_comments(source, tmp_path / "none" / "a.docx", [])
    with pytest.raises(MarkingError, match=r"none\.docx is no file"):
        write_comments(tmp_path / "none.docx", target, [], force=True)


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    """A source that is no Word document is refused, and nothing is written."""
    source = tmp_path / "report.docx"
    source.write_bytes(b"%PDF-1.7 made up")
    with pytest.raises(DocumentError, match=r"report\.docx cannot be read as a Word document"):
        write_comments(source, tmp_path / "marked.docx", [])
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


def test_libreoffice_shows_the_comments(tmp_path: Path) -> None:
    """LibreOffice opens the copy and has each comment at its number, with its author."""
    soffice = needs("soffice")
    source, target = made(tmp_path, Par("Thu 5", Note("Gồm 3."), " tỷ")), tmp_path / "marked.docx"
    write_comments(source, target, [at(source, "5", "Xem lại"), at(source, "3", "Sai")])
    convert(target, "fodt", tmp_path, program=soffice)
    text = (tmp_path / "marked.fodt").read_text("utf-8")
    assert text.count("<office:annotation ") == 2
    assert text.count("<dc:creator>phulien</dc:creator>") == 2
    assert ">Xem lại<" in text
    assert "Tại chú thích 1, chỗ “3”: Sai" in text
