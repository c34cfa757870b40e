"""Why a document cannot be read, said to the clerk who brought it: what was found, and what to bring instead."""

from __future__ import annotations

from phulien_analysis.errors import PhulienError


class DocumentError(PhulienError):
    """A document that cannot be read; the message names the file, what was found, and what to do."""


class SecretDocumentError(DocumentError):
    """A document that bears a stamp of secrecy: refused whole, and none of its text is repeated."""
