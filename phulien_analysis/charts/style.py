"""How every chart looks: sizes, letters and colours. All lengths are in the units of the drawing.

A drawing is measured as narrow as a phone (360 px) shows it. Where there is more room bars grow with it and letters
stay; where there is less, pages make letters smaller: what fits here fits everywhere. Labels stand above their bars: a
long Vietnamese name takes a line, and is never cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

Paint = Literal["pale", "strong", "second", "review", "derived", "axis", "mark"]
Letters = Literal["label", "value", "head", "small"]

WIDTH = 340.0
LINE = 18.0
"""From one line of text to the next."""
DESCENT = 6.0
"""From where letters stand to the end of their line: Vietnamese has dots below."""
BAR = 13.0
GAP = 10.0
"""Between one row and the next; two columns stand twice as far apart."""
SPACE = 5.0
"""Between the end of a bar and its number."""

SIZES: Mapping[str, tuple[float, bool]] = {
    "label": (14, False),
    "value": (14, True),
    "head": (13, True),
    "small": (12.5, False),
}
"""Letters: their size, and whether they are bold. A page draws them in its own; DejaVu Sans, that texts are measured
with, is wider than most."""

BLUE, SKY = "#0072B2", "#56B4E9"
VERMILION = "#D55E00"
"""Colours of Okabe and Ito (2008), told apart by colour-blind readers; on white and on dark above 3:1, but for the
lighter blue, which has an edge in the darker. Vermilion is what is to be reviewed, and nothing else."""
PAINTS: Mapping[Paint, Mapping[str, str]] = {
    "pale": {"fill": "currentColor", "fill-opacity": ".13", "stroke": "currentColor", "stroke-opacity": ".6"},
    "strong": {"fill": BLUE},
    "second": {"fill": SKY, "stroke": BLUE},
    "review": {"fill": VERMILION},
    "derived": {"stroke": BLUE},
    "axis": {"fill": "none", "stroke": "currentColor", "stroke-opacity": ".6"},
    "mark": {"fill": "none", "stroke": "currentColor", "stroke-width": "2.5"},
}
"""From the lowest to the highest. What is no colour is that of the text around it, and so follows a dark page."""


@cache
def font(letters: Letters) -> FontProperties:
    """The letters that texts are measured and placed with; they come with matplotlib, so they are always there."""
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - only a drawing needs matplotlib

    size, bold = SIZES[letters]
    return FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")


@cache
def text_width(text: str, letters: Letters) -> float:
    """How wide a text is."""
    from matplotlib.textpath import text_to_path  # noqa: PLC0415

    return float(text_to_path.get_text_width_height_descent(text, font(letters), ismath=False)[0])


def wrapped(text: str, letters: Letters, width: float) -> list[str]:
    """The text in lines that are no wider than ``width``; a single word is never broken."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, letters) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
