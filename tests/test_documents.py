"""Any file becomes a Document or an error that says what to bring; all texts here are made up."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phulien_analysis.documents import Document, DocumentError, formats, read_document, read_text
from phulien_analysis.documents.opening import open_document
from phulien_analysis.messages import say
from tests.made_up_docx import build

REPORT = (
    "I. KINH TẾ\n1. Thu ngân sách: Tháng 9 thu 1.250 triệu đồng.\n- Thuế: 900 triệu đồng;\n- Phí: 350 triệu đồng.\n"
)
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def packed(**parts: str) -> bytes:
    """A ZIP archive; ``__`` in a name stands for a slash, ``_`` before the ending for a dot."""
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return store.getvalue()


def places(document: Document) -> list[tuple[str, str, str, str]]:
    """What tests look at of each paragraph."""
    return [(p.kind, p.section, p.place, p.text) for p in document.paragraphs]


SEEN = [
    ("heading", "I", "", "KINH TẾ"),
    ("heading", "I.1", "", "Thu ngân sách"),
    ("body", "I.1", "p1", "Tháng 9 thu 1.250 triệu đồng."),
    ("item", "I.1", "p2", "Thuế: 900 triệu đồng;"),
    ("item", "I.1", "p3", "Phí: 350 triệu đồng."),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
def test_text_is_read_in_any_encoding_of_an_office(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without its mark, UTF-16 and Windows-1258 give the same paragraphs."""
    if encoding == "cp1258":
        data = "1. Chi: 5 tri\u00ea\u0323u đ\u00f4\u0300ng.\nHê\u0301t quy\u0301.".encode(encoding)
        assert read_document(written(tmp_path, "a.txt", data)).paragraphs[1].text == "5 triệu đồng."
        return
    document = read_document(written(tmp_path, "a.txt", REPORT.encode(encoding)))
    assert places(document) == SEEN
    assert (document.format, document.name, document.remarks) == ("text", "a.txt", ())


def test_text_in_tcvn3_is_decoded_and_remarked(tmp_path: Path) -> None:
    """A text of before Unicode is decoded, and the clerk is told so."""
    path = written(
        tmp_path, "cu.txt", "Tæng thu ng©n s¸ch n¨m nay ®¹t 5 tû ®ång, b»ng 90% kÕ ho¹ch giao.".encode("latin-1")
    )
    document = read_document(path)
    assert document.paragraphs[0].text == "Tổng thu ngân sách năm nay đạt 5 tỷ đồng, bằng 90% kế hoạch giao."
    assert [say(remark, "en") for remark in document.remarks] == [
        "cu.txt is in the old encoding TCVN3 (ABC); it was decoded to Unicode."
    ]


def test_the_same_text_pasted_is_the_same_document() -> None:
    """Pasted text needs no file, and its letters are composed."""
    assert places(read_text(REPORT)) == SEEN
    assert places(read_text("I. KINH TE\u0302\u0301\n1. Thu nga\u0302n sa\u0301ch: 5"))[1][3] == "Thu ngân sách"


def test_a_file_is_read_as_what_it_is_and_the_name_is_remarked(tmp_path: Path) -> None:
    """A page that is named .docx is read as a page, with a remark."""
    page = read_document(written(tmp_path, "bao-cao.docx", f"<html><body><p>{REPORT}</p></body></html>"))
    assert page.format == "html"
    assert [say(remark, "en") for remark in page.remarks] == [
        "bao-cao.docx is named .docx and is a web page: it was read as that."
    ]


def test_docx_is_read_with_its_notes(tmp_path: Path) -> None:
    """Each paragraph of a Word file is traced to its raw paragraph, its text a part of that one's."""
    path = tmp_path / "a.docx"
    build(path, REPORT.splitlines())
    opened = open_document(path)
    assert places(opened.document) == SEEN
    for piece in opened.placed:
        start, text = piece.start, piece.paragraph.text
        assert piece.raw.text[start : start + len(text)] == text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("trong.txt", b"", "trong.txt is empty. Save the report again, or ask for it again."),
        ("trang.txt", b" \n\t \n", "trang.txt is empty. Save the report again, or ask for it again."),
        ("dau.txt", "\ufeff \u200b\n\u00ad".encode(), "dau.txt holds no text. Save the report again"),
        ("a.xlsx", packed(xl__workbook_xml="x"), "a.xlsx is an Excel workbook. Bring the report itself"),
        ("a.pptx", packed(ppt__slide_xml="x"), "a.pptx is a PowerPoint presentation."),
        ("a.odt", packed(mimetype="application/vnd.oasis.opendocument.text"), "a.odt is an OpenDocument file. Open it"),
        ("a.epub", packed(mimetype="application/epub+zip"), "a.epub is an electronic book."),
        ("a.zip", packed(a_txt="x"), "a.zip is a ZIP archive. Unpack it, and take the report that is in it."),
        ("a.docx", b"PK\x03\x04 cut off", "a.docx is damaged: it begins as a packed document"),
        ("a.rtf", b"{\\rtf1 x}", "a.rtf is an RTF file. Open it in Word or LibreOffice, save it as .docx"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "a.png is a PNG picture. Run text recognition (OCR) on it"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a.jpg is a JPEG picture."),
        ("a.gz", b"\x1f\x8b\x08\x00", "a.gz is a gzip archive. Unpack it"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "a.doc is a Word document of the old kind (.doc). Open it"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx is protected with a password. Ask for a copy"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "a.xls is an Excel workbook of the old kind."),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "a.ppt is a presentation of the old kind."),
        ("a.msg", OLE, "a.msg is a file of old Office that holds no Word document."),
        ("a.bin", bytes(range(256)) * 4, "a.bin is no document that can be read: its bytes are no text."),
        ("a.txt", b"\x01\x02\x03\x04 abc" * 9, "a.txt is no document that can be read: its bytes are no text."),
        ("a.pdf", b"%PDF-1.7\nnothing more", "a.pdf "),
    ],
)
def test_what_cannot_be_read_is_said_with_a_remedy(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """The message names the file, says what it is, and what to bring; it ends as a sentence."""
    with pytest.raises(DocumentError) as caught:
        read_document(written(tmp_path, name, data))
    assert str(caught.value).startswith(says)
    assert str(caught.value).endswith((".", ".)", "?)."))
    assert caught.value.exit_code == 2


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    """A name without a file and a folder's name each have their own message."""
    with pytest.raises(DocumentError, match=r"There is no file .*khong-co\.docx\. Check the name and the folder\."):
        read_document(tmp_path / "khong-co.docx")
    with pytest.raises(DocumentError, match=r"is a folder\. Name the report's own file"):
        read_document(tmp_path)


def test_files_have_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large, packed or not, is refused before it is read."""
    monkeypatch.setattr(formats, "SIZE_LIMIT", 2**20)
    with pytest.raises(DocumentError, match=r"a\.txt has 2 MB, where a report has at most 1\."):
        read_document(written(tmp_path, "a.txt", b"x" * (2 * 2**20)))
    monkeypatch.setattr(formats, "UNPACKED_LIMIT", 2**20)
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x" * (3 * 2**20))
    with pytest.raises(DocumentError, match=r"a\.docx unpacks to 3 MB, where a report has at most 1\."):
        read_document(written(tmp_path, "a.docx", store.getvalue()))


def test_texts_and_pages_have_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text or a page that no office writes is refused before it is taken apart."""
    monkeypatch.setattr("phulien_analysis.documents.opening._LONGEST_TEXT", 1000)
    with pytest.raises(DocumentError, match=r"^pasted text has 1,200 letters, where a report has at most 1,000\."):
        read_text("chi 5 tỷ.\n" * 120)
    monkeypatch.setattr("phulien_analysis.documents.html._LARGEST", 2**20)
    with pytest.raises(DocumentError, match=r"^a\.html has 2 MB, where a page has at most 1\."):
        read_document(written(tmp_path, "a.html", b"<html><p>" + b"x" * (2 * 2**20)))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_a_document_or_an_error(text: str) -> None:
    """No text crashes the reader, and what it gives keeps the promises of a Document."""
    try:
        document = read_text(text)
    except DocumentError:
        return
    keeps_promises(document)


PIECES = [
    "1",
    "2",
    "3 ",
    "20255",
    ". ",
    "\n",
    "\n\n",
    "- ",
    "+ ",
    "a) ",
    "I. ",
    "1.1. ",
    "giao1",
    "Thu ",
    "chi ",
    "đồng",
]
PIECES += [" ", "\f", "\t", ":", "(1)", "[2]", "¹", "|", "   ", " " * 30, "Phần I", "%", ";", "Ậ", "2.", "[1] "]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
def test_any_mixture_of_numbers_notes_and_pages_is_a_document(text: str) -> None:
    """Nor does any mixture of what reports are made of."""
    try:
        keeps_promises(read_text(text))
    except DocumentError:
        return


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", OLE, b"\xff\xfe"]))
def test_any_bytes_are_a_document_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    """No bytes crash the reader, whatever they pretend to be."""
    path = tmp_path_factory.mktemp("bytes") / "a.docx"
    path.write_bytes(head + data)
    try:
        keeps_promises(read_document(path))
    except DocumentError:
        return


def keeps_promises(document: Document) -> None:
    """What a Document promises: indices, one line, markers inside, notes after what carries them, one place each."""
    seen = set()
    for index, paragraph in enumerate(document.paragraphs):
        assert paragraph.index == index
        assert "\n" not in paragraph.text
        assert all(0 <= marker.offset <= len(paragraph.text) for marker in paragraph.markers)
        assert (paragraph.kind == "note") == bool(paragraph.note)
        texts = [paragraph.text[cell.start : cell.end] for cell in paragraph.cells]
        assert not texts or " | ".join(texts) == paragraph.text
        if paragraph.carrier is not None:
            assert paragraph.note in {m.label for m in document.paragraphs[paragraph.carrier].markers}
        if paragraph.kind in {"body", "item", "row"}:
            assert (paragraph.section, paragraph.place) not in seen
            seen.add((paragraph.section, paragraph.place))


def test_what_is_no_file_or_cannot_be_opened_is_said_with_a_remedy(tmp_path: Path) -> None:
    """A device is no file; a name that no system takes is told with the system's words."""
    with pytest.raises(DocumentError, match=r"^/dev/null is no file\. Name the report's own file"):
        formats.file_bytes(Path("/dev/null"))
    with pytest.raises(DocumentError, match=r"x cannot be opened: File name too long\. Close it elsewhere"):
        formats.file_bytes(tmp_path / ("x" * 300))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no files here that say less than they hold")
def test_a_file_that_holds_more_than_it_said_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than the limit, whatever size was told before: files of the kernel say that they hold nothing."""
    assert Path("/proc/self/status").stat().st_size == 0
    monkeypatch.setattr(formats, "SIZE_LIMIT", 10)
    with pytest.raises(DocumentError, match=r"^status cannot be read: it has 1 MB, where at most 1 MB are read"):
        formats.file_bytes(Path("/proc/self/status"))


def test_a_word_file_that_nobody_foresaw_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader of Word files did not expect is a refusal for people, never its own error."""

    def unforeseen(_: Path) -> None:
        raise RecursionError

    monkeypatch.setattr("phulien_analysis.documents.docx.read_docx", unforeseen)
    with pytest.raises(DocumentError, match=r"^a\.docx is damaged: its text cannot be taken out\. Open it in Word"):
        read_document(build(tmp_path / "a.docx", ["Thu 5."]))


def test_an_encoding_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    """Bytes that are no text in any encoding of Vietnamese are told so, with what to bring."""
    with pytest.raises(
        DocumentError, match=r"^a\.txt is in an encoding that is not known here\. Save it again as text"
    ):
        read_document(written(tmp_path, "a.txt", b"thu \xd2\x8d\x8e\x90\x9d chi \x9e\xff " * 20))
