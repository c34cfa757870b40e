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
from phulien_analysis.charts.marks import Series
from phulien_analysis.errors import PhulienError
from phulien_analysis.interval import total as total_of
from phulien_analysis.messages import Message, translate
from phulien_analysis.period import Period
from phulien_analysis.printed import Lang, format_number
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
    reason = _no_shares(whole, lang)
    return not_shown(report, reason) if reason else _share_chart(whole, lang)


def verdict_strip(report: Report) -> Chart | Fragment:
    """How many of all calculations agree, are to review, or cannot be told; each counts once, as in the tables."""
    lang, counts = report.lang, Counter(outcome_of(finding) for finding in report.finding_list)
    if not counts:
        return not_shown(report, translate("There is no calculation to redo here.", lang))
    agrees, to_review, cannot_tell = (counts[name] for name in ("agrees", "to_review", "cannot_tell"))
    title = Message(
        "{n} calculations redone: {agrees} agree, {to_review} to review, {cannot_tell} not enough to tell",
        {"n": counts.total(), "agrees": agrees, "to_review": to_review, "cannot_tell": cannot_tell},
    ).say(lang)
    names = (translate("Agree", lang), translate("To review", lang), translate("Cannot tell", lang))
    parts = [
        Part(Decimal(count), name, format_number(Decimal(count), lang))
        for name, count in zip(names, (agrees, to_review, cannot_tell), strict=True)
    ]
    note = translate("Each calculation counts once; to review are errors and warnings.", lang)
    listed = "; ".join(f"{part.name} {part.label}" for part in parts)
    alt = Message("One bar divided by the outcome of the calculations: {listing}.", {"listing": listed}).say(lang)
    headings = (translate("Result", lang), translate("Calculations", lang))
    rows = [(part.name, part.label) for part in parts]
    return put_together(Told(title, note, alt), _strip(parts), headings, rows, lang, number=1)


def _whole(series: Sequence[Series], window: Period) -> _Whole:
    total, *parts = (entry for s in series if (entry := s.over(window)))
    return _Whole(total, tuple(parts))


def _no_shares(whole: _Whole, lang: Lang) -> str:
    """Why one bar of 100 % would mislead; empty where it does not."""
    if not marks.value_of(whole.total):
        return Message("{name} is 0, so there are no shares to draw.", {"name": whole.total.label(lang)}).say(lang)
    stated, parts = whole.total.shown.interval, [e.shown.interval for e in whole.parts]
    assert stated is not None, "only readable entries are drawn"
    if stated.meets(total_of(interval for interval in parts if interval)):
        return ""
    text = Message(
        "The parts printed do not make up {name}, so no shares are drawn.", {"name": whole.total.label(lang)}
    )
    return text.say(lang)


def _share_chart(whole: _Whole, lang: Lang) -> Chart:
    listed = sorted(whole.parts, key=lambda e: -marks.value_of(e))
    parts = [
        Part(marks.value_of(e), e.label(lang), f"{marks.amount_of(e, lang)} · {whole.share(e, lang)}") for e in listed
    ]
    top = listed[0]
    title = Message(
        "{name}: {ratio} ({share})",
        {"name": top.label(lang), "ratio": marks.ratio(top, whole.total, lang), "share": whole.share(top, lang)},
    ).say(lang)
    window = marks.window_note([whole.total], lang)
    note = marks.sentences(
        window,
        marks.status_note(listed, lang),
        translate("The shares are worked out from the numbers printed, rounded to one decimal.", lang),
    )
    said = Message(
        "One bar of 100% for {name}: {listing}.",
        {"name": whole.total.label(lang), "listing": "; ".join(f"{part.name} {part.label}" for part in parts)},
    ).say(lang)
    headings = (*marks.headings(lang), translate("Share", lang))
    rows = [(*marks.table_row(e, lang), whole.share(e, lang)) for e in listed]
    rows.append((*marks.table_row(whole.total, lang), "100%"))
    told = Told(title, note, marks.sentences(said, window))
    return put_together(told, _strip(parts), headings, rows, lang, marks.NUMBER_COLUMN)


def _strip(parts: Sequence[Part]) -> Drawing:
    """The bar, and below it a line for each part in the same order, with its paint, name and number."""
    drawing = Drawing()
    drawing.height = 2.0
    whole = float(sum(part.size for part in parts))
    room = WIDTH - _BETWEEN * (len(parts) - 1)
    widths = [max(float(part.size) / whole * room, _LEAST if part.size else 0.0) for part in parts]
    x, squeezed = 1.0, (room - 2) / sum(widths)
    for width, paint in zip(widths, _PAINTS, strict=False):
        if width:
            drawing.add(Box(x, drawing.height, width * squeezed, _HEIGHT, paint))
            x += width * squeezed + _BETWEEN
    drawing.height += _HEIGHT + GAP
    for part, paint in zip(parts, _PAINTS, strict=False):
        _line(drawing, part, paint)
    return drawing


def _line(drawing: Drawing, part: Part, paint: Paint) -> None:
    """A part in words: its paint, its name, and its number after it, or below it where the line is full."""
    lines = wrapped(part.name, "label", WIDTH - _SWATCH)
    drawing.add(Box(1, drawing.height + 4, 12, 12, paint))
    drawing.write(part.name, x=_SWATCH, width=WIDTH - _SWATCH)
    after = _SWATCH + text_width(lines[-1], "label") + 2 * SPACE
    if after + text_width(part.label, "value") > WIDTH:
        after, drawing.height = _SWATCH, drawing.height + LINE
    drawing.add(Words(after, drawing.height - SPACE, part.label, "value"))
    drawing.height += SPACE
