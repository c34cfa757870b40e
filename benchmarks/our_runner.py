"""Our way: the product's own runner and pages, for whatever notebooks, with the engine named."""

from __future__ import annotations

from typing import get_args

from benchmarks.job import job_of, job_parser
from phulien_analysis.notebooks import Pool, Task, run_notebooks
from phulien_analysis.workers import EngineName


def content_of(task: Task) -> str:
    """What a notebook shows, as HTML; made by a worker."""
    from phulien_analysis.publishing.pages import notebook_content  # noqa: PLC0415 - it is there in a worker

    return notebook_content(task.target, "vi", {})


def main() -> int:
    """Run every notebook, and make each a page."""
    parser = job_parser(__doc__)
    parser.add_argument("--engine", choices=get_args(EngineName), default="forked")
    options = parser.parse_args()
    job = job_of(options)
    tasks = [Task(source, job.out / source.name, job.parameters) for source in job.sources]
    with Pool(job.workers, options.engine) as pool:
        pool.start()  # what follows is imported while it starts

        from benchmarks.our_pages import write_around  # noqa: PLC0415

        for one in run_notebooks(tasks, job.out, keep=job.out / "failed", pool=pool, make=content_of):
            write_around(one.task.target, one.made or "")
        if pool.reason:
            raise SystemExit(f"not the engine that was asked for: {pool.reason}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
