"""How well the reader reads made-up passages and reports whose truth is known: found, wrong alarms, errors found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Literal

from phulien_analysis.documents.document import Document
from phulien_analysis.documents.opening import read_text
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding
from phulien_analysis.stated.checking import CheckedDocument, check_document
from tests.made_up_reports import Cell, MadeUpReport, SeededError
from tests.made_up_reports.truth import Passage, Printed

Place = tuple[int, int]  # paragraph, and where the digits end


MissKind = Literal["missed calculation", "wrong alarm", "wrong digit not found", "another cell first"]


@dataclass(frozen=True)
class Miss:
    """What the reader did not get right: of which wording, what is to say of it, and the text in which it stands."""

    kind: MissKind
    pattern: str
    said: str
    text: str = ""


@dataclass
class Score:
    """Counts over many texts; ``misses`` and ``alarms`` name what was not found and what was wrongly alarmed.

    ``missed`` holds the same with their texts, and the wrong digits that were not found or not told first.
    """

    calculations: int = 0
    found: int = 0
    figures: int = 0
    figures_found: int = 0
    errors: int = 0
    errors_found: int = 0
    cell_first: int = 0
    findings: int = 0
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    missed: list[Miss] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        return self


def place_of(checked: CheckedDocument, figure: Figure) -> Place:
    """Where a figure stands."""
    mention = checked.places[figure.source]
    return mention.paragraph, mention.end


def cells_of(checked: CheckedDocument, finding: Finding) -> frozenset[Place]:
    """The places of all figures of a finding."""
    assert finding.stated is not None
    return frozenset(place_of(checked, figure) for figure in (finding.stated, *finding.operands))


def measure_passages(passages: Iterable[Passage]) -> Score:
    """The exam: each passage's required calculations found, its errors seen, and no alarm where nothing is wrong."""
    score = Score()
    for passage in passages:
        checked = check_document(read_text(passage.text, passage.name))
        found = {cells_of(checked, finding): finding for finding in checked.findings if finding.kind != "format"}
        score.findings += len(found)
        wrong: set[Place] = set()
        for expected in passage.calculations:
            numbers = [n for n in (expected.stated, *expected.operands) if n.printed]
            cells = frozenset(_printed_at(checked.document, number) for number in numbers)
            finding = found.get(cells) or _same_digits(checked, numbers)
            wrong |= set() if expected.holds else set(cells)
            score.errors += not expected.holds
            score.errors_found += bool(finding and finding.to_review and not expected.holds)
            score.calculations += expected.required
            score.found += bool(expected.required and finding)
            if expected.required and not finding:
                score.misses.append(f"{passage.name}: {expected.kind} {expected.stated.printed}")
        score.alarms += [
            f"{passage.name}: {finding.say('en')}"
            for cells, finding in found.items()
            if finding.to_review and finding.fit != "truncated" and not cells & wrong
        ]
    return score


def _printed_at(document: Document, number: Printed) -> Place:
    """Where the n-th occurrence of printed digits ends in a document; (-1, -1) where it is not."""
    pattern = re.compile(rf"(?<![\d.,]){re.escape(number.printed)}(?!\d|[.,]\d)")
    found = [(p.index, match.end()) for p in document.paragraphs for match in pattern.finditer(p.text)]
    return found[number.occurrence - 1] if number.occurrence <= len(found) else (-1, -1)


def _same_digits(checked: CheckedDocument, numbers: Sequence[Printed]) -> Finding | None:
    """A finding over the same printed numbers, where digits repeat and the occurrence is not told."""
    wanted = sorted(number.printed.lstrip("-+") for number in numbers)
    for finding in checked.findings:
        figures = (finding.stated, *finding.operands)
        if sorted(f.printed.lstrip("-+−") for f in figures if f is not None) == wanted:
            return finding
    return None


def measure_report(report: MadeUpReport, document: Document, score: Score) -> None:
    """One made-up report, read from whatever file it was written to, added to a score."""
    checked = check_document(document)
    where = _paragraphs_of(report, document)
    found = {cells_of(checked, finding): finding for finding in checked.findings}
    ends = {(p.mention.paragraph, p.mention.end) for p in checked.printed}
    score.findings += len(found)
    for cell in report.figures:
        place = _at(cell, where)
        score.figures += place is not None
        score.figures_found += place in ends
    for truth in report.calculations:
        cells = [_at(cell, where) for cell in (truth.stated, *truth.operands) if cell is not None]
        if None not in cells and truth.required:
            hit = found.get(frozenset(c for c in cells if c)) or _other_way(checked, found, cells[0], truth.kind)
            score.calculations += 1
            score.found += hit is not None
            if hit is None:
                said = f"{truth.kind} {truth.stated and truth.stated.printed}"
                score.misses.append(f"{truth.pattern}: {said}")
                score.missed.append(
                    Miss("missed calculation", truth.pattern, said, _text_of(report, truth.operands[0]))
                )
    spoiled = {_at(c, where) for error in report.errors for c in (error.cell, *error.copies)} - {None}
    cut = {_at(c.stated, where) for c in report.calculations if c.truncated and c.stated is not None}
    wrong = [f for cells, f in found.items() if f.to_review and not cells & (spoiled | cut)]
    score.alarms += [finding.say("en") for finding in wrong]
    score.missed += [_wrong_alarm(report, document, checked, finding, where) for finding in wrong]
    for error in report.errors:
        places = {_at(cell, where) for cell in (error.cell, *error.copies)} - {None}
        if _at(error.cell, where) is not None:
            _measure_error(report, checked, error, places, found, score)


def _measure_error(
    report: MadeUpReport,
    checked: CheckedDocument,
    error: SeededError,
    places: set[Place | None],
    found: dict[frozenset[Place], Finding],
    score: Score,
) -> None:
    """Whether a wrong digit is found, and whether the figure that has it, or a copy of it, comes first."""
    broken = {finding.id for cells, finding in found.items() if places & cells and finding.to_review}
    first = [c.candidates[0] for c in checked.causes if broken & set(c.broken) and c.candidates]
    is_first = any(place_of(checked, candidate.figure) in places for candidate in first)
    score.errors += 1
    score.errors_found += bool(broken)
    score.cell_first += is_first
    if not is_first:
        kind: MissKind = "another cell first" if broken else "wrong digit not found"
        truth = error.breaks[0]
        said = f"{error.printed_before} became {error.printed_after}; breaks {len(error.breaks)}, a {truth.kind}"
        said += "".join(f"; told first {c.figure.printed}, for {', '.join(c.repairs[:3])}" for c in first)
        text = "\n   ".join(dict.fromkeys(_text_of(report, c) for c in (truth.stated, *truth.operands) if c))
        score.missed.append(Miss(kind, truth.pattern, said, text))


def _text_of(report: MadeUpReport, cell: Cell) -> str:
    """The text in which a cell stands, with the one before it if it is an item."""
    block = report.paragraphs[cell.block]
    above = f"{report.paragraphs[cell.block - 1].line()} / " if block.kind == "item" else ""
    return above + block.line() if cell.note is None else f"{block.text} [note: {report.place_of(cell)}]"


def _wrong_alarm(
    report: MadeUpReport, document: Document, checked: CheckedDocument, finding: Finding, where: Where
) -> Miss:
    """A wrong alarm, with the wording that its stated figure is of, as far as a truth tells."""
    cells = cells_of(checked, finding)
    patterns = [t.pattern for t in report.calculations for c in (t.stated, *t.operands) if c and _at(c, where) in cells]
    texts = "\n   ".join(document.paragraphs[p].text for p in sorted({paragraph for paragraph, _ in cells}))
    return Miss("wrong alarm", patterns[0] if patterns else "none", finding.say("en"), texts)


def _other_way(
    checked: CheckedDocument, found: dict[frozenset[Place], Finding], stated: Place | None, kind: str
) -> Finding | None:
    """A growth may be redone from both levels, or from one and the change: either is the calculation stated."""
    if kind != "growth" or stated is None:
        return None
    for finding in found.values():
        same = finding.stated is not None and place_of(checked, finding.stated) == stated
        if same and finding.kind == "growth" and finding.verdict == "agrees":
            return finding
    return None


Where = list[tuple[int, int | None, int, int, int]]  # block, note, offset in that text, paragraph, its length


def _paragraphs_of(report: MadeUpReport, document: Document) -> Where:
    """Which paragraph of the document holds which text of the report, matched by its words in order."""
    texts = [(b, None, block.text) for b, block in enumerate(report.paragraphs)]
    notes = [(b, n.number, "\n".join(n.paragraphs)) for b, block in enumerate(report.paragraphs) for n in block.notes]
    where: Where = []
    used: set[tuple[int, int | None, int]] = set()
    for paragraph in document.paragraphs:
        text = paragraph.text.rstrip()
        # Where pages are not told apart, what follows a note is read as one of its paragraphs
        for block, note, whole in [*notes, *texts] if paragraph.kind == "note" else texts:
            at = whole.find(text) if text else -1
            if at >= 0 and (block, note, at) not in used:
                used.add((block, note, at))
                where.append((block, note, at, paragraph.index, len(paragraph.text)))
                break
    return where


def _at(cell: Cell, where: Where) -> Place | None:
    """Where a cell's digits end in the document; None where its text was laid out differently."""
    for block, note, at, paragraph, length in where:
        if (block, note) == (cell.block, cell.note) and at <= cell.offset <= at + length:
            return paragraph, cell.offset - at + len(cell.printed)
    return None
