"""How many calculations a document states, and how they came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from phulien_analysis.findings import Finding, Fit, Verdict, verdict_label
from phulien_analysis.messages import Message

_ORDER: tuple[tuple[Verdict, Fit | None], ...] = (("differs", None), ("differs", "truncated"), ("cannot_tell", None))


@dataclass(frozen=True)
class Tally:
    """Counts over a document's findings: each calculation once, apart from numbers that are not well-formed."""

    calculations: int
    agree: int
    verdicts: tuple[tuple[Message, int], ...]
    malformed: int

    @property
    def head(self) -> Message:
        """How many calculations were found, and how many of them agree; that none was found is said in full."""
        if not self.calculations:
            return Message(
                "No calculation was found: the text states no total with its parts, no percentage with its two "
                "numbers, no remainder and no growth in words that are known. So nothing was redone."
            )
        return Message(
            "Calculations found: {n}; of these agree: {agree}.", {"n": self.calculations, "agree": self.agree}
        )

    @property
    def rest(self) -> list[Message]:
        """What does not simply agree, verdict by verdict: empty where there is nothing of the kind."""
        lines = [Message("{verdict}: {n}", {"verdict": label, "n": count}) for label, count in self.verdicts]
        if self.malformed:
            lines.append(Message("Numbers whose form cannot be read: {n}", {"n": self.malformed}))
        return lines


def tally(findings: Sequence[Finding]) -> Tally:
    """Count findings by how they came out."""
    redone = [finding for finding in findings if finding.kind != "format"]
    labels = {(f.verdict, f.fit): verdict_label(f) for f in redone}
    counts = Counter((f.verdict, f.fit) for f in redone)
    return Tally(
        calculations=len(redone),
        agree=sum(finding.verdict == "agrees" for finding in redone),
        verdicts=tuple((labels[key], counts[key]) for key in _ORDER if counts[key]),
        malformed=len(findings) - len(redone),
    )
