"""Import this to have loaded, once for all workers, what executing and rendering a notebook takes."""

from __future__ import annotations

from phulien_analysis.kernels import load_papermill
from phulien_analysis.publishing.pages import warm_up

load_papermill()
warm_up()
