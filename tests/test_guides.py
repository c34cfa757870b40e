"""The guides run from start to end in a fresh interpreter, and show what they say."""

from pathlib import Path

import nbformat
import papermill
import pytest

GUIDES = sorted((Path(__file__).parents[1] / "notebooks" / "guides").glob("*.ipynb"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_way_from_a_document_to_an_edition(lang: str, tmp_path: Path) -> None:
    """The made-up document's 100,0% is told (198.000/180.000 is 110 %), and its figures are read back as a month."""
    (guide,) = GUIDES
    done = tmp_path / "done.ipynb"
    papermill.execute_notebook(str(guide), str(done), {"lang": lang}, cwd=str(guide.parent), progress_bar=False)
    shown = {
        cell.id: str(output.get("data", {}).get("text/plain", ""))
        for cell in nbformat.read(done, as_version=4).cells  # type: ignore[no-untyped-call]
        if cell.cell_type == "code"
        for output in cell.outputs
    }
    assert "110,0" in shown["causes"] if lang == "vi" else "110" in shown["causes"]
    assert "state-budget-revenue" in shown["rows"]
    assert "2025-08.review.csv" in shown["write"]
    assert "percent@II.1.1 p1 #4" in shown["findings"]


def test_guides_are_written_in_both_languages() -> None:
    """Every Markdown cell has its counterpart, one tagged vi and one en, and no outputs are kept."""
    for guide in GUIDES:
        cells = nbformat.read(guide, as_version=4).cells  # type: ignore[no-untyped-call]
        tags = [cell.metadata.get("tags") for cell in cells if cell.cell_type == "markdown"]
        assert tags == [["vi"], ["en"]] * (len(tags) // 2)
        assert not any(cell.get("outputs") for cell in cells)
