"""What each way is given: notebooks to run, their parameters, where the pages go, how many at a time."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """Notebooks of a folder to be made into HTML files in the folder ``out``, with the same parameters for all."""

    notebooks: Path
    parameters: Mapping[str, str]
    out: Path
    workers: int = 2

    @property
    def sources(self) -> list[Path]:
        """The notebooks, in order."""
        return sorted(self.notebooks.glob("*.ipynb"))

    def arguments(self) -> list[str]:
        """As :func:`read_job` reads it."""
        given = json.dumps(dict(self.parameters), ensure_ascii=False)
        return [str(self.notebooks), given, str(self.out), f"--workers={self.workers}"]


def job_parser(about: str | None) -> argparse.ArgumentParser:
    """Reads a job, and whatever is added to it."""
    parser = argparse.ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("notebooks", type=Path)
    parser.add_argument("parameters", type=json.loads)
    parser.add_argument("out", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    return parser


def job_of(options: argparse.Namespace) -> Job:
    """The job that was read."""
    return Job(options.notebooks, options.parameters, options.out, options.workers)
