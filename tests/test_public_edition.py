"""The public edition of the real July: every file of it, byte by byte, without what it must not tell."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from phulien_analysis import Report, load_report
from phulien_analysis.audience import PUBLIC
from phulien_analysis.disclosure.protection import protect
from phulien_analysis.notebooks import Pool
from phulien_analysis.publishing import Wanted, build_edition

ROOT = Path(__file__).parents[1]
MONTH, WARD = "2025-07", "phu-lien"
HINTS = re.compile(
    r"to review|redone|recomput|do(es)? not agree|worth checking|not enough to tell|not a well-formed"
    r"|rà soát|tính lại|chưa khớp|khớp hoặc|phát hiện|chưa đủ căn cứ|chưa đúng quy cách|findings?\.(html|json)",
    re.IGNORECASE,
)
OF_THE_CODE = re.compile(r'^ +"[\w./-]+": "[0-9a-f]{64}",?$', re.MULTILINE)  # names of source files in the manifest
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """July for the public, in both languages."""
    out = tmp_path_factory.mktemp("public") / "site"
    wanted = Wanted(MONTH, WARD, ("vi", "en"), audience=PUBLIC)
    with Pool() as pool:
        built = build_edition(wanted, data=ROOT / "data", notebooks=ROOT / "notebooks", out=out, pool=pool)
    return built.folder


def texts(edition: Path) -> dict[str, str]:
    """Every file of the edition and of the site around it as text; a workbook unpacked."""
    found: dict[str, str] = {}
    for path in [*edition.rglob("*"), edition.parent / "feed.xml", *edition.parents[1].glob("*.*")]:
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
                for name in book.namelist():
                    found[f"{path.name}:{name}"] = book.read(name).decode("utf-8")
        elif path.is_file():
            found[str(path.relative_to(edition.parents[1]))] = path.read_text("utf-8")
    return found


def words(text: str) -> str:
    """A text without style sheets, markup and the manifest's hashes; other spaces as ordinary ones."""
    bare = re.sub(r"<[^>]+>", " ", STYLE.sub(" ", OF_THE_CODE.sub(" ", text)))
    return re.sub(r"\s+", " ", bare)


def test_nothing_hints_at_what_is_left_out(edition: Path) -> None:
    """No file speaks of calculations redone, of findings or of anything to review; no page of findings is made."""
    hints = {
        name: sorted({match[0] for match in HINTS.finditer(words(text))})
        for name, text in texts(edition).items()
        if HINTS.search(words(text))
    }
    assert hints == {}
    assert not list(edition.rglob("findings.*"))


def test_no_heading_is_left_without_what_stood_below_it(edition: Path) -> None:
    """Below each heading there is a paragraph, a list, a table or a chart before the next heading of its level."""
    empty = []
    for page in sorted(edition.rglob("*.html")):
        main = BeautifulSoup(page.read_text("utf-8"), "html5lib").find("main")
        assert isinstance(main, Tag)
        for heading in main.find_all(["h2", "h3"]):
            after = next((one for one in heading.find_all_next(True) if one.name not in {"a", "span", "code"}), None)
            if after is None or (after.name in {"h1", "h2", "h3"} and after.name <= heading.name):
                empty.append(f"{page.name}: {heading.get_text()}")
    assert empty == []


def test_the_navigation_has_no_page_that_is_not_there(edition: Path) -> None:
    """Sixteen entries less that of all findings: fourteen topics, and where each figure comes from."""
    for folder in ("", "en"):
        page = BeautifulSoup((edition / folder / "index.html").read_text("utf-8"), "html5lib")
        hrefs = [str(link["href"]) for link in page.select("nav a")]
        assert len(hrefs) == 15
        assert all((edition / folder / href).is_file() for href in hrefs)


def test_no_finding_is_told(edition: Path, july: Report) -> None:
    """Not one sentence, id or passport of the 100 findings and more stands in any file, in either language."""
    everything = "\n".join(words(text) for text in texts(edition).values())
    told = [
        said
        for finding in july.finding_list
        for said in (finding.id, re.sub(r"\s+", " ", finding.say("vi")), re.sub(r"\s+", " ", finding.say("en")))
        if said in everything
    ]
    assert len(july.finding_list) > 100
    assert told == []


def test_no_digit_of_a_withheld_figure_is_left(edition: Path, july: Report) -> None:
    """Ten figures of July are kept back: what files say of them holds their place, and no number but the group's."""
    hidden = protect(july)
    assert len(hidden) == 10
    document = json.loads((edition / "figures.json").read_text("utf-8"))
    rows = {row["source"]: row for row in document["figures"]}
    for source, status in hidden.items():
        row = rows[source]
        ends = ("1", "4") if status == "grouped" else (None, None)
        assert (row["status"], row["printed"], row["value"], row["low"], row["high"]) == (status, "", None, *ends)
        assert row["reason_vi"]
        assert row["reason_en"]
    for folder, told in (("", {"không công bố", "dưới 5"}), ("en", {"withheld", "fewer than 5"})):
        numbers = [number_of(edition / folder / "figures.html", rows[source]["passport"]) for source in hidden]
        assert {re.sub(r"(?<=5)\s.*", "", number) for number in numbers} == told


def number_of(page: Path, passport: str) -> str:
    """The number in the row of a figure, with its unit."""
    found = re.search(rf"<tr id={passport}>.*?<td>(?:<a [^>]*>)?(.*?)<(?:small|/a|td)>", page.read_text("utf-8"))
    assert found, passport
    return found[1]


def test_a_notebook_reads_what_the_public_reads(edition: Path) -> None:
    """The executed notebooks hold neither the cells that are left out nor a number that is withheld."""
    notebook = json.loads((edition / "notebooks" / "11_security_order.ipynb").read_text("utf-8"))
    tags = {tag for cell in notebook["cells"] for tag in cell["metadata"].get("tags", [])}
    assert tags.isdisjoint({"findings", "review"})
    assert "dưới 5" in json.dumps(notebook, ensure_ascii=False)
    assert not [cell for cell in notebook["cells"] if "views.findings" in "".join(cell["source"])]


def test_the_manifest_holds_no_hash_of_the_full_data(edition: Path) -> None:
    """A hash of the file with all digits would let anybody try out the few that a small count can have."""
    from phulien_analysis.publishing.manifest import hashes  # noqa: PLC0415 - only here

    manifest = json.loads((edition / "manifest.json").read_text("utf-8"))
    assert manifest["inputs"]["options"] == {"audience": "public", "findings": "known"}
    full = hashes(ROOT / "data")
    changed = {f"{WARD}/{MONTH}.csv", f"{WARD}/{MONTH}.statements.csv"}
    assert {name for name in full if full[name] not in (edition / "manifest.json").read_text("utf-8")} >= changed


def test_the_rest_is_as_it_was(edition: Path, july: Report) -> None:
    """All 213 figures have their row, 203 with their digits; every derived figure of July is there."""
    document = json.loads((edition / "figures.json").read_text("utf-8"))
    printed = [row["printed"] for row in document["figures"]]
    assert (len(printed), len([text for text in printed if text])) == (213, 203)
    assert len(document["derived"]) == len(july.derived_list)
    assert document["calculations"] == []


def test_internal_data_are_untouched() -> None:
    """The policy belongs to editions: whoever loads the month sees all of it."""
    report = load_report(MONTH, WARD, ROOT / "data")
    assert not [figure for figure in report.figure_list if figure.is_withheld]
