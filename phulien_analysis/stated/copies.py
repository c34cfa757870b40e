"""The same quantity said elsewhere in a document: what the other place prints speaks for a number, or against it.

An overview and the section, a text and its footnote, two rows of one table: of 113 long numbers in a ward's monthly
report 48 stand in it more than once. Who retypes a number seldom mistypes it the same way twice; who copies it copies
what is wrong with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from phulien_analysis.figures import Figure
from phulien_analysis.reading.mention import Mention

TELLING_DIGITS = 4
"""A number of so many digits, printed twice alike, is one quantity; one of fewer must bear the same words."""
_FEWEST_DIGITS = 3
_SAME_WORDS = 2
_MOST_COMPARED = 500_000  # numbers of three digits with each other; beyond it nothing is said of any
_Place = int
_Form: TypeAlias = tuple[str, int]  # the dimension, and how many digits


class Copies:
    """The figures of a document by what they print; places are positions among them."""

    def __init__(self, figures: Sequence[tuple[Mention, Figure]]) -> None:
        self._figures = figures
        self._left = _MOST_COMPARED

    @cached_property
    def _alike(self) -> dict[_Form, list[_Place]]:
        """The places of numbers of one dimension with equally many digits."""
        places: dict[_Form, list[_Place]] = defaultdict(list)
        for place, (mention, _) in enumerate(self._figures):
            if mention.number is not None and _digits(mention) >= _FEWEST_DIGITS:
                places[self._form(place)].append(place)
        return places

    @cached_property
    def _printed(self) -> dict[_Form, Counter[Decimal | None]]:
        """What they print, in the base unit, and how often."""
        return {form: Counter(self._value(place) for place in places) for form, places in self._alike.items()}

    def said(self, place: _Place, others: Collection[_Place]) -> Container[Decimal]:
        """What other places print, in the unit of this one, that may be the same quantity; not the ``others``.

        Those are the figures that it is calculated with: they are other quantities.
        """
        mention, figure = self._figures[place]
        form = self._form(place)
        if mention.number is None or form[1] < _FEWEST_DIGITS:
            return frozenset()
        if form[1] >= TELLING_DIGITS:
            own = {other for other in (place, *others) if self._form(other) == form}
            return _Printed(self._printed[form], Counter(self._value(other) for other in own), figure.unit.scale)
        return frozenset(self._in_words(place, others, self._alike[form]))

    def _form(self, place: _Place) -> _Form:
        mention, figure = self._figures[place]
        return figure.unit.dimension, _digits(mention)

    def _in_words(self, place: _Place, others: Collection[_Place], alike: Sequence[_Place]) -> Iterator[Decimal]:
        """The values of places in other paragraphs with the same words; none once too many were compared."""
        self._left -= len(alike)
        if self._left < 0:
            return
        (mention, figure), ours = self._figures[place], self._words[place]
        for other in alike:
            again, value = self._figures[other][0], self._value(other)
            apart = other not in others and mention.paragraph != again.paragraph
            if apart and value is not None and _same(ours, self._words[other]):
                yield value / figure.unit.scale

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        return [frozenset(figure.indicator.label_vi.lower().split()) for _, figure in self._figures]

    def _value(self, place: _Place) -> Decimal | None:
        mention, figure = self._figures[place]
        return mention.number.value * figure.unit.scale if mention.number is not None else None


@dataclass(frozen=True)
class _Printed:
    """The values that places print, but for the ``own`` ones; asked in a unit of this ``scale``."""

    counts: Counter[Decimal | None]
    own: Counter[Decimal | None]
    scale: Decimal

    def __contains__(self, value: object) -> bool:
        base = value * self.scale if isinstance(value, Decimal) else None
        return self.counts[base] > self.own[base]


def _digits(mention: Mention) -> int:
    return sum(character.isdigit() for character in mention.printed)


def _same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(ours & theirs) >= max(_SAME_WORDS, (min(len(ours), len(theirs)) + 1) // 2)
