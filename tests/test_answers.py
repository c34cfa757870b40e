"""Answers: the sentence under a question, computed from what is printed."""

from phulien_analysis import Report, views
from phulien_analysis.tables import Fragment
from tests.made_up import plain, report_of
from tests.made_up_page import frame, html


def said(shown: Fragment) -> str:
    """The text of an answer, with ordinary spaces."""
    return plain(repr(shown))


def test_numbers_of_one_window_are_said_with_it_once() -> None:
    """Two counts over the same days: each by name, the window last."""
    report = report_of("a actual 2025-07 5 person", "b actual 2025-07 12 household")
    shown = views.answer(report, "a", "b")
    assert said(shown) == "Made-up a: 5 persons. Made-up b: 12 households. Window: July 2025."
    assert html(shown).count("<strong>") == 2


def test_numbers_of_different_windows_carry_their_own() -> None:
    """One count over July, one whose days are not stated: neither borrows the window of the other."""
    report = report_of("a actual 2025-07 5 person", "b actual - 12 household")
    assert said(views.answer(report, "a", "b")) == (
        "Made-up a: 5 persons (July 2025). Made-up b: 12 households (window not stated)."
    )


def test_a_number_that_is_not_printed_is_named_as_missing() -> None:
    """Of two indicators one is not printed: the answer says so, and guesses no number."""
    report = report_of("a actual 2025-07 5 person", parts=["b by-kind: c"])
    assert said(views.answer(report, "a", "b")).endswith("Window: July 2025. Not reported this month: Made-up b.")


def test_an_actual_is_held_against_its_plan() -> None:
    """60 of 80 planned, 75% as printed; the status is said, and without a printed rate none is worked out."""
    lines = ["a plan 2025-01..2025-12 80 million-dong", "a actual 2025-01..2025-07 60 million-dong estimated"]
    rate = "a percent_of_plan 2025-01..2025-07 75 percent"
    assert said(views.answer(report_of(*lines, rate), "a")).startswith(
        "Made-up a: 60 million dong, 75% of the planned 80 million dong (estimated)."
    )
    assert said(views.answer(report_of(*lines), "a")).startswith(
        "Made-up a: 60 million dong of the planned 80 million dong (estimated)."
    )


def test_a_measure_that_all_share_is_said_once() -> None:
    """Two plans: one sentence that says first what both are."""
    report = report_of("a plan 2025-01..2025-12 80 million-dong", "b plan 2025-01..2025-12 50 million-dong")
    assert said(views.answer(report, "a:plan", "b:plan")) == (
        "Plan: Made-up a 80 million dong; Made-up b 50 million dong. Window: 2025."
    )


def test_the_largest_parts_are_named_and_a_tie_is_not_torn_apart() -> None:
    """Of 50, 30, 10, 10 the third place is shared, so two are named; of 50, 30, 15, 5 three are."""
    parts = ["t by-kind: a b c d"]
    for numbers, last in (((50, 30, 10, 10), "Made-up b 30 persons"), ((50, 30, 15, 5), "Made-up c 15 persons")):
        printed = [f"{name} actual 2025-07 {n} person" for name, n in zip("abcd", numbers, strict=True)]
        report = report_of("t actual 2025-07 100 person", *printed, parts=parts)
        told = said(views.answer_parts(report, "t", "by-kind"))
        assert told.startswith("Made-up t: 100 persons. The largest printed: Made-up a 50 persons; ")
        assert told.endswith(f"{last}. Window: July 2025.")


def test_parts_without_a_printed_total_are_said_by_themselves() -> None:
    """No total is printed, so none is said: only the parts."""
    lines = ["t plan 2025-01..2025-12 90 person", "a actual 2025-07 5 person", "b actual 2025-07 7 person"]
    report = report_of(*lines, parts=["t by-kind: a b"])
    assert said(views.answer_parts(report, "t", "by-kind")) == (
        "Made-up a: 5 persons. Made-up b: 7 persons. Window: July 2025."
    )


def test_whether_parts_add_up_is_said_for_every_window() -> None:
    """5 + 7 = 12 in July agrees; 20 + 30 = 50 is not the 51 printed for seven months."""
    report = report_of(
        "t actual 2025-01..2025-07 51 person",
        "a actual 2025-01..2025-07 20 person",
        "b actual 2025-01..2025-07 30 person",
        "t actual 2025-07 12 person",
        "a actual 2025-07 5 person",
        "b actual 2025-07 7 person",
        parts=["t by-kind: a b"],
    )
    told = said(views.answer_sums(report, "t", "by-kind"))
    assert told == (
        "January–July 2025: 51 persons printed, 50 persons by adding up: does not agree. "
        "July 2025: 12 persons printed, 12 persons by adding up: agrees."
    )


def test_the_answers_of_july(july: Report) -> None:
    """What is derived is marked, and the shares say that they are."""
    assert said(views.answer(july, "dossiers-received-minus-resolved")).startswith(
        "Difference between dossiers received and resolved: 268 dossiers (derived)."  # 451 - 183
    )
    assert said(views.answer_parts(july, "dossiers-received", "by-field")).endswith(
        "Dossiers: certification 40 dossiers (8.9%). Window: 1–20 July 2025. Shares are derived."  # 40/451 = 8.87
    )


def test_a_sum_that_cannot_be_redone_is_not_told_as_an_answer() -> None:
    """A part is malformed: there is no number by adding up, so the question has no sentence."""
    lines = ["total actual 2025-07 100 person", "a actual 2025-07 60 person", "b actual 2025-07 {} person"]
    with_sum, without = (
        report_of(*lines[:2], lines[2].format(b), parts=["total by-kind: a b"]) for b in ("40", "4.0.0")
    )
    assert "100 persons printed, 100 persons by adding up" in said(views.answer_sums(with_sum, "total", "by-kind"))
    assert "by adding up" not in said(views.answer_sums(without, "total", "by-kind"))


def test_a_percentage_that_cannot_be_redone_has_an_empty_cell() -> None:
    """Without a plan that can be read there is nothing to work out; beside it a plan of 6 gives 50%."""
    for plan, cell in (("6", "50.0%"), ("6.0.0", "")):
        report = report_of(
            "a actual 2025-07 3 person", f"a plan 2025-07 {plan} person", "a percent_of_plan 2025-07 50 percent"
        )
        shown = frame(views.progress(report, "a"))
        (name,) = (column for column in shown.columns if "recomputed" in column.lower())
        assert list(shown[name]) == [cell]
