"""From a drawing to SVG: matplotlib draws it, and what it writes is made fit to stand inside a page.

Real text, lengths across as shares of the width, one prefix for all ids of a chart, nothing to load from anywhere, and
the same bytes from the same drawing: no date, no version, no random id.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from phulien_analysis.charts.drawing import Box, Drawing, Line, Shape, Words
from phulien_analysis.charts.style import BLUE, PAINTS, SIZES, WIDTH, font

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_DRAWN = re.compile(r"shape-([0-9]+)")
_NUMBER = re.compile(r"-?[0-9.]+")
_POINTS_PER_INCH = 72
_STYLE = "display:block;max-width:36rem;margin:.5rem 0;overflow:visible;background:none"
Drawn = tuple[Shape, ET.Element]
"""A shape, and what matplotlib made of it."""


def chart_id(drawing: Drawing, *texts: str) -> str:
    """A name for a chart that is its own and the same every time: a hash of its texts and shapes."""
    content = "\n".join([*texts, *map(repr, drawing.shapes)])
    return f"chart-{hashlib.sha256(content.encode()).hexdigest()[:10]}"


def render(drawing: Drawing, name: str, alt: str) -> str:
    """The drawing as an ``<svg>`` element that says ``alt``; its ids begin with ``name``.

    It is as wide as its place: bars grow with it, letters do not.
    """
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE.strip("{}"),
            "width": "100%",
            "height": f"{drawing.height:g}",
            "role": "img",
            "aria-label": alt,
            "fill": "currentColor",
            "style": _STYLE,
        },
    )
    drawn = ET.fromstring(_drawn(drawing))  # noqa: S314 - what matplotlib has just written, nothing from outside
    hatches = list(drawn.iter(f"{_NAMESPACE}pattern"))
    if hatches:
        ET.SubElement(root, "defs").append(_hatch(hatches[0], name))
    root.extend(_groups(_found(drawn, drawing), name))
    return ET.tostring(root, encoding="unicode")


def _found(drawn: ET.Element, drawing: Drawing) -> list[Drawn]:
    groups = ((_DRAWN.fullmatch(group.get("id", "")), group) for group in drawn.iter(f"{_NAMESPACE}g"))
    return [(drawing.shapes[int(match[1])], group[0]) for match, group in groups if match]


def _groups(found: Sequence[Drawn], name: str) -> Iterator[ET.Element]:
    """A group for each paint, which says it once, the lowest first; then all texts in their order."""
    for paint, look in PAINTS.items():
        boxes = [_box(shape, path) for shape, path in found if isinstance(shape, Box) and shape.paint == paint]
        lines = [path for shape, path in found if isinstance(shape, Line) and shape.paint == paint]
        if boxes or lines:
            hatch = {"fill": f"url(#{name}-hatch)"} if paint == "derived" else {}
            group = ET.Element("g", {"class": f"chart-{paint}", **look, **hatch})
            group.extend([*boxes, *_lines(lines)])
            yield group
    texts = ET.Element("g", {"font-size": f"{SIZES['label'][0]:g}"})
    texts.extend(_text(shape, text) for shape, text in found if isinstance(shape, Words))
    yield texts


def _box(shape: Box, path: ET.Element) -> ET.Element:
    """A bar, as long as its share of the width; a sign beside a text has a length of its own."""
    numbers = [float(number) for number in _NUMBER.findall(path.get("d", ""))]
    (left, right), (top, bottom) = ((min(ends), max(ends)) for ends in (numbers[::2], numbers[1::2]))
    across = _length if shape.fixed else _share
    place = {"x": across(left), "y": _length(top), "width": across(right - left), "height": _length(bottom - top)}
    return ET.Element("rect", {name: length for name, length in place.items() if length != "0"})


def _lines(paths: Sequence[ET.Element]) -> Iterator[ET.Element]:
    """Upright lines: those at the left edge as one path."""
    places = [[float(number) for number in _NUMBER.findall(path.get("d", ""))] for path in paths]
    edge = "".join(f"M0 {_length(top)}V{_length(bottom)}" for x, top, _, bottom in places if not x)
    if edge:
        yield ET.Element("path", {"d": edge})
    for x, top, _, bottom in places:
        if x:
            ends = {"x1": _share(x), "x2": _share(x), "y1": _length(top), "y2": _length(bottom)}
            yield ET.Element("line", ends)


def _text(shape: Words, drawn: ET.Element) -> ET.Element:
    size, bold = SIZES[shape.letters]
    left = float(drawn.get("x", "")) - shape.indent
    look = {
        "x": _share(left) if left else "",
        "dx": f"{_length(shape.indent / size, 3)}em" if shape.indent else "",
        "y": _length(float(drawn.get("y", ""))),
        "font-size": f"{_length(size / SIZES['label'][0], 3)}em" if size != SIZES["label"][0] else "",
        "font-weight": "700" if bold else "",
    }
    text = ET.Element("text", {name: value for name, value in look.items() if value})
    text.text = drawn.text
    return text


def _share(length: float) -> str:
    """A length across as its share of the width."""
    return f"{_length(length / WIDTH * 100, 2)}%" if length else "0"


def _length(length: float, decimals: int = 1) -> str:
    return f"{length:.{decimals}f}".rstrip("0").rstrip(".")


def _hatch(pattern: ET.Element, name: str) -> ET.Element:
    """The hatch of derived bars under our own id."""
    own = {key: value for key, value in pattern.attrib.items() if key != "id"}
    copy = ET.Element("pattern", {"id": f"{name}-hatch", **own})
    lines = "".join(path.get("d", "") for path in pattern.iter(f"{_NAMESPACE}path"))
    ET.SubElement(copy, "path", {"d": _one_line(lines), "stroke": BLUE, "stroke-width": "1.5"})
    return copy


def _one_line(path: str) -> str:
    return " ".join(path.split())


def _drawn(drawing: Drawing) -> str:
    """What matplotlib makes of the drawing, whatever settings its user has; no state of pyplot is touched."""
    import matplotlib as mpl  # noqa: PLC0415 - only a drawing needs matplotlib
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "phulien"})
        figure = Figure(figsize=(WIDTH / _POINTS_PER_INCH, drawing.height / _POINTS_PER_INCH))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, WIDTH), ylim=(drawing.height, 0))
        axes.set_axis_off()
        for number, shape in enumerate(drawing.shapes):
            artist = _artist(axes, shape)
            artist.set_gid(f"shape-{number}")
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _artist(axes: Axes, shape: Shape) -> Artist:
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    if isinstance(shape, Box):
        hatch = "////" if shape.paint == "derived" else None
        box = Rectangle((shape.x, shape.y), shape.width, shape.height, hatch=hatch, clip_on=False)
        return axes.add_artist(box)
    if isinstance(shape, Line):
        return axes.vlines(shape.x, shape.top, shape.bottom, clip_on=False)
    return axes.text(
        shape.x + shape.indent,
        shape.y,
        shape.text,
        va="baseline",
        fontproperties=font(shape.letters),
        parse_math=False,
    )
