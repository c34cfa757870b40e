"""What an edition holds for those who take it away: every file, who writes it, and in which languages.

A new file is a row of the table; its link stands on every page, and the edition is not published without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from phulien_analysis import exchange
from phulien_analysis.audience import audience_of
from phulien_analysis.publishing.downloads.paper import write_pdf
from phulien_analysis.publishing.downloads.workbook import Basis, write_workbook
from phulien_analysis.report import Report

PDF = "pdf"
"""The extra that `report.pdf` needs, and is asked for with."""


@dataclass(frozen=True)
class Material:
    """What files are made from: the report, what it rests on, and all its pages as one, in the report's language."""

    report: Report
    basis: Basis
    booklet: str


@dataclass(frozen=True)
class Download:
    """A file of an edition; ``translated`` where each language has its own, ``extra`` where it must be asked for.

    ``findings`` where it is made only for those who are shown all findings.
    """

    name: str
    write: Callable[[Material, Path], None]
    translated: bool = False
    extra: str = ""
    findings: bool = False


def _write_booklet(material: Material, path: Path) -> None:
    path.write_text(material.booklet, encoding="utf-8", newline="\n")


DOWNLOADS = (
    Download("figures.xlsx", lambda made, path: write_workbook(made.report, made.basis, path), translated=True),
    Download("report.html", _write_booklet, translated=True),
    Download("report.pdf", lambda made, path: write_pdf(made.booklet, made.report, path), translated=True, extra=PDF),
    Download("figures.csv", lambda made, path: exchange.write_figures_csv(made.report, path)),
    Download("figures.json", lambda made, path: exchange.write_figures_json(made.report, path)),
    Download("findings.json", lambda made, path: exchange.write_findings_json(made.report, path), findings=True),
)


def wanted(options: Mapping[str, str]) -> Iterator[Download]:
    """The files of an edition with these options."""
    shows_all = audience_of(options).shows_all_findings
    asked = (download for download in DOWNLOADS if not download.extra or options.get(download.extra))
    return (download for download in asked if shows_all or not download.findings)
