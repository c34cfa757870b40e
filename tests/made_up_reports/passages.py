"""The exam: short made-up passages as various as real ones, each with the calculations that it truly states.

`PASSAGES` holds them all. The texts are our own, the numbers and names made up; about one in seven states something
that does not hold, and some are traps that state nothing. `truth` says what each kind's operands are.
"""

from __future__ import annotations

from tests.made_up_reports import passages_land, passages_money, passages_order, passages_people, passages_traps
from tests.made_up_reports.truth import Passage

PASSAGES: tuple[Passage, ...] = (
    *passages_money.PASSAGES,
    *passages_people.PASSAGES,
    *passages_order.PASSAGES,
    *passages_land.PASSAGES,
    *passages_traps.PASSAGES,
)
