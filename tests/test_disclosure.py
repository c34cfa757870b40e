"""The disclosure policy: what it covers, what stands in its place, and what else must be withheld for it."""

from pathlib import Path

import pytest

from phulien_analysis import DataError, PhulienError, load_report
from phulien_analysis.disclosure import protected
from phulien_analysis.disclosure.elsewhere import earlier_months
from phulien_analysis.disclosure.protection import protect
from tests.made_up import MONTH, TOPIC, WARD, report_of, write_month
from tests.made_up_disclosure import REASON, published, report_under, shown, write_world

PARTS = ("total by-kind: a b c",)
RULES = ("a,,5,suppress,show",)


def test_without_a_policy_everything_is_shown() -> None:
    """No file of rules: a count of 1 stands as it is printed."""
    assert shown(report_of("people actual 2025-07 1 person")) == {"people": "1"}


def test_counts_below_the_threshold_are_covered() -> None:
    """Of 1, 4, 5 and 0 under a threshold of 5 the first two are withheld."""
    lines = [f"{name} actual 2025-07 {n} person" for name, n in (("a", 1), ("b", 4), ("c", 5), ("d", 0))]
    report = report_under(lines, [f"topic:{TOPIC},,5,suppress,show"])
    assert shown(report) == {"a": "withheld", "b": "withheld", "c": "5", "d": "0"}


def test_a_zero_is_covered_where_its_rule_says_so() -> None:
    """With zero=cover the 0 is kept back as the small counts are, and its group begins at 0."""
    report = report_under(["a actual 2025-07 0 person"], ["a,,5,group,cover"])
    (row,) = published(report)
    assert (row["status"], row["printed"], row["value"], row["low"], row["high"]) == ("grouped", "", "", "0", "4")


def test_a_group_is_said_by_its_limit() -> None:
    """3 under a threshold of 5 is “fewer than 5 people”, in the file from 1 to 4, and never 0."""
    report = report_under(["a actual 2025-07 3 person"], ["a,,5,group,show"])
    (figure,) = protected(report).figure_list
    assert figure.say("en").replace("\N{NO-BREAK SPACE}", " ") == "fewer than 5 persons"
    assert figure.say("vi").replace("\N{NO-BREAK SPACE}", " ") == "dưới 5 người"
    (row,) = published(report)
    assert (row["status"], row["printed"], row["low"], row["high"]) == ("grouped", "", "1", "4")


def test_a_withheld_number_says_so_and_why() -> None:
    """“withheld”, with the rule's reason beside it; neither number nor interval nor qualifier."""
    report = report_under(["a actual 2025-07 3 person over"], ["a,,5,suppress,show"])
    (figure,) = protected(report).figure_list
    assert (figure.say("en"), figure.say("vi")) == ("withheld", "không công bố")
    assert figure.reason is not None
    assert f"{figure.reason.vi},{figure.reason.en}" == REASON
    (row,) = published(report)
    assert [row[name] for name in ("status", "printed", "value", "low", "high", "qualifier")] == [
        "withheld", "", "", "", "", "",
    ]  # fmt: skip


def test_the_rule_of_an_indicator_goes_before_that_of_its_topic() -> None:
    """All of a topic in groups, one of it withheld, one shown."""
    lines = [f"{name} actual 2025-07 2 person" for name in "abc"]
    rules = [f"topic:{TOPIC},,5,group,show", "b,,5,suppress,show", "c,,,show,show"]
    assert shown(report_under(lines, rules)) == {"a": "grouped", "b": "withheld", "c": "2"}


def test_money_is_covered_by_the_count_it_belongs_to() -> None:
    """Fines of 1 dossier are withheld, those of 5 are not."""
    rule = "fines,dossiers,5,suppress,show"
    one = ["dossiers actual 2025-07 1 dossier", "fines actual 2025-07 35 million-dong"]
    five = ["dossiers actual 2025-07 5 dossier", "fines actual 2025-07 35 million-dong"]
    assert shown(report_under(one, [rule]))["fines"] == "withheld"
    assert shown(report_under(five, [rule]))["fines"] == "35"


def test_a_number_of_unknown_size_is_covered() -> None:
    """1.5.0 persons may be few: nobody can tell, so it is withheld."""
    assert shown(report_under(["a actual 2025-07 1.5.0 person"], ["a,,,suppress,show"])) == {"a": "withheld"}
    assert shown(report_under(["a actual 2025-07 1.5.0 person"], ["a,,5,suppress,show"])) == {"a": "withheld"}


def test_the_only_small_part_of_a_total_takes_another_along() -> None:
    """2 of 20 would be 20 less 8 less 10: the smaller of the others is withheld, too."""
    lines = [
        "total actual 2025-07 20 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (2, 8, 10), strict=True)),
    ]
    assert shown(report_under(lines, ["a,,5,suppress,show"], PARTS)) == {
        "total": "20", "a": "withheld", "b": "withheld", "c": "10",
    }  # fmt: skip


def test_two_small_parts_that_leave_room_need_no_third() -> None:
    """3 and 3 of 12 could be 2 and 4, or 4 and 2: three numbers each, so the rest stays."""
    lines = [
        "total actual 2025-07 12 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (3, 3, 6), strict=True)),
    ]
    assert shown(report_under(lines, ["a,,5,suppress,show", "b,,5,suppress,show"], PARTS))["c"] == "6"


def test_two_small_parts_that_leave_no_room_take_a_third_along() -> None:
    """1 and 1 of 8 can only be 1 and 1, since neither is 0: the 6 is withheld, too."""
    lines = [
        "total actual 2025-07 8 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (1, 1, 6), strict=True)),
    ]
    report = report_under(lines, ["a,,5,suppress,show", "b,,5,suppress,show"], PARTS)
    assert shown(report) == {"total": "8", "a": "withheld", "b": "withheld", "c": "withheld"}


def test_a_percentage_is_withheld_before_a_plan() -> None:
    """3 of 12 planned is 25 %: the percentage goes, the plan stays."""
    lines = [
        "a actual 2025-07 3 person",
        "a plan 2025-07 12 person",
        "a percent_of_plan 2025-07 25 percent",
    ]
    # the plan is above the threshold, so the rule does not cover it
    assert shown(report_under(lines, ["a,,5,suppress,show"])) == {
        "a": "withheld", "a:plan": "12", "a:percent_of_plan": "withheld",
    }  # fmt: skip


def test_what_remains_of_a_plan_is_withheld_with_it() -> None:
    """3 of 12 leaves 9: the 9 would tell."""
    lines = ["a actual 2025-07 3 person", "a plan 2025-07 12 person", "a remaining 2025-07 9 person"]
    assert shown(report_under(lines, ["a,,5,suppress,show"]))["a:remaining"] == "withheld"


def test_windows_that_add_up_are_looked_at() -> None:
    """Seven months 20 and six months 18 would tell July's 2."""
    lines = ["a actual 2025-07 2 person", "a actual 2025-01..2025-06 18 person", "a actual 2025-01..2025-07 20 person"]
    statuses = protect(report_under(lines, ["a,,5,suppress,show"]))
    assert statuses == {"II.1 p1 #1": "withheld", "II.1 p1 #2": "withheld"}


def test_what_other_months_publish_is_looked_at() -> None:
    """Eight months 20, and seven months 18 in last month's report, would tell August's 2: the 20 is withheld."""
    rules = ["a,,5,suppress,show"]
    july = report_under(["a actual 2025-01..2025-07 18 person"], rules)
    august = report_under(["a actual 2025-08 2 person", "a actual 2025-01..2025-08 20 person"], rules)
    assert protect(august) == {"II.1 p1 #1": "withheld"}
    assert protect(august, [july]) == {"II.1 p1 #1": "withheld", "II.1 p1 #2": "withheld"}


def test_months_that_add_up_to_a_longer_window_are_looked_at() -> None:
    """July to September 22, with July 10 in one report and August 10 in another: September's 2 is not told."""
    rules = ["a,,5,suppress,show"]
    others = [report_under([f"a actual 2025-0{month} 10 person"], rules) for month in (7, 8)]
    september = report_under(["a actual 2025-09 2 person", "a actual 2025-07..2025-09 22 person"], rules)
    assert protect(september) == {"II.1 p1 #1": "withheld"}
    assert protect(september, others) == {"II.1 p1 #1": "withheld", "II.1 p1 #2": "withheld"}


def test_a_later_month_does_not_tell_what_an_earlier_one_withholds() -> None:
    """September prints the eight months again, which with July's seven would tell August's 2: it is withheld there."""
    rules = ["a,,5,suppress,show"]
    july = report_under(["a actual 2025-01..2025-07 18 person"], rules)
    august = report_under(["a actual 2025-08 2 person"], rules)
    september = report_under(["a actual 2025-01..2025-08 20 person"], rules)
    assert protect(september, [july]) == {}
    assert protect(september, [july, august]) == {"II.1 p1 #1": "withheld"}


def test_what_earlier_months_have_told_is_past_protecting() -> None:
    """August's 2 is the difference of two months that are out: another month goes on, August itself is refused."""
    rules = ["a,,5,suppress,show"]
    told = report_under(["a actual 2025-01..2025-07 18 person", "a actual 2025-01..2025-08 20 person"], rules)
    august = report_under(["a actual 2025-08 2 person"], rules)
    assert protect(report_under(["a actual 2025-09 9 person"], rules), [told, august]) == {}
    with pytest.raises(PhulienError, match=r"II.1 p1 #1: Made-up a is to be withheld"):
        protect(august, [told])


def test_a_month_that_must_show_a_number_does_so_whatever_it_tells_of_others() -> None:
    """August's rules have the seven months shown: July's 2 is told by them, and only the rules can change that."""
    june = report_under(["a actual 2025-01..2025-06 18 person"], RULES)
    july = report_under(["a actual 2025-07 2 person"], RULES)
    august = ["a actual 2025-01..2025-07 20 person"]
    assert protect(report_under(august, RULES), [june, july]) == {"II.1 p1 #1": "withheld"}
    assert protect(report_under(august, ["a,,,show,show"]), [june, july]) == {}


def test_a_cross_check_is_looked_at() -> None:
    """A = b by the catalogue: the 3 said of a is that of b."""
    lines = ["a actual 2025-07 3 person", "b actual 2025-07 3 person"]
    report = report_under(lines, ["a,,5,suppress,show"], checks=["same: a:actual = b:actual, same, warning"])
    assert shown(report) == {"a": "withheld", "b": "withheld"}


def test_the_same_number_without_a_window_is_withheld_with_it() -> None:
    """A second place that repeats a part withheld for another's sake would tell it."""
    lines = [
        "total actual 2025-07 20 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (2, 8, 10), strict=True)),
        "b actual - 8 person",
    ]
    statuses = protect(report_under(lines, ["a,,5,suppress,show"], PARTS))
    assert sorted(statuses) == ["II.1 p1 #2", "II.1 p1 #3", "II.1 p1 #5"]


def test_where_everything_else_is_to_be_shown_the_run_is_refused() -> None:
    """The 2 follows from 20, 8 and 10, and the rules have all of these shown: the figure is named."""
    lines = [
        "total actual 2025-07 20 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (2, 8, 10), strict=True)),
    ]
    rules = ["a,,5,suppress,show", *(f"{name},,,show,show" for name in ("total", "b", "c"))]
    with pytest.raises(PhulienError) as told:
        protect(report_under(lines, rules, PARTS))
    assert str(told.value).startswith("II.1 p1 #2: Made-up a is to be withheld (disclosure.csv), but it follows from")


@pytest.mark.parametrize(
    ("lines", "parts", "checks", "also"),
    [
        (  # 3 of a base of 12 is 25 %
            ["a actual 2025-07 3 person", "a base 2025-07 12 person", "a share 2025-07 25 percent"],
            (), (), "a:share",
        ),
        (  # at least 25 % of 12 are 3 or 4
            ["a actual 2025-07 3 person", "a base 2025-07 12 person", "a share 2025-07 25 percent at_least"],
            (),
            (),
            "a:share",
        ),
        (  # 25 % of a total of 12
            ["total actual 2025-07 12 person", "a actual 2025-07 3 person", "a share 2025-07 25 percent"],
            ("total by-kind of which: a",), (), "a:share",
        ),
        (  # 75 % of 12 remain
            ["a actual 2025-07 3 person", "a plan 2025-07 12 person", "a remaining_percent 2025-07 75 percent"],
            (), (), "a:remaining_percent",
        ),
        (  # 9 fewer than 12
            ["a actual 2025-07 3 person", "a actual 2025-06 12 person", "a change 2025-07 9 person"],
            (), (), "a:change",
        ),
        (  # 200 % more than 1, which is itself small: the growth tells one by the other
            ["a actual 2025-07 3 person", "a base 2025-06 12 person", "a growth 2025-07 75 percent"],
            (), (), "a:growth",
        ),
        (  # of which 3: a total of 3 leaves no more
            ["a actual 2025-07 1 person", "total actual 2025-07 2 person"],
            ("total by-kind of which: a",), (), "total",
        ),
        (  # at most 2 by the catalogue
            ["a actual 2025-07 1 person", "b actual 2025-07 2 person"],
            (), ("less: a:actual <= b:actual, same, warning",), "b",
        ),
        (  # 1 of a base of 2
            ["a actual 2025-07 1 person", "a base 2025-07 2 person"],
            (), (), "a:base",
        ),
        (  # 600 dong at 200 each
            ["a actual 2025-07 3 person", "a unit_value 2025-07 200 dong", "cash actual 2025-07 600 dong"],
            (), ("each: a:unit_value = cash:actual / a:actual, same, warning",), "a:unit_value",
        ),
    ],
)  # fmt: skip
def test_what_would_tell_is_withheld(lines: list[str], parts: tuple[str], checks: tuple[str], also: str) -> None:
    """Shares, remainders, changes, growth, parts, limits, bases and quotients: each tells a 3 or a 1 by itself."""
    seen = shown(report_under(lines, RULES, parts, checks))
    assert seen[also] == "withheld", seen


def test_a_sum_that_a_cross_check_states_is_looked_at() -> None:
    """3 and 9 are 12 by the catalogue, with another number beside them that tells nothing."""
    lines = ["a actual 2025-07 3 person", "b actual 2025-07 9 person", "c actual 2025-07 12 person"]
    report = report_under(lines, RULES, checks=["sum: a:actual + b:actual = c:actual, same, warning"])
    assert shown(report) == {"a": "withheld", "b": "withheld", "c": "12"}


def test_a_comparison_tells_nothing() -> None:
    """What the catalogue only sets side by side need not be equal."""
    lines = ["a actual 2025-07 3 person", "b actual 2025-07 30 person"]
    report = report_under(lines, RULES, checks=["beside: a:actual compare b:actual, same, note"])
    assert shown(report) == {"a": "withheld", "b": "30"}


def test_a_count_that_is_always_withheld_has_its_neighbours_left_open() -> None:
    """A rule without a threshold: 40 of 100 is withheld, and the 60 with it; 1 less or 1 more is not enough to know."""
    lines = ["total actual 2025-07 100 person", "a actual 2025-07 40 person", "b actual 2025-07 60 person"]
    assert shown(report_under(lines, ["a,,,suppress,show"], ["total by-kind: a b"])) == {
        "total": "100", "a": "withheld", "b": "withheld",
    }  # fmt: skip


def test_money_that_is_withheld_must_be_open_by_a_tenth() -> None:
    """Fines of 35 million are the total of 100 less 65: the 65 is withheld, too."""
    lines = ["total actual 2025-07 100 million-dong", "a actual 2025-07 35 million-dong"]
    lines.append("b actual 2025-07 65 million-dong")
    assert shown(report_under(lines, ["a,,,suppress,show"], ["total by-kind: a b"]))["b"] == "withheld"


def test_a_malformed_part_protects_the_one_beside_it() -> None:
    """Nobody can tell what 1.5.0 is, so the total less the others tells nothing of the 2."""
    lines = [
        "total actual 2025-07 20 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (2, "1.5.0", 10), strict=True)),
    ]
    assert shown(report_under(lines, RULES, PARTS))["c"] == "10"


def test_a_search_that_takes_too_long_errs_to_the_safe_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no steps to spare nothing counts as possible: more is withheld than had to be, never less."""
    lines = [
        "total actual 2025-07 12 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (3, 3, 6), strict=True)),
    ]
    report = report_under(lines, ["a,,5,suppress,show", "b,,5,suppress,show"], PARTS)
    assert shown(report)["c"] == "6"
    monkeypatch.setattr("phulien_analysis.disclosure.search.MOST_STEPS", 0)
    with pytest.raises(PhulienError, match="is to be withheld"):
        protect(report)


def test_a_month_that_cannot_be_read_cannot_have_been_published(tmp_path: Path) -> None:
    """Of the months before, June is broken and left out, August comes later: May is looked at."""
    write_world(tmp_path, ["a actual 2025-07 3 person"], RULES)
    write_month(tmp_path, ["a actual 2025-05 9 person"], "2025-05")
    write_month(tmp_path, ["a actual 2025-08 9 person"], "2025-08")
    (tmp_path / WARD / "2025-06.csv").write_text("not a month", encoding="utf-8")
    assert [report.month for report in earlier_months(tmp_path, WARD, MONTH)] == ["2025-05"]


def test_a_finding_says_that_an_operand_is_withheld() -> None:
    """The sum cannot be redone, and says which number is missing, not what it is."""
    lines = [
        "total actual 2025-07 20 person",
        *(f"{n} actual 2025-07 {v} person" for n, v in zip("abc", (2, 8, 11), strict=True)),
    ]
    found = protected(report_under(lines, ["a,,5,suppress,show"], PARTS)).finding_list
    (sums,) = (finding for finding in found if finding.kind == "sum")
    assert sums.verdict == "cannot_tell"
    assert sums.say("en") == (
        "Section II.1: not enough is printed to redo “Made-up total” (July 2025): "
        "“Made-up a” (July 2025) (Section II.1) is withheld. "
        "This is not counted as not agreeing."
    )


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("a,,2,suppress,show", "below: 2 would cover one number at most, and so tell it; write 3 or more"),
        ("z,,5,suppress,show", "indicator: 'z' is not an indicator of the catalogue; there are: a, b"),
        ("a,,,group,show", "below: the threshold is missing; without it only “suppress” makes sense"),
        ("a,b,5,group,show", "action: a number that rests on another count has no group; write suppress"),
        (f"topic:{TOPIC},b,5,suppress,show", "count: only a rule for an indicator can rest on the number of another"),
        (",,5,suppress,show", "topic: a rule is for a topic or for an indicator: fill in one of the two"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(tmp_path: Path, rule: str, problem: str) -> None:
    """Row, column, what was found and what was expected."""
    write_world(tmp_path, ["a actual 2025-07 3 person", "b actual 2025-07 3 person"], [rule])
    with pytest.raises(DataError) as told:
        load_report(MONTH, WARD, tmp_path)
    assert f"data/disclosure.csv, row 2, column {problem}" in str(told.value)


def test_one_thing_has_one_rule(tmp_path: Path) -> None:
    """Two rules for an indicator could not both hold."""
    write_world(tmp_path, ["a actual 2025-07 3 person"], ["a,,5,suppress,show", "a,,6,group,show"])
    with pytest.raises(DataError, match=r"row 3, column topic: there is a rule for it in row 2 already; keep one"):
        load_report(MONTH, WARD, tmp_path)
