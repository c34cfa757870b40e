"""What a figure is called in the text around it: the noun phrase that it counts or measures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from phulien_analysis.characters import UPPER
from phulien_analysis.reading.mention import Mention, Token
from phulien_analysis.reading.phrases import any_of

_FIGURE = "\x00"
_LONGEST = 80
_REACH = 400
_LONGEST_VERB = 24
_MARKS = " -–+*•/\u00a0"
_SENTENCE = re.compile(rf"[;.] (?=[{UPPER}])|;|\.\Z| \| ")
_CUT = re.compile(r"[,:()=]| - | – ")
_VERBS = any_of(
    """ước thực hiện được|ước thực hiện|thực hiện được|thực hiện|ước đạt|đạt được|đã đạt|đạt|ước|là|có|với|gồm|
    bằng|được|
    chiếm|tăng|giảm|còn|khoảng|tổng số tiền|số tiền|trị giá|tương đương|tương ứng|bao gồm|trong đó|cụ thể|từ|
    cho|đối với|
    của|đã|và|hơn|trên|gần|dưới|xuống|lên|vượt|trong|đến|gấp|cao|thấp|hiện có|nay là|số lượng|xảy ra|phát sinh|
    toàn phường có|toàn xã có|ở mức|do|mỗi|so với|thêm|tổng cộng|như|nhằm|không|chưa|theo|=|+|-"""
)
_OPENINGS = any_of(
    """trong đó|cụ thể|kết quả|tổng số|gồm|bao gồm|đến nay|hiện nay|hiện đang|ước tính|ước|tính đến nay|từ|đến|
    và|đã|với|
    có|trong|tính|cùng|riêng|như|ngày|tháng|năm|quý|hết|tính đến|lũy kế|lũy kế đến|đầu năm|cuối năm|toàn phường|toàn xã|
    phường|xã"""
)
_COMPARED = any_of("cùng kỳ|dự toán|kế hoạch|ck|tháng trước|năm trước|cùng kỳ năm trước|cùng kỳ năm ngoái")
_STOPS = any_of(
    """bao gồm|trong đó|với|đạt|bằng|tăng|giảm|so|được|đã|tại|theo|do|cho|từ|để|có|và|chiếm|là|nhằm|thuộc|trị|đang|trên|
    cùng|gồm|tham|nay|đến|ước|tương|phục|còn|bị|ở|về|không|trở"""
)
_CONNECTIVES = any_of(
    """và|so|đến|bằng|đạt|tăng|giảm|trong đó|với|được|đã|chiếm|lên|xuống|trở|hoặc|còn|nên|thì|gồm|bao gồm|kế hoạch|
    dự toán"""
)
_AREAS = any_of("phường|xã|huyện|thành phố|tỉnh|quận|thị trấn|thị xã|đặc khu")
_TAIL = re.compile(rf"(?:\s|^){_VERBS}\Z", re.IGNORECASE)
_HEAD = re.compile(rf"(?:{_OPENINGS}|còn(?! lại)|so (?:với )?{_COMPARED})(?=\s|\Z)[\s:]*", re.IGNORECASE)
_AFTER = re.compile(rf"[,;:.()=/|0-9]|(?:\A|\s){_STOPS}(?=\s|\Z)", re.IGNORECASE)
_LEADS_ON = re.compile(rf"{_CONNECTIVES}(?!\w)", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?:toàn|trên địa bàn|địa bàn|tại|của)?\s?{_AREAS}(?: [^\W\d_]{{1,12}}){{0,4}}",
    re.IGNORECASE,
)
_DATE_WORD = re.compile(
    r"(?<!\w)(?:(?:từ|đến|hết|tính đến|trong|đầu|cuối|cả|kể từ) )?(?:ngày|tháng|năm|năm học|quý|giai đoạn) ?\Z",
    re.IGNORECASE,
)
_OF_THE_ONE_BEFORE = re.compile(r" (?P<words>[^\W\d_][^,;:.()]{0,60})(?:,| và|, và) ?")
_LEADING_MARK = re.compile(r"[0-9]{0,2}\s*[:–-]?\s*(?:là|của|từ|cho|do|đối với)?\s*")
_MARK = re.compile(r"[,;:()=|/]|\.(?!\w)")


def label_of(text: str, mentions: Sequence[Mention], place: int, tokens: Sequence[Token]) -> str:
    """The noun phrase of the figure at ``place``: what stands before it, else what follows; empty if there is none."""
    mention = mentions[place]
    counted = mention.unit is not None and mention.unit.counted
    before = _before(text, mentions, place, tokens)
    if counted:
        return _shortened(_counted(text, _with_noun(mentions, place), before))
    after = _sentence_after(text, mentions, place)
    value_first = _is_value_first(text, mention) or _goes_on_value_first(text, mentions, place)
    return _shortened(after or before if value_first else before or after)


def _counted(text: str, mention: Mention, before: str) -> str:
    """The noun counted with what follows it, or with what is done to it: ``hộ cận nghèo``, ``tiếp nhận hồ sơ``."""
    noun = text[mention.end : mention.stop].rsplit(")", 1)[-1].strip(" \u00a0")
    after = _noun_phrase(text, mention)
    if before and not after and noun.casefold() in before.casefold():
        return before
    return f"{before} {noun}" if before and not after else f"{noun} {after}"


def _with_noun(mentions: Sequence[Mention], place: int) -> Mention:
    """The figure itself, or, where it shares a unit that is printed after a later one, that one."""
    later = place
    while mentions[later].stop == mentions[later].end and later + 1 < min(len(mentions), place + 4):
        later += 1
    return mentions[later] if mentions[later].unit == mentions[place].unit else mentions[place]


def _is_value_first(text: str, mention: Mention) -> bool:
    """Whether the value opens its item: at the start, in a bracket, after a semicolon."""
    lead = text[max(0, mention.first - 3) : mention.first].rstrip()
    return (
        mention.dimension != "ratio"
        and (not lead or lead[-1] in "(;+|")
        and text[mention.stop : mention.stop + 1] != "/"
    )


def _goes_on_value_first(text: str, mentions: Sequence[Mention], place: int) -> bool:
    """Whether the words before belong to the figure before: ``10 ha ngô, 15,5 ha lạc và 3 ha sen``."""
    previous, mention = mentions[place - 1] if place else None, mentions[place]
    if previous is None or previous.unit is None or previous.unit != mention.unit or mention.dimension == "ratio":
        return False
    between = _OF_THE_ONE_BEFORE.fullmatch(text[previous.stop : mention.first])
    return between is not None and not _LEADS_ON.match(between["words"])


def _before(text: str, mentions: Sequence[Mention], place: int, tokens: Sequence[Token]) -> str:
    """The nearest phrase of the sentence before the figure that says more than a verb and a date."""
    first = mentions[place].first
    begin = max(0, first - _REACH)
    begin = max(begin, text.find(" ", begin, first)) if begin else 0
    lead = _blanked(text, begin, first, mentions[max(0, place - 12) : place], tokens)
    breaks = list(_SENTENCE.finditer(lead))
    lead = lead[breaks[-1].end() :] if breaks else lead
    unit = mentions[place].unit
    nouns = {text[m.end : m.stop].strip().casefold() for m in mentions[max(0, place - 3) : place]}
    counted = unit is not None and unit.counted
    for phrase in reversed(_CUT.split(lead)):
        if len(phrase) < 2 or (counted and phrase.startswith(_FIGURE)):
            continue
        stripped = _stripped(phrase.lstrip(_FIGURE))
        if len(stripped) > 1 and stripped.casefold() not in nouns and not _PLACE.fullmatch(stripped):
            return stripped
    return ""


def _blanked(text: str, begin: int, end: int, mentions: Sequence[Mention], tokens: Sequence[Token]) -> str:
    """The text without its dates; a figure is cut down to a sign, and to its noun where it counts something."""
    pieces = [
        (m.first, m.end if m.unit and m.unit.counted else m.stop, f",{_FIGURE}") for m in mentions if m.stop > begin
    ]
    times = [t for t in _near(tokens, begin, end) if t.kind in ("date", "year", "time")]
    pieces += [(_with_its_word(text, begin, t.start), t.end, "") for t in times]
    lead, at = "", begin
    for start, stop, instead in sorted(pieces):
        if start >= at and stop <= end:
            lead += text[at:start] + instead
            at = stop
    return lead + text[at:end]


def _with_its_word(text: str, begin: int, start: int) -> int:
    """Where a date begins, with the word before it that makes it one."""
    word = _DATE_WORD.search(text, max(begin, start - 24), start)
    return word.start() if word else start


def _near(tokens: Sequence[Token], begin: int, end: int) -> list[Token]:
    first = bisect_left(tokens, begin, key=_start)
    return [token for token in tokens[first : bisect_left(tokens, end, key=_start)] if token.end <= end]


def _start(token: Token) -> int:
    return token.start


def _stripped(phrase: str) -> str:
    """A phrase without the verbs that lead to its number and the words of time before it."""
    shorter = phrase.strip(_MARKS)
    while match := _TAIL.search(shorter, max(0, len(shorter) - _LONGEST_VERB)):
        shorter = shorter[: match.start()].strip(_MARKS)
    while match := _HEAD.match(shorter):
        shorter = shorter[match.end() :].strip(_MARKS)
    return shorter


def _noun_phrase(text: str, mention: Mention) -> str:
    """What follows the unit, up to the next mark or verb."""
    follow = text[mention.stop : mention.stop + 2 * _LONGEST]
    match = _AFTER.search(follow)
    return (follow[: match.start()] if match else follow).strip()


def _sentence_after(text: str, mentions: Sequence[Mention], place: int) -> str:
    """What follows a value that stands first, up to the next mark or figure."""
    mention = mentions[place]
    end = mentions[place + 1].first if place + 1 < len(mentions) else len(text)
    follow = _LEADING_MARK.sub("", text[mention.stop : min(end, mention.stop + 2 * _LONGEST)], count=1)
    match = _MARK.search(follow)
    if _LEADS_ON.match(follow):
        return ""
    return (follow[: match.start()] if match else follow).strip().removesuffix(" và")


def _shortened(label: str) -> str:
    """At most 80 characters, cut at a word."""
    label = " ".join(label.split())
    return label if len(label) <= _LONGEST else label[:_LONGEST].rsplit(" ", 1)[0]
