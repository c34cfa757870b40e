"""A copy of a DOCX file with some parts changed: written beside the target, then put in its place at once."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from phulien_analysis.documents.docx_package import Package
from phulien_analysis.marking.writing import MarkingError, replaced
from phulien_analysis.messages import Message

_LARGEST = 512 * 2**20
_CHUNK = 2**20
_NEW_PART_DATE = (1980, 1, 1, 0, 0, 0)


def write_copy(package: Package, target: Path, changed: Mapping[str, bytes]) -> None:
    """Write the parts of a package to a file, those in ``changed`` with their new bytes, new ones at the end.

    Raises:
        MarkingError: The file cannot be written, or the package swells beyond any document.
        DocumentError: A part of the package is damaged.
    """
    with replaced(target) as made:
        with made.open("wb") as file:
            _write(package, file, changed)
        # What is made in a temporary folder is for its owner only; the copy is a document like any other.
        made.chmod(package.path.stat().st_mode & 0o666 | 0o600)


def _write(package: Package, file: IO[bytes], changed: Mapping[str, bytes]) -> None:
    try:
        with zipfile.ZipFile(package.path) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            left = _LARGEST
            for entry in _each_once(old):
                if entry.filename in changed:
                    new.writestr(_like(entry), changed[entry.filename])
                else:
                    left = _copy(old, entry, new, left)
            for name in [name for name in changed if name not in old.namelist()]:
                new.writestr(_deflated(zipfile.ZipInfo(name, _NEW_PART_DATE)), changed[name])
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise package.damaged(Message("one of its parts is damaged")) from error


def _each_once(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries of an archive; of two with one name the last, which is the one that is read."""
    return list({entry.filename: entry for entry in archive.infolist()}.values())


def _copy(old: zipfile.ZipFile, entry: zipfile.ZipInfo, new: zipfile.ZipFile, left: int) -> int:
    """Copy an entry piece by piece, and return how many bytes may still follow."""
    with old.open(entry) as source, new.open(_like(entry), "w") as copy:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise MarkingError(
                    Message(
                        "{name} unpacks to more than {limit} MB, which is no document.",
                        {"name": str(old.filename), "limit": _LARGEST // 2**20},
                    )
                )
            copy.write(chunk)
    return left


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry of the same name and date."""
    return _deflated(zipfile.ZipInfo(entry.filename, entry.date_time))


def _deflated(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
