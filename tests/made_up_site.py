"""A made-up site for tests: data, three notebooks, and a place to publish. Nothing in here is a real figure."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from phulien_analysis.audience import INTERNAL, Audience
from phulien_analysis.cli import main
from phulien_analysis.messages import Lang
from phulien_analysis.notebooks import Finished, Pool, Task
from phulien_analysis.publishing import Edition, Wanted, build_edition
from tests.made_up import MONTH, WARD, write_catalogue, write_month

FIGURES = (
    "total actual 2025-07 100 million-dong",
    "part-a actual 2025-07 60 million-dong",
    "part-b actual 2025-07 45 million-dong",
)
PARAMETERS = f'month = "{MONTH}"\nward = "{WARD}"\nlang = "vi"\ndata = ""'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
PAGES = ("index.html", "made-up-topic.html", "empty-topic.html", "findings.html", "figures.html")
JOURNAL = "journal.jsonl"
"""It holds times, and differs from run to run."""
Cell = tuple[str, str, list[str]]


def prose(text: str, *tags: str) -> Cell:
    """A Markdown cell."""
    return "markdown", text, list(tags)


def code(text: str, *tags: str) -> Cell:
    """A code cell."""
    return "code", text, list(tags)


def path_code(path: Path) -> str:
    """Code for a path, which does not spell it: a page that shows a path of a machine is not published."""
    return f"pathlib.Path(*{path.parts!r})"


NOTEBOOKS: dict[str, list[Cell]] = {
    "00_overview": [
        prose("# Tổng quan trong JupyterLab", "vi"),
        prose("# Overview in JupyterLab", "en"),
        code(PARAMETERS, "parameters"),
        code("from IPython.display import HTML, SVG, display"),
        prose("## Có gì đáng chú ý?", "vi"),
        prose("## What stands out?", "en"),
        code("print(f'{ward} {month} {lang} {data}')"),
        prose("For both, see [the topic](01_made_up.ipynb) and [a law](https://example.org/law)."),
    ],
    "01_made_up": [
        code(PARAMETERS, "parameters"),
        code("from IPython.display import HTML, SVG, display"),
        prose("## Bảng\n\n#### Chi tiết", "vi"),
        prose("## Table\n\n#### Detail", "en"),
        code('HTML("<table><caption>Số liệu</caption><tr><th scope=\\"row\\">a</th><td>1 &lt; 2</td></tr></table>")'),
        code(f"display(SVG({DRAWING!r}), metadata={{'image/svg+xml': {{'alt': 'Một hình vẽ'}}}})"),
    ],
    "02_empty": [code(PARAMETERS, "parameters"), prose("Không có số liệu.", "vi"), prose("No figures.", "en")],
}


def in_ward(ward: str, source: str) -> list[tuple[str, str, list[str]]]:
    """The empty topic's notebook, with code that is run in one ward only."""
    lines = "\n".join(f"    {line}" for line in source.strip().splitlines())
    return [*NOTEBOOKS["02_empty"], code(f"if ward == {ward!r}:\n{lines}")]


class World:
    """A made-up data folder, three notebooks and a place for a site."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "site"
        self.data, self.notebooks = folder / "data", folder / "notebooks"
        if self.data.exists():  # a copy of another world
            return
        self.data.mkdir(parents=True)
        write_catalogue(self.data, FIGURES, ["total by-kind: part-a part-b"])
        self.write_month(*FIGURES)
        for name, cells in NOTEBOOKS.items():
            self.write_notebook(name, cells)

    @property
    def shown(self) -> Path:
        """Where readers find the month."""
        return self.out / WARD / MONTH

    def write_month(self, *figures: str, month: str = MONTH) -> None:
        """Write the figures of a month."""
        write_month(self.data, figures, month)

    def add_wards(self, *wards: str) -> None:
        """Add wards that have the same figures as the first."""
        for number, ward in enumerate(wards, start=1):
            row = f"{ward},{80000 + number},99,Phường Giả Định {number},Made-up Ward {number},Thành phố,City\n"
            with (self.data / "wards.csv").open("a", encoding="utf-8", newline="") as file:
                file.write(row)
            write_month(self.data, FIGURES, MONTH, ward)

    def run(self, *arguments: str) -> int:
        """``phulien run`` on this world; its exit code."""
        return main(["run", MONTH, *arguments, "--data", str(self.data), "--out", str(self.out)])

    def command(self, *arguments: str) -> list[str]:
        """The words that run it in a process of its own."""
        run = [sys.executable, "-m", "phulien_analysis", "run", MONTH]
        return [*run, *arguments, "--data", str(self.data), "--out", str(self.out)]

    def names(self) -> dict[str, str]:
        """The name of the edition that is shown, of every ward that has one."""
        return {link.parent.name: link.readlink().name for link in sorted(self.out.glob(f"[!.]*/{MONTH}"))}

    def copied(self, folder: Path) -> "World":
        """The same world in another folder."""
        return World(Path(shutil.copytree(self.folder, folder, symlinks=True)))

    def write_notebook(self, name: str, cells: Iterable[Cell]) -> None:
        """Write a notebook."""
        document = {"cells": [self._cell(*cell) for cell in cells], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        self.notebooks.mkdir(exist_ok=True)
        (self.notebooks / f"{name}.ipynb").write_text(json.dumps(document), encoding="utf-8")

    def build(
        self,
        *,
        month: str = MONTH,
        languages: Iterable[Lang] = ("vi",),
        force: bool = False,
        out: Path | None = None,
        pdf: bool = False,
        url: str = "",
        stage: bool = False,
        audience: Audience = INTERNAL,
    ) -> Edition:
        """Publish a month."""
        wanted = Wanted(month, WARD, tuple(languages), force, pdf, url, stage=stage, audience=audience)
        with Pool() as pool:
            return build_edition(wanted, data=self.data, notebooks=self.notebooks, out=out or self.out, pool=pool)

    def soup(self, page: str) -> BeautifulSoup:
        """A published page, read."""
        return BeautifulSoup((self.shown / page).read_text(encoding="utf-8"), "html5lib")

    @staticmethod
    def _cell(kind: str, source: str, tags: list[str]) -> dict[str, Any]:
        cell: dict[str, Any] = {"cell_type": kind, "metadata": {"tags": tags}, "source": source}
        return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def tree(folder: Path) -> dict[str, str]:
    """Every file under a folder with the hash of its bytes, and every link with its target; without journals."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.name != JOURNAL):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = sha256(path.read_bytes()).hexdigest()
    return found


def without_kernels(asked: list[str]) -> Callable[..., list[Finished[str]]]:
    """A stand-in for ``run_notebooks``: a notebook is taken for executed as it is, and its name put down."""

    def take(
        tasks: Iterable[Task], _folder: Path, *, make: Callable[[Task], str], **_options: object
    ) -> list[Finished[str]]:
        finished = []
        for task in tasks:
            if task.executed is None:
                asked.append(task.source.name)
            document = json.loads(task.source.read_text(encoding="utf-8"))
            for number, cell in enumerate(document["cells"]):
                cell["id"] = f"cell-{number}"
            task.target.write_text(json.dumps({**document, "nbformat_minor": 5}), encoding="utf-8")
            finished.append(Finished(task, seconds=0, made=make(task)))
        return finished

    return take
