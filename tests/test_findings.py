"""Findings as a whole: their ids, their order, what is known of them, how a stated number is judged."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis import Interval, NumberError, Report, load_report
from phulien_analysis.calculations.sentences import Name
from phulien_analysis.catalogue import Unit
from phulien_analysis.figures import Quantity, say_quantity
from phulien_analysis.findings import in_unit, judge, point_in_unit, severity_label, verdict_label
from phulien_analysis.messages import Lang, Message
from tests.made_up import findings, outcome, report_of

KINDS = {"sum", "subset", "percent", "remaining", "share", "pair", "duplicate", "difference", "crosscheck", "format"}
FITS: dict[str, set[str | None]] = {
    "agrees": {"exact", "rounding", None},
    "differs": {"truncated", None},
    "cannot_tell": {None},
}
MANY = [
    "total actual 2025-07 100 million-dong",
    "a actual 2025-07 60 million-dong",
    "b actual 2025-07 39 million-dong",
    "total plan 2025-01..2025-12 400 million-dong",
    "total percent_of_plan 2025-07 25 percent",
    "total actual 2025-01..2025-07 90 million-dong",
    "total actual 2025-07 101 million-dong",
    "a base 2025-07 60 million-dong",
    "a share 2025-07 100 percent",
    "c actual 2025-07 1.2345 million-dong",
]


def many() -> Report:
    """A report with findings of several kinds and verdicts."""
    return report_of(
        *MANY,
        parts=["total by-kind: a b", "total by-area of which: a"],
        checks=["x: a:actual = b:actual, same, warning"],
    )


def test_ids_are_rule_and_place() -> None:
    """A finding's id is its rule and its stated place, so that it can be named in a list and linked to."""
    assert set(findings(many())) == {
        "sum.by-kind@II.1 p1 #1",
        "subset.by-area@II.1 p1 #1",
        "window@II.1 p1 #1",
        "crosscheck.x@II.1 p1 #2",
        "pair@II.1 p1 #2",
        "percent@II.1 p1 #5",
        "sum.by-kind@II.1 p1 #6",
        "sum.by-kind@II.1 p1 #7",
        "subset.by-area@II.1 p1 #7",
        "window@II.1 p1 #7",
        "duplicate@II.1 p1 #7",
        "share@II.1 p1 #9",
        "format@II.1 p1 #10",
    }


def test_one_finding_for_each_stated_figure_and_rule(july: Report) -> None:
    """No two findings of a report share an id, in made-up reports and in the real one."""
    for report in (many(), july):
        assert [name for name, count in Counter(f.id for f in report.finding_list).items() if count > 1] == []


def test_findings_are_the_same_from_run_to_run(july: Report) -> None:
    """Loading and redoing the report again gives the same findings in the same order."""
    again = load_report("2025-07", data=Path(__file__).parents[1] / "data", lang="vi")
    assert [(f.id, f.verdict, f.fit, f.severity, f.say("en")) for f in again.finding_list] == [
        (f.id, f.verdict, f.fit, f.severity, f.say("en")) for f in july.finding_list
    ]


def test_findings_stand_in_the_order_of_the_report() -> None:
    """A reader goes through findings as through the report: by the place of the stated figure."""
    places = [finding.stated.order for finding in many().finding_list if finding.stated]
    assert places == sorted(places)


@pytest.mark.parametrize("which", ["made up", "real"])
def test_words_of_a_finding_are_closed_lists(july: Report, which: str) -> None:
    """Kind, verdict, fit and severity are words of the contract, and fit says something of a decided number only."""
    for finding in (many() if which == "made up" else july).finding_list:
        assert finding.kind in KINDS
        assert finding.fit in FITS[finding.verdict]
        assert finding.severity in {"ok", "note", "warning", "error"}
        assert (finding.verdict, finding.severity) not in {
            ("differs", "ok"),
            ("differs", "note"),
            ("cannot_tell", "ok"),
        }
        assert finding.to_review == (finding.severity in {"warning", "error"})


def test_computed_number_lies_between_its_ends(july: Report) -> None:
    """Of every finding with a computed number, the number lies in the computed interval."""
    for report in (many(), july):
        for finding in report.finding_list:
            if finding.computed is not None:
                assert finding.low is None or finding.low <= finding.computed
                assert finding.high is None or finding.computed <= finding.high


def test_every_finding_speaks_both_languages(july: Report) -> None:
    """Each finding begins with the place of its stated figure in either language, and no name of a value is left."""
    for report in (many(), july):
        for finding in report.finding_list:
            assert finding.stated is not None
            for lang in ("vi", "en"):
                text = finding.say(lang)
                assert text.startswith(finding.stated.source.say(lang))
                assert text.endswith(".")
                assert "{" not in text


def test_a_finding_never_blames(july: Report) -> None:
    """Findings ask to check and never call anybody wrong, whatever they found."""
    for report in (many(), july):
        for finding in report.finding_list:
            english = finding.say("en").lower().split()
            assert not {"wrong", "error", "mistake", "incorrect", "fault"} & {word.strip(".,;") for word in english}
            assert not any(word in finding.say("vi").lower() for word in ("sai ", "lỗi", "phải sửa"))


# ---- known findings


def test_known_finding_keeps_its_verdict_and_gets_its_reason() -> None:
    """A finding that somebody has explained stays an error, with the explanation beside it."""
    known = {"format@II.1 p1 #1": "Đã đối chiếu chứng từ."}
    (finding,) = report_of("a actual 2025-07 1.2345 dong", known=known).finding_list
    assert (finding.severity, finding.known) == ("error", "Đã đối chiếu chứng từ.")


def test_known_finding_that_has_gone_is_a_warning() -> None:
    """An explanation of something that is no longer found asks to be looked at, and is the last of the findings."""
    report = report_of(
        "a actual 2025-07 1.234 dong", "a actual 2025-07 1.234 dong", known={"format@II.1 p1 #1": "Looked at."}
    )
    assert findings(report) == {
        "duplicate@II.1 p1 #2": "agrees exact ok",
        "known@format@II.1 p1 #1": "cannot_tell - warning",
    }
    gone = report.finding_list[-1]
    assert gone.stated is None
    assert "format@II.1 p1 #1" in gone.say("en")
    assert "Looked at." in gone.say("en")


def test_gone_finding_can_be_shown_like_any_other() -> None:
    """A finding without a stated figure has a row of its own in the frame, with empty places."""
    frame = report_of("a actual - 1 person", known={"x@y": "z"}).findings()
    assert frame[["id", "source", "printed", "severity"]].to_numpy().tolist() == [["known@x@y", "", "", "warning"]]


# ---- judging


def stated(line: str) -> tuple[Report, Interval]:
    """A report with one figure, and the figure's interval."""
    report = report_of(line)
    interval = report.figure_list[0].interval
    assert interval is not None
    return report, interval


@pytest.mark.parametrize(
    ("low", "high", "value", "expected"),
    [
        ("0.3684", "0.3684", "0.3684", ("agrees", "exact", "ok")),
        ("0.36845", "0.3685", "0.36847", ("agrees", "rounding", "ok")),  # the ends touch at 36.845%
        ("0.3684501", "0.3685", "0.36847", ("differs", "truncated", "warning")),  # 36.847 cut to 36.84
        ("0.36851", "0.3686", "0.36855", ("differs", None, "error")),  # would be cut to 36.85
        ("0.3680", "0.36834", "0.3682", ("differs", None, "error")),  # 36.82 to 36.83: cutting never raises
    ],
)
def test_stated_number_is_judged_by_its_interval(
    low: str, high: str, value: str, expected: tuple[str, str | None, str]
) -> None:
    """36,84% agrees with what meets 36.835 to 36.845%, is truncated where cutting gives it, and differs else."""
    (figure,) = report_of("a percent_of_plan 2025-07 36,84 percent").figure_list
    judgement = judge(figure, Quantity(Interval(Decimal(low), Decimal(high)), Decimal(value)))
    assert (judgement.verdict, judgement.fit, judgement.severity) == expected


@pytest.mark.parametrize("line", ["a actual 2025-07 36 person", "a actual 2025-07 36 million-dong over"])
def test_counts_and_qualified_numbers_are_never_cut(line: str) -> None:
    """36 persons are not 36.9 cut short, and neither is over 36 million a number with decimals."""
    (figure,) = report_of(line).figure_list
    scale = figure.unit.scale
    judgement = judge(figure, Quantity(Interval.point(Decimal("99.9") * scale), Decimal("99.9") * scale))
    assert (judgement.verdict, judgement.fit) == ("differs", None)


def test_malformed_figure_has_no_quantity() -> None:
    """Asking a malformed figure for its value is an error that quotes it."""
    (figure,) = report_of("a actual 2025-07 1.2345 dong").figure_list
    with pytest.raises(NumberError, match=r"1\.2345"):
        figure.quantity  # noqa: B018
    assert (figure.decimals, figure.place_value) == (0, Decimal(0))


@given(st.fractions(min_value=0, max_value=10**14, max_denominator=10**6))
def test_ends_told_in_the_stated_unit_hold_the_number(value: Fraction) -> None:
    """Ends of a computed interval, told with twelve decimals in the stated unit, still hold what is between them."""
    (figure,) = _CACHED.figure_list
    exact = Interval.point(Decimal(value.numerator)) / Interval.point(Decimal(value.denominator))
    low, high = in_unit(figure.unit, exact)
    assert low is not None
    assert high is not None
    assert exact.low is not None
    assert exact.high is not None
    scale = Fraction(figure.unit.scale)
    assert Fraction(low) <= Fraction(exact.low) / scale
    assert Fraction(exact.high) / scale <= Fraction(high)
    assert Fraction(high) - Fraction(low) <= Fraction(2, 10**12)


_CACHED = report_of("a actual 2025-07 1 million-dong")


def test_ends_of_many_digits_are_rounded_outwards() -> None:
    """An end of forty nines is told as what lies beyond it, never as a number within."""
    (figure,) = report_of("a actual 2025-07 1 dong").figure_list
    nines = Decimal("0." + "9" * 40)
    low, high = in_unit(figure.unit, Interval.point(nines))
    assert low is not None
    assert high is not None
    assert low <= nines <= high


def test_computed_point_is_told_in_the_stated_unit() -> None:
    """1.5 billion đồng are 1500 million, without exponent and trailing zeros."""
    (figure,) = _CACHED.figure_list
    assert str(point_in_unit(figure.unit, Decimal("1500000000.000"))) == "1500"
    assert str(point_in_unit(figure.unit, Decimal(1000000))) == "1"


def test_longest_numbers_are_redone_like_others() -> None:
    """Numbers of 24 digits, the most that are read, are added exactly: one unit in the last digit is seen."""
    total, part = "3" + "0" * 22 + "1", "1" + "0" * 23
    for other, expected in (("2" + "0" * 22 + "1", "agrees exact ok"), ("2" + "0" * 22 + "2", "differs - error")):
        report = report_of(
            f"total actual 2025-07 {total} dong",
            f"a actual 2025-07 {part} dong",
            f"b actual 2025-07 {other} dong",
            parts=["total by-kind: a b"],
        )
        assert outcome(report, "sum") == expected


def test_verdicts_and_severities_have_words() -> None:
    """Verdict and severity are said in words of either language, and nothing is said of what is well."""
    seen = {(verdict_label(f).say("en"), severity_label(f.severity).say("en")) for f in many().finding_list}
    assert ("Agrees", "") in seen
    assert ("Agrees within rounding", "") in seen
    assert ("Does not agree", "to be reviewed before signing") in seen
    cut = report_of("a percent_of_plan 2025-07 36,849 percent", "a percent_of_plan 2025-07 36,84 percent")
    assert verdict_label(cut.finding_list[-1]).say("en") == "Agrees if the decimals are cut off"
    assert verdict_label(cut.finding_list[-1]).say("vi") == "Khớp nếu cắt bớt chữ số thập phân"


@pytest.mark.parametrize(("lang", "said"), [("en", "the number"), ("vi", "số liệu")])
def test_a_number_whose_place_names_it_is_only_the_number(lang: Lang, said: str) -> None:
    """In a table row and column say what a number is: its sentence says “the number” and not a name once more."""
    (figure,) = report_of("a plan 2025-07 5 person").figure_list
    in_a_table = replace(figure, source=replace(figure.source, spot=Message("Table 2")))
    assert Name(figure).say("en") == "“Made-up a” (plan, July 2025)"
    assert Name(in_a_table).say(lang) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("child", ["1 child", "2 children"]),
        ("woman", ["1 woman", "2 women"]),
        ("enterprise", ["1 enterprise", "2 enterprises"]),
        ("matter per box", ["1 matter per box", "2 matters per box"]),
        ("party", ["1 party", "2 parties"]),
        ("class", ["1 class", "2 classes"]),
        ("degree Celsius", ["1 degree Celsius", "2 degrees Celsius"]),
        ("million dong", ["1 million dong", "2 million dong"]),
        ("m²", ["1 m²", "2 m²"]),
    ],
)
def test_english_counts_in_the_plural(unit: str, said: list[str]) -> None:
    """One thing, and two of them; money and signs have no plural."""
    made_up = Unit(unit="x", dimension="x", scale=Decimal(1), counted=True, label_vi="cái", label_en=unit)
    assert [say_quantity(number, made_up, "en").replace("\N{NO-BREAK SPACE}", " ") for number in "12"] == said
    assert say_quantity("2", made_up, "vi") == "2\N{NO-BREAK SPACE}cái"
