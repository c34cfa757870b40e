"""Every number-like piece of a text, and what it is: a figure, or one of the many things that are none."""

from __future__ import annotations

import re
from bisect import bisect_right

from phulien_analysis.characters import LOWER, UPPER
from phulien_analysis.reading.dates import Found, read_date, read_year
from phulien_analysis.reading.mention import Token, TokenKind
from phulien_analysis.reading.names import read_name
from phulien_analysis.reading.phrases import any_of
from phulien_analysis.reading.spot import Spot

_ROMAN_KINDS: dict[str, TokenKind] = {"quý": "date", "mục": "section", "phần": "section", "chương": "section"}
_BEFORE_ROMAN = any_of("quý|mục|phần|chương|lần thứ|khóa|khoá|học kỳ|thế kỷ|phụ lục|hạng|quân khu|giai đoạn|đợt")
_START = re.compile(rf"[0-9]|(?<!\w)(?i:{_BEFORE_ROMAN}) (?P<roman>[IVXL]{{1,6}})(?!\w)")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s]{1,500}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:vn|com|org|net)(?!\w)(?:/[^\s]{0,300})?"
)
_NO_MORE = r"(?![0-9]|[.,][0-9])"
_PHONE = re.compile(
    rf"\(?0[0-9]{{1,3}}\)?[. -][0-9]{{3,4}}[. -][0-9]{{3,4}}{_NO_MORE}|\(?0[0-9]{{2,3}}\)?[. -][0-9]{{6,8}}{_NO_MORE}"
    rf"|0[0-9]{{9,10}}{_NO_MORE}|1[89]00[. ][0-9]{{2,4}}[. ]?[0-9]{{0,4}}{_NO_MORE}"
)
_PHONE_WORDS = re.compile(
    r"(?<!\w)(?:s?đt|điện thoại|hotline|đường dây nóng|tổng đài|fax|zalo)(?: số)? ?[:.]? ?\Z", re.IGNORECASE
)
_IDENTITY = re.compile(r"[0-9]{9,24}(?![0-9]|[.,][0-9])")
_PAIR = re.compile(r"/[1-9][0-9]{6,14} (?:đồng|đ)(?!\w)")  # ``469273491/561800000 đồng`` is an amount and its plan
_SECTION = re.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,5}\.?(?=[ \u00a0])|[0-9]{1,2}(?:\.[0-9]{1,2}){2,5}\.?(?!\w)"
    r"|[0-9]{1,2}[.)](?= ?[^\W\d_])"
)
_KILOMETRE_POST = re.compile(r"[0-9]{1,4} ?\+ ?[0-9]{3}(?![0-9])")
_ENUMERATOR = re.compile(rf"[1-9][0-9]?(?:\)(?= ?[^\W\d_])|[-–] (?=[{UPPER}][{LOWER}]))")
_ROW = re.compile(rf"([1-9][0-9]?)\. ?(?=[{UPPER}])")
_ROW_BEFORE = re.compile(rf"(?<![\w.,])([1-9][0-9]?)\. ?(?=[{UPPER}])")
_SECOND_ROW = re.compile(rf"(?<![\w.,])2\. ?(?=[{UPPER}])")
_FIRST_ROW = re.compile(rf": ?1\. ?(?=[{UPPER}])")
_ROWS_THAT_TELL = 2  # in order, where the first is out of sight
_CELL_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,3} \| (?=[^\W\d_])")
_SPACED = re.compile(
    r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,5}(?:,[0-9]{1,3})?(?![0-9]|[.,][0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){0,4}(?:, | ,)[0-9]{1,3}(?![0-9]|[.,][0-9])"
    r"|[1-9][0-9]{0,2}(?:\. | \.)[0-9]{3}(?:\.[0-9]{3}){0,3}(?:,[0-9]{1,3})?(?![0-9]|[.,][0-9])"
)
_NEXT_ON_LIST = re.compile(r"[^,;.]{0,20}, [0-9]")
_SMALL_LIST = re.compile(r"[0-9]{1,2}(?:,[0-9]{1,2}){2,9}(?![0-9]|[.,][0-9])")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{1,20}\Z")
_CODE_BEFORE = re.compile(r"[A-ZĐ]{2}-\Z")
_REST_OF_NAME = re.compile(r"[0-9]+(?:[.,:-][0-9]+)*\w{0,8}")
_BRACKET = 300  # characters that a bracket may be open for
_RULES = (read_date, read_year, read_name)


def read_tokens(text: str) -> list[Token]:
    """Every number-like piece of a paragraph's text in order; ``figure`` is what no other kind explains.

    The pieces do not overlap. A piece is the digits, with the word after them where that word makes them what they
    are (``7 tháng``, ``16 tuổi``). Numbers in words are not among them: only :func:`read_mentions` knows them.
    """
    tokens: list[Token] = []
    web = [match.span() for match in _WEB.finditer(text)] if _may_have_web(text) else []
    for match in _START.finditer(text):
        previous = tokens[-1] if tokens else None
        if previous is None or match.start() >= previous.end:
            kind, start, end = _classified(text, match, previous, web)
            tokens.append(Token(kind, start, end, text[start:end]))
    return tokens


def _may_have_web(text: str) -> bool:
    return any(sign in text for sign in ("http", "www.", "@", ".vn", ".com", ".org", ".net"))


def _classified(
    text: str, match: re.Match[str], previous: Token | None, web: list[tuple[int, int]]
) -> tuple[TokenKind, int, int]:
    """What begins at a match of the scanner: its kind, its start and its end."""
    start = match.start()
    place = bisect_right(web, (start, len(text) + 1)) - 1
    if place >= 0 and start < web[place][1]:
        return "other", max(web[place][0], previous.end if previous else 0), web[place][1]
    if match.group("roman"):
        word = match.group().split(" ")[0].casefold()
        return _ROMAN_KINDS.get(word, "ordinal"), match.start("roman"), match.end()
    kind, end = _kind(Spot(text, start, previous))
    return kind, start, end


def _kind(spot: Spot) -> tuple[TokenKind, int]:
    found = _by_place(spot) or _phone(spot)
    for rule in _RULES:
        found = found or rule(spot)
    return found or _list_of_numbers(spot) or _spaced(spot) or ("figure", spot.end)


def _by_place(spot: Spot) -> Found:
    """A number glued to what stands before it, a section number, an enumerator, the running number of a row."""
    if spot.before and (spot.before.isalpha() or spot.before == "_"):
        return _glued(spot)
    if spot.before == "-" and _CODE_BEFORE.search(spot.text[max(0, spot.start - 12) : spot.start]):
        return "name", spot.end
    if spot.previous and spot.previous.kind == "year" and spot.previous.end == spot.start:
        return "note", spot.end
    if spot.start == 0:
        match = _CELL_NUMBER.match(spot.text) or _SECTION.match(spot.text)
        if match and not Spot(spot.text, spot.start).unit:
            return "section", max(spot.end, match.end() - (3 if match.re is _CELL_NUMBER else 0))
    if _is_next_row(spot) or _is_enumerator(spot):
        return "section", spot.end
    if spot.before in (")", "”", "’", '"', "%") and not spot.unit and spot.is_small:
        return "note", spot.end
    return None


def _is_enumerator(spot: Spot) -> bool:
    match = _ENUMERATOR.match(spot.text, spot.start)
    return match is not None and spot.before in ("(", " ", "") and not _ends_bracket(spot)


def _is_next_row(spot: Spot) -> bool:
    """``cụ thể: 1. An Hòa: 338 hộ 2. Tân Lập: 259 hộ``: a row's number, behind a colon or the row before."""
    match = _ROW.match(spot.text, spot.start)
    if match is None or spot.before not in (" ", "("):
        return False
    before = spot.text[max(0, spot.start - _BRACKET) : spot.start]
    if match[1] == "1":
        return before.rstrip()[-1:] == ":" and _SECOND_ROW.search(spot.text, spot.end, spot.end + _BRACKET) is not None
    rows = [int(row[1]) for row in _ROW_BEFORE.finditer(before)]
    in_order = bool(rows) and rows == list(range(rows[0], int(match[1])))
    return in_order and (_FIRST_ROW.search(before) is not None or len(rows) > _ROWS_THAT_TELL)


def _ends_bracket(spot: Spot) -> bool:
    """Whether the bracket after the digits closes one: ``(Phật giáo 14, Tin lành 1)``; an enumerator follows a mark."""
    before = spot.text[max(0, spot.start - _BRACKET) : spot.start].rstrip()
    return before[-1:].isalpha() and before.rfind("(") > before.rfind(")")


def _glued(spot: Spot) -> Found:
    word = _LETTERS_BEFORE.search(spot.text[max(0, spot.start - 20) : spot.start])
    letters = word.group() if word else ""
    if letters in ("m", "km", "cm", "dm", "mm") and spot.digits in ("2", "3"):
        return "other", spot.end
    post = _KILOMETRE_POST.match(spot.text, spot.start) if letters.lower() == "km" else None
    if post:
        return "address", post.end()
    if letters.islower() and len(letters) > 1:
        return None if spot.unit else ("note", spot.end)
    measured = spot.unit is not None and not spot.unit.unit.counted
    if measured and letters.istitle() and len(letters) > 2 and len(spot.digits) > 1:
        return None  # ``Hòa Bình116ha``: a space is missing
    tail = _REST_OF_NAME.match(spot.text, spot.start)
    return "name", tail.end() if tail else spot.end


def _phone(spot: Spot) -> Found:
    match = _PHONE.match(spot.text, spot.start)
    if match and not (spot.unit and match.end() == spot.end):
        return "phone", match.end()
    if spot.unit is not None:
        return None
    if _PHONE_WORDS.search(spot.text[max(0, spot.start - 24) : spot.start]):
        return "phone", spot.end
    identity = _IDENTITY.match(spot.text, spot.start) and len(spot.digits) in (9, 10, 12)
    return ("other", spot.end) if identity and not _PAIR.match(spot.text, spot.end) else None


def _list_of_numbers(spot: Spot) -> Found:
    """``1,2,3`` is a list of numbers that name something."""
    match = _SMALL_LIST.match(spot.text, spot.start)
    return ("other", match.end()) if match else None


def _spaced(spot: Spot) -> Found:
    """``167, 2 ha``, ``1. 234 hộ``, ``1 234 567 đồng``: one number, only where a unit follows and no list goes on."""
    if spot.unit is not None:
        return None
    match = _SPACED.match(spot.text, spot.start)
    whole = Spot(spot.text, match.end() - 1) if match else None
    if match is None or whole is None or whole.unit is None:
        return None
    is_decimal = ", " in match.group() or " ," in match.group()
    if is_decimal and (whole.unit.unit.counted or _is_list(spot, match.end())):
        return None
    return "figure", match.end()


def _is_list(spot: Spot, end: int) -> bool:
    earlier = spot.previous is not None and spot.text[spot.previous.end : spot.start] in (", ", ",")
    return earlier or (len(spot.digits) < 2 and bool(_NEXT_ON_LIST.match(spot.text, end)))
