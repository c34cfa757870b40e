"""What the tests share: the real month, a copy of the data to spoil, and how much hypothesis tries."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from phulien_analysis import Report, load_report

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"

# The same examples in every run: a test that fails here fails there, too.
settings.register_profile("here", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("here")


@pytest.fixture(scope="session")
def july() -> Report:
    """The real report of July 2025, read in English."""
    return load_report("2025-07", data=DATA, lang="en")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the repository's data folder, to be changed by one test."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))
