"""The limit: the cells of the notebooks as plain Python in one warm process, and the same HTML made of what they show.

No kernel, no messages, no fresh interpreter for each, no notebook written. It writes to ``limit.json`` how long all
notebooks took after the imports and after the template was compiled.
"""

from __future__ import annotations

import ast
import io
import json
import time
from collections.abc import Mapping
from contextlib import redirect_stdout
from typing import Any

import matplotlib.pyplot as plt
import nbformat
import pandas as pd

from benchmarks.job import job_of, job_parser
from benchmarks.our_pages import write_around
from phulien_analysis import charts, views
from phulien_analysis.publishing.pages import notebook_html, warm_up

IMPORTED = (charts, pd, plt, views)
"""What notebooks import, here once for all."""


def main() -> int:
    """Run every notebook, make each a page, and say how long that took."""
    job = job_of(job_parser(__doc__).parse_args())
    warm_up()
    started = time.perf_counter(), time.process_time()
    for source in job.sources:
        notebook = nbformat.read(source, as_version=4)
        run_cells(notebook, job.parameters)
        write_around(job.out / source.name, notebook_html(notebook, "vi", source.name, {}))
    seconds, processor = time.perf_counter() - started[0], time.process_time() - started[1]
    (job.out / "limit.json").write_text(json.dumps({"seconds": seconds, "processor": processor}), encoding="utf-8")
    return 0


def run_cells(notebook: Any, parameters: Mapping[str, str]) -> None:  # noqa: ANN401 - nbformat publishes no types
    """Run the code cells one after another, and keep what they show; parameters are set after their cell."""
    names: dict[str, Any] = {"__name__": "__main__"}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, 1):
        cell.execution_count = number
        cell.outputs = run_cell(cell.source, names)
        if "parameters" in cell.metadata.get("tags", []):
            names.update(parameters)


def run_cell(source: str, names: dict[str, Any]) -> list[Any]:
    """Run one cell; what it prints, and the value of its last line."""
    tree, value = ast.parse(source), None
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with redirect_stdout(io.StringIO()) as said:
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - as a notebook does
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307 - as above
    outputs = [nbformat.v4.new_output("stream", text=said.getvalue())] if said.getvalue() else []
    if value is not None:
        data, metadata = forms_of(value)
        outputs.append(nbformat.v4.new_output("execute_result", data=data, metadata=metadata))
    return outputs


def forms_of(value: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401 - whatever a cell ends with
    """The forms in which a value shows itself, as Jupyter asks for them, and what is said about them."""
    if hasattr(value, "_repr_mimebundle_"):
        data, metadata = value._repr_mimebundle_()
        return {"text/plain": repr(value), **data}, metadata
    html = {"text/html": value._repr_html_()} if hasattr(value, "_repr_html_") else {}
    return {"text/plain": repr(value), **html}, {}


if __name__ == "__main__":
    raise SystemExit(main())
