"""Wordings that tell several things in one breath: in turn, against plan and last year, of distinct people."""

from __future__ import annotations

from tests.made_up_reports.drafting import Writer, middle
from tests.made_up_reports.patterns_rates import pair
from tests.made_up_reports.patterns_totals import head, shares_of
from tests.made_up_reports.vocabulary import Subject


def one_after_the_other(w: Writer, s: Subject) -> None:
    """`gồm A, B và C với số lượng lần lượt là 5, 6 và 7`: all names first, then all numbers."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    for part in parts[:-1]:
        part.shown_unit = ""
    names = f"{', '.join(labels[:-1])} và {labels[-1]}"
    numbers: list[object] = [parts[0].words()]
    for part in parts[1:-1]:
        numbers += ["; ", part.words()]
    numbers += [" và ", parts[-1].words()]
    say = w.pick((" lần lượt là ", ", lần lượt: ", " với số lượng lần lượt là "))
    w.body(head(w, s), " ", total.words(), w.pick((", gồm ", ", trong đó ")), names, say, numbers, ".")
    w.state("sum", total, *parts, complete=True)


def plan_and_year_ago(w: Writer, s: Subject) -> None:
    """`đạt p% kế hoạch (b), bằng q% so với cùng kỳ (c)`, both in one sentence."""
    done, plan = pair(w, s, 0.4, 1.2)
    before = w.like(done, w.rng.uniform(0.7, 1.3))
    of_plan, of_before = w.ratio(done, plan), w.ratio(done, before)
    w.body(
        head(w, s),
        " ",
        done.words(),
        w.pick((", đạt ", ", bằng ")),
        of_plan.words(),
        " kế hoạch (",
        plan.words(),
        w.pick((") và bằng ", "), bằng ")),
        of_before.words(),
        " so với cùng kỳ (",
        before.words(),
        ").",
    )
    w.state("percent", of_plan, done, plan)
    w.state("percent", of_before, done, before)


def level_and_two_changes(w: Writer, s: Subject) -> None:
    """A level with its change against the month before and against last year, both levels in brackets."""
    now, month = pair(w, s, 0.6, 1.4)
    year = w.like(now, w.rng.uniform(0.6, 1.4))
    say: list[object] = []
    for before, against in ((month, "tháng trước"), (year, "cùng kỳ năm trước")):
        up = middle(now) > middle(before)
        change = w.between(now, before) if up else w.between(before, now)
        verb = "tăng " if up else "giảm "
        say += [", ", verb, change.words(), f" so với {against} (", before.words(), ")"]
        w.state("difference", change, now, before, direction=1 if up else -1)
    w.body(head(w, s), " ", now.words(), say, ".")


def distinct_people(w: Writer, s: Subject) -> None:
    """People who took part in several things, counted once in the total: the parts make more, and nothing is wrong."""
    del s
    groups = [w.rng.randint(20, 400) for _ in range(3)]
    once = w.hand.count(max(groups) + w.rng.randint(1, min(groups)), "người")
    parts = [w.hand.count(value, "người") for value in groups]
    w.body(
        "Có ",
        once.words(),
        w.pick((" được hỗ trợ (mỗi người tính một lần)", " tham gia, không tính trùng")),
        "; số dự lớp nghề ",
        parts[0].words(),
        ", dự lớp tin học ",
        parts[1].words(),
        ", dự phiên giao dịch việc làm ",
        parts[2].words(),
        ".",
    )


PATTERNS = (one_after_the_other, plan_and_year_ago, level_and_two_changes, distinct_people)
