"""Jupyter messages over a local socket: what ØMQ carries between client and kernel, without ØMQ.

A message is a few frames, as :class:`jupyter_client.session.Session` makes them. On the wire: the number of frames,
the length of each, then the frames (all numbers are unsigned, 4 bytes, big endian).
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

KEY = b"nobody else can write to a wire"
"""What messages are signed with, since Jupyter warns of those that are not."""
_CHUNK = 1 << 16
_AT_ONCE = 64
"""Chunks received in one go: somebody who says much must not keep a listener from everything else."""


def pack(frames: Sequence[bytes | memoryview]) -> bytes:
    """One message as bytes.

    >>> pack([b"ab", b""]).hex(" ", 4)
    '00000002 00000002 00000000 6162'
    """
    views = [memoryview(frame).cast("B") for frame in frames]
    head = struct.pack(f">{len(views) + 1}I", len(views), *(view.nbytes for view in views))
    return b"".join((head, *views))


class Unpacker:
    """Collects bytes as they come, and gives back whole messages."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> None:
        """Take in what was received."""
        self._buffer += data

    def messages(self) -> Iterator[list[bytes]]:
        """Every message that is whole, which is then forgotten."""
        while (message := self._next()) is not None:
            yield message

    def _next(self) -> list[bytes] | None:
        if len(self._buffer) < 4:
            return None
        (count,) = struct.unpack_from(">I", self._buffer)
        start = 4 * (count + 1)
        if len(self._buffer) < start:
            return None
        lengths = struct.unpack_from(f">{count}I", self._buffer, 4)
        stop = start + sum(lengths)
        if len(self._buffer) < stop:
            return None
        frames = []
        for length in lengths:
            frames.append(bytes(self._buffer[start : start + length]))
            start += length
        del self._buffer[:stop]
        return frames


class Wire:
    """One end of a channel; it looks enough like a ØMQ socket for ``Session.send`` and ipykernel to send on it."""

    def __init__(self, end: socket.socket) -> None:
        self.socket = end
        self.ended = False
        self._unpacker = Unpacker()

    def fileno(self) -> int:
        """For event loops."""
        return self.socket.fileno()

    def send_multipart(self, frames: Sequence[Any], *_flags: object, **_options: object) -> None:
        """Send a message, whole; one for whom nobody is left is dropped, as ØMQ drops it."""
        try:
            self.socket.sendall(pack(frames))
        except (BrokenPipeError, ConnectionResetError):
            self.ended = True

    def receive(self) -> list[list[bytes]]:
        """The messages that are there now; ``ended`` is set where the other end has gone. Never waits."""
        for _chunk in range(0 if self.ended else _AT_ONCE):
            try:
                data = self.socket.recv(_CHUNK, socket.MSG_DONTWAIT)
            except BlockingIOError:
                break
            except ConnectionResetError:
                data = b""
            self._unpacker.feed(data)
            if not data:
                self.ended = True
                break
        return list(self._unpacker.messages())

    def stop_receiving(self) -> None:
        """Have the other end know that nobody listens: what it sends from now on is dropped."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RD)

    @property
    def closed(self) -> bool:
        """Whether this end is closed."""
        return self.socket.fileno() < 0

    def close(self, *_linger: object) -> None:
        """Close this end."""
        self.socket.close()
