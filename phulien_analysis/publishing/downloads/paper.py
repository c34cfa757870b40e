"""``report.pdf``: the booklet on A4, tagged for screen readers, with bookmarks and page numbers.

WeasyPrint makes it, which is an extra: an edition is whole without it.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from phulien_analysis.errors import PhulienError
from phulien_analysis.report import Report

VARIANT = "pdf/ua-1"


def require_maker() -> Any:  # noqa: ANN401 - WeasyPrint publishes no types
    """WeasyPrint's maker of PDFs.

    Raises:
        PhulienError: WeasyPrint, or the library Pango that it needs, is not installed.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra, and takes long
    except (ImportError, OSError) as error:
        msg = (
            f"report.pdf needs WeasyPrint and Pango ({str(error).splitlines()[0]}); install phulien_analysis[pdf] "
            "and, on Debian, libpangoft2-1.0-0, or leave out --pdf"
        )
        raise PhulienError(msg) from error
    return HTML


def write_pdf(booklet: str, report: Report, path: Path) -> None:
    """Write the booklet as a PDF; its identifier comes from ward, month and language, so that bytes stay the same."""
    identifier = f"{report.ward.ward} {report.month} {report.lang}".encode()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # of what only screens need it says that it leaves it out
    require_maker()(string=booklet, url_fetcher=_fetch_nothing).write_pdf(
        path, pdf_variant=VARIANT, pdf_tags=True, pdf_identifier=identifier
    )


def _fetch_nothing(url: str, *_args: object, **_options: object) -> dict[str, object]:
    """A booklet has all that it needs; pictures in it are data."""
    if url.startswith("data:"):
        from weasyprint import default_url_fetcher  # noqa: PLC0415 - as above

        return dict(default_url_fetcher(url))
    msg = f"a page must load nothing, but wants {url[:80]}"
    raise PhulienError(msg)
