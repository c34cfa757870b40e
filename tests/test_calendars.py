"""Reporting calendars: which month is due on which day, and since when it is overdue."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from phulien_analysis.errors import DataError, NotFoundError
from phulien_analysis.unattended.calendars import Reporting, calendar_of, read_calendars
from phulien_analysis.unattended.due import due, today_here
from tests.made_up import WARD

HEADER = "ward,calendar,first_day,deadline_day\n"
WHOLE = Reporting(ward="*", calendar="calendar", first_day=1, deadline_day=5)
OFFICE = Reporting(ward="*", calendar="administrative", first_day=15, deadline_day=18)


def calendars(folder: Path, rows: str) -> dict[str, Reporting]:
    """The calendars of a made-up data folder with one ward."""
    (folder / "reporting.csv").write_text(HEADER + rows, encoding="utf-8")
    return read_calendars(folder, {WARD: None})


@pytest.mark.parametrize(
    ("calendar", "today", "month", "first", "last", "deadline"),
    [
        (WHOLE, "2025-07-31", "2025-06", "2025-06-01", "2025-06-30", "2025-07-05"),
        (WHOLE, "2025-08-01", "2025-07", "2025-07-01", "2025-07-31", "2025-08-05"),
        (WHOLE, "2026-01-01", "2025-12", "2025-12-01", "2025-12-31", "2026-01-05"),
        (OFFICE, "2025-07-14", "2025-06", "2025-05-15", "2025-06-14", "2025-06-18"),
        (OFFICE, "2025-07-15", "2025-07", "2025-06-15", "2025-07-14", "2025-07-18"),
        (OFFICE, "2025-07-31", "2025-07", "2025-06-15", "2025-07-14", "2025-07-18"),
        (OFFICE, "2026-01-20", "2026-01", "2025-12-15", "2026-01-14", "2026-01-18"),
    ],
)
def test_a_month_is_due_when_its_days_are_over(
    calendar: Reporting, today: str, month: str, first: str, last: str, deadline: str
) -> None:
    """The newest month whose last day is before today, with its days and its deadline."""
    found = calendar.due_month(date.fromisoformat(today))
    covered = calendar.covered(found)
    assert (found, str(covered.start), str(covered.end)) == (month, first, last)
    assert str(calendar.deadline(found)) == deadline


def test_a_deadline_that_a_month_does_not_have_is_its_last_day() -> None:
    """January's figures are awaited to the last day of February, whichever calendar it is."""
    assert WHOLE.model_copy(update={"deadline_day": 31}).deadline("2026-01") == date(2026, 2, 28)
    assert OFFICE.model_copy(update={"deadline_day": 31}).deadline("2026-02") == date(2026, 2, 28)


def test_a_deadline_before_the_last_day_is_that_of_the_next_month() -> None:
    """An office's July ends on 14 July; with the 10th as deadline it is awaited to 10 August."""
    assert OFFICE.model_copy(update={"deadline_day": 10}).deadline("2025-07") == date(2025, 8, 10)


def test_a_day_begins_at_midnight_in_vietnam() -> None:
    """At 17:00 UTC it is tomorrow there, one minute before it is today."""
    assert today_here(datetime(2025, 7, 31, 16, 59, tzinfo=UTC)) == date(2025, 7, 31)
    assert today_here(datetime(2025, 7, 31, 17, 0, tzinfo=UTC)) == date(2025, 8, 1)


@pytest.mark.parametrize(
    ("today", "overdue", "said"),
    [
        ("2025-08-05", 0, "the figures of July 2025 are not there; they are awaited until 5 August 2025"),
        ("2025-08-06", 1, "the figures of July 2025 are overdue by 1 day(s); they were due by 5 August 2025"),
        ("2025-08-31", 26, "the figures of July 2025 are overdue by 26 day(s); they were due by 5 August 2025"),
    ],
)
def test_overdue_is_counted_from_the_day_after_the_deadline(
    tmp_path: Path, today: str, overdue: int, said: str
) -> None:
    """On the day of the deadline nothing is overdue; the day after it is by 1 day."""
    found = due(WARD, WHOLE, tmp_path, tmp_path, date.fromisoformat(today))
    assert (found.figures, found.overdue_days) == (False, overdue)
    assert found.what.say("en") == f"{WARD}: {said}"


def test_days_that_are_not_the_calendars_are_said(tmp_path: Path) -> None:
    """An office's July is named with its days, in both languages."""
    found = due(WARD, OFFICE, tmp_path, tmp_path, date(2025, 7, 16))
    assert "the figures of July 2025 (15 June 2025 – 14 July 2025) are not there" in found.what.say("en")
    assert "chưa có số liệu tháng 7/2025 (15/6/2025 – 14/7/2025); hạn là 18/7/2025" in found.what.say("vi")


def test_figures_that_are_there_are_never_overdue(tmp_path: Path) -> None:
    """Whatever the day, a month that has its file is awaited by nobody; an earlier one without edition waits."""
    (tmp_path / WARD).mkdir()
    for month in ("2025-06", "2025-07"):
        (tmp_path / WARD / f"{month}.csv").touch()
    (tmp_path / "site").mkdir()
    found = due(WARD, WHOLE, tmp_path, tmp_path / "site", date(2025, 8, 31))
    assert (found.figures, found.overdue_days, found.waiting) == (True, 0, ("2025-06",))


def test_a_ward_has_its_own_row_or_that_of_all_others(tmp_path: Path) -> None:
    """The row of the ward comes before ``*``; a ward without either is refused by name."""
    both = calendars(tmp_path, f"*,calendar,1,5\n{WARD},administrative,15,18\n")
    assert calendar_of(WARD, both).deadline_day == 18
    assert calendar_of("another", both).deadline_day == 5
    with pytest.raises(NotFoundError, match=r"reporting.csv has no row for another, and none for all others \(\*\)"):
        calendar_of("another", calendars(tmp_path, f"{WARD},calendar,1,5\n"))


def test_without_a_calendar_nothing_is_guessed(tmp_path: Path) -> None:
    """Where the file is missing the error says that no month is guessed, and where to read on."""
    with pytest.raises(NotFoundError, match=r"which month is due is not guessed: add it as data/README.md says"):
        read_calendars(tmp_path, {})


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("*,lunar,1,5\n", "row 2, column calendar: 'lunar': input should be 'calendar' or 'administrative'"),
        ("*,calendar,15,5\n", "row 2: first_day is 1 for a calendar month, and from 2 to 28"),
        ("*,administrative,1,5\n", "row 2: first_day is 1 for a calendar month, and from 2 to 28"),
        ("*,administrative,29,5\n", "row 2, column first_day: '29': input should be less than or equal to 28"),
        ("*,calendar,1,0\n", "row 2, column deadline_day: '0': input should be greater than or equal to 1"),
        ("*,calendar,1,5\n*,calendar,1,6\n", "row 3, column ward: '*' stands in a row above already; keep one"),
        ("made-up-wart,calendar,1,5\n", "row 2, column ward: there is no ward 'made-up-wart' in wards.csv; did you"),
    ],
)
def test_what_is_wrong_with_a_calendar_is_told(tmp_path: Path, rows: str, problem: str) -> None:
    """Row and column, what was found, what was expected."""
    with pytest.raises(DataError) as error:
        calendars(tmp_path, rows)
    assert problem in str(error.value)
