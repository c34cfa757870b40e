"""The third exam: passages of offices and wordings that are not obvious, written after the reader and not for it.

`FRESH` holds them all. Only the manner of the genre is taken; the texts are our own, all numbers and names made up.
One in eight states what does not hold, one in seven states nothing. `truth` says what each kind's operands are.
"""

from __future__ import annotations

from tests.made_up_reports import fresh_a, fresh_b, fresh_c, fresh_d
from tests.made_up_reports.truth import Passage

FRESH: tuple[Passage, ...] = (
    *fresh_a.PASSAGES,
    *fresh_b.PASSAGES,
    *fresh_c.PASSAGES,
    *fresh_d.PASSAGES,
)
