"""What a paragraph or run of a DOCX file takes from its styles: font, raised, hidden, outline level, numbering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phulien_analysis.documents.docx_package import Element, W, attribute, child, is_on, number

_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class RunLook:
    """How a run looks, as far as its text depends on it."""

    font: str = ""
    raised: bool = False
    hidden: bool = False


class Styles:
    """The styles of a document; ``root`` is the part ``styles.xml``, or None where it has none."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(W + "style")
        self._by_id = {attribute(style, "styleId"): style for style in styles}
        self._default = child(root, "docDefaults", "rPrDefault", "rPr")
        plain = (s for s in styles if attribute(s, "type") == "paragraph" and attribute(s, "default") in {"1", "true"})
        self._normal = attribute(next(plain, None), "styleId")
        self._looks: dict[tuple[str, str], RunLook] = {}

    def look(self, run: Element, paragraph: Element | None) -> RunLook:
        """How a run looks: its own properties, then its style's, the paragraph's style's, the document's."""
        own = child(run, "rPr")
        styled = self._styled_look(attribute(child(own, "rStyle")), self.style_of(paragraph))
        return styled if own is None else _over(own, styled)

    def style_of(self, paragraph: Element | None) -> str:
        """The id of a paragraph's style."""
        return attribute(child(paragraph, "pPr", "pStyle"), default=self._normal)

    def outline_level(self, paragraph: Element) -> int:
        """The level of a heading, 1 to 9; 0 for body text."""
        for properties in self._paragraph_properties(paragraph):
            found = child(properties, "outlineLvl")
            if found is not None:
                level = number(attribute(found), 9)
                return level + 1 if 0 <= level < 9 else 0
        return 0

    def numbering(self, paragraph: Element) -> tuple[str, int | None, str]:
        """The id of a paragraph's list ("" where it has none), its level (None: the style's own), and its style."""
        style = self.style_of(paragraph)
        found = [p for p in map(_list_of, self._paragraph_properties(paragraph)) if p is not None]
        identity = next((attribute(child(p, "numId")) for p in found if child(p, "numId") is not None), "")
        level = next((number(attribute(child(p, "ilvl"))) for p in found if child(p, "ilvl") is not None), None)
        return ("" if identity == "0" else identity), level, style

    def _paragraph_properties(self, paragraph: Element) -> Iterator[Element | None]:
        yield child(paragraph, "pPr")
        yield from (child(style, "pPr") for style in self._chain(self.style_of(paragraph)))

    def _chain(self, identity: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._by_id.get(identity)
            if style is None:
                return
            yield style
            identity = attribute(child(style, "basedOn"))

    def _styled_look(self, run_style: str, paragraph_style: str) -> RunLook:
        key = (run_style, paragraph_style)
        if key not in self._looks:
            look = RunLook() if self._default is None else _over(self._default, RunLook())
            for style in [*self._chain(run_style), *self._chain(paragraph_style)][::-1]:
                properties = child(style, "rPr")
                look = look if properties is None else _over(properties, look)
            self._looks[key] = look
        return self._looks[key]


def _list_of(properties: Element | None) -> Element | None:
    return child(properties, "numPr")


def _over(properties: Element, look: RunLook) -> RunLook:
    """A look after run properties that lie over it."""
    raised, hidden = child(properties, "vertAlign"), is_on(properties, "vanish")
    return RunLook(
        font=_font(child(properties, "rFonts"), look.font),
        raised=look.raised if raised is None else attribute(raised) == "superscript",
        hidden=look.hidden if hidden is None else hidden,
    )


def _font(fonts: Element | None, otherwise: str) -> str:
    """The font of Latin letters: those of the old encodings are above ASCII, so ``hAnsi`` goes first."""
    if attribute(fonts, "hAnsiTheme") or attribute(fonts, "asciiTheme"):
        return ""
    return attribute(fonts, "hAnsi") or attribute(fonts, "ascii") or otherwise
