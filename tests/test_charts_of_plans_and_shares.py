import pytest

from phulien_analysis.charts import bullets, plan_and_actual, share_bar
from phulien_analysis.errors import PhulienError
from phulien_analysis.report import Report, load_report
from tests.charts_seen import DATA, SOURCES, WARD_PLANS, boxes, drawn, refused, texts
from tests.made_up import report_of


@pytest.fixture(scope="module")
def thang_7() -> Report:
    """The real report of July 2025, read in Vietnamese."""
    return load_report("2025-07", data=DATA, lang="vi")


# Plan and actual


def test_pairs_stand_in_the_order_of_their_plans_with_the_stated_percentage(thang_7: Report) -> None:
    """Sorted by plan, never by rate; the zero stays, labelled 0 beside its stated 0%."""
    chart = drawn(plan_and_actual(thang_7, SOURCES))
    assert texts(chart) == [
        "Tiền sử dụng đất điều tiết ngân sách thành phố",
        "Kế hoạch 141.250",
        "Thực hiện 37.052,781 · 26,23%",
        "Nguồn tăng thu ngân sách năm trước",
        "Kế hoạch 64.855,500",
        "Thực hiện 41.185,910 · 63,50%",
        "Tiền sử dụng đất điều tiết ngân sách quận",
        "Kế hoạch 55.148",
        "Thực hiện 43.959,695 · 79,71%",
        "Vốn xây dựng cơ bản tập trung",
        "Kế hoạch 48.000",
        "Thực hiện 9.026,719 · 18,81%",
        "Đóng góp của doanh nghiệp",
        "Kế hoạch 1.750",
        "Thực hiện 0 · 0%",
    ]
    assert (len(boxes(chart, "pale")), len(boxes(chart, "strong"))) == (5, 4)
    assert chart.title == (
        "“Tiền sử dụng đất điều tiết ngân sách thành phố”: 37.052,781/141.250\N{NO-BREAK SPACE}triệu đồng, "
        "bằng 26,23% kế hoạch"
    )


def test_pairs_can_keep_the_order_given(july: Report) -> None:
    """A notebook may want the order of the report."""
    chart = drawn(plan_and_actual(july, SOURCES, sort="given"))
    assert texts(chart)[0] == "Centrally allocated capital construction funds"


def test_a_pair_without_plan_or_percentage_is_told() -> None:
    """No plan: no pair, but a sentence; no stated percentage: the number alone."""
    report = report_of(
        "a actual 2025-01..2025-06 50 million-dong",
        "a plan 2025-01..2025-12 100 million-dong",
        "b actual 2025-01..2025-06 5 million-dong",
        "c actual 2025-01..2025-06 5 million-dong",
        "c plan 2025-01..2025-12 1.5000 million-dong",
        "d plan 2025-01..2025-12 7 million-dong",
    )
    chart = drawn(plan_and_actual(report, ["a", "b", "c", "d"]))
    assert chart.title == "“Made-up a”: 50/100\N{NO-BREAK SPACE}million dong"
    assert texts(chart)[-1] == "Actual 50"
    assert chart.remark == ("Not printed for this window: Made-up d. No plan is printed for: Made-up b; Made-up c.")
    assert chart.alt.endswith(chart.remark)
    assert refused(bullets(report, ["b"])) == "No plan is printed for: Made-up b."


def test_a_bullet_holds_the_actual_against_its_plan(july: Report, thang_7: Report) -> None:
    """The budget's plan is called an estimate, and what goes beyond it can be seen."""
    chart = drawn(bullets(thang_7, ["state-budget-revenue"], called="estimate"))
    assert chart.title == (
        "“Thu ngân sách nhà nước trên địa bàn”: 197.488/189.070\N{NO-BREAK SPACE}triệu đồng, bằng 104,5% dự toán"
    )
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(chart)[-2:]] == [
        "Thực hiện 197.488 triệu đồng",
        "Dự toán 189.070 triệu đồng",
    ]
    plan, actual = boxes(chart, "pale")[0], boxes(chart, "strong")[0]
    assert round(actual[1] / plan[1], 3) == 1.045
    english = drawn(bullets(july, ["state-budget-revenue"], called="estimate"))
    assert english.title.endswith(": 197,488/189,070\N{NO-BREAK SPACE}million dong, 104.5% of the estimate")


def test_bullets_of_one_kind_share_a_scale(july: Report, thang_7: Report) -> None:
    """The ward's projects under both plans: the larger plan is longer, and the title has both rates."""
    chart = drawn(bullets(july, WARD_PLANS))
    assert chart.title == (
        "Percent of the plan: “Projects in the ward, under the city's plan” 34.52%; "
        "“Projects in the ward, under the district's plan” 41.65%"
    )
    smaller, larger = (width for _, width in boxes(chart, "pale")[::2])
    assert round(smaller / larger, 3) == round(153369.012 / 180657.785, 3)
    assert drawn(bullets(thang_7, WARD_PLANS, called="estimate")).title.startswith("Tỷ lệ so với dự toán: “Dự án")


def test_bullets_of_different_things_have_a_scale_each() -> None:
    """Dossiers beside money: both plans are as long as the width allows, and the note says so."""
    report = report_of(
        "a actual 2025-07 5 dossier",
        "a plan 2025-07 10 dossier",
        "b actual 2025-07 20 million-dong",
        "b plan 2025-07 50 million-dong",
    )
    chart = drawn(bullets(report, ["a", "b"]))
    assert chart.note == "Each has its own scale. Window: July 2025."
    assert [round(width) for _, width in boxes(chart, "pale")[::2]] == [335, 335]
    assert texts(chart)[-1] == "Plan 50\N{NO-BREAK SPACE}million dong"


def test_many_bullets_have_the_largest_plan_for_a_title(july: Report) -> None:
    """A title of five rates would be no finding."""
    assert drawn(bullets(july, SOURCES)).title.startswith("“Land use fee apportioned to the city budget”: 37,052.781/")


def test_units_that_differ_are_both_said(july: Report) -> None:
    """Nothing of 1,750 million is printed in đồng: the ratio keeps both units."""
    chart = drawn(bullets(july, ["investment-enterprise-contributions"]))
    assert chart.title == (
        "“Contributions from enterprises”: 0\N{NO-BREAK SPACE}dong/1,750\N{NO-BREAK SPACE}million dong, 0% of the plan"
    )


# One bar


def test_a_share_bar_has_numbers_and_shares_beside_its_names(thang_7: Report) -> None:
    """451 dossiers by channel: two parts of one bar, each with its count and share."""
    chart = drawn(share_bar(thang_7, "dossiers-received", "by-channel"))
    assert texts(chart) == [
        "Hồ sơ tiếp nhận trực tuyến",
        "416\N{NO-BREAK SPACE}hồ sơ · 92,2%",
        "Hồ sơ tiếp nhận trực tiếp",
        "35\N{NO-BREAK SPACE}hồ sơ · 7,8%",
    ]
    (_, online), (_, in_person) = boxes(chart, "strong")[0], boxes(chart, "second")[0]
    assert round(online / (online + in_person), 3) == 0.922
    assert chart.title == "“Hồ sơ tiếp nhận trực tuyến”: 416/451\N{NO-BREAK SPACE}hồ sơ (92,2%)"
    assert chart.rows[-1] == (
        "Hồ sơ thủ tục hành chính tiếp nhận",
        "451\N{NO-BREAK SPACE}hồ sơ",
        "01–20/7/2025",
        "Mục II.5, chú thích 29",
        "100,0%",
    )


def test_three_parts_are_told_apart_without_colour(july: Report) -> None:
    """The third part is pale and outlined; the smallest can still be seen."""
    chart = drawn(share_bar(july, "household-business-certificates", "by-kind"))
    first, second, third = (boxes(chart, paint)[0][1] for paint in ("strong", "second", "pale"))
    assert first > second > third >= 3
    assert [row[-1] for row in chart.rows] == ["83.3%", "13.9%", "2.8%", "100.0%"]


def test_a_part_of_0_keeps_its_line() -> None:
    """A zero has no piece of the bar, but its name, its 0 and its 0% stay."""
    report = report_of(
        "all actual 2025-07 5 dossier",
        "a actual 2025-07 0 dossier",
        "b actual 2025-07 5 dossier",
        parts=["all by-kind: a b"],
    )
    chart = drawn(share_bar(report, "all", "by-kind"))
    assert texts(chart)[-2:] == ["Made-up a", "0\N{NO-BREAK SPACE}dossiers · 0.0%"]
    assert len(boxes(chart, "second")) == 1  # beside its name


def test_no_bar_of_100_percent_where_the_parts_are_not_the_whole() -> None:
    """One bar would say that the parts are all there is; where they are not, a sentence says why it is not drawn."""
    figures = ["all actual 2025-07 9 dossier", "a actual 2025-07 3 dossier", "b actual 2025-07 5 dossier"]
    report = report_of(*figures, parts=["all by-kind: a b"])
    assert refused(share_bar(report, "all", "by-kind")) == (
        "The parts printed do not make up “Made-up all”, so no shares are drawn."
    )
    report = report_of(*figures[:2], parts=["all by-kind: a b"])
    assert refused(share_bar(report, "all", "by-kind")) == "Not printed for this window: Made-up b."
    report = report_of(*figures[:2], "b actual 2025-07 1.5000 dossier", parts=["all by-kind: a b"])
    assert "printed as “1.5000” (Section II.1)" in refused(share_bar(report, "all", "by-kind"))
    nothing = report_of(*(f"{name} actual 2025-07 0 dossier" for name in ("all", "a", "b")), parts=["all by-kind: a b"])
    assert refused(share_bar(nothing, "all", "by-kind")) == "“Made-up all” is 0, so there are no shares to draw."


def test_rounded_parts_that_agree_with_their_total_are_drawn() -> None:
    """Parts that miss their total by rounding alone make it up."""
    figures = [
        "all actual 2025-07 10 million-dong",
        "a actual 2025-07 4 million-dong",
        "b actual 2025-07 5 million-dong",
    ]
    chart = drawn(share_bar(report_of(*figures, parts=["all by-kind: a b"]), "all", "by-kind"))
    assert [row[-1] for row in chart.rows] == ["50.0%", "40.0%", "100.0%"]


def test_a_share_bar_of_many_parts_is_refused_with_the_remedy(july: Report) -> None:
    """Eight fields in one bar could not be told apart."""
    with pytest.raises(PhulienError, match="has 8 parts in 'by-field'; one bar shows 2 or 3, use breakdown_bars"):
        share_bar(july, "dossiers-received", "by-field")
