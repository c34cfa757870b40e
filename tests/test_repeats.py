"""The form of each number, and the same number said twice. All figures are made up."""

from phulien_analysis import Report
from tests.made_up import findings, outcome, report_of, sentence


def said(*lines: str) -> Report:
    """One indicator, said at several places."""
    return report_of(
        *(f"a {line} @ {place} #1" for line, place in zip(lines, ("II.1 p1", "II.2 fn3", "III p1"), strict=False))
    )


def test_malformed_number_is_an_error_with_the_reason() -> None:
    """31.5000.000 has no value: the finding quotes it, says why, and proposes nothing in its place."""
    report = said("actual 2025-07 31.5000.000 dong")
    (finding,) = report.finding_list
    assert (finding.kind, finding.verdict, finding.severity) == ("format", "differs", "error")
    assert (finding.computed, finding.low, finding.high, finding.operands) == (None, None, None, ())
    assert finding.say("en") == (
        "Section II.1: the number “31.5000.000” of “Made-up a” (July 2025) is not in the form of a number (after each "
        "“.” there must be exactly three digits), so its value cannot be determined. "
        "Please compare it with the voucher and print it again."
    )


def test_well_formed_numbers_have_no_finding_of_form() -> None:
    """07, 1243 and 311.003,500 are all well-formed."""
    report = report_of("a actual - 07 person", "b actual - 1243 person", "c actual - 311.003,500 million-dong")
    assert findings(report, "format") == {}


def test_number_said_once_is_no_calculation() -> None:
    """A figure that stands alone states nothing that could be redone."""
    assert findings(said("actual 2025-07 5 person")) == {}


def test_number_said_twice_agrees() -> None:
    """The same count at two places agrees exactly; the later place is the stated one."""
    report = said("actual 2025-07 5 person", "actual 2025-07 05 person")
    assert findings(report) == {"duplicate@II.2 fn3 #1": "agrees exact ok"}


def test_number_said_with_other_digits_agrees_within_rounding() -> None:
    """1,8 billion stands for 1.75 to 1.85 billion, in which 1.784 million lie."""
    report = said("actual 2025-07 1.784 million-dong", "actual 2025-07 1,8 billion-dong")
    assert outcome(report, "duplicate") == "agrees rounding ok"


def test_two_numbers_for_one_thing_differ() -> None:
    """183 and 181 over one window cannot both be right; both places are named."""
    report = said("actual 2025-07 183 dossier", "actual 2025-07 181 dossier")
    assert findings(report) == {"duplicate@II.2 fn3 #1": "differs - error"}
    text = sentence(report, "duplicate")
    assert text == (
        "Section II.2, footnote 3: “Made-up a” (July 2025) is printed as 181 dossiers, and as 183 dossiers in "
        "another place (Section II.1), a difference of 2 dossiers. Please check both places."
    )


def test_third_printing_is_held_against_both_others() -> None:
    """10, 11, 10: the second differs from the first, and the third from the second."""
    report = said("actual 2025-07 10 person", "actual 2025-07 11 person", "actual 2025-07 10 person")
    assert findings(report) == {"duplicate@II.2 fn3 #1": "differs - error", "duplicate@III p1 #1": "differs - error"}


def test_other_windows_and_other_measures_are_not_the_same_figure() -> None:
    """July and June are two figures, and so are the plan and the actual of July."""
    report = report_of(
        "a actual 2025-07 10 person",
        "a actual 2025-06 12 person",
        "a plan 2025-07 14 person",
        "b actual 2025-07 9 person",
    )
    assert findings(report, "duplicate") == {}


def test_number_without_a_window_repeats_one_that_has_one() -> None:
    """104,5% in the assessment is the 104,5% of seven months: a note that says for which window it was printed."""
    report = said("percent_of_plan 2025-01..2025-07 104,5 percent", "percent_of_plan - 104,5 percent")
    assert findings(report, "duplicate") == {"duplicate@II.2 fn3 #1": "agrees exact note"}
    assert sentence(report, "duplicate").endswith("it is the number of Section II.1 for January–July 2025.")


def test_number_without_a_window_cannot_contradict_one_that_has_one() -> None:
    """104,7% without a window may be another window's; a rate that stands nowhere else is worth checking."""
    report = said("percent_of_plan 2025-01..2025-07 104,5 percent", "percent_of_plan - 104,7 percent")
    assert findings(report, "duplicate") == {"duplicate@II.2 fn3 #1": "cannot_tell - warning"}


def test_number_without_a_window_finds_its_twin_among_several() -> None:
    """Of 10 in June and 12 in July, 12 without a window repeats July's."""
    report = said("actual 2025-06 10 person", "actual 2025-07 12 person", "actual - 12 person")
    assert findings(report, "duplicate") == {"duplicate@III p1 #1": "agrees exact note"}
    (finding,) = [f for f in report.finding_list if f.kind == "duplicate"]
    assert [str(operand.source) for operand in finding.operands] == ["II.2 fn3 #1"]


def test_two_numbers_both_without_a_window_may_speak_of_two() -> None:
    """5 and 6, neither with a window, can be right of different days: worth checking, no contradiction."""
    report = said("actual - 5 person", "actual - 6 person")
    assert outcome(report, "duplicate") == "cannot_tell - warning"
    assert sentence(report, "duplicate").endswith("both without a window. Please state the window of each.")
    assert outcome(said("actual - 5 person", "actual - 5 person"), "duplicate") == "agrees exact ok"


def test_number_said_twice_of_which_one_is_malformed_cannot_tell() -> None:
    """31.5000.000 neither repeats nor contradicts 31.500.000."""
    report = said("actual 2025-07 31.500.000 dong", "actual 2025-07 31.5000.000 dong")
    assert findings(report) == {"format@II.2 fn3 #1": "differs - error", "duplicate@II.2 fn3 #1": "cannot_tell - note"}


def test_malformed_number_without_a_window_repeats_nothing() -> None:
    """31.5000.000 without a window is no twin of 31.500.000 of July."""
    report = said("actual 2025-07 31.500.000 dong", "actual - 31.5000.000 dong")
    assert findings(report, "duplicate") == {"duplicate@II.2 fn3 #1": "cannot_tell - note"}


def test_qualified_number_agrees_with_the_exact_one_it_covers() -> None:
    """Over 270 stands for 270 to 280, in which 274 lies and 290 does not."""
    for exact, expected in (("274", "agrees rounding ok"), ("290", "differs - error")):
        report = said(f"actual 2025-07 {exact} person", "actual 2025-07 270 person over")
        assert outcome(report, "duplicate") == expected


def test_bound_said_twice_agrees() -> None:
    """Not yet 100%, twice, is one bound said twice."""
    assert outcome(said("bound - 100 percent under", "bound - 100 percent under"), "duplicate") == "agrees exact ok"


def test_truncated_repetition_is_a_warning() -> None:
    """36,84 repeats 36,849 with its last digit cut off instead of rounded."""
    report = said("percent_of_plan 2025-07 36,849 percent", "percent_of_plan 2025-07 36,84 percent")
    assert findings(report, "duplicate") == {"duplicate@II.2 fn3 #1": "differs truncated warning"}


# ---- numbers that cannot be as they are printed


def test_count_with_decimals_cannot_be_right() -> None:
    """1,243 persons is read strictly, as one person and a bit: a thousands mark of another language, most likely."""
    report = report_of("people actual ..2025-07-31 1,243 person", stocks=["people"])
    assert findings(report) == {"whole@II.1 p1 #1": "differs - error"}
    assert "a count with decimals" in sentence(report, "format")


def test_number_below_zero_of_what_cannot_be_is_an_error() -> None:
    """Minus 5 dossiers received cannot be."""
    assert findings(report_of("a actual 2025-07 -5 dossier")) == {"sign@II.1 p1 #1": "differs - error"}


def test_remainder_may_be_below_zero() -> None:
    """Of a plan of 200 with 210 done, minus 10 remain: it agrees, and its sign is no error."""
    window = "2025-01..2025-12"
    lines = [f"a actual {window} 210 million-dong", f"a plan {window} 200 million-dong"]
    report = report_of(*lines, f"a remaining {window} -10 million-dong")
    assert findings(report) == {"remaining@II.1 p1 #3": "agrees exact ok"}


def test_rate_without_a_window_that_stands_nowhere_else_quotes_the_other() -> None:
    """108,9% without a window beside 109,9% for seven months: both are named, and it is asked for the window."""
    report = said("percent_of_plan 2025-01..2025-07 109,9 percent", "percent_of_plan - 108,9 percent")
    assert "is printed as 108.9% without a window; Section II.1 has 109.9% for January–July 2025" in sentence(
        report, "duplicate"
    )


def test_same_decimals_with_other_digits_are_worth_checking() -> None:
    """153.369,012 and 153.369,013 can be one number by rounding, but not if both were copied from one table."""
    report = said("actual 2025-07 153.369,012 million-dong", "actual 2025-07 153.369,013 million-dong")
    assert findings(report) == {"duplicate@II.2 fn3 #1": "agrees rounding warning"}
