"""The pictures of the README, taken anew of the pages of the real month: `make pictures`.

Look at each before it is committed. Letters are those of the machine that takes them, so nothing compares their bytes.
"""

import tempfile
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.golden_edition import ROOT, build
from tests.programs import needs

DOCS = ROOT / "docs"
GAP = 24  # pixels between phones


@dataclass(frozen=True)
class View:
    """A page as seen in a window, scrolled to an element or not."""

    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    start: str = ""


PICTURES = {
    "overview": (View("index.html", 1280, 1080),),
    "section": (View("budget-revenue.html", 1280, 1080),),
    "phone": (
        View("en/index.html", 360, 1000),
        View("service-centre.html", 360, 1000, "dark", "main h2"),
        View("en/index.html", 360, 1000, "light", "main .figures"),
    ),
}


def taken(browser: Browser, address: str, view: View) -> bytes:
    """What the window shows, as WebP, a third of a PNG of it."""
    page = browser.new_page(viewport={"width": view.width, "height": view.height}, color_scheme=view.scheme)
    page.goto(address)
    if view.start:
        page.locator(view.start).first.evaluate("element => scrollTo(0, element.getBoundingClientRect().top - 16)")
    shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 80})
    page.close()
    return b64decode(shot["data"])


def beside(browser: Browser, views: tuple[View, ...], shots: list[bytes]) -> bytes:
    """Pictures in a row, on white."""
    images = "".join(f'<img src="data:image/webp;base64,{b64encode(shot).decode()}">' for shot in shots)
    row = f"data:text/html,<body style='margin:0;display:flex;gap:{GAP}px;background:white'>{images}"
    width = sum(view.width + GAP for view in views) - GAP
    return taken(browser, row, View("", width, max(view.height for view in views)))


def main() -> None:
    """Build the month, and take every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        edition = build(Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=needs("chromium"), args=["--no-sandbox"])
        for name, views in PICTURES.items():
            shots = [taken(browser, (edition / view.page).as_uri(), view) for view in views]
            picture = shots[0] if len(shots) == 1 else beside(browser, views, shots)
            (DOCS / f"{name}.webp").write_bytes(picture)
        browser.close()


if __name__ == "__main__":
    main()
