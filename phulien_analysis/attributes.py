"""Attributes of HTML as short as they go: HTML asks for quotes only around values that could be misread."""

from __future__ import annotations

import re

_TAG = re.compile(r"""<[a-z][^\s<>"]*(?:\s+[^\s<>"=]+(?:="[^"]*")?)+\s*/?>""")
_PLAIN = re.compile(r"""(?<=[\w-])="([^\s"'=<>`]*[^\s"'=<>`/])"(?=[\s>])""")


def unquoted(html: str) -> str:
    """HTML without the quotes around plain values; it is read as the same by every reader of HTML.

    >>> unquoted('<p class="note">a <data value="f-1">5</data> <rect width="4" height="2"/></p>')
    '<p class=note>a <data value=f-1>5</data> <rect width=4 height="2"/></p>'
    """
    return _TAG.sub(lambda tag: _PLAIN.sub(r"=\1", tag[0]), html)
