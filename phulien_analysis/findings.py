"""Findings: what redoing a calculation gave, and how a stated interval is judged against a computed one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import Literal

from phulien_analysis.catalogue import Severity, Unit
from phulien_analysis.figures import Figure, Quantity
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Lang, Message, Sayable, mark, say
from phulien_analysis.printed import round_half_up, truncate

Kind = Literal[
    "sum",
    "subset",
    "percent",
    "remaining",
    "share",
    "pair",
    "duplicate",
    "difference",
    "growth",
    "crosscheck",
    "format",
    "continuity",
]
Verdict = Literal["agrees", "differs", "cannot_tell"]
Fit = Literal["exact", "rounding", "truncated"]
Relation = Literal["=", "<=", ">="]
SEVERITIES: tuple[Severity, ...] = ("ok", "note", "warning", "error")
_DIGITS = 100  # of intermediate results
_DECIMALS_KEPT = 12  # of a computed number that does not end; ends of intervals are rounded outwards


@dataclass(frozen=True)
class Finding:
    """One calculation redone.

    ``computed``, ``low`` and ``high`` are in the unit of the stated figure; None where nothing could be computed.
    ``relation`` is how the stated figure must lie to the computed one. ``topic`` is the page it belongs to; ``known``
    the reason on file, where somebody has looked at it.
    """

    id: str
    kind: Kind
    verdict: Verdict
    fit: Fit | None
    severity: Severity
    topic: str
    stated: Figure | None
    operands: tuple[Figure, ...]
    computed: Decimal | None
    low: Decimal | None
    high: Decimal | None
    message: Sayable
    relation: Relation = "="
    known: str = ""

    def say(self, lang: Lang) -> str:
        """The finding as one sentence or two."""
        return say(self.message, lang)

    @property
    def to_review(self) -> bool:
        """Whether somebody should look at it."""
        return self.severity in {"warning", "error"}


@dataclass(frozen=True)
class Judgement:
    """Verdict, fit and severity of one comparison."""

    verdict: Verdict
    fit: Fit | None
    severity: Severity


AGREES_EXACTLY = Judgement("agrees", "exact", "ok")
CANNOT_TELL = Judgement("cannot_tell", None, "note")
CONTRADICTION = Judgement("differs", None, "error")
WORTH_CHECKING = Judgement("cannot_tell", None, "warning")


def judge(stated: Figure, computed: Quantity) -> Judgement:
    """Hold a stated figure against what its operands give, both in the base unit.

    They agree when the intervals meet (XBRL International, Calculations 1.1, 2023). Where they do not, and cutting
    the computed digits instead of rounding them gives what is printed, the fit is ``truncated``: a warning.
    """
    printed = stated.quantity
    if printed.interval.meets(computed.interval):
        same = printed.value == computed.value
        return AGREES_EXACTLY if same else Judgement("agrees", "rounding", "ok")
    if _was_cut(stated, computed.interval):
        return Judgement("differs", "truncated", "warning")
    return Judgement("differs", None, "error")


def _was_cut(stated: Figure, computed: Interval) -> bool:
    """Whether the computed digits, cut after the printed decimals, are the printed ones."""
    number = stated.number
    if number is None or stated.qualifier or stated.unit.exact:
        return False
    if computed.low is None or computed.high is None:
        return False
    ends = (end / stated.unit.scale for end in (computed.low, computed.high))
    low, high = (truncate(end, number.decimals) for end in ends)
    return low <= number.value <= high


def in_unit(unit: Unit, computed: Interval) -> tuple[Decimal | None, Decimal | None]:
    """Ends of a computed interval in a unit, rounded outwards to 12 decimals."""
    return _end(computed.low, unit, ROUND_FLOOR), _end(computed.high, unit, ROUND_CEILING)


def point_in_unit(unit: Unit, point: Decimal) -> Decimal:
    """A computed number in a unit, rounded half up to 12 decimals at most."""
    with localcontext(prec=_DIGITS):
        return kept(point / unit.scale)


def kept(value: Decimal) -> Decimal:
    """A computed number, rounded half up to 12 decimals at most."""
    return _plain(round_half_up(value, _DECIMALS_KEPT))


def _end(end: Decimal | None, unit: Unit, rounding: str) -> Decimal | None:
    if end is None:
        return None
    with localcontext(prec=_DIGITS, rounding=rounding):
        return _plain((end / unit.scale).quantize(Decimal(1).scaleb(-_DECIMALS_KEPT)))


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros after the point, and never in exponent form."""
    with localcontext(prec=_DIGITS):
        return Decimal(f"{value.normalize():f}")


_VERDICTS = {
    ("agrees", "exact"): mark("Agrees"),
    ("agrees", "rounding"): mark("Agrees within rounding"),
    ("agrees", None): mark("Agrees"),
    ("differs", "truncated"): mark("Agrees if the decimals are cut off"),
    ("differs", None): mark("Does not agree"),
    ("cannot_tell", None): mark("Not enough to tell"),
}
_SEVERITIES: dict[Severity, str] = {
    "ok": "",
    "note": mark("for information"),
    "warning": mark("worth checking"),
    "error": mark("to be reviewed before signing"),
}


def verdict_label(finding: Finding) -> Message:
    """The verdict in words."""
    return Message(_VERDICTS[finding.verdict, finding.fit])


def severity_label(severity: Severity) -> Message:
    """The severity in words; empty for ``ok``."""
    return Message(_SEVERITIES[severity])
