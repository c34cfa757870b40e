"""What ``phulien check`` is asked to check: a month of a ward, a document, or text that is pasted."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from phulien_analysis.documents.document import Document
from phulien_analysis.documents.opening import read_document, read_text
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message, translate

PASTED = "-"
MOST_PASTED = 16 * 2**20
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/._ ]?([0-9]{1,2})")
_MONTH_FIRST = re.compile(r"(?:t|tháng ?)?([0-9]{1,2})[-/._ ]([0-9]{4})", re.IGNORECASE)
_DOCUMENTS = {".docx", ".pdf", ".html", ".htm", ".txt"}


def is_month(item: str) -> bool:
    """Whether an argument is a month like ``2025-07``; a file of that name is ``./2025-07``."""
    return _MONTH.fullmatch(item) is not None


@dataclass(frozen=True)
class Found:
    """What is to be read: a file, or with ``text`` what was typed or pasted; ``name`` is how it is called."""

    name: str
    path: Path | None = None
    text: str = ""

    def opened(self) -> Document:  # pragma: no cover - runs in the process of its own that reads a document
        """The document; :class:`DocumentError` says why it cannot be read."""
        return read_text(self.text, self.name) if self.path is None else read_document(self.path)


def find_item(item: str, lang: Lang = "vi") -> Found:
    """What is behind an argument: a file, or with ``-`` what is typed or pasted (UTF-8); it is not read yet.

    Raises:
        PhulienError: it is a folder, or no file at all; a month that is written otherwise is recognised.
    """
    if item == PASTED:
        return Found(translate("pasted text", lang), text=_pasted(lang))
    path = Path(item)
    if path.is_dir():
        raise PhulienError(_about_folder(path))
    if not path.exists():
        raise PhulienError(_about_missing(item, path))
    return Found(path.name, path)


def _pasted(lang: Lang) -> str:
    if sys.stdin.isatty():
        windows = sys.platform == "win32"
        end = Message("Ctrl-Z and Enter") if windows else Message("Ctrl-D on a line of its own")
        sys.stderr.write(Message("Paste the text, then press {end}.", {"end": end}).say(lang) + "\n")
    data = sys.stdin.buffer.read(MOST_PASTED + 1)
    if len(data) > MOST_PASTED:
        limit = MOST_PASTED // 2**20
        msg = Message("the pasted text has more than {limit} MB. Paste the report alone.", {"limit": limit})
        raise PhulienError(msg)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = Message(
            "the pasted text is not in UTF-8 (byte {place}). Save it as a text file and name the file.",
            {"place": error.start},
        )
        raise PhulienError(msg) from error


def _about_folder(path: Path) -> Message:
    found = sorted(file.name for file in path.iterdir() if file.suffix.lower() in _DOCUMENTS)
    if not found:
        return Message("{name} is a folder, and no document is in it; name the files to check", {"name": str(path)})
    return Message(
        "{name} is a folder; name the documents to check, like {example} (it holds {count})",
        {"name": str(path), "example": str(path / found[0]), "count": len(found)},
    )


def _about_missing(item: str, path: Path) -> Message:
    month = _month_meant(item)
    if month:
        return Message("{item!r} is not a month like 2025-07; did you mean {month}?", {"item": item, "month": month})
    folder = path.parent
    near = [file.name for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
    nearest = get_close_matches(path.name, near, n=1, cutoff=0.6)
    if nearest:
        return Message("there is no file {item}; did you mean {name!r}?", {"item": item, "name": nearest[0]})
    return Message("there is no file {item}; name a document that is there", {"item": item})


def _month_meant(item: str) -> str:
    """The month that an argument seems to mean, written as it is expected; empty where it means none."""
    if found := _YEAR_FIRST.fullmatch(item):
        year, month = found[1], int(found[2])
    elif found := _MONTH_FIRST.fullmatch(item):
        year, month = found[2], int(found[1])
    else:
        return ""
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""
