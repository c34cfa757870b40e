"""The commit that the package's code is of, where it runs from a git checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CODE = (PACKAGE.name, "notebooks")
TIMEOUT = 20
"""Seconds that git may take to look through the code."""


@cache
def code_commit(root: Path = PACKAGE.parent) -> dict[str, str | bool]:
    """``commit`` of the checkout in the folder ``root``, and whether the code was ``changed`` since.

    Empty where it is not known: in an installed package, or without git. It is told to people who look for the code
    of an edition; what an edition rests on are the files' hashes.
    """
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return {}
    quiet = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
    asked = ("status", "--porcelain=v2", "--branch", "--untracked-files=all", "--", *CODE)
    try:
        done = subprocess.run(  # noqa: S603 - git itself, without a shell, and with arguments of ours
            (git, "-C", str(root), *quiet, *asked),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=True,
            timeout=TIMEOUT,
            env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    return _told(done.stdout.splitlines())


def _told(lines: list[str]) -> dict[str, str | bool]:
    """What ``git status`` said: ``# branch.oid <commit>`` among the heads, then a line a changed file."""
    commits = [line.split()[-1] for line in lines if line.startswith("# branch.oid ")]
    known = [commit for commit in commits if commit != "(initial)"]
    return {"commit": known[0], "changed": any(not line.startswith("#") for line in lines)} if known else {}
