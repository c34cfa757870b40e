"""Runs notebooks through papermill with one engine, one after the other, in a process of its own.

python -m tests.engine_driver ENGINE < jobs > outcomes: each job is a line of JSON, each outcome, too. It ends with its
standard input. Nothing of pytest is in this process: ipykernel behaves otherwise under pytest.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import sys
import time
import warnings
from typing import Any

import papermill
from papermill.engines import papermill_engines

ENGINES = {
    "stock": "phulien_analysis.engines.engine:StockEngine",
    "zmq": "phulien_analysis.engines.engine:ForkedZMQEngine",
    "forked": "phulien_analysis.engines.engine:ForkedEngine",
}


def outcome(job: dict[str, Any], name: str) -> dict[str, Any]:
    """Run one notebook; how long it took, and what was raised, if anything."""
    os.environ.update(job.pop("environment", {}))
    start = time.monotonic()
    raised: dict[str, str] = {}
    try:
        papermill.execute_notebook(engine_name=name, kernel_name="python3", progress_bar=False, **job)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is compared
        raised = {"kind": f"{type(error).__module__}.{type(error).__qualname__}", "message": str(error)}
        raised |= {part: str(getattr(error, part)) for part in ("ename", "evalue") if hasattr(error, part)}
    return {"seconds": time.monotonic() - start, "raised": raised}


def main(name: str) -> None:
    """Serve jobs."""
    warnings.simplefilter("ignore")
    papermill_log = logging.getLogger("papermill")
    papermill_log.setLevel(logging.INFO)
    papermill_log.addHandler(logging.StreamHandler())
    module, _, engine = ENGINES[name].partition(":")
    papermill_engines.register(name, getattr(importlib.import_module(module), engine))
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a kernel says goes elsewhere
    for line in sys.stdin:
        answers.write(json.dumps(outcome(json.loads(line), name)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
