"""Relations between different indicators: what must hold, what is only set side by side. All figures are made up."""

import pytest

from phulien_analysis import Report
from tests.made_up import findings, outcome, report_of, sentence

SAME, SHORT, LONG = "2025-07-01..2025-07-20", "2025-07-01..2025-07-19", "2025-07-01..2025-07-22"


def checked(check: str, *figures: str, stocks: tuple[str, ...] = ()) -> Report:
    """A report with one relation of the catalogue, called x."""
    return report_of(*figures, checks=[f"x: {check}"], stocks=stocks)


def two(left: str, relation: str, right: str, windows: str = "same", severity: str = "warning") -> str:
    """How one relation between two figures a and b comes out; each is given as window, number and unit."""
    check = f"a:actual {relation} b:actual, {windows}, {severity}"
    return outcome(checked(check, f"a actual {left}", f"b actual {right}"), "crosscheck")


# ---- equal


def test_equal_numbers_of_one_window_agree() -> None:
    """937 gifts in cash and 937 in kind over one window are as many."""
    assert two(f"{SAME} 937 person", "=", f"{SAME} 937 person") == "agrees exact ok"


def test_numbers_equal_by_rounding_agree_within_rounding() -> None:
    """1,2 billion can be 1.204 million."""
    assert two(f"{SAME} 1,2 billion-dong", "=", f"{SAME} 1.204 million-dong") == "agrees rounding ok"


@pytest.mark.parametrize("severity", ["note", "warning", "error"])
def test_misfit_has_the_severity_of_the_catalogue(severity: str) -> None:
    """20 beside 21 over one window differ, and the catalogue says how grave that is."""
    assert two(f"{SAME} 20 person", "=", f"{SAME} 21 person", severity=severity) == f"differs - {severity}"


def test_equal_numbers_of_two_windows_cannot_tell() -> None:
    """The same number over 1 to 19 and 1 to 20 July can be right if nothing came on the 20th: a note."""
    assert two(f"{SHORT} 7 person", "=", f"{SAME} 7 person", windows="any") == "cannot_tell - note"


def test_larger_number_over_a_longer_window_is_explained() -> None:
    """19 days with 19 and 22 days with 40 fit one matter: more days, and not more than double a day."""
    assert two(f"{SHORT} 19 person", "=", f"{LONG} 40 person", windows="any") == "cannot_tell - note"


def test_number_that_a_longer_window_does_not_explain_keeps_its_severity() -> None:
    """137 over 22 days and 7 over 20 are more than double a day, and 10 over 22 below 12 over 19 are too few."""
    assert two(f"{LONG} 137 person", "=", f"{SAME} 7 person", windows="any") == "cannot_tell - warning"
    assert two(f"{LONG} 10 person", "=", f"{SHORT} 12 person", windows="any") == "cannot_tell - warning"


def test_double_the_daily_pace_is_the_limit() -> None:
    """10 in 10 days explain 40 in 20 days, which are exactly double a day, and not 41."""
    ten, twenty = "2025-07-01..2025-07-10", "2025-07-01..2025-07-20"
    assert two(f"{ten} 10 person", "=", f"{twenty} 40 person", windows="any") == "cannot_tell - note"
    assert two(f"{ten} 10 person", "=", f"{twenty} 41 person", windows="any") == "cannot_tell - warning"


def test_window_that_is_not_stated_explains_nothing() -> None:
    """Without a window on one side the misfit keeps its severity, but is no contradiction."""
    assert two("- 20 person", "=", f"{SAME} 21 person", windows="any") == "cannot_tell - warning"


def test_stock_and_flow_of_one_window_can_differ() -> None:
    """A stock belongs to the window that ends on its day, so 10 received by the 22nd and 12 waiting then contradict."""
    check = "a:actual = b:actual, same, warning"
    report = checked(check, f"a actual {LONG} 10 person", "b actual ..2025-07-22 12 person", stocks=("b",))
    assert outcome(report, "crosscheck") == "differs - warning"


# ---- at most


def test_number_within_the_other_agrees() -> None:
    """183 resolved are at most 451 received."""
    assert two(f"{SAME} 183 dossier", "<=", f"{SAME} 451 dossier") == "agrees - ok"
    assert two(f"{SAME} 451 dossier", "<=", f"{SAME} 451 dossier") == "agrees - ok"


def test_number_above_the_other_differs() -> None:
    """183 are not at most 181, with the severity of the catalogue."""
    assert two(f"{SAME} 183 dossier", "<=", f"{SAME} 181 dossier", severity="error") == "differs - error"


def test_number_above_by_rounding_only_agrees() -> None:
    """2 billion can be 1.6 billion, which is at most 1.700 million."""
    assert two(f"{SAME} 2 billion-dong", "<=", f"{SAME} 1.700 million-dong") == "agrees - ok"


def test_number_over_a_shorter_window_must_lie_within_a_longer() -> None:
    """With ``nested``, 3 permits over 19 days are at most 9 dossiers over 20; 10 are not."""
    assert two(f"{SHORT} 3 dossier", "<=", f"{SAME} 9 dossier", windows="nested") == "agrees - ok"
    assert two(f"{SHORT} 10 dossier", "<=", f"{SAME} 9 dossier", windows="nested") == "differs - warning"


def test_number_over_a_longer_window_may_be_above() -> None:
    """10 over 22 days may well be more than 9 over 20."""
    assert two(f"{LONG} 10 dossier", "<=", f"{SAME} 9 dossier", windows="any") == "cannot_tell - note"


def test_window_that_is_not_stated_cannot_contradict() -> None:
    """180 dossiers without a window and 170 of 1 to 20 July may speak of different days."""
    assert two("- 180 dossier", "<=", f"{SAME} 170 dossier", windows="any") == "cannot_tell - note"


def test_numbers_without_any_window_contradict() -> None:
    """70 households and 60 persons, neither with a window, cannot be: a household has a member."""
    assert two("- 70 household", "<=", "- 60 person", severity="error") == "differs - error"


# ---- compare


def test_compared_numbers_that_are_the_same_agree() -> None:
    """183 beside 183 over one window agree."""
    assert two(f"{SAME} 183 dossier", "compare", f"{SAME} 183 dossier") == "agrees exact ok"


@pytest.mark.parametrize("severity", ["note", "warning"])
def test_compared_numbers_that_are_not_the_same_ask_about_their_scopes(severity: str) -> None:
    """181 beside 183 contradict nothing, for their scopes may differ; how much to look at it the catalogue says."""
    assert (
        two(f"{SAME} 181 dossier", "compare", f"{SAME} 183 dossier", severity=severity) == f"cannot_tell - {severity}"
    )


def test_same_number_for_two_windows_is_suspicious_where_it_is_compared() -> None:
    """1.786 for 1 to 19 July and again for 1 to 20 July looks like one number copied: the catalogue's severity."""
    assert two(f"{SHORT} 1.786 dossier", "compare", f"{SAME} 1.786 dossier", windows="any") == "cannot_tell - warning"


# ---- expressions, windows, missing numbers


def test_sides_may_be_sums() -> None:
    """36 issued and 7 in progress are 43, beside 38 received over the same window."""
    report = checked(
        "a:actual + b:actual = c:actual, same, warning",
        f"a actual {SAME} 36 dossier",
        f"b actual {SAME} 7 dossier",
        f"c actual {SAME} 38 dossier",
    )
    assert findings(report) == {"crosscheck.x@II.1 p1 #1": "differs - warning"}
    text = sentence(report, "crosscheck")
    assert "43 dossiers" in text
    assert "38 dossiers" in text
    assert text.endswith("A made-up reason.")


def test_misfit_gives_the_reason_and_an_agreement_does_not() -> None:
    """Why two numbers belong together is told where they do not fit."""
    check = "a:actual = b:actual, same, warning"
    fits = checked(check, f"a actual {SAME} 5 person", f"b actual {SAME} 5 person")
    misfits = checked(check, f"a actual {SAME} 5 person", f"b actual {SAME} 6 person")
    assert not sentence(fits, "crosscheck").endswith("A made-up reason.")
    assert sentence(misfits, "crosscheck").endswith("A made-up reason.")


def test_relation_is_redone_once_a_window() -> None:
    """Seven months and July each have their own finding; the same window printed twice has one."""
    report = checked(
        "a:actual = b:actual, same, warning",
        "a actual 2025-07 5 person",
        "a actual 2025-01..2025-07 50 person",
        "b actual 2025-07 5 person",
        "b actual 2025-01..2025-07 51 person",
        "a actual 2025-07 5 person",
    )
    assert findings(report, "crosscheck") == {
        "crosscheck.x@II.1 p1 #1": "agrees exact ok",
        "crosscheck.x@II.1 p1 #2": "differs - warning",
    }


def test_relation_of_figures_that_are_not_printed_is_no_calculation() -> None:
    """A month that prints only one side of a relation states nothing that could be redone."""
    check = "a:actual = b:actual, same, warning"
    assert findings(checked(check, f"a actual {SAME} 5 person")) == {}
    assert findings(checked(check, f"b actual {SAME} 5 person")) == {}


def test_other_side_over_another_window_cannot_tell() -> None:
    """``same`` asks for one window; where the other side is printed for another, that is told."""
    check = "a:actual = b:actual, same, warning"
    report = checked(check, f"a actual {SAME} 5 person", f"b actual {SHORT} 5 person")
    assert outcome(report, "crosscheck") == "cannot_tell - note"
    assert "the other figures are printed for other windows" in sentence(report, "crosscheck")


@pytest.mark.parametrize("windows", ["any", "same"])
def test_terms_of_one_side_over_different_windows_are_not_passed_over(windows: str) -> None:
    """36 issued over 20 days and 7 in progress on the 22nd stand beside 38 received: that is told."""
    report = checked(
        f"a:actual + b:actual compare c:actual, {windows}, note",
        f"a actual {SAME} 36 dossier",
        f"b actual {LONG} 7 dossier",
        "c actual 2025-07 38 dossier",
    )
    assert findings(report) == {"crosscheck.x@II.1 p1 #1": "cannot_tell - note"}


def test_missing_term_of_a_printed_side_cannot_tell() -> None:
    """Of a sum beside a printed number one term is not printed: that cannot tell, and is not passed over."""
    report = checked(
        "a:actual + b:actual = c:actual, same, warning", f"a actual {SAME} 10 person", f"c actual {SAME} 12 person"
    )
    assert outcome(report, "crosscheck") == "cannot_tell - note"


def test_malformed_number_on_either_side_cannot_tell() -> None:
    """A number without a value is quoted; nothing is compared with it."""
    for left, right in (("1.2345", "5"), ("5", "1.2345")):
        report = checked(
            "a:actual = b:actual, same, error", f"a actual {SAME} {left} person", f"b actual {SAME} {right} person"
        )
        assert outcome(report, "crosscheck") == "cannot_tell - note"
        assert "“1.2345”" in sentence(report, "crosscheck")


def test_side_divided_by_zero_cannot_tell() -> None:
    """A quotient over a base of 0 compares with nothing."""
    report = checked(
        "a:actual / b:actual = c:actual, same, error",
        f"a actual {SAME} 10 person",
        f"b actual {SAME} 0 person",
        f"c actual {SAME} 5 person",
    )
    assert outcome(report, "crosscheck") == "cannot_tell - note"


def test_plan_may_span_a_longer_window_than_the_actual_beside_it() -> None:
    """What was done by June is held against the plan of the year."""
    for done, expected in (("90", "agrees - ok"), ("110", "differs - warning")):
        figures = (f"a actual 2025-01..2025-06 {done} person", "a plan 2025-01..2025-12 100 person")
        assert outcome(checked("a:actual <= a:plan, same, warning", *figures), "crosscheck") == expected


def test_first_figure_and_all_others_are_named() -> None:
    """The stated figure is the first of the left side; every other one is an operand, each once."""
    report = checked(
        "a:actual + b:actual = c:actual, same, warning",
        f"a actual {SAME} 1 person",
        f"b actual {SAME} 2 person",
        f"c actual {SAME} 3 person",
    )
    (finding,) = report.finding_list
    assert finding.stated is not None
    assert str(finding.stated.source) == "II.1 p1 #1"
    assert [str(operand.source) for operand in finding.operands] == ["II.1 p1 #2", "II.1 p1 #3"]
    assert finding.computed is None  # 3 is not what a alone should be


def test_sentence_of_the_same_number_reads_as_one() -> None:
    """“A is 5 is the same number as B is 5” is no sentence: each number is said with one verb."""
    check = "a:actual compare b:actual, any, warning"
    report = checked(check, f"a actual {SHORT} 5 person", f"b actual {SAME} 5 person")
    text = sentence(report, "crosscheck")
    assert "is 5 persons is" not in text
