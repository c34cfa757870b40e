"""A log for programs: one line of JSON a step, with its time, what it was about, and the seconds it took."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, mark

STANDARD_OUTPUT = "-"
Level = Literal["info", "warning", "error"]


class RunLog:
    """Steps of a run as JSON lines (docs/outputs.md); without a ``stream`` it is silent.

    A line that cannot be written ends the log, and not the run: ``broken`` says why.
    """

    def __init__(self, stream: TextIO | None, clock: Callable[[], datetime], name: str = "") -> None:
        self._stream = stream
        self._clock = clock
        self._lock = threading.Lock()
        self.name = name
        self.broken: OSError | None = None

    @property
    def instead(self) -> bool:
        """Whether the lines stand instead of those for people."""
        return self.name == STANDARD_OUTPUT

    def tell(self, step: str, ward: str = "", month: str = "", *, level: Level = "info", **fields: object) -> None:
        """Write the line of a step; what has no value is left out."""
        if self._stream is None or self.broken:
            return
        time = self._clock().isoformat(timespec="milliseconds")
        told = {"time": time, "level": level, "step": step, "ward": ward, "month": month, **fields}
        known = {name: value for name, value in told.items() if value not in (None, "")}
        line = json.dumps(known, ensure_ascii=False)
        with self._lock:
            try:
                self._stream.write(line + "\n")
                self._stream.flush()
            except OSError as error:
                self.broken = error


@contextmanager
def opened(name: str | None, clock: Callable[[], datetime]) -> Iterator[RunLog]:
    """The log of a run: a file, which lines are added to, or ``-``, the standard output.

    At its end the caller looks whether it is ``broken``.

    Raises:
        PhulienError: the file cannot be written.
    """
    if name is None:
        yield RunLog(None, clock)
    elif name == STANDARD_OUTPUT:
        if isinstance(sys.stdout, TextIOWrapper):  # JSON is UTF-8, whatever the terminal is (RFC 8259)
            sys.stdout.reconfigure(encoding="utf-8")
        yield RunLog(sys.stdout, clock, name)
    else:
        try:
            stream = Path(name).open("a", encoding="utf-8", newline="\n")  # noqa: SIM115 - it is closed below
        except OSError as error:
            values = {"file": name, "cause": error.strerror or str(error)}
            text = mark("the log {file} cannot be written ({cause}); name another file, or - for standard output")
            raise PhulienError(Message(text, values)) from error
        try:
            yield RunLog(stream, clock, name)
        finally:
            with suppress(OSError):  # a line that could not be written cannot be at the end, either
                stream.close()
