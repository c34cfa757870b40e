"""Looking at charts: those that the pages show, what their pictures say, and where their bars are."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from phulien_analysis.charts import (
    Chart,
    bars,
    breakdown_bars,
    bullets,
    plan_and_actual,
    share_bar,
    steps,
)
from phulien_analysis.charts.style import WIDTH
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment

SVG = "{http://www.w3.org/2000/svg}"
DATA = Path(__file__).parents[1] / "data"
SOURCES = [
    "investment-central-construction",
    "investment-city-land-use-fee",
    "investment-district-land-use-fee",
    "investment-revenue-above-estimate",
    "investment-enterprise-contributions",
]
WARD_PLANS = ["investment-ward-city-plan", "investment-ward-district-plan"]
LAND_STEPS = [
    "land-dossiers-opening",
    "land-dossiers-received",
    "land-dossiers-completed",
    "land-dossiers-in-process",
]
ACTS = [
    "birth-registrations",
    "death-registrations",
    "marital-status-confirmations",
    "civil-status-copies",
    "marriage-registrations",
    "civil-status-corrections",
]
GIFTS = [
    "gifts-president-cash-value",
    "gifts-city-cash-value",
    "gifts-ward-cash-value",
    "gifts-organisations-cash-value",
]


def drawn(shown: Chart | Fragment) -> Chart:
    """The chart, which is not a sentence in its place."""
    assert isinstance(shown, Chart), shown
    return shown


def refused(shown: Chart | Fragment) -> str:
    """The sentence in place of a chart, from its HTML."""
    assert isinstance(shown, Fragment), shown
    match = re.fullmatch(r'<p class="not-reported">(.+)</p>', shown.html)
    assert match, shown.html
    return match[1]


def all_charts(report: Report) -> list[Chart]:
    """A chart of every kind, as the pages show them."""
    return [
        drawn(chart)
        for chart in (
            bullets(report, ["state-budget-revenue"], called="estimate"),
            breakdown_bars(report, "state-budget-revenue", "by-line"),
            plan_and_actual(report, SOURCES),
            bullets(report, WARD_PLANS),
            steps(report, LAND_STEPS),
            bars(report, ACTS),
            bars(report, GIFTS),
            share_bar(report, "dossiers-received", "by-channel"),
            share_bar(report, "household-business-certificates", "by-kind"),
            breakdown_bars(report, "dossiers-received", "by-field"),
        )
    ]


def picture(chart: Chart) -> ET.Element:
    """The picture of a chart, read as XML."""
    return ET.fromstring(chart.svg)


def lines_of_text(chart: Chart) -> list[ET.Element]:
    """Every line of text of the picture, from top to bottom."""
    return list(picture(chart).iter(f"{SVG}text"))


def texts(chart: Chart) -> list[str]:
    """What the lines of the picture say, from top to bottom."""
    return [str(element.text) for element in lines_of_text(chart)]


def boxes(chart: Chart, paint: str) -> list[tuple[float, float]]:
    """Left end and width of every bar of a paint, as measured, in the order drawn."""
    rects = (rect for group in painted(chart, paint) for rect in group.iter(f"{SVG}rect"))
    return [(measured(rect.get("x", "0")), measured(rect.get("width", "0"))) for rect in rects]


def axes(chart: Chart) -> int:
    """How many axes are drawn: those at the left edge are one path."""
    found = painted(chart, "axis")
    edges = sum(path.get("d", "").count("M") for group in found for path in group.iter(f"{SVG}path"))
    return edges + sum(len(group.findall(f"{SVG}line")) for group in found)


def painted(chart: Chart, paint: str) -> list[ET.Element]:
    """The groups of a paint."""
    return [group for group in picture(chart).iter(f"{SVG}g") if group.get("class") == f"chart-{paint}"]


def measured(length: str) -> float:
    """A length across as it was measured, of a share of the width or of itself."""
    return round(float(length.removesuffix("%")) * WIDTH / 100, 1) if length.endswith("%") else float(length)
