"""Where a kernel cannot be forked it is started, as papermill does it, and the log says why."""

import asyncio
import json
import logging
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import papermill
import pytest
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase
from nbclient.exceptions import DeadKernelError

from phulien_analysis.engines import engine, forks
from phulien_analysis.engines.confinement import Confinement
from phulien_analysis.engines.engine import ForkedEngine, StockEngine, preloaded
from phulien_analysis.engines.forks import PRELOAD, NoForking, Zygote
from phulien_analysis.engines.managers import (
    ConfinedKernelManager,
    ConfinedProvisioner,
    ForkedKernelManager,
    is_forkable,
)
from tests.nasty_runs import driver, write_cells

ARGV = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]


def spec(**changes: object) -> KernelSpec:
    """The description of this interpreter's kernel, but for some changes."""
    return KernelSpec(**{"argv": ARGV, "display_name": "made up", "language": "python", **changes})


def test_this_interpreters_kernel_can_be_forked() -> None:
    """By its path, by a link beside it, or as Jupyter calls it."""
    assert is_forkable(spec())
    assert is_forkable(spec(argv=["python", *ARGV[1:]]))
    assert is_forkable(spec(argv=[str(Path(sys.executable).with_name("python")), *ARGV[1:]]))


@pytest.mark.parametrize(
    "changes",
    [
        {"env": {"MADE_UP": "1"}},
        {"argv": ["python2", *ARGV[1:]]},
        {"argv": ["/made/up/python", *ARGV[1:]]},
        {"argv": [ARGV[0], "-X", "dev", *ARGV[1:]]},
        {"argv": ["Rscript", "kernel.R"]},
        {"metadata": {"kernel_provisioner": {"provisioner_name": "made-up"}}},
    ],
)
def test_other_kernels_cannot(changes: dict[str, Any]) -> None:
    """A variable, another program, an option or a way to start of its own: such a kernel is not ours to fork."""
    assert not is_forkable(spec(**changes))


def test_the_same_program_in_another_environment_is_another_interpreter(tmp_path: Path) -> None:
    """Environments hold links to one program, and each has its own packages."""
    link = tmp_path / "bin" / "python"
    link.parent.mkdir()
    link.symlink_to(Path(sys.executable).resolve())
    assert not is_forkable(spec(argv=[str(link), *ARGV[1:]]))


def test_a_system_that_cannot_fork_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS and Windows no zygote is made."""
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoForking, match="darwin cannot fork an interpreter safely"):
        Zygote([])


def test_the_reason_is_logged_and_papermills_own_engine_used(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without forks the kernel is nbclient's own, and whoever looks at the log learns why."""
    asked: dict[str, Any] = {}
    monkeypatch.setattr(StockEngine, "_execute", classmethod(lambda _cls, *_given, **options: asked.update(options)))
    monkeypatch.setattr(forks, "can_fork", lambda: False)
    monkeypatch.delenv(forks.ADDRESS, raising=False)
    with caplog.at_level(logging.INFO, logger="papermill"):
        ForkedEngine.execute_managed_notebook(None, "python3", preload=["made_up"], timeout=3)
    assert caplog.messages == ["Kernels are started, not forked: linux cannot fork an interpreter safely"]
    assert asked["timeout"] == 3
    assert "kernel_manager_class" not in asked


def test_modules_that_are_preloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual ones, or those that PHULIEN_PRELOAD names."""
    monkeypatch.delenv(engine.VARIABLE, raising=False)
    assert preloaded() == list(PRELOAD)
    monkeypatch.setenv(engine.VARIABLE, " pandas, numpy,,")
    assert preloaded() == ["pandas", "numpy"]


def test_a_module_with_threads_is_not_forked(tmp_path: Path) -> None:
    """A notebook whose preload has a thread is run by papermill's own engine, and comes out."""
    (tmp_path / "made_up_threads.py").write_text(
        "import threading, time\nthreading.Thread(target=time.sleep, args=[60], daemon=True).start()\n"
    )
    environment = {"PHULIEN_PRELOAD": "made_up_threads", "PYTHONPATH": f"{Path(__file__).parents[1]}:{tmp_path}"}
    with driver("forked", tmp_path / "log", environment) as process:
        source = write_cells(tmp_path / "in.ipynb", "# %% loaded\nimport sys\n'made_up_threads' in sys.modules")
        assert not process.run(source, tmp_path / "out.ipynb").raised
    assert result(tmp_path / "out.ipynb") == "False"
    assert "not forked: the modules loaded have 1 threads, which a fork would lose" in (tmp_path / "log").read_text(
        "utf-8"
    )


def test_a_changed_variable_is_seen_by_the_next_notebook(tmp_path: Path) -> None:
    """Also by what is loaded beforehand: the zygote is made anew; with the same variables it stays."""
    (tmp_path / "made_up_loaded.py").write_text("import os\nVALUE = os.environ.get('MADE_UP'), os.getpid()\n")
    environment = {"PHULIEN_PRELOAD": "made_up_loaded", "PYTHONPATH": f"{Path(__file__).parents[1]}:{tmp_path}"}
    source = write_cells(
        tmp_path / "in.ipynb", "# %% see\nimport made_up_loaded, os\n*made_up_loaded.VALUE, os.environ['MADE_UP']"
    )
    seen = []
    with driver("forked", tmp_path / "log", environment) as process:
        for value in ("1", "1", "2"):
            process.run(source, tmp_path / "out.ipynb", environment={"MADE_UP": value})
            seen.append(result(tmp_path / "out.ipynb").strip("()").split(", "))
    (first, zygote, env), again, (second, other, changed) = seen
    assert (first, env, second, changed) == ("'1'", "'1'", "'2'", "'2'")
    assert again[1] == zygote != other


def result(path: Path) -> str:
    """What the last cell gave."""
    cell = json.loads(path.read_text(encoding="utf-8"))["cells"][-1]
    return "".join(cell["outputs"][0]["data"]["text/plain"])


def test_papermill_finds_the_engines_by_their_names() -> None:
    """Whichever is imported first, papermill or the engine."""
    engines = papermill.engines.papermill_engines
    assert engines.get_engine("phulien-forked").manager is engine.ForkedEngine.manager
    assert engines.get_engine("phulien-forked-zmq").manager is engine.ForkedZMQEngine.manager


def test_a_kernel_of_another_language_is_started(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """R's kernel cannot be forked from Python: it is nbclient's own, and the log says why."""
    asked: dict[str, Any] = {}
    monkeypatch.setattr(StockEngine, "_execute", classmethod(lambda _cls, *_given, **options: asked.update(options)))
    monkeypatch.setattr(KernelSpecManager, "get_kernel_spec", lambda _self, _name: spec(argv=["Rscript"]))
    with caplog.at_level(logging.INFO, logger="papermill"):
        ForkedEngine.execute_managed_notebook(None, "ir", preload=[])
    assert caplog.messages == ["Kernels are started, not forked: ir is not the kernel of this interpreter"]
    assert "kernel_manager_class" not in asked


def test_papermill_alone_can_confine_a_kernel_and_keep_what_it_did(tmp_path: Path) -> None:
    """The stock engine's options, without a run around it: 700 MB of memory, and a notebook whose kernel died."""
    source = write_cells(
        tmp_path / "in.ipynb",
        "# %% limit\nimport resource\nresource.getrlimit(resource.RLIMIT_DATA)[0]\n# %% death\nimport os\nos._exit(1)",
    )
    papermill.engines.papermill_engines.register("made-up-stock", StockEngine)
    half_run = tmp_path / "half.ipynb"
    with pytest.raises(DeadKernelError):
        papermill.execute_notebook(
            source,
            tmp_path / "out.ipynb",
            engine_name="made-up-stock",
            progress_bar=False,
            memory=700_000_000,
            half_run=str(half_run),
        )
    first, _died = json.loads(half_run.read_text(encoding="utf-8"))["cells"]
    assert first["outputs"][0]["data"]["text/plain"] == ["700000000"]


def test_a_restarted_kernel_stays_confined() -> None:
    """The manager keeps the one that starts its process, with its limits; without limits a command is as it was."""
    manager = ConfinedKernelManager(kernel_name="python3", memory=700_000_000)

    async def starter() -> KernelProvisionerBase | None:
        await manager.pre_start_kernel()
        return manager.provisioner

    first = asyncio.run(starter())
    assert isinstance(first, ConfinedProvisioner)
    assert asyncio.run(starter()) is first
    assert first.parent.confinement.command(["python"])[-3:] == ["700000000", "0", "python"]
    assert Confinement().command(["python"]) == ["python"]


def test_a_fork_that_has_ended_gets_no_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its number may be another process's by now."""
    killed: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "killpg", lambda *signal: killed.append(signal))
    starter = ForkedKernelManager(kernel_name="python3")._make_provisioner()
    for code in (7, None):
        starter.process = SimpleNamespace(poll=lambda code=code: code, pid=12345)  # type: ignore[assignment]
        starter.pid = starter.pgid = 12345
        asyncio.run(starter.send_signal(15))
    assert killed == [(12345, 15)]
