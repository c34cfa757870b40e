"""The guides run from start to end in a fresh interpreter, and show what they say."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import papermill
import pytest

from phulien_analysis.messages import LANGS

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "notebooks" / "guides").glob("*.ipynb"))
CELL_WIDTH = 100
# Made up; 90.000/100.000 is 90 %.
TEXT = "I. KẾT QUẢ\nThu ngân sách nhà nước trên địa bàn đạt 90.000/100.000 triệu đồng, bằng 80,0% dự toán.\n"
SENTENCES = {
    "vi": ("cộng các khoản thành phần đã ghi (3) được 198.000 triệu đồng", "là 198.000 triệu đồng thay cho 189.000"),
    "en": ("adding the parts printed (3) gives 198,000 million dong", "with 198,000 million dong in place of 189,000"),
}

each_guide = pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)


def cells(path: Path) -> list[dict[str, Any]]:
    """The cells of a notebook."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    return found


def source(cell: Mapping[str, Any]) -> str:
    """The text of a cell."""
    return "".join(cell["source"])


def shown(parameters: Mapping[str, str], folder: Path) -> dict[str, str]:
    """What the cells of the way from a document to an edition show, by their names."""
    path, done = ROOT / "notebooks" / "guides" / "from_document_to_edition.ipynb", folder / "done.ipynb"
    papermill.execute_notebook(str(path), str(done), dict(parameters), cwd=str(folder), progress_bar=False)
    return {cell["id"]: "".join(texts(cell)) for cell in cells(done) if cell["cell_type"] == "code"}


def texts(cell: Mapping[str, Any]) -> Iterator[str]:
    """What a cell shows as text, and what it warns of."""
    for output in cell["outputs"]:
        text = "".join(output.get("text", output.get("data", {}).get("text/plain", "")))
        yield text.replace("\xa0", " ")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data, which a kernel has to be told of; what it leaves behind lies in the test's folder."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return ROOT / "data"


@pytest.mark.parametrize("lang", LANGS)
def test_the_way_from_a_document_to_an_edition(lang: str, data: Path, tmp_path: Path) -> None:
    """The wrong total is told twice and explained once, and the draft loads: 120.500 + 47.500 + 30.000 = 198.000."""
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    found = shown({"lang": lang, "data": str(data)}, tmp_path)
    sentence, cause = SENTENCES[lang]
    assert sentence in found["findings-of-document"]
    assert cause in found["causes"]  # 198.000/180.000 is 110 %, as printed
    assert [name in found["rows"] for name in ("state-budget-revenue", "revenue-land-rental", "250")] == [1, 1, 0]
    assert ("10/11" if lang == "vi" else "10 of 11") in found["summary"]
    assert re.search(r"250 +tờ rơi tuyên truyền +new", found["to-review"])
    assert found["write"] == "['2025-08.csv', '2025-08.review.csv']"
    assert re.search(r"I\.1\.1 p1 #3 +differs", found["findings-of-month"])
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before
    assert not list(tmp_path.rglob("2025-08*")), "the copy of the data is left behind"


def test_a_document_of_ones_own_takes_the_place_of_the_sample(data: Path, tmp_path: Path) -> None:
    """A path as parameter is read instead of the sample."""
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    found = shown({"document": "report.txt", "data": str(data), "lang": "en"}, tmp_path)
    assert "gives 90.0%" in found["findings-of-document"]
    assert "198" not in found["findings-of-document"]


@each_guide
def test_prose_comes_in_pairs(path: Path) -> None:
    """Each Vietnamese Markdown cell is followed by its English twin: same name, same headings."""
    prose = [cell for cell in cells(path) if cell["cell_type"] == "markdown"]
    assert [cell["metadata"].get("tags") for cell in prose] == [["vi"], ["en"]] * (len(prose) // 2)
    for one, twin in zip(prose[::2], prose[1::2], strict=True):
        assert (one["id"], twin["id"]) == (one["id"], one["id"].removesuffix("-vi") + "-en")
        marks = [re.findall(r"^#+ ", source(cell), re.MULTILINE) for cell in (one, twin)]
        assert marks[0] == marks[1], one["id"]


@each_guide
def test_cells_have_speaking_names_and_narrow_lines(path: Path) -> None:
    """A cell's id is made of words, and no line of code is wider than a notebook's column."""
    names = [cell["id"] for cell in cells(path)]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name)] == []
    code = [cell for cell in cells(path) if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in code if max(map(len, source(cell).splitlines())) > CELL_WIDTH] == []


@each_guide
def test_a_guide_is_no_part_of_an_edition(path: Path) -> None:
    """No topic names a guide, so that no monthly run takes it for one of its notebooks."""
    with (ROOT / "data" / "topics.csv").open(encoding="utf-8", newline="") as file:
        assert path.stem not in {row["notebook"] for row in csv.DictReader(file)}
