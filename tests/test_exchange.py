"""What other programs read: findings.json, figures.json and figures.csv, key by key."""

import csv
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from phulien_analysis import Report
from phulien_analysis.exchange import (
    FIGURE_FIELDS,
    figures_document,
    findings_document,
    to_json,
    write_figures_csv,
    write_figures_json,
    write_findings_json,
)
from tests.made_up import MONTH, WARD, report_of

FINDING_KEYS = "id, kind, verdict, fit, severity, stated, operands, computed, low, high, message_vi, message_en"
OPERAND_KEYS = "indicator, measure, printed, unit, low, high, source"
FIGURE_KEYS = (
    "indicator, measure, period_start, period_end, period_stated, printed, value, low, high, unit, qualifier, status, "
    "source, topic, label_vi, label_en, passport, calculations"
)
DERIVED_KEYS = (
    "check, indicator, measure, period_start, period_end, value, low, high, unit, formula_vi, formula_en, operands, "
    "topic, label_vi, label_en, passport, decimals, qualifier"
)
CALCULATION_KEYS = (
    "passport, finding, kind, verdict, fit, severity, stated, operands, computed, low, high, unit, numbers"
)
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def read(text: str) -> dict[str, Any]:
    """A JSON text, with a complaint where a number is not a decimal string."""

    def refuse(number: str) -> None:
        raise AssertionError(number)

    document: dict[str, Any] = json.loads(text, parse_float=refuse)
    return document


def half() -> Report:
    """A made-up percentage with its operands."""
    return report_of(
        "a actual 2025-01..2025-06 3.120 million-dong @ II.1 p1 #1",
        "a plan 2025-01..2025-12 6.500 million-dong @ II.1 p1 #2",
        "a percent_of_plan 2025-01..2025-06 48,6 percent @ II.1 p1 #3",
    )


def test_findings_document_is_the_contract() -> None:
    """A finding has the contract's keys in its order, numbers as decimal strings in the stated unit."""
    (finding,) = findings_document(half())["findings"]
    # the ends: 3119.5 / 6500.5 and 3120.5 / 6499.5, rounded outwards
    assert {key: value for key, value in finding.items() if not key.startswith("message")} == {
        "id": "percent@II.1 p1 #3",
        "kind": "percent",
        "verdict": "differs",
        "fit": None,
        "severity": "error",
        "stated": {
            "indicator": "a",
            "measure": "percent_of_plan",
            "printed": "48,6",
            "unit": "percent",
            "low": "48.55",
            "high": "48.65",
            "source": "II.1 p1 #3",
        },
        "operands": [
            {
                "indicator": "a",
                "measure": "actual",
                "printed": "3.120",
                "unit": "million-dong",
                "low": "3119.5",
                "high": "3120.5",
                "source": "II.1 p1 #1",
            },
            {
                "indicator": "a",
                "measure": "plan",
                "printed": "6.500",
                "unit": "million-dong",
                "low": "6499.5",
                "high": "6500.5",
                "source": "II.1 p1 #2",
            },
        ],
        "computed": "48",
        "low": "47.988616260287",  # of 47.9886162602876...
        "high": "48.011385491192",  # of 48.0113854911916...
    }


def test_head_names_schema_ward_and_month(july: Report) -> None:
    """Both documents begin with schema 1, ward and month."""
    assert list(findings_document(half()).items())[:3] == [("schema", 1), ("ward", WARD), ("month", MONTH)]
    assert list(findings_document(july)) == ["schema", "ward", "month", "findings"]
    assert list(figures_document(july)) == ["schema", "ward", "month", "figures", "derived", "calculations"]
    assert (figures_document(july)["ward"], figures_document(july)["month"]) == ("phu-lien", "2025-07")


def test_every_row_has_the_same_keys_in_the_same_order(july: Report) -> None:
    """No key is left out where there is nothing to say: it is null."""
    findings, figures = findings_document(july), figures_document(july)
    assert {", ".join(row) for row in findings["findings"]} == {FINDING_KEYS}
    operands = [row["stated"] for row in findings["findings"]] + [
        o for row in findings["findings"] for o in row["operands"]
    ]
    assert {", ".join(row) for row in operands if row} == {OPERAND_KEYS}
    assert {", ".join(row) for row in figures["figures"]} == {FIGURE_KEYS}
    assert {", ".join(row) for row in figures["derived"]} == {DERIVED_KEYS}
    assert {", ".join(row) for row in figures["calculations"]} == {CALCULATION_KEYS}


def test_numbers_are_decimal_strings_or_null(july: Report) -> None:
    """Values and ends are plain decimals as text, without exponent, or null; nothing is a binary float."""
    findings, figures = read(to_json(findings_document(july))), read(to_json(figures_document(july)))
    rows = findings["findings"] + figures["figures"] + figures["derived"]
    numbers = [row[key] for row in rows for key in ("computed", "value", "low", "high") if key in row]
    assert numbers
    assert [number for number in numbers if number is not None and not DECIMAL.fullmatch(number)] == []


def test_malformed_number_has_null_for_its_value(july: Report) -> None:
    """31.5000.000 is there as printed, with value and ends null, and so is its finding's computed number."""
    row = next(row for row in figures_document(july)["figures"] if row["source"] == "II.3 fn13 #12")
    assert (row["printed"], row["value"], row["low"], row["high"]) == ("31.5000.000", None, None, None)
    finding = next(f for f in findings_document(july)["findings"] if f["kind"] == "format")
    assert (finding["computed"], finding["low"], finding["high"], finding["operands"]) == (None, None, None, [])


def test_figure_is_told_in_its_printed_unit(july: Report) -> None:
    """104,5 has the value 104.5 and the ends 104.45 and 104.55, in percent; a bound has an open end that is null."""
    rows = {row["source"]: row for row in figures_document(july)["figures"]}
    assert rows["II.1.1 p1 #4"] == {
        "indicator": "state-budget-revenue",
        "measure": "percent_of_plan",
        "period_start": "2025-01-01",
        "period_end": "2025-07-31",
        "period_stated": True,
        "printed": "104,5",
        "value": "104.5",
        "low": "104.45",
        "high": "104.55",
        "unit": "percent",
        "qualifier": "",
        "status": "estimated",
        "source": "II.1.1 p1 #4",
        "topic": "budget-revenue",
        "label_vi": rows["II.1.1 p1 #4"]["label_vi"],
        "label_en": "State budget revenue in the area",
        "passport": "f-ii-1-1-p1-4",
        "calculations": ["percent@II.1.1 p1 #4", "duplicate@III p2 #1"],
    }
    at_least = figures_document(report_of("a bound - 5 person at_least"))["figures"][0]
    assert (at_least["low"], at_least["high"]) == ("5", None)


def test_calculation_tells_figures_and_numbers_by_their_passports() -> None:
    """A percentage that differs: what is stated, what it was worked out from, each number that its sentence says."""
    (calculation,) = figures_document(half())["calculations"]
    assert calculation == {
        "passport": "c-percent-II.1-p1--3",
        "finding": "percent@II.1 p1 #3",
        "kind": "percent",
        "verdict": "differs",
        "fit": None,
        "severity": "error",
        "stated": "f-ii-1-p1-3",
        "operands": ["f-ii-1-p1-1", "f-ii-1-p1-2"],
        "computed": "48",
        "low": "47.988616260287",
        "high": "48.011385491192",
        "unit": "percent",
        # 3120 / 6500 = 48 %, which is 0.6 points less than the 48.6 % printed
        "numbers": [
            {"value": "48", "unit": "percent", "decimals": 1},
            {"value": "0.6", "unit": "percent", "decimals": 1},
        ],
    }


def test_stock_has_no_first_day() -> None:
    """A stock's first day is null; a window that is not stated is told as such."""
    rows = figures_document(report_of("a actual ..2025-07-22 5 person", "b actual - 5 person", stocks=["a"]))["figures"]
    assert [(row["period_start"], row["period_end"], row["period_stated"]) for row in rows] == [
        (None, "2025-07-22", True),
        ("2025-07-01", "2025-07-31", False),
    ]


def test_gone_finding_has_no_stated_figure() -> None:
    """A known finding that is no longer found has null where others have a stated figure."""
    (row,) = findings_document(report_of("a actual - 5 person", known={"format@II.1 p1 #1": "x"}))["findings"]
    assert (row["id"], row["stated"], row["operands"]) == ("known@format@II.1 p1 #1", None, [])


def test_derived_number_lies_between_its_ends(july: Report) -> None:
    """416 / 451 does not end; its low end is told below it and its high end above, in the unit of the figure."""
    for row in figures_document(july)["derived"]:
        assert Decimal(row["low"]) <= Decimal(row["value"]) <= Decimal(row["high"])
    row = next(row for row in figures_document(july)["derived"] if row["check"] == "share-dossiers-online")
    assert Decimal(row["low"]) * 451 < 41600 < Decimal(row["high"]) * 451


def test_both_messages_are_told(july: Report) -> None:
    """Each finding has its sentence in both languages, in letters and not in escapes."""
    text = to_json(findings_document(july))
    assert "Mục II.3, chú thích 13" in text
    assert "Section II.3, footnote 13" in text
    assert "\\u" not in text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_documents_do_not_depend_on_the_language_of_the_reader(july: Report, lang: str) -> None:
    """What programs read is the same whether the report was read in Vietnamese or in English."""
    other = july.in_language("vi" if lang == "vi" else "en")
    assert to_json(findings_document(other)) == to_json(findings_document(july))
    assert to_json(figures_document(other)) == to_json(figures_document(july))


def test_written_files_are_utf_8_with_line_ends_of_unix(july: Report, tmp_path: Path) -> None:
    """JSON files are UTF-8 with a last line end, the same bytes each time."""
    for write, document in ((write_findings_json, findings_document), (write_figures_json, figures_document)):
        write(july, tmp_path / "once.json")
        write(july, tmp_path / "again.json")
        content = (tmp_path / "once.json").read_bytes()
        assert content == (tmp_path / "again.json").read_bytes()
        assert json.loads(content) == json.loads(to_json(document(july)))
        assert content.endswith(b"}\n")
        assert b"\r" not in content


def test_a_file_holds_a_record_a_line(july: Report, tmp_path: Path) -> None:
    """213 figures are 213 lines that can be read one by one; nothing is spent on blanks."""
    write_figures_json(july, tmp_path / "figures.json")
    lines = (tmp_path / "figures.json").read_text("utf-8").splitlines()
    first = lines.index('"figures":[') + 1
    records = [json.loads(line.rstrip(",")) for line in lines[first : first + 213]]
    assert records[0]["source"] == "II.1.1 p1 #1"
    assert lines[first + 213] == "],"
    assert lines[:3] == ['{"schema":1,', '"ward":"phu-lien",', '"month":"2025-07",']


def test_csv_has_a_row_for_each_figure(july: Report, tmp_path: Path) -> None:
    """figures.csv has the contract's columns and 213 rows, in the order of the report."""
    write_figures_csv(july, tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == FIGURE_FIELDS
    assert f"{', '.join(rows[0])}, passport, calculations" == FIGURE_KEYS
    assert [row["source"] for row in rows] == [str(figure.source) for figure in july.figure_list]
    assert rows[3]["low"] == "104.45"
    malformed = next(row for row in rows if row["printed"] == "31.5000.000")
    assert (malformed["value"], malformed["low"], malformed["high"]) == ("", "", "")
    assert {row["period_stated"] for row in rows} == {"true", "false"}


def test_csv_opens_in_excel(july: Report, tmp_path: Path) -> None:
    """figures.csv begins with a byte order mark, by which Excel knows Vietnamese letters, and with its header."""
    write_figures_csv(july, tmp_path / "figures.csv")
    content = (tmp_path / "figures.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfindicator,measure,")
    assert b"\r" not in content
    assert "Thu ngân sách nhà nước trên địa bàn" in content.decode("utf-8-sig")


def test_longest_numbers_are_written_like_others() -> None:
    """Numbers of 24 digits, the most that are read, are derived from and written exactly."""
    long = "2" + "0" * 22 + "1"
    report = report_of(
        f"a actual 2025-07 {long} dong",
        "b actual 2025-07 1 dong",
        checks=["x: x:actual derive a:actual - b:actual, same, note"],
    )
    document = figures_document(report)
    assert document["figures"][0]["value"] == long
    assert document["derived"][0]["value"] == "2" + "0" * 23


@pytest.mark.parametrize(("printed", "written"), [
    ("=1+1", "'=1+1"),
    ("@SUM(1)", "'@SUM(1)"),
    ("+cmd", "'+cmd"),
    ("-1-1", "'-1-1"),
    ("＝1", "'＝1"),
    ("1.250", "1.250"),
    ("-12,5", "-12,5"),
    ("-5", "-5"),
])  # fmt: skip
def test_csv_holds_nothing_that_a_spreadsheet_would_run(printed: str, written: str, tmp_path: Path) -> None:
    """A text that begins like a formula gets an apostrophe before it, as OWASP advises; a number keeps its sign."""
    report = report_of(f'a actual 2025-07 "{printed}" million-dong', signed=["a"])
    write_figures_csv(report, tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["printed"] == written
    assert figures_document(report)["figures"][0]["printed"] == printed


def test_csv_opens_with_its_accents(july: Report, tmp_path: Path) -> None:
    """Excel takes a file for UTF-8 only by its byte order mark; one is there, once, and labels come through."""
    write_figures_csv(july, tmp_path / "figures.csv")
    raw = (tmp_path / "figures.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfindicator,")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert "Thu ngân sách nhà nước trên địa bàn" in raw.decode("utf-8-sig")
