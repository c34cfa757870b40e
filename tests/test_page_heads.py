"""What the head of a page tells: description, languages, previews, the data; and that none of it runs."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from phulien_analysis import PhulienError
from phulien_analysis.audience import PUBLIC
from phulien_analysis.publishing import site_address
from tests.made_up import MONTH, WARD
from tests.made_up_site import World, without_kernels

ADDRESS = "https://example.org/s/"
HOSTILE = "</script><script>document.title='run'</script>&<b>"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A made-up site whose notebooks are taken for executed."""
    monkeypatch.setattr("phulien_analysis.publishing.editions.run_notebooks", without_kernels([]))
    return World(tmp_path)


def head(world: World, page: str) -> dict[str, str]:
    """The meta and link elements of a page by their names."""
    soup = world.soup(page)
    found = {str(m.get("name") or m.get("property") or m.get("http-equiv")): str(m["content"])
             for m in soup.select("head meta[content]")}  # fmt: skip
    return found | {str(link.get("hreflang") or link.get("type") or link["rel"][0]): str(link["href"])
                    for link in soup.select("head link")}  # fmt: skip


def dataset(world: World, page: str) -> dict[str, object]:
    """The description of the data in a page."""
    (block,) = world.soup(page).select("script")
    assert dict(block.attrs) == {"type": "application/ld+json"}
    found: dict[str, object] = json.loads(str(block.string))
    return found


def test_without_an_address_pages_name_each_other_and_stay_out_of_search(world: World) -> None:
    """Languages lead to each other by relative links; no address is canonical, and search engines are kept out."""
    world.build(languages=("vi", "en"))
    for page, here, there in (("made-up-topic.html", "vi", "en"), ("en/made-up-topic.html", "en", "vi")):
        found = head(world, page)
        assert (found[here], found["robots"]) == ("made-up-topic.html", "noindex")
        assert (world.shown / page).parent.joinpath(found[there]).resolve().is_file()
        assert "canonical" not in found
        assert "og:url" not in found
    assert (
        found["description"]
        == "Figures of the report of Made-up Ward for July 2025, as printed, with its calculations redone."
    )
    assert (found["og:title"], found["og:locale"], found["og:locale:alternate"]) == ("Made-up topic", "en_GB", "vi_VN")


def test_with_an_address_links_are_whole(world: World) -> None:
    """Canonical address, both languages and the previews are those of the site; search engines are asked in."""
    world.build(languages=("vi", "en"), url=ADDRESS, audience=PUBLIC)
    home = f"{ADDRESS}{WARD}/{MONTH}/"
    found = head(world, "en/index.html")
    assert found["canonical"] == found["og:url"] == found["en"] == f"{home}en/index.html"
    assert found["vi"] == f"{home}index.html"
    assert found["robots"] == "index, follow"
    (csv,) = (d for d in dataset(world, "en/index.html")["distribution"] if d["encodingFormat"] == "text/csv")  # type: ignore[attr-defined]
    assert csv["contentUrl"] == f"{home}figures.csv"


def test_the_data_are_described(world: World) -> None:
    """schema.org/Dataset: name, window, place, and every file that can be taken away, which is there."""
    world.build(languages=("vi", "en"))
    about = dataset(world, "en/index.html")
    assert about["@type"] == "Dataset"
    assert about["temporalCoverage"] == "2025-07-01/2025-07-31"
    assert about["name"] == "Made-up Ward, Made-up City, July 2025"
    files = [d["contentUrl"] for d in about["distribution"]]  # type: ignore[attr-defined]
    assert sorted(files) == ["../figures.csv", "../figures.json", "../findings.json", "figures.xlsx", "report.html"]
    assert all((world.shown / "en" / file).resolve().is_file() for file in files)


def test_a_change_of_address_is_published(world: World) -> None:
    """What was asked for is part of what an edition rests on: with another address it is another edition."""
    first = world.build()
    assert not world.build().changed
    assert world.build(url=ADDRESS).name != first.name


def test_a_hostile_label_stays_text(world: World, browser: Browser) -> None:
    """A name that ends the block of data, or opens a script, does nothing: not in the head, not on the page."""
    table = world.data / "wards.csv"
    table.write_text(table.read_text("utf-8").replace("Phường Giả Định", HOSTILE), encoding="utf-8")
    world.build()
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    for name in ("index.html", "report.html"):
        page.goto((world.shown / name).resolve().as_uri())
        assert HOSTILE in page.title()
    page.goto((world.shown / "index.html").resolve().as_uri())
    assert page.locator("script").count() == 1
    assert said == []
    page.close()


@pytest.mark.parametrize(
    "wrong", ["example.org", "ftp://example.org", "https://", "https://example.org/?q=1", "javascript:x"]
)
def test_a_wrong_address_is_told(wrong: str) -> None:
    """The address of a site is one that a browser can open."""
    with pytest.raises(PhulienError, match="is not the address of a site"):
        site_address(wrong)


def test_an_address_ends_in_a_slash() -> None:
    """So that what is joined to it stands inside it; none is none."""
    assert [site_address(url) for url in ("", "https://example.org", ADDRESS)] == ["", "https://example.org/", ADDRESS]
