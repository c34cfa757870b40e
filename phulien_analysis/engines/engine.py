"""Engines for papermill. `papermill --engine phulien-forked in.ipynb out.ipynb` runs a notebook with one.

Each gives the executed notebook that papermill's own engine gives, and raises what it raises: nbclient does the work in
all of them, and they differ in how the kernel's process comes to be, and in what carries its messages.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from papermill.engines import NBClientEngine, NotebookExecutionManager
from papermill.iorw import write_ipynb
from papermill.log import logger
from traitlets.config import Config

from phulien_analysis.engines.forks import PRELOAD, NoForking, zygote_address
from phulien_analysis.engines.managers import (
    ConfinedKernelManager,
    ForkedKernelManager,
    PipedKernelManager,
    is_forkable,
)

VARIABLE = "PHULIEN_PRELOAD"


def preloaded() -> list[str]:
    """The modules that are imported once for all notebooks: those that ``PHULIEN_PRELOAD`` names, or the usual."""
    given = os.environ.get(VARIABLE)
    return list(PRELOAD) if given is None else [name.strip() for name in given.split(",") if name.strip()]


class StockEngine(NBClientEngine):  # type: ignore[misc]
    """Papermill's own engine, a new interpreter for each notebook; it can keep a notebook that is left half-run.

    ``half_run`` is where: papermill writes a notebook whose cell raised, but not one whose kernel died or hung. With
    ``memory`` (bytes) or ``offline`` the kernel is confined (:mod:`phulien_analysis.engines.confinement`).
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, *, half_run: str | None = None, **kwargs: Any
    ) -> Any:
        """Run it."""
        try:
            return cls._execute(nb_man, kernel_name, **kwargs)
        except BaseException:
            if half_run is not None:
                write_ipynb(nb_man.nb, half_run)
            raise

    @classmethod
    def _execute(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        memory: int = 0,
        offline: bool = False,
        config: Config | None = None,
        **kwargs: Any,
    ) -> Any:
        settings: Any = Config() if config is None else config.copy()
        if memory or offline:
            settings.ConfinedKernelManager.memory, settings.ConfinedKernelManager.offline = memory, offline
            kwargs.setdefault("kernel_manager_class", ConfinedKernelManager)
        return super().execute_managed_notebook(nb_man, kernel_name, config=settings, **kwargs)


class ForkedZMQEngine(StockEngine):
    """Kernels are forked from an interpreter that has ``preload`` imported, and talk over ØMQ as ipykernel does.

    Where interpreters cannot be forked, and for kernels that are not this interpreter's, it is papermill's own engine;
    why is logged.
    """

    manager: type[ForkedKernelManager] = ForkedKernelManager

    @classmethod
    def _execute(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        preload: Sequence[str] | None = None,
        config: Config | None = None,
        **kwargs: Any,
    ) -> Any:
        modules = preloaded() if preload is None else list(preload)
        settings: Any = Config() if config is None else config.copy()
        reason = _why_not(kernel_name, modules)
        if reason is None:
            settings.ForkedKernelManager.preload = modules
            kwargs["kernel_manager_class"] = cls.manager  # not a manager: nbclient would leave its kernel running
        else:
            logger.info(f"Kernels are started, not forked: {reason}")
        return super()._execute(nb_man, kernel_name, config=settings, **kwargs)


def _why_not(kernel_name: str, modules: Sequence[str]) -> str | None:
    """Why a kernel cannot be forked, if so."""
    if not is_forkable(KernelSpecManager().get_kernel_spec(kernel_name)):
        return f"{kernel_name} is not the kernel of this interpreter"
    try:
        zygote_address(modules)
    except NoForking as reason:
        return str(reason)
    return None


class ForkedEngine(ForkedZMQEngine):
    """As above, but the kernels' messages go over plain sockets: nothing is left to start or to wait for."""

    manager = PipedKernelManager


ENGINES = {
    "phulien-forked": ForkedEngine,
    "phulien-forked-zmq": ForkedZMQEngine,
    "phulien-stock": StockEngine,
}
"""By the names under which papermill knows them: the first two are entry points of this package."""
