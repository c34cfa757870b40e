"""Wordings whose numbers stand in several calculations at once, as half of those in real passages do.

Counted in 179 judged passages of real reports (docs/reading.md): of the numbers that are in one ratio only, 69 % stand
in or beside another calculation; 28 % of those in a change with its percentage; and 24 % of the totals have four parts
or more. Wordings stand in `PATTERNS` as often as it takes for made-up reports to have the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.made_up_reports.drafting import Writer, middle
from tests.made_up_reports.numbers import Number
from tests.made_up_reports.patterns_rates import pair
from tests.made_up_reports.patterns_totals import head, joined, shares_of
from tests.made_up_reports.vocabulary import MONEY, Subject

# How many parts a total of four parts or more has in the passages: 10, 7, 3, 2, 1 and 1 of 24
_LENGTHS = (4,) * 10 + (5,) * 7 + (6,) * 3 + (7,) * 2 + (9, 14)
# What opens those that are no items: 7 brackets, 6 times "trong đó", a colon
_OPENINGS = (*[" ("] * 7, *[". Trong đó: ", ", trong đó: "] * 3, ": ")
_VILLAGES = (
    "Đông Hạ",
    "Đoài Thượng",
    "Nam Viên",
    "Bắc Lãm",
    "Thượng Phúc",
    "Phú Hậu",
    "An Bình",
    "Tân Lập",
    "Hòa Sơn",
    "Vĩnh Khê",
    "Lương Quán",
    "Mỹ Tranh",
    "Xuân La",
    "Cầu Giữa",
)


def _counts(w: Writer, unit: str, *shares: float) -> list[Number]:
    """Whole numbers of one unit, about as the shares; the first is their sum."""
    size = w.rng.randint(200, 9000)
    parts = [max(1, round(size * share * w.rng.uniform(0.8, 1.2))) for share in shares]
    return [w.hand.count(value, unit) for value in (sum(parts), *parts)]


def _both(w: Writer, first: Number, second: Number) -> Number:
    """What two counts make together."""
    return w.hand.count(int(middle(first) + middle(second)), first.unit)


def on_time_and_late(w: Writer, s: Subject) -> None:
    """Received, resolved (in time, late, each with its rate), and in process."""
    del s
    resolved, in_time, late = _counts(w, "hồ sơ", 0.95, 0.05)
    pending, *waiting = _counts(w, "hồ sơ", 0.8, 0.2)
    received = _both(w, resolved, pending)
    rates = [w.ratio(part, resolved) for part in (in_time, late)]
    verb = w.pick((", chiếm ", ", đạt ", ", tỷ lệ "))
    opening = w.pick((", trong đó ", " (trong đó: ", "; trong đó "))
    w.body(
        w.pick(("Bộ phận một cửa tiếp nhận ", "Trong kỳ, tiếp nhận ")),
        received.words(),
        w.pick(("; đã giải quyết ", ", đã giải quyết xong ")),
        resolved.words(),
        opening,
        "giải quyết đúng và trước hạn ",
        in_time.words(),
        verb,
        rates[0].words(),
        w.pick((", quá hạn ", "; quá hạn ")),
        late.words(),
        verb,
        rates[1].words(),
        ")." if "(" in opening else ".",
    )
    w.body(
        "Còn ", pending.words(), " đang giải quyết, gồm ", _in_words(w, waiting, ("chưa đến hạn", "đã quá hạn")), "."
    )
    w.state("sum", resolved, in_time, late, complete=True)
    w.state("sum", pending, *waiting, complete=True)
    w.state("remaining", pending, received, resolved, required=False)
    for part, rate in zip((in_time, late), rates, strict=True):
        w.state("share", rate, part, resolved)


def _in_words(w: Writer, parts: Sequence[Number], labels: Sequence[str]) -> list[object]:
    """`5 hồ sơ chưa đến hạn và 6 hồ sơ đã quá hạn`."""
    return joined(w, [[part.words(), " ", label] for part, label in zip(parts, labels, strict=True)])


def carried_over(w: Writer, s: Subject) -> None:
    """Brought forward and newly received make the total; resolved and in process make it, too."""
    del s
    unit = w.pick(("hồ sơ", "đơn", "vụ việc"))
    total, before, new = _counts(w, unit, 0.2, 0.8)
    done = w.hand.count(w.rng.randint(int(middle(total)) // 2, int(middle(total)) - 1), unit)
    left = w.between(total, done)
    rate = w.ratio(done, total)
    opening = w.pick((" (", " (gồm ", ", gồm: ", ", trong đó "))
    w.body(
        w.pick(("Tổng số phải giải quyết là ", "Trong kỳ phải giải quyết ")),
        total.words(),
        opening,
        "kỳ trước chuyển sang ",
        before.words(),
        w.pick((", tiếp nhận mới ", "; mới tiếp nhận ")),
        new.words(),
        ")" if "(" in opening else "",
        w.pick(("; đã giải quyết ", ". Đã giải quyết ")),
        done.words(),
        w.pick((", đạt ", ", bằng ")),
        rate.words(),
        w.pick((", còn lại ", "; còn lại ")),
        left.words(),
        ".",
    )
    w.state("sum", total, before, new, complete=True)
    w.state("percent", rate, done, total)
    w.state("remaining", left, total, done)


def offices(w: Writer, s: Subject) -> None:
    """Received and resolved, in all and by two levels of offices, each with its rate."""
    del s
    received, *shares = _counts(w, "hồ sơ", 0.3, 0.7)
    solved = [w.hand.count(max(1, round(float(middle(x)) * w.rng.uniform(0.6, 0.99))), "hồ sơ") for x in shares]
    resolved = _both(w, *solved)
    rows: list[list[object]] = []
    for a, b in zip((received, *shares), (resolved, *solved), strict=True):
        rate = w.ratio(b, a)
        w.state("percent", rate, b, a)
        rows.append(
            ["tiếp nhận ", a.words(), ", đã giải quyết ", b.words(), w.pick((", đạt ", ", bằng ")), rate.words()]
        )
    w.block("body", "Toàn địa bàn ", rows[0], w.pick((", trong đó:", ", cụ thể:", ". Trong đó:")))
    names = w.pick((("Cấp tỉnh ", "Cấp xã "), ("Khối sở, ngành: ", "Khối xã, phường: ")))
    w.items([[name, row] for name, row in zip(names, rows[1:], strict=True)], w.pick(("-", "+")), 1)
    w.state("sum", received, *shares, complete=True)
    w.state("sum", resolved, *solved, complete=True)


def groups_of_one_base(w: Writer, s: Subject) -> None:
    """Several rates on one base in a row; the groups overlap, so they make no total."""
    total, *_ = w.amounts(s, 1.0)
    labels = (*s.within, "diện ưu tiên", "nhóm mới phát sinh", "nhóm khu vực trung tâm")[:3]
    parts = [w.like(total, w.rng.uniform(0.1, 0.9)) for _ in labels]
    rates = [w.ratio(part, total) for part in parts]
    bracket = w.chance(0.5)
    words = [
        [label, " ", part.words(), " (" if bracket else ", chiếm ", rate.words(), ")" if bracket else ""]
        for label, part, rate in zip(labels, parts, rates, strict=True)
    ]
    w.body(head(w, s), " ", total.words(), w.pick((", trong đó có ", "; trong đó ")), joined(w, words), ".")
    for part, rate in zip(parts, rates, strict=True):
        w.state("share", rate, part, total)


def classes_with_changes(w: Writer, s: Subject) -> None:
    """A total and its two classes, each with its change and percentage against the year before."""
    del s
    unit, labels = w.pick(
        (("vụ", ("ít nghiêm trọng trở lên", "va chạm")), ("ca", ("sốt xuất huyết", "tay chân miệng")))
    )
    parts = [w.rng.randint(40, 900) for _ in range(2)]
    changes = [w.rng.randint(1, part // 3) for part in parts]
    up = w.chance(0.4)
    say = []
    rows = [(sum(parts), sum(changes)), *zip(parts, changes, strict=True)]
    numbers = []
    for level, change in rows:
        now, gap = w.hand.count(level, unit), w.hand.count(change, unit)
        rate = w.hand.percent(Fraction(change, level - change if up else level + change), 2)
        say.append(
            [now.words(), ", ", "tăng " if up else "giảm ", gap.words(), " (", "" if up else "-", rate.words(), ")"]
        )
        w.state("growth", rate, now, gap, form="change", direction=1 if up else -1)
        numbers.append((now, gap))
    lead = w.pick(("Trên địa bàn xảy ra ", "Toàn địa bàn ghi nhận "))
    w.body(
        lead, say[0], " so với cùng kỳ năm trước; trong đó ", labels[0], " ", say[1], ", ", labels[1], " ", say[2], "."
    )
    w.state("sum", *(now for now, _ in numbers), complete=True)
    w.state("sum", *(gap for _, gap in numbers), complete=True, required=False)


def change_rate_and_level(w: Writer, s: Subject) -> None:
    """`tăng d (p%) so với cùng kỳ (y)`: change, percentage and both levels."""
    now, before = pair(w, s, 0.6, 1.4)
    up = middle(now) > middle(before)
    change = w.between(now, before) if up else w.between(before, now)
    rate = w.hand.percent(abs(middle(now) / middle(before) - 1))
    against = w.pick((" so với cùng kỳ năm trước (", " so với cùng kỳ ("))
    verb = "tăng " if up else "giảm "
    w.body(
        head(w, s), " ", now.words(), ", ", verb, change.words(), " (", rate.words(), ")", against, before.words(), ")."
    )
    w.state("difference", change, now, before, direction=1 if up else -1)
    w.state("growth", rate, now, before, form="levels", direction=1 if up else -1)


def month_and_year_columns(w: Writer, s: Subject) -> None:
    """This month and the year so far, in all and by source: two columns of sums."""
    lead, labels = (
        ("Tổng thu", ("Thuế", "Phí, lệ phí", "Thu từ đất", "Thu khác"))
        if s.unit == MONEY
        else (
            head(w, s),
            [label[:1].upper() + label[1:] for label in s.splits[0]],
        )
    )
    month, *months = w.amounts(s, *shares_of(w, len(labels)))
    years = [w.like(part, w.rng.uniform(5, 9)) for part in months]
    places, scale = w.places_of(month), w.scale_of(month)
    if w.chance(0.8) or places:
        month = w.hand.measured(sum(map(middle, months), Fraction(0)) / scale, places, month.unit)
    year = w.hand.measured(sum(map(middle, years), Fraction(0)) / scale, places, month.unit)
    now, so_far = w.pick((("tháng này ", "lũy kế "), ("trong tháng ", "từ đầu năm "), ("tháng 7 ước ", "7 tháng ước ")))
    rows = [[now, a.words(), ", ", so_far, b.words()] for a, b in zip((month, *months), (year, *years), strict=True)]
    w.block("body", lead, ": ", rows[0], w.pick((", trong đó:", ", gồm:", ". Cụ thể:")))
    w.items([[label, ": ", row] for label, row in zip(labels, rows[1:], strict=True)], w.pick(("-", "+")), 1)
    w.state("sum", month, *months, complete=True)
    w.state("sum", year, *years, complete=True)


def long_list(w: Writer, s: Subject) -> None:
    """A total over four to fourteen places, in a row or as items."""
    places = w.rng.sample(_VILLAGES, w.pick(_LENGTHS))
    total, *parts = w.amounts(s, *shares_of(w, len(places)))
    kind, mark = w.pick(("thôn", "thôn", "tổ dân phố")), w.pick((": ", ": ", " "))
    bare = w.chance(0.4)
    rows: list[list[object]] = []
    for place, part in zip(places, parts, strict=True):
        part.shown_unit = "" if bare else None
        rows.append([f"{kind} {place}{mark}", part.words()])
    if w.chance(0.6):
        opening = w.pick(_OPENINGS)
        w.body(head(w, s), " ", total.words(), opening, joined(w, rows), ")." if "(" in opening else ".")
    else:
        w.block("body", head(w, s), " ", total.words(), w.pick((", gồm:", ", cụ thể:", ", trong đó:")))
        w.items(rows, "-", 1)
    w.state("sum", total, *parts, complete=True)


def growth_below_zero(w: Writer, s: Subject) -> None:
    """A growth that is negative in both years, with its change in points."""
    del s
    before, gap = w.rng.randint(15, 120), w.rng.randint(1, 30)
    numbers = [w.hand.measured(Fraction(value, 10), 1, "%") for value in (before + gap, before, gap)]
    now, old, points = numbers
    points.shown_unit = "điểm phần trăm"
    trade = w.pick(("ngành xây dựng", "ngành khai khoáng", "kinh doanh bất động sản"))
    w.body(
        f"Tốc độ tăng trưởng {trade} là -",
        now.words(),
        w.pick((" (cùng kỳ là -", " (cùng kỳ năm trước -")),
        old.words(),
        "), giảm ",
        points.words(),
        ".",
    )
    w.state("difference", points, now, old, direction=1)


PATTERNS = (
    *[on_time_and_late] * 3,
    *[carried_over] * 2,
    *[offices] * 3,
    *[groups_of_one_base] * 5,
    classes_with_changes,
    change_rate_and_level,
    month_and_year_columns,
    *[long_list] * 8,
    growth_below_zero,
)
