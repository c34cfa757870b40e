"""What must not be published, told by its shape: traces of a program, places on a machine, secrets, who a person is.

A shape is as narrow as it can be, for the figures of a report are digits, too: a Vietnamese number never begins with 0
before its first point, a telephone and a citizen number do. What cannot be told by its shape alone (a number of nine
digits) counts only beside words that say what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from phulien_analysis.messages import Message, Sayable, mark

Mask = Callable[[str], str]
_ENDS = 2


@dataclass(frozen=True)
class Kind:
    """A kind of leak: what it is called, and whether one that may be published can be allowed."""

    name: str
    mask: Mask
    allowable: bool = True
    number: bool = False


@dataclass(frozen=True)
class Leak:
    """One leak in a text: its kind, the text itself, and where it begins. It is told masked, never as it stands."""

    kind: Kind
    text: str
    start: int

    @property
    def key(self) -> tuple[str, str]:
        """The same for every writing of one thing: with and without gaps, capitals, the country's code."""
        return self.kind.name, plain(self.text, number=self.kind.number)

    def say_masked(self) -> Sayable:
        """The kind, and as much of the text as helps to find it."""
        masked, length = self.kind.mask(self.text), str(len(self.text))
        return Message(
            "{what} ({masked}, {n} characters)", {"what": Message(self.kind.name), "masked": masked, "n": length}
        )


def plain(text: str, *, number: bool) -> str:
    """A text as it is compared with another: of a number the digits, with 0 for the country's 84."""
    if not number:
        return clean(text).casefold().strip()
    digits = re.sub(r"\D", "", clean(text))
    return re.sub(r"^(?:00)?84(?=\d{9,10}$)", "0", digits)


def clean(text: str) -> str:
    """A text in which nothing hides: plain digits and signs, no letters without width, no colours of a terminal."""
    if text.isascii() and "\x1b" not in text:
        return text
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def leaks(text: str, folders: Iterable[str] = ()) -> Iterator[Leak]:
    """Every leak in a text that is :func:`clean`, kind by kind; what lies inside one already told is told once.

    ``folders`` are those of the machine that it must not name, whatever their shape.
    """
    told: list[tuple[int, int]] = []
    for kind, pattern in (*_named(folders), *_SHAPES):
        for found in pattern.finditer(text):
            start, end = found.span("leak" if found.groupdict().get("leak") else 0)
            if not any(start < until and since < end for since, until in told):
                told.append((start, end))
                yield Leak(kind, text[start:end], start)


def _named(folders: Iterable[str]) -> Iterator[tuple[Kind, re.Pattern[str]]]:
    if names := "|".join(map(re.escape, sorted(folders, key=len, reverse=True))):
        yield PATH, re.compile(rf"(?<![\w.])(?:{names})(?![\w\-])[^\s\"'<>]*")


def _first_word(text: str) -> str:
    """What a program said, up to its first colon or space."""
    return re.split(r"[:\s]", text.strip(), maxsplit=1)[0][:40] + "…"


def _root(text: str) -> str:
    """The folder that a path begins with."""
    found = re.match(r"(?:file:)?[\\/]*[^\\/]*[\\/]?", text)
    return (found[0] if found else "") + "…"


def _start(text: str) -> str:
    """The first letters of a secret, which say what made it."""
    return text[:4] + "…"


def _end_of_address(text: str) -> str:
    return f"{text[0]}…@…{text[text.rfind('.') :]}"


def _outer_digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return f"{digits[:_ENDS]}…{digits[-_ENDS:]}"


ERROR_STREAM = Kind(mark("what a cell wrote to its error stream"), _first_word, allowable=False)
TRACEBACK = Kind(mark("the trace of an error"), _first_word, allowable=False)
WARNING = Kind(mark("a program's warning"), _first_word, allowable=False)
PATH = Kind(mark("a path on a machine"), _root)
TOKEN = Kind(mark("a key or password"), _start)
EMAIL = Kind(mark("an e-mail address"), _end_of_address)
TELEPHONE = Kind(mark("a telephone number"), _outer_digits, number=True)
CITIZEN = Kind(mark("a citizen's identity number"), _outer_digits, number=True)

_UNSEEN = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

# Codes of the provinces in identity numbers, and what stands behind them: century and sex (0 to 3: born 1900 to 2099).
# Circular 07/2016/TT-BCA, annex I; numbers once given keep the code of a province that has since been merged.
_PROVINCES = (
    "001|002|004|006|008|010|011|012|014|015|017|019|020|022|024|025|026|027|030|031|033|034|035|036|037|038|040|042|"
    "044|045|046|048|049|051|052|054|056|058|060|062|064|066|067|068|070|072|074|075|077|079|080|082|083|084|086|087|089|"
    "091|092|093|094|095|096"
)
_GAP = r"[ .\-]?"
_APART = r"(?<![\w.,/\-+])"  # no digits, points or letters before a number that stands alone
_ALONE = r"(?![\w/]|[.,\-]\d)"
_ID_WORDS = (
    r"\b(?:CMND|CMTND|CMT|CCCD|căn cước(?: công dân)?|can cuoc|chứng minh (?:nhân dân|thư)|chung minh nhan dan|"
    r"số định danh(?: cá nhân)?|(?:citizen |national )?(?:identity|ID) (?:card|number|no))\b\D{0,30}"
)
_TELEPHONE_WORDS = (
    r"\b(?:điện thoại|dien thoai|đường dây nóng|di động|S?ĐT|zalo|hotline|tel(?:ephone)?|phone|mobile)\b[^\d\n]{0,20}?"
)

_PATHS = (
    r"file:/{1,3}[^\s\"'<>]+"
    # folders that every machine has, and any path of three steps: a page of ours leads nowhere by such a path
    r"|(?<![\w.:/\\~<\-])/(?:home|root|Users|tmp|var|etc|usr|opt|mnt|srv|private|proc|dev|workspaces?|builds?|app|data|"
    r"github|content|Volumes|Library|nix|snap|run|media)/[\w.~%+@/\-]+"
    r"|(?<![^\s\"'(=,;:\[{])/[\w.~%+@\-]+/[\w.~%+@\-]+/[\w.~%+@/\-]+"
    r"|(?<![\w/.])~\w*/[\w./\-]+"
    r"|(?<![\w/.])[A-Za-z]:(?:\\{1,2}|/)[^:*?\"<>|\s]+"
    r"|(?<![\w\\])\\{2,4}[A-Za-z0-9][\w.\-]+\\{1,2}[\w.$\\\-]+"
)
_TOKENS = (
    r"\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b"  # Amazon
    r"|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{22,}|\bglpat-[\w\-]{20,}"
    r"|\bxox[abeoprs]-[A-Za-z0-9\-]{10,}|hooks\.slack\.com/services/\w+/\w+"
    r"|\beyJ[\w\-]{8,}\.eyJ[\w\-]{8,}\.[\w\-]*"  # JSON Web Token
    r"|-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----"
    r"|\bBearer[ \t]+(?=\S*\d)[A-Za-z0-9._~+/\-]{16,}=*|\bBasic[ \t]+(?=\S*\d)[A-Za-z0-9+/]{16,}=*"
    r"|\bAIza[\w\-]{35}|\bsk-(?=\S*\d)[\w\-]{20,}|\bnpm_[A-Za-z0-9]{36}|\bpypi-AgE[\w\-]{40,}|\b[sr]k_live_[0-9A-Za-z]{16,}"
    r"|\b\d{8,10}:[A-Za-z0-9_\-]{35}\b"  # a bot of Telegram
    r"|://[^\s/:@\"'<>]+:[^\s/:@\"'<>]+@[\w.\-]+"
    r"|(?i:\b(?:password|passwd|mật khẩu|secret|api[_-]?key|access[_-]?token)['\"]?[ \t]*[=:][ \t]*['\"]?"
    r"(?=[^\s'\"]*\d)[^\s'\"<>{}]{8,})"
)

_SHAPES = (
    (TRACEBACK, re.compile(
        r"Traceback \(most recent call last\)|^[ \t]*File \"[^\"\n]+\", line \d+|^-{2,}> ?\d+ |<ipython-input-|"
        r"^Cell In ?\[\d+\], line \d+|^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): \S", re.MULTILINE)),
    (WARNING, re.compile(r"\b[A-Z]\w*Warning: \S")),
    (TOKEN, re.compile(_TOKENS)),
    (PATH, re.compile(_PATHS)),
    (EMAIL, re.compile(r"(?<![\w.+\-])[\w.+\-]+@(?:[\w\-]+\.)+[A-Za-z]{2,}\b")),
    (CITIZEN, re.compile(
        rf"{_APART}(?:{_PROVINCES}){_GAP}[0-3]\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}{_ALONE}"
        rf"|(?i:{_ID_WORDS})(?P<leak>(?:\d{{3}}{_GAP}){{2}}\d{{3}}(?:{_GAP}\d{{3}})?){_ALONE}")),
    (TELEPHONE, re.compile(
        # mobile: ten digits; the groups in which they are written, which dates and amounts have not
        rf"{_APART}\(?0[35789](?:\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}|\d[ .\-]\d{{3}}[ .\-]\d{{4}}|"
        rf"\d[ .\-]\d{{4}}[ .\-]\d{{3}}|\d\d[ .\-]\d\d[ .\-]\d\d[ .\-]\d\d){_ALONE}"
        # a desk: area code 0203 to 0299, or 024 and 028; eleven digits
        rf"|{_APART}\(?02(?:[48]\)?[ .\-]?(?:\d{_GAP}){{7}}\d|[0-35-79]\d\)?[ .\-]?(?:\d{_GAP}){{6}}\d){_ALONE}"
        # from abroad
        rf"|(?<![\w+])(?:\+|00)84[ .\-]?\(?0?\)?(?:\d[ .\-]?){{8,9}}\d{_ALONE}"
        rf"|(?i:{_TELEPHONE_WORDS})(?P<leak>84(?:[ \-]?\d){{9,10}}){_ALONE}")),
)  # fmt: skip
"""Shapes in the order in which they are looked for: an address inside a password is told as the password."""
