"""What failed for a reason that may have passed is tried again; all else is not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from phulien_analysis.errors import PhulienError

WAIT = 5.0
"""Seconds before another try: a machine that was short of memory or processes has had time to end some."""
T = TypeVar("T")


def persistently(
    build: Callable[[], T], retries: int, told: Callable[[PhulienError, int], None], *, wait: float | None = None
) -> T:
    """Call ``build``, and again, at most ``retries`` times, after an error that may pass.

    ``told`` is called with each such error and the number of the next try, counted from 1.

    Raises:
        PhulienError: one that does not pass, or that of the last try.
    """
    for number in range(2, retries + 2):
        try:
            return build()
        except PhulienError as error:
            if not error.may_pass:
                raise
            told(error, number)
            time.sleep(WAIT if wait is None else wait)
    return build()
