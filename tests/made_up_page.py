"""How a view is read in a test: as a tree of HTML, and as the text of its rows."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib
import pandas as pd

from phulien_analysis.tables import Fragment, Table
from tests.made_up import plain

Shown = Table | Fragment


def html(shown: Shown) -> str:
    """The HTML, which must be well-formed."""
    text = shown._repr_html_()
    parsed(text)
    return text


def parsed(text: str) -> Element:
    """A piece of HTML as a tree; what browsers would have to mend is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(text)


def frame(shown: Shown) -> pd.DataFrame:
    """The text of a table by the headers of its rows, with ordinary spaces."""
    assert isinstance(shown, Table)
    rows = shown.frame().map(plain)
    return rows.set_index(rows.columns[0])


def row_of(shown: Shown, header: str) -> list[str]:
    """The cells of one row."""
    return [str(cell) for cell in frame(shown).loc[header]]
