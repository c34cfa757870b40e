"""Which edition may be shown in another's place: an internal one does not silently take that of a public one.

Whoever moves the pointer of a month (run, publish, rollback) asks here first; the other way round nothing is asked.
"""

from __future__ import annotations

from phulien_analysis.audience import Audience, audience_of
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message
from phulien_analysis.publishing.kept import Manifest


def audience_in(manifest: Manifest | None) -> Audience | None:
    """For whom an edition was made, by its manifest; nothing where there is none."""
    return audience_of(manifest.inputs.options) if manifest else None


def require_replaceable(shown: Manifest | None, audience: Audience, where: object, *, forced: bool) -> None:
    """See that an edition for ``audience`` may be shown where that of the manifest ``shown`` is shown now.

    Raises:
        PhulienError: the public edition is shown, this one is internal, and nobody said that it is meant.
    """
    before = audience_in(shown)
    if forced or audience.is_public or before is None or not before.is_public:
        return
    text = Message(
        "{where} shows a public edition; an internal one in its place would show everybody all findings, and what "
        "the disclosure policy withholds. Choose a public one, or another place with --out; if it is meant, say so: "
        "phulien run --audience internal --force, phulien publish --force, phulien rollback --force",
        {"where": str(where)},
    )
    raise PhulienError(text)
