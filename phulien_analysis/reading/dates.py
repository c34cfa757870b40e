"""Numbers that tell a time: dates, months and quarters, years, spans, hours, ages."""

from __future__ import annotations

import re

from phulien_analysis.reading.mention import TokenKind
from phulien_analysis.reading.phrases import phrases
from phulien_analysis.reading.spot import JOINTS, Spot

Found = tuple[TokenKind, int] | None

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)[0-9]{2}"
_STOP = r"(?![0-9])(?![.,][0-9])"
_FULL_DATE = re.compile(rf"{_DAY}([/.-]){_MONTH}\1{_YEAR}{_STOP}")
_MONTH_YEAR = re.compile(rf"{_MONTH}[/-]{_YEAR}{_STOP}")
_MONTH_POINT_YEAR = re.compile(rf"{_MONTH}\.{_YEAR}{_STOP}")
_DAY_MONTH = re.compile(rf"({_DAY})[/-]({_MONTH}){_STOP}(?!/[0-9])")
_PAIR_OF_DECIMALS = re.compile(r"[0-9]{1,2},[0-9]{1,2}/[0-9]{1,3},[0-9]")
_DAY_BEFORE_DATE = re.compile(
    rf"{_DAY}(?: ?(?:[,&–-]|đến|và|đến ngày) ?{_DAY}){{0,4}} ?(?:[,–-]|đến|và|đến ngày) ?{_DAY}/{_MONTH}(?![0-9])"
)
_FIRST = re.compile(r"[0-9]{1,2}")
_YEARS = re.compile(rf"{_YEAR}{_STOP}")
_YEAR_AND_MARKER = re.compile(rf"({_YEAR})[1-9][0-9]?{_STOP}(?!/)")
_YEAR_AND_YEAR = re.compile(rf"{_YEAR} ?[-–/] ?(?:{_YEAR}|[0-9]{{2}}){_STOP}")
_SPAN = re.compile(r"[0-9]{1,3}[ \u00a0](?:tháng|năm|tuần|thập kỷ|thế kỷ|nhiệm kỳ)(?!\w)")
_PUNISHMENT = re.compile(r"[0-9]{1,3} (?:tháng|năm)(?: [0-9]{1,2} tháng)? (?:tù|cải tạo|án treo)(?!\w)")
_DAYS = re.compile(r"[0-9]{1,3} (?:ngày|phút|giây)(?!\w)(?! công| lao động)")
_CLOCK = re.compile(
    r"[0-2]?[0-9] ?[hH] ?(?:[0-5][0-9])?(?!\w)['’′]?|[0-2]?[0-9] giờ(?: [0-5]?[0-9](?: phút)?)?(?! phát)(?!\w)"
    r"|[0-2]?[0-9]:[0-5][0-9](?:['’′])?(?![0-9])|24/24(?:h| giờ)?(?!\w)|24/7(?![\w/])"
)
_AGE = re.compile(r"[0-9]{1,3}(?: ?(?:-|–|đến|đến dưới|và) ?[0-9]{1,3})? ?(?:tháng )?tuổi(?!\w)")
_AGE_LATER = re.compile(r"[0-9]{1,3} (?:đến|đến dưới|-|–) (?:dưới |đủ |hết )?[0-9]{1,3} tuổi(?!\w)")
_DOTTED_DAY = re.compile(rf"{_DAY}\.{_MONTH}{_STOP}")
_PAIR_AFTER = re.compile(r" ?(?:=|\(? ?đạt|, ?đạt|\(? ?bằng|\(? ?chiếm|\(? ?tỷ lệ|\([0-9]{1,3}(?:,[0-9]{1,2})? ?%)")

_DAY_WORDS = phrases(
    "ngày|ngày mùng|mùng|dịp|hết|sáng|chiều|tối|lễ|kỷ niệm|tính đến|quốc khánh|hôm|rạng sáng|ngày rằm|tết|mồng|liệt sĩ|"
    "liệt sỹ|quốc tế|phụ nữ|việt nam|lao động|thiếu nhi|nhà giáo|giải phóng|dự kiến|trước ngày"
)
_GENERAL = frozenset({"trong", "hàng", "mỗi", "cả", "hằng", "bình", "ngắn", "dài", "nhiều", "một"})
_UP_TO = phrases("đến|tính đến|đến hết|hết")
_LOOSE_DAY_WORDS = phrases("từ|đến|trước|sau|tới|kể từ|khoảng từ|vào")
_FRACTION_WORDS = phrases("bằng|chỉ bằng|khoảng|gần|chiếm|hơn|trên|quá|giảm")  # "bằng 1/3" is no day
_PAIR_WORDS = phrases("đạt|hoàn thành|được|có|giải quyết|là|còn|tổng số|xử lý|thực hiện|số")
_YEAR_ONLY = phrases("năm|đến năm|từ năm|giai đoạn|nhiệm kỳ|năm học|cùng kỳ năm")
_YEAR_WORDS = phrases(
    "năm|năm học|nhiệm kỳ|giai đoạn|thời kỳ|niên độ|niên khóa|từ|đến|từ năm|đến năm|cùng kỳ|cùng kỳ năm|so với|khóa|"
    "hè|vụ|xuân|đông|mùa|vụ xuân|vụ mùa|vụ đông|quý|xuân hè|hè thu|đông xuân|thu đông|đầu|cuối|trước|sau|tết"
)
_SINCE = phrases("đầu năm")
_MOVES = re.compile(r"[)\]]| (?:lên|xuống|còn|tăng|giảm)(?!\w)")
_NO_SEASONS = phrases("dịch vụ|nhiệm vụ|nghiệp vụ|phục vụ|số vụ")


def read_date(spot: Spot) -> Found:
    """A date, a month, a quarter, a span of time, a clock time or an age; None for anything else."""
    text, start = spot.text, spot.start
    for kind, pattern in (("age", _AGE), ("other", _PUNISHMENT), ("date", _FULL_DATE), ("time", _CLOCK)):
        match = pattern.match(text, start)
        if match:
            return kind, match.end()  # type: ignore[return-value]
    return _age_bound(spot) or _month_of_year(spot) or _day_of_month(spot) or _after_its_word(spot) or _span(spot)


def read_year(spot: Spot) -> Found:
    """A year, alone or as the end of a span of years."""
    if not _YEARS.match(spot.text, spot.start):
        return _year_with_marker(spot)
    if _YEAR_AND_YEAR.match(spot.text, spot.start) or (spot.ends_with(_YEAR_WORDS) and not _counts(spot)):
        return "year", spot.end
    if spot.previous and spot.previous.kind in ("year", "date"):
        between = spot.text[spot.previous.end : spot.start]
        if spot.previous.kind == "date" and between != "/":
            return _lone_year(spot)
        if between.strip(" ,") in ("-", "–", "/", "và", "đến", "") and len(between) <= 5:
            return "year", spot.end
    return _lone_year(spot)


def _counts(spot: Spot) -> bool:
    """A count, by what follows its unit, and not a year: ``(cùng kỳ 2027 lượt)``, ``từ 1956 lượt lên 2627 lượt``.

    So is ``lũy kế từ đầu năm 1966 lượt, đạt 98% kế hoạch``.
    """
    if spot.unit is None:
        return False
    behind = spot.text[spot.unit.end : spot.unit.end + 12]
    if spot.ends_with(_YEAR_ONLY):
        return bool(spot.ends_with(_SINCE)) and behind[:1] in {")", ",", ";"}
    return _MOVES.match(behind) is not None or bool(spot.ends_with(_NO_SEASONS))


def _year_with_marker(spot: Spot) -> Found:
    """``năm 20255,`` and ``2025 - 203017``: the year, up to the footnote's marker that is glued to it."""
    match = _YEAR_AND_MARKER.match(spot.text, spot.start)
    if match is None:
        return None
    before = spot.previous
    if before and before.kind == "year" and spot.text[before.end : spot.start].strip(" ") in ("-", "–"):
        return "year", match.end(1)
    return ("year", match.end(1)) if spot.ends_with(_YEAR_ONLY) and spot.unit is None else None


def _lone_year(spot: Spot) -> Found:
    """A year without its word: not after a colon, not in a pair, not before a unit."""
    lead = spot.text[max(0, spot.start - 3) : spot.start].rstrip(" \u00a0")[-1:]
    return None if spot.unit or lead in (":", "=") or "/" in (spot.before, spot.after) else ("year", spot.end)


def _age_bound(spot: Spot) -> Found:
    return ("age", spot.end) if _AGE_LATER.match(spot.text, spot.start) else None


def _month_of_year(spot: Spot) -> Found:
    match = _MONTH_YEAR.match(spot.text, spot.start)
    if match is None and spot.unit is None:  # four digits after a point group no thousands
        match = _MONTH_POINT_YEAR.match(spot.text, spot.start)
    if match is None or (
        spot.ends_with(_PAIR_WORDS | {"tỷ lệ", "bản đồ"}) and not spot.ends_with(_DAY_WORDS | {"tháng"})
    ):
        return None
    return "date", match.end()


def _day_of_month(spot: Spot) -> Found:
    """``30/6``, and the days before it in ``24, 25/7``; a pair like ``12/15`` or ``16/16 nhiệm vụ`` is none."""
    text, start = spot.text, spot.start
    match = _DAY_MONTH.match(text, start)
    if match:
        return ("date", match.end()) if _is_day(spot, match.end()) else None
    dotted = _DOTTED_DAY.match(text, start) if spot.ends_with(_DAY_WORDS) or _goes_on(spot) else None
    if dotted and (spot.unit is None or (spot.unit.unit.counted and _goes_on(spot))):
        return "date", dotted.end()
    if not _DAY_BEFORE_DATE.match(text, start) or _PAIR_OF_DECIMALS.match(text, start):
        return None
    return "date", _FIRST.match(text, start).end()  # type: ignore[union-attr]


def _goes_on(spot: Spot) -> bool:
    """Whether a list of days goes on here: ``ngày 12.5, 13.5 và 14.5``."""
    before = spot.previous
    return before is not None and before.kind == "date" and spot.text[before.end : spot.start] in JOINTS


def _is_day(spot: Spot, end: int) -> bool:
    if spot.ends_with(_DAY_WORDS):
        return True
    if _is_bracketed_pair(spot, end):
        return False
    after = Spot(spot.text, end)
    if after.unit is not None:
        return False
    if _PAIR_AFTER.match(spot.text, end):
        return bool(spot.ends_with(_UP_TO))
    if spot.before in ("/", "-", ".") or spot.ends_with(_FRACTION_WORDS):
        return False
    return bool(spot.ends_with(_LOOSE_DAY_WORDS)) or not _leads_to_pair(spot)


def _is_bracketed_pair(spot: Spot, end: int) -> bool:
    """``giảm 2 người chết (8/10)``: the two counts behind a change that is printed right before the bracket."""
    near = spot.previous is not None and spot.previous.kind == "figure" and spot.start - spot.previous.end <= 40
    return near and spot.before == "(" and spot.text[end : end + 1] == ")"


def _leads_to_pair(spot: Spot) -> bool:
    lead = spot.text[max(0, spot.start - 3) : spot.start].rstrip()[-1:]
    return bool(spot.ends_with(_PAIR_WORDS)) or lead in ("=", ":")


def _after_its_word(spot: Spot) -> Found:
    """``tháng 7``, ``ngày 14``, ``quý 2``, ``tuần 3``; not ``trong tháng 05 vụ``, nor ``cây ngắn ngày 06 ha``."""
    word = spot.ends_with(frozenset({"tháng", "ngày", "quý", "tuần", "mùng", "mồng"}), 1)
    limit = {"tháng": 12, "quý": 4, "tuần": 53}.get(word, 31)
    if spot.continues("date") and int(spot.digits) <= 31:
        return "date", spot.end
    if not word or not spot.is_small or not 1 <= int(spot.digits) <= limit:
        return None
    general = len(spot.words) > 1 and spot.words[-2] in _GENERAL
    measured = spot.unit is not None and not spot.unit.unit.counted
    return None if measured or (general and spot.unit) else ("date", spot.end)


def _span(spot: Spot) -> Found:
    """``7 tháng``, ``5 năm``; days and minutes only where they are a deadline."""
    if not spot.digits.isdigit() or spot.before == "/":
        return None
    match = _SPAN.match(spot.text, spot.start)
    if match:
        return "date", match.end()
    match = _DAYS.match(spot.text, spot.start)
    return ("other", match.end()) if match else None
