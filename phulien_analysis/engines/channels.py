"""A Jupyter client whose channels are wires, with the asynchronous interface that nbclient uses."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.session import Session

from phulien_analysis.engines.wire import Wire

Message = dict[str, Any]
LOOK = 1.0
"""Seconds after which somebody who waits for a kernel to start looks whether it lives."""


class Channel:
    """Messages over a wire, as :class:`jupyter_client.channels.AsyncZMQSocketChannel` has them over ØMQ."""

    def __init__(self, wire: Wire, session: Session) -> None:
        self._wire = wire
        self._session = session
        self._come: deque[Message] = deque()

    def start(self) -> None:
        """It is open from the beginning."""

    def stop(self) -> None:
        """Close it."""
        self._wire.close()

    def is_alive(self) -> bool:
        """Whether it is open."""
        return not self._wire.closed

    def send(self, message: Message) -> None:
        """Send a message."""
        self._session.send(self._wire, message)  # type: ignore[arg-type]

    async def get_msg(self, timeout: float | None = None) -> Message:
        """The next message; :class:`queue.Empty` where none has come within ``timeout`` seconds."""
        await asyncio.sleep(0)  # others have their turn, however much is said here
        try:
            async with asyncio.timeout(timeout):
                while not await self.msg_ready():
                    await self._readable()
        except TimeoutError:
            raise Empty from None
        return self._come.popleft()

    async def msg_ready(self) -> bool:
        """Whether a message has come."""
        for frames in self._wire.receive():
            _identities, parts = self._session.feed_identities(frames)
            self._come.append(self._session.deserialize(parts))
        return bool(self._come)

    async def _readable(self) -> None:
        loop, something = asyncio.get_running_loop(), asyncio.Event()
        open_ = not self._wire.ended  # a kernel that is gone says nothing, and who waits looks whether it lives
        if open_:
            loop.add_reader(self._wire.fileno(), something.set)
        try:
            await something.wait()
        finally:
            if open_:
                loop.remove_reader(self._wire.fileno())


class Silent:
    """A channel on which nothing is ever said: stdin, which a notebook that is run has not, and the heartbeat."""

    def start(self) -> None:
        """There is nothing to start."""

    def stop(self) -> None:
        """There is nothing to stop."""

    def is_alive(self) -> bool:
        """It never is."""
        return False


class PipedKernelClient(AsyncKernelClient):
    """A client that talks to a kernel over wires: ``shell``, ``iopub`` and ``control``."""

    def connect(self, wires: Sequence[Wire]) -> None:
        """Take the wires."""
        self._shell_channel, self._iopub_channel, self._control_channel = (Channel(w, self.session) for w in wires)
        self._stdin_channel = self._hb_channel = Silent()

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        """Until the kernel answers; its words for what goes wrong are those of the class above.

        What that does beside, to find out whether iopub is connected, and to wait until it is silent, is for ØMQ.
        """
        end = time.monotonic() + (float("inf") if timeout is None else timeout)
        self.kernel_info()
        while True:
            try:
                self._handle_kernel_info_reply(await self.shell_channel.get_msg(timeout=LOOK))
            except Empty:
                if not await self.is_alive():
                    msg = "Kernel died before replying to kernel_info"
                    raise RuntimeError(msg) from None
                if time.monotonic() > end:
                    msg = f"Kernel didn't respond in {timeout:.0f} seconds"
                    raise RuntimeError(msg) from None
            else:
                return

    wait_for_ready = _async_wait_for_ready
