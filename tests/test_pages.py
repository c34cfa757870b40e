import json
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang
from phulien_analysis.publishing.editions import say_document
from phulien_analysis.publishing.markup import anchor, fit
from phulien_analysis.publishing.outputs import as_html
from phulien_analysis.report import Document
from tests.made_up import MONTH, WARD
from tests.made_up_site import DRAWING, NOTEBOOKS, PAGES, PARAMETERS, World, tree


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world whose month was published in both languages, by real kernels. It is only looked at."""
    world = World(tmp_path_factory.mktemp("published"))
    world.build(languages=("vi", "en"))
    return world


def test_an_edition_holds_the_files_of_the_contract(published: World) -> None:
    """Pages, figures, findings and executed notebooks; English in ``en/``; a manifest; and nothing else."""
    notebooks = {f"notebooks/{name}.ipynb" for name in NOTEBOOKS}
    root = {*PAGES, *notebooks}
    expected = root | {f"en/{name}" for name in root}
    expected |= {"figures.csv", "figures.json", "findings.json", "manifest.json"}
    expected |= {f"{home}{name}" for home in ("", "en/") for name in ("figures.xlsx", "report.html")}
    assert set(tree(published.shown.resolve())) == expected


def test_the_month_is_a_relative_link_to_its_edition(published: World) -> None:
    """``<ward>/<month>`` is a link that still leads there when the site is moved."""
    target = published.shown.readlink()
    assert not target.is_absolute()
    assert target.parts[:-1] == ("..", ".editions", WARD, MONTH)
    assert len(target.name) == 16
    assert {path.name for path in published.out.iterdir()} == {".editions", WARD, "index.html", "feed.xml"}


def test_a_host_without_links_gets_its_copy_by_cp(published: World, tmp_path: Path) -> None:
    """``cp -rL`` of the ward's folder makes real folders with every file."""
    subprocess.run(["cp", "-rL", published.out / WARD, tmp_path / WARD], check=True)
    copy = tmp_path / WARD / MONTH
    assert not copy.is_symlink()
    assert tree(copy) == tree(published.shown.resolve())


def test_the_same_input_gives_the_same_bytes_in_another_folder(published: World, tmp_path: Path) -> None:
    """A second run, elsewhere, differs in no byte of any file, nor in the edition's name."""
    world = World(tmp_path / "elsewhere")
    world.build(languages=("vi", "en"))
    assert tree(world.out) == tree(published.out)


def test_the_manifest_lists_inputs_and_outputs(published: World) -> None:
    """Schema, key and the hash of every file that went in and came out."""
    manifest = json.loads((published.shown / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["schema"], manifest["ward"], manifest["month"]) == (1, WARD, MONTH)
    assert len(manifest["key"]) == 16
    files = tree(published.shown.resolve())
    del files["manifest.json"]
    assert manifest["outputs"] == files
    assert list(manifest["inputs"]["data"])[:3] == ["crosschecks.csv", "datapackage.json", "indicators.csv"]
    assert f"{WARD}/{MONTH}.csv" in manifest["inputs"]["data"]
    assert list(manifest["inputs"]["notebooks"]) == [f"{name}.ipynb" for name in NOTEBOOKS]
    assert "publishing/" in manifest["inputs"]["code"]
    assert {"python", "phulien_analysis", "matplotlib"} <= set(manifest["inputs"]["environment"])
    assert manifest["inputs"]["languages"] == ["vi", "en"]


@pytest.mark.parametrize("page", [f"{home}{page}" for home in ("", "en/") for page in (*PAGES, "report.html")])
def test_a_page_is_one_well_formed_file_that_asks_for_nothing(published: World, page: str) -> None:
    """HTML that a strict parser takes, no script but data, nothing loaded, and a policy that forbids both."""
    text = (published.shown / page).read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    soup = BeautifulSoup(text, "html5lib")
    assert not soup.find_all(["iframe", "object", "embed"])
    assert {str(script.get("type")) for script in soup.find_all("script")} <= {"application/ld+json"}
    loading = [tag for tag in soup.find_all(src=True) if not str(tag["src"]).startswith("data:")]
    assert not loading
    assert [link["href"] for link in soup.find_all("link") if link["rel"] != ["alternate"]] == ["data:,"]
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    assert policy["content"] == (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in text.replace("url(#", "")
    assert len(text.encode()) < 40_000


@pytest.mark.parametrize(("page", "lang", "shown", "hidden"), [
    ("index.html", "vi", "Có gì đáng chú ý?", "What stands out?"),
    ("en/index.html", "en", "What stands out?", "Có gì đáng chú ý?"),
])  # fmt: skip
def test_a_page_speaks_one_language(published: World, page: str, lang: str, shown: str, hidden: str) -> None:
    """Cells tagged with the other language are left out, untagged ones stay, and parameters name the language."""
    soup = published.soup(page)
    text = soup.get_text()
    assert (soup.html or soup).get("lang") == lang
    assert shown in text
    assert hidden not in text
    assert "For both" in text
    assert f"{WARD} {MONTH} {lang} data" in text


def test_the_pages_of_both_languages_lead_to_each_other(published: World) -> None:
    """Each page has a link to itself in the other language, marked with that language."""
    for page, href, lang in (("findings.html", "en/findings.html", "en"), ("en/index.html", "../index.html", "vi")):
        (link,) = published.soup(page).select("header a[hreflang]")
        assert (link["href"], link["hreflang"], link["lang"]) == (href, lang, lang)


def test_headings_begin_with_the_topic_and_skip_no_level(published: World) -> None:
    """One ``h1``, the topic's label in place of the notebook's own title; below it no level is left out."""
    overview = [(h.name, h.get_text()) for h in published.soup("index.html").main.find_all(["h1", "h2", "h3", "h4"])]  # type: ignore[union-attr]
    topic = [(h.name, h.get_text()) for h in published.soup("made-up-topic.html").select("main :is(h1, h2, h3, h4)")]
    assert overview == [("h1", "Tổng quan"), ("h2", "Có gì đáng chú ý?")]
    assert topic == [("h1", "Chuyên đề giả định"), ("h2", "Bảng"), ("h3", "Chi tiết")]


def test_a_page_has_a_title_a_way_to_the_content_and_a_list_of_pages(published: World) -> None:
    """The title names topic, ward and month; the first link skips to the content; the page itself is marked."""
    soup = published.soup("made-up-topic.html")
    assert soup.title is not None
    assert soup.title.get_text() == "Chuyên đề giả định – Phường Giả Định, tháng 7/2025"
    skip = soup.select("a")[0]
    assert soup.select_one(str(skip["href"])) == soup.main
    links = soup.select("nav a")
    assert [link["href"] for link in links] == list(PAGES)
    assert [link["href"] for link in links if link.get("aria-current") == "page"] == ["made-up-topic.html"]
    assert [link["href"] for link in soup.select(".turn a")] == ["index.html", "empty-topic.html"]


def test_code_is_there_once_at_the_end_and_closed(published: World) -> None:
    """The code that ran stands in one closed ``details`` after all that the page shows.

    With the parameters that were given: those that they took the place of are in the notebook.
    """
    (block,) = published.soup("index.html").select("main details.code")
    cells = block.select("pre")
    assert not block.has_attr("open")
    assert 'month = "2025-07"' in cells[0].get_text(), "what papermill put in is not shown"
    assert PARAMETERS not in [cell.get_text() for cell in cells]
    assert block.summary.get_text() == f"Mã của trang này ({len(cells)} ô)"  # type: ignore[union-attr]
    assert not block.find("table")
    assert not block.find_next_siblings(class_=["output", "prose"])


def test_tables_can_be_scrolled_with_the_keyboard(published: World) -> None:
    """A table stands in a region that has its caption as name and can take the focus."""
    table = published.soup("made-up-topic.html").select_one("main table")
    assert table is not None
    assert table.parent is not None
    assert (table.parent["role"], table.parent["tabindex"], table.parent["aria-label"]) == ("region", "0", "Số liệu")
    assert "1 < 2" in table.get_text()


def test_images_have_words(published: World) -> None:
    """A drawing is an image whose name is the alternative text in the output's metadata."""
    picture = published.soup("made-up-topic.html").select_one("figure.chart [role=img]")
    assert picture is not None
    assert picture["aria-label"] == "Một hình vẽ"
    assert picture.find("svg") is not None


def test_links_to_notebooks_lead_to_their_pages(published: World) -> None:
    """A link that works in JupyterLab works on the page; links elsewhere stay."""
    prose_links = [a["href"] for a in published.soup("index.html").select(".prose a")]
    assert prose_links == ["made-up-topic.html", "https://example.org/law"]


def test_a_page_says_what_it_rests_on(published: World) -> None:
    """The footer names the document, what is unknown of it, the hashes of data and code, and the files."""
    manifest = json.loads((published.shown / "manifest.json").read_text(encoding="utf-8"))
    footer = published.soup("en/index.html").footer
    assert footer is not None
    said = [" ".join(dd.get_text().split()) for dd in footer.find_all("dd")]
    assert said[0] == "title unknown, number unknown, date unknown, status unknown"
    assert len(said[1]) == 16
    assert said[2].startswith(f"phulien_analysis {manifest['inputs']['environment']['phulien_analysis']} ")
    files = [a["href"] for a in footer.find_all("a")]
    data = ["../figures.csv", "../figures.json", "../findings.json"]
    assert files == ["figures.xlsx", "report.html", *data, "../../feed.xml", "notebooks/00_overview.ipynb"]


@pytest.mark.parametrize(("document", "lang", "said"), [
    (("12/BC-UBND", "2025-07-23", "signed"), "en", "no. 12/BC-UBND, dated 23 July 2025, signed"),
    (("12/BC-UBND", "2025-07-03", "draft"), "vi", "số 12/BC-UBND, ngày 03/7/2025, dự thảo"),
    (("", "", ""), "vi", "số chưa rõ, ngày chưa rõ, tình trạng chưa rõ"),
    (("7", "end of July", "draft"), "en", "no. 7, dated end of July, draft"),
])  # fmt: skip
def test_number_date_and_state_of_the_document_are_said(document: tuple[str, str, Any], lang: Lang, said: str) -> None:
    """What is known is written in the page's language, what is not is said to be unknown."""
    number, day, state = document
    known = Document(month=MONTH, title="", number=number, date=day, state=state, sha256="")
    assert say_document(known, lang) == said


# The pieces of a page


@pytest.mark.parametrize(("content", "levels"), [
    ("<h1>Title</h1><h2>a</h2><h3>b</h3>", "h2 h3"),
    ("<h3>a</h3><h5>b</h5><h3>c</h3>", "h2 h3 h2"),
    ("<h2>a</h2><h1>b</h1><h2>c</h2>", "h2 h2 h3"),
    ("<h2>a</h2><h3>b</h3><h4>c</h4><h5>d</h5><h6>e</h6>", "h2 h3 h4 h5 h6"),
])  # fmt: skip
def test_headings_are_fitted_to_the_page(content: str, levels: str) -> None:
    """They start at ``h2`` and go down one level at a time; an opening ``h1`` is the page's own title."""
    soup = BeautifulSoup(fit(content, {}), "html.parser")
    assert " ".join(tag.name for tag in soup.find_all(True)) == levels


def test_headings_said_twice_have_names_of_their_own() -> None:
    """Two headings with the same words, or a word that is an ``id`` already, can each be linked to."""
    soup = BeautifulSoup(fit('<p id="so-lieu">x</p><h2>Số liệu</h2><h2>Số liệu</h2><h2>?</h2>', {}), "html.parser")
    assert [tag["id"] for tag in soup.find_all("h2")] == ["so-lieu-2", "so-lieu-3", "section"]


def test_an_anchor_is_made_of_plain_letters() -> None:
    """Accents and ``đ`` become plain letters, so that a link can be typed."""
    assert anchor("Đạt bao nhiêu (%) so với dự toán?") == "dat-bao-nhieu-so-voi-du-toan"


def test_a_table_in_a_region_of_its_own_stays_in_it_and_names_differ() -> None:
    """Two tables with one caption have two names; a region that is there is used, a table without caption named."""
    region = '<div role="region" tabindex="0" aria-label="x"><table><caption>Thu</caption></table></div>'
    soup = BeautifulSoup(fit(f"{region}<table><caption>Thu</caption></table><table></table>", {}), "html.parser")
    assert [tag["aria-label"] for tag in soup.find_all(role="region")] == ["Thu", "Thu (2)", "table"]


def test_a_link_to_a_part_of_a_notebook_leads_to_that_part_of_its_page() -> None:
    """The part after ``#`` stays; links that are not to a notebook of the edition stay as they are."""
    html = fit('<a href="01_a.ipynb#x">x</a><a href="02_b.ipynb">x</a><a href="#x">x</a>', {"01_a.ipynb": "a.html"})
    links = BeautifulSoup(html, "html.parser").find_all("a")
    assert [link["href"] for link in links] == ["a.html#x", "02_b.ipynb", "#x"]


def output(data: dict[str, str], **metadata: object) -> dict[str, Any]:
    """An output of a cell."""
    return {"output_type": "display_data", "data": data, "metadata": metadata}


@pytest.mark.parametrize(("shown", "html"), [
    ({"output_type": "stream", "name": "stdout", "text": "\x1b[31m1 < 2\x1b[0m\n"}, '<pre class="text">1 &lt; 2</pre>'),
    (output({"text/plain": "<Table>", "text/html": "<b>x</b>"}), "<b>x</b>"),
    (output({"text/plain": "<Table>"}), '<pre class="text">&lt;Table&gt;</pre>'),
    (
        output({"image/png": "iVBO\nRw0K", "text/plain": "x"}, alt='a "b"'),
        '<figure class="chart"><img src="data:image/png;base64,iVBORw0K" alt="a &#34;b&#34;"></figure>',
    ),
    (
        output({"image/svg+xml": f'<?xml version="1.0"?><!DOCTYPE svg>{DRAWING}'}, **{"image/svg+xml": {"alt": "<"}}),
        f'<figure class="chart"><div class="picture" role="img" aria-label="&lt;">{DRAWING}</div></figure>',
    ),
])  # fmt: skip
def test_an_output_is_shown_in_its_best_form(shown: dict[str, Any], html: str) -> None:
    """HTML before drawings, drawings before text; text is escaped, images have their words."""
    assert as_html(shown, "one.ipynb, cell [1]") == html


@pytest.mark.parametrize(("shown", "said"), [
    ({"output_type": "error", "ename": "KeyError", "evalue": "'x'"}, "ends in KeyError: 'x'; only a notebook that ran"),
    (output({"image/png": "AA"}), "shows an image without words"),
    (output({"application/javascript": "x"}), "shows application/javascript; a page can show text/html"),
    (output({}), "shows nothing; a page can show text/html"),
])  # fmt: skip
def test_an_output_that_no_page_can_show_is_told(shown: dict[str, Any], said: str) -> None:
    """Errors, images without words and scripts are refused, with the place."""
    with pytest.raises(PhulienError) as caught:
        as_html(shown, "one.ipynb, cell [1]")
    assert str(caught.value).startswith("one.ipynb, cell [1] ")
    assert said in str(caught.value)
