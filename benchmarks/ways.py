"""The ways from notebooks to HTML files that are compared: each is a command, from nothing to its end."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.job import Job
from benchmarks.measuring import Cost, measure
from benchmarks.notebook_sets import ROOT, NotebookSet

SHELL_LOOP = """\
notebooks=$1 out=$2
shift 2
for notebook in "$notebooks"/*.ipynb; do
  executed=$out/$(basename "$notebook")
  papermill "$notebook" "$executed" "$@"
  jupyter nbconvert --to html "$executed"
done
"""


@dataclass(frozen=True)
class Environment:
    """An environment that commands are run in, by the folder of its Python."""

    name: str
    commands: Path

    @property
    def python(self) -> str:
        """Its interpreter."""
        return str(self.commands / "python")

    def variables(self) -> dict[str, str]:
        """Its commands first, and this checkout's package."""
        path = os.pathsep.join([str(self.commands), os.environ.get("PATH", "")])
        return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


Command = Callable[[Environment, Job], Sequence[str]]


@dataclass(frozen=True)
class Way:
    """How one gets from notebooks to pages, and for which set where not for all."""

    name: str
    about: str
    command: Command
    only: str = ""


def _shell_loop(_environment: Environment, job: Job) -> list[str]:
    given = [word for name, value in job.parameters.items() for word in ("-r", name, value)]
    return ["sh", "-e", "-c", SHELL_LOOP, "sh", str(job.notebooks), str(job.out), *given]


def _script(name: str, *more: str) -> Command:
    return lambda environment, job: [environment.python, "-m", f"benchmarks.{name}", *job.arguments(), *more]


def _phulien_run(environment: Environment, job: Job) -> list[str]:
    data = ["2025-07", "--data", job.parameters["data"], "--out", str(job.out / "site"), "--force"]
    return [environment.python, "-m", "phulien_analysis", "run", *data, f"--workers={job.workers}"]


SHELL, PLAIN, LIMIT, OURS = "A", "C", "limit", "ours"
WAYS = (
    Way(SHELL, "a shell loop: papermill, then jupyter nbconvert, one by one", _shell_loop),
    Way("B", "one process: papermill's API and one HTMLExporter", _script("plain_papermill", "--workers=0")),
    Way(PLAIN, "B on two worker processes, forked when all is imported", _script("plain_papermill")),
    Way("C, our pages", "C with our template instead of nbconvert's own", _script("plain_papermill", "--our-pages")),
    Way(
        "ours, stock engine",
        "our runner; interpreters started as papermill does",
        _script("our_runner", "--engine=stock"),
    ),
    Way(
        "ours, forked-zmq",
        "our runner; interpreters forked, messages over ØMQ",
        _script("our_runner", "--engine=forked-zmq"),
    ),
    Way(OURS, "our runner as it is; interpreters forked, messages over sockets", _script("our_runner")),
    Way("phulien run", "ours with all else: data checked, pages checked, edition published", _phulien_run, "July 2025"),
    Way(LIMIT, "the cells as plain Python in one warm process and our pages, all of it ÷ 2", _script("plain_python")),
)
LOOP_ONLY = "limit, imports not counted"
"""The limit once more: what it takes after the imports and the compiling of the template."""
ALL_NAMES = (*(one.name for one in WAYS), LOOP_ONLY)


def way_named(name: str) -> Way:
    """A way by its name."""
    return next(one for one in WAYS if one.name == name)


def run_way(
    way: Way, notebooks: NotebookSet, environment: Environment, workers: int, *, memory: bool
) -> dict[str, Cost]:
    """Run a way once, into a folder that is thrown away; what it cost, by its name. The limit gives two costs."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        job = Job(notebooks.folder, notebooks.parameters, Path(folder), workers)
        cost = measure(way.command(environment, job), environment.variables(), ROOT, memory=memory)
        _check_pages(way, job, len(notebooks))
        if way.name != LIMIT:
            return {way.name: cost}
        loop = json.loads((job.out / "limit.json").read_text("utf-8"))
    return {
        LIMIT: shared(cost, workers),
        LOOP_ONLY: shared(Cost(loop["seconds"], loop["processor"]), workers),
    }


def shared(cost: Cost, workers: int) -> Cost:
    """As if what one process did had been shared perfectly."""
    return Cost(cost.seconds / workers, cost.processor, cost.peak)


def _check_pages(way: Way, job: Job, expected: int) -> None:
    """A way that makes no pages is quick, and of no use."""
    made = [path for path in job.out.rglob("*.html") if path.stat().st_size > 1000]
    if len(made) < expected:
        raise AssertionError(f"{way.name} made {len(made)} pages of {expected}")


def versions_of(environment: Environment, names: Sequence[str]) -> Mapping[str, str]:
    """Python's version and those of packages, as an environment has them."""
    asked = "import json,platform,sys\nfrom importlib.metadata import version\n"
    asked += "print(json.dumps({'Python': platform.python_version(), **{n: version(n) for n in sys.argv[1:]}}))"
    answer = subprocess.run([environment.python, "-c", asked, *names], capture_output=True, text=True, check=True)
    return dict(json.loads(answer.stdout))
