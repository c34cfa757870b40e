"""The calculations that a text states, one wording each. All texts and numbers are made up."""

import pytest

from tests.made_up_texts import checked, found, only

STATED = {
    # a total and its parts
    "Tiếp nhận 50 hồ sơ, trong đó: đất đai 20; hộ tịch 18; chứng thực 12.": ["sum 50 = 20 | 18 | 12: exact"],
    "Chi 812,5 triệu đồng, gồm: lương 600 triệu đồng, hoạt động 212,5 triệu đồng.": ["sum 812,5 = 600 | 212,5: exact"],
    "Trồng 96 cây (keo 60 cây, tràm 36 cây).": ["sum 96 = 60 | 36: exact"],
    "Cấp 214 giấy phép: xây mới 150, sửa chữa 64.": ["sum 214 = 150 | 64: exact"],
    "Khai sinh 18, khai tử 7, kết hôn 12, tổng cộng 37 trường hợp.": ["sum 37 = 18 | 7 | 12: exact"],
    "Đầu kỳ có 40 lớp, trong kỳ tăng thêm 5 lớp, nâng tổng số lớp lên 45 lớp.": ["sum 45 = 40 | 5: exact"],
    # a percentage of a pair, of a plan, of a total before it, of a pair after it
    "Đạt 480/500 triệu đồng, bằng 96% dự toán.": ["percent 96 = 480 | 500: exact"],
    "Thực hiện 480 triệu đồng, đạt 96% kế hoạch (500 triệu đồng).": ["percent 96 = 480 | 500: exact"],
    "Tỷ lệ hoàn thành 96% (48/50 hồ sơ).": ["percent 96 = 48 | 50: exact"],
    # growth: the earlier level printed, or implied: 10 / (30 + 10) = 25 %
    "Xảy ra 30 vụ, giảm 10 vụ (25%) so với cùng kỳ.": ["growth 25 = 30 | 10: exact"],
    "Xảy ra 30 vụ, giảm 10 vụ (-25%) so với cùng kỳ.": ["growth -25 = 30 | 10: exact"],
    "Xảy ra 50 vụ, tăng 25% (+10 vụ) so với cùng kỳ.": ["growth 25 = 50 | 10: exact"],
    "Diện tích 380 ha, giảm 5% (-20 ha) so với vụ trước.": ["growth 5 = 380 | -20: exact"],
    "Thu 66 tỷ đồng, tăng 10% so với cùng kỳ (60 tỷ đồng).": ["growth 10 = 66 | 60: exact"],
    "Giảm 20% (40/50 vụ) so với cùng kỳ.": ["growth 20 = 40 | 50: exact"],
    "Thực hiện 110 ha, vượt 10% kế hoạch (100 ha).": ["growth 10 = 110 | 100: exact"],
    "Sản lượng 75 tấn, gấp 2,5 lần so với cùng kỳ (30 tấn).": ["growth 2,5 = 75 | 30: exact"],
    # two levels and their difference; 4.86 - 3.52 = 1.34
    "Số hộ tăng từ 5.333 hộ lên 6.978 hộ, tăng 1.645 hộ.": ["difference 1.645 = 6.978 | 5.333: exact"],
    "Tỷ lệ hộ nghèo giảm từ 4,86% xuống 3,52%, giảm 1,34 điểm phần trăm.": ["difference 1,34 = 4,86 | 3,52: exact"],
    # what is left; products; shares that make 100 %: 100 - 21.4 - 42.8 = 35.8
    "Kế hoạch giao 900 hồ sơ, đã giải quyết 640 hồ sơ, còn lại 260 hồ sơ.": ["remaining 260 = 900 | 640: exact"],
    "Tặng 20 suất quà x 300.000 đồng = 6.000.000 đồng.": ["crosscheck 6.000.000 = 20 | 300.000: exact"],
    "Cơ cấu kinh tế: nông nghiệp 21,4%; công nghiệp 42,8%; dịch vụ 35,8%.": ["sum 35,8 = 21,4 | 42,8: exact"],
    # several at once: month, cumulative, and percent of the month before; three units; a share beside “of which”
    "Tháng 6 đón 1.200 lượt khách, bằng 80% so với tháng trước (1.500 lượt); lũy kế 9.000 lượt, đạt 60% kế hoạch năm "
    "(15.000 lượt).": ["percent 80 = 1.200 | 1.500: exact", "percent 60 = 9.000 | 15.000: exact"],
    "Tiếp 14 lượt/16 người/9 vụ việc (thường xuyên: 12 lượt/13 người/7 vụ việc; định kỳ: 2 lượt/3 người/2 vụ việc).": [
        "sum 14 = 12 | 2: exact",
        "sum 16 = 13 | 3: exact",
        "sum 9 = 7 | 2: exact",
    ],
    "Tổng số 80 học sinh, trong đó có 36 học sinh nữ, chiếm 45%.": [
        "subset 80 = 36: within",
        "share 45 = 36 | 80: exact",
    ],
}
LINES = {
    # nested items, value first and label first
    """Tổng vốn là 900 triệu đồng, trong đó:
- Vốn tỉnh 600 triệu đồng, gồm:
+ 250 triệu đồng: Nguồn đất;
+ 350 triệu đồng: Nguồn tập trung.
- Vốn xã 300 triệu đồng.""": ["sum 900 = 600 | 300: exact", "sum 600 = 250 | 350: exact"],
    # numerators and denominators of pairs are two columns
    """Giải ngân 450 triệu đồng/900 triệu đồng, bằng 50% kế hoạch, trong đó:
- Vốn tỉnh giải ngân 330 triệu đồng/600 triệu đồng, bằng 55% kế hoạch;
- Vốn xã giải ngân 120 triệu đồng/300 triệu đồng, bằng 40% kế hoạch.""": [
        "sum 450 = 330 | 120: exact",
        "sum 900 = 600 | 300: exact",
        "percent 50 = 450 | 900: exact",
        "percent 55 = 330 | 600: exact",
        "percent 40 = 120 | 300: exact",
    ],
    # the parts stand in the footnote, one column a window
    """Thu phí tháng 5 ước 70 triệu đồng, 5 tháng ước 300 triệu đồng1.
1 Phí chợ: tháng 5 ước 40 triệu đồng, 5 tháng ước 180 triệu đồng; phí bãi: tháng 5 ước 30 triệu đồng, 5 tháng ước 120
triệu đồng.""".replace("120\ntriệu", "120 triệu"): ["sum 70 = 40 | 30: exact", "sum 300 = 180 | 120: exact"],
}
WRONG = {
    "Đạt 480/500 triệu đồng, bằng 86% dự toán.": ["percent 86 = 480 | 500: differs"],
    "Tiếp nhận 50 hồ sơ, gồm: đất đai 20; hộ tịch 18; chứng thực 13.": ["sum 50 = 20 | 18 | 13: differs"],
    "Kiểm tra 74 cơ sở, trong đó 81 cơ sở vi phạm.": ["subset 74 = 81: differs"],
    "Xảy ra 30 vụ, giảm 10 vụ (35%) so với cùng kỳ.": ["growth 35 = 30 | 10: differs"],
    # 2/3 is 66.67 when rounded, 66.66 when cut
    "Giải quyết 2.000/3.000 đơn, đạt 66,66%.": ["percent 66,66 = 2.000 | 3.000: truncated"],
    # 805 + 76 = 881: the list may not be complete, so it is only worth checking
    "Tổng số hồ sơ: 872 hồ sơ, trong đó trực tuyến: 805, trực tiếp: 76.": ["sum 872 = 805 | 76: doubtful"],
}
SILENT = [
    "Thu đạt 85,2% dự toán, tăng 12,3% so với cùng kỳ.",  # no base is printed
    "Ban hành Quyết định số 105/QĐ-UBND ngày 07/7/2031 và Kế hoạch 12/KH-UBND.",
    "Chúc thọ 52 cụ tròn 100 tuổi và 39 cụ 90 tuổi.",
    "Tháng trước ghi nhận 5 trường hợp, quý trước 24 trường hợp.",
]


@pytest.mark.parametrize(("text", "expected"), [*STATED.items(), *LINES.items()])
def test_a_stated_calculation_is_found_and_holds(text: str, expected: list[str]) -> None:
    """Each wording is read with the right operands, and with nothing besides."""
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), WRONG.items())
def test_a_wrong_number_is_told(text: str, expected: list[str]) -> None:
    """What does not follow differs; digits that were cut, and lists that may be incomplete, are milder."""
    assert found(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_where_nothing_is_stated(text: str) -> None:
    """Better silent than wrong."""
    assert found(text) == []


def test_groups_that_overlap_raise_no_alarm() -> None:
    """Women and the poor may be the same people: 38 + 29 is more than 64, and nothing is wrong."""
    assert found("Trợ giúp 64 người, trong đó: nữ 38 người, người nghèo 29 người.") == ["subset 64 = 38 | 29: within"]


def test_a_part_that_is_no_number_makes_no_sum_differ() -> None:
    """The malformed number is told as such, and the sum is not claimed to be wrong."""
    text = "Chi 900 triệu đồng, gồm: lương 31.5000.000 đồng, hoạt động 300 triệu đồng."
    assert found(text) == ["format 31.5000.000 = : differs"]


def test_a_qualifier_widens_a_number() -> None:
    """“Gần 2 tỷ” is 1 to 2: 25 % to 50 % of 4, so that 49 % agrees within rounding."""
    assert found("Thu gần 2 tỷ đồng/4 tỷ đồng, bằng 49% dự toán.") == ["percent 49 = 2 | 4: rounding"]


def test_parts_without_a_unit_take_that_of_their_total() -> None:
    """“cấp mới 30” of 36 certificates are certificates."""
    units = checked("Cấp được 36 giấy chứng nhận, trong đó: cấp mới 30; thay đổi 05; cấp lại 01.").printed
    assert [one.figure.unit.unit for one in units] == ["certificate"] * 4


def test_a_finding_speaks_as_the_reports_do() -> None:
    """Where, what is printed, what follows, what to look at; numbers in the report's own form."""
    finding = only("I. KINH TẾ\nTổng thu 1.250 triệu đồng, gồm: thuế 800 triệu đồng; phí 405 triệu đồng.")
    assert finding.say("vi") == (
        "Mục I: “Tổng thu” ghi 1.250\N{NO-BREAK SPACE}triệu đồng; cộng các khoản thành phần đã ghi (2) được "
        "1.205\N{NO-BREAK SPACE}triệu đồng, chênh lệch 45\N{NO-BREAK SPACE}triệu đồng. "
        "Đề nghị rà soát tổng số và từng khoản thành phần."
    )


def test_one_wrong_digit_behind_two_findings_is_one_cause() -> None:
    """187.488 for 197.488 breaks the percentage and the sum: changing it alone makes both hold."""
    text = "Thu 187.488/189.070 triệu đồng, đạt 104,5% dự toán, gồm: thuế 100.000 triệu đồng, phí 97.488 triệu đồng."
    (cause,) = checked(text).causes
    assert len(cause.broken) == 2
    assert [(suspect.figure.printed, suspect.repairs) for suspect in cause.candidates] == [("187.488", ("197.488",))]


def test_ids_are_unique_and_places_quote_the_digits() -> None:
    """Every finding can be named, and every figure found in its paragraph."""
    result = checked("\n".join([*STATED, *WRONG]))
    ids = [finding.id for finding in result.findings]
    assert len(ids) == len(set(ids)) > 30
    texts = {paragraph.index: paragraph.text for paragraph in result.document.paragraphs}
    for one in result.printed:
        assert texts[one.mention.paragraph][one.mention.start : one.mention.end] == one.mention.printed
