"""Changes between two levels, what is left, balances and products. All texts are made up."""

from __future__ import annotations

import pytest

from phulien_analysis.documents.opening import read_text
from phulien_analysis.stated.checking import read_passages
from phulien_analysis.stated.remainders import remainders
from tests.made_up_texts import found


def test_a_change_and_the_level_before_it() -> None:
    """`tăng d so với cùng kỳ (b)` is the level less b."""
    # 4.500 − 4.200 = 300, not 200
    text = "Tổng đàn lợn 4.500 con, tăng {} con so với cùng kỳ (4.200 con)."
    assert found(text.format(300)) == ["difference 300 = 4.500 | 4.200: exact"]
    assert found(text.format(200)) == ["difference 200 = 4.500 | 4.200: differs"]


def test_a_fall_is_the_level_before_less_the_level() -> None:
    """`giảm d` is told the other way round."""
    # 15 − 11 = 4; 11/15 − 1 = −26,67 %
    text = "Tai nạn giao thông 11 vụ; so với tháng trước (15 vụ) giảm 04 vụ, tương đương 26,7%."
    assert found(text) == ["difference 04 = 15 | 11: exact", "growth 26,7 = 11 | 15: rounding"]


def test_from_one_level_to_another() -> None:
    """`từ a lên b, tăng d`: d is b less a."""
    # 6.978 − 5.333 = 1.645, not 1.655
    text = "Số hộ tăng từ 5.333 hộ lên 6.978 hộ, tăng {} hộ."
    assert found(text.format("1.645")) == ["difference 1.645 = 6.978 | 5.333: exact"]
    assert found(text.format("1.655")) == ["difference 1.655 = 6.978 | 5.333: differs"]


def test_rounded_levels_leave_their_difference_room() -> None:
    """Levels in million that were rounded may differ by one million more or less."""
    # 58 ± 0,5 − 52 ± 0,5: 5 … 7
    text = "Thu nhập từ 52 triệu đồng lên 58 triệu đồng, tăng {} triệu đồng."
    assert found(text.format(5)) == ["difference 5 = 58 | 52: rounding"]
    assert found(text.format(6)) == ["difference 6 = 58 | 52: exact"]
    assert found(text.format(9)) == ["difference 9 = 58 | 52: differs"]


def test_percentage_points() -> None:
    """A rate that falls falls by points, also where they are printed as percent."""
    # 2,80 − 2,35 = 0,45, not 0,55; 95,2 − 94 = 1,2
    text = "Tỷ lệ hộ nghèo còn 2,35%, giảm {} điểm phần trăm so với cùng kỳ (2,8%)."
    assert found(text.format("0,45")) == ["difference 0,45 = 2,8 | 2,35: exact"]
    assert found(text.format("0,55")) == ["difference 0,55 = 2,8 | 2,35: differs"]
    same = "Tỷ lệ bao phủ đạt 95,2%, tăng 1,2% so với cùng kỳ (94%)."
    assert found(same) == ["difference 1,2 = 95,2 | 94: exact"]


def test_a_change_against_plan_and_against_last_year() -> None:
    """Two bases in one sentence are kept apart."""
    # 12/15 = 80 %; 12 − 10 = 2
    text = "Kết nạp 12 đảng viên, bằng 80% kế hoạch (15 đảng viên), tăng 2 đảng viên so với cùng kỳ (10 đảng viên)."
    assert found(text) == ["percent 80 = 12 | 15: exact", "difference 2 = 12 | 10: exact"]


def test_a_change_without_a_level_before() -> None:
    """A change alone says nothing that could be redone."""
    assert found("Xảy ra 15 vụ, giảm 4 vụ so với cùng kỳ.") == []


@pytest.mark.parametrize(
    ("left", "outcome"),
    [("30", "remaining 30 = 320 | 290: exact"), ("20", "remaining 20 = 320 | 290: differs")],
)
def test_total_done_and_left(left: str, outcome: str) -> None:
    """`còn lại` is what was received less what was done."""
    # 320 − 290 = 30, not 20
    assert found(f"Tiếp nhận 320 hồ sơ, đã giải quyết 290 hồ sơ, còn lại {left} hồ sơ.") == [outcome]


def test_left_of_a_plan() -> None:
    """What is not yet disbursed is the plan less what is."""
    # 900 − 650 = 250
    text = "Kế hoạch 900 triệu đồng, đã giải ngân 650 triệu đồng, còn lại 250 triệu đồng chưa giải ngân."
    assert found(text) == ["remaining 250 = 900 | 650: exact"]


def test_what_remains_may_open_the_next_sentence() -> None:
    """`Còn lại: …` goes on from the sentence before, unless it says that it counts something else."""
    # 320 − 290 = 30, and 290/320 = 90.625 %
    text = "Tổng số 320 hồ sơ, đã giải quyết 290 hồ sơ (90,6%). Còn lại: {} hồ sơ{}."
    assert found(text.format("80", ", đang trong hạn"))[1:] == ["remaining 80 = 320 | 290: differs"]
    assert found(text.format("30", ""))[1:] == ["remaining 30 = 320 | 290: exact"]
    assert found(text.format("5", " quá hạn")) == ["percent 90,6 = 290 | 320: rounding"]


def test_what_is_counted_does_not_remain_of_what_is_measured() -> None:
    """Numbers with decimals near by are no cases, though they would make the remainder up."""
    # 63 − 26,6 − 11,4 = 25
    text = "Giải phóng 72,8 ha: đất lúa 26,6, đất khác 11,4.\nĐã khắc phục 63 trường hợp. Số còn lại 25 trường hợp."
    assert not [line for line in found(text) if line.startswith("remaining")]


def test_of_many_ways_to_what_remains_those_that_hold_are_made() -> None:
    """Eight figures before a remainder can be taken from one another in 224 ways, of which nearly none holds."""
    # No 5 less one or two others is 5; of 96 to 99, 3 and 4, 99 − 3 = 96 and few more are
    for text in ("Còn lại 5 hồ sơ; " * 100, "".join(f"Còn lại {3 + n % 97} hồ sơ; " for n in range(300))):
        (passage,) = read_passages(read_text(text)).values()
        assert sum(len(found) for found in remainders(passage)) < 100


def test_left_before_its_words() -> None:
    """`10 hồ sơ còn lại`: the number may stand first."""
    # 100 − 90 = 10
    text = "Tổng số 100 hồ sơ; đã giải quyết 90 hồ sơ; 10 hồ sơ còn lại đang trong hạn."
    assert found(text) == ["remaining 10 = 100 | 90: exact"]


def test_a_remainder_after_a_pair() -> None:
    """What is left of `a/b` is b less a, beside the percentage."""
    # 500 − 480 = 20, not 30; 480/500 = 96 %
    text = "Đã giải quyết 480/500 hồ sơ, đạt 96%; còn {} hồ sơ."
    assert found(text.format(20)) == ["percent 96 = 480 | 500: exact", "remaining 20 = 500 | 480: exact"]
    assert found(text.format(30)) == ["percent 96 = 480 | 500: exact", "remaining 30 = 500 | 480: differs"]


def test_a_balance_of_trade() -> None:
    """`xuất siêu` is exports less imports."""
    # 450 − 380 = 70
    text = "Xuất khẩu 450 triệu USD; nhập khẩu 380 triệu USD. Xuất siêu 70 triệu USD."
    assert found(text) == ["difference 70 = 450 | 380: exact"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Tặng 20 suất quà x 300.000 đồng = {} đồng.", "crosscheck {} = 20 | 300.000"),
        ("Tặng 20 suất quà, mỗi suất 300.000 đồng, tổng trị giá {} đồng.", "crosscheck {} = 20 | 300.000"),
    ],
)
def test_products(text: str, outcome: str) -> None:
    """So many gifts at so much each are worth the product."""
    # 20 · 300.000 = 6.000.000
    assert found(text.format("6.000.000")) == [f"{outcome.format('6.000.000')}: exact"]
    assert found(text.format("6.500.000")) == [f"{outcome.format('6.500.000')}: differs"]


def test_a_product_in_brackets_after_its_amount() -> None:
    """The factors may follow the amount in brackets."""
    # 20 · 300.000 = 6.000.000, not 6.500.000
    text = "Kinh phí {} đồng (20 suất x 300.000 đồng)."
    assert found(text.format("6.000.000")) == ["crosscheck 6.000.000 = 20 | 300.000: exact"]
    assert found(text.format("6.500.000")) == ["crosscheck 6.500.000 = 20 | 300.000: differs"]


def test_a_product_that_does_not_fit_is_no_product() -> None:
    """A number of things, a mean and an amount that are only told together claim nothing."""
    # 12 · 5 = 60, not 36
    text = "Phạt 12 trường hợp với 36 triệu đồng, mỗi trường hợp 5 triệu đồng."
    assert found(text) == []


def test_a_change_behind_the_bracket_with_what_it_is_held_against() -> None:
    """`cao hơn tháng 4 (b) d`: b is the level before, d the change, and the rate is on b."""
    # 42,5 − 40 = 2,5, not 3,5; 42,5/40 − 1 = 6,25 %; 8,4 − 8,1 = 0,3
    text = "Sản lượng điện tháng 5 là 42,5 triệu kWh, cao hơn tháng 4 (40,0 triệu kWh) {} triệu kWh, tức 6,3%."
    assert found(text.format("2,5")) == ["difference 2,5 = 42,5 | 40,0: exact", "growth 6,3 = 42,5 | 40,0: rounding"]
    points = "Tỷ lệ chuyên cần 8,1%, thấp hơn chỉ tiêu giao (8,4%) là {}%."
    assert found(points.format("0,3")) == ["difference 0,3 = 8,4 | 8,1: exact"]


def test_a_change_in_points_restated_in_units() -> None:
    """`giảm p%, tương ứng d hộ`: d fell as well."""
    # 12,5 − 10 = 2,5; 500 − 400 = 100
    text = "Hộ nghèo đầu năm 12,5% (500 hộ), cuối năm còn 10,0% (400 hộ), giảm 2,5%, tương ứng 100 hộ."
    told = found(text)
    assert told == ["difference 2,5 = 12,5 | 10,0: exact", "difference 100 = 500 | 400: exact"]


def test_more_than_last_year() -> None:
    """`hơn năm trước d`: a comparison without an adjective."""
    # 48 − 40 = 8, not 9
    text = "Giúp 48 hộ thoát nghèo, hơn năm trước {} hộ (năm trước 40 hộ)."
    assert found(text.format(8)) == ["difference 8 = 48 | 40: exact"]
    assert found(text.format(9)) == ["difference 9 = 48 | 40: differs"]


def test_an_income_a_head_and_its_change() -> None:
    """What a head has in a year is held against an amount that only says `triệu đồng`."""
    # 61 − 55 = 6, not 8
    text = "Thu nhập bình quân đạt 61 triệu đồng/người/năm, tăng {} triệu đồng so với năm 2021 (55 triệu đồng)."
    assert found(text.format(6)) == ["difference 6 = 61 | 55: exact"]
    assert found(text.format(9)) == ["difference 9 = 61 | 55: differs"]


def test_a_pair_comes_before_other_levels() -> None:
    """Of several levels whose difference fits, those of one pair are meant."""
    # 9 − 8 = 1, and 10 − 9 = 1 as well
    text = "Chết 09/08 người, bị thương 10/13 người; so cùng kỳ tăng 01 người chết, giảm 03 người bị thương."
    assert found(text) == ["difference 01 = 09 | 08: exact", "difference 03 = 13 | 10: exact"]


def test_a_level_in_a_list_of_brackets_is_not_what_changed() -> None:
    """The last part of a bracket stands nearer to the change than its total does."""
    # 36 − 30 = 6, not 7; 1 + 8 + 27 = 36
    stars = "1 sản phẩm 5 sao, 8 sản phẩm 4 sao, 27 sản phẩm 3 sao"
    text = f"Có 36 sản phẩm ({stars}), vượt {{}} sản phẩm so với kế hoạch (30 sản phẩm)."
    assert "difference 6 = 36 | 30: exact" in found(text.format(6))
    assert not [told for told in found(text.format(7)) if told.startswith("difference 7 = 27")]


def test_a_change_that_only_fits_by_chance() -> None:
    """A level after a change is an earlier one only by words: 5 − 4 is not what rose by 1."""
    assert found("Khởi tố 5 vụ, tăng 1 vụ so với tháng trước; đang điều tra 4 vụ.") == []


def test_overtaking_is_no_change() -> None:
    """`vượt xe`, `vượt đèn đỏ` exceed nothing."""
    # 54 − 32 = 22
    told = found("Do chạy quá tốc độ 54 vụ, do vượt xe 22 vụ, do vượt đèn đỏ 32 vụ.")
    assert not [line for line in told if line.startswith("difference")]


def test_points_less_than_in_the_same_time() -> None:
    """`thấp hơn cùng kỳ p% (b%)`: the earlier rate stands in the bracket."""
    # 95,5 − 92,3 = 3,2
    text = "Tỷ lệ giải quyết đơn đạt 92,3%, thấp hơn cùng kỳ năm trước 3,2% (95,5%)."
    assert found(text) == ["difference 3,2 = 95,5 | 92,3: exact"]


def test_a_change_that_one_digit_takes_far_from_its_levels() -> None:
    """Where words name both levels, and all three have seven digits together, one digit explains even a large gap."""
    # 709 − 668 = 41, with 168 for 668; 27,3 − 26,9 = 0,4, with 87,3; of 33 − 32 = 1 with 31 for 01 nothing is said
    text = "Ghi nhận {} ca mắc, tăng {} ca so với cùng kỳ năm ngoái (cùng kỳ {} ca)."
    assert found(text.format(709, 41, 168)) == ["difference 41 = 709 | 168: differs"]
    assert found(text.format(709, 41, 177)) == []  # 532, which is two digits from 41
    assert found(text.format(33, 31, 32)) == []
    rates = "Tỷ lệ lao động qua đào tạo từ 87,3% xuống còn 26,9%, giảm 0,4 điểm %."
    assert found(rates) == ["difference 0,4 = 87,3 | 26,9: differs"]


def test_a_plan_against_the_one_before() -> None:
    """What was allotted is a plan, but held against last year's it is the level."""
    # 225,768 − 209,085 = 16,683
    text = "Vốn được phân bổ 209,085 tỷ đồng, giảm {} tỷ đồng so với cùng kỳ năm trước (225,768 tỷ đồng)."
    assert found(text.format("16,683")) == ["difference 16,683 = 225,768 | 209,085: exact"]
    assert found(text.format("17,683")) == ["difference 17,683 = 225,768 | 209,085: differs"]


def test_a_change_inside_the_bracket_is_of_the_earlier_rate() -> None:
    """28,7 − 22,8 = 5,9; said in the bracket with the earlier rate, it is what that had risen by."""
    assert found("Tỷ lệ 28,7% (cùng kỳ 22,8%), tăng 5,9%.") == ["difference 5,9 = 28,7 | 22,8: exact"]
    assert found("Tỷ lệ 28,7% (cùng kỳ 22,8%, tăng 5,9%).") == []


def test_a_fall_to_nothing_has_no_rate_on_the_later_level() -> None:
    """A fall of 4 to 0 is one of 100 %; whether 50 % was taken of the 0 cannot be asked."""
    assert found("Xảy ra 0 vụ, giảm 04 vụ, giảm 50%.") == []
