"""The same made-up report as PDF, DOCX and text out of a PDF gives the same document; the real one its known places."""

import csv
import os
import re
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from phulien_analysis.documents import Document, DocumentError, read_document
from phulien_analysis.documents.pdf import _lines
from phulien_analysis.documents.pdf_lines import Char, PrintedRow, rows_of
from tests.made_up_pages import REPORT, write_report
from tests.office import convert
from tests.programs import needs

PLACES = [
    ("II.1.1", "p1", 5, ("1",)),
    ("II.1.2", "p1", 1, ()),
    ("II.1.2", "p2", 1, ("2",)),
    ("II.1.2", "p3", 2, ()),
    ("II.1.2", "p4", 1, ()),
    ("II.1.2", "p6", 1, ("3",)),
    ("II.2", "p1", 2, ()),
    ("II.2", "p2", 2, ("4",)),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up report as PDF and DOCX."""
    soffice = needs("soffice")
    made = tmp_path_factory.mktemp("pages")
    source = write_report(made / "report.fodt")
    bare = made / "bare.fodt"
    bare.write_text(source.read_text("utf-8").replace('style:width="0.018cm"', 'style:width="0cm"'), "utf-8")
    for kind, file in (("pdf", source), ("docx", source), ("pdf", bare)):
        convert(file, kind, made, program=soffice)
    return made


def text_of(folder: Path, *options: str) -> Path:
    """The text that pdftotext takes out of the PDF."""
    target = folder / f"text{''.join(options)}.txt"
    command = [needs("pdftotext"), *options, str(folder / "report.pdf"), str(target)]
    subprocess.run(command, check=True, timeout=60)
    return target


def outline(document: Document) -> list[tuple[str, str, str, str]]:
    """Kind, section, place and text of what is no table."""
    return [(p.kind, p.section, p.place, p.text) for p in document.paragraphs if p.kind != "row"]


@pytest.mark.parametrize("kind", ["pdf", "layout"])
def test_pages_give_the_paragraphs_of_the_word_file(folder: Path, kind: str) -> None:
    """Out of a PDF, directly or as text, come the same paragraphs, notes and markers as out of the Word file."""
    word = read_document(folder / "report.docx")
    other = read_document(folder / "report.pdf" if kind == "pdf" else text_of(folder, "-layout"))
    said = [line for line in outline(other) if "XÃ AN BÌNH" not in line[3] and line[3] != "BÁO CÁO" and line[1]]
    assert said == [line for line in outline(word) if line[1]]
    assert other.remarks == ()
    assert [p.text for p in other.paragraphs if p.kind == "row"] == [p.text for p in word.paragraphs if p.kind == "row"]
    assert markers(other) == markers(word)


def test_notes_are_known_by_their_size_where_no_line_stands_above_them(folder: Path) -> None:
    """Without the line above the notes, the PDF reads as it does with it."""
    assert outline(read_document(folder / "bare.pdf")) == outline(read_document(folder / "report.pdf"))


def markers(document: Document) -> list[tuple[str, str]]:
    """Each marker's label, and the letters before it."""
    return [(m.label, p.text[max(0, m.offset - 6) : m.offset]) for p in document.paragraphs for m in p.markers]


def test_text_without_layout_keeps_notes_and_places(folder: Path) -> None:
    """Pdftotext without its layout tears a table apart, but neither notes nor the sections' paragraphs."""
    document = read_document(text_of(folder))
    assert markers(document) == [
        ("1", "n giao"),
        ("2", "u đồng"),
        ("3", "m 2025"),
        ("4", " lượt)"),
        ("5", "- 2030"),
    ]
    paragraphs = {(p.section, p.place): p for p in document.paragraphs}
    for section, place, figures, labels in PLACES:
        paragraph = paragraphs[section, place]
        assert tuple(m.label for m in paragraph.markers) == labels
        assert len(re.findall(r"\d[\d.]*(?= triệu| hồ sơ| lớp| học| lượt|%)|\b2025\b", paragraph.text)) == figures


def test_the_report_says_what_was_made_up(folder: Path) -> None:
    """Nothing of the report is lost: its text without notes is that of the Word file."""
    word = " ".join(p.text for p in read_document(folder / "report.docx").paragraphs if not p.note and p.kind != "row")
    for style, text in REPORT:
        bare = re.sub(r"«[^»]{1,1000}»", "", text)
        if style == "B" and not re.match(r"\d|[-+]", bare):
            assert bare in word


def test_damaged_pdfs_are_said_to_be_so(folder: Path, tmp_path: Path) -> None:
    """A PDF cut in half or without pages is an error with a remedy, or what is left of it is read."""
    data = (folder / "report.pdf").read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(data[: len(data) // 3])
    with pytest.raises(DocumentError, match=r"^cut\.pdf "):
        read_document(cut)


def letters(text: str, left: float, *, size: float = 14.0, top: float = 100.0, font: str = "Times") -> list[Char]:
    """Letters that stand side by side, as a PDF library gives them."""
    return [
        {
            "text": letter,
            "x0": left + place * size / 2,
            "x1": left + (place + 1) * size / 2,
            "top": top,
            "bottom": top + size,
            "size": size,
            "fontname": f"ABCDEF+{font}",
            "upright": True,
        }
        for place, letter in enumerate(text)
    ]


def test_letters_of_a_page_become_rows() -> None:
    """Gaps are spaces, wide gaps separate cells, small raised digits are raised, old letters are decoded."""
    raised = [*letters("12 km", 0), *letters("2", 35, size=8, top=101), *letters("đất", 60)]
    assert [row.text for row in rows_of(raised)] == ["12 km² đất"]
    low = [*letters("CO", 0), *letters("2", 14, size=8, top=107)]
    assert [row.text for row in rows_of(low)] == ["CO2"]
    table = rows_of([*letters("Số hộ", 0), *letters("45", 200), *letters("dưới", 0, top=130)])
    assert [(row.text, row.cells) for row in table] == [("Số hộ | 45", ("Số hộ", "45")), ("dưới", ())]
    assert [row.text for row in rows_of([*letters("1.", 0), *letters("Thu", 60)])] == ["1. Thu"]
    assert [row.text for row in rows_of([*letters("-", 0), *letters("Chi", 60)])] == ["- Chi"]
    assert [row.text for row in rows_of(letters("ViÖt", 0, font=".VnTime"))] == ["Việt"]
    assert rows_of(letters("   ", 0)) == []


PLAIN_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FONT_WITHOUT_LETTERS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>]>>"
)


def pdf(content: bytes, *, encrypted: bool = False) -> bytes:
    """A PDF made by hand: one page with a picture and two fonts, and what is drawn of them."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
        b"/Resources<</XObject<</A 5 0 R>>/Font<</F %s/G %s>>>>>>" % (PLAIN_FONT, FONT_WITHOUT_LETTERS),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        (
            b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
            b"stream\nx\nendstream"
        ),
        b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    lock = b"/Encrypt 6 0 R/ID[<00><00>]" if encrypted else b""
    trailer = b"trailer<</Size 7/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (lock, len(data))
    return data + b"xref\n0 7\n0000000000 65535 f \n" + table + trailer


SHOWN = b"q 100 0 0 100 0 0 cm /A Do Q"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf(SHOWN), "a.pdf is a scan: it has 1 page(s) and no text, only pictures of it. Run text recognition (OCR)"),
        (pdf(b"q Q"), "a.pdf has 1 page(s) and no text. Ask the office that drew up the report for its Word file."),
        (pdf(SHOWN, encrypted=True), "a.pdf is protected with a password. Ask for a copy without one"),
    ],
)
def test_pdfs_without_text_say_what_to_bring(tmp_path: Path, data: bytes, says: str) -> None:
    """A scan, an empty page, a locked file and a book each have their own message."""
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path / "a.pdf")
    assert str(caught.value).startswith(says)


def test_pdfs_of_books_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF with more pages than any report is refused before its pages are read."""
    monkeypatch.setattr("phulien_analysis.documents.pdf._MOST_PAGES", 0)
    (tmp_path / "a.pdf").write_bytes(pdf(SHOWN))
    with pytest.raises(DocumentError, match=r"^a\.pdf has more than 0 pages, which no report has\."):
        read_document(tmp_path / "a.pdf")


def test_real_report_has_its_known_places() -> None:
    """Each figure of July's file stands in the paragraph that its source names; all 30 notes hang where they must."""
    reports = os.environ.get("PHULIEN_REPORTS")
    if not reports:
        pytest.skip("PHULIEN_REPORTS does not name the folder of the real reports")
    document = read_document(Path(reports) / "phu-lien-2025-07.txt")
    texts: dict[str, str] = defaultdict(str)
    for paragraph in document.paragraphs:
        texts[f"{paragraph.section} {paragraph.place}"] += f" {paragraph.text}"
    rows = csv.DictReader((Path(__file__).parents[1] / "data/phu-lien/2025-07.csv").read_text("utf-8").splitlines())
    read: Counter[str] = Counter()
    for row in rows:
        place = row["source"].partition(" #")[0]
        found = re.compile(rf"(?<!\d){re.escape(row['printed'])}(?!\d)").search(texts[place], read[place])
        assert found, row["source"]
        read[place] = found.end()
    carriers = {p.note: document.paragraphs[p.carrier] for p in document.paragraphs if p.carrier is not None}
    sections = {label: f"{p.section} {p.place}" for label, p in carriers.items()}
    assert sections == {
        "1": "II.1.1 p1",
        **dict.fromkeys("23", "II.2 p1"),
        **dict.fromkeys("45678", "II.2 p2"),
        **dict.fromkeys(("9", "10"), "II.3 p2"),
        "11": "II.3 p3",
        **dict.fromkeys(("12", "13"), "II.3 p5"),
        "14": "II.3 p6",
        "15": "II.3 p7",
        **dict.fromkeys(("16", "17"), "II.3 p9"),
        "18": "II.3 p10",
        **dict.fromkeys(("19", "20"), "II.3 p12"),
        "21": "II.3 p14",
        "22": "II.4 p2",
        "23": "II.4 p3",
        "24": "II.4 p7",
        "25": "II.4 p9",
        **dict.fromkeys(("26", "27"), "II.4 p11"),
        **dict.fromkeys(("28", "29"), "II.5 p1"),
        "30": "IV.3 p1",
    }
    assert document.remarks == ()


def test_a_pdf_that_does_not_say_which_letters_it_shows_is_refused(tmp_path: Path) -> None:
    """Its font has shapes, and no table that says which letters they are."""
    (tmp_path / "a.pdf").write_bytes(pdf(b"BT /G 9 Tf 9 99 Td <%s> Tj ET" % (b"0102" * 20)))
    with pytest.raises(DocumentError, match=r"^a\.pdf does not say which letters it shows .* Ask for the Word file"):
        read_document(tmp_path / "a.pdf")


def said(*shown: tuple[int, int, str]) -> bytes:
    """Drawing of texts: size, height, letters."""
    return b" ".join(b"BT /F %d Tf 12 %d Td (%s) Tj ET" % (size, y, text.encode()) for size, y, text in shown)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("10 10 180 80 re 10 50 m 190 50 l 100 10 m 100 90 l S", ["Fees | 12"]),  # the row below is empty
        ("10 70 180 20 re 10 50 180 20 re 10 30 180 20 re S", []),  # one column is a frame, no table
        ("10 90 m 190 90 l 10 50 m 190 50 l 10 10 m 190 10 l S", []),  # nothing upright
    ],
)
def test_a_table_has_lines_both_ways_and_two_columns(tmp_path: Path, lines: str, rows: list[str]) -> None:
    """A row without letters is left out; a frame around a text and lines across a page make no table."""
    text = said((14, 170, "A report of a made-up"), (14, 150, "ward of this month."), (14, 62, "Fees"))
    number = b" BT /F 14 Tf 120 62 Td (12) Tj ET " if rows else b" "
    (tmp_path / "a.pdf").write_bytes(pdf(text + number + lines.encode()))
    document = read_document(tmp_path / "a.pdf")
    assert [p.text for p in document.paragraphs if p.kind == "row"] == rows
    assert any("Fees" in p.text for p in document.paragraphs)


@pytest.mark.parametrize("line", [b"", b" 12 60 m 80 60 l S"])
def test_small_letters_without_a_number_are_no_note(tmp_path: Path, line: bytes) -> None:
    """At the end of a page, below a line or not, they stay in the text: a first note shows its number."""
    text = said((14, 170, "A report of a made-up"), (14, 150, "ward of this month."), (9, 40, "Small letters"))
    (tmp_path / "a.pdf").write_bytes(pdf(text + line))
    document = read_document(tmp_path / "a.pdf")
    assert [p.kind for p in document.paragraphs if "Small letters" in p.text] == ["body"]
    assert document.remarks == ()


def test_rows_of_letters_that_nobody_sees_are_no_lines() -> None:
    """What is left of a row of soft hyphens or zero-width spaces is nothing, and no line."""
    rows = [PrintedRow(text, 10, 90, top, top + 14, 14) for text, top in (("Fees", 10.0), ("", 30.0), ("12", 50.0))]
    assert [line.text for line in _lines(rows, 1)] == ["Fees", "12"]
