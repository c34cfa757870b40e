"""A checked document in the terminal: what somebody should read, section by section, and the counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from phulien_analysis.marking.outline import (
    Remarkable,
    SectionFindings,
    by_section,
    place_in_section,
    sentence_of,
    shared_causes,
    verdict_in_words,
)
from phulien_analysis.marking.tally import tally
from phulien_analysis.messages import Lang, Message, say, translate
from phulien_analysis.stated.checking import CheckedDocument

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold"}


def print_listing(checked: CheckedDocument, lang: Lang, console: Console | None = None) -> None:
    """Print what was found in a document; what simply agrees is only counted."""
    console = console or Console(highlight=False)
    console.print(_text(checked.document.name, "bold underline"))
    for remark in checked.document.remarks:
        console.print(_text(Message("How it was read: {remark}", {"remark": remark}).say(lang)))
    for section in by_section(checked):
        if section.told:
            console.print()
            _print_section(section, checked, lang, console)
    console.print()
    for line in _closing(checked, lang):
        console.print(line)


def _print_section(section: SectionFindings, checked: CheckedDocument, lang: Lang, console: Console) -> None:
    title = section.title or translate("Before the first section", lang)
    console.print(_text(title, "bold"))
    for item in section.told:
        console.print(Padding(_told(item, checked, lang), (0, 0, 1, 2)))
    counted = tally(section.findings)
    numbers = {"n": counted.calculations, "agree": counted.agree, "told": len(section.told)}
    text = Message("Calculations of this section: {n}; agree: {agree}; to read: {told}.", numbers)
    console.print(Text(f"  {text.say(lang)}", "dim"))


def _told(item: Remarkable, checked: CheckedDocument, lang: Lang) -> Text:
    """A finding in three lines, however narrow the terminal: place and printed number, verdict, sentence."""
    finding, stated = item.finding, item.finding.stated
    found = [] if stated is None else [place_in_section(stated.source).say(lang), stated.say(lang).strip()]
    head = _text(": ".join(text for text in found if text))
    verdict = Text(verdict_in_words(finding).say(lang), _STYLES.get(finding.severity, ""))
    lines = [head, verdict, _text(say(sentence_of(checked, finding), lang))]
    return Text("\n").join(line for line in lines if line)


def _text(text: str, style: str = "") -> Text:
    """A text without control characters: what a document holds must not steer the terminal."""
    return Text("".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc"), style)


def _closing(checked: CheckedDocument, lang: Lang) -> Iterator[RenderableType]:
    """The causes behind several findings at once, then the counts."""
    causes = shared_causes(checked)
    if causes:
        yield Text(translate("What one change would explain", lang), "bold")
        yield from (Padding(_text(say(cause.message, lang)), (0, 0, 0, 2)) for cause in causes)
        yield Text("")
    counted = tally(checked.findings)
    yield Text(counted.head.say(lang), "bold")
    yield from (Text(f"  {line.say(lang)}") for line in counted.rest)
