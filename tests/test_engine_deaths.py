"""Kernels that die, hang or do not start: what is raised, and when, is what papermill's own engine raises."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.nasty_runs import LEAN, Outcome, driver, write_cells

ENGINES = ("stock", "zmq", "forked")
OURS = ENGINES[1:]
LATER = 15.0
"""Seconds more than with papermill's own engine after which an ending was not noticed, but waited out."""
BEGIN = "# %% begin\nimport ctypes, os, resource, signal, sys, threading, time\nprint('begun', flush=True)\n# %% end\n"
PAUSE = "time.sleep(0.3)\n"  # for what was said before to arrive
TALK = """
def talk():
    while True:
        print("x" * 1000)
        time.sleep(0.001)
threading.Thread(target=talk, daemon=True).start()
"""
ENDINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "exit": ("os._exit(7)", {}),
    "segmentation fault": ("ctypes.string_at(0)", {}),
    "killed": ("os.kill(os.getpid(), signal.SIGKILL)", {}),
    "terminated": ("os.kill(os.getpid(), signal.SIGTERM)\ntime.sleep(5)", {}),
    "memory": ("resource.setrlimit(resource.RLIMIT_AS, (1 << 33, 1 << 33))\n'x' * (1 << 34)", {}),
    "timeout": ("time.sleep(30)", {"execution_timeout": 1}),
    "timeout, awaiting": ("import asyncio\nawait asyncio.sleep(30)", {"execution_timeout": 1}),
    "timeout, interrupted": ("time.sleep(30)", {"execution_timeout": 1, "interrupt_on_timeout": True}),
    "timeout, stubborn": ("signal.signal(2, signal.SIG_IGN)\ntime.sleep(30)", {"execution_timeout": 1}),
    "timeout, talking": ("while True:\n    print('x' * 1000)\n    time.sleep(0.001)", {"execution_timeout": 1}),
    "talking at the end": (TALK, {}),
    "left running": ("import subprocess\nsubprocess.Popen(['sleep', '60']).pid > 0", {}),
    "immediate": ("1", {"shutdown_kernel": "immediate"}),
}
STARTS = {"no start": "import time\ntime.sleep(30)", "death at the start": "import os\nos._exit(3)"}
Endings = Mapping[str, Mapping[str, Outcome]]


def end_all(engine: str, base: Path) -> dict[str, Outcome]:
    """All endings by one engine, after a notebook that ends well."""
    folder = base / engine
    startup = folder / "profile_default" / "startup"
    startup.mkdir(parents=True)
    with driver(engine, base / f"{engine}.log", {**LEAN, "IPYTHONDIR": str(folder)}) as process:
        process.run(write_cells(folder / "first.ipynb", BEGIN), folder / "first.out.ipynb")
        ends = {}
        for name, (cell, how) in ENDINGS.items():
            source = write_cells(folder / f"{name}.ipynb", BEGIN + PAUSE + cell)
            ends[name] = process.run(source, folder / f"{name}.out.ipynb", **how)
        for name, code in STARTS.items():
            (startup / "made_up.py").write_text(code, encoding="utf-8")
            ends[name] = process.run(folder / "first.ipynb", folder / f"{name}.out.ipynb", start_timeout=2)
        return ends


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> Endings:
    """Every ending by every engine."""
    base = tmp_path_factory.mktemp("deaths")
    with ThreadPoolExecutor(len(ENGINES)) as executor:
        return dict(zip(ENGINES, executor.map(lambda engine: end_all(engine, base), ENGINES), strict=True))


@pytest.mark.parametrize("engine", OURS)
@pytest.mark.parametrize("name", [*ENDINGS, *STARTS])
def test_what_is_raised_is_the_same(endings: Endings, name: str, engine: str) -> None:
    """The same exception with the same words, the same error, or none."""
    assert endings[engine][name].raised == endings["stock"][name].raised


@pytest.mark.parametrize("engine", OURS)
@pytest.mark.parametrize("name", ENDINGS)
def test_what_is_kept_is_the_same(endings: Endings, name: str, engine: str) -> None:
    """The notebook is left half-run in the same state; how far its last cell is told of is a matter of time."""
    stock, ours = endings["stock"][name].notebook(), endings[engine][name].notebook()
    for cells in (stock["cells"], ours["cells"]):
        cells[-1] |= {"outputs": [], "execution_count": None}
    assert ours == stock


@pytest.mark.parametrize("engine", ENGINES)
def test_a_cell_that_took_too_long_shows_where(endings: Endings, engine: str) -> None:
    """The kernel is interrupted before it is shut down, and what it says then is kept."""
    outputs = endings[engine]["timeout"].notebook()["cells"][-1]["outputs"]
    assert [output["ename"] for output in outputs] == ["KeyboardInterrupt"]


@pytest.mark.parametrize("engine", OURS)
@pytest.mark.parametrize("name", [*ENDINGS, *STARTS])
def test_it_is_not_waited_out(endings: Endings, name: str, engine: str) -> None:
    """An ending is noticed as papermill's own engine notices it: no longer time limit has to pass."""
    assert endings[engine][name].seconds < endings["stock"][name].seconds + LATER
