"""Windows of days on the pages of the real month, as Chromium shows them on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

LINES_OF_WINDOWS = """() => [...document.querySelectorAll("bdi")]
  .filter((window) => window.checkVisibility() && !window.closest("thead"))
  .map((window) => {
    const range = document.createRange();
    range.selectNodeContents(window);
    return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size;
  })"""
"""How many lines each is on; the heads of narrow columns are left out, where there may be no room."""


@pytest.mark.parametrize("page", ["service-centre.html", "en/service-centre.html", "en/budget-revenue.html"])
def test_no_window_is_broken_on_a_phone(browser: Browser, july_edition: Path, page: str) -> None:
    """Each `01–19/7/2025` and `1–19 July 2025` stands on one line of a window 320 pixels wide, in text and tables."""
    context = browser.new_context(offline=True, viewport={"width": 320, "height": 640})
    try:
        shown = context.new_page()
        shown.goto((july_edition / page).as_uri())
        lines = shown.evaluate(LINES_OF_WINDOWS)
    finally:
        context.close()
    assert len(lines) > 3
    assert set(lines) == {1}
