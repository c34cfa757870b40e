"""Web pages, as an office publishes them and as Word saves them; all texts are made up."""

from pathlib import Path

from phulien_analysis.documents import Document, read_document
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
