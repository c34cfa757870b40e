"""Answers: the sentence that stands under a question, said from the figures and never from memory.

A sentence names what is counted, gives the number as printed, and says its window; what is derived is marked, and what
the month does not print is said to be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from phulien_analysis.calculations.sentences import Amount
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding, verdict_label
from phulien_analysis.messages import Lang, Message, Sayable, mark, pieces, translate
from phulien_analysis.passports import figure_name, named
from phulien_analysis.period import Period
from phulien_analysis.report import Report
from phulien_analysis.tables import Fragment, traced
from phulien_analysis.views.breakdowns import by_size, find_breakdown, sum_finding
from phulien_analysis.views.entries import Entry, entries, entry, not_reported, say_window, say_window_in_full, windows

_MOST_NAMED = 3  # parts that a sentence has room for


@dataclass(frozen=True)
class Clause:
    """A piece of a sentence: what stands out in it, and the words before and after; numbers lead to their passports."""

    before: tuple[Told, ...]
    told: tuple[Told, ...]
    after: tuple[Told, ...] = ()

    @property
    def text(self) -> str:
        """The piece as text."""
        before, told, after = ("".join(text for text, _ in part) for part in (self.before, self.told, self.after))
        return f"{before} {told}{after}"

    @property
    def html(self) -> str:
        """The piece with its number, or its verdict, made to stand out."""
        parts = (self.before, self.told, self.after)
        before, told, after = ("".join(traced(text, passport) for text, passport in part) for part in parts)
        return f"{before} <strong>{told}</strong>{after}"


Told = tuple[str, str]
"""Words without, or a number with its passport."""


def _told(said: Sayable, lang: Lang, finding: Finding | None = None) -> tuple[Told, ...]:
    """What is said, every number of it with its passport; what a finding works out, with that of its calculation."""
    return tuple((piece.text, _passport(piece.thing, finding)) for piece in pieces(said, lang))


def _passport(thing: Sayable, finding: Finding | None) -> str:
    if isinstance(thing, Entry):
        return thing.passport
    if finding is not None:
        return named(thing, finding)
    return figure_name(thing) if isinstance(thing, Figure) else ""


def _words(text: str) -> tuple[Told, ...]:
    return ((text, ""),) if text else ()


def answer(report: Report, *terms: str) -> Fragment:
    """What is printed of the terms (``indicator`` or ``indicator:measure``) in sentences, over the longest windows.

    An actual with a plan is held against it, with the percentage that the report states.
    """
    lang, found = report.lang, [entry(report, term) for term in terms]
    there = [e for e in found if e]
    if not there:
        return not_reported(report)
    said = {_window_note(e.period, lang) for e in there}
    sentences = _sentences(report, there, window=len(said) > 1)
    absent = [_name(report, term) for term, e in zip(terms, found, strict=True) if e is None]
    notes = [*said] if len(said) == 1 else []
    notes += [Message("Not reported this month: {names}.", {"names": "; ".join(absent)}).say(lang)] if absent else []
    return _answer(sentences, notes)


def answer_parts(report: Report, total: str, name: str, *, also: Sequence[str] = ()) -> Fragment:
    """A total over its longest window, its largest parts with their shares, and what ``also`` names."""
    lang, whole, split = report.lang, entry(report, total), find_breakdown(report, total, name)
    if whole is None:
        return answer(report, *split.parts)
    window = whole.period
    parts = by_size(report, split.parts, window)
    largest = _apart([e for part in parts if (e := entry(report, part, window)) and e.value])
    shares = [entry(report, f"{e.indicator.indicator}:share", window) for e in largest]
    sentences = [[_clause(report, whole, plan=False)]]
    sentences += [
        _list(
            translate("The largest printed", lang), [_part(*pair, lang) for pair in zip(largest, shares, strict=True)]
        )
    ]
    sentences += [[_clause(report, e)] for term in also if (e := entry(report, term, window))]
    derived = translate("Shares are derived.", lang) if any(s and s.is_derived for s in shares) else ""
    return _answer(sentences, [_window_note(window, lang), derived])


def answer_sums(report: Report, total: str, name: str) -> Fragment:
    """Whether the parts add up to the total printed, window by window."""
    split = find_breakdown(report, total, name)
    printed = [e for e in entries(report, total) if not e.is_derived]
    checks = [f for window in windows(printed) if (f := sum_finding(report, split, "actual", window))]
    told = [[clause] for finding in checks if (clause := _sum(finding, report.lang))]
    return _answer(told, []) if told else not_reported(report)


def _answer(sentences: Sequence[Sequence[Clause]], notes: Sequence[str]) -> Fragment:
    told = [pieces for pieces in sentences if pieces]
    html = " ".join("; ".join(piece.html for piece in pieces) + "." for pieces in told)
    text = " ".join("; ".join(piece.text for piece in pieces) + "." for pieces in told)
    beside = " ".join(filter(None, notes))
    small = f" <small>{escape(beside)}</small>" if beside else ""
    return Fragment(f'<p class="answer">{html}{small}</p>', f"{text} {beside}".strip())


def _sentences(report: Report, found: Sequence[Entry], *, window: bool) -> list[list[Clause]]:
    """A sentence for each; one for all where they share a measure that is not the actual: it is then said once."""
    measures = {e.measure for e in found}
    if len(found) == 1 or len(measures) > 1 or not (head := found[0].measure_name(report.lang)):
        return [[_clause(report, e, window=window)] for e in found]
    named = [_clause(report, e, window=window, name=e.indicator.label.say(report.lang)) for e in found]
    return [_list(_capital(head), named)]


def _clause(report: Report, found: Entry, *, window: bool = False, plan: bool = True, name: str = "") -> Clause:
    lang = report.lang
    about = [translate("derived", lang) if found.is_derived else "", found.status(lang)]
    about += [say_window_in_full(found.period, lang)] if window else []
    added = ", ".join(text for text in about if text)
    told = _against_plan(report, found) if plan else found
    return Clause(_words(name or f"{found.label(lang)}:"), _told(told, lang), _words(f" ({added})" if added else ""))


def _against_plan(report: Report, found: Entry) -> Sayable:
    """The number; where it is an actual with a plan, held against it."""
    shown = found.shown
    plan = report.printings.plan_of(shown) if isinstance(shown, Figure) and found.measure == "actual" else None
    if plan is None or plan.is_withheld or not isinstance(shown, Figure):
        return found
    percent = report.printings.beside(shown, "percent_of_plan")
    if percent is None or percent.is_withheld:
        return Message(_BESIDE_PLAN, {"actual": found, "plan": plan})
    return Message(_AGAINST_PLAN, {"actual": found, "plan": plan, "percent": percent})


_AGAINST_PLAN = mark("{actual}, {percent} of the planned {plan}")
_BESIDE_PLAN = mark("{actual} of the planned {plan}")


def _apart(found: Sequence[Entry]) -> list[Entry]:
    """The first few of what is sorted by size, cut where the next is not smaller: a tie is not torn apart."""
    cuts = [n for n, (a, b) in enumerate(pairwise(found), 1) if a.value != b.value]
    return list(found[: max((n for n in [*cuts, len(found)] if n <= _MOST_NAMED), default=0)])


def _list(head: str, parts: Sequence[Clause]) -> list[Clause]:
    """The parts as one sentence that says first what they are."""
    return [replace(p, before=(*_words(f"{head}: "), *p.before)) if n == 0 else p for n, p in enumerate(parts)]


def _part(part: Entry, share: Entry | None, lang: Lang) -> Clause:
    after = (*_words(" ("), *_told(share, lang), *_words(")")) if share else ()
    return Clause(_words(part.label(lang)), _told(part, lang), after)


def _sum(finding: Finding, lang: Lang) -> Clause | None:
    stated = finding.stated
    if stated is None or finding.computed is None:
        return None
    decimals = max(f.decimals for f in (stated, *finding.operands) if f.unit.unit == stated.unit.unit)
    computed = Amount(finding.computed * stated.unit.scale, stated.unit, decimals)
    told = Message("{printed} printed, {computed} by adding up", {"printed": stated, "computed": computed})
    window = _capital(say_window_in_full(stated.period, lang))
    before = (*_words(f"{window}: "), *_told(told, lang, finding), *_words(":"))
    return Clause(before, _words(verdict_label(finding).say(lang).lower()))


def _name(report: Report, term: str) -> str:
    return report.catalogue.indicators[term.partition(":")[0]].label.say(report.lang)


def _window_note(window: Period, lang: Lang) -> str:
    return Message("Window: {windows}.", {"windows": say_window(window, lang)}).say(lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
