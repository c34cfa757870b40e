"""Finishing touches on the HTML of a page's content: headings, tables and links.

Notebooks and views write each piece without knowing the page it will stand on; here the pieces are
fitted to it. The page's own title is its one ``h1``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag

HEADING = re.compile(r"^h[1-6]$")
FIGURES = "figures.html"  # the page of passports
NUMBER = re.compile(r'<a class="passport" href="[^"#]*#([^"]+)"')


def fit(content: str, notebooks: Mapping[str, str]) -> str:
    """The content of a page, fitted to it.

    - An opening ``h1`` is dropped: it is the title of a notebook in JupyterLab, and on a page the
      topic's label stands there. The other headings start at ``h2``, without skipping a level, and
      can be linked to.
    - A table can be scrolled, also with the keyboard, in a region named like its caption.
    - A link to a notebook (``notebooks``: file name to page) leads to its page.
    - A number with a passport is a link to it, on the page of passports.
    """
    soup = BeautifulSoup(content, "html.parser")
    _drop_title(soup)
    _fit_headings(soup)
    _wrap_tables(soup)
    for link in soup.find_all("a", href=True):
        name, mark, part = str(link["href"]).partition("#")
        link["href"] = notebooks.get(name, name) + mark + part
    _link_numbers(soup)
    return str(soup).strip()


def numbers_on(content: str) -> set[str]:
    """The names of the passports of the numbers that a content shows, fitted to its page."""
    return set(NUMBER.findall(content))


def anchor(text: str) -> str:
    """A heading's ``id``: its words without accents, joined by hyphens.

    >>> anchor("Đạt bao nhiêu so với dự toán?")
    'dat-bao-nhieu-so-voi-du-toan'
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "-".join(words) or "section"


def _drop_title(soup: BeautifulSoup) -> None:
    first = soup.find(HEADING)
    if first is None or first.name != "h1":
        return
    around = first.parent
    first.decompose()
    if around and around.name == "div" and not around.find(True):
        around.decompose()


def _fit_headings(soup: BeautifulSoup) -> None:
    above: list[str] = []
    taken = Counter({str(tag["id"]): 1 for tag in soup.find_all(id=True)})
    for heading in soup.find_all(HEADING):
        while above and above[-1] >= heading.name:
            above.pop()
        above.append(heading.name)
        heading.name = f"h{min(len(above) + 1, 6)}"
        if not heading.get("id"):
            heading["id"] = _unused(anchor(heading.get_text()), taken)


def _link_numbers(soup: BeautifulSoup) -> None:
    """Make links of the numbers; the first of each that is in sight can be linked to, as its passport does."""
    numbers = soup.find_all("data", value=True)
    spots: dict[str, Tag] = {}
    for number in sorted(numbers, key=lambda tag: tag.find_parent("details") is not None):
        spots.setdefault(str(number["value"]), number)
    for number in numbers:
        name, beside = str(number["value"]), number.get("class") == ["beside"]
        number.name = "a"
        number.attrs = {"class": "passport", "href": f"{FIGURES}#{name}"}
        if spots[name] is number:
            number["id"] = name
        if beside:
            number["tabindex"] = "-1"


def _wrap_tables(soup: BeautifulSoup) -> None:
    taken: Counter[str] = Counter()
    for table in soup.find_all("table"):
        region = table.find_parent(attrs={"role": "region"})
        if region is None:
            attributes = {"class": "table-scroll", "role": "region", "tabindex": "0"}
            region = table.wrap(soup.new_tag("div", attrs=attributes))
        caption = table.find("caption")
        name = caption.get_text(" ", strip=True) if caption else "table"
        region["aria-label"] = _unused(name, taken, " ({})")


def _unused(name: str, taken: Counter[str], suffix: str = "-{}") -> str:
    """The name itself the first time, then with a number."""
    taken[name] += 1
    return name if taken[name] == 1 else name + suffix.format(taken[name])
