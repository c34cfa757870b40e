"""Plain text in its three shapes: typed, out of a PDF with form feeds, and with empty lines everywhere. All made up."""

import pytest

from phulien_analysis.documents import Document, read_text
from phulien_analysis.documents.markers import Wanted, find_markers
from phulien_analysis.messages import say

RULE = " " * 60

# A page as tools take it out of a PDF: an empty line after every line, a note inside a sentence, the next page after it
# begun by one space.
SPARSE = "\n\n".join(
    (
        "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ KINH TẾ - XÃ HỘI, QUỐC PHÒNG ",
        "AN NINH THÁNG 9 NĂM 2025 ",
        "1. Về kinh tế ",
        "1.1. Thu ngân sách nhà nước trên địa bàn xã An Bình: Trong tháng 9 ước thu ",
        "1.250 triệu đồng, chín tháng ước thu 9.450 triệu/12.600 triệu đồng, đạt 75% ",
        "dự toán giao1. ",
        "1.2. Đất đai: Xã đã hoàn thành việc điều chỉnh kế hoạch sử dụng đất của năm 20252. ",
        "Các hồ sơ còn lại tiếp tục được xem xét theo nhiệm kỳ 2025 - 20303 của xã và chuyển ",
        RULE,
        "1Thu thuế đạt 8.000 triệu đồng; thu phí và lệ phí đạt 1.450 triệu đồng theo số liệu của bộ phận tài chính xã ",
        "An Bình, trong đó còn 12 hồ sơ chưa nộp. ",
        "2 - Cấp mới 15 giấy chứng nhận cho các hộ dân; ",
        "- Cấp đổi 20 giấy. ",
        "3 16/16 nhiệm vụ đã xong. \n lên cấp trên trong tháng. Không có hồ sơ quá hạn. ",
        "- Tổng số hộ nghèo còn 45 hộ, giảm 5 hộ so với tháng trước; số hộ cận nghèo còn ",
        "90 hộ. ",
    )
)


def seen(document: Document) -> list[tuple[str, str, str]]:
    """Section, place and text."""
    return [(p.section, p.place, p.text) for p in document.paragraphs]


def test_sentences_go_on_over_lines_pages_and_notes() -> None:
    """Lines are joined into the paragraphs that were printed, and every note hangs on the paragraph of its marker."""
    document = read_text(SPARSE)
    assert seen(document) == [
        ("II", "", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ KINH TẾ - XÃ HỘI, QUỐC PHÒNG AN NINH THÁNG 9 NĂM 2025"),
        ("II.1", "", "Về kinh tế"),
        ("II.1.1", "", "Thu ngân sách nhà nước trên địa bàn xã An Bình"),
        (
            "II.1.1",
            "p1",
            (
                "Trong tháng 9 ước thu 1.250 triệu đồng, chín tháng ước thu 9.450 triệu/12.600 triệu đồng, đạt 75% "
                "dự toán "
                "giao."
            ),
        ),
        (
            "II.1.1",
            "fn1",
            (
                "Thu thuế đạt 8.000 triệu đồng; thu phí và lệ phí đạt 1.450 triệu đồng theo số liệu của bộ phận tài "
                "chính "
                "xã An Bình, trong đó còn 12 hồ sơ chưa nộp."
            ),
        ),
        ("II.1.2", "", "Đất đai"),
        (
            "II.1.2",
            "p1",
            (
                "Xã đã hoàn thành việc điều chỉnh kế hoạch sử dụng đất của năm 2025. Các hồ sơ còn lại tiếp tục "
                "được xem "
                "xét theo nhiệm kỳ 2025 - 2030 của xã và chuyển lên cấp trên trong tháng. Không có hồ sơ quá hạn."
            ),
        ),
        ("II.1.2", "fn2", "Cấp mới 15 giấy chứng nhận cho các hộ dân;"),
        ("II.1.2", "fn2", "Cấp đổi 20 giấy."),
        ("II.1.2", "fn3", "16/16 nhiệm vụ đã xong."),
        (
            "II.1.2",
            "p2",
            "Tổng số hộ nghèo còn 45 hộ, giảm 5 hộ so với tháng trước; số hộ cận nghèo còn 90 hộ.",
        ),
    ]
    assert document.remarks == ()


def test_markers_are_taken_out_and_kept_where_they_stood() -> None:
    """``giao1.`` and ``20252.`` lose their marker only, and know where it was."""
    paragraphs = read_text(SPARSE).paragraphs
    first, second = paragraphs[3], paragraphs[6]
    assert [(first.text[: m.offset][-4:], m.label) for m in first.markers] == [("giao", "1")]
    assert [(second.text[: m.offset][-4:], m.label) for m in second.markers] == [("2025", "2"), ("2030", "3")]
    assert [p.carrier for p in paragraphs if p.note] == [3, 6, 6, 6]
    assert [p.bullet for p in paragraphs if p.note == "2"] == ["-", "-"]


@pytest.mark.parametrize("change", ["no rule", "windows", "dense", "no page"])
def test_other_shapes_of_the_same_page_read_alike(change: str) -> None:
    """Nothing hangs on the rule above the notes, on the line ends, on empty lines or on the space that begins a "
    "page.
    """
    text = {
        "no rule": SPARSE.replace(RULE + "\n\n", ""),
        "windows": SPARSE.replace("\n", "\r\n"),
        "dense": SPARSE.replace("\n\n", "\n"),
        "no page": SPARSE.replace("\n lên", "\n\nlên"),
    }[change]
    assert seen(read_text(text)) == seen(read_text(SPARSE))


def test_every_line_of_typed_text_is_a_paragraph() -> None:
    """Lines that end where their sentences end are paragraphs, also a short one without a full stop."""
    document = read_text("1. Chi: 5 tỷ đồng, gồm:\nChi đầu tư 3 tỷ đồng\nChi khác 2 tỷ đồng\n\nHết.")
    assert [p.text for p in document.paragraphs] == [
        "Chi",
        "5 tỷ đồng, gồm:",
        "Chi đầu tư 3 tỷ đồng",
        "Chi khác 2 tỷ đồng",
        "Hết.",
    ]


def test_notes_among_whole_paragraphs_end_where_the_body_goes_on() -> None:
    """In a text of one paragraph a line, a note is over at its full stop, or with its list's bullets."""
    text = """I. KINH TẾ
Đàn gia súc có 758 con1, tăng nhẹ so với đầu năm.
Diện tích gieo trồng 379 ha, trong đó:
+ Lúa 300 ha;
1 Trâu 113 con; bò 350 con; lợn 295 con.
+ Rau màu 79 ha.
Cấp 51 giấy phép2 cho các hộ kinh doanh.
- Tiếp nhận 45 hồ sơ đất đai.
2 - Cấp mới 30 giấy;
- Cấp lại 21 giấy;
Các tổ dân phố đã họp đủ.
Công tác khác3 được duy trì, củng cố4.
3 Hai cuộc họp được tổ chức.
Cuộc họp sau là phiên cuối năm:
- Phiên toàn thể;
4 Theo kế hoạch năm."""
    notes = [(p.place, p.text) for p in read_text(text).paragraphs if p.kind == "note"]
    assert notes == [
        ("fn1", "Trâu 113 con; bò 350 con; lợn 295 con."),
        ("fn2", "Cấp mới 30 giấy;"),
        ("fn2", "Cấp lại 21 giấy;"),
        # no sentence with the marker of note 4 stands between, so the body does not go on here
        ("fn3", "Hai cuộc họp được tổ chức."),
        ("fn3", "Cuộc họp sau là phiên cuối năm:"),
        ("fn3", "Phiên toàn thể;"),
        ("fn4", "Theo kế hoạch năm."),
    ]


def test_pages_lose_their_numbers_and_running_heads() -> None:
    """The number of a page and a line that stands on every page are no text; a figure alone on a line is."""
    line = "Ủy ban nhân dân xã chỉ đạo các bộ phận rà soát hồ sơ và báo cáo kết quả hằng"
    head = "Báo cáo tháng 9 của xã An Bình"
    pages = [f"\f{n}\n{head}\nLần thứ {n}: {line}\ntuần, lần thứ {n * 7}.\n" for n in range(1, 5)]
    texts = [p.text for p in read_text("".join(pages)).paragraphs]
    assert texts == [f"Lần thứ {n}: {line} tuần, lần thứ {n * 7}." for n in range(1, 5)]
    assert [p.text for p in read_text("Số hộ\n36\nSố người\n120\n").paragraphs] == ["Số hộ", "36", "Số người", "120"]


def test_tables_in_text_are_rows_with_cells() -> None:
    """Tabs, bars and the wide gaps of a layout separate cells; rows that follow one another are one table."""
    document = read_text("Bảng 1\nNội dung\tKế hoạch\tThực hiện\nSố hộ\t100\t80\nHết bảng.\n| a | 1 |\n| b | 2 |\n")
    rows = [p for p in document.paragraphs if p.kind == "row"]
    assert [row.text for row in rows] == ["Nội dung | Kế hoạch | Thực hiện", "Số hộ | 100 | 80", "a | 1", "b | 2"]
    assert [row.table for row in rows] == [0, 0, 1, 1]
    assert [row.place for row in rows] == ["r1", "r2", "r3", "r4"]
    assert [rows[1].text[c.start : c.end] for c in rows[1].cells] == ["Số hộ", "100", "80"]
    assert [(c.first_column, c.last_column) for c in rows[1].cells] == [(0, 0), (1, 1), (2, 2)]


def test_a_note_without_a_marker_is_kept_and_remarked() -> None:
    """A note whose marker cannot be found stands where its page ends, carried by nothing, and the clerk is told."""
    document = read_text(f"Thu đạt 5 tỷ đồng1.\nChi đạt 3 tỷ đồng.\n{RULE}\n1 Gồm thuế.\n2 Gồm lương.\n")
    notes = [(p.text, p.carrier) for p in document.paragraphs if p.note]
    assert notes == [("Gồm thuế.", 0), ("Gồm lương.", None)]
    assert [say(remark, "en") for remark in document.remarks] == [
        "note 2 (page 1) has no marker in the text; it is read where its page ends"
    ]


@pytest.mark.parametrize(
    ("text", "label", "mark"),
    [
        ("đạt 75% dự toán giao1. Chi", "1", "giao"),
        ("an toàn giao thông 2. Tăng cường", "2", "thông"),
        ("sử dụng đất năm 20255. Rà soát", "5", "2025"),
        ("sử dụng đất năm 2025 5. Rà soát", "5", "2025"),
        ("nhiệm kỳ 2025 - 203017. Quản lý", "17", "2030"),
        ("ngày 27/7/2025)13.", "13", ")"),
        ("ngày 27/713.", "13", "27/7"),
        ("tại https://so.vn20. Cấp", "20", ".vn"),
        ("đạt 104,5%3 và", "3", "%"),
        ("cho 1.2434 người", "4", "1.243"),
        ("theo quy định[6].", "6", "định"),
        ("theo quy định (6).", "6", "định"),
        ("theo quy định⁶.", "6", "định"),
        ("“xanh”7, sạch", "7", "”"),
        ("Thực hiện tốt.8 Tiếp tục", "8", "tốt."),
    ],
)
def test_forms_of_markers(text: str, label: str, mark: str) -> None:
    """A marker is found glued to a word, a bracket, an address, a year, a date, or in brackets of its own."""
    found = find_markers(text, [Wanted(label, 0, len(text))])[0]
    assert found is not None
    assert text[: found.start].endswith(mark)
    assert label in text[found.start : found.end] or text[found.start : found.end] == "⁶"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("đạt 1.243 người", "3"),
        ("tăng 36,84 điểm", "4"),
        ("theo Nghị quyết 1669/NQ", "9"),
        ("ngày 25/12 hằng năm", "2"),
        ("có 197 hộ", "7"),
        ("ISO 9001:2015 và", "5"),
    ],
)
def test_digits_of_numbers_are_no_markers(text: str, label: str) -> None:
    """The last digit of a figure, a decree, a date or a standard is never taken for a marker."""
    assert find_markers(text, [Wanted(label, 0, len(text))]) == [None]


def test_markers_stand_in_the_order_of_their_notes() -> None:
    """Of two places for note 2, the one between notes 1 and 3 is its marker, though the other looks as good."""
    text = "diện tích2 rộng, đất giao1, rừng trồng2, nước sạch3"
    found = find_markers(text, [Wanted(label, 0, len(text)) for label in "123"])
    assert [text[: f.start][-4:] for f in found if f] == ["giao", "rồng", "sạch"]


def test_area_units_keep_their_exponents() -> None:
    """``m2`` stays m2 while a likelier marker stands near."""
    text = "đất 120 m2 giao2."
    found = find_markers(text, [Wanted("2", 0, len(text))])[0]
    assert found is not None
    assert text[: found.start] == "đất 120 m2 giao"


def test_a_note_that_announces_a_list_goes_on() -> None:
    """After a colon the note has its list, whatever its bullets."""
    text = "I. KINH TẾ\nĐàn gia súc có 758 con1.\n1 Trong đó:\n+ Trâu 113 con;\nCác tổ đã họp đủ.\n"
    notes = [(p.place, p.text) for p in read_text(text).paragraphs if p.kind == "note"]
    assert notes[:2] == [("fn1", "Trong đó:"), ("fn1", "Trâu 113 con;")]


def test_notes_without_any_text_above_are_kept() -> None:
    """A page of notes only is read as such: nothing carries them, and no empty paragraph stands before them."""
    document = read_text(f"{RULE}\n1 Gồm thuế 5 tỷ.\n2 Gồm lương 4 tỷ.\n")
    notes = [(p.note, p.text, p.carrier) for p in document.paragraphs]
    assert notes == [("1", "Gồm thuế 5 tỷ.", None), ("2", "Gồm lương 4 tỷ.", None)]


@pytest.mark.parametrize(
    ("text", "label", "mark"),
    [("theo Công văn QĐ5/UB ngày 27/75.", "5", "27/7"), ("trong tháng 9. Các hồ sơ 9 của xã", "9", "hồ sơ ")],
)
def test_codes_and_months_are_less_likely_than_any_other_place(text: str, label: str, mark: str) -> None:
    """A digit of a code or the number of a month is a note's marker only where nothing else is."""
    (found,) = find_markers(text, [Wanted(label, 0, len(text))])
    assert found is not None
    assert text[: found.start].endswith(mark)
