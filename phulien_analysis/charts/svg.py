"""From a drawing to SVG: matplotlib draws it, and what it writes is made fit to stand inside a page.

Real text that scales with the drawing, one prefix for all ids of a chart, nothing to load from anywhere, and the same
bytes from the same drawing: no date, no version, no random id.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from phulien_analysis.charts.drawing import Box, Drawing, Line, Shape, Words
from phulien_analysis.charts.style import BLUE, FONTS, PAINTS, SIZES, WIDTH, font

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_DRAWN = re.compile(r"([a-z]+)-[0-9]+")
_POINTS_PER_INCH = 72
_STYLE = "display:block;width:100%;max-width:24rem;height:auto;margin:0.5rem 0;background:none"


def chart_id(drawing: Drawing, *texts: str) -> str:
    """A name for a chart that is its own and the same every time: a hash of its texts and shapes."""
    content = "\n".join([*texts, *map(repr, drawing.shapes)])
    return f"chart-{hashlib.sha256(content.encode()).hexdigest()[:10]}"


def render(drawing: Drawing, name: str, title: str, alt: str) -> str:
    """The drawing as an ``<svg>`` element with title and description; its ids begin with ``name``."""
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE.strip("{}"),
            "viewBox": f"0 0 {WIDTH:g} {drawing.height:g}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": FONTS,
            "fill": "currentColor",
            "style": _STYLE,
        },
    )
    ET.SubElement(root, "title", {"id": f"{name}-title"}).text = title
    ET.SubElement(root, "desc", {"id": f"{name}-desc"}).text = alt
    drawn = ET.fromstring(_drawn(drawing))  # noqa: S314 - what matplotlib has just written, nothing from outside
    hatches = list(drawn.iter(f"{_NAMESPACE}pattern"))
    if hatches:
        ET.SubElement(root, "defs").append(_hatch(hatches[0], name))
    root.extend(_elements(drawn, name))
    return ET.tostring(root, encoding="unicode")


def _elements(drawn: ET.Element, name: str) -> Iterator[ET.Element]:
    """One element per shape, with our paint instead of matplotlib's."""
    for group in drawn.iter(f"{_NAMESPACE}g"):
        match = _DRAWN.fullmatch(group.get("id", ""))
        if match:
            yield _painted(group[0], match[1], name)


def _painted(element: ET.Element, paint: str, name: str) -> ET.Element:
    tag = element.tag.removeprefix(_NAMESPACE)
    if tag != "text":
        fill = {"fill": f"url(#{name}-hatch)"} if paint == "derived" else {}
        return ET.Element(
            tag, {"class": f"chart-{paint}", "d": _one_line(element.get("d", "")), **PAINTS[paint], **fill}
        )
    size, bold = SIZES[paint]
    weight = {"font-weight": "700"} if bold else {}
    place = {"x": element.get("x", ""), "y": element.get("y", "")}
    text = ET.Element(tag, {"class": f"chart-{paint}", **place, "font-size": f"{size:g}", **weight})
    text.text = element.text
    return text


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
            artist.set_gid(f"{shape.letters if isinstance(shape, Words) else shape.paint}-{number}")
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
        shape.x,
        shape.y,
        shape.text,
        va="baseline",
        fontproperties=font(shape.letters),
        parse_math=False,
    )
