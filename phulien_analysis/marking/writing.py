"""Files written for the clerk: whole or not at all, never over the document itself, over another only if asked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from phulien_analysis.errors import PhulienError
from phulien_analysis.files import kind_of_special
from phulien_analysis.messages import Message, Sayable


class MarkingError(PhulienError):
    """What is given back cannot be written; the message names the file, what is in the way, and what to do."""


def check_target(target: Path, source: Path | None, suffixes: Sequence[str] = (), *, force: bool) -> None:
    """See that ``target`` may be written, before any work is done; ``source`` is None for pasted text.

    Raises:
        MarkingError: it has none of the ``suffixes``, lies in no folder, is the document itself (by another name or
            link, too), is a folder, or exists and ``force`` is not set.
    """
    if suffixes and target.suffix.lower() not in suffixes:
        raise MarkingError(
            Message(
                "{name}: expected a name that ends with {endings}. Name such a file.",
                {"name": str(target), "endings": ", ".join(suffixes)},
            )
        )
    if source is not None:
        _check_apart(target, source)
    _check_free(target, force=force)


def _check_apart(target: Path, source: Path) -> None:
    if not source.is_file():
        raise MarkingError(Message("{name} is no file. Name the document to mark.", {"name": str(source)}))
    if target.resolve() == source.resolve() or (target.exists() and target.samefile(source)):
        raise MarkingError(
            Message(
                "{name} is the document itself, which is never changed. Name another file for the copy.",
                {"name": str(target)},
            )
        )


def _check_free(target: Path, *, force: bool) -> None:
    if kind := kind_of_special(target):
        values: dict[str, Sayable] = {"name": str(target), "kind": Message(kind)}
        raise MarkingError(Message("{name} is {kind}, not a file. Name a file.", values))
    if target.is_dir():
        raise MarkingError(Message("{name} is a folder. Name a file in it.", {"name": str(target)}))
    if not target.parent.is_dir():
        raise MarkingError(
            Message(
                "The folder {name} does not exist. Make it first, or name another file.", {"name": str(target.parent)}
            )
        )
    if not force and (target.exists() or target.is_symlink()):
        raise MarkingError(
            Message("{name} exists already. Name another file, or use --force to replace it.", {"name": str(target)})
        )


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; at the end it takes the target's place, and goes if something fails.

    Whether it may be replaced is for :func:`check_target` to say.

    Raises:
        MarkingError: its folder cannot be written to.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".marked-", dir=target.parent) as folder:
            made = Path(folder) / target.name
            yield made
            made.replace(target)
    except OSError as error:
        msg = Message(
            "{name} cannot be written ({reason}). Name a file in another folder.",
            {"name": str(target), "reason": str(error.strerror)},
        )
        raise MarkingError(msg) from error
