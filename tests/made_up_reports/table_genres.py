"""The kinds of tables: budgets, dossiers, residents by area, production by unit, projects, shares; and tables that state nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from fractions import Fraction

from tests.made_up_reports.tables import MadeUpTable, Number, TableCell, Truth

Row = list[Number | None]
_AREAS = ("An Bình", "Đồng Sen", "Bãi Giá", "Cầu Tre", "Gò Nổi", "Hòa Lạc", "Kim Liên", "Lộc Điền", "Mỹ Trà", "Phú Cốc")
_TAXES = ("Thuế ngoài quốc doanh", "Lệ phí trước bạ", "Thuế thu nhập cá nhân", "Phí, lệ phí", "Tiền sử dụng đất",
          "Thu khác ngân sách", "Thuế sử dụng đất phi nông nghiệp", "Thu hoa lợi công sản")  # fmt: skip
_FIELDS = ("Hộ tịch", "Đất đai", "Chứng thực", "Bảo trợ xã hội", "Thành lập hộ kinh doanh", "Xây dựng", "Người có công",
           "Giáo dục", "Y tế")  # fmt: skip
_CROPS = ("Lúa", "Ngô", "Khoai", "Rau màu", "Cây ăn quả", "Đậu tương", "Lạc")
_WORKS = ("Đường liên thôn", "Trường mầm non", "Nhà văn hóa", "Kênh nội đồng", "Trạm y tế", "Cầu dân sinh", "Chợ xã")
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def _text(*texts: str) -> list[TableCell]:
    return [TableCell(text) for text in texts]


def _cells(rng: random.Random, numbers: Sequence[Number | None]) -> list[TableCell]:
    return [TableCell(rng.choice(("", "-", "")) if n is None else n) for n in numbers]


def _sum(stated: Number, parts: Sequence[Number | None]) -> Truth | None:
    known = tuple(part for part in parts if part is not None)
    return Truth("sum", stated, known) if len(known) > 1 else None


def _percent(rng: random.Random, a: Number, b: Number, decimals: int, **kind: bool) -> tuple[Number, Truth]:
    """``a/b`` in percent, or with ``growth`` how much more; worked out from the values before rounding."""
    growth = kind.get("growth", False)
    value = a.value / b.value * 100 - (100 if growth else 0)
    signed = growth and rng.random() < 0.3
    stated = Number(value, decimals, exact=False, english=a.english, signed=signed)
    return stated, Truth("growth" if growth else "ratio", stated, (a, b))


def _add(table: MadeUpTable, *truths: Truth | None) -> None:
    table.truths += [truth for truth in truths if truth is not None]


def _title(rng: random.Random, name: str, unit: str) -> list[str]:
    number = rng.randint(1, 12)
    title = rng.choice((f"Biểu số {number:02d}: {name}", f"Phụ lục {number}. {name}", f"Bảng {number}: {name}", name.upper()))
    said = rng.choice((f"ĐVT: {unit}", f"Đơn vị tính: {unit}", f"(Đơn vị: {unit})", f"Đơn vị: {unit.capitalize()}"))
    return [title, *([said] if unit else [])]


def budget(rng: random.Random) -> MadeUpTable:
    """Income or spending: a total, parts I, II with 1, 2 …; plan, month, so far, percent, the year before, against it."""
    unit, decimals, exact = rng.choice(
        (("triệu đồng", 0, False), ("triệu đồng", 3, False), ("triệu đồng", 1, False), ("đồng", 0, True), ("nghìn đồng", 0, False))
    )
    english = rng.random() < 0.1
    before, growth = rng.random() < 0.6, rng.random() < 0.5
    table = MadeUpTable("budget", _title(rng, f"Tình hình thu ngân sách {rng.choice(_AREAS)}", unit))
    levels = 4 if before else 3
    size = 10 ** rng.choice((3, 4)) * (1000 if unit == "đồng" else 1)

    def leaf() -> Row:
        plan = rng.uniform(0.1, 1) * size
        values = (plan, plan * rng.uniform(0.02, 0.2), plan * rng.uniform(0.3, 1.3), plan * rng.uniform(0.3, 1.2))
        digits = decimals if exact else decimals + 2
        return [Number(Fraction(round(v * 10**digits), 10**digits), decimals, exact, english) for v in values[:levels]]

    def whole(parts: Sequence[Row]) -> Row:
        row: Row = []
        for column in range(levels):
            numbers = [part[column] for part in parts]
            made = Number(sum((n.value for n in numbers if n), Fraction(0)), decimals, exact, english)
            _add(table, _sum(made, numbers))
            row.append(made)
        return row

    places = rng.choice((1, 1, 2))

    def line(marker: str, label: str, row: Row) -> list[TableCell]:
        plan, _, done = row[0], row[1], row[2]
        assert plan and done
        percent, truth = _percent(rng, done, plan, places)
        _add(table, truth)
        rest: Row = [percent]
        if before and row[3]:
            against, truth = _percent(rng, done, row[3], places, growth=growth)
            _add(table, truth)
            rest += [row[3], against]
        return [*_text(marker, label), *_cells(rng, [*row[:3], *rest])]

    blocks = []
    for nth in range(rng.randint(2, 3)):
        names = rng.sample(_TAXES, rng.randint(2, 5))
        leaves = [leaf() for _ in names]
        blocks.append((_ROMAN[nth], rng.choice(("Thu nội địa", "Thu bổ sung", "Thu tại xã", "Thu cân đối")), names, leaves, whole(leaves)))
    total = whole([block[4] for block in blocks])
    lines = []
    for marker, label, names, leaves, row in blocks:
        lines.append(line(marker, label, row))
        dash = rng.random() < 0.3
        lines += [line("-" if dash else str(n), name, one) for n, (name, one) in enumerate(zip(names, leaves, strict=True), 1)]
    top = line(rng.choice(("", "A")), rng.choice(("Tổng thu", "TỔNG SỐ", "Tổng cộng", "Tổng thu ngân sách")), total)
    table.body = [top, *lines] if rng.random() < 0.7 or top[0].text else [*lines, top]
    _budget_head(rng, table, before=before, growth=growth)
    return table


def _budget_head(rng: random.Random, table: MadeUpTable, *, before: bool, growth: bool) -> None:
    done = rng.choice(("Lũy kế", "Lũy kế 7 tháng", "Ước thực hiện 7 tháng"))
    percent = rng.choice(("Tỷ lệ (%)", "% KH", "Đạt (%)", "So sánh TH/DT (%)", "Lũy kế so với dự toán (%)"))
    against = "Tăng, giảm so cùng kỳ (%)" if growth else rng.choice(("So với cùng kỳ (%)", "So sánh cùng kỳ (%)"))
    plan = rng.choice(("Dự toán năm", "Kế hoạch năm 2025", "Dự toán giao"))
    rest = ["Cùng kỳ năm trước", against] if before else []
    if rng.random() < 0.5:
        table.head = [
            [TableCell("STT", high=2), TableCell("Nội dung", high=2), TableCell(plan, high=2), TableCell("Thực hiện", wide=2),
             TableCell(percent, high=2), *(TableCell(text, high=2) for text in rest)],
            _text("Tháng 7", done),
        ]  # fmt: skip
    else:
        table.head = [_text("TT", "Chỉ tiêu", plan, "Thực hiện tháng 7", done, percent, *rest)]
    if rng.random() < 0.4:
        tail = (["5", rng.choice(("6=3/5", "6"))] if not growth else ["5", "6"]) if before else []
        table.head.append(_text("A", "B", "1", "2", "3", rng.choice(("4=3/1", "4=3:1*100", "4=3/1x100%")), *tail))


def dossiers(rng: random.Random) -> MadeUpTable:
    """Dossiers by field: received (before, in the period), settled (early, on time, late), open, percent on time."""
    table = MadeUpTable("dossiers", _title(rng, "Kết quả giải quyết thủ tục hành chính", rng.choice(("hồ sơ", "", ""))))
    names = rng.sample(_FIELDS, rng.randint(3, 8))
    size = rng.choice((9, 60, 900))
    lines: list[Row] = []
    for _ in names:
        early, on_time, late = rng.randint(0, size), rng.randint(1, size), rng.choice((0, 0, rng.randint(0, 5)))
        left, old = rng.randint(0, size // 3), rng.randint(0, size // 4)
        settled = early + on_time + late
        old = min(old, settled + left)
        lines.append(_dossier_row((settled + left, old, settled + left - old, settled, early, on_time, late, left)))
    total = _dossier_row(tuple(int(sum(n.value for row in lines if (n := row[c]))) for c in range(8)))
    rates = rng.random() < 0.6
    for row in (*lines, total):
        received, old, new, settled, early, on_time, late, left = (n for n in row if n)
        _add(table, Truth("sum", received, (old, new)), Truth("sum", settled, (early, on_time, late)))
        _add(table, Truth("sum", left, (received, settled), (1, -1)))
        if rates:
            rate, truth = _percent(rng, settled, received, 1)
            row.append(rate)
            _add(table, truth)
    for column in range(8):
        stated = total[column]
        assert stated
        _add(table, _sum(stated, [row[column] for row in lines]))
    last = ["Tỷ lệ giải quyết (%)"] if rates else []
    table.head = [
        [TableCell("STT", high=2), TableCell("Lĩnh vực", high=2), TableCell("Số hồ sơ tiếp nhận", wide=3),
         TableCell("Số hồ sơ đã giải quyết", wide=4), TableCell(rng.choice(("Đang giải quyết", "Còn lại")), high=2),
         *(TableCell(text, high=2) for text in last)],
        _text("Tổng số", "Kỳ trước chuyển sang", "Tiếp nhận mới", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
    ]  # fmt: skip
    if rng.random() < 0.4:
        numbers = ["1=2+3", "2", "3", "4=5+6+7", "5", "6", "7", "8=1-4", *(["9=4/1"] if rates else [])]
        table.head.append(_text("A", "B", *(f"({n.split('=')[0]})" + ("=" + n.split("=")[1] if "=" in n else "") for n in numbers)))
    table.body = [[*_text(str(n), name), *_cells(rng, row)] for n, (name, row) in enumerate(zip(names, lines, strict=True), 1)]
    table.body.append([TableCell(rng.choice(("Tổng cộng", "Cộng", "Tổng số")), wide=2), *_cells(rng, total)])
    return table


def _dossier_row(values: Sequence[int]) -> Row:
    return [Number(Fraction(value)) for value in values]


def residents(rng: random.Random) -> MadeUpTable:
    """Households and people by area; men and women; poor households and their share; a total at the bottom or top."""
    table = MadeUpTable("residents", _title(rng, "Tổng hợp dân số, hộ nghèo", ""))
    names = rng.sample(_AREAS, rng.randint(3, 9))
    lines: list[Row] = []
    for _ in names:
        men, women, households = rng.randint(90, 999), rng.randint(90, 999), rng.randint(60, 400)
        lines.append([Number(Fraction(v)) for v in (households, men + women, men, women, rng.randint(0, 25))])
    total: Row = [Number(sum((n.value for row in lines if (n := row[c])), Fraction(0))) for c in range(5)]
    for column, stated in enumerate(total):
        assert stated
        _add(table, _sum(stated, [row[column] for row in lines]))
    for row in (*lines, total):
        households, people, men, women, poor = (n for n in row if n)
        rate, truth = _percent(rng, poor, households, 2)
        _add(table, truth, Truth("sum", people, (men, women)))
        row.append(rate)
    heads = ("Số hộ", "Số nhân khẩu", "Nam", "Nữ", "Hộ nghèo", "Tỷ lệ hộ nghèo (%)")
    if rng.random() < 0.5:
        table.head = [
            [*(TableCell(t, high=2) for t in ("STT", "Tổ dân phố", "Số hộ")), TableCell("Nhân khẩu", wide=3),
             TableCell("Hộ nghèo", wide=2)],
            _text("Tổng số", "Nam", "Nữ", "Số hộ", "Tỷ lệ (%)"),
        ]  # fmt: skip
    else:
        table.head = [_text("STT", rng.choice(("Tổ dân phố", "Đơn vị", "Thôn")), *heads)]
    table.body = [[*_text(str(n), name), *_cells(rng, row)] for n, (name, row) in enumerate(zip(names, lines, strict=True), 1)]
    last = [*_text("", rng.choice(("Tổng", "Tổng cộng", "Toàn phường"))), *_cells(rng, total)]
    table.body = [last, *table.body] if rng.random() < 0.3 else [*table.body, last]
    return table


def production(rng: random.Random) -> MadeUpTable:
    """Targets in several units: area as the sum of crops, yields that are not added, plan and year before, percents."""
    table = MadeUpTable("production", _title(rng, "Các chỉ tiêu kinh tế - xã hội chủ yếu", ""))
    names = rng.sample(_CROPS, rng.randint(2, 5))
    decimals = rng.choice((0, 1, 2))

    def numbers(low: float, high: float, places: int, *, exact: bool = False) -> Row:
        plan = rng.uniform(low, high)
        values = (plan, plan * rng.uniform(0.5, 1.1), plan * rng.uniform(0.5, 1.1))
        return [Number(Fraction(round(v * 10**places), 10**places), places, exact) for v in values]

    def line(marker: str, label: str, unit: str, row: Row) -> list[TableCell]:
        plan, done, before = row
        assert plan and done and before
        percent, first = _percent(rng, done, plan, 1)
        against, second = _percent(rng, done, before, 1)
        _add(table, first, second)
        return [*_text(marker, label, unit), *_cells(rng, [*row, percent, against])]

    areas = [numbers(20, 500, decimals) for _ in names]
    total: Row = []
    for column in range(3):
        stated = Number(sum((n.value for row in areas if (n := row[column])), Fraction(0)), decimals, exact=False)
        _add(table, _sum(stated, [row[column] for row in areas]))
        total.append(stated)
    table.body = [line("1", "Tổng diện tích gieo trồng", "ha", total)]
    sign = rng.random() < 0.5
    table.body += [line("" if sign else "-", f"- {n}" if sign else n, "ha", row) for n, row in zip(names, areas, strict=True)]
    table.body += [line(str(n), f"Năng suất {name.lower()}", "tạ/ha", numbers(30, 70, 1)) for n, name in enumerate(names, 2)]
    table.body += [
        line(str(len(names) + 2), "Tổng đàn gia cầm", "con", numbers(2000, 90000, 0, exact=True)),
        line(str(len(names) + 3), "Dân số trung bình", "người", numbers(3000, 30000, 0, exact=True)),
        line(str(len(names) + 4), "Tỷ lệ hộ dùng nước sạch", "%", numbers(50, 90, 1)),
    ]
    table.head = [
        _text("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện 6 tháng", "Cùng kỳ năm trước", "TH so với KH (%)",
              "TH so với cùng kỳ (%)")
    ]  # fmt: skip
    return table


def projects(rng: random.Random) -> MadeUpTable:
    """Public works: capital given, paid out, what is left, percent paid; a total at the top or bottom."""
    decimals = rng.choice((0, 3))
    table = MadeUpTable("projects", _title(rng, "Tình hình giải ngân vốn đầu tư công", "triệu đồng"))
    names = rng.sample(_WORKS, rng.randint(3, 6))

    def row(given: Fraction, paid: Fraction, cost: Fraction) -> Row:
        values = (cost, given, paid, given - paid)
        made = [Number(v, decimals, exact=False) for v in values]
        percent, truth = _percent(rng, made[2], made[1], 1)
        _add(table, truth, Truth("sum", made[3], (made[1], made[2]), (1, -1)))
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
        _add(table, _sum(stated, [one[column] for one in lines]))
    last = rng.choice(("Còn lại", "Vốn còn lại chưa giải ngân"))
    table.head = [_text("STT", "Tên dự án", "Chủ đầu tư", "Tổng mức đầu tư", "Vốn giao năm 2025", "Đã giải ngân", last, "Tỷ lệ giải ngân (%)", "Ghi chú")]
    who = [f"UBND {rng.choice(_AREAS)}" for _ in names]
    table.body = [
        [*_text(str(n), name, office), *_cells(rng, one), TableCell("")]
        for n, (name, office, one) in enumerate(zip(names, who, lines, strict=True), 1)
    ]
    top = [*_text("", "Tổng số", ""), *_cells(rng, total), TableCell("")]
    table.body = [top, *table.body] if rng.random() < 0.5 else [*table.body, top]
    return table


def simple(rng: random.Random) -> MadeUpTable:
    """One column of counts with its total."""
    unit = rng.choice(("hồ sơ", "lượt người", "trường hợp", ""))
    table = MadeUpTable("simple", _title(rng, "Kết quả thực hiện", unit))
    names = rng.sample(_FIELDS, rng.randint(3, 8))
    numbers = [Number(Fraction(rng.randint(3, rng.choice((40, 900, 5000))))) for _ in names]
    total = Number(sum((n.value for n in numbers), Fraction(0)))
    _add(table, _sum(total, numbers))
    table.head = [_text("STT", "Nội dung", rng.choice(("Số lượng", "Kết quả", "Thực hiện")), "Ghi chú")]
    table.body = [[*_text(str(n), name), TableCell(one), TableCell("")] for n, (name, one) in enumerate(zip(names, numbers, strict=True), 1)]
    table.body.append([TableCell("Tổng cộng", wide=2), TableCell(total), TableCell("")])
    return table


def shares(rng: random.Random) -> MadeUpTable:
    """Two years side by side: value, share of the total, and how much more or less."""
    table = MadeUpTable("shares", _title(rng, "Giá trị sản xuất theo ngành", "tỷ đồng"))
    names = ("Nông, lâm, thủy sản", "Công nghiệp, xây dựng", "Thương mại, dịch vụ", "Ngành khác")[: rng.randint(3, 4)]
    pairs = [(Fraction(rng.randint(200, 9000), 10), Fraction(rng.randint(200, 9000), 10)) for _ in names]
    lines = [[Number(a, 1, exact=False), Number(b, 1, exact=False)] for a, b in pairs]
    total = [Number(sum((p[c] for p in pairs), Fraction(0)), 1, exact=False) for c in (0, 1)]
    for column in (0, 1):
        _add(table, _sum(total[column], [line[column] for line in lines]))
    table.head = [_text("TT", "Ngành", "Năm 2024", "Năm 2025", rng.choice(("Tăng/giảm", "Chênh lệch", "Tăng (+), giảm (-)")), "Cơ cấu năm 2025 (%)", "Tốc độ tăng (%)")]
    places = rng.choice((1, 2))
    for marker, name, line in [("", "Tổng số", total), *((str(n), name, line) for n, (name, line) in enumerate(zip(names, lines, strict=True), 1))]:
        before, now = line
        change = Number(now.value - before.value, 1, exact=False, signed=rng.random() < 0.2)
        grown, growth = _percent(rng, now, before, places, growth=True)
        share, truth = _percent(rng, now, total[1], places)
        _add(table, Truth("sum", change, (now, before), (1, -1)), growth, truth if line is not total else None)
        table.body.append([*_text(marker, name), *_cells(rng, [before, now, change, share, grown])])
    return table


def of_which(rng: random.Random) -> MadeUpTable:
    """Numbered totals with parts “trong đó” that overlap or are not all: nothing adds up, nothing is more than its whole."""
    table = MadeUpTable("of which", _title(rng, "Một số chỉ tiêu xã hội", ""))
    for nth in range(1, rng.randint(3, 6)):
        total, before = rng.randint(40, 900), rng.randint(40, 900)
        table.body.append([*_text(str(nth), f"Tổng số {rng.choice(('hộ', 'lao động', 'trẻ em', 'đối tượng'))} {nth}"), *_cells(rng, [Number(Fraction(total)), Number(Fraction(before))])])
        table.body.append([*_text("", "Trong đó:"), *_cells(rng, [None, None])])
        for name in rng.sample(("Nữ", "Dân tộc thiểu số", "Trên 60 tuổi", "Khuyết tật"), rng.randint(2, 3)):
            numbers: Row = [Number(Fraction(rng.randint(1, total * 2 // 3))), Number(Fraction(rng.randint(1, before * 2 // 3)))]
            table.body.append([*_text("-", name), *_cells(rng, numbers)])
    table.head = [_text("STT", "Chỉ tiêu", "Năm 2025", "Năm 2024")]
    return table


def silent(rng: random.Random) -> MadeUpTable:
    """Lists of people, codes, indicators: columns of numbers that follow from nothing."""
    kind = rng.choice(("people", "indicators", "overlapping", "schedule"))
    table = MadeUpTable("silent", _title(rng, "Danh sách", ""))
    if kind == "people":
        table.head = [_text("STT", "Họ và tên", "Năm sinh", "Số tiền hỗ trợ (đồng)", "Số điện thoại")]
        table.body = [_text(str(n), f"Nguyễn Văn {chr(64 + n)}", str(rng.randint(1940, 2001)), f"{rng.randint(2, 9)}00.000", f"09{rng.randint(10**7, 10**8 - 1)}") for n in range(1, 9)]
    elif kind == "indicators":
        table.head = [_text("STT", "Chỉ tiêu", "ĐVT", "2024", "2025")]
        names = (("Thu nhập bình quân", "triệu đồng/người"), ("Tỷ lệ che phủ rừng", "%"), ("Số máy cày", "chiếc"), ("Tổng số lớp", "lớp"), ("Số học sinh", "học sinh"))
        table.body = [_text(str(n), name, unit, str(rng.randint(10, 999)), str(rng.randint(10, 999))) for n, (name, unit) in enumerate(names, 1)]
    elif kind == "overlapping":
        table.head = [_text("STT", "Nội dung", "Tổng số", "Tỷ lệ (%)", "Số cuộc")]
        table.body = [_text(str(n), f"Nội dung {n}", str(rng.randint(10, 999)), f"{rng.randint(10, 99)},{rng.randint(1, 9)}", str(rng.randint(1, 30))) for n in range(1, 8)]
    else:
        table.head = [_text("TT", "Nội dung", "Tháng 8", "Tháng 9", "Tháng 10")]
        table.body = [_text(str(n), f"Tổ chức đợt {n}", *(rng.choice(("x", "", "x", str(rng.randint(1, 9)))) for _ in range(3))) for n in range(1, 8)]
    return table


GENRES: dict[str, Callable[[random.Random], MadeUpTable]] = {
    "budget": budget,
    "dossiers": dossiers,
    "residents": residents,
    "production": production,
    "projects": projects,
    "simple": simple,
    "shares": shares,
    "of which": of_which,
    "silent": silent,
}
