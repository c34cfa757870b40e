"""Findings in the order of a document: numbered, by section, with the place of each as people name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from phulien_analysis.documents.document import Document
from phulien_analysis.figures import Figure, Source
from phulien_analysis.findings import Finding, severity_label, verdict_label
from phulien_analysis.messages import Joined, Message, Sayable, mark
from phulien_analysis.stated.checking import CheckedDocument
from phulien_analysis.stated.suspects import DocumentCause

_KINDS = {"p": mark("paragraph {count}"), "fn": mark("footnote {count}")}
_TITLE_LENGTH = 100  # of a heading that names a section in a list


@dataclass(frozen=True)
class Remarkable:
    """A finding that somebody should read, with its number in the document, counted from 1."""

    number: int
    finding: Finding


@dataclass(frozen=True)
class SectionFindings:
    """All findings of one section, and those of them that somebody should read."""

    title: str
    findings: tuple[Finding, ...]
    told: tuple[Remarkable, ...]


def remarkable(checked: CheckedDocument) -> tuple[Remarkable, ...]:
    """What is more than a plain agreement, in the order of the document."""
    told = [finding for finding in checked.findings if finding.severity != "ok"]
    return tuple(Remarkable(number, finding) for number, finding in enumerate(told, start=1))


def shared_causes(checked: CheckedDocument) -> tuple[DocumentCause, ...]:
    """The causes that say more than one finding does: those of several findings, or at another figure."""
    return tuple(cause for cause in checked.causes if not cause.is_own)


def sentence_of(checked: CheckedDocument, finding: Finding) -> Sayable:
    """What a finding says, and what one change of its own figure would do to it."""
    hint = next((cause.hint for cause in checked.causes if cause.hint and finding.id in cause.broken), None)
    return finding.message if hint is None else Joined((finding.message, hint))


def by_section(checked: CheckedDocument) -> Iterator[SectionFindings]:
    """The findings section by section, in the order in which the sections come first."""
    titles = section_titles(checked.document)
    numbered = {item.finding.id: item for item in remarkable(checked)}
    sections: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        sections.setdefault(_section(finding), []).append(finding)
    for section, found in sections.items():
        told = tuple(numbered[finding.id] for finding in found if finding.id in numbered)
        yield SectionFindings(titles.get(section, section), tuple(found), told)


def section_titles(document: Document) -> Mapping[str, str]:
    """The number and heading of every section, by its number; a long heading is cut at a word."""
    headings = (p for p in document.paragraphs if p.kind == "heading" and p.section)
    titles: dict[str, str] = {}
    for heading in headings:
        titles.setdefault(heading.section, _shortened(f"{heading.section}. {heading.text}".strip()))
    return titles


def place_in_section(source: Source) -> Joined:
    """The place without its section: ``footnote 5``, the row and column of a table; empty where it has no place."""
    if source.spot is not None:
        return Joined((source.spot,))
    found = re.fullmatch(r"([a-z]+)([0-9]+)", source.place)
    kind = _KINDS.get(found[1]) if found else None
    return Joined((Message(kind, {"count": found[2]}) if found and kind else source.place,))


def verdict_in_words(finding: Finding) -> Joined:
    """Verdict and severity: ``Does not agree, to be reviewed before signing``."""
    return Joined((verdict_label(finding), severity_label(finding.severity)), ", ")


def figures_of(finding: Finding) -> tuple[Figure, ...]:
    """The stated figure and the operands, each once."""
    stated = () if finding.stated is None else (finding.stated,)
    return tuple({figure.source: figure for figure in (*stated, *finding.operands)}.values())


def _section(finding: Finding) -> str:
    return "" if finding.stated is None else finding.stated.source.section


def _shortened(title: str) -> str:
    if len(title) <= _TITLE_LENGTH:
        return title
    return title[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
