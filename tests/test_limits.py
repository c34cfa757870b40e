"""What a notebook may take: seconds, memory, the network; by every engine, and told where it fails."""

import os
import resource
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from phulien_analysis import kernels, limits
from phulien_analysis.cli import main
from phulien_analysis.engines import confinement, forks
from phulien_analysis.engines.confinement import Confinement, obstacle
from phulien_analysis.errors import NotebookError, PhulienError
from phulien_analysis.limits import Limits
from phulien_analysis.notebooks import Pool, run_notebooks
from phulien_analysis.workers import EngineName
from tests.made_up import MONTH, WARD
from tests.made_up_notebooks import cells, notebook, task
from tests.made_up_site import World, tree

ENGINES: tuple[EngineName, ...] = ("forked", "forked-zmq", "stock")
CONFINED = Limits(memory=700, offline=True)
IN_A_KERNEL = """
import os, resource, socket, threading
print(resource.getrlimit(resource.RLIMIT_DATA))
print(open("/proc/net/dev").read().count(":"))
listener = socket.create_server(("127.0.0.1", 0))
print(socket.create_connection(listener.getsockname()).getpeername()[0])
print(os.readlink("/proc/self/ns/net"))
"""
NETWORK = Path("/proc/self/ns/net")
NEEDS = {
    "memory": ("x = bytearray(1 << 30)", "MemoryError:; --memory allows it 700 MiB"),
    "numpy": ("import numpy\nnumpy.ones(1 << 27)", "Unable to allocate 1.00 GiB for an array"),
    "child": (
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'bytearray(1 << 30)'], check=True)",
        "returned non-zero exit status 1",
    ),
    "address": ("import socket\nsocket.create_connection(('192.0.2.1', 80))", "Network is unreachable"),
    "name": (
        "import socket\nsocket.create_connection(('made-up.invalid', 80))",
        "Temporary failure in name resolution",
    ),
    "time": ("import time\ntime.sleep(60)", "it took longer than 2 s"),
}

pytestmark = pytest.mark.skipif(not forks.can_fork(), reason="needs Linux")


@dataclass(frozen=True)
class Ran:
    """What was said of each notebook, by its name: what it printed, or why it failed."""

    folder: Path
    said: dict[str, str] = field(default_factory=dict)

    def run(self, name: str, source: str, pool: Pool, limits: Limits) -> None:
        """Run a notebook."""
        one = task(notebook(self.folder / f"{name}.ipynb", source))
        try:
            run_notebooks([one], self.folder, keep=self.folder / f"kept-{name}", pool=pool, limits=limits)
            self.said[name] = "".join(cells(one.target)[-1]["outputs"][0]["text"])
        except NotebookError as error:
            self.said[name] = str(error)


@pytest.fixture(scope="module", params=ENGINES)
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Notebooks run one after the other by the workers of one engine, each with limits of its own."""
    ran = Ran(tmp_path_factory.mktemp(request.param))
    with Pool(1, request.param) as pool:
        ran.run("confined", IN_A_KERNEL, pool, CONFINED)
        for need, (source, _) in NEEDS.items():
            ran.run(need, source, pool, replace(CONFINED, cell=2 if need == "time" else 60))
        ran.run("start", "1 + 1", pool, Limits(start=20, memory=64))
        ran.run("free", IN_A_KERNEL, pool, Limits())
    return ran


def test_a_kernel_is_confined(ran: Ran) -> None:
    """It has 700 MiB for data, which it cannot raise, and one network device, by which it reaches itself."""
    assert ran.said["confined"].splitlines()[:3] == [f"({700 << 20}, {700 << 20})", "1", "127.0.0.1"]


@pytest.mark.parametrize("need", NEEDS)
def test_a_notebook_that_needs_more_fails_and_the_limit_is_named(ran: Ran, need: str) -> None:
    """More memory, in the kernel or in a process that it starts; the network; more time: each is told."""
    source, words = NEEDS[need]
    assert ran.said[need].startswith(f"{need}.ipynb, cell [3] `{source.splitlines()[0]}`: ")
    assert words in ran.said[need]
    hints = {"memory": "--memory", "numpy": "--memory", "address": "--offline", "name": "--offline"}
    named = [option for option in ("--memory", "--offline") if option in ran.said[need]]
    assert named == [*filter(None, [hints.get(need)])]
    assert (ran.folder / f"kept-{need}" / f"{need}.ipynb").is_file()


def test_too_little_memory_to_start_is_told(ran: Ran) -> None:
    """An interpreter does not start with 64 MiB: the notebook fails at its start, and the limit is named."""
    assert ran.said["start"].startswith("start.ipynb, at its start: its interpreter did not start within 20 s")
    assert "; --memory allows it 64 MiB; the half-run notebook is" in ran.said["start"]


def test_without_limits_nothing_is_confined(ran: Ran) -> None:
    """The same workers then run a notebook in the network of all, and with no limit but that of all."""
    limit, _devices, _itself, network = ran.said["free"].splitlines()
    assert (limit, network) == (str(resource.getrlimit(resource.RLIMIT_DATA)), str(NETWORK.readlink()))
    assert ran.said["confined"].splitlines()[3] != network


# Where limits cannot be kept


def test_users_without_rights_have_a_network_of_their_own_too() -> None:
    """Where the plain way is denied, a user namespace is used, in which users are who they were."""
    code = """
import os
from phulien_analysis.engines import confinement
known = confinement._unshare
def denied(what):
    if what == confinement.NEW_NETWORK:
        raise PermissionError
    known(what)
confinement._unshare = denied
confinement.leave_network()
print(os.getuid(), os.getgid(), open("/proc/net/dev").read().count(":"))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{os.getuid()} {os.getgid()} 1\n"


def test_a_command_that_cannot_be_confined_is_not_run() -> None:
    """It ends with the cause, and has done nothing."""
    code = f"""
import runpy, sys, os
def denied(*_command):
    raise AssertionError
os.execvp = denied
sys.argv = ["confinement.py", "0", "1", "echo", "made up"]
import ctypes
class System:
    def __init__(self, *_given, **_options): pass
    def unshare(self, _what): ctypes.set_errno(1); return -1
ctypes.CDLL = System
runpy.run_path({confinement.__file__!r}, run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Operation not permitted (EPERM)\n")


def test_a_system_that_cannot_keep_a_limit_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is run with fewer limits than were asked for; the message says which, and why."""
    monkeypatch.setattr(limits, "obstacle", lambda _limits: "Operation not permitted (EPERM)")
    Limits(cell=1).require()
    with pytest.raises(PhulienError) as caught:
        Limits(memory=100, offline=True).require()
    assert str(caught.value) == (
        "this system cannot keep notebooks to --memory --offline (Operation not permitted (EPERM)); "
        "run on one that can, or without"
    )


def test_other_systems_than_linux_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS there is neither a network of one's own nor a limit that is kept."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert obstacle(Confinement(memory=12345)) == "darwin has no such limits"


def test_nothing_is_begun_where_the_command_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`phulien run --offline` on such a system exits with 2 in a line, and makes no site."""
    monkeypatch.setattr(limits, "obstacle", lambda _limits: "made up")
    world = World(tmp_path / "world")
    assert world.run("--offline", "--lang", "en", "--ward", WARD) == 2
    assert capsys.readouterr().err.startswith("phulien: this system cannot keep notebooks to --offline (made up);")
    assert not world.out.exists()


def test_offline_kernels_that_cannot_be_reached_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """ØMQ over TCP does not reach into another network, and where names of sockets are too long there is no other."""
    folder = f"/made-up/{'long' * 20}"
    monkeypatch.setenv("PHULIEN_SETTINGS", folder)
    assert kernels._connection(offline=False)["KernelManager"]["transport"] == "tcp"
    with pytest.raises(PhulienError, match=f"a name of at most 60 letters, not {folder}; set TMPDIR, or use --engine"):
        kernels._connection(offline=True)


# What the command does with them


def test_limits_are_no_part_of_an_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that keeps its limits makes the edition that one without makes; so nothing has changed for the next."""
    world = World(tmp_path / "world")
    assert world.run("--ward", WARD, "--timeout", "60", "--memory", "700", "--offline") == 0
    made = tree(world.out / ".editions" / WARD / MONTH)
    assert world.run("--ward", WARD) == 0
    assert "Dữ liệu không thay đổi" in capsys.readouterr().out
    assert world.run("--ward", WARD, "--force") == 0
    assert tree(world.out / ".editions" / WARD / MONTH) == made


@pytest.mark.parametrize("wrong", [("--timeout", "0"), ("--memory", "63"), ("--memory", "much")])
def test_limits_that_make_no_sense_are_refused(tmp_path: Path, wrong: tuple[str, str]) -> None:
    """A cell needs a second at least, and an interpreter more than 63 MiB."""
    assert main(["run", *wrong, "--data", str(tmp_path)]) == 2


def test_a_limit_is_named_only_where_it_can_be_behind_a_failure() -> None:
    """Memory where an error speaks of it or an interpreter died, the network where an error speaks of it."""
    both = Limits(memory=700, offline=True)
    assert both.hint() == "; --memory allows it 700 MiB"
    assert both.hint("MemoryError: ") == "; --memory allows it 700 MiB"
    assert both.hint("OSError: Network is unreachable") == "; --offline keeps it from the network"
    assert both.hint("KeyError: 'x'") == ""
    assert Limits().hint("MemoryError: Network is unreachable") == ""
