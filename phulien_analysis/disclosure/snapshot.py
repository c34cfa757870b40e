"""A run's snapshot made fit for its audience: what a notebook can read holds no digit that is kept back.

The figures file loses the digits, the known findings those that speak of them, the notebooks the cells that the
audience is not shown; the audience stands beside the month's data. All that is made later is made from these.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from phulien_analysis.audience import INTERNAL, Audience
from phulien_analysis.disclosure.elsewhere import earlier_months
from phulien_analysis.disclosure.protection import protect
from phulien_analysis.errors import DataError, Problem
from phulien_analysis.figures import Figure, Status
from phulien_analysis.findings import Finding
from phulien_analysis.report import Report, load_report, month_files

FINDINGS, REVIEW = "findings", "review"
"""Tags of cells: shown where a topic has findings for the audience; shown to who sees all of them."""
_NUMBERS = re.compile(r"(?<![\w./–,-])[0-9][0-9.,]*[0-9]|(?<![\w./–,-])[0-9]")


def prepare(snapshot: Path, ward: str, month: str, audience: Audience, earlier: Path | None = None) -> None:
    """Make the snapshot in a folder that of an audience; an internal one stays as it is.

    ``earlier`` is the data folder with the ward's months before it, whose public editions readers have as well.

    Raises:
        PhulienError: a number that the policy covers would follow from what is shown.
        DataError: a note of the month says a number that is kept back.
    """
    if audience == INTERNAL:
        return
    data = snapshot / "data"
    report = load_report(month, ward, data)
    statuses = protect(report, earlier_months(earlier, ward, month) if earlier else ())
    files = month_files(data, ward, month)
    hidden = [figure for figure in report.figure_list if str(figure.source) in statuses]
    _refuse_notes(report, hidden, files)
    _rewrite(files["figures"], lambda row: _without_digits(row, statuses))
    if not audience.shows_all_findings:
        _rewrite(files["statements"], lambda row: None if row["kind"] == REVIEW else row)
    spoiled = {finding.id for finding in report.finding_list if _speaks_of(finding, hidden)}
    _rewrite(files["known"], lambda row: None if row["finding"] in spoiled else row)
    _write_rows(files["audience"], [audience.model_dump()])
    shown = load_report(month, ward, data)
    for topic in shown.topics:
        _cut(snapshot / "notebooks" / f"{topic.notebook}.ipynb", _tags_cut(shown, topic.topic))


def _without_digits(row: dict[str, str], statuses: Mapping[str, Status]) -> dict[str, str]:
    status = statuses.get(row["source"])
    return {**row, "printed": "", "qualifier": "", "status": status} if status else row


def _speaks_of(finding: Finding, hidden: Sequence[Figure]) -> bool:
    """Whether a finding is about a number that is kept back; what it says, or its reason, may tell it."""
    return any(figure in hidden for figure in (finding.stated, *finding.operands))


def _tags_cut(report: Report, topic: str) -> set[str]:
    """The tags of cells that a topic's readers are not shown."""
    if report.audience.shows_all_findings:
        return set()
    told = any(finding.topic == topic for finding in report.finding_list)
    return {REVIEW} if told else {REVIEW, FINDINGS}


def _cut(notebook: Path, tags: set[str]) -> None:
    """Leave out the cells with one of the tags."""
    if not tags or not notebook.is_file():
        return
    document: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    document["cells"] = [cell for cell in document["cells"] if not tags.intersection(_tags(cell))]
    notebook.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _tags(cell: Mapping[str, Any]) -> Sequence[str]:
    return cell.get("metadata", {}).get("tags", [])  # type: ignore[no-any-return]


def _refuse_notes(report: Report, hidden: Sequence[Figure], files: Mapping[str, Path]) -> None:
    """See that no note on a topic, and no reason, says a number of it that is kept back; dates are no such numbers."""
    topics = {finding.id: finding.topic for finding in report.finding_list}
    notes = [
        (files["statements"], n, "note_vi", row.topic, f"{row.note_vi} {row.note_en}")
        for n, row in enumerate(report.statements, start=2)
    ]
    notes += [
        (files["known"], n, "reason", topics.get(row.finding, ""), row.reason)
        for n, row in enumerate(report.known, start=2)
    ]
    problems = [
        # without the digits: what went wrong at night is told where everybody may look
        Problem(
            f"data/{report.ward.ward}/{file.name}",
            number,
            column,
            f"a public edition withholds {figure.source}, and this note says its number; say it without",
        )
        for file, number, column, topic, text in notes
        for figure in hidden
        if figure.indicator.topic == topic and _plain(figure.printed) in _numbers(text)
    ]
    if problems:
        raise DataError(problems)


def _numbers(text: str) -> set[str]:
    return {_plain(found) for found in _NUMBERS.findall(re.sub(r"\S*[0-9]/[0-9]\S*", " ", text))}


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _rewrite(path: Path, change: Callable[[dict[str, str]], dict[str, str] | None]) -> None:
    """Change the rows of a CSV file; a row for which there is nothing is left out."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    _write_rows(path, [new for row in rows if (new := change(row)) is not None], columns)


def _write_rows(path: Path, rows: Sequence[Mapping[str, str]], columns: Sequence[str] = ()) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
