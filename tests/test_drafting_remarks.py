"""What somebody is asked to look at before a drafted month is used. All sentences and numbers are made up."""

from pathlib import Path

import pytest

from phulien_analysis.documents import Document, read_text
from phulien_analysis.documents.document import Paragraph
from phulien_analysis.drafting import read_month
from tests.made_up_draft import WARD, settle

REVENUE = "1. Thu ngân sách nhà nước trên địa bàn: "


@pytest.mark.parametrize(
    ("text", "row", "remark"),
    [
        (
            f"{REVENUE}Trong 8 đạt 9.475 triệu đồng.",
            ("9.475", "million-dong", "2025-08-01", "2025-08-31"),
            "A word seems to be missing before the month; please check the window.",
        ),
        (
            f"{REVENUE}Tháng 8 ước đạt 9.4750.00 triệu đồng.",
            ("9.4750.00", "million-dong", "2025-08-01", "2025-08-31"),
            "The number is not well formed; it is entered as it is printed.",
        ),
        (
            f"{REVENUE}Tháng 8 ước đạt 9.475.",
            ("9.475", "million-dong", "2025-08-01", "2025-08-31"),
            "No unit is printed at it; please check the one entered.",
        ),
        (
            "1. Quản lý đô thị\n- Từ ngày 14/8, cấp 09 giấy phép xây dựng nhà ở riêng lẻ.",
            ("09", "permit", "2025-08-14", "2025-08-31"),
            "Only the first day is stated; the window is taken to end with the month.",
        ),
        (
            "1. Quản lý đô thị\n- Từ ngày 01/8 đến ngày 20/8, kiểm tra. Cấp 09 giấy phép xây dựng nhà ở riêng lẻ.",
            ("09", "permit", "2025-08-01", "2025-08-20"),
            "The window is stated in an earlier sentence; please check that it holds here.",
        ),
    ],
)
def test_what_is_not_plain_is_remarked(data: Path, text: str, row: tuple[str, ...], remark: str) -> None:
    """A figure is written with the window and unit that are likely, and the review list says what was assumed."""
    settle(data)
    draft = read_month(read_text(f"II. KẾT QUẢ\n{text}\n"), WARD, "2025-08", data)
    assert [(r.printed, r.unit, r.period_start, r.period_end) for r in draft.rows] == [row]
    (item,) = [item for item in draft.review if item.kind == "matched"]
    assert item.remark.say("en").startswith(remark)


def test_a_figure_that_no_unit_can_hold_is_not_written(data: Path) -> None:
    """1.434,4 thousand billion is known to 100 billion, coarser than any unit: the list says what to add."""
    settle(data)
    text = f"II. KẾT QUẢ\n{REVENUE}Tháng 8 ước đạt 1.434,4 nghìn tỷ đồng.\n"
    draft = read_month(read_text(text), WARD, "2025-08", data)
    assert draft.rows == ()
    (item,) = [item for item in draft.review if item.kind == "unplaced"]
    assert item.remark.say("en") == (
        "No unit of units.csv can hold it as printed; add one, then read the document again."
    )


def test_of_two_numbers_for_one_indicator_the_one_that_its_label_names_less_is_left_out(data: Path) -> None:
    """Nine permits to build homes, and twelve permits to build: the file has one, the list tells of the other."""
    settle(data)
    text = "1. Quản lý đô thị: cấp 09 giấy phép xây dựng nhà ở riêng lẻ.\n2. Khác: cấp {} giấy phép xây dựng.\n"
    draft = read_month(read_text(f"II. KẾT QUẢ\n{text.format(12)}"), WARD, "2025-08", data)
    assert [row.printed for row in draft.rows] == ["09"]
    (item,) = [item for item in draft.review if item.kind == "unplaced"]
    assert (item.source, item.printed) == ("II.2 p1 #1", "12")
    assert item.remark.say("en").startswith(
        "Another figure stands for the same indicator and window with another number."
    )
    same = read_month(read_text(f"II. KẾT QUẢ\n{text.format('09')}"), WARD, "2025-08", data)
    assert [row.source for row in same.rows] == ["II.1 p1 #1", "II.2 p1 #1"]  # the same number contradicts nothing


def test_a_place_that_the_file_cannot_name_is_listed_and_not_written(data: Path) -> None:
    """A section called ``Đ`` is no place of the figures file, whose sections have letters without marks."""
    settle(data)
    body = Paragraph(0, "body", f"{REVENUE[3:]}Tháng 8 ước đạt 9.475 triệu đồng.", "Đ.1", "p1")
    draft = read_month(Document("made up", "text", "", (body,)), WARD, "2025-08", data)
    assert draft.rows == ()
    assert [(i.kind, i.source) for i in draft.review if i.kind != "missing"] == [("unplaced", "Đ.1 p1 #1")]
