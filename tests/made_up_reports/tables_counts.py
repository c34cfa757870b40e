"""Made-up tables of counts: dossiers, residents, one column with its total; and tables that state nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from tests.made_up_reports.tables import MadeUpTable, Number, TableCell, Truth
from tests.made_up_reports.tables_drafting import (
    AREAS,
    FIELDS,
    Row,
    number_cells,
    rate_of,
    row_of,
    state,
    sum_of,
    titles,
)


def dossiers(rng: random.Random) -> MadeUpTable:
    """Dossiers by field: received (before, in the period), settled (early, on time, late), open, percent on time."""
    table = MadeUpTable("dossiers", titles(rng, "Kết quả giải quyết thủ tục hành chính", rng.choice(("hồ sơ", "", ""))))
    names = rng.sample(FIELDS, rng.randint(3, 8))
    size = rng.choice((9, 60, 900))
    lines: list[list[Number]] = []
    for _ in names:
        early, on_time, late = rng.randint(0, size), rng.randint(1, size), rng.choice((0, 0, rng.randint(0, 5)))
        left, old = rng.randint(0, size // 3), rng.randint(0, size // 4)
        settled = early + on_time + late
        old = min(old, settled + left)
        lines.append(_dossier_row((settled + left, old, settled + left - old, settled, early, on_time, late, left)))
    total = _dossier_row(tuple(int(sum(row[c].value for row in lines)) for c in range(8)))
    rates = rng.random() < 0.6
    for row in (*lines, total):
        every, before, fresh, done, sooner, in_time, after, open_ = row
        state(table, Truth("sum", every, (before, fresh)), Truth("sum", done, (sooner, in_time, after)))
        state(table, Truth("sum", open_, (every, done), (1, -1)))
        if rates:
            rate, truth = rate_of(rng, done, every, 1)
            row.append(rate)
            state(table, truth)
    for column in range(8):
        state(table, sum_of(total[column], [row[column] for row in lines]))
    last = ["Tỷ lệ giải quyết (%)"] if rates else []
    table.head = [
        [TableCell("STT", high=2), TableCell("Lĩnh vực", high=2), TableCell("Số hồ sơ tiếp nhận", wide=3),
         TableCell("Số hồ sơ đã giải quyết", wide=4), TableCell(rng.choice(("Đang giải quyết", "Còn lại")), high=2),
         *(TableCell(heading, high=2) for heading in last)],
        row_of("Tổng số", "Kỳ trước chuyển sang", "Tiếp nhận mới", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
    ]  # fmt: skip
    if rng.random() < 0.4:
        numbers = ["1=2+3", "2", "3", "4=5+6+7", "5", "6", "7", "8=1-4", *(["9=4/1"] if rates else [])]
        table.head.append(
            row_of("A", "B", *(f"({n.split('=')[0]})" + ("=" + n.split("=")[1] if "=" in n else "") for n in numbers))
        )
    table.body = [
        [*row_of(str(n), name), *number_cells(rng, row)]
        for n, (name, row) in enumerate(zip(names, lines, strict=True), 1)
    ]
    table.body.append([TableCell(rng.choice(("Tổng cộng", "Cộng", "Tổng số")), wide=2), *number_cells(rng, total)])
    return table


def _dossier_row(values: Sequence[int]) -> list[Number]:
    return [Number(Fraction(value)) for value in values]


def residents(rng: random.Random) -> MadeUpTable:
    """Households and people by area; men and women; poor households and their share; a total at the bottom or top."""
    table = MadeUpTable("residents", titles(rng, "Tổng hợp dân số, hộ nghèo", ""))
    names = rng.sample(AREAS, rng.randint(3, 9))
    lines: list[list[Number]] = []
    for _ in names:
        men, women, households = rng.randint(90, 999), rng.randint(90, 999), rng.randint(60, 400)
        lines.append([Number(Fraction(v)) for v in (households, men + women, men, women, rng.randint(0, 25))])
    total = [Number(sum((row[c].value for row in lines), Fraction(0))) for c in range(5)]
    for column, stated in enumerate(total):
        state(table, sum_of(stated, [row[column] for row in lines]))
    for row in (*lines, total):
        homes, people, male, female, poor = row
        rate, truth = rate_of(rng, poor, homes, 2)
        state(table, truth, Truth("sum", people, (male, female)))
        row.append(rate)
    heads = ("Số hộ", "Số nhân khẩu", "Nam", "Nữ", "Hộ nghèo", "Tỷ lệ hộ nghèo (%)")
    if rng.random() < 0.5:
        table.head = [
            [*(TableCell(t, high=2) for t in ("STT", "Tổ dân phố", "Số hộ")), TableCell("Nhân khẩu", wide=3),
             TableCell("Hộ nghèo", wide=2)],
            row_of("Tổng số", "Nam", "Nữ", "Số hộ", "Tỷ lệ (%)"),
        ]  # fmt: skip
    else:
        table.head = [row_of("STT", rng.choice(("Tổ dân phố", "Đơn vị", "Thôn")), *heads)]
    table.body = [
        [*row_of(str(n), name), *number_cells(rng, row)]
        for n, (name, row) in enumerate(zip(names, lines, strict=True), 1)
    ]
    last = [*row_of("", rng.choice(("Tổng", "Tổng cộng", "Toàn phường"))), *number_cells(rng, total)]
    table.body = [last, *table.body] if rng.random() < 0.3 else [*table.body, last]
    return table


def simple(rng: random.Random) -> MadeUpTable:
    """One column of counts with its total."""
    unit = rng.choice(("hồ sơ", "lượt người", "trường hợp", ""))
    table = MadeUpTable("simple", titles(rng, "Kết quả thực hiện", unit))
    names = rng.sample(FIELDS, rng.randint(3, 8))
    numbers = [Number(Fraction(rng.randint(3, rng.choice((40, 900, 5000))))) for _ in names]
    total = Number(sum((n.value for n in numbers), Fraction(0)))
    state(table, sum_of(total, numbers))
    table.head = [row_of("STT", "Nội dung", rng.choice(("Số lượng", "Kết quả", "Thực hiện")), "Ghi chú")]
    table.body = [
        [*row_of(str(n), name), TableCell(one), TableCell("")]
        for n, (name, one) in enumerate(zip(names, numbers, strict=True), 1)
    ]
    table.body.append([TableCell("Tổng cộng", wide=2), TableCell(total), TableCell("")])
    return table


def of_which(rng: random.Random) -> MadeUpTable:
    """Numbered totals with parts “trong đó” that overlap or are not all; none is more than its whole."""
    table = MadeUpTable("of which", titles(rng, "Một số chỉ tiêu xã hội", ""))
    for nth in range(1, rng.randint(3, 6)):
        total, before = rng.randint(40, 900), rng.randint(40, 900)
        table.body.append(
            [
                *row_of(str(nth), f"Tổng số {rng.choice(('hộ', 'lao động', 'trẻ em', 'đối tượng'))} {nth}"),
                *number_cells(rng, [Number(Fraction(total)), Number(Fraction(before))]),
            ]
        )
        table.body.append([*row_of("", "Trong đó:"), *number_cells(rng, [None, None])])
        for name in rng.sample(("Nữ", "Dân tộc thiểu số", "Trên 60 tuổi", "Khuyết tật"), rng.randint(2, 3)):
            numbers: Row = [
                Number(Fraction(rng.randint(1, total * 2 // 3))),
                Number(Fraction(rng.randint(1, before * 2 // 3))),
            ]
            table.body.append([*row_of("-", name), *number_cells(rng, numbers)])
    table.head = [row_of("STT", "Chỉ tiêu", "Năm 2025", "Năm 2024")]
    return table


def silent(rng: random.Random) -> MadeUpTable:
    """Lists of people, codes, indicators: columns of numbers that follow from nothing."""
    kind = rng.choice(("people", "indicators", "overlapping", "schedule"))
    table = MadeUpTable("silent", titles(rng, "Danh sách", ""))
    if kind == "people":
        table.head = [row_of("STT", "Họ và tên", "Năm sinh", "Số tiền hỗ trợ (đồng)", "Số điện thoại")]
        table.body = [
            row_of(
                str(n),
                f"Nguyễn Văn {chr(64 + n)}",
                str(rng.randint(1940, 2001)),
                f"{rng.randint(2, 9)}00.000",
                f"09{rng.randint(10**7, 10**8 - 1)}",
            )
            for n in range(1, 9)
        ]
    elif kind == "indicators":
        table.head = [row_of("STT", "Chỉ tiêu", "ĐVT", "2024", "2025")]
        names = (
            ("Thu nhập bình quân", "triệu đồng/người"),
            ("Tỷ lệ che phủ rừng", "%"),
            ("Số máy cày", "chiếc"),
            ("Tổng số lớp", "lớp"),
            ("Số học sinh", "học sinh"),
        )
        table.body = [
            row_of(str(n), name, unit, str(rng.randint(10, 999)), str(rng.randint(10, 999)))
            for n, (name, unit) in enumerate(names, 1)
        ]
    elif kind == "overlapping":
        table.head = [row_of("STT", "Nội dung", "Tổng số", "Tỷ lệ (%)", "Số cuộc")]
        table.body = [
            row_of(
                str(n),
                f"Nội dung {n}",
                str(rng.randint(10, 999)),
                f"{rng.randint(10, 99)},{rng.randint(1, 9)}",
                str(rng.randint(1, 30)),
            )
            for n in range(1, 8)
        ]
    else:
        table.head = [row_of("TT", "Nội dung", "Tháng 8", "Tháng 9", "Tháng 10")]
        table.body = [
            row_of(str(n), f"Tổ chức đợt {n}", *(rng.choice(("x", "", "x", str(rng.randint(1, 9)))) for _ in range(3)))
            for n in range(1, 8)
        ]
    return table
