"""Reporting calendars: which days a month's report covers, and until which day it must be there (``reporting.csv``)."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from phulien_analysis.csvfile import Row, read_rows
from phulien_analysis.errors import DataError, NotFoundError, Problem, did_you_mean
from phulien_analysis.folders import require_inside
from phulien_analysis.messages import Message, mark
from phulien_analysis.period import Period, month_period

NAME = "reporting.csv"
ALL_OTHERS = "*"


class Reporting(Row):
    """The calendar of a ward, or of all that have no row of their own (``*``).

    ``calendar``: a month's report covers its days. ``administrative``: it covers those from ``first_day`` of the month
    before to the eve of ``first_day``; Decree 09/2019/NĐ-CP, article 12, has the 15th to the 14th. It must be there by
    the first ``deadline_day`` after that, in a month without such a day by its last.
    """

    ward: Annotated[str, Field(pattern=r"^(\*|[a-z0-9]+(-[a-z0-9]+)*)$")]
    calendar: Literal["calendar", "administrative"]
    first_day: Annotated[int, Field(ge=1, le=28)]
    deadline_day: Annotated[int, Field(ge=1, le=31)]

    @model_validator(mode="after")
    def _first_day_fits(self) -> Self:
        if (self.calendar == "calendar") != (self.first_day == 1):
            msg = "first_day is 1 for a calendar month, and from 2 to 28 for an administrative one"
            raise ValueError(msg)
        return self

    def covered(self, month: str) -> Period:
        """The days that the report of a month covers."""
        whole = month_period(month)
        if self.calendar == "calendar":
            return whole
        last = whole.end.replace(day=self.first_day - 1)
        return Period((whole.end.replace(day=1) - timedelta(days=1)).replace(day=self.first_day), last)

    def deadline(self, month: str) -> date:
        """The last day on which the report of a month is not overdue."""
        end = self.covered(month).end
        same = _day_of_month(end, self.deadline_day)
        return same if same > end else _day_of_month(_next_month(end), self.deadline_day)

    def due_month(self, today: date) -> str:
        """The newest month of which all days that its report covers are over."""
        first = _next_month(today)
        while self.covered(f"{first:%Y-%m}").end >= today:
            first = (first - timedelta(days=1)).replace(day=1)
        return f"{first:%Y-%m}"


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _day_of_month(day: date, number: int) -> date:
    return day.replace(day=min(number, calendar.monthrange(day.year, day.month)[1]))


def read_calendars(data: Path, wards: Mapping[str, object] | None = None) -> dict[str, Reporting]:
    """The calendars in a data folder, by ward; of others than ``wards``, where these are given, there may be none.

    Raises:
        NotFoundError: there is no such file.
        DataError: holds every problem of it.
    """
    file, name = data / NAME, f"{data.name}/{NAME}"
    if not file.is_file():
        text = mark("there is no {name} in {folder}; which month is due is not guessed: add it as data/README.md says")
        raise NotFoundError(Message(text, {"name": NAME, "folder": str(data)}))
    require_inside(data, (file,))
    problems: list[Problem] = []
    found: dict[str, Reporting] = {}
    for number, row in read_rows(file, Reporting, name, problems):
        if row.ward in found:
            problems.append(Problem(name, number, "ward", f"{row.ward!r} stands in a row above already; keep one"))
        elif wards is not None and row.ward != ALL_OTHERS and row.ward not in wards:
            hint = did_you_mean(row.ward, wards)
            problems.append(Problem(name, number, "ward", f"there is no ward {row.ward!r} in wards.csv{hint}"))
        found[row.ward] = row
    if problems:
        raise DataError(problems)
    return found


def calendar_of(ward: str, calendars: Mapping[str, Reporting]) -> Reporting:
    """The calendar of a ward: its own, or that of all others.

    Raises:
        NotFoundError: it has none.
    """
    found = calendars.get(ward) or calendars.get(ALL_OTHERS)
    if found is None:
        text = mark("{name} has no row for {ward}, and none for all others (*); add one")
        raise NotFoundError(Message(text, {"name": NAME, "ward": ward}))
    return found
