"""Documents made to harm whoever reads them: bombs, loops, depths. All texts are made up."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.made_up_docx import NAMESPACES, build

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SHOWN = b"BT /F1 12 Tf 72 700 Td (Tong thu 100 trieu dong, trong do thue 60 trieu dong, phi 40 trieu dong.) Tj ET"


def pdf(objects: Sequence[str | tuple[str, bytes]], *, xref_at: int | None = None, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1, the first being the catalogue; a pair is a dictionary and a stream."""
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        starts.append(len(data))
        if isinstance(content, tuple):
            head, stream = content
            body = f"<< {head} /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        else:
            body = content.encode()
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    place = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(b"%010d 00000 n \n" % start for start in starts)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return data + f"startxref\n{place if xref_at is None else xref_at}\n%%EOF\n".encode()


def page(
    content: bytes = SHOWN, *, resources: str = "/Font << /F1 4 0 R >>", head: str = ""
) -> list[str | tuple[str, bytes]]:
    """The objects of a PDF of one page; its font is 4, its content 5."""
    return [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {resources} >> /Contents 5 0 R >>",
        FONT,
        (head, content),
    ]


def looping_pages() -> bytes:
    """A page tree that holds itself."""
    objects = page()
    objects[1] = "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 1000000000 >>"
    return pdf(objects)


def doubling_pages(levels: int = 40) -> bytes:
    """A page tree in which each level holds the next twice: 2^40 pages."""
    objects = page()
    objects[1] = "<< /Type /Pages /Kids [6 0 R 6 0 R] /Count 1099511627776 >>"
    objects += [f"<< /Type /Pages /Kids [{n} 0 R {n} 0 R] /Count 1 >>" for n in range(7, 6 + levels)]
    objects.append("<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>")
    return pdf(objects)


def looping_xref() -> bytes:
    """A cross-reference table whose previous one is itself."""
    data = pdf(page(), trailer="/Prev 0000000000")
    place = data.index(b"xref\n")
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % place)


def recursive_form() -> bytes:
    """A form that shows itself."""
    resources = "/Font << /F1 4 0 R >> /XObject << /X 6 0 R >>"
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {resources} >>"
    return pdf([*page(b"/X Do " + SHOWN, resources=resources), (form, b"/X Do /X Do")])


def doubling_forms(levels: int = 40) -> bytes:
    """Forms that each show the next twice: 2^40 times the last."""
    resources = "/Font << /F1 4 0 R >> /XObject << /X 6 0 R >>"
    objects = page(b"/X Do " + SHOWN, resources=resources)
    for number in range(7, 7 + levels):
        inside = f"/Font << /F1 4 0 R >> /XObject << /X {number} 0 R >>"
        objects.append((f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {inside} >>", b"/X Do /X Do"))
    objects.append(("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"q Q"))
    return pdf(objects)


def flate_bomb(megabytes: int = 600) -> bytes:
    """A page's content that unpacks to hundreds of megabytes of blanks: packed twice, it is a few kilobytes."""
    packer = zlib.compressobj(9)
    blanks = b" " * 2**20
    once = b"".join(packer.compress(blanks) for _ in range(megabytes)) + packer.flush()
    return pdf(page(zlib.compress(once, 9), head="/Filter [/FlateDecode /FlateDecode]"))


def many_pages(count: int = 2_000) -> bytes:
    """Thousands of pages that are one and the same object's kin."""
    objects = page()
    kids = " ".join(f"{number} 0 R" for number in range(6, 6 + count))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"] * count
    return pdf(objects)


def deep_pdf(depth: int = 100_000) -> bytes:
    """A content of brackets in brackets."""
    return pdf(page(b"[" * depth + SHOWN))


def script_pdf() -> bytes:
    """A PDF that would run a script when it is opened."""
    objects = page()
    objects[0] = (
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\('http://x'\\)) >> >>"
    )
    return pdf(objects)


def docx_bomb(path: Path, megabytes: int = 60) -> Path:
    """A DOCX whose text part unpacks to a thousand times its size."""
    head = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>".encode()
    tail = b"</w:t></w:r></w:p></w:body></w:document>"
    build(path, ["Thu 5."])
    parts = read_parts(path)
    parts["word/document.xml"] = head + b" " * (megabytes * 2**20) + tail
    return write_parts(path, parts)


def lying_docx(path: Path) -> Path:
    """A DOCX whose directory says that its text part has 100 bytes, where it has millions."""
    docx_bomb(path, 3)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    return _written(path, bytes(data).replace(size, (100).to_bytes(4, "little")))


def laughing_docx(path: Path, declaration: str = "", *, encoding: str = "utf-8") -> Path:
    """A DOCX with entities: a billion laughs, or those of the declaration."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declared = declaration or f'<!DOCTYPE w [<!ENTITY a0 "ha">{laughs}]>'
    text = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    build(path, ["Thu 5."])
    parts = read_parts(path)
    parts["word/document.xml"] = f'<?xml version="1.0" encoding="{encoding}"?>{declared}{text}'.encode(encoding)
    return write_parts(path, parts)


def deep_docx(path: Path, depth: int = 20_000) -> Path:
    """A DOCX whose elements lie in one another."""
    build(path, ["Thu 5."])
    parts = read_parts(path)
    inside = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
    parts["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>".encode()
    return write_parts(path, parts)


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(path: Path, parts: Mapping[str, bytes]) -> Path:
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
