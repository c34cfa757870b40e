"""A drawing: bars, lines and texts at their places, put down from top to bottom; what it is drawn with comes later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from phulien_analysis.charts.style import BAR, DESCENT, GAP, LINE, SPACE, WIDTH, Letters, Paint, text_width, wrapped

_LEAST_BAR = 40.0  # what a number beside it leaves to the longest bar
_LEAST_LENGTH = 1.0  # what is not 0 can be seen


@dataclass(frozen=True)
class Box:
    """A bar or a part of one: its upper left corner, its width and height; ``fixed`` where it does not grow."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    fixed: bool = False


@dataclass(frozen=True)
class Line:
    """An upright line."""

    x: float
    top: float
    bottom: float
    paint: Paint = "axis"


@dataclass(frozen=True)
class Words:
    """A line of text: it begins ``indent``, which does not grow, after ``x``; ``y`` is where its letters stand."""

    x: float
    y: float
    text: str
    letters: Letters
    indent: float = 0.0


Shape = Box | Line | Words


@dataclass
class Drawing:
    """Shapes and how far down they reach; ``height`` is where the next one goes."""

    shapes: list[Shape] = field(default_factory=list)
    height: float = 0.0

    def add(self, *shapes: Shape) -> None:
        """Put shapes down where they say."""
        self.shapes.extend(shapes)

    def write(
        self, text: str, letters: Letters = "label", x: float = 0.0, width: float = WIDTH, indent: float = 0.0
    ) -> None:
        """Write a text in as many lines as it takes, and go on below it."""
        for line in wrapped(text, letters, width - indent):
            self.height += LINE
            self.add(Words(x, self.height - DESCENT, line, letters, indent))

    def key(self, entries: Sequence[tuple[Paint, str]]) -> None:
        """Say what the paints stand for, side by side, on a new line where one is full."""
        x = 0.0
        self.height += LINE
        for paint, text in entries:
            wide = text_width(text, "small")
            if x and x + 16 + wide > WIDTH:
                x, self.height = 0.0, self.height + LINE
            y = self.height - DESCENT
            self.add(Box(x, y - 10, 11, 11, paint, fixed=True), Words(0, y, text, "small", x + 16))
            x += 16 + wide + 16
        self.height += GAP


@dataclass(frozen=True)
class Mark:
    """A number to be drawn: its value, what is written beside its bar, and how it is painted."""

    value: Decimal
    label: str
    paint: Paint = "strong"
    letters: Letters = "value"


@dataclass(frozen=True)
class Scale:
    """How numbers become lengths: ``zero`` is where bars begin, ``unit`` the length of 1."""

    zero: float
    unit: float

    def at(self, value: Decimal) -> float:
        """The place of a value."""
        return self.zero + float(value) * self.unit

    def draw(self, drawing: Drawing, mark: Mark, y: float, height: float = BAR) -> None:
        """Draw a bar from zero, the axis it begins at, and its number."""
        end = self.at(mark.value)
        length = max(abs(end - self.zero), _LEAST_LENGTH) if mark.value else 0.0
        if length:
            drawing.add(Box(min(end, self.zero), y, length, height, mark.paint))
        beside = max(self.zero + (length if mark.value > 0 else 0.0), self.zero)
        drawing.add(Line(self.zero, y - 2, y + height + 2))
        drawing.add(Words(beside, y + height / 2 + 5, mark.label, mark.letters, SPACE))


def scale_for(marks: Iterable[Mark], left: float = 0.0, width: float = WIDTH) -> Scale:
    """The largest scale on which every bar and the number beside it fit into the width; 0 is always on it."""
    listed = list(marks)
    low = min((mark.value for mark in listed), default=Decimal(0))
    below = -min(low, Decimal(0))
    fits = [
        max(width - SPACE - text_width(mark.label, mark.letters), _LEAST_BAR) / float(reach)
        for mark in listed
        if (reach := max(mark.value, Decimal(0)) + below)
    ]
    unit = min(fits, default=0.0)
    return Scale(left + float(below) * unit, unit)


@dataclass(frozen=True)
class Row:
    """A name, and its mark in every column; None where nothing is printed."""

    name: str
    marks: tuple[Mark | None, ...]


def rows_of_bars(rows: Sequence[Row], heads: Sequence[str] = ("",)) -> Drawing:
    """Rows of bars under a name each; a column has a head and a scale of its own.

    Two columns stand side by side where their bars have room, else one below the other.
    """
    drawing = Drawing()
    each = 2 if len(heads) > 1 and _have_room(rows) else 1
    for first in range(0, len(heads), each):
        if first:
            drawing.height += 2 * GAP
        _block(drawing, rows, range(first, min(first + each, len(heads))), heads)
    return drawing


_HALF = (WIDTH - 2 * GAP) / 2


def _have_room(rows: Sequence[Row]) -> bool:
    marks = (mark for row in rows for mark in row.marks if mark)
    return all(text_width(mark.label, mark.letters) + SPACE + _LEAST_BAR <= _HALF for mark in marks)


def _block(drawing: Drawing, rows: Sequence[Row], columns: range, heads: Sequence[str]) -> None:
    width = WIDTH if len(columns) == 1 else _HALF
    lefts = {column: place * (WIDTH - width) for place, column in enumerate(columns)}
    scales = {
        column: scale_for((m for row in rows if (m := row.marks[column])), left, width)
        for column, left in lefts.items()
    }
    _heads(drawing, {left: heads[column] for column, left in lefts.items()}, width)
    for row in rows:
        drawing.write(row.name)
        for column, scale in scales.items():
            mark = row.marks[column]
            if mark:
                scale.draw(drawing, mark, drawing.height)
        drawing.height += BAR + GAP


def _heads(drawing: Drawing, heads: dict[float, str], width: float) -> None:
    if not any(heads.values()):
        return
    top, reached = drawing.height, drawing.height
    for left, head in heads.items():
        drawing.height = top
        drawing.write(head, "head", left, width)
        reached = max(reached, drawing.height)
    drawing.height = reached + GAP
