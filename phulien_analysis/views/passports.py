"""The page of passports: for every number shown, where it comes from and what it is checked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from phulien_analysis.calculations.sentences import Name
from phulien_analysis.figures import Figure, Source, unit_label
from phulien_analysis.findings import Finding, verdict_label
from phulien_analysis.messages import Lang, Message, Sayable, mark, translate
from phulien_analysis.passports import Passports, calculation_name, figure_name, finding_name, is_about
from phulien_analysis.report import Report
from phulien_analysis.views.entries import Entry
from phulien_analysis.views.findings import KIND_NAMES, recomputed_interval, recomputed_number

_QUALIFIERS = {
    "over": mark("over"),
    "nearly": mark("nearly"),
    "about": mark("about"),
    "under": mark("under"),
    "at_least": mark("at least"),
    "at_most": mark("at most"),
}

Shown = Mapping[str, Sequence[tuple[str, str]]]
"""The pages that show a number, by the name of its passport: where to, and the page's title."""


def figures_page(report: Report, shown: Shown, findings: str) -> str:
    """The body of ``figures.html``: a card for every printed figure in the report's order, then the derived ones.

    ``findings`` is the page of all findings; where there is none, a finding is on the page of its topic.
    """
    lang = report.lang
    entries = [*map(Entry, report.figure_list), *map(Entry, report.derived_list)]
    pages = {topic.topic: findings or topic.page for topic in report.topics}
    cards = _Cards(Passports(report), shown, pages, lang)
    intro = translate("Where every number of these pages is printed, or what it was worked out from.", lang)
    parts = [f"<p>{escape(intro)}</p>"]
    for topic in report.topics:
        listed = [entry for entry in entries if entry.indicator.topic == topic.topic]
        if listed:
            parts.append(f'<h2 id="{topic.topic}">{escape(topic.label.say(lang))}</h2>')
            parts += map(cards.card, listed)
    return "".join(parts)


@dataclass(frozen=True)
class _Cards:
    """What all cards need to be written."""

    known: Passports
    shown: Shown
    findings: Mapping[str, str]
    lang: Lang

    def card(self, entry: Entry) -> str:
        """One passport: the number, what is known of it, the calculations, and the pages that show it."""
        lang = self.lang
        kind = ' class="derived"' if entry.is_derived else ""
        derived = f' <span class="derived-mark">{escape(translate("derived", lang))}</span>' if kind else ""
        about = "".join(f"<dt>{escape(term)}</dt><dd>{html}</dd>" for term, html in self._about(entry) if html)
        return (
            f'<article id="{entry.passport}"{kind}><h3>{escape(entry.label(lang))}</h3>'
            f"<p><strong>{escape(entry.say(lang))}</strong>{derived}</p><dl>{about}</dl></article>"
        )

    def _about(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """What a passport says, term by term, as HTML; what is empty is not said."""
        lang, shown = self.lang, entry.shown
        if isinstance(shown, Figure):
            yield from self._print(shown)
        else:
            yield translate("Formula", lang), escape(shown.formula(lang))
            yield translate("Worked out from", lang), self._operands(shown.operands)
        yield translate("Window", lang), escape(entry.window(lang))
        yield translate("Status", lang), escape(entry.status(lang))
        yield translate("Interval", lang), escape(self._interval(entry))
        if isinstance(shown, Figure):
            yield translate("Calculations it takes part in", lang), self._calculations(shown)
        links = (f'<a href="{href}#{entry.passport}">{escape(title)}</a>' for href, title in self._pages(entry))
        yield translate("Shown on", lang), " · ".join(links)

    def _print(self, figure: Figure) -> Iterator[tuple[str, str]]:
        lang = self.lang
        yield translate("Place", lang), escape(_place(figure.source).say(lang))
        if figure.reason:
            yield translate("Why it is not shown", lang), escape(figure.reason.say(lang))
            return
        yield translate("As printed", lang), escape(f"“{figure.printed}” {unit_label(figure.unit, lang)}".rstrip())
        word = _QUALIFIERS.get(figure.qualifier, "")
        yield translate("Qualifier", lang), escape(translate(word, lang)) if word else ""

    def _interval(self, entry: Entry) -> str:
        if entry.is_withheld:
            return ""
        if entry.value is None:
            return translate("no value", self.lang)
        return entry.known_as(self.lang) or translate("exact", self.lang)

    def _pages(self, entry: Entry) -> Sequence[tuple[str, str]]:
        return self.shown.get(entry.passport, ())

    def _operands(self, operands: Iterable[Figure]) -> str:
        said = ((figure_name(f), f"{Name(f).say(self.lang)}: {f.say(self.lang)}") for f in operands)
        return _list(f'<li><a href="#{name}">{escape(text)}</a></li>' for name, text in dict(said).items())

    def _calculations(self, figure: Figure) -> str:
        return _list(self._calculation(finding, figure) for finding in self.known.calculations(figure))

    def _calculation(self, finding: Finding, figure: Figure) -> str:
        """A calculation with its verdict, as a link to its finding; one that redoes this figure says what it gave."""
        lang = self.lang
        about = is_about(finding, figure)
        kind, verdict = translate(KIND_NAMES[finding.kind], lang), verdict_label(finding).say(lang)
        where = f" ({finding.stated.source.say(lang)})" if finding.stated and not about else ""
        page = self.findings[finding.topic]
        link = f'<a href="{page}#{escape(finding_name(finding))}">{escape(f"{kind}{where}: {verdict}")}</a>'
        if not about:
            return f"<li>{link}</li>"
        return f'<li id="{escape(calculation_name(finding))}">{link}{escape(self._gave(finding, figure))}</li>'

    def _gave(self, finding: Finding, figure: Figure) -> str:
        """What redoing gave, with its interval."""
        number = recomputed_number(finding, figure, self.lang)
        interval = recomputed_interval(finding, figure, self.lang)
        return f" ({number}{f'; {interval}' if interval else ''})" if number else ""


def _place(source: Source) -> Message:
    """The place to the paragraph or footnote, and which number it is there."""
    values: dict[str, Sayable] = {"place": source, "n": source.number, "count": source.place.removeprefix("p")}
    paragraph = bool(source.section) and source.place.startswith("p")
    text = mark("{place}, paragraph {count}, number {n} there") if paragraph else mark("{place}, number {n} there")
    return Message(text, values)


def _list(items: Iterable[str]) -> str:
    found = "".join(items)
    return f"<ul>{found}</ul>" if found else ""
