"""Builders of made-up reports: a test says in a few lines what its report prints. Nothing in here is a real figure.

A figure is a line, ``indicator measure window printed unit [qualifier] [status] [@ source]``:

    total actual 2025-07 100 million-dong
    total plan 2025-01..2025-12 "1.200" million-dong @ II.1 p1 #2
    people actual - 270 person over
    waiting actual ..2025-07-22 154 dossier

A window is a month, months or days joined by ``..``, only a last day, or ``-`` where none is stated. Without a source
the line is the next number of one paragraph. A part is ``total by-kind: part-a part-b`` (complete) or ``total by-kind
of which: part-a``. A cross-check is ``name: a:actual + b:actual <= c:actual, windows, severity``.
"""

from __future__ import annotations

import calendar
import csv
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from phulien_analysis import Report, format_number, load_report
from phulien_analysis.findings import Finding

WARD = "made-up-ward"
MONTH = "2025-07"
TOPIC = "made-up-topic"
COLUMNS = ["indicator", "measure", "period_start", "period_end", "printed", "unit", "qualifier", "status", "source"]
SCALES = {"dong": 1, "million-dong": 10**6, "billion-dong": 10**9}
FORMS = [("dong", 0), *((unit, decimals) for unit in ("million-dong", "billion-dong") for decimals in range(5))]
RATIOS = {"percent_of_plan", "share", "remaining_percent", "growth"}
OF_THEIR_OWN = {"unit_value", "rate", "bound"}
QUALIFIERS = {"over", "nearly", "about", "under", "at_least", "at_most"}

UNITS = """\
unit,dimension,scale,counted,label_vi,label_en
dong,money,1,false,đồng,dong
million-dong,money,1000000,false,triệu đồng,million dong
billion-dong,money,1000000000,false,tỷ đồng,billion dong
percent,ratio,0.01,false,%,%
person,persons,1,true,người,person
thousand-persons,persons,1000,false,nghìn người,thousand person
household,households,1,true,hộ,household
dossier,dossiers,1,true,hồ sơ,dossier
person-per-household,persons-per-household,1,false,người/hộ,person per household
hectare,area,10000,false,ha,hectare
"""
TOPICS = f"""\
topic,order,notebook,label_vi,label_en
overview,0,00_overview,Tổng quan,Overview
{TOPIC},1,01_made_up,Chuyên đề giả định,Made-up topic
empty-topic,2,02_empty,Chuyên đề trống,Empty topic
"""
WARDS = f"""\
ward,code,province_code,label_vi,label_en,province_vi,province_en
{WARD},99999,99,Phường Giả Định,Made-up Ward,Thành phố Giả Định,Made-up City
"""
HEADERS = {
    "indicators": ["indicator", "topic", "dimension", "kind", "signed", "code", "label_vi", "label_en"],
    "parts": ["total", "breakdown", "part", "complete"],
    "crosschecks": ["check", "left", "relation", "right", "windows", "severity", "reason_vi", "reason_en"],
}


def report_of(
    *figures: str,
    parts: Iterable[str] = (),
    checks: Iterable[str] = (),
    stocks: Iterable[str] = (),
    signed: Iterable[str] = (),
    dimensions: Mapping[str, str] | None = None,
    known: Mapping[str, str] | None = None,
    lang: str = "en",
) -> Report:
    """The report that prints these figures; indicators are flows and not signed unless said otherwise."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        write_catalogue(home, figures, parts, checks, stocks, signed, dimensions)
        write_month(home, figures)
        rows = [["finding", "reason"], *([finding, why] for finding, why in (known or {}).items())]
        write_rows(home / WARD / f"{MONTH}.known.csv", rows)
        return load_report(MONTH, WARD, home, lang)


def sum_of(total: str, *parts: str, unit: str = "million-dong") -> Report:
    """A total of July and its parts, all printed in one unit."""
    names = [f"part-{number}" for number, _ in enumerate(parts, start=1)]
    lines = [f"total actual 2025-07 {total} {unit}"]
    lines += [f"{name} actual 2025-07 {part} {unit}" for name, part in zip(names, parts, strict=True)]
    return report_of(*lines, parts=[f"total by-kind: {' '.join(names)}"])


def findings(report: Report, kind: str = "") -> dict[str, str]:
    """Id of each finding (of a kind) and how it came out: ``agrees rounding ok``."""
    return {finding.id: came_out(finding) for finding in report.finding_list if kind in ("", finding.kind)}


def came_out(finding: Finding) -> str:
    """How a finding came out: ``agrees rounding ok``."""
    return f"{finding.verdict} {finding.fit or '-'} {finding.severity}"


def outcome(report: Report, kind: str) -> str:
    """How the only finding of a kind came out: ``agrees rounding ok``."""
    (only,) = findings(report, kind).values()
    return only


def sentence(report: Report, kind: str) -> str:
    """What the only finding of a kind says in English, with ordinary spaces."""
    (only,) = (finding.say("en") for finding in report.finding_list if finding.kind == kind)
    return plain(only)


def plain(text: str) -> str:
    """A text with ordinary spaces, where numbers and units are held together."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def printed(amount: int, form: tuple[str, int]) -> str:
    """An amount of đồng as a report would print it in a unit with some decimals, rounded half up."""
    unit, decimals = form
    return f"{format_number(Decimal(amount) / SCALES[unit], 'vi', decimals)} {unit}"


def write_rows(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file as the data folder wants it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def write_month(home: Path, figures: Iterable[str], month: str = MONTH, ward: str = WARD) -> None:
    """Write a month's file of figures given as lines."""
    rows = [figure_row(line, number) for number, line in enumerate(figures, start=1)]
    write_rows(home / ward / f"{month}.csv", [COLUMNS, *rows])


def write_catalogue(
    home: Path,
    figures: Iterable[str] = (),
    parts: Iterable[str] = (),
    checks: Iterable[str] = (),
    stocks: Iterable[str] = (),
    signed: Iterable[str] = (),
    dimensions: Mapping[str, str] | None = None,
) -> None:
    """Write a catalogue with every indicator that the figures, parts and cross-checks name."""
    stocks, signed = set(stocks), set(signed)
    part_rows = [row for line in parts for row in _part_rows(line)]
    check_rows = [_check_row(line) for line in checks]
    measured = {**_dimensions(figures, part_rows, check_rows), **(dimensions or {})}
    indicator_rows = [
        [
            name,
            TOPIC,
            dimension,
            "stock" if name in stocks else "flow",
            str(name in signed).lower(),
            "",
            f"Chỉ tiêu {name}",
            f"Made-up {name}",
        ]
        for name, dimension in measured.items()
    ]
    for name, text in (("units", UNITS), ("topics", TOPICS), ("wards", WARDS)):
        (home / f"{name}.csv").write_text(text, "utf-8")
    (home / "datapackage.json").write_text("{}", "utf-8")
    for name, rows in (("indicators", indicator_rows), ("parts", part_rows), ("crosschecks", check_rows)):
        write_rows(home / f"{name}.csv", [HEADERS[name], *rows])


def figure_row(line: str, number: int = 1) -> list[str]:
    """The row of a month's file that a line stands for."""
    text, _, source = line.partition(" @ ")
    indicator, measure, window, printed, unit, *rest = shlex.split(text)
    qualifier = next((word for word in rest if word in QUALIFIERS), "")
    status = next((word for word in rest if word not in QUALIFIERS), "")
    start, end = window_of(window)
    return [indicator, measure, start, end, printed, unit, qualifier, status, source or f"II.1 p1 #{number}"]


def window_of(text: str) -> tuple[str, str]:
    """First and last day of a window written as above."""
    if text == "-":
        return "", ""
    start, joined, end = text.partition("..")
    end = end if joined else start
    return _day(start, "01") if start else "", _day(end, _last_day(end))


def _day(text: str, day: str) -> str:
    return f"{text}-{day}" if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text) else text


@cache
def _last_day(text: str) -> str:
    year, month = map(int, text.split("-")[:2])
    return str(calendar.monthrange(year, month)[1])


def _part_rows(line: str) -> list[list[str]]:
    head, _, parts = line.partition(": ")
    total, name, *of_which = head.split()
    return [[total, name, part, "false" if of_which else "true"] for part in parts.split()]


def _check_row(line: str) -> list[str]:
    name, _, rest = line.partition(": ")
    relation, windows, severity = rest.rsplit(", ", 2)
    found = re.fullmatch(r"(.+?) (=|<=|compare|derive) (.+)", relation)
    if not found:
        raise ValueError(line)
    return [name, found[1], found[2], found[3], windows, severity, "Lý do giả định.", "A made-up reason."]


def _dimensions(figures: Iterable[str], parts: Iterable[list[str]], checks: Iterable[list[str]]) -> dict[str, str]:
    """Dimension of each indicator: that of the units it is printed in, else its total's, else money."""
    units = {row.split(",")[0]: row.split(",")[1] for row in UNITS.splitlines()[1:]}
    found: dict[str, str] = {}
    rows = [figure_row(line) for line in figures]
    for indicator, measure, _, _, _, unit, *_ in rows:
        if measure not in RATIOS | OF_THEIR_OWN:
            found.setdefault(indicator, units.get(unit, "money"))
    for total, _, part, _ in parts:
        found.setdefault(part, found.setdefault(total, "money"))
    for row in checks:
        for name in re.findall(r"([a-z0-9-]+):", " ".join(row[1:4])):
            found.setdefault(name, "money")
    for row in rows:
        own = units.get(row[5], "money") if row[1] in {"rate", "bound"} else "money"
        found.setdefault(row[0], "money" if own == "ratio" else own)
    return found
