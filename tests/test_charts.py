import pytest

from phulien_analysis.charts import bars, breakdown_bars, bullets, plan_and_actual, share_bar, steps
from phulien_analysis.errors import NotFoundError, PhulienError
from phulien_analysis.report import Report, load_report
from tests.charts_seen import ACTS, DATA, GIFTS, LAND_STEPS, WARD_PLANS, axes, boxes, drawn, refused, texts
from tests.made_up import report_of


@pytest.fixture(scope="module")
def thang_7() -> Report:
    """The real report of July 2025, read in Vietnamese."""
    return load_report("2025-07", data=DATA, lang="vi")


# What a chart says


def test_a_breakdown_names_the_largest_part_and_its_share(july: Report, thang_7: Report) -> None:
    """The title is the finding, with the number in the form of the language and the share of the printed total."""
    english = drawn(breakdown_bars(july, "state-budget-revenue", "by-line"))
    assert english.title == "The largest is “Land use fee”: 80,608\N{NO-BREAK SPACE}million dong, 40.8% of the total"
    vietnamese = drawn(breakdown_bars(thang_7, "state-budget-revenue", "by-line"))
    assert vietnamese.title == (
        "“Thu tiền sử dụng đất” là mục lớn nhất: 80.608\N{NO-BREAK SPACE}triệu đồng, bằng 40,8% của tổng"
    )


def test_a_breakdown_says_every_number_of_every_window_in_words(july: Report) -> None:
    """Who cannot see the picture hears the same numbers in the same order, and what is missing."""
    assert drawn(breakdown_bars(july, "state-budget-revenue", "by-line")).alt == (
        "Bars of the parts of “State budget revenue in the area”, in million dong. January–July 2025: "
        "Land use fee 80,608; Non-state sector revenue 60,311; Personal income tax 22,921; Registration fee 17,662; "
        "Land rental 5,010; Non-agricultural land use tax 4,435; Other off-budget revenue 2,145; "
        "State-owned sector revenue 1,884; Business licence fee 1,453; Fees and charges 1,059. "
        "July 2025: Land use fee 2,000; Non-state sector revenue 5,000; Personal income tax 1,500; "
        "Registration fee 1,200; Land rental 950; Non-agricultural land use tax 50; State-owned sector revenue 200; "
        "Business licence fee 100; Fees and charges 25. Not printed for this window: Other off-budget revenue."
    )


def test_the_note_names_unit_window_and_status(july: Report, thang_7: Report) -> None:
    """Unit, window and that the numbers are estimated stand below the title."""
    assert drawn(bullets(july, ["state-budget-revenue"])).note == "Window: January–July 2025. Estimated outturn."
    chart = drawn(breakdown_bars(thang_7, "state-budget-revenue", "by-line"))
    assert chart.note.startswith("Đơn vị: triệu đồng. Số ước thực hiện. Mỗi kỳ có thang đo riêng;")
    assert drawn(bars(july, ACTS)).note == "Unit: acts. Window: 1–19 July 2025."
    assert drawn(bars(july, GIFTS)).note == "Unit: dong. Window: not stated."


def test_numbers_of_different_status_are_told_apart() -> None:
    """Where only some numbers are estimated, the note names them."""
    report = report_of("a actual 2025-07 5 dossier estimated", "b actual 2025-07 3 dossier")
    assert drawn(bars(report, ["a", "b"])).note == "Unit: dossiers. Window: July 2025. Estimated outturn: Made-up a."


def test_a_chart_in_a_terminal_is_its_title_and_its_sentences(july: Report) -> None:
    """Without a browser, the words of a chart are shown instead of its code."""
    assert str(drawn(share_bar(july, "dossiers-received", "by-channel"))) == (
        "“Dossiers received online”: 416/451\N{NO-BREAK SPACE}dossiers (92.2%)\n"
        "One bar of 100% for “Administrative dossiers received”: "
        "Dossiers received online 416\N{NO-BREAK SPACE}dossiers · 92.2%; "
        "Dossiers received in person 35\N{NO-BREAK SPACE}dossiers · 7.8%. Window: 1–20 July 2025."
    )


# Bars


def test_bars_are_sorted_and_labelled_with_their_numbers(thang_7: Report) -> None:
    """The largest comes first, every bar has its number, and ``02`` is 2."""
    chart = drawn(bars(thang_7, ACTS))
    assert texts(chart) == [
        "Xác nhận tình trạng hôn nhân",
        "48",
        "Sao lục hộ tịch",
        "22",
        "Đăng ký khai sinh",
        "18",
        "Đăng ký khai tử",
        "15",
        "Đăng ký kết hôn",
        "2",
        "Cải chính hộ tịch",
        "2",
    ]
    widths = [width for _, width in boxes(chart, "strong")]
    assert [round(width / widths[0] * 48) for width in widths] == [48, 22, 18, 15, 2, 2]


def test_a_malformed_number_is_left_out_and_told(july: Report, thang_7: Report) -> None:
    """``31.5000.000`` has no value: it gets no bar, and alt text and remark say so with its place."""
    chart = drawn(bars(july, GIFTS))
    said = (
        "Left out: Gifts from agencies, unions and units: cash, printed as “31.5000.000” (Section II.3, footnote 13), "
        "which is not a well-formed number."
    )
    assert chart.alt.endswith(said)
    assert chart.remark == said
    assert [row[1] for row in chart.rows] == [
        "4,872,400,000\N{NO-BREAK SPACE}dong",
        "283,500,000\N{NO-BREAK SPACE}dong",
        "24,000,000\N{NO-BREAK SPACE}dong",
    ]
    assert "“31.5000.000” (Mục II.3, chú thích 13), chưa đúng quy cách" in drawn(bars(thang_7, GIFTS)).alt


def test_a_single_bar_is_not_drawn_but_said(july: Report) -> None:
    """One number is a sentence, not a chart; a malformed one beside it is told, too."""
    assert refused(bars(july, ["birth-registrations"])) == (
        "Too few numbers of one window for a chart: Birth registrations: 18\N{NO-BREAK SPACE}acts (1–19 July 2025)."
    )
    assert refused(bars(july, ["gifts-ward-cash-value", "gifts-organisations-cash-value"])) == (
        "Too few numbers of one window for a chart: Gifts from the ward: cash: 24,000,000\N{NO-BREAK SPACE}dong "
        "(not stated). Left out: Gifts from agencies, unions and units: cash, printed as “31.5000.000” "
        "(Section II.3, footnote 13), which is not a well-formed number."
    )


def test_what_the_month_does_not_print_is_said_as_not_reported(july: Report, thang_7: Report) -> None:
    """A chart without figures is a sentence, never an exception: next month may print less."""
    nothing = "This month's report prints no figures for this chart."
    assert (
        refused(bars(july, ["birth-registrations:plan", "death-registrations:plan"])).replace("&#x27;", "'") == nothing
    )
    assert refused(steps(thang_7, ["birth-registrations:plan"])) == (
        "Tháng này báo cáo không nêu số liệu cho biểu đồ này."
    )
    for empty in (
        breakdown_bars(july, "dossiers-received", "by-channel", measure="plan"),
        share_bar(report_of("other actual 2025-07 1 person", parts=["all by-kind: a b"]), "all", "by-kind"),
        plan_and_actual(report_of("other actual 2025-07 1 person", parts=["all by-kind: a b"]), ["a"]),
        bullets(report_of("other actual 2025-07 1 person", parts=["all by-kind: a b"]), ["a"]),
    ):
        assert refused(empty).endswith("prints no figures for this chart.")


def test_only_malformed_numbers_are_told_in_place_of_the_chart() -> None:
    """Where nothing printed can be read, the sentence names it instead of saying that nothing is printed."""
    report = report_of("a actual 2025-07 1.5000 dossier")
    assert refused(bars(report, ["a"])) == (
        "Left out: Made-up a, printed as “1.5000” (Section II.1), which is not a well-formed number."
    )


def test_zeros_stay_and_are_labelled_0(july: Report) -> None:
    """A zero is a number that the report prints: it has its line, its axis and its 0, but no bar."""
    chart = drawn(bars(july, ["drug-offences", "economic-offences"]))
    assert texts(chart) == ["Drug offences", "0", "Economic offences", "0"]
    assert (boxes(chart, "strong"), axes(chart)) == ([], 2)
    assert chart.title == "All 2 numbers are 0"


def test_two_that_are_largest_are_both_named() -> None:
    """A tie has no winner."""
    report = report_of("a actual 2025-07 5 dossier", "b actual 2025-07 5 dossier", "c actual 2025-07 1 dossier")
    chart = drawn(bars(report, ["a", "b", "c"]))
    assert chart.title == "The largest are “Made-up a”; “Made-up b”: 5\N{NO-BREAK SPACE}dossiers each"


def test_bars_stand_over_one_window_only() -> None:
    """Nineteen days beside seven months would mislead: one window is drawn, and what it lacks is told."""
    report = report_of(
        "a actual 2025-07 1 dossier",
        "a actual 2025-01..2025-07 10 dossier",
        "b actual 2025-07 2 dossier",
        "b actual 2025-01..2025-07 20 dossier",
        "c actual 2025-07 3 dossier",
    )
    longest, shortest = (drawn(bars(report, ["a", "b", "c"], window=window)) for window in ("longest", "shortest"))
    assert longest.alt == (
        "Bars, the largest first, in dossiers: Made-up b 20; Made-up a 10. Window: January–July 2025. "
        "Not printed for this window: Made-up c."
    )
    assert shortest.alt == (
        "Bars, the largest first, in dossiers: Made-up c 3; Made-up b 2; Made-up a 1. Window: July 2025."
    )


def test_a_longer_window_that_few_are_printed_for_does_not_crowd_out_the_rest() -> None:
    """The window drawn holds at least half as many numbers as the fullest one."""
    names = "abcdef"
    report = report_of(
        *(f"{name} actual 2025-07 1 dossier" for name in names),
        *(f"{name} actual 2025-01..2025-07 9 dossier" for name in names[:2]),
    )
    assert len(drawn(bars(report, list(names))).rows) == 6


def test_numbers_in_another_unit_or_with_a_qualifier_say_so_beside_the_bar() -> None:
    """The bar is as long as the value; its label keeps the unit printed, and “over” or “nearly”."""
    report = report_of(
        "a actual 2025-07 1.500 million-dong",
        "b actual 2025-07 2 billion-dong nearly",
        "c actual 2025-07 0 dong",
        "d actual 2025-07 500 million-dong",
    )
    chart = drawn(bars(report, ["a", "b", "c", "d"]))
    labels = ["nearly 2\N{NO-BREAK SPACE}billion dong", "1,500", "500", "0"]
    assert [text for text in texts(chart) if not text.startswith("Made-up")] == labels
    widths = [width for _, width in boxes(chart, "strong")]
    assert [round(width / widths[0], 2) for width in widths] == [1, 0.75, 0.25]


def test_percentages_keep_their_sign(july: Report) -> None:
    """A rate is labelled with its percent sign, so that it is not read as a count."""
    chart = drawn(bars(july, [f"{name}:percent_of_plan" for name in WARD_PLANS]))
    assert [text for text in texts(chart) if "%" in text] == ["41.65%", "34.52%"]


def test_different_things_do_not_share_an_axis() -> None:
    """Persons beside money is a mistake of the notebook, and is told with its remedy."""
    report = report_of("a actual 2025-07 5 dossier", "b actual 2025-07 5 person")
    with pytest.raises(PhulienError, match="one axis, but these are dossiers and persons; draw a chart for each"):
        bars(report, ["a", "b"])


def test_a_misspelt_indicator_is_told_with_the_nearest_one(july: Report) -> None:
    """A mistake of the notebook is not the same as a figure that is missing this month."""
    with pytest.raises(NotFoundError, match="did you mean 'birth-registrations'"):
        bars(july, ["birth-registration", "death-registrations"])
    with pytest.raises(NotFoundError, match=r"has no breakdown 'by-lines' in parts\.csv; did you mean 'by-line'"):
        breakdown_bars(july, "state-budget-revenue", "by-lines")


# Parts of a total


def test_a_part_not_printed_for_a_window_is_blank_and_not_0(july: Report) -> None:
    """Ten lines for seven months and nine for July: no bar, no axis and no 0 for the tenth, and the table says why."""
    chart = drawn(breakdown_bars(july, "state-budget-revenue", "by-line"))
    assert len(boxes(chart, "strong")) == axes(chart) == 19
    assert "0" not in texts(chart)
    assert ("Other off-budget revenue", "not printed", "July 2025", "") in chart.rows


def test_every_window_has_its_own_head_and_scale(july: Report) -> None:
    """The longest bar of July is about as long as that of seven months, though it stands for far less."""
    chart = drawn(breakdown_bars(july, "state-budget-revenue", "by-line"))
    assert texts(chart)[:2] == ["January–July 2025", "July 2025"]
    found = boxes(chart, "strong")
    longest = {left: max(width for x, width in found if x == left) for left in {left for left, _ in found}}
    assert sorted(longest) == [0, 180]
    assert all(90 < width < 130 for width in longest.values())


def test_one_window_is_drawn_over_the_whole_width(july: Report) -> None:
    """Asked for the longest window alone, the chart has no columns, and its note names the window."""
    chart = drawn(breakdown_bars(july, "state-budget-revenue", "by-line", panels="longest"))
    assert len(chart.rows) == 10
    assert chart.note == "Unit: million dong. Window: January–July 2025. Estimated outturn."
    assert (
        chart.remark == "State budget revenue in the area: 197,488\N{NO-BREAK SPACE}million dong (January–July 2025)."
    )
    assert max(width for _, width in boxes(chart, "strong")) > 260


def test_parts_of_a_plan_can_be_drawn(july: Report) -> None:
    """Any additive measure has parts; a part without a number is told, and a total without one has no share."""
    chart = drawn(breakdown_bars(july, "investment-district-plan", "by-source", measure="plan"))
    assert chart.title.endswith("189,250\N{NO-BREAK SPACE}million dong, 60.9% of the total")
    report = report_of(
        "a actual 2025-07 5 million-dong", "b actual 2025-07 2 million-dong", parts=["all by-kind: a b c"]
    )
    chart = drawn(breakdown_bars(report, "all", "by-kind"))
    assert chart.title == "The largest is “Made-up a”: 5\N{NO-BREAK SPACE}million dong"
    assert chart.remark == "Not printed for this window: Made-up c."


def test_columns_without_room_stand_below_each_other() -> None:
    """Numbers too long for half the width get the whole of it, window after window."""
    figures = [
        f"{name} actual {window} 123.456.789.012.345,678 million-dong"
        for window in ("2025-01..2025-07", "2025-07")
        for name in ("a", "b")
    ]
    chart = drawn(breakdown_bars(report_of(*figures, parts=["all by-kind: a b"]), "all", "by-kind"))
    assert texts(chart)[::5] == ["January–July 2025", "July 2025"]
    assert {left for left, _ in boxes(chart, "strong")} == {0}


# Steps


def test_steps_keep_their_order_and_mark_what_is_derived(july: Report, thang_7: Report) -> None:
    """The opening stock of land dossiers is worked out: hatched, marked, and its formula told."""
    chart = drawn(steps(july, LAND_STEPS))
    assert texts(chart) == [
        "Land dossiers in process at the start (derived)",
        "184",
        "Land dossiers received",
        "137",
        "Land dossiers with the result delivered",
        "167",
        "Land dossiers in process",
        "154",
    ]
    assert (len(boxes(chart, "derived")), len(boxes(chart, "strong"))) == (1, 3)
    assert chart.note == "Unit: dossiers. Window: 1–22 July 2025; as of 22 July 2025."
    assert chart.remark.startswith("Derived: Land dossiers in process at the start = “")
    assert texts(drawn(steps(thang_7, LAND_STEPS)))[0] == "Hồ sơ đất đai tồn đầu kỳ (suy ra)"


def test_a_derived_number_below_0_goes_to_the_left() -> None:
    """A negative difference is drawn from the axis to the left, and all bars share the axis."""
    report = report_of(
        "a actual 2025-07 10 million-dong",
        "b actual 2025-07 30 million-dong",
        checks=["gap: gap:actual derive a:actual - b:actual, same, note"],
        signed=["gap"],
    )
    chart = drawn(steps(report, ["a", "b", "gap"]))
    ((left, width),) = boxes(chart, "derived")
    assert [x for x, _ in boxes(chart, "strong")] == [pytest.approx(left + width, abs=0.1)] * 2
    assert texts(chart)[-2:] == ["Made-up gap (derived)", "-20"]


def test_a_bound_that_is_derived_says_that_it_is_one() -> None:
    """What rests on “over 270” is at least so much, and the label says so."""
    report = report_of(
        "gift actual 2025-07 270 million-dong over",
        "rest actual 2025-07 100 million-dong",
        checks=["more: more:actual derive gift:actual + rest:actual, same, note"],
    )
    assert texts(drawn(steps(report, ["rest", "more"])))[-1] == "at least 370\N{NO-BREAK SPACE}million dong"


def test_a_title_claims_the_largest_of_what_is_printed_only() -> None:
    """Of 100 million two lines print 30 and 20: the third, not printed, may be 50, so 30 is not called the largest."""
    report = report_of(
        "all actual 2025-07 100 million-dong",
        "a actual 2025-07 30 million-dong",
        "b actual 2025-07 20 million-dong",
        parts=["all by-kind: a b c"],
    )
    assert drawn(breakdown_bars(report, "all", "by-kind")).title == (
        "The largest printed is “Made-up a”: 30\N{NO-BREAK SPACE}million dong, 30.0% of the total"
    )
