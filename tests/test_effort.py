"""Texts that ask for more work than any report: bounded by steps that are counted, and what was given up is told."""

import re
import time
from pathlib import Path

import pytest

from phulien_analysis.documents.opening import read_document, read_text
from phulien_analysis.messages import Message, say
from phulien_analysis.stated import cues
from phulien_analysis.stated.checking import check_document, read_document_tables, read_passages
from phulien_analysis.stated.choosing import stated_calculations
from phulien_analysis.stated.effort import MOST_STEPS, MOST_STEPS_OF_A_TABLE, Effort
from tests.made_up_reports import make_report
from tests.made_up_reports.tables_files import write_html
from tests.made_up_reports.tables_making import make_table
from tests.made_up_texts import found

_PLAIN = re.compile(r"[^\W\d]+(?: [^\W\d]+)*")


def vocabularies() -> dict[str, list[str]]:
    """The plain words of every closed vocabulary of cues, by its name."""
    patterns = {name: value for name, value in vars(cues).items() if isinstance(value, re.Pattern)}
    found = {name: [w for w in re.split(r"[|()]", p.pattern) if _PLAIN.fullmatch(w)] for name, p in patterns.items()}
    return {name: words for name, words in found.items() if words}


def crowd(words: list[str], written: str, figures: int = 300) -> str:
    """One paragraph with so many figures, after the words in turn."""
    return "".join(f"{words[i % len(words)]} {written}" for i in range(figures)) + "\n"


def taken(text: str) -> Effort:
    """The effort that a text takes."""
    document, effort = read_text(text), Effort()
    stated_calculations(document, read_passages(document), (), effort)
    return effort


@pytest.mark.parametrize("written", ["5 hồ sơ; ", "12,5% "])
def test_every_cue_three_hundred_times(written: str) -> None:
    """A paragraph of 300 figures after the words of one vocabulary takes 10,000 steps at most, and 5 seconds."""
    assert len(vocabularies()) > 30
    for name, words in vocabularies().items():
        start = time.process_time()
        steps = sum(taken(crowd(words, written)).taken.values())
        assert steps <= MOST_STEPS == 10_000, name
        assert time.process_time() - start < 5, name


def test_total_after_total() -> None:
    """300 times “tổng số 5” is 300 figures looked at, and no list: where its parts begin is not in sight."""
    effort = taken("tổng số 5 " * 300 + "\n")
    assert 3000 <= sum(effort.taken.values()) <= 5000
    assert effort.given_up == set()


def test_what_was_given_up_is_told() -> None:
    """300 lists in one paragraph are more than can be tried: the document says so, and the paragraph after is read."""
    text = "gồm 5 " * 300 + "\nĐã giải quyết 250/500 hồ sơ, đạt 50% kế hoạch.\n"
    first, again = check_document(read_text(text)), check_document(read_text(text))
    (remark,) = first.document.remarks
    said = "in 1 paragraph(s) more calculations are possible than can be tried; some cannot be told"
    assert isinstance(remark, Message)
    assert remark.say("en") == said
    assert [f.id for f in first.findings if "@p2" in f.id] == ["percent@p2 #3"]
    assert first.findings == again.findings


def test_a_report_is_far_from_the_bounds() -> None:
    """In ten made-up reports no paragraph takes a tenth of the steps that it may take."""
    for seed in range(10):
        assert max(taken(make_report(seed).text()).taken.values()) < 1000


def test_a_table_of_columns_that_all_fit() -> None:
    """Of 60 columns that could all follow from each other 150,000 steps are tried, in seconds, and that is told."""
    columns = [("Tỷ lệ tăng so với cùng kỳ {n} (%)", "100"), ("Còn lại {n}", "10")] * 30
    head = "| Thôn | " + " | ".join(name.format(n=n) for n, (name, _) in enumerate(columns)) + " |\n"
    row = " | ".join(number for _, number in columns)
    text = head + "".join(f"| Thôn {'an' * (n + 1)} | {row} |\n" for n in range(60))
    start = time.process_time()
    checked = check_document(read_text(text))
    assert time.process_time() - start < 10
    (remark,) = checked.document.remarks
    said = "in 1 table(s) more calculations are possible than can be tried; some cannot be told"
    assert say(remark, "en") == said
    assert checked.findings == ()


def test_an_ordinary_table_is_far_from_its_bound(tmp_path: Path) -> None:
    """No made-up table of a report takes a tenth of the 150,000 steps that it may take."""
    assert MOST_STEPS_OF_A_TABLE == 150_000
    most = 0
    for seed in range(300, 310):
        document = read_document(write_html([make_table(seed)], tmp_path / "a.html"))
        effort = Effort()
        tables = read_document_tables(document, effort)
        stated_calculations(document, read_passages(document, tables), tables, effort)
        most = max(most, *effort.taken.values())
    assert 1_000 < most < 15_000


def test_bound_of_a_document() -> None:
    """Once the document's steps are used up, its further paragraphs are given up, and those before are not."""
    document = read_text("Đã giải quyết 250/500 hồ sơ, đạt 50% kế hoạch.\n" * 3)
    effort = Effort(in_all=60)
    readings = stated_calculations(document, read_passages(document), (), effort)
    assert {reading.stated.paragraph for reading in readings} == {0}
    assert effort.given_up == {1, 2}


@pytest.mark.parametrize(
    "line",
    [
        "Tổng số 1.234 hồ sơ, gồm: mới 1.000 hồ sơ, cũ 235 hồ sơ.",
        "Đạt 1.234/2.000 hồ sơ (99,9%).",
    ],
)
def test_one_wrong_number_told_a_hundred_times(line: str) -> None:
    """A hundred calculations that share their figures and do not hold are told, in 5 seconds."""
    start = time.process_time()
    checked = check_document(read_text(f"{line}\n" * 100))
    assert sum(finding.to_review for finding in checked.findings) == 100
    assert time.process_time() - start < 5


def test_a_hundred_wrong_sums_in_a_chain() -> None:
    """Where each wrong sum shares a figure with the next, each of more than sixty is looked at alone."""
    start = time.process_time()
    sums = "".join(f"Tổng số {10000 + i} hồ sơ, gồm: mới {10001 + i} hồ sơ, cũ 11 hồ sơ.\n" for i in range(100))
    checked = check_document(read_text(sums))
    assert len(checked.causes) == sum(finding.to_review for finding in checked.findings) == 100
    assert time.process_time() - start < 5


def test_a_list_of_three_hundred_figures_and_more_states_nothing() -> None:
    """Three items of one household make 3; 312 such items are no list that a report prints, and make no 310."""
    names = ("an", "bình", "cao")
    few = "Có 3 hộ vay vốn, gồm:\n" + "".join(f"- Thôn {name}: 1 hộ\n" for name in names)
    many = "Có 310 hộ vay vốn, gồm:\n" + "".join(f"- Thôn {name}: 1 hộ\n" for name in names * 104)
    assert found(few) == ["sum 3 = 1 | 1 | 1: exact"]
    assert found(many) == []
