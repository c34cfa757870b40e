"""The real report with one figure changed, and a made-up ward beside it: what is found, without a change of code."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from phulien_analysis import Report, load_report, parse_printed
from phulien_analysis.figures import Figure
from tests.made_up import came_out, findings, write_rows

FIGURES = Path("phu-lien") / "2025-07.csv"


def raised(printed: str) -> str:
    """The number with its first digit below 9 raised by one; a 9 alone lowered."""
    place = next((i for i, digit in enumerate(printed) if digit.isdigit() and digit != "9"), None)
    if place is None:
        return "8" + printed[1:]
    return f"{printed[:place]}{int(printed[place]) + 1}{printed[place + 1 :]}"


def changed(report: Report, figure: Figure, printed: str) -> Report:
    """The report with one number printed otherwise."""
    other = replace(figure, printed=printed, number=parse_printed(printed))
    return replace(report, figure_list=tuple(other if f is figure else f for f in report.figure_list))


def alarms(report: Report) -> dict[str, set[str]]:
    """Findings to review, each with the places that take part in it."""
    return {
        finding.id: {str(f.source) for f in (finding.stated, *finding.operands) if f}
        for finding in report.finding_list
        if finding.to_review
    }


def tied(report: Report) -> Iterator[Figure]:
    """The figures that a sum, percentage, remainder, share or repetition ties to others."""
    kinds = {"sum", "percent", "remaining", "share", "duplicate"}
    places = {
        str(figure.source)
        for finding in report.finding_list
        if finding.kind in kinds and finding.verdict == "agrees"
        for figure in (finding.stated, *finding.operands)
        if figure
    }
    return (figure for figure in report.figure_list if str(figure.source) in places)


UNSEEN = {
    "II.1.1 p1 #1": "a line without a July figure leaves room for a larger total",
    "II.1.3.2 p9 #1": "one đồng of 1.750 million is lost in rounding",
    "III p4 #1": "a bound does not contradict another bound",
    "III p8 #1": "a bound does not contradict another bound",
}


def test_one_wrong_digit_is_found_wherever_figures_are_tied(july: Report) -> None:
    """With its first digit raised, each of 119 tied figures is named by a new error or warning, but for five."""
    before = alarms(july)
    figures = list(tied(july))
    unseen = set()
    for figure in figures:
        report = changed(july, figure, raised(figure.printed))
        new = {name: places for name, places in alarms(report).items() if name not in before}
        if not any(str(figure.source) in places for places in new.values()):
            unseen.add(str(figure.source))
    assert unseen == set(UNSEEN)
    assert len(figures) == 119


def test_unchanged_report_has_no_new_finding(july: Report) -> None:
    """Figures put in place again as they are give the same findings: the alarms above come from the change alone."""
    figure = july.figure_list[1]
    assert alarms(changed(july, figure, figure.printed)) == alarms(july)


@pytest.mark.parametrize(
    ("source", "printed", "found"),
    [
        ("II.1.1 fn1 #8", "90.608", {"sum.by-line@II.1.1 p1 #2": "differs - error"}),
        ("II.1.1 p1 #4", "104,4", {"percent@II.1.1 p1 #4": "differs truncated warning"}),  # 104.45 cut
        ("II.1.3.2 p2 #3", "36,94", {"percent@II.1.3.2 p2 #3": "differs - error"}),
        ("II.5 fn29 #3", "36", {"sum.by-channel@II.5 fn29 #1": "differs - error"}),
        ("II.5 fn29 #16", "191", {"share@II.5 fn29 #17": "differs - error"}),
        ("II.4 fn25 #11", "12", {"subset.by-competence@II.4 fn25 #10": "differs - error"}),
        ("II.4 fn23 #2", "50", {"crosscheck.evacuated-households-persons@II.4 fn23 #1": "differs - error"}),
    ],
)
def test_digit_changed_in_the_file_is_found(data: Path, source: str, printed: str, found: dict[str, str]) -> None:
    """A digit changed in the month's file, and nothing else, is found when the month is loaded again."""
    with (data / FIGURES).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    (row,) = (row for row in rows if row[-1] == source)
    row[rows[0].index("printed")] = printed
    write_rows(data / FIGURES, rows)
    report = load_report("2025-07", data=data)
    now = {f.id: came_out(f) for f in report.finding_list if f.to_review}
    assert found.items() <= now.items()


def test_file_that_is_not_changed_gives_the_same_findings(july: Report, data: Path) -> None:
    """A copy of the data elsewhere gives the same findings, word for word."""
    copy = load_report("2025-07", data=data, lang="en")
    assert [(f.id, came_out(f), f.say("en")) for f in copy.finding_list] == [
        (f.id, came_out(f), f.say("en")) for f in july.finding_list
    ]


# ---- another month, another ward


def test_another_ward_and_month_need_no_code(data: Path) -> None:
    """A made-up ward with a made-up February, a row in wards.csv and a file, is loaded and redone like the first."""
    with (data / "wards.csv").open("a", encoding="utf-8") as file:
        file.write("gia-dinh,99999,99,Phường Giả Định,Made-up Ward,Thành phố Giả Định,Made-up City\n")
    header = "indicator,measure,period_start,period_end,printed,unit,qualifier,status,source\n"
    (data / "gia-dinh").mkdir()
    (data / "gia-dinh" / "2026-02.csv").write_text(
        header + "dossiers-received,actual,2026-02-01,2026-02-28,100,dossier,,,II.9 p1 #1\n"
        "dossiers-online,actual,2026-02-01,2026-02-28,70,dossier,,,II.9 p1 #2\n"
        "dossiers-in-person,actual,2026-02-01,2026-02-28,31,dossier,,,II.9 p1 #3\n"
        "dossiers-resolved,actual,2026-02-01,2026-02-28,90,dossier,,,II.9 p1 #4\n",
        "utf-8",
    )
    report = load_report("2026-02", "gia-dinh", data, "en")
    assert findings(report) == {
        "sum.by-channel@II.9 p1 #1": "differs - error",
        "crosscheck.resolved-within-received@II.9 p1 #4": "agrees - ok",
    }
    derived = {one.check: one.value for one in report.derived_list}
    assert derived["received-minus-resolved"] == 10
    assert derived["share-dossiers-online"] == 70
    assert report.ward.label_en == "Made-up Ward"
    assert load_report("2025-07", data=data).ward.label_en == "Phu Lien Ward"


def test_catalogue_of_other_wards_is_not_about_july_2025(data: Path) -> None:
    """Labels and reasons of the catalogue hold for every ward: they name no month and no day."""
    for name in ("indicators.csv", "crosschecks.csv", "parts.csv", "units.csv", "topics.csv"):
        text = (data / name).read_text("utf-8")
        assert "2025" not in text, name
