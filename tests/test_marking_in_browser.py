"""The page of a checked document, as a reader meets it in Chromium: on a phone, in the dark, on paper, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from phulien_analysis.marking.pages import write_html
from tests.made_up_checked import TEXT, checked

PHONE, DESK = 360, 1280
LONG = TEXT + "".join(
    f"\n{n}. Việc {n}\nGiải ngân 480 triệu đồng/500 triệu đồng, đạt 86% kế hoạch.\n" for n in range(2, 30)
)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a made-up report with 30 findings."""
    target = tmp_path_factory.mktemp("page") / "page.html"
    write_html(checked(LONG), target)
    return target


@pytest.fixture
def window(browser: Browser, page_file: Path) -> Iterator[Page]:
    """The page in a wide window, with scripts switched off."""
    context = browser.new_context(viewport={"width": DESK, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    yield page
    context.close()


def top_of(window: Page, selector: str) -> float:
    """How far below the window's top edge an element begins."""
    box = window.locator(selector).bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (PHONE, "dark"), (DESK, "dark"), (PHONE, "light")])
def test_page_fits_asks_for_nothing_and_breaks_no_rule(
    browser: Browser, page_file: Path, width: int, scheme: str
) -> None:
    """At desk and phone width, light and dark: not wider than the window, one request, nothing found by axe-core."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    window = context.new_page()
    window.goto(page_file.as_uri())
    broken = Axe().run(window, options={"resultTypes": ["violations"]}).response["violations"]
    wide = window.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in broken] == []
    assert wide == width
    assert [url for url in asked if not url.startswith("data:")] == [page_file.as_uri()]


def test_findings_are_walked_through_by_keyboard_without_scripts(window: Page) -> None:
    """From the list to the second finding, on to the third, back to the list: each time it comes into sight."""
    window.locator("nav a[href='#finding-2']").press("Enter")
    assert 0 <= top_of(window, "#finding-2") < 500
    window.locator("#finding-2 a[rel=next]").press("Enter")
    assert 0 <= top_of(window, "#finding-3") < 500
    window.locator("#finding-3 a", has_text="Danh sách").press("Enter")
    assert window.url.endswith("#entry-3")
    assert 0 <= top_of(window, "#entry-3") < 500


def test_the_number_is_in_sight_with_its_finding(window: Page) -> None:
    """Who follows the list sees the paragraph with the number above the finding."""
    window.locator("nav a[href='#finding-9']").click()
    flag = window.locator(".document a.flag[href='#finding-9']").bounding_box()
    assert flag is not None
    assert 0 < flag["y"] < top_of(window, "#finding-9")


def test_paragraphs_without_findings_can_be_hidden(window: Page) -> None:
    """The box hides what has no finding, and shows it again, without scripts."""
    paragraph = window.locator("p", has_text="Đã cấp").first
    assert paragraph.is_visible()
    window.locator("#only").press("Space")
    assert not paragraph.is_visible()
    assert window.locator("#finding-1").is_visible()
    window.locator("#only").press("Space")
    assert paragraph.is_visible()


def test_list_stays_in_sight_beside_the_text(window: Page) -> None:
    """On a desk the list stands beside the document and does not leave the window when the last finding is read."""
    window.locator("nav a[href='#finding-29']").click()
    assert 0 <= top_of(window, "#entry-29") < 800
    assert 0 <= top_of(window, "#finding-29") < 800


def test_list_stands_before_the_text_on_a_phone(browser: Browser, page_file: Path) -> None:
    """On a phone the order is: what was found, the list, the document."""
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    window = context.new_page()
    window.goto(page_file.as_uri())
    tops = [top_of(window, selector) for selector in ("h1", "nav h2", "#document")]
    context.close()
    assert tops == sorted(tops)


def test_paper_carries_text_and_findings_and_nothing_to_click(window: Page) -> None:
    """In print the list, the filter and the links between findings are gone; text and findings stay."""
    window.emulate_media(media="print")
    for gone in ("nav", ".only", ".walk", ".skip"):
        assert not window.locator(gone).first.is_visible(), gone
    assert window.locator("#finding-1").is_visible()
    assert window.locator("p", has_text="Đã cấp").first.is_visible()
