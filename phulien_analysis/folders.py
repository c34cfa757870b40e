"""Where things are: the data, the notebooks and the site. No other module looks for a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from phulien_analysis.errors import NotFoundError

_PACKAGE = Path(__file__).resolve().parent
_DATA_MARK = Path("data") / "datapackage.json"
_NOTEBOOK_MARK = "00_overview.ipynb"


def data_folder(option: str | Path | None = None) -> Path:
    """The data folder: the option, then ``PHULIEN_DATA``, then the nearest parent that has one, then the package's.

    :class:`NotFoundError` where the folder named by option or variable holds no catalogue.
    """
    for name, given in (("--data", option), ("PHULIEN_DATA", os.environ.get("PHULIEN_DATA"))):
        if given:
            return _checked_data(Path(given).expanduser(), name)
    nearest = (parent / "data" for parent in _parents() if (parent / _DATA_MARK).is_file())
    return next(nearest, None) or _packaged("data", "datapackage.json")


def notebooks_folder(data: Path | None = None) -> Path:
    """The notebooks: ``PHULIEN_NOTEBOOKS``, those beside the data, the nearest parent's, then the package's."""
    given = os.environ.get("PHULIEN_NOTEBOOKS")
    if given:
        folder = Path(given).expanduser()
        if (folder / _NOTEBOOK_MARK).is_file():
            return folder
        msg = f"PHULIEN_NOTEBOOKS names {folder}, but there is no {_NOTEBOOK_MARK} in it; name the notebooks' folder"
        raise NotFoundError(msg)
    beside = [] if data is None else [data.resolve().parent]
    for parent in (*beside, *_parents()):
        if (parent / "notebooks" / _NOTEBOOK_MARK).is_file():
            return parent / "notebooks"
    return _packaged("notebooks", _NOTEBOOK_MARK)


def site_folder(option: str | Path | None = None) -> Path:
    """Where editions are published: the option, else ``site`` beside the nearest data folder, else in this folder."""
    if option:
        return Path(option).expanduser()
    root = next((parent for parent in _parents() if (parent / _DATA_MARK).is_file()), Path.cwd())
    return root / "site"


def _parents() -> Iterator[Path]:
    here = Path.cwd()
    return iter((here, *here.parents))


def _checked_data(folder: Path, name: str) -> Path:
    if (folder / "indicators.csv").is_file():
        return folder
    what = "there is no such folder" if not folder.is_dir() else "there is no indicators.csv in it"
    msg = f"{name} names {folder}, but {what}; name a data folder (it holds datapackage.json and indicators.csv)"
    raise NotFoundError(msg)


def _packaged(name: str, mark: str) -> Path:
    """The copy inside the installed package, or, in a checkout, the folder beside the package."""
    for folder in (_PACKAGE / "share" / name, _PACKAGE.parent / name):
        if (folder / mark).is_file():
            return folder
    msg = f"no {name} folder was found from {Path.cwd()} upwards, nor in the package; start in a checkout or name one"
    raise NotFoundError(msg)
