"""What a notebook may take: seconds, memory, the network."""

from __future__ import annotations

from dataclasses import dataclass

from phulien_analysis.engines.confinement import Confinement, obstacle
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, mark

MIB = 1 << 20
CELL = 120
"""Seconds that a cell may run, unless somebody says otherwise."""
NO_MEMORY = ("MemoryError", "start new thread", "Cannot allocate memory")
NO_NETWORK = ("Network is unreachable", "name resolution", "Name or service not known", "resolve host")
"""Words of errors that a limit may be behind."""


@dataclass(frozen=True)
class Limits:
    """Of a notebook: seconds that its kernel may take to start, and each cell to run; what the kernel is denied.

    ``memory``: MiB that each of its processes may have for data, of which what is imported takes a part (0: any
    number); ``offline``: without the network. What a notebook shows does not depend on them: it keeps them, or fails.
    """

    start: int = 60
    cell: int = CELL
    memory: int = 0
    offline: bool = False

    @property
    def confinement(self) -> Confinement:
        """What kernels are denied."""
        return Confinement(self.memory * MIB, self.offline)

    def require(self) -> None:
        """See that this system can keep them.

        Raises:
            PhulienError: it cannot; nothing is run with fewer limits than were asked for.
        """
        if self.confinement != Confinement() and (reason := obstacle(self.confinement)):
            options = " ".join(["--memory"] * bool(self.memory) + ["--offline"] * self.offline)
            text = mark("this system cannot keep notebooks to {options} ({reason}); run on one that can, or without")
            raise PhulienError(Message(text, {"options": options, "reason": reason}))

    def hint(self, cause: str | None = None) -> str:
        """The limits that may be behind a failure, to be added to its cause, which a dead interpreter does not tell."""
        hints = []
        if self.memory and (cause is None or any(words in cause for words in NO_MEMORY)):
            hints.append(f"; --memory allows it {self.memory} MiB")
        if self.offline and cause is not None and any(words in cause for words in NO_NETWORK):
            hints.append("; --offline keeps it from the network")
        return "".join(hints)
