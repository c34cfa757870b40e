"""Nasty notebooks run by each engine, and made comparable: what differs from run to run is taken out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.made_up_notebooks import code

NASTY = Path(__file__).parent / "nasty_notebooks"
ROOT = Path(__file__).parents[1]
LEAN = {"PHULIEN_PRELOAD": "ipykernel.kernelapp,ipykernel.debugger,phulien_analysis.engines.kernel"}
"""For tests that need no library: a zygote that is soon there."""
_CELL = re.compile(r"^# %% (?P<title>.*?)(?: \[(?P<tag>[a-z-]+)\])?\n", re.MULTILINE)
_VOLATILE = [
    (re.compile(r"/ipykernel_\d+/"), "/ipykernel_N/"),  # the folder of a cell's code
    (re.compile(r"\b0x[0-9a-f]{6,16}\b"), "0xN"),  # addresses
    (re.compile(r"(CPU times: |Wall time: )[^\\]*"), r"\1N"),
    (re.compile(r"[\d.]+ (?:ns|μs|us|ms|s) ± [\d.]+ (?:ns|μs|us|ms|s)"), "N ± N"),
    (re.compile(r"'Task-\d+'"), "'Task-N'"),  # counted by how often a client asked whether the kernel is ready
    # The outermost frame: what was started as a program.
    (re.compile(r'File \\"[^"]*/(?:ipykernel_launcher|engines/zygote)\.py\\", line \d+'), "outermost frame"),
]
_ID = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f])")


def write(name: str, folder: Path) -> Path:
    """A nasty notebook as a file: cells stand under lines `# %% title [tag]`."""
    return write_cells(folder / f"{name}.ipynb", (NASTY / f"{name}.txt").read_text(encoding="utf-8"))


def write_cells(path: Path, text: str) -> Path:
    """A notebook of these cells."""
    pieces = _CELL.split(text)[1:]
    cells = [
        {**code(source, *filter(None, [tag])), "id": f"cell-{number}"}
        for number, (_title, tag, source) in enumerate(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True))
    ]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    document = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@dataclass
class Driver:
    """A process that runs notebooks with one engine."""

    process: subprocess.Popen[str]

    def run(self, source: Path, target: Path, **options: object) -> Outcome:
        """Run one notebook."""
        self.begin(source, target, **options)
        return self.end(target)

    def begin(self, source: Path, target: Path, **options: object) -> None:
        """Have a notebook run."""
        job = {"input_path": str(source), "output_path": str(target), "cwd": str(source.parent), **options}
        assert self.process.stdin
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()

    def end(self, target: Path) -> Outcome:
        """How the notebook that was begun ended."""
        assert self.process.stdout
        answer = json.loads(self.process.stdout.readline())
        return Outcome(target, answer["seconds"], answer["raised"])


@dataclass(frozen=True)
class Outcome:
    """How a notebook ended."""

    path: Path
    seconds: float
    raised: dict[str, str] = field(default_factory=dict)

    def notebook(self) -> dict[str, Any]:
        """The executed notebook, comparable."""
        found: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return comparable(found)


@contextmanager
def driver(engine: str, log: Path, environment: Mapping[str, str] | None = None) -> Iterator[Driver]:
    """A driver for as long as the block lasts; what it and its kernels say goes to ``log``."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0", **(environment or {})}
    command = [sys.executable, "-m", "tests.engine_driver", engine]
    with (
        log.open("w", encoding="utf-8") as said,
        subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True
        ) as process,
    ):
        try:
            yield Driver(process)
        finally:
            assert process.stdin
            process.stdin.close()


def comparable(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook without what differs from run to run."""
    notebook["metadata"].pop("papermill", None)
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"cell-{number}"  # papermill's own cells have random ones
        for part in ("papermill", "execution"):
            cell["metadata"].pop(part, None)
        if "outputs" in cell:
            cell["outputs"] = _streams_joined(cell["outputs"])
    for kind in notebook["metadata"].get("widgets", {}).values():
        kind["state"] = _states_sorted(kind["state"])
    text = json.dumps(notebook, indent=1, ensure_ascii=True)
    for pattern, instead in _VOLATILE:
        text = pattern.sub(instead, text)
    ids: dict[str, str] = {}
    found: dict[str, Any] = json.loads(_ID.sub(lambda one: ids.setdefault(one[0], f"id-{len(ids)}"), text))
    return found


def _states_sorted(states: dict[str, Any]) -> list[Any]:
    """The states of widgets, whose keys are random: without them, and in the order of what they hold."""
    return sorted(_ID.sub("id", json.dumps(state, sort_keys=True)) for state in states.values())


def _streams_joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where a stream is cut into messages is a matter of time."""
    joined: list[dict[str, Any]] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            last["text"] = [*last["text"], *output["text"]]
        else:
            joined.append(output)
    for output in joined:
        if output["output_type"] == "stream":
            output["text"] = "".join(output["text"]).splitlines(keepends=True)
    return joined
