"""What the tests share: the real month, a copy of the data to spoil, and how much hypothesis tries."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from phulien_analysis import Report, load_report
from phulien_analysis.notebooks import Pool
from phulien_analysis.publishing import Wanted, build_edition
from tests.hangs import Hangs
from tests.made_up import write_catalogue, write_month
from tests.programs import missing

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# The same examples in every run: a test that fails here fails there, too.
settings.register_profile("here", deadline=None, derandomize=True, max_examples=60)
# Thousands of examples, others every night (`make nightly`); what fails is printed with how to try it again.
settings.register_profile("nightly", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile(os.environ.get("PHULIEN_HYPOTHESIS", "here"))


def pytest_configure(config: pytest.Config) -> None:
    """Have hangs seen to."""
    config.pluginmanager.register(Hangs(float(config.getini("faulthandler_timeout"))))


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """Nobody pulls the plug on a test: that the disk has what is written is not waited for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)
        yield


@pytest.fixture(scope="session")
def july() -> Report:
    """The real report of July 2025, read in English."""
    return load_report("2025-07", data=DATA, lang="en")


@pytest.fixture(scope="session")
def july_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real month, published in both languages, to be looked at only: made once, whichever process asks first."""
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "july"
    with FileLock(out.with_suffix(".lock")):
        if not (folder := out / "phu-lien" / "2025-07").is_dir():
            wanted = Wanted("2025-07", "phu-lien", ("vi", "en"))
            with Pool() as pool:
                build_edition(wanted, data=DATA, notebooks=ROOT / "notebooks", out=out, pool=pool)
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the repository's data folder, to be changed by one test."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A made-up data folder without a month; people are counted over a window, residents on a day, money is in đồng."""
    folder = tmp_path / "data"
    folder.mkdir()
    lines = [
        "people actual - 1 person",
        "residents actual - 1 person",
        "money actual - 1 dong",
        "land actual - 1 hectare",
    ]
    write_catalogue(folder, lines, stocks=["residents"])
    write_month(folder, lines[:1])
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    if CHROMIUM is None:
        missing("no Chromium was found (looked for chromium, chromium-browser, google-chrome); install one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
