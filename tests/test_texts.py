"""What a file says is read where readers do not look, too, and each passage has its place."""

import base64
import json
import struct
import zlib
from pathlib import Path

import pytest
import xlsxwriter

from phulien_analysis.messages import Lang, say
from phulien_analysis.publishing.texts import Passage, passages
from tests.papers import maker

WORD = "hidden-word"


def read(path: Path, content: str | bytes) -> list[Passage]:
    """The passages of a file."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(passages(path))


def places(found: list[Passage], lang: Lang = "en") -> list[str]:
    """Where the word stands."""
    return [say(passage.place, lang) for passage in found if WORD in passage.text]


def based(text: str) -> str:
    """A text in base64."""
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("markup", [
    f"<p>{WORD}</p>", f'<p title="{WORD}">x</p>', f"<!-- {WORD} -->", "<p>hid<b>den</b>-<i>word</i></p>",
    "<p>hidden&#45;word</p>", '<a href="mailto:hidden%2Dword">x</a>', f"<style>/* {WORD} */</style>",
    f'<img src="data:text/plain;base64,{based(WORD)}">',
    f'<img src="data:image/svg+xml;base64,{based(f"<b>{WORD}</b>")}">',
    f"<style>a {{ background: url(data:image/png;base64,{based(WORD)}) }}</style>", f'<svg><desc>{WORD}</desc></svg>',
    '<script type="application/ld+json">{"a": ["hidden\\u002dword"]}</script>', f"<template>{WORD}</template>",
])  # fmt: skip
def test_a_page_is_read_where_nobody_looks(tmp_path: Path, markup: str) -> None:
    """Attributes, comments, styles, data blocks, what is encoded or in base64, and words torn apart by markup."""
    found = read(tmp_path / "page.html", f"<!DOCTYPE html>\n<html><body>\n<h1>Tiêu đề</h1>\n{markup}\n</body></html>")
    assert places(found)[:1] == ["line 4"]
    assert places(found, "vi")[:1] == ["dòng 4"]


def test_two_cells_of_a_table_are_two_texts(tmp_path: Path) -> None:
    """Numbers of two cells must not be read as one."""
    found = read(tmp_path / "page.html", "<table><tr><td>0912</td><td>345678</td></tr></table>")
    assert [passage.text for passage in found] == ["0912", "345678"]


def test_json_is_read_by_name_and_value(tmp_path: Path) -> None:
    """Names, texts and numbers, with the way to each; what is no JSON is read as text."""
    found = read(tmp_path / "a.json", json.dumps({"list": [{"name": WORD}], WORD: 37201004567}))
    assert places(found) == ["list[0].name", ""]
    assert "37201004567" in [passage.text for passage in found]
    assert places(read(tmp_path / "b.json", f'{{\n"{WORD}"')) == ["line 2"]


def test_csv_and_feed_and_text_are_read(tmp_path: Path) -> None:
    """A cell of a table, a line of a text, text and attribute of a feed."""
    assert places(read(tmp_path / "a.csv", f'\ufeffa,b\n1,"x, {WORD}"\n')) == ["row 2, column 2"]
    assert places(read(tmp_path / "a.txt", f"a\n{WORD}\n")) == ["line 2"]
    body = f'<title>{WORD}</title>\n<link href="{WORD}"/><!-- {WORD} -->'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">\n{body}</feed>'
    assert places(read(tmp_path / "feed.xml", feed)) == ["line 2", "line 3", "line 3"]


def test_a_notebook_is_read_cell_by_cell(tmp_path: Path) -> None:
    """Sources, metadata and every form of an output; what a cell gave is known from what it says."""
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": ["a\n", WORD]},
        {"output_type": "display_data", "data": {"text/html": f"<p>{WORD}</p>"}, "metadata": {"alt": WORD}},
        {"output_type": "execute_result", "data": {"image/png": based(f"\0\0{WORD}"), "application/json": {"a": WORD}}},
    ]
    cells = [
        {"cell_type": "markdown", "source": [f"# {WORD}"], "metadata": {}},
        {"cell_type": "code", "source": "1", "execution_count": 7, "metadata": {"note": WORD}, "outputs": outputs},
    ]
    found = read(tmp_path / "a.ipynb", json.dumps({"cells": cells, "metadata": {"papermill": {"path": WORD}}}))
    assert places(found) == [
        "notebook metadata.papermill.path",
        "cell no. 1",
        "cell [7]",
        "cell [7], output 1",
        "cell [7], output 2",
        "cell [7], output 2",
        "cell [7], output 3",
        "cell [7], output 3",
    ]
    assert [passage.shown for passage in found if WORD in passage.text] == [False] * 3 + [True] * 5


def test_an_error_stream_is_a_fault_by_itself(tmp_path: Path) -> None:
    """Whatever a cell wrote to it, and an error that a cell ended in, must not be published."""
    outputs = [
        {"output_type": "stream", "name": "stderr", "text": "gần xong"},
        {"output_type": "error", "ename": "KeyError", "evalue": "x", "traceback": []},
    ]
    cells = [{"cell_type": "code", "source": "", "metadata": {}, "outputs": outputs}]
    found = read(tmp_path / "a.ipynb", json.dumps({"cells": cells}))
    faults = [(passage.text, passage.fault.name) for passage in found if passage.fault]
    assert faults == [
        ("gần xong", "what a cell wrote to its error stream"),
        ("KeyError: x", "the trace of an error"),
    ]


def test_a_workbook_is_read_by_cell_and_part(tmp_path: Path) -> None:
    """Texts, numbers, formulas and results of cells; notes, links, names and properties of the file."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"author": WORD})
        sheet = book.add_worksheet("Tờ 1")
        sheet.write_string("B2", f"a {WORD}")
        sheet.write_number("B3", 37201004567)
        sheet.write_formula("B4", f'="{WORD}"&1', value=WORD)
        sheet.write_rich_string("B5", "hidden", book.add_format({"bold": True}), "-word")
        sheet.write_comment("C1", f"note {WORD}")
        sheet.write_url("C2", f"https://example.org/{WORD}", string="x")
        book.define_name("Ten", f'="{WORD}"')
    found = list(passages(path))
    seen = places(found)
    cells = [f"sheet Tờ 1, cell {cell}" for cell in ("B2", "B4", "B4", "B5")]
    assert [place for place in seen if place.startswith("sheet")] == cells
    parts = {place for place in seen if "/" in place}
    assert {"docProps/core.xml", "xl/comments1.xml", "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels"} <= parts
    assert ("sheet Tờ 1, cell B3", "37201004567") in [(say(p.place, "en"), p.text) for p in found]


def test_letters_in_a_picture_are_read(tmp_path: Path) -> None:
    """A remark in a PNG, and a file of no known kind, say what can be read in them; noise says nothing."""
    chunk = b"tEXt" + f"Comment\0{WORD}".encode()
    picture = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert len(places(read(tmp_path / "a.png", picture))) == 1
    assert read(tmp_path / "b.bin", bytes(range(128, 256))) == []


def test_a_pdf_is_read_with_what_it_says_of_itself(tmp_path: Path) -> None:
    """Text by page, title, links and metadata."""
    weasyprint = maker()
    path = tmp_path / "a.pdf"
    html = f'<html lang="vi"><title>Số {WORD}</title><p>Chữ {WORD}<p style="break-before: page"><a href="https://x/{WORD}">x</a>'
    weasyprint.HTML(string=html).write_pdf(path, pdf_variant="pdf/ua-1")
    seen = places(list(passages(path)))
    assert seen[0] == "page 1"
    assert seen.count("metadata") >= 2
    assert any(place.startswith("object ") for place in seen)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<img src="data:image/svg+xml,%3Cb%3Ehidden-word%3C/b%3E">', True),  # not in base64, but read as any address
        ('<img src="data:text/plain;base64,A">', False),  # cut off: no base64 at all
        (f'<img src="data:image/png;base64,{base64.b64encode(b"xx" + WORD.encode() + bytes([255])).decode()}">', True),
    ],
)
def test_embedded_data_are_read_as_far_as_they_are_any(tmp_path: Path, markup: str, found: bool) -> None:
    """Written plainly, broken, or bytes that are no text: what can be read in them is."""
    read_all = read(tmp_path / "page.html", f"<html><body><p>x</p>{markup}</body></html>")
    assert bool(places(read_all)) is found
    assert "x" in [passage.text for passage in read_all]


@pytest.mark.parametrize("content", ["", " \n", "<!-- -->"])
def test_a_page_without_anything_says_nothing(tmp_path: Path, content: str) -> None:
    """No text at all, or a remark without words."""
    assert read(tmp_path / "page.html", content) == []


def test_a_notebook_without_cells_is_read_as_json(tmp_path: Path) -> None:
    """Whatever the file is called: what it says is looked at."""
    assert places(read(tmp_path / "a.ipynb", json.dumps({"cells": WORD}))) == ["cells"]
    assert places(read(tmp_path / "b.ipynb", json.dumps([WORD]))) == ["[0]"]
