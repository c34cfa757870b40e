"""Pages as the product makes them, for whatever notebooks."""

from __future__ import annotations

from pathlib import Path

from phulien_analysis.publishing.metadata import Head
from phulien_analysis.publishing.pages import Link, Surroundings, notebook_content, page


def write_page(executed: Path) -> None:
    """Make an executed notebook a page beside it."""
    write_around(executed, notebook_content(executed, "vi", {}))


def write_around(executed: Path, content: str) -> None:
    """Put together a page of what a notebook shows."""
    made = executed.with_suffix(".html")
    made.write_text(page(made.name, content, surroundings(made.name)), encoding="utf-8")


def surroundings(href: str) -> Surroundings:
    """What stands around a page that stands alone."""
    return Surroundings(
        lang="vi",
        ward="",
        month="",
        pages=(Link(href, href),),
        document_title="",
        document="",
        data_hash="",
        version="",
        code_hash="",
        files=(),
        home="",
        head=Head(description="", address="", feed="feed.xml", dataset="{}"),
    )
