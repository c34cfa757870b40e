"""Wordings of percentages, changes and products, and of what only looks like a calculation."""

from __future__ import annotations

from fractions import Fraction

from tests.made_up_reports.drafting import Writer, middle
from tests.made_up_reports.numbers import Number
from tests.made_up_reports.patterns_totals import head, joined
from tests.made_up_reports.vocabulary import MONEY, Subject

_YEAR_AGO = ("so với cùng kỳ", "so với cùng kỳ năm trước", "so với cùng kỳ năm ngoái", "so cùng kỳ")


def pair(w: Writer, s: Subject, low: float = 0.3, high: float = 1.25) -> tuple[Number, Number]:
    """What is done and what was planned, of one unit; not the same."""
    plan, *_ = w.amounts(s, 1.0)
    return w.like(plan, w.rng.uniform(low, high)), plan


def of_plan(w: Writer, s: Subject) -> None:
    """a/b, đạt p%: with units on both or on the second only."""
    done, plan = pair(w, s)
    if w.chance(0.5):
        done.shown_unit = ""
    percent = w.ratio(done, plan)
    verb = w.pick((", đạt ", ", bằng ", " đạt ", " = ", ", đạt tỷ lệ ", " ("))
    tail = ")" if verb == " (" else w.pick(("", " kế hoạch", " KH", " dự toán giao", " so với kế hoạch"))
    w.body(head(w, s), " ", done.words(), "/", plan.words(), verb, percent.words(), tail, ".")
    w.state("percent", percent, done, plan)


def plan_in_brackets(w: Writer, s: Subject) -> None:
    """đạt p% kế hoạch (b)."""
    done, plan = pair(w, s)
    percent = w.ratio(done, plan)
    verb = w.pick((", đạt ", ", bằng ", ", hoàn thành "))
    w.body(
        head(w, s),
        " ",
        done.words(),
        verb,
        percent.words(),
        w.pick((" kế hoạch năm (", " kế hoạch (", " chỉ tiêu giao (")),
        plan.words(),
        ").",
    )
    w.state("percent", percent, done, plan)


def percent_first(w: Writer, s: Subject) -> None:
    """p% (a/b)."""
    done, plan = pair(w, s, 0.4, 0.99)
    done.shown_unit = ""
    percent = w.ratio(done, plan)
    lead = w.pick(("Tỷ lệ thực hiện đạt ", "Kết quả đạt ", "Tỷ lệ hoàn thành là "))
    w.body(lead, percent.words(), " (", done, "/", plan.words(), ").")
    w.state("percent", percent, done, plan)


def pair_in_brackets(w: Writer, s: Subject) -> None:
    """12/15 thôn (80%)."""
    del s
    total = w.rng.randint(8, 60)
    unit = w.pick(("thôn", "xã", "trường", "tổ dân phố"))
    whole = w.hand.count(total, unit)
    part = w.hand.count(w.rng.randint(total // 2, total - 1), unit)
    part.shown_unit = ""
    percent = w.ratio(part, whole)
    w.body(
        w.pick(("Có ", "Đến nay có ")), part, "/", whole.words(), " (", percent.words(), ") đạt chuẩn theo quy định."
    )
    w.state("percent", percent, part, whole)


def ratio_to_year_ago(w: Writer, s: Subject) -> None:
    """bằng p% so với cùng kỳ (b): a ratio, not a growth."""
    now, before = pair(w, s, 0.7, 1.3)
    percent = w.ratio(now, before)
    w.body(head(w, s), " ", now.words(), ", bằng ", percent.words(), " ", w.pick(_YEAR_AGO), " (", before.words(), ").")
    w.state("percent", percent, now, before)


def share_after(w: Writer, s: Subject) -> None:
    """a, chiếm p% of a total that stands before or after it."""
    total, *_ = w.amounts(s, 1.0)
    part = w.like(total, w.rng.uniform(0.05, 0.8))
    share = w.ratio(part, total)
    label = w.pick(s.within) if s.within else "diện ưu tiên"
    if w.chance(0.6):
        w.body(head(w, s), " ", total.words(), "; riêng ", label, " ", part.words(), ", chiếm ", share.words(), ".")
    else:
        w.body("Riêng ", label, " có ", part.words(), ", chiếm ", share.words(), " trong tổng số ", total.words(), ".")
    w.state("share", share, part, total)


def month_and_total(w: Writer, s: Subject) -> None:
    """This month, against the month before in brackets, and so many months with the plan."""
    month, *_ = w.amounts(s, 0.1)
    before = w.like(month, w.rng.uniform(0.7, 1.3))
    sofar = w.like(month, w.rng.uniform(5, 9))
    plan = w.like(sofar, w.rng.uniform(0.9, 1.6))
    up = middle(month) > middle(before)
    growth = w.hand.percent(abs(middle(month) / middle(before) - 1))
    percent = w.ratio(sofar, plan)
    w.body(
        head(w, s),
        " ",
        month.words(),
        ", ",
        "tăng " if up else "giảm ",
        growth.words(),
        " so với tháng trước (",
        before.words(),
        "); lũy kế từ đầu năm ",
        sofar.words(),
        ", đạt ",
        percent.words(),
        " kế hoạch (",
        plan.words(),
        ").",
    )
    w.state("growth", growth, month, before, form="levels", direction=1 if up else -1)
    w.state("percent", percent, sofar, plan)


def roughly(w: Writer, s: Subject) -> None:
    """A percentage told roughly: gần 77%, hơn 82%."""
    done, plan = pair(w, s, 0.4, 0.95)
    percent = w.hand.qualified(100 * middle(done) / middle(plan), 0, "%")
    w.body(head(w, s), " ", done.words(), "/", plan.words(), ", đạt ", percent.words(), " kế hoạch.")
    w.state("percent", percent, done, plan)


def change_and_percent(w: Writer, s: Subject) -> None:
    """tăng d (p%), the earlier level implied; also the way the police write it."""
    now, before = pair(w, s, 0.6, 1.4)
    up = middle(now) > middle(before)
    change = w.between(now, before) if up else w.between(before, now)
    percent = w.hand.percent(middle(change) / middle(before))
    verb = "tăng" if up else "giảm"
    sign = w.pick((f"{verb} ", "+" if up else "-", "", "tương đương "))
    form = w.rng.random()
    if form < 0.4:
        tail: list[object] = [", ", verb, " ", change.words(), " (", sign, percent.words(), ") ", w.pick(_YEAR_AGO)]
    elif form < 0.7:
        tail = ["; so với cùng kỳ: ", verb, " ", change.words(), " = ", percent.words()]
    else:
        tail = [", ", verb, " ", change.words(), " ", w.pick(_YEAR_AGO), " (", sign, percent.words(), ")"]
    w.body(head(w, s), " ", now.words(), tail, ".")
    w.state("growth", percent, now, change, form="change", direction=1 if up else -1)


def change_from_level(w: Writer, s: Subject) -> None:
    """tăng d so với cùng kỳ (y)."""
    now, before = pair(w, s, 0.6, 1.4)
    up = middle(now) > middle(before)
    change = w.between(now, before) if up else w.between(before, now)
    w.body(
        head(w, s),
        " ",
        now.words(),
        ", ",
        "tăng " if up else "giảm ",
        change.words(),
        " ",
        w.pick(_YEAR_AGO),
        w.pick((" (", " (cùng kỳ ")),
        before.words(),
        ").",
    )
    w.state("difference", change, now, before, direction=1 if up else -1)


def percent_from_level(w: Writer, s: Subject) -> None:
    """tăng p% so với cùng kỳ năm trước (y)."""
    now, before = pair(w, s, 0.6, 1.4)
    up = middle(now) > middle(before)
    percent = w.hand.percent(abs(middle(now) / middle(before) - 1))
    verb = w.pick((", tăng ", " (tăng ")) if up else ", giảm "
    w.body(
        head(w, s),
        " ",
        now.words(),
        verb,
        percent.words(),
        " ",
        w.pick(_YEAR_AGO),
        ", cùng kỳ đạt " if "(" in verb else " (",
        before.words(),
        ").",
    )
    w.state("growth", percent, now, before, form="levels", direction=1 if up else -1)


def from_to(w: Writer, s: Subject) -> None:
    """từ a xuống b, giảm d."""
    now, before = pair(w, s, 0.6, 1.4)
    up = middle(now) > middle(before)
    change = w.between(now, before) if up else w.between(before, now)
    label = w.pick(s.within) if s.within else "số vụ việc"
    move = w.pick((" lên ", " tăng lên ")) if up else w.pick((" xuống ", " xuống còn ", " còn "))
    verb = "tăng " if up else "giảm "
    say: list[object] = [f"Chỉ tiêu {label} từ ", before.words(), move, now.words(), ", ", verb, change.words()]
    if w.chance(0.4):
        percent = w.hand.percent(abs(middle(now) / middle(before) - 1))
        say += w.pick(([" (", percent.words(), ")"], [", tương đương ", verb, percent.words()]))
        w.state("growth", percent, now, before, form="levels", direction=1 if up else -1)
    w.body(say, ".")
    w.state("difference", change, now, before, direction=1 if up else -1)


def times(w: Writer, s: Subject) -> None:
    """gấp N lần, with the earlier level in brackets."""
    _, before = pair(w, s)
    now = w.like(before, w.rng.uniform(1.5, 4.5))
    multiple = w.hand.measured(middle(now) / middle(before), 1, "lần")
    w.body(head(w, s), " ", now.words(), ", gấp ", multiple.words(), " ", w.pick(_YEAR_AGO), " (", before.words(), ").")
    w.state("growth", multiple, now, before, form="times", direction=1)


def exceeds(w: Writer, s: Subject) -> None:
    """vượt p%: done over planned."""
    done, plan = pair(w, s, 1.02, 1.5)
    percent = w.hand.percent(middle(done) / middle(plan) - 1)
    w.body(
        head(w, s),
        " ",
        done.words(),
        "/",
        plan.words(),
        ", vượt ",
        percent.words(),
        w.pick((" kế hoạch", " so với kế hoạch")),
        ".",
    )
    w.state("growth", percent, done, plan, form="levels", direction=1)


def points(w: Writer, s: Subject) -> None:
    """Two rates and their difference in percentage points."""
    del s
    places = w.pick((1, 2))
    grain = 10**places
    before = w.rng.randint(3 * grain, 60 * grain)
    change = w.rng.randint(1, 2 * grain)
    up = w.chance(0.4)
    numbers = [
        w.hand.measured(Fraction(value, grain), places, "%")
        for value in (before, before + change if up else before - change, change)
    ]
    old, new, gap = numbers
    gap.shown_unit = w.pick(("%", "điểm phần trăm", "điểm %"))
    rate = w.pick(("Tỷ lệ hộ nghèo đa chiều", "Tỷ lệ lao động qua đào tạo", "Tỷ lệ hộ dùng nước sạch"))
    w.body(
        rate,
        w.pick((" từ ", " đã đi từ ")),
        old.words(),
        " lên " if up else " xuống còn ",
        new.words(),
        ", ",
        "tăng " if up else "giảm ",
        gap.words(),
        ".",
    )
    w.state("difference", gap, new, old, direction=1 if up else -1)


def product(w: Writer, s: Subject) -> None:
    """20 suất × 300.000 đồng = 6.000.000 đồng."""
    del s
    gifts, price = w.rng.randint(11, 340), 50_000 * w.rng.randint(3, 40)
    unit = w.pick(("suất", "phần quà", "hộ", "người"))
    number = w.hand.count(gifts, unit)
    each = w.hand.measured(Fraction(price), 0, "đồng")
    total = w.hand.measured(Fraction(gifts * price), 0, "đồng")
    if w.chance(0.5):
        sign = w.pick((" x ", " × ", " X "))
        w.body("Hỗ trợ ", number.words(), sign, each.words(), f"/{unit} = ", total.words(), ".")
    else:
        w.body("Tặng ", number.words(), ", mỗi ", unit, " ", each.words(), ", tổng trị giá ", total.words(), ".")
    w.state("crosscheck", total, number, each)


def accidents(w: Writer, s: Subject) -> None:
    """Cases, dead and injured, each with its change and percentage, in one sentence."""
    del s
    cases = [w.rng.randint(6, 30), w.rng.randint(3, 12), w.rng.randint(4, 25)]
    changes = [w.rng.randint(1, 5), w.rng.randint(1, 2), w.rng.randint(1, 3)]
    units = ("vụ", "người chết", "người bị thương")
    now = [w.hand.count(value, unit) for value, unit in zip(cases, units, strict=True)]
    tail: list[object] = []
    for index, (value, change, unit) in enumerate(zip(cases, changes, units, strict=True)):
        up = w.chance(0.4) and value > change
        gap = w.hand.count(change, unit)
        percent = w.hand.percent(Fraction(change, value - change if up else value + change), 2)
        sign = w.pick(("+" if up else "-", ""))
        tail += [", " if index else "", "tăng " if up else "giảm ", gap.words(), " (", sign, percent.words(), ")"]
        w.state("growth", percent, now[index], gap, form="change", direction=1 if up else -1)
    for number, shown in zip(now, ("vụ", "người", "người"), strict=True):
        number.shown_unit = shown
    w.body(
        "Tai nạn giao thông xảy ra ",
        now[0].words(),
        ", làm chết ",
        now[1].words(),
        ", bị thương ",
        now[2].words(),
        w.pick((". So với cùng kỳ ", "; so với cùng kỳ năm trước ")),
        tail,
        ".",
    )


def distractor(w: Writer, s: Subject) -> None:
    """Numbers that state nothing: documents, dates, ages, targets, windows, unlike things, growth without base."""
    a, b, c = (w.rng.randint(11, 99) for _ in range(3))
    n, m = w.rng.randint(2, 9), w.rng.randint(1000, 9000)
    amount = m if s.unit == MONEY else n
    unit = "triệu đồng" if s.unit == MONEY else s.unit
    said = w.pick(
        (
            f"Thực hiện Kế hoạch số {a}{b}/KH-UBND ngày {n}/{n}/20{n + 12}, đã ban hành Công văn số {c}/UBND.",
            f"Chúc thọ, mừng thọ {a} cụ tròn 100 tuổi và {b} cụ 90 tuổi.",
            f"Mục tiêu năm sau: thu nhập bình quân {a} triệu đồng/người, tăng 8 - 9%; tỷ lệ hộ nghèo dưới {n},5%.",
            f"Trang bị 0{n} máy tính, {a} bộ bàn ghế và 01 máy phát điện.",
            f"Kết quả đạt {a},{n}% kế hoạch năm, tăng {b},{n}% so với cùng kỳ.",
            f"Từ ngày 01/{n} đến ngày {a % 27 + 1}/{n} đã tổ chức {n} đợt ra quân, {b} lượt tuyên truyền.",
            f"100% cán bộ ký cam kết; {a}% hộ gia đình đăng ký tham gia.",
            f"Bắt 01 vụ = 01 đối tượng; thu giữ {a} triệu đồng.",
            f"Tăng {n} lần so với giai đoạn 2016-2020, rút ngắn thời gian còn {n}/10 ngày.",
            f"Chỉ tiêu giao {amount + 5} {unit}; các chỉ tiêu còn lại thực hiện theo Nghị quyết số {b}/NQ-HĐND.",
            f"Tháng trước ghi nhận {n} trường hợp, quý trước {a} trường hợp.",
        )
    )
    w.body(said)


def sources(w: Writer, s: Subject) -> None:
    """A whole and its parts, each as a/b with its percentage: both columns are sums."""
    labels = ("ngân sách trung ương", "ngân sách tỉnh", "ngân sách cấp xã") if s.unit == MONEY else s.splits[0]
    plan, *plans = w.amounts(s, *[1 / len(labels)] * len(labels))
    done_parts = [w.like(part, w.rng.uniform(0.2, 0.95)) for part in plans]
    places = w.places_of(plan)
    scale = w.scale_of(plan)
    done = w.hand.measured(sum((middle(part) for part in done_parts), Fraction(0)) / scale, places, plan.unit)
    rows = []
    for a, b in zip((done, *done_parts), (plan, *plans), strict=True):
        a.shown_unit = w.pick(("", None))
        percent = w.ratio(a, b)
        w.state("percent", percent, a, b)
        rows.append([a.words(), "/", b.words(), w.pick((", đạt ", ", bằng ", " = ")), percent.words()])
    w.state("sum", done, *done_parts, complete=True)
    w.state("sum", plan, *plans, complete=True)
    parts = [[label, " ", row] for label, row in zip(labels, rows[1:], strict=True)]
    if w.chance(0.5):
        w.block("body", head(w, s), " ", rows[0], w.pick((", trong đó:", " kế hoạch, cụ thể:", ", gồm:")))
        w.items(parts, w.pick(("-", "+")), 1)
    else:
        w.body(head(w, s), " ", rows[0], w.pick((", trong đó: ", ". Cụ thể: ", "; bao gồm: ")), joined(w, parts), ".")


PATTERNS = (
    of_plan,
    of_plan,
    of_plan,
    plan_in_brackets,
    percent_first,
    pair_in_brackets,
    ratio_to_year_ago,
    share_after,
    month_and_total,
    roughly,
    change_and_percent,
    change_and_percent,
    change_from_level,
    percent_from_level,
    from_to,
    times,
    exceeds,
    points,
    product,
    accidents,
    sources,
)
