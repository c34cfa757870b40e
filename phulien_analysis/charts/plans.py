"""Actual against plan: pairs of bars in the order of the plans, and bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from phulien_analysis.charts import marks
from phulien_analysis.charts.chart import Chart, not_shown
from phulien_analysis.messages import Message
from phulien_analysis.printed import Lang
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment
from phulien_analysis.views.entries import Entry

Called = Literal["plan", "estimate"]
"""What the report calls the plan: a plan (kế hoạch), or a budget estimate (dự toán)."""
_BAND = 19.0  # height of a bullet's plan
_MOST_NAMED = 3  # rates that a title can hold


@dataclass(frozen=True)
class Progress:
    """An actual, the plan it is held against, and the percentage that the report states."""

    actual: Entry
    plan: Entry
    percent: Entry | None

    def name(self, lang: Lang) -> str:
        """What both measure."""
        return self.actual.label(lang)

    def ratio(self, lang: Lang) -> str:
        """Actual and plan as reports write them."""
        return marks.ratio(self.actual, self.plan, lang)

    def rate(self, lang: Lang) -> str:
        """The stated percentage; empty where none is stated."""
        return marks.amount_of(self.percent, lang) if self.percent else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The numbers of it that are drawn."""
        return tuple(e for e in (self.plan, self.actual, self.percent) if e)


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
    """
    lang, found = report.lang, _find(report, indicators)
    if not found.progress:
        return not_shown(report, found.missing)
    ordered = list(found.progress)
    if sort == "plan":
        ordered.sort(key=lambda p: -marks.value_of(p.plan))
    axis = marks.axis_unit([e for p in ordered for e in (p.plan, p.actual)])
    said = Message(
        "Pairs of bars, the actual below its plan, in {unit}: {listing}.",
        {"unit": axis.label, "listing": _listing(ordered, axis, lang)},
    ).say(lang)
    told = _told(_of_largest(ordered, lang, called), said, found, marks.unit_note(axis, lang), lang)
    return _chart(told, _pairs(ordered, axis, lang, called), ordered, lang)


def bullets(report: Report, indicators: Sequence[str], *, called: Called = "plan") -> Chart | Fragment:
    """A bullet for each indicator: the actual as a bar on the plan's band, the stated percentage beside it.

    All have one scale where they measure the same thing, else each its own.
    """
    lang, found = report.lang, _find(report, indicators)
    progress = found.progress
    if not progress:
        return not_shown(report, found.missing)
    one_scale = len({e.unit.dimension for p in progress for e in (p.plan, p.actual)}) == 1
    listed = "; ".join(_in_words(p, p.ratio(lang), lang) for p in progress)
    said = Message("Bullets, the actual as a bar on the band of its plan: {listing}.", {"listing": listed}).say(lang)
    title = _of_each(progress, lang, called) if len(progress) <= _MOST_NAMED else _of_largest(progress, lang, called)
    scales = "" if one_scale else translate("Each has its own scale.", lang)
    drawing = _bullets(progress, one_scale=one_scale, lang=lang, called=called)
    return _chart(_told(title, said, found, scales, lang), drawing, progress, lang)


def _find(report: Report, indicators: Sequence[str]) -> _Found:
    """Actuals over one window, each with its plan and the percentage stated for it."""
    lang, series = report.lang, marks.gather(report, indicators, derived=False)
    window = marks.common_window(series, "longest")
    actuals = [s.over(window) if window else None for s in series]
    progress = [_progress(report, e) if e else None for e in actuals]
    without = "; ".join(e.label(lang) for e, p in zip(actuals, progress, strict=True) if e and not p)
    no_plan = Message("No plan is printed for: {names}.", {"names": without}).say(lang) if without else ""
    drawn = tuple(p for p in progress if p)
    missing = marks.left_out(series, actuals, lang) if window else ""
    return _Found(drawn, marks.sentences(missing, no_plan))


def _progress(report: Report, actual: Entry) -> Progress | None:
    """The actual with its plan; None where no plan is printed for its window, or only a malformed one."""
    figure = actual.shown
    assert isinstance(figure, Figure), "derived entries are not gathered"
    plan = report.printings.plan_of(figure)
    if plan is None or plan.number is None:
        return None
    percent = report.printings.beside(figure, "percent_of_plan")
    stated = Entry(percent) if percent is not None and percent.number is not None else None
    return Progress(actual, Entry(plan), stated)


def _told(title: str, said: str, found: _Found, scale: str, lang: Lang) -> Told:
    actuals = [p.actual for p in found.progress]
    window = marks.window_note(actuals, lang)
    return Told(
        title=title,
        note=marks.sentences(scale, window, marks.status_note(actuals, lang), found.missing),
        alt=marks.sentences(said, window, found.missing),
    )


def _of_largest(progress: Sequence[Progress], lang: Lang, called: Called) -> str:
    """The title of many: the one with the largest plan."""
    return _of_each([max(progress, key=lambda p: marks.value_of(p.plan))], lang, called)


def _of_each(progress: Sequence[Progress], lang: Lang, called: Called) -> str:
    """The title of a few: actual, plan and rate of each."""
    return "; ".join(_finding(p, lang, called) for p in progress)


def _finding(progress: Progress, lang: Lang, called: Called) -> str:
    values = {"name": progress.name(lang), "ratio": progress.ratio(lang), "rate": progress.rate(lang)}
    if not progress.percent:
        return Message("{name}: {ratio}", values).say(lang)
    if called == "estimate":
        return Message("{name}: {ratio}, {rate} of the estimate", values).say(lang)
    return Message("{name}: {ratio}, {rate} of the plan", values).say(lang)


def _in_words(progress: Progress, ratio: str, lang: Lang) -> str:
    rate = f" ({progress.rate(lang)})" if progress.percent else ""
    return f"{progress.name(lang)} {ratio}{rate}"


def _listing(progress: Sequence[Progress], axis: Unit, lang: Lang) -> str:
    """Names with actual, plan and rate one after another."""
    return "; ".join(
        _in_words(p, f"{marks.label_of(p.actual, axis, lang)}/{marks.label_of(p.plan, axis, lang)}", lang)
        for p in progress
    )


def _key(drawing: Drawing, lang: Lang, called: Called) -> None:
    plan = translate("Estimate", lang) if called == "estimate" else translate("Plan", lang)
    drawing.key([("pale", plan), ("strong", translate("Actual", lang))])


def _pairs(progress: Sequence[Progress], axis: Unit, lang: Lang, called: Called) -> Drawing:
    drawing = Drawing()
    _key(drawing, lang, called)
    pairs = [(p, *_pair(p, axis, lang)) for p in progress]
    scale = scale_for([mark for _, *both in pairs for mark in both])
    for p, plan, actual in pairs:
        drawing.write(p.name(lang))
        scale.draw(drawing, plan, drawing.height)
        scale.draw(drawing, actual, drawing.height + BAR + 3)
        drawing.height += 2 * BAR + 3 + GAP
    return drawing


def _pair(progress: Progress, axis: Unit, lang: Lang) -> tuple[Mark, Mark]:
    """The marks of plan and actual; the rate stands beside the actual."""
    said = " · ".join(text for text in (marks.label_of(progress.actual, axis, lang), progress.rate(lang)) if text)
    plan = Mark(marks.value_of(progress.plan), marks.label_of(progress.plan, axis, lang), "pale", "small")
    return plan, Mark(marks.value_of(progress.actual), said)


def _bullets(progress: Sequence[Progress], *, one_scale: bool, lang: Lang, called: Called) -> Drawing:
    drawing = Drawing()
    _key(drawing, lang, called)
    together = scale_for([mark for p in progress for mark in _ends(p, lang)])
    for p in progress:
        drawing.write(p.name(lang))
        _bullet(drawing, p, together if one_scale else scale_for(_ends(p, lang)), lang)
        drawing.write(p.ratio(lang), "small")
        drawing.height += GAP
    return drawing


def _ends(progress: Progress, lang: Lang) -> list[Mark]:
    """How far a bullet reaches: to plan or actual, and the rate beside the longer one."""
    return [Mark(marks.value_of(e), progress.rate(lang)) for e in (progress.plan, progress.actual)]


def _bullet(drawing: Drawing, progress: Progress, scale: Scale, lang: Lang) -> None:
    plan, actual = (scale.at(marks.value_of(e)) for e in (progress.plan, progress.actual))
    top, zero = drawing.height + 2, scale.zero
    drawing.add(
        Box(zero, top, plan - zero, _BAND, "pale"),
        Box(zero, top + _BAND / 4, actual - zero, _BAND / 2, "strong"),
        Line(plan, top - 3, top + _BAND + 3, "mark"),
        Line(zero, top - 2, top + _BAND + 2),
        Words(max(plan, actual) + SPACE, top + _BAND / 2 + 5, progress.rate(lang), "value"),
    )
    drawing.height = top + _BAND + 3


def _chart(told: Told, drawing: Drawing, progress: Sequence[Progress], lang: Lang) -> Chart:
    table = [marks.table_row(e, lang) for p in progress for e in p.entries]
    return put_together(told, drawing, marks.headings(lang), table, lang, marks.NUMBER_COLUMN)
