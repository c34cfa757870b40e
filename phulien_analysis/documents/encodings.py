"""Letters as they arrive: Unicode made uniform, and the two encodings of before Unicode, TCVN3 (ABC) and VNI.

Both old encodings live on in the fonts of templates: ``.VnTime`` (TCVN3, TCVN 5712:1993), ``VNI-Times`` (VNI). The file
then holds letters of Western Europe which only the font shows as Vietnamese ones (``ViÖt Nam``, ``Vieät Nam``), so they
are decoded before they are normalised: in TCVN3 the soft hyphen is the letter ư.

:class:`Traced` texts also know where each letter came from, for a comment must stand where the letters are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from phulien_analysis.documents.lookalikes import settled
from phulien_analysis.messages import Message

Legacy = Literal["tcvn3", "vni"]
_OLD_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
LEGACY: tuple[Legacy, ...] = ("tcvn3", "vni")

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SELECTORS = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080))))  # of forms, and of languages
_INVISIBLE = (
    _SELECTORS
    + "\u061c\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# The Icelandic Eth looks like Đ, and some keyboards give it for that; ‐ and ‑ are hyphens, the second does not break.
_ODD = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_INVISIBLE, ""),
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u2010": "-",
    "\u2011": "-",
}
_ODD_LETTERS = str.maketrans(_ODD)
# Canonical ordering takes the square of the length of a run of marks: Unicode's own bound for streams is 30 (UAX 15).
_LONGEST_CLUSTER = 31
_LONG_RUN = re.compile(r"[^\x00-\x7f]{31}")

# TCVN 5712:1993 from 0xA1 to 0xFF. Below is ASCII and, in Word, the usual dashes and quotation marks.
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323"
    "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {chr(0xA1 + place): letter for place, letter in enumerate(_TCVN3_LETTERS)}

# VNI writes a letter and, after it, a mark; ơ and ư are letters of their own, as are đ, ỵ and all forms of i.
_VNI_LETTERS = dict(zip("ôöñìíæóòî", "ơưđìíỉĩịỵ", strict=True))
_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_HATS = dict(zip("âàáåãä", ["\u0302", *("\u0302" + tone for tone in _TONES.values())], strict=True))
_BREVES = dict(zip("êèéúüë", ["\u0306", *("\u0306" + tone for tone in _TONES.values())], strict=True))
_VNI_MARKS = {
    "a": _TONES | _HATS | _BREVES,
    **dict.fromkeys("eo", _TONES | _HATS),
    **dict.fromkeys("uyôö", _TONES),
}

# Letters that only Unicode has: a text with one of them is not in an old encoding.
_UNICODE_LETTER = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_OLD_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff\u0152\u0153\u0178]{1,40}")

# A Vietnamese syllable: onset, rime without its tone, and at most one tone.
_SYLLABLE = re.compile(
    r"""(?:b|ch?|d|đ|gh?|gi|kh?|h|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?
    (?:
    a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|
    ây|e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|
    iêt|iêu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oat|oay|oăc|oăm|
    oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|
    ơ|ơi|ơm|ơn|ơp|ơt|u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|
    uông|uôt|up|ut|uơ|uy|uya|uych|uynh|uyên|uyêt|uyn|uyt|uyu|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|
    ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêng|yêt|yêu|uyp|oap
    )""",
    re.VERBOSE,
)
_STOPS = ("c", "ch", "p", "t")
_FEWEST_WORDS = 3
_MOST_WRONG = 4  # one word in four may be a name or an abbreviation


@dataclass(frozen=True)
class Traced:
    """A text, and for each of its letters the index where it came from; ``origins`` never goes back."""

    text: str
    origins: tuple[int, ...]

    def then(self, step: Traced) -> Traced:
        """The text after a further step that was taken on this one."""
        return Traced(step.text, tuple(self.origins[origin] for origin in step.origins))


def traced(text: str) -> Traced:
    """A text as it is, each letter its own origin."""
    return Traced(text, tuple(range(len(text))))


def normalise(text: str) -> str:
    """The text in NFC with plain spaces and without invisible letters; dashes (–) and the minus (−) stay what they are.

    Old encodings must be decoded before: their letters do not survive this.
    """
    text = settled(text)
    if text.isascii():
        return text
    plain = text.translate(_ODD_LETTERS)
    return (
        plain
        if not _LONG_RUN.search(plain) and unicodedata.is_normalized("NFC", plain)
        else _composed_traced(text).text
    )


def normalise_traced(text: str) -> Traced:
    """As :func:`normalise`, with the origin of every letter."""
    return _composed_traced(settled(text))


def _composed_traced(text: str) -> Traced:
    plain = text == text.translate(_ODD_LETTERS) and not _LONG_RUN.search(text)
    if plain and unicodedata.is_normalized("NFC", text):
        return traced(text)
    seen = _gathered((_ODD.get(letter, letter), place) for place, letter in enumerate(text))
    return seen.then(_gathered(_composed(seen.text)))


def legacy_font(font: str) -> Legacy | None:
    """The old encoding that a font's name stands for, or None for any other font."""
    if re.match(r"\.?Vn(?!i)[A-Z0-9]", font) or font.lower().startswith(".vn"):
        return "tcvn3"
    return "vni" if re.match(r"(?i)VNI[-_ ]", font) else None


def shows_capitals(font: str) -> bool:
    """Whether a font of TCVN3 shows small letters as capitals: its name ends in H (``.VnTimeH``)."""
    return legacy_font(font) == "tcvn3" and font.rstrip().endswith("H")


def decode_legacy(text: str, font: str) -> str:
    """A text set in ``font``, decoded if that is a font of an old encoding and the text is not Unicode all the same."""
    encoding = legacy_font(font)
    if encoding is None or is_unicode(text, encoding):
        return text
    decoded = decode_as(text, encoding)
    return decoded.upper() if shows_capitals(font) else decoded


def decode_as(text: str, encoding: Legacy) -> str:
    """A text in an old encoding, its bytes read as Latin-1 or Windows-1252, as Unicode in NFC."""
    return decode_traced(text, encoding).text


def decode_traced(text: str, encoding: Legacy) -> Traced:
    """As :func:`decode_as`, with the origin of every letter."""
    pieces = _tcvn3_pieces(text) if encoding == "tcvn3" else _vni_pieces(text)
    decoded = _gathered(pieces)
    return decoded.then(_gathered(_composed(decoded.text)))


def is_unicode(text: str, encoding: Legacy) -> bool:
    """Whether a text that stands in a font of an old encoding is Unicode after all, as pasted text often is."""
    if text.isascii() or _UNICODE_LETTER.search(text):
        return True
    words = set(_OLD_WORD.findall(text))
    as_it_is = sum(_is_vietnamese(word) for word in words)
    return as_it_is > sum(_is_vietnamese(decode_as(word, encoding)) for word in words)


def detect_legacy(text: str) -> Legacy | None:
    """The old encoding of a text without fonts (its bytes read as Latin-1 or Windows-1252), or None.

    Three different words must become Vietnamese syllables, three of four of those that change must, and twice as many
    as are such already: plain ASCII, French and Vietnamese in Unicode never are taken for an old encoding.
    """
    if text.isascii() or _UNICODE_LETTER.search(text):
        return None
    words = {word for word in _OLD_WORD.findall(text) if not word.isascii()}
    already = sum(_is_vietnamese(word) for word in words)
    scores = {encoding: sum(_is_vietnamese(decode_as(word, encoding)) for word in words) for encoding in LEGACY}
    best = max(LEGACY, key=lambda encoding: scores[encoding])
    wrong = len(words) - scores[best]
    if scores[best] < max(_FEWEST_WORDS, 2 * already + 1) or wrong * _MOST_WRONG > len(words):
        return None
    return best


def decoded_from(name: str, encoding: Legacy) -> Message:
    """The remark on a file whose text was in an old encoding."""
    return Message(
        "{name} is in the old encoding {encoding}; it was decoded to Unicode.",
        {"name": name, "encoding": _OLD_NAMES[encoding]},
    )


def _gathered(pieces: Iterable[tuple[str, int]]) -> Traced:
    """Pieces of text with where they start, as one; letters of a piece share its origin."""
    letters: list[str] = []
    origins: list[int] = []
    for piece, origin in pieces:
        letters.append(piece)
        origins.extend([origin] * len(piece))
    return Traced("".join(letters), tuple(origins))


def _composed(text: str) -> Iterator[tuple[str, int]]:
    """NFC of each cluster of letters that compose, with its start."""
    start = 0
    for place in range(1, len(text) + 1):
        cluster = text[start:place]
        if place < len(text) and _joins(cluster, text[place]):
            continue
        yield unicodedata.normalize("NFC", cluster), start
        start = place


def _joins(cluster: str, letter: str) -> bool:
    """Whether a letter must be composed together with the cluster before it."""
    if letter.isascii() or len(cluster) >= _LONGEST_CLUSTER:
        return False
    if unicodedata.combining(letter):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", letter)
    return unicodedata.normalize("NFC", cluster + letter) != apart


def _tcvn3_pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each letter decoded; where the capitals of a word were meant as such, its letters with marks follow them."""
    capital = _in_capitals(text)
    for place, letter in enumerate(text):
        decoded = _TCVN3.get(letter, letter)
        yield (decoded.upper() if capital[place] else decoded), place


def _in_capitals(text: str) -> list[bool]:
    """Which letters stand in a word typed in capitals: ABC fonts have none with a tone, so ``HéI`` is HỘI."""
    capital = [False] * len(text)
    for word in re.finditer(r"[A-Za-z\u00a1-\u00ff]{2,40}", text):
        plain = [letter for letter in word[0] if letter.isascii()]
        if len(plain) > 1 and all(letter.isupper() for letter in plain):
            capital[word.start() : word.end()] = [True] * len(word[0])
    return capital


def _vni_pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each letter with the mark after it, decoded."""
    place = 0
    while place < len(text):
        letter = text[place]
        mark = _VNI_MARKS.get(letter.lower(), {}).get(text[place + 1 : place + 2].lower(), "")
        plain = _VNI_LETTERS.get(letter.lower())
        decoded = unicodedata.normalize("NFC", (plain or letter.lower()) + mark) if plain or mark else letter
        yield (decoded.upper() if letter.isupper() else decoded), place
        place += 2 if mark else 1


@cache
def _is_vietnamese(word: str) -> bool:
    """Whether a word is one Vietnamese syllable with a letter that ASCII has not."""
    if word.isascii() or word not in (word.lower(), word.upper(), word.capitalize()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES.values()]
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES.values()))
    # A syllable that ends in a stop is said with the acute or the dot only.
    possible = {"\u0301", "\u0323"} if plain.endswith(_STOPS) else {"", *_TONES.values()}
    return "".join(tones) in possible and _SYLLABLE.fullmatch(plain) is not None
