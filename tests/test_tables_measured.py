"""The reader of tables against made-up ones whose truth is known: no wrong alarm, wrong digits found and named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from phulien_analysis.findings import Finding
from phulien_analysis.stated.checking import CheckedDocument, check_document
from tests.made_up_reports.tables import MadeUpTable
from tests.made_up_reports.tables_files import write_docx, write_html, write_pdf
from tests.made_up_reports.tables_making import make_table
from tests.programs import needs

Write = Callable[[Sequence[MadeUpTable], Path], Path]


@dataclass
class Score:
    """Counts over tables with one wrong digit each."""

    errors: int = 0
    found: int = 0
    first: int = 0


def alarms(checked: CheckedDocument) -> list[str]:
    """What a document without a wrong digit is told to review."""
    return [finding.say("en") for finding in checked.findings if finding.to_review]


def printed(finding: Finding) -> set[str]:
    """The digits of all numbers of a finding."""
    return {figure.printed for figure in (finding.stated, *finding.operands) if figure is not None}


def key(numbers: Iterable[str]) -> tuple[str, ...]:
    """Digits in an order of their own; what is 0 or has a plus may be left out or printed without."""
    return tuple(sorted(number.lstrip("+") for number in numbers if number.lstrip("0,.")))


def missing(table: MadeUpTable, checked: CheckedDocument) -> list[str]:
    """What a table truly states and the reader did not redo."""
    found = {key(figure.printed for figure in (f.stated, *f.operands) if figure) for f in checked.findings}
    truths = (truth for truth in table.truths if truth.form != "at most")
    return [t.stated.printed for t in truths if key(n.printed for n in (t.stated, *t.operands)) not in found]


def scored(seeds: Iterable[int], write: Write, path: Path) -> Score:
    """Tables with one wrong digit each: how often something it breaks is found, and it comes first as the cause."""
    score = Score()
    for seed in seeds:
        table = make_table(seed, error=True)
        if table.error is None:
            continue
        checked = check_document(write([table], path))
        wrong = table.error.number.printed.lstrip("+")
        causes = [cause.candidates[0].figure.printed for cause in checked.causes if cause.candidates]
        score.errors += 1
        score.found += any(finding.to_review and wrong in printed(finding) for finding in checked.findings)
        score.first += wrong in causes
    return score


def test_true_tables_give_no_alarm_and_all_is_redone(tmp_path: Path) -> None:
    """Of 300 tables whose calculations hold none gives a finding to review; what they state is redone."""
    told, missed, stated = [], [], 0
    for seed in range(300):
        table = make_table(seed)
        checked = check_document(write_html([table], tmp_path / "table.html"))
        told += [f"{seed} ({table.genre}): {text}" for text in alarms(checked)]
        missed += [f"{seed} ({table.genre}): {text}" for text in missing(table, checked)]
        stated += len(table.truths)
    assert told == []
    assert stated > 4000
    assert len(missed) <= 0.01 * stated, missed[:20]


def test_wrong_digits_are_found_and_named(tmp_path: Path) -> None:
    """Of wrong digits that break something 95 % are found, and in 80 % the wrong number comes first."""
    score = scored(range(300), write_html, tmp_path / "table.html")
    assert score.errors > 200
    assert score.found >= 0.95 * score.errors, score
    assert score.first >= 0.8 * score.errors, score


def test_word_documents_are_read_as_web_pages_are(tmp_path: Path) -> None:
    """Merged cells of a Word document leave every number in its column."""
    tables = [make_table(seed) for seed in range(300, 340)]
    checked = check_document(write_docx(tables, tmp_path / "tables.docx"))
    assert alarms(checked) == []
    assert [text for table in tables for text in missing(table, checked)] == []
    score = scored(range(340, 380), write_docx, tmp_path / "table.docx")
    assert score.found >= 0.95 * score.errors, score


def test_pages_of_a_pdf_give_the_same_tables(tmp_path: Path) -> None:
    """Ruled tables in a PDF keep their columns, over pages too; a number that its cell cuts is one number."""
    needs("soffice")
    tables = [make_table(seed) for seed in range(400, 412)]
    checked = check_document(write_pdf(tables, tmp_path / "tables.pdf"))
    missed = [text for table in tables for text in missing(table, checked)]
    assert alarms(checked) == []
    assert len(missed) <= 0.05 * sum(len(table.truths) for table in tables), missed


def test_the_same_seed_gives_the_same_table() -> None:
    """A table follows from its arguments alone, and an error changes one digit that breaks something that held."""
    first, again = make_table(5, error=True), make_table(5, error=True)
    assert [[c.text for c in row] for row in first.rows] == [[c.text for c in row] for row in again.rows]
    assert first.error is not None
    pairs = zip(first.error.before, first.error.number.printed, strict=True)
    assert sum(a != b for a, b in pairs) == 1
    assert not any(truth.holds() for truth in first.error.breaks)
    assert all(truth.holds() or truth.is_cut for truth in make_table(5).truths)
