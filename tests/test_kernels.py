import importlib
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.exceptions import PapermillExecutionError

from phulien_analysis import kernels
from phulien_analysis.kernels import Failed
from phulien_analysis.limits import Limits
from phulien_analysis.notebooks import Task
from tests.made_up_notebooks import code, notebook, task


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PapermillExecutionError(3, 4, "", "KeyError", "'a\\n  b'", []), "KeyError: 'a\\n b'"),
        (CellTimeoutError("made up"), "it took longer than 2 s"),
        (DeadKernelError("made up"), "the interpreter died (the code ended it, or memory ran out)"),
        (RuntimeError("no answer"), "its interpreter did not start within 30 s (no answer)"),
    ],
)
def test_every_cause_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    """An error, a time limit, a death or no start: each has its words, with the cell that was begun last."""

    def fail(one: Task, *_rest: object) -> None:
        begun = {"papermill": {"start_time": "2025-07-01"}, "tags": []}
        document = {"cells": [{**code(source), "metadata": begun} for source in ("a = 1", "", "b = 2\nc = 3")]}
        one.target.write_text(json.dumps({**document, "metadata": {}}), encoding="utf-8")
        raise error

    monkeypatch.setattr(kernels, "_execute", fail)
    one = task(notebook(tmp_path / "one.ipynb"))
    assert kernels.run_notebook(one, tmp_path, Limits(start=30, cell=2), "stock") == Failed(
        one, f"one.ipynb, cell [2] `b = 2`: {said}"
    )


def test_jsonschema_is_made_quick_only_while_it_is_first_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that was loaded before stays; one that was kept out can be loaded afterwards."""
    monkeypatch.setitem(sys.modules, "rfc3987_syntax", sys)
    with kernels.quick_jsonschema():
        assert sys.modules["rfc3987_syntax"] is sys
    monkeypatch.delitem(sys.modules, "rfc3987_syntax")
    with kernels.quick_jsonschema(), pytest.raises(ImportError):
        importlib.import_module("rfc3987_syntax")
    assert "rfc3987_syntax" not in sys.modules


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["one\n", "two"], "one\ntwo"),
        (["10 %\r", "50 %\r", "100 %\n"], "100 %\n"),
        (["a line of Windows\r\n", "another\r\n"], "a line of Windows\r\nanother\r\n"),
        (["số " * 1_000_000], "số " * 1_000_000),
    ],
)
def test_what_is_printed_in_pieces_is_one_output_as_a_terminal_shows_it(written: list[str], shown: str) -> None:
    """Pieces are joined, what a carriage return overwrites is left out; a line of millions of letters takes no time."""
    table = {"output_type": "display_data", "data": {}}
    outputs: list[dict[str, Any]] = [{"output_type": "stream", "name": "stdout", "text": text} for text in written]
    outputs.insert(1, table)
    start = time.monotonic()
    kernels._join_streams(outputs)
    assert time.monotonic() - start < 5
    assert ["".join(outputs[0]["text"]), *outputs[1:]] == [shown, table]


def test_a_notebook_executed_before_is_taken_and_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its copy is put where it is wanted, and what is made of it is made; it took no time."""
    monkeypatch.setattr(kernels, "_run", lambda *_: pytest.fail("it was run"))
    one = task(notebook(tmp_path / "one.ipynb"))
    before = tmp_path / "before.ipynb"
    before.write_text("executed before", encoding="utf-8")
    taken = kernels.run_notebook(
        replace(one, executed=before), tmp_path, Limits(), "stock", lambda done: done.target.read_text("utf-8")
    )
    assert isinstance(taken, kernels.Finished)
    assert (taken.made, taken.reused, taken.seconds) == ("executed before", True, 0)


def test_warnings_are_taken_from_the_page_and_told(tmp_path: Path) -> None:
    """Lines of the error stream, without empty ones, go to whoever runs the notebook; the rest stays."""
    shown = {"output_type": "stream", "name": "stdout", "text": ["42"]}
    warned = {"output_type": "stream", "name": "stderr", "text": ["/made/up/a.py:1: old\n", "\n", "  import a\n"]}
    cell = {"outputs": [shown, warned]}
    assert list(kernels._without_error_stream(cell)) == ["/made/up/a.py:1: old", "  import a"]
    assert cell == {"outputs": [shown]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"language_info": {"name": "python", "version": "3.11.2"}}, {"language_info": {"name": "python"}}),
        ({"papermill": {"duration": 1.5}}, {}),
    ],
)
def test_of_its_kernel_a_notebook_keeps_the_language_alone(
    tmp_path: Path, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """What differs from run to run goes; a notebook that does not name its language is tidied like any other."""
    path = tmp_path / "one.ipynb"
    path.write_text(json.dumps({"cells": [], "metadata": before, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    assert kernels._tidy(path, "vi") == ()
    assert json.loads(path.read_text("utf-8"))["metadata"] == after
