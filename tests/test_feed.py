"""The Atom feeds: valid by RFC 4287, with ids that stay and dates of the data."""

import re
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree

from phulien_analysis.publishing.feed import ATOM, Entry, atom
from tests.made_up import MONTH, WARD
from tests.made_up_site import FIGURES, World, without_kernels

NAMES = {"a": ATOM}
ENTRY = Entry("made-up-ward", "Phường Giả Định", "2025-07", "", {"vi": "2025-07/index.html"})


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A made-up site whose notebooks are taken for executed."""
    monkeypatch.setattr("phulien_analysis.publishing.editions.run_notebooks", without_kernels([]))
    return World(tmp_path)


def texts(feed: bytes, path: str) -> list[str]:
    """What an XPath finds in a feed."""
    return [str(found) for found in etree.fromstring(feed).xpath(path, namespaces=NAMES)]  # type: ignore[union-attr]


def check(feed: bytes) -> None:
    """Hold a feed against RFC 4287: what must stand once in feed and entry, and in which form."""
    root = etree.fromstring(feed)
    for node in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"a:{name}", NAMES)) == 1, (node.tag, name)
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", node.findtext("a:id", "", NAMES))
        assert datetime.fromisoformat(node.findtext("a:updated", "", NAMES)).tzinfo is not None
        assert node.findtext("a:title", "", NAMES)
    assert root.findall("a:author/a:name", NAMES), "a feed whose entries have no author must have one"
    for entry in root.findall("a:entry", NAMES):
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in entry.findall("a:link", NAMES)]
        assert "alternate" in {rel for rel, *_ in links}, "an entry without content must have an alternate link"
        assert len(links) == len(set(links)), "no two alternate links may have the same type and language"
    assert len(root.findall("a:link[@rel='self']", NAMES)) == 1
    ids = texts(feed, "//a:id/text()")
    assert len(ids) == len(set(ids))


def test_the_site_and_each_ward_have_a_feed(world: World) -> None:
    """Both are valid, newest month first, and lead from where they stand to pages that are there, in each language."""
    world.write_month(*FIGURES, month="2025-08")
    world.build(languages=("vi", "en"))
    world.build(month="2025-08")
    for path in (world.out / "feed.xml", world.out / WARD / "feed.xml"):
        feed = path.read_bytes()
        check(feed)
        assert texts(feed, "//a:entry/a:title/text()") == [
            "Phường Giả Định, tháng 8/2025",
            "Phường Giả Định, tháng 7/2025",
        ]
        hrefs = texts(feed, "//a:entry/a:link/@href")
        assert len(hrefs) == 3
        assert all((path.parent / href).is_file() for href in hrefs)
    assert texts((world.out / "feed.xml").read_bytes(), "//a:entry/a:id/text()") == texts(feed, "//a:entry/a:id/text()")


def test_published_again_an_entry_is_the_same(world: World) -> None:
    """Ids and dates do not depend on when a month was published, nor on what was changed in it."""
    world.build()
    before = (world.out / "feed.xml").read_bytes()
    world.write_month(*FIGURES[:2])
    world.build()
    assert (world.out / "feed.xml").read_bytes() == before


@pytest.mark.parametrize(("dated", "updated"), [
    ("", date(2025, 7, 31)),
    ("2025-07-22", date(2025, 7, 31)),
    ("2025-08-04", date(2025, 8, 4)),
    ("soon", date(2025, 7, 31)),
])  # fmt: skip
def test_dates_are_those_of_the_data(dated: str, updated: date) -> None:
    """An entry speaks of the last day of its month, or of its document's date where that is later."""
    entry = Entry(ENTRY.ward, ENTRY.label, ENTRY.month, dated, ENTRY.hrefs)
    assert entry.updated == updated
    assert texts(atom("Số liệu", [], [entry], "vi"), "//a:updated/text()") == [f"{updated}T00:00:00+07:00"] * 2


def test_with_an_address_links_are_whole(world: World) -> None:
    """A feed reader far away needs whole addresses; they are given where the site's own is known."""
    world.build(url="https://example.org/s/")
    for folder, path in (("", "feed.xml"), (f"{WARD}/", f"{WARD}/feed.xml")):
        feed = (world.out / path).read_bytes()
        assert texts(feed, "/a:feed/a:link/@href") == [f"https://example.org/s/{folder}feed.xml"]
        assert texts(feed, "//a:entry/a:link/@href") == [f"https://example.org/s/{WARD}/{MONTH}/index.html"]


def test_what_stands_in_a_name_is_escaped() -> None:
    """A hostile name of a ward is text in the feed, and nothing else."""
    entry = Entry(ENTRY.ward, "<script>&x</script>", ENTRY.month, "", ENTRY.hrefs)
    feed = atom("Số liệu", [], [entry], "vi")
    check(feed)
    assert texts(feed, "//a:entry/a:title/text()") == ["<script>&x</script>, tháng 7/2025"]
    assert b"<script" not in feed


def test_pages_lead_to_the_feed(world: World) -> None:
    """Every page names the feed of its ward in its head and at its foot, from where it stands."""
    world.build(languages=("vi", "en"))
    for page in ("index.html", "en/index.html"):
        soup = world.soup(page)
        link = soup.select_one('link[type="application/atom+xml"]')
        assert link is not None
        assert urljoin(f"/{WARD}/{MONTH}/{page}", str(link["href"])) == f"/{WARD}/feed.xml"
        assert link["href"] in [a["href"] for a in soup.select("footer a")]
