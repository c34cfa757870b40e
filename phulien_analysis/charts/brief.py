"""The month in brief: its headline figures in one block, with a bar where there is a plan; last, how checks came out.

The bars are too small to carry words, so they stand between words that say the same, and are hidden from who cannot
see them. They are as wide as their place, which a drawing with texts in it cannot be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape

from phulien_analysis.charts.plans import Progress, progress_of
from phulien_analysis.charts.style import PAINTS, Paint
from phulien_analysis.messages import Label, Lang, Message, mark, translate
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment, traced
from phulien_analysis.views.entries import Entry, Pair, entry, say_window_in_full
from phulien_analysis.views.findings import outcome_of

_OUTCOMES: Mapping[str, tuple[str, Paint]] = {
    "agrees": (mark("Agree"), "strong"),
    "to_review": (mark("To review"), "review"),
    "cannot_tell": (mark("Cannot tell"), "pale"),
}


def month_in_brief(report: Report, rows: Mapping[Pair, Sequence[str]]) -> Fragment:
    """Rows of headline figures (terms as in ``views``) under a heading each, and a last row for the calculations.

    A figure that the month does not print keeps its place and says so. Each leads to the page of its topic.
    """
    lang = report.lang
    blocks = [(Label(*heading).say(lang), [_figure(report, term) for term in terms]) for heading, terms in rows.items()]
    if report.audience.shows_all_findings:
        blocks.append((translate("Calculations redone", lang), list(_outcomes(report))))
    html = "".join(_row(heading, [html for html, _ in items]) for heading, items in blocks)
    text = "\n".join(f"{heading}: {'; '.join(text for _, text in items)}" for heading, items in blocks)
    return Fragment(f'<div class="brief">{html}</div>', text)


def _row(heading: str, items: Sequence[str]) -> str:
    return f'<div class="brief-row"><h3>{escape(heading)}</h3><dl>{"".join(items)}</dl></div>'


def _figure(report: Report, term: str) -> tuple[str, str]:
    """A headline figure as HTML and as text."""
    lang, found = report.lang, entry(report, term)
    indicator = report.catalogue.indicators[term.partition(":")[0]]
    name = found.label(lang) if found else indicator.label.say(lang)
    href = f"{report.catalogue.topics[indicator.topic].notebook}.ipynb"
    head = f'<dt><a href="{escape(href)}">{escape(name)}</a></dt>'
    if found is None:
        missing = translate("Not reported this month.", lang)
        return f'<div>{head}<dd class="not-reported">{escape(missing)}</dd></div>', f"{name}: {missing}"
    held = progress_of(report, found)
    against, about = _against_plan(held, lang), _about(found, lang)
    bar = _bullet(held) if held else ""
    words = "".join(traced(text, passport) for text, passport in against)
    beside = f' <span class="against">{words}</span>' if words else ""
    number = traced(found.say(lang), found.passport)
    html = f"<dd><strong>{number}</strong>{beside} {bar}<small>{escape(about)}</small></dd>"
    said = ", ".join(text for text in (found.say(lang), "".join(text for text, _ in against)) if text)
    return f"<div>{head}{html}</div>", f"{name}: {said} ({about})"


def _about(found: Entry, lang: Lang) -> str:
    """Window, status and place; of a derived figure that it is one, and its formula."""
    derived = translate("derived", lang) if found.is_derived else ""
    told = (say_window_in_full(found.period, lang), found.status(lang), derived, found.place(lang))
    return " · ".join(text for text in told if text)


def _against_plan(held: Progress | None, lang: Lang) -> Sequence[tuple[str, str]]:
    """In words, each with the passport of the number that it is."""
    if held is None:
        return ()
    plan, percent = held.plan.entry, held.percent and held.percent.entry
    said = (
        Message("{percent} of the planned {plan}", {"percent": percent, "plan": plan})
        if percent
        else Message("of the planned {plan}", {"plan": plan})
    )
    return [(p.text, p.thing.passport if isinstance(p.thing, Entry) else "") for p in said.pieces(lang)]


def _bullet(held: Progress) -> str:
    """The bar of an actual on the band of its plan, with a line where the plan ends."""
    plan, actual = held.plan.value, held.actual.value
    reach = max(plan, actual)
    if plan <= 0 or actual < 0:
        return ""
    end = plan * 100 / reach
    bar = _box(0, actual * 100 / reach, "strong") if actual else ""
    line = f'<rect x="{end:.4g}%" y="-3" width="2" height="18" transform="translate(-2)" fill="currentColor"/>'
    return _svg(_box(0, end, "pale") + bar + line)


def _outcomes(report: Report) -> Iterator[tuple[str, str]]:
    """How many calculations were redone, and how they came out; each counts once, as in the table below."""
    lang, counts = report.lang, Counter(outcome_of(finding) for finding in report.finding_list)
    if not counts:
        none = translate("There is no calculation to redo here.", lang)
        yield f'<div><dt>{escape(none)}</dt><dd class="not-reported">0</dd></div>', none
        return
    parts = [(Decimal(counts[key]), paint) for key, (_, paint) in _OUTCOMES.items()]
    for key, (name, paint) in _OUTCOMES.items():
        said = translate(name, lang)
        head = f"<dt>{_swatch(paint)} {escape(said)}</dt>"
        yield f"<div>{head}<dd><strong>{counts[key]}</strong></dd></div>", f"{said} {counts[key]}"
    whole = Message("Of {n} in all", {"n": counts.total()}).say(lang)
    yield f'<div class="whole"><dt>{escape(whole)}</dt><dd>{_bar(parts)}</dd></div>', whole


def _swatch(paint: Paint) -> str:
    return f'<svg class="swatch" width="12" height="12" aria-hidden="true">{_box(0, 100, paint)}</svg>'


def _bar(parts: Sequence[tuple[Decimal, Paint]]) -> str:
    """Parts of a whole side by side, as wide as there is room."""
    whole, at, boxes = sum((size for size, _ in parts), Decimal(0)), Decimal(0), []
    for size, paint in parts:
        if size:
            boxes.append(_box(at * 100 / whole, size * 100 / whole, paint))
            at += size
    return _svg("".join(boxes))


def _svg(drawn: str) -> str:
    return f'<svg class="bar" width="100%" height="12" aria-hidden="true">{drawn}</svg>'


def _box(left: Decimal | int, width: Decimal | int, paint: Paint) -> str:
    look = " ".join(f'{name}="{value}"' for name, value in PAINTS[paint].items())
    return f'<rect x="{left:.4g}%" width="{width:.4g}%" height="100%" {look}/>'
