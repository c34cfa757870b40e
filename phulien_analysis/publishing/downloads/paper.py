"""``report.pdf``: the booklet on A4, tagged for screen readers, with bookmarks and page numbers.

WeasyPrint makes it, which is an extra: an edition is whole without it.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from phulien_analysis.errors import PhulienError
from phulien_analysis.report import Report

VARIANT = "pdf/ua-1"
_BLANK_END = re.compile(r"\s+(?=</?(?:li|ul|ol)\b)")
_PLACE = " <span class=source>"
_LETTERS = "Noto Sans,DejaVu Sans,sans-serif"  # as the style sheet of the booklet has them on paper


def require_maker() -> Any:  # noqa: ANN401 - WeasyPrint publishes no types
    """WeasyPrint, which makes PDFs.

    Raises:
        PhulienError: it, or the library Pango that it needs, is not installed.
    """
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and takes long
    except (ImportError, OSError) as error:
        msg = (
            f"report.pdf needs WeasyPrint and Pango ({str(error).splitlines()[0]}); install phulien_analysis[pdf] "
            "and, on Debian, libpangoft2-1.0-0, or leave out --pdf"
        )
        raise PhulienError(msg) from error
    return weasyprint


def write_pdf(booklet: str, report: Report, path: Path) -> None:
    """Write the booklet as a PDF, which loads nothing: pictures in it are data.

    Its identifier comes from ward, month and language, so that bytes stay the same.
    """
    weasyprint = require_maker()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # of what only screens need it says that it leaves it out
    weasyprint.HTML(
        string=_for_paper(booklet),
        url_fetcher=weasyprint.URLFetcher(allowed_protocols={"data"}, allow_redirects=False),
    ).write_pdf(
        path,
        pdf_variant=VARIANT,
        pdf_tags=True,
        pdf_identifier=f"{report.ward.ward} {report.month} {report.lang}".encode(),
    )


def _for_paper(booklet: str) -> str:
    """The booklet as WeasyPrint lays it out rightly.

    It breaks a line after its first word where the text fits but for the blank behind it: so there is none at the end
    of items, nor before places, where there is still room and the line can end. In drawings it has letters of its own,
    unless the drawing names them.
    """
    place = _PLACE.replace(" <span", '<wbr><span style="margin-left:.35em"')
    lettered = booklet.replace("<svg ", f'<svg font-family="{_LETTERS}" ')
    return _BLANK_END.sub("", lettered).replace(_PLACE, place)
