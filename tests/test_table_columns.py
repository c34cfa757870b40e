"""Columns of tables that follow from others: printed formulas, habits, gaps, and totals of totals. All made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from phulien_analysis.stated.tables.formulas import Stated, stated_formulas
from phulien_analysis.stated.tables.grid import Column
from phulien_analysis.stated.tables.numerals import read_numeral
from tests.made_up_tables import check_table, said


@pytest.mark.parametrize(
    ("formula", "stated"),
    [
        ("3=2/1", [Stated("ratio", (1, 0))]),
        ("3=2/1-100%", [Stated("growth", (1, 0))]),
        ("3=(2-1)/1", [Stated("growth", (1, 0))]),
        ("3=(2-1)/2", []),
        ("3=1+...+2", [Stated("sum", (0, 1), (1, 1))]),
        ("3=1-2", [Stated("sum", (0, 1), (1, -1))]),
        ("3=2/7", []),
        ("3=abc", []),
    ],
)
def test_a_formula_over_a_column_is_read_by_its_numbers(formula: str, stated: list[Stated]) -> None:
    """Columns are named by their numbers; a formula that names others, or is none, says nothing."""
    columns = [Column(1, 1, ("A",), "1"), Column(2, 2, ("B",), "2"), Column(3, 3, ("C",), "3", formula[2:])]
    assert stated_formulas(columns, 2) == stated


def test_a_cell_left_empty_leaves_its_row_out(tmp_path: Path) -> None:
    """520 − 340 = 180 and 420 − 360 = 60; of a row without its second number nothing is said."""
    rows = ["STT | Nội dung | Thu | Chi | Còn lại", "1 | A | 520 | 340 | 180", "2 | B | 420 | 360 | 60"]
    checked = check_table(tmp_path, [], [*rows, "3 | C | 410 |  | 330"])
    assert said(checked, "remaining") == [("180", ["520", "340"], "agrees"), ("60", ["420", "360"], "agrees")]
    assert len(checked.findings) == 2


def test_a_column_of_averages_follows_from_none(tmp_path: Path) -> None:
    """230 lies between 120 and 340, and is the total or the rate of none."""
    rows = ["1 | A | 120 | 340 | 230", "2 | B | 120 | 360 | 240", "3 | C | 310 | 350 | 330"]
    checked = check_table(tmp_path, [], ["STT | Nội dung | Năm 2024 | Năm 2025 | Bình quân", *rows])
    assert checked.findings == ()


def test_the_total_of_totals_may_come_first(tmp_path: Path) -> None:
    """520 + 490 = 1.010, which stands above both."""
    rows = [" | Tổng cộng | 1.010", " | Tổng A | 520", " | Tổng B | 490"]
    checked = check_table(tmp_path, [], ["STT | Nội dung | Thu", *rows])
    assert said(checked, "sum") == [("1.010", ["520", "490"], "agrees")]


def test_a_column_that_cuts_its_decimals_off_is_not_told_of_each(tmp_path: Path) -> None:
    """200/300 is 66,67 and 100/600 is 16,67: both are cut, as is the habit of the column; the others hold."""
    head = ["STT | Nội dung | Năm 2024 | Năm 2025 | Tỷ lệ (%)", "A | B | 1 | 2 | 3=2/1"]
    rows = [
        "1 | A | 300,00 | 200,00 | 66,6",
        "2 | B | 600,00 | 100,00 | 16,6",
        "3 | C | 310,00 | 310,00 | 100,0",
        "4 | D | 400,00 | 310,00 | 77,5",
    ]
    checked = check_table(tmp_path, [], [*head, *rows])
    assert said(checked, "percent") == [
        ("100,0", ["310,00", "310,00"], "agrees"),
        ("77,5", ["310,00", "400,00"], "agrees"),
    ]


def test_parts_of_a_total_that_agrees_are_held_against_it(tmp_path: Path) -> None:
    """Of 650 whose rows add up to 647, 220 and 221 are parts: together 441, no more than all."""
    rows = ["1 | A | 120", "2 | B | 320", "3 | C | 110", "4 | C | 117"]
    checked = check_table(
        tmp_path, [], ["STT | Nội dung | Thu", *rows, " | Tổng cộng | 650", " | Trong đó: D | 220", " | E | 221"]
    )
    assert said(checked, "subset") == [("650", ["220", "221"], "agrees")]


def test_a_column_whose_parts_are_more_than_its_total_is_left_alone_where_another_is_odd_too(tmp_path: Path) -> None:
    """9.999 of 520 and 9.560 of 340 are no slips of a digit: something else stands there; 12 of 22 is told."""
    rows = [" | Tổng số lao động | 520 | 340 | 22", " | Trong đó: Nữ | 9.999 | 9.560 | 12", "2 | B | 410 | 50 | 33"]
    checked = check_table(tmp_path, [], ["STT | Nội dung | Thu | Chi | Nợ", *rows])
    assert [(one.stated.printed, one.verdict) for one in checked.findings if one.stated] == [("22", "agrees")]


def test_a_cell_with_words_is_no_numeral() -> None:
    """To read one as a number is a mistake of the caller."""
    with pytest.raises(ValueError, match="'ba hộ' is no numeral"):
        read_numeral("ba hộ", english=False)
