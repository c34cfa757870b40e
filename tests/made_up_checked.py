"""A made-up report with a calculation of each outcome, checked. Nothing in here is a real figure.

480/500 = 96 %, printed 86 % (does not agree); 30 + 05 + 01 = 36 (agrees); 31.5000.000 is not in the form of a number.
"""

from functools import cache
from pathlib import Path

from phulien_analysis.documents.document import Cell, Document, Paragraph
from phulien_analysis.documents.opening import read_text
from phulien_analysis.stated.checking import CheckedDocument, check_document

NAME = "bao-cao.txt"
TEXT = """\
BÁO CÁO GIẢ ĐỊNH

I. KINH TẾ
1. Thu ngân sách
Thu ngân sách thực hiện 480 triệu đồng/500 triệu đồng, đạt 86% kế hoạch.

2. Đăng ký kinh doanh
Đã cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi 05 hồ sơ; cấp lại 01 hồ sơ.

II. XÃ HỘI
1. Quà tặng
Tặng quà trị giá 31.5000.000 đồng cho các hộ.
"""


def write_report(folder: Path) -> Path:
    """The report as a text file."""
    path = folder / NAME
    path.write_text(TEXT, encoding="utf-8")
    return path


# 290/320 = 90,6 % and 320 − 290 = 30: the printed 280 stands behind both
SHARED = "I. HỒ SƠ\nTiếp nhận 320 hồ sơ, đã giải quyết 280 hồ sơ, đạt 90,6%, còn lại 30 hồ sơ.\n"


@cache
def checked(text: str = TEXT, name: str = NAME) -> CheckedDocument:
    """A text, checked."""
    return check_document(read_text(text, name))


def checked_paragraphs(*paragraphs: Paragraph, remarks: tuple[str, ...] = ()) -> CheckedDocument:
    """Paragraphs built by hand, checked."""
    return check_document(Document(NAME, "text", "0" * 64, paragraphs, remarks))


def row(index: int, *texts: str, first: int = 0, table: int = 1) -> Paragraph:
    """A row of a table whose cells stand side by side from column ``first``."""
    cells, at = [], 0
    for column, text in enumerate(texts, start=first):
        cells.append(Cell(at, at + len(text), column, column))
        at += len(text) + len(" | ")
    return Paragraph(index, "row", " | ".join(texts), "I", f"p{index + 1}", cells=tuple(cells), table=table)
