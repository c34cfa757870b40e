"""Looking at pages: what Chromium shows of them without a network, in all the ways in which they may be read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import axe_playwright_python
from playwright.sync_api import Browser, Page

SCRIPT = Path(__file__).with_name("every_page.js").read_text("utf-8")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
ZOOMED = {"width": 320, "height": 256}  # a window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10)
OF_COLOURS = ["color-contrast", "link-in-text-block"]


@dataclass
class Seen:
    """What was seen on one page; of the lists all but links and ids should be empty."""

    page: str
    asked: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    unfocused: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    paper: str = ""


class Window:
    """A page in the browser, and what the script finds on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ask(self, name: str, about: object = None) -> Any:  # noqa: ANN401 - whatever the script finds
        """What a function of the script finds."""
        return self.page.evaluate(f"([about]) => {SCRIPT.strip()}.{name}(about)", [about])

    def look(self, seen: Seen) -> None:
        """Look at the page that is open in every way; it is spoiled afterwards."""
        found = self.ask("look")
        seen.broken, seen.links, seen.ids = found["broken"], found["links"], set(found["ids"])
        self.page.evaluate(AXE)
        seen.rules = self.ask("axe", {"without": OF_COLOURS})
        seen.unfocused = self.ask("hidden_focus")
        self.page.emulate_media(media="print", color_scheme="dark")
        seen.paper = self.page.evaluate("getComputedStyle(document.body).backgroundColor")
        self.page.emulate_media(media="screen", color_scheme="light")
        self._measure(seen)
        self._look_at_colours(seen)

    def _measure(self, seen: Seen) -> None:
        """How wide it is at the desk, on a phone, enlarged, and with the spacing that readers may ask for."""
        for way, size in (("desk", DESK), ("phone", PHONE), ("400 %", ZOOMED), ("400 %, spaced", ZOOMED)):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            if way.endswith("spaced"):
                self.ask("space")
            if (width := self.ask("width")) > size["width"]:
                seen.wide.append(f"{seen.page} is {width} wide ({way})")
            if way == "phone":
                seen.rules += [f"{way}: {rule}" for rule in self.ask("axe", {"only": ["target-size"]})]
        seen.cut = self.ask("cut")

    def _look_at_colours(self, seen: Seen) -> None:
        self.ask("thin_out")
        for scheme, size in (("light", DESK), ("dark", PHONE)):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            seen.colours += [f"{scheme}: {rule}" for rule in self.ask("axe", {"only": OF_COLOURS})]
        self.page.emulate_media(color_scheme="light")


def look_at(browser: Browser, pages: Iterable[Path]) -> dict[str, Seen]:
    """Every page by its address, looked at with the network off."""
    context = browser.new_context(offline=True, viewport=DESK)  # type: ignore[arg-type]
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    window, found = Window(context.new_page()), {}
    for page in pages:
        asked.clear()
        window.page.set_viewport_size(DESK)  # type: ignore[arg-type]
        window.page.goto(page.as_uri())
        one = found[page.as_uri()] = Seen(f"{page.parent.name}/{page.name}")
        window.look(one)
        one.asked = list(asked)
    context.close()
    return found


def told(seen: dict[str, Seen], what: str) -> str:
    """All of one kind that was found, page by page."""
    return "\n".join(f"{one.page}: {text}" for one in seen.values() for text in getattr(one, what))


def dead_links(seen: dict[str, Seen]) -> list[str]:
    """Links that lead away, to files that are not there, or to elements that are not on the page."""
    dead = []
    for address, one in seen.items():
        for link in set(one.links):
            page, _, anchor = link.partition("#")
            if urlsplit(link).scheme != "file":
                dead.append(f"{address} leads away: {link}")
            elif not Path(unquote(urlsplit(page).path)).is_file():
                dead.append(f"{address}: {link} is not there")
            elif anchor and page in seen and unquote(anchor) not in seen[page].ids:
                dead.append(f"{address}: {link} is not on that page")
    return dead
