"""Workers of a Dask cluster in place of processes of this machine; they must see the same folders by the same names."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from phulien_analysis.errors import PhulienError

TIMEOUT = 30
"""Seconds in which the scheduler must answer."""


@contextmanager
def connect(scheduler: str | None) -> Iterator[Executor | None]:
    """The cluster of a scheduler (``tcp://host:port``) as an executor; None where none is named.

    Raises:
        PhulienError: the extra ``dask`` is not installed, or the scheduler does not answer.
    """
    if scheduler is None:
        yield None
        return
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "--scheduler needs Dask, which is not installed; pip install 'phulien_analysis[dask]'"
        raise PhulienError(msg) from error
    try:
        client = Client(scheduler, timeout=TIMEOUT)
    except (OSError, ValueError) as error:
        msg = f"no Dask scheduler answers at {scheduler} ({error}); start one with: dask scheduler"
        raise PhulienError(msg) from error
    with client:
        yield client.get_executor()
