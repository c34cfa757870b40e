"""The benchmark's parts work; how long anything takes is not tested."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import nbformat
import pytest

from benchmarks import measuring, ways
from benchmarks.chart import draw
from benchmarks.commands import edit
from benchmarks.fuzz import read_data, read_document
from benchmarks.fuzz_files import KINDS
from benchmarks.job import Job, job_of, job_parser
from benchmarks.lean import lean_lock, needed
from benchmarks.measuring import Cost, measure, read_parent, read_proportional_size
from benchmarks.notebook_sets import ROOT, made_up_set, product_set
from benchmarks.performance_page import PAGE, PLACE, renewed
from benchmarks.results import Results, read_results, say_seconds, table
from benchmarks.telling import COMMANDS, EDITIONS, WAYS, tell
from benchmarks.wards import make_wards
from benchmarks.ways import ALL_NAMES, LIMIT, LOOP_ONLY, Environment, run_way, way_named
from phulien_analysis import load_report
from phulien_analysis.report import months

HERE = Environment("here", Path(sys.executable).parent)
ROLLUP = """\
5581e0a00000-7ffd5b9f3000 ---p 00000000 00:00 0                          [rollup]
Rss:               11000 kB
Pss:                5123 kB
Pss_Dirty:           900 kB
Pss_Anon:            800 kB
"""


def sample_results() -> Results:
    """Two ways and the limit, three sizes and a command."""
    results = Results({"date": "2026-01-01"})
    for name, seconds in (("A", 30.0), ("C", 10.0), ("ours", 4.0), (LIMIT, 2.5)):
        results.of(WAYS, "July 2025, here", name, 14).add(Cost(seconds, 2 * seconds, 100 << 20))
    for count, seconds in ((10, 31.5), (1, 4.5), (110, 331.5)):
        results.of(EDITIONS, "", str(count), 15 * count).add(Cost(seconds, seconds, 200 << 20))
    results.of(COMMANDS, "", "phulien --help").add(Cost(0.25, 0.2))
    return results


# ---- what is measured


def test_proportional_size_is_read_once() -> None:
    """Of a rollup's lines the one of PSS as a whole counts: 5123 kB, not its kinds beside it."""
    assert read_proportional_size(ROLLUP) == 5123 * 1024


def test_parent_is_read_behind_any_name() -> None:
    """A process may be called `x) R 1 (`; its parent is still 77."""
    assert read_parent("123 (x) R 1 () S 77 123 123 0 -1") == 77


def test_memory_of_all_processes_is_seen(tmp_path: Path) -> None:
    """The peak is that of the whole tree: a grandchild's 200 MiB are in it."""
    inner = "import time; held = bytearray(200 << 20); time.sleep(1.5)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    cost = measure([sys.executable, "-c", outer], os.environ, tmp_path, memory=True)
    assert 200 << 20 <= cost.peak < 400 << 20


def test_processor_time_of_orphans_is_counted(tmp_path: Path) -> None:
    """A process that outlives its parent for a moment is waited for, and its work is counted."""
    inner = "import time\nwhile time.process_time() < 0.4: pass"
    outer = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {inner!r}])"
    assert measure([sys.executable, "-c", outer], os.environ, tmp_path).processor >= 0.4


def test_failed_command_is_told_with_its_words(tmp_path: Path) -> None:
    """A way that fails is not a quick way: its exit code and last words are raised."""
    with pytest.raises(measuring.CommandFailed, match=r"(?s)ended with 3.*no such luck"):
        measure([sys.executable, "-c", "print('no such luck'); exit(3)"], os.environ, tmp_path)


def test_other_children_are_left_alone(tmp_path: Path) -> None:
    """A process that was there before is neither waited for nor counted: not its 200 MiB."""
    held = "import time; held = bytearray(200 << 20); print(len(held), flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", held], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        cost = measure([sys.executable, "-c", "import time; time.sleep(0.7)"], os.environ, tmp_path, memory=True)
        assert other.poll() is None
        other.kill()
    assert 0 < cost.peak < 100 << 20


def test_process_left_behind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command leaves running makes the measurement fail."""
    monkeypatch.setattr(measuring, "LINGER", 0.2)
    outer = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(1)'])"
    with pytest.raises(measuring.CommandFailed, match="were still there"):
        measure([sys.executable, "-c", outer], os.environ, tmp_path)


# ---- what is run


def test_made_up_wards_have_the_months_figures(tmp_path: Path) -> None:
    """Three wards are listed, each with July's 213 figures."""
    data = make_wards(tmp_path / "data", 3)
    assert [months(data, f"ward-{number:03}") for number in (1, 2, 3)] == [["2025-07"]] * 3
    assert len(load_report("2025-07", "ward-003", data).figure_list) == 213


def test_made_up_notebooks_are_valid(tmp_path: Path) -> None:
    """Two are asked for, two are made; they differ, and Jupyter's own check passes them."""
    made = made_up_set(tmp_path / "made-up", 2)
    first, second = (nbformat.read(path, as_version=4) for path in sorted(made.folder.iterdir()))
    nbformat.validate(first)
    assert len(made) == 2
    assert first.cells[3].source != second.cells[3].source


def test_job_is_read_as_it_was_written(tmp_path: Path) -> None:
    """What a way is given by its arguments is what it reads, letters beyond ASCII included."""
    job = Job(tmp_path, {"ward": "phường"}, tmp_path / "out", 3)
    assert job_of(job_parser("").parse_args(job.arguments())) == job


@pytest.mark.parametrize("name", ["C", "ours"])
def test_ways_make_a_page_of_a_made_up_notebook(tmp_path: Path, name: str) -> None:
    """A way runs a notebook and makes its page, and says what that cost."""
    costs = run_way(way_named(name), made_up_set(tmp_path / "made-up", 1, steps=100_001), HERE, 1, memory=False)
    assert list(costs) == [name]
    assert costs[name].seconds > 0


def test_limit_is_shared_and_told_twice(tmp_path: Path) -> None:
    """The limit is told with its imports and without: the first is more."""
    costs = run_way(way_named(LIMIT), product_set(tmp_path / "july", 1), HERE, 2, memory=False)
    assert costs[LIMIT].seconds > costs[LOOP_ONLY].seconds > 0


def test_way_that_makes_no_pages_is_found_out(tmp_path: Path) -> None:
    """A command that ends well and makes nothing is not taken for a quick one."""
    idle = replace(way_named("A"), command=lambda _environment, _job: ["true"])
    with pytest.raises(AssertionError, match="A made 0 pages of 1"):
        run_way(idle, made_up_set(tmp_path / "made-up", 1), HERE, 2, memory=False)


def test_lean_environment_leaves_out_the_lab() -> None:
    """The lean lock has what a run needs, down to what that needs, and neither JupyterLab nor the tools."""
    lock = lean_lock((ROOT / "requirements.txt").read_text("utf-8"), needed())
    names = {line.partition("==")[0] for line in lock.splitlines() if line[:1].isalpha()}
    assert {"papermill", "nbconvert", "pandas", "numpy", "pyzmq"} <= names
    assert not {"jupyterlab", "mypy", "pytest", "rfc3987-syntax"} & names
    assert lock.count("--hash=sha256:") >= len(names)


def test_edited_notebook_is_another(tmp_path: Path) -> None:
    """The edit changes the file, which stays a notebook."""
    file = next(product_set(tmp_path / "july", 1).folder.iterdir())
    before = json.loads(file.read_text("utf-8"))
    edit(file)
    after = json.loads(file.read_text("utf-8"))
    assert len(after["cells"]) == len(before["cells"])
    assert after != before


# ---- what is told


def test_seconds_are_told_with_their_spread() -> None:
    """The median of 3, 1 and 2 is 2, from 1 to 3; ten seconds and more have one digit."""
    assert say_seconds([3.0, 1.0, 2.0]) == "2.00 (1.00–3.00)"
    assert say_seconds([12.34]) == "12.3"


def test_table_has_its_columns_under_one_another() -> None:
    """Cells are as wide as the widest of their column; numbers stand on the right."""
    assert table(["way", "s"], [["A", "12.5"], ["ours", "3"]]).splitlines() == [
        "| way  |    s |",
        "|:-----|-----:|",
        "| A    | 12.5 |",
        "| ours |    3 |",
    ]


def test_ways_are_told_against_c_and_the_limit() -> None:
    """C takes 10 / 4 = 2.5 times as long as ours, which takes 4 / 2.5 = 1.6 times the limit, 4 / 14 = 0.29 s a page."""
    row = next(line for line in tell(sample_results())[WAYS].splitlines() if line.startswith("| ours"))
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "ours",
        "4.00",
        "0.29",
        "2.5",
        "1.60",
        "8.00",
        "100",
    ]


def test_further_pages_and_a_city_are_reckoned() -> None:
    """100 editions more, 1500 pages, take 300 s more: 0.2 s each; 114 wards take 331.5 + 4 * 15 * 0.2 = 343.5 s."""
    told = tell(sample_results())[EDITIONS]
    row = next(line for line in told.splitlines() if line.startswith("| 110"))
    assert " ".join(row.split()) == "| 110 | 1650 | 331.5 | 3.01 | 0.201 | 0.200 | 0.201 | 200 |"
    assert "114 wards would be published in 5 min 44 s (reckoned from 10 and 110)." in told


def test_city_is_measured_where_it_was_run() -> None:
    """Where 114 editions were run, their time is told as measured."""
    results = sample_results()
    results.of(EDITIONS, "", "114", 1710).add(Cost(300, 300))
    assert "114 wards were published in 5 min 0 s (measured)." in tell(results)[EDITIONS]


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    """What was measured survives its file."""
    sample_results().write(tmp_path / "measured.json")
    assert read_results(tmp_path / "measured.json") == sample_results()


def test_page_has_a_place_for_every_table() -> None:
    """Each kind of table has one place in docs/performance.md, and the page with all renewed has each of them."""
    page, told = PAGE.read_text("utf-8"), tell(sample_results())
    assert [place[2] for place in PLACE.finditer(page)] == ["chart", "machine", WAYS, EDITIONS, COMMANDS]
    again = renewed(page, told)
    assert all(text in again for text in told.values())
    assert renewed(again, told) == again


def test_page_names_every_way() -> None:
    """What each way is, is said on the page."""
    page = PAGE.read_text("utf-8")
    assert [name for name in ALL_NAMES if f"| {name} |" not in page] == []


def test_chart_is_drawn_as_text_on_white(tmp_path: Path) -> None:
    """The chart's words can be found as text, and it has a white ground of its own; drawn twice it is the same."""
    for name in ("one.svg", "two.svg"):
        draw(sample_results(), tmp_path / name)
    text = (tmp_path / "one.svg").read_text("utf-8")
    assert "July 2025, here: seconds to 14 pages" in text
    assert "fill: #ffffff" in text
    assert text == (tmp_path / "two.svg").read_text("utf-8")
    assert ways.LIMIT in text


def test_changed_files_end_in_a_result_or_a_refusal(tmp_path: Path) -> None:
    """A few files of each kind, changed at random, are all told of; the same seed makes the same files."""
    first = [(kind.write(_made(tmp_path / f"a{n}"), Random(n)), kind) for n, kind in enumerate(KINDS.values())]  # noqa: S311
    again = [kind.write(_made(tmp_path / f"b{n}"), Random(n)) for n, kind in enumerate(KINDS.values())]  # noqa: S311
    for (path, kind), same in zip(first, again, strict=True):
        if path.suffix != ".docx":  # a package has the time in it
            assert path.read_bytes() == same.read_bytes()
        said = (read_data if kind.is_data else read_document)(path)
        assert said in {"result", "refusal"}, said


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
