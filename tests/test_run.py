"""Whole runs of the real notebooks on made-up months and wards: no code changes for a new one."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from phulien_analysis.cli import main

ROOT = Path(__file__).parents[1]
MADE_UP_WARD = "xa-gia-dinh"
FIGURES = "indicator,measure,period_start,period_end,printed,unit,qualifier,status,source\n"
# Made up, all of it: 700 + 300 is 1.000, 1.000 of 4.000 is 25 %, not 26 %; 40 + 2 is 42.
AUGUST = FIGURES + (
    "state-budget-revenue,actual,2025-08-01,2025-08-31,1.000,million-dong,,estimated,II.1.1 p1 #1\n"
    "state-budget-revenue,plan,2025-01-01,2025-12-31,4.000,million-dong,,,II.1.1 p1 #2\n"
    "state-budget-revenue,percent_of_plan,2025-08-01,2025-08-31,26,percent,,estimated,II.1.1 p1 #3\n"
    "revenue-non-state,actual,2025-08-01,2025-08-31,700,million-dong,,estimated,II.1.1 fn1 #1\n"
    "revenue-land-use-fee,actual,2025-08-01,2025-08-31,300,million-dong,,estimated,II.1.1 fn1 #2\n"
)
OTHER_WARD = FIGURES + (
    "dossiers-received,actual,2025-07-01,2025-07-31,42,dossier,,,3.5 p2 #1\n"
    "dossiers-online,actual,2025-07-01,2025-07-31,40,dossier,,,3.5 p2 #2\n"
    "dossiers-in-person,actual,2025-07-01,2025-07-31,02,dossier,,,3.5 p2 #3\n"
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with the catalogue, the notebooks, a made-up August and a made-up ward."""
    home = tmp_path_factory.mktemp("world")
    shutil.copytree(ROOT / "data", home / "data")
    shutil.copytree(ROOT / "notebooks", home / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (home / "data" / "phu-lien" / "2025-08.csv").write_text(AUGUST, encoding="utf-8")
    (home / "data" / MADE_UP_WARD).mkdir()
    (home / "data" / MADE_UP_WARD / "2025-07.csv").write_text(OTHER_WARD, encoding="utf-8")
    with (home / "data" / "wards.csv").open("a", encoding="utf-8", newline="") as file:
        row = [MADE_UP_WARD, "99999", "99", "Xã Giả Định", "Made-up Commune", "Tỉnh Giả Định", "Made-up Province"]
        csv.writer(file, lineterminator="\n").writerow(row)
    return home


def run(world: Path, *arguments: str) -> int:
    """``phulien run`` on that world, into its own site."""
    return main(["run", *arguments, "--data", str(world / "data"), "--out", str(world / "site")])


def words(page: Path) -> str:
    """The text of a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.read_text("utf-8")))


@pytest.fixture(scope="module")
def site(world: Path) -> Path:
    """The site with both published: the latest month by default, and the other ward."""
    assert run(world) == 0
    assert run(world, "2025-07", "--ward", MADE_UP_WARD) == 0
    return world / "site"


def test_the_latest_month_is_published_by_default(site: Path) -> None:
    """Without a month August is taken, and its numbers are on the page of budget revenue."""
    august = words(site / "phu-lien" / "2025-08" / "budget-revenue.html")
    assert "1.000 triệu đồng" in august
    assert "tháng 8/2025" in august
    assert "8 tháng đầu năm" not in august


def test_a_wrong_percentage_of_a_new_month_is_found(site: Path) -> None:
    """1.000 of 4.000 million is 25 %; the 26 % printed differs, and nothing else of August is an error."""
    document = json.loads((site / "phu-lien" / "2025-08" / "findings.json").read_text("utf-8"))
    errors = [finding for finding in document["findings"] if finding["severity"] == "error"]
    assert [(finding["id"], finding["computed"]) for finding in errors] == [("percent@II.1.1 p1 #3", "25")]


def test_what_a_month_does_not_report_is_said(site: Path) -> None:
    """August prints nothing on the service centre: its page says so, and does not fail."""
    assert "Tháng này báo cáo không nêu." in words(site / "phu-lien" / "2025-08" / "service-centre.html")


def test_another_ward_is_published_under_its_own_name(site: Path) -> None:
    """The made-up commune has its name on every page, its own numbers, and nobody else's."""
    pages = sorted((site / MADE_UP_WARD / "2025-07").glob("*.html"))
    assert len(pages) == 17  # overview, 13 topics, findings, passports, and all in one file
    assert all("Xã Giả Định" in words(page) for page in pages)
    assert "42 hồ sơ" in words(site / MADE_UP_WARD / "2025-07" / "service-centre.html")
    assert not any("Phù Liễn" in words(page) or "451" in words(page) for page in pages)


def test_the_list_of_the_site_leads_to_both(site: Path) -> None:
    """The site's first page is made last, from what exists."""
    listed = (site / "index.html").read_text("utf-8")
    assert 'href="phu-lien/2025-08/index.html"' in listed
    assert f'href="{MADE_UP_WARD}/2025-07/index.html"' in listed


def test_a_second_run_does_nothing(world: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the same input the edition stands, and the command says so."""
    before = (site / "phu-lien" / "2025-08").readlink()
    assert run(world, "2025-08") == 0
    assert "Dữ liệu không thay đổi" in capsys.readouterr().out
    assert (site / "phu-lien" / "2025-08").readlink() == before


def test_a_notebook_that_fails_exits_with_3_and_names_cell_and_cause(
    world: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old edition stays, the half-run notebook is kept, and one line says where and why."""
    before = (site / "phu-lien" / "2025-08").readlink()
    notebook = world / "notebooks" / "05_near_poverty.ipynb"
    whole = notebook.read_text("utf-8")
    notebook.write_text(whole.replace("near-poor-persons-per-household:rate", "near-poor-persons:rates"), "utf-8")
    code = run(world, "2025-08")
    notebook.write_text(whole, "utf-8")
    line = capsys.readouterr().err.strip().splitlines()[-1]
    assert code == 3
    assert line.startswith("phulien: 05_near_poverty.ipynb, cell ")
    assert "NotFoundError: there is no measure 'rates'; did you mean 'rate'?" in line
    assert (site / "phu-lien" / "2025-08").readlink() == before
    assert (site / ".failed" / "phu-lien" / "2025-08" / "05_near_poverty.ipynb").is_file()
