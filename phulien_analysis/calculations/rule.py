"""From a calculation to a finding: the step that every rule shares."""

from __future__ import annotations

from dataclasses import dataclass, replace

from phulien_analysis.calculations import sentences
from phulien_analysis.calculations.operands import windows_are_sure
from phulien_analysis.catalogue import Severity
from phulien_analysis.figures import Figure, Quantity
from phulien_analysis.findings import (
    CANNOT_TELL,
    CONTRADICTION,
    WORTH_CHECKING,
    Finding,
    Judgement,
    Kind,
    Relation,
    in_unit,
    judge,
    point_in_unit,
)
from phulien_analysis.messages import Sayable


@dataclass(frozen=True)
class Calculation:
    """Something the report states that follows from other figures of it.

    ``rule`` names the rule (``sum.by-source``); with the stated source it is the finding's id, stable from run to run.
    ``how`` says the calculation in words, ``review`` what to look at where it does not hold.
    """

    kind: Kind
    rule: str
    stated: Figure
    operands: tuple[Figure, ...]
    how: Sayable = ""
    review: Sayable = ""

    @property
    def unreadable(self) -> Figure | None:
        """The first figure in it that has no value, because what is printed is not a number, or withheld."""
        return next((f for f in (self.stated, *self.operands) if f.interval is None), None)

    @property
    def misfit(self) -> Judgement:
        """What it means where the numbers do not fit: windows that are not all stated contradict nothing."""
        return CONTRADICTION if windows_are_sure((self.stated, *self.operands)) else WORTH_CHECKING

    def cannot_tell(self, reason: Sayable) -> Finding:
        """It could not be redone; ``reason`` says what is missing."""
        return self.finding(CANNOT_TELL, None, sentences.cannot_tell(self.stated, reason))

    def conclude(self, result: Quantity) -> Finding:
        """Judge the stated figure against the result; unsure windows can confirm, but not contradict."""
        judgement = judge(self.stated, result)
        if judgement.verdict == "differs" and self.misfit == WORTH_CHECKING:
            judgement = self.misfit
        text = sentences.outcome(self.stated, self.how, result.value, judgement, self.review)
        return self.finding(judgement, result, text)

    def finding(
        self, judgement: Judgement, result: Quantity | None, message: Sayable, relation: Relation = "="
    ) -> Finding:
        """Put the finding together; computed numbers are given in the unit of the stated figure."""
        low, high = in_unit(self.stated.unit, result.interval) if result else (None, None)
        return Finding(
            id=f"{self.rule}@{self.stated.source}",
            kind=self.kind,
            verdict=judgement.verdict,
            fit=judgement.fit,
            severity=judgement.severity,
            topic=self.stated.indicator.topic,
            stated=self.stated,
            operands=self.operands,
            computed=point_in_unit(self.stated.unit, result.value) if result else None,
            low=low,
            high=high,
            message=message,
            relation=relation,
        )


def graded(found: Finding, severity: Severity, remark: Sayable) -> Finding:
    """The same finding with another severity, and a remark that says why."""
    return replace(found, severity=severity, message=sentences.with_remark(found.message, remark))
