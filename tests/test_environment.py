"""What is installed: the three lists of packages say the same, and a wheel holds all it needs."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Set
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.txt").read_text("utf-8")
CONDA: dict[str, Any] = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))

# What conda-forge calls differently. The two shorter ones leave out a window toolkit and pandoc.
CONDA_NAMES = {
    "jupyter-client": "jupyter_client",
    "matplotlib": "matplotlib-base",
    "nbconvert": "nbconvert-core",
    "pdfminer-six": "pdfminer.six",
    "playwright": "playwright-python",
    "prometheus-client": "prometheus_client",
}
OURS = {"phulien_analysis", "tests", "benchmarks"}
NOT_PYTHON_PACKAGES = {"python", "make", "pip"}

_PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)(?: ; [^\\]+)? \\")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
_CONDA_PIN = re.compile(r"(?P<name>[a-z0-9_.-]+)==?(?P<version>[0-9.]+\.\*)")


def imported_packages(folder: str) -> Iterator[tuple[str, str]]:
    """Place and name of what a folder imports, but for Python's own modules and ours."""
    for file in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"), str(file))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            else:
                continue
            for name in {name.partition(".")[0] for name in names} - OURS - sys.stdlib_module_names:
                yield f"{file.relative_to(ROOT)}:{node.lineno}", name


def undeclared(folder: str, declared: Set[str]) -> list[str]:
    """What a folder imports of packages that are there only because another package needs them."""
    problems = []
    distributions = packages_distributions()
    for place, name in imported_packages(folder):
        owners = {canonicalize_name(owner) for owner in distributions.get(name, [])}
        if not declared & owners:
            package = " or ".join(sorted(owners)) or "no installed package"
            problems.append(f"{place} imports {name}, of {package}")
    return problems


def direct_dependencies() -> dict[str, Requirement]:
    """What pyproject.toml asks for, to run, to work in notebooks and to develop."""
    project = PYPROJECT["project"]
    lines = chain(project["dependencies"], *project["optional-dependencies"].values())
    return {canonicalize_name(line.name): line for line in map(Requirement, lines)}


def locked_versions() -> dict[str, set[Version]]:
    """Versions of each package of the lock; there are several where the Python decides."""
    versions = defaultdict(set)
    for pin in map(_PINNED.fullmatch, LOCK.splitlines()):
        if pin:
            versions[pin["name"]].add(Version(pin["version"]))
    return versions


def locked_for_this_package() -> set[str]:
    """The packages that the lock says it holds because pyproject.toml asks for them."""
    name, asked_for = "", set()
    for line in LOCK.splitlines():
        if pin := _PINNED.fullmatch(line):
            name = pin["name"]
        elif line.endswith(" phulien-analysis (pyproject.toml)"):
            asked_for.add(name)
    return asked_for


def conda_lines() -> list[str]:
    """The packages of environment.yml, those of its pip section included."""
    by_pip = [line for entry in CONDA["dependencies"] if isinstance(entry, dict) for line in entry["pip"]]
    by_conda = [line for line in CONDA["dependencies"] if isinstance(line, str)]
    return [line for line in by_conda + by_pip if re.split("[ =]", line)[0] not in NOT_PYTHON_PACKAGES]


def test_library_imports_only_what_it_declares() -> None:
    """The library imports nothing that is there by chance: it declares each package, that of an extra as an extra."""
    project = PYPROJECT["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["dask"]
    lines += project["optional-dependencies"]["pdf"]
    declared = {canonicalize_name(Requirement(line).name) for line in lines}
    problems = undeclared("phulien_analysis", declared)
    assert not problems, "\n".join(["Add to `dependencies` in pyproject.toml, then `make lock`:", *problems])


def test_tests_import_only_what_is_declared() -> None:
    """Tests and benchmarks import only packages that pyproject.toml names."""
    declared = set(direct_dependencies())
    problems = undeclared("tests", declared) + undeclared("benchmarks", declared)
    assert not problems, "\n".join(["Add to `dev` in pyproject.toml, then `make lock`:", *problems])


def test_lock_holds_every_direct_dependency() -> None:
    """Every package of pyproject.toml is locked, at a version that it allows, and no other as if it were one."""
    locked, needs = locked_versions(), direct_dependencies()
    problems = [
        f"{need} is locked at {', '.join(map(str, locked[name])) or 'no version'}"
        for name, need in needs.items()
        if not locked[name] or not all(need.specifier.contains(version) for version in locked[name])
    ]
    problems += [f"{name} is locked, but no longer asked for" for name in locked_for_this_package() - needs.keys()]
    assert not problems, "\n".join(["Run `make lock`:", *problems])


def test_lock_pins_and_hashes_everything() -> None:
    """Each line of the lock is one exact version or one hash, and no version is without a hash."""
    lines = [line for line in LOCK.splitlines() if not line.lstrip().startswith("#")]
    odd = [line for line in lines if not _PINNED.fullmatch(line) and not _HASH.fullmatch(line)]
    assert not odd, "\n".join(["Not a pinned version, nor a hash; run `make lock`:", *odd])
    bare = [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if _PINNED.fullmatch(line) and not _HASH.fullmatch(following)
    ]
    assert not bare, "\n".join(["Without a hash; run `make lock`:", *bare])


def test_lock_names_no_place() -> None:
    """The lock works wherever packages come from: it names no host, no index and no folder."""
    placed = [line for line in LOCK.splitlines() if "/" in line or line.startswith("-")]
    assert not placed, "\n".join(["A place is named in requirements.txt; run `make lock`:", *placed])


def test_conda_has_the_same_packages() -> None:
    """Who uses conda gets the packages of pyproject.toml, in the locked minor versions."""
    locked = locked_versions()
    expected = {
        CONDA_NAMES.get(name, name): {f"{'.'.join(map(str, version.release[:2]))}.*" for version in locked[name]}
        for name in direct_dependencies()
    }
    pins = [pin for line in conda_lines() if (pin := _CONDA_PIN.fullmatch(line))]
    found = {pin["name"]: pin["version"] for pin in pins}
    problems = [
        f"{name}: expected {' or '.join(expected.get(name, ['no such line']))}, found {found.get(name, 'no such line')}"
        for name in sorted(expected.keys() | found.keys())
        if found.get(name) not in expected.get(name, set())
    ]
    assert not problems, "\n".join(["Change these lines of environment.yml:", *problems])


def test_conda_pins_every_line_and_installs_the_package() -> None:
    """Every line of environment.yml is a pinned package, but the last, which is this package."""
    *packages, last = conda_lines()
    odd = [line for line in packages if not _CONDA_PIN.fullmatch(line)]
    assert not odd, "\n".join(["Pin these in environment.yml as name=1.2.*:", *odd])
    assert last == "-e .", "environment.yml has to end with `- -e .` in its pip section"


def test_oldest_python_is_the_same_everywhere() -> None:
    """The oldest Python is one: of the package, of conda, of ruff and mypy, and of the Makefile."""
    assert PYPROJECT["project"]["requires-python"] == ">=3.11"
    assert "python >=3.11" in CONDA["dependencies"]
    assert PYPROJECT["tool"]["ruff"]["target-version"] == "py311"
    assert PYPROJECT["tool"]["mypy"]["python_version"] == "3.11"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "sys.version_info < (3, 11)" in makefile
    assert "--python-version 3.11" in makefile


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what a wheel of the package puts into an environment."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


@pytest.mark.parametrize("pattern", ["data/*.*", "data/*/*.csv", "notebooks/*.ipynb", "notebooks/guides/*.ipynb"])
def test_wheel_brings_data_and_notebooks(installed: Path, pattern: str) -> None:
    """A wheel holds the data and the notebooks of the checkout, all of them."""
    share = installed / "phulien_analysis" / "share"
    expected = sorted(path.relative_to(ROOT) for path in ROOT.glob(pattern))
    assert expected
    assert sorted(path.relative_to(share) for path in share.glob(pattern)) == expected


def from_the_wheel(installed: Path, folder: Path, *arguments: str) -> str:
    """What Python says when it runs with an installed wheel in a folder outside of any checkout."""
    answer = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(installed), "PHULIEN_DATA": "", "PHULIEN_NOTEBOOKS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_wheel_works_without_a_checkout(installed: Path, tmp_path: Path) -> None:
    """Where there is no checkout around, an installed package finds its own data and notebooks."""
    code = "from phulien_analysis import folders; print(folders.data_folder(), folders.notebooks_folder(), sep='\\n')"
    share = installed / "phulien_analysis" / "share"
    assert from_the_wheel(installed, tmp_path, "-c", code).splitlines() == [
        str(share / "data"),
        str(share / "notebooks"),
    ]


def test_an_installed_wheel_publishes_a_month(installed: Path, tmp_path: Path) -> None:
    """Outside of any checkout `phulien run` publishes from what the wheel holds: notebooks, template, words, data."""
    from_the_wheel(installed, tmp_path, "-m", "phulien_analysis", "run", "2025-07", "--out", "site")
    edition = tmp_path / "site" / "phu-lien" / "2025-07"
    assert len(list((edition / "notebooks").glob("*.ipynb"))) == 14
    assert "104,5" in (edition / "budget-revenue.html").read_text("utf-8")
