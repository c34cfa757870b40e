"""Wrong digits put into a draft, each so that a calculation that held no longer holds, beyond rounding."""

from __future__ import annotations

from tests.made_up_reports.drafting import DraftCalculation, Writer
from tests.made_up_reports.numbers import Number

_TRIES = 40


class DraftError:
    """One wrong digit in a draft: the number, its digits before, and the calculations that it breaks."""

    def __init__(self, number: Number, before: str, breaks: tuple[DraftCalculation, ...]) -> None:
        self.number = number
        self.before = before
        self.breaks = breaks


def seed_errors(w: Writer, count: int) -> list[DraftError]:
    """Put ``count`` wrong digits into a draft; no two of them touch the same calculation."""
    errors: list[DraftError] = []
    touched: set[DraftCalculation] = set()
    numbers = list(dict.fromkeys(n for c in w.calculations if c.required for n in c.numbers()))
    w.rng.shuffle(numbers)
    for number in numbers:
        if len(errors) == count:
            return errors
        using = [c for c in w.calculations if number in c.numbers()]
        if touched.isdisjoint(using) and (error := _spoil(w, number, using)):
            errors.append(error)
            touched.update(using)
    if len(errors) < count:
        raise ValueError(f"this report has no place for {count} errors, only for {len(errors)}")
    return errors


def _spoil(w: Writer, number: Number, using: list[DraftCalculation]) -> DraftError | None:
    """Change one digit of a number so that something breaks; None (and nothing changed) if no digit does."""
    before = number.printed
    if not all(c.holds() for c in using):
        return None  # one is cut off already: a wrong digit on top would be no clear error
    for _ in range(_TRIES):
        number.printed = _one_digit_changed(w, before)
        breaks = _broken(using)
        if any(c.required for c in breaks) and number.printed != before:
            for copy in w.copies.get(number, ()):
                copy.printed = number.printed
            return DraftError(number, before, breaks)
    number.printed = before
    return None


def _broken(using: list[DraftCalculation]) -> tuple[DraftCalculation, ...]:
    """Those that now fail beyond rounding and cutting; none where one can no longer be redone (divided by 0)."""
    try:
        return tuple(c for c in using if not c.holds() and not c.truncated())
    except ZeroDivisionError:
        return ()


def _one_digit_changed(w: Writer, printed: str) -> str:
    """The same with one other digit; the first digit of a longer number does not become 0."""
    places = [index for index, letter in enumerate(printed) if letter.isdigit()]
    if not places:
        return printed
    place = w.pick(places)
    lowest = 1 if place == places[0] else 0
    digit = w.rng.choice([str(value) for value in range(lowest, 10) if str(value) != printed[place]])
    return printed[:place] + digit + printed[place + 1 :]
