"""Two sequences laid beside each other, with what is missing, new or moved: a hidden Markov model, run both ways.

The states are the places in the example's sequence. From one the next is likely, a later one or one of the few before
it less so, any other one rare, and what the example does not have leaves the place as it is (Durbin et al., *Biological
Sequence Analysis*, 1998, chapter 4, on pair models). The probability of a state, given all figures, is the confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_STEP, _BACK, _NEW, _JUMP = 0.86, 0.06, 0.06, 0.02
_NEIGHBOURS = 4  # a list told in another order goes back by so many rows at most
_SKIP = 0.45  # each row of the example that is passed over
_TINY = 1e-300


@dataclass(frozen=True)
class Posterior:
    """For one figure: the probability of each row of the example, and that it is none of them."""

    rows: Sequence[float]
    new: float


def align(emissions: Sequence[Sequence[float]], new: Sequence[float]) -> list[Posterior]:
    """The posterior of every figure.

    ``emissions[i][j]`` is how much likelier figure i is seen where row j is meant than by chance; ``new[i]`` the same
    for what is not in the example.
    """
    if not emissions:
        return []
    forward = _forward(emissions, new)
    backward = _backward(emissions, new)
    return [_posterior(rows, blank, after) for (rows, blank), after in zip(forward, backward, strict=True)]


def _posterior(rows: Sequence[float], blank: Sequence[float], after: Sequence[float]) -> Posterior:
    hits = [r * b for r, b in zip(rows, after[1:], strict=True)]
    missed = sum(n * b for n, b in zip(blank, after, strict=True))
    total = sum(hits) + missed or _TINY
    return Posterior([h / total for h in hits], missed / total)


def _reach(places: Sequence[float]) -> list[float]:
    """For each row the mass that steps onto it from the places before it."""
    reached, carried = [], 0.0
    for mass in places[:-1]:
        carried = carried * _SKIP + mass
        reached.append(carried * _STEP * (1 - _SKIP))
    return reached


def _turned(places: Sequence[float]) -> list[float]:
    """For each row the mass that comes back to it from the few places after it."""
    share = _BACK / _NEIGHBOURS
    return [share * sum(places[row + 2 : row + 2 + _NEIGHBOURS]) for row in range(len(places) - 1)]


def _turned_back(weighted: Sequence[float]) -> list[float]:
    """For each place the mass of the few rows before it."""
    share = _BACK / _NEIGHBOURS
    return [
        share * sum(weighted[max(0, place - 1 - _NEIGHBOURS) : max(0, place - 1)]) for place in range(len(weighted) + 1)
    ]


def _reach_back(weighted: Sequence[float]) -> list[float]:
    """For each place the mass of the rows after it, stepped back."""
    back, carried = [0.0], 0.0
    for mass in reversed(weighted):
        carried = carried * _SKIP + mass
        back.append(carried * _STEP * (1 - _SKIP))
    return back[::-1]


def _forward(emissions: Sequence[Sequence[float]], new: Sequence[float]) -> list[tuple[list[float], list[float]]]:
    """Mass on each row and, for what is new, on each place (0: before the first row), figure by figure."""
    size = len(emissions[0])
    places = [1.0, *([0.0] * size)]
    found = []
    for seen, blank in zip(emissions, new, strict=True):
        jump = _JUMP * sum(places) / max(size, 1)
        steps = zip(_reach(places), _turned(places), seen, strict=True)
        rows = [(step + turn + jump) * e for step, turn, e in steps]
        blanks = [_NEW * blank * mass for mass in places]
        total = sum(rows) + sum(blanks) or _TINY
        rows, blanks = [r / total for r in rows], [b / total for b in blanks]
        found.append((rows, blanks))
        places = [blanks[0], *(r + b for r, b in zip(rows, blanks[1:], strict=True))]
    return found


def _backward(emissions: Sequence[Sequence[float]], new: Sequence[float]) -> list[list[float]]:
    """For each figure how well the figures after it follow from each place."""
    size = len(emissions[0])
    after = [1.0] * (size + 1)
    found = [after]
    for seen, blank in zip(reversed(emissions[1:]), list(reversed(new))[:-1], strict=True):
        weighted = [e * mass for e, mass in zip(seen, after[1:], strict=True)]
        jump = _JUMP * sum(weighted) / max(size, 1)
        steps = zip(_reach_back(weighted), _turned_back(weighted), after, strict=True)
        after = [step + turn + jump + _NEW * blank * mass for step, turn, mass in steps]
        top = max(after) or _TINY
        after = [mass / top for mass in after]
        found.append(after)
    return found[::-1]
