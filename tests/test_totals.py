"""Totals and their parts, parts said to be "of which", and windows inside longer ones. All figures are made up."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phulien_analysis import Report, format_number
from tests.made_up import findings, outcome, report_of, sentence

TWO_PARTS = ["total by-kind: a b"]
AMOUNTS = st.integers(min_value=0, max_value=10**13)  # in đồng
FORMS = st.sampled_from([("dong", 0), *[(unit, d) for unit in ("million-dong", "billion-dong") for d in range(5)]])
SCALES = {"dong": 1, "million-dong": 10**6, "billion-dong": 10**9}


def sum_of(total: str, *parts: str, unit: str = "million-dong") -> Report:
    """A total of July and its parts, all printed in one unit."""
    names = [f"part-{number}" for number, _ in enumerate(parts, start=1)]
    lines = [f"total actual 2025-07 {total} {unit}"]
    lines += [f"{name} actual 2025-07 {printed} {unit}" for name, printed in zip(names, parts, strict=True)]
    return report_of(*lines, parts=[f"total by-kind: {' '.join(names)}"])


def printed(amount: int, form: tuple[str, int]) -> str:
    """An amount of đồng as a report would print it in a unit with some decimals, rounded half up."""
    unit, decimals = form
    return f"{format_number(Decimal(amount) / SCALES[unit], 'vi', decimals)} {unit}"


# ---- parts that add up, or not


def test_parts_that_add_up_agree_exactly() -> None:
    """60 and 40 are 100."""
    report = sum_of("100", "60", "40")
    assert findings(report) == {"sum.by-kind@II.1 p1 #1": "agrees exact ok"}
    assert sentence(report, "sum").replace("\N{NO-BREAK SPACE}", " ") == (
        "Section II.1: “Made-up total” (July 2025) is printed as 100 million dong; "
        "adding the parts printed (2) gives 100 million dong."
    )


def test_parts_that_add_up_by_rounding_agree_within_rounding() -> None:
    """60 and 39 stand for 98 to 100, and 100 for 99.5 to 100.5: they meet."""
    assert outcome(sum_of("100", "60", "39"), "sum") == "agrees rounding ok"


def test_parts_that_miss_by_more_than_rounding_differ() -> None:
    """60 and 38 stand for 97 to 99, below the 99.5 that 100 begins with; the gap of 2 is told."""
    report = sum_of("100", "60", "38")
    (finding,) = report.finding_list
    assert (finding.verdict, finding.fit, finding.severity) == ("differs", None, "error")
    assert (finding.computed, finding.low, finding.high) == (Decimal(98), Decimal(97), Decimal(99))
    assert sentence(report, "sum").replace("\N{NO-BREAK SPACE}", " ") == (
        "Section II.1: “Made-up total” (July 2025) is printed as 100 million dong; adding the parts printed (2) gives "
        "98 million dong, a difference of 2 million dong. Please check the total and each part."
    )


def test_counts_are_exact() -> None:
    """60 and 39 persons are not 100 persons: what is counted is not rounded."""
    assert outcome(sum_of("100", "60", "39", unit="person"), "sum") == "differs - error"
    assert outcome(sum_of("100", "60", "40", unit="person"), "sum") == "agrees exact ok"


def test_money_in_dong_is_exact() -> None:
    """Money printed to the đồng is not rounded, while the same in millions is."""
    assert outcome(sum_of("100", "60", "39", unit="dong"), "sum") == "differs - error"


def test_ends_that_touch_meet() -> None:
    """33, 33 and 32 stand for 96.5 to 99.5, and 100 begins at 99.5: the ends belong to both, so they meet."""
    assert outcome(sum_of("100", "33", "33", "32"), "sum") == "agrees rounding ok"
    assert outcome(sum_of("100", "33", "33", "31,9"), "sum").startswith("differs")  # 96.85 to 98.95


def test_total_whose_decimals_were_cut_is_truncated() -> None:
    """50,45 and 50,45 are 100,90 give or take 0,01; 100 is what is left of it when the decimals are cut: a warning."""
    report = sum_of("100", "50,45", "50,45")
    assert outcome(report, "sum") == "differs truncated warning"
    assert "only if the decimals are cut off instead of rounded" in sentence(report, "sum")


def test_total_and_parts_may_have_different_units() -> None:
    """1,1 billion is 600 and 500 million, and 0 đồng adds nothing to them."""
    report = report_of(
        "total actual 2025-07 1,1 billion-dong",
        "a actual 2025-07 600 million-dong",
        "b actual 2025-07 500 million-dong",
        "c actual 2025-07 0 dong",
        parts=["total by-kind: a b c"],
    )
    assert outcome(report, "sum") == "agrees exact ok"


def test_each_printing_of_a_total_is_redone() -> None:
    """A total that is printed twice is two stated figures and gives two findings, each under its own place."""
    report = report_of(
        "total actual 2025-07 100 person @ II.1 p1 #1",
        "a actual 2025-07 60 person @ II.1 p1 #2",
        "b actual 2025-07 40 person @ II.1 p1 #3",
        "total actual 2025-07 101 person @ III p1 #1",
        parts=TWO_PARTS,
    )
    assert findings(report, "sum") == {
        "sum.by-kind@II.1 p1 #1": "agrees exact ok",
        "sum.by-kind@III p1 #1": "differs - error",
    }


def test_total_is_redone_once_for_each_way_it_is_split() -> None:
    """451 dossiers by channel and by field are two sums with names of their own."""
    report = report_of(
        "total actual 2025-07 10 dossier",
        "online actual 2025-07 7 dossier",
        "paper actual 2025-07 3 dossier",
        "land actual 2025-07 4 dossier",
        "other actual 2025-07 5 dossier",
        parts=["total by-channel: online paper", "total by-field: land other"],
    )
    assert findings(report) == {
        "sum.by-channel@II.1 p1 #1": "agrees exact ok",
        "sum.by-field@II.1 p1 #1": "differs - error",
    }


def test_only_additive_measures_are_added() -> None:
    """Plans add up like actuals; shares and bounds of parts are no parts of a share or bound."""
    report = report_of(
        "total plan 2025-01..2025-12 100 million-dong",
        "a plan 2025-01..2025-12 60 million-dong",
        "b plan 2025-01..2025-12 40 million-dong",
        "total bound - 9 million-dong under",
        "a bound - 1 million-dong under",
        "b bound - 1 million-dong under",
        parts=TWO_PARTS,
    )
    assert findings(report, "sum") == {"sum.by-kind@II.1 p1 #1": "agrees exact ok"}


# ---- coarse operands


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        # two parts and a total: rounding leaves (2 + 1) / 2 = 1.5 units of the finest place, here of 0.01
        ("30,01", "agrees rounding ok"),  # misses 100,00 by 1 unit
        ("30,02", "agrees rounding warning"),  # by 2: only because 70 stands for 69.5 to 70.5
        ("30,40", "agrees rounding warning"),  # by 40
        ("30,52", "differs - error"),  # 30.515 + 69.5 = 100.015 lies above 100.005
    ],
)
def test_agreement_bought_by_a_coarse_part_is_a_warning(part: str, expected: str) -> None:
    """A sum that misses by more than (n+1)/2 units of the finest decimal agrees only through its coarse part."""
    assert outcome(sum_of("100,00", part, "70"), "sum") == expected


def test_warning_names_the_coarse_part() -> None:
    """The sentence names the figure that is printed coarsely, with its place, and none of the others."""
    text = sentence(sum_of("100,00", "30,40", "70"), "sum").replace("\N{NO-BREAK SPACE}", " ")
    assert text.endswith("It agrees only because 70 million dong (Section II.1) is printed coarsely; please check it.")


def test_coarse_total_is_named_too() -> None:
    """1 billion stands for 0.5 to 1.5 billion and so for 600 and 700 million, 300 units of a million away."""
    report = report_of(
        "total actual 2025-07 1 billion-dong",
        "a actual 2025-07 600 million-dong",
        "b actual 2025-07 700 million-dong",
        parts=TWO_PARTS,
    )
    assert outcome(report, "sum") == "agrees rounding warning"
    assert "because 1\N{NO-BREAK SPACE}billion dong (Section II.1)" in sentence(report, "sum")


@pytest.mark.parametrize(
    ("parts", "missing", "expected"),
    [
        # fewer than four parts: only (n + 1) / 2 counts; with three it is 2 units
        (3, 2, "agrees rounding ok"),
        # from four parts on, 2 x sqrt((n + 1) / 12) units: 1.29 for 4, 1.83 for 9, 1.91 for 10, exactly 2 for 11
        (4, 1, "agrees rounding ok"),
        (4, 2, "agrees rounding warning"),
        (9, 1, "agrees rounding ok"),
        (9, 2, "agrees rounding warning"),
        (10, 2, "agrees rounding warning"),
        (11, 2, "agrees rounding ok"),
        (11, 3, "agrees rounding warning"),
    ],
)
def test_gap_beyond_what_rounding_usually_leaves_is_a_warning(parts: int, missing: int, expected: str) -> None:
    """Four and more rounded parts that miss by more than two standard deviations of rounding agree with a warning."""
    report = sum_of(str(10 * parts + missing), *["10"] * parts)
    assert outcome(report, "sum") == expected


def test_gap_without_a_coarse_part_asks_to_check_all() -> None:
    """Where all numbers are equally fine, the warning names none and asks for the parts."""
    text = sentence(sum_of("42", "10", "10", "10", "10"), "sum")
    assert text.endswith("The gap is larger than rounding usually leaves; please check the parts.")


def test_trailing_zeros_do_not_make_a_part_coarse() -> None:
    """48.000 beside 9.026,719 is a whole number of millions; a sum that fits it to the unit is not warned of."""
    assert outcome(sum_of("57.026,719", "48.000", "9.026,719"), "sum") == "agrees exact ok"


# ---- parts that are not printed


def test_missing_part_would_be_zero_where_the_others_make_the_total() -> None:
    """60 and 40 are 100 already, so a third part, not being negative, would be 0; that is a note."""
    report = report_of(
        "total actual 2025-07 100 million-dong",
        "a actual 2025-07 60 million-dong",
        "b actual 2025-07 40 million-dong",
        parts=["total by-kind: a b c"],
    )
    assert outcome(report, "sum") == "agrees exact note"
    assert sentence(report, "sum").endswith("Not printed: Made-up c; it would be 0.")


def test_missing_part_that_leaves_a_gap_cannot_tell() -> None:
    """Of 100, 60 and 30 leave 10 for the part that is not printed: nothing is contradicted, and the 10 is told."""
    report = report_of(
        "total actual 2025-07 100 million-dong",
        "a actual 2025-07 60 million-dong",
        "b actual 2025-07 30 million-dong",
        parts=["total by-kind: a b c"],
    )
    assert outcome(report, "sum") == "cannot_tell - note"
    text = sentence(report, "sum").replace("\N{NO-BREAK SPACE}", " ")
    assert "not printed: Made-up c; with the parts printed it would be 10 million dong" in text
    (finding,) = report.finding_list
    assert finding.computed == Decimal(90)


def test_parts_above_the_total_differ_although_one_is_missing() -> None:
    """60 and 50 are more than 100, and a part that is not negative cannot mend it."""
    report = report_of(
        "total actual 2025-07 100 million-dong",
        "a actual 2025-07 60 million-dong",
        "b actual 2025-07 50 million-dong",
        parts=["total by-kind: a b c"],
    )
    assert outcome(report, "sum") == "differs - error"


@pytest.mark.parametrize("printed_part", ["60", "120"])
@pytest.mark.parametrize("signed", [["b"], ["total", "a", "b"]])
def test_missing_part_that_may_be_negative_cannot_tell(printed_part: str, signed: Sequence[str]) -> None:
    """Where the part that is not printed can be negative, neither too little nor too much contradicts the total."""
    report = report_of(
        "total actual 2025-07 100 million-dong",
        f"a actual 2025-07 {printed_part} million-dong",
        parts=TWO_PARTS,
        signed=signed,
    )
    assert outcome(report, "sum") == "cannot_tell - note"


def test_missing_part_gives_way_to_its_own_parts() -> None:
    """b is not printed, but b1 and b2, which make it up, are: 60 + 25 + 15 are 100, and nothing is missing."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 60 person",
        "b1 actual 2025-07 25 person",
        "b2 actual 2025-07 15 person",
        parts=["total by-kind: a b", "b by-age: b1 b2"],
    )
    (finding,) = report.finding_list
    assert (finding.verdict, finding.fit, finding.severity) == ("agrees", "exact", "ok")
    assert [figure.indicator.indicator for figure in finding.operands] == ["a", "b1", "b2"]


@pytest.mark.parametrize(
    ("split", "extra"),
    [("b by-age of which: b1 b2", []), ("b by-age: b1 b2 b3", [])],
)
def test_incomplete_parts_do_not_stand_for_a_missing_part(split: str, extra: list[str]) -> None:
    """Parts that do not make up b, or of which one is not printed, do not stand for it: 40 are left for b."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 60 person",
        "b1 actual 2025-07 25 person",
        "b2 actual 2025-07 5 person",
        *extra,
        parts=["total by-kind: a b", split],
    )
    assert outcome(report, "sum") == "cannot_tell - note"
    assert "not printed: Made-up b; with the parts printed it would be 40" in sentence(report, "sum")


def test_printed_part_is_not_replaced_by_its_parts() -> None:
    """Where b is printed it stands in the sum, even if its own parts give another number: that is their own finding."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 60 person",
        "b actual 2025-07 40 person",
        "b1 actual 2025-07 25 person",
        "b2 actual 2025-07 16 person",
        parts=["total by-kind: a b", "b by-age: b1 b2"],
    )
    assert findings(report) == {"sum.by-kind@II.1 p1 #1": "agrees exact ok", "sum.by-age@II.1 p1 #3": "differs - error"}


def test_malformed_part_cannot_tell() -> None:
    """A part without a value leaves the sum open; the sentence quotes it, and the number itself is the error."""
    report = sum_of("100", "60", "31.5000.000")
    assert outcome(report, "sum") == "cannot_tell - note"
    assert "“31.5000.000” (Section II.1) is not a well-formed number" in sentence(report, "sum")
    assert outcome(report, "format") == "differs - error"


def test_malformed_total_cannot_tell() -> None:
    """A total without a value is not redone, though all its parts are there."""
    assert outcome(sum_of("31.5000.000", "60", "40"), "sum") == "cannot_tell - note"


# ---- parts of other windows


@pytest.mark.parametrize("place", ["II.1 p1 #2", "II.1 fn1 #1"])
def test_parts_of_other_windows_cannot_tell(place: str) -> None:
    """A total of seven months whose parts are printed for July only is not passed over, also where they are a footnote's."""
    report = report_of(
        "total actual 2025-01..2025-07 100 person @ II.1 p1 #1",
        f"a actual 2025-07 60 person @ {place}",
        f"b actual 2025-07 40 person @ {place.replace('#1', '#2').replace('p1 #2', 'p1 #3')}",
        parts=TWO_PARTS,
    )
    assert findings(report, "sum") == {"sum.by-kind@II.1 p1 #1": "cannot_tell - note"}
    assert "its parts are printed for other windows" in sentence(report, "sum")


def test_total_without_any_part_is_no_calculation() -> None:
    """A total none of whose parts is printed anywhere states nothing that could be redone."""
    assert findings(report_of("total actual 2025-07 100 person", parts=TWO_PARTS)) == {}


def test_windows_of_a_sum_are_kept_apart() -> None:
    """July and seven months are two totals with parts of their own."""
    report = report_of(
        "total actual 2025-07 10 person",
        "total actual 2025-01..2025-07 100 person",
        "a actual 2025-07 6 person",
        "a actual 2025-01..2025-07 60 person",
        "b actual 2025-07 4 person",
        "b actual 2025-01..2025-07 41 person",
        parts=TWO_PARTS,
    )
    assert findings(report, "sum") == {
        "sum.by-kind@II.1 p1 #1": "agrees exact ok",
        "sum.by-kind@II.1 p1 #2": "differs - error",
    }


def test_windows_that_are_not_stated_can_confirm_but_not_contradict() -> None:
    """Parts of July make up a total without a window, but a total without a window does not contradict them."""
    parts = ["a actual 2025-07 60 person", "b actual 2025-07 40 person"]
    assert outcome(report_of("total actual - 100 person", *parts, parts=TWO_PARTS), "sum") == "agrees exact ok"
    assert outcome(report_of("total actual - 101 person", *parts, parts=TWO_PARTS), "sum") == "cannot_tell - note"


def test_windows_none_of_which_is_stated_contradict() -> None:
    """In a sentence without any window 36 certificates and 30, 5 and 2 of their kinds do contradict each other."""
    lines = ["total actual - 36 person", "a actual - 30 person", "b actual - 7 person"]
    assert outcome(report_of(*lines, parts=TWO_PARTS), "sum") == "differs - error"


# ---- of which


def test_part_within_its_total_agrees_and_tells_its_share() -> None:
    """Of 585 persons 224 receive support: within, and 38.3% of the whole; nothing has to add up."""
    report = report_of(
        "total actual 2025-07 585 person", "a actual 2025-07 224 person", parts=["total by-support of which: a"]
    )
    assert findings(report) == {"subset.by-support@II.1 p1 #1": "agrees - ok"}
    assert "38.3%" in sentence(report, "subset")  # 224 / 585 = 0.38290...


def test_part_above_its_total_differs() -> None:
    """Of 10 petitions 11 cannot be within competence; both places are told."""
    report = report_of(
        "total actual 2025-07 10 person @ II.4 fn25 #10",
        "a actual 2025-07 11 person @ II.4 fn25 #11",
        parts=["total by-competence of which: a"],
    )
    assert outcome(report, "subset") == "differs - error"
    text = sentence(report, "subset").replace("\N{NO-BREAK SPACE}", " ")
    assert "printed as 10 persons, but of it “Made-up a” (July 2025) is printed as 11 persons" in text


def test_part_that_may_be_within_by_rounding_agrees() -> None:
    """2,5 billion and 2.504 million can be the same amount; 2.551 million cannot be within 2.45 to 2.55 billion."""
    for part, expected in (("2.504", "agrees - ok"), ("2.551", "differs - error")):
        report = report_of(
            "total actual 2025-07 2,5 billion-dong",
            f"a actual 2025-07 {part} million-dong",
            parts=["total by-kind of which: a"],
        )
        assert outcome(report, "subset") == expected


def test_parts_said_to_be_of_which_need_not_add_up() -> None:
    """Two overlapping parts of 70 each lie within a total of 100."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 70 person",
        "b actual 2025-07 70 person",
        parts=["total by-kind of which: a b"],
    )
    assert outcome(report, "subset") == "agrees - ok"


def test_part_of_nothing_has_no_share() -> None:
    """Of 0 feedback items 0 were returned: within, and no percentage of nothing is told."""
    report = report_of(
        "total actual 2025-07 0 person", "a actual 2025-07 0 person", parts=["total by-outcome of which: a"]
    )
    assert outcome(report, "subset") == "agrees - ok"
    assert "%" not in sentence(report, "subset")


def test_part_without_a_stated_window_cannot_contradict_its_total() -> None:
    """A part of July above a total whose window is not stated cannot tell: the total's window may be another."""
    report = report_of(
        "total actual - 100 person", "a actual 2025-07 120 person", parts=["total by-kind of which: a"]
    )
    assert outcome(report, "subset") == "cannot_tell - note"


def test_malformed_part_of_which_cannot_tell() -> None:
    """A part without a value is not within anything."""
    report = report_of(
        "total actual 2025-07 100 person", "a actual 2025-07 1.2345 person", parts=["total by-kind of which: a"]
    )
    assert outcome(report, "subset") == "cannot_tell - note"


# ---- windows


def test_shorter_window_counts_at_most_what_the_longer_does() -> None:
    """12 over 1 to 19 July lie within 14 over July; 15 do not, and both windows are told."""
    within = report_of("a actual 2025-07-01..2025-07-19 12 person", "a actual 2025-07 14 person")
    assert findings(within) == {"window@II.1 p1 #1": "agrees - ok"}
    above = report_of("a actual 2025-07-01..2025-07-19 15 person", "a actual 2025-07 14 person")
    assert findings(above) == {"window@II.1 p1 #1": "differs - error"}
    text = sentence(above, "subset")
    assert "(1–19 July 2025)" in text
    assert "for the longer window July 2025" in text


def test_equal_numbers_over_nested_windows_agree() -> None:
    """Nothing may have been added after the 19th, so the same number over the longer window is within it."""
    report = report_of("a actual 2025-07-01..2025-07-19 14 person", "a actual 2025-07 14 person")
    assert findings(report) == {"window@II.1 p1 #1": "agrees - ok"}


def test_window_is_held_against_the_shortest_around_it() -> None:
    """Of July and seven months around 1 to 19 July, July is the one that tells most."""
    report = report_of(
        "a actual 2025-01..2025-07 90 person",
        "a actual 2025-07 10 person",
        "a actual 2025-07-01..2025-07-19 12 person",
    )
    assert findings(report) == {"window@II.1 p1 #2": "agrees - ok", "window@II.1 p1 #3": "differs - error"}


@pytest.mark.parametrize("line", ["a actual 2025-06 15 person", "a actual - 14 person"])
def test_windows_that_do_not_nest_are_not_compared(line: str) -> None:
    """June lies in no July, and a window that is not stated lies nowhere."""
    report = report_of("a actual 2025-07-01..2025-07-19 15 person", line)
    assert not [name for name in findings(report) if name.startswith("window")]


def test_stock_and_signed_flow_have_no_growing_windows() -> None:
    """A stock can fall, and so can the sum of a flow that may be negative."""
    stock = report_of("a actual ..2025-07-19 15 person", "a actual ..2025-07-31 14 person", stocks=["a"])
    signed = report_of("a actual 2025-07-01..2025-07-19 15 dong", "a actual 2025-07 14 dong", signed=["a"])
    assert findings(stock) == {}
    assert findings(signed) == {}


# ---- no false alarm


@given(st.lists(st.tuples(AMOUNTS, FORMS), min_size=1, max_size=9), FORMS)
@example([(499_999, ("million-dong", 0)), (499_999, ("million-dong", 0))], ("million-dong", 0))
def test_true_sum_is_never_called_wrong(parts: list[tuple[int, tuple[str, int]]], form: tuple[str, int]) -> None:
    """Amounts that add up, each rounded and printed in any unit with any decimals, always agree with their total."""
    lines = [f"total actual 2025-07 {printed(sum(amount for amount, _ in parts), form)}"]
    lines += [f"p{n} actual 2025-07 {printed(amount, its)}" for n, (amount, its) in enumerate(parts)]
    report = report_of(*lines, parts=["total by-kind: " + " ".join(f"p{n}" for n in range(len(parts)))])
    assert outcome(report, "sum").startswith("agrees")


@given(st.lists(st.tuples(AMOUNTS, FORMS), min_size=2, max_size=6), FORMS)
def test_true_sum_with_a_missing_part_is_never_called_wrong(
    parts: list[tuple[int, tuple[str, int]]], form: tuple[str, int]
) -> None:
    """With one part left out, amounts that add up agree or cannot tell, and never differ."""
    lines = [f"total actual 2025-07 {printed(sum(amount for amount, _ in parts), form)}"]
    lines += [f"p{n} actual 2025-07 {printed(amount, its)}" for n, (amount, its) in enumerate(parts[:-1])]
    report = report_of(*lines, parts=["total by-kind: " + " ".join(f"p{n}" for n in range(len(parts)))])
    assert not outcome(report, "sum").startswith("differs")


@given(AMOUNTS, FORMS, AMOUNTS, FORMS)
def test_true_part_and_true_window_are_never_called_wrong(
    part: int, its: tuple[str, int], rest: int, form: tuple[str, int]
) -> None:
    """An amount within another, each rounded and printed in any way, always lies within it."""
    report = report_of(
        f"total actual 2025-07 {printed(part + rest, form)}",
        f"a actual 2025-07 {printed(part, its)}",
        f"total actual 2025-07-01..2025-07-19 {printed(part, its)}",
        parts=["total by-kind of which: a"],
    )
    assert set(findings(report).values()) == {"agrees - ok"}


@given(st.lists(st.integers(min_value=0, max_value=500), min_size=1, max_size=9), st.integers(min_value=1, max_value=99))
def test_wrong_sum_of_counts_is_always_found(parts: list[int], gap: int) -> None:
    """Counts that do not add up to their total always differ, whatever the gap."""
    for total in (sum(parts) + gap, sum(parts) - gap):
        if total >= 0:
            assert outcome(sum_of(str(total), *map(str, parts), unit="person"), "sum") == "differs - error"
