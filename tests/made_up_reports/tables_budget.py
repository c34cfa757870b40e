"""Made-up tables of a budget: parts I, II with 1, 2 …; plan, month, so far, percent, the year before, against it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from tests.made_up_reports.tables import MadeUpTable, Number, TableCell
from tests.made_up_reports.tables_drafting import AREAS, Row, number_cells, rate_of, row_of, state, sum_of, titles

_TAXES = ("Thuế ngoài quốc doanh", "Lệ phí trước bạ", "Thuế thu nhập cá nhân", "Phí, lệ phí", "Tiền sử dụng đất",
          "Thu khác ngân sách", "Thuế sử dụng đất phi nông nghiệp", "Thu hoa lợi công sản")  # fmt: skip
_UNITS = (
    ("triệu đồng", 0, False),
    ("triệu đồng", 3, False),
    ("triệu đồng", 1, False),
    ("đồng", 0, True),
    ("nghìn đồng", 0, False),
)
_PARTS = ("Thu nội địa", "Thu bổ sung", "Thu tại xã", "Thu cân đối")
_TOTALS = ("Tổng thu", "TỔNG SỐ", "Tổng cộng", "Tổng thu ngân sách")


def budget(rng: random.Random) -> MadeUpTable:
    """The income of a place, with the total at the top or at the bottom."""
    writer = _Writer(rng)
    blocks = [writer.block(marker) for marker in ("I", "II", "III")[: rng.randint(2, 3)]]
    total = writer.whole([whole for whole, _ in blocks])
    top = writer.line(rng.choice(("", "A")), rng.choice(_TOTALS), total)
    lines = [line for _, block in blocks for line in block]
    table = writer.table
    table.body = [top, *lines] if rng.random() < 0.7 or top[0].text else [*lines, top]
    _head(rng, table, before=writer.before, growth=writer.growth)
    return table


class _Writer:
    """The rows of one budget, and what they state."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.unit, self.decimals, self.exact = rng.choice(_UNITS)
        self.english = rng.random() < 0.1
        self.before, self.growth = rng.random() < 0.6, rng.random() < 0.5
        self.places = rng.choice((1, 1, 2))
        self.size = 10 ** rng.choice((3, 4)) * (1000 if self.unit == "đồng" else 1)
        self.table = MadeUpTable("budget", titles(rng, f"Tình hình thu ngân sách {rng.choice(AREAS)}", self.unit))

    def block(self, marker: str) -> tuple[Row, list[list[TableCell]]]:
        """A part with what makes it up: its own numbers, and all its lines."""
        names = self.rng.sample(_TAXES, self.rng.randint(2, 5))
        leaves = [self._leaf() for _ in names]
        whole = self.whole(leaves)
        dash = self.rng.random() < 0.3
        lines = [self.line(marker, self.rng.choice(_PARTS), whole)]
        for number, (name, leaf) in enumerate(zip(names, leaves, strict=True), 1):
            lines.append(self.line("-" if dash else str(number), name, leaf))
        return whole, lines

    def _leaf(self) -> Row:
        """Numbers that are rounded only when they are printed, but for whole đồng."""
        plan = self.rng.uniform(0.1, 1) * self.size
        shares = (1.0, self.rng.uniform(0.02, 0.2), self.rng.uniform(0.3, 1.3), self.rng.uniform(0.3, 1.2))
        digits = self.decimals if self.exact else self.decimals + 2
        values = (Fraction(round(plan * share * 10**digits), 10**digits) for share in shares)
        row: Row = [self._number(value) for value in values]
        return row[: 4 if self.before else 3]

    def _number(self, value: Fraction) -> Number:
        return Number(value, self.decimals, self.exact, self.english)

    def whole(self, parts: Sequence[Row]) -> Row:
        """The sums of rows, before rounding."""
        row: Row = []
        for column in zip(*parts, strict=True):
            made = self._number(sum((n.value for n in column if n), Fraction(0)))
            state(self.table, sum_of(made, column))
            row.append(made)
        return row

    def line(self, marker: str, label: str, row: Row) -> list[TableCell]:
        """A row with its percentages."""
        plan, done, last = row[0], row[2], row[3] if self.before else None
        assert plan
        assert done
        percent, truth = rate_of(self.rng, done, plan, self.places)
        state(self.table, truth)
        rest: Row = [percent]
        if last is not None:
            against, truth = rate_of(self.rng, done, last, self.places, growth=self.growth)
            state(self.table, truth)
            rest += [last, against]
        return [*row_of(marker, label), *number_cells(self.rng, [*row[:3], *rest])]


def _head(rng: random.Random, table: MadeUpTable, *, before: bool, growth: bool) -> None:
    """The headings, on one row or on two, sometimes with the numbers of the columns below."""
    done = rng.choice(("Lũy kế", "Lũy kế 7 tháng", "Ước thực hiện 7 tháng"))
    percent = rng.choice(("Tỷ lệ (%)", "% KH", "Đạt (%)", "So sánh TH/DT (%)", "Lũy kế so với dự toán (%)"))
    against = "Tăng, giảm so cùng kỳ (%)" if growth else rng.choice(("So với cùng kỳ (%)", "So sánh cùng kỳ (%)"))
    plan = rng.choice(("Dự toán năm", "Kế hoạch năm 2025", "Dự toán giao"))
    rest = ["Cùng kỳ năm trước", against] if before else []
    if rng.random() < 0.5:
        table.head = [
            [*(TableCell(heading, high=2) for heading in ("STT", "Nội dung", plan)), TableCell("Thực hiện", wide=2),
             TableCell(percent, high=2), *(TableCell(heading, high=2) for heading in rest)],
            row_of("Tháng 7", done),
        ]  # fmt: skip
    else:
        table.head = [row_of("TT", "Chỉ tiêu", plan, "Thực hiện tháng 7", done, percent, *rest)]
    if rng.random() < 0.4:
        tail = (["5", rng.choice(("6=3/5", "6"))] if not growth else ["5", "6"]) if before else []
        table.head.append(row_of("A", "B", "1", "2", "3", rng.choice(("4=3/1", "4=3:1*100", "4=3/1x100%")), *tail))
