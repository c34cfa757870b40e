"""Pages that are not the real internal ones: July for the public, and a made-up ward that reports next to nothing.

Looked at like every page of the real month (`tests/test_every_page.py`), but for those that differ in nothing.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.made_up_editions import FEW, MONTH, publish
from tests.pages_seen import Seen, dead_links, look_at, told
from tests.test_markup_is_valid import LATER_THAN_THE_CHECKER, errors

ROOT = Path(__file__).parents[1]
OF_THE_PUBLIC = ("index", "budget-revenue", "justice", "security-order", "figures", "report", "en/index", "en/justice")
OF_FEW = (
    "index",
    "near-poverty",
    "security-order",
    "service-centre",
    "figures",
    "report",
    "en/index",
    "en/near-poverty",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both editions, published."""
    return publish(ROOT / "data", ROOT / "notebooks", tmp_path_factory.mktemp("further"))


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Path]:
    """The list of editions, and of each edition the pages that are looked at."""
    public, few = (site / ward / MONTH for ward in ("phu-lien", FEW))
    return [
        site / "index.html",
        *(public / f"{page}.html" for page in OF_THE_PUBLIC),
        *(few / f"{page}.html" for page in OF_FEW),
    ]


@pytest.fixture(scope="module")
def seen(browser: Browser, pages: list[Path]) -> dict[str, Seen]:
    """What Chromium shows of them."""
    return look_at(browser, pages)


@pytest.mark.parametrize("what", ["rules", "colours", "wide", "broken", "unfocused", "cut"])
def test_nothing_is_wrong_with_them(seen: dict[str, Seen], what: str) -> None:
    """By axe, light and dark; nor is anything too wide, cut off, broken, or over what has the focus."""
    assert len(seen) == 17
    assert told(seen, what) == ""


def test_they_ask_for_nothing_but_themselves(seen: dict[str, Seen]) -> None:
    """Each page is one request, with the network off."""
    assert {address: one.asked for address, one in seen.items()} == {address: [address] for address in seen}


def test_their_links_lead_somewhere(seen: dict[str, Seen]) -> None:
    """To a file that is there and, on pages that were looked at, to an element that is there."""
    assert dead_links(seen) == []


def test_the_public_is_shown_no_finding_and_the_ward_says_what_it_does_not_report(pages: list[Path]) -> None:
    """So these pages are others than those of the real internal edition."""
    texts = {page: page.read_text("utf-8") for page in pages}
    public = [text for page, text in texts.items() if "phu-lien" in page.parts]
    assert len(public) == 8
    assert not any("class=finding" in text or 'class="finding' in text for text in public)
    (empty,) = (text for page, text in texts.items() if page.name == "near-poverty.html" and page.parent.name != "en")
    assert "Tháng này báo cáo không nêu." in empty


def test_the_checker_of_markup_finds_no_error(pages: list[Path]) -> None:
    """Of the W3C, on the same pages."""
    found = [error for error in errors(*pages) if error["message"] not in LATER_THAN_THE_CHECKER]
    assert found == []
