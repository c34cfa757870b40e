"""A copy of a DOCX file with some parts changed: written beside the target, then put in its place at once."""

from __future__ import annotations

import contextlib
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from phulien_analysis.documents.docx_package import Package
from phulien_analysis.errors import PhulienError

_LARGEST = 512 * 2**20
_CHUNK = 2**20
_NEW_PART_DATE = (1980, 1, 1, 0, 0, 0)


class MarkingError(PhulienError):
    """A marked copy that cannot be written; the message names the file, what is in the way, and what to do."""


def check_target(source: Path, target: Path, *, force: bool) -> None:
    """Refuse a target that is the source itself, even through links, or that exists already.

    Raises:
        MarkingError: The target must not be written.
    """
    if not source.is_file():
        raise MarkingError(f"{source} is no file. Name the Word document to mark.")
    if target.resolve() == source.resolve() or (target.exists() and target.samefile(source)):
        raise MarkingError(f"{target} is the document itself, which is never changed. Name another file for the copy.")
    if target.is_dir():
        raise MarkingError(f"{target} is a folder. Name a file in it for the marked copy.")
    if not target.parent.is_dir():
        raise MarkingError(f"The folder {target.parent} does not exist. Make it first, or name another file.")
    if not force and (target.exists() or target.is_symlink()):
        raise MarkingError(f"{target} exists already. Name another file for the copy, or use --force to replace it.")


def write_copy(package: Package, target: Path, changed: Mapping[str, bytes]) -> None:
    """Write the parts of a package to a file, those in ``changed`` with their new bytes, new ones at the end.

    Raises:
        MarkingError: The file cannot be written, or the package swells beyond any document.
        DocumentError: A part of the package is damaged.
    """
    beside = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".marked-", delete=False) as file:
            beside = Path(file.name)
            _write(package, file, changed)
        # A temporary file is for its owner only; the copy is a document like any other.
        beside.chmod(package.path.stat().st_mode & 0o666 | 0o600)
        beside.replace(target)
    except OSError as error:
        raise MarkingError(f"{target} cannot be written ({error.strerror}). Name a file in another folder.") from error
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


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
        raise package.damaged("one of its parts is damaged") from error


def _each_once(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries of an archive; of two with one name the last, which is the one that is read."""
    return list({entry.filename: entry for entry in archive.infolist()}.values())


def _copy(old: zipfile.ZipFile, entry: zipfile.ZipInfo, new: zipfile.ZipFile, left: int) -> int:
    """Copy an entry piece by piece, and return how many bytes may still follow."""
    with old.open(entry) as source, new.open(_like(entry), "w") as copy:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise MarkingError(f"{old.filename} unpacks to more than {_LARGEST // 2**20} MB, which is no document.")
            copy.write(chunk)
    return left


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry of the same name and date."""
    return _deflated(zipfile.ZipInfo(entry.filename, entry.date_time))


def _deflated(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
