"""The gate before publishing: everything that would be published is read once more, and held back if it leaks.

What a ward says may be published (a public hotline) stands in ``data/<ward>/allowed.csv`` with its reason.
"""

from __future__ import annotations

import sys
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from pydantic import Field

from phulien_analysis.csvfile import Row, read_rows
from phulien_analysis.errors import DataError, NotebookError, PhulienError, Problem
from phulien_analysis.messages import Joined, Message, Sayable
from phulien_analysis.publishing.leaks import ERROR_STREAM, Kind, Leak, clean, leaks, plain
from phulien_analysis.publishing.texts import passages

NAME = "allowed.csv"
LISTED = 20
"""So many leaks are told; who has more knows what to do after these."""
PLACES = 3
"""So many places of each."""


class Allowed(Row):
    """A row of ``allowed.csv``: a text that may be published although it looks like a leak, and why."""

    text: str = Field(min_length=1)
    reason: str = Field(min_length=1)


@dataclass(frozen=True)
class Sighting:
    """Where a text stands: its file, and the place there; ``shown``: a notebook's cell gave it."""

    file: str
    place: Sayable
    shown: bool = False

    def say(self, lang: str) -> str:
        """File and place."""
        return Joined((self.file, self.place), ", ").say("en" if lang == "en" else "vi")


@dataclass
class Found:
    """One leak, all the places where it would be published, and those of the data that it comes from."""

    leak: Leak
    places: list[Sighting] = field(default_factory=list)
    origins: list[Sighting] = field(default_factory=list)

    @property
    def by_notebook(self) -> bool:
        """A cell gave it, and not because the data say it."""
        return not self.origins and any(place.shown for place in self.places)


@dataclass(frozen=True)
class AllowList:
    """What a ward allows, by the row; ``name`` is how the file is called."""

    name: str
    rows: Mapping[int, Allowed] = field(default_factory=dict)


def read_allowed(building: Path, ward: str) -> AllowList:
    """What a ward allows, from the data in a run's folder; without a file, nothing.

    Raises:
        DataError: the file is not as it must be.
    """
    name = f"data/{ward}/{NAME}"
    problems: list[Problem] = []
    rows = read_rows(building / name, Allowed, name, problems) if (building / name).is_file() else []
    if problems:
        raise DataError(problems)
    return AllowList(name, dict(rows))


def refuse_leaks(edition: Path, building: Path, allowed: AllowList) -> tuple[Message, ...]:
    """Read all that would be published; gives back what is to be said of rows of the list that nothing needs.

    ``building`` is the run's own folder, which holds the data that the edition is made from.

    Raises:
        NotebookError: what a notebook's cell gave must not be published.
        PhulienError: something else must not be.
    """
    found = find_leaks(edition, own_folders(building))
    used = {row for row, one in allowed.rows.items() for leak in found if _allows(one, leak.leak)}
    refused = [one for one in found if not any(_allows(allowed.rows[row], one.leak) for row in used)]
    if refused:
        _trace(refused, building / "data")
        error = NotebookError if any(one.by_notebook for one in refused) else PhulienError
        raise error(_refusal(refused, allowed.name))
    return tuple(_unneeded(row, one, allowed.name) for row, one in allowed.rows.items() if row not in used)


def own_folders(building: Path) -> set[str]:
    """Folders of this machine and of this run, as far as their names are more than one word."""
    known = (
        building,
        Path.cwd(),
        Path.home(),
        Path(tempfile.gettempdir()),
        Path(sys.prefix),
        Path(__file__).parents[1],
    )
    return {str(path) for known_path in known for path in (known_path, known_path.resolve()) if len(path.parts) > 2}


def find_leaks(folder: Path, folders: Iterable[str] = ()) -> list[Found]:
    """Every leak in the files of a folder, in their order; a text that stands in many is looked at once."""
    texts: dict[str, list[Sighting]] = {}
    faults: dict[Kind, Found] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        for place, text, fault, shown in passages(file):
            sighting = Sighting(name, place, shown)
            texts.setdefault(clean(text), []).append(sighting)
            if fault and text.strip():
                faults.setdefault(fault, Found(Leak(fault, text.strip(), 0))).places.append(sighting)
    found: dict[tuple[str, str], Found] = {}
    for leak, text in _leaks_of(list(texts), folders):
        found.setdefault(leak.key, Found(leak)).places.extend(texts[text])
    return [*faults.values(), *found.values()]


def _leaks_of(texts: Sequence[str], folders: Iterable[str]) -> Iterator[tuple[Leak, str]]:
    """The leaks of many texts, each with the text it stands in; all are looked through in one go, which is quicker."""
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    for leak in leaks("\n".join(texts), folders):
        yield leak, texts[bisect_right(starts, leak.start) - 1]


def _allows(allowed: Allowed, leak: Leak) -> bool:
    kind = leak.kind
    return kind.allowable and plain(allowed.text, number=kind.number) == leak.key[1]


def _trace(refused: Iterable[Found], data: Path) -> None:
    """Look which of the leaks the data bring."""
    origins = {one.leak.key: one.places for one in find_leaks(data)}
    for one in refused:
        at = origins.get(one.leak.key, ())
        one.origins.extend(Sighting(f"{data.name}/{place.file}", place.place) for place in at)


def _refusal(refused: Sequence[Found], name: str) -> Joined:
    lines: list[Sayable] = [Message("there is what must not be published, so nothing was:")]
    lines += [Joined(("  -", _told(one))) for one in refused[:LISTED]]
    if (more := len(refused) - LISTED) > 0:
        lines.append(Joined(("  -", Message("and {n} more", {"n": more}))))
    if any(one.leak.kind.allowable for one in refused):
        lines.append(
            Message(
                "take it out of the data or the notebook; what may be published goes into {file}, with its reason",
                {"file": name},
            )
        )
    else:
        lines.append(Message("mend the notebook, and run again"))
    return Joined(tuple(lines), "\n")


def _told(one: Found) -> Sayable:
    """What leaks, where, and where it comes from."""
    what = Message(one.leak.kind.name) if one.leak.kind is ERROR_STREAM else one.leak.say_masked()
    said: list[Sayable] = [Message("{what}: {places}", {"what": what, "places": _listed(one.places)})]
    if one.origins:
        said.append(Message("(from {places})", {"places": _listed(one.origins)}))
    return Joined(tuple(said))


def _listed(places: Sequence[Sighting]) -> Sayable:
    """The first places, a file once, and how many more there are."""
    files: dict[str, Sighting] = {}
    for place in sorted(places, key=lambda place: not place.shown):  # what a cell gave first: there it can be mended
        files.setdefault(place.file, place)
    first = list(files.values())
    listed: list[Sayable] = [*first[:PLACES]]
    if more := len(first) - PLACES:
        listed += [Message("{n} more files", {"n": more})] if more > 0 else []
    return Joined(tuple(listed), "; ")


def _unneeded(row: int, allowed: Allowed, name: str) -> Message:
    return Message(
        "{file}, row {row}: {text!r} is in nothing that is published; take the row out",
        {"file": name, "row": row, "text": allowed.text},
    )
