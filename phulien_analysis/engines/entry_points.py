"""The engines as papermill finds them, in its entry points.

Papermill loads these when it is itself imported, and engines are made from papermill's classes; so what is named here
loads its engine only when it is asked something.
"""

from __future__ import annotations

import importlib
from typing import Any


class Named:
    """An engine by its name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        engines = importlib.import_module("phulien_analysis.engines.engine")
        return getattr(getattr(engines, self._name), attribute)


forked = Named("ForkedEngine")
forked_zmq = Named("ForkedZMQEngine")
