"""Whether one slip of the typing hand explains why a reading does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.readings import Certainty, Reading
from phulien_analysis.stated.slips import SWAPPED, in_own_form, slips

_TELLING = 3  # digits
_TELLING_TOGETHER = 7  # digits of a change and both of its levels, which are one difference to the last of them


def is_slip_away(reading: Reading) -> bool:
    """Whether one digit replaced, or two neighbours swapped, of one figure makes a reading hold.

    The stated figure must have three digits: fewer are put right by chance; or be a change whose levels words name.
    """
    if not reading.has_values or not (_digits(reading.stated) >= _TELLING or _is_told_by_levels(reading)):
        return False
    figures = enumerate((reading.stated, *reading.operands))
    return any(_with(reading, place, meant).agrees for place, figure in figures for meant in meant_for(figure))


def _is_told_by_levels(reading: Reading) -> bool:
    """``709 ca, tăng 41 ca so với cùng kỳ (168 ca)``: where all three are printed, one digit seldom fits by chance."""
    together = sum(map(_digits, (reading.stated, *reading.operands)))
    return reading.kind == "difference" and reading.certainty >= Certainty.LIKELY and together >= _TELLING_TOGETHER


def _digits(mention: Mention) -> int:
    return sum(character.isdigit() for character in mention.number.text) if mention.number else 0


def meant_for(mention: Mention) -> Iterator[Mention]:
    """The figure as it may have been meant, a digit or two neighbours put right."""
    if mention.number is not None:  # pragma: no branch - its reading has values, which its type does not say
        exact = mention.unit.exact if mention.unit else not mention.number.decimals
        text = in_own_form(mention.printed, mention.number)
        likely = (slip for slip in slips(text, whole_only=exact) if slip.weight >= SWAPPED)
        yield from (replace(mention, number=slip.number) for slip in likely)


def _with(reading: Reading, place: int, meant: Mention) -> Reading:
    """The reading with another number at one place."""
    if not place:
        return replace(reading, stated=meant)
    operands = (*reading.operands[: place - 1], meant, *reading.operands[place:])
    return replace(reading, operands=operands)
