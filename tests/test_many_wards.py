"""Several wards in one run: each is published or told, whatever becomes of the others."""

import os
import re
import signal
import subprocess
import tracemalloc
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Barrier

import psutil
import pytest

from phulien_analysis.engines import forks
from phulien_analysis.errors import NotFoundError, PhulienError
from phulien_analysis.notebooks import Pool, Progress
from phulien_analysis.publishing import Edition, Failure, Wanted, build_edition, build_editions, wanted_editions
from tests.made_up import MONTH, WARD, write_month
from tests.made_up_site import NOTEBOOKS, World, code, in_ward, path_code, tree
from tests.test_notebooks import TO_THE_WORKER, until

MEGABYTE = 2**20
TWELVE = [f"ward-{number:02}" for number in range(1, 13)]


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world with four more wards."""
    world = World(tmp_path / "world")
    world.add_wards("ward-a", "ward-b", "ward-c", "ward-d")
    return world


def fails_in(ward: str, cause: str) -> list[tuple[str, str, list[str]]]:
    """The first notebook, with a cell that does something bad in one ward."""
    return [*NOTEBOOKS["00_overview"][:4], code(f"if ward == {ward!r}:\n    {cause}"), *NOTEBOOKS["00_overview"][4:]]


# What becomes of each


@dataclass(frozen=True)
class Mixed:
    """A run of five wards in which two fail, and one run after it with one that fails."""

    world: World
    code: int
    out: list[str]
    err: list[str]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    """All five wards are run: the data of b are wrong, a notebook of c fails."""
    world = World(tmp_path_factory.mktemp("mixed") / "world")
    world.add_wards("ward-a", "ward-b", "ward-c", "ward-d")
    write_month(world.data, ["total actual 2025-07 100 milion-dong"], MONTH, "ward-b")
    world.write_notebook("00_overview", fails_in("ward-c", "1 / 0"))
    done = phulien(world, "--ward", "all")
    return Mixed(world, done.returncode, done.stdout.splitlines(), done.stderr.splitlines())


def phulien(world: World, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, so that what other processes say on standard error is seen, too."""
    return subprocess.run(world.command(*arguments), capture_output=True, text=True, check=False, timeout=120)


def test_a_ward_that_fails_does_not_stop_the_others(mixed: Mixed) -> None:
    """Of five wards the three good ones are published, each told once, and listed; the exit code is the gravest."""
    assert mixed.code == 3
    assert sorted(mixed.world.names()) == [WARD, "ward-a", "ward-d"]
    told = [line.split()[7] for line in mixed.out]
    assert sorted(told) == [WARD, "ward-a", "ward-d"]
    listed = (mixed.world.out / "index.html").read_text("utf-8")
    assert re.findall(r'href="([^"]+)/2025-07/index.html"', listed) == [WARD, "ward-a", "ward-d"]


def test_failures_are_listed_at_the_end_with_their_cause(mixed: Mixed) -> None:
    """The lines on standard error name b with row and column, c with notebook and cell, then the count; no more."""
    text = "\n".join(mixed.err)
    assert f"phulien: ward-b {MONTH}: 1 problem(s) in 1 file(s):" in text
    assert "ward-b/2025-07.csv, row 2, column unit: 'milion-dong' is not a unit" in text
    kept = mixed.world.out / ".failed" / "ward-c" / MONTH / "00_overview.ipynb"
    assert (
        f"phulien: ward-c {MONTH}: 00_overview.ipynb, cell [4] `if ward == 'ward-c':`: "
        f"ZeroDivisionError: division by zero; the half-run notebook is {kept}"
    ) in text
    assert mixed.err[-1] == "phulien: 2/5 ấn bản chưa được công bố"
    assert len(mixed.err) == 4


def test_nothing_of_a_ward_that_failed_is_published(mixed: Mixed) -> None:
    """Of b there is nothing; of c the half-run notebook is kept, out of sight; no folder of the building is left."""
    files = [name for name in tree(mixed.world.out) if re.search("ward-[bc]", name) and not name.endswith(".lock")]
    assert files == [f".failed/ward-c/{MONTH}/00_overview.ipynb"]
    assert "ZeroDivisionError" in (mixed.world.out / files[0]).read_text("utf-8")
    assert list(mixed.world.out.rglob(".building-*")) == []


def test_the_next_run_takes_up_what_failed_and_leaves_the_rest(
    mixed: Mixed, capsys: pytest.CaptureFixture[str]
) -> None:
    """With b mended, three stand as they are, b is published, c fails again; with c mended nothing is left of it."""
    world, names = mixed.world, mixed.world.names()
    write_month(world.data, ["total actual 2025-07 100 million-dong"], MONTH, "ward-b")
    capsys.readouterr()
    assert world.run("--ward", "all") == 3
    out, err = capsys.readouterr()
    assert out.count("Dữ liệu không thay đổi") == 3
    assert err.splitlines()[-1] == "phulien: 1/5 ấn bản chưa được công bố"
    assert world.names() == names | {"ward-b": world.names()["ward-b"]}
    world.write_notebook("00_overview", NOTEBOOKS["00_overview"])
    assert world.run("--ward", "ward-c", "--ward", "ward-c") == 0
    out, err = capsys.readouterr()
    assert (len(out.splitlines()), err) == (1, "")
    assert not (world.out / ".failed").exists()


def test_wrong_data_alone_exit_with_2(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no notebook failed, but a month of one ward is not there, the exit code is that of wrong input."""
    (world.data / "ward-b" / f"{MONTH}.csv").unlink()
    assert world.run("--ward", "ward-a", "--ward", "ward-b") == 2
    assert list(world.names()) == ["ward-a"]
    err = capsys.readouterr().err
    assert f"phulien: ward-b {MONTH}: there is no month 2025-07 of ward ward-b" in err


# What is asked for


def test_a_misspelt_ward_is_told_before_anything_is_run(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The good ward named before it is not begun: a long night must not end with a typing error."""
    assert world.run("--ward", "ward-a", "--ward", "ward-aa", "--lang", "en") == 2
    assert capsys.readouterr().err == ("phulien: there is no ward 'ward-aa' in wards.csv; did you mean 'ward-a'?\n")
    assert not world.out.exists()


def test_all_are_the_wards_that_have_the_month(world: World) -> None:
    """``all`` leaves out a ward without the month; without a month, each ward has its own latest one."""
    (world.data / "ward-b" / f"{MONTH}.csv").unlink()
    write_month(world.data, [], "2025-08", "ward-c")
    asked = partial(wanted_editions, data=world.data, languages=("vi",))
    assert [one.ward for one in asked(MONTH, ["all"])] == [WARD, "ward-a", "ward-c", "ward-d"]
    assert [(one.ward, one.month) for one in asked(None, ["all"])][1:3] == [("ward-a", MONTH), ("ward-c", "2025-08")]
    with pytest.raises(NotFoundError, match="no ward has figures of 2031-01 in"):
        asked("2031-01", ["all"])


# How far it is


def built(one: Wanted, notebooks: int, progress: Progress) -> Edition:
    """A stand-in for ``build_edition``: so many notebooks are told as done."""
    for done in range(1, notebooks + 1):
        progress(done, notebooks, f"{done}.ipynb")
    if one.ward == "bad":
        raise PhulienError("made up")
    return Edition(one.ward, one.month, Path(), "name", changed=True)


def test_of_editions_not_begun_as_many_notebooks_are_expected_as_others_have() -> None:
    """With 4 notebooks in each of 3 wards, the first one done is 1 of 12, and the last is 12 of 12."""
    told: list[tuple[int, int, str]] = []
    wanted = [Wanted(MONTH, ward) for ward in "abc"]
    outcomes = list(build_editions(wanted, lambda one, say: built(one, 4, say), lambda *words: told.append(words)))
    assert sorted(one.ward for one in outcomes if isinstance(one, Edition)) == ["a", "b", "c"]
    assert told[0][:2] == (1, 12)
    assert told[0][2] in ("a 2025-07 1.ipynb", "b 2025-07 1.ipynb")
    assert told[-1][:2] == (12, 12)
    assert [done for done, _, _ in told] == list(range(1, 13))


def test_an_edition_that_ended_early_counts_as_what_it_did() -> None:
    """Ward `same` has not changed and runs nothing, `bad` fails: the end is 100 % all the same."""
    told: list[tuple[int, int]] = []
    wanted = [Wanted(MONTH, ward) for ward in ("same", "bad", "c", "d")]
    number = {"same": 0, "bad": 1}
    outcomes = list(
        build_editions(
            wanted,
            lambda one, say: built(one, number.get(one.ward, 3), say),
            lambda done, of, _: told.append((done, of)),
        )
    )
    assert [type(one) for one in outcomes].count(Failure) == 1
    assert told[-1][0] == 1 + 3 + 3


def test_many_workers_have_many_editions_to_work_at() -> None:
    """One edition has about ten notebooks: for 20 workers four editions are built at a time, for one worker two."""
    for at_work, at_once in ((1, 2), (20, 4)):
        together = Barrier(at_once)

        def build(one: Wanted, say: Progress, together: Barrier = together) -> Edition:
            together.wait(5)
            return built(one, 1, say)

        wanted = [Wanted(MONTH, f"{number}") for number in range(at_once)]
        outcomes = list(build_editions(wanted, build, workers=at_work))
        assert [type(one) for one in outcomes] == [Edition] * at_once


def test_the_failure_of_one_alone_is_handed_back(world: World) -> None:
    """One ward is built in the thread that asks; its failure is an outcome, as of several."""
    (only,) = build_editions([Wanted(MONTH, "bad")], lambda one, say: built(one, 1, say))
    assert isinstance(only, Failure)
    assert str(only.error) == "made up"


@dataclass(frozen=True)
class Twelve:
    """Twelve editions that were published one after another."""

    wards: list[str]
    memory: list[int]
    told: list[tuple[int, int]]


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Twelve:
    """What Python holds after each edition (what the system gave it depends on all that ran before); the progress."""
    world = World(tmp_path_factory.mktemp("twelve") / "world")
    world.add_wards(*TWELVE)
    world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code("print('số ' * 200_000)")])  # 1.2 MB of text
    done = Twelve([], [], [])
    tracemalloc.start()
    with Pool() as pool:
        build = partial(build_edition, data=world.data, notebooks=world.notebooks, out=world.out, pool=pool)
        for outcome in build_editions(
            [Wanted(MONTH, ward) for ward in TWELVE],
            lambda one, say: build(one, progress=say),
            lambda so_far, of_all, _: done.told.append((so_far, of_all)),
        ):
            assert isinstance(outcome, Edition)
            done.wards.append(outcome.ward)
            done.memory.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return done


def test_memory_does_not_grow_with_the_number_of_editions(twelve: Twelve) -> None:
    """An edition has a page of 1.2 MB, and eight would be 9.6 MB; one of the last four has less than 4 more."""
    assert min(twelve.memory[-4:]) - min(twelve.memory[:4]) < 4 * MEGABYTE


def test_editions_are_built_in_the_order_asked_for_and_told_as_they_go(twelve: Twelve) -> None:
    """Two are built at a time, so none is finished long before its turn; at the end 36 of 36 notebooks are told."""
    places = [TWELVE.index(ward) for ward in twelve.wards]
    assert sorted(places) == list(range(12))
    assert all(abs(place - turn) <= 2 for turn, place in enumerate(places)), twelve.wards
    assert [done for done, _ in twelve.told] == list(range(1, 37))
    assert {of_all for _, of_all in twelve.told} == {36}


# What comes from outside


def wait_for(file: Path) -> str:
    """Code that waits until a file is there."""
    return f"import pathlib, time\nwhile not {path_code(file)}.exists():\n    time.sleep(0.02)"


def test_a_worker_that_is_killed_takes_along_only_what_was_in_flight(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """The notebook of b kills the workers: b is told with the way out, at most its neighbour, too; the rest goes on."""
    world.write_notebook("02_empty", in_ward("ward-b", TO_THE_WORKER.format("SIGKILL")))
    assert world.run("--ward", "all") == 3
    err = capsys.readouterr().err.splitlines()
    failed = re.findall(
        rf"^phulien: (\S+) {MONTH}: a process was ended from outside while it ran", "\n".join(err), re.MULTILINE
    )
    assert "ward-b" in failed
    assert len(failed) <= 2
    assert "02_empty.ipynb; if memory ran out, run again with --workers 1" in "\n".join(err)
    assert sorted([*world.names(), *failed]) == [WARD, "ward-a", "ward-b", "ward-c", "ward-d"]
    assert list(world.out.rglob(".building-*")) == []


@pytest.mark.skipif(not forks.can_fork(), reason="needs interpreters that are forked")
def test_the_process_that_interpreters_are_forked_from_can_be_replaced(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """The notebook of b kills it: b is told, at most its neighbour, too, and what comes after has a new one."""
    kills = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)"
    world.write_notebook("02_empty", in_ward("ward-b", kills))
    assert world.run("--ward", "all") == 3
    err = capsys.readouterr().err.splitlines()
    failed = [line.split()[1] for line in err if MONTH in line]
    assert "ward-b" in failed
    assert len(failed) <= 2
    assert sorted([*world.names(), *failed]) == [WARD, "ward-a", "ward-b", "ward-c", "ward-d"]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs POSIX signals")
def test_ctrl_c_ends_all_and_leaves_the_site_whole(world: World, tmp_path: Path) -> None:
    """Interrupted while b and c hang: two editions stand and are listed; no process and no half folder stays.

    Their other notebooks, which no worker has begun, are waited for at that moment, and will never end.
    """
    hangs = f"import os, pathlib, time\n({path_code(tmp_path)} / ward).touch()\ntime.sleep(600)"
    world.write_notebook("00_overview", [*in_ward("ward-b", hangs), *in_ward("ward-c", hangs)[-1:]])
    with subprocess.Popen(
        world.command("--ward", "all"), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        hang = [tmp_path / "ward-b", tmp_path / "ward-c"]
        assert until(lambda: all(file.exists() for file in hang) and len(world.names()) == 2, 60)
        started = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read() == "phulien: đã dừng theo tín hiệu SIGINT; nội dung đã công bố giữ nguyên\n"
    assert until(lambda: not any(one.is_running() and one.status() != "zombie" for one in started)), started
    assert list(world.names()) == [WARD, "ward-a"]
    listed = (world.out / "index.html").read_text("utf-8")
    assert re.findall(r'href="([^"]+)/2025-07/index.html"', listed) == [WARD, "ward-a"]
    assert list(world.out.rglob(".building-*")) == []
    assert list(world.out.rglob(".begun")) == []


def test_a_ward_that_fails_ends_its_own_hanging_notebook(world: World, tmp_path: Path) -> None:
    """One notebook of b fails while another hangs: b is over at once, and the others are published."""
    begun = tmp_path / "begun"
    hangs = f"import pathlib, time\n{path_code(begun)}.touch()\ntime.sleep(600)"
    world.write_notebook("02_empty", in_ward("ward-b", hangs))
    waits = "\n".join(f"    {line}" for line in wait_for(begun).splitlines())
    world.write_notebook("00_overview", fails_in("ward-b", f"pass\n{waits}\n    1 / 0"))
    done = phulien(world, "--ward", "all", "--workers", "2")
    assert done.returncode == 3
    assert list(world.names()) == [WARD, "ward-a", "ward-c", "ward-d"]
    assert [line[:15] for line in done.stderr.splitlines()] == ["phulien: ward-b", "phulien: 1/5 ấn"]
