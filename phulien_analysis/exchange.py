"""The forms that other programs read: ``findings.json``, ``figures.json``, ``figures.csv``.

Numbers are decimal strings or null, so that no reader's binary floats change them. Output is the same bytes for the
same report.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from phulien_analysis.calculations import Derived
from phulien_analysis.calculations.sentences import Amount, Percent
from phulien_analysis.csvfile import harmless
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding, in_unit, kept, point_in_unit
from phulien_analysis.passports import Passports, calculation_name, figure_name, value_of, worked_out
from phulien_analysis.period import Period
from phulien_analysis.report import Report

SCHEMA = 1
PERCENT = "percent"  # the unit of a part of a whole, which a sentence says to one decimal
FIGURE_FIELDS = [
    "indicator",
    "measure",
    "period_start",
    "period_end",
    "period_stated",
    "printed",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "status",
    "source",
    "topic",
    "label_vi",
    "label_en",
]
"""The columns of ``figures.csv``; a figure in JSON has these, its passport and its calculations."""


def findings_document(report: Report) -> dict[str, Any]:
    """The findings in the contract's form, ready for ``json``."""
    return {**_head(report), "findings": [finding_record(finding, operand_record) for finding in report.finding_list]}


def figures_document(report: Report) -> dict[str, Any]:
    """All that pages show numbers of, ready for ``json``: printed figures, derived ones, calculations redone."""
    known = Passports(report)
    return {
        **_head(report),
        "figures": [{**_figure_row(figure), **_passport(figure, known)} for figure in report.figure_list],
        "derived": [_derived_row(derived) for derived in report.derived_list],
        "calculations": [_calculation(finding) for finding in report.finding_list],
    }


def to_json(document: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> str:
    """A document, or several, as text: Vietnamese letters as they are, two spaces, a line end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_lines(document: Mapping[str, Any]) -> str:
    """A document as a file holds it: a record a line, so that it is small, and a change touches few lines."""
    told = ",\n".join(f"{_tight(name)}:{_by_line(value)}" for name, value in document.items())
    return f"{{{told}}}\n"


def _by_line(value: object) -> str:
    if not isinstance(value, list):
        return _tight(value)
    return "[\n" + ",\n".join(map(_tight, value)) + "\n]"


def _tight(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_findings_json(report: Report, path: Path) -> None:
    """Write ``findings.json``."""
    path.write_text(to_lines(findings_document(report)), encoding="utf-8", newline="\n")


def write_figures_json(report: Report, path: Path) -> None:
    """Write ``figures.json``."""
    path.write_text(to_lines(figures_document(report)), encoding="utf-8", newline="\n")


def write_figures_csv(report: Report, path: Path) -> None:
    """Write ``figures.csv``: one row per printed figure; a missing number is an empty field.

    It starts with a byte order mark, without which Excel shows Vietnamese letters wrongly. A text that a spreadsheet
    would take for a formula has an apostrophe before it; ``figures.json`` has every text as it is.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, FIGURE_FIELDS, lineterminator="\n")
        writer.writeheader()
        for figure in report.figure_list:
            writer.writerow({key: _cell(value) for key, value in _figure_row(figure).items()})


def _head(report: Report) -> dict[str, Any]:
    return {"schema": SCHEMA, "ward": report.ward.ward, "month": report.month}


def finding_record(finding: Finding, figure_record: Callable[[Figure], dict[str, Any]]) -> dict[str, Any]:
    """One finding in the contract's form; ``figure_record`` tells each of its figures."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "fit": finding.fit,
        "severity": finding.severity,
        "stated": None if finding.stated is None else figure_record(finding.stated),
        "operands": [figure_record(operand) for operand in finding.operands],
        "computed": _text(finding.computed),
        "low": _text(finding.low),
        "high": _text(finding.high),
        "message_vi": finding.say("vi"),
        "message_en": finding.say("en"),
    }


def operand_record(figure: Figure) -> dict[str, Any]:
    """A figure of a finding in the contract's form."""
    known = figure.printed_interval
    return {
        "indicator": figure.indicator.indicator or None,
        "measure": figure.measure,
        "printed": figure.printed,
        "unit": figure.unit.unit,
        "low": None if known is None else _text(known.low),
        "high": None if known is None else _text(known.high),
        "source": str(figure.source),
    }


def _figure_row(figure: Figure) -> dict[str, Any]:
    known = figure.group or figure.printed_interval
    return {
        "indicator": figure.indicator.indicator,
        "measure": figure.measure,
        **_days(figure.period),
        "period_stated": figure.period.stated,
        "printed": figure.printed,
        "value": None if figure.number is None else _text(figure.number.value),
        "low": None if known is None else _text(known.low),
        "high": None if known is None else _text(known.high),
        "unit": figure.unit.unit,
        "qualifier": figure.qualifier,
        "status": figure.status,
        "source": str(figure.source),
        "topic": figure.indicator.topic,
        "label_vi": figure.indicator.label_vi,
        "label_en": figure.indicator.label_en,
    }


def _passport(figure: Figure, known: Passports) -> dict[str, Any]:
    """The name of the figure's passport, and the findings about calculations in which it takes part."""
    found = known.calculations(figure)
    why = {"reason_vi": figure.reason.vi, "reason_en": figure.reason.en} if figure.reason else {}
    return {"passport": figure_name(figure), "calculations": [finding.id for finding in found], **why}


def _calculation(finding: Finding) -> dict[str, Any]:
    """What a passport says of a calculation; its numbers are those that its sentence says and nobody printed."""
    return {
        "passport": calculation_name(finding),
        "finding": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "fit": finding.fit,
        "severity": finding.severity,
        "stated": None if finding.stated is None else figure_name(finding.stated),
        "operands": [figure_name(operand) for operand in finding.operands],
        "computed": _text(finding.computed),
        "low": _text(finding.low),
        "high": _text(finding.high),
        "unit": None if finding.stated is None else finding.stated.unit.unit,
        "numbers": [_number(number) for number in worked_out(finding)],
    }


def _number(number: Amount | Percent) -> dict[str, Any]:
    """A number worked out: its value, its unit, and to how many decimals it is said."""
    return {
        "value": _text(kept(value_of(number))),
        "unit": PERCENT if isinstance(number, Percent) else number.unit.unit,
        "decimals": 1 if isinstance(number, Percent) else number.decimals,
    }


def _derived_row(derived: Derived) -> dict[str, Any]:
    low, high = in_unit(derived.unit, derived.interval)
    return {
        "check": derived.check,
        "indicator": derived.indicator.indicator,
        "measure": derived.measure,
        **_days(derived.period),
        "value": _text(point_in_unit(derived.unit, derived.point)),
        "low": _text(low),
        "high": _text(high),
        "unit": derived.unit.unit,
        "formula_vi": derived.formula("vi"),
        "formula_en": derived.formula("en"),
        "operands": [str(operand.source) for operand in derived.operands],
        "topic": derived.indicator.topic,
        "label_vi": derived.indicator.label_vi,
        "label_en": derived.indicator.label_en,
        "passport": figure_name(derived),
        "decimals": derived.decimals,
        "qualifier": derived.qualifier,
    }


def _days(period: Period) -> dict[str, str | None]:
    start = None if period.start is None else period.start.isoformat()
    return {"period_start": start, "period_end": period.end.isoformat()}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else harmless(str(value))
