"""Totals and their parts where texts list them: words, brackets, items, notes, columns. All texts are made up."""

from __future__ import annotations

import pytest

from phulien_analysis.stated.listings import pieces_of
from tests.made_up_texts import found


@pytest.mark.parametrize(
    "words", ["gồm", "bao gồm", "cụ thể", "cụ thể như sau:", "trong đó:", "chia ra:", "trong đó gồm"]
)
def test_opening_words(words: str) -> None:
    """Each way to open a list makes what follows the parts of the figure before."""
    # 30 + 6 = 36
    text = f"Cấp 36 giấy phép, {words} cấp mới 30 giấy phép, cấp lại 06 giấy phép."
    assert found(text) == ["sum 36 = 30 | 06: exact"]


def test_parts_before_their_names() -> None:
    """A list may print each number before what it counts."""
    # 2.600 + 2.400 = 5.000
    assert found("Dân số 5.000 người, trong đó: 2.600 nam; 2.400 nữ.") == ["sum 5.000 = 2.600 | 2.400: exact"]


def test_parts_joined_by_and() -> None:
    """The last part may follow `và`."""
    # 8.120 + 3.170 + 3.000 = 14.290
    text = "Thu 14.290 triệu đồng, gồm: thuế 8.120 triệu đồng, phí 3.170 triệu đồng và lệ phí 3.000 triệu đồng."
    assert found(text) == ["sum 14.290 = 8.120 | 3.170 | 3.000: exact"]


def test_parts_in_brackets_inside_a_list() -> None:
    """A part may be split again in brackets."""
    # 900 + 350 = 1.250; 700 + 200 = 900
    text = (
        "Chi 1.250 triệu đồng, gồm: chi thường xuyên 900 triệu đồng (lương 700 triệu đồng, hoạt động 200 triệu "
        "đồng); chi đầu tư 350 triệu đồng."
    )
    assert found(text) == ["sum 1.250 = 900 | 350: exact", "sum 900 = 700 | 200: exact"]


def test_parts_in_items_of_two_levels() -> None:
    """Items split the head, items below them split the item."""
    # 600 + 900 = 1.500; 400 + 200 = 600
    text = """Chi ngân sách 1.500 triệu đồng, gồm:
- Chi đầu tư: 600 triệu đồng, trong đó:
+ Giao thông: 400 triệu đồng.
+ Trường học: 200 triệu đồng.
- Chi thường xuyên: 900 triệu đồng."""
    assert found(text) == ["sum 1.500 = 600 | 900: exact", "sum 600 = 400 | 200: exact"]


def test_a_wrong_item_of_a_list() -> None:
    """Where one item is short, the head's total differs."""
    # 410 + 540 = 950, not 960
    text = "Thu ngân sách 960 triệu đồng, cụ thể:\n- Thu phí: 410 triệu đồng.\n- Thu thuế: 540 triệu đồng."
    assert found(text) == ["sum 960 = 410 | 540: differs"]


def test_parts_in_a_note() -> None:
    """A note splits the figure before its marker."""
    # 15 + 12 = 27
    text = "Đã kiểm tra 27 cơ sở1 trên địa bàn.\n1 Trong đó: 15 cơ sở ăn uống, 12 cơ sở lưu trú."
    assert found(text) == ["sum 27 = 15 | 12: exact"]


def test_pairs_are_two_columns() -> None:
    """Numerators and denominators add up each for themselves."""
    # 101 + 80 = 181; 105 + 84 = 189, not 190
    text = "Đã trả kết quả 181/190 hồ sơ, gồm: đất đai 101/105 hồ sơ; hộ tịch 80/84 hồ sơ."
    assert found(text) == ["sum 181 = 101 | 80: exact", "sum 190 = 105 | 84: differs"]


def test_windows_are_columns() -> None:
    """What is of the month and what is of seven months add up each for themselves."""
    # 50 + 70 = 120; 340 + 500 = 840
    text = (
        "Thu thuế: tháng 7 120 triệu đồng; 7 tháng 840 triệu đồng, trong đó: thuế môn bài tháng 7 50 triệu đồng, "
        "7 tháng 340 triệu đồng; thuế nhà đất tháng 7 70 triệu đồng, 7 tháng 500 triệu đồng."
    )
    assert found(text) == ["sum 120 = 50 | 70: exact", "sum 840 = 340 | 500: exact"]


def test_visits_persons_and_matters_are_columns() -> None:
    """Three units written together are three totals with three lists of parts."""
    # 5 + 9 = 14; 6 + 10 = 16; 4 + 8 = 12
    text = (
        "Đã tiếp 14 lượt/16 người/12 vụ việc, trong đó: lãnh đạo tiếp 5 lượt/6 người/4 vụ việc; "
        "thường xuyên 9 lượt/10 người/8 vụ việc."
    )
    assert found(text) == ["sum 14 = 5 | 9: exact", "sum 16 = 6 | 10: exact", "sum 12 = 4 | 8: exact"]


def test_a_total_after_its_parts() -> None:
    """`tổng cộng` adds up what stands before it, and differs where one digit is wrong."""
    # 30 + 15 + 5 = 50, not 60
    text = "Cấp mới 30 hồ sơ, cấp đổi 15 hồ sơ, cấp lại 05 hồ sơ, tổng cộng {} hồ sơ."
    assert found(text.format(50)) == ["sum 50 = 30 | 15 | 05: exact"]
    assert found(text.format(60)) == ["sum 60 = 30 | 15 | 05: differs"]


def test_two_halves_of_a_year() -> None:
    """The year's figure is that of its first and last six months."""
    # 96 + 118 = 214, not 241
    text = "6 tháng đầu năm cấp 96 giấy phép, 6 tháng cuối năm cấp 118 giấy phép, cả năm cấp {} giấy phép."
    assert found(text.format(214)) == ["sum 214 = 96 | 118: exact"]


def test_a_total_that_is_raised() -> None:
    """`nâng tổng số lên` adds what was added to what there was."""
    # 212 + 18 = 230, not 231
    text = "Toàn huyện có 212 lớp, mở thêm 18 lớp, nâng tổng số lên {} lớp."
    assert found(text.format(230)) == ["sum 230 = 212 | 18: exact"]
    assert found(text.format(231)) == ["sum 231 = 212 | 18: differs"]


def test_parts_of_a_hundred() -> None:
    """Shares of one structure make 100 %; one wrong digit and the last is not what the others leave."""
    # 100 − 21,4 − 42,8 = 35,8, not 34,8
    text = "Cơ cấu kinh tế: nông nghiệp 21,4%; công nghiệp 42,8%; dịch vụ {}%."
    assert found(text.format("34,8")) == ["sum 34,8 = 21,4 | 42,8: differs"]


def test_percentages_of_different_things_make_no_hundred() -> None:
    """Percentages that do not make up a whole are not held against 100 %."""
    # 95,2 + 88 = 183,2
    assert found("Tỷ lệ tiêm chủng 95,2%, tỷ lệ bao phủ nước sạch 88%.") == []


def test_amounts_in_two_units() -> None:
    """Parts in million add up to a total in billion within its rounding, whichever unit each has."""
    # 620 + 890 = 1.510 triệu, and 1,5 tỷ may be 1.450 to 1.550 triệu
    assert found("Thu 1,5 tỷ đồng, gồm: phí 620 triệu đồng; thuế 890 triệu đồng.") == ["sum 1,5 = 620 | 890: rounding"]


def test_amounts_of_two_scales_in_one_number() -> None:
    """`12 tỷ 345 triệu` is one number."""
    # 10.300 + 2.045 = 12.345
    text = "Thu 12 tỷ 345 triệu đồng, gồm: thuế 10 tỷ 300 triệu đồng; phí 2 tỷ 045 triệu đồng."
    assert found(text) == ["sum 12 tỷ 345 = 10 tỷ 300 | 2 tỷ 045: exact"]


def test_numbers_in_words() -> None:
    """Numbers in words count as numbers."""
    # 7 + 5 = 12
    text = "Có mười hai vụ, gồm bảy vụ trộm cắp và năm vụ đánh bạc."
    assert found(text) == ["sum mười hai = bảy | năm: exact"]


def test_of_which_need_not_be_all() -> None:
    """`trong đó` that names few of the whole is held to be at most the whole, no more."""
    # 26 of 36 and far from it
    text = "Cấp 36 giấy phép, trong đó cấp mới 20 giấy phép, cấp lại 06 giấy phép."
    assert found(text) == ["subset 36 = 20 | 06: within"]


def test_of_which_one_digit_over_is_worth_checking() -> None:
    """`trong đó` that exceeds the whole by one digit is told, and claimed by nobody to be wrong."""
    # 30 + 7 = 37, one digit from 36; 30 + 5 = 35 may be part of it
    over, short = (f"Cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi {n} hồ sơ." for n in (7, 5))
    assert found(over) == ["sum 36 = 30 | 7: doubtful"]
    assert found(short) == ["subset 36 = 30 | 5: within"]


def test_of_which_one_digit_short_of_a_longer_number_is_worth_checking() -> None:
    """With three digits one digit short is seldom chance."""
    # 80 + 30 = 110, one digit from 120
    text = "Cấp 120 hồ sơ, trong đó: cấp mới 80 hồ sơ; thay đổi 30 hồ sơ."
    assert found(text) == ["sum 120 = 80 | 30: doubtful"]


def test_groups_of_people_overlap() -> None:
    """Women and members of the Party may be the same people: no sum is asked of them."""
    # 41 + 88 + 12 = 141 of 96
    text = "Hội nghị có 96 đại biểu, trong đó nữ 41, đảng viên 88, trẻ em 12."
    assert found(text) == ["subset 96 = 41 | 88 | 12: within"]


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành 18 quyết định, 402 công văn, 12 báo cáo.",
        "Tổ chức 12 hội nghị, 15 lớp tập huấn, có 350 người tham dự, 3 tổ được khen.",
        "Đăng ký khai sinh 18 trường hợp, khai tử 7 trường hợp, kết hôn 9 trường hợp.",
        "Tiếp 14 lượt (giảm 3 lượt so với cùng kỳ), tổng số 19 người.",
    ],
)
def test_figures_side_by_side_are_no_list(text: str) -> None:
    """What is only told one after the other has no total, and nothing is said."""
    assert found(text) == []


def test_the_next_subject_ends_a_list() -> None:
    """What goes on after a semicolon with `còn` is no part of the list before it."""
    # 85 + 5 = 90; the 10 are not of the 90
    text = "Giải quyết 90 hồ sơ, trong đó đúng hạn 85 hồ sơ, quá hạn 05 hồ sơ; còn 10 hồ sơ đang giải quyết."
    assert found(text) == ["sum 90 = 85 | 05: exact"]


def test_a_share_beside_a_list_is_no_part() -> None:
    """Percentages between the parts are theirs, not parts."""
    # 108 + 12 = 120; 108/120 = 90 %; 12/120 = 10 %
    text = "Tiếp nhận 120 hồ sơ, gồm: trực tuyến 108 hồ sơ, chiếm 90%; trực tiếp 12 hồ sơ, chiếm 10%."
    told = found(text)
    assert "sum 120 = 108 | 12: exact" in told
    assert {"share 90 = 108 | 120: exact", "share 10 = 12 | 120: exact"} <= set(told)


def test_a_number_that_names_a_part_does_not_hide_a_misfit() -> None:
    """Where each part counts what a number names, that number is no amount that may be missing."""
    # 31 + 20 + 7 = 58, not 59
    text = "Toàn xã có 59 tổ, gồm 31 tổ loại 1, 20 tổ loại 2 và 7 tổ loại 3."
    assert found(text) == ["sum 59 = 31 | 20 | 7: differs"]


def test_a_number_that_may_be_a_part_keeps_a_list_silent() -> None:
    """A number after a word that names things may be an amount after all, where its part has no other figure."""
    assert found("Tổng số 70 hộ, gồm 31 hộ, đội 12, 17 hộ khác.") == []


def test_one_contribution_makes_no_growth() -> None:
    """Points make up a growth where there are two at least: 0,4 + 0,7 = 1,1."""
    assert found("Trong mức tăng trưởng 1,1%, nông nghiệp đóng góp 1,1 điểm phần trăm.") == []
    two = "Trong mức tăng trưởng 1,1%, nông nghiệp đóng góp 0,4 điểm phần trăm; dịch vụ đóng góp 0,7 điểm phần trăm."
    assert found(two) == ["sum 1,1 = 0,4 | 0,7: exact"]


def test_no_figures_are_no_pieces_of_a_list() -> None:
    """A note that holds no figure outside brackets lists nothing."""
    assert list(pieces_of([])) == []
