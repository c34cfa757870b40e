"""Each figure of a document on its way into the file: its window, its status, its form, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from phulien_analysis.catalogue import Catalogue, Unit
from phulien_analysis.drafting.examples import Example
from phulien_analysis.drafting.forms import Written, written
from phulien_analysis.drafting.matching import Match
from phulien_analysis.drafting.measures import DERIVED, expected_dimensions
from phulien_analysis.drafting.sightings import Sighting
from phulien_analysis.drafting.stating import Stated, WindowsOf, is_estimated
from phulien_analysis.figures import Source, parse_source
from phulien_analysis.messages import Message
from phulien_analysis.period import month_period

SURE = 0.9  # a match below it is to be looked at
ENOUGH = 0.5  # below it none is written
BEFORE_SECTIONS = "0"  # where a figure stands before the first numbered heading
_UNLIKE = 0.1
_AHEAD = frozenset({"rest", "quarter", "year", "range"})

CARRIED = Message("The window is stated in an earlier sentence; please check that it holds here.")
TO_MONTH_END = Message("Only the first day is stated; the window is taken to end with the month.")
WORD_MISSING = Message("A word seems to be missing before the month; please check the window.")
TWICE = Message("Another figure stands for the same indicator and window with another number.")
NO_UNIT_PRINTED = Message("No unit is printed at it; please check the one entered.")
MALFORMED = Message("The number is not well formed; it is entered as it is printed.")
NO_UNIT_TO_WRITE_IN = Message("No unit of units.csv can hold it as printed; add one, then read the document again.")


@dataclass(frozen=True)
class Line:
    """One figure: what it is taken for, and how it will be written; ``written`` is None where it will not be."""

    sighting: Sighting
    match: Match | None
    written: Written | None = None
    window: tuple[str, str] = ("", "")
    status: str = ""
    remarks: tuple[Message, ...] = ()
    demoted: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether it goes into the file."""
        return self.written is not None and self.is_likely

    @property
    def is_likely(self) -> bool:
        """Whether it is likely enough to be what it is taken for."""
        return self.match is not None and self.match.confidence >= ENOUGH and not self.demoted

    @cached_property
    def source(self) -> str:
        """Its place in the contract's form; what stands before the first numbered heading is in section ``0``."""
        found = self.sighting.source
        return str(found if found.section else Source(BEFORE_SECTIONS, found.place, found.number))

    @property
    def meaning(self) -> tuple[str, str, str, str]:
        """Indicator, measure and window."""
        return (*(self.match.key if self.match else ("", "")), *self.window)


class LineMaker:
    """Makes the lines of a document's figures, in order."""

    def __init__(self, catalogue: Catalogue, example: Example, windows: WindowsOf, month: str) -> None:
        self._catalogue, self._windows = catalogue, windows
        self._month = month_period(month)
        self._usual: Mapping[tuple[str, str], Unit] = {slot.key: slot.unit for slot in reversed(example.slots)}
        self._slots = example.slots

    def lines(self, sightings: Sequence[Sighting], matches: Sequence[Match | None]) -> list[Line]:
        """The lines; of two that contradict each other the less likely is taken out."""
        made: list[Line] = []
        for sighting, match in zip(sightings, matches, strict=True):
            made.append(self._line(sighting, match, made))
        return _without_rivals(made)

    def _line(self, sighting: Sighting, match: Match | None, made: Sequence[Line]) -> Line:
        if match is None or match.confidence < ENOUGH or not _is_source(Line(sighting, match).source):
            return Line(sighting, match, demoted=True)
        form = self._written(sighting, match)
        window, status, remarks = self._stated(sighting, match, made)
        if form is None:
            remarks = (*remarks, NO_UNIT_TO_WRITE_IN)
        elif sighting.mention.number is None:
            remarks = (*remarks, MALFORMED)
        elif form.changed:
            remarks = (*remarks, _rewritten(sighting, form))
        remarks = (*remarks, *_unit_remarks(sighting, form))
        return Line(sighting, match, form, window, status, remarks)

    def _written(self, sighting: Sighting, match: Match) -> Written | None:
        expected = expected_dimensions(match.indicator, match.measure)
        units = [unit for unit in self._catalogue.units.values() if unit.dimension in expected]
        usual = self._slots[match.slot].unit if match.slot is not None else self._usual.get(match.key)
        return written(sighting.mention, units, usual if usual in units else None)

    def _stated(
        self, sighting: Sighting, match: Match, made: Sequence[Line]
    ) -> tuple[tuple[str, str], str, tuple[Message, ...]]:
        """Window, status, and what to look at; what is derived from an actual has its window and status."""
        if match.measure == "plan":
            return self._of_plan(sighting), "", ()
        if match.measure in DERIVED:
            actual = _actual_of(match, sighting, made)
            if actual:
                return actual.window, "" if match.measure == "base" else actual.status, ()
        stated = self._windows.of(sighting.paragraph, sighting.spot)
        status = "estimated" if is_estimated(sighting.spot) else ""
        return _days(stated, is_stock=_is_stock(match)), status, tuple(_window_remarks(stated))

    def _of_plan(self, sighting: Sighting) -> tuple[str, str]:
        """A plan is of the year unless the text names another window that reaches beyond the month."""
        own = self._windows.of(sighting.paragraph, sighting.spot)
        is_own = own.window and own.window.kind in _AHEAD and not own.carried and own.window.end > self._month.end
        if own.window and is_own and sighting.spot.role != "den":
            return str(own.window.start), str(own.window.end)
        year = self._windows.plan_year(sighting.paragraph, sighting.spot) or self._month.end.year
        return f"{year}-01-01", f"{year}-12-31"


def _is_stock(match: Match) -> bool:
    return match.indicator.kind == "stock" and match.measure == "actual"


def _days(stated: Stated, *, is_stock: bool) -> tuple[str, str]:
    if stated.window is None:
        return "", ""
    return "" if is_stock else str(stated.window.start), str(stated.window.end)


def _window_remarks(stated: Stated) -> Iterable[Message]:
    if stated.window is None:
        return
    if stated.carried == "sentence":
        yield CARRIED
    if stated.window.kind == "open":
        yield TO_MONTH_END
    if not stated.window.sure:
        yield WORD_MISSING


def _actual_of(match: Match, sighting: Sighting, made: Sequence[Line]) -> Line | None:
    """The actual of the same indicator that stands before a figure in its paragraph."""
    key = (match.indicator.indicator, "actual")
    here = takewhile(lambda line: line.sighting.paragraph.index == sighting.paragraph.index, reversed(made))
    return next((line for line in here if line.match and line.is_likely and line.match.key == key), None)


def _is_source(text: str) -> bool:
    try:
        parse_source(text)
    except ValueError:
        return False
    return True


def _rewritten(sighting: Sighting, form: Written) -> Message:
    mention = sighting.mention
    unit = f" {mention.unit.label_vi}" if mention.unit else ""
    return Message(
        "Printed as “{printed}”; entered in the form of the figures file.", {"printed": f"{mention.printed}{unit}"}
    )


def _unit_remarks(sighting: Sighting, form: Written | None) -> Iterable[Message]:
    printed = sighting.mention.unit
    if form and printed is None and not form.unit.counted:
        yield NO_UNIT_PRINTED
    if form and printed and printed.dimension != form.unit.dimension and printed.label_vi != form.unit.label_vi:
        yield Message(
            "Printed in “{printed}”, entered in “{unit}”; please check that they count the same.",
            {"printed": printed.label_vi, "unit": form.unit.label_vi},
        )


def _without_rivals(lines: Sequence[Line]) -> list[Line]:
    """Of two different numbers for one indicator and window, the one whose words are less like the label goes."""
    best: dict[tuple[str, str, str, str], Line] = {}
    for line in lines:
        if line.is_placed:
            rival = best.setdefault(line.meaning, line)
            best[line.meaning] = max(rival, line, key=_rank)
    return [_weighed(line, best[line.meaning]) if line.is_placed else line for line in lines]


def _rank(line: Line) -> tuple[float, float]:
    return (line.match.likeness, line.match.confidence) if line.match else (0.0, 0.0)


def _weighed(line: Line, best: Line) -> Line:
    if line is best or not (line.written and best.written and line.match and best.match):
        return line
    same = (line.written.printed, line.written.unit) == (best.written.printed, best.written.unit)
    own_row = line.match.slot is not None and line.match.slot != best.match.slot
    if same or own_row:
        return line
    unlike = line.match.likeness < best.match.likeness - _UNLIKE
    return replace(line, demoted=unlike, remarks=(*line.remarks, TWICE))
