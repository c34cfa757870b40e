"""A figure where it is printed in a text, before anything is known of what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from phulien_analysis.catalogue import Unit
from phulien_analysis.interval import Interval
from phulien_analysis.printed import PrintedNumber, Qualifier, printed_interval

TokenKind = Literal[
    "figure",
    "date",
    "year",
    "document",
    "ordinal",
    "time",
    "address",
    "name",
    "age",
    "section",
    "note",
    "phone",
    "other",
]
Form = Literal["", "compound", "english", "spaced", "words", "range", "malformed"]


@dataclass(frozen=True)
class Token:
    """A number-like piece of a paragraph's text and what it is; ``text`` is ``paragraph.text[start:end]``."""

    kind: TokenKind
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Mention:
    """One figure printed in a paragraph.

    ``start``/``end`` are the digits (of a compound like ``12 tỷ 345 triệu`` all of it up to the last scale word's
    digits), ``first``/``stop`` reach from its qualifier to the end of its unit. ``printed`` is the text of the digits,
    ``number`` its value in ``unit`` (None where malformed), with the decimals that are printed. ``unit`` is None where
    no unit stands at it. ``label`` is the noun phrase that it counts or
    measures, as printed.
    """

    paragraph: int
    start: int
    end: int
    first: int
    stop: int
    printed: str
    number: PrintedNumber | None
    unit: Unit | None
    qualifier: Qualifier = ""
    form: Form = ""
    label: str = ""

    @property
    def dimension(self) -> str:
        """What its unit measures; empty where it has none."""
        return "" if self.unit is None else self.unit.dimension

    @property
    def is_percent(self) -> bool:
        """Whether it is printed in percent."""
        return self.dimension == "ratio"

    @cached_property
    def interval(self) -> Interval | None:
        """What is known of it in the base unit of its dimension; a number without a unit is a count."""
        if self.number is None:
            return None
        exact = self.unit.exact if self.unit else self.number.decimals == 0
        known = printed_interval(self.number, self.qualifier, exact=exact, signed=self.number.value < 0)
        return known if self.unit is None else known.scaled(self.unit.scale)
