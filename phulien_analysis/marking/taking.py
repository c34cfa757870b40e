"""A document taken in as it comes: checked in a process of its own, within bounds of time and memory."""

from __future__ import annotations

from phulien_analysis.guard import within_bounds
from phulien_analysis.marking.items import Found, find_item
from phulien_analysis.messages import Lang
from phulien_analysis.stated.checking import CheckedDocument, check_document


def check_item(item: str, lang: Lang = "vi") -> CheckedDocument:
    """The document behind an argument of ``phulien check``, with its calculations redone.

    Raises:
        PhulienError: it is no file, cannot be read, or takes more time or memory than it may.
    """
    found = find_item(item, lang)
    return within_bounds(found.name, _checked, found)


def _checked(found: Found) -> CheckedDocument:  # pragma: no cover - runs in the process of its own only
    return check_document(found.opened())
