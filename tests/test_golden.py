"""The golden edition: the real month comes out byte for byte as it was when somebody last looked at it."""

from pathlib import Path

import pytest

from tests import golden_edition


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The hashes of the month, built anew in an empty folder."""
    return golden_edition.hashes(golden_edition.build(tmp_path_factory.mktemp("golden") / "site"))


def test_the_golden_edition_is_rebuilt_byte_for_byte(rebuilt: dict[str, str]) -> None:
    """Each file of July 2025 has the bytes that were recorded: pages, notebooks, data, what is inside the workbook."""
    golden = golden_edition.recorded()
    changed = sorted(name for name in golden.keys() | rebuilt.keys() if golden.get(name) != rebuilt.get(name))
    assert not changed, "\n".join(["Look at these, and if they are as meant, run `make golden`:", *changed])


def test_the_golden_edition_is_all_of_a_month(rebuilt: dict[str, str]) -> None:
    """It holds 14 notebooks in two languages, a page of each, and what can be taken away."""
    assert sum(name.endswith(".ipynb") for name in rebuilt) == 28
    assert {"index.html", "en/index.html", "figures.csv", "figures.json", "findings.json"} <= rebuilt.keys()
    assert any(name.startswith("figures.xlsx/") for name in rebuilt)


def test_one_letter_changes_the_hash_of_a_file(tmp_path: Path) -> None:
    """What is compared is every byte: `Phù Liễn` and `Phù Liên` are two files."""
    (tmp_path / "a.html").write_text("Phù Liễn", encoding="utf-8")
    before = golden_edition.hashes(tmp_path)
    (tmp_path / "a.html").write_text("Phù Liên", encoding="utf-8")
    assert golden_edition.hashes(tmp_path) != before


def test_the_hash_of_the_source_changes_nothing_that_is_compared(tmp_path: Path) -> None:
    """Pages of one month made by two sources are the same: only the sixteen digits that name the source differ."""
    (tmp_path / "a.html").write_text("<dd>phulien_analysis 0.1.0 <code>0123456789abcdef</code>", encoding="utf-8")
    before = golden_edition.hashes(tmp_path)
    (tmp_path / "a.html").write_text("<dd>phulien_analysis 0.1.0 <code>fedcba9876543210</code>", encoding="utf-8")
    assert golden_edition.hashes(tmp_path) == before
