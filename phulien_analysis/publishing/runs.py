"""Many editions in one run: some are built at a time, so that workers never wait; one that fails stops no other."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from phulien_analysis.catalogue import load_catalogue
from phulien_analysis.endings import ended_in
from phulien_analysis.errors import NotFoundError, PhulienError, UnexpectedError
from phulien_analysis.messages import Lang
from phulien_analysis.notebooks import Progress
from phulien_analysis.publishing.diskfaults import disk_fault
from phulien_analysis.publishing.editions import Edition, Wanted
from phulien_analysis.report import latest_month, months

NOTEBOOKS = 10
"""About as many has an edition at least: fewer editions at a time would leave workers waiting."""
ALL = "all"
"""Stands for every ward."""
Build = Callable[[Wanted, Progress], Edition]
"""Builds one edition, and tells its progress."""


@dataclass(frozen=True)
class Failure:
    """An edition that could not be built, and why."""

    wanted: Wanted
    error: PhulienError


def wanted_editions(
    month: str | None, wards: Sequence[str], data: Path, languages: tuple[Lang, ...], *, force: bool = False
) -> list[Wanted]:
    """Of each ward the month, or its latest; ``all`` wards are those that have it.

    Raises:
        NotFoundError: there is no such ward, or none that has the month; said before anything is run.
    """
    catalogue, names = load_catalogue(data), list(dict.fromkeys(wards))
    for ward in names:
        if ward != ALL:
            catalogue.ward(ward)
    if ALL in names:
        known = {ward: months(data, ward) for ward in catalogue.wards}
        names = [ward for ward, there in known.items() if (there if month is None else month in there)]
        if not names:
            msg = f"no ward has figures of {month or 'any month'} in {data}; phulien list says what there is"
            raise NotFoundError(msg)
    return [Wanted(latest_month(ward, data) if month is None else month, ward, languages, force) for ward in names]


def build_editions(
    wanted: Sequence[Wanted], build: Build, progress: Progress | None = None, *, workers: int = 1
) -> Iterator[Edition | Failure]:
    """Build every edition, in the order in which they are finished; one alone is built in this thread.

    Some are built at a time: while the pages of one are written and checked, notebooks of the next are run.
    """
    tally = _Tally(len(wanted), progress)
    if len(wanted) == 1:
        yield _outcome(wanted[0], partial(build, wanted[0], tally.of(wanted[0])))
        return
    threads = ThreadPoolExecutor(2 + workers // NOTEBOOKS, thread_name_prefix="edition")
    try:
        futures = {threads.submit(build, one, tally.of(one)): one for one in wanted}
        for future in as_completed(futures):
            one = futures.pop(future)
            tally.end(one)
            yield _outcome(one, future.result)
    except BaseException:
        threads.shutdown(wait=False, cancel_futures=True)
        raise
    threads.shutdown()


def _outcome(wanted: Wanted, build: Callable[[], Edition]) -> Edition | Failure:
    try:
        return build()
    except PhulienError as error:
        return Failure(wanted, error)
    except OSError as error:
        return Failure(wanted, disk_fault(error, Path(tempfile.gettempdir())))
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not stop the others
        if end := ended_in(error):
            raise end from None
        return Failure(wanted, UnexpectedError(error))


class _Tally:
    """Notebooks done in all editions; of those not begun, as many are expected as the others have on average."""

    def __init__(self, editions: int, progress: Progress | None) -> None:
        self._editions = editions
        self._progress = progress
        self._done: dict[Wanted, int] = {}
        self._all: dict[Wanted, int] = {}
        self._lock = threading.Lock()

    def of(self, wanted: Wanted) -> Progress:
        """The progress of one edition, which tells that of all."""

        def told(done: int, of_all: int, name: str) -> None:
            with self._lock:
                self._done[wanted], self._all[wanted] = done, of_all
                expected = round(sum(self._all.values()) / len(self._all) * self._editions)
                if self._progress:
                    self._progress(sum(self._done.values()), expected, f"{wanted.ward} {wanted.month} {name}")

        return told

    def end(self, wanted: Wanted) -> None:
        """No more comes of an edition."""
        with self._lock:
            self._all[wanted] = self._done.setdefault(wanted, 0)
