"""Lists of words and phrases, as the rules of reading hold them."""

from __future__ import annotations

import re


def phrases(listed: str) -> frozenset[str]:
    """The phrases of a list, separated by ``|``; it may run over several lines."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


def any_of(listed: str) -> str:
    """A regular expression for any phrase of a list, the longest first."""
    ordered = sorted(phrases(listed), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase) for phrase in ordered) + ")"
