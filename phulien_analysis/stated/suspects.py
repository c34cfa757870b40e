"""Which figure is likeliest mistyped: the broken calculations of a document, each group with its one cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from phulien_analysis.calculations import sentences
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Message, Sayable, mark
from phulien_analysis.printed import parse_printed
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.causes import Candidate, Cause, CellValue, find_causes
from phulien_analysis.stated.constraints import Constraint, Operand, formula_constraint, subset_constraint
from phulien_analysis.stated.readings import Reading

_TELLING_DIGITS = 4  # a number of so many digits, printed twice alike, is one quantity
_ONE = Decimal(1)


@dataclass(frozen=True)
class Suspect:
    """A figure that alone explains the broken findings of a cause.

    ``repairs`` are printed forms one typing slip away with which all its calculations would hold, likeliest first;
    ``witnesses`` the ids of findings with it that agree, and would go on agreeing.
    """

    figure: Figure
    repairs: tuple[str, ...]
    witnesses: tuple[str, ...]


@dataclass(frozen=True)
class DocumentCause:
    """Findings broken together (their ids), the figures that may be the cause, best first, and a sentence."""

    broken: tuple[str, ...]
    candidates: tuple[Suspect, ...]
    message: Message


def suspects(told: Sequence[tuple[Reading, Finding]], figures: Sequence[tuple[Mention, Figure]]) -> list[DocumentCause]:
    """The causes of all findings that do not hold; none where all hold (Fellegi and Holt, 1976)."""
    if not any(finding.to_review for _, finding in told):
        return []
    index = {(mention.paragraph, mention.start): place for place, (mention, _) in enumerate(figures)}
    constraints = [c for reading, finding in told for c in _constraints(reading, finding, index)]
    involved = {cell for constraint in constraints for cell in constraint.cells}
    units = _units(told, index)
    twins = _twins(figures)
    cells = [_cell(place, *figures[place], units, twins) for place in sorted(involved)]
    elsewhere = {figure.printed for _, figure in figures if len(figure.printed) > _TELLING_DIGITS}
    return [_told(cause, figures, elsewhere) for cause in find_causes(cells, constraints)]


def _constraints(reading: Reading, finding: Finding, index: Mapping[tuple[int, int], int]) -> list[Constraint]:
    stated = _operand(reading.stated, index)
    operands = [_operand(mention, index) for mention in reading.operands]
    holds = not finding.to_review
    if reading.kind != "subset":
        return [formula_constraint(finding.id, stated, operands, reading.formula, holds=holds)]
    return [subset_constraint(finding.id, part, stated) for part in operands]


def _operand(mention: Mention, index: Mapping[tuple[int, int], int]) -> Operand:
    scale = mention.unit.scale if mention.unit else _ONE
    return Operand(index[mention.paragraph, mention.start], mention.interval, scale)


def _units(told: Sequence[tuple[Reading, Finding]], index: Mapping[tuple[int, int], int]) -> dict[int, Mention]:
    """The mentions as the calculations take them: with the unit of their neighbours, where they have none."""
    return {
        index[mention.paragraph, mention.start]: mention
        for reading, _ in told
        for mention in (reading.stated, *reading.operands)
    }


def _twins(figures: Sequence[tuple[Mention, Figure]]) -> dict[int, tuple[int, ...]]:
    """The places of long numbers that are printed alike in the same unit: they were copied."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (mention, figure) in enumerate(figures):
        if sum(c.isdigit() for c in mention.printed) >= _TELLING_DIGITS:
            places[mention.printed, figure.unit.dimension].append(place)
    return {p: tuple(o for o in group if o != p) for group in places.values() for p in group if len(group) > 1}


def _cell(
    place: int, mention: Mention, figure: Figure, units: Mapping[int, Mention], twins: Mapping[int, tuple[int, ...]]
) -> CellValue:
    unit = units[place].unit if place in units else mention.unit
    exact = unit.exact if unit else figure.unit.exact
    return CellValue(place, mention.printed, mention.number, mention.qualifier, exact, twins.get(place, ()))


def _told(cause: Cause, figures: Sequence[tuple[Mention, Figure]], elsewhere: set[str]) -> DocumentCause:
    """A repair that is printed elsewhere in the document is likelier than one that is not."""

    def repeated(candidate: Candidate) -> bool:
        return any(repair in elsewhere for repair in candidate.repairs)

    ordered = sorted(cause.candidates, key=lambda candidate: not repeated(candidate))
    candidates = tuple(_suspect(candidate, figures, elsewhere) for candidate in ordered)
    return DocumentCause(tuple(dict.fromkeys(cause.broken)), candidates, _message(cause, candidates))


def _suspect(candidate: Candidate, figures: Sequence[tuple[Mention, Figure]], elsewhere: set[str]) -> Suspect:
    repairs = tuple(sorted(candidate.repairs, key=lambda repair: repair not in elsewhere))
    return Suspect(figures[candidate.cell][1], repairs, tuple(dict.fromkeys(candidate.witnesses)))


def _message(cause: Cause, candidates: Sequence[Suspect]) -> Message:
    broken = len(set(cause.broken))
    first = next((candidate for candidate in candidates if candidate.repairs), None)
    if first is None:
        text = mark("No change of a single digit would make them hold ({n}). Please check all numbers of each.")
        return Message(text, {"n": broken})
    values: dict[str, Sayable] = {
        "where": first.figure.source,
        "name": sentences.Name(first.figure),
        "printed": first.figure,
        "repair": replace(first.figure, printed=first.repairs[0], number=parse_printed(first.repairs[0])),
        "n": broken,
        "held": len(first.witnesses),
    }
    text = mark(
        "{where}: with {repair} in place of {printed} for {name}, all the calculations concerned would hold "
        "(not holding now: {n}; holding now: {held}). "
        "This is one of several readings; please compare it with the voucher."
    )
    return Message(text, values)
