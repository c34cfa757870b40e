"""A number as a Vietnamese report prints it: read strictly, turned into an interval, written back.

Form (Circular 01/2011/TT-BNV's usage; the decimal comma of Vietnamese accounting law): ``.`` groups thousands by
three, ``,`` starts the decimals, leading zeros of counts carry nothing (``07`` is 7). Anything else is refused with
the reason; no value is ever guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from typing import Literal, get_args

from phulien_analysis.errors import NumberError
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Lang, mark

Qualifier = Literal["", "over", "nearly", "about", "under", "at_least", "at_most"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)

_WELL_FORMED = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_MOST_DIGITS = 24  # no figure comes near it, and its arithmetic stays within the 28 digits that are exact by default
_FULL_TURN = Decimal("0.5")


@dataclass(frozen=True)
class PrintedNumber:
    """A well-formed printed number: ``text`` as printed, its exact ``value``, and how many ``decimals`` are printed."""

    text: str
    value: Decimal
    decimals: int

    @property
    def place(self) -> Decimal:
        """One unit at the last printed place: 0.1 for ``104,5``, 1 for ``11.025``."""
        return Decimal(1).scaleb(-self.decimals)

    @property
    def significant_place(self) -> Decimal:
        """One unit at the place of the last non-zero digit: 10 for ``270``; of a zero, the last printed place."""
        if not self.value:
            return self.place
        digits = self.value.as_tuple().digits
        trailing = len(digits) - len("".join(map(str, digits)).rstrip("0"))
        return self.place.scaleb(trailing)


def parse_printed(text: str) -> PrintedNumber:
    """Read a printed number; :class:`NumberError` says why one is not well-formed.

    >>> parse_printed("311.003,500").value
    Decimal('311003.500')
    """
    if _is_too_long(text) or not _WELL_FORMED.fullmatch(text):
        msg = f"“{text}” is not a well-formed Vietnamese number: {malformed_reason(text)}"
        raise NumberError(msg)
    whole, _, decimals = text.partition(",")
    value = Decimal(f"{whole.replace('.', '')}.{decimals}")
    return PrintedNumber(text, value, len(decimals))


def malformed_reason(text: str) -> str:
    """Why a printed number is not well-formed: the first fault found, a phrase of the catalogue of messages."""
    faults = (
        (text == "", mark("nothing is printed")),
        (_is_too_long(text), mark("it is longer than any figure (24 digits)")),
        (bool(re.search(r"\s", text)), mark("there is a space inside the number")),
        (
            bool(re.search(r"[^0-9.,\-]", text)),
            mark("only the digits 0-9, “.” and “,” may stand in a number"),
        ),
        ("-" in text[1:], mark("a minus may stand only before the number")),
        (text.count(",") > 1, mark("there is more than one decimal comma")),
        (bool(re.search(r",[^,]*\.", text)), mark("a “.” stands after the decimal comma")),
        (text.endswith((",", ".")), mark("a digit is missing after the last mark")),
        (
            bool(re.match(r"-?[.,]", text)) or text == "-",
            mark("a digit is missing before the first mark"),
        ),
        (
            bool(re.match(r"-?[0-9]{4,}\.", text)),
            mark("one to three digits must stand before the first “.”"),
        ),
        (bool(re.match(r"-?0[0-9]*\.", text)), mark("a number with “.” cannot start with 0")),
    )
    return next(
        (reason for found, reason in faults if found),
        mark("after each “.” there must be exactly three digits"),
    )


def _is_too_long(text: str) -> bool:
    return sum(character.isdigit() for character in text) > _MOST_DIGITS


def printed_interval(
    number: PrintedNumber, qualifier: Qualifier = "", *, exact: bool = False, signed: bool = False
) -> Interval:
    """What is known of the quantity behind a printed number, in its printed unit.

    ``exact`` is for counts and for money printed in đồng; everything else is rounded to half a unit of the last
    printed place, both ends closed. Unless ``signed``, nothing lies below 0.
    """
    interval = _qualified(number, qualifier) if qualifier else _unqualified(number, exact=exact)
    return interval if signed else interval.clamped(min(Decimal(0), number.value))


def _unqualified(number: PrintedNumber, *, exact: bool) -> Interval:
    half = Decimal(0) if exact else number.place * _FULL_TURN
    return Interval(number.value - half, number.value + half)


def _qualified(number: PrintedNumber, qualifier: Qualifier) -> Interval:
    x, u = number.value, number.significant_place
    return {
        "over": Interval(x, x + u),
        "nearly": Interval(x - u, x),
        "about": Interval(x - u, x + u),
        "under": Interval(None, x),
        "at_most": Interval(None, x),
        "at_least": Interval(x, None),
    }[qualifier]


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round to ``decimals`` places, halves away from zero, as Vietnamese reports do; never through binary floats."""
    with localcontext(prec=100):
        return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def round_outwards(value: Decimal, decimals: int, *, up: bool) -> Decimal:
    """Round a bound so that it stays one: an upper bound up, a lower bound down."""
    with localcontext(prec=100):
        return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_CEILING if up else ROUND_FLOOR)


def truncate(value: Decimal, decimals: int) -> Decimal:
    """Cut the digits after ``decimals`` places."""
    with localcontext(prec=100):
        return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN)


def format_number(value: Decimal, lang: Lang = "vi", decimals: int | None = None) -> str:
    """Write a number in the form of ``lang``: ``197.488,5`` in Vietnamese, ``197,488.5`` in English.

    With ``decimals`` it is first rounded half up; without, all its digits are written.

    >>> format_number(Decimal("197488.25"), decimals=1)
    '197.488,3'
    """
    shown = value if decimals is None else round_half_up(value, decimals)
    shown = shown or shown.copy_abs()  # no minus before a zero
    english = f"{shown:,f}"
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))
