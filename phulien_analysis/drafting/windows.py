"""The windows that a text states: ``tháng 7``, ``7 tháng``, ``từ ngày 01/7 đến ngày 19/7``, ``đến hết ngày 30/6``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from phulien_analysis.period import month_period

WindowKind = Literal["range", "until", "month", "months", "rest", "quarter", "year", "days", "open", "to-date"]


@dataclass(frozen=True)
class Window:
    """A window and where its words stand in the text; ``open`` ones have the report month's last day.

    ``sure`` is False where a word is missing and the month is read by us.
    """

    kind: WindowKind
    start: date
    end: date
    at: int
    stop: int
    sure: bool = True


_D, _M, _Y = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_NO_MORE = r"(?![\d])(?![.,/]\d)"
_IN = r"(?:\s?/\s?|\s{1,2}tháng\s{1,2})"
_IN_YEAR = r"(?:/|\s{1,2}năm\s{1,2})"
_DAY = r"(?:ngày\s{1,2}|mùng\s{1,2})?"
_TO = r"\s{0,2}(?:đến|tới|-|–)\s{0,2}(?:hết\s{1,2}|cuối\s{1,2})?"
_OF_YEAR = rf"(?:\s{{0,2}}(?:/|-|(?:của )?năm)\s{{0,2}}(?P<y>{_Y}))?"
_FROM_TWO = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBERS = {w: n for n, w in enumerate(_FROM_TWO, 2)} | {"bẩy": 7, "tư": 4}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_WORD = "|".join(_NUMBERS)
_PATTERNS: tuple[tuple[WindowKind, str], ...] = (
    (
        "range",
        (
            rf"(?:từ\s{{1,2}})?{_DAY}(?P<d1>{_D})(?:{_IN}(?P<m1>{_M})(?:{_IN_YEAR}(?P<y1>{_Y}))?)?{_TO}{_DAY}"
            rf"(?P<d2>{_D}){_IN}(?P<m2>{_M})(?:{_IN_YEAR}(?P<y2>{_Y}))?{_NO_MORE}"
        ),
    ),
    ("range", rf"từ tháng (?P<m1>{_M})(?:/(?P<y1>{_Y}))?{_TO}(?:tháng )?(?P<m2>{_M}){_OF_YEAR}{_NO_MORE}"),
    (
        "until",
        (
            rf"(?:đến|tới)\s{{1,2}}(?:hết\s{{1,2}}|thời điểm\s{{1,2}}|hết thời điểm\s{{1,2}}){{0,2}}{_DAY}"
            rf"(?P<d2>{_D}){_IN}(?P<m2>{_M})(?:{_IN_YEAR}(?P<y2>{_Y}))?{_NO_MORE}"
        ),
    ),
    ("until", rf"(?:tính )?đến (?:hết|cuối) tháng (?P<m2>{_M}){_OF_YEAR}{_NO_MORE}"),
    (
        "days",
        (
            rf"(?:vào|trong)\s{{1,2}}(?:[^\W\d]{{1,8}}\s{{1,2}}|\d{{1,2}}\s{{1,2}}){{0,4}}ngày\s{{1,2}}"
            rf"(?P<days>{_D}(?:\s?(?:[,&–-]|và)\s?{_D}){{0,7}}){_IN}(?P<m2>{_M})(?:{_IN_YEAR}(?P<y2>{_Y}))?{_NO_MORE}"
        ),
    ),
    ("open", rf"(?:kể\s{{1,2}})?từ\s{{1,2}}{_DAY}(?P<d1>{_D}){_IN}(?P<m1>{_M})(?:{_IN_YEAR}(?P<y1>{_Y}))?{_NO_MORE}"),
    (
        "rest",
        rf"(?<![\d/.,])(?P<n>\d{{1,2}}|{_MONTHS_WORD}) tháng cuối(?: năm)?(?:\s{{1,2}}(?:năm )?(?P<y>{_Y}))?",
    ),
    (
        "months",
        (
            rf"(?<![\d/.,])(?P<n>\d{{1,2}}|{_MONTHS_WORD}) tháng(?: đầu)?(?: năm)?(?:[\s/]{{1,2}}(?P<y>{_Y}))?"
            r"(?! ?(?:\d|tuổi|tù|lương|một|/|tới|tiếp|gần|trước))"
        ),
    ),
    ("quarter", rf"quý (?P<q>iv|i{{1,3}}|[1-4])(?!\w){_OF_YEAR}"),
    ("month", rf"(?<!\d )tháng (?P<m>{_M}){_OF_YEAR}{_NO_MORE}(?! ?%)"),
    ("year", rf"(?:trong|cả) năm(?: (?P<y>{_Y}))?(?! (?:học|tới|sau|trước|qua|nay|\d))"),
    ("to-date", r"(?:từ )?đầu năm (?:đến|tới) (?:nay|thời điểm báo cáo)|(?:lũy|luỹ) kế(?: từ đầu năm)? đến nay"),
    ("month", r"trong tháng(?! (?:tới|sau|trước|qua|\d))|tháng này|trong kỳ(?: báo cáo)?(?! (?:trước|tới))"),
)
_ANY = tuple((kind, re.compile(rf"(?<!\w){pattern}")) for kind, pattern in _PATTERNS)
_NOT_ITS_OWN = re.compile(
    r"(?:so với|so|cùng kỳ(?: của)?|cùng kì|thời hạn|trong vòng|trên|dưới|quá|sau|ít nhất|"
    r"tối thiểu|trước|kéo dài|thay cho)\s*$"
)
_GLUED = re.compile(r"(?<!\w)trong (?P<m>1[0-2]|[1-9]) (?=(?:gần|hơn|trên|khoảng|ước|là|đạt)\b)")
_MOST = 500


def find_windows(text: str, month: str) -> list[Window]:
    """The windows that a text states, in order; ``month`` (``2025-07``) gives the year where none is named."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    report = month_period(month)
    taken: list[Window] = []
    spans: list[tuple[int, int]] = []  # also of what reads like a window and is none: its ends are not read apart
    for kind, pattern in _ANY:
        for match in pattern.finditer(lowered):
            if len(spans) >= _MOST:
                break
            if any(start < match.end() and match.start() < stop for start, stop in spans):
                continue
            found = _read(kind, match, report.end)
            if found or kind == "range":
                spans.append(match.span())
            if found and not _NOT_ITS_OWN.search(lowered, max(0, match.start() - 20), match.start()):
                taken.append(found)
    taken.extend(_with_missing_word(lowered, report.end, taken))
    return sorted(taken, key=lambda window: window.at)


def _with_missing_word(text: str, report: date, taken: list[Window]) -> Iterator[Window]:
    """``chi trả trong 7 gần 2 tỷ``: the month's number without its word, where it is the report's month."""
    for match in _GLUED.finditer(text):
        if int(match["m"]) == report.month and not any(w.at <= match.start() < w.stop for w in taken):
            yield Window("month", report.replace(day=1), report, match.start(), match.end(), sure=False)


def _read(kind: WindowKind, match: re.Match[str], report: date) -> Window | None:
    days = _READERS[kind](match.groupdict(), report)
    if days is None or days[0] > days[1]:
        return None
    return Window(kind, *days, match.start(), match.end())


Days = tuple[date, date] | None
Groups = dict[str, str | None]


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _year(text: str | None, report: date, month: int = 0) -> int:
    """The year named, else the report's; a December in a January report is last year's."""
    if text:
        return int(text)
    return report.year - 1 if month - report.month > 9 else report.year


def _last_day(year: int, month: int, day: str | None) -> date | None:
    """The day named, else the month's last."""
    return _day(year, month, int(day)) if day else _month_end(year, month)


def _range(groups: Groups, report: date) -> Days:
    last = int(groups["m2"] or 0)
    year = _year(groups.get("y2") or groups.get("y"), report, last)
    first_month = int(groups.get("m1") or last)
    first_year = int(groups.get("y1") or year)
    if year - first_year > 1 or not (year - first_year or groups.get("y1") or first_month <= last):
        return None
    start = _day(first_year, first_month, int(groups.get("d1") or 1))
    end = _last_day(year, last, groups.get("d2"))
    return (start, end) if start and end else None


def _until(groups: Groups, report: date) -> Days:
    last = int(groups["m2"] or 0)
    year = _year(groups.get("y2") or groups.get("y"), report, last)
    end = _last_day(year, last, groups.get("d2"))
    return (date(year, 1, 1), end) if end else None


def _few_days(groups: Groups, report: date) -> Days:
    month = int(groups["m2"] or 0)
    year = _year(groups["y2"], report, month)
    days = [int(number) for number in re.findall(r"\d+", groups["days"] or "")]
    start, end = _day(year, month, days[0]), _day(year, month, days[-1])
    return (start, end) if start and end else None


def _open(groups: Groups, report: date) -> Days:
    """Only a first day inside the report's month: its end is taken to be the month's."""
    start = _day(_year(groups["y1"], report), int(groups["m1"] or 0), int(groups["d1"] or 0))
    return (start, report) if start and (start.year, start.month) == (report.year, report.month) else None


def _count(text: str | None) -> int:
    return int(text) if text and text.isdigit() else _NUMBERS.get(text or "", 0)


def _months(groups: Groups, report: date) -> Days:
    count, year = _count(groups["n"]), _year(groups["y"], report)
    return (date(year, 1, 1), _month_end(year, count)) if 2 <= count <= 12 else None


def _rest(groups: Groups, report: date) -> Days:
    count, year = _count(groups["n"]), _year(groups["y"], report)
    return (date(year, 13 - count, 1), date(year, 12, 31)) if 1 <= count <= 12 else None


def _quarter(groups: Groups, report: date) -> Days:
    text = groups["q"] or ""
    number, year = _ROMAN.get(text) or int(text), _year(groups["y"], report)
    return date(year, 3 * number - 2, 1), _month_end(year, 3 * number)


def _one_month(groups: Groups, report: date) -> Days:
    if "m" not in groups:
        return report.replace(day=1), report
    month = int(groups["m"] or 0)
    year = _year(groups["y"], report, month)
    return date(year, month, 1), _month_end(year, month)


def _whole_year(groups: Groups, report: date) -> Days:
    year = _year(groups["y"], report)
    return date(year, 1, 1), date(year, 12, 31)


def _to_date(_: Groups, report: date) -> Days:
    return date(report.year, 1, 1), report


_READERS: dict[WindowKind, Callable[[Groups, date], Days]] = {
    "range": _range,
    "until": _until,
    "days": _few_days,
    "open": _open,
    "months": _months,
    "rest": _rest,
    "quarter": _quarter,
    "month": _one_month,
    "year": _whole_year,
    "to-date": _to_date,
}
