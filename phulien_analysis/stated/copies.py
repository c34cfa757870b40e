"""The same quantity said elsewhere in a document: what the other place prints speaks for a number, or against it.

An overview and the section, a text and its footnote, two rows of one table: of 113 long numbers in a ward's monthly
report 48 stand in it more than once. Who retypes a number seldom mistypes it the same way twice; who copies it copies
what is wrong with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from phulien_analysis.figures import Figure
from phulien_analysis.reading.mention import Mention

TELLING_DIGITS = 4
"""A number of so many digits, printed twice alike, is one quantity; one of fewer must bear the same words."""
_FEWEST_DIGITS = 3
_SAME_WORDS = 2
_Place = int


class Copies:
    """The figures of a document by what they print; places are positions among them."""

    def __init__(self, figures: Sequence[tuple[Mention, Figure]]) -> None:
        self._figures = figures

    @cached_property
    def _by_dimension(self) -> dict[str, list[_Place]]:
        places: dict[str, list[_Place]] = defaultdict(list)
        for place, (mention, figure) in enumerate(self._figures):
            if mention.number is not None and _digits(mention) >= _FEWEST_DIGITS:
                places[figure.unit.dimension].append(place)
        return places

    def said(self, place: _Place, others: Collection[_Place]) -> frozenset[Decimal]:
        """What other places print, in the unit of this one, that may be the same quantity; not the ``others``.

        Those are the figures that it is calculated with: they are other quantities.
        """
        return frozenset(value for value in self._values(place, others) if value is not None)

    def _values(self, place: _Place, others: Collection[_Place]) -> Iterator[Decimal | None]:
        mention, figure = self._figures[place]
        if mention.number is None or _digits(mention) < _FEWEST_DIGITS:
            return
        for other in self._by_dimension[figure.unit.dimension]:
            if other != place and other not in others and self._may_be_one(place, other):
                yield _in_unit(self._figures[other], figure)

    def _may_be_one(self, place: _Place, other: _Place) -> bool:
        (mention, figure), (again, its_figure) = self._figures[place], self._figures[other]
        if _digits(mention) != _digits(again):
            return False
        if min(_digits(mention), _digits(again)) >= TELLING_DIGITS:
            return True
        return mention.paragraph != again.paragraph and _same_words(figure, its_figure)


def _digits(mention: Mention) -> int:
    return sum(character.isdigit() for character in mention.printed)


def _in_unit(said: tuple[Mention, Figure], figure: Figure) -> Decimal | None:
    mention, its_figure = said
    return mention.number.value * its_figure.unit.scale / figure.unit.scale if mention.number is not None else None


def _same_words(one: Figure, other: Figure) -> bool:
    ours, theirs = (set(f.indicator.label_vi.lower().split()) for f in (one, other))
    return len(ours & theirs) >= max(_SAME_WORDS, (min(len(ours), len(theirs)) + 1) // 2)
