"""A document checked: its figures with their places, and a finding for every calculation that it states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.repeats import malformed
from phulien_analysis.calculations.rule import Calculation
from phulien_analysis.calculations.totals import of_which
from phulien_analysis.catalogue import Indicator, Unit
from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.documents.opening import read_document
from phulien_analysis.figures import Figure, Quantity, Source
from phulien_analysis.findings import WORTH_CHECKING, Finding
from phulien_analysis.messages import Label, Lang, Message, Sayable, mark
from phulien_analysis.period import Period
from phulien_analysis.reading.mention import Mention, Token
from phulien_analysis.reading.numbers import guess_english, read_mentions, read_tokens
from phulien_analysis.stated import hidden as hiding
from phulien_analysis.stated.caution import without_ground
from phulien_analysis.stated.choosing import MOST_FIGURES, is_crowded, stated_calculations
from phulien_analysis.stated.effort import Effort
from phulien_analysis.stated.implied import Place, implied_units
from phulien_analysis.stated.naming import measure_of, name_of, review_of, units_as_printed
from phulien_analysis.stated.passage import Passage
from phulien_analysis.stated.readings import Certainty, Reading
from phulien_analysis.stated.suspects import DocumentCause, suspects
from phulien_analysis.stated.tables.book import Spot, Table
from phulien_analysis.stated.tables.stating import tables_of

if TYPE_CHECKING:
    import pandas as pd

# Columns of a month's frames that a document says nothing of.
_OF_A_MONTH = (
    "topic",
    "indicator",
    "period_start",
    "period_end",
    "period_stated",
    "status",
    "known",
    "label_vi",
    "label_en",
)
_RATE, _FIGURE = Label("tỷ lệ", "the rate"), Label("số liệu", "the figure")  # what the text gives no name
_NO_PERIOD = Period(None, date.min, stated=False)
_UNSURE = {"name", "ordinal", "address", "other"}  # numbers that may be figures after all


@dataclass(frozen=True)
class Printed:
    """A figure of a document and where it is printed: paragraph and characters of its text."""

    mention: Mention
    figure: Figure


@dataclass(frozen=True)
class CheckedDocument:
    """A document, its figures in the order of reading, and what redoing its stated calculations gave.

    ``causes`` groups the findings that do not hold by the one figure each that would explain them.
    ``places`` finds the mention of a figure by its source, which is unique in a document.
    """

    document: Document
    printed: tuple[Printed, ...]
    findings: tuple[Finding, ...]
    causes: tuple[DocumentCause, ...] = ()

    @cached_property
    def places(self) -> Mapping[Source, Mention]:
        """Where each figure stands."""
        return {p.figure.source: p.mention for p in self.printed}

    def figures_frame(self, lang: Lang = "vi") -> pd.DataFrame:
        """One row per printed figure, in the order of reading; numbers are ``Decimal`` in the printed unit."""
        from phulien_analysis import frames

        return frames.figures([p.figure for p in self.printed], lang).drop(columns=list(_OF_A_MONTH), errors="ignore")

    def findings_frame(self, lang: Lang = "vi") -> pd.DataFrame:
        """One row per redone calculation, in the order of reading."""
        from phulien_analysis import frames

        return frames.findings(self.findings, lang).drop(columns=list(_OF_A_MONTH), errors="ignore")


def check_document(source: str | PathLike[str] | Document) -> CheckedDocument:
    """Redo every calculation that a document states.

    Takes a ``.docx``, ``.pdf``, ``.html`` or text file, or a :class:`Document` read already. Raises
    :class:`~phulien_analysis.documents.problems.DocumentError` where the file cannot be read.
    """
    document = source if isinstance(source, Document) else read_document(Path(source))
    effort = Effort()
    tables = read_document_tables(document, effort)
    passages = read_passages(document, tables)
    readings = stated_calculations(document, passages, tables, effort)
    spots = {place: spot for table in tables for place, spot in table.spots()}
    printed = tuple(_with_units(_printed(document, passages, spots), implied_units(passages.values(), readings)))
    figures = {(p.mention.paragraph, p.mention.start): p.figure for p in printed}
    calculated = list(_with_ids(_finding(reading, figures, passages) for reading in readings))
    unreadable = (malformed(p.figure) for p in printed if p.mention.form == "malformed")
    found = sorted([*calculated, *unreadable], key=lambda f: f.stated.order if f.stated else 0)
    pairs, cells = list(zip(readings, calculated, strict=True)), [(p.mention, p.figure) for p in printed]
    causes = suspects(pairs, cells)
    idle = without_ground(readings, calculated, causes, passages)
    if idle:  # causes speak of what is told only
        causes = suspects([(reading, finding) for reading, finding in pairs if finding.id not in idle], cells)
    told = tuple(finding for finding in found if finding.id not in idle)
    return CheckedDocument(_with_left_out(document, passages, effort), printed, told, tuple(causes))


def _with_left_out(document: Document, passages: Mapping[int, Passage], effort: Effort) -> Document:
    """The document, with a remark where a paragraph has too many figures to look at all that they state."""
    remarks = []
    crowded = sum(map(is_crowded, passages.values()))
    if crowded:
        text = mark("{count} paragraph(s) have more than {most} figures each; what they state is not looked at")
        remarks.append(Message(text, {"count": crowded, "most": MOST_FIGURES}))
    rows = {index for index in effort.given_up if document.paragraphs[index].kind == "row"}
    if effort.given_up - rows:
        text = mark("in {count} paragraph(s) more calculations are possible than can be tried; some cannot be told")
        remarks.append(Message(text, {"count": len(effort.given_up - rows)}))
    if rows:
        text = mark("in {count} table(s) more calculations are possible than can be tried; some cannot be told")
        remarks.append(Message(text, {"count": len(rows)}))
    return replace(document, remarks=(*document.remarks, *remarks)) if remarks else document


def read_document_tables(document: Document, effort: Effort | None = None) -> list[Table]:
    """The tables whose structure is clear; where its own numbers do not tell a table's form, the document's do."""
    return tables_of(document, effort, english=_is_english(document))


def read_passages(document: Document, tables: Iterable[Table] = ()) -> dict[int, Passage]:
    """The paragraphs with their figures, by index; whether numbers are in English form is judged of them all.

    The rows of ``tables`` have the figures that these have read.
    """
    english = _is_english(document)
    rows: dict[int, list[Mention]] = {index: [] for table in tables for index in table.grid.paragraphs}
    for mention in (mention for table in tables for mention in table.mentions()):
        rows[mention.paragraph].append(mention)
    tokens = _tokens(p for p in document.paragraphs if p.index not in rows)
    return {
        paragraph.index: Passage(paragraph, tuple(rows[paragraph.index]))
        if paragraph.index in rows
        else _passage(paragraph, tokens[paragraph.index], english)
        for paragraph in document.paragraphs
    }


def _tokens(paragraphs: Iterable[Paragraph]) -> dict[int, list[Token]]:
    """The numbers of each paragraph; what they are is judged together in rows of names and in the items of a list."""
    found: dict[int, list[Token]] = {}
    for _, group in groupby(paragraphs, key=lambda p: (p.kind, p.level) if p.kind == "item" else p.index):
        items = list(group)
        texts = [item.text for item in items]
        read = [hiding.in_rows(text, read_tokens(text)) for text in texts]
        found.update(zip((item.index for item in items), hiding.in_items(texts, read), strict=True))
    return found


def _passage(paragraph: Paragraph, tokens: list[Token], english: bool) -> Passage:
    """A paragraph with its figures; numbers taken for names are read as figures where they complete a total."""
    hidden = hiding.candidates(paragraph.text, tokens)
    if hidden:
        all_read = [replace(t, kind="figure") if t in hidden else t for t in tokens]
        tokens = hiding.uncovered(tokens, hidden, _of_tokens(paragraph, all_read, english))
    return _of_tokens(paragraph, tokens, english)


def _of_tokens(paragraph: Paragraph, tokens: list[Token], english: bool) -> Passage:
    mentions = read_mentions(paragraph.text, paragraph.index, english=english, tokens=tokens)
    return Passage(paragraph, tuple(mentions), tuple(t for t in tokens if _may_be_figure(paragraph.text, t)))


def _is_english(document: Document) -> bool:
    return guess_english([paragraph.text for paragraph in document.paragraphs])


def _with_units(printed: Iterable[Printed], units: Mapping[Place, Unit]) -> Iterator[Printed]:
    """The figures, those that print no unit with the one that the text implies, in its paragraph's own words."""
    read = list(printed)
    own = {(one.mention.paragraph, one.figure.unit.unit): one.figure.unit for one in reversed(read)}
    for one in read:
        unit = units.get((one.mention.paragraph, one.mention.start))
        if one.mention.unit is None and unit is not None:
            said = own.get((one.mention.paragraph, unit.unit), unit)
            yield Printed(replace(one.mention, unit=unit), replace(one.figure, unit=said))
        else:
            yield one


def _may_be_figure(text: str, token: Token) -> bool:
    """Whether a number that is no figure may be one after all; a year without ``năm`` may."""
    bare_year = token.kind == "year" and not text[max(0, token.start - 5) : token.start].lower().endswith(
        ("năm ", "/", "- ")
    )
    return token.kind in _UNSURE or bare_year


def _printed(document: Document, passages: Mapping[int, Passage], spots: Mapping[Place, Spot]) -> Iterator[Printed]:
    counts: Counter[tuple[str, str]] = Counter()
    order = 0
    for paragraph in document.paragraphs:
        key = (paragraph.section, paragraph.place)
        mentions = passages[paragraph.index].mentions
        for mention, unit in zip(mentions, units_as_printed(mentions, paragraph.text), strict=True):
            counts[key] += 1
            spot = spots.get((mention.paragraph, mention.start))
            yield Printed(mention, _figure(mention, unit or _nothing(mention), order, Source(*key, counts[key], spot)))
            order += 1


def _figure(mention: Mention, unit: Unit, order: int, source: Source) -> Figure:
    nameless = _RATE if mention.is_percent else _FIGURE
    name = name_of(mention, unit)
    label = Label(name, name) if name else nameless
    indicator = Indicator.model_construct(
        indicator="",
        topic="",
        dimension=unit.dimension,
        kind="flow",
        signed=True,
        code="",
        label_vi=label.vi,
        label_en=label.en,
    )
    return Figure(
        order=order,
        source=source,
        indicator=indicator,
        measure="actual",
        period=_NO_PERIOD,
        printed=mention.printed,
        number=mention.number,
        unit=unit,
        qualifier=mention.qualifier,
        status="",
    )


def _nothing(mention: Mention) -> Unit:
    """The unit of a number without one: counted where it is whole."""
    whole = mention.number is None or mention.number.decimals == 0
    return Unit.model_construct(unit="", dimension="", scale=Decimal(1), counted=whole, label_vi="", label_en="")


def _finding(reading: Reading, figures: Mapping[Place, Figure], passages: Mapping[int, Passage]) -> Finding:
    stated = replace(_of(reading.stated, figures), measure=measure_of(reading, passages))
    operands = tuple(_of(mention, figures) for mention in reading.operands)
    if reading.kind == "subset":
        return of_which(stated, operands)
    review = Message(review_of(reading, stated.measure))
    calculation = Calculation(reading.kind, reading.rule, stated, operands, _how(reading, operands), review)
    try:
        result = reading.formula.result([operand.quantity for operand in operands])
    except ZeroDivisionError:
        return calculation.cannot_tell(Message("the denominator is 0, or may be"))
    found = calculation.conclude(result)
    if found.verdict == "differs" and reading.certainty is Certainty.DOUBTFUL:
        return _doubtful(calculation, result)
    return found


def _of(mention: Mention, figures: Mapping[tuple[int, int], Figure]) -> Figure:
    """The figure of a mention, in the unit that the reading gives it; another reading may give it another."""
    figure = figures[mention.paragraph, mention.start]
    unit = mention.unit
    if unit is None or unit == figure.unit.model_copy(update={"label_vi": unit.label_vi}):
        return figure  # in its own words
    return replace(figure, unit=unit)


def _how(reading: Reading, operands: Sequence[Figure]) -> Sayable:
    values: dict[str, Sayable] = {"n": len(operands), "a": operands[0], "b": operands[-1]}
    return Message(reading.how, {name: value for name, value in values.items() if f"{{{name}}}" in reading.how})


def _doubtful(calculation: Calculation, result: Quantity) -> Finding:
    """The parts may not be meant to make up the total: both numbers are told, and nothing is claimed."""
    text = mark(
        "{where}: {name} is printed as {printed}; {how} gives {computed}. "
        "If the list is meant to be complete, please check the total and each part."
    )
    stated = calculation.stated
    values: dict[str, Sayable] = {
        "where": stated.source,
        "name": sentences.Name(stated),
        "printed": stated,
        "how": calculation.how,
        "computed": sentences.computed_amount(stated, result.value),
    }
    return calculation.finding(WORTH_CHECKING, result, Message(text, values))


def _with_ids(found: Iterable[Finding]) -> Iterator[Finding]:
    """A total split several ways has several sums: they are numbered."""
    seen: Counter[str] = Counter()
    for finding in found:
        seen[finding.id] += 1
        count = seen[finding.id]
        rule, _, place = finding.id.partition("@")
        yield finding if count == 1 else replace(finding, id=f"{rule}.{count}@{place}")
