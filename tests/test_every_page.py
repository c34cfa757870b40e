"""What holds for every page of the real month, in both languages, as Chromium shows it without a network.

Every page is opened once, in one window, and looked at in all the ways in which it may be read; the tests say what was
seen.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import axe_playwright_python
import pytest
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


@pytest.fixture(scope="module")
def seen(browser: Browser, july_edition: Path) -> dict[str, Seen]:
    """Every page by its address, looked at with the network off."""
    pages = [july_edition.parents[1] / "index.html", *sorted(july_edition.rglob("*.html"))]
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


def test_all_pages_are_looked_at(seen: dict[str, Seen]) -> None:
    """The list of editions, and of each language overview, thirteen topics, findings, passports and booklet."""
    assert len(seen) == 1 + 2 * 17
    assert sum(len(one.links) for one in seen.values()) > 2000


def test_no_page_asks_for_anything_but_itself(seen: dict[str, Seen]) -> None:
    """Opening a page is one request, for the page: no font, script, image or icon is fetched."""
    for address, one in seen.items():
        assert [url for url in one.asked if not url.startswith("data:")] == [address]


def test_every_link_leads_somewhere(seen: dict[str, Seen]) -> None:
    """Links inside the site lead to files that are there, and to elements that are on the page."""
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
    assert dead == []


def test_no_page_breaks_a_rule_of_accessibility(seen: dict[str, Seen]) -> None:
    """axe-core finds nothing by the rules of WCAG 2.2 A and AA and of best practice."""
    assert told(seen, "rules") == ""


def test_contrast_is_large_enough_in_light_and_dark(seen: dict[str, Seen]) -> None:
    """axe-core finds nothing at the desk in the light, nor on a phone in the dark."""
    assert told(seen, "colours") == ""


def test_tables_headings_and_pictures_are_told(seen: dict[str, Seen]) -> None:
    """Tables have captions and scopes, headings leave out no level, pictures have words that are not nbconvert's."""
    assert told(seen, "broken") == ""


def test_the_focus_is_seen_at_every_stop(seen: dict[str, Seen]) -> None:
    """Whatever the keyboard reaches takes the focus, and has an outline then."""
    assert told(seen, "unfocused") == ""


def test_no_page_is_wider_than_the_window(seen: dict[str, Seen]) -> None:
    """At the desk, on a phone, at 400 % and with wide spacing only tables scroll sideways, inside their regions."""
    assert told(seen, "wide") == ""


def test_nothing_is_cut_off_when_text_is_spaced(seen: dict[str, Seen]) -> None:
    """At 400 % and with the spacing of WCAG 1.4.12 no text is hidden."""
    assert told(seen, "cut") == ""


def test_paper_is_white(seen: dict[str, Seen]) -> None:
    """Whatever the reader's scheme."""
    assert {one.paper for one in seen.values()} == {"rgb(255, 255, 255)"}


WRONG = """<!DOCTYPE html><html lang="en"><head><title>t</title><style>
a:focus { outline: none } .cut { overflow: hidden; height: 1em; line-height: 1em } body { background: #fff }
@media print { body { background: #000 } } .pale { color: #ccc }
</style></head><body><main><h1>t</h1><h3>left out a level</h3>
<table><tr><th>a</th></tr></table><img src="data:," alt="No description has been provided for this image">
<img src="data:,"><a href="gone.html">x</a><p class="pale">pale</p><p style="width: 400px">wide</p>
<p class="cut">cut off</p></main></body></html>"""


def test_the_look_would_see_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    """A page with one fault of each kind has every one of them told."""
    (page := tmp_path / "wrong.html").write_text(WRONG, encoding="utf-8")
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    window, one = Window(context.new_page()), Seen("wrong")
    window.page.goto(page.as_uri())
    window.look(one)
    context.close()
    assert set(one.broken) == {
        "a table without a caption",
        "a heading without a scope",
        "h3 after h1: left out a level",
        "nbconvert's words for no words",
        "a picture without words",
        "policy: ",
    }
    assert any(rule.startswith("image-alt: ") for rule in one.rules)
    assert any(rule.startswith("light: color-contrast: ") for rule in one.colours)
    assert one.unfocused == ["A.<MAIN."]
    assert [text.partition(" (")[2] for text in one.wide] == ["phone)", "400 %)", "400 %, spaced)"]
    assert one.cut == ["P.cut: cut off"]
    assert (one.paper, one.links) == ("rgb(0, 0, 0)", [f"{tmp_path.as_uri()}/gone.html"])
