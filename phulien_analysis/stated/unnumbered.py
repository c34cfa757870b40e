"""Lists that name a part without a number: ``gồm: lúa 60 ha, ngô 35 ha, rau màu``. They cannot add up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence

_PIECE_ENDS = re.compile(r"[,;]| và (?!\w+ \w{1,6}$)| cùng ")
_SEMICOLON = re.compile(";")
_LIST_ENDS = re.compile(r"[.)\]:(]")
_NO_PART = (  # verbs and words that go on about the part before
    "đạt|tăng|giảm|so|bằng|chiếm|góp|đảm|bảo|được|hoàn|vượt|không|để|nhằm|với|trong|trên|theo|tại|từ|do|qua|có|gồm|bao|"
    "cụ|ước|thực|tương|cao|thấp|nâng|đưa|bình|tổng|là|nên|kịp|còn|đúng|riêng|nhưng|tuy|vì|và"
)
_NAME_ALONE = re.compile(rf"\s*(?!(?:và |đã |đang )?(?:{_NO_PART})(?!\w))[^\W\d_]+")


def names_without_number(scope: Sequence[Occurrence]) -> bool:
    """Whether a piece of a list is a name alone, before its first figure, between two, or behind its last."""
    depth, last, lead = scope[0].depth, scope[-1], scope[0].lead[-200:]
    opened = max(cues.last(cues.OF_WHICH, lead), cues.last(cues.COMPLETE, lead), lead.rfind("(") + 1, lead.rfind(":"))
    in_turn = "lần lượt" in lead[opened:]  # ``gồm A, B và C với số lượng lần lượt là 5, 6 và 7``: their numbers follow
    first = _PIECE_ENDS.split(lead[opened:].lstrip(" :,"))[:-1] if opened > 0 and not in_turn else []
    leads = [spot.lead for spot in scope[1:] if spot.depth == depth]
    ends = _SEMICOLON if all(";" in words for words in leads) else _PIECE_ENDS  # ``tố cáo 2; kiến nghị, phản ánh 5``
    between = [ends.split(words)[1:-1] for words in leads]
    closing = _PIECE_ENDS.split(_LIST_ENDS.split(last.tail, maxsplit=1)[0])[1:]
    return any(_NAME_ALONE.match(piece) for names in (first, *between, closing) for piece in names)
