"""What can go wrong when a document is made into a month's figures."""

from __future__ import annotations

from phulien_analysis.errors import PhulienError


class DraftError(PhulienError):
    """A draft that cannot be made or written; the message says what stands in the way and what to do."""
