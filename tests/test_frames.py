"""The DataFrames an analyst works with: what one row is, what its columns hold."""

from decimal import Decimal

import pandas as pd

from phulien_analysis import Report
from phulien_analysis.frames import DERIVED_COLUMNS, FIGURE_COLUMNS, FINDING_COLUMNS
from tests.made_up import report_of

CONTRACT = {"source", "value", "low", "high", "unit", "label_vi", "label_en"}


def test_one_row_is_one_printed_figure(july: Report) -> None:
    """``figures`` has a row for each of the 213 printed figures, in the report's order, with the columns promised."""
    assert list(july.figures.columns) == FIGURE_COLUMNS
    assert set(FIGURE_COLUMNS) >= CONTRACT
    assert july.figures["source"].is_unique
    assert july.figures["source"].tolist() == [str(figure.source) for figure in july.figure_list]


def test_numbers_are_exact_and_in_the_printed_unit(july: Report) -> None:
    """Value and ends are Decimal as printed: 104,5 is 104.5 percent between 104.45 and 104.55."""
    row = july.figures.set_index("source").loc["II.1.1 p1 #4"]
    assert (row["value"], row["low"], row["high"], row["unit"]) == (
        Decimal("104.5"),
        Decimal("104.45"),
        Decimal("104.55"),
        "percent",
    )
    assert {type(value) for value in july.figures["value"] if value is not None} == {Decimal}


def test_number_ends_at_zero_unless_it_may_be_negative() -> None:
    """A printed 0 stands for 0 to 0.5; of an indicator that can be negative, and of a change, for -0.5 to 0.5."""
    frame = report_of(
        "a actual 2025-07 0 million-dong",
        "b actual 2025-07 0 million-dong",
        "a change 2025-07 0 million-dong",
        "a growth 2025-07 0 percent",
        "a percent_of_plan 2025-07 0 percent",
        signed=["b"],
    ).figures
    assert frame["low"].tolist() == [Decimal(low) for low in ("0", "-0.5", "-0.5", "-0.5", "0")]


def test_missing_number_is_missing(july: Report) -> None:
    """The malformed number is the only row without a value."""
    without = july.figures[july.figures["value"].isna()]
    assert without["printed"].tolist() == ["31.5000.000"]


def test_windows_are_dates(july: Report) -> None:
    """First and last day are timestamps; a stock has no first day."""
    row = july.figures[july.figures["source"] == "II.2 fn6 #5"]
    assert row["period_start"].isna().all()
    assert row["period_end"].tolist() == [pd.Timestamp("2025-07-22")]
    assert str(july.figures["period_end"].dtype).startswith("datetime64")


def test_label_follows_the_language(july: Report) -> None:
    """``label`` is in the language of the report, and both languages stand beside it."""
    vietnamese = july.in_language("vi").figures
    assert july.figures["label"].tolist() == vietnamese["label_en"].tolist()
    assert vietnamese["label"].tolist() == july.figures["label_vi"].tolist()
    assert vietnamese["unit_label"].iloc[0] == "triệu đồng"
    assert july.figures["unit_label"].iloc[0] == "million dong"


def test_one_row_is_one_redone_calculation(july: Report) -> None:
    """``findings`` has a row for each finding, told in the language of the report; of one topic if asked."""
    frame = july.findings()
    assert list(frame.columns) == FINDING_COLUMNS
    assert frame["id"].tolist() == [finding.id for finding in july.finding_list]
    assert frame["message"].tolist() == frame["message_en"].tolist()
    assert july.in_language("vi").findings()["message"].tolist() == frame["message_vi"].tolist()
    revenue = july.findings("budget-revenue")
    assert set(revenue["topic"]) == {"budget-revenue"}
    assert len(revenue) == sum(finding.topic == "budget-revenue" for finding in july.finding_list)


def test_finding_row_tells_stated_and_computed(july: Report) -> None:
    """A row has what is printed, what follows, both ends and the places of the operands."""
    row = july.findings().set_index("id").loc["sum.by-channel@II.5 fn29 #1"]
    assert (row["printed"], row["computed"], row["low"], row["high"]) == ("451", 451, 451, 451)
    assert row["operands"] == ["II.5 fn29 #2", "II.5 fn29 #3"]
    assert (row["verdict"], row["fit"], row["severity"], row["known"]) == ("agrees", "exact", "ok", "")


def test_one_row_is_one_derived_figure(july: Report) -> None:
    """``derived`` has a row for each derived figure with its formula; of one topic if asked."""
    frame = july.derived()
    assert list(frame.columns) == DERIVED_COLUMNS
    assert len(frame) == len(july.derived_list)
    row = frame.set_index("check").loc["land-dossiers-opening"]
    assert (row["value"], row["unit"]) == (184, "dossier")
    assert str(row["formula"]).count("“") == 3
    assert set(july.derived("service-centre")["topic"]) == {"service-centre"}


def test_derived_number_lies_between_its_ends(july: Report) -> None:
    """Also where a quotient does not end, the value of a row lies between its ends."""
    frame = july.derived()
    assert ((frame["low"] <= frame["value"]) & (frame["value"] <= frame["high"])).all()


def test_frames_of_an_empty_topic_have_their_columns() -> None:
    """A topic that the month does not report is a frame without rows, with all its columns."""
    report = report_of("a actual - 5 person")
    assert list(report.topic("empty-topic").columns) == FIGURE_COLUMNS
    assert list(report.findings("empty-topic").columns) == FINDING_COLUMNS
    assert list(report.derived("empty-topic").columns) == DERIVED_COLUMNS
    assert report.topic("empty-topic").empty


def test_frame_of_a_year_mistyped_can_be_made() -> None:
    """A window to the year 9999 makes a frame like any other."""
    frame = report_of("a actual 2025-01-02..9999-12-31 5 person").figures
    assert str(frame["period_end"].iloc[0]).startswith("9999-12-31")
