"""The figures that are printed in a text: their digits, their unit, and the words that bound them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import localcontext

from phulien_analysis.catalogue import Unit
from phulien_analysis.printed import PrintedNumber
from phulien_analysis.reading.labels import label_of
from phulien_analysis.reading.mention import Mention, Token
from phulien_analysis.reading.qualifiers import qualifier_after, qualifier_before
from phulien_analysis.reading.shapes import guess_english, read_shape
from phulien_analysis.reading.tokens import read_tokens
from phulien_analysis.reading.units import PETITION, TIMES, UnitHere, suspect_or_beneficiary, unit_at
from phulien_analysis.reading.wordnumbers import WordNumber, read_word_numbers

__all__ = ["guess_english", "read_mentions", "read_tokens"]

_MINUS = "-−–"
_OPENS_A_NEGATIVE = re.compile(
    r"(?:^|[(|:;=,\[]|(?<!\w)(?:tăng|giảm|là|đạt|bằng|còn|âm|cùng kỳ|năm trước|tăng/giảm|\(giảm\)|\(\+/-\))) ?\Z",
    re.IGNORECASE,
)
_RATIO = re.compile(r" ?/ ?(?:(?:tổng số|tổng|KH|kế hoạch|DT|dự toán) )?\Z")
_RANGE = re.compile(r" ?[-–—÷] ?\Z")
_TO = re.compile(r" đến(?: dưới)? \Z")
_IN_WORDS = re.compile(r" \((?:[^\W\d_]{1,8} ?){1,12}\)")
_TIMES_BEFORE = re.compile(
    r"(?:gấp|tăng|giảm|bằng|hơn|gần|cao gấp|lên)(?: (?:gần|hơn|trên|khoảng|tới))? \Z", re.IGNORECASE
)
_SCORE_BEFORE = re.compile(r"(?:[0-9]/|(?:đạt|chấm|chỉ số|bình quân|tổng)(?: [^\W\d_]{1,8}){0,2} )\Z", re.IGNORECASE)
_SILVER_BEFORE = re.compile(r"(?<!\w)bạc(?:[,;]| và) ?\Z", re.IGNORECASE)
_PETITION_BEFORE = re.compile(r"(?<!\w)đơn(?!\w)", re.IGNORECASE)
_IN_ROW = (", ", " và ", "; ", ", và ")
_REACH = 80  # characters before a row of figures that may tell it is one
_DIVISIBLE = frozenset({"money", "mass", "length", "number", "area"})


def read_mentions(
    text: str, paragraph: int = 0, *, english: bool = False, tokens: list[Token] | None = None
) -> list[Mention]:
    """Every figure printed in a paragraph's text, in order.

    ``english`` is how the whole document leans (see :func:`guess_english`). A ratio like ``12/15 xã`` is two figures of
    one unit, a range like ``7,5 - 8,0%`` two figures that bound; ``12 tỷ 345 triệu đồng`` is one. Nothing is guessed:
    digits without a value have none.
    """
    tokens = read_tokens(text) if tokens is None else tokens
    mentions = [_from_token(text, token, paragraph, english=english) for token in tokens if token.kind == "figure"]
    mentions.extend(_from_words(text, number, paragraph) for number in read_word_numbers(text))
    mentions.sort(key=lambda mention: mention.start)
    mentions = _merge_compounds(text, mentions)
    mentions = _share_units(text, mentions)
    mentions = _mark_ranges(text, mentions)
    return [replace(m, label=label_of(text, mentions, place, tokens)) for place, m in enumerate(mentions)]


def _from_token(text: str, token: Token, paragraph: int, *, english: bool) -> Mention:
    here = _unit_after(text, token.end)
    number, form = read_shape(token.text, here.unit if here else None, english=english)
    start, number = _with_sign(text, token.start, number)
    qualifier, first = qualifier_before(text, start)
    stop = here.end if here else token.end
    later, stop = qualifier_after(text, stop)
    return Mention(
        paragraph=paragraph,
        start=start,
        end=token.end,
        first=first,
        stop=stop,
        printed=text[start : token.end],
        number=number,
        unit=_in_context(text, start, here, number),
        qualifier=qualifier or later,
        form=form,
    )


def _from_words(text: str, found: WordNumber, paragraph: int) -> Mention:
    qualifier, first = qualifier_before(text, found.start)
    unit = suspect_or_beneficiary(found.unit.unit, text[max(0, found.start - 80) : found.start])
    printed = text[found.start : found.end]
    return Mention(
        paragraph, found.start, found.end, first, found.unit.end, printed, found.number, unit, qualifier, "words"
    )


def _unit_after(text: str, end: int) -> UnitHere | None:
    """The unit after the digits; the amount in words may stand between: ``30 (ba mươi) hồ sơ``."""
    here = unit_at(text, end)
    if here is None and text[end : end + 2] == " (":
        words = _IN_WORDS.match(text, end)
        return unit_at(text, words.end()) if words else None
    return here


def _in_context(text: str, start: int, here: UnitHere | None, number: PrintedNumber | None) -> Unit | None:
    """The unit, told apart by the words before where one word has two meanings."""
    if here is None:
        return None
    if here.unit.unit == "occasion" and (
        (number is not None and number.decimals) or _TIMES_BEFORE.search(text[max(0, start - 24) : start])
    ):
        return TIMES
    if here.unit.unit == "site" and (
        (number is not None and number.decimals) or _SCORE_BEFORE.search(text[max(0, start - 24) : start])
    ):
        return here.unit.model_copy(update={"unit": "score", "dimension": "scores", "counted": False})
    if here.unit.unit == "dong" and _SILVER_BEFORE.search(text[max(0, start - 12) : start]):
        return None  # ``9 vàng, 8 bạc, 13 đồng`` are medals
    before = text[max(0, start - 80) : start]
    if here.unit.unit == "feedback-item" and _PETITION_BEFORE.search(before):
        return PETITION
    return suspect_or_beneficiary(here.unit, before)


def _with_sign(text: str, start: int, number: PrintedNumber | None) -> tuple[int, PrintedNumber | None]:
    """Take in a minus before the digits; a bullet's dash and the dash of a range are none."""
    at = start - 1
    spaced = at > 0 and text[at] == " " and text[at - 1] == "−"
    at -= spaced
    if at < 0 or text[at] not in _MINUS or (at == 0 and text[at] != "−"):
        return start, number
    if not (spaced or text[at] == "−" or _OPENS_A_NEGATIVE.search(text[max(0, at - 16) : at])):
        return start, number
    if re.search(r"[\d%] ?\Z", text[max(0, at - 2) : at]):
        return start, number
    negative = number and PrintedNumber(text[at:start].strip() + number.text, -number.value, number.decimals)
    return at, negative


def _merge_compounds(text: str, mentions: list[Mention]) -> list[Mention]:
    merged: list[Mention] = []
    for mention in mentions:
        joined = _compound(text, merged[-1], mention) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(mention)
    return merged


def _compound(text: str, high: Mention, low: Mention) -> Mention | None:
    """``12 tỷ`` and ``345 triệu đồng`` as one amount in the smaller unit; None where they are two."""
    if high.number is None or low.number is None or high.unit is None or low.unit is None:
        return None
    if text[high.stop : low.start] not in (" ", "\u00a0") or high.number.decimals or low.number.value < 0:
        return None
    if high.dimension not in _DIVISIBLE or (high.dimension != low.dimension and high.dimension != "number"):
        return None
    ratio = high.unit.scale / low.unit.scale
    if ratio < 10 or ratio != int(ratio) or low.number.value >= ratio:
        return None
    with localcontext(prec=60):
        value = abs(high.number.value) * ratio + low.number.value
    value = -value if high.number.value < 0 else value
    printed = text[high.start : low.end]
    number = PrintedNumber(printed, value, low.number.decimals)
    return replace(high, end=low.end, stop=low.stop, printed=printed, number=number, unit=low.unit, form="compound")


def _share_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """In ``52.945,624/153.369,012 triệu đồng`` the first has the second's unit; likewise down a range or a row.

    A row is told by its words: ``lần lượt là 12, 15 và 20 vụ``.
    """
    shared = list(mentions)
    for place in range(len(shared) - 2, -1, -1):
        first, second = shared[place], shared[place + 1]
        if first.unit is not None or second.unit is None or second.form == "words":
            continue
        between = text[first.stop : second.first]
        is_ratio = _RATIO.match(between) and second.dimension != "ratio"
        in_turn = between in _IN_ROW and "lần lượt" in text[max(0, first.start - _REACH) : first.start].lower()
        if is_ratio or in_turn or _is_range(text, first, second):
            shape = read_shape(first.printed.lstrip(_MINUS), second.unit)
            known = first.number if first.number and first.number.value < 0 else shape.number
            shared[place] = replace(first, unit=second.unit, number=known, form=shape.form)
    return shared


def _is_range(text: str, first: Mention, second: Mention) -> bool:
    if first.number is None or second.number is None or second.unit is None:
        return False
    between = text[first.stop : second.first]
    if first.number.value >= second.number.value or first.qualifier not in ("", "about", "over"):
        return False
    if _RANGE.match(between):
        return first.unit in (None, second.unit) and (first.unit is None or len(between) <= 3)
    return bool(_TO.match(between)) and first.unit in (None, second.unit)


def _mark_ranges(text: str, mentions: list[Mention]) -> list[Mention]:
    """The two ends of a range bound the amount: at least the first, at most the second."""
    marked = list(mentions)
    for place in range(len(marked) - 1):
        first, second = marked[place], marked[place + 1]
        if first.form != "range" and first.unit is not None and _is_range(text, first, second):
            marked[place] = replace(first, qualifier="at_least", form="range")
            marked[place + 1] = replace(second, qualifier="at_most", form="range")
    return marked
