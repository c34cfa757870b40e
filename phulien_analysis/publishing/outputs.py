"""What a cell shows, as HTML: the best of the forms in which Jupyter kept it."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from phulien_analysis.errors import PhulienError


def as_html(output: Mapping[str, Any], place: str) -> Markup:
    """One output of a cell; ``place`` says which cell, for errors.

    Raises:
        PhulienError: it is an error, an image without words, or a form that no page can show.
    """
    if output["output_type"] == "error":
        found = f"{output['ename']}: {output['evalue']}"
        msg = f"{place} ends in {found}; only a notebook that ran to its end becomes a page"
        raise PhulienError(msg)
    if output["output_type"] == "stream":
        return _text(output["text"], "")
    for kind, html in _FORMS.items():
        if kind in output["data"]:
            return html(output["data"][kind], _words(output, kind, place))
    found = ", ".join(output["data"]) or "nothing"
    raise PhulienError(f"{place} shows {found}; a page can show {', '.join(_FORMS)}")


def _words(output: Mapping[str, Any], kind: str, place: str) -> str:
    """What an image says in words: ``alt`` in the metadata of the output; nothing for the rest."""
    if not kind.startswith("image/"):
        return ""
    metadata = output.get("metadata", {})
    words = str(metadata.get(kind, {}).get("alt") or metadata.get("alt") or "")
    if not words:
        msg = f"{place} shows an image without words for who cannot see it; give its metadata 'alt'"
        raise PhulienError(msg)
    return words


def _html(html: str, _words: str) -> Markup:
    return Markup(html)  # noqa: S704 - from our own library; checked before it is published


def _svg(svg: str, words: str) -> Markup:
    drawing = re.sub(r"^.*?(?=<svg\b)", "", svg, flags=re.DOTALL)  # HTML has no XML head inside
    picture = f'<div class="picture" role="img" aria-label="{escape(words)}">{drawing}</div>'
    return Markup(f'<figure class="chart">{picture}</figure>')  # noqa: S704 - as above


def _png(data: str, words: str) -> Markup:
    source = "data:image/png;base64," + base64.b64encode(base64.b64decode(data)).decode("ascii")
    return Markup('<figure class="chart"><img src="{}" alt="{}"></figure>').format(source, words)


def _text(text: str, _words: str) -> Markup:
    """Plain text, without the colours of a terminal."""
    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text).rstrip("\n")
    return Markup('<pre class="text">{}</pre>').format(plain)


_FORMS: Mapping[str, Callable[[str, str], Markup]] = {
    "text/html": _html,
    "image/svg+xml": _svg,
    "image/png": _png,
    "text/plain": _text,
}
"""Best first."""
