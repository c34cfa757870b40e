"""Makes made-up tables, and puts one wrong digit into them.

table = make_table(7)              # all its calculations hold
table = make_table(7, error=True)  # one wrong digit: table.error says where, and what it breaks
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.made_up_reports.tables import MadeUpTable, TableError
from tests.made_up_reports.tables_budget import budget
from tests.made_up_reports.tables_counts import dossiers, of_which, residents, silent, simple
from tests.made_up_reports.tables_money import production, projects, shares

_TRIES = 60
GENRES: dict[str, Callable[[random.Random], MadeUpTable]] = {
    "budget": budget,
    "dossiers": dossiers,
    "residents": residents,
    "production": production,
    "projects": projects,
    "simple": simple,
    "shares": shares,
    "of which": of_which,
    "silent": silent,
}


def make_table(seed: int, *, error: bool = False, genre: str | None = None) -> MadeUpTable:
    """A table: the same for the same arguments."""
    rng = random.Random(f"table {seed} {genre}")  # noqa: S311 - not a secret, a seed
    table = GENRES[genre or rng.choice(list(GENRES))](rng)
    if error:
        table.error = _spoilt(rng, table)
    return table


def _spoilt(rng: random.Random, table: MadeUpTable) -> TableError | None:
    """Change one digit so that something that held does not hold, beyond rounding; None if no digit does."""
    truths = [truth for truth in table.truths if truth.form != "at most"]
    numbers = list(dict.fromkeys(n for truth in truths for n in (truth.stated, *truth.operands)))
    for _ in range(_TRIES if numbers else 0):
        number = rng.choice(numbers)
        before = number.printed
        number.printed = _other_digit(rng, before)
        using = [truth for truth in truths if number in (truth.stated, *truth.operands)]
        try:
            breaks = tuple(truth for truth in using if not truth.holds() and not truth.is_cut)
        except ZeroDivisionError:
            breaks = ()
        if breaks:
            return TableError(number, before, breaks)
        number.printed = before
    return None


def _other_digit(rng: random.Random, printed: str) -> str:
    places = [place for place, letter in enumerate(printed) if letter.isdigit()]
    place = rng.choice(places)
    others: Sequence[str] = [d for d in "0123456789" if d != printed[place] and (d != "0" or place != places[0])]
    return printed[:place] + rng.choice(others) + printed[place + 1 :]
