"""One slip of the typing hand: the numbers that somebody may have meant who printed this one.

The kinds of slip and how likely each is follow the counts in Verhoeff, *Error Detecting Decimal Codes* (1969), as they
are commonly cited: 60 to 95 % of the errors replace one digit, 10 to 20 % swap two neighbours, and about as many
leave out a digit or add one. Each kind's share is spread over the ways in which it can happen, which makes one given
swap about as likely as one given replacement, and one given digit too many less likely than one left out. The
weights only have to keep the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from phulien_analysis.errors import NumberError
from phulien_analysis.printed import PrintedNumber, format_number, parse_printed

REPLACED = Decimal(1)
SWAPPED = Decimal("0.9")
LOST = Decimal("0.5")  # a digit was left out: one given digit at one given place is put back
MARK = Decimal("0.3")
ADDED = Decimal("0.2")  # a digit too many: ten digits could have been added, but one only is taken out

_DIGITS = "0123456789"
_MOST_DIGITS = 24  # the longest number that is read at all
_LONGEST = 40  # characters of a malformed number that is worth mending


@dataclass(frozen=True)
class Slip:
    """A number that may have been meant, in the form of the printed one, and how likely (a replaced digit is 1)."""

    number: PrintedNumber
    weight: Decimal


@dataclass(frozen=True)
class _Form:
    """Digits without marks, and how they are written; ``grouped`` is for those of four digits and more."""

    sign: str
    digits: str
    decimals: int
    grouped: bool
    padded: int  # how many digits a whole number may have although it begins with 0


@lru_cache(maxsize=4096)
def slips(printed: str, *, whole_only: bool = False) -> tuple[Slip, ...]:
    """All well-formed numbers within one slip of a printed text, likeliest first; never the text itself.

    They are written as the text is: grouped in threes or not, ``05`` with its zero. ``whole_only`` is for counts, which
    have no decimals. A malformed text gives the well-formed numbers one character away from it.
    """
    number = _read(printed)
    texts = _mended(printed) if number is None else _rewritten(_form(number))
    kept = ((text, weight) for text, weight in texts if not (whole_only and "," in text))
    return _collected(number, kept)


def in_own_form(printed: str, number: PrintedNumber) -> str:
    """What is printed; of a number in another form (``53.96`` in English, words) its Vietnamese form, ``53,96``."""
    if number.text == printed and is_printed_as(printed, number.value):
        return printed
    return format_number(number.value, decimals=number.decimals)


def is_printed_as(text: str, value: Decimal) -> bool:
    """Whether a text is the well-formed Vietnamese form of a value."""
    number = _read(text)
    return number is not None and number.value == value


def _collected(printed: PrintedNumber | None, texts: Iterable[tuple[str, Decimal]]) -> tuple[Slip, ...]:
    """Each number once, at its likeliest; not the printed one in another form, such as 5 for 05."""
    found: dict[tuple[Decimal, int], Slip] = {}
    for text, weight in texts:
        number = _read(text)
        if number is None or (printed is not None and number.value == printed.value):
            continue
        key = number.value, number.decimals
        if key not in found or _preference(found[key]) < _preference(Slip(number, weight)):
            found[key] = Slip(number, weight)
    return tuple(sorted(found.values(), key=lambda slip: -slip.weight))


def _preference(slip: Slip) -> tuple[Decimal, int]:
    """Of two ways to write a number the likelier, then the one with its marks."""
    return slip.weight, slip.number.text.count(".")


def _read(text: str) -> PrintedNumber | None:
    try:
        return parse_printed(text)
    except NumberError:
        return None


def _form(number: PrintedNumber) -> _Form:
    sign = "-" if number.text.startswith("-") else ""
    whole, _, fraction = number.text.removeprefix("-").partition(",")
    digits = whole.replace(".", "")
    grouped = "." in whole or len(digits) < 4
    padded = len(digits) if digits.startswith("0") else 0
    return _Form(sign, digits + fraction, len(fraction), grouped, padded)


def _written(form: _Form, digits: str, decimals: int) -> str:
    """The digits in the printed number's form; empty where nobody would write them so."""
    cut = len(digits) - decimals
    whole, fraction = digits[:cut], digits[cut:]
    # Reports write counts below ten with a zero (05), and no other number but one below one (0,5)
    may_pad = max(form.padded, 1 if fraction else 2)
    if not whole or len(digits) > _MOST_DIGITS or (whole[0] == "0" and len(whole) > may_pad):
        return ""
    if form.grouped and len(whole) > 3:
        first = len(whole) % 3
        groups = [whole[:first]] if first else []
        whole = ".".join([*groups, *(whole[i : i + 3] for i in range(first, len(whole), 3))])
    return form.sign + whole + ("," + fraction if fraction else "")


def _rewritten(form: _Form) -> Iterator[tuple[str, Decimal]]:
    return ((_written(form, digits, decimals), weight) for digits, decimals, weight in _edits(form))


def _edits(form: _Form) -> Iterator[tuple[str, int, Decimal]]:
    """Digits, decimals and weight of every slip, in the order of the digits."""
    digits, decimals = form.digits, form.decimals
    cut = len(digits) - decimals
    # A decimal more or less at the very end says the same number more or less finely: that mends nothing
    ends = len(digits) - (decimals > 0)
    for i, digit in enumerate(digits):
        yield from ((digits[:i] + other + digits[i + 1 :], decimals, REPLACED) for other in _DIGITS if other != digit)
    for i in range(ends):
        yield digits[:i] + digits[i + 1 :], decimals - (i >= cut), ADDED
    for i in range(len(digits) - 1):
        yield digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :], decimals, SWAPPED
    for i in range(ends + 1):
        # At the comma a digit may be put back on either side of it
        sides = (decimals,) if i < cut or not decimals else (decimals, decimals + 1) if i == cut else (decimals + 1,)
        yield from ((digits[:i] + lost + digits[i:], side, LOST) for side in sides for lost in _DIGITS)
    yield from ((digits, moved, MARK) for moved in _moved_commas(form))


def _moved_commas(form: _Form) -> list[int]:
    """How many decimals there are if a mark is out of place: one digit off, left out, or a ``.`` for a ``,``."""
    k = form.decimals
    moved = {k - 1, k + 1, 0} if k else {1, 2, 3}
    return sorted(n for n in moved if 0 <= n < len(form.digits) and n != k)


def _mended(text: str) -> Iterator[tuple[str, Decimal]]:
    """What one character more, less, other or swapped makes of a malformed text."""
    if len(text) > _LONGEST:
        return
    for i, character in enumerate(text):
        before, after = text[:i], text[i + 1 :]
        yield before + after, ADDED if character in _DIGITS else MARK
        if character in ".,":
            yield before + (",." if character == "." else ".,")[0] + after, MARK
        if after:
            marked = character in ".," or after[0] in ".,"
            yield before + after[0] + character + after[1:], MARK if marked else SWAPPED
    for i in range(len(text) + 1):
        yield from ((text[:i] + lost + text[i:], LOST) for lost in _DIGITS)
        yield from ((text[:i] + mark + text[i:], MARK) for mark in ".,")
