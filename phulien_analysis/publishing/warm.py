"""Import this to have loaded, once for all workers, what executing and rendering a notebook takes.

A package that cannot be imported is left to the first notebook that needs it: there it can be told.
"""

from __future__ import annotations

from contextlib import suppress

with suppress(Exception):
    from phulien_analysis.kernels import load_papermill
    from phulien_analysis.publishing.pages import warm_up

    load_papermill()
    warm_up()
