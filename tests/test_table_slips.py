"""One wrong number in a small table: it is told, the numbers around it are not blamed, and nothing hides it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made_up_tables import check_table, said, to_review

HAMLETS = "STT | Ấp | Số hộ | Số khẩu"
WORKS = "STT | Nội dung | Kế hoạch | Thực hiện | Tỷ lệ (%)"


@pytest.mark.parametrize(
    ("second", "last", "wrong"),
    [
        ("86 | 314", "320 | 1.209", "1.209"),  # 402 + 341 + 466 = 1.209
        ("86 | 341", "302 | 1.209", "302"),  # 110 + 86 + 124 = 320
    ],
)
def test_the_other_column_of_a_total_row_is_enough(tmp_path: Path, second: str, last: str, wrong: str) -> None:
    """Of two columns over “Tổng cộng” the one that does not hold is told, and the other one is redone too."""
    rows = [HAMLETS, "1 | A | 110 | 402", f"2 | B | {second}", "3 | C | 124 | 466", f" | Tổng cộng | {last}"]
    checked = check_table(tmp_path, ["Biểu 1"], rows)
    assert [f.stated and f.stated.printed for f in to_review(checked)] == [wrong]
    assert sorted(verdict for _, _, verdict in said(checked, "sum")) == ["agrees", "differs"]


@pytest.mark.parametrize(
    ("total", "road", "cause"),
    [
        (("600", "432", "72,0"), ("250", "170", "68,0"), None),
        (("600", "423", "72,0"), ("250", "170", "68,0"), "423"),
        (("700", "432", "72,0"), ("250", "170", "68,0"), "700"),
        (("600", "432", "72,0"), ("250", "110", "68,0"), "110"),
        (("600", "432", "72,0"), ("280", "170", "68,0"), "280"),
    ],
)
def test_a_total_in_the_first_row_is_the_cause_itself(
    tmp_path: Path, total: tuple[str, ...], road: tuple[str, ...], cause: str | None
) -> None:
    """With a sum and a rate that break together, the number in both is named, not a right one beside it."""
    rest = ["2 | Trường | 190 | 140 | 73,7", "3 | Trạm | 90 | 67 | 74,4", "4 | Chợ | 70 | 55 | 78,6"]
    first = [" | ".join(["", "Tổng số", *total]), " | ".join(["1", "Đường", *road])]
    checked = check_table(tmp_path, ["Biểu 2"], [WORKS, *first, *rest])
    assert len(said(checked, "sum")) == 2  # 250 + 190 + 90 + 70 = 600; 170 + 140 + 67 + 55 = 432
    causes = [found.candidates[0].figure.printed for found in checked.causes]
    assert causes == ([cause] if cause else [])


@pytest.mark.parametrize(
    "rows",
    [
        [" | Tổng số | 320 | 47"],  # 110 + 86 + 124 = 320; 47 is between 40, 41 and 66: of all, not their sum
        [" | Tổng số | 320 | 985"],  # no single digit makes 147 of 985
        [" | Tổng số hộ nghèo | 320 | 142"],  # not all that is counted need be in it
        [" | Tổng số | 301 | 142"],  # two columns that do not hold: the rows are no parts
    ],
    ids=["average", "far away", "named", "two columns"],
)
def test_what_need_not_be_a_total_is_not_held_against_the_rows(tmp_path: Path, rows: list[str]) -> None:
    """Better silent: averages, numbers no slip explains, other things counted, and totals that hold nowhere."""
    parts = ["1 | A | 110 | 40", "2 | B | 86 | 41", "3 | C | 124 | 66"]
    assert to_review(check_table(tmp_path, ["Biểu 3"], ["STT | Ấp | Số hộ | Số liệu", *parts, *rows])) == []
