"""The data goes one way: the table in docs/design.md is the order, and imports keep to it."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "phulien_analysis"
DESIGN = ROOT / "docs" / "design.md"
# Where one comes in who imports the package or runs `python -m`: these may import anything.
ENTRANCES = {PACKAGE / "__init__.py", PACKAGE / "__main__.py"}
SLOW_TO_IMPORT = ("matplotlib", "nbconvert", "pandas", "papermill")


def modules_in_order() -> list[str]:
    """The modules of the table in docs/design.md; the first imports none of the others."""
    page = DESIGN.read_text("utf-8")
    table = re.search(r"^\| module \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)", page, re.MULTILINE)
    assert table, "docs/design.md has no table that begins with `| module |`"
    first_cells = [row.split("|")[1] for row in table[1].splitlines()]
    return [name for cell in first_cells for name in re.findall(r"`(\w+)/?`", cell)]


def modules_on_disk() -> set[str]:
    """The modules and sub-packages directly inside the package."""
    return {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in source_files()}


def source_files() -> list[Path]:
    """Every source file of the package but its entrances."""
    return sorted(set(PACKAGE.rglob("*.py")) - ENTRANCES)


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of all that the file imports, at its top or inside a function."""
    package = file.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(file.read_text("utf-8"), str(file))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            whole = ".".join([*base, *filter(None, [node.module])])
            yield from ((node.lineno, f"{whole}.{alias.name}") for alias in node.names)


def imported_modules(file: Path, known: set[str]) -> Iterator[tuple[int, str]]:
    """Line and module; the module is empty where the file imports from the package as a whole."""
    for line, name in imports(file):
        root, _, rest = name.partition(".")
        if root == PACKAGE.name and rest != "__version__":
            module = rest.split(".")[0]
            yield line, module if module in known else ""


def test_table_names_every_module_once() -> None:
    """The table of docs/design.md has a row for every module, and no row without one."""
    rows, found = modules_in_order(), modules_on_disk()
    twice = sorted({name for name in rows if rows.count(name) > 1})
    assert not found - set(rows), f"docs/design.md has no row for {sorted(found - set(rows))}"
    assert not set(rows) - found, f"docs/design.md has rows without a module: {sorted(set(rows) - found)}"
    assert not twice, f"docs/design.md names these twice: {twice}"


def test_imports_go_upwards() -> None:
    """A module imports only from modules above it, and never from the package as a whole."""
    rank = {name: place for place, name in enumerate(modules_in_order())}
    problems = []
    for file in source_files():
        own = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for line, module in sorted(set(imported_modules(file, modules_on_disk()))):
            where = f"{file.relative_to(ROOT)}:{line}"
            if not module:
                problems.append(f"{where} imports from the package as a whole, not from a module")
            elif module != own and rank.get(module, -1) >= rank.get(own, len(rank)):
                problems.append(f"{where} imports `{module}`, which is not above `{own}`")
    remedy = "Against the order of docs/design.md; move what is shared upwards, or argue there:"
    assert not problems, "\n".join([remedy, *problems])


def test_command_line_starts_without_slow_packages() -> None:
    """`phulien --help` answers at once: the command line does not import what only a run needs."""
    code = "import sys, phulien_analysis.cli; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    slow = sorted(set(SLOW_TO_IMPORT) & set(answer.stdout.split()))
    assert not slow, f"importing phulien_analysis.cli imports {slow}; import them where they are used"
