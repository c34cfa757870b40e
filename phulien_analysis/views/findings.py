"""Findings for readers: stated beside recomputed, what to review, and one line a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from phulien_analysis.calculations.sentences import MEASURE_NAMES, Amount
from phulien_analysis.figures import Figure
from phulien_analysis.findings import SEVERITIES, Finding, severity_label, verdict_label
from phulien_analysis.messages import Joined, Lang, Message, mark, pieces, translate
from phulien_analysis.passports import calculation_name, figure_name, finding_name, named
from phulien_analysis.report import Report
from phulien_analysis.tables import Builder, Cell, Column, Fragment, Table, TableRow, paragraph, traced, way
from phulien_analysis.views.entries import not_reported, say_interval

KIND_NAMES = {
    "sum": mark("sum of parts"),
    "subset": mark("part within the whole"),
    "percent": mark("percent of plan"),
    "remaining": mark("remainder"),
    "share": mark("share"),
    "pair": mark("number and its base"),
    "duplicate": mark("said twice"),
    "difference": mark("difference"),
    "growth": mark("growth"),
    "crosscheck": mark("two figures side by side"),
    "format": mark("form of the number"),
    "continuity": mark("continuity"),
}


_SIGNS = {"=": "", "<=": "≤\N{NO-BREAK SPACE}", ">=": "≥\N{NO-BREAK SPACE}"}


def outcome_of(finding: Finding) -> str:
    """Which column of the overview a finding counts in; each counts in one."""
    if finding.to_review and not finding.known:
        return "to_review"
    return "agrees" if finding.verdict == "agrees" else "cannot_tell"


def summary(report: Report, topic: str) -> Fragment:
    """One sentence on a topic: how many figures, how many calculations redone, and how they came out.

    Who is not shown all findings is told of figures only: a count would tell how many are left out.
    """
    report.require_topic(topic)
    figures = [f for f in report.figure_list if f.indicator.topic == topic]
    if not figures:
        return not_reported(report)
    if not report.audience.shows_all_findings:
        return paragraph(Message("Figures: {n}.", {"n": len(figures)}).say(report.lang), "summary")
    found = [f for f in report.finding_list if f.topic == topic]
    redone = count_outcomes(found) if found else Message("There is no calculation to redo here.")
    text = Joined((Message("Figures: {n}.", {"n": len(figures)}), redone))
    return paragraph(text.say(report.lang), "summary")


def count_outcomes(found: Sequence[Finding]) -> Message:
    """How many calculations were redone, and how they came out; each counts once."""
    counts = Counter(outcome_of(finding) for finding in found)
    return Message(
        "Calculations redone: {n}; agree: {agrees}, to review: {to_review}, not enough to tell: {cannot_tell}.",
        {"n": len(found), **{name: counts[name] for name in ("agrees", "to_review", "cannot_tell")}},
    )


def topic_summary(report: Report) -> Table:
    """One line a topic: figures, calculations checked, agreeing, to review, not enough to tell."""
    lang = report.lang
    headings = (mark("Figures"), mark("Checked"), mark("Agree"), mark("To review"), mark("Cannot tell"))
    of_no_topic = {f.topic for f in report.finding_list if f.stated is None}  # known findings that have gone
    shown = (topic for topic in report.topics if topic.order or topic.topic in of_no_topic)
    rows = [_topic_row(report, topic.topic, topic.label.say(lang)) for topic in shown]
    totals = [sum(int(row.cells[i].text) for row in rows) for i in range(len(headings))]
    rows.append(_count_row(translate("The whole report", lang), totals, kind_total=True))
    return Table(
        caption=translate("Figures and findings by topic", lang),
        first_heading=translate("Topic", lang),
        columns=tuple(Column(translate(heading, lang), number=True) for heading in headings),
        rows=tuple(rows),
    )


def recomputed(report: Report, topic: str) -> Table | Fragment:
    """Every calculation of a topic: what is stated beside what is recomputed."""
    report.require_topic(topic)
    lang = report.lang
    found = [(f, f.stated) for f in report.finding_list if f.topic == topic and f.stated]
    if not found:
        return not_reported(report)
    headings = (
        (mark("Stated"), True),
        (mark("Recomputed"), True),
        (mark("Interval"), True),
        (mark("Result"), False),
    )
    builder = Builder([Column(translate(text, lang), number) for text, number in headings])
    builder.rows += [_recomputed_row(finding, stated, lang) for finding, stated in found]
    columns, rows = builder.without_empty_columns()
    return Table(translate("Stated beside recomputed", lang), translate("Figure", lang), columns, rows)


def findings(report: Report, topic: str | None = None) -> Fragment:
    """What to review first, then what is for information; what simply agrees is counted.

    Of a topic it is left to the page of findings, where there is one; else it is folded away.
    """
    if topic is not None:
        report.require_topic(topic)
    listed = [f for f in report.finding_list if topic is None or f.topic == topic]
    if not listed:
        return paragraph(translate("There is no calculation to redo here.", report.lang), "note")
    return _told(listed, report.lang, topic if report.audience.shows_all_findings else None)


def _told(listed: Sequence[Finding], lang: Lang, topic: str | None = None) -> Fragment:
    told = sorted(
        (f for f in listed if f.severity != "ok"),
        key=lambda f: SEVERITIES.index(f.severity),
        reverse=True,
    )
    quiet = [f for f in listed if f.severity == "ok"]
    html = _list(told, lang) if told else ""
    text = "\n".join(f"- {f.say(lang)}" for f in told)
    if quiet:
        further = mark("Further calculations that agree: {n}") if told else mark("Calculations that agree: {n}")
        head = Message(further, {"n": len(quiet)}).say(lang)
        fold = f"<details><summary>{escape(head)}</summary>{_list(quiet, lang)}</details>"
        html += way(head, "findings", topic).html if topic else fold
        text += f"\n{head}"
    return Fragment(html, text.strip())


def to_review(report: Report) -> Fragment:
    """What to review in the whole report, and nothing else; the page of findings has the rest."""
    listed = [f for f in report.finding_list if outcome_of(f) == "to_review"]
    if not listed:
        return paragraph(translate("Nothing is to be reviewed.", report.lang), "note")
    listed.sort(key=lambda f: SEVERITIES.index(f.severity), reverse=True)
    return Fragment(_list(listed, report.lang), "\n".join(f"- {f.say(report.lang)}" for f in listed))


def findings_page(report: Report, lang: Lang) -> str:
    """The body of ``findings.html``: all findings, topic by topic, in the order of the pages."""
    parts = [topic_summary(_in_language(report, lang))._repr_html_()]
    for topic in report.topics:
        listed = [f for f in report.finding_list if f.topic == topic.topic]
        if listed:
            parts.append(f'<h2 id="{topic.topic}">{escape(topic.label.say(lang))}</h2>')
            parts.append(_told(listed, lang).html)
    return "".join(parts)


def _in_language(report: Report, lang: Lang) -> Report:
    return report if report.lang == lang else report.in_language(lang)


def _list(listed: Sequence[Finding], lang: Lang) -> str:
    return f'<ul class="findings">{"".join(_point(finding, lang) for finding in listed)}</ul>'


def _point(finding: Finding, lang: Lang) -> str:
    severity = severity_label(finding.severity).say(lang)
    words = ", ".join(text for text in (verdict_label(finding).say(lang), severity) if text)
    known = ""
    if finding.known:
        known = (
            f' <span class="known">{escape(Message("Looked at: {reason}", {"reason": finding.known}).say(lang))}</span>'
        )
    return (
        f'<li class="finding {finding.severity}" id="{escape(finding_name(finding))}">'
        f"<strong>{escape(words)}</strong> {said(finding, lang)}{known}</li>"
    )


def said(finding: Finding, lang: Lang) -> str:
    """What a finding says, as HTML, with every number's passport."""
    return "".join(traced(text, named(thing, finding)) for text, thing in pieces(finding.message, lang))


def _topic_row(report: Report, topic: str, label: str) -> TableRow:
    figures = sum(f.indicator.topic == topic for f in report.figure_list)
    counts = Counter(outcome_of(f) for f in report.finding_list if f.topic == topic)
    numbers = [
        figures,
        counts.total(),
        counts["agrees"],
        counts["to_review"],
        counts["cannot_tell"],
    ]
    return _count_row(label, numbers, kind_total=False)


def _count_row(label: str, numbers: Sequence[int], *, kind_total: bool) -> TableRow:
    cells = tuple(Cell(str(number)) for number in numbers)
    return TableRow(label, cells, "total" if kind_total else "")


def _recomputed_row(finding: Finding, stated: Figure, lang: Lang) -> TableRow:
    name = stated.indicator.label.say(lang)
    if stated.measure != "actual":
        name += f" – {translate(MEASURE_NAMES[stated.measure], lang)}"
    window = f" ({stated.period.say(lang)})" if stated.period.stated else ""
    cells = (
        Cell(stated.say(lang), passport=figure_name(stated)),
        Cell(recomputed_number(finding, stated, lang), passport=calculation_name(finding)),
        Cell(recomputed_interval(finding, stated, lang), passport=calculation_name(finding), beside=True),
        Cell(verdict_label(finding).say(lang)),
    )
    remark = f"{translate(KIND_NAMES[finding.kind], lang)}, {stated.source.say(lang)}"
    return TableRow(name + window, cells, remark=remark)


def recomputed_number(finding: Finding, stated: Figure, lang: Lang) -> str:
    """What was recomputed; a bound carries its sign, and a single other figure is said in its own unit."""
    if finding.computed is None:
        return ""
    sign = _SIGNS[finding.relation]
    if len(finding.operands) == 1 and finding.kind not in {"percent", "share"}:
        return sign + finding.operands[0].say(lang)
    value = finding.computed * stated.unit.scale
    return sign + Amount(value, stated.unit, _decimals(finding, stated)).say(lang)


def recomputed_interval(finding: Finding, stated: Figure, lang: Lang) -> str:
    """All that redoing the calculation can give, in the unit of the stated figure; empty for a bound."""
    if finding.computed is None or finding.relation != "=":
        return ""
    ends = (_scaled(finding.low, stated.unit.scale), _scaled(finding.high, stated.unit.scale))
    return say_interval(ends, stated.unit, _decimals(finding, stated) + 1, lang)


def _decimals(finding: Finding, stated: Figure) -> int:
    """As many as are printed among stated and operands in the stated unit; one more for a quotient."""
    if finding.kind in {"percent", "share"}:
        return stated.decimals + 1
    same = [f for f in finding.operands if f.unit.unit == stated.unit.unit]
    return max(f.decimals for f in (stated, *same))


def _scaled(end: Decimal | None, scale: Decimal) -> Decimal | None:
    return None if end is None else end * scale
