"""No regular expression of the package runs away, whatever of its own is repeated before what it does not expect."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import phulien_analysis
from phulien_analysis.documents.opening import read_text
from phulien_analysis.stated.checking import check_document

_LETTERS = 2_000
_SECONDS = 1  # backtracking that doubles with each letter would take longer than anybody waits
_COMMON = ("a ", "1", "1.", "1/", "(", " ", "-", "…", "\t", "\n", "Đ", "_")


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of text in the package's modules, by what it says."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(phulien_analysis.__path__, "phulien_analysis."):
        if not module.name.endswith("__main__"):
            held = vars(importlib.import_module(module.name)).values()
            texts = [one for one in held if isinstance(one, re.Pattern) and isinstance(one.pattern, str)]
            found |= {one.pattern: one for one in texts}
    return found


def repeated(pattern: str) -> Iterator[str]:
    """What a pattern may be led astray by: its own words over and over, then a letter that nothing expects."""
    words = [word for word in re.split(r"[|()\[\]{}?*+^$\\]", pattern) if 0 < len(word) < 20]
    for piece in dict.fromkeys([*_COMMON, *words[:8]]):
        yield (piece * _LETTERS)[:_LETTERS] + "\x01"


def test_no_pattern_runs_away() -> None:
    """Each of the package's patterns is through with 2,000 letters of its own words in a second."""
    found = patterns()
    assert len(found) > 250
    for said, pattern in found.items():
        for text in repeated(said):
            start = time.process_time()
            pattern.search(text)
            assert time.process_time() - start < _SECONDS, (said, text[:20])


def test_a_pattern_that_runs_away_would_be_seen() -> None:
    """Of a pattern with a repetition in a repetition 24 letters take longer than 2,000 may."""
    start = time.process_time()
    re.compile(r"(?:a|a)+b").search("a" * 22)
    assert time.process_time() - start > 0.05


def test_a_row_of_dots_without_end() -> None:
    """20,000 dots before a letter are gone through once: they end no sentence."""
    start = time.process_time()
    checked = check_document(read_text("Có 5 hộ " + "…" * 20_000 + "x, 6 hộ.\n"))
    assert time.process_time() - start < 2
    assert [one.mention.printed for one in checked.printed] == ["5", "6"]
