"""The fourth exam: wordings, orders and forms of numbers met in the press and on the sites of many offices.

`FIELD` holds them all, written by people who had read real reports and had not seen the reader. The texts are our own,
all numbers and names made up. One in five states what does not hold, one in five states nothing.
"""

from __future__ import annotations

from tests.made_up_reports import field_economy, field_offices, field_society
from tests.made_up_reports.truth import Passage

FIELD: tuple[Passage, ...] = (*field_economy.PASSAGES, *field_society.PASSAGES, *field_offices.PASSAGES)
