"""Calculations that others of their paragraph show how to read, and lists whose shares show that they overlap."""

from __future__ import annotations

import pytest

from tests.made_up_texts import checked


def told(text: str) -> list[str]:
    """The findings that do not hold, each with its stated number."""
    return [f"{f.kind} {f.stated.printed}" for f in checked(text).findings if f.to_review and f.stated]


def first(text: str) -> tuple[str, str]:
    """The likeliest figure of the one cause, and what it may have been."""
    (cause,) = checked(text).causes
    return cause.candidates[0].figure.printed, cause.candidates[0].repairs[0]


CARRIED_OVER = (
    "Phải giải quyết {} đơn (kỳ trước 152 đơn, mới nhận 500 đơn); đã giải quyết {} đơn, bằng {}%; còn lại {} đơn."
)


def test_one_digit_of_a_figure_in_two_calculations() -> None:
    """367/652 = 56 % and 652 − 367 = 285: with 467 neither holds, and 367 mends both."""
    assert told(CARRIED_OVER.format(652, 367, 56, 285)) == []
    wrong = CARRIED_OVER.format(652, 467, 56, 285)
    assert told(wrong) == ["percent 56", "remaining 285"]
    assert first(wrong) == ("467", "367")


def test_a_rate_whose_figures_a_remainder_has() -> None:
    """652 − 367 = 285 holds and shows what the rate is of: 367/652 = 56,3 %, one digit from 76,3 %; not from 81,9 %."""
    assert told(CARRIED_OVER.format(652, 367, "76,3", 285)) == ["percent 76,3"]
    assert told(CARRIED_OVER.format(652, 367, "81,9", 285)) == []


def test_a_remainder_whose_figures_a_rate_has() -> None:
    """367/652 = 56,3 % shows what is left of what: 285, one digit from 385; 431 is no such slip."""
    assert told(CARRIED_OVER.format(652, 367, "56,3", 385)) == ["remaining 385"]
    assert told(CARRIED_OVER.format(652, 367, "56,3", 431)) == []


GROUPS = (
    "Tiếp nhận {} đơn; trong đó thuộc thẩm quyền 410 đơn (48,8%), trực tuyến 190 đơn (22,6%), trùng lặp 452 đơn ({}%)."
)


def test_one_digit_of_the_base_of_several_rates() -> None:
    """Of 840, 410 are 48,8 %, 190 are 22,6 % and 452 are 53,8 %; of 340 none is, and 8 for 3 mends all three."""
    assert told(GROUPS.format(840, "53,8")) == []
    assert first(GROUPS.format(340, "53,8")) == ("340", "840")


def test_a_rate_beside_others_of_one_base() -> None:
    """Two rates show that 840 is the base of the third: 53,8 %, one digit from 83,8 %."""
    assert told(GROUPS.format(840, "83,8")) == ["percent 83,8"]


def test_changes_in_a_row() -> None:
    """As the classes before it, 732 cases have their own change: 206/526 = 39,16 %, and 203 is one digit off."""
    text = (
        "Xảy ra 835 vụ, tăng 216 vụ (34,89%) so với cùng kỳ; trong đó nghiêm trọng 103 vụ, tăng 10 vụ (10,75%), "
        "va chạm 732 vụ, tăng {} vụ (39,16%)."
    )
    assert told(text.format(206)) == []
    assert told(text.format(203)) == ["growth 39,16"]
    assert first(text.format(203)) == ("203", "206")


@pytest.mark.parametrize(("shares", "alarms"), [(("48,25", "22,80", "29,9"), 0), (("48", "23", "30"), 1)])
def test_shares_that_show_an_overlap(shares: tuple[str, str, str], alarms: int) -> None:
    """400 + 189 + 248 = 837, not 829. Shares of 100,95 % say that groups overlap; rounded ones do not tell."""
    text = "Tiếp nhận 829 đơn, trong đó loại một 400 đơn ({}%), loại hai 189 đơn ({}%) và loại ba 248 đơn ({}%)."
    assert len(told(text.format(*shares))) == alarms


def test_a_total_below_one_of_the_parts_before_it() -> None:
    """Parts that stand before their total are of it, though one exceeds it: 15.636 for 45.636 makes 24.634."""
    assert told(
        "Gồm: 6.019 người có công; 45.636 người cao tuổi; 2.979 người khuyết tật, tổng số là 24.634 người."
    ) == ["sum 24.634"]


def test_a_name_with_a_number_leaves_a_list_unsure() -> None:
    """What ``thôn Hòa Sơn 30`` counts may be its number, so that the items need not make up their total."""
    items = "- thôn An Bình 3.098\n- thôn Đông Hạ 260\n- thôn Mỹ Tranh 463\n- thôn Hòa Sơn 30\n- thôn Tân Lập 544"
    assert told(f"Tiếp nhận 4.395 đơn, cụ thể:\n{items}") == []


def test_growth_below_zero() -> None:
    """From −7,1 % to −7,3 % is a fall of 0,2 points; where a minus may be a dash, nothing is said."""
    text = "Tốc độ tăng trưởng ngành xây dựng là -7,3% ({} -7,1%), giảm {} điểm phần trăm."
    assert [f.verdict for f in checked(text.format("cùng kỳ năm trước", "0,2")).findings] == ["agrees"]
    assert told(text.format("cùng kỳ năm trước", "0,5")) == ["difference 0,5"]
    assert checked(text.format("quý II", "0,2")).findings == ()


def test_this_month_and_so_far() -> None:
    """Two columns by the windows before their numbers: 12 + 30 = 42 and 95 + 210 = 305, not 306."""
    text = "Xử phạt: tháng này 42 vụ, từ đầu năm {} vụ, gồm:\n- Xe máy: tháng này 12 vụ, từ đầu năm 95 vụ;\n"
    text += "- Ô tô: tháng này 30 vụ, từ đầu năm 210 vụ."
    assert told(text.format(305)) == []
    assert told(text.format(306)) == ["sum 306"]


def test_a_number_said_elsewhere_speaks_for_itself() -> None:
    """2.441 stands in the overview, too, and 9.742 does so in place of 8.742: that is the wrong one."""
    text = "Phát triển mới {} người, cụ thể: doanh nghiệp 6.760 người; cơ quan 2.441 người; hộ kinh doanh 541 người."
    assert first(text.format("8.742")) != ("8.742", "9.742")
    overview = "Đánh giá chung\nNổi bật là: Phát triển mới 9.742 người.\n"
    assert first(overview + text.format("8.742")) == ("8.742", "9.742")


def test_a_short_number_said_elsewhere_in_the_same_words() -> None:
    """Of three digits, the same words must stand at both: 262 visits in the overview, not 262 of something else."""
    text = "Tiếp công dân tại trụ sở {} lượt, gồm: thường xuyên 161 lượt; định kỳ 101 lượt."
    assert first("Tiếp công dân tại trụ sở 262 lượt.\n" + text.format(272)) == ("272", "262")
    assert first("Tuyên truyền lưu động 111 lượt.\n" + text.format(272)) == ("272", "262")
    assert first("Tiếp công dân định kỳ 111 lượt.\n" + text.format(272)) == ("101", "111")


def test_numbers_behind_names_in_the_items_of_a_list() -> None:
    """24 behind ``Hòa Sơn`` may be its number, but the other items are name and figure: 264 + 131 + 24 + 305 = 724."""
    text = "Tiếp nhận {} đơn, gồm:\n- thôn An Bình 264;\n- thôn Đông Hạ 131;\n- thôn Hòa Sơn 24;\n- thôn Tân Lập 305."
    assert told(text.format(724)) == []
    assert told(text.format(734)) == ["sum 734"]


def test_items_behind_the_notes_of_a_page() -> None:
    """A page's notes may take what goes on after them: 03 + 56 + 22 + 04 = 85, two of which stand in the note."""
    text = "Đăng ký hộ tịch 543 trường hợp1.\nTiếp nhận 85 vụ, cụ thể:\n- An Bình: 03 vụ\n- Đông Hạ: 56 vụ\n"
    text += "1 - Khai sinh: 206 trường hợp;\n- Kết hôn: 337 trường hợp;\n- Tân Lập: 22 vụ\n- Nam Viên: 04 vụ.\n"
    assert told(text) == []


def test_names_first_and_then_their_numbers() -> None:
    """The names before ``lần lượt`` have their numbers behind it: 469 + 545 + 748 = 1.762, one digit from 1.962."""
    text = "Tặng {} suất quà, gồm quà của tỉnh, quà của xã và quà của hội với số lượng lần lượt là 469; 545 và 748."
    assert told(text.format("1.762")) == []
    assert told(text.format("1.962")) == ["sum 1.962"]


def test_an_overlap_where_a_share_is_wrong() -> None:
    """Groups of 79,4 %, 14,2 % and 57,1 % overlap, whether or not 51,1 % is printed for the last: only that is told."""
    text = "Bố trí 986 lớp, trong đó lớp hai buổi 783 lớp (79,4%); lớp ghép 140 lớp (14,2%); lớp bán trú 563 lớp ({}%)."
    assert told(text.format("57,1")) == []
    assert told(text.format("51,1")) == ["percent 51,1"]


@pytest.mark.parametrize("named", ["Nghị quyết số 57", "Quốc lộ 10", "Phòng Covid-19", "năm 2025", "ngày 15/7/2025"])
def test_what_is_only_a_name_counts_nothing_in_a_list(named: str) -> None:
    """25, 30 and 45 are counts, whatever stands between; what has a number of its own, and a date, is none."""
    items = ["Hộ nghèo 25", "Hộ cận nghèo 30", named, "Việc làm mới 45"]
    texts = "Kết quả:\n" + "\n".join(f"- {item}" for item in items), f"Kết quả: {', '.join(items)}."
    for text in texts:
        assert [p.figure.printed for p in checked(text).printed] == ["25", "30", "45"]


def test_a_date_is_no_figure_that_shows_what_others_are() -> None:
    """Two figures and a date are too few to say that 24 behind ``Hòa Sơn`` counts something."""
    text = "Kết quả:\n- thôn An Bình 264\n- ngày 15/7/2025\n- thôn Hòa Sơn 24\n- thôn Tân Lập 305"
    assert [p.figure.printed for p in checked(text).printed] == ["264", "305"]
