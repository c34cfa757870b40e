"""What the kinds of made-up tables are written with: cells, totals, percentages, titles."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.made_up_reports.tables import MadeUpTable, Number, TableCell, Truth

Row = list[Number | None]
AREAS = ("An Bình", "Đồng Sen", "Bãi Giá", "Cầu Tre", "Gò Nổi", "Hòa Lạc", "Kim Liên", "Lộc Điền", "Mỹ Trà", "Phú Cốc")
FIELDS = ("Hộ tịch", "Đất đai", "Chứng thực", "Bảo trợ xã hội", "Thành lập hộ kinh doanh", "Xây dựng", "Người có công",
           "Giáo dục", "Y tế")  # fmt: skip


def row_of(*texts: str) -> list[TableCell]:
    """Cells with texts."""
    return [TableCell(content) for content in texts]


def number_cells(rng: random.Random, numbers: Sequence[Number | None]) -> list[TableCell]:
    """Cells with numbers; where there is none, nothing or a dash."""
    return [TableCell(rng.choice(("", "-", "")) if n is None else n) for n in numbers]


def sum_of(stated: Number, parts: Sequence[Number | None]) -> Truth | None:
    """A total and its parts; None where there is but one."""
    known = tuple(part for part in parts if part is not None)
    return Truth("sum", stated, known) if len(known) > 1 else None


def rate_of(rng: random.Random, a: Number, b: Number, decimals: int, **kind: bool) -> tuple[Number, Truth]:
    """``a/b`` in percent, or with ``growth`` how much more; worked out from the values before rounding."""
    growth = kind.get("growth", False)
    value = a.value / b.value * 100 - (100 if growth else 0)
    signed = growth and rng.random() < 0.3
    stated = Number(value, decimals, exact=False, english=a.english, signed=signed)
    return stated, Truth("growth" if growth else "ratio", stated, (a, b))


def state(table: MadeUpTable, *truths: Truth | None) -> None:
    """Say what a table states."""
    table.truths += [truth for truth in truths if truth is not None]


def titles(rng: random.Random, name: str, unit: str) -> list[str]:
    """The lines above a table: its name, and the unit if it has one."""
    number = rng.randint(1, 12)
    title = rng.choice(
        (f"Biểu số {number:02d}: {name}", f"Phụ lục {number}. {name}", f"Bảng {number}: {name}", name.upper())
    )
    said = rng.choice((f"ĐVT: {unit}", f"Đơn vị tính: {unit}", f"(Đơn vị: {unit})", f"Đơn vị: {unit.capitalize()}"))
    return [title, *([said] if unit else [])]
