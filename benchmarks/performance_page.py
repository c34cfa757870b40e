"""docs/performance.md, whose tables are renewed from what was measured, with its chart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from benchmarks.chart import draw
from benchmarks.notebook_sets import ROOT
from benchmarks.results import Results
from benchmarks.telling import tell

PAGE = ROOT / "docs" / "performance.md"
CHART = ROOT / "docs" / "performance.svg"
PICTURE = (
    f"![Bars: seconds from notebooks to pages, by way. Lines: seconds a page, and memory, by editions.]({CHART.name})"
)
PLACE = re.compile(r"(<!-- measured: (\w+) -->\n)[^<]*(<!-- end -->)")


def write_page(results: Results) -> None:
    """Renew every table that there are measurements for, and the chart."""
    tables = {"chart": PICTURE, **tell(results)}
    PAGE.write_text(renewed(PAGE.read_text("utf-8"), tables), encoding="utf-8")
    draw(results, CHART)


def renewed(page: str, tables: Mapping[str, str]) -> str:
    r"""The page with its tables replaced; one that was not measured again stays.

    >>> renewed("<!-- measured: ways -->\nold\n<!-- end -->", {"ways": "new"})
    '<!-- measured: ways -->\n\nnew\n\n<!-- end -->'
    """

    def put(place: re.Match[str]) -> str:
        text = tables.get(place[2])
        return place[0] if text is None else f"{place[1]}\n{text}\n\n{place[3]}"

    return PLACE.sub(put, page)
