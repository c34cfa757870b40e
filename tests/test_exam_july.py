"""The reader against the real report of July 2025, where the folder that ``PHULIEN_REPORTS`` names holds it."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from phulien_analysis import Report
from phulien_analysis.findings import Finding
from phulien_analysis.stated.checking import CheckedDocument, check_document

ROOT = Path(__file__).parents[1]
NAME = "phu-lien-2025-07.txt"


@pytest.fixture(scope="module")
def checked() -> CheckedDocument:
    """The report's text, checked."""
    folder = os.environ.get("PHULIEN_REPORTS")
    if not folder:
        pytest.skip("PHULIEN_REPORTS does not name the folder of the real reports")
    path = Path(folder) / NAME
    if not path.is_file():
        pytest.fail(f"PHULIEN_REPORTS names {folder}, which holds no {NAME}")
    return check_document(path)


def digits(finding: Finding) -> tuple[str, ...]:
    """What a finding is of: section and digits of each figure; the same plan may be printed twice in a sentence."""
    figures = [figure for figure in (finding.stated, *finding.operands) if figure is not None]
    return tuple(sorted(f"{figure.source.section} {figure.printed}" for figure in figures))


def test_every_figure_is_read(checked: CheckedDocument) -> None:
    """The 213 figures are those of the month's file: same places, digits and qualifiers."""
    with (ROOT / "data" / "phu-lien" / "2025-07.csv").open(encoding="utf-8", newline="") as file:
        wanted = {row["source"]: (row["printed"], row["qualifier"]) for row in csv.DictReader(file)}
    read = {str(p.figure.source): (p.figure.printed, p.figure.qualifier) for p in checked.printed}
    assert len(read) == 213
    assert read == wanted


def test_what_is_stated_is_found(checked: CheckedDocument) -> None:
    """24 totals, 18 percentages, two remainders, one “of which” and one malformed number, as read by eye."""
    kinds = Counter(finding.kind for finding in checked.findings)
    assert kinds == {"sum": 24, "percent": 18, "remaining": 2, "subset": 1, "format": 1}


def test_only_the_malformed_number_is_to_be_reviewed(checked: CheckedDocument) -> None:
    """All that is stated holds; 31.5000.000 is no number."""
    assert [finding.id for finding in checked.findings if finding.to_review] == ["format@II.3 fn13 #12"]
    assert checked.causes == ()


def test_the_calculations_of_the_month_are_found_in_its_text(checked: CheckedDocument, july: Report) -> None:
    """Of the 36 totals, percentages and remainders of the month's file within one section, all but two are found.

    Those two add up parts of parts; what joins sections is left out, for no sentence states it.
    """
    kinds = {"sum", "percent", "remaining"}
    stated = {digits(f) for f in july.finding_list if f.kind in kinds and len(sections(f)) == 1}
    found = {digits(f) for f in checked.findings}
    missing = sorted(stated - found)
    assert len(stated) == 36
    assert len(missing) <= 2, missing


def sections(finding: Finding) -> set[str]:
    """The sections that a finding's figures stand in."""
    return {figure.source.section for figure in (finding.stated, *finding.operands) if figure is not None}
