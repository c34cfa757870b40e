"""Which window a text states, and for which of its figures it holds. All sentences are made up."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.documents import read_text
from phulien_analysis.documents.document import Document, Marker, Paragraph
from phulien_analysis.drafting import read_month
from phulien_analysis.drafting.stating import WindowsOf
from phulien_analysis.drafting.windows import find_windows
from phulien_analysis.reading.numbers import read_mentions
from phulien_analysis.stated.passage import Passage
from tests.made_up_draft import WARD, settle

MONTH = "2025-08"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("tháng 8", "2025-08-01", "2025-08-31"),
        ("Tháng 8/2025", "2025-08-01", "2025-08-31"),
        ("tháng 6 năm 2024", "2024-06-01", "2024-06-30"),
        ("8 tháng", "2025-01-01", "2025-08-31"),
        ("tám tháng đầu năm 2025", "2025-01-01", "2025-08-31"),
        ("6 tháng cuối năm", "2025-07-01", "2025-12-31"),
        ("quý II/2025", "2025-04-01", "2025-06-30"),
        ("Từ ngày 01/8/2025 đến ngày 20/8/2025", "2025-08-01", "2025-08-20"),
        ("từ 01/8/2025 - 20/8/2025", "2025-08-01", "2025-08-20"),
        ("từ ngày 1 đến ngày 20 tháng 8 năm 2025", "2025-08-01", "2025-08-20"),
        ("từ 15/12/2024 đến 14/01/2025", "2024-12-15", "2025-01-14"),
        ("tính đến hết ngày 31/7/2025", "2025-01-01", "2025-07-31"),
        ("đến hết tháng 6/2025", "2025-01-01", "2025-06-30"),
        ("vào hai ngày 5 và 6/8/2025", "2025-08-05", "2025-08-06"),
        ("từ ngày 14/8", "2025-08-14", "2025-08-31"),
        ("từ đầu năm đến nay", "2025-01-01", "2025-08-31"),
        ("cả năm 2025", "2025-01-01", "2025-12-31"),
        ("Trong tháng, phường", "2025-08-01", "2025-08-31"),
        ("chi trả trong 8 gần 2 tỷ đồng", "2025-08-01", "2025-08-31"),
    ],
)
def test_a_window_is_read(text: str, start: str, end: str) -> None:
    """One window, in the forms that reports write it in; a date without a year is of the report's."""
    (found,) = find_windows(text, MONTH)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "đến nay",
        "so với tháng 7",
        "cùng kỳ 8 tháng",
        "Quyết định số 12/QĐ-UBND ngày 30/6/2025",
        "từ 60 tuổi đến 79 tuổi",
        "kỷ niệm (27/7/1947 - 27/7/2025)",
        "trong vòng 3 tháng",
        "chi trả trong 7 gần 2 tỷ đồng",  # a month without its word is the report's, or none
        "hàng tháng",
        "31/02/2025",
        "đến ngày 31/02/2025",
        "từ ngày 20/8 đến ngày 01/8",
        "12 tháng tù",
        "7/8 tháng",
    ],
)
def test_what_is_no_window_is_left(text: str) -> None:
    """What is compared with, a document's date, an age, an anniversary, a term, a day that does not exist."""
    assert find_windows(text, MONTH) == []


def test_a_december_in_a_january_report_is_last_years() -> None:
    """A report of January 2026 that says tháng 12 means December 2025."""
    assert find_windows("tháng 12", "2026-01")[0].end == date(2025, 12, 31)


@given(st.text(alphabet="từđến ngàythág0123456789/-,;.() ", max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """Windows stand in order, inside the text, and do not overlap."""
    found = find_windows(text, MONTH)
    assert all(0 <= w.at < w.stop <= len(text) and w.start <= w.end for w in found)
    assert all(a.stop <= b.at for a, b in pairwise(found))


def windows_of(*paragraphs: Paragraph) -> list[str]:
    """The window of each figure of a document: ``01/08-20/08``, ``-`` for none, ``*``: from a sentence before."""
    document = Document("made up", "text", "", paragraphs)
    passages = {p.index: Passage(p, tuple(read_mentions(p.text, p.index))) for p in paragraphs}
    windows = WindowsOf(document, passages, MONTH)
    found = []
    for paragraph in paragraphs:
        for spot in passages[paragraph.index].spots:
            stated = windows.of(paragraph, spot)
            window, star = stated.window, "*" if stated.carried == "sentence" else ""
            found.append(f"{window.start:%d/%m}-{window.end:%d/%m}{star}" if window else "-")
    return found


def body(text: str, index: int = 0, **more: object) -> Paragraph:
    """A paragraph of the body."""
    return Paragraph(index, "body", text, "II.1", f"p{index + 1}", **more)  # type: ignore[arg-type]


def test_each_figure_has_the_window_nearest_before_it() -> None:
    """Month and eight months change places inside a sentence."""
    text = "Thuế đất: tháng 8 ước 50 triệu đồng, 8 tháng ước 400 triệu đồng; lệ phí: tháng 8 ước 7 triệu đồng."
    assert windows_of(body(text)) == ["01/08-31/08", "01/01-31/08", "01/08-31/08"]


def test_a_window_that_opens_a_sentence_holds_after_a_semicolon() -> None:
    """The opening is of all clauses; one that is stated inside a clause is of that clause."""
    text = (
        "Từ ngày 01/8 đến ngày 20/8, cấp 5 giấy phép; thu 3 biển quảng cáo; riêng tháng 7 cấp 9 giấy phép; thu 2 ghế."
    )
    assert windows_of(body(text)) == ["01/08-20/08", "01/08-20/08", "01/07-31/07", "01/08-20/08"]


def test_the_parts_of_a_total_have_its_window() -> None:
    """What divides the parts of a list does not end the window of their total; another subject does."""
    text = "Ủy ban nhân dân xã trong tháng 8 đã cấp 34 giấy phép, gồm: cấp mới 27; thay đổi 06; cấp lại 01 giấy."
    assert windows_of(body(text)) == ["01/08-31/08"] * 4
    text = "Bộ phận một cửa trong tháng 8 đã nhận 34 hồ sơ, gồm: đất đai 27; khác 07; hiện đang giải quyết 12 hồ sơ."
    assert windows_of(body(text)) == ["01/08-31/08", "01/08-31/08", "01/08-31/08", "-"]
    assert windows_of(body("Ủy ban nhân dân xã trong tháng 8 đã cấp 34 giấy phép; trồng 50 cây.")) == [
        "01/08-31/08",
        "-",
    ]


def test_a_first_day_alone_holds_for_its_item() -> None:
    """“From the 14th” belongs to the programme, the month to the news items after it."""
    text = "Tháng 8/2025, phát chương trình truyền thanh từ ngày 14/8: 6 chương trình, đã viết: 20 tin."
    assert windows_of(body(text)) == ["14/08-31/08", "01/08-31/08"]


def test_a_window_after_its_figure_holds_for_it_alone() -> None:
    """Days that are named behind a figure, and a month behind one of two."""
    assert windows_of(body("Khám sức khỏe cho 30 người tại trạm y tế vào ngày 24, 25/8/2025.")) == ["24/08-25/08"]
    assert windows_of(body("Tiếp nhận 30 đơn trong tháng 8, trả lời 20 đơn.")) == ["01/08-31/08", "-"]


def test_a_note_keeps_the_window_that_it_opens_with() -> None:
    """Later sentences and bullets of a note have it, marked to be looked at; a bullet's own opening stays with it."""
    carrier = body("Công tác cấp phép", markers=(Marker(17, "1"), Marker(17, "2")))

    def note(index: int, label: str, text: str, bullet: str = "") -> Paragraph:
        return Paragraph(index, "note", text, "II.1", f"fn{label}", bullet=bullet, note=label, carrier=0)

    first = note(1, "1", "Từ ngày 01/8 đến ngày 20/8, cấp 5 giấy phép. Xử lý 3 vụ.")
    second = note(2, "1", "Lập 2 hồ sơ.", "-")
    third = note(3, "2", "Tháng 8/2025, viết 20 tin.", "-")
    fourth = note(4, "2", "Treo 6 băng rôn.", "-")
    found = windows_of(carrier, first, second, third, fourth)
    assert found == ["01/08-20/08", "01/08-20/08*", "01/08-20/08*", "01/08-31/08", "-"]


def test_a_list_and_a_section_have_the_window_of_what_introduces_them() -> None:
    """A heading's last day holds for its section; the report's own month in a heading says nothing of a figure."""
    above = Paragraph(0, "heading", "Kết quả tháng 8 năm 2025", "II")
    heading = Paragraph(1, "heading", "Giải ngân đến hết ngày 31/7/2025", "II.1")
    intro = Paragraph(2, "item", "Tiếp nhận hồ sơ từ ngày 01/8 đến ngày 20/8:", "II.1", "p1", bullet="*", level=1)
    item = Paragraph(3, "item", "Xây dựng: 9 hồ sơ", "II.1", "p2", bullet="-", level=2)
    plain = Paragraph(4, "body", "Đã giải ngân 900 triệu đồng.", "II.1", "p3")
    other = Paragraph(5, "body", "Trồng 50 cây.", "II.2", "p1")
    assert windows_of(above, heading, intro, item, plain, other) == ["01/08-20/08", "01/01-31/07", "-"]


def test_windows_of_a_text_have_bounds() -> None:
    """A text of a thousand windows is no report: 500 are read, and the rest is left."""
    assert len(find_windows("tháng 7, " * 1000, MONTH)) == 500


def test_a_note_has_the_window_of_the_sentence_that_carries_it() -> None:
    """What a note counts is of the window that stands before its marker, and not of another sentence's."""
    text = "Từ ngày 01/8 đến ngày 20/8, phường cấp giấy phép. Các tổ đã họp."
    near = body(text, markers=(Marker(48, "1"), Marker(len(text), "2")))
    notes = [Paragraph(n, "note", "Gồm 5 loại.", "II.1", f"fn{n}", note=str(n), carrier=0) for n in (1, 2)]
    assert windows_of(near, *notes) == ["01/08-20/08*", "-"]


@pytest.mark.parametrize(
    ("plan", "window"),
    [
        ("Kế hoạch quý III/2025", ("2025-07-01", "2025-09-30")),
        ("Phấn đấu 4 tháng cuối năm dự toán", ("2025-09-01", "2025-12-31")),
        ("Dự toán năm 2026", ("2026-01-01", "2026-12-31")),
        ("Dự toán", ("2025-01-01", "2025-12-31")),
    ],
)
def test_a_plan_is_of_the_year_unless_its_sentence_says_otherwise(
    data: Path, plan: str, window: tuple[str, str]
) -> None:
    """A quarter that reaches beyond August, the rest of the year and the next year are said; else it is this year."""
    settle(data)
    text = (
        "II. KẾT QUẢ\n1. Thu ngân sách nhà nước trên địa bàn: Tháng 8 ước đạt 9.475 triệu đồng. "
        f"{plan} thu ngân sách nhà nước trên địa bàn giao là 24.000 triệu đồng.\n"
    )
    rows = read_month(read_text(text), WARD, "2025-08", data).rows
    assert [(r.printed, r.measure, r.period_start, r.period_end) for r in rows if r.measure == "plan"] == [
        ("24.000", "plan", *window)
    ]


def test_a_percentage_alone_has_the_window_of_its_own_sentence(data: Path) -> None:
    """What it is the percentage of stands in another paragraph: August there is not its window."""
    settle(data)
    revenue = "hu ngân sách nhà nước trên địa bàn"
    text = (
        f"II. KẾT QUẢ\n1. T{revenue}: Tháng 8 ước đạt 9.475 triệu đồng.\n"
        f"- Lũy kế 8 tháng t{revenue} bằng 73,7% dự toán năm.\n"
    )
    rows = read_month(read_text(text), WARD, "2025-08", data).rows
    assert [(r.measure, r.period_start, r.period_end) for r in rows] == [
        ("actual", "2025-08-01", "2025-08-31"),
        ("percent_of_plan", "2025-01-01", "2025-08-31"),
    ]
