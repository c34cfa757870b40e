"""One bar that is a whole: the shares of a total's parts, and how many calculations agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from phulien_analysis.calculations.sentences import Percent
from phulien_analysis.charts import marks
from phulien_analysis.charts.bars import find_breakdown
from phulien_analysis.charts.chart import Chart, Told, not_shown, put_together
from phulien_analysis.charts.drawing import Box, Drawing, Words
from phulien_analysis.charts.style import GAP, LINE, SPACE, WIDTH, Paint, text_width, wrapped
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, translate
from phulien_analysis.period import Period
from phulien_analysis.printed import Lang
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment
from phulien_analysis.views.entries import Entry
from phulien_analysis.views.findings import outcome_of

_PAINTS: tuple[Paint, ...] = ("strong", "second", "pale")
_PARTS = range(2, len(_PAINTS) + 1)
_HEIGHT = 28.0
_LEAST = 3.0  # a part that is not 0 can be seen
_BETWEEN = 2.0
_SWATCH = 20.0


@dataclass(frozen=True)
class Part:
    """A part of the bar: how large it is, and its name and number on the line below."""

    size: Decimal
    name: str
    label: str


@dataclass(frozen=True)
class _Whole:
    """A printed total with its printed parts over one window."""

    total: Entry
    parts: tuple[Entry, ...]

    def share(self, part: Entry, lang: Lang) -> str:
        """The part as a percentage of the total, one decimal."""
        return f"{Percent(marks.value_of(part), marks.value_of(self.total)).say(lang)}%"


def share_bar(report: Report, total: str, breakdown: str) -> Chart | Fragment:
    """The two or three parts of a total as one bar of 100 %, each with number and share.

    Not drawn where the printed parts are not the whole: a bar of 100 % would say that they are.

    Raises:
        NotFoundError: the catalogue has no such total or breakdown.
        PhulienError: the breakdown has more parts than one bar can show.
    """
    names = find_breakdown(report, total, breakdown).parts
    if len(names) not in _PARTS:
        msg = f"{total} has {len(names)} parts in {breakdown!r}; one bar shows 2 or 3, use breakdown_bars"
        raise PhulienError(msg)
    lang, series = report.lang, marks.gather(report, [total, *names], derived=False)
    window = next((w for w in marks.windows(series) if all(s.over(w) for s in series)), None)
    whole = _whole(series, window) if window else None
    if whole is None:
        found = [next(iter(s.readable), None) for s in series]
        return not_shown(report, marks.left_out(series, found, lang) if any(found) else "")
    if not marks.value_of(whole.total) or sum(map(marks.value_of, whole.parts)) != marks.value_of(whole.total):
        return not_shown(report, _no_shares(whole, lang))
    return _share_chart(whole, lang)
