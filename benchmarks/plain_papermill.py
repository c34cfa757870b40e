"""Ways B and C: papermill's API and one HTMLExporter, in this process (--workers=0) or in two.

What all workers need is imported before they are forked, so that C is as fast as it can be without leaving the beaten
track. With --our-pages the HTML is made by our template instead of nbconvert's own.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import papermill
from nbconvert import HTMLExporter

from benchmarks.job import Job, job_of, job_parser


def main() -> int:
    """Run every notebook, and make each a page."""
    parser = job_parser(__doc__)
    parser.add_argument("--our-pages", action="store_true")
    options = parser.parse_args()
    job, make = job_of(options), write_our_page if options.our_pages else write_page
    if job.workers:
        with ProcessPoolExecutor(job.workers) as pool:
            list(pool.map(partial(run, job, make), job.sources))
    else:
        for source in job.sources:
            run(job, make, source)
    return 0


def run(job: Job, make: Callable[[Path], None], source: Path) -> None:
    """One notebook."""
    executed = job.out / source.name
    papermill.execute_notebook(source, executed, parameters=dict(job.parameters), progress_bar=False)
    make(executed)


@cache
def exporter() -> HTMLExporter:
    """One for all notebooks of a process."""
    return HTMLExporter()  # type: ignore[no-untyped-call]


def write_page(executed: Path) -> None:
    """As `jupyter nbconvert --to html` does."""
    html, _resources = exporter().from_filename(str(executed))
    executed.with_suffix(".html").write_text(html, encoding="utf-8")


def write_our_page(executed: Path) -> None:
    """With our template."""
    from benchmarks.our_pages import write_page as write  # noqa: PLC0415 - the plain ways do without it

    write(executed)


if __name__ == "__main__":
    raise SystemExit(main())
