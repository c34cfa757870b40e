"""The figures of a document that are likeliest mistyped, with repairs and a sentence. All texts are made up."""

from __future__ import annotations

from phulien_analysis.stated.suspects import DocumentCause
from tests.made_up_texts import checked


def told(cause: DocumentCause) -> list[tuple[str, tuple[str, ...]]]:
    """The suspects of a cause that a slip explains, each with its repairs."""
    return [(suspect.figure.printed, suspect.repairs) for suspect in cause.candidates if suspect.repairs]


def plain(text: str) -> str:
    """A sentence with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_no_cause_where_all_holds() -> None:
    """What holds has no suspect."""
    # 480/500 = 96 %
    assert checked("Thu 480/500 triệu đồng, đạt 96% kế hoạch.").causes == ()


def test_one_figure_behind_two_findings() -> None:
    """280 for 290 breaks the percentage and the remainder: 290 alone makes both hold, and comes first."""
    # 290/320 = 90,6 %; 320 − 290 = 30
    (cause,) = checked("Tiếp nhận 320 hồ sơ, đã giải quyết 280 hồ sơ, đạt 90,6%, còn lại 30 hồ sơ.").causes
    assert cause.broken == ("percent@p1 #3", "remaining@p1 #4")
    assert told(cause) == [("280", ("290",))]


def test_findings_that_share_nothing_are_two_causes() -> None:
    """Errors in two sentences are told apart, each with the plainest slip first."""
    # 480/500 = 96 %; 320 − 290 = 30
    text = "Thu 480/500 triệu đồng, đạt 86% kế hoạch.\nTiếp nhận 320 hồ sơ, đã giải quyết 290 hồ sơ, còn lại 20 hồ sơ."
    first, second = checked(text).causes
    assert (first.broken, second.broken) == (("percent@p1 #3",), ("remaining@p2 #3",))
    assert told(first)[0] == ("86", ("96",))
    assert told(second)[0] == ("20", ("30",))


def test_a_figure_that_another_calculation_holds_is_no_suspect() -> None:
    """8.200 is in a percentage that holds, and no slip of it would leave that as it is."""
    # 8.200/10.000 = 82 %; 8.200 + 4.000 + 100 = 12.300
    text = (
        "Tổng thu 12.500 triệu đồng, gồm: thuế 8.200 triệu đồng; phí 4.000 triệu đồng; khác 100 triệu đồng.\n"
        "Thu thuế 8.200/10.000 triệu đồng, đạt 82% kế hoạch."
    )
    (cause,) = checked(text).causes
    # 100 is small beside the others: of 300 that is less so
    assert told(cause) == [("100", ("300",)), ("4.000", ("4.200",)), ("12.500", ("12.300",))]


def test_a_repair_that_is_printed_elsewhere_comes_first() -> None:
    """4.200 is printed in another sentence, so that 4.000 is likelier mistyped than others."""
    # 8.200 + 4.200 + 100 = 12.500; 4.200/5.000 = 84 %
    text = "Tổng thu 12.500 triệu đồng, gồm: thuế 8.200 triệu đồng; phí 4.000 triệu đồng; khác 100 triệu đồng.\n{}"
    (cause,) = checked(text.format("Thu phí đạt kế hoạch.")).causes
    assert told(cause)[0] == ("100", ("300",))
    (cause,) = checked(text.format("Thu phí 4.200 triệu đồng, đạt 84% kế hoạch (5.000 triệu đồng).")).causes
    assert told(cause)[0] == ("4.000", ("4.200",))


def test_a_calculation_that_holds_is_a_witness() -> None:
    """The calculation that a suspect is in, and that would go on holding, is named with it."""
    # 199/200 = 99,5 % and 198/200 = 99 %, either of which is 99 % within “khoảng”; 199 + 5 = 204, 198 + 5 = 203
    text = "Giải quyết 198/200 hồ sơ, đạt khoảng 99%, gồm: đất đai 105 hồ sơ; hộ tịch 94 hồ sơ."
    (cause,) = checked(text).causes
    suspect = next(s for s in cause.candidates if s.figure.printed == "198")
    assert suspect.repairs == ("199",)
    assert suspect.witnesses == ("percent@p1 #3",)


def test_no_single_slip() -> None:
    """Where no single digit explains what is broken, that is said, and no repair is made up."""
    # 1.480/2.500 = 59,2 %, and 49,2 % is one digit from it; 1.000 + 230 is 1.230, not 1.480
    text = (
        "Thu 1.480/2.500 triệu đồng, đạt 49,2% kế hoạch.\n"
        "Tổng thu 1.480 triệu đồng, gồm: thuế 1.000 triệu đồng, phí 230 triệu đồng."
    )
    (cause,) = checked(text).causes
    assert told(cause) == []
    assert cause.message.say("en") == (
        "No change of a single digit would make them hold (2). Please check all numbers of each."
    )
    assert cause.message.say("vi") == (
        "Không có thay đổi một chữ số nào làm cho các phép tính này (2) đều khớp. "
        "Đề nghị rà soát tất cả các số trong từng phép tính."
    )


def test_a_cause_speaks() -> None:
    """The sentence names the place, both numbers, what would hold, and that it is one reading among others."""
    # 480/500 = 96 %
    (cause,) = checked("II. KINH TẾ\nThu 480/500 triệu đồng, đạt 86% kế hoạch.").causes
    assert plain(cause.message.say("vi")) == (
        "Mục II: nếu “Thu” (tỷ lệ so với kế hoạch, dự toán) là 96% thay cho 86% thì phép tính liên quan khớp. "
        "Đây chỉ là một trong các khả năng; đề nghị đối chiếu chứng từ."
    )
    assert plain(cause.message.say("en")).startswith(
        "Section II: with 96% in place of 86% for “Thu” (percent of plan), the calculation concerned would hold."
    )


def test_a_cause_of_several_findings_says_how_many() -> None:
    """280 for 290 stands behind two findings, and no other calculation has it."""
    # 290/320 = 90,6 %; 320 − 290 = 30
    (cause,) = checked("Tiếp nhận 320 hồ sơ, đã giải quyết 280 hồ sơ, đạt 90,6%, còn lại 30 hồ sơ.").causes
    assert "(hiện chưa khớp: 2; hiện khớp: 0)" in plain(cause.message.say("vi"))
    assert not cause.is_own


def test_a_cause_names_a_figure_as_its_finding_does() -> None:
    """The rate is called a rate in the cause as in the finding, not by its level alone."""
    # 480/500 = 96 %
    document = checked("Thu 480/500 triệu đồng, đạt 86% kế hoạch.")
    (cause,) = document.causes
    assert [f.stated.measure for f in document.findings if f.stated] == ["percent_of_plan"]
    assert cause.candidates[0].figure.measure == "percent_of_plan"


def test_a_cause_offers_first_what_the_finding_computes() -> None:
    """Of two repairs that fit, the one that the calculation itself gives comes first."""
    # 12,5/11,95 = 104,6 %; 104,4 % fits as well, for 12,5 may be up to 12,55 and 11,95 down to 11,945
    (cause,) = checked("Tháng 8 thu 12,5 tỷ đồng, bằng 106,4% so với tháng 7 (11,95 tỷ đồng).").causes
    assert told(cause)[0] == ("106,4", ("104,6", "104,4"))
    assert cause.is_own
    assert cause.hint is not None
    assert plain(cause.hint.say("vi")).startswith("Nếu là 104,6% thay cho 106,4% thì phép tính này khớp")


def test_a_part_that_is_more_than_its_whole() -> None:
    """Of a part that is too large, part and whole are both suspects."""
    # 135 is more than 127: 125 would do, and so would 227
    (cause,) = checked("Đã kiểm tra 127 cơ sở, trong đó có 135 cơ sở ăn uống.").causes
    assert {printed for printed, _ in told(cause)} == {"127", "135"}
    assert "125" in dict(told(cause))["135"]


def test_a_malformed_number_is_its_own_finding() -> None:
    """A number without a value is in no calculation, and so no suspect."""
    result = checked("Chi 900 triệu đồng, gồm: lương 31.5000.000 đồng, hoạt động 300 triệu đồng.")
    assert result.causes == ()
    assert [finding.id for finding in result.findings] == ["format@p1 #2"]
