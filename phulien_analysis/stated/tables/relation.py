"""One way in which a column of a table may follow from others, and the calculation that it makes of a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from phulien_analysis.messages import mark
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.formulas import Linear
from phulien_analysis.stated.readings import Certainty, Reading, added, difference, growth, ratio, remaining, value_of
from phulien_analysis.stated.tables.book import Row

Form = Literal["sum", "difference", "size of difference", "left", "ratio", "growth", "size of growth", "share"]
_SURE = Certainty.EXPLICIT
_RATE_REVIEW = mark("the rate and both numbers that it is worked out from")
_BALANCE = mark("adding what came in and taking off what went out")
_BALANCE_REVIEW = mark("each number of the row")


@dataclass(frozen=True)
class Relation:
    """How ``column`` follows from ``columns``, which ``signs`` add or take off where it is an amount.

    A ``size`` is printed without the sign of what it is the size of; a ``share`` is of the ``whole`` row in the same
    column. ``printed``: the table itself says it, by a formula or by a heading over a total and its parts.
    ``only``: its heading says that it is a difference, and there are no other two columns that it may be of.
    """

    form: Form
    column: int
    columns: tuple[int, ...]
    signs: tuple[int, ...] = ()
    whole: Row | None = None
    printed: bool = False
    only: bool = False

    def reading(self, row: Row) -> Reading | None:
        """The calculation in one row; None where one of its numbers is missing there (of a sum, all but one)."""
        stated = row.figures.get(self.column)
        if stated is None or stated.interval is None or any(c in row.unclear for c in self.columns):
            return None
        if self.form == "share":
            return self._share(stated, row)
        signs = self.signs or (1,) * len(self.columns)
        found = [(row.figures[c], s) for c, s in zip(self.columns, signs, strict=True) if c in row.figures]
        complete = len(found) == len(self.columns) or (self.form == "sum" and len(found) > 1)
        if not complete or any(m.interval is None for m, _ in found):
            return None
        return self._reading(stated, [m for m, _ in found])

    def _share(self, stated: Mention, row: Row) -> Reading | None:
        (column,) = self.columns
        part = row.figures.get(column)
        whole = self.whole.figures.get(column) if self.whole is not None else None
        if part is None or whole is None or part is whole or part.interval is None or whole.interval is None:
            return None
        return ratio("share", stated, part, whole, _SURE)

    def _reading(self, stated: Mention, operands: list[Mention]) -> Reading:
        a, b = operands[:2]
        fallen = self.form.startswith("size") and value_of(a) < value_of(b)
        if self.form == "ratio":
            return replace(ratio("percent", stated, a, b, _SURE), review=_RATE_REVIEW)
        if self.form in {"growth", "size of growth"}:
            return growth(stated, a, b, -1 if fallen else 1, _SURE)
        if self.form in {"difference", "size of difference"}:
            return difference(stated, a, b, -1 if fallen else 1, _SURE)
        if self.form == "sum":
            return added(stated, operands, _SURE, "sum.across")
        return self._left(stated, operands)

    def _left(self, stated: Mention, operands: list[Mention]) -> Reading:
        """What is left of an amount, or of all that came in less what went out."""
        if self.signs[0] > 0 and all(sign < 0 for sign in self.signs[1:]):
            return remaining(stated, operands[0], operands[1:], _SURE)
        formula = Linear(self.signs)
        return Reading("remaining", "balance", stated, tuple(operands), formula, _SURE, _BALANCE, _BALANCE_REVIEW)
