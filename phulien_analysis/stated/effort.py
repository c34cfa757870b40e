"""How much work a document may ask for: steps are counted, not seconds, so that a text gives the same on any machine.

A step is one figure in one calculation that is tried. Whoever writes a text for people stays far below the bounds
(docs/reading.md): it is for a text that was made to keep the reader busy, or a table that was pasted as one paragraph.
What was given up is known, so that it can be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from phulien_analysis.stated.readings import Reading
from phulien_analysis.stated.totals import Listing, readings

MOST_STEPS = 10_000
"""Steps for one paragraph; the busiest that were read in reports took some hundreds."""
MOST_STEPS_IN_ALL = 2_000_000
"""Steps for one document: two hundred times what a report of twenty pages takes."""
MOST_STEPS_OF_A_TABLE = 150_000
"""Steps for one table, whose rows say again and again what its columns are."""
A_FIGURE = 10
"""Steps for looking at a figure, whether or not anything follows from it."""
_MOST_LISTED = 300  # figures of a list: what goes on for longer is a table, or no report


class Effort:
    """The steps taken so far, by paragraph; ``given_up`` holds the paragraphs that asked for more.

    A table is counted at the paragraph of its first row.
    """

    def __init__(self, most: int = MOST_STEPS, in_all: int = MOST_STEPS_IN_ALL) -> None:
        self._most, self._left = most, in_all
        self.taken: Counter[int] = Counter()
        self.given_up: set[int] = set()

    def allows(self, paragraph: int, steps: int, most: int | None = None) -> bool:
        """Whether so many more steps may be taken for a paragraph; they are counted, or the rest is given up."""
        within = self.taken[paragraph] + steps <= (self._most if most is None else most)
        allowed = paragraph not in self.given_up and within and steps <= self._left
        if allowed:
            self.taken[paragraph] += steps
            self._left -= steps
        else:
            self.given_up.add(paragraph)
        return allowed

    def allows_table(self, first_row: int, steps: int) -> bool:
        """The same for a table."""
        return self.allows(first_row, steps, MOST_STEPS_OF_A_TABLE)

    def bounded(self, paragraph: int, found: Iterable[list[Reading]]) -> Iterator[list[Reading]]:
        """The alternatives for each figure of a paragraph, as many as it may ask for."""
        for alternatives in found:
            if not self.allows(paragraph, sum(1 + len(reading.operands) for reading in alternatives)):
                return
            yield alternatives

    def of_lists(self, paragraph: int, found: Iterable[Listing]) -> Iterator[list[Reading]]:
        """What lists of a paragraph state; a list that is too long for a report states nothing."""
        for listing in found:
            figures = sum(map(len, listing.pieces))
            if figures <= _MOST_LISTED:
                if not self.allows(paragraph, len(listing.hosts) * figures):
                    return
                yield from readings(listing)
