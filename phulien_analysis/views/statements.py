"""What a report says without a number, what it rests on, and which of its assessments have a figure behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import escape

from phulien_analysis.errors import NotFoundError, did_you_mean
from phulien_analysis.figures import Figure, Source
from phulien_analysis.messages import Lang, Message, Piece, mark, translate
from phulien_analysis.passports import figure_name
from phulien_analysis.period import say_date
from phulien_analysis.report import KINDS, Report, Statement
from phulien_analysis.tables import (
    EMPTY,
    Cell,
    Column,
    Fragment,
    Item,
    Table,
    TableRow,
    bullets,
    paragraph,
)
from phulien_analysis.views.entries import not_reported


def statements(report: Report, topic: str, kind: str) -> Fragment:
    """The month's statements of a kind (statement, caveat, missing, task) for a topic, as a list; none is said."""
    report.require_topic(topic)
    if kind not in KINDS:
        msg = f"there is no kind of statement {kind!r}{did_you_mean(kind, KINDS)}"
        raise NotFoundError(msg)
    lang = report.lang
    listed = [s for s in report.statements if (s.topic, s.kind) == (topic, kind)]
    if not listed:
        return paragraph(translate("None is noted for this month.", lang), "note")
    return bullets([Item(s.note.say(lang), _place(s, lang)) for s in listed], f"statements {kind}")


_NOTES = {
    "caveat": mark("To be borne in mind for this report"),
    "review": mark("To be looked at in this report"),
    "statement": mark("Said without a figure"),
    "missing": mark("What readers will ask and the report does not print"),
}


def notes(report: Report, topic: str, *kinds: str) -> Fragment:
    """The month's caveats, remarks, statements without a figure, and missing figures of a topic; or only ``kinds``.

    Each kind that has any stands under its own heading.
    """
    report.require_topic(topic)
    lang = report.lang
    shown = [kind for kind in kinds or _NOTES if any((s.topic, s.kind) == (topic, kind) for s in report.statements)]
    if not shown:
        return paragraph(translate("None is noted for this month.", lang), "note")
    parts = [(translate(_NOTES[kind], lang), statements(report, topic, kind)) for kind in shown]
    html = "".join(f"<h3>{escape(heading)}</h3>{listed.html}" for heading, listed in parts)
    return Fragment(html, "\n".join(f"{heading}\n{listed.text}" for heading, listed in parts))


def assessments(report: Report) -> Table | Fragment:
    """Statement, figure, where, verdict: whether an assessment of the report has a figure of the report behind it.

    Who is not shown all findings sees those that have one, without a verdict.
    """
    lang, judged = report.lang, report.audience.shows_all_findings
    listed = [s for s in _assessments(report) if judged or _backing(report, s)[0] is not None]
    if not listed:
        return not_reported(report)
    headings = (mark("Figure"), mark("Where"), mark("Result"))[: 3 if judged else 2]
    rows = (_assessment_row(report, statement) for statement in listed)
    note = translate("A statement without a figure is “no figure”, never “wrong”.", lang)
    return Table(
        caption=translate("Assessments of the report", lang),
        first_heading=translate("Statement, shortened", lang),
        columns=tuple(Column(translate(heading, lang)) for heading in headings),
        rows=tuple(replace(row, cells=row.cells[: len(headings)]) for row in rows),
        notes=(note,) if judged else (),
    )


def _assessments(report: Report) -> list[Statement]:
    return [s for s in report.statements if s.kind == "assessment"]


def answer_assessments(report: Report) -> Fragment:
    """How many of the report's assessments have a figure of the report behind them, in a sentence."""
    listed = _assessments(report)
    if not listed:
        return not_reported(report)
    backed = sum(_backing(report, statement)[0] is not None for statement in listed)
    text = Message(
        "Of {whole} statements, {n} have a figure of the report behind them.", {"whole": len(listed), "n": backed}
    )
    return paragraph(text.say(report.lang), "answer")


def tasks(report: Report) -> Table | Fragment:
    """What the next months could be measured by: the tasks the report sets, by topic, without figures."""
    lang = report.lang
    listed = [s for s in report.statements if s.kind == "task"]
    if not listed:
        return not_reported(report)
    labels = {topic.topic: topic.label.say(lang) for topic in report.topics}
    return Table(
        caption=translate("Tasks set for the next months", lang),
        first_heading=translate("Task, shortened", lang),
        columns=(Column(translate("Place", lang)),),
        rows=tuple(TableRow(s.note.say(lang), (Cell(_place(s, lang)),), group=labels[s.topic]) for s in listed),
    )


def document(report: Report) -> Fragment:
    """Which document the figures were read from; what is not known is said as unknown."""
    lang = report.lang
    known = report.document
    if not known.month:
        return paragraph(translate("Which document the figures were read from is not recorded.", lang), "note")
    unknown = translate("unknown", lang)
    states = {"draft": mark("draft"), "signed": mark("signed"), "": mark("unknown")}
    text = Message(
        "The figures were read from: {title}; number: {number}; date: {date}; status: {state}.",
        {
            "title": known.title or unknown,
            "number": known.number or unknown,
            "date": _date(known.date, lang) or unknown,
            "state": translate(states[known.state], lang),
        },
    )
    said = "".join(_in_its_language(piece, known.title, lang) for piece in text.pieces(lang))
    return Fragment(f'<p class="note">{said}</p>', text.say(lang))


def _in_its_language(piece: Piece, title: str, lang: Lang) -> str:
    """A piece of a sentence; on a page in another language the document's title says that it is Vietnamese."""
    words = escape(piece.text)
    return f'<span lang="vi">{words}</span>' if lang != "vi" and title and piece.thing is title else words


def _place(statement: Statement, lang: Lang) -> str:
    """The place as people name it; a whole section has no paragraph."""
    section, _, place = statement.source.partition(" ")
    return Source(section, place, 0).say(lang) if section else ""


def _assessment_row(report: Report, statement: Statement) -> TableRow:
    lang = report.lang
    figure, verdict = _backing(report, statement)
    cells = (
        EMPTY if figure is None else Cell(figure.say(lang), passport=figure_name(figure)),
        Cell("" if figure is None else figure.source.say(lang)),
        Cell(translate(verdict, lang)),
    )
    return TableRow(statement.note.say(lang), cells)


def _backing(report: Report, statement: Statement) -> tuple[Figure | None, str]:
    """The figure behind an assessment: printed with it and elsewhere (repeats), only elsewhere (supported), or none."""
    figures = [f for f in report.figure_list if f.indicator.indicator == statement.indicator]
    here = [f for f in figures if _same_place(f, statement)]
    elsewhere = [f for f in figures if not _same_section(f, statement)]
    if here and any(_repeats(here[0], other) for other in elsewhere):
        return here[0], mark("repeats") if here[0].period.stated else mark("repeats; the window is not stated here")
    if here:
        bound = here[0].measure == "bound"
        return here[0], mark("a bound, no measured value") if bound else mark("stated here only")
    if not elsewhere:
        return None, mark("no figure")
    month = [f for f in elsewhere if f.period.end.strftime("%Y-%m") == report.month]
    return (month or elsewhere)[0], mark("figure printed") if month else mark("other window")


def _repeats(here: Figure, other: Figure) -> bool:
    same = here.measure == other.measure and here.interval is not None and other.interval is not None
    return same and here.interval.meets(other.interval)  # type: ignore[union-attr,arg-type]


def _same_place(figure: Figure, statement: Statement) -> bool:
    return figure.source.paragraph == statement.source.partition(" #")[0]


def _same_section(figure: Figure, statement: Statement) -> bool:
    return figure.source.section == statement.source.split(" ")[0]


def _date(text: str, lang: Lang) -> str:
    try:
        return say_date(date.fromisoformat(text), lang)
    except ValueError:
        return text
