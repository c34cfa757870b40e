"""The real month's pages, as a reader meets them: in Chromium, with a keyboard, on a phone, on paper.

What holds for every page is in tests/test_every_page.py.
"""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from phulien_analysis.publishing.markup import fit
from phulien_analysis.publishing.pages import TEMPLATE, TEMPLATES

ROOT = Path(__file__).parents[1]
MONTH, WARD = "2025-07", "phu-lien"
PHONE, DESK = 360, 1280
MOST_BYTES_OF_SECTION = 50_000
MOST_BYTES_OF_EDITION, MOST_BYTES_OF_BOTH = 1_499_000, 2_508_000


@pytest.fixture(scope="module")
def edition(july_edition: Path) -> Path:
    """The real month, published in both languages."""
    return july_edition


def pages(edition: Path) -> list[Path]:
    """Every page of the edition, in both languages, and the list of editions."""
    return [edition.parents[1] / "index.html", *sorted(edition.rglob("*.html"))]


def opened(context: BrowserContext, page: Path) -> Page:
    """A page in a window of its own."""
    window = context.new_page()
    window.goto(page.as_uri())
    return window


SHEET = TEMPLATES / TEMPLATE / "style.css"
WHOLE_SHEET = "css => { document.querySelector('style').textContent = css }"
LOOKS = """() => [...document.body.querySelectorAll("*")].map(tag => {
    const style = getComputedStyle(tag);
    return [...style].filter(name => !name.startsWith("--")).map(name => style.getPropertyValue(name)).join();
})"""


@pytest.mark.parametrize(("page", "width", "media"), [
    ("index.html", DESK, "screen"),
    ("justice.html", PHONE, "screen"),
    ("justice.html", DESK, "print"),
])  # fmt: skip
def test_a_page_looks_as_with_the_whole_style_sheet(
    browser: Browser, edition: Path, page: str, width: int, media: Literal["print", "screen"]
) -> None:
    """The rules that a page leaves out would change no element of it: not on a phone, not on paper."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    window = opened(context, edition / page)
    window.emulate_media(media=media)
    cut = window.evaluate(LOOKS)
    window.evaluate(WHOLE_SHEET, SHEET.read_text("utf-8"))
    assert len(cut) > 200
    assert len(cut[0]) > 1000
    assert window.evaluate(LOOKS) == cut
    context.close()


def test_code_and_data_open_without_javascript(browser: Browser, edition: Path) -> None:
    """With scripts switched off the code is hidden, and a click on its summary shows it."""
    context = browser.new_context(java_script_enabled=False)
    window = opened(context, edition / "budget-revenue.html")
    code = window.locator("details.code").first
    assert not code.locator("pre").first.is_visible()
    code.locator("summary").click()
    assert code.locator("pre").first.is_visible()
    context.close()


def test_the_skip_link_is_first_and_leads_to_the_content(browser: Browser, edition: Path) -> None:
    """The first Tab shows a link past the head of the page, and following it moves the focus there."""
    context = browser.new_context()
    window = opened(context, edition / "index.html")
    window.keyboard.press("Tab")
    assert window.locator("a.skip").evaluate("link => link === document.activeElement && link.offsetLeft >= 0")
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.id") == "content"
    context.close()


def test_a_wide_table_from_elsewhere_is_scrolled_with_the_keyboard(browser: Browser, edition: Path) -> None:
    """On a phone a table wider than the window, and not ours, takes the focus, and the arrow keys move it."""
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    window = opened(context, edition / "findings.html")
    content = fit("<table><caption>pandas</caption><tr>" + "<td>1234567890</td>" * 20 + "</tr></table>", {})
    window.evaluate("html => { document.querySelector('main').innerHTML = html }", content)
    window.evaluate(WHOLE_SHEET, SHEET.read_text("utf-8"))
    region = window.get_by_role("region").first
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    region.focus()
    window.keyboard.press("ArrowRight")
    for _ in range(100):  # it moves smoothly
        window.wait_for_timeout(50)
        if moved := region.evaluate("region => region.scrollLeft"):
            break
    assert moved > 0
    assert window.evaluate("document.documentElement.scrollWidth") == PHONE
    context.close()


def test_a_table_on_a_phone_says_the_heading_of_each_cell(browser: Browser, edition: Path) -> None:
    """A row's name has a line of its own; below it each cell follows its heading, and it is a table to who hears it."""
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    window = opened(context, edition / "budget-revenue.html")
    table = window.get_by_role("table", name="Số báo cáo ghi và số tính lại")
    row = table.get_by_role("row").nth(1)
    name, stated = row.get_by_role("rowheader").bounding_box(), row.get_by_role("cell").first.bounding_box()
    assert name is not None
    assert stated is not None
    assert name["y"] + name["height"] <= stated["y"]
    assert row.get_by_role("cell").first.evaluate("td => getComputedStyle(td, '::before').content") == '"Báo cáo ghi"'
    assert table.get_by_role("columnheader").all_text_contents()[1] == "Báo cáo ghi"
    context.close()


def test_accented_letters_are_not_cut(browser: Browser, edition: Path) -> None:
    """Lines are high enough for letters with two accents, such as ``Ễ``, in text, headings and tables."""
    context = browser.new_context()
    window = opened(context, edition / "budget-revenue.html")
    ratios = window.evaluate("""
        ["body", "h1", "h2", "td", "caption", "nav a"].map(name => {
            const style = getComputedStyle(document.querySelector(name));
            return parseFloat(style.lineHeight) / parseFloat(style.fontSize);
        })
    """)
    context.close()
    assert min(ratios) >= 1.39


def test_paper_carries_what_readers_need_and_nothing_to_click(browser: Browser, edition: Path) -> None:
    """In print the lists of pages, the code and the links around are gone; what the page rests on stays."""
    context = browser.new_context(color_scheme="dark")
    window = opened(context, edition / "public-investment.html")
    window.emulate_media(media="print")
    for gone in ("nav", ".ways", ".turn", "details.code", ".skip"):
        assert not window.locator(gone).first.is_visible(), gone
    assert window.locator("footer").is_visible()
    assert window.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()


def test_a_page_is_read_with_the_keyboard_alone(browser: Browser, edition: Path) -> None:
    """Tab reaches every stop of a page once, in its order, the skip link first; Enter opens what is folded."""
    context = browser.new_context()
    window = opened(context, edition / "household-businesses.html")
    stops = window.evaluate("""
        [...document.querySelectorAll("a[href]:not([tabindex='-1']), summary, [tabindex='0']")]
            .filter(stop => stop.checkVisibility()).map((stop, place) => stop.dataset.stop = place).length
    """)
    reached = []
    for _ in range(stops):
        window.keyboard.press("Tab")
        reached.append(window.evaluate("Number(document.activeElement.dataset.stop)"))
    assert stops > 20
    assert reached == list(range(stops))
    folded = window.locator("details").first
    folded.locator("summary").first.focus()
    assert not folded.evaluate("one => one.open")
    window.keyboard.press("Enter")
    assert folded.evaluate("one => one.open")
    context.close()


@pytest.mark.parametrize("injected", [
    "<script>document.title = 'run'</script>", "<img src='data:,' alt='' onerror=\"document.title = 'run'\">",
    "<svg><script>document.title = 'run'</script></svg>",
    "<script src='data:text/javascript,document.title=1'></script>",
])  # fmt: skip
def test_no_script_runs_on_a_page(browser: Browser, edition: Path, tmp_path: Path, injected: str) -> None:
    """What got past every check would still be stopped, by the page's own policy."""
    page = (edition / "index.html").read_text("utf-8")
    context, said = browser.new_context(), []
    window = context.new_page()
    window.on("console", lambda message: said.append(message.text))
    (spoiled := tmp_path / "spoiled.html").write_text(page.replace("</main>", f"{injected}</main>"), encoding="utf-8")
    window.goto(spoiled.as_uri())
    assert window.title() not in {"run", "1"}
    assert any("Content Security Policy" in text for text in said)
    context.close()


def test_a_link_that_is_a_script_does_nothing(browser: Browser, edition: Path, tmp_path: Path) -> None:
    """A click on ``javascript:`` changes nothing."""
    page = (edition / "index.html").read_text("utf-8")
    (spoiled := tmp_path / "spoiled.html").write_text(
        page.replace("</main>", "<a id='x' href=\"javascript:document.title='run'\">x</a></main>"), encoding="utf-8"
    )
    context = browser.new_context()
    window = opened(context, spoiled)
    window.locator("#x").click()
    window.wait_for_timeout(100)
    assert window.title() != "run"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_readers_own_colours_are_kept_to(browser: Browser, edition: Path, scheme: Literal["light", "dark"]) -> None:
    """With forced colours, light or dark, text on the page and in charts stands out from its ground, 4.5 to 1."""
    context = browser.new_context(color_scheme=scheme, forced_colors="active")
    window = opened(context, edition / "budget-revenue.html")
    colours = window.evaluate("""
        [...document.querySelectorAll("main p, main td a, figure svg text, nav a, summary")].map(one => {
            const style = getComputedStyle(one);
            return one.closest("svg") ? style.fill : style.color;
        })
    """)
    ground = window.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert len(colours) > 50
    assert [colour for colour in set(colours) if contrast(colour, ground) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """How much two colours of CSS stand out from each other (WCAG 2.2, contrast ratio).

    >>> contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    21.0
    """
    low, high = sorted(map(_luminance, (one, other)))
    return round((high + 0.05) / (low + 0.05), 2)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_pages_are_small(edition: Path) -> None:
    """A page is read over a slow line as well: with all it needs that of a section has less than 50 kB.

    The page of all findings may have 75 kB, that of all passports 173 kB, all pages in one file 190 kB.
    """
    most = {"report.html": 190_000, "figures.html": 173_000, "findings.html": 75_000}
    for page in pages(edition):
        assert page.stat().st_size < most.get(page.name, MOST_BYTES_OF_SECTION), page.name


def test_an_edition_is_small(edition: Path) -> None:
    """All files of the Vietnamese edition, data and notebooks, too, have less than 1.5 MB, with English 2.51 MB."""
    sizes = {file: file.stat().st_size for file in edition.rglob("*") if file.is_file() and file.suffix != ".pdf"}
    english = edition / "en"
    assert sum(size for file, size in sizes.items() if not file.is_relative_to(english)) <= MOST_BYTES_OF_EDITION
    assert sum(sizes.values()) <= MOST_BYTES_OF_BOTH
