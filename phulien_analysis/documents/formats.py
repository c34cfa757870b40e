"""What a file is, by its content: the name's ending is only what somebody says of it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from phulien_analysis.documents.problems import DocumentError

SIZE_LIMIT = 50 * 2**20
UNPACKED_LIMIT = 500 * 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_RE = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200}|<!--.{0,2000}?-->\s{0,200}){0,3}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS_RE = re.compile(rb"</(?:p|div|table|li|h[1-6])>", re.IGNORECASE)
_PICTURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"BM": "a BMP picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
}
_ARCHIVES = {
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "a database",
}
_SAVE_AS = "Open it in Word or LibreOffice, save it as .docx, and take that file."
_SCAN = "Run text recognition (OCR) on it, or ask the office that drew up the report for its Word file."
_ENDINGS = {"docx": {".docx", ".docm", ".dotx"}, "pdf": {".pdf"}, "html": {".html", ".htm", ".xhtml"}}
_SAYS = {"docx": "a Word document", "pdf": "a PDF", "html": "a web page", "text": "plain text"}


def file_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        DocumentError: The file is missing, a folder, empty, larger than 50 MB, or cannot be read.
    """
    try:
        if path.is_dir():
            raise DocumentError(f"{path} is a folder. Name the report's own file: .docx, .pdf, .html or .txt.")
        if not path.exists():
            raise DocumentError(f"There is no file {path}. Check the name and the folder.")
        if not path.is_file():
            raise DocumentError(f"{path} is no file. Name the report's own file: .docx, .pdf, .html or .txt.")
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise DocumentError(
                f"{path.name} has {size // 2**20} MB, where a report has at most {SIZE_LIMIT // 2**20}. "
                "Take the pictures out, or save the report without its annexes."
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DocumentError(
            f"{path} cannot be opened: {reason}. Close it elsewhere, or copy it and try again."
        ) from error
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise DocumentError(f"{path.name} is empty. Save the report again, or ask for it again.")
    return data


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
        raise DocumentError(f"{name} is an RTF file. {_SAVE_AS}")
    _refuse_pictures_and_archives(data, name)
    if _HTML_RE.match(data.removeprefix(b"\xef\xbb\xbf")) or len(_TAGS_RE.findall(data[:20_000])) > 1:
        return "html"
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(f"{name} is no document that can be read: its bytes are no text. {_bring(name)}")
    return "text"


def _refuse_pictures_and_archives(data: bytes, name: str) -> None:
    for magic, what in _PICTURES.items():
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            raise DocumentError(f"{name} is {what}. {_SCAN}")
    for magic, what in _ARCHIVES.items():
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64] or magic == b"\x1f\x8b"):
            raise DocumentError(f"{name} is {what}. Unpack it, and take the report that is in it.")


def _bring(name: str) -> str:
    return f"Bring the report as .docx, .pdf, .html or .txt (is {name} damaged, or not the report?)."


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
        raise DocumentError(
            f"{name} is damaged: it begins as a packed document (.docx) and cannot be unpacked. "
            "Copy it again from where it came, or ask for it again."
        ) from error
    if unpacked > UNPACKED_LIMIT:
        raise DocumentError(
            f"{name} unpacks to {unpacked // 2**20} MB, where a report has at most {UNPACKED_LIMIT // 2**20}. "
            "It is no ordinary document; ask for it again."
        )
    if any(part.startswith("word/") and part.endswith(".xml") for part in names):
        return "docx"
    raise DocumentError(f"{name} is {_zip_kind(names, kind)}")


def _zip_kind(names: set[str], kind: bytes) -> str:
    if any(part.startswith("xl/") for part in names):
        return "an Excel workbook. Bring the report itself; its tables are read where they stand in it."
    if any(part.startswith("ppt/") for part in names):
        return "a PowerPoint presentation. Bring the report itself as .docx, .pdf, .html or .txt."
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        return f"an OpenDocument file. {_SAVE_AS}"
    if kind.startswith(b"application/epub"):
        return "an electronic book. Bring the report itself as .docx, .pdf, .html or .txt."
    return "a ZIP archive. Unpack it, and take the report that is in it."


def _ole_message(data: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return f"{name} is protected with a password. Ask for a copy without one (Word: File, Info, Protect Document)."
    if holds("WordDocument"):
        return f"{name} is a Word document of the old kind (.doc). {_SAVE_AS}"
    if holds("Workbook") or holds("Book"):
        return f"{name} is an Excel workbook of the old kind. Bring the report itself as .docx, .pdf, .html or .txt."
    if holds("PowerPoint Document"):
        return f"{name} is a presentation of the old kind. Bring the report itself as .docx, .pdf, .html or .txt."
    return f"{name} is a file of old Office that holds no Word document. {_bring(name)}"


def misnamed(path: Path, kind: str) -> str:
    """What to remark of a file whose name says another format than its content; empty where they agree."""
    ending = path.suffix.lower()
    said = next((fmt for fmt, endings in _ENDINGS.items() if ending in endings), None)
    if said is None or said == kind:
        return ""
    return f"{path.name} is named {ending} and is {_SAYS[kind]}: it was read as that."
