"""What a file is, by its content: the name's ending is only what somebody says of it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.files import FileRefusedError, read_bounded
from phulien_analysis.messages import Joined, Message, Sayable, mark

SIZE_LIMIT = 50 * 2**20
UNPACKED_LIMIT = 500 * 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_RE = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200}|<!--.{0,2000}?-->\s{0,200}){0,3}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS_RE = re.compile(rb"</(?:p|div|table|li|h[1-6])>", re.IGNORECASE)
_PICTURES = {
    b"\x89PNG": mark("a PNG picture"),
    b"\xff\xd8\xff": mark("a JPEG picture"),
    b"GIF8": mark("a GIF picture"),
    b"BM": mark("a BMP picture"),
    b"II*\x00": mark("a TIFF picture"),
    b"MM\x00*": mark("a TIFF picture"),
}
_ARCHIVES = {
    b"Rar!": mark("a RAR archive"),
    b"7z\xbc\xaf": mark("a 7z archive"),
    b"\x1f\x8b": mark("a gzip archive"),
    b"BZh": mark("a bzip2 archive"),
    b"\xfd7zXZ": mark("an xz archive"),
    b"\x7fELF": mark("a program"),
    b"MZ": mark("a program"),
    b"SQLite format 3": mark("a database"),
}
_HIGH_BYTES = b"\x00\x01\x03\x1e\x20"  # Latin letters, marks that combine, Vietnamese letters, dashes and quotes
SAVE_AS = Message("Open it in Word or LibreOffice, save it as .docx, and take that file.")
SCAN = Message("Run text recognition (OCR) on it, or ask the office that drew up the report for its Word file.")
_NAME_IT = Message("Name the report's own file: .docx, .pdf, .html or .txt.")
_UNPACK = Message("Unpack it, and take the report that is in it.")
_BRING = Message("Bring the report itself as .docx, .pdf, .html or .txt.")
COPY_AGAIN = Message("Copy it again from where it came, or ask for it again.")
OWN_PAGE = "phulien check"  # the ``generator`` that the pages of checked documents name
_ENDINGS = {"docx": {".docx", ".docm", ".dotx"}, "pdf": {".pdf"}, "html": {".html", ".htm", ".xhtml"}}
SAYS = {
    "docx": mark("a Word document"),
    "pdf": mark("a PDF"),
    "html": mark("a web page"),
    "text": mark("plain text"),
}


def file_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        DocumentError: The file is missing, a folder, empty, larger than 50 MB, or cannot be read.
    """
    try:
        if path.is_dir():
            raise DocumentError(said(Message("{name} is a folder.", {"name": str(path)}), _NAME_IT))
        if not path.exists():
            raise DocumentError(Message("There is no file {name}. Check the name and the folder.", {"name": str(path)}))
        if not path.is_file():
            raise DocumentError(said(Message("{name} is no file.", {"name": str(path)}), _NAME_IT))
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise DocumentError(_too_large(path.name, size))
        data = read_bounded(path, SIZE_LIMIT)
    except FileRefusedError as error:  # it was changed after it had been looked at
        text = Message("{name} cannot be read: {what}.", {"name": path.name, "what": error.what})
        raise DocumentError(text) from error
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        text = Message(
            "{name} cannot be opened: {reason}. Close it elsewhere, or copy it and try again.",
            {"name": str(path), "reason": reason},
        )
        raise DocumentError(text) from error
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise DocumentError(
            Message("{name} is empty. Save the report again, or ask for it again.", {"name": path.name})
        )
    return data


def refuse_own_page(data: bytes, name: str) -> None:
    """A page about a checked document is no report: its sentences would be checked as if they were one.

    Raises:
        DocumentError: This program wrote the page.
    """
    if f'content="{OWN_PAGE}"'.encode() in data:
        text = Message("{name} is a page that phulien wrote about a document, not the document.", {"name": name})
        raise DocumentError(said(text, _BRING))


def said(*sentences: Sayable) -> Joined:
    """Sentences one after another: what was found, and what to do."""
    return Joined(sentences)


def _too_large(name: str, size: int) -> Message:
    return Message(
        "{name} has {size} MB, where a report has at most {limit}. "
        "Take the pictures out, or save the report without its annexes.",
        {"name": name, "size": size // 2**20, "limit": SIZE_LIMIT // 2**20},
    )


def format_of(data: bytes, name: str) -> str:
    """``docx``, ``pdf``, ``html`` or ``text``.

    Raises:
        DocumentError: It is something else; the message says what, and what to bring.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        raise DocumentError(_ole_message(data, name))
    if data.lstrip()[:5] == b"{\\rtf":
        raise DocumentError(said(Message("{name} is an RTF file.", {"name": name}), SAVE_AS))
    _refuse_pictures_and_archives(data, name)
    if _HTML_RE.match(data.removeprefix(b"\xef\xbb\xbf")) or len(_TAGS_RE.findall(data[:20_000])) > 1:
        return "html"
    if b"\x00" in data[:4096] and not utf16_of(data):
        raise DocumentError(no_text(name))
    return "text"


def utf16_of(data: bytes) -> str:
    """The codec of a text in UTF-16, with its mark or, by the high bytes of Vietnamese letters, without; else empty."""
    for sign, codec, high in ((b"\xff\xfe", "utf-16-le", 1), (b"\xfe\xff", "utf-16-be", 0)):
        highs = data[high:4096:2]
        if data.startswith(sign) or (b"\x00" in highs and not highs.strip(_HIGH_BYTES)):
            return codec
    return ""


def _refuse_pictures_and_archives(data: bytes, name: str) -> None:
    for magic, what in _PICTURES.items():
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            raise DocumentError(said(Message("{name} is {what}.", {"name": name, "what": Message(what)}), SCAN))
    for magic, what in _ARCHIVES.items():
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64] or magic == b"\x1f\x8b"):
            raise DocumentError(said(Message("{name} is {what}.", {"name": name, "what": Message(what)}), _UNPACK))


def no_text(name: str) -> Joined:
    """That bytes are no letters of any encoding."""
    text = Message("{name} is no document that can be read: its bytes are no text.", {"name": name})
    return said(text, _bring(name))


def _bring(name: str) -> Message:
    return Message(
        "Bring the report as .docx, .pdf, .html or .txt (is {name} damaged, or not the report?).", {"name": name}
    )


def _zip_format(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            names = {info.filename for info in infos}
            unpacked = sum(info.file_size for info in infos)
            kind = (
                archive.read("mimetype")[:80]
                if "mimetype" in names and archive.getinfo("mimetype").file_size < 200
                else b""
            )
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, KeyError) as error:
        text = Message(
            "{name} is damaged: it begins as a packed document (.docx) and cannot be unpacked.", {"name": name}
        )
        raise DocumentError(said(text, COPY_AGAIN)) from error
    if unpacked > UNPACKED_LIMIT:
        raise DocumentError(
            Message(
                "{name} unpacks to {size} MB, where a report has at most {limit}. "
                "It is no ordinary document; ask for it again.",
                {"name": name, "size": unpacked // 2**20, "limit": UNPACKED_LIMIT // 2**20},
            )
        )
    if any(part.startswith("word/") and part.endswith(".xml") for part in names):
        return "docx"
    what, remedy = _zip_kind(names, kind)
    raise DocumentError(said(Message("{name} is {what}.", {"name": name, "what": Message(what)}), remedy))


def _zip_kind(names: set[str], kind: bytes) -> tuple[str, Message]:
    """What a package holds, and what to do."""
    if any(part.startswith("xl/") for part in names):
        remedy = Message("Bring the report itself; its tables are read where they stand in it.")
        return mark("an Excel workbook"), remedy
    if any(part.startswith("ppt/") for part in names):
        return mark("a PowerPoint presentation"), _BRING
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        return mark("an OpenDocument file"), SAVE_AS
    if kind.startswith(b"application/epub"):
        return mark("an electronic book"), _BRING
    return mark("a ZIP archive"), _UNPACK


def _ole_message(data: bytes, name: str) -> Joined | Message:
    """What a file of the kind before .docx holds, and what to do."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return Message(
            "{name} is protected with a password. Ask for a copy without one (Word: File, Info, Protect Document).",
            {"name": name},
        )
    what, remedy = mark("a file of old Office that holds no Word document"), _bring(name)
    if holds("WordDocument"):
        what, remedy = mark("a Word document of the old kind (.doc)"), SAVE_AS
    elif holds("Workbook") or holds("Book"):
        what, remedy = mark("an Excel workbook of the old kind"), _BRING
    elif holds("PowerPoint Document"):
        what, remedy = mark("a presentation of the old kind"), _BRING
    return said(Message("{name} is {what}.", {"name": name, "what": Message(what)}), remedy)


def misnamed(path: Path, kind: str) -> Message | None:
    """What to remark of a file whose name says another format than its content; None where they agree."""
    ending = path.suffix.lower()
    named = next((fmt for fmt, endings in _ENDINGS.items() if ending in endings), None)
    if named is None or named == kind:
        return None
    return Message(
        "{name} is named {ending} and is {what}: it was read as that.",
        {"name": path.name, "ending": ending, "what": Message(SAYS[kind])},
    )
