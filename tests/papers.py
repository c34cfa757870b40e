"""A PDF as Poppler sees it: what it says of itself, its text, its marks for screen readers."""

import subprocess
from pathlib import Path
from typing import Any

from phulien_analysis import PhulienError
from phulien_analysis.publishing.downloads.paper import require_maker
from tests.programs import missing, needs


def maker() -> Any:  # noqa: ANN401 - WeasyPrint publishes no types
    """WeasyPrint; where it or Pango is missing tests are skipped, but in CI they fail."""
    try:
        return require_maker()
    except PhulienError as error:
        missing(str(error))


def poppler(tool: str, *arguments: str | Path) -> str:
    """What one of Poppler's tools says."""
    answer = subprocess.run([needs(tool), *map(str, arguments)], check=True, capture_output=True, timeout=120)
    return answer.stdout.decode("utf-8")


def facts(pdf: Path) -> dict[str, str]:
    """What a PDF says of itself, by name."""
    lines = poppler("pdfinfo", pdf).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
