"""Which disagreements are told: not those that a misreading explains better than a slip does.

Better silent than wrong. The less the words tie figures together, the more must the numbers tell: a slip that explains
what they miss each other by, which few slips would do by chance, and figures that stand together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal

from phulien_analysis.findings import Finding
from phulien_analysis.printed import PrintedNumber
from phulien_analysis.stated.choosing import tells_as_cut
from phulien_analysis.stated.columns import FEW_DIGITS
from phulien_analysis.stated.gaps import add_up, exceeds_little
from phulien_analysis.stated.passage import Passage
from phulien_analysis.stated.readings import Certainty, Reading, value_of
from phulien_analysis.stated.suspects import DocumentCause

_FAR_OFF = Decimal("0.1")  # of what is stated
_MOST_BETWEEN = 2  # other amounts between the figures of one calculation: its words name them all, or so many lie by
_HALF, _AND_A_HALF = Decimal("0.5"), Decimal("1.5")
_TIMES = 5  # what is more than so many times its whole counts other things
_SUMS = {"sum", "subset"}  # a list is as long as it is
_SHARES, _FEWEST = {"percent", "share"}, 2  # others that hold on one base: it is this one's, however far
_RATES = {*_SHARES, "growth"}
_NONE = Decimal(0)


def without_ground(
    readings: Sequence[Reading],
    findings: Iterable[Finding],
    causes: Iterable[DocumentCause],
    passages: Mapping[int, Passage],
) -> set[str]:
    """The ids of findings that are not told: what is wrong may be the reading, not the text."""
    explained = {id_ for cause in causes if any(s.repairs for s in cause.candidates) for id_ in cause.broken}
    bases = Counter(reading.operands[-1] for reading in readings if reading.agrees and reading.kind in _SHARES)
    return {
        finding.id
        for reading, finding in zip(readings, findings, strict=True)
        if finding.to_review
        and not tells_as_cut(reading)
        and (
            _is_unexplained(reading, finding, explained)
            or _is_as_near(reading, finding)
            or (bases[reading.operands[-1]] < _FEWEST and _may_be_of_others(reading, finding, passages))
        )
    }


def _is_unexplained(reading: Reading, finding: Finding, explained: Container[str]) -> bool:
    """Whether a disagreement that needs a slip to be told has none that would explain it better than chance."""
    return _counts_other_things(reading) or (
        _needs_slip(reading) and (finding.id not in explained or _is_vague(reading, finding))
    )


def _counts_other_things(reading: Reading) -> bool:
    """Whether a part, or all parts together, are many times their whole: ``112 cơ sở, trong đó 1.625 bao thuốc lá``."""
    if reading.rule not in _SUMS or reading.certainty >= Certainty.EXPLICIT:
        return False
    parts = add_up(reading.operands) if reading.kind == "sum" else max(map(value_of, reading.operands))
    return parts > _TIMES * value_of(reading.stated)


def _needs_slip(reading: Reading) -> bool:
    """Whether a disagreement needs an explanation: a slip, a growth worked out on the wrong base, or a little too much.

    Parts that exceed their whole by a little cannot be only some of it; what exceeds it by far counts other things.
    """
    if reading.kind == "subset" or (reading.rule == "sum" and _is_of_another_size(reading)):
        return reading.certainty < Certainty.EXPLICIT
    presumed = reading.certainty is Certainty.PRESUMED and not reading.has_wrong_base
    doubtful = reading.certainty is Certainty.DOUBTFUL and not exceeds_little(reading.stated, reading.operands)
    return presumed or doubtful


def _is_of_another_size(reading: Reading) -> bool:
    """Whether parts come to less than half their total, or to half as much again."""
    return not _HALF <= add_up(reading.operands) / (add_up([reading.stated]) or 1) <= _AND_A_HALF


def _is_vague(reading: Reading, finding: Finding) -> bool:
    """Whether a rate of one or two digits is far off: one slip of some figure or other would explain any such rate.

    Not if one of its own digits explains it, or both swapped (``30 vụ, giảm 10 vụ (35%)``, 5,3% as 3,5%).
    """
    number, computed = reading.stated.number, finding.computed
    if number is None or computed is None or not reading.stated.is_percent or reading.certainty is Certainty.DOUBTFUL:
        return False
    digits, meant = (f"{value:.{number.decimals}f}" for value in (abs(number.value), abs(computed)))
    few = sum(map(str.isdigit, digits)) <= FEW_DIGITS
    wrong = sum(a != b for a, b in zip(digits, meant, strict=False)) + abs(len(digits) - len(meant))
    swapped = sorted(digits) == sorted(meant)
    return few and wrong > 1 and not swapped and _is_far_off(reading, finding)


def _is_as_near(reading: Reading, finding: Finding) -> bool:
    """Whether a rate is as near to what is computed as its figures are to what they stand for.

    ``gần 156.000 trường hợp, tăng hơn 5.000``: that may be 5.400, and the rate a tenth larger or smaller.
    """
    number, computed = reading.stated.number, finding.computed
    if number is None or computed is None or reading.kind not in _RATES:
        return False
    about = sum((_doubt(m.number) for m in (reading.stated, *reading.operands) if m.qualifier and m.number), _NONE)
    return abs(computed - number.value) <= about * abs(computed)


def _doubt(number: PrintedNumber) -> Decimal:
    """How far off, for its size, a number with ``gần`` or ``hơn`` may be: half its last digit that is no zero."""
    value = abs(number.value).normalize()
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1) / value if value else _NONE


def _is_far_off(reading: Reading, finding: Finding) -> bool:
    """Whether what is computed differs from what is stated by more than roundings and stale numbers do."""
    number, computed = reading.stated.number, finding.computed
    return number is not None and computed is not None and abs(computed - number.value) > _FAR_OFF * abs(number.value)


def _may_be_of_others(reading: Reading, finding: Finding, passages: Mapping[int, Passage]) -> bool:
    """Whether a rate or difference is far off, and so many amounts stand between its figures that it may be of those.

    Not where the text writes the calculation out, or a table holds it.
    """
    if reading.kind in _SUMS or reading.certainty >= Certainty.EXPLICIT or not _is_far_off(reading, finding):
        return False
    places = sorted(reading.cells)
    (first, start), (last, end) = places[0], places[-1]
    inside = (m for m in passages[first].mentions if start < m.start < end and not m.is_percent)
    return first != last or sum((m.paragraph, m.start) not in reading.cells for m in inside) > _MOST_BETWEEN
