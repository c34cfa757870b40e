"""Percentages, shares and growths, each with its base named, implied or missing. All texts are made up."""

from __future__ import annotations

import pytest

from tests.made_up_texts import found


@pytest.mark.parametrize("word", ["đạt", "bằng", "ước đạt", "hoàn thành", "đạt tỷ lệ", "tương đương"])
def test_a_pair_and_its_percentage(word: str) -> None:
    """After `a/b`, each of the words takes the percentage for theirs."""
    # 480/500 = 96 %, not 86 %
    assert found(f"Thu 480/500 triệu đồng, {word} 96% kế hoạch.") == ["percent 96 = 480 | 500: exact"]
    assert found(f"Thu 480/500 triệu đồng, {word} 86% kế hoạch.") == ["percent 86 = 480 | 500: differs"]


def test_units_on_both_sides_of_the_stroke() -> None:
    """The unit may stand at each of the pair."""
    # 483/512 = 94,34 %
    text = "Thu 483 triệu đồng/512 triệu đồng, bằng 94,3% kế hoạch."
    assert found(text) == ["percent 94,3 = 483 | 512: rounding"]


def test_a_pair_in_brackets_after_its_percentage() -> None:
    """The pair that a percentage comes from may follow it in brackets."""
    # 3.120/6.500 = 48 %, not 48,6 %
    text = "Tỷ lệ giải ngân đạt 48,6% (3.120/6.500 triệu đồng)."
    assert found(text) == ["percent 48,6 = 3.120 | 6.500: differs"]


def test_the_plan_in_brackets() -> None:
    """The base may follow the percentage, named as the plan."""
    # 480/500 = 96 %, not 86 %
    text = "Thu 480 triệu đồng, đạt 86% kế hoạch năm (500 triệu đồng)."
    assert found(text) == ["percent 86 = 480 | 500: differs"]


def test_digits_that_were_cut() -> None:
    """2/3 is 66,7 when rounded and 66,6 when cut: the milder verdict, which asks to check."""
    assert found("Đã giải quyết 2/3 vụ, đạt 66,6%.") == ["percent 66,6 = 2 | 3: truncated"]
    assert found("Đã giải quyết 2/3 vụ, đạt 66,7%.") == ["percent 66,7 = 2 | 3: rounding"]
    assert found("Đã giải quyết 2/3 vụ, đạt 66,5%.") == ["percent 66,5 = 2 | 3: differs"]


def test_a_share_of_a_total_before_it() -> None:
    """`chiếm p%` is of the total that the sentence names."""
    # 75/250 = 30 %, not 33 %
    text = "Tổng số 250 học sinh, trong đó học sinh giỏi 75 em, chiếm {}%."
    assert found(text.format(30))[-1] == "share 30 = 75 | 250: exact"
    assert found(text.format(33))[-1] == "share 33 = 75 | 250: differs"


def test_a_share_of_a_total_after_it() -> None:
    """The total may follow the share."""
    # 75/5.000 = 1,5 %, not 1,6 %
    text = "Có 75 hộ nghèo, chiếm {}% tổng số 5.000 hộ."
    assert found(text.format("1,5")) == ["share 1,5 = 75 | 5.000: exact"]
    assert found(text.format("1,6")) == ["share 1,6 = 75 | 5.000: differs"]


def test_a_share_of_a_total_in_the_paragraph_above() -> None:
    """An item's share may be of the total that its head names."""
    # 108/120 = 90 %, 12/120 = 10 %
    text = """Tiếp nhận 120 hồ sơ, cụ thể:
- Trực tuyến: 108 hồ sơ, chiếm 90%.
- Trực tiếp: 12 hồ sơ, chiếm 10%."""
    told = set(found(text))
    assert {"share 90 = 108 | 120: exact", "share 10 = 12 | 120: exact"} <= told


def test_month_and_cumulative_and_the_month_before() -> None:
    """Each percentage finds the figure that its words name."""
    # 1.200/1.500 = 80 %; 9.000/15.000 = 60 %, not 61 %
    text = (
        "Tháng 6 đón 1.200 lượt khách, bằng 80% so với tháng trước (1.500 lượt); lũy kế 9.000 lượt, "
        "đạt 61% kế hoạch năm (15.000 lượt)."
    )
    assert found(text) == ["percent 80 = 1.200 | 1.500: exact", "percent 61 = 9.000 | 15.000: differs"]


def test_a_percentage_without_a_base() -> None:
    """A percentage with no figure to work it out from says nothing."""
    assert found("Thu ngân sách đạt 85,2% dự toán, tăng 12,3% so với cùng kỳ.") == []


def test_several_bases_are_possible() -> None:
    """Of two earlier levels the one that makes the percentage true is taken; where none does, nothing is told."""
    # 45/60 = 75 %; 45 against 60, 90, 120 is never 80 %
    text = "Có 60 hồ sơ đất đai, 90 hồ sơ hộ tịch, 120 hồ sơ khác; nghiệm thu 45 hồ sơ, bằng {}%."
    assert not [told for told in found(text.format(80)) if told.endswith("differs")]


def test_a_bound_is_no_share() -> None:
    """“trên 90%” of so many projects is a bound that they keep to, not a share of them."""
    assert not [told for told in found("Có 11/14 dự án giải ngân đạt trên 90%.") if told.endswith("differs")]


def test_a_growth_with_the_earlier_level_implied() -> None:
    """`tăng d (p%)` is of what there was before the change."""
    # 16/(126 − 16) = 14,55 %; 12/(88 + 12) = 12 %; not 14,9 %
    assert found("Có 126 vụ, tăng 16 vụ (14,5%) so với cùng kỳ.") == ["growth 14,5 = 126 | 16: rounding"]
    assert found("Có 126 vụ, tăng 16 vụ (14,9%) so với cùng kỳ.") == ["growth 14,9 = 126 | 16: differs"]
    assert found("Có 88 vụ, giảm 12 vụ, tương đương 12%.") == ["growth 12 = 88 | 12: exact"]


def test_a_growth_on_a_level_that_is_named() -> None:
    """`tăng p% so với cùng kỳ (b)` is on b, and so is `bằng p%`."""
    # 1.260/1.200 − 1 = 5 %; 1.260/1.200 = 105 %
    base = "Sản lượng 1.260 tấn, {} so với cùng kỳ năm trước (1.200 tấn)."
    assert found(base.format("tăng 5%")) == ["growth 5 = 1.260 | 1.200: exact"]
    assert found(base.format("tăng 6%")) == ["growth 6 = 1.260 | 1.200: differs"]
    assert found(base.format("bằng 105%")) == ["percent 105 = 1.260 | 1.200: exact"]


def test_a_plan_that_is_exceeded() -> None:
    """`vượt p% kế hoạch` is what there is over the plan, less 100 %."""
    # 1.260/1.200 − 1 = 5 %, not 6 %
    text = "Sản lượng đạt 1.260 tấn, vượt {}% kế hoạch (1.200 tấn)."
    assert found(text.format(5)) == ["growth 5 = 1.260 | 1.200: exact"]
    assert found(text.format(6)) == ["growth 6 = 1.260 | 1.200: differs"]


def test_a_growth_of_two_years() -> None:
    """Two years named with their levels give the fall that is said of them."""
    # 102/120 − 1 = −15 %
    assert found("Năm 2024 có 120 vụ, năm 2025 có 102 vụ, giảm 15%.") == ["growth 15 = 102 | 120: exact"]


def test_so_many_times() -> None:
    """`gấp N lần` is a ratio."""
    # 3.600/1.200 = 3, not 4; 1.260/600 = 2,1
    text = "Số khách tháng 7 là 3.600 lượt khách, gấp {} lần cùng kỳ (1.200 lượt khách)."
    assert found(text.format(3)) == ["growth 3 = 3.600 | 1.200: exact"]
    assert found(text.format(4)) == ["growth 4 = 3.600 | 1.200: differs"]
    assert found("Sản lượng 1.260 tấn, gấp 2,1 lần năm 2020 (600 tấn).") == ["growth 2,1 = 1.260 | 600: exact"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Thu gần 2 tỷ đồng/4 tỷ đồng, bằng 49% dự toán.", "percent 49 = 2 | 4: rounding"),
        ("Thu trên 480 triệu đồng/500 triệu đồng, đạt 97% kế hoạch.", "percent 97 = 480 | 500: rounding"),
        ("Thu trên 480 triệu đồng/500 triệu đồng, đạt 93% kế hoạch.", "percent 93 = 480 | 500: differs"),
        ("Đạt khoảng 95% kế hoạch (480/500 triệu đồng).", "percent 95 = 480 | 500: rounding"),
    ],
)
def test_qualifiers(text: str, outcome: str) -> None:
    """“gần”, “trên” and “khoảng” widen a number on their side only: “trên 480” cannot be less than 480."""
    # 2 gần: 1 … 2 of 4 is 25 … 50 %; 480 trên: from 96 % up; 95 khoảng: 90 … 100 %
    assert found(text) == [outcome]


def test_nothing_over_nothing() -> None:
    """0/0 is no percentage: there is not enough to tell, and nothing differs."""
    assert found("Đã kiểm tra 0/0 cơ sở, đạt 100% kế hoạch.") == ["percent 100 = 0 | 0: cannot tell"]


def test_a_percentage_in_a_bracket_behind_a_pair() -> None:
    """`a/b kế hoạch giao (p%)`: words of the plan behind a pair do not make p a target."""
    # 480/500 = 96 %, not 86 %
    text = "Giải ngân 480 triệu đồng/500 triệu đồng kế hoạch được giao ({}%)."
    assert found(text.format(96)) == ["percent 96 = 480 | 500: exact"]
    assert found(text.format(86)) == ["percent 86 = 480 | 500: differs"]


def test_one_thing_with_two_nouns() -> None:
    """A share with decimals may be of figures that are counted by another noun; where none fits, nothing is told."""
    # 46/310 = 14,84 %; 700/(4.200 − 700) = 20 %
    share = "Kiểm tra 310 công trình, phát hiện 46 trường hợp vi phạm ({}%)."
    assert found(share.format("14,8")) == ["percent 14,8 = 46 | 310: rounding"]
    assert found(share.format("15,8")) == []
    change = "Chuyển phát 4.200 hồ sơ; so với cùng kỳ tăng 700 lượt, tương đương {}%."
    assert found(change.format("20,0")) == ["growth 20,0 = 4.200 | 700: exact"]


def test_a_gain_held_against_its_plan() -> None:
    """`tăng thực d, đạt p% chỉ tiêu (b)` is of the gain, not of the level before; else nothing is told."""
    # 45/50 = 90 %; 60/50 = 120 %
    text = "Kết nạp 60 hội viên, giảm 15 hội viên do chuyển đi; tăng thực 45 hội viên, đạt {}% chỉ tiêu (50 hội viên)."
    assert "percent 90 = 45 | 50: exact" in found(text.format(90))
    assert not [told for told in found(text.format(80)) if told.startswith("percent")]
    jobs = "Giải quyết việc làm tăng thêm 1.730 lao động = 86,5% kế hoạch (2.000 lao động)."
    assert found(jobs) == ["percent 86,5 = 1.730 | 2.000: exact"]


def test_a_number_in_a_bracket_behind_its_percentage() -> None:
    """`tỷ lệ p% (a)` is a of what was told before."""
    # 1.344/1.400 = 96 %
    text = "Trồng mới 1.400 cây xanh; tỷ lệ cây sống {}% (1.344 cây)."
    assert found(text.format(96)) == ["percent 96 = 1.344 | 1.400: exact"]
    assert found(text.format(95)) == []


def test_so_many_times_by_another_noun() -> None:
    """The earlier level may have another noun than the sentence before."""
    # 68/40 = 1,7
    text = "Tổ chức 68 hội nghị tuyên truyền. Số cuộc tăng gấp 1,7 lần so với cùng kỳ (40 cuộc)."
    assert found(text) == ["growth 1,7 = 68 | 40: exact"]


def test_a_multiple_beside_another_change() -> None:
    """A bracket with an earlier level belongs to the level before it, not to the next one."""
    # 60 − 80 = −20; 450/300 = 1,5
    text = (
        "Ghi nhận 60 ca, giảm 20 ca so với tháng trước (80 ca); cộng dồn 450 ca, tăng 1,5 lần so với cùng kỳ (300 ca)."
    )
    assert found(text) == ["difference 20 = 80 | 60: exact", "growth 1,5 = 450 | 300: exact"]


def test_a_pair_keeps_its_base_to_itself() -> None:
    """The denominator of a pair is no base of the shares after it, so a share that is wrong is told with theirs."""
    # 300/310 = 96,8 %; 240/300 = 80 %; 60/300 = 20 %, not 22 %
    text = "Sắp xếp 300/310, đạt 96,8%; đúng chuyên môn 240 đồng chí (80%), gần đúng 60 đồng chí ({}%)."
    assert "percent 20 = 60 | 300: exact" in found(text.format(20))
    assert "percent 22 = 60 | 300: differs" in found(text.format(22))


def test_a_change_without_a_unit() -> None:
    """`nhiều hơn tháng trước d` has the unit of the level right before it."""
    # 29/(134 − 29) = 27,6 %, not 25,6 %
    text = "Tháo dỡ 134 mái che, nhiều hơn tháng trước 29 (tăng {}%)."
    assert found(text.format("27,6")) == ["growth 27,6 = 134 | 29: rounding"]
    assert found(text.format("25,6")) == ["growth 25,6 = 134 | 29: differs"]


def test_the_head_of_a_long_list() -> None:
    """Shares are of the head however many items stand between; whole percentages would fit others, too."""
    # 40/400 = 10 %, 20/400 = 5 %, 88/400 = 22 %, not 32 %
    items = "; ".join(f"nguyên nhân {name} 20 vụ, chiếm 5%" for name in "abcdefgh")
    text = f"Xảy ra 400 vụ. Trong đó: chạy nhanh 40 vụ, chiếm 10%; {items}; khác 88 vụ, chiếm {{}}%."
    assert "share 22 = 88 | 400: exact" in found(text.format(22))
    assert "share 32 = 88 | 400: differs" in found(text.format(32))


def test_a_pair_of_two_spans_of_years() -> None:
    """`a vụ giai đoạn …/b vụ giai đoạn …` in brackets behind a growth: years between do not part the two."""
    # 318/280 − 1 = 13,57 %, not 15,6 %
    text = "Số vụ cháy tăng {}% (318 vụ giai đoạn 2013-2022/280 vụ giai đoạn 2003-2012)."
    assert found(text.format("13,6")) == ["growth 13,6 = 318 | 280: rounding"]
    assert found(text.format("15,6")) == ["growth 15,6 = 318 | 280: differs"]


def test_a_pair_around_a_bracket() -> None:
    """What the first consists of may stand between the two of a pair."""
    # 150 + 26 = 176; 176/220 = 80 %, not 82 %
    text = "Đã giải quyết 176 đơn (150 khiếu nại, 26 tố cáo)/220 đơn, đạt tỷ lệ {}%."
    assert "percent 80 = 176 | 220: exact" in found(text.format(80))
    assert "percent 82 = 176 | 220: differs" in found(text.format(82))


def test_a_pair_that_looks_like_a_day() -> None:
    """`11/11 (100%)` is no eleventh of November."""
    assert found("Đến nay, 11/11 (100%) xã đã hoàn thành.") == ["percent 100 = 11 | 11: exact"]


def test_a_narrow_bound() -> None:
    """“hơn 5,6” leaves hardly more room than rounding does; “hơn 50%” would fit nearly everything."""
    # 5,6 … 5,7 of 10,6 is 52,8 … 53,8 %; 2.900/5.000 = 58 %
    text = "Tổng số tiền phải thi hành 36 tỷ đồng, đủ điều kiện 10,6 tỷ đồng; đã thi hành hơn 5,6 tỷ đồng, đạt {}%."
    assert "percent 53,5 = 5,6 | 10,6: rounding" in found(text.format("53,5"))
    assert found("Chi khoảng 5.000 tỷ đồng. Trong đó chi thường xuyên 2.900 tỷ đồng, đạt 55,4% nhiệm vụ chi.")[1:] == []


def test_a_factor_that_is_not_said_to_be_of_growth() -> None:
    """500 is 2,5 times 200 where “gấp” says so; a “hệ số” may be of anything."""
    text = "Thu 500 triệu đồng (cùng kỳ 200 triệu đồng), {} 2,5 lần."
    assert found(text.format("gấp")) == ["growth 2,5 = 500 | 200: exact"]
    assert found(text.format("hệ số")) == []


def test_a_growth_from_nothing_cannot_be_told() -> None:
    """From 0 there is no rate of growth, so 36,4 % is neither right nor wrong."""
    text = "Thu 1.200 triệu đồng, tăng 36,4% (cùng kỳ 0 triệu đồng)."
    assert found(text) == ["growth 36,4 = 1.200 | 0: cannot tell"]


def test_a_rate_of_a_number_that_is_only_near() -> None:
    """480/500 is 96 %; of nearly 480 it may be a little other than 96,5 %."""
    assert found("Đạt 480 ha, bằng 96,5% kế hoạch (500 ha).") == ["percent 96,5 = 480 | 500: differs"]
    assert found("Đạt gần 480 ha, bằng 96,5% kế hoạch (500 ha).") == []
