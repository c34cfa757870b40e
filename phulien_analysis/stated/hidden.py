"""Numbers that were taken for names, and are parts: with them a list adds up (``Cao Đài 2, Tin lành 1``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from phulien_analysis.reading.mention import Token
from phulien_analysis.reading.names import is_only_name
from phulien_analysis.stated.gaps import add_up
from phulien_analysis.stated.listings import in_sentences
from phulien_analysis.stated.passage import Passage
from phulien_analysis.stated.totals import splits

_NAMING = {"name", "ordinal", "address", "document", "other"}
_ENDS_PIECE = re.compile(r" ?(?:[,;()]|và(?!\w)|\.?\s*$|\.\s)")
_NEXT_IN_ROW = re.compile(r" ?[,;] ?(?:[^\W\d_]{1,12}[ -]){1,6}")
_FEWEST = 3  # figures in a row that show what its other numbers are
_TIMES = 3  # so many names a figure; places that are numbered have small numbers all of them
_HIGHEST = 30  # that a village or residential group is called by behind a proper name
_MOST_DIGITS = 4
_LEAST = 10  # smaller numbers add up by chance
_MOST = 12  # candidates in a paragraph: with more it is a list of names


def candidates(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The numbers taken for names that end a piece of a list, as a part's figure would."""
    found = [
        token
        for token in tokens
        if token.kind in _NAMING
        and token.text.isdigit()
        and len(token.text) <= _MOST_DIGITS
        and _ENDS_PIECE.match(text, token.end)
    ]
    return found if len(found) <= _MOST else []


def in_rows(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens, those taken for names as figures where enough of a row of names and numbers are figures.

    ``(Lào Cai 4.123, Bắc Ninh 545, Hải Phòng 947, Hà Nội 5.788)``.
    """
    hidden = candidates(text, tokens)
    found: set[int] = set()
    for row in _rows(text, tokens, hidden):
        names = [token.start for token in row if token in hidden and not is_only_name(text, token.start)]
        if _are_counts(_figures(row), len(names)):
            found.update(names)
    return [replace(t, kind="figure") if t.start in found else t for t in tokens]


def in_items(texts: Sequence[str], rows: Sequence[Sequence[Token]]) -> list[list[Token]]:
    """The tokens of the items of one list, those taken for names as figures where enough items are name and figure.

    ``- thôn An Bình 264; - thôn Hòa Sơn 24; …``: each item has one number, at its end.
    """
    alone = [
        index
        for index, tokens in enumerate(rows)
        if len(tokens) == 1 and _ENDS_PIECE.match(texts[index], tokens[0].end)
    ]
    named = [index for index in alone if candidates(texts[index], rows[index])]
    names = [index for index in named if not is_only_name(texts[index], rows[index][0].start)]
    most = _are_counts(_figures([rows[index][0] for index in alone]), len(names))
    return [
        [replace(token, kind="figure") for token in tokens] if most and index in names else list(tokens)
        for index, tokens in enumerate(rows)
    ]


def _figures(tokens: Sequence[Token]) -> int:
    """How many of some numbers are figures, though they stand behind names: places bear no ``01``, and no ``67``."""
    return sum(token.kind == "figure" or _is_count(token) for token in tokens)


def _is_count(token: Token) -> bool:
    padded = len(token.text) > 1 and token.text.startswith("0")
    return token.kind == "name" and token.text.isdigit() and (padded or int(token.text) > _HIGHEST)


def _are_counts(figures: int, names: int) -> bool:
    """Whether so many figures show what the numbers behind names beside them are: ``Thượng 358, Hạ 85, Trung 30``."""
    return figures >= _FEWEST and names <= _TIMES * figures


def _rows(text: str, tokens: Sequence[Token], hidden: Sequence[Token]) -> Iterator[list[Token]]:
    """The longest rows of numbers, each behind a name and a comma: ``…, Hải Phòng 947, Hà Nội 5.788``."""
    row: list[Token] = []
    for token in tokens:
        joined = bool(row) and _NEXT_IN_ROW.fullmatch(text, row[-1].end, token.start) is not None
        if token.kind != "figure" and token not in hidden:
            joined = False
        if not joined:
            yield row
            row = []
        row.append(token)
    yield row


def uncovered(tokens: Sequence[Token], hidden: Sequence[Token], passage: Passage) -> list[Token]:
    """The tokens, those hidden ones as figures that make up a total in a passage where all of them are read as such."""
    parts = {start for total in _complete(passage) for start in total}
    return [replace(t, kind="figure") if t in hidden and t.start in parts else t for t in tokens]


def _complete(passage: Passage) -> Iterator[list[int]]:
    """The places of the parts of each list that words or brackets open and that adds up."""
    for listing in in_sentences(passage):
        if listing.opening not in {"complete", "of_which", "plain"}:
            continue
        for split in (split for alternatives in splits(listing) for split in alternatives):
            if split.alike and len(split.parts) > 1 and add_up(split.parts) == add_up([split.total]) >= _LEAST:
                yield [part.start for part in split.parts]
