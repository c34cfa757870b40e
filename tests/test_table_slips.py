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


@pytest.mark.parametrize(
    ("head", "name", "unit"),
    [
        ("TT | Nội dung | Cùng kỳ", "Tai nạn", ""),
        ("TT | Nội dung | Cùng kỳ", "Tai nạn (vụ)", ""),
        ("TT | Nội dung | ĐVT | Cùng kỳ", "Tai nạn", "Vụ | "),
    ],
    ids=["no unit", "unit in the name", "column of units"],
)
def test_a_wrong_difference_is_told_and_the_rate_keeps_its_base(
    tmp_path: Path, head: str, name: str, unit: str
) -> None:
    """Small numbers without a unit are counts where rates of them come out: 18 less 16 is 2, and no rounded 3."""
    rows = [
        f"1 | {name} | {unit}16 | 18 | 3 | 12,5",  # 18 − 16 = 2, and 2 / 16 = 12,5 %
        f"2 | {name} | {unit}32 | 28 | -4 | -12,5",
        f"3 | {name} | {unit}24 | 27 | 3 | 12,5",
    ]
    checked = check_table(tmp_path, ["Biểu 4"], [f"{head} | Thực hiện | Tăng, giảm | Tỷ lệ (%)", *rows])
    assert said(checked, "difference")[0] == ("3", ["18", "16"], "differs")
    assert said(checked, "percent") == [
        ("12,5", ["3", "16"], "differs"),
        ("-12,5", ["-4", "32"], "agrees"),
        ("12,5", ["3", "24"], "agrees"),
    ]
    assert [cause.candidates[0].repairs[0] for cause in checked.causes] == ["2"]


def test_a_wrong_rate_among_many_is_told(tmp_path: Path) -> None:
    """Where five rates come out to the decimal, a sixth that only rounding could explain does not."""
    rows = [
        "1 | A | 16 | 18 | 112,5",
        "2 | B | 32 | 28 | 87,5",
        "3 | C | 24 | 27 | 112,5",
        "4 | D | 17 | 13 | 76,5",
        "5 | E | 21 | 23 | 109,5",
        "6 | G | 22 | 19 | 88,4",  # 19 / 22 = 86,4 %; 19,4 / 22 would be 88,2 %
    ]
    checked = check_table(tmp_path, ["Biểu 5"], ["TT | Nội dung | Giao | Làm được | Tỷ lệ (%)", *rows])
    assert [f.stated and f.stated.printed for f in to_review(checked)] == ["88,4"]


@pytest.mark.parametrize(
    "rows",
    [
        [  # 11,8 / 15,4 = 76,6 %; plans are round without having been rounded
            "1 | A | 20 | 10 | 50,0",
            "2 | B | 40 | 30 | 75,0",
            "3 | C | 25 | 15 | 60,0",
            "4 | D | 50 | 35 | 70,0",
            "5 | E | 10 | 5 | 50,0",
            "6 | G | 15 | 12 | 76,6",
        ],
        [  # 8,4 + 9,4 + 7,4 = 25,2: rates of the rounded numbers, a total of those before rounding
            "1 | A | 113 | 8 | 7,1",
            "2 | B | 124 | 9 | 7,3",
            "3 | C | 136 | 7 | 5,1",
            " | Tổng cộng | 373 | 25 | 6,7",
        ],
        [  # three rates come out: too few against 19,4 / 22 = 88,2 %
            "1 | A | 16 | 18 | 112,5",
            "2 | B | 32 | 28 | 87,5",
            "3 | C | 24 | 27 | 112,5",
            "4 | D | 22 | 19 | 88,2",
        ],
        [  # 16,4 of 12,6, 18,6 of 14,4, 21,4 of 17,6
            "1 | A | 13 | 16 | 130,2",
            "2 | B | 14 | 19 | 129,2",
            "3 | C | 18 | 21 | 121,6",
        ],
    ],
    ids=["round plans", "totals before rounding", "too few", "rates before rounding"],
)
def test_numbers_that_may_be_rounded_stay_so(tmp_path: Path, rows: list[str]) -> None:
    """Without a unit, what was worked out before rounding is no finding."""
    head = "TT | Nội dung | Kế hoạch | Thực hiện | Tỷ lệ (%)"
    assert to_review(check_table(tmp_path, ["Biểu 6"], [head, *rows])) == []


def test_a_column_that_only_sometimes_is_a_difference_is_none(tmp_path: Path) -> None:
    """“Tăng, giảm” of something that the table does not print fits one row by chance, and says nothing."""
    head = "TT | Nội dung | Khu A | Khu B | Tăng, giảm"
    rows = ["1 | A | 16 | 18 | 2", "2 | B | 32 | 28 | 5", "3 | C | 24 | 27 | 1"]
    assert to_review(check_table(tmp_path, ["ĐVT: vụ"], [head, *rows])) == []
    rows = ["1 | A | 16 | 18 | 3", "2 | B | 32 | 28 | -3", "3 | C | 24 | 27 | 9"]  # 2, -4: near it only
    assert to_review(check_table(tmp_path, [], [head, *rows])) == []


def test_the_base_is_the_one_that_fits_as_printed(tmp_path: Path) -> None:
    """5 of 100 and, if rounded, of 105 may both be 5,0 %: what fits to the decimal is meant."""
    rows = ["1 | A | 100 | 105 | 5 | 5,0", "2 | B | 200 | 210 | 10 | 5,0", "3 | C | 250 | 255 | 5 | 2,0"]
    checked = check_table(tmp_path, [], ["TT | Nội dung | Cùng kỳ | Thực hiện | Tăng, giảm | Tỷ lệ (%)", *rows])
    assert [operands for _, operands, _ in said(checked, "percent")] == [["5", "100"], ["10", "200"], ["5", "250"]]


def test_a_total_may_be_less_than_a_wrong_part(tmp_path: Path) -> None:
    """In one column under “Tổng cộng” a total between its parts is no average, but a part is too much."""
    rows = ["1 | A | 812", "2 | B | 35", "3 | C | 9", " | Tổng cộng | 456"]  # 412 + 35 + 9 = 456
    checked = check_table(tmp_path, [], ["TT | Nội dung | Số liệu", *rows])
    assert said(checked, "sum") == [("456", ["812", "35", "9"], "differs")]


def test_small_numbers_that_add_up_say_little_of_another_column(tmp_path: Path) -> None:
    """12 + 13 + 14 is 39, but of 27 people 15, 14 and 18 may well have come."""
    rows = ["1 | A | 12 | 15", "2 | B | 13 | 14", "3 | C | 14 | 18", " | Tổng cộng | 39 | 27"]
    assert to_review(check_table(tmp_path, ["ĐVT: lượt"], ["TT | Nội dung | Số buổi | Số người", *rows])) == []
