"""Labels that would run somewhere, through a whole run: in no file of the edition do they do anything."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import html5lib
import pytest
from lxml import etree

from phulien_analysis.cli import main
from phulien_analysis.csvfile import harmless
from tests.made_up import MONTH, TOPIC, WARD
from tests.made_up_site import PARAMETERS, World, code

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("javascript:alert(1)";"x")'
BREAKS_OUT = "\"'><svg onload=alert(1)>]]></style></textarea>{{7*7}}{x}%s"
LINK = "[x](javascript:alert(1)) <javascript:alert(1)>"
LABELS = {"total": SCRIPT, "part-a": FORMULA, "part-b": BREAKS_OUT}
SHOWN = [
    code(PARAMETERS, "parameters"),
    code("from phulien_analysis import load_report, views\nreport = load_report(month, ward, data, lang)"),
    code(f"views.answer(report, 'total', 'part-a', 'part-b')\nviews.summary(report, {TOPIC!r})"),
    code("views.figures(report, 'total', 'part-a', 'part-b', caption=('Bảng', 'Table'))"),
    code(f"views.findings(report, {TOPIC!r})"),
    code(f"views.notes(report, {TOPIC!r})"),
    code(f"views.all_figures(report, {TOPIC!r})"),
]


def quoted(value: str) -> str:
    """A value of a CSV file."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([value])
    return line.getvalue()


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of a world whose every label would run somewhere."""
    world = World(tmp_path_factory.mktemp("labels") / "world")
    indicators = (world.data / "indicators.csv").read_text("utf-8")
    for name, label in LABELS.items():
        for word in ("Chỉ tiêu", "Made-up"):
            indicators = indicators.replace(f"{word} {name}", quoted(label))
    (world.data / "indicators.csv").write_text(indicators, "utf-8")
    for file, old, new in (("topics", "Made-up topic", BREAKS_OUT), ("wards", "Made-up Ward", SCRIPT)):
        text = (world.data / f"{file}.csv").read_text("utf-8")
        text = (
            text.replace(old, quoted(new))
            .replace("Chuyên đề giả định", quoted(new))
            .replace("Phường Giả Định", quoted(new))
        )
        (world.data / f"{file}.csv").write_text(text, "utf-8")
    notes = f"topic,source,kind,indicator,note_vi,note_en\n{TOPIC},II,caveat,,{quoted(LINK)},{quoted(LINK)}\n"
    (world.data / WARD / f"{MONTH}.statements.csv").write_text(notes, "utf-8")
    title = f"month,title,number,date,state,sha256\n{MONTH},{quoted(SCRIPT)},{quoted(FORMULA)},,draft,\n"
    (world.data / WARD / "documents.csv").write_text(title, "utf-8")
    world.write_notebook("01_made_up", SHOWN)
    return world.build(languages=("vi", "en")).folder


def pages(edition: Path) -> list[Path]:
    """Every page of an edition, and the list of the site."""
    return [*sorted(edition.rglob("*.html")), edition.parent.parent / "index.html"]


def test_no_page_runs_or_loads_anything(edition: Path) -> None:
    """A browser's parser finds no script but data, no attribute that runs, no address that is code."""
    assert len(pages(edition)) > 10
    for page in pages(edition):
        tree = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in {"img", "iframe", "object", "embed", "base", "form"}, page.name
            assert element.tag != "script" or element.get("type") == "application/ld+json", page.name
            for name, value in element.attrib.items():
                assert not str(name).lower().startswith("on"), (page.name, name)
                if name in {"href", "src", "action", "xlink:href"}:
                    assert "javascript:" not in value.lower(), page.name


def test_pages_show_the_labels_as_they_are(edition: Path) -> None:
    """What would run is letters that a reader sees, so nothing was cut away in silence."""
    for page in (edition / "figures.html", edition / "made-up-topic.html", edition / "en" / "findings.html"):
        seen = "".join(html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False).itertext())
        assert SCRIPT in seen, page.name


def test_data_in_a_page_cannot_end_it(edition: Path) -> None:
    """The block of data for search engines holds no ``</script>``, and is JSON."""
    tree = html5lib.parse((edition / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    for block in tree.iter("script"):
        assert isinstance(json.loads(block.text), dict)
        assert "</" not in block.text


def test_no_cell_of_a_csv_file_is_a_formula(edition: Path) -> None:
    """A spreadsheet that opens figures.csv finds an apostrophe before what it would run."""
    rows = list(csv.reader((edition / "figures.csv").read_text("utf-8-sig").splitlines()))
    cells = [cell for row in rows for cell in row]
    assert f"'{FORMULA}" in cells
    assert FORMULA not in cells
    assert all(cell == harmless(cell) for cell in cells)


def test_no_cell_of_a_workbook_holds_a_label_as_a_formula(edition: Path) -> None:
    """In figures.xlsx labels are text, and no formula or link has one in it."""
    with ZipFile(edition / "figures.xlsx") as book:
        assert not [name for name in book.namelist() if "vba" in name.lower() or "external" in name.lower()]
        for name in book.namelist():
            root = etree.fromstring(book.read(name))
            for formula in root.iter("{*}f"):
                assert "HYPERLINK" not in (formula.text or "")
            assert not [link for link in root.iter("{*}Relationship") if "javascript" in link.get("Target", "")]


def test_programs_get_the_labels_as_they_are(edition: Path) -> None:
    """JSON has the label itself: an apostrophe there would be a wrong label."""
    text = (edition / "figures.json").read_text("utf-8")
    assert json.loads(text)
    for label in LABELS.values():
        assert json.dumps(label, ensure_ascii=False)[1:-1] in text


def test_the_feed_is_well_formed(edition: Path) -> None:
    """A ward's name with tags in it is text in the feed."""
    feed = etree.parse(edition.parent / "feed.xml")
    assert SCRIPT in "".join(map(str, feed.getroot().itertext()))
    assert not list(feed.getroot().iter("{*}script"))


def test_the_terminal_shows_letters_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document whose names hold escape sequences and Rich's own marks is listed without any of them at work."""
    sentence = "Tổng [red]thu[/red] &#27;]0;x&#7; 100 hộ, gồm [link=x]A[/link] 60 hộ và B 45 hộ."
    (tmp_path / "a.html").write_text(f"<html><body><p>{sentence}</p></body></html>", "utf-8")
    assert main(["check", str(tmp_path / "a.html")]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
