"""Wordings of totals: parts in a row, in items, nested, in a footnote, with shares; remainders; "trong đó"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.made_up_reports.drafting import DraftNote, Writer, middle
from tests.made_up_reports.numbers import Number
from tests.made_up_reports.vocabulary import MONEY, Subject

_OPENINGS = (
    ", trong đó: ",
    ". Trong đó: ",
    "; trong đó ",
    ", gồm: ",
    " gồm ",
    ", bao gồm: ",
    ", cụ thể: ",
    ". Cụ thể như sau: ",
    ". Chia ra: ",
    ": ",
    " (",
)
# Standard deviation of the logarithms of parts about their mean: 1.54 in the report of July 2025, 1.55 in others read
_SPREAD = 1.5


def head(w: Writer, s: Subject) -> str:
    """A phrase before the number, now and then with a window or capital letters."""
    phrase = w.typed(w.pick(s.heads))
    if w.chance(0.25):
        phrase = f"{w.pick(('Trong tháng,', 'Trong kỳ,', 'Từ đầu năm đến nay,'))} {phrase[0].lower()}{phrase[1:]}"
    return phrase


def shares_of(w: Writer, count: int) -> list[float]:
    """Random shares that make about 1, as unlike each other as those of real reports (`_SPREAD`)."""
    weights = [w.rng.lognormvariate(0, _SPREAD) for _ in range(count)]
    return [weight / sum(weights) for weight in weights]


def part_words(w: Writer, label: str, number: Number, form: str) -> list[object]:
    """One part: label first, with a colon, value first, or without its unit."""
    if form == "bare" and number.unit:
        number.shown_unit = ""
        return [label, w.pick((" ", ": ", ": ")), number.words()]
    if form == "value":
        return [number.words(), w.pick((" ", " là ")), label.removeprefix(f"{number.unit} ")]
    return [label, ": " if form == "colon" else w.pick((" ", " là ", " ")), number.words()]


def in_a_row(w: Writer, labels: Sequence[str], numbers: Sequence[Number]) -> list[object]:
    """Parts in one row, in one of the forms and with one of the separators."""
    form = w.pick(("label", "colon", "value", "label", "bare"))
    parts = [part_words(w, label, number, form) for label, number in zip(labels, numbers, strict=True)]
    return joined(w, parts)


def joined(w: Writer, parts: Sequence[Sequence[object]]) -> list[object]:
    """Parts with semicolons, commas, or a last "và"."""
    comma = w.pick(("; ", ", ", "; ", " ; ", ","))
    last = w.pick((comma, comma, " và "))
    row: list[object] = list(parts[0])
    for index, part in enumerate(parts[1:], start=1):
        row += [last if index == len(parts) - 1 else comma, *part]
    return row


def row_of_parts(w: Writer, s: Subject) -> None:
    """A total and all its parts in one sentence."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    opening = w.pick(_OPENINGS)
    w.body(head(w, s), " ", total.words(), opening, in_a_row(w, labels, parts), ")." if opening == " (" else ".")
    w.state("sum", total, *parts, complete=True)


def items_of_parts(w: Writer, s: Subject) -> None:
    """A total and its parts as items below it, perhaps with parts of one of them as items below that."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    ending = w.pick((", trong đó:", ", gồm:", " như sau:", ":", ", cụ thể:", ". Bao gồm:"))
    w.block("body", head(w, s), " ", total.words(), ending)
    form = w.pick(("label", "colon", "value"))
    w.items([_capital(part_words(w, label, part, form)) for label, part in zip(labels, parts, strict=True)], "-", 1)
    w.state("sum", total, *parts, complete=True)


def nested_items(w: Writer, s: Subject) -> None:
    """Two or three levels: every part of the first level has parts of its own, one of those parts in brackets."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    w.block("body", head(w, s), " ", total.words(), w.pick((", trong đó:", ", gồm:", ", cụ thể như sau:")))
    w.state("sum", total, *parts, complete=True)
    for label, part in zip(labels, parts, strict=True):
        below = _split(w, part) if w.chance(0.7) else []
        w.block("item", _capital([label, ": ", part.words()]), ", gồm:" if below else ";", bullet="-", level=1)
        lines: list[object] = []
        for name, number in zip(("khu vực trung tâm", "các khu vực còn lại"), below, strict=False):
            deeper = _split(w, number) if w.chance(0.4) else []
            inner = [" (", in_a_row(w, ("đợt đầu", "đợt sau"), deeper), ")"] if deeper else []
            if deeper:
                w.state("sum", number, *deeper, complete=True)
            lines.append([_capital([name, ": ", number.words()]), inner])
        w.items(lines, "+", 2)
        if below:
            w.state("sum", part, *below, complete=True)


def _split(w: Writer, whole: Number) -> list[Number]:
    """Two numbers that make another."""
    first = w.like(whole, w.rng.uniform(0.3, 0.7))
    return [first, w.between(whole, first)] if middle(first) < middle(whole) else []


def _capital(words: list[object]) -> list[object]:
    """The same with a capital at its start, where that is text."""
    first = words[0]
    return [first[:1].upper() + first[1:], *words[1:]] if isinstance(first, str) else words


def parts_in_a_note(w: Writer, s: Subject) -> None:
    """The total in the text, its parts in a footnote, in a row or one a line."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    if w.chance(0.5):
        row = [_capital(in_a_row(w, labels, parts)), "."]
    else:
        row = []
        for index, (label, part) in enumerate(zip(labels, parts, strict=True)):
            row += ["\n" if index else "", "- ", _capital([label, ": ", part.words()]), ";"]
    note = DraftNote(_flat_text(row))
    after = w.pick((".", ", bảo đảm tiến độ đề ra.", "; các chỉ tiêu khác cơ bản ổn định."))
    w.body(head(w, s), " ", total.words(), note, after)
    w.state("sum", total, *parts, complete=True)


def _flat_text(pieces: object) -> list[str | Number]:
    """Text and numbers out of lists of lists."""
    if isinstance(pieces, list):
        return [found for piece in pieces for found in _flat_text(piece)]
    return [pieces] if isinstance(pieces, (str, Number)) else []


def total_after(w: Writer, s: Subject) -> None:
    """The parts first, the total after them."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    row = in_a_row(w, labels, parts)
    end = w.pick(("; tổng cộng ", ", tổng cộng ", ". Tổng cộng: ", ", tổng số là "))
    w.body(w.pick(("Kết quả: ", "Trong kỳ ghi nhận ", "Cụ thể: ")), row, end, total.words(), ".")
    w.state("sum", total, *parts, complete=True)


def raised_to(w: Writer, s: Subject) -> None:
    """New ones added to what was there: "nâng tổng số … lên"."""
    total, old, new = w.amounts(s, 0.8, 0.2)
    unit = "" if s.unit == MONEY else f" {s.unit}"
    w.body(
        f"Đầu kỳ có {w.pick(('', 'sẵn '))}",
        old.words(),
        ", trong kỳ tăng thêm ",
        new.words(),
        ", nâng tổng số",
        unit,
        w.pick((" lên ", " đến nay lên ")),
        total.words(),
        ".",
    )
    w.state("sum", total, old, new, complete=True)


def parts_with_shares(w: Writer, s: Subject) -> None:
    """Parts with their shares of the total in brackets, or after "chiếm"."""
    labels = w.pick(s.splits)
    total, *parts = w.amounts(s, *shares_of(w, len(labels)))
    places = w.pick((1, 2))
    shares = [w.ratio(part, total, places) for part in parts]
    bracket = w.chance(0.5)
    words = [
        [label, " ", part.words(), " (" if bracket else ", chiếm ", share.words(), ")" if bracket else ""]
        for label, part, share in zip(labels, parts, shares, strict=True)
    ]
    w.body(head(w, s), " ", total.words(), w.pick(("; trong đó ", ", gồm: ", ". Trong đó: ")), joined(w, words), ".")
    w.state("sum", total, *parts, complete=True)
    for part, share in zip(parts, shares, strict=True):
        w.state("share", share, part, total)
    if middle(total) == sum(middle(part) for part in parts):
        w.state("sum", None, *shares, complete=True, required=False)


def shares_of_hundred(w: Writer, s: Subject) -> None:
    """A structure in percentages that make 100."""
    del s
    grain = w.pick((1, 10, 100))
    first = w.rng.randint(15 * grain, 30 * grain)
    second = w.rng.randint(20 * grain, 40 * grain)
    values = (first, second, 100 * grain - first - second)
    shares = [w.hand.measured(Fraction(value, grain), len(str(grain)) - 1, "%") for value in values]
    labels = ("nông nghiệp, thủy sản", "công nghiệp - xây dựng", "thương mại - dịch vụ")
    lead = w.pick(("Cơ cấu kinh tế: ", "Tỷ trọng các ngành: ", "Cơ cấu kinh tế chuyển dịch đúng hướng, gồm "))
    verb = w.pick((" ", " chiếm ", ": "))
    w.body(lead, joined(w, [[label, verb, x.words()] for label, x in zip(labels, shares, strict=True)]), ".")
    w.state("sum", None, *shares, complete=True)


def three_units(w: Writer, s: Subject) -> None:
    """Visits, people and matters in one breath, with two parts each."""
    del s
    regular = [w.rng.randint(5, 40) for _ in range(3)]
    fixed = [w.rng.randint(2, 20) for _ in range(3)]
    units = ("lượt", "người", "vụ việc")
    rows = [
        [w.hand.count(value, unit) for value, unit in zip(values, units, strict=True)]
        for values in ([a + b for a, b in zip(regular, fixed, strict=True)], regular, fixed)
    ]
    total, regularly, fixedly = ([a.words(), "/", b.words(), "/", c.words()] for a, b, c in rows)
    opening = w.pick((", trong đó: ", "; cụ thể: ", ", gồm "))
    w.body(
        "Đã tiếp ", total, opening, "tiếp thường xuyên ", regularly, w.pick(("; ", ", ")), "tiếp định kỳ ", fixedly, "."
    )
    for whole, first, second in zip(*rows, strict=True):
        w.state("sum", whole, first, second, complete=True)


def of_which(w: Writer, s: Subject) -> None:
    """Some parts only: each is at most the total, and where they do not overlap, all together are."""
    total, *_ = w.amounts(s, 1.0)
    labels = w.rng.sample(s.within, min(len(s.within), w.pick((1, 2)))) if s.within else ["diện ưu tiên"]
    parts = [w.like(total, w.rng.uniform(0.05, 0.6)) for _ in labels]
    together = max(map(middle, parts)) if s.overlaps else sum(map(middle, parts))
    if together > middle(total):
        return
    words = [part_words(w, label, part, "value") for label, part in zip(labels, parts, strict=True)]
    opening = w.pick((", trong đó ", " (trong đó: ", "; trong đó có "))
    w.body(head(w, s), " ", total.words(), opening, joined(w, words), ")." if "(" in opening else ".")
    w.state("subset", total, *parts)


def remaining(w: Writer, s: Subject) -> None:
    """A whole, what is done of it, and what remains, perhaps with percentages of their own."""
    two = w.chance(0.35)
    whole, *pieces = w.amounts(s, *((0.5, 0.3, 0.2) if two else (0.75, 0.25)))
    *done, left = pieces
    if sum(middle(piece) for piece in done) >= middle(whole):
        return
    rest = w.between(whole, done[0])
    left = w.between(rest, done[1]) if two else rest
    say: list[object] = [
        head(w, s),
        " ",
        whole.words(),
        w.pick((", ", "; ")),
        w.typed(w.pick(s.done)),
        " ",
        done[0].words(),
    ]
    if w.chance(0.5):
        percent = w.ratio(done[0], whole)
        say += [w.pick((", đạt ", " đạt tỷ lệ ")), percent.words()] if w.chance(0.6) else [" (", percent.words(), ")"]
        w.state("percent", percent, done[0], whole)
    if two:
        say += [w.pick((", đang thực hiện ", "; đang xem xét ")), done[1].words()]
    if w.chance(0.8):
        say += [w.pick((", còn lại ", "; còn ", ", số còn lại là ", ". Còn lại: ")), left.words()]
    else:
        say += [w.pick((", ", "; ")), left.words(), " còn lại đang thực hiện"]
    w.state("remaining", left, whole, *done)
    if w.chance(0.3):
        percent = w.ratio(left, whole)
        say += [w.pick((", bằng ", ", chiếm ")), percent.words(), w.pick((" kế hoạch", "", " tổng số"))]
        w.state("percent", percent, left, whole)
    w.body(say, ".")


def in_words(w: Writer, s: Subject) -> None:
    """A small total and its parts in words."""
    first, second = w.rng.randint(2, 6), w.rng.randint(1, 6)
    unit = "trường hợp" if s.unit in (MONEY, "ha", "tấn") else s.unit
    total, a, b = (w.hand.word(value, unit) for value in (first + second, first, second))
    a.shown_unit = b.shown_unit = unit
    w.body(
        "Có ", total.words(), " được xem xét, gồm ", a.words(), " đủ điều kiện và ", b.words(), " chưa đủ điều kiện."
    )
    w.state("sum", total, a, b, complete=True)


def compound_money(w: Writer, s: Subject) -> None:
    """Amounts in two units: a total in milliards and millions, and its parts."""
    first, second = w.rng.randint(1001, 9800), w.rng.randint(1001, 6000)
    lead = w.pick(s.heads) if s.unit == MONEY else "Tổng kinh phí thực hiện"
    total, a, b = (w.hand.compound(value) for value in (first + second, first, second))
    w.body(lead, " ", total.words(), ", trong đó nguồn cấp trên ", a.words(), ", nguồn địa phương ", b.words(), ".")
    w.state("sum", total, a, b, complete=True)


PATTERNS = (
    row_of_parts,
    row_of_parts,
    row_of_parts,
    items_of_parts,
    nested_items,
    parts_in_a_note,
    total_after,
    raised_to,
    parts_with_shares,
    shares_of_hundred,
    three_units,
    of_which,
    of_which,
    remaining,
    remaining,
    in_words,
    compound_money,
)
