"""The unit that stands at a number: the longest run of known words after it, with its magnitude and what it is per."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from phulien_analysis.catalogue import Unit
from phulien_analysis.reading.phrases import phrases
from phulien_analysis.reading.vocabulary import COUNTED, MAGNITUDES, MEASURES, SPANS


class Magnitude(NamedTuple):
    """A word of magnitude such as ``triệu``."""

    name: str
    scale: Decimal
    label_vi: str
    label_en: str


class UnitHere(NamedTuple):
    """A unit found in a text: it ends before ``end``; ``magnitude`` is the scale word in it, if any."""

    unit: Unit
    end: int
    magnitude: Magnitude | None = None


_LETTERS = r"[^\W\d_]"
_WORD = re.compile(
    rf"[đĐ]/[cC](?!\w)|[tT]/[hH](?!\w)|[kcdhKCDH]?[mM][23](?!\w)|{_LETTERS}{{1,20}}(?:-{_LETTERS}{{1,12}}){{0,2}}(?!\w)|%|‰|°C"
    rf"|{_LETTERS}{{2,20}}(?=[1-9][0-9]?(?![\w/]|[.,][0-9]))"  # a footnote's marker is glued to it: ``12 hộ5``
)
_GAP = re.compile(r",?[ \u00a0]")
_SLASH = re.compile(r"[ \u00a0]?/[ \u00a0]?(?=[^\W\d_])")
_SHORT_MONEY = re.compile(r"(tr|ng|tỷ|t)\.[ \u00a0]?(?:đồng|đ)(?!\w)", re.IGNORECASE)
_GLUED_MONEY = frozenset({"trđ", "trđồng", "nđ", "ngđ", "tỷđ"})
_MOST_WORDS = 6
_LOWER_ONLY = frozenset({"đ", "m", "l", "g", "h", "s", "em", "nam", "nữ", "ban", "dù", "bình", "cụ", "ô"})
_TRAITORS = {  # words after which the unit before them is something else: "tỷ lệ" is a rate, not a thousand million
    "tỷ": {"lệ", "trọng", "giá", "suất", "phú"},
    "tỉ": {"lệ", "trọng", "giá", "suất"},
    "đồng": {"thời", "bộ", "loạt", "đều", "thuận", "hành", "ý"},
    "việc": {"làm"},
    "em": {"bé"},
    "ban": {"hành", "đầu", "ngày", "thường"},
    "ca": {"cao"},
    "đoàn": {"kết"},
    "bình": {"quân"},
    "bảng": {"anh"},
    "con": {"đường", "số"},
    "nhóm": {"ngành"},
    "nơi": {"có"},
    "đường": {"bộ", "ống", "dây"},
    "chỗ": {"trống"},
    "quả": {"thực"},
}
_NO_NOUN = phrases(  # words that may follow "5 triệu" without being what is counted
    """tăng|giảm|đạt|bằng|so|của|và|với|cho|để|là|từ|đến|trong|trên|theo|chiếm|vượt|được|do|tại|gồm|bao|còn|thì|nên|
    mà|ở|về|cùng|năm|tháng|ngày|thu|chi|lên|xuống|khi|nếu|hoặc|nhưng|cả|hỗ|đã|sẽ|có|vốn|tiền|gần|hơn|khoảng|trở|mỗi|
    một|quý|phần|nhằm|thuộc|như|cao|thấp|kế|dự"""
)
_WORDS_OF_SUSPICION = re.compile(r"(?i)vụ|bắt|khởi tố|tội phạm|phạm pháp|ma túy|ma tuý|đánh bạc|trộm|truy nã")


def _lines(table: str) -> Iterator[list[str]]:
    for line in re.sub(r"\n +", " ", table.strip()).split("\n"):
        yield [field.strip() for field in line.split("|")]


def _slug(words: str, taken: set[str]) -> str:
    """An identifier for a noun that has none: its letters without marks, numbered when another noun has it already."""
    plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    base = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    name = next(n for n in (base, *(f"{base}-{i}" for i in range(2, 99))) if n not in taken)
    taken.add(name)
    return name


def _key(words: str) -> str:
    return words.replace(",", "").casefold()


def _read_table(table: str, taken: set[str], *, counted: bool) -> dict[str, Unit]:
    known: dict[str, Unit] = {}
    for name, dimension, scale, nouns, label_en in _lines(table):
        for place, noun in enumerate(nouns.split(" + ")):
            words = [word.strip() for word in noun.split(";")]
            own = _slug(words[0], taken) if place else name
            unit = Unit(
                unit=own,
                dimension=dimension if dimension == "persons" or (dimension and not place) else f"{own}s",
                scale=Decimal(scale),
                counted=counted,
                label_vi=words[0],
                label_en=label_en,
            )
            known.update({_key(word): unit for word in words})
    return known


_BELOW = phrases(  # what a rate is per, besides spans of time
    """người|người dân|dân|nhân khẩu|khẩu|lao động|học sinh|giáo viên|trẻ|cháu|em|cụ|đối tượng|hội viên|đảng viên|hộ|
    hộ dân|hộ gia đình|suất|suất quà|con|cây|ha|m2|m²|m3|m³|km2|km²|km|m|kg|tấn|tạ|lít|lần|lượt|lượt người|buổi|cuộc|
    lớp|trường|xã|phường|thôn|ca|giường|phiếu|sào|căn|nhà|cơ sở|doanh nghiệp|kwh|thẻ|hồ sơ|mô hình|đơn vị|chiếc|bộ|tổ|
    đội|xe|tàu|chuyến|usd|gia đình|trường hợp|sản phẩm|cái|dự án|nhiệm vụ|bài|tin|chuyến xe|tổ dân phố|chi bộ|
    hội nghị|cuộc|phiên|đợt|công trình|chương trình|vụ việc|chi hội|khách|du khách|lượt khách|nhà giáo"""
)
_TAKEN = {fields[0] for table in (MEASURES, COUNTED, SPANS) for fields in _lines(table)}
_NOUNS = _read_table(COUNTED, _TAKEN, counted=True)
_MEASURES = _read_table(MEASURES, _TAKEN, counted=False)
_SPANS = _read_table(SPANS, _TAKEN, counted=True)
_UNITS = {**_NOUNS, **_MEASURES}
_PER = {**{word: _UNITS[word] for word in sorted(_BELOW)}, **_SPANS}
_MAGNITUDES = {
    word.strip(): Magnitude(name, Decimal(10) ** int(power), words.split(";")[0].strip(), label_en)
    for name, power, words, label_en in _lines(MAGNITUDES)
    for word in words.split(";")
}
_BARE_MONEY = frozenset({"million", "billion", "trillion", "quadrillion"})
SUSPECT, TIMES = (
    Unit(unit="suspect", dimension="persons", scale=Decimal(1), counted=True, label_vi="đối tượng", label_en="suspect"),
    Unit(unit="times", dimension="times", scale=Decimal(1), counted=False, label_vi="lần", label_en="time"),
)
PETITION = _NOUNS["đơn"]
_OFTEN = Unit(
    unit="time-per-day",
    dimension="times-per-day",
    scale=Decimal(1),
    counted=True,
    label_vi="lần/ngày",
    label_en="time a day",
)


def unit_at(text: str, at: int) -> UnitHere | None:
    """The unit whose words begin at ``at``, or one space after it; None where no known unit stands there."""
    start = at + 1 if text[at : at + 1] in (" ", "\u00a0") else at
    head = text[start : start + 1]
    if not (head.isalpha() or head in ("%", "‰", "°")):
        return None
    words = _words_from(text, start)
    found = _plain_unit(text, start, words)
    return _per(text, found) if found else None


def suspect_or_beneficiary(found: Unit, before: str) -> Unit:
    """``đối tượng`` is a suspect where the words before tell of offences, else one who benefits from a policy."""
    return SUSPECT if found.unit == "beneficiary" and _WORDS_OF_SUSPICION.search(before) else found


def _words_from(text: str, start: int) -> list[tuple[str, int]]:
    """Up to six words from ``start``, each with its end; a comma may stand between two words of one unit."""
    words: list[tuple[str, int]] = []
    at: int | None = start
    while at is not None and len(words) < _MOST_WORDS:
        match = _WORD.match(text, at)
        if match is None:
            break
        words.append((match.group(), match.end()))
        gap = _GAP.match(text, match.end())
        at = gap.end() if gap else None
    return words


def _plain_unit(text: str, start: int, words: list[tuple[str, int]]) -> UnitHere | None:
    short = _short_money(text, start, words)
    if short:
        return short
    magnitude, used = _magnitude(text, words)
    if magnitude is None:
        return _longest(text, words, _UNITS)
    parted = len(words) > used and text[words[used - 1][1] : words[used][1]].startswith(",")
    noun = None if parted else _longest(text, words[used:], _UNITS)
    if noun:
        return UnitHere(_scaled(magnitude, noun.unit), noun.end, magnitude)
    return UnitHere(_bare(text, magnitude, words, used), words[used - 1][1], magnitude)


def _short_money(text: str, start: int, words: list[tuple[str, int]]) -> UnitHere | None:
    """``tr.đ``, ``trđ``, ``ngđ``, ``tỷ.đ``."""
    dotted = _SHORT_MONEY.match(text, start)
    if dotted:
        short, end = dotted.group(1), dotted.end()
    elif words and words[0][0].casefold() in _GLUED_MONEY:
        short, end = words[0][0].casefold().removesuffix("ồng").removesuffix("đ"), words[0][1]
    else:
        return None
    magnitude = _MAGNITUDES[{"tr": "triệu", "ng": "nghìn", "n": "nghìn"}.get(short.casefold(), "tỷ")]
    return UnitHere(_scaled(magnitude, _UNITS["đồng"]), end, magnitude)


def _magnitude(text: str, words: list[tuple[str, int]]) -> tuple[Magnitude | None, int]:
    """The word of magnitude at the front, and how many words it takes."""
    for count in (2, 1):
        if len(words) < count or (count == 2 and "," in text[words[0][1] : words[1][1]]):
            continue
        phrase = " ".join(word.casefold() for word, _ in words[:count])
        follower = words[count][0].casefold() if len(words) > count else ""
        if phrase in _MAGNITUDES and follower not in _TRAITORS.get(phrase.rsplit(" ", 1)[-1], ()):
            return _MAGNITUDES[phrase], count
    return None, 0


def _bare(text: str, magnitude: Magnitude, words: list[tuple[str, int]], used: int) -> Unit:
    """A magnitude without a unit: millions and more are money unless a noun that nobody knows follows."""
    follower = words[used][0] if len(words) > used else ""
    between = text[words[used - 1][1] : words[used][1]] if follower else ""
    is_noun = follower and "," not in between and follower.casefold() not in _NO_NOUN
    if magnitude.name in _BARE_MONEY and not is_noun:
        return _scaled(magnitude, _UNITS["đồng"])
    return Unit(
        unit=magnitude.name,
        dimension="number",
        scale=magnitude.scale,
        counted=False,
        label_vi=magnitude.label_vi,
        label_en=magnitude.label_en,
    )


def _longest(text: str, words: list[tuple[str, int]], known: dict[str, Unit]) -> UnitHere | None:
    """The unit of the longest run of words that is known."""
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        phrase = " ".join(word for word, _ in words[:count])
        unit = known.get(phrase.casefold())
        if unit is None or (count == 1 and _is_other_word(text, words)):
            continue
        return UnitHere(unit, words[count - 1][1])
    return None


def _is_other_word(text: str, words: list[tuple[str, int]]) -> bool:
    """Whether the first word only looks like a unit: a letter in capitals, or the head of another word."""
    word, end = words[0]
    folded = word.casefold()
    if folded in _LOWER_ONLY and word != folded:
        return True
    adjoining = len(words) > 1 and text[end : end + 1] != ","
    return adjoining and words[1][0].casefold() in _TRAITORS.get(folded, ())


def _per(text: str, found: UnitHere) -> UnitHere:
    """The unit with what it is per (``tạ/ha``, ``triệu đồng/người/năm``): nothing, one or two of them."""
    for _ in range(2):
        slash = _SLASH.match(text, found.end)
        below = _longest(text, _words_from(text, slash.end())[:2], _PER) if slash else None
        if below is None:
            break
        found = UnitHere(_rate(found.unit, below.unit), below.end, found.magnitude)
    return found


@cache
def _scaled(magnitude: Magnitude, unit: Unit) -> Unit:
    """A unit times a magnitude: ``triệu đồng``, ``nghìn lượt người``; no longer exact."""
    return Unit(
        unit=f"{magnitude.name}-{unit.dimension if unit.counted else unit.unit}",
        dimension=unit.dimension,
        scale=magnitude.scale * unit.scale,
        counted=False,
        label_vi=f"{magnitude.label_vi} {unit.label_vi}",
        label_en=f"{magnitude.label_en} {unit.label_en}",
    )


@cache
def _rate(unit: Unit, below: Unit) -> Unit:
    """A unit per another one; interest per month or year stays a ratio."""
    if unit.dimension in ("ratio", "points"):
        return unit
    if unit.unit == "occasion" and below.unit == "day":
        return _OFTEN
    return Unit(
        unit=f"{unit.unit}-per-{below.unit}",
        dimension=f"{unit.dimension}-per-{below.unit}",
        scale=unit.scale,
        counted=False,
        label_vi=f"{unit.label_vi}/{below.label_vi}",
        label_en=f"{unit.label_en} per {below.label_en}",
    )
