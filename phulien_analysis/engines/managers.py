"""Kernels that are forked or confined, as Jupyter's clients know them: managers, and what starts and ends them."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase
from jupyter_client.session import Session
from traitlets import Bool, Int, List, Unicode

from phulien_analysis.engines.channels import PipedKernelClient
from phulien_analysis.engines.confinement import Confinement
from phulien_analysis.engines.forks import ADDRESS, Fork, fork, zygote_address
from phulien_analysis.engines.wire import KEY, Wire
from phulien_analysis.engines.zygote import Order

LAUNCH = ["-m", "ipykernel_launcher"]
CHANNELS = ("shell", "iopub", "control")
LAST_WORDS = 0.5
"""Seconds for a kernel that is to end to say where it was interrupted; a thread that prints on must not hold it."""


def is_forkable(spec: KernelSpec | None) -> bool:
    """Whether a kernel is this interpreter's ipykernel, started without anything particular."""
    return (
        spec is not None
        and spec.argv[1:3] == LAUNCH
        and _is_this_interpreter(spec.argv[0])
        and not spec.env
        and "kernel_provisioner" not in spec.metadata
    )


def _is_this_interpreter(command: str) -> bool:
    """Whether a command is this interpreter: environments may share its file, but each has links in its own folder."""
    if command in {"python", f"python{sys.version_info[0]}", f"python{sys.version_info[0]}.{sys.version_info[1]}"}:
        return True  # Jupyter takes it for its own
    theirs, ours = Path(command), Path(sys.executable)
    return theirs.parent.resolve() == ours.parent.resolve() and theirs.resolve() == ours.resolve()


class ConfinedProvisioner(LocalProvisioner):
    """Starts a kernel's process that confines itself before it becomes a kernel."""

    parent: ConfinedKernelManager

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start it."""
        return await super().launch_kernel(self.parent.confinement.command(cmd), **kwargs)


class ForkProvisioner(LocalProvisioner):
    """Forks the kernel's process, instead of starting one."""

    parent: ForkedKernelManager
    process: Fork  # type: ignore[assignment] # it has what is used of Popen

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork it from the zygote that has the manager's modules.

        Raises:
            NoForking: there can be none.
            RuntimeError: the zygote is gone.
        """
        manager = self.parent
        environment = {name: value for name, value in kwargs["env"].items() if name != ADDRESS}
        environment["JPY_PARENT_PID"] = str(os.getpid())
        folder = str(Path(kwargs.get("cwd") or ".").resolve())
        arguments = cmd[len(LAUNCH) + 1 :]
        order = Order(manager.entry, arguments, folder, environment, manager.memory, manager.offline)
        self.process = fork(zygote_address(manager.preload), order, (1, 2, *manager.files()))
        self.pid = self.pgid = self.process.pid
        self.cwd = folder
        return self.connection_info

    async def send_signal(self, signum: int) -> None:
        """Signal the process group; the zygote has waited for one that has ended, so its number may be another's."""
        if self.has_process and self.process.poll() is None:
            await super().send_signal(signum)

    async def cleanup(self, restart: bool = False) -> None:
        """Let go of a process that has ended, or is not wanted any more."""
        if self.has_process:
            self.process.kill()
        await super().cleanup(restart)


class ConfinedKernelManager(AsyncKernelManager):
    """Manages a kernel that is started as Jupyter starts it, but confined."""

    memory = Int(help="Bytes that the kernel may have for its data; 0: any number.").tag(config=True)
    offline = Bool(help="Whether it is kept from the network.").tag(config=True)

    @property
    def confinement(self) -> Confinement:
        """What the kernel is denied."""
        return Confinement(self.memory, self.offline)

    async def _async_pre_start_kernel(self, **kw: Any) -> tuple[list[str], dict[str, Any]]:
        if self.provisioner is None:
            self.provisioner = self._make_provisioner()
        return await super()._async_pre_start_kernel(**kw)

    pre_start_kernel = _async_pre_start_kernel

    def _make_provisioner(self) -> LocalProvisioner:
        return ConfinedProvisioner(kernel_id=self.kernel_id or "", kernel_spec=self.kernel_spec, parent=self)


class ForkedKernelManager(ConfinedKernelManager):
    """Manages a kernel that is ipykernel as it is, forked from an interpreter that has ``preload`` imported."""

    preload = List(Unicode(), help="Modules that the zygote imports.").tag(config=True)
    entry = "phulien_analysis.engines.kernel:start"

    def _make_provisioner(self) -> LocalProvisioner:
        return ForkProvisioner(kernel_id=self.kernel_id or "", kernel_spec=self.kernel_spec, parent=self)

    def files(self) -> Sequence[int]:
        """File descriptors that the kernel is to have beside the common three."""
        return ()


class PipeProvisioner(ForkProvisioner):
    """Forks a kernel that needs no connection file and no ports."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Only the command and the environment are made."""
        command = self.parent.format_kernel_cmd(extra_arguments=kwargs.pop("extra_arguments", []))
        return await KernelProvisionerBase.pre_launch(self, cmd=command, **kwargs)


class PipedKernelManager(ForkedKernelManager):
    """Manages a kernel that is ipykernel with wires in place of ØMQ's sockets."""

    entry = "phulien_analysis.engines.kernel:start_piped"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._wires: list[Wire] = []
        self._theirs: list[socket.socket] = []

    def _make_provisioner(self) -> LocalProvisioner:
        return PipeProvisioner(kernel_id=self.kernel_id or "", kernel_spec=self.kernel_spec, parent=self)

    def files(self) -> Sequence[int]:
        """The kernel's ends of the wires."""
        return [end.fileno() for end in self._theirs]

    async def _async_launch_kernel(self, kernel_cmd: list[str], **kw: Any) -> None:
        pairs = [socket.socketpair() for _channel in CHANNELS]
        self._wires, self._theirs = [Wire(ours) for ours, _ in pairs], [theirs for _, theirs in pairs]
        self.session = Session(parent=self, key=KEY)
        try:
            await cast("ForkProvisioner", self.provisioner).launch_kernel(kernel_cmd, **kw)
        finally:
            for end in self._theirs:
                end.close()

    def client(self, **_kwargs: Any) -> PipedKernelClient:  # type: ignore[override]
        """A client of the kernel; there can be one."""
        client = PipedKernelClient(parent=self, session=self.session)
        client.connect(self._wires)
        return client

    async def _async_request_shutdown(self, restart: bool = False) -> None:
        await super()._async_request_shutdown(restart)
        iopub = self._wires[CHANNELS.index("iopub")]
        asyncio.get_running_loop().call_later(LAST_WORDS, iopub.stop_receiving)

    def _connect_control_socket(self) -> None:
        self._control_socket = self._wires[CHANNELS.index("control")]

    def _close_control_socket(self) -> None:
        for wire in self._wires:
            wire.close()
