"""Runs broken on purpose: the site stays whole, nothing is left behind, the cause is named, and the next run works."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from phulien_analysis.engines import forks
from tests.faults import Scene, moments, until

pytestmark = pytest.mark.skipif(not forks.can_fork(), reason="needs Linux")

HANGS = "import pathlib, time\npathlib.Path({file!r}).touch()\ntime.sleep(600)"
DIED = "the interpreter died (the code ended it, or memory ran out)"
TO_THE_WORKERS = """
import os, pathlib, signal, time
for file in (pathlib.Path(os.environ["IPYTHONDIR"]).parent / "workers").iterdir():
    os.kill(int(file.name), signal.SIGKILL)
time.sleep(60)
"""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A world with an edition published, the same for all faults: each stands on what the ones before have left."""
    scene = Scene(tmp_path_factory.mktemp("f"))
    assert scene.run().code == 0
    return scene


def mended(scene: Scene, before: dict[str, str]) -> None:
    """After a fault what was published stood; with the cause mended the next run publishes, and leaves nothing."""
    assert scene.world.names() == before
    scene.write_cell("")
    scene.change()
    assert scene.run().code == 0
    assert scene.faults() == []
    assert scene.world.names() != before


# What a notebook does


@pytest.mark.parametrize(
    ("cell", "options", "told"),
    [
        ("import ctypes\nctypes.string_at(0)", ("--engine", "stock", "--memory", "900"), f"{DIED}; --memory allows it"),
        ("while True:\n    pass", ("--timeout", "1"), "it took longer than 1 s"),
        ("held = []\nwhile True:\n    held.append(bytearray(1 << 24))", ("--memory", "500"), "MemoryError:; --memory"),
        ("import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)", (), "interpreter"),
        (TO_THE_WORKERS, (), "a process was ended from outside while it ran"),
    ],
    ids=["segmentation fault", "hang", "memory", "zygote killed", "workers killed"],
)
def test_a_notebook_that_harms_is_told_and_harms_nothing(
    scene: Scene, cell: str, options: tuple[str, ...], told: str
) -> None:
    """It exits with 3 in a line that names notebook, cell and cause."""
    before = scene.world.names()
    scene.write_cell(cell)
    ended = scene.run(*options)
    assert (ended.code, ended.out) == (3, "")
    assert ".ipynb" in ended.err
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert scene.faults() == []
    mended(scene, before)


# What comes from outside


def hang_up(process: psutil.Process) -> None:
    """SIGHUP to all that a terminal holds."""
    os.killpg(process.pid, signal.SIGHUP)


def interrupt(process: psutil.Process) -> None:
    """Ctrl-C, hit again and again: SIGINT to all that a terminal holds."""
    for _ in range(3):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.02)


def terminate_all(process: psutil.Process) -> None:
    """SIGTERM to every process of a service at once, in no order that matters, and again."""
    for _ in range(2):
        for one in [process, *process.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                one.terminate()


@pytest.mark.parametrize(
    ("end", "code", "name"),
    [
        (hang_up, 129, "SIGHUP"),
        (interrupt, 130, "SIGINT"),
        (terminate_all, 143, "SIGTERM"),
    ],
)
def test_a_signal_ends_a_run_in_order(
    scene: Scene, end: Callable[[psutil.Process], None], code: int, name: str
) -> None:
    """With a notebook that hangs under way: one line, the exit code of the signal, and nothing is left."""
    before = scene.world.names()
    begun = scene.folder / f"begun-{name}"
    begun.unlink(missing_ok=True)
    scene.write_cell(HANGS.format(file=str(begun)))
    process = scene.begin()
    assert until(begun.exists)
    end(psutil.Process(process.pid))
    ended = scene.end(process)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err == f"phulien: đã dừng theo tín hiệu {name}; nội dung đã công bố giữ nguyên\n"
    assert scene.faults() == []
    mended(scene, before)


def test_a_run_killed_at_any_moment_leaves_the_old_or_the_new(scene: Scene) -> None:
    """Four runs, killed or ended at moments all over a run: each time the site is whole, and the next run mends all."""
    scene.change()
    whole = scene.run().seconds
    for number, part in moments(seed=1, count=4):
        scene.change()
        ended = scene.end_by(number, part * whole)
        assert ended.code in ({0, -9} if number == signal.SIGKILL else {0, 143, -15}), ended.err
        assert scene.faults(crashed=ended.code < 0) == []
    scene.change()
    assert scene.run().code == 0
    assert scene.faults() == []


# What the environment does


@pytest.mark.parametrize(
    ("package", "source", "told"),
    [
        (
            "papermill",
            "raise ImportError('libmade.so.6: cannot open shared object file')",
            "không nạp được một gói: ImportError: libmade.so.6: cannot open shared object file ",
        ),
        (
            "zmq",
            "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)",
            "các tiến trình chạy notebook dừng hoặc treo 60 giây khi nạp các gói; có thể một gói bị hỏng",
        ),
    ],
)
def test_a_broken_package_is_told_in_a_line(scene: Scene, tmp_path: Path, package: str, source: str, told: str) -> None:
    """One that cannot be imported, and one that takes its process along: exit code 70, no traceback."""
    before = scene.world.names()
    scene.change()
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").write_text(source, encoding="utf-8")
    ended = scene.run(more={"PYTHONPATH": str(tmp_path)})
    assert (ended.code, ended.out) == (70, "")
    assert ended.err.startswith(f"phulien: {told}")
    assert len(ended.err.splitlines()) == 1
    assert scene.faults() == []
    mended(scene, before)


def test_a_broken_package_that_a_notebook_needs_is_told_with_its_cell(scene: Scene, tmp_path: Path) -> None:
    """A matplotlib that cannot be imported fails the notebook that draws, not those that do not."""
    before = scene.world.names()
    scene.write_cell("import matplotlib")
    (tmp_path / "matplotlib").mkdir()
    (tmp_path / "matplotlib" / "__init__.py").write_text("raise ImportError('libmade.so.6 is missing')", "utf-8")
    ended = scene.run(more={"PYTHONPATH": str(tmp_path)})
    assert ended.code == 3
    assert "00_overview.ipynb, cell [5] `import matplotlib`: ImportError: libmade.so.6 is missing" in ended.err
    assert scene.faults() == []
    mended(scene, before)
