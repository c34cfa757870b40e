"""The real month's pages, as a reader meets them: in Chromium, on a phone, in the dark, on paper.

The notebooks' cells are run in this process instead of in kernels, which is quicker and gives the same pages.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from phulien_analysis.notebooks import Pool
from phulien_analysis.publishing import Wanted, build_edition
from phulien_analysis.publishing.markup import fit
from phulien_analysis.publishing.pages import TEMPLATE, TEMPLATES

ROOT = Path(__file__).parents[1]
MONTH, WARD = "2025-07", "phu-lien"
PHONE, DESK = 360, 1280
MOST_BYTES, MOST_BYTES_OF_SECTION = 150_000, 60_000
MOST_BYTES_OF_EDITION = 1_700_000


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real month, published in both languages."""
    out = tmp_path_factory.mktemp("browser") / "site"
    wanted = Wanted(MONTH, WARD, ("vi", "en"))
    with Pool() as pool:
        built = build_edition(wanted, data=ROOT / "data", notebooks=ROOT / "notebooks", out=out, pool=pool)
    return built.folder


def pages(edition: Path) -> list[Path]:
    """Every page of the edition, in both languages, and the list of editions."""
    return [edition.parents[1] / "index.html", *sorted(edition.rglob("*.html"))]


def opened(context: BrowserContext, page: Path) -> Page:
    """A page in a window of its own."""
    window = context.new_page()
    window.goto(page.as_uri())
    return window


@dataclass
class Visit:
    """What was seen when every page was opened once in one kind of window."""

    asked: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def visit(browser: Browser, edition: Path, width: int, scheme: Literal["light", "dark"]) -> Visit:
    """Open every page, and ask axe-core about it; of the English ones, which are made alike, about the overview."""
    seen = Visit()
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.on("request", lambda request: seen.asked.append(request.url))
    window = context.new_page()
    for page in pages(edition):
        name = f"{page.parent.name}/{page.name}"
        window.goto(page.as_uri())
        seen.opened.append(page.as_uri())
        if (needed := window.evaluate("document.documentElement.scrollWidth")) > width:
            seen.wide.append(f"{name} is {needed} wide")
        if page.parent.name != "en" or page.name == "index.html":
            for rule in Axe().run(window, options={"resultTypes": ["violations"]}).response["violations"]:
                seen.broken.append(f"{name}: {rule['id']}: {rule['nodes'][0]['html'][:120]}")
    context.close()
    return seen


@pytest.fixture(scope="module")
def at_the_desk(browser: Browser, edition: Path) -> Visit:
    """Every page in a wide, light window."""
    return visit(browser, edition, DESK, "light")


@pytest.fixture(scope="module")
def on_the_phone(browser: Browser, edition: Path) -> Visit:
    """Every page in a narrow, dark window."""
    return visit(browser, edition, PHONE, "dark")


def test_no_page_is_wider_than_the_window(at_the_desk: Visit, on_the_phone: Visit) -> None:
    """On a phone and on a desk no page scrolls sideways."""
    assert at_the_desk.wide + on_the_phone.wide == []


def test_no_page_asks_for_anything_but_itself(at_the_desk: Visit) -> None:
    """Opening a page is one request, for the page: no font, script, image or icon is fetched."""
    assert [url for url in at_the_desk.asked if not url.startswith("data:")] == at_the_desk.opened


def test_no_page_breaks_a_rule_of_accessibility(at_the_desk: Visit, on_the_phone: Visit) -> None:
    """axe-core finds nothing on any page, light or dark: contrast, names, headings, tables, landmarks."""
    broken = at_the_desk.broken + on_the_phone.broken
    assert not broken, "\n".join(broken)


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


def test_pages_are_small(edition: Path) -> None:
    """A page is read over a slow line as well: with all it needs it has less than 150 kB, that of a section 60 kB.

    The page of all passports may have 200 kB, all pages in one file 230 kB.
    """
    most = {"report.html": 230_000, "figures.html": 200_000, "findings.html": MOST_BYTES}
    for page in pages(edition):
        assert page.stat().st_size < most.get(page.name, MOST_BYTES_OF_SECTION), page.name


def test_an_edition_is_small(edition: Path) -> None:
    """All files of the Vietnamese edition, with data, workbook and notebooks, have less than 1.7 MB."""
    english = edition / "en"
    files = [file for file in edition.rglob("*") if file.is_file() and not file.is_relative_to(english)]
    assert sum(file.stat().st_size for file in files) < MOST_BYTES_OF_EDITION
