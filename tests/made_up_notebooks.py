"""Made-up notebooks for tests of the run: a few cells of code, and a task that runs them."""

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

from phulien_analysis.notebooks import Task

PARAMETERS = 'month = "2025-07"\nlang = "vi"'


def code(source: str, *tags: str) -> dict[str, Any]:
    """A code cell."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"tags": list(tags)},
        "outputs": [],
        "source": dedent(source).strip(),
    }


def notebook(path: Path, *sources: str, parameters: str | None = PARAMETERS) -> Path:
    """Write a notebook of code cells, the first of them tagged ``parameters``; its cells have no ids."""
    first = [] if parameters is None else [code(parameters, "parameters")]
    document = {
        "cells": [*first, *(code(source) for source in sources)],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def task(source: Path, **parameters: object) -> Task:
    """A task that leaves its executed copy in ``done`` beside the notebook."""
    (source.parent / "done").mkdir(exist_ok=True)
    return Task(source, source.parent / "done" / source.name, {"month": "2025-08", "lang": "en", **parameters})


def cells(path: Path) -> list[dict[str, Any]]:
    """The cells of a notebook."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return found
