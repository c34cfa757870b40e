"""report.html: all pages in one file whose anchors are unique and whose links lead inside it."""

from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from phulien_analysis.publishing.booklet import chapters
from tests.made_up_site import PAGES, World

PAGE_A = '<h2 id="so-lieu">Số liệu</h2><p><a href="b.html">b</a><a href="b.html#x">x</a><a href="#so-lieu">here</a></p>'
PAGE_B = '<h2 id="so-lieu">Số liệu</h2><p id="x">x</p>'


def chapter(content: str, name: str = "a.html") -> BeautifulSoup:
    """One page's chapter of a booklet of two pages."""
    pages = {"a.html": ("A", PAGE_A), "b.html": ("B", PAGE_B)} | {name: ("Title", content)}
    found = next(one for one in chapters(pages) if f"{one.name}.html" == name)
    return BeautifulSoup(found.content, "html.parser")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A made-up month, published in both languages."""
    world = World(tmp_path_factory.mktemp("booklet"))
    world.build(languages=("vi", "en"))
    return world


def test_links_between_pages_lead_inside() -> None:
    """A link to a page leads to its chapter, one to a place on a page to that place; both carry the page's name."""
    assert [a["href"] for a in chapter(PAGE_A).find_all("a")] == ["#b", "#b--x", "#a--so-lieu"]


def test_the_same_heading_on_two_pages_has_two_ids() -> None:
    """What is called alike on two pages is told apart by the page."""
    page_b = f'{PAGE_B}<a href="#so-lieu">here</a>'
    ids = [
        tag["id"] for name, text in (("a.html", PAGE_A), ("b.html", page_b)) for tag in chapter(text, name).select("h3")
    ]
    assert ids == ["a--so-lieu", "b--so-lieu"]


def test_what_nothing_leads_to_has_no_id() -> None:
    """A name that no link, label or drawing refers to is left out: a mailed file is linked to from nowhere else."""
    assert [tag.get("id") for tag in chapter('<p id="y">y</p><p id="x">x</p>', "b.html").find_all("p")] == [
        None,
        "b--x",
    ]


def test_a_link_to_a_file_becomes_words() -> None:
    """A mailed file has no neighbours; addresses elsewhere stay."""
    soup = chapter('<p><a href="figures.csv">figures.csv</a> <a href="https://example.org/law">law</a></p>')
    assert soup.get_text() == "figures.csv law"
    assert [a["href"] for a in soup.find_all("a")] == ["https://example.org/law"]


def test_what_a_drawing_refers_to_goes_with_it_and_colours_stay() -> None:
    """A clip path is renamed on both sides; a colour begins with the same sign and is none of its business."""
    soup = chapter('<svg aria-labelledby="t"><title id="t">a</title><path id="p"/><use href="#p"/>'
                   '<g clip-path="url(#p)" fill="#0f6a52" style="fill: url(#p)"/></svg>')  # fmt: skip
    drawn = soup.svg
    assert drawn is not None
    assert (drawn["aria-labelledby"], drawn.find("path")["id"], drawn.find("use")["href"]) == ("a--t", "a--p", "#a--p")  # type: ignore[index]
    assert drawn.g is not None
    assert (drawn.g["clip-path"], drawn.g["fill"]) == ("url(#a--p)", "#0f6a52")
    assert drawn.g["style"] == "fill: url(#a--p)"


def test_a_finding_is_told_once_in_the_chapter_of_its_topic() -> None:
    """What its chapter tells goes from the chapter of all findings, and what it only counts comes from there."""
    told, quiet, other = (f'<li class="finding" id="{name}">{name}</li>' for name in ("told", "quiet", "other"))
    way = '<p class="way"><a href="findings.html#tax">Further: 1</a></p>'
    every = (
        f'<table></table><h2 id="tax">Tax</h2><ul>{told}</ul><details><summary>Further: 1</summary>'
        f'<ul>{quiet}</ul></details><h2 id="roads">Roads</h2><ul>{other}</ul>'
    )
    pages = {"tax.html": ("Tax", f"<ul>{told}</ul>{way}<p>end</p>"), "findings.html": ("Findings", every)}
    tax, findings = chapters(pages)
    assert tax.content == (
        '<ul><li class="finding">told</li></ul><details><summary>Further: 1</summary>'
        '<ul><li class="finding">quiet</li></ul></details><p>end</p>'
    )
    assert findings.content == '<table></table><h3>Roads</h3><ul><li class="finding">other</li></ul>'


@pytest.mark.parametrize("name", ["report.html", "en/report.html"])
def test_the_booklet_holds_every_page_in_order(published: World, name: str) -> None:
    """Contents and chapters are those of the edition, headings go down without a leap, ids are unique.

    The passports are left out: nobody reads them from the beginning to the end.
    """
    soup = published.soup(name)
    (note,) = soup.select("section[aria-labelledby='findings'] > .note")
    assert (
        note.get_text()
        == {
            "report.html": "Từng phát hiện nằm trong chương của chủ đề tương ứng.",
            "en/report.html": "Each finding stands in the chapter of its topic.",
        }[name]
    )
    anchors = [page.removesuffix(".html") for page in PAGES if page != "figures.html"]
    assert [a["href"] for a in soup.select("#contents a")] == [f"#{anchor}" for anchor in anchors]
    assert [h["id"] for h in soup.select("h2.chapter-title")] == anchors
    levels = [int(h.name[1]) for h in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in soup.select('a[href^="#"]')} <= set(ids)


def test_the_booklet_stands_alone(published: World) -> None:
    """It leads nowhere but inside itself and to addresses, it holds no code, and it says what it rests on."""
    soup = published.soup("report.html")
    assert {a["href"] for a in soup.find_all("a") if not str(a["href"]).startswith("#")} == {"https://example.org/law"}
    assert soup.select("details.code, script, nav#pages") == []
    assert "phulien_analysis" in soup.footer.get_text()  # type: ignore[union-attr]
    assert soup.html["lang"] == "vi"  # type: ignore[index]


def test_a_chapter_leaves_the_page_as_it_is(published: World) -> None:
    """The words of a page are the words of its chapter, but for the code and the way to the next page."""
    page, booklet = published.soup("made-up-topic.html"), published.soup("report.html")
    for left_out in page.select("details.code, p.turn, p.ask, h1"):
        left_out.decompose()
    section = booklet.select_one('section[aria-labelledby="made-up-topic"]')
    assert section is not None
    assert page.main is not None
    section.h2.decompose()  # type: ignore[union-attr]
    assert section.get_text().split() == page.main.get_text().split()


def test_the_folder_holds_it_beside_the_pages(published: World) -> None:
    """Every page names it among its files, each in its own language."""
    for home in ("", "en/"):
        assert Path(published.shown / home / "report.html").is_file()
        hrefs = [a["href"] for a in published.soup(f"{home}index.html").select("footer a")]
        assert "report.html" in hrefs
        assert "figures.xlsx" in hrefs


def test_tables_of_two_chapters_are_told_apart() -> None:
    """A region that can be scrolled is named by its table, and by its chapter, for another may hold the same table."""
    region = chapter('<div role="region" aria-label="Thu ngân sách" tabindex="0"><table></table></div>').div
    assert region is not None
    assert region["aria-label"] == "Title: Thu ngân sách"


@pytest.mark.parametrize("every", [{}, {"findings.html": ("Findings", '<h2 id="roads">Roads</h2>')}])
def test_a_way_that_leads_to_no_findings_stays_as_it_is(every: dict[str, tuple[str, str]]) -> None:
    """Where the chapter of all findings is missing, or has none of the topic, there is nothing to tell in its place."""
    way = '<p class="way"><a href="findings.html#tax">Further: 1</a></p>'
    tax, *_ = chapters({"tax.html": ("Tax", way), **every})
    assert "Further: 1" in tax.content
