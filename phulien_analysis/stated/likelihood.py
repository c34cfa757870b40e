"""How likely it is that a number was meant where another is printed, before the calculations are looked at.

Parts of one total are somewhat of one size: their logarithms are taken to be normally distributed. Of other numbers
nothing is known but that small ones are commoner than large ones (Benford, 1938, *Proceedings of the American
Philosophical Society* 78), and of one that is worked out from others nothing but these others.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

_OTHER_SIZE = Decimal("1.5")  # numbers nearer to each other than that are taken to be equally common
_SPREAD = Decimal(
    "1.5"
)  # of the natural logarithms of parts: 1.54 in July 2025, 1.55 in a dozen lists of other reports
_PRECISION = 12
_ZERO, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)


def commoner(meant: Decimal, printed: Decimal) -> Decimal:
    """How much commoner a number is than the printed one: a third as common where it is three times as large.

    Nothing is compared with 0, for which reports have a word, nor numbers of about one size.
    """
    if not printed or not meant:
        return _ONE
    with localcontext(prec=_PRECISION):
        times = abs(printed / meant)
        return times if max(times, 1 / times) >= _OTHER_SIZE else _ONE


def likelier(meant: Decimal, printed: Decimal, fellows: Sequence[Decimal]) -> Decimal:
    """How much likelier a number is than the printed one, beside others that are of about its size."""
    known = [abs(fellow) for fellow in fellows if fellow]
    if not known or not printed or not meant:
        return commoner(meant, printed)
    with localcontext(prec=_PRECISION):
        middle = sum((fellow.ln() for fellow in known), _ZERO) / len(known)
        variance = _SPREAD**2 * (1 + _ONE / len(known))  # of a further one, beside the mean of so many
        return (_logarithm(abs(meant), middle, variance) - _logarithm(abs(printed), middle, variance)).exp()


def _logarithm(value: Decimal, middle: Decimal, variance: Decimal) -> Decimal:
    """The logarithm of how often a number of this size stands beside others of that size."""
    own = value.ln()
    return -((own - middle) ** 2) / (_TWO * variance) - own
