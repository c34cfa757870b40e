"""What holds for every file of the repository, whatever it is about."""

import ast
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from phulien_analysis import __version__

ROOT = Path(__file__).parents[1]
MODULE_LINES = 400
FUNCTION_LINES = 50
CELL_LINES = 8
# Without git, what a build or a run makes is told by its name.
MADE = {".git", ".venv", "build", "dist", "site", "__pycache__", ".ipynb_checkpoints"}
MADE |= {".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"}

MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:work|root|home|Users)\b|[A-Z]:\\+Users\b|(?<![\w./-])/tmp\b")
REGISTRY = re.compile(
    r"pypi\.org|python[h]osted|npmjs\.(?:org|com)|registry\.(?:npm|yarn)|anaconda\.(?:org|com)|"
    r"(?:deb|security|archive)\.(?:debian|ubuntu)|crates\.io|proxy\.golang"
)
LINK = re.compile(r"\]\(<?([^()\s>]+)>?(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]:\s+(\S+)(?:\s+\"[^\"]*\")?\s*$", re.MULTILINE)
CODE_IN_PROSE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is or would be committed."""
    command = [
        "git",
        "-C",
        str(ROOT),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive, or no git
        parts = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        return tuple(ROOT / path for path in sorted(parts) if not MADE & set(path.parts) and (ROOT / path).is_file())
    return tuple(ROOT / name for name in sorted(set(listing.split("\0"))) if name and (ROOT / name).is_file())


def files_ending(suffix: str) -> list[Path]:
    """The files of the repository with this ending."""
    return [path for path in repository_files() if path.suffix == suffix]


def where(path: Path, line: int | None = None) -> str:
    """The place as one would type it: a path from the root, and a line."""
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def text_lines() -> Iterator[tuple[Path, int, str]]:
    """File, number and text of every line that is text."""
    for path in repository_files():
        content = path.read_bytes()
        if b"\0" not in content:
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
                yield path, number, line


def code_cells() -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and content of every code cell of the notebooks."""
    for path in files_ending(".ipynb"):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        for number, cell in enumerate(cells, start=1):
            if cell["cell_type"] == "code":
                yield f"{where(path)}, cell {number}", cell


def source(cell: dict[str, Any]) -> str:
    """The text of a cell, which the format keeps whole or line by line."""
    return "".join(cell["source"]).rstrip()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of the file, inner ones too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    text = re.sub(r"^(```|~~~).*?^\1", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+\s+(.+?)\s*#*$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    """The links of a page that stay inside the repository."""
    prose = CODE_IN_PROSE.sub("", page.read_text("utf-8"))
    targets = [unquote(inline or reference) for inline, reference in LINK.findall(prose)]
    return [target for target in targets if not re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE)]


def leads_nowhere(page: Path, link: str) -> bool:
    """Whether a reader of a fresh clone who follows the link finds nothing."""
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    known = {*repository_files(), *chain.from_iterable(path.parents for path in repository_files())}
    if target not in known:
        return True
    return bool(anchor) and target.suffix == ".md" and anchor not in anchors(target)


def test_no_file_names_a_place_of_one_machine() -> None:
    """No file holds a path of one machine; a test may speak of the temporary folder."""
    problems = [
        f"{where(path, number)}: {found[0]}"
        for path, number, line in text_lines()
        for found in MACHINE_PATH.finditer(line)
        if not (found[0] == "/tmp" and path.is_relative_to(ROOT / "tests"))  # noqa: S108
    ]
    assert not problems, "\n".join(["Write a path from the repository's root, or ask for a folder:", *problems])


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is the machine's business: no file holds a registry's host."""
    problems = [
        f"{where(path, number)}: {found[0]}" for path, number, line in text_lines() for found in REGISTRY.finditer(line)
    ]
    assert not problems, "\n".join(["Leave the host out, and name the package only:", *problems])


def test_notebooks_hold_no_results() -> None:
    """A notebook in the repository asks; what it answers is made by a run."""
    problems = [place for place, cell in code_cells() if cell["outputs"] or cell["execution_count"] is not None]
    assert not problems, "\n".join(["These cells hold results; run `make format`:", *problems])


def test_notebook_cells_are_short() -> None:
    """A code cell is at most 8 lines and defines nothing: what computes lives in the library."""
    problems = [
        f"{place} has {len(lines)} lines"
        for place, cell in code_cells()
        if len(lines := source(cell).splitlines()) > CELL_LINES
    ]
    problems += [
        f"{place} defines something"
        for place, cell in code_cells()
        if re.search(r"^\s*(?:async\s+def|def|class)\b", source(cell), re.MULTILINE)
    ]
    assert not problems, "\n".join(["Move what these cells do into phulien_analysis/views:", *problems])


def test_modules_are_short() -> None:
    """A source file has fewer than 400 lines: more is two subjects."""
    problems = [
        f"{where(path)} has {length} lines"
        for path in files_ending(".py")
        if (length := len(path.read_text("utf-8").splitlines())) >= MODULE_LINES
    ]
    assert not problems, "\n".join(["Split by subject:", *problems])


def test_functions_are_short() -> None:
    """A function has at most 50 lines, its docstring included."""
    problems = [
        f"{where(path, node.lineno)}: {node.name} has {length} lines"
        for path in files_ending(".py")
        for node in functions(path)
        if node.end_lineno and (length := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not problems, "\n".join(["Give a part of it a name of its own:", *problems])


def test_changelog_tells_of_this_version() -> None:
    """The newest version of CHANGELOG.md is the package's, and the package says so itself."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    newest = re.search(r"^## \[?([^\s\]]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest, "CHANGELOG.md has no heading such as `## 0.1.0`"
    assert newest[1] == version, f"pyproject.toml says {version}, CHANGELOG.md begins with {newest[1]}"
    assert __version__ == version, f"phulien_analysis.__version__ is {__version__}, not {version}"


@pytest.mark.parametrize("page", files_ending(".md"), ids=where)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link of a page to another file, or to a heading, is there in a fresh clone."""
    broken = [link for link in links(page) if leads_nowhere(page, link)]
    assert not broken, f"{where(page)} links to what is not in the repository: {', '.join(broken)}"
