"""report.pdf: A4 with the margins of Decree 30/2020, tagged, with bookmarks and language; the same bytes each time."""

import re
import socket
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from phulien_analysis import PhulienError
from phulien_analysis.publishing.downloads.paper import write_pdf
from tests.made_up import report_of
from tests.made_up_site import World
from tests.papers import facts, maker, poppler

TITLES = ["Tổng quan", "Chuyên đề giả định", "Chuyên đề trống"]
MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A made-up month, published in Vietnamese with its PDF; skipped without WeasyPrint, but in CI it fails."""
    maker()
    made = World(tmp_path_factory.mktemp("paper"))
    made.build(pdf=True)
    return made


@pytest.fixture(scope="module")
def pdf(world: World) -> Path:
    """The PDF of the made-up month."""
    return world.shown / "report.pdf"


def document(pdf: Path) -> PDFDocument:
    """The PDF, taken apart."""
    return PDFDocument(PDFParser(BytesIO(pdf.read_bytes())))


def test_a_pdf_says_what_it_is(pdf: Path) -> None:
    """Title and tags, A4, no date of the clock, nothing that runs."""
    found = facts(pdf)
    assert found["Title"] == "Phường Giả Định: số liệu báo cáo tháng 7/2025"
    assert (found["Tagged"], found["JavaScript"]) == ("yes", "no")
    assert "A4" in found["Page size"]
    assert "CreationDate" not in found
    catalogue = document(pdf).catalog
    assert catalogue["Lang"] == b"vi"
    assert b'pdfuaid:part="1"' in resolve1(catalogue["Metadata"]).get_data()


def test_a_pdf_has_the_structure_of_its_pages(pdf: Path) -> None:
    """A screen reader finds headings, lists, tables with their heads, and pictures with their words."""
    structure = poppler("pdfinfo", "-struct", pdf)
    assert all(tag in structure for tag in ("H1", "H2", "Table", "TH", "TD", "Figure", "L (block)"))


def test_a_pdf_can_be_read_and_its_accents_are_whole(pdf: Path) -> None:
    """The text comes out as it is written, the contents in their order."""
    text = poppler("pdftotext", "-l", "1", pdf, "-")
    assert re.findall("|".join(["Mục lục", *TITLES]), text) == ["Mục lục", *TITLES]


def test_margins_are_those_of_the_decree(pdf: Path) -> None:
    """Text keeps 30-35 mm to the left, 15-20 mm to the right, 20-25 mm above and below; but for the page's number."""
    boxes = poppler("pdftotext", "-bbox", pdf, "-")
    words = [line.split('"') for line in boxes.splitlines() if "<word " in line]
    body = [word for word in words if not word[-1].removeprefix(">").removesuffix("</word>").isdigit()]
    assert min(float(word[1]) for word in body) >= 30 * MILLIMETRE - 0.5
    assert max(float(word[5]) for word in body) <= (210 - 15) * MILLIMETRE
    assert min(float(word[3]) for word in body) >= 20 * MILLIMETRE - 0.5
    assert max(float(word[7]) for word in body) <= (297 - 20) * MILLIMETRE


def test_pages_are_numbered_but_for_the_first(pdf: Path) -> None:
    """The number stands in the middle above the text from page 2 on, as the decree has it."""
    for page in (1, 2):
        text = poppler(
            "pdftotext", "-f", str(page), "-l", str(page), "-y", "0", "-x", "0", "-W", "595", "-H", "55", pdf, "-"
        )
        assert text.strip() == ("" if page == 1 else "2")


def test_a_pdf_has_bookmarks(pdf: Path) -> None:
    """Every heading can be jumped to, chapters in the edition's order."""
    titles = [title for _, title, *_ in document(pdf).get_outlines()]
    assert [title for title in dict.fromkeys(titles) if title in TITLES] == TITLES


def test_the_same_edition_gives_the_same_pdf(world: World, tmp_path: Path) -> None:
    """It belongs to the edition's hash: made again elsewhere it is the same, byte by byte."""
    again = world.build(pdf=True, out=tmp_path / "site")
    assert (again.folder / "report.pdf").read_bytes() == (world.shown / "report.pdf").read_bytes()
    assert again.name == world.shown.resolve().name


def test_without_weasyprint_it_is_said_before_anything_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a PDF and lacks what makes it is told what to install, and nothing is published."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    made = World(tmp_path)
    with pytest.raises(PhulienError, match=r"report\.pdf needs WeasyPrint.*phulien_analysis\[pdf\].*--pdf"):
        made.build(pdf=True)
    assert not made.out.exists()


@pytest.mark.usefixtures("world")
def test_a_pdf_loads_nothing(tmp_path: Path) -> None:
    """A picture from elsewhere is not fetched: nobody calls at its address."""
    report = report_of("total actual 2025-07 5 million-dong")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        write_pdf(f'<html lang="vi"><title>t</title><img alt="a" src="{address}">', report, tmp_path / "a.pdf")
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert (tmp_path / "a.pdf").is_file()


def test_all_letters_are_of_one_family(pdf: Path) -> None:
    """No `ư` or `ệ` is put in from another family because the first lacks it; charts have the letters of the text."""
    names = [line.split()[0].partition("+")[2] for line in poppler("pdffonts", pdf).splitlines()[2:]]
    families = {name.removesuffix("-Bold") for name in names if "Mono" not in name}
    assert len(families) == 1


@pytest.mark.usefixtures("world")
def test_a_line_that_just_fits_is_not_broken_after_its_first_word(tmp_path: Path) -> None:
    """Of items each a letter longer than the last none has its first word alone on a line, before a place or not."""
    words = "Thu trên địa bàn do cơ quan thuế tổ chức thu và phần lớn không phải thu của phường"
    ends = ["x" * n for n in range(1, 60)]
    items = "".join(f"<li>{words} {end}\n" for end in ends)
    placed = "".join(f"<li>{words} {end} <span class=source>Mục II</span>" for end in ends)
    page = "@page{size:A4;margin:20mm}body{font:9pt sans-serif}.source{white-space:nowrap}"
    booklet = f"<html lang=vi><title>t</title><style>{page}</style><ul>{items}</ul><ul>{placed}</ul>"
    write_pdf(booklet, report_of("total actual 2025-07 5 million-dong"), tmp_path / "a.pdf")
    lines = poppler("pdftotext", "-layout", tmp_path / "a.pdf", "-").splitlines()
    assert sum("Thu trên địa bàn" in line for line in lines) == 2 * len(ends)
    assert [line for line in lines if line.split()[-1:] == ["Thu"]] == []
