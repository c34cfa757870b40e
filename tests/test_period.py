"""Windows: which days a figure speaks of, which windows fit together, and how they are written."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis import PhulienError
from phulien_analysis.period import Period, month_period, say_date, say_month
from tests.made_up import window_of


def window(text: str, *, stated: bool = True) -> Period:
    """A window like ``2025-07-01..2025-07-19``, ``2025-07`` or ``..2025-07-22``."""
    start, end = window_of(text)
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end), stated)


DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2026, 12, 31))
STOCKS = DAYS.map(lambda day: Period(None, day))
FLOWS = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))
WINDOWS = STOCKS | FLOWS


def test_window_counts_both_its_days() -> None:
    """1 to 19 July has 19 days, July 31, and a stock is seen on one day."""
    assert window("2025-07-01..2025-07-19").days == 19
    assert window("2025-07").days == 31
    assert window("..2025-07-22").days == 1


def test_stock_matches_the_flow_that_ends_on_its_day() -> None:
    """A stock on 22 July stands in one sum with a flow over 1 to 22 July, and not with one over 1 to 20 July."""
    assert window("..2025-07-22").matches(window("2025-07-01..2025-07-22"))
    assert window("2025-07-01..2025-07-22").matches(window("..2025-07-22"))
    assert not window("..2025-07-22").matches(window("2025-07-01..2025-07-20"))


def test_flows_match_over_the_same_days_only() -> None:
    """Two flows that end on the same day match only when they begin on the same day, too."""
    assert window("2025-07").matches(window("2025-07-01..2025-07-31"))
    assert not window("2025-07").matches(window("2025-01..2025-07"))


def test_window_that_was_filled_in_has_the_same_days() -> None:
    """Whether a window is stated or filled in, it speaks of the same days, but it is not the same window."""
    stated, filled = window("2025-07"), window("2025-07", stated=False)
    assert stated.same_days(filled)
    assert stated != filled


def test_shorter_window_lies_within_the_longer() -> None:
    """1 to 19 July lies in July and strictly so; July lies in itself, but not strictly."""
    short, month = window("2025-07-01..2025-07-19"), window("2025-07")
    assert short.strictly_within(month)
    assert not month.within(short)
    assert month.within(month)
    assert not month.strictly_within(month)
    assert not window("2025-06-30..2025-07-02").within(month)


def test_stock_lies_within_a_window_that_holds_its_day() -> None:
    """The stock on 22 July lies in July; July does not lie in the stock."""
    stock, month = window("..2025-07-22"), window("2025-07")
    assert stock.within(month)
    assert not month.within(stock)
    assert stock.within(stock)
    assert not window("..2025-08-01").within(month)


def test_what_came_before_the_shorter_window() -> None:
    """Seven months before July are January to June; windows that do not end together have no such part."""
    assert window("2025-01..2025-07").before(window("2025-07")) == window("2025-01..2025-06")
    with pytest.raises(ValueError, match="does not end"):
        window("2025-01..2025-07").before(window("2025-06"))
    with pytest.raises(ValueError, match="does not end"):
        window("2025-07").before(window("2025-07"))


@given(WINDOWS, WINDOWS)
def test_matching_is_symmetric(a: Period, b: Period) -> None:
    """If one window matches another, the other matches it."""
    assert a.matches(b) == b.matches(a)
    assert a.matches(a)


@given(WINDOWS, WINDOWS, WINDOWS)
def test_lying_within_is_transitive(a: Period, b: Period, c: Period) -> None:
    """What lies in a window that lies in a third lies in the third, and two within each other are the same days."""
    if a.within(b) and b.within(c):
        assert a.within(c)
    if a.within(b) and b.within(a):
        assert a.same_days(b) or a.days == b.days == 1  # a stock, and a flow over its one day


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2025-07", "tháng 7/2025", "July 2025"),
        ("2025-02", "tháng 02/2025", "February 2025"),  # Decree 30/2020: zeros before 1 and 2 only
        ("2025-01..2025-07", "7 tháng đầu năm 2025", "January–July 2025"),
        ("2025-01..2025-12", "năm 2025", "2025"),
        ("2025-07..2025-12", "6 tháng cuối năm 2025", "July–December 2025"),
        ("2025-04..2025-06", "tháng 4–6/2025", "April–June 2025"),
        ("2025-07-01..2025-07-19", "01–19/7/2025", "1–19 July 2025"),
        ("2024-02-01..2024-02-28", "01–28/02/2024", "1–28 February 2024"),  # a leap year: not the whole month
        ("2025-07-14..2025-07-31", "14–31/7/2025", "14–31 July 2025"),
        ("2025-07-24..2025-07-24", "24/7/2025", "24 July 2025"),
        ("2025-06-20..2025-07-19", "20/6/2025 – 19/7/2025", "20 June 2025 – 19 July 2025"),
        ("2024-12..2025-01", "01/12/2024 – 31/01/2025", "1 December 2024 – 31 January 2025"),
        ("..2025-07-22", "đến 22/7/2025", "as of 22 July 2025"),
    ],
)
def test_window_is_written_as_a_report_writes_it(text: str, vi: str, en: str) -> None:
    """Whole months are named, days of one month share it, a stock is as of its day."""
    assert window(text).say("vi") == vi
    assert window(text).say("en") == en


def test_last_day_of_the_calendar_can_be_written() -> None:
    """A year mistyped as 9999 is written like any other, so that a reader can see it."""
    assert "9999" in Period(date(2025, 1, 1), date(9999, 12, 31)).say("en")


@pytest.mark.parametrize(
    ("day", "vi"),
    [(date(2025, 7, 1), "01/7/2025"), (date(2025, 2, 1), "01/02/2025"), (date(2025, 10, 20), "20/10/2025")],
)
def test_date_has_a_zero_for_days_and_the_first_two_months(day: date, vi: str) -> None:
    """The day has two digits, and so have January and February; other months have no zero."""
    assert say_date(day, "vi") == vi


def test_month_is_written_in_both_languages() -> None:
    """2025-07 is tháng 7/2025 and July 2025."""
    assert (say_month("2025-07", "vi"), say_month("2025-07", "en")) == ("tháng 7/2025", "July 2025")


@pytest.mark.parametrize(
    ("month", "last"), [("2025-07", 31), ("2025-06", 30), ("2025-02", 28), ("2024-02", 29), ("2100-02", 28)]
)
def test_month_ends_on_its_last_day(month: str, last: int) -> None:
    """A month has all of its days, also in a leap year."""
    period = month_period(month)
    assert (period.start, period.end.day) == (date(period.end.year, period.end.month, 1), last)
    assert period.stated


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-00", "2025-7", "25-07", "../../x", "", "2025-07 ", "２０２５-07", "0025-07"]
)
def test_what_is_no_month_is_refused(text: str) -> None:
    """Anything but a year and a month is refused, and the error shows how to write one."""
    with pytest.raises(PhulienError) as caught:
        month_period(text)
    assert str(caught.value) == f"{text!r} is not a month; write year and month like 2025-07"


@pytest.mark.parametrize(("outer", "inner"), [("..2025-07-31", "2025-07"), ("2025-07", "..2025-07-31")])
def test_a_day_has_nothing_before_it(outer: str, inner: str) -> None:
    """Of a stock, which is seen on one day, there are no days before; nor does a day begin inside a month."""
    with pytest.raises(ValueError, match="does not end"):
        window(outer).before(window(inner))


@pytest.mark.parametrize(("outer", "inner", "stated"), [(True, True, True), (True, False, False), (False, True, False)])
def test_what_came_before_is_stated_only_if_both_windows_are(*, outer: bool, inner: bool, stated: bool) -> None:
    """January to July less July is stated only where both are."""
    longer = replace(window("2025-01..2025-07"), stated=outer)
    assert longer.before(replace(window("2025-07"), stated=inner)).stated is stated


def test_a_date_is_said_in_the_form_of_its_language() -> None:
    """Decree 30/2020 writes 05/02/2025 and 05/3/2025; English 5 March 2025."""
    assert [say_date(date(2025, month, 5), "vi") for month in (2, 3, 12)] == ["05/02/2025", "05/3/2025", "05/12/2025"]
    assert say_date(date(2025, 3, 5), "en") == "5 March 2025"
