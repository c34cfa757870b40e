"""Where things are: the data, the notebooks and the site. No other module looks for a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from phulien_analysis.errors import NotFoundError, PhulienError
from phulien_analysis.files import place_outside
from phulien_analysis.messages import Message

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
        raise NotFoundError(
            Message(
                "{name} names {folder}, but there is no {file} in it; name the notebooks' folder",
                {"name": "PHULIEN_NOTEBOOKS", "folder": str(folder), "file": _NOTEBOOK_MARK},
            )
        )
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


def require_inside(folder: Path, paths: Iterable[Path]) -> None:
    """See that none of the paths leads out of a data folder by a link: what is outside is nobody's figures.

    Raises:
        PhulienError: One does; the message says where it leads.
    """
    for path in paths:
        place = place_outside(path, folder)
        if place is not None:
            text = Message(
                "{name} leads out of the data folder, to {place}; put the file itself there instead of the link",
                {"name": f"{folder.name}/{path.relative_to(folder).as_posix()}", "place": str(place)},
            )
            raise PhulienError(text)


def _parents() -> Iterator[Path]:
    here = Path.cwd()
    return iter((here, *here.parents))


def _checked_data(folder: Path, name: str) -> Path:
    if (folder / "indicators.csv").is_file():
        return folder
    missing = Message("there is no such folder")
    what = Message("there is no {file} in it", {"file": "indicators.csv"}) if folder.is_dir() else missing
    raise NotFoundError(
        Message(
            "{name} names {folder}, but {what}; name a data folder (it holds datapackage.json and indicators.csv)",
            {"name": name, "folder": str(folder), "what": what},
        )
    )


def _packaged(name: str, mark: str) -> Path:
    """The copy inside the installed package, or, in a checkout, the folder beside the package."""
    for folder in (_PACKAGE / "share" / name, _PACKAGE.parent / name):
        if (folder / mark).is_file():
            return folder
    raise NotFoundError(
        Message(
            "no {name} folder was found from {here} upwards, nor in the package; start in a checkout or name one",
            {"name": name, "here": str(Path.cwd())},
        )
    )
