"""Which figure is likeliest mistyped: the broken calculations of a document, each group with its one cause."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from phulien_analysis.calculations import sentences
from phulien_analysis.figures import Figure
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Message, Sayable, mark
from phulien_analysis.printed import parse_printed, round_half_up
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.causes import Candidate, Cause, find_causes
from phulien_analysis.stated.cells import CellValue
from phulien_analysis.stated.constraints import Constraint, Operand, formula_constraint, subset_constraint
from phulien_analysis.stated.copies import TELLING_DIGITS, Copies
from phulien_analysis.stated.readings import Reading

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
    """Findings broken together (their ids), the figures that may be the cause, best first, and a sentence.

    ``is_own`` says that it concerns one finding only and names no other figure than the one stated there, or none:
    it belongs to that finding, whose sentence ``hint`` completes.
    """

    broken: tuple[str, ...]
    candidates: tuple[Suspect, ...]
    message: Message
    is_own: bool = False
    hint: Message | None = None

    @property
    def likeliest(self) -> Suspect | None:
        """The best candidate that a slip explains, else the best; None where there is no candidate."""
        return next((c for c in self.candidates if c.repairs), self.candidates[0] if self.candidates else None)


def suspects(told: Sequence[tuple[Reading, Finding]], figures: Sequence[tuple[Mention, Figure]]) -> list[DocumentCause]:
    """The causes of all findings that do not hold; none where all hold (Fellegi and Holt, 1976)."""
    if not any(finding.to_review for _, finding in told):
        return []
    index = {(mention.paragraph, mention.start): place for place, (mention, _) in enumerate(figures)}
    constraints = [c for reading, finding in told for c in _constraints(reading, finding, index)]
    involved = {cell for constraint in constraints for cell in constraint.cells}
    units = _units(told, index)
    twins = _twins(figures, involved)
    said = _said_elsewhere(figures, constraints)
    cells = [_cell(place, *figures[place], units, twins, said) for place in sorted(involved)]
    elsewhere = {figure.printed for _, figure in figures if len(figure.printed) > TELLING_DIGITS}
    findings = {finding.id: finding for _, finding in told}
    named = _as_stated(figures, findings.values())
    return [_told(cause, named, findings, elsewhere) for cause in find_causes(cells, constraints)]


def _as_stated(figures: Sequence[tuple[Mention, Figure]], findings: Iterable[Finding]) -> list[Figure]:
    """The figures as the findings on them name them: a rate is no level."""
    measures = {f.stated.source: f.stated.measure for f in findings if f.stated and f.stated.measure != "actual"}
    return [replace(figure, measure=measures.get(figure.source, figure.measure)) for _, figure in figures]


def _constraints(reading: Reading, finding: Finding, index: Mapping[tuple[int, int], int]) -> list[Constraint]:
    stated = _operand(reading.stated, index)
    operands = [_operand(mention, index) for mention in reading.operands]
    holds = not finding.to_review
    if reading.kind != "subset":
        alike = reading.kind == "sum"
        return [formula_constraint(finding.id, stated, operands, reading.formula, holds=holds, alike=alike)]
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


def _twins(figures: Sequence[tuple[Mention, Figure]], involved: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For the places of long numbers the first that prints the same in the same unit: they were copied."""
    first: dict[tuple[str, str], int] = {}
    twins: dict[int, tuple[int, ...]] = {}
    for place in sorted(involved):
        mention, figure = figures[place]
        if sum(c.isdigit() for c in mention.printed) >= TELLING_DIGITS:
            twins[place] = (first.setdefault((mention.printed, figure.unit.dimension), place),)
    return twins


def _cell(
    place: int,
    mention: Mention,
    figure: Figure,
    units: Mapping[int, Mention],
    twins: Mapping[int, tuple[int, ...]],
    said: Mapping[int, Container[Decimal]],
) -> CellValue:
    unit = units[place].unit if place in units else mention.unit
    exact = unit.exact if unit else figure.unit.exact
    scale = unit.scale if unit else figure.unit.scale
    copied, otherwise = twins.get(place, ()), said.get(place, frozenset())
    return CellValue(place, mention.printed, mention.number, mention.qualifier, exact, copied, scale, otherwise)


def _said_elsewhere(
    figures: Sequence[tuple[Mention, Figure]], constraints: Sequence[Constraint]
) -> dict[int, Container[Decimal]]:
    """What other places print that may be the same quantity as a figure of a calculation that does not hold."""
    copies = Copies(figures)
    said: dict[int, Container[Decimal]] = {}
    for constraint in constraints:
        if not constraint.holds:
            said.update({place: copies.said(place, constraint.cells) for place in constraint.cells})
    return said


def _told(
    cause: Cause, figures: Sequence[Figure], findings: Mapping[str, Finding], elsewhere: set[str]
) -> DocumentCause:
    broken = [findings[id_] for id_ in dict.fromkeys(cause.broken)]
    candidates = tuple(_suspect(candidate, figures, broken, elsewhere) for candidate in cause.candidates)
    first = next((candidate for candidate in candidates if candidate.repairs), None)
    own = len(broken) == 1 and (first is None or _is_stated(first.figure, broken[0]))
    hint = _hint(first) if own and first else None
    return DocumentCause(tuple(f.id for f in broken), candidates, _message(len(broken), first), own, hint)


def _is_stated(figure: Figure, finding: Finding) -> bool:
    return finding.stated is not None and finding.stated.source == figure.source


def _suspect(
    candidate: Candidate, figures: Sequence[Figure], broken: Sequence[Finding], elsewhere: set[str]
) -> Suspect:
    """Of the repairs that fit, what the calculation itself gives comes first, then what is printed elsewhere."""
    figure = figures[candidate.cell]
    given = (finding.computed for finding in broken if _is_stated(figure, finding))
    computed = {round_half_up(number, figure.decimals) for number in given if number is not None}
    repairs = sorted(candidate.repairs, key=lambda r: (parse_printed(r).value not in computed, r not in elsewhere))
    return Suspect(figure, tuple(repairs), tuple(dict.fromkeys(candidate.witnesses)))


def _repaired(suspect: Suspect) -> dict[str, Sayable]:
    figure, repair = suspect.figure, suspect.repairs[0]
    return {"printed": figure, "repair": replace(figure, printed=repair, number=parse_printed(repair))}


def _hint(suspect: Suspect) -> Message:
    text = mark(
        "With {repair} in place of {printed} this calculation would hold: one of several readings; "
        "please compare it with the voucher."
    )
    return Message(text, _repaired(suspect))


def _message(broken: int, first: Suspect | None) -> Message:
    if first is None:
        text = mark("No change of a single digit would make them hold ({n}). Please check all numbers of each.")
        return Message(text, {"n": broken})
    values: dict[str, Sayable] = {
        **_repaired(first),
        "where": first.figure.source,
        "name": sentences.Name(first.figure),
    }
    if broken == 1 and not first.witnesses:
        text = mark(
            "{where}: with {repair} in place of {printed} for {name}, the calculation concerned would hold. "
            "This is one of several readings; please compare it with the voucher."
        )
        return Message(text, values)
    text = mark(
        "{where}: with {repair} in place of {printed} for {name}, all the calculations concerned would hold "
        "(not holding now: {n}; holding now: {held}). "
        "This is one of several readings; please compare it with the voucher."
    )
    return Message(text, {**values, "n": broken, "held": len(first.witnesses)})
