"""Time to check documents: one long report in three forms, and a country's worth of reports.

Called as `make bench BENCH=check_documents`, or as `make bench BENCH=check_documents ARGS="--sample 300"`.

The long report is compared with python-docx and pdfplumber merely taking the text out of the same file. The country is
3,321 made-up reports, one for each commune, on two processes; ``--sample`` checks N of them and says what all would
take.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber

sys.path.insert(0, str(Path(__file__).parents[1]))  # the made-up reports stand in tests/

from phulien_analysis import check_document, read_text
from tests.made_up_reports import make_report, write_docx, write_pdf

COMMUNES = 3321
ROUNDS = 5


def longest_report() -> int:
    """The seed of the longest report among the first sixty."""
    return max(range(60), key=lambda seed: len(make_report(seed).text()))


def median_of(task: Callable[[], object]) -> float:
    """Median seconds of a few rounds, after one that warms up."""
    task()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def text_of_docx(path: Path) -> str:
    """The paragraphs of a DOCX file by python-docx alone."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def text_of_pdf(path: Path) -> str:
    """The text of a PDF file by pdfplumber alone."""
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def one_report() -> None:
    """Check one long report as text, DOCX and PDF."""
    seed = longest_report()
    report = make_report(seed)
    text = report.text()
    with tempfile.TemporaryDirectory() as folder:
        word, pdf = Path(folder, "report.docx"), Path(folder, "report.pdf")
        write_docx(report, word)
        write_pdf(report, pdf)
        with pdfplumber.open(pdf) as opened:
            pages = len(opened.pages)
        print(f"one report of {len(text):,} characters, {pages} pages as PDF, median of {ROUNDS}")
        print(f"  text  {median_of(lambda: check_document(read_text(text))):.2f} s")
        compare(word, text_of_docx, "python-docx")
        compare(pdf, text_of_pdf, "pdfplumber")


def compare(path: Path, alone: Callable[[Path], str], name: str) -> None:
    """Print how long a file takes, and how long another package takes for its text alone."""
    ours, theirs = median_of(lambda: check_document(path)), median_of(lambda: alone(path))
    print(f"  {path.suffix[1:]:5} {ours:.2f} s; {name}, the text alone, {theirs:.2f} s; ratio {ours / theirs:.1f}")


def check_seed(seed: int) -> int:
    """Check one made-up report; how many calculations it states."""
    return len(check_document(read_text(make_report(seed).text())).findings)


def country(sample: int) -> None:
    """Check a country's reports on two processes; making them up is part of the time."""
    start = time.perf_counter()
    with multiprocessing.Pool(2) as pool:
        found = sum(pool.imap_unordered(check_seed, range(sample), chunksize=16))
    seconds = time.perf_counter() - start
    print(
        f"{sample:,} reports on 2 processes: {seconds:.0f} s, {sample / seconds:.1f} a second, {found:,} calculations"
    )
    if sample < COMMUNES:
        print(f"  {COMMUNES:,} would take {seconds / sample * COMMUNES / 60:.1f} minutes")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--sample", type=int, default=COMMUNES)
    one_report()
    country(parser.parse_args().sample)


if __name__ == "__main__":
    main()
