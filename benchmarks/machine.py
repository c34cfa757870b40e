"""The machine and the versions that a measurement was made with."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.ways import Environment, versions_of

PACKAGES = ("papermill", "nbclient", "nbconvert", "ipykernel", "jupyter-client", "pyzmq", "pandas", "matplotlib")


def describe(environment: Environment) -> dict[str, str]:
    """Each thing in words, by its name."""
    gibibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    versions = versions_of(environment, PACKAGES)
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processors": f"{len(os.sched_getaffinity(0))}, {_model()}",
        "memory": f"{gibibytes:.0f} GiB",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "Python": versions["Python"],
        "packages": ", ".join(f"{name} {versions[name]}" for name in PACKAGES),
        "load when begun": f"{os.getloadavg()[0]:.1f}",
    }


def _model() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
