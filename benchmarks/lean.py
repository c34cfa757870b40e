"""A lean environment: the packages that the product needs, in their locked versions, without JupyterLab and tools."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from benchmarks.notebook_sets import ROOT
from benchmarks.ways import Environment

PINNED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def lean_environment(folder: Path) -> Environment:
    """Make it in a folder, where it is not there yet; needs the package index, and a minute."""
    environment = Environment("lean", folder / "bin")
    if not (folder / "ready").exists():
        lock = lean_lock((ROOT / "requirements.txt").read_text("utf-8"), needed())
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        (folder / "requirements.txt").write_text(lock, "utf-8")
        pip = [environment.python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        options = ["--only-binary=:all:", "--require-hashes", "--no-deps"]
        subprocess.run([*pip, *options, "--requirement", folder / "requirements.txt"], check=True)
        (folder / "ready").touch()
    return environment


def needed() -> set[str]:
    """The packages that the product depends on, and theirs, by what is installed here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: set[str] = set()
    waiting = [Requirement(line) for line in project["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found.add(name)
            waiting += _asked_by(name, requirement.extras)
    return found


def _asked_by(name: str, extras: set[str]) -> Iterator[Requirement]:
    for line in requires(name) or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield requirement


def lean_lock(lock: str, names: set[str]) -> str:
    """Of a lock file with hashes, the blocks of these packages."""
    starts = [match.start() for match in PINNED.finditer(lock)]
    blocks = [lock[start:stop] for start, stop in zip(starts, [*starts[1:], None], strict=True)]
    return "".join(block for block in blocks if block.partition("==")[0] in names)
