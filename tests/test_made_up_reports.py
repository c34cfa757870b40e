"""The made-up reports and passages that measure a reader: their truth is true. Nothing in them is real."""

from __future__ import annotations

import subprocess
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tests.made_up_reports import (
    STYLES,
    Cell,
    MadeUpReport,
    TrueCalculation,
    arithmetic,
    make_report,
    reading_units,
    write_docx,
    write_pdf,
)
from tests.made_up_reports.passages import PASSAGES
from tests.made_up_reports.truth import KINDS, Passage, expected
from tests.programs import needs

SEEDS = range(60)
_SCALES = {
    "nghìn tỷ": 12,
    "nghìn tỉ": 12,
    "ngàn tỷ": 12,
    "ngàn tỉ": 12,
    "tỷ": 9,
    "tỉ": 9,
    "triệu": 6,
    "nghìn": 3,
    "ngàn": 3,
}
_PRODUCED = {
    ("sum", ""), ("subset", ""), ("percent", ""), ("share", ""), ("remaining", ""), ("growth", "levels"),
    ("growth", "change"), ("growth", "times"), ("difference", ""), ("crosscheck", ""),
}  # fmt: skip


def half_unit(cell: Cell) -> Decimal:
    """Half of the last printed place in units of one, for numbers that are rounded; a rough one counts fully."""
    if cell.printed[0].isalpha():
        return Decimal(0)
    scale = next((power for word, power in _SCALES.items() if cell.unit_text.startswith(word)), 0)
    digits = cell.printed.split()[-1]
    places = len(digits.split(",")[1]) if "," in digits else 0
    if "." in digits and "," not in digits and len(digits.split(".")[-1]) != 3:
        places = len(digits.split(".")[-1])
    rounded = places or scale or cell.unit_text in ("%", "ha", "tấn", "lần")
    if cell.qualifier:
        zeros = len(digits) - len(digits.rstrip("0"))
        return Decimal(10) ** (scale - places + zeros)
    return Decimal(10) ** (scale - places) / 2 if rounded else Decimal(0)


def level(cell: Cell) -> Decimal:
    """A figure's value in units of one; a percentage as printed."""
    bases = {"%": Decimal("0.01"), "ha": Decimal(10000)}
    return cell.value / bases.get(cell.unit_text, Decimal(1))


def miss(calculation: TrueCalculation) -> tuple[Decimal, Decimal]:
    """How far the stated number is from what follows, and how far rounding may bring it: not by intervals."""
    cells = calculation.operands
    values, halves = [level(cell) for cell in cells], [half_unit(cell) for cell in cells]
    stated = level(calculation.stated) if calculation.stated else Decimal(100)
    slack = half_unit(calculation.stated) if calculation.stated else Decimal(0)
    if calculation.kind == "sum":
        return abs(stated - sum(values)), slack + sum(halves)
    if calculation.kind == "remaining":
        return abs(stated - (values[0] - sum(values[1:]))), slack + sum(halves)
    if calculation.kind == "difference":
        return abs(stated - calculation.direction * (values[0] - values[1])), slack + sum(halves)
    if calculation.kind == "crosscheck":
        return abs(stated - values[0] * values[1]), slack
    return _miss_of_ratio(calculation, stated, slack)


def _miss_of_ratio(calculation: TrueCalculation, stated: Decimal, slack: Decimal) -> tuple[Decimal, Decimal]:
    """The same for percentages and growths, with the first order of the errors, doubled."""
    first, second = calculation.operands
    a, b = level(first), level(second)
    if calculation.form == "change":
        b = a - calculation.direction * b
        a = level(second)
    ratio = a / b if calculation.form == "times" else 100 * a / b
    if calculation.form == "levels":
        ratio = calculation.direction * (ratio - 100)
    factor = 1 if calculation.form == "times" else 100
    spread = factor * (half_unit(first) + half_unit(second)) / b * (1 + a / b)
    return abs(stated - ratio), slack + 2 * spread


@pytest.fixture(scope="module")
def reports() -> list[MadeUpReport]:
    """Sixty reports without errors."""
    return [make_report(seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def spoilt() -> list[MadeUpReport]:
    """Sixty reports with three wrong digits each."""
    return [make_report(seed, errors=3) for seed in SEEDS]


def test_what_holds_does_hold_by_another_arithmetic(reports: list[MadeUpReport]) -> None:
    """In a report without errors every calculation holds within rounding, but for percentages that were cut off."""
    for report in reports:
        for calculation in report.calculations:
            if calculation.kind == "subset":
                assert all(
                    level(part) <= level(calculation.stated) for part in calculation.operands if calculation.stated
                )
                continue
            found, allowed = miss(calculation)
            assert calculation.holds or calculation.truncated, calculation
            assert not calculation.holds or found <= allowed, calculation


def test_some_percentages_are_cut_off_and_said_to_be(reports: list[MadeUpReport]) -> None:
    """About one percentage in forty is cut off instead of rounded; those are marked and miss by less than one place."""
    cut = [(c, c.stated) for report in reports for c in report.calculations if c.truncated and c.stated]
    rates = [c for report in reports for c in report.calculations if c.kind in ("percent", "share", "growth")]
    assert 0.002 < len(cut) / len(rates) < 0.05
    for calculation, stated in cut:
        found, allowed = miss(calculation)
        assert not calculation.holds
        assert found <= allowed + half_unit(stated), calculation


def test_the_same_seed_gives_the_same_report() -> None:
    """A report follows from its arguments alone."""
    assert make_report(4, errors=2) == make_report(4, errors=2)
    assert make_report(4).text() != make_report(5).text()
    assert {make_report(1, style=style).style for style in STYLES} == set(STYLES)


def test_every_figure_stands_where_it_says(spoilt: list[MadeUpReport]) -> None:
    """The digits of each figure stand at its offset, as that occurrence of them in the text, and in the whole text."""
    for report in spoilt:
        text = report.text()
        assert len(set(report.figures)) == len(report.figures)
        for cell in report.figures:
            place = report.place_of(cell)
            assert place[cell.offset :].startswith(cell.printed)
            assert (
                reading_units.position(place, expected(f"sum {cell.printed}#{cell.occurrence} = 1").stated)
                == cell.offset
            )
            assert cell.printed in text


def test_wrong_digits_break_what_they_say(spoilt: list[MadeUpReport]) -> None:
    """Each error changes one digit; what it breaks held before, takes part in it, and misses by more than rounding."""
    for report in spoilt:
        right = make_report(report.seed).calculations
        assert len(report.errors) == 3
        for error in report.errors:
            pairs = zip(error.printed_before, error.printed_after, strict=True)
            assert sum(a != b for a, b in pairs) == 1
            assert error.cell.printed == error.printed_after
            assert any(c.required for c in error.breaks)
            for broken in error.breaks:
                assert error.cell in (broken.stated, *broken.operands)
                assert not broken.holds
                assert not broken.truncated
                assert right[report.calculations.index(broken)].holds
                if broken.kind == "subset":
                    assert any(level(part) > level(broken.stated) for part in broken.operands if broken.stated)
                else:
                    found, allowed = miss(broken)
                    assert found > allowed / 2, broken


def test_only_seeded_errors_break_anything(spoilt: list[MadeUpReport]) -> None:
    """What does not hold in a spoilt report is broken by a listed error or was cut off."""
    for report in spoilt:
        listed = {broken for error in report.errors for broken in error.breaks}
        failing = {c for c in report.calculations if not c.holds and not c.truncated}
        assert failing == listed


def test_too_many_errors_are_refused() -> None:
    """A report cannot take any number of errors."""
    with pytest.raises(ValueError, match="no place for 5000 errors"):
        make_report(1, errors=5000)


def test_every_kind_and_form_occurs(reports: list[MadeUpReport]) -> None:
    """Sixty reports hold every kind and form, every wording, footnotes, and every form of number, many times."""
    seen = Counter((c.kind, c.form) for report in reports for c in report.calculations)
    wordings = Counter(c.pattern for report in reports for c in report.calculations)
    text = "\n".join(report.text() for report in reports)
    assert set(seen) == _PRODUCED
    assert {kind for kind, _ in seen} == set(KINDS)
    assert min(seen.values()) >= 50
    assert len(wordings) == 43
    assert sum(bool(block.notes) for report in reports for block in report.paragraphs) >= 50
    forms = ("nghìn tỷ đồng", "tỉ đồng", "ngàn đồng", " 0", "hơn ", "gần ", "gấp ", "vượt ", "điểm phần trăm", " = ",
             "mười một", "còn lại", "nâng tổng số", "tổng cộng", "Tông số", "ha ", "đ.")  # fmt: skip
    assert [form for form in forms if text.count(form) < 3] == []


def test_a_report_is_of_the_usual_length(reports: list[MadeUpReport]) -> None:
    """A report has the words of about 2 to 20 pages (some 350 a page)."""
    words = [len(report.text().split()) for report in reports]
    assert min(words) > 700
    assert max(words) < 7000


def test_text_of_a_pdf_is_cut_up(reports: list[MadeUpReport]) -> None:
    """Text as from a PDF holds the same words, in short lines with blank lines, with pages' numbers between."""
    for report in reports[:10]:
        printed = report.pdf_like_text()
        lines = [line for line in printed.split("\n") if line.strip()]
        assert max(map(len, lines)) <= 108
        assert len(printed.split()) >= len(report.text().split())
        # Only the first word of a note may be glued to its number.
        notes = sum(len(block.notes) for block in report.paragraphs)
        assert (Counter(report.text().split()) - Counter(printed.split())).total() <= 2 * notes


def test_a_word_document_has_real_footnotes(tmp_path: Path, reports: list[MadeUpReport]) -> None:
    """The document holds every block, and each note in the part for footnotes, with a mark where it hangs."""
    report = next(report for report in reports if any(block.notes for block in report.paragraphs))
    notes = [note for block in report.paragraphs for note in block.notes]
    with zipfile.ZipFile(write_docx(report, tmp_path / "made-up.docx")) as package:
        body = package.read("word/document.xml").decode()
        foot = package.read("word/footnotes.xml").decode()
    assert body.count("<w:footnoteReference") == len(notes)
    assert foot.count("<w:footnote ") == len(notes) + 2
    assert all(note.paragraphs[0] in foot for note in notes)
    assert report.paragraphs[0].text in body


def test_a_pdf_can_be_made(tmp_path: Path) -> None:
    """LibreOffice makes a PDF in which the report's figures can be read again."""
    needs("soffice")
    pdftotext = needs("pdftotext")
    report = make_report(2, errors=1)
    made = write_pdf(report, tmp_path / "made-up.pdf")
    read = subprocess.run([pdftotext, str(made), "-"], capture_output=True, check=True, text=True, timeout=60).stdout
    assert sum(cell.printed in read for cell in report.figures) > 0.95 * len(report.figures)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_the_truth_of_a_passage_is_true(passage: Passage) -> None:
    """Every calculation of the exam holds, fails or is cut off as it says, by its printed numbers."""
    for calculation in passage.calculations:
        assert calculation.kind in KINDS
        stated, operands = reading_units.intervals(passage, calculation)
        form, direction = calculation.form, calculation.direction
        assert arithmetic.holds(calculation.kind, stated, operands, form=form, direction=direction) is calculation.holds
        if calculation.truncated:
            truth = arithmetic.computed(calculation.kind, operands, form=form, direction=direction)
            assert arithmetic.is_truncated(stated, truth)


def test_the_exam_is_wide() -> None:
    """At least 150 passages, each name once; one in seven is wrong, one in ten states nothing; every kind occurs."""
    names = {passage.name for passage in PASSAGES}
    wrong = [p for p in PASSAGES if any(not c.holds for c in p.calculations)]
    silent = [p for p in PASSAGES if not p.calculations]
    assert len(names) == len(PASSAGES) >= 150
    assert 0.12 < len(wrong) / len(PASSAGES) < 0.2
    assert 0.1 < len(silent) / len(PASSAGES) < 0.2
    assert {c.kind for p in PASSAGES for c in p.calculations} == set(KINDS)
