"""The window a figure speaks of: first and last day, and how a report would write it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from phulien_analysis.characters import clipped
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Period:
    """First and last day, both included; a stock has ``start`` None.

    ``stated`` is False where the report states no window and the month was filled in.
    """

    start: date | None
    end: date
    stated: bool = True

    @property
    def days(self) -> int:
        """Length in days; a stock is seen on one day."""
        return 1 if self.start is None else (self.end - self.start).days + 1

    def same_days(self, other: Period) -> bool:
        """Whether both speak of the same days, stated or filled in."""
        return (self.start, self.end) == (other.start, other.end)

    def matches(self, other: Period) -> bool:
        """Whether figures of the two can stand in one sum: the same days, or a stock on the last day of a flow."""
        if self.start is None or other.start is None:
            return self.end == other.end
        return self.same_days(other)

    def within(self, other: Period) -> bool:
        """Whether every day of this window lies in the other; stocks are within windows that hold their day."""
        if other.start is None:
            return self.same_days(other)
        return other.start <= (self.start or self.end) and self.end <= other.end

    def strictly_within(self, other: Period) -> bool:
        """Whether this window lies in the other and is shorter."""
        return self.within(other) and not self.same_days(other)

    def before(self, inner: Period) -> Period:
        """The days of this window before ``inner`` begins; both end on the same day."""
        if self.start is None or inner.start is None or self.end != inner.end or self.start >= inner.start:
            msg = f"{inner} does not end {self}"
            raise ValueError(msg)
        return Period(self.start, inner.start - timedelta(days=1), self.stated and inner.stated)

    def say(self, lang: Lang) -> str:
        """The window as a report writes it: ``7 tháng đầu năm 2025``, ``01–19/7/2025``; ``1–19 July 2025``."""
        if self.start is None:
            return f"đến {_day(self.end, 'vi')}" if lang == "vi" else f"as of {_day(self.end, 'en')}"
        if _is_first(self.start) and _is_last(self.end):
            return _say_months(self.start, self.end, lang)
        if (self.start.year, self.start.month) == (self.end.year, self.end.month):
            return _say_days(self.start, self.end, lang)
        return f"{_day(self.start, lang)} – {_day(self.end, lang)}"


def month_period(month: str, *, stated: bool = True) -> Period:
    """The whole of a month given as ``2025-07``.

    :class:`PhulienError` where it is not a month.
    """
    if not re.fullmatch(r"[12][0-9]{3}-(0[1-9]|1[0-2])", month):
        shown = {"month": clipped(month)}
        msg = Message("{month!r} is not a month; write year and month like 2025-07", shown)
        raise PhulienError(msg)
    year, number = map(int, month.split("-"))
    last = calendar.monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last), stated)


def say_month(month: str, lang: Lang) -> str:
    """A month as text: ``tháng 7/2025``, ``July 2025``."""
    return month_period(month).say(lang)


def say_date(day: date, lang: Lang) -> str:
    """A date in the form of Decree 30/2020/NĐ-CP: a leading zero for the day and for months 1 and 2 only."""
    return _day(day, lang)


def _say_months(start: date, end: date, lang: Lang) -> str:
    first, last, year = start.month, end.month, end.year
    if (start.year, first, last) == (year, 1, 12):
        return f"năm {year}" if lang == "vi" else str(year)
    if (start.year, first) == (year, last):
        return f"tháng {_month(last)}/{year}" if lang == "vi" else f"{_MONTHS[last - 1]} {year}"
    if start.year != year:
        return f"{_day(start, lang)} – {_day(end, lang)}"
    if lang == "en":
        return f"{_MONTHS[first - 1]}–{_MONTHS[last - 1]} {year}"
    if first == 1:
        return f"{last} tháng đầu năm {year}"
    return f"{13 - first} tháng cuối năm {year}" if last == 12 else f"tháng {first}–{last}/{year}"


def _say_days(start: date, end: date, lang: Lang) -> str:
    if start == end:
        return _day(end, lang)
    if lang == "vi":
        return f"{start.day:02}–{end.day:02}/{_month(end.month)}/{end.year}"
    return f"{start.day}–{end.day} {_MONTHS[end.month - 1]} {end.year}"


def _day(day: date, lang: Lang) -> str:
    if lang == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day:02}/{_month(day.month)}/{day.year}"


def _month(number: int) -> str:
    return f"{number:02}" if number <= 2 else str(number)


def _is_first(day: date) -> bool:
    return day.day == 1


def _is_last(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
