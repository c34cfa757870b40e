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
from phulien_analysis.tables import Column, opening
from phulien_analysis.views.entries import Entry
from phulien_analysis.views.findings import KIND_NAMES, recomputed_interval, recomputed_number

_PRINTED = (
    (mark("As printed"), True),
    (mark("Window"), False),
    (mark("Interval"), True),
    (mark("Calculations it takes part in"), False),
    (mark("Also shown on"), False),
)
_DERIVED = (
    (mark("Value"), True),
    (mark("Window"), False),
    (mark("Interval"), True),
    (mark("Worked out from"), False),
    (mark("Also shown on"), False),
)
Headings = tuple[tuple[str, bool], ...]
"""Those of the columns, and whether each is of numbers."""

Shown = Mapping[str, Sequence[tuple[str, str]]]
"""The pages that show a number, by the name of its passport: where to, and the page's title."""


def figures_page(report: Report, shown: Shown, findings: str) -> str:
    """The body of ``figures.html``: by topic a row for every printed figure in the report's order, then derived ones.

    ``findings`` is the page of all findings; where there is none, a finding is on the page of its topic.
    """
    lang = report.lang
    pages = {topic.topic: findings or topic.page for topic in report.topics}
    rows = _Rows(Passports(report), shown, pages, {topic.topic: topic.page for topic in report.topics}, lang)
    intro = translate("Where every number of these pages is printed, or what it was worked out from.", lang)
    back = translate("A number leads to the page that shows it.", lang)
    parts = [f"<p>{escape(intro)} {escape(back)}</p>"]
    for topic in report.topics:
        printed = [Entry(f) for f in report.figure_list if f.indicator.topic == topic.topic]
        derived = [Entry(d) for d in report.derived_list if d.indicator.topic == topic.topic]
        if printed or derived:
            parts.append(f'<h2 id="{topic.topic}">{escape(topic.label.say(lang))}</h2>')
        parts.append(rows.table(translate("Figures as printed", lang), _PRINTED, printed))
        parts.append(rows.table(translate("Derived figures: implied, not printed", lang), _DERIVED, derived))
    return "".join(parts)


@dataclass(frozen=True)
class _Rows:
    """What all rows need to be written."""

    known: Passports
    shown: Shown
    findings: Mapping[str, str]
    topics: Mapping[str, str]
    lang: Lang

    def table(self, caption: str, headings: Headings, listed: Sequence[Entry]) -> str:
        """A table of passports; nothing where there is none to list."""
        if not listed:
            return ""
        lang, cells = self.lang, [list(self._cells(entry)) for entry in listed]
        if not any(told[-1] for told in cells):  # none is shown on a further page
            headings, cells = headings[:-1], [told[:-1] for told in cells]
        columns = [Column(translate(heading, lang), number) for heading, number in headings]
        heads = "".join(
            f'<th scope="col">{escape(heading)}</th>'
            for heading in (translate("Indicator", lang), *(column.heading for column in columns))
        )
        rows = "".join(map(self._row, listed, cells))
        head = f"<caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
        return f"{opening(columns, kind='figures passports')}{head}<tbody>{rows}</tbody></table>"

    def _row(self, entry: Entry, told: Iterable[str]) -> str:
        """One passport: the figure and its place, the number, what is known of it, and further pages that show it."""
        cells = "".join(f"<td>{html}</td>" for html in told)
        head = f"{escape(entry.label(self.lang))}<small>{escape(self._place(entry))}</small>"
        return f'<tr id="{entry.passport}"><th scope="row">{head}</th>{cells}</tr>'

    def _cells(self, entry: Entry) -> Iterator[str]:
        """What a passport says, column by column, as HTML."""
        lang, shown = self.lang, entry.shown
        page, *others = self._pages(entry) or [("", "")]
        yield self._number(entry, page[0])
        yield escape(entry.window(lang))
        yield escape(self._interval(entry))
        yield self._calculations(shown) if isinstance(shown, Figure) else self._operands(shown.operands)
        links = (f'<a href="{href}#{entry.passport}">{escape(title)}</a>' for href, title in others)
        yield " · ".join(links)

    def _number(self, entry: Entry, page: str) -> str:
        """The number, which leads back to where it is shown; and in small letters what else is to be said of it.

        That is its digits as printed where their form is another here, or why it is withheld; and its status.
        """
        lang, shown, said = self.lang, entry.shown, entry.say(self.lang)
        printed = ""
        if isinstance(shown, Figure) and shown.reason:
            printed = shown.reason.say(lang)
        elif isinstance(shown, Figure) and shown.printed not in said:
            printed = f"“{shown.printed}” {unit_label(shown.unit, lang)}".rstrip()
        small = "; ".join(text for text in (printed, entry.status(lang)) if text)
        number = f'<a href="{page}#{entry.passport}">{escape(said)}</a>' if page else escape(said)
        return number + (f"<small>{escape(small)}</small>" if small else "")

    def _place(self, entry: Entry) -> str:
        """Where it is printed; of a derived figure its formula."""
        shown = entry.shown
        return _place(shown.source).say(self.lang) if isinstance(shown, Figure) else shown.formula(self.lang)

    def _interval(self, entry: Entry) -> str:
        if entry.is_withheld:
            return ""
        if entry.value is None:
            return translate("no value", self.lang)
        return entry.known_as(self.lang) or translate("exact", self.lang)

    def _pages(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """The pages that show a number, that of its topic first."""
        own = self.topics[entry.indicator.topic]
        return sorted(self.shown.get(entry.passport, ()), key=lambda page: page[0] != own)

    def _operands(self, operands: Iterable[Figure]) -> str:
        said = ((figure_name(f), f"{Name(f).say(self.lang)}: {f.say(self.lang)}") for f in operands)
        return _list(f'<li><a href="#{name}">{escape(text)}</a></li>' for name, text in dict(said).items())

    def _calculations(self, figure: Figure) -> str:
        """First those that redo the figure, with what they gave; then, verdict by verdict, those that it is part of."""
        found = self.known.calculations(figure)
        own = [finding for finding in found if is_about(finding, figure)]
        others: dict[str, list[Finding]] = {}
        for finding in found[len(own) :]:
            others.setdefault(self._said(finding), []).append(finding)
        items = [self._own(finding, figure) for finding in own]
        return _list([*items, *(self._others(said, listed) for said, listed in others.items())])

    def _said(self, finding: Finding) -> str:
        return f"{translate(KIND_NAMES[finding.kind], self.lang)}: {verdict_label(finding).say(self.lang)}"

    def _own(self, finding: Finding, figure: Figure) -> str:
        """A calculation as a link to its finding, with what redoing gave."""
        page = self.findings[finding.topic]
        link = f'<a href="{page}#{escape(finding_name(finding))}">{escape(self._said(finding))}</a>'
        return f'<li id="{escape(calculation_name(finding))}">{link}{escape(self._gave(finding, figure))}</li>'

    def _others(self, said: str, listed: Iterable[Finding]) -> str:
        """Calculations of one kind and verdict, each by its place, as a link to what it gave."""
        links = (
            f'<a href="#{escape(calculation_name(finding))}">{escape(finding.stated.source.say(self.lang))}</a>'
            for finding in listed
            if finding.stated
        )
        return f"<li>{escape(said)} ({', '.join(links)})</li>"

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
