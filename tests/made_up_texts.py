"""Reads a made-up text and tells each calculation found on one line. Nothing that tests pass in is real."""

from __future__ import annotations

from phulien_analysis.documents.opening import read_text
from phulien_analysis.findings import Finding
from phulien_analysis.stated.checking import CheckedDocument, check_document


def checked(text: str) -> CheckedDocument:
    """A text of one or more lines, checked."""
    return check_document(read_text(text, "made-up.txt"))


def found(text: str) -> list[str]:
    """The calculations of a text in its order: ``percent 96 = 480 | 500: exact``."""
    return [line(finding) for finding in checked(text).findings]


def line(finding: Finding) -> str:
    """A finding as its kind, its digits as printed, and what came of it."""
    assert finding.stated is not None
    operands = " | ".join(operand.printed for operand in finding.operands)
    return f"{finding.kind} {finding.stated.printed} = {operands}: {outcome(finding)}"


def outcome(finding: Finding) -> str:
    """``exact``, ``rounding``, ``truncated``, ``differs``, ``doubtful`` (a warning), ``within`` or ``cannot tell``."""
    if finding.verdict == "cannot_tell":
        return "doubtful" if finding.to_review else "cannot tell"
    if finding.kind == "subset" and finding.verdict == "agrees":
        return "within"
    return finding.fit or finding.verdict


def only(text: str) -> Finding:
    """The one finding of a text that states one calculation."""
    (finding,) = checked(text).findings
    return finding
