"""Made-up tables of amounts: production by unit, public works, shares of two years."""

from __future__ import annotations

import random
from fractions import Fraction

from tests.made_up_reports.tables import MadeUpTable, Number, TableCell, Truth
from tests.made_up_reports.tables_drafting import (
    AREAS,
    Row,
    number_cells,
    rate_of,
    row_of,
    state,
    sum_of,
    titles,
)

_CROPS = ("Lúa", "Ngô", "Khoai", "Rau màu", "Cây ăn quả", "Đậu tương", "Lạc")
_WORKS = ("Đường liên thôn", "Trường mầm non", "Nhà văn hóa", "Kênh nội đồng", "Trạm y tế", "Cầu dân sinh", "Chợ xã")


def production(rng: random.Random) -> MadeUpTable:
    """Targets in several units: area as the sum of crops, yields that are not added, plan and year before, percents."""
    table = MadeUpTable("production", titles(rng, "Các chỉ tiêu kinh tế - xã hội chủ yếu", ""))
    names = rng.sample(_CROPS, rng.randint(2, 5))
    decimals = rng.choice((0, 1, 2))

    def numbers(low: float, high: float, places: int, *, exact: bool = False) -> Row:
        plan = rng.uniform(low, high)
        values = (plan, plan * rng.uniform(0.5, 1.1), plan * rng.uniform(0.5, 1.1))
        return [Number(Fraction(round(v * 10**places), 10**places), places, exact) for v in values]

    def line(marker: str, label: str, unit: str, row: Row) -> list[TableCell]:
        plan, done, before = row
        assert plan
        assert done
        assert before
        percent, first = rate_of(rng, done, plan, 1)
        against, second = rate_of(rng, done, before, 1)
        state(table, first, second)
        return [*row_of(marker, label, unit), *number_cells(rng, [*row, percent, against])]

    areas = [numbers(20, 500, decimals) for _ in names]
    total: Row = []
    for column in range(3):
        stated = Number(sum((n.value for row in areas if (n := row[column])), Fraction(0)), decimals, exact=False)
        state(table, sum_of(stated, [row[column] for row in areas]))
        total.append(stated)
    table.body = [line("1", "Tổng diện tích gieo trồng", "ha", total)]
    sign = rng.random() < 0.5
    table.body += [
        line("" if sign else "-", f"- {n}" if sign else n, "ha", row) for n, row in zip(names, areas, strict=True)
    ]
    table.body += [
        line(str(n), f"Năng suất {name.lower()}", "tạ/ha", numbers(30, 70, 1)) for n, name in enumerate(names, 2)
    ]
    table.body += [
        line(str(len(names) + 2), "Tổng đàn gia cầm", "con", numbers(2000, 90000, 0, exact=True)),
        line(str(len(names) + 3), "Dân số trung bình", "người", numbers(3000, 30000, 0, exact=True)),
        line(str(len(names) + 4), "Tỷ lệ hộ dùng nước sạch", "%", numbers(50, 90, 1)),
    ]
    table.head = [
        row_of("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện 6 tháng", "Cùng kỳ năm trước", "TH so với KH (%)",
              "TH so với cùng kỳ (%)")
    ]  # fmt: skip
    return table


def projects(rng: random.Random) -> MadeUpTable:
    """Public works: capital given, paid out, what is left, percent paid; a total at the top or bottom."""
    decimals = rng.choice((0, 3))
    table = MadeUpTable("projects", titles(rng, "Tình hình giải ngân vốn đầu tư công", "triệu đồng"))
    names = rng.sample(_WORKS, rng.randint(3, 6))

    def row(given: Fraction, paid: Fraction, cost: Fraction) -> Row:
        values = (cost, given, paid, given - paid)
        made = [Number(v, decimals, exact=False) for v in values]
        percent, truth = rate_of(rng, made[2], made[1], 1)
        state(table, truth, Truth("sum", made[3], (made[1], made[2]), (1, -1)))
        return [*made, percent]

    lines = []
    for _ in names:
        given = Fraction(rng.randint(10**5, 10**7), 1000)
        paid = given * rng.randint(100, 1000) / 1000
        lines.append(row(given, Fraction(round(paid * 1000), 1000), given + Fraction(rng.randint(1, 10**6), 1000)))
    sums = [sum((n.value for one in lines if (n := one[c])), Fraction(0)) for c in range(4)]
    total = row(sums[1], sums[2], sums[0])
    for column in range(4):
        stated = total[column]
        assert stated
        state(table, sum_of(stated, [one[column] for one in lines]))
    last = rng.choice(("Còn lại", "Vốn còn lại chưa giải ngân"))
    table.head = [
        row_of(
            "STT",
            "Tên dự án",
            "Chủ đầu tư",
            "Tổng mức đầu tư",
            "Vốn giao năm 2025",
            "Đã giải ngân",
            last,
            "Tỷ lệ giải ngân (%)",
            "Ghi chú",
        )
    ]
    who = [f"UBND {rng.choice(AREAS)}" for _ in names]
    table.body = [
        [*row_of(str(n), name, office), *number_cells(rng, one), TableCell("")]
        for n, (name, office, one) in enumerate(zip(names, who, lines, strict=True), 1)
    ]
    top = [*row_of("", "Tổng số", ""), *number_cells(rng, total), TableCell("")]
    table.body = [top, *table.body] if rng.random() < 0.5 else [*table.body, top]
    return table


def shares(rng: random.Random) -> MadeUpTable:
    """Two years side by side: value, share of the total, and how much more or less."""
    table = MadeUpTable("shares", titles(rng, "Giá trị sản xuất theo ngành", "tỷ đồng"))
    names = ("Nông, lâm, thủy sản", "Công nghiệp, xây dựng", "Thương mại, dịch vụ", "Ngành khác")[: rng.randint(3, 4)]
    pairs = [(Fraction(rng.randint(200, 9000), 10), Fraction(rng.randint(200, 9000), 10)) for _ in names]
    lines = [[Number(a, 1, exact=False), Number(b, 1, exact=False)] for a, b in pairs]
    total = [Number(sum((p[c] for p in pairs), Fraction(0)), 1, exact=False) for c in (0, 1)]
    for column in (0, 1):
        state(table, sum_of(total[column], [line[column] for line in lines]))
    table.head = [
        row_of(
            "TT",
            "Ngành",
            "Năm 2024",
            "Năm 2025",
            rng.choice(("Tăng/giảm", "Chênh lệch", "Tăng (+), giảm (-)")),
            "Cơ cấu năm 2025 (%)",
            "Tốc độ tăng (%)",
        )
    ]
    places = rng.choice((1, 2))
    for marker, name, line in [
        ("", "Tổng số", total),
        *((str(n), name, line) for n, (name, line) in enumerate(zip(names, lines, strict=True), 1)),
    ]:
        before, now = line
        change = Number(now.value - before.value, 1, exact=False, signed=rng.random() < 0.2)
        grown, growth = rate_of(rng, now, before, places, growth=True)
        share, truth = rate_of(rng, now, total[1], places)
        state(table, Truth("sum", change, (now, before), (1, -1)), growth, truth if line is not total else None)
        table.body.append([*row_of(marker, name), *number_cells(rng, [before, now, change, share, grown])])
    return table
