"""For whom an edition is made: the ward's own people see every finding, the world what the ward has explained.

What is chosen stands beside a month's data where an edition is made (``<month>.audience.csv`` in a run's snapshot), so
that notebooks, pages and files all go by the same. Data without such a file are internal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from phulien_analysis.csvfile import Row
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message

AudienceName = Literal["internal", "public"]
Findings = Literal["all", "known"]


class Audience(Row):
    """Who reads, and which findings they are shown: all of them, or those that ``known.csv`` explains."""

    audience: AudienceName
    findings: Findings

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it; the disclosure policy then holds."""
        return self.audience == "public"

    @property
    def shows_all_findings(self) -> bool:
        """Whether every calculation redone is told, and how it came out."""
        return self.findings == "all"

    @property
    def options(self) -> dict[str, str]:
        """What a manifest says of it."""
        return {"audience": self.audience, "findings": self.findings}


INTERNAL = Audience(audience="internal", findings="all")
PUBLIC = Audience(audience="public", findings="known")
PUBLIC_WITH_FINDINGS = Audience(audience="public", findings="all")


def chosen(name: AudienceName | None, *, with_findings: bool = False) -> Audience:
    """The audience that was asked for; internal where nothing was said.

    Raises:
        PhulienError: findings were asked for where they are anyway.
    """
    if with_findings and name != "public":
        raise PhulienError(Message("--with-findings is for --audience public; an internal edition has all findings"))
    if name != "public":
        return INTERNAL
    return PUBLIC_WITH_FINDINGS if with_findings else PUBLIC


def audience_of(options: Mapping[str, object]) -> Audience:
    """The audience that a manifest's options name; an edition made before there were two is internal."""
    if options.get("audience") != "public":
        return INTERNAL
    return PUBLIC_WITH_FINDINGS if options.get("findings") == "all" else PUBLIC
