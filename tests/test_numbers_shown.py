"""Every number of the real month's pages, in both languages, is made again from figures.json alone."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from phulien_analysis import Report
from phulien_analysis.calculations.sentences import Name
from phulien_analysis.catalogue import Catalogue, load_catalogue
from phulien_analysis.figures import Source, say_quantity
from phulien_analysis.messages import LANGS, Label, Lang, pieces, translate
from phulien_analysis.passports import named
from phulien_analysis.period import Period
from phulien_analysis.printed import Qualifier, format_number, round_outwards
from phulien_analysis.views.entries import say_interval

ROOT = Path(__file__).parents[1]
MOST_BYTES = 175_000
COUNTED = ("Figures and findings by topic", "Result")  # a table of findings, the chart of them: counts, no figures
Record = dict[str, Any]


@pytest.fixture(scope="module")
def edition(july_edition: Path) -> Path:
    """The real month, published in both languages."""
    return july_edition


def pages(edition: Path, lang: Lang) -> dict[str, BeautifulSoup]:
    """The pages of one language, read; not the booklet, which is mailed alone, and has no passports to lead to."""
    home = edition if lang == "vi" else edition / lang
    files = sorted(path for path in home.glob("*.html") if path.name != "report.html")
    return {path.name: BeautifulSoup(path.read_text("utf-8"), "lxml") for path in files}


def records(edition: Path) -> dict[str, Record]:
    """What figures.json holds, by the name of the passport."""
    document = json.loads((edition / "figures.json").read_text("utf-8"))
    rows = [row for kind in ("figures", "derived", "calculations") for row in document[kind]]
    found = {row["passport"]: row for row in rows}
    assert len(found) == len(rows)
    return found


@dataclass(frozen=True)
class Shop:
    """Makes again what a page shows from a record, with the library's own forms of numbers."""

    catalogue: Catalogue
    known: dict[str, Record]
    lang: Lang

    def shown(self, name: str, text: str) -> set[str]:
        """All that a link to the passport may say; ``text``, which it says, only tells to how many decimals."""
        record = self.known[name]
        if name.startswith("c-"):
            return set(self._calculation(record, text))
        return set(self._derived(record) if name.startswith("d-") else self._figure(record))

    def _said(self, number: str, unit: str, qualifier: Qualifier = "") -> str:
        return say_quantity(number, self.catalogue.units[unit], self.lang, qualifier)

    def _interval(self, record: Record, decimals: int) -> str:
        unit = self.catalogue.units[record["unit"]]
        low, high = (record[end] and Decimal(record[end]) * unit.scale for end in ("low", "high"))
        return say_interval((low, high), unit, decimals, self.lang)

    def _figure(self, record: Record) -> Iterator[str]:
        """As printed, which in English is in English form; charts write ``07`` as 7."""
        unit, qualifier = record["unit"], record["qualifier"]
        numbers = {record["printed"]} if self.lang == "vi" or record["value"] is None else set()
        if record["value"] is not None:
            value = Decimal(record["value"])
            numbers.add(format_number(value, self.lang))
            yield self._interval(record, -int(value.as_tuple().exponent) + (not qualifier))
        for number in numbers:
            yield from (number, self._said(number, unit, qualifier))

    def _derived(self, record: Record) -> Iterator[str]:
        value, decimals, qualifier = Decimal(record["value"]), record["decimals"], record["qualifier"]
        rounded = value
        if qualifier in {"at_least", "at_most"}:
            rounded = round_outwards(value, decimals, up=qualifier == "at_most")
        number = format_number(rounded, self.lang, decimals)
        yield from (number, self._said(number, record["unit"], qualifier), self._interval(record, decimals))

    def _calculation(self, record: Record, text: str) -> Iterator[str]:
        point = re.search(r"[,](\d+)" if self.lang == "vi" else r"[.](\d+)", text)
        decimals = len(point[1]) if point else 0
        if record["computed"] is not None:
            number = format_number(Decimal(record["computed"]), self.lang, decimals)
            yield from (number, self._said(number, record["unit"]), self._interval(record, decimals))
        for told in record["numbers"]:
            number = format_number(Decimal(told["value"]), self.lang, told["decimals"])
            points = translate("percentage points", self.lang)
            yield from (number, self._said(number, told["unit"]), f"{number} {points}")
        for operand in record["operands"]:
            yield from self._figure(self.known[operand])


NUMBER = "a[href^='figures.html#']:not(.way > a)"
"""What leads to a passport."""


def links(page: BeautifulSoup) -> list[Tag]:
    """The numbers that lead to a passport."""
    return page.select(NUMBER)


@pytest.mark.parametrize("lang", LANGS)
def test_every_number_shown_can_be_made_again(edition: Path, lang: Lang) -> None:
    """Each number that leads to a passport says what figures.json has for it, in the form of the page's language."""
    shop = Shop(load_catalogue(ROOT / "data"), records(edition), lang)
    seen = [(page, link) for page, soup in pages(edition, lang).items() for link in links(soup)]
    wrong = []
    for page, link in seen:
        name, text = (
            str(link["href"]).removeprefix("figures.html#"),
            link.get_text().removeprefix("≤\N{NO-BREAK SPACE}"),
        )
        text = text.removeprefix("≥\N{NO-BREAK SPACE}")
        if text not in (made := shop.shown(name, text)):
            wrong.append(f"{page}: {name} says {text!r}, figures.json gives {sorted(made)}")
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 850


@pytest.mark.parametrize("lang", LANGS)
def test_no_number_is_without_a_passport(edition: Path, lang: Lang) -> None:
    """In tables, answers and the month in brief a number that leads nowhere is a count, or a whole 100 %."""
    counted = {translate(text, lang) for text in COUNTED}
    bare = []
    for name, page in pages(edition, lang).items():
        cells = [td for td in cells_of_numbers(page) if not counted & set(headings(td))]
        shown = [*cells, *page.select("p.answer strong, .brief-row:not(:last-child) dd strong")]
        bare += [f"{name}: {tag.get_text()}" for tag in shown if re.search(r"\d", tag.get_text()) and not tag.find("a")]
    assert bare == []


def cells_of_numbers(page: BeautifulSoup) -> Iterator[Tag]:
    """The cells of columns of numbers, but for those of the passports themselves, which lead nowhere."""
    for table in page.select("table:not(:has(tr[id]))"):
        for name in (str(name) for name in table["class"] if re.fullmatch("n[0-9]", str(name))):
            yield from table.select(f"td:nth-child({name[1:]})")


def headings(cell: Tag) -> Sequence[str]:
    """The caption of the cell's table, and the heading of its rows."""
    table = cell.find_parent("table")
    assert table is not None
    return [str(tag.get_text()) for tag in table.select("caption, thead th:first-child")]


@pytest.mark.parametrize("lang", LANGS)
def test_every_number_of_a_finding_has_a_passport(july: Report, lang: Lang) -> None:
    """Without one are names, places, windows, how many parts, reasons of the catalogue, and “it would be 0”."""
    no_numbers = (Name, Source, Period, Label, int)
    for finding in july.finding_list:
        for text, thing in pieces(finding.message, lang):
            if re.search(r"\d", text.replace(" 0.", "")) and not isinstance(thing, no_numbers):
                assert named(thing, finding), f"{finding.id}: {text!r}"


def test_findings_on_pages_have_as_many_links_as_numbers(edition: Path, july: Report) -> None:
    """Nothing that a finding says with a passport lost it on the way to the page."""
    page = pages(edition, "en")["findings.html"]
    expected = sum(bool(named(thing, f)) for f in july.finding_list for _, thing in pieces(f.message, "en"))
    assert len(page.select(f"li.finding {NUMBER}")) == expected


@pytest.mark.parametrize("lang", LANGS)
def test_passports_and_numbers_lead_to_each_other(edition: Path, lang: Lang) -> None:
    """Every figure of figures.json has one row, and every page it names shows the number at the link's end."""
    read = pages(edition, lang)
    cards = {str(card["id"]): card for card in read["figures.html"].select("tr[id]")}
    assert set(cards) == {name for name in records(edition) if not name.startswith("c-")}
    for name, card in cards.items():
        back = [str(a["href"]).partition("#") for a in card.select("td > a") if str(a["href"]).endswith(f"#{name}")]
        assert back or name.startswith("d-"), f"{name} is on no page"
        for page, _, spot in back:
            number = read[page].find(id=spot)
            assert number is not None
            assert number["href"] == f"figures.html#{name}"


def test_the_page_of_passports_is_not_too_large(edition: Path) -> None:
    """It holds every figure of the month, and still is read over a slow line."""
    sizes = [(home / "figures.html").stat().st_size for home in (edition, edition / "en")]
    assert max(sizes) <= MOST_BYTES


def test_a_number_leads_to_its_passport_with_the_keyboard_alone(browser: Browser, edition: Path) -> None:
    """Without JavaScript: Tab to a number, Enter, and its row is in sight and stands out; the way back leads to it."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    window = context.new_page()
    window.goto((edition / "budget-revenue.html").as_uri())
    number = window.locator(f"p.answer {NUMBER}").first
    name = str(number.get_attribute("id"))
    for _ in range(60):
        window.keyboard.press("Tab")
        if window.locator(f"a#{name}:focus").count():
            break
    window.keyboard.press("Enter")
    window.wait_for_url(f"**/figures.html#{name}")
    card = window.locator(f"tr#{name}")
    assert window.locator("tr:target").count() == 1
    box = card.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 740 / 2
    ground, other = (window.locator(f"tbody tr:{at} > th").first for at in ("target", "not(:target)"))
    colours = [one.evaluate("tag => getComputedStyle(tag).backgroundColor") for one in (ground, other)]
    assert colours[0] != colours[1]
    card.locator(f'a[href="budget-revenue.html#{name}"]').click()
    assert window.locator(f"a#{name}:target").is_visible()
    context.close()


def test_a_number_in_a_table_is_large_enough_for_a_thumb(browser: Browser, edition: Path) -> None:
    """On a phone a number in a table can be hit over at least 24 × 24 pixels (WCAG 2.2, 2.5.8)."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    window = context.new_page()
    window.goto((edition / "budget-revenue.html").as_uri())
    boxes = window.locator(f"table {NUMBER}:visible").evaluate_all(
        "links => links.map(a => [a.offsetWidth, a.offsetHeight, a.textContent])"
    )
    assert boxes
    assert [text for width, height, text in boxes if width < 24 or height < 24] == []
    context.close()


def test_paper_shows_numbers_without_decoration(browser: Browser, edition: Path) -> None:
    """In print nothing tells that a number was a link."""
    context = browser.new_context()
    window = context.new_page()
    window.goto((edition / "findings.html").as_uri())
    window.emulate_media(media="print")
    number = window.locator(f"li.finding {NUMBER}").first
    assert number.evaluate("a => getComputedStyle(a).textDecorationLine") == "none"
    context.close()
