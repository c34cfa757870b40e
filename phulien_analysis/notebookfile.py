"""A notebook's file, read as far as a run relies on it: Jupyter's format 4, with cells of the kinds that it knows.

papermill and nbformat would find the same later, or pass over it; what they say is for those who know them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from phulien_analysis.errors import PhulienError


class _Part(BaseModel):
    """What stands in the file beside this is nobody's business here."""

    model_config = ConfigDict(frozen=True, strict=True)


class CellMetadata(_Part):
    """What a cell is tagged with."""

    tags: list[str] = Field(default_factory=list)


class Cell(_Part):
    """One cell; ``source`` is its text, whole or line by line."""

    cell_type: Literal["code", "markdown", "raw"]
    metadata: CellMetadata
    source: str | list[str]
    outputs: list[Any] = Field(default_factory=list)

    @property
    def text(self) -> str:
        """The text in one piece."""
        return "".join(self.source)


class NotebookFile(_Part):
    """A notebook of Jupyter's format 4."""

    nbformat: Literal[4]
    nbformat_minor: int
    metadata: dict[str, Any]
    cells: list[Cell]


def read_notebook(path: Path) -> NotebookFile:
    """The notebook in a file.

    Raises:
        PhulienError: there is none, it cannot be read, or is no notebook; says what was found, and what to do.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        json.dumps(content, ensure_ascii=False).encode()  # half a character, escaped, could be read and not be written
        return NotebookFile.model_validate(content)
    except FileNotFoundError as error:
        raise PhulienError(f"there is no such notebook in {path.parent}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise _unreadable(f"{_place(first['loc'])}{first['msg']}") from error
    except RecursionError as error:
        raise _unreadable("lists within lists without an end") from error
    except (OSError, ValueError) as error:
        raise _unreadable(str(error)) from error


def _unreadable(cause: str) -> PhulienError:
    return PhulienError(f"this is not a notebook that can be read ({cause}); save it again in JupyterLab")


def _place(location: Sequence[str | int]) -> str:
    """Where in the file, as JupyterLab's users count: ``cell 3, source: ``."""
    names = [str(part) for part in location]
    if len(location) > 1 and isinstance(location[1], int):
        names[:2] = [f"cell {location[1] + 1}"]
    return f"{', '.join(names[:2])}: " if names else ""
