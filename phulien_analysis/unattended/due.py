"""Which month of a ward is due, whether its figures are there, and since when they are awaited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from phulien_analysis.catalogue import load_catalogue
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message, Sayable, mark
from phulien_analysis.period import Period, month_period, say_date, say_month
from phulien_analysis.report import months
from phulien_analysis.unattended.calendars import Reporting, calendar_of, read_calendars

ALL = "all"
HERE = timezone(timedelta(hours=7))
"""The time of Vietnam: a day begins at midnight there, wherever the machine is."""


@dataclass(frozen=True)
class Due:
    """The month of a ward that is due: the newest whose days are over.

    ``figures``: whether its file is there. ``overdue_days``: since the deadline, 0 before it and where the file is
    there. ``waiting``: earlier months that have figures, and no edition.
    """

    ward: str
    month: str
    covered: Period
    deadline: date
    figures: bool
    overdue_days: int
    waiting: tuple[str, ...] = ()

    @property
    def what(self) -> Message:
        """What is awaited, and until when, or since how many days it is overdue."""
        values: dict[str, Sayable] = {
            "ward": self.ward,
            "month": _Month(self.month, self.covered),
            "deadline": _Day(self.deadline),
        }
        if self.overdue_days:
            text = mark("{ward}: the figures of {month} are overdue by {days} day(s); they were due by {deadline}")
            return Message(text, {**values, "days": self.overdue_days})
        text = mark("{ward}: the figures of {month} are not there; they are awaited until {deadline}")
        return Message(text, values)


@dataclass(frozen=True)
class _Month:
    """A month, with the days that its report covers where they are not those of the calendar."""

    month: str
    covered: Period

    def say(self, lang: Lang) -> str:
        name = say_month(self.month, lang)
        return name if self.covered.same_days(month_period(self.month)) else f"{name} ({self.covered.say(lang)})"


@dataclass(frozen=True)
class _Day:
    """A day, written in the language of the sentence it stands in."""

    day: date

    def say(self, lang: Lang) -> str:
        return say_date(self.day, lang)


def today_here(now: datetime) -> date:
    """The day that it is in Vietnam."""
    return now.astimezone(HERE).date()


def due_months(wards: Iterable[str], data: Path, site: Path, today: date) -> list[Due]:
    """What is due of each ward; ``all`` are those of the catalogue.

    Raises:
        PhulienError: there is no such ward, no calendar, or none of the ward.
    """
    catalogue = load_catalogue(data)
    named = list(dict.fromkeys(wards))
    names = list(catalogue.wards) if ALL in named else [catalogue.ward(ward).ward for ward in named]
    calendars = read_calendars(data, catalogue.wards)
    return [due(ward, calendar_of(ward, calendars), data, site, today) for ward in names]


def due(ward: str, calendar: Reporting, data: Path, site: Path, today: date) -> Due:
    """What is due of a ward on a day."""
    month, there = calendar.due_month(today), months(data, ward)
    deadline, figures = calendar.deadline(month), month in there
    return Due(
        ward=ward,
        month=month,
        covered=calendar.covered(month),
        deadline=deadline,
        figures=figures,
        overdue_days=0 if figures else max(0, (today - deadline).days),
        waiting=tuple(one for one in there if one < month and not (site / ward / one).exists()),
    )


def due_if_known(wards: Iterable[str], data: Path, site: Path, today: date) -> Mapping[str, Due]:
    """What is due of wards that there are, as far as there is a calendar: for who asked for a month by name."""
    try:
        calendars = read_calendars(data)
        return {ward: due(ward, calendar_of(ward, calendars), data, site, today) for ward in wards}
    except PhulienError:
        return {}
