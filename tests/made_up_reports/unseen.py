"""The second exam: whole paragraphs as real reports have them, written apart from the reader and not for its tuning.

`UNSEEN` holds them all. Only shapes are taken from the genre; the texts are our own, all numbers and names made up.
Some state what does not hold, some are traps. `truth` says what each kind's operands are.
"""

from __future__ import annotations

from tests.made_up_reports import unseen_economy, unseen_land, unseen_messy, unseen_order, unseen_people, unseen_traps
from tests.made_up_reports.truth import Passage

UNSEEN: tuple[Passage, ...] = (
    *unseen_economy.PASSAGES,
    *unseen_land.PASSAGES,
    *unseen_messy.PASSAGES,
    *unseen_order.PASSAGES,
    *unseen_people.PASSAGES,
    *unseen_traps.PASSAGES,
)
