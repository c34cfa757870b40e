"""Actual against plan: pairs of bars in the order of the plans, and bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from phulien_analysis.calculations import Derived
from phulien_analysis.catalogue import Unit
from phulien_analysis.charts import marks
from phulien_analysis.charts.chart import Chart, Told, not_shown, put_together
from phulien_analysis.charts.drawing import Box, Drawing, Line, Mark, Scale, Words, scale_for
from phulien_analysis.charts.marks import Datum
from phulien_analysis.charts.style import BAR, GAP, SPACE
from phulien_analysis.figures import unit_label
from phulien_analysis.messages import Lang, Message, translate
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment
from phulien_analysis.views.entries import Entry

Called = Literal["plan", "estimate"]
"""What the report calls the plan: a plan (kế hoạch), or a budget estimate (dự toán)."""
_BAND = 20.0  # height of a bullet's plan
_BETWEEN = 3.0  # from a plan to its actual
_MOST_NAMED = 3  # rates that a title has room for


@dataclass(frozen=True)
class Progress:
    """An actual, the plan it is held against, and the percentage that the report states."""

    actual: Datum
    plan: Datum
    percent: Datum | None

    def name(self, lang: Lang) -> str:
        """What both measure."""
        return self.actual.name(lang)

    def ratio(self, lang: Lang) -> str:
        """Actual and plan as reports write them."""
        return marks.ratio(self.actual, self.plan, lang)

    def rate(self, lang: Lang) -> str:
        """The stated percentage; empty where none is stated."""
        return self.percent.amount(lang) if self.percent else ""

    @property
    def data(self) -> list[Datum]:
        """The numbers of it that are drawn or written."""
        return [d for d in (self.plan, self.actual, self.percent) if d]


@dataclass(frozen=True)
class _Found:
    """What can be drawn of the indicators asked for, and a sentence on the rest."""

    progress: tuple[Progress, ...]
    missing: str


def plan_and_actual(
    report: Report,
    indicators: Sequence[str],
    *,
    sort: Literal["plan", "given"] = "plan",
    called: Called = "plan",
) -> Chart | Fragment:
    """Pairs of bars, plan pale and actual strong, the stated percentage beside the actual; the largest plan first.

    A zero actual stays, labelled 0. What has no plan or no actual is left out, and the alt text says so.

    Raises:
        NotFoundError: the catalogue has no such indicator.
        PhulienError: the indicators measure different things.
    """
    lang, found = report.lang, _find(report, indicators)
    progress = list(found.progress)
    if not progress:
        return not_shown(report, found.missing)
    if sort == "plan":
        progress.sort(key=lambda p: -p.plan.value)
    axis = marks.axis_unit(d for p in progress for d in (p.plan, p.actual))
    said = Message(
        "Pairs of bars, the actual below its plan, in {unit}: {listing}.",
        {"unit": unit_label(axis, lang), "listing": "; ".join(_in_words(p, axis, lang) for p in progress)},
    ).say(lang)
    told = _told(_of_largest(progress, lang, called), said, found, marks.unit_note(axis, lang), lang)
    return _chart(told, _pairs(progress, axis, lang, called), progress, lang)


def bullets(report: Report, indicators: Sequence[str], *, called: Called = "plan") -> Chart | Fragment:
    """A bullet for each indicator: the actual as a bar on the plan's band, the stated percentage beside it.

    All have one scale where they measure the same thing, else each its own.

    Raises:
        NotFoundError: the catalogue has no such indicator.
    """
    lang, found = report.lang, _find(report, indicators)
    progress = found.progress
    if not progress:
        return not_shown(report, found.missing)
    one_scale = len({d.unit.dimension for p in progress for d in (p.plan, p.actual)}) == 1
    listed = "; ".join(_in_words(p, None, lang) for p in progress)
    said = Message("The actual as a bar on the band of its plan: {listing}.", {"listing": listed}).say(lang)
    title = _of_each(progress, lang, called)
    scales = "" if one_scale else translate("Each has its own scale.", lang)
    drawing = _bullets(progress, one_scale=one_scale, lang=lang, called=called)
    return _chart(_told(title, said, found, scales, lang), drawing, progress, lang)


def _find(report: Report, indicators: Sequence[str]) -> _Found:
    """Actuals over one window, each with its plan and the percentage stated for it."""
    lang, series = report.lang, marks.gather(report, indicators)
    window = marks.common_window(series, "longest")
    actuals = [s.over(window) if window else None for s in series]
    progress = [progress_of(report, d.entry) if d else None for d in actuals]
    without = "; ".join(d.name(lang) for d, p in zip(actuals, progress, strict=True) if d and not p)
    no_plan = Message("No plan is printed for: {names}.", {"names": without}).say(lang) if without else ""
    missing = marks.left_out(series, actuals, lang) if window else ""
    return _Found(tuple(p for p in progress if p), marks.sentences(missing, no_plan))


def progress_of(report: Report, found: Entry) -> Progress | None:
    """An actual held against its plan; None where no plan is printed for its window, or a number is malformed."""
    printings, figure, actual = report.printings, found.shown, marks.read(found)
    if isinstance(figure, Derived) or actual is None or found.measure != "actual":
        return None  # only what is printed has a plan beside it
    plan, percent = printings.plan_of(figure), printings.beside(figure, "percent_of_plan")
    planned = marks.read(Entry(plan)) if plan else None
    return Progress(actual, planned, marks.read(Entry(percent)) if percent else None) if planned else None


def _told(title: str, said: str, found: _Found, scale: str, lang: Lang) -> Told:
    actuals = [p.actual for p in found.progress]
    window = marks.window_note(actuals, lang)
    return Told(
        title=title,
        alt=marks.sentences(said, window, found.missing),
        note=marks.sentences(scale, window, marks.status_note(actuals, lang)),
        remark=found.missing,
    )


def _of_largest(progress: Sequence[Progress], lang: Lang, called: Called) -> str:
    """The title of many, or of one: the one with the largest plan."""
    largest = max(progress, key=lambda p: p.plan.value)
    values = {"name": largest.actual.quoted(lang), "ratio": largest.ratio(lang), "rate": largest.rate(lang)}
    if not largest.percent:
        return Message("{name}: {ratio}", values).say(lang)
    if called == "estimate":
        return Message("{name}: {ratio}, {rate} of the estimate", values).say(lang)
    return Message("{name}: {ratio}, {rate} of the plan", values).say(lang)


def _of_each(progress: Sequence[Progress], lang: Lang, called: Called) -> str:
    """The title of a few: the rate of each; of one, or where a rate is not stated, the numbers, too."""
    if not 1 < len(progress) <= _MOST_NAMED or not all(p.percent for p in progress):
        return _of_largest(progress, lang, called)
    rates = "; ".join(f"{p.actual.quoted(lang)} {p.rate(lang)}" for p in progress)
    if called == "estimate":
        return Message("Percent of the estimate: {rates}", {"rates": rates}).say(lang)
    return Message("Percent of the plan: {rates}", {"rates": rates}).say(lang)


def _in_words(progress: Progress, axis: Unit | None, lang: Lang) -> str:
    """Name, actual, plan and rate; the units are left out where they are those of an axis."""
    rate = f" ({progress.rate(lang)})" if progress.percent else ""
    pair = "/".join(d.label(axis, lang) for d in (progress.actual, progress.plan)) if axis else progress.ratio(lang)
    return f"{progress.name(lang)} {pair}{rate}"


def _plan(lang: Lang, called: Called) -> str:
    return translate("Estimate", lang) if called == "estimate" else translate("Plan", lang)


def _done(lang: Lang) -> str:
    return translate("Actual", lang)


def _pairs(progress: Sequence[Progress], axis: Unit, lang: Lang, called: Called) -> Drawing:
    drawing = Drawing()
    pairs = [_pair(p, axis, lang, called) for p in progress]
    scale = scale_for(mark for pair in pairs for mark in pair)
    for p, (plan, actual) in zip(progress, pairs, strict=True):
        drawing.write(p.name(lang))
        scale.draw(drawing, plan, drawing.height)
        scale.draw(drawing, actual, drawing.height + BAR + _BETWEEN)
        drawing.height += 2 * BAR + _BETWEEN + GAP
    return drawing


def _pair(progress: Progress, axis: Unit, lang: Lang, called: Called) -> tuple[Mark, Mark]:
    """The marks of plan and actual, each with its name; the rate stands beside the actual."""
    plan, actual = progress.plan, progress.actual
    planned = f"{_plan(lang, called)} {plan.label(axis, lang)}"
    done = f"{_done(lang)} {actual.label(axis, lang)}"
    said = " · ".join(text for text in (done, progress.rate(lang)) if text)
    return Mark(plan.value, planned, "pale", "small"), Mark(actual.value, said)


def _bullets(progress: Sequence[Progress], *, one_scale: bool, lang: Lang, called: Called) -> Drawing:
    drawing = Drawing()
    together = scale_for(mark for p in progress for mark in _ends(p, lang))
    for p in progress:
        drawing.write(p.name(lang))
        _bullet(drawing, p, together if one_scale else scale_for(_ends(p, lang)), lang)
        drawing.key([("strong", f"{_done(lang)} {p.actual.amount(lang)}")])
        drawing.height -= GAP
        drawing.key([("pale", f"{_plan(lang, called)} {p.plan.amount(lang)}")])
    return drawing


def _ends(progress: Progress, lang: Lang) -> list[Mark]:
    """How far a bullet reaches: to plan or actual, and the rate beside the longer one."""
    return [Mark(d.value, progress.rate(lang)) for d in (progress.plan, progress.actual)]


def _bullet(drawing: Drawing, progress: Progress, scale: Scale, lang: Lang) -> None:
    plan, actual = scale.at(progress.plan.value), scale.at(progress.actual.value)
    top, zero = drawing.height + 3, scale.zero
    drawing.add(
        Box(zero, top, plan - zero, _BAND, "pale"),
        Box(zero, top + _BAND / 4, actual - zero, _BAND / 2, "strong"),
        Line(plan, top - 3, top + _BAND + 3, "mark"),
        Line(zero, top - 2, top + _BAND + 2),
        Words(max(plan, actual), top + _BAND / 2 + 5, progress.rate(lang), "value", SPACE),
    )
    drawing.height = top + _BAND + 3


def _chart(told: Told, drawing: Drawing, progress: Sequence[Progress], lang: Lang) -> Chart:
    table = [d.row(lang) for p in progress for d in p.data]
    return put_together(told, drawing, marks.headings(lang), table, lang)
