"""Parts of a total that are not printed, not readable, or of other windows. All figures are made up."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from tests.made_up import findings, outcome, report_of, sentence, sum_of

TWO_PARTS = ["total by-kind: a b"]


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
    text = sentence(report, "sum")
    assert "not printed: Made-up c; with the parts printed what is left would be 10 million dong" in text
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


def test_missing_part_that_may_be_negative_is_told_where_the_others_make_the_total() -> None:
    """60 and 40 are 100; that b, which can be negative, is not printed is told all the same, as a note."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 60 person",
        "c actual 2025-07 40 person",
        parts=["total by-kind: a b c"],
        signed=["b"],
    )
    assert outcome(report, "sum") == "agrees exact note"
    assert "Made-up b" in sentence(report, "sum")


def test_missing_part_does_not_hide_a_coarse_one() -> None:
    """With a third part not printed, 30,40 and 70 agree with 100,00 only because 70 is coarse: still a warning."""
    report = report_of(
        "total actual 2025-07 100,00 million-dong",
        "a actual 2025-07 30,40 million-dong",
        "b actual 2025-07 70 million-dong",
        parts=["total by-kind: a b c"],
    )
    assert outcome(report, "sum") == "agrees rounding warning"
    text = sentence(report, "sum")
    assert "coarsely: 70 million dong" in text
    assert "Not printed: Made-up c" in text


def test_missing_part_gives_way_to_its_own_parts() -> None:
    """Part b is not printed, but b1 and b2, which make it up, are: 60 + 25 + 15 are 100, and nothing is missing."""
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
    assert "not printed: Made-up b; with the parts printed what is left would be 40" in sentence(report, "sum")


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
    """A total of seven months with parts of July only is not passed over, also where the parts are a footnote's."""
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
    """Parts of July make up a total without a window; one that they miss is worth checking, no contradiction."""
    parts = ["a actual 2025-07 60 person", "b actual 2025-07 40 person"]
    assert outcome(report_of("total actual - 100 person", *parts, parts=TWO_PARTS), "sum") == "agrees exact ok"
    assert outcome(report_of("total actual - 101 person", *parts, parts=TWO_PARTS), "sum") == "cannot_tell - warning"


def test_windows_none_of_which_is_stated_contradict() -> None:
    """In a sentence without any window 36 certificates and 30, 5 and 2 of their kinds do contradict each other."""
    lines = ["total actual - 36 person", "a actual - 30 person", "b actual - 7 person"]
    assert outcome(report_of(*lines, parts=TWO_PARTS), "sum") == "differs - error"


def test_missing_part_explains_a_gap_before_windows_do() -> None:
    """Of 100 without a window 60 are printed for July: b is what is missing, 40 of it, nothing to review."""
    report = report_of("total actual - 100 person", "a actual 2025-07 60 person", parts=TWO_PARTS)
    assert outcome(report, "sum") == "cannot_tell - note"
    assert "not printed: Made-up b; with the parts printed what is left would be 40 persons" in sentence(report, "sum")
