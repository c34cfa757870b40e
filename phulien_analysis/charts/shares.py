"""One bar that is a whole: the shares of a total's parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from phulien_analysis.calculations.sentences import Percent
from phulien_analysis.charts import marks
from phulien_analysis.charts.breakdowns import find_breakdown
from phulien_analysis.charts.chart import Chart, Told, not_shown, put_together
from phulien_analysis.charts.drawing import Box, Drawing, Words
from phulien_analysis.charts.marks import Datum
from phulien_analysis.charts.style import DESCENT, GAP, LINE, SPACE, WIDTH, Paint, text_width, wrapped
from phulien_analysis.errors import PhulienError
from phulien_analysis.interval import total as total_of
from phulien_analysis.messages import Lang, Message, translate
from phulien_analysis.report import Report
from phulien_analysis.tables import Cell, Fragment
from phulien_analysis.views.entries import entry

_PAINTS: tuple[Paint, ...] = ("strong", "second", "pale")  # none is the colour of what is to be reviewed
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
    """A printed total with its printed parts over one window, the largest first."""

    total: Datum
    parts: tuple[Datum, ...]
    passports: Mapping[str, str]

    def share_cell(self, part: Datum, lang: Lang) -> Cell:
        """The share in the table, with the passport of the derived figure that it is."""
        return Cell(self.share(part, lang), passport=self.passports.get(part.entry.passport, ""))

    def share(self, part: Datum, lang: Lang) -> str:
        """The part as a percentage of the total, one decimal."""
        return f"{Percent(part.value, self.total.value).say(lang)}%"


def share_bar(report: Report, total: str, breakdown: str) -> Chart | Fragment:
    """The two or three parts of a total as one bar of 100 %, each with number and share.

    Not drawn where the printed parts are not the whole: a bar of 100 % would say that they are.

    Raises:
        NotFoundError: the catalogue has no such total or breakdown.
        PhulienError: the breakdown has more parts than one bar can show.
    """
    names = find_breakdown(report, total, breakdown).parts
    if len(names) not in _PARTS:
        msg = f"{total!r} has {len(names)} parts in {breakdown!r}; one bar shows 2 or 3, use breakdown_bars"
        raise PhulienError(msg)
    lang, series = report.lang, marks.gather(report, [total, *names])
    window = next((w for w in marks.windows(series) if all(s.over(w) for s in series)), None)
    if window is None:
        found = [s.longest for s in series]
        return not_shown(report, marks.left_out(series, found, lang) if any(found) else "")
    whole, *parts = (d for s in series if (d := s.over(window)))
    drawn = _Whole(whole, tuple(marks.by_size(parts)), _shares(report, parts))
    reason = _no_shares(drawn, lang, judged=report.audience.shows_all_findings)
    return not_shown(report, reason) if reason else _share_chart(drawn, lang)


def _shares(report: Report, parts: Sequence[Datum]) -> dict[str, str]:
    """The passport of each part's share, by that of the part; none where the share is printed, or not derived."""
    found = {d.entry.passport: entry(report, f"{d.entry.indicator.indicator}:share", d.period) for d in parts}
    return {part: share.passport for part, share in found.items() if share and share.is_derived}


def _no_shares(whole: _Whole, lang: Lang, *, judged: bool) -> str:
    """Why one bar of 100 % would mislead; empty where it does not. What does not add up is a finding, told to some."""
    name = {"name": whole.total.name(lang)}
    if not whole.total.value:
        return Message("“{name}” is 0, so there are no shares to draw.", name).say(lang)
    if whole.total.interval.meets(total_of(part.interval for part in whole.parts)):
        return ""
    if not judged:
        return translate("No shares are drawn.", lang)
    return Message("The parts printed do not make up “{name}”, so no shares are drawn.", name).say(lang)


def _share_chart(whole: _Whole, lang: Lang) -> Chart:
    top, window = whole.parts[0], marks.window_note([whole.total], lang)
    values = {
        "name": top.quoted(lang),
        "ratio": marks.ratio(top, whole.total, lang),
        "share": whole.share(top, lang),
    }
    worked_out = translate("The shares are worked out from the numbers printed, rounded to one decimal.", lang)
    parts = [Part(d.value, d.name(lang), f"{d.amount(lang)} · {whole.share(d, lang)}") for d in whole.parts]
    said = Message(
        "One bar of 100% for “{name}”: {listing}.",
        {"name": whole.total.name(lang), "listing": "; ".join(f"{part.name} {part.label}" for part in parts)},
    ).say(lang)
    told = Told(
        title=Message("{name}: {ratio} ({share})", values).say(lang),
        alt=marks.sentences(said, window),
        note=marks.sentences(window, marks.status_note(whole.parts, lang)),
        remark=worked_out,
    )
    headings = (*marks.headings(lang), translate("Share", lang))
    rows = [(*d.row(lang), whole.share_cell(d, lang)) for d in (*whole.parts, whole.total)]
    return put_together(told, _strip(parts), headings, rows, lang)


def _strip(parts: Sequence[Part]) -> Drawing:
    """The bar, and below it a line for each part in the same order, with its paint, name and number."""
    drawing = Drawing(height=2.0)
    painted = list(zip(parts, _PAINTS, strict=False))
    shown = [(part, paint) for part, paint in painted if part.size]
    whole, room = float(sum(part.size for part in parts)), WIDTH - 2 - _BETWEEN * (len(shown) - 1)
    widths = [max(float(part.size) / whole * room, _LEAST) for part, _ in shown]
    left, squeezed = 1.0, room / sum(widths)
    for width, (_, paint) in zip(widths, shown, strict=True):
        drawing.add(Box(left, drawing.height, width * squeezed, _HEIGHT, paint))
        left += width * squeezed + _BETWEEN
    drawing.height += _HEIGHT + GAP
    for part, paint in painted:
        _line(drawing, part, paint)
    return drawing


def _line(drawing: Drawing, part: Part, paint: Paint) -> None:
    """A part in words: its paint, its name, and its number after it, or below it where the line is full."""
    drawing.add(Box(1, drawing.height + LINE - DESCENT - 11, 12, 12, paint, fixed=True))
    drawing.write(part.name, indent=_SWATCH)
    after = _SWATCH + text_width(wrapped(part.name, "label", WIDTH - _SWATCH)[-1], "label") + 2 * SPACE
    if after + text_width(part.label, "value") > WIDTH:
        after, drawing.height = _SWATCH, drawing.height + LINE
    drawing.add(Words(0, drawing.height - DESCENT, part.label, "value", after))
    drawing.height += SPACE
