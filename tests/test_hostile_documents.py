"""Documents made to harm whoever reads them end in a result or in a refusal, soon, and nothing is written."""

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from phulien_analysis.cli import main
from phulien_analysis.documents import Document, DocumentError, docx_package, read_document
from phulien_analysis.documents.docx_package import Package
from phulien_analysis.guard import Bounds, OutOfBoundsError, within_bounds
from phulien_analysis.marking import items
from tests import made_up_hostile as hostile
from tests.made_up_docx import build
from tests.made_up_site import tree

SOON = 20  # seconds, on a busy machine


@pytest.fixture
def soon() -> Callable[[Path], Document]:
    """A reader that must not take longer than a moment, nor leave anything behind."""

    def read(path: Path) -> Document:
        before, started = tree(path.parent), time.monotonic()
        try:
            return read_document(path)
        finally:
            assert time.monotonic() - started < SOON
            assert tree(path.parent) == before

    return read


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file with that content."""
    (folder / name).write_bytes(data)
    return folder / name


# ---- packages


def test_a_bomb_is_refused_by_what_it_unpacks_to(tmp_path: Path, soon: Callable) -> None:
    """60 MB of blanks in 60 kB: no text is packed to a thousandth."""
    path = hostile.docx_bomb(tmp_path / "a.docx")
    assert path.stat().st_size < 100_000
    with pytest.raises(
        DocumentError, match=r"its part word/document\.xml unpacks to 10\d\d times its size, as no text"
    ):
        soon(path)


def test_parts_are_counted_as_they_are_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several parts that are each small enough, all together are not (here over 10,000 bytes)."""
    monkeypatch.setattr(docx_package, "_LARGEST_TEXT", 10_000)
    path = build(tmp_path / "a.docx", ["Thu 5 tỷ đồng. " * 1_000])
    with pytest.raises(DocumentError, match=r"its parts are larger than 0 MB together"):
        read_document(path)


def test_a_directory_that_lies_is_damage(tmp_path: Path, soon: Callable) -> None:
    """A part of 3 MB that calls itself one of 100 bytes is damaged, and is not unpacked beyond them."""
    with pytest.raises(DocumentError, match=r"its part word/document\.xml is damaged"):
        soon(hostile.lying_docx(tmp_path / "a.docx"))


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "word\\..\\..\\evil.xml", "word/../../evil.xml"])
def test_a_part_that_leads_out_of_the_file_is_refused(name: str, tmp_path: Path, soon: Callable) -> None:
    """A part named ``../../evil.xml`` would be written elsewhere by whoever unpacks the file, or a copy of it."""
    parts = hostile.read_parts(build(tmp_path / "a.docx", ["Thu 5 tỷ đồng."]))
    path = hostile.write_parts(tmp_path / "a.docx", {**parts, name: b"x"})
    with pytest.raises(DocumentError, match=r"leads out of the file\. Open it in Word"):
        soon(path)
    assert main(["check", str(path), "--docx", str(tmp_path / "out.docx")]) == 2
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(tmp_path: Path, soon: Callable) -> None:
    """One program reads the first of them, another the last: what was checked would not be what is seen."""
    path = build(tmp_path / "a.docx", ["Thu 5 tỷ đồng."])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document.xml", archive.read("word/document.xml").replace(b"5", b"6"))
    with pytest.raises(DocumentError, match=r"two of its parts are called word/document\.xml"):
        soon(path)


def test_a_package_of_many_parts_is_refused(tmp_path: Path, soon: Callable) -> None:
    """20,000 empty parts are no document."""
    parts = hostile.read_parts(build(tmp_path / "a.docx", ["Thu 5."]))
    path = hostile.write_parts(tmp_path / "a.docx", {**parts, **{f"word/x{n}.xml": b"" for n in range(20_000)}})
    with pytest.raises(DocumentError, match=r"it has 200\d\d parts, where no document has more than 10000"):
        soon(path)


def test_what_is_packed_in_a_package_stays_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb embedded as an attachment is not opened: only the text's own parts are."""
    inner = hostile.docx_bomb(tmp_path / "inner.docx").read_bytes()
    parts = hostile.read_parts(build(tmp_path / "a.docx", ["Thu 5 tỷ đồng."]))
    path = hostile.write_parts(tmp_path / "a.docx", {**parts, "word/embeddings/a.docx": inner})
    opened: list[str] = []
    whole = Package.data

    def data(package: Package, part: str) -> bytes:
        opened.append(part)
        return whole(package, part)

    monkeypatch.setattr(Package, "data", data)
    assert read_document(path).paragraphs[0].text == "Thu 5 tỷ đồng."
    assert "word/embeddings/a.docx" not in opened


# ---- XML


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_entities_are_refused_in_any_encoding(encoding: str, tmp_path: Path, soon: Callable) -> None:
    """A billion laughs are refused before the first, in an encoding that hides their declaration as well."""
    with pytest.raises(DocumentError, match=r"defines entities, which no word processor writes"):
        soon(hostile.laughing_docx(tmp_path / "a.docx", encoding=encoding))


@pytest.mark.parametrize("place", ["file:///etc/passwd", "http://127.0.0.1:1/x", "php://filter"])
def test_a_document_cannot_fetch_a_file(place: str, tmp_path: Path, soon: Callable) -> None:
    """An entity that stands for a file of this machine, or for an address, is refused like any other."""
    for declaration in (f'<!DOCTYPE w [<!ENTITY a9 SYSTEM "{place}">]>', f'<!DOCTYPE w SYSTEM "{place}">'):
        with pytest.raises(DocumentError, match=r"defines entities"):
            soon(hostile.laughing_docx(tmp_path / "a.docx", declaration))


def test_elements_nested_without_end_are_refused(tmp_path: Path, soon: Callable) -> None:
    """20,000 elements in one another are no well-formed part."""
    with pytest.raises(DocumentError, match=r"is no well-formed XML"):
        soon(hostile.deep_docx(tmp_path / "a.docx"))


# ---- PDF


@pytest.mark.parametrize("made", [hostile.looping_pages, hostile.doubling_pages, hostile.recursive_form])
def test_a_pdf_in_a_circle_is_read_once(made: Callable[[], bytes], tmp_path: Path, soon: Callable) -> None:
    """Pages that hold themselves, or each other 2^40 times, and a form that shows itself: its one page is read."""
    assert len(soon(written(tmp_path, "a.pdf", made())).paragraphs) == 1


def test_a_script_in_a_pdf_is_not_looked_at(tmp_path: Path, soon: Callable) -> None:
    """JavaScript that would run when a PDF is opened does nothing here."""
    assert soon(written(tmp_path, "a.pdf", hostile.script_pdf())).paragraphs[0].text.startswith("Tong thu 100")


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (hostile.looping_xref, "is damaged and cannot be read as a PDF"),
        (hostile.deep_pdf, "has 1 page(s) and no text"),
        (hostile.many_pages, "has more than 500 pages, which no report has"),
    ],
)
def test_a_pdf_that_is_no_report_is_refused(
    made: Callable[[], bytes], says: str, tmp_path: Path, soon: Callable
) -> None:
    """A table that refers to itself, brackets in brackets, and 2,000 pages are refused with what to do."""
    with pytest.raises(DocumentError) as caught:
        soon(written(tmp_path, "a.pdf", made()))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("made", "says"), [(hostile.doubling_forms, "takes longer than 1 seconds"), (hostile.flate_bomb, "a.pdf")]
)
def test_a_pdf_that_runs_away_is_ended(made: Callable[[], bytes], says: str, tmp_path: Path) -> None:
    """Forms that show each other 2^40 times, and a stream that unpacks to 600 MB, are ended by their bounds."""
    path = written(tmp_path, "a.pdf", made())
    with pytest.raises((OutOfBoundsError, DocumentError)) as caught:
        within_bounds(path.name, read_document, path, limits=Bounds(1, 256))
    assert says in str(caught.value)


# ---- pages and texts


@pytest.mark.parametrize("content", ["<div>" * 1_000_000, "<span>" * 1_000_000, "<table><tr><td>" * 20_000])
def test_a_page_nested_without_end_is_ended(content: str, tmp_path: Path) -> None:
    """A million tags in one another end in a result or in a refusal after a second of work."""
    path = written(tmp_path, "a.html", f"<!doctype html><html><body>{content}5 hộ".encode())
    with pytest.raises((OutOfBoundsError, DocumentError)):
        within_bounds(path.name, read_document, path, limits=Bounds(1, 1024))


def test_an_attribute_of_megabytes_is_no_text(tmp_path: Path, soon: Callable) -> None:
    """An attribute of 5 MB is read over."""
    page = f'<!doctype html><html><body><p title="{"x" * 5_000_000}">Chi 5 hộ.</p></body></html>'
    assert soon(written(tmp_path, "a.html", page.encode())).paragraphs[0].text == "Chi 5 hộ."


def test_a_text_of_2_gb_is_refused_by_its_size(tmp_path: Path, soon: Callable) -> None:
    """A sparse file of 2 GB is not read."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2 * 2**30)
    os.link(tmp_path / "a.txt", tmp_path / "b.docx")
    for name in ("a.txt", "b.docx"):
        started = time.monotonic()
        with pytest.raises(DocumentError, match=r"has 2048 MB, where a report has at most 50"):
            read_document(tmp_path / name)
        assert time.monotonic() - started < 5


def test_pasted_text_is_bounded(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is piped in without end is read to a bound (here 1 MB) and refused."""
    monkeypatch.setattr(items, "MOST_PASTED", 2**20)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"5 " * 2**20)))
    assert main(["check", "-", "--lang", "en"]) == 2
    assert "the pasted text has more than 1 MB. Paste the report alone." in capsys.readouterr().err


# ---- what is no file


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_no_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe that nobody writes into, and devices without end, are refused at once."""
    os.mkfifo(tmp_path / "a.docx")
    for name in (str(tmp_path / "a.docx"), "/dev/zero", "/dev/null"):
        started = time.monotonic()
        assert main(["check", name, "--lang", "en"]) == 2
        assert time.monotonic() - started < SOON
        assert f"{name} is no file. Name the report's own file" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_nothing_is_written_over_a_pipe_or_the_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The copy of a document goes to a file of its own, even with ``--force``."""
    source = build(tmp_path / "a.docx", ["Tổng 5 hộ, gồm 2 hộ và 2 hộ."])
    (tmp_path / "link.docx").symlink_to(source)
    os.link(source, tmp_path / "same.docx")
    os.mkfifo(tmp_path / "pipe.docx")
    before = source.read_bytes()
    for name in ("a.docx", "link.docx", "same.docx"):
        assert main(["check", str(source), "--docx", str(tmp_path / name), "--force", "--lang", "en"]) == 2
        assert "is the document itself, which is never changed" in capsys.readouterr().err
    assert main(["check", str(source), "--docx", str(tmp_path / "pipe.docx"), "--force", "--lang", "en"]) == 2
    assert "pipe.docx is a pipe, not a file. Name a file." in capsys.readouterr().err
    assert source.read_bytes() == before
