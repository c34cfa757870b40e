"""Opening: any file an office sends becomes a Document, or an error that says what to bring instead."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from phulien_analysis.documents import formats
from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.documents.encodings import decode_as, decoded_from, detect_legacy, normalise
from phulien_analysis.documents.lookalikes import count_unsure
from phulien_analysis.documents.notes import content_of, with_typed_notes
from phulien_analysis.documents.plain import read_plain
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.documents.raw import RawContent, RawParagraph
from phulien_analysis.documents.secrecy import refuse_secret
from phulien_analysis.documents.sections import Placed, place_paragraphs
from phulien_analysis.messages import Label, Message

_LONGEST_TEXT = 5_000_000


@dataclass(frozen=True)
class Opened:
    """A document, where each of its paragraphs comes from in the file (same order), and the file's raw content."""

    document: Document
    placed: tuple[Placed, ...]
    content: RawContent


def read_document(path: str | Path) -> Document:
    """Read a report: DOCX, PDF, HTML or text, told apart by content.

    Raises:
        DocumentError: It cannot be read; the message says why and what to bring.
        SecretDocumentError: It bears a stamp of secrecy.
    """
    return open_document(path).document


def read_text(text: str, name: str = "pasted text") -> Document:
    """Read a report from its text, typed or pasted.

    Raises:
        DocumentError: The text is empty.
        SecretDocumentError: It bears a stamp of secrecy.
    """
    data = text.encode("utf-8", "surrogatepass")
    return _opened(_from_text(text, name), name, "text", data).document


def open_document(path: str | Path) -> Opened:
    """As :func:`read_document`, with where each paragraph comes from: what marking a file needs."""
    file = Path(path)
    data = formats.file_bytes(file)
    kind = formats.format_of(data, file.name)
    content = _content(file, data, kind)
    return _opened(content, file.name, kind, data, formats.misnamed(file, kind))


def _content(file: Path, data: bytes, kind: str) -> RawContent:
    """What a format's reader gives; it is imported when there is such a file, for it takes long to import."""
    if kind == "docx":
        return _docx(file)
    if kind == "pdf":
        from phulien_analysis.documents.pdf import read_pdf

        return read_pdf(data, file.name)
    if kind == "html":
        from phulien_analysis.documents.html import read_html

        formats.refuse_own_page(data, file.name)
        return read_html(data, file.name)
    return _from_text(_decoded(data, file.name), file.name)


def _docx(file: Path) -> RawContent:
    from phulien_analysis.documents.docx import read_docx

    try:
        return read_docx(file)
    except (ValueError, LookupError, AttributeError, TypeError, OSError, ArithmeticError, RecursionError) as error:
        text = Message(
            "{name} is damaged: its text cannot be taken out. Open it in Word, save it again, and take that file.",
            {"name": file.name},
        )
        raise DocumentError(text) from error


def _opened(content: RawContent, name: str, kind: str, data: bytes, remark: Message | None = None) -> Opened:
    refuse_secret(name, [raw.text for raw in _all(content.paragraphs)], content.stamps)
    if kind in {"docx", "html"}:
        content = with_typed_notes(content)
    placed = tuple(place_paragraphs(content.paragraphs))
    if not any(piece.paragraph.text for piece in placed):
        raise DocumentError(
            Message("{name} holds no text. Save the report again, or ask for it again.", {"name": name})
        )
    remarks = (*([remark] if remark else []), *content.remarks, *_unsure(piece.paragraph.text for piece in placed))
    paragraphs: tuple[Paragraph, ...] = tuple(piece.paragraph for piece in placed)
    document = Document(name, kind, hashlib.sha256(data).hexdigest(), paragraphs, remarks)
    return Opened(document, placed, content)


def _unsure(texts: Iterable[str]) -> Iterator[Message]:
    """That some numbers cannot be told from their digits, if there are any."""
    count = sum(map(count_unsure, texts))
    if count:
        yield Message(
            "{count} number(s) are typed with digits of another script, with letters among the digits, or turned "
            "around; they are not read. Type them again with the digits 0-9.",
            {"count": count},
        )


def _all(paragraphs: Iterable[RawParagraph]) -> Iterator[RawParagraph]:
    for raw in paragraphs:
        yield raw
        for note in raw.notes:
            yield from _all(note.paragraphs)


def _decoded(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, UTF-16, else an old encoding of Vietnamese."""
    codec = formats.utf16_of(data)
    if codec:
        return data.decode(codec, "replace").removeprefix("\ufeff")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _old(data, name)
    strange = sum(letter < " " and letter not in "\t\n\r\x0b\x0c" for letter in text) + text.count("\ufffd")
    if strange > 0.02 * len(text):
        raise DocumentError(formats.no_text(name))
    return text


def _old(data: bytes, name: str) -> str:
    latin = data.decode("latin-1")
    if detect_legacy(latin):
        return latin
    damaged = data.decode("utf-8-sig", "replace")
    if damaged.count("\ufffd") * 50 < len(damaged):
        return damaged
    text = data.decode("cp1258", "replace")
    if text.count("\ufffd") * 100 > len(text):
        raise DocumentError(
            Message(
                "{name} is in an encoding that is not known here. "
                "Save it again as text in UTF-8, or bring the Word file.",
                {"name": name},
            )
        )
    return text


def _from_text(text: str, name: str) -> RawContent:
    if len(text) > _LONGEST_TEXT:
        raise DocumentError(
            Message(
                "{name} has {count} letters, where a report has at most {limit}. Bring the report alone.",
                {"name": name, "count": _grouped(len(text)), "limit": _grouped(_LONGEST_TEXT)},
            )
        )
    remarks = []
    encoding = detect_legacy(text)
    if encoding:
        text = decode_as(text, encoding)
        remarks.append(decoded_from(name, encoding))
    clean = normalise(text)
    clean = "".join(letter for letter in clean if letter >= " " or letter in "\t\n\r\x0b\x0c")
    sheet = read_plain(clean)
    lines = tuple(line for raw in clean.splitlines()[:400] if (line := raw.strip()) and len(line) < 200)[:40]
    refuse_secret(name, lines, ())
    content = content_of(sheet)
    return RawContent(content.paragraphs, content.stamps, (*remarks, *content.remarks))


def _grouped(count: int) -> Label:
    english = f"{count:,}"
    return Label(english.replace(",", "."), english)
