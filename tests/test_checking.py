"""A document checked: its findings speak, can be named, and quote what is printed. All texts are made up."""

from __future__ import annotations

import pytest

from phulien_analysis.findings import Finding
from tests.made_up_texts import checked, found, line

_HEAD = "II. KINH TẾ\n1. Thu chi\n"


def said(text: str, lang: str, which: int = -1) -> str:
    """A finding of a text in a section, with ordinary spaces."""
    finding: Finding = checked(_HEAD + text).findings[which]
    return finding.say("vi" if lang == "vi" else "en").replace("\N{NO-BREAK SPACE}", " ")


def test_a_sum_speaks() -> None:
    """A sum that differs says both totals and by how much."""
    # 900 + 305 = 1.205; 1.250 − 1.205 = 45
    text = "Tổng chi 1.250 triệu đồng, cụ thể: chi thường xuyên 900 triệu đồng; chi đầu tư 305 triệu đồng."
    assert said(text, "vi") == (
        "Mục II.1: “Tổng chi” ghi 1.250 triệu đồng; cộng các khoản thành phần đã ghi (2) được 1.205 triệu đồng, "
        "chênh lệch 45 triệu đồng. Đề nghị rà soát tổng số và từng khoản thành phần."
    )
    assert said(text, "en") == (
        "Section II.1: “Tổng chi” is printed as 1,250 million dong; adding the parts printed (2) gives "
        "1,205 million dong, a difference of 45 million dong. Please check the total and each part."
    )


def test_a_doubtful_sum_speaks() -> None:
    """A list that may not be complete claims nothing."""
    # 30 + 7 = 37
    text = "Cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi 7 hồ sơ."
    assert said(text, "vi").endswith(
        "cộng các khoản thành phần đã ghi (2) được 37 hồ sơ. Nếu các khoản liệt kê là đầy đủ, "
        "đề nghị rà soát tổng số và từng khoản thành phần."
    )
    assert said(text, "en").endswith(
        "adding the parts printed (2) gives 37 dossiers. If the list is meant to be complete, "
        "please check the total and each part."
    )


def test_shares_of_a_whole_speak() -> None:
    """Shares that do not make 100 % ask to check each."""
    # 100 − 21,4 − 42,8 = 35,8; 35,8 − 34,8 = 1,0
    text = "Cơ cấu kinh tế: nông nghiệp 21,4%; công nghiệp 42,8%; dịch vụ 34,8%."
    assert said(text, "vi") == (
        "Mục II.1: “dịch vụ” ghi 34,8%; lấy 100% trừ các tỷ trọng còn lại (2 tỷ trọng) được 35,8%, "
        "chênh lệch 1,0 điểm phần trăm. Đề nghị rà soát từng tỷ trọng."
    )
    assert said(text, "en") == (
        "Section II.1: “dịch vụ” is printed as 34.8%; 100% less the other shares (2) gives 35.8%, "
        "a difference of 1.0 percentage points. Please check each share."
    )


def test_a_percentage_speaks() -> None:
    """A percentage that differs says what it was worked out from."""
    # 480/500 = 96 %
    text = "Thu 480/500 triệu đồng, đạt 86% kế hoạch."
    assert said(text, "vi") == (
        "Mục II.1: “Thu” (tỷ lệ so với kế hoạch, dự toán) ghi 86%; tính từ 480 triệu đồng trên 500 triệu đồng "
        "được 96%, chênh lệch 10 điểm phần trăm. Đề nghị rà soát tỷ lệ, số thực hiện hoặc số kế hoạch."
    )
    assert said(text, "en") == (
        "Section II.1: “Thu” (percent of plan) is printed as 86%; 480 million dong / 500 million dong gives 96%, "
        "a difference of 10 percentage points. Please check the percentage, the actual or the plan."
    )


def test_a_percentage_that_was_cut_speaks() -> None:
    """Digits that were cut are said to be so."""
    # 2/3 = 66,67 %
    assert said("Đã giải quyết 2/3 vụ, đạt 66,6%.", "vi").endswith(
        "tính từ 2 vụ trên 3 vụ được 66,7%, chỉ khớp với số đã ghi nếu cắt bớt chữ số thập phân thay vì làm tròn. "
        "Đề nghị kiểm tra tỷ lệ, tử số hoặc mẫu số."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 8 thu 1.250 triệu đồng, bằng 106,4% so với tháng 7 (1.195 triệu đồng).",
        "Tiêm chủng cho 182/185 trẻ, đạt 94,8%.",
        "Có 1.250 người, trong đó nữ 610 người (84,8%).",
    ],
)
def test_a_percentage_of_no_plan_speaks_of_none(text: str) -> None:
    """A percentage is called one of a plan only where a word says so; else numerator and denominator are asked for."""
    # 1.250/1.195 = 104,6 %; 182/185 = 98,4 %; 610/1.250 = 48,8 %
    found = said(text, "vi")
    assert "(tỷ lệ) ghi " in found
    assert "kế hoạch" not in found
    assert found.endswith("Đề nghị rà soát tỷ lệ, tử số hoặc mẫu số.")


@pytest.mark.parametrize(
    "text",
    [
        "Thu 480 triệu đồng, đạt 86% dự toán (500 triệu đồng).",
        "Dự toán giao 500 triệu đồng, đã thực hiện 480 triệu đồng, bằng 86%.",
    ],
)
def test_a_percentage_of_a_plan_says_so(text: str) -> None:
    """A word for a plan stands after the percentage, or before its base."""
    # 480/500 = 96 %
    assert "(tỷ lệ so với kế hoạch, dự toán) ghi 86%" in said(text, "vi")


def test_a_share_speaks() -> None:
    """A share that differs names number and base."""
    # 75/5.000 = 1,5 %
    text = "Có 75 hộ nghèo, chiếm 1,6% tổng số 5.000 hộ."
    assert said(text, "vi") == (
        "Mục II.1: “hộ nghèo” (tỷ lệ) ghi 1,6%; tính từ 75 hộ trên 5.000 hộ được 1,5%, "
        "chênh lệch 0,1 điểm phần trăm. Đề nghị rà soát tỷ lệ, tử số hoặc mẫu số."
    )
    assert said(text, "en").endswith(
        "a difference of 0.1 percentage points. Please check the share, the number or its base."
    )


@pytest.mark.parametrize("pair", ["25 căn/50 căn", "25/50 căn"])
def test_things_counted_keep_the_noun_of_the_report(pair: str) -> None:
    """Who prints ``căn`` reads ``căn``, also where the unit stands at one of the two numbers only."""
    # 25/50 = 50 %
    text = f"Xây dựng nhà ở xã hội được {pair}, đạt 60%."
    assert "tính từ 25 căn trên 50 căn được 50%" in said(text, "vi")
    assert "25 houses / 50 houses" in said(text, "en")


def test_a_growth_speaks() -> None:
    """A growth that differs names both levels, or the change and the level it led to."""
    # 1.260/1.200 − 1 = 5 %; 16/(126 − 16) = 14,5 %
    levels = "Sản lượng đạt 1.260 tấn, vượt 6% kế hoạch (1.200 tấn)."
    assert said(levels, "vi") == (
        "Mục II.1: “Sản lượng” (tốc độ tăng, giảm) ghi 6%; so 1.260 tấn với 1.200 tấn được 5%, "
        "chênh lệch 1 điểm phần trăm. Đề nghị rà soát tốc độ tăng, giảm và số liệu của hai kỳ."
    )
    change = "Có 126 vụ, tăng 16 vụ (14,9%) so với cùng kỳ."
    assert said(change, "vi").endswith(
        "ghi 14,9%; mức thay đổi 16 vụ để có 126 vụ được 14,5%, chênh lệch 0,4 điểm phần trăm. "
        "Đề nghị rà soát tỷ lệ tăng (giảm), mức tăng (giảm) và số hiện tại."
    )


def test_a_multiple_speaks() -> None:
    """So many times are `times` in English."""
    # 3.600/1.200 = 3
    text = "Số khách tháng 7 là 3.600 lượt khách, gấp 4 lần cùng kỳ (1.200 lượt khách)."
    assert said(text, "en").startswith(
        "Section II.1: “Số khách” (multiple) is printed as 4 times; 3,600 visits / 1,200 visits gives 3 times, "
    )
    assert "“Số khách” (số lần) ghi 4 lần" in said(text, "vi")
    assert said(text, "vi").endswith("Đề nghị rà soát số lần và hai số liệu được so sánh.")


def test_a_remainder_speaks() -> None:
    """What is left and differs asks to check all three."""
    # 320 − 290 = 30
    text = "Tiếp nhận 320 hồ sơ, đã giải quyết 290 hồ sơ, còn lại 20 hồ sơ."
    assert said(text, "vi").endswith(
        "(số còn lại) ghi 20 hồ sơ; lấy 320 hồ sơ trừ 290 hồ sơ được 30 hồ sơ, chênh lệch 10 hồ sơ. "
        "Đề nghị rà soát số còn lại, số kế hoạch hoặc số thực hiện."
    )
    assert said(text, "en").endswith(
        "is printed as 20 dossiers; 320 dossiers less 290 dossiers gives 30 dossiers, a difference of 10 dossiers. "
        "Please check the remainder, the plan or the actual."
    )


def test_a_change_speaks() -> None:
    """A change that differs asks to check both levels."""
    # 2,80 − 2,35 = 0,45
    text = "Tỷ lệ hộ nghèo còn 2,35%, giảm 0,55 điểm phần trăm so với cùng kỳ (2,8%)."
    assert said(text, "vi") == (
        "Mục II.1: “Tỷ lệ hộ nghèo” (mức tăng, giảm) ghi 0,55 điểm phần trăm; "
        "lấy 2,8% trừ 2,35% được 0,45 điểm phần trăm, "
        "chênh lệch 0,10 điểm phần trăm. Đề nghị rà soát mức tăng, giảm và số liệu của hai kỳ."
    )


def test_a_product_speaks() -> None:
    """A product that differs asks for number, worth and amount."""
    # 20 · 300.000 = 6.000.000
    assert said("Tặng 20 suất quà x 300.000 đồng = 6.500.000 đồng.", "vi").endswith(
        "ghi 6.500.000 đồng; lấy 20 suất quà nhân 300.000 đồng được 6.000.000 đồng, chênh lệch 500.000 đồng. "
        "Đề nghị rà soát số lượng, giá trị của một đơn vị và số tiền."
    )


def test_a_subset_speaks() -> None:
    """A part that is more than its whole is named with it; one that is not is told quietly."""
    text = "Đã kiểm tra 127 cơ sở, trong đó có {} cơ sở ăn uống."
    assert said(text.format(135), "vi") == (
        "Mục II.1: “kiểm tra” ghi 127 cơ sở, nhưng trong đó “cơ sở ăn uống” ghi 135 cơ sở (Mục II.1). "
        "Đề nghị rà soát cả hai số."
    )
    assert said(text.format(35), "en") == (
        # 35/127 = 27.56 %
        "Section II.1: “kiểm tra” is printed as 127 establishments; no part printed of it is more (1). "
        "Together they are 27.6% of it."
    )


@pytest.mark.parametrize(("words", "name"), [("Số hồ sơ", "Số hồ sơ"), ("Tiếp nhận hồ sơ", "Tiếp nhận")])
def test_a_name_of_a_number_keeps_what_it_counts(words: str, name: str) -> None:
    """The noun is not said twice, but “Số” alone names nothing: 30 + 21 = 51."""
    text = f"{words}: 50 hồ sơ, gồm 30 hồ sơ trực tuyến và 21 hồ sơ trực tiếp."
    assert said(text, "vi").startswith(f"Mục II.1: “{name}” ghi 50 hồ sơ;")


def test_a_malformed_number_speaks() -> None:
    """A number that is none is printed as it stands, with what is wrong in it."""
    assert said("Tặng quà trị giá 31.5000.000 đồng.", "vi").endswith(
        "chưa đúng quy cách (sau mỗi dấu chấm phải đủ ba chữ số) nên chưa xác định được giá trị. "
        "Đề nghị đối chiếu chứng từ và ghi lại số."
    )


def test_a_denominator_of_nothing_speaks() -> None:
    """Nothing is claimed of 0/0."""
    assert said("Đã kiểm tra 0/0 cơ sở, đạt 100% kế hoạch.", "vi").endswith(
        "mẫu số bằng 0 hoặc có thể bằng 0. Nội dung này không được tính là chưa khớp."
    )


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Thu 480/500 triệu đồng, đạt 96% kế hoạch.", "ok"),
        ("Đã kiểm tra 0/0 cơ sở, đạt 100% kế hoạch.", "note"),
        ("Đã giải quyết 2/3 vụ, đạt 66,6%.", "warning"),
        ("Cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi 7 hồ sơ.", "warning"),
        ("Thu 480/500 triệu đồng, đạt 86% kế hoạch.", "error"),
    ],
)
def test_severities(text: str, severity: str) -> None:
    """What holds is ok, what cannot be told a note, cut digits and doubts a warning, what differs an error."""
    assert [finding.severity for finding in checked(text).findings] == [severity]


def test_parts_take_the_unit_of_their_total() -> None:
    """“cấp mới 30” of 36 permits are permits, and the finding says so."""
    result = checked("Cấp 36 giấy phép, trong đó: cấp mới 30; cấp lại 05; gia hạn 01.")
    assert len({one.figure.unit.unit for one in result.printed}) == 1
    (finding,) = result.findings
    assert {operand.unit for operand in finding.operands} == {finding.stated.unit} if finding.stated else False


def test_figures_in_a_list_of_labels_take_the_unit_before_them() -> None:
    """After “khai sinh: 18 trường hợp”, “khai tử: 15” are cases as well."""
    result = checked("Hộ tịch: khai sinh: 18 trường hợp; khai tử: 15; kết hôn: 9.")
    assert [one.mention.unit.label_vi if one.mention.unit else "" for one in result.printed] == ["trường hợp"] * 3


def test_findings_stand_in_the_order_of_the_text() -> None:
    """Findings come as the figures that they are about."""
    result = checked(
        "Thu 480/500 triệu đồng, đạt 96% kế hoạch.\nTặng quà trị giá 31.5000.000 đồng.\n"
        "Cấp 36 giấy phép, gồm: cấp mới 30, cấp lại 6."
    )
    assert [line(finding) for finding in result.findings] == [
        "percent 96 = 480 | 500: exact",
        "format 31.5000.000 = : differs",
        "sum 36 = 30 | 6: exact",
    ]


def test_an_id_names_rule_and_place() -> None:
    """A finding's id is its rule and where its stated figure stands; of two with one, the second is numbered."""
    # 60 + 40 = 100; 75 + 25 = 100
    text = (
        "Tiếp nhận 100 hồ sơ, gồm: đất đai 60 hồ sơ, hộ tịch 40 hồ sơ; trong đó: trực tuyến 75 hồ sơ, "
        "trực tiếp 25 hồ sơ."
    )
    ids = [finding.id for finding in checked(_HEAD + text).findings if finding.kind == "sum"]
    assert ids == ["sum@II.1 p1 #1", "sum.2@II.1 p1 #1"]


def test_a_text_without_figures() -> None:
    """Nothing printed, nothing found."""
    result = checked("Tình hình ổn định.")
    assert (result.printed, result.findings, result.causes) == ((), (), ())


def test_numbers_in_english_form() -> None:
    """Where the whole text writes commas for thousands, its numbers are read so."""
    # 1,205,500 + 44,500 = 1,250,000
    text = (
        "Thu 1,250,000 đồng, gồm: phí 1,205,500 đồng; khác 44,500 đồng.\n"
        "Chi 2,400,000 đồng cho 12 hộ.\nTặng 3,150,000 đồng."
    )
    assert found(text) == ["sum 1,250,000 = 1,205,500 | 44,500: exact"]


def test_the_frames_of_a_document_leave_out_what_only_a_month_has() -> None:
    """Three figures and one sum are three rows and one; a document has no month, topic or indicator."""
    document = checked("Có 195 hồ sơ, gồm: trực tuyến 131 hồ sơ, trực tiếp 64 hồ sơ.")
    figures, findings = document.figures_frame(), document.findings_frame()
    assert list(figures["printed"]) == ["195", "131", "64"]
    assert list(findings["printed"]) == ["195"]
    assert not {"topic", "indicator", "period_start"} & {*figures.columns, *findings.columns}
