"""What excludes each other is not taken for each other, however alike the words around it are. All is made up."""

from pathlib import Path

import pytest

from phulien_analysis.documents import read_text
from phulien_analysis.drafting import read_month
from phulien_analysis.drafting.contrasts import contradict
from tests.made_up_draft import WARD, settle_alone


@pytest.mark.parametrize(
    ("text", "label", "other"),
    [
        ("tổng chi ngân sách xã", "Thu ngân sách nhà nước trên địa bàn", True),
        ("tổng thu ngân sách xã", "Thu ngân sách nhà nước trên địa bàn", False),
        ("tổng thu, chi ngân sách", "Thu ngân sách nhà nước trên địa bàn", False),
        ("chi cục thuế nộp", "Thu ngân sách nhà nước trên địa bàn", False),
        ("số hộ nghèo", "Hộ cận nghèo", True),
        ("số hộ cận nghèo", "Hộ cận nghèo", False),
        ("đang giải quyết", "Hồ sơ đã giải quyết", True),
        ("đang trong thời hạn giải quyết", "Hồ sơ đã giải quyết", False),
        ("hồ sơ tiếp nhận", "Hồ sơ đã giải quyết", False),
        ("bị thương", "Người chết do tai nạn giao thông", True),
        ("hội viên nam", "Hội viên nữ", True),
        ("hội viên của Hội Người cao tuổi Việt Nam", "Hội viên nữ", False),
        ("quà tết Trung thu cho trẻ em", "Chi quà cho trẻ em", False),
    ],
)
def test_who_names_one_does_not_name_the_other(text: str, label: str, other: bool) -> None:
    """It has to be named on both sides: a text that names neither, or both, may be of either."""
    assert contradict(text, label) is other


@pytest.fixture
def empty(data: Path) -> Path:
    """The catalogue and a made-up ward, and no month of any ward."""
    return settle_alone(data)


def taken(data: Path, text: str) -> dict[str, str]:
    """The indicator of each figure that is written to the file, by its digits."""
    return {row.printed: row.indicator for row in read_month(read_text(text), WARD, "2025-09", data).rows}


def test_what_was_spent_is_not_written_as_what_was_collected(empty: Path) -> None:
    """The catalogue knows no expenditure: it is not in the file as revenue."""
    text = (
        "II. KẾT QUẢ\n2. Ngân sách\nThu ngân sách nhà nước trên địa bàn 9 tháng đạt 18.456 triệu đồng, "
        "chi ngân sách nhà nước trên địa bàn 9 tháng đạt 15.320 triệu đồng.\n"
    )
    found = taken(empty, text)
    assert found == {"18.456": "state-budget-revenue"}
