"""Web pages, as an office publishes them and as Word saves them; all texts are made up."""

from pathlib import Path

import pytest

from phulien_analysis.documents import Document, DocumentError, read_document
from phulien_analysis.messages import say


def page(folder: Path, body: str) -> Document:
    """The document of a page with that body."""
    path = folder / "a.html"
    path.write_text(f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>', "utf-8")
    return read_document(path)


def test_headings_lists_and_paragraphs_keep_their_order(tmp_path: Path) -> None:
    """Headings, paragraphs and nested lists come in order, with bullets and levels; scripts and menus do not come."""
    document = page(
        tmp_path,
        "<nav><p>Trang chủ</p></nav><script>var a = 5;</script><h2>I. KINH TẾ</h2><p>1. <b>Thu</b>: đạt\n 5 tỷ.</p>"
        "<ul><li>Thuế 3 tỷ<ul><li>Đất 2 tỷ</li></ul></li><li>- Phí 2 tỷ</li></ul>"
        "<ol type=a><li>Xã 1 tỷ</li><li>Thôn 4 tỷ</li></ol><p style='display: none'>Ẩn 9</p>",
    )
    assert [(p.kind, p.bullet, p.level, p.text) for p in document.paragraphs] == [
        ("heading", "", 0, "KINH TẾ"),
        ("heading", "", 0, "Thu"),
        ("body", "", 0, "đạt 5 tỷ."),
        ("item", "-", 1, "Thuế 3 tỷ"),
        ("item", "-", 2, "Đất 2 tỷ"),
        ("item", "-", 1, "Phí 2 tỷ"),
        ("item", "a)", 1, "Xã 1 tỷ"),
        ("item", "b)", 1, "Thôn 4 tỷ"),
    ]
    assert document.format == "html"


def test_line_breaks_begin_paragraphs_only_before_items(tmp_path: Path) -> None:
    """A break before a bullet begins a paragraph, one inside a sentence is a space."""
    document = page(tmp_path, "<p>Chi 5 tỷ, gồm:<br>- Lương 3 tỷ<br/>đồng;<br> - Khác 2 tỷ.</p><p>Hết.</p>")
    assert [p.text for p in document.paragraphs] == ["Chi 5 tỷ, gồm:", "Lương 3 tỷ đồng;", "Khác 2 tỷ.", "Hết."]


def test_cells_cover_their_columns(tmp_path: Path) -> None:
    """Cells that span columns or rows say which columns they cover; a table of one column is text."""
    document = page(
        tmp_path,
        "<table><tr><th rowspan=2>TT</th><th colspan=2>Số</th></tr><tr><td>Năm</td><td>Quý</td></tr>"
        "<tr><td>1</td><td></td><td>20|5</td></tr></table><table><tr><td><p>Lời</p></td></tr></table>",
    )
    rows = [(p.text, [(c.first_column, c.last_column) for c in p.cells], p.table) for p in document.paragraphs]
    assert rows == [
        ("TT | Số", [(0, 0), (1, 2)], 0),
        ("Năm | Quý", [(1, 1), (2, 2)], 0),
        ("1 | 20/5", [(0, 0), (2, 2)], 0),
        ("Lời", [], None),
    ]


def test_notes_hang_on_their_links(tmp_path: Path) -> None:
    """A link to a note further down is a marker, in a cell too; the note loses its label and the link back."""
    document = page(
        tmp_path,
        '<p>Thu 5 tỷ<sup><a href="#n1" id="r1">1</a></sup>, đất 3 km<sup>2</sup>.</p>'
        '<table><tr><td>Hộ</td><td>9<a href="#_ftn2" name="_ftnref2">[2]</a> hộ</td></tr></table>'
        '<ol><li id="n1"><p>Thuế 4 tỷ. <a href="#r1">↩</a></p></li></ol>'
        '<div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> Tăng 2 hộ.</p><p>Giảm 1 hộ.</p></div>',
    )
    assert [(p.text, p.note, p.carrier) for p in document.paragraphs] == [
        ("Thu 5 tỷ, đất 3 km².", "", None),
        ("Thuế 4 tỷ.", "1", 0),
        ("Hộ | 9 hộ", "", None),
        ("Tăng 2 hộ.", "2", 2),
        ("Giảm 1 hộ.", "2", 2),
    ]
    assert [m.offset for p in document.paragraphs for m in p.markers] == [len("Thu 5 tỷ"), len("Hộ | 9")]


def test_notes_typed_at_the_end_are_tied_to_raised_digits(tmp_path: Path) -> None:
    """Without links, ``[1]`` paragraphs at the end are the notes of the raised digits above, if all are found."""
    body = "<p>Thu 5 tỷ<sup>1</sup>. Chi 4 tỷ<sup>2</sup>.</p><p>[1] Thuế.</p><p>[2] Lương.</p>"
    document = page(tmp_path, body)
    assert [(p.text, p.note, p.carrier) for p in document.paragraphs] == [
        ("Thu 5 tỷ. Chi 4 tỷ.", "", None),
        ("Thuế.", "1", 0),
        ("Lương.", "2", 0),
    ]
    kept = page(tmp_path, body.replace("<sup>2</sup>", ""))
    assert [p.note for p in kept.paragraphs] == ["", "", ""]


def test_deep_and_broken_pages_are_read(tmp_path: Path) -> None:
    """Tags that never close and tags in thousands of tags neither crash nor hide the text around them."""
    assert page(tmp_path, "<p>Đầu 5" + "<div>" * 3000 + "sâu").paragraphs[0].text == "Đầu 5"
    assert [p.text for p in page(tmp_path, "<p>Một<p>Hai<table><tr><td>Ba<td>Bốn").paragraphs] == [
        "Một",
        "Hai",
        "Ba | Bốn",
    ]


def test_a_page_in_an_old_encoding_is_decoded_and_remarked(tmp_path: Path) -> None:
    """A page of before Unicode, made for fonts that are gone, is decoded as text is, and its reader is told so."""
    document = page(tmp_path, "<p>Tæng thu ng©n s¸ch n¨m nay ®¹t 5 tû ®ång, b»ng 90% kÕ ho¹ch giao.</p>")
    assert document.paragraphs[0].text == "Tổng thu ngân sách năm nay đạt 5 tỷ đồng, bằng 90% kế hoạch giao."
    assert [say(remark, "vi") for remark in document.remarks] == [
        "a.html dùng bảng mã cũ TCVN3 (ABC); đã được chuyển sang Unicode."
    ]


def test_a_caption_stands_before_its_table_and_empty_rows_are_none(tmp_path: Path) -> None:
    """A table's title is a paragraph; a row without a word is no row, and parts no table."""
    document = page(
        tmp_path,
        "<table><caption>Bảng 1. Số hộ</caption><tr><td>Hộ</td><td>5</td></tr><tr><td></td><td> </td></tr>"
        "<tr><td>Đàn<!-- ẩn 9 --></td><td>8</td></tr></table>",
    )
    assert [(p.kind, p.text, p.table) for p in document.paragraphs] == [
        ("body", "Bảng 1. Số hộ", None),
        ("row", "Hộ | 5", 0),
        ("row", "Đàn | 8", 0),
    ]


def test_a_table_in_an_item_stays_a_table(tmp_path: Path) -> None:
    """Rows inside an item of a list or a heading are rows, and neither item nor heading."""
    table = "<table><tr><td>Hộ</td><td>5</td></tr></table>"
    document = page(tmp_path, f"<ul><li>{table}</li><li>Chi 4 tỷ</li></ul><h2><div>{table}</div></h2>")
    assert [(p.kind, p.bullet, p.text) for p in document.paragraphs] == [
        ("row", "", "Hộ | 5"),
        ("item", "-", "Chi 4 tỷ"),
        ("row", "", "Hộ | 5"),
    ]


def test_items_are_numbered_as_the_page_shows_them(tmp_path: Path) -> None:
    """A numbered list counts from 1, or from where it says; letters go on after z with a."""
    document = page(
        tmp_path,
        "<p>1. Về thu: gồm:</p><ol><li>thuế 3 tỷ;</li><li>phí 2 tỷ;</li></ol>"
        "<ol type=a start=26><li>một;</li><li>hai.</li></ol>",
    )
    assert [(p.kind, p.bullet) for p in document.paragraphs] == [
        ("heading", ""),
        ("body", ""),
        ("item", "1."),
        ("item", "2."),
        ("item", "z)"),
        ("item", "a)"),
    ]


def test_words_in_tags_without_end_are_not_read(tmp_path: Path) -> None:
    """Tags in hundreds of tags inside a line end the reading there; what stands before them is read."""
    assert [p.text for p in page(tmp_path, "<p>Đầu 5" + "<span>" * 300 + "sâu").paragraphs] == ["Đầu 5"]


def test_typed_notes_begin_with_the_first(tmp_path: Path) -> None:
    """A line with another label before note 1 is a line of the text."""
    document = page(tmp_path, "<p>Thu 5 tỷ<sup>1</sup>.</p><p>[3] Nơi nhận.</p><p>[1] Thuế.</p>")
    assert [(p.text, p.note) for p in document.paragraphs] == [("Thu 5 tỷ.", ""), ("Thuế.", "1"), ("[3] Nơi nhận.", "")]


def test_links_that_are_no_notes_are_text(tmp_path: Path) -> None:
    """A link back, a link to what holds no text of a note, and a link inside a note keep their words."""
    document = page(
        tmp_path,
        '<p>Thu 5<a href="#dau">1</a> tỷ.</p><span id="dau"></span>'
        '<p>Chi 4 tỷ<a href="#n2">2</a>.</p><p id="n2"><a href="#x">2</a> Xem <a href="#bang">bảng 7</a>.</p>',
    )
    assert [(p.text, p.note) for p in document.paragraphs] == [
        ("Thu 51 tỷ.", ""),
        ("Chi 4 tỷ.", ""),
        ("Xem bảng 7.", "2"),
    ]


def test_spaces_around_a_break_are_one(tmp_path: Path) -> None:
    """A space before a line break is not left at the end of the line."""
    document = page(tmp_path, "<p>Chi 5 tỷ, gồm: <br> - Lương 3 tỷ; <br> - Khác 2 tỷ.</p>")
    assert [p.text for p in document.paragraphs] == ["Chi 5 tỷ, gồm:", "Lương 3 tỷ;", "Khác 2 tỷ."]


def test_a_page_that_cannot_be_taken_apart_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the parser did not expect is a refusal for people, never its own error."""

    def unforeseen(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("phulien_analysis.documents.html.BeautifulSoup", unforeseen)
    with pytest.raises(DocumentError, match=r"^a\.html cannot be read as a web page\. Open it in a browser"):
        page(tmp_path, "<p>Thu 5.</p>")
