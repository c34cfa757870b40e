"""What holds for every page of the real month, in both languages, as Chromium shows it without a network.

Every page is opened once, in one window, and looked at in all the ways in which it may be read; the tests say what was
seen.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.pages_seen import DESK, Seen, Window, dead_links, look_at, told


@pytest.fixture(scope="module")
def seen(browser: Browser, july_edition: Path) -> dict[str, Seen]:
    """Every page by its address, looked at with the network off."""
    return look_at(browser, [july_edition.parents[1] / "index.html", *sorted(july_edition.rglob("*.html"))])


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
    assert dead_links(seen) == []


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
