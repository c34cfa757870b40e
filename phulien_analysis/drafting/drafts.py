"""A document read into the rows of a month's figures file, with a list of what to look at before it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

from phulien_analysis.catalogue import Catalogue, load_catalogue
from phulien_analysis.documents.document import Document
from phulien_analysis.drafting.examples import Example, Slot, example_for
from phulien_analysis.drafting.forms import Written
from phulien_analysis.drafting.lines import SURE, Line, LineMaker
from phulien_analysis.drafting.matching import Match, Matcher, unmatched_slots
from phulien_analysis.drafting.pairs import with_pairs
from phulien_analysis.drafting.problems import DraftError
from phulien_analysis.drafting.sightings import sightings
from phulien_analysis.drafting.stating import WindowsOf
from phulien_analysis.drafting.words import lexicon
from phulien_analysis.errors import hint
from phulien_analysis.figures import FigureRow
from phulien_analysis.folders import data_folder
from phulien_analysis.messages import Joined, Message, mark
from phulien_analysis.period import month_period
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.checking import CheckedDocument, check_document
from phulien_analysis.stated.passage import Passage

Kind = Literal["matched", "changed_form", "unplaced", "new", "missing"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_MOST_FIGURES = 4000
_TELLING_DIGITS = 4  # a number of so many, printed twice in one unit, is one figure
_GUESSED, _LIKE = 0.2, 0.45  # below both, a figure is new to the catalogue


@dataclass(frozen=True)
class Item:
    """One line of the review list.

    ``matched`` and ``changed_form`` stand in the figures file. ``unplaced`` do not: ``indicator`` is the best guess.
    ``new`` do not: nothing in the catalogue is like them. ``missing`` is a row of the example that was not found in
    the document; its source is the example's. ``remark`` says what to look at, in either language; empty for nothing.
    A figure that is not in the file and is printed again is one item, whose remark names the other places.
    """

    kind: Kind
    source: str
    printed: str
    unit: str
    label: str
    indicator: str
    measure: str
    confidence: float | None
    remark: Joined

    @property
    def needs_a_look(self) -> bool:
        """Whether it is not simply in the file as the document states it."""
        return self.kind != "matched" or bool(self.remark.parts)


@dataclass(frozen=True)
class Draft:
    """The rows of a month's figures file as read from a document, and the list to review it by.

    ``example`` is the ward and month whose rows it was read by; empty where there was none.
    """

    ward: str
    month: str
    data: Path
    document: Document
    example: str
    rows: tuple[FigureRow, ...]
    review: tuple[Item, ...]

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many items there are of each kind."""
        found = Counter(item.kind for item in self.review)
        return {kind: found[kind] for kind in KINDS}

    @property
    def to_review(self) -> tuple[Item, ...]:
        """The items that need a look, in order."""
        return tuple(item for item in self.review if item.needs_a_look)

    def summary(self) -> tuple[Message, ...]:
        """What was read, in sentences for whoever reviews it."""
        return tuple(_summary(self))


def read_month(
    source: str | PathLike[str] | Document | CheckedDocument,
    ward: str,
    month: str,
    data: str | PathLike[str] | None = None,
) -> Draft:
    """Read a document into the figures of ``month`` (``2025-08``) of ``ward``; nothing is written.

    Raises :class:`DraftError` where the ward is not in ``wards.csv`` or the document prints more figures than any month
    has, ``DocumentError`` where it cannot be read, :class:`~phulien_analysis.errors.DataError` where the catalogue or
    the example has problems.
    """
    month_period(month)
    folder = data_folder(Path(data) if data else None)
    catalogue = load_catalogue(folder)
    _require_ward(ward, catalogue, folder)
    example = example_for(folder, catalogue, ward, month)
    checked = source if isinstance(source, CheckedDocument) else check_document(source)
    _require_report(checked)
    lines, missing = _lines(checked, catalogue, example, month)
    return Draft(
        ward=ward,
        month=month,
        data=folder,
        document=checked.document,
        example=f"{example.ward} {example.month}".strip(),
        rows=tuple(
            _row(line, line.match, line.written) for line in lines if line.is_placed and line.match and line.written
        ),
        review=(*_each_once([_item(line) for line in lines]), *(_missing(slot) for slot in missing)),
    )


def _require_ward(ward: str, catalogue: Catalogue, folder: Path) -> None:
    if ward not in catalogue.wards:
        msg = Message(
            "{folder}/wards.csv has no ward {ward!r}{hint}; for a new ward "
            "add a row ward,code,province_code,label_vi,label_en,province_vi,province_en with the official unit codes, "
            "then read the document again",
            {"folder": folder.name, "ward": ward, "hint": hint(ward, catalogue.wards)},
        )
        raise DraftError(msg)


def _require_report(checked: CheckedDocument) -> None:
    """No month's report prints so many figures; each is held against all indicators, so it would take minutes."""
    if len(checked.printed) > _MOST_FIGURES:
        msg = Message(
            "{name} prints {count} figures, where a month's report has at most {limit}. Bring the report alone.",
            {"name": checked.document.name, "count": len(checked.printed), "limit": _MOST_FIGURES},
        )
        raise DraftError(msg)


def _lines(
    checked: CheckedDocument, catalogue: Catalogue, example: Example, month: str
) -> tuple[list[Line], list[Slot]]:
    passages = _passages(checked)
    sources = {(p.mention.paragraph, p.mention.start): p.figure.source for p in checked.printed}
    known = lexicon(indicator.label_vi for indicator in catalogue.indicators.values())
    seen = list(sightings(checked.document, passages, sources, known))
    matches = with_pairs(seen, Matcher(catalogue, example, known).match(seen))
    windows = WindowsOf(checked.document, passages, month)
    lines = LineMaker(catalogue, example, windows, month).lines(seen, matches)
    placed = [line.match if line.is_placed else None for line in lines]
    return lines, list(unmatched_slots(example, placed)) if example.own else []


def _passages(checked: CheckedDocument) -> dict[int, Passage]:
    mentions: dict[int, list[Mention]] = {p.index: [] for p in checked.document.paragraphs}
    for printed in checked.printed:
        mentions[printed.mention.paragraph].append(printed.mention)
    return {p.index: Passage(p, tuple(mentions[p.index])) for p in checked.document.paragraphs}


def _row(line: Line, match: Match, form: Written) -> FigureRow:
    return FigureRow(
        indicator=match.indicator.indicator,
        measure=match.measure,
        period_start=line.window[0],
        period_end=line.window[1],
        printed=form.printed,
        unit=form.unit.unit,
        qualifier=line.sighting.mention.qualifier,
        status=line.status,
        source=line.source,
    )


def _item(line: Line) -> Item:
    kind, mention, match = _kind(line), line.sighting.mention, line.match
    remarks = list(line.remarks) if match else []
    if kind in ("matched", "changed_form") and match and match.confidence < SURE:
        remarks.append(Message("What it measures was not sure; please check indicator and measure."))
    if kind == "unplaced" and not remarks:
        remarks.append(Message("It is not in the figures file; the indicator named is only the nearest."))
    if kind == "new":
        remarks.append(Message("No indicator of the catalogue is like it; add one, or leave the figure out."))
    guess = match if match and kind != "new" else None
    return Item(
        kind=kind,
        source=line.source,
        printed=mention.printed,
        unit=mention.unit.label_vi if mention.unit else "",
        label=mention.label or line.sighting.spot.near[:80],
        indicator=guess.indicator.indicator if guess else "",
        measure=guess.measure if guess else "",
        confidence=round(guess.confidence, 2) if guess else None,
        remark=Joined(tuple(remarks)),
    )


def _each_once(items: Sequence[Item]) -> list[Item]:
    """The items; a figure that is not in the file and is printed again is named once, with all its places."""
    places: dict[tuple[str, ...], list[str]] = {}
    for item in items:
        places.setdefault(_identity(item), []).append(item.source)
    firsts = [(item, places[_identity(item)]) for item in items]
    return [_with_places(item, found[1:]) for item, found in firsts if item.source == found[0]]


def _identity(item: Item) -> tuple[str, ...]:
    """What makes two items one: what is in the file is a row each; of the rest long numbers alike, or words alike."""
    if item.kind not in {"unplaced", "new"}:
        return (item.source,)
    digits = sum(character.isdigit() for character in item.printed)
    return (item.printed, item.unit, "" if item.unit and digits >= _TELLING_DIGITS else item.label.casefold())


def _with_places(item: Item, again: Sequence[str]) -> Item:
    if not again:
        return item
    remark = Message("It is printed again: {places}.", {"places": "; ".join(again)})
    return replace(item, remark=Joined((*item.remark.parts, remark)))


def _kind(line: Line) -> Kind:
    if line.is_placed and line.written:
        return "changed_form" if line.written.changed else "matched"
    match = line.match
    return "unplaced" if match and (match.confidence >= _GUESSED or match.likeness >= _LIKE) else "new"


def _missing(slot: Slot) -> Item:
    remark = Message("The example prints it; it was not found in this document.")
    return Item(
        kind="missing",
        source=str(slot.source),
        printed="",
        unit=slot.unit.label_vi,
        label=slot.indicator.label_vi,
        indicator=slot.indicator.indicator,
        measure=slot.measure,
        confidence=None,
        remark=Joined((remark,)),
    )


def _speaks_of_its_month(draft: Draft) -> bool:
    """Whether a window ends in the month that the draft is of; where the text states none, it may be of any."""
    ends = [str(row.period_end)[:7] for row in draft.rows if row.period_end and row.measure != "plan"]
    return not ends or draft.month in ends


_SENTENCES: Mapping[Kind, str] = {
    "unplaced": mark("Could not be placed, and not in the file: {n}"),
    "new": mark("Like no indicator of the catalogue, and not in the file: {n}"),
    "missing": mark("In the example, and not found in the document: {n}"),
}


def _summary(draft: Draft) -> Iterator[Message]:
    counts = draft.counts
    placed = counts["matched"] + counts["changed_form"]
    yield Message(
        "Figures in the file: {n} of {all}", {"n": placed, "all": placed + counts["unplaced"] + counts["new"]}
    )
    look = sum(1 for item in draft.to_review if item.kind in ("matched", "changed_form"))
    if look:
        yield Message("In the file, with a remark in the review list: {n}", {"n": look})
    for kind, text in _SENTENCES.items():
        if counts[kind]:
            yield Message(text, {"n": counts[kind]})
    if not _speaks_of_its_month(draft):
        yield Message("No window in it ends in {month}: is it the report of that month?", {"month": draft.month})
    if not draft.example:
        yield Message("There was no other month to read by: indicators were found by their labels alone")
