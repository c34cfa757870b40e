"""The unit of a number in a table: from its row, the heading of its column, or the line above the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from phulien_analysis.catalogue import Unit
from phulien_analysis.reading.units import TIMES, unit_at

_SAID = re.compile(
    r"(?:đvt|đơn vị tính|đơn vị|đ\.?v\.? ?tính)(?: ?\([^()]{0,20}\))?\s?:\s?(?P<unit>1\.?000 ?đ\w{0,4}|[^;.()]{1,40})"
)
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{1,40})\)")
_THOUSAND = re.compile(r"(?:1\.?000|nghìn|ngàn) ?(?:đồng|đ)")
_COUNTED = re.compile(
    r"(?:tổng )?số (?:lượng )?(?P<noun>\S.{0,40})|(?P<alone>nam|nữ|hộ(?: cận)? nghèo|hồ sơ|nhân khẩu|học sinh|trẻ em)"
)
RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng|suất)(?!\w)|%|(?<!\w)(?:cơ cấu|tốc độ|qt/dt|tương đối)(?!\w)")
COMPARED = re.compile(r"(?<!\w)(?:so (?:với|sánh)|đạt|so|tăng|giảm|chênh lệch)(?!\w)")
AVERAGE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|đơn giá|giá(?! trị)|năng suất|mật độ|hệ số|chỉ số|điểm|định mức|"
    r"mức (?:chi|thu|hỗ trợ))(?!\w)"
)
PERCENT = Unit(unit="percent", dimension="ratio", scale=Decimal("0.01"), counted=False, label_vi="%", label_en="%")
ROUNDED = Unit.model_construct(
    unit="", dimension="", scale=Decimal(1), counted=False, label_vi="", label_en=""
)  # of a number that may be rounded: nothing says what it counts


def unit_of(text: str) -> Unit | None:
    """The unit that a text consists of (``Triệu đồng``, ``%``, ``1.000 đồng``); None where it is none."""
    words = text.strip(" .:;").lower()
    if _THOUSAND.fullmatch(words):
        words = "nghìn đồng"
    first = re.split(r"[,;]| và ", words, maxsplit=1)[0].strip()
    here = unit_at(first, 0)
    if here is None or here.end != len(first):
        return None
    return TIMES if here.unit.unit == "occasion" else here.unit


def said_unit(texts: Sequence[str]) -> Unit | None:
    """The unit that stands above a table (``ĐVT: triệu đồng``), the nearest one."""
    for text in reversed(texts):
        found = _SAID.search(text.lower())
        unit = unit_of(found["unit"]) if found else _bracketed(text.lower())
        if unit is not None:
            return unit
    return None


def heading_unit(headings: Iterable[str]) -> Unit | None:
    """The unit that the headings of a column say, the lowest first: in brackets, by a sign, or as what is counted."""
    for heading in reversed([heading.lower() for heading in headings]):
        if "%" in heading:
            return PERCENT
        unit = _bracketed(heading) or _noun(heading)
        if unit is not None:
            return unit
    return None


def row_unit(printed: str, name: str) -> Unit | None:
    """The unit of a row: from its own cell, else in brackets after its name (``Dân số (người)``)."""
    return unit_of(printed) or _bracketed(name.lower())


def _bracketed(text: str) -> Unit | None:
    units = (unit_of(found["inside"].removeprefix("đvt:")) for found in _IN_BRACKETS.finditer(text))
    return next((unit for unit in units if unit is not None), None)


def _noun(heading: str) -> Unit | None:
    """What is counted: ``Số hộ nghèo``, ``Nữ``."""
    found = _COUNTED.fullmatch(heading.strip(" .:"))
    here = unit_at(found["noun"] or found["alone"], 0) if found else None
    return here.unit if here is not None and here.unit.counted else None
