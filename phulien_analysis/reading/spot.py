"""A place in a text where a number begins, with what stands around it: all that the rules of classification look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from phulien_analysis.reading.mention import Token, TokenKind
from phulien_analysis.reading.units import UnitHere, unit_at

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_REACH = 60
_OPENING = "(“\"'‘[«*"


@dataclass(frozen=True)
class Spot:
    """The number that begins at ``start``; ``previous`` is the token before it in the text."""

    text: str
    start: int
    previous: Token | None = None

    @cached_property
    def digits(self) -> str:
        """The digits with their marks, as printed."""
        match = NUMBER.match(self.text, self.start)
        return match.group() if match else ""

    @property
    def end(self) -> int:
        """Where the digits end."""
        return self.start + len(self.digits)

    @cached_property
    def is_small(self) -> bool:
        """Whether it is a whole number of one to three digits: only such ones number things."""
        return len(self.digits) <= 3 and self.digits.isdigit()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Up to five words right before it, in small letters, with nothing but single spaces between."""
        return tuple(word.casefold() for word in self.printed_words)

    @cached_property
    def printed_words(self) -> tuple[str, ...]:
        """The same words as printed."""
        if self.text[self.start - 1 : self.start] not in (" ", "\u00a0"):
            return ()
        found: list[str] = []
        lead = self.text[max(0, self.start - _REACH) : self.start]
        for word in reversed(lead.split()):
            bare = word.lstrip(_OPENING)
            if not bare.replace("-", "").replace(".", "").isalpha() or bare.endswith("."):
                break
            found.append(bare)
            if bare != word or len(found) == 5:
                break
        return tuple(reversed(found))

    @cached_property
    def unit(self) -> UnitHere | None:
        """The unit right after the digits."""
        return unit_at(self.text, self.end)

    def ends_with(self, phrases: frozenset[str], longest: int = 4) -> str:
        """The longest of these phrases that stands right before the number; empty if none does."""
        for count in range(min(longest, len(self.words)), 0, -1):
            phrase = " ".join(self.words[-count:])
            if phrase in phrases:
                return phrase
        return ""

    @property
    def before(self) -> str:
        """The character right before."""
        return self.text[self.start - 1 : self.start] if self.start else ""

    @property
    def after(self) -> str:
        """The character right after the digits."""
        return self.text[self.end : self.end + 1]

    def continues(self, *kinds: TokenKind) -> TokenKind | None:
        """The kind of the token before, where this number goes on its list (``57, 59 và 66``) and has no unit."""
        token = self.previous
        if (
            token is None
            or token.kind not in kinds
            or not self.is_small
            or self.unit is not None
            or self.after.isalpha()
        ):
            return None
        between = self.text[token.end : self.start]
        return token.kind if between in JOINTS else None


JOINTS = frozenset({", ", " và ", "-", " - ", " – ", "–", ",", " đến ", "; ", " & ", "+", " + ", "/", ", và "})
