"""The interpreter of a notebook, in a fork: ipykernel's own, whose messages go over plain sockets instead of ØMQ.

What computes and what is shown is ipykernel and IPython, unchanged: shell, display hook, streams, comms. Only what
carries messages is another, since most of the time that a kernel takes to start goes to sockets, threads and waiting.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

import zmq
from ipykernel import ipkernel, kernelapp
from ipykernel.control import ControlThread
from ipykernel.iostream import IOPubThread
from ipykernel.kernelbase import Kernel
from ipykernel.shellchannel import ShellChannelThread
from tornado.ioloop import IOLoop
from traitlets import Any as AnyTrait

from phulien_analysis.engines.wire import KEY, Wire

LAUNCHER = "ipykernel_launcher"
Received = Callable[[list[Any]], Awaitable[None]]
Launch = Callable[[], object]


def start(arguments: list[str], _files: list[int]) -> Launch:
    """What runs ipykernel as it is, as `python -m ipykernel_launcher` does with these arguments."""
    _look_launched(arguments)
    return partial(kernelapp.launch_new_instance, _with_parent(arguments))


def start_piped(arguments: list[str], files: list[int]) -> Launch:
    """What runs ipykernel over three sockets: shell, iopub, control."""
    _look_launched(arguments)
    IPKernelApp.wires = [Wire(socket.socket(fileno=file)) for file in files]
    return partial(IPKernelApp.launch_instance, _with_parent(arguments))


def _look_launched(arguments: Sequence[str]) -> None:
    """As if `python -m ipykernel_launcher` had been called."""
    launcher = find_spec(LAUNCHER)
    sys.argv = [str(launcher and launcher.origin), *arguments]
    sys.orig_argv = [sys.executable, "-m", LAUNCHER, *arguments]


def _with_parent(arguments: Sequence[str]) -> list[str]:
    """The process that ipykernel ends with; it looked for a variable when it was imported, in another process."""
    return [*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"]


class Stream:
    """A wire read by an event loop, which runs in a thread of its own; ipykernel takes it for a ``ZMQStream``."""

    def __init__(self, wire: Wire, io_loop: IOLoop) -> None:
        self.wire = wire
        self.io_loop = io_loop
        self._tasks: set[asyncio.Future[None]] = set()

    def on_recv(self, received: Received, copy: bool = True) -> None:
        """Call back with every message, as frames."""

        def read(*_fd: object) -> None:
            for frames in self.wire.receive():
                task = asyncio.ensure_future(received([zmq.Frame(frame) for frame in frames]))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            if self.wire.ended:
                self.io_loop.remove_handler(self.wire.fileno())

        self.io_loop.add_callback(self.io_loop.add_handler, self.wire.fileno(), read, IOLoop.READ)

    def send_multipart(self, frames: Sequence[Any], *_flags: object, **_options: object) -> None:
        """Send a message."""
        self.wire.send_multipart(frames)

    def flush(self, *_flags: object) -> None:
        """Nothing waits: a message is sent when it is sent."""


class IPythonKernel(ipkernel.IPythonKernel):
    """The kernel with streams that are not ØMQ's; it keeps its name, by which people know and configure it."""

    shell_stream = AnyTrait()
    control_stream = AnyTrait()

    def start(self) -> None:
        """Without the part that waits for a debugger."""
        Kernel.start(self)


class Publisher(Wire):
    """The wire of iopub; ipykernel's publishing thread takes its own means from the socket's context."""

    def __init__(self, end: socket.socket) -> None:
        super().__init__(end)
        self.context = zmq.Context()


class IPKernelApp(kernelapp.IPKernelApp):
    """ipykernel's application without connection file, heartbeat and ØMQ's channels; its log goes by its name, too."""

    kernel_class = IPythonKernel
    wires: Sequence[Wire] = ()

    def init_connection_file(self) -> None:
        """There is none."""

    def write_connection_file(self, **_kwargs: Any) -> None:
        """There is none."""

    def init_heartbeat(self) -> None:
        """The process is watched by the zygote."""

    def log_connection_info(self) -> None:
        """There is no port."""
        self._ports: dict[str, int] = {}

    def init_sockets(self) -> None:
        """Take the sockets that came with the order."""
        atexit.register(self.close)
        self.session.key = KEY
        iopub = Publisher(self.wires[1].socket)
        self.context = iopub.context
        self.control_thread = ControlThread(daemon=True)
        self.shell_channel_thread = ShellChannelThread(self.context, daemon=True)
        self.configure_tornado_logger()  # type: ignore[no-untyped-call]
        self.iopub_thread = IOPubThread(iopub, pipe=True, session=self.session)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket

    def init_kernel(self) -> None:
        """The kernel, on its streams."""
        shell = Stream(self.wires[0], self.shell_channel_thread.io_loop)
        self.shell_channel_thread.shell_stream = shell
        self.control_thread.start()
        self.shell_channel_thread.start()
        self.kernel = self.kernel_class.instance(
            parent=self,
            session=self.session,
            shell_stream=shell,
            control_stream=Stream(self.wires[2], self.control_thread.io_loop),
            control_thread=self.control_thread,
            shell_channel_thread=self.shell_channel_thread,
            iopub_thread=self.iopub_thread,
            iopub_socket=self.iopub_socket,
            log=self.log,
            profile_dir=self.profile_dir,
            user_ns=self.user_ns,
        )
        self.displayhook.get_execution_count = lambda: self.kernel.execution_count
