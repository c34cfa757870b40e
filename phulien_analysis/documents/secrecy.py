"""State secrets: a document stamped MẬT, TỐI MẬT or TUYỆT MẬT is refused before anything is done with its text.

The stamps and where they stand: Law 29/2018/QH14 on the protection of state secrets, and Circular 24/2020/TT-BCA.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from phulien_analysis.documents.encodings import LEGACY, decode_as, normalise
from phulien_analysis.documents.problems import SecretDocumentError
from phulien_analysis.messages import Message

_TOP = 40
_STAMP_RE = re.compile(r"(?:(?:mứcđộ|độ)mật[:\-–]?)?(?:tuyệt|tối)?mật")
_BESIDE_RE = re.compile(
    r"(?<!BÍ )(?<!BẢO )(?<!\w)(?:(?:TUYỆT|TỐI)\s{1,3})?MẬT\s{1,60}"
    r"(?:\([ABC]\)|[Bb]ản số|[Tt]ài liệu thu hồi|CỘNG H[OÒ]À?|[ĐD]ộc lập|[UỦ][ỶYỦ]? ?BAN|UBND|HĐND|Số\s?:)"
    r"|(?:VIỆT NAM|[Hh]ạnh phúc|HẠNH PHÚC|[Bb]ản số\s?:?\s?\d{1,5}|\d/[A-ZĐ-]{2,20})\s{1,60}"
    r"(?:(?:TUYỆT|TỐI)\s{1,3})?MẬT$"
)
_FIELD_RE = re.compile(r"(?:mức\s)?độ\s{1,3}mật\s{0,3}[:–-]\s{0,3}(?:tuyệt\s{1,3}|tối\s{1,3})?mật(?!\w)", re.IGNORECASE)
_EDGES = " \t.:;,*|_-–—()[]{}<>“”\"'’‘…•«»/\\"
_LONGEST = 60


def refuse_secret(name: str, paragraphs: Sequence[str], stamps: Iterable[str]) -> None:
    """Refuse a document that bears a stamp of secrecy; ``stamps`` are headers, text boxes, watermarks.

    Raises:
        SecretDocumentError: A stamp was found. The message holds nothing of the document's text.
    """
    if any(map(is_stamp, stamps)) or any(is_stamp(piece) for text in paragraphs[:_TOP] for piece in _pieces(text)):
        raise _refusal(name)
    top = (normalise(text[:500]) for text in paragraphs[:_TOP])
    if any(_BESIDE_RE.search(text) or _FIELD_RE.search(text) for text in top) or any(
        text.isupper() and is_stamp(text) for text in paragraphs[_TOP:]
    ):
        raise _refusal(name)


def is_stamp(text: str) -> bool:
    """Whether a whole line, cell or text box is a stamp of secrecy, also spaced out or in an old encoding."""
    if len(text) > _LONGEST * 3:
        return False
    return any(_is_stamp(reading) for reading in (normalise(text), *(decode_as(text, old) for old in LEGACY)))


def _is_stamp(text: str) -> bool:
    bare = re.sub(r"\s{1,60}", "", text.strip(_EDGES)).lower()
    return len(bare) <= _LONGEST and bool(_STAMP_RE.fullmatch(bare.strip(_EDGES)))


def _pieces(text: str) -> Iterable[str]:
    return (text, *re.split(r"\t|\s?\|\s?|\s{3,60}|\n", text[:1000]))


def _refusal(name: str) -> SecretDocumentError:
    return SecretDocumentError(
        Message(
            "{name} bears a stamp of secrecy. It was not read, and nothing of it was kept. "
            "State secrets may be handled only where the law allows it; bring a report that bears no such stamp.",
            {"name": name},
        )
    )
