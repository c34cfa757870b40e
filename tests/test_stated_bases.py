"""What a rate is of: a base in another sentence, behind a bracket, of another subject. All texts are made up."""

from __future__ import annotations

from tests.made_up_texts import found


def test_a_share_of_the_sentence_before() -> None:
    """`Trong đó, có a, chiếm p%` is of what the sentence before came to, and told where it is near."""
    # 3.300/11.000 = 30 %, not 30,1 %; 65 % is of something else
    text = "Công nhận 11.000/12.000 hộ gia đình văn hóa. Trong đó, có 3.300 hộ liên tục ba năm, chiếm tỷ lệ {}%."
    assert "share 30 = 3.300 | 11.000: exact" in found(text.format(30))
    assert "share 30,1 = 3.300 | 11.000: differs" in found(text.format("30,1"))
    assert not [told for told in found(text.format(65)) if told.startswith("share")]


def test_so_many_among_so_many() -> None:
    """`Trong số b …, có a (đạt p%)`: b is the base."""
    # 4.650/5.000 = 93 %, not 98 %
    text = "Trong số 5.000 hộ đăng ký, có 4.650 hộ được công nhận (đạt {}%)."
    assert found(text.format(93))[-1] == "percent 93 = 4.650 | 5.000: exact"
    assert found(text.format(98))[-1] == "percent 98 = 4.650 | 5.000: differs"


def test_a_share_of_a_noun() -> None:
    """`chiếm p% tổng dư nợ` is of the level that is said to be of `dư nợ`."""
    # 480/24.000 = 2 %, not 3 %
    text = "Huy động 30.000 tỷ đồng. Tổng dư nợ ước đạt 24.000 tỷ đồng. Nợ xấu 480 tỷ đồng, chiếm {}% tổng dư nợ."
    assert found(text.format("2,00")) == ["share 2,00 = 480 | 24.000: exact"]
    assert found(text.format("3,00")) == ["share 3,00 = 480 | 24.000: differs"]


def test_a_share_before_its_number() -> None:
    """`chiếm p%, tương đương a`, and `p% là … (a)`: the number follows."""
    # 48.000/75.000 = 64 %; 410/500 = 82 %, 90/500 = 18 %
    text = "Tổng nguồn vốn 75.000 tỷ đồng, trong đó vốn Trung ương chiếm 64%, tương đương 48.000 tỷ đồng."
    assert "share 64 = 48.000 | 75.000: exact" in found(text)
    told = found("Trong 500 người được hỏi có 82% là nữ (410 người) và 18% là nam (90 người).")
    assert {"percent 82 = 410 | 500: exact", "percent 18 = 90 | 500: exact"} <= set(told)


def test_digits_that_were_cut_from_a_rate_without_a_named_base() -> None:
    """Digits cut off tell as rounded ones do."""
    # 378/2.845 = 13,286… %
    text = "Quỹ hiện có 2.845 triệu đồng; trong năm tổng chi 378 triệu đồng, bằng {}% quỹ."
    assert found(text.format("13,3")) == ["percent 13,3 = 378 | 2.845: rounding"]
    assert found(text.format("13,2")) == ["percent 13,2 = 378 | 2.845: truncated"]
    assert found(text.format("14,1")) == []


def test_two_plans_of_which_one_is_printed() -> None:
    """Two percentages of one actual have two bases: that of the one is not the other's."""
    # 12.450/15.900 = 78,3 %
    text = "Thu 12.450 triệu đồng, đạt 81,4% dự toán thành phố giao, đạt 78,3% dự toán phường giao (15.900 triệu đồng)."
    assert found(text) == ["percent 78,3 = 12.450 | 15.900: rounding"]


def test_a_growth_on_the_wrong_base() -> None:
    """3/9 is not the growth of 3 to 9, and an explanation of what is printed; 20 % would be of another level."""
    # 3/(9 − 3) = 50 %
    text = "Xảy ra 09 vụ, tăng 03 vụ ({}%) so với cùng kỳ."
    assert found(text.format("50")) == ["growth 50 = 09 | 03: exact"]
    assert found(text.format("33,3")) == ["growth 33,3 = 09 | 03: differs"]


def test_an_earlier_level_is_no_level_of_a_change() -> None:
    """Where only the level before is printed, a change and its rate cannot be told of it."""
    assert found("Dư nợ tăng 158 tỷ đồng (15,4%) so với đầu năm; số dư đầu năm 2.026 tỷ đồng.") == []


def test_a_rate_beside_a_change_in_brackets() -> None:
    """`tăng d (đạt tỷ lệ p%)` is the change's, `(tăng d), đạt tỷ lệ p%` the level's."""
    # 6,2/(79,1 − 6,2) = 8,5 %
    text = "Nguồn vốn đạt 79,1 nghìn tỷ đồng, tăng 6,2 nghìn tỷ đồng (đạt tỷ lệ 8,5%) so với đầu năm."
    assert found(text) == ["growth 8,5 = 79,1 | 6,2: rounding"]
    assert found("Thi hành xong 2.095 việc (tăng 52 việc so với cùng kỳ), đạt tỷ lệ 83,57%.") == []


def test_a_growth_from_one_level_to_another_in_brackets() -> None:
    """`tăng p% (từ y lên x)`, and `giảm d (từ y xuống x)`."""
    # 17,5/8,9 − 1 = 96,6 %, not 69,6 %; 12 − 8 = 4
    text = "Hàng qua cảng tăng {}% (từ 8,9 triệu tấn lên 17,5 triệu tấn)."
    assert found(text.format("96,6")) == ["growth 96,6 = 17,5 | 8,9: rounding"]
    assert found(text.format("69,6")) == ["growth 69,6 = 17,5 | 8,9: differs"]
    fall = found("Số vụ giảm 4 vụ (từ 12 vụ xuống 8 vụ), tương đương giảm 33,3%.")
    assert fall == ["difference 4 = 12 | 8: exact", "growth 33,3 = 8 | 4: rounding"]


def test_a_rate_behind_a_row_of_changes() -> None:
    """It may belong to any change of the row; where it fits none, nothing is told."""
    # 13/(213 − 13) = 6,5 %; 6/(406 − 6) = 1,5 %
    text = "Xét xử 213 vụ, 406 bị cáo, tăng 13 vụ, 6 bị cáo so với cùng kỳ, tỷ lệ tăng {}%."
    assert found(text.format("6,5")) == ["growth 6,5 = 213 | 13: exact"]
    assert found(text.format("1,5")) == ["growth 1,5 = 406 | 6: exact"]
    assert found(text.format("7,5")) == []


def test_a_percentage_behind_a_pair_that_is_of_something_else() -> None:
    """Another subject, another whole, or a noun that runs on: where the pair does not give it, nothing is told."""
    # 13/20 = 65 %; 19/19 = 100 %; 7/16 = 43,75 %
    assert found("Có 13/20 thôn đạt chuẩn, tỷ lệ hộ có nước sạch đạt 97,5%.") == []
    assert found("Có 6 xã đạt 19/19 tiêu chí, chiếm 58,2% tổng số xã.") == []
    assert found("Có 7/16 khoản thu đạt 85% dự toán.") == []
    assert found("Có 13/20 thôn đạt chuẩn, tỷ lệ đạt 65%.") == ["percent 65 = 13 | 20: exact"]
    assert found("Có 13/20 thôn đạt chuẩn, tỷ lệ đạt 67%.") == ["percent 67 = 13 | 20: differs"]


def test_a_share_that_its_number_follows() -> None:
    """`chiếm p%, đạt a`: the number stands behind its share, also behind a bracket with it."""
    # 15.000/24.000 = 62,5 %, 9.000/24.000 = 37,5 %
    text = "Dư nợ 24.000 tỷ đồng; ngắn hạn chiếm 62,5%, đạt 15.000 tỷ đồng; dài hạn (chiếm 37,5%) đạt 9.000 tỷ đồng."
    told = found(text)
    assert {"share 62,5 = 15.000 | 24.000: exact", "share 37,5 = 9.000 | 24.000: exact"} <= set(told)


def test_a_rate_that_equals_its_change() -> None:
    """`giảm d (bằng p%)` is the change in percent of the level before."""
    # 150/(7.250 + 150) = 2,03 %
    text = "Gieo cấy 7.250 ha, giảm 150 ha (bằng 2,03%) so với vụ trước."
    assert found(text) == ["growth 2,03 = 7.250 | 150: rounding"]


def test_a_growth_behind_a_pair_of_plan() -> None:
    """`a/b ha, tăng p% so với kế hoạch` is the pair's, `… so với cùng kỳ` is not."""
    # 1.230/1.200 − 1 = 2,5 %, not 3,5 %
    text = "Gieo trồng 1.230/1.200 ha, tăng {}% so với kế hoạch."
    assert found(text.format("2,5")) == ["growth 2,5 = 1.230 | 1.200: exact"]
    assert found(text.format("3,5")) == ["growth 3,5 = 1.230 | 1.200: differs"]
    assert found("Gieo trồng 1.230/1.300 ha, tăng 3,6% so với cùng kỳ.") == []


def test_a_rate_of_another_subject() -> None:
    """`giảm p% về vốn` is not of the number of enterprises before it."""
    # 118/105 − 1 = 12,4 %
    text = "Có 118 doanh nghiệp, tăng 12,4% về số doanh nghiệp, giảm 14,8% về vốn so với cùng kỳ (105 doanh nghiệp)."
    assert found(text) == ["growth 12,4 = 118 | 105: rounding"]


def test_a_target_behind_points_is_no_growth() -> None:
    """`cao hơn 0,5% so với chỉ tiêu (32%)`: 32 is what is held against."""
    # 32,5 − 32 = 0,5
    text = "BHTN 191.379 người, chiếm tỷ lệ 32,5%, cao hơn 0,5% so với chỉ tiêu giao (32%)."
    assert found(text) == ["difference 0,5 = 32,5 | 32: exact"]


def test_a_rate_with_a_name_of_its_own() -> None:
    """`tỷ lệ đúng hạn đạt p%` has its own subject: what stands before gives it, or nothing is told."""
    # 344/345 = 99,7 %, a digit from 340
    text = "Tiếp nhận 345 hồ sơ, giải quyết {} hồ sơ, tỷ lệ đúng hạn đạt 99,7%."
    assert found(text.format(340)) == []
    assert found(text.format(344)) == ["percent 99,7 = 344 | 345: rounding"]


def test_a_share_of_nothing_before_it_is_none() -> None:
    """30 of 0 households is no rate, and so many more than their whole are likely of another."""
    assert found("Công nhận 0 hộ. Trong đó, 30 hộ được vay vốn, chiếm 33%.") == []


def test_a_percentage_of_the_next_sentence_is_not_the_pairs() -> None:
    """3/7 is 42,8 %, not 46,8 %: that is held against it in its sentence only."""
    assert found("Có 3 hộ nghèo trong 7 hộ, đạt 46,8%.") == ["percent 46,8 = 3 | 7: differs"]
    assert found("Có 3 hộ nghèo trong 7 hộ. Đạt 46,8%.") == []


def test_a_growth_against_a_forecast_is_not_from_the_level_before() -> None:
    """150 is 25 % more than 120; 30 % may be right of what was forecast."""
    text = "Nâng số hộ từ 120 hộ lên 150 hộ, tăng 30%{}."
    assert found(text.format("")) == ["growth 30 = 150 | 120: differs"]
    assert found(text.format(" so với dự báo")) == []
