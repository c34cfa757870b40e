import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future
from pathlib import Path
from textwrap import dedent

import psutil
import pytest

from phulien_analysis import kernels, notebooks, workers
from phulien_analysis.errors import InterpreterError, NotebookError, PhulienError, WorkersError
from phulien_analysis.kernels import Failed
from phulien_analysis.notebooks import Finished, Limits, Pool, Progress, Task, check_notebooks, run_notebooks
from tests.made_up_notebooks import cells, notebook, task

ROOT = Path(__file__).parents[1]
SHORT = Limits(start=30, cell=2)
TELL_WHERE = """
import json, os, sys, warnings
import matplotlib
import IPython.paths
warnings.warn("this is for whoever runs it")
print(json.dumps({
    "month": month,
    "lang": lang,
    "folder": os.path.basename(os.getcwd()),
    "python": sys.executable,
    "seed": os.environ["PYTHONHASHSEED"],
    "startup": globals().get("startup_was_here"),
    "font": matplotlib.rcParams["font.size"],
    "profile": os.path.exists(os.path.join(IPython.paths.get_ipython_dir(), "mark-of-the-user")),
    "backend": matplotlib.get_backend(),
}))
"""


TO_THE_WORKER = """
import os, pathlib, signal
for file in (pathlib.Path(os.environ["IPYTHONDIR"]).parent / "workers").iterdir():
    os.kill(int(file.name), signal.{})
"""


def run(
    folder: Path,
    *tasks: Task,
    workers: int | None = None,
    limits: Limits = SHORT,
    progress: Progress | None = None,
) -> list[Finished]:
    """Run tasks in a folder, keeping half-run notebooks in ``kept``."""
    with Pool(workers) as pool:
        return run_notebooks(tasks, folder, keep=folder / "kept", pool=pool, limits=limits, progress=progress)


def failure(folder: Path, *tasks: Task, workers: int | None = None, limits: Limits = SHORT) -> str:
    """What is said when a notebook of the run fails."""
    with pytest.raises(NotebookError) as caught:
        run(folder, *tasks, workers=workers, limits=limits)
    assert caught.value.exit_code == 3
    return str(caught.value)


def until(true: Callable[[], bool], seconds: float = 20) -> bool:
    """Wait until something is true; False if it does not come true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


class Ran:
    """Two notebooks that ran, beside settings of the user that must not matter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[tuple[int, int, str]] = []
        tasks = [
            task(notebook(folder / "a" / "where.ipynb", TELL_WHERE)),
            task(notebook(folder / "a" / "plain.ipynb", "for n in range(3):\n    print(n)")),
        ]
        work = folder / "work"
        work.mkdir()
        self.finished = run(work, *tasks, progress=lambda *told: self.told.append(told))
        self.where = json.loads("".join(cells(tasks[0].target)[2]["outputs"][0]["text"]))


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run under a user who has settings, a start-up file and a kernel of their own that does not work."""
    importlib.import_module("matplotlib.font_manager")  # in this process, before there are such settings
    folder = tmp_path_factory.mktemp("ran")
    home = folder / "home"
    kernel = home / "jupyter" / "kernels" / "python3" / "kernel.json"
    for file, text in {
        kernel: json.dumps({"argv": ["false"], "display_name": "Python 3", "language": "python"}),
        home / "startup.py": "startup_was_here = True",
        home / "ipython" / "mark-of-the-user": "",
        home / "matplotlib" / "matplotlibrc": "font.size: 77",
    }.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(home / "jupyter"))
        patch.setenv("PYTHONSTARTUP", str(home / "startup.py"))
        patch.setenv("IPYTHONDIR", str(home / "ipython"))
        patch.setenv("MPLCONFIGDIR", str(home / "matplotlib"))
        patch.setenv("MPLBACKEND", "svg")
        return Ran(folder)


def test_parameters_reach_the_notebook(ran: Ran) -> None:
    """What the run is given stands in place of what the parameters cell says."""
    assert (ran.where["month"], ran.where["lang"]) == ("2025-08", "en")


def test_notebooks_run_in_the_folder_that_is_named(ran: Ran) -> None:
    """The working directory is the given folder, so that data can be named without a path of this machine."""
    assert ran.where["folder"] == "work"


def test_a_notebook_runs_on_our_interpreter_whatever_the_user_has_set(ran: Ran) -> None:
    """The user's kernel, start-up file, IPython profile, matplotlib settings and backend play no part."""
    where = ran.where
    assert (where["python"], where["seed"]) == (sys.executable, "0")
    assert (where["startup"], where["profile"], where["font"]) == (None, False, 10.0)
    assert where["backend"].endswith("inline")


def test_warnings_go_to_whoever_runs_and_not_into_the_notebook(ran: Ran) -> None:
    """The error stream names files of this machine; it is handed back, and taken out of the executed notebook."""
    first, second = ran.finished
    assert any("this is for whoever runs it" in line for line in first.warnings)
    assert second.warnings == ()
    assert {output["name"] for output in cells(first.task.target)[2]["outputs"]} == {"stdout"}


def test_progress_is_told_after_every_notebook(ran: Ran) -> None:
    """The callback hears how many are done, how many there are, and which one was done."""
    assert [told[:2] for told in ran.told] == [(1, 2), (2, 2)]
    assert {told[2] for told in ran.told} == {"where.ipynb", "plain.ipynb"}


def test_results_come_in_the_order_of_the_tasks_with_their_seconds(ran: Ran) -> None:
    """Whichever notebook ends first, results stand as the tasks do."""
    assert [one.task.source.name for one in ran.finished] == ["where.ipynb", "plain.ipynb"]
    assert all(0 < one.seconds < 60 for one in ran.finished)


def test_an_executed_notebook_holds_nothing_that_differs_from_run_to_run(ran: Ran) -> None:
    """No times, versions, paths or random ids are left; prints that came in pieces are one output."""
    target = ran.finished[1].task.target
    document = json.loads(target.read_text(encoding="utf-8"))
    assert "papermill" not in document["metadata"]
    assert document["metadata"]["language_info"] == {"name": "python"}
    assert [cell["id"] for cell in document["cells"]] == ["cell-1", "cell-2", "cell-3"]
    assert [cell["metadata"] for cell in document["cells"]] == [
        {"tags": ["parameters"]},
        {"tags": ["injected-parameters"]},
        {},
    ]
    assert document["cells"][2]["outputs"] == [
        {"name": "stdout", "output_type": "stream", "text": ["0\n", "1\n", "2\n"]}
    ]
    assert str(ran.folder) not in target.read_text(encoding="utf-8")


def test_the_same_notebook_run_elsewhere_gives_the_same_bytes(ran: Ran, tmp_path: Path) -> None:
    """Run again in another folder, the executed notebook does not differ by a byte."""
    again = task(notebook(tmp_path / "b" / "plain.ipynb", "for n in range(3):\n    print(n)"))
    run(tmp_path, again)
    assert again.target.read_bytes() == ran.finished[1].task.target.read_bytes()


def test_a_failing_cell_is_told_in_one_line_and_ends_the_others(tmp_path: Path) -> None:
    """The error names notebook, cell, its first line and the cause; the half-run notebook is kept; none runs on."""
    pid = tmp_path / "pid"
    stuck = f"import os, pathlib, time\npathlib.Path({str(pid)!r}).write_text(str(os.getpid()))\ntime.sleep(600)"
    wait = f"import pathlib, time\nwhile not pathlib.Path({str(pid)!r}).exists():\n    time.sleep(0.05)"
    said = failure(
        tmp_path,
        task(notebook(tmp_path / "bad.ipynb", wait, "# Why\nthere['is']  # nothing\n", "1 + 1")),
        task(notebook(tmp_path / "stuck.ipynb", stuck)),
        workers=2,
        limits=Limits(cell=60),
    )
    kept = tmp_path / "kept" / "bad.ipynb"
    cause = "NameError: name 'there' is not defined"
    assert said == f"bad.ipynb, cell [4] `# Why`: {cause}; the half-run notebook is {kept}"
    assert [cell.get("execution_count") for cell in cells(kept) if cell["cell_type"] == "code"] == [1, 2, 3, 4, None]
    kernel = int(pid.read_text())
    assert until(lambda: not psutil.pid_exists(kernel)), "the kernel of the other notebook still runs"


def test_a_cell_that_takes_too_long_is_told(tmp_path: Path) -> None:
    """A cell beyond its limit ends the run and is named."""
    slow = task(notebook(tmp_path / "slow.ipynb", "import time\ntime.sleep(600)"))
    assert "slow.ipynb, cell [3] `import time`: it took longer than 1 s" in failure(
        tmp_path, slow, limits=Limits(start=30, cell=1)
    )


def test_an_interpreter_that_dies_is_told(tmp_path: Path) -> None:
    """Code that ends its own interpreter, as running out of memory does, is named with its cell."""
    dying = task(notebook(tmp_path / "dying.ipynb", "1 + 1", "import os; os._exit(9)"))
    said = failure(tmp_path, dying)
    assert said.startswith("dying.ipynb, cell [4] `import os; os._exit(9)`: the interpreter died")
    assert (tmp_path / "kept" / "dying.ipynb").is_file()


def test_an_interpreter_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no kernel comes up the notebook is named as failing at its start."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    said = failure(tmp_path, task(notebook(tmp_path / "never.ipynb", "1 + 1")))
    assert said.startswith("never.ipynb, at its start: its interpreter did not start within 30 s")


def test_a_notebook_that_was_never_begun_is_left_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no half-run notebook the error names the notebook itself."""
    one = task(notebook(tmp_path / "one.ipynb"))
    monkeypatch.setattr(notebooks, "_result", lambda _future, _tasks: Failed(one, "made up"))
    monkeypatch.setattr(kernels, "run_notebook", print)
    assert failure(tmp_path, one) == f"made up; the half-run notebook is {one.source}"


def test_a_worker_that_is_killed_is_told(tmp_path: Path) -> None:
    """If the system ends the process that runs a notebook, the notebook is named and the way out."""
    said = failure(tmp_path, task(notebook(tmp_path / "fatal.ipynb", TO_THE_WORKER.format("SIGKILL"))), workers=1)
    assert said == (
        "a process was ended from outside while it ran fatal.ipynb; if memory ran out, run again with --workers 1"
    )


def hang(one: Task, *_rest: object) -> None:
    """A stand-in for ``run_notebook`` that never ends."""
    one.begun.touch()
    time.sleep(600)


def test_a_worker_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook that has not ended long after all its limits is given up; the same pool then runs the next one."""
    one = task(notebook(tmp_path / "one.ipynb", "1 + 1"))
    monkeypatch.setattr(notebooks, "GRACE", 0.5)
    monkeypatch.setattr(workers, "PATIENCE", 0.5)
    with Pool(1) as pool:
        monkeypatch.setattr(notebooks, "run_notebook", hang)
        with pytest.raises(NotebookError) as caught:
            run_notebooks([one], tmp_path, keep=tmp_path / "kept", pool=pool, limits=Limits(start=0, cell=0))
        monkeypatch.setattr(notebooks, "run_notebook", kernels.run_notebook)
        assert str(caught.value) == "one.ipynb: what runs it hangs, beyond all its time limits; it was ended"
        run_notebooks([one], tmp_path, keep=tmp_path / "kept", pool=pool)
    assert one.target.exists()


def test_workers_that_never_come_to_be_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that hangs when it is imported would hold a run for ever: it ends, with what to look at."""
    monkeypatch.setattr(workers, "LOADING", 0)
    monkeypatch.setattr(Pool, "_workers", failing)
    with pytest.raises(WorkersError, match="end, or hang for 0 s, while they load their packages") as caught:
        run(tmp_path, task(notebook(tmp_path / "one.ipynb", "1 + 1")))
    assert caught.value.exit_code == 70


def failing(_pool: Pool) -> None:
    """What a pool does whose workers cannot be forked."""
    time.sleep(0.2)
    raise EOFError


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs POSIX signals")
def test_ctrl_c_is_for_the_main_process_alone(tmp_path: Path) -> None:
    """Ctrl-C reaches every process of a terminal; a worker takes no notice, and leaves it to the one that ends it."""
    interrupt = TO_THE_WORKER.format("SIGINT")
    (finished,) = run(tmp_path, task(notebook(tmp_path / "one.ipynb", interrupt)), workers=1)
    assert finished.task.target.exists()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs POSIX signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_no_process_outlives_a_run_that_is_ended(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    """After Ctrl-C, and even after ``kill -9``, neither workers nor kernels stay, and no traceback is shown."""
    pid = tmp_path / "pid"
    stuck = f"import os, pathlib, time\npathlib.Path({str(pid)!r}).write_text(str(os.getpid()))\ntime.sleep(600)"
    notebook(tmp_path / "stuck.ipynb", stuck)
    script = tmp_path / "script.py"
    script.write_text(
        dedent("""
        import sys
        from pathlib import Path
        from phulien_analysis.notebooks import Pool, Task, run_notebooks
        if __name__ == "__main__":
            here = Path(__file__).parent
            task = Task(here / "stuck.ipynb", here / "done.ipynb", {})
            try:
                with Pool() as pool:
                    run_notebooks([task], here, keep=here / "kept", pool=pool)
            except KeyboardInterrupt:
                sys.exit(130)
        """),
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script], env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert until(lambda: pid.exists() and bool(pid.read_text()), 60), "the notebook did not start"
        started = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        os.killpg(process.pid, sent) if sent == signal.SIGINT else process.send_signal(sent)
        assert process.wait(20) == code
        gone = until(lambda: not any(one.is_running() and one.status() != "zombie" for one in started))
        assert gone, [one for one in started if one.is_running()]
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        (
            'moth = "2025-07"\nlang = "vi"',
            "the parameter 'month' is expected, but its cell 'parameters' defines moth, lang; did you mean 'moth'?",
        ),
        (None, "one.ipynb: 0 cells are tagged 'parameters', expected one"),
        ("month = = 1", "one.ipynb: line 1 of the cell tagged 'parameters' is not Python: invalid syntax"),
        ("", "one.ipynb: the parameter 'month' is expected, but its cell 'parameters' defines nothing"),
    ],
)
def test_a_parameter_that_the_notebook_does_not_know_is_refused(
    tmp_path: Path, parameters: str | None, said: str
) -> None:
    """A misspelt parameter would be ignored without a word: it is told, with what was found and expected."""
    one = task(notebook(tmp_path / "one.ipynb", "print(month)", parameters=parameters))
    with pytest.raises(PhulienError) as caught:
        run(tmp_path, one)
    assert caught.value.exit_code == 2
    assert said in str(caught.value)
    assert not one.target.exists(), "a notebook was started all the same"


def test_parameters_with_a_type_or_several_values_are_known(tmp_path: Path) -> None:
    """Annotated assignments define parameters, too; whole numbers are allowed."""
    one = notebook(
        tmp_path / "one.ipynb", parameters='"""Note."""\nmonth: str = "2025-07"  # the month\nlang = ward = "vi"'
    )
    check_notebooks([task(one, ward=7)])


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Every notebook is looked at before anything is said, and each problem is said once."""
    tasks = [
        task(tmp_path / "gone.ipynb"),
        task(notebook(tmp_path / "one.ipynb"), ward=None),
        task(notebook(tmp_path / "one.ipynb"), ward=None),
        task(notebook(tmp_path / "two.ipynb"), lang=["vi"]),
    ]
    (tmp_path / "text.ipynb").write_text("not JSON", encoding="utf-8")
    tasks.append(task(tmp_path / "text.ipynb"))
    with pytest.raises(PhulienError) as caught:
        check_notebooks(tasks)
    lines = str(caught.value).splitlines()
    assert lines[0] == "no notebook was started:"
    assert lines[1] == f"  gone.ipynb: there is no such notebook in {tmp_path}"
    assert "one.ipynb: the parameter 'ward' is expected" in lines[2]
    assert lines[3] == "  two.ipynb: lang is ['vi']; text or a whole number was expected"
    assert "text.ipynb: this is not a notebook that can be read" in lines[4]
    assert len(lines) == 5


def test_nothing_to_run_is_no_error(tmp_path: Path) -> None:
    """An empty list of tasks ends at once, with an empty list of results."""
    none: Sequence[Task] = []
    assert run(tmp_path, *none) == []


def test_a_worker_that_is_asked_after_the_end_is_told(tmp_path: Path) -> None:
    """A thread that is late, of a run that was ended, starts no new processes."""
    with Pool(1, "stock") as pool:
        pool.start()
    with pytest.raises(CancelledError):
        pool.submit(os.getpid)


def test_workers_of_a_cluster_that_are_gone_are_told_with_what_they_ran(tmp_path: Path) -> None:
    """Why, in the words of whoever lost them, and which notebooks were begun; a start of new ones may help."""
    ran, waited = (task(notebook(tmp_path / f"{name}.ipynb")) for name in ("ran", "waited"))
    ran.begun.touch()
    lost: Future[Finished | Failed] = Future()
    lost.set_exception(BrokenExecutor("the cluster's scheduler has gone"))
    with pytest.raises(InterpreterError) as caught:
        notebooks._result(lost, [ran, waited])
    assert str(caught.value) == "ran.ipynb: the cluster's scheduler has gone"
