"""The notebooks that are run: the product's own, and made-up ones that compute for a second each."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]
COUNT = 10
STEPS = 8_000_000
"""Of the calculation in a made-up notebook: a second or so."""


@dataclass(frozen=True)
class NotebookSet:
    """Notebooks in a folder, with the parameters that all of them take."""

    name: str
    folder: Path
    parameters: Mapping[str, str]

    def __len__(self) -> int:
        return len(list(self.folder.glob("*.ipynb")))


def product_set(to: Path, only: int | None = None) -> NotebookSet:
    """The notebooks of July 2025, or the first of them; copied, since a way may leave files beside them."""
    to.mkdir(parents=True)
    for source in sorted((ROOT / "notebooks").glob("*.ipynb"))[:only]:
        shutil.copy(source, to)
    parameters = {"month": "2025-07", "ward": "phu-lien", "lang": "vi", "data": str(ROOT / "data")}
    return NotebookSet("July 2025", to, parameters)


def made_up_set(to: Path, count: int = COUNT, steps: int = STEPS) -> NotebookSet:
    """Made-up notebooks of nine cells, each with a table and two charts."""
    to.mkdir(parents=True)
    for number in range(count):
        sources = [source.format(number=number, steps=steps) for source in CELLS]
        first = nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}, id="parameters")
        prose = nbformat.v4.new_markdown_cell(f"# Made up {number}\n\nNothing in here is a real figure.", id="title")
        code = [nbformat.v4.new_code_cell(source, id=f"cell-{at}") for at, source in enumerate(sources)]
        notebook = nbformat.v4.new_notebook(cells=[prose, first, *code], metadata=METADATA)
        nbformat.write(notebook, to / f"{number:02}_made_up.ipynb")
    return NotebookSet("a second each", to, {"seed": "3"})


METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
PARAMETERS = 'seed = "1"'
CELLS = (
    """\
import base64
import io

import matplotlib.pyplot as plt
import pandas as pd


class Picture:
    def __init__(self, figure, words):
        self.figure, self.words = figure, words

    def _repr_mimebundle_(self, **_):
        file = io.BytesIO()
        self.figure.savefig(file, format="png")
        plt.close(self.figure)
        data = base64.b64encode(file.getvalue()).decode()
        return {{"image/png": data}}, {{"image/png": {{"alt": self.words}}}}""",
    """\
value, values = int(seed) + {number}, []
for step in range({steps}):
    value = (value * 1103515245 + 12345) % 2147483648
    if step % 100000 == 0:
        values.append(value / 2147483648)""",
    """\
table = pd.DataFrame({{"place": range(len(values)), "value": values}})
table["group"] = table["place"] % 5
print(len(table), "rows")""",
    'table.groupby("group")["value"].agg(["count", "mean", "min", "max"])',
    """\
figure, axes = plt.subplots(figsize=(6, 3))
axes.plot(table["place"], table["value"])
Picture(figure, "A line of made-up values")""",
    """\
figure, axes = plt.subplots(figsize=(6, 3))
axes.hist(table["value"], bins=12)
Picture(figure, "How the made-up values are spread")""",
    'table["value"].describe().to_frame()',
)
