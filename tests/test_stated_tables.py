"""Calculations in tables: totals of rows, columns that follow from others, units, and tables that state nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from phulien_analysis.documents.opening import read_text
from phulien_analysis.stated.checking import check_document
from tests.made_up_tables import check_table, said, sentence, to_review

FEES = ["STT | Nội dung | Kế hoạch năm | Lũy kế | Đạt (%)"]


def test_a_total_that_does_not_hold_is_told_by_row_and_column(tmp_path: Path) -> None:
    """A total row is held against the rows above it; the finding names the table, the row and the column."""
    rows = ["1 | Phí chợ | 1.200 | 900 | 75,0", "2 | Phí đò | 500 | 450 | 90,0", "3 | Phí bến bãi | 400 | 340 | 85,0"]
    total = " | Tổng cộng | 2.100 | 1.790 | 80,5"  # 900 + 450 + 340 = 1.690, and 1.690 / 2.100 = 80,5 %
    checked = check_table(tmp_path, ["Biểu số 2: Thu phí", "ĐVT: nghìn đồng"], [*FEES, *rows, total])
    total_found, rate = to_review(checked)
    assert sentence(total_found) == (
        "Biểu số 2, dòng “Tổng cộng”, cột “Lũy kế”: số liệu ghi 1.790 nghìn đồng; cộng các khoản thành phần đã ghi (3) "
        "được 1.690 nghìn đồng, chênh lệch 100 nghìn đồng. Đề nghị rà soát tổng số và từng khoản thành phần."
    )
    assert rate.say("en").startswith("Biểu số 2, row “Tổng cộng”, column “Đạt (%)”: the number is printed as 80.5%")
    assert checked.causes[0].candidates[0].figure.printed == "1.790"
    assert checked.causes[0].candidates[0].repairs == ("1.690",)


def test_numbered_rows_make_up_those_above_them(tmp_path: Path) -> None:
    """I is 1 + 2, II is its dashes, the total is I + II; a wrong digit in 1 breaks I in its column only."""
    rows = [
        "STT | Chỉ tiêu | Dự toán | Thực hiện",
        " | Tổng thu | 9.000 | 7.100",
        "I | Thu tại xã | 6.000 | 5.000",
        "1 | Thuế | 4.000 | 3.600",  # 3.600 + 1.500 = 5.100, not 5.000
        "2 | Phí | 2.000 | 1.500",
        "II | Thu bổ sung | 3.000 | 2.100",
        "- | Cân đối | 2.500 | 1.800",
        "- | Mục tiêu | 500 | 300",
    ]
    checked = check_table(tmp_path, ["ĐVT: triệu đồng"], rows)
    assert said(checked, "sum") == [
        ("9.000", ["6.000", "3.000"], "agrees"),
        ("7.100", ["5.000", "2.100"], "agrees"),
        ("6.000", ["4.000", "2.000"], "agrees"),
        ("5.000", ["3.600", "1.500"], "differs"),
        ("3.000", ["2.500", "500"], "agrees"),
        ("2.100", ["1.800", "300"], "agrees"),
    ]


def test_a_part_of_which_is_at_most_its_row(tmp_path: Path) -> None:
    """Rows after “trong đó” need not be all, but none is more than the row above them."""
    rows = [
        "STT | Chỉ tiêu | Năm 2024 | Năm 2025",
        "1 | Tổng số lao động | 520 | 531",
        " | Trong đó: Nữ | 260 | 570",  # 570 of 531
        "2 | Lao động qua đào tạo | 310 | 330",
        " | Trong đó: Nữ | 120 | 125",
    ]
    (found,) = to_review(check_table(tmp_path, ["Biểu 7"], rows))
    assert found.kind == "subset"
    assert [found.stated and found.stated.printed, found.operands[0].printed] == ["531", "570"]


def test_a_row_of_which_stands_between_parts(tmp_path: Path) -> None:
    """1 is 1.1 + 1.2, although “trong đó” stands below 1.1."""
    rows = [
        "STT | Loại đất | Diện tích (ha)",
        "1 | Đất nông nghiệp | 800,2",
        "1.1 | Đất lúa | 500,1",
        " | Trong đó: Đất chuyên lúa | 450,0",
        "1.2 | Đất cây lâu năm | 300,1",
        "2 | Đất ở | 130,0",
    ]
    checked = check_table(tmp_path, ["Phụ lục 1"], rows)
    assert said(checked, "sum") == [("800,2", ["500,1", "300,1"], "agrees")]
    assert said(checked, "subset") == [("500,1", ["450,0"], "agrees")]


def test_subtotals_make_up_the_last_total(tmp_path: Path) -> None:
    """“Cộng I” is of the rows below I, “Tổng cộng (I+II)” of both subtotals."""
    rows = [
        "STT | Dự án | Vốn giao | Giải ngân",
        "I | Vốn tỉnh | | ",
        "1 | Đường | 1.000 | 600",
        "2 | Kênh | 2.000 | 1.500",
        " | Cộng I | 3.000 | 2.100",
        "II | Vốn xã | | ",
        "1 | Chợ | 500 | 100",
        "2 | Cầu | 700 | 350",
        " | Cộng II | 1.200 | 450",
        " | Tổng cộng (I+II) | 4.200 | 2.650",  # 2.100 + 450 = 2.550
    ]
    checked = check_table(tmp_path, ["ĐVT: triệu đồng"], rows)
    assert ("2.100", ["600", "1.500"], "agrees") in said(checked, "sum")
    assert [f.stated and f.stated.printed for f in to_review(checked)] == ["2.650"]


def test_a_printed_formula_is_the_calculation(tmp_path: Path) -> None:
    """Over the columns stands what they are: 3=2-1 and 4=2/1; a column of differences is held against both."""
    rows = [
        "r2:STT | r2:Nội dung | r2:Dự toán | r2:Quyết toán | c2:So sánh",
        "Tuyệt đối | Tương đối (%)",
        "A | B | 1 | 2 | 3=2-1 | 4=2/1",
        "1 | Thu phí | 300 | 420 | 120 | 140,0",
        "2 | Thu thuế | 1.000 | 1.100 | 110 | 110,0",  # 1.100 − 1.000 = 100
        "3 | Thu khác | 400 | 450 | 50 | 121,5",  # 450 / 400 = 112,5 %
    ]
    checked = check_table(tmp_path, ["Đơn vị: triệu đồng"], rows)
    assert [(f.kind, f.stated and f.stated.printed) for f in to_review(checked)] == [
        ("difference", "110"),
        ("percent", "121,5"),
    ]


def test_a_chain_of_formulas_is_taken_link_by_link(tmp_path: Path) -> None:
    """Over a column “1=2+3=4+5” says twice what it is."""
    rows = [
        "TT | Đơn vị | Tổng số đơn | Kỳ trước | Trong kỳ | Khiếu nại | Tố cáo",
        "A | B | 1=2+3=4+5 | 2 | 3 | 4 | 5",
        "1 | Xã A | 30 | 10 | 20 | 25 | 5",
        "2 | Xã B | 41 | 16 | 25 | 30 | 12",  # 16 + 25 = 41, but 30 + 12 = 42
        "3 | Xã C | 22 | 2 | 20 | 11 | 11",
    ]
    checked = check_table(tmp_path, ["ĐVT: đơn"], rows)
    assert ("41", ["16", "25"], "agrees") in said(checked, "sum")
    assert [[o.printed for o in f.operands] for f in to_review(checked)] == [["30", "12"]]


def test_a_column_of_rates_is_what_most_rows_say(tmp_path: Path) -> None:
    """“Tỷ lệ (%)” is found to be the second over the first column; the one row that has it otherwise is the finding."""
    rows = [
        "Nội dung | Giao | Làm được | Cùng kỳ | Tỷ lệ (%)",
        "Việc A | 640 | 512 | 430 | 80,0",
        "Việc B | 325 | 260 | 240 | 80,0",
        "Việc C | 480 | 372 | 390 | 77,5",
        "Việc D | 250 | 215 | 180 | 68,0",  # 215 / 250 = 86,0 %
        "Việc E | 400 | 150 | 170 | 37,5",
    ]
    checked = check_table(tmp_path, ["ĐVT: triệu đồng"], rows)
    assert said(checked, "percent")[0] == ("80,0", ["512", "640"], "agrees")
    assert [f.stated and f.stated.printed for f in to_review(checked)] == ["68,0"]


@pytest.mark.parametrize(
    ("rates", "kind", "wrong"),
    [
        (["105,0", "97,5", "110,0", "102,0"], "percent", "102,0"),  # 208 / 200 = 104,0 %
        (["5,0", "-2,5", "10,0", "2,0"], "growth", "2,0"),  # 208 / 200 − 1 = 4,0 %
        (["5,0", "2,5", "10,0", "2,0"], "growth", "2,0"),  # the size only: 390 against 400 is 2,5 % less
    ],
)
def test_a_comparison_is_an_index_or_a_growth(tmp_path: Path, rates: list[str], kind: str, wrong: str) -> None:
    """“So với cùng kỳ (%)” may hold 105,0 or 5,0, with or without a sign: the rows say which."""
    levels = [("A", "2.000", "2.100"), ("B", "400", "390"), ("C", "500", "550"), ("D", "200", "208")]
    rows = [f"{name} | {a} | {b} | {rate}" for (name, a, b), rate in zip(levels, rates, strict=True)]
    head = "Chỉ tiêu | Năm trước | Năm nay | So với cùng kỳ (%)"
    checked = check_table(tmp_path, ["ĐVT: tấn"], [head, *rows])
    assert [(f.kind, f.stated and f.stated.printed) for f in to_review(checked)] == [(kind, wrong)]


def test_shares_are_of_the_total_row(tmp_path: Path) -> None:
    """“Cơ cấu (%)” is of the row “Tổng số” in the column of amounts."""
    rows = [
        "STT | Ngành | Giá trị | Cơ cấu (%)",
        " | Tổng số | 800,0 | 100,0",
        "1 | Nông nghiệp | 200,0 | 25,0",
        "2 | Công nghiệp | 340,0 | 45,2",  # 340 / 800 = 42,5 %
        "3 | Dịch vụ | 260,0 | 32,5",
    ]
    checked = check_table(tmp_path, ["ĐVT: tỷ đồng"], rows)
    (found,) = to_review(checked)
    assert (found.kind, found.stated and found.stated.printed) == ("share", "45,2")


def test_what_is_left_comes_in_less_what_goes_out(tmp_path: Path) -> None:
    """Poor households at the end of a year: those before, less those that left, and the new ones."""
    rows = [
        "TT | Thôn | Hộ nghèo đầu năm | Thoát nghèo | Phát sinh | Hộ nghèo cuối năm",
        "1 | A | 150 | 43 | 10 | 117",
        "2 | B | 92 | 31 | 4 | 65",
        "3 | C | 221 | 74 | 22 | 169",
        "4 | D | 118 | 15 | 3 | 109",  # 118 − 15 + 3 = 106
    ]
    (found,) = to_review(check_table(tmp_path, ["ĐVT: hộ"], rows))
    assert sentence(found) == (
        "Bảng 1, dòng “D”, cột “Hộ nghèo cuối năm”: số liệu ghi 109 hộ; cộng các khoản phát sinh, trừ các khoản đã "
        "giải quyết được 106 hộ, chênh lệch 3 hộ. Đề nghị rà soát từng số liệu của dòng."
    )


def test_a_heading_over_several_columns_has_its_total_among_them(tmp_path: Path) -> None:
    """Under “Nhân khẩu” stand “Tổng số”, “Nam”, “Nữ”: the first is the sum of the others in every row."""
    rows = [
        "r2:STT | r2:Thôn | r2:Số hộ | c3:Nhân khẩu",
        "Tổng số | Nam | Nữ",
        "1 | A | 120 | 480 | 235 | 245",
        "2 | B | 95 | 371 | 180 | 181",  # 180 + 181 = 361
        "3 | C | 140 | 566 | 280 | 286",
        "c2:Tổng cộng | 355 | 1.417 | 695 | 712",
    ]
    checked = check_table(tmp_path, ["Biểu 3"], rows)
    found = to_review(checked)
    assert [f.stated and f.stated.printed for f in found] == ["371", "1.417"]
    assert "cột “Nhân khẩu – Tổng số”" in found[0].say("vi")


def test_rows_in_other_units_are_not_added(tmp_path: Path) -> None:
    """With a column of units, areas add up to the area above them, yields and shares to nothing."""
    rows = [
        "STT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | TH/KH (%)",
        "1 | Diện tích | ha | 300 | 280 | 93,3",
        "1.1 | Lúa | ha | 200 | 190 | 95,0",
        "1.2 | Ngô | ha | 100 | 90 | 90,0",
        "2 | Sản lượng | tấn | 1.500 | 1.450 | 96,7",
        "2.1 | Năng suất lúa | tạ/ha | 52 | 53 | 101,9",
        "2.2 | Tỷ lệ cơ giới | % | 80 | 84 | 105,0",
    ]
    checked = check_table(tmp_path, ["Biểu 4"], rows)
    assert to_review(checked) == []
    assert said(checked, "sum") == [("300", ["200", "100"], "agrees"), ("280", ["190", "90"], "agrees")]
    assert len(said(checked, "percent")) == 6


@pytest.mark.parametrize(("unit", "verdicts"), [("triệu đồng", ["agrees"]), ("hồ sơ", ["differs"]), ("", ["agrees"])])
def test_a_gap_of_rounding_is_none_where_numbers_may_be_rounded(tmp_path: Path, unit: str, verdicts: list[str]) -> None:
    """103 + 57 + 41 is 201, not 202: of millions that is rounding, of dossiers not, and else unsure."""
    rows = ["STT | Nội dung | Số liệu", "1 | A | 103", "2 | B | 57", "3 | C | 41", " | Tổng cộng | 202"]
    checked = check_table(tmp_path, [f"ĐVT: {unit}"], rows)
    assert [verdict for _, _, verdict in said(checked, "sum")] == verdicts


def test_totals_that_come_out_to_the_last_digit_are_of_counts(tmp_path: Path) -> None:
    """Where no unit is printed, many exact totals say that things are counted; then a gap of one is a gap."""
    rows = ["STT | Thôn | Quý I | Quý II | Quý III | Quý IV | Cả năm"]
    rows += ["1 | A | 31 | 42 | 53 | 64 | 190", "2 | B | 12 | 23 | 34 | 45 | 114", "3 | C | 51 | 62 | 73 | 84 | 270"]
    rows += ["4 | D | 11 | 22 | 33 | 44 | 110", "5 | E | 15 | 25 | 35 | 45 | 120"]
    total = " | Tổng cộng | 120 | 174 | 228 | 283 | 804"  # 64 + 45 + 84 + 44 + 45 = 282
    checked = check_table(tmp_path, ["Số lượt"], [*rows, total])
    assert [f.stated and f.stated.printed for f in to_review(checked)] == ["283", "804"]
    assert checked.causes[0].candidates[0].repairs[0] == "282"


def test_commas_group_where_numbers_without_one_stand_beside(tmp_path: Path) -> None:
    """“1,234” beside “567” is one thousand two hundred and thirty-four: nobody prints decimals of some numbers only."""
    rows = ["STT | Nội dung | Số hộ", "1 | A | 1,234", "2 | B | 567", "3 | C | 2,001", "4 | D | 98", " | Cộng | 3,900"]
    checked = check_table(tmp_path, [], rows)  # 1.234 + 567 + 2.001 + 98 = 3.900
    assert said(checked, "sum") == [("3,900", ["1,234", "567", "2,001", "98"], "agrees")]
    assert checked.printed[0].mention.number is not None
    assert checked.printed[0].mention.number.value == 1234


def test_empty_cells_dashes_and_crosses_are_nothing(tmp_path: Path) -> None:
    """A part that is not there is no part; the total is of the others."""
    rows = ["STT | Nội dung | Tháng 6 | Tháng 7", "1 | A | 12 | -", "2 | B |  | 31", "3 | C | 25 | 40", "4 | D | x | 5"]
    checked = check_table(tmp_path, ["ĐVT: vụ"], [*rows, " | Tổng số | 37 | 76"])
    assert said(checked, "sum") == [("37", ["12", "25"], "agrees"), ("76", ["31", "40", "5"], "agrees")]


@pytest.mark.parametrize(
    "rows",
    [
        [  # an average is no total
            "TT | Đơn vị | Tiêm chủng (%) | Bảo hiểm (%)",
            "1 | A | 95,1 | 90,2",
            "2 | B | 94,0 | 91,1",
            "3 | C | 96,2 | 93,4",
            " | Bình quân | 95,1 | 91,6",
        ],
        [  # nor is the size of a class, whatever its column is called
            "STT | Trường | Số lớp | Số học sinh | Sĩ số",
            "1 | A | 17 | 533 | 31,4",
            "2 | B | 6 | 237 | 39,5",
            "3 | C | 8 | 387 | 48,4",
            " | Tổng số | 31 | 1.157 | 37,3",
        ],
        [  # groups that overlap
            "STT | Đơn vị | Tổng số | Nữ | Dân tộc | Đảng viên",
            "1 | A | 8 | 5 | 3 | 3",
            "2 | B | 8 | 7 | 2 | 7",
            "3 | C | 5 | 3 | 2 | 1",
            "4 | D | 9 | 2 | 3 | 2",
            "5 | E | 5 | 2 | 0 | 2",
        ],
        [  # small numbers that add up in some rows, by chance
            "STT | Nội dung | Tổng số | Nữ | Dân tộc | Đảng viên",
            "1 | A | 8 | 5 | 3 | 3",
            "2 | B | 8 | 7 | 2 | 7",
            "3 | C | 5 | 3 | 2 | 1",
            "4 | D | 5 | 5 | 0 | 2",
            "5 | E | 9 | 2 | 3 | 2",
            "6 | G | 4 | 1 | 2 | 4",
            "7 | H | 9 | 3 | 7 | 3",
            "8 | I | 5 | 2 | 0 | 2",
        ],
        [  # numbered rows that are no parts
            "STT | Chỉ tiêu | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025",
            "1 | Hộ có đất | 9 | 21 | 7 | 10",
            "1.1 | Hộ có vườn | 6 | 12 | 3 | 6",
            "1.2 | Hộ có ao | 1 | 16 | 5 | 4",
            "2 | Hộ có nhà | 25 | 50 | 57 | 29",
        ],
        [  # people
            "STT | Họ và tên | Năm sinh | Số tiền (đồng) | Số điện thoại",
            "1 | Trần A | 1950 | 500.000 | 0912345678",
            "2 | Lê B | 1948 | 300.000 | 0987654321",
            "3 | Võ C | 1961 | 400.000 | 0901234567",
        ],
        [  # a total of which what follows are not the parts
            "Nội dung | Số hộ | Số khẩu",
            "Tổng số hộ nghèo | 120 | 430",
            "Hộ có trẻ em | 80 | 310",
            "Hộ có người già | 70 | 240",
            "Hộ có người khuyết tật | 30 | 95",
        ],
        [  # two rows are too few to say what a column is
            "Nội dung | Giao | Đạt | Tỷ lệ (%)",
            "A | 200 | 150 | 75,0",
            "B | 300 | 120 | 45,0",
        ],
    ],
    ids=["averages", "sizes", "overlapping", "by chance", "no parts of it", "people", "no parts", "two rows"],
)
def test_nothing_is_said_where_nothing_is_sure(tmp_path: Path, rows: list[str]) -> None:
    """Better silent than wrong: averages, overlapping groups, lists and tiny tables give no finding to review."""
    assert to_review(check_table(tmp_path, ["Bảng 9"], rows)) == []


def test_names_and_numbers_of_rows_are_no_figures(tmp_path: Path) -> None:
    """Numbers of rows and columns, years in headings and numbers in names are not read as figures."""
    rows = [
        "STT | Nội dung | Năm 2024 | Năm 2025",
        "A | B | 1 | 2",
        "1 | Tổ dân phố số 3 | 15 | 18",
        "2 | Khu 5 | 20 | 21",
    ]
    checked = check_table(tmp_path, ["Bảng 1"], rows)
    assert [p.figure.printed for p in checked.printed] == ["15", "18", "20", "21"]
    assert len({p.figure.source for p in checked.printed}) == 4
    assert checked.printed[1].figure.indicator.label.vi == "Tổ dân phố số 3, Năm 2025"


def test_a_pasted_table_keeps_its_empty_cells() -> None:
    """In text with tabs an empty cell leaves the others in their columns."""
    lines = [
        "Biểu số 3",
        "ĐVT: nghìn đồng",
        "STT\tNội dung\tKế hoạch\tThực hiện\tTỷ lệ (%)",
        "1\tPhí chợ\t1.200\t900\t75,0",
        "2\tPhí đò\t\t150\t",
        "3\tPhí bến\t400\t340\t85,0",
        "\tTổng cộng\t1.600\t1.390\t86,9",  # 1.200 + 400; 900 + 150 + 340; 1.390 / 1.600 = 86,9 %
    ]
    checked = check_document(read_text("\n".join(lines)))
    assert said(checked, "sum") == [
        ("1.600", ["1.200", "400"], "agrees"),
        ("1.390", ["900", "150", "340"], "agrees"),
    ]
    assert [verdict for _, _, verdict in said(checked, "percent")] == ["agrees"] * 3


@pytest.mark.parametrize(
    ("said_above", "unit"),
    [
        ("ĐVT: Triệu đồng", "triệu đồng"),
        ("(Đơn vị tính: 1.000 đồng)", "nghìn đồng"),
        ("Đơn vị: tr.đồng", "triệu đồng"),
        ("Tình hình thu (tỷ đồng)", "tỷ đồng"),
    ],
)
def test_the_unit_stands_above_the_table(tmp_path: Path, said_above: str, unit: str) -> None:
    """“ĐVT: …” above a table is the unit of its amounts; percentages keep theirs."""
    rows = [*FEES, "1 | Phí | 400 | 300 | 75,0", "2 | Thuế | 500 | 450 | 90,0"]
    checked = check_table(tmp_path, [said_above], rows)
    assert [p.figure.unit.label_vi for p in checked.printed[-3:]] == [unit, unit, "%"]
