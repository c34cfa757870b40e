"""Where the data, the notebooks and the site are found, and what is said when they are not."""

from pathlib import Path

import pytest

from phulien_analysis import NotFoundError, folders, load_report
from phulien_analysis.folders import data_folder, notebooks_folder, site_folder
from phulien_analysis.report import latest_month
from tests.made_up import MONTH, WARD, write_catalogue, write_month


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test starts in an empty folder with no folder named in the environment."""
    monkeypatch.delenv("PHULIEN_DATA", raising=False)
    monkeypatch.delenv("PHULIEN_NOTEBOOKS", raising=False)
    monkeypatch.chdir(tmp_path)


def made(folder: Path) -> Path:
    """A made-up data folder."""
    folder.mkdir(parents=True)
    write_catalogue(folder, ["people actual - 1 person"])
    return folder


def test_option_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder named as an option is taken before the one named by PHULIEN_DATA, and that before the nearest one."""
    option, variable, nearest = made(tmp_path / "a"), made(tmp_path / "b"), made(tmp_path / "data")
    assert data_folder() == nearest
    monkeypatch.setenv("PHULIEN_DATA", str(variable))
    assert data_folder() == variable
    assert data_folder(option) == option
    assert data_folder(str(option)) == option


def test_nearest_parent_with_data_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder inside a checkout the data beside the nearest parent is found, not those further up."""
    made(tmp_path / "data")
    inner = made(tmp_path / "x" / "data")
    (tmp_path / "x" / "notebooks" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "x" / "notebooks" / "old")
    assert data_folder() == inner


def test_own_copy_is_the_last_resort() -> None:
    """Where no parent folder has data, the copy that comes with the package is read."""
    assert (data_folder() / "phu-lien" / "2025-07.csv").is_file()
    assert latest_month() == "2025-07"


def test_named_folder_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A named folder that is not there is an error, and not replaced by another one; so is one without a catalogue."""
    made(tmp_path / "data")
    gone, bare = tmp_path / "gone", tmp_path / "bare"
    bare.mkdir()
    remedy = "name a data folder (it holds datapackage.json and indicators.csv)"
    with pytest.raises(NotFoundError) as caught:
        data_folder(gone)
    assert str(caught.value) == f"--data names {gone}, but there is no such folder; {remedy}"
    monkeypatch.setenv("PHULIEN_DATA", str(bare))
    with pytest.raises(NotFoundError) as caught:
        data_folder()
    assert str(caught.value) == f"PHULIEN_DATA names {bare}, but there is no indicators.csv in it; {remedy}"


def test_home_folder_can_be_named_by_its_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder given as ``~/data`` lies in the user's home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    home = made(tmp_path / "data")
    assert data_folder("~/data") == home


def test_notebooks_beside_the_data_are_taken(tmp_path: Path) -> None:
    """The notebooks beside the data folder come before those of the package."""
    data = made(tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "00_overview.ipynb").write_text("{}")
    assert notebooks_folder(data) == tmp_path / "notebooks"
    assert notebooks_folder() == tmp_path / "notebooks"


def test_named_notebooks_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PHULIEN_NOTEBOOKS is taken when it holds the overview; else the error says what is missing."""
    monkeypatch.setenv("PHULIEN_NOTEBOOKS", str(tmp_path))
    with pytest.raises(NotFoundError, match=r"there is no 00_overview\.ipynb in it"):
        notebooks_folder()
    (tmp_path / "00_overview.ipynb").write_text("{}")
    assert notebooks_folder() == tmp_path


def test_own_notebooks_are_the_last_resort() -> None:
    """Where no parent folder has notebooks, those that come with the package are taken."""
    assert (notebooks_folder() / "00_overview.ipynb").is_file()


def test_what_is_nowhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that came without its data says from where it looked and what to do."""
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "somewhere" / "phulien_analysis")
    with pytest.raises(NotFoundError) as caught:
        data_folder()
    assert str(caught.value) == (
        f"no data folder was found from {tmp_path} upwards, nor in the package; start in a checkout or name one"
    )


def test_site_stands_beside_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editions go to the folder named, else to ``site`` beside the nearest data, else to ``site`` in this folder."""
    assert site_folder() == tmp_path / "site"
    made(tmp_path / "x" / "data")
    (tmp_path / "x" / "y").mkdir()
    monkeypatch.chdir(tmp_path / "x" / "y")
    assert site_folder() == tmp_path / "x" / "site"
    assert site_folder(tmp_path / "public") == tmp_path / "public"


def test_data_named_in_the_environment_are_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report is loaded from the folder that PHULIEN_DATA names."""
    write_month(made(tmp_path / "elsewhere"), ["people actual - 7 person"])
    monkeypatch.setenv("PHULIEN_DATA", str(tmp_path / "elsewhere"))
    assert len(load_report(MONTH, WARD).figure_list) == 1


def test_ward_without_a_month_says_so(tmp_path: Path) -> None:
    """The latest month of a ward that has none is an error that says where a month belongs."""
    home = made(tmp_path / "data")
    with pytest.raises(NotFoundError) as caught:
        latest_month(WARD, home)
    assert str(caught.value) == (f"there is no month of ward {WARD} in {home / WARD}; add one as data/README.md says")


def test_latest_month_is_the_newest(tmp_path: Path) -> None:
    """Of 2024-12, 2025-01 and 2025-07 the latest is 2025-07; files that are no month do not count."""
    home = made(tmp_path / "data")
    for month in ("2025-07", "2024-12", "2025-01"):
        write_month(home, ["people actual - 7 person"], month)
    for name in ("2025-13.csv", "2025-08.statements.csv", "documents.csv", "notes.csv"):
        (home / WARD / name).write_text("x")
    assert latest_month(WARD, home) == "2025-07"
