"""Words of labels and texts made comparable: lower case, one spelling of tone marks, without marks where need be."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

_WORD = re.compile(r"[^\W_]+")
_ALIKE = 80.0
_UNKNOWN = 2.0  # what a word tells that no label has
_SHORT = 4
# Words that carry nothing of what is measured.
_EMPTY = frozenset(
    [
        *("và", "của", "các", "những", "được", "đã", "đang", "là", "có", "cho", "với", "từ", "đến", "trong", "trên"),
        *("tại", "theo", "về", "do", "để", "ở", "này", "đó", "khi", "như", "số", "ngày", "tháng", "năm", "triệu"),
        *("nghìn", "tỷ", "ước", "thực", "hiện", "đạt", "bằng", "tổng", "gồm", "nay"),
    ]
)
# One thing under two names, as clerks write it; the right-hand form is the catalogue's habit.
_SAME = {
    "kh": "kế hoạch", "ks": "khai sinh", "tthc": "thủ tục hành chính",
    "hđnd": "hội đồng nhân dân", "nstp": "ngân sách thành phố",
    "ubnd": "ủy ban nhân dân", "xdcb": "xây dựng cơ bản", "gpmb": "giải phóng mặt bằng", "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội", "nsnn": "ngân sách nhà nước", "gcn": "giấy chứng nhận", "tnmt": "tài nguyên môi trường",
    "tngt": "tai nạn giao thông", "hkd": "hộ kinh doanh", "thcs": "trung học cơ sở", "ttgt": "trật tự giao thông",
    "pano": "pa nô", "panô": "pa nô", "zôn": "rôn", "sđđ": "sử dụng đất",
    "tncn": "thu nhập cá nhân", "tndn": "thu nhập doanh nghiệp", "qsdđ": "quyền sử dụng đất",
    "gpxd": "giấy phép xây dựng", "ntm": "nông thôn mới", "ocop": "sản phẩm ocop",
    "hvhc": "hành vi hành chính", "vphc": "vi phạm hành chính", "xuất": "suất",
    "btxh": "bảo trợ xã hội", "ncc": "người có công",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Without tone marks and diacritics, in lower case: for comparing what was typed in haste."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def _one_spelling(word: str) -> str:
    """``hoá`` and ``hóa``, ``uỷ`` and ``ủy`` are one word: the letters, then the marks in alphabetical order."""
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFD", word):
        (tones if character in "\u0300\u0301\u0303\u0309\u0323" else letters).append(character)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(sorted(tones))


def words_of(text: str) -> list[str]:
    """The words of a text that say what is measured; abbreviations are written out."""
    found: list[str] = []
    for word in _WORD.findall(text.lower()):
        found.extend(_SAME.get(word, word).split(" "))
    return [_one_spelling(word) for word in found if word not in _EMPTY and not word.isdecimal()]


@dataclass(frozen=True)
class Lexicon:
    """The words of the catalogue's labels: how much each tells, and which of them a word of a text is."""

    weights: Mapping[str, float]
    plain: Mapping[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)

    def weight(self, word: str) -> float:
        """How much a word tells: the rarer among the labels, the more."""
        return self.weights.get(word, _UNKNOWN)

    def known(self, word: str) -> str:
        """The word of the labels that this one is, a slip of typing allowed; else the word itself."""
        if word in self.weights:
            return word
        if word not in self.seen:
            self.seen[word] = self._nearest(word)
        return self.seen[word]

    def _nearest(self, word: str) -> str:
        plain = fold(word)
        if plain in self.plain:
            return self.plain[plain]
        if len(plain) < _SHORT:
            return word
        best = process.extractOne(plain, self.plain.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self.plain[best[0]] if best and len(best[0]) >= _SHORT else word


def lexicon(labels: Iterable[str]) -> Lexicon:
    """The lexicon of some labels."""
    listed = [set(words_of(label)) for label in labels]
    counts = Counter(word for words in listed for word in words)
    weights = {word: math.log(1 + len(listed) / count) for word, count in counts.items()}
    return Lexicon(weights, {fold(word): word for word in sorted(counts, key=lambda w: -counts[w])[::-1]})
