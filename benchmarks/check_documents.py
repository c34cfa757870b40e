"""Time to check documents: one long report in three forms, and a country's worth of reports.

Called as `make bench BENCH=check_documents`, or as `make bench BENCH=check_documents ARGS="--sample 300"`.

The long report, made of several made-up ones, is compared with python-docx and pdfplumber merely taking the text out of
the same file. The country is 3,321 made-up reports, one for each commune, on two processes; ``--sample`` checks N of
them and says what all would take. Seconds of processor time are told beside: other work of the machine changes these
less.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import docx
import pdfplumber

from phulien_analysis import check_document, read_text
from tests.made_up_reports import Block, MadeUpReport, make_report, write_docx, write_pdf

COMMUNES = 3321
LONG = 45_000  # characters
PROCESSES = 2
WARM = 16  # the first reports, which fall to all processes
ROUNDS = 5


def long_report() -> MadeUpReport:
    """Made-up reports one after another, until they are as long as a province's."""
    blocks: list[Block] = []
    for seed in count():
        report = make_report(seed)
        blocks.extend(renumbered(report, sum(len(block.notes) for block in blocks)))
        joined = replace(report, paragraphs=tuple(blocks), calculations=(), figures=(), errors=())
        if len(joined.text()) >= LONG:
            return joined
    raise AssertionError


def renumbered(report: MadeUpReport, before: int) -> Iterator[Block]:
    """The blocks of a report, its notes numbered on from those before."""
    for block in report.paragraphs:
        yield replace(block, notes=tuple(replace(note, number=before + note.number) for note in block.notes))


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
    report = long_report()
    text = report.text()
    with tempfile.TemporaryDirectory() as folder:
        word, pdf = write_docx(report, Path(folder, "report.docx")), Path(folder, "report.pdf")
        write_pdf(report, pdf)
        with pdfplumber.open(pdf) as opened:
            pages = len(opened.pages)
        print(f"one report of {len(text):,} characters, {pages} pages as PDF, median of {ROUNDS} after start-up")
        print(f"  text  {median_of(lambda: check_document(read_text(text))):.2f} s", flush=True)
        compare(word, text_of_docx, "python-docx")
        compare(pdf, text_of_pdf, "pdfplumber")


def compare(path: Path, alone: Callable[[Path], str], name: str) -> None:
    """Print how long a file takes, and how long another package takes for its text alone."""
    ours, theirs = median_of(lambda: check_document(path)), median_of(lambda: alone(path))
    ratio = f"ratio {ours / theirs:.1f}"
    print(f"  {path.suffix[1:]:5} {ours:.2f} s; {name}, the text alone, {theirs:.2f} s; {ratio}", flush=True)


def text_of(seed: int) -> str:
    """The text of a made-up report; the first are checked already here, so that start-up is not measured."""
    text = make_report(seed).text()
    if seed < WARM:
        check_document(read_text(text))
    return text


def findings_in(text: str) -> tuple[int, float]:
    """How many calculations a report states, and the processor time that checking it took."""
    start = time.process_time()
    return len(check_document(read_text(text)).findings), time.process_time() - start


def country(sample: int) -> None:
    """Check a country's reports on two processes; making them up is no part of the time."""
    with multiprocessing.Pool(PROCESSES) as pool:
        texts = pool.map(text_of, range(sample), chunksize=4)
        start = time.perf_counter()
        told = list(pool.imap_unordered(findings_in, texts, chunksize=4))
        seconds = time.perf_counter() - start
    found, worked = sum(number for number, _ in told), sum(cost for _, cost in told)
    print(f"{sample:,} reports, {found:,} calculations, on {PROCESSES} processes")
    print(f"  by the clock      {seconds:.0f} s, {sample / seconds:.1f} reports a second")
    print(f"  of the processor  {worked:.0f} s, {1000 * worked / sample:.0f} ms a report")
    if sample < COMMUNES:
        print(f"  {COMMUNES:,} would take {seconds / sample * COMMUNES / 60:.1f} minutes by the clock")


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sample", type=int, default=COMMUNES, help=f"how many reports (default {COMMUNES:,})")
    sample = max(1, parser.parse_args().sample)
    one_report()
    country(sample)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
