"""Charts for a report's pages: one style, SVG with real text, and a sentence that says what each one shows.

Every function takes the report first and gives a :class:`~phulien_analysis.charts.chart.Chart` in the report's
language; where the month prints no figures for it, a :class:`~phulien_analysis.tables.Fragment` that says so.
Nothing here raises because a figure is missing or malformed.
"""

from __future__ import annotations

from phulien_analysis.charts.bars import bars, steps
from phulien_analysis.charts.breakdowns import breakdown_bars
from phulien_analysis.charts.brief import month_in_brief
from phulien_analysis.charts.chart import Chart
from phulien_analysis.charts.plans import bullets, plan_and_actual
from phulien_analysis.charts.shares import share_bar

__all__ = [
    "Chart",
    "bars",
    "breakdown_bars",
    "bullets",
    "month_in_brief",
    "plan_and_actual",
    "share_bar",
    "steps",
]
