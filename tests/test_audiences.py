"""For whom an edition is made: what each audience is shown, and which edition may take another's place."""

import io
import json
import re
import zipfile
from pathlib import Path

import pdfplumber
import pytest

from phulien_analysis import PhulienError
from phulien_analysis.audience import INTERNAL, PUBLIC, PUBLIC_WITH_FINDINGS, Audience
from phulien_analysis.cli import main
from phulien_analysis.errors import DataError
from tests.made_up import MONTH, TOPIC, WARD, write_catalogue, write_month, write_rows
from tests.made_up_disclosure import policy
from tests.made_up_site import PARAMETERS, World, code, prose

FINDING = "sum.by-kind@II.1 p1 #1"
REASON = "Khoản thứ ba ghi ở báo cáo quý."
FIGURES = (
    "total actual 2025-07 100 million-dong",
    "part-a actual 2025-07 60 million-dong",
    "part-b actual 2025-07 45 million-dong",
    "suspects actual 2025-07 737 person",
    "crew actual 2025-07 1.741 person",
    "watch actual 2025-07 1.004 person",
)
REPORT = "from phulien_analysis import charts, load_report, views\nreport = load_report(month, ward, data, lang)"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Parts of 105 under a total of 100; 737 suspects, few by the policy, who are 1.741 less 1.004."""
    made = World(tmp_path)
    write_catalogue(made.data, FIGURES, ["total by-kind: part-a part-b", "crew by-rank: suspects watch"])
    write_month(made.data, FIGURES)
    (made.data / "disclosure.csv").write_text(policy("suspects,,1000,suppress,show"), encoding="utf-8")
    made.write_notebook(
        "01_made_up",
        [
            code(PARAMETERS, "parameters"),
            code(REPORT),
            code(f"views.summary(report, {TOPIC!r})"),
            prose("## Bao nhiêu?", "vi"),
            prose("## How many?", "en"),
            code("views.answer(report, 'total', 'suspects')"),
            code("charts.bars(report, ['suspects', 'watch', 'crew'])"),
            code("charts.share_bar(report, 'total', 'by-kind')"),
            code("views.breakdown(report, 'total', 'by-kind')"),
            code("views.breakdown(report, 'crew', 'by-rank')"),
            prose("## Cộng lại có khớp không?", "vi", "review"),
            prose("## Does it add up?", "en", "review"),
            code("views.answer_sums(report, 'total', 'by-kind')", "review"),
            prose("## Phát hiện", "vi", "findings"),
            prose("## Findings", "en", "findings"),
            code(f"views.findings(report, {TOPIC!r})", "findings"),
            code(f"views.notes(report, {TOPIC!r})"),
            code(f"views.all_figures(report, {TOPIC!r})"),
        ],
    )
    return made


def explain(world: World) -> None:
    """Write why the total differs."""
    write_rows(world.data / WARD / f"{MONTH}.known.csv", [["finding", "reason"], [FINDING, REASON]])


def everything(world: World) -> str:
    """All that is published, workbooks unpacked and PDFs read, without style sheets."""
    found = []
    for path in (path for path in [*world.shown.rglob("*"), *world.out.glob("*.*")] if path.is_file()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
                found += [book.read(name).decode("utf-8") for name in book.namelist()]
        elif path.suffix == ".pdf":
            with pdfplumber.open(path) as paper:
                found += [page.extract_text() for page in paper.pages]
        else:
            found.append(path.read_text("utf-8"))
    text = re.sub(r"<style>.*?</style>|[0-9a-f]{64}|<path.*?>|[dxy]=\"[^\"]*\"", " ", "\n".join(found), flags=re.DOTALL)
    return re.sub(r"\s+", " ", text)


def test_a_public_edition_holds_no_withheld_number_and_no_finding(world: World) -> None:
    """737, and 1.004 that would tell it, are in no byte of pages, files, notebooks, workbook or paper; nor is 105."""
    world.build(languages=("vi", "en"), audience=PUBLIC, pdf=True)
    text = everything(world)
    assert "1.741" in text
    assert not re.search(r"(?<![\w.])737(?!\w)|1[.,]?004(?!\w)", text)
    assert not re.search(r"(?<![\w.])105(?![\w.])", text)
    assert not re.search(r"views\.(findings|answer_sums)|Does it add up|Cộng lại|Phát hiện", text)
    assert "No shares are drawn." in text


def test_an_internal_edition_has_it_all_and_says_so(world: World) -> None:
    """For the ward's own people: 737, the finding, and that it is internal; no search engine is asked in."""
    world.build(url="https://example.org/")
    text = everything(world)
    assert "737" in text
    assert "chưa khớp" in text
    page = world.soup("made-up-topic.html")
    assert page.find(class_="internal").get_text() == "Bản nội bộ"  # type: ignore[union-attr]
    assert page.find("meta", {"name": "robots"})["content"] == "noindex"  # type: ignore[index]
    assert "Bản nội bộ" in (world.out / "index.html").read_text("utf-8")


def test_a_public_edition_tells_a_finding_that_is_explained(world: World) -> None:
    """The sum that differs, with the reason on file, on its topic's page; its passport leads there."""
    explain(world)
    world.build(audience=PUBLIC)
    page = world.soup("made-up-topic.html")
    (point,) = page.find_all("li", class_="finding")
    assert REASON in point.get_text()
    assert "105" in point.get_text()
    assert f"made-up-topic.html#{point['id']}" in (world.shown / "figures.html").read_text("utf-8")
    assert not page.find_all(string=re.compile("Cộng lại"))
    assert not (world.shown / "findings.html").exists()
    calculations = json.loads((world.shown / "figures.json").read_text("utf-8"))["calculations"]
    assert [one["finding"] for one in calculations] == [FINDING]


def test_an_explained_finding_about_a_withheld_number_is_not_told(world: World) -> None:
    """A reason can tell what the numbers do not: with the 737 the finding about it goes, too."""
    figures = [*FIGURES[:3], "crew actual 2025-07 1.750 person", *FIGURES[3:4], FIGURES[5]]
    write_month(world.data, figures)
    rows = [["finding", "reason"], ["sum.by-rank@II.1 p1 #4", "Thực ra là 746."]]
    write_rows(world.data / WARD / f"{MONTH}.known.csv", rows)
    world.build(audience=PUBLIC)
    assert not re.search("(?<![0-9a-f-])746(?![0-9a-f-])", everything(world))  # in a hash it may stand by chance


def test_a_reason_that_tells_a_withheld_number_stops_the_run(world: World) -> None:
    """The reason of another finding of the topic says 737: it is named by file and row, without the number."""
    rows = [["finding", "reason"], [FINDING, "Không gồm 737 người."]]
    write_rows(world.data / WARD / f"{MONTH}.known.csv", rows)
    with pytest.raises(DataError) as told:
        world.build(audience=PUBLIC)
    assert f"data/{WARD}/{MONTH}.known.csv, row 2, column reason: a public edition withholds" in str(told.value)
    assert "737" not in str(told.value)


def test_findings_can_be_asked_for(world: World) -> None:
    """With findings the public reads them all; what is withheld stays so, and a sum with it cannot be told."""
    world.build(audience=PUBLIC_WITH_FINDINGS)
    text = everything(world)
    assert "105" in text
    assert (world.shown / "findings.html").exists()
    assert not re.search(r"(?<![\w.])737(?!\w)|1[.,]?004(?!\w)", text)
    verdicts = {
        f["id"]: f["verdict"] for f in json.loads((world.shown / "findings.json").read_text("utf-8"))["findings"]
    }
    assert verdicts == {FINDING: "differs", "sum.by-rank@II.1 p1 #5": "cannot_tell"}


@pytest.mark.parametrize("audience", [PUBLIC, PUBLIC_WITH_FINDINGS])
def test_an_audience_is_part_of_the_key(world: World, audience: Audience) -> None:
    """The same data for another audience are another edition; for the same one nothing is done again."""
    internal = world.build()
    public = world.build(audience=audience)
    assert public.changed
    assert public.name != internal.name
    assert not world.build(audience=audience).changed


def test_a_changed_policy_makes_a_new_edition(world: World) -> None:
    """What is withheld depends on the rules: without them 737 is shown again."""
    world.build(audience=PUBLIC)
    (world.data / "disclosure.csv").unlink()
    assert world.build(audience=PUBLIC).changed
    assert "737" in everything(world)


def test_an_internal_edition_does_not_silently_replace_a_public_one(world: World) -> None:
    """Nothing is run, the public edition stays, and the word says what to do; --force alone is not enough."""
    shown = world.build(audience=PUBLIC).name
    with pytest.raises(PhulienError, match="shows a public edition; an internal one in its place would show"):
        world.build(audience=INTERNAL)
    assert world.run("--ward", WARD, "--force") == 2
    assert world.names() == {WARD: shown}


def test_one_who_means_it_can_replace_a_public_edition(world: World) -> None:
    """--audience internal and --force together; back again nothing has to be said."""
    public = world.build(audience=PUBLIC).name
    assert world.run("--ward", WARD, "--audience", "internal", "--force") == 0
    assert world.names() != {WARD: public}
    assert world.run("--ward", WARD, "--audience", "public") == 0
    assert world.names() == {WARD: public}


def test_findings_are_asked_for_of_the_public_only(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """An internal edition has them anyway, so somebody mistook something."""
    assert world.run("--ward", WARD, "--with-findings", "--lang", "en") == 2
    assert "--with-findings is for --audience public" in capsys.readouterr().err


def test_a_note_that_tells_a_withheld_number_stops_the_run(world: World) -> None:
    """The note on the topic says 737; it is named by file and row, and nothing is published."""
    rows = [
        ["topic", "source", "kind", "indicator", "note_vi", "note_en"],
        [TOPIC, "II.1 p1", "caveat", "", "Ngày 7/7/2025 có 12 đội.", "12 teams on 7/7/2025."],
        [TOPIC, "II.1 p1", "caveat", "", "Trong đó có 737 người ở nơi khác.", "737 of them live elsewhere."],
    ]
    write_rows(world.data / WARD / f"{MONTH}.statements.csv", rows)
    with pytest.raises(DataError) as told:
        world.build(audience=PUBLIC)
    assert f"data/{WARD}/{MONTH}.statements.csv, row 3, column note_vi: a public edition withholds" in str(told.value)
    assert "row 2" not in str(told.value)
    assert "737" not in str(told.value)
    assert not world.shown.exists()


def test_the_list_of_editions_speaks_of_calculations_only_where_all_tell_them(world: World) -> None:
    """With an edition that tells none, neither the list nor the feed says that they are redone."""
    world.build()
    assert "tính lại" in (world.out / "index.html").read_text("utf-8")
    world.build(audience=PUBLIC)
    assert "tính lại" not in (world.out / "index.html").read_text("utf-8")
    assert "tính lại" not in (world.out / WARD / "feed.xml").read_text("utf-8")


def test_neither_rollback_nor_publish_brings_an_internal_edition_back(world: World) -> None:
    """Both are refused where a public edition is shown, and do it where --force says that it is meant."""
    internal, public = world.build().name, world.build(audience=PUBLIC).name
    place = ("--ward", WARD, "--out", str(world.out))
    assert main(["rollback", MONTH, *place]) == 2
    assert main(["publish", MONTH, "--edition", internal, *place]) == 2
    assert world.names() == {WARD: public}
    assert main(["rollback", MONTH, "--force", *place]) == 0
    assert world.names() == {WARD: internal}
    assert main(["publish", MONTH, "--edition", public, *place]) == 0
    assert world.names() == {WARD: public}


def test_an_internal_edition_can_be_staged_beside_a_public_one(world: World) -> None:
    """To look at it is no harm; to show it is refused."""
    public = world.build(audience=PUBLIC).name
    assert world.build(stage=True).staged
    assert main(["publish", MONTH, "--ward", WARD, "--out", str(world.out)]) == 2
    assert world.names() == {WARD: public}
