"""Workers of a Dask cluster in place of processes of this machine; they must see the same folders by the same names."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from weakref import WeakSet

from phulien_analysis.errors import PhulienError

if TYPE_CHECKING:
    from distributed import Client

TIMEOUT = 30
"""Seconds in which the scheduler must answer, and have a worker."""
P = ParamSpec("P")
T = TypeVar("T")
Packages = Mapping[str, str]


@contextmanager
def connect(scheduler: str, packages: Callable[[], Packages]) -> Iterator[ClusterExecutor]:
    """The cluster of a scheduler (``tcp://host:port``) as an executor.

    ``packages`` tells, by name, what results depend on: it must be the same here and on every worker.

    Raises:
        PhulienError: the extra ``dask`` is not installed, the scheduler does not answer, it has no workers, or one
            of them has other packages.
    """
    with _client(scheduler) as client:
        _check_workers(client, scheduler, packages)
        executor = ClusterExecutor(client)
        try:
            yield executor
        finally:
            executor.shutdown(cancel_futures=True)


@contextmanager
def _client(scheduler: str) -> Iterator[Client]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
        from distributed.comm.addressing import get_address_host_port  # noqa: PLC0415
    except ImportError as error:
        msg = "--scheduler needs Dask, which is not installed; pip install 'phulien_analysis[dask]'"
        raise PhulienError(msg) from error
    try:
        socket.create_connection(get_address_host_port(scheduler), TIMEOUT).close()  # Dask would try until it is tired
        client = Client(scheduler, timeout=TIMEOUT)
    except (OSError, ValueError) as error:
        msg = f"no Dask scheduler answers at {scheduler!r} ({error}); start one with: dask scheduler"
        raise PhulienError(msg) from error
    with client:
        yield client


def _check_workers(client: Client, scheduler: str, packages: Callable[[], Packages]) -> None:
    """See that there are workers, and that what they make is what would be made here."""
    try:
        client.wait_for_workers(1, TIMEOUT)
    except TimeoutError as error:
        msg = f"the Dask scheduler at {scheduler} has no workers; start some with: dask worker {scheduler} --nthreads 1"
        raise PhulienError(msg) from error
    ours = packages()
    for worker, theirs in sorted(client.run(packages).items()):
        other = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
        if other:
            first = f"{other[0]} {theirs.get(other[0], 'missing')} instead of {ours.get(other[0], 'none')}"
            more = f" and {len(other) - 1} more" if len(other) > 1 else ""
            msg = f"the worker {worker} has another environment ({first}{more}); install the same there as here"
            raise PhulienError(msg)


class ClusterExecutor(Executor):
    """The workers of a cluster; what goes wrong with them is told as :mod:`concurrent.futures` tells it."""

    def __init__(self, client: Client) -> None:
        self.workers = len(client.nthreads())
        self._theirs = client.get_executor(pure=False)
        self._ours: WeakSet[Future[Any]] = WeakSet()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a worker call a function; another does, if that one ends meanwhile."""
        ours: Future[T] = Future()
        theirs = self._theirs.submit(fn, *args, **kwargs)
        ours.add_done_callback(lambda _ours: theirs.cancel())
        theirs.add_done_callback(partial(_hand_on, ours))
        self._ours.add(ours)
        return ours

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls."""
        if cancel_futures:
            for future in list(self._ours):
                future.cancel()
        self._theirs.shutdown(wait and not cancel_futures)


def _hand_on(ours: Future[T], theirs: Future[T]) -> None:
    from distributed import KilledWorker  # noqa: PLC0415 - an extra

    if not ours.set_running_or_notify_cancel():
        return
    if theirs.cancelled():
        ours.set_exception(BrokenExecutor("the cluster's scheduler has gone"))
    elif isinstance(error := theirs.exception(), KilledWorker):
        ours.set_exception(BrokenExecutor(f"{error.allowed_failures + 1} workers ended while they ran it"))
    elif error is not None:
        ours.set_exception(error)
    else:
        ours.set_result(theirs.result())
