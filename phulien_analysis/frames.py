"""The exact objects of a report as DataFrames: a frame is named for what one row is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from phulien_analysis.calculations import Derived
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding, in_unit, point_in_unit
from phulien_analysis.messages import Lang
from phulien_analysis.period import Period

FIGURE_COLUMNS = [
    "source",
    "section",
    "place",
    "topic",
    "indicator",
    "label",
    "measure",
    "period_start",
    "period_end",
    "period_stated",
    "printed",
    "value",
    "low",
    "high",
    "unit",
    "unit_label",
    "dimension",
    "qualifier",
    "status",
    "label_vi",
    "label_en",
]
FINDING_COLUMNS = [
    "id",
    "kind",
    "verdict",
    "fit",
    "severity",
    "known",
    "topic",
    "source",
    "indicator",
    "label",
    "measure",
    "printed",
    "unit",
    "computed",
    "low",
    "high",
    "operands",
    "message",
    "message_vi",
    "message_en",
]
DERIVED_COLUMNS = [
    "check",
    "topic",
    "indicator",
    "label",
    "measure",
    "period_start",
    "period_end",
    "value",
    "low",
    "high",
    "unit",
    "formula",
    "operands",
]


def figures(listed: Sequence[Figure], lang: Lang) -> pd.DataFrame:
    """One row per printed figure; ``value``, ``low``, ``high`` are ``Decimal`` in the printed unit, or missing."""
    return pd.DataFrame([_figure(figure, lang) for figure in listed], columns=FIGURE_COLUMNS)


def findings(listed: Sequence[Finding], lang: Lang) -> pd.DataFrame:
    """One row per redone calculation; numbers are ``Decimal`` in the unit of the stated figure, or missing."""
    return pd.DataFrame([_finding(finding, lang) for finding in listed], columns=FINDING_COLUMNS)


def derived(listed: Sequence[Derived], lang: Lang) -> pd.DataFrame:
    """One row per derived figure; numbers are ``Decimal`` in ``unit``."""
    return pd.DataFrame([_derived(one, lang) for one in listed], columns=DERIVED_COLUMNS)


def _days(period: Period) -> dict[str, pd.Timestamp | None]:
    start = None if period.start is None else pd.Timestamp(period.start)
    return {"period_start": start, "period_end": pd.Timestamp(period.end)}


def _figure(figure: Figure, lang: Lang) -> dict[str, object]:
    known = figure.printed_interval
    return {
        "source": str(figure.source),
        "section": figure.source.section,
        "place": figure.source.place,
        "topic": figure.indicator.topic,
        "indicator": figure.indicator.indicator,
        "label": figure.indicator.label.say(lang),
        "measure": figure.measure,
        **_days(figure.period),
        "period_stated": figure.period.stated,
        "printed": figure.printed,
        "value": None if figure.number is None else figure.number.value,
        "low": None if known is None else known.low,
        "high": None if known is None else known.high,
        "unit": figure.unit.unit,
        "unit_label": figure.unit.label.say(lang),
        "dimension": figure.unit.dimension,
        "qualifier": figure.qualifier,
        "status": figure.status,
        "label_vi": figure.indicator.label_vi,
        "label_en": figure.indicator.label_en,
    }


def _finding(finding: Finding, lang: Lang) -> dict[str, object]:
    stated = finding.stated
    return {
        "id": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "fit": finding.fit,
        "severity": finding.severity,
        "known": finding.known,
        "topic": finding.topic,
        "source": "" if stated is None else str(stated.source),
        "indicator": "" if stated is None else stated.indicator.indicator,
        "label": "" if stated is None else stated.indicator.label.say(lang),
        "measure": "" if stated is None else stated.measure,
        "printed": "" if stated is None else stated.printed,
        "unit": "" if stated is None else stated.unit.unit,
        "computed": finding.computed,
        "low": finding.low,
        "high": finding.high,
        "operands": [str(operand.source) for operand in finding.operands],
        "message": finding.say(lang),
        "message_vi": finding.say("vi"),
        "message_en": finding.say("en"),
    }


def _derived(one: Derived, lang: Lang) -> dict[str, object]:
    low, high = in_unit(one.unit, one.interval)
    return {
        "check": one.check,
        "topic": one.indicator.topic,
        "indicator": one.indicator.indicator,
        "label": one.indicator.label.say(lang),
        "measure": one.measure,
        **_days(one.period),
        "value": point_in_unit(one.unit, one.point),
        "low": low,
        "high": high,
        "unit": one.unit.unit,
        "formula": one.formula(lang),
        "operands": [str(operand.source) for operand in one.operands],
    }
