"""Numbers that name something: documents, ordinals, addresses, storms, programmes. They are no figures."""

from __future__ import annotations

import re

from phulien_analysis.reading.mention import TokenKind
from phulien_analysis.reading.phrases import any_of, phrases
from phulien_analysis.reading.spot import Spot
from phulien_analysis.reading.units import unit_at

Found = tuple[TokenKind, int] | None


_CODE = re.compile(
    r"[0-9]{1,6}[a-z]?(?:/[0-9]{4})? ?[-/–] ?(?!(?:KH|DT|NQ|CT|HĐ) [0-9])[A-ZĐƯ][A-ZĐƯa-zđ]{0,14}[0-9]{0,3}"
    r"(?: ?[-./&] ?[A-ZĐƯ][A-ZĐƯa-zđ]{0,14}[0-9]{0,2}){0,4}"
)
_WORD = 12  # letters of a word that a number is glued to
_HYPHENED = re.compile(r"(?<!\w)[^\W\d_]{2,}-\Z")
_GLUED_CAPITAL = re.compile(r"[0-9]{1,3}[A-ZĐ][A-Z0-9]{0,3}(?!\w)")
_VOLTAGE = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})? ?(?:kV|KV|cc|inch|inches|Mbps|Gbps|MHz|GB|TB|MB)(?!\w)")
_MOTTOES = any_of(
    """cấp|tại chỗ|sạch|rõ|cùng|nhất|nhiều|tốt|giảm|tầng|sao|chiều|bên|mặt|giỏi|bánh|nhà|đảm bảo|xây|
    chống|trong 1|
    yên|dám|biết|kiên quyết|hơn|thật"""
)
_MOTTO = re.compile(rf"[0-9]{{1,2}} {_MOTTOES}(?!\w)")
_QUOTED_MOTTO = re.compile(r"[0-9]{1,2} (?:có|không)(?!\w)")
_HEADS_OF_MOTTOES = phrases(
    "mô hình|phong trào|phương châm|tinh thần|nguyên tắc|tiêu chí|vận động|danh hiệu|thực hiện|gia đình"
)
_STANDARD = re.compile(r"[0-9]{1,6}(?:[-:][0-9]{1,4}){0,2}(?:[:/][0-9]{4})?(?:/[A-ZĐ-]{2,10})?")
_POPULATION = any_of("dân|người dân|trẻ|trẻ đẻ sống|lao động|ca đẻ|phụ nữ|người")
_PER_BASE = re.compile(rf"(?:1(?:00|0{{0,2}}\.?000|\.000\.000)(?: vạn| triệu)?|1 (?:vạn|triệu)) {_POPULATION}(?!\w)")
_ARTICLE_GOES_ON = re.compile(r",? (?:khoản|điểm|điều) [0-9a-zđ](?!\w)", re.IGNORECASE)  # ``Điều 5 khoản 3``
_FEW_WORDS = re.compile(r" ?(?:[^\W\d_]{1,8} ){1,3}trên \Z")
_MAP_SCALE = re.compile(r"1[/:](?:200|500|(?:1|2|5|10|25|50)\.?000)(?![0-9]|[.,][0-9])")
_FRACTION = re.compile(r"[1-9]/[2-9](?![0-9/]|[.,][0-9])")
_BEFORE_FRACTION = phrases("bằng|chỉ bằng|khoảng|gần|chiếm|hơn|trên|quá|giảm")
_MONEY_BEFORE = re.compile(r"(?:đồng|đ|triệu|nghìn|ha|kg|tấn|tạ)/\Z")
_STREET = re.compile(r"[0-9]{1,4}[A-Za-z]?,? (?:đường|phố|ngõ|ngách)(?!\w)")

_DOCUMENTS = phrases(
    """nghị quyết|quyết định|kế hoạch|chỉ thị|đề án|luật|thông tư|nghị định|công văn|công điện|kết luận|thông báo|
    hướng dẫn|tờ trình|báo cáo|quy định|văn bản|pháp lệnh|chương trình hành động|thông tri|nq|qđ|kh|ct|nđ|tt|
    chương trình|bộ luật|nghị định số|thông tư liên tịch|hiệp định|dự án luật|sắc lệnh|giấy mời|phương án|quy chế|
    dự án"""
)
_ORDINALS = phrases(
    """thứ|lần thứ|đợt|khóa|khoá|kỳ|kỳ họp|phiên họp|phiên|lần|vòng|giai đoạn|bước|khoản|điều|phụ lục|biểu|bảng|tập|
    hạng|top|bậc|kỳ thi|hội nghị|học kỳ|điểm|tiết|chương|phần|mục|chú thích|ghi chú|hình|quyển|câu|ưu tiên|
    nguyện vọng|lớp|khối|khối lớp|vị trí|tiêu chí|chỉ tiêu|nhiệm vụ|nội dung|bài|tuyến|trụ|sao|mũi|liều|ca|f|
    dự án thành phần|tiểu dự án|quý"""
)
_ADDRESSES = phrases(
    """ngõ|ngách|hẻm|kiệt|đường|phố|quốc lộ|tỉnh lộ|đường tỉnh|đường huyện|ql|tl|đt|đh|km|thôn|ấp|bản|buôn|khóm|xóm|
    khu|khu phố|khu vực|tổ|tổ dân phố|tdp|cụm|đội|lô|thửa|ô|cơ sở|ngã|tầng|phòng|ki ốt|cầu|cống|trạm|đồn|nhà|kênh|
    tiểu khu|phân khu|làng|phường|quận|khối phố|cổng|bến|ga|nút giao|vành đai|đường số|hương lộ|tờ bản đồ|tờ|dãy|kho|
    nhà máy|khu dân cư|khu tái định cư|khu công nghiệp|cụm công nghiệp|tòa|tòa nhà|sân|bãi|đập|hồ|trường|phân hiệu|
    lối|chi bộ"""
)
_NAMES = phrases(
    """bão|cơn bão|quân khu|trang|trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|đại đội|mẫu|mẫu số|mức độ|mức|cấp độ|nhóm|loại|
    vùng|hạng|cấp|kênh|apec|giật cấp|gió cấp|cấp học|iso|tcvn|qcvn|cách mạng công nghiệp|phiên bản|version|windows|
    hải đoàn|vùng cảnh sát biển|binh đoàn|hải quân|quân đoàn|chi cục|đội quản lý thị trường|quản lý thị trường|
    cảnh sát|áp thấp nhiệt đới|vneid|định danh|covid|mã|mã số|mã đơn vị|zalo|world cup|sea games|asean|u|g|v|vtv|
    tổ hợp|bảng|quỹ|đối tượng|ban chỉ đạo|bcđ"""
)
_AMBIGUOUS = _DOCUMENTS | _ORDINALS | _ADDRESSES | _NAMES
_NEVER_AMOUNTS = phrases(  # words whose number is a name even where a noun follows it
    """lần thứ|thứ|phụ lục|quân khu|quốc lộ|tỉnh lộ|ngã|giai đoạn|ngõ|ngách|hẻm|kiệt|đề án|nghị quyết|chỉ thị|
    nghị định|thông tư|công điện|tổ dân phố|tdp|ql|tl|hạng|xếp thứ"""
)
_COMPOUNDS = phrases(  # their last word numbers things, they do not
    """học cơ sở|y tế cơ sở|môi trường|thị trường|trọng điểm|cao điểm|địa điểm|thời điểm|quan điểm|thí điểm|đặc điểm|
    cùng kỳ|trong kỳ|đầu kỳ|cuối kỳ|định kỳ|thời kỳ|nhiệm kỳ|tin bài|hạng mục|danh mục|chuyên mục|thành phần|cổ phần|
    thời tiết|chi tiết|
    học tập|thực tập|diễn tập|sưu tập|đại biểu|tiêu biểu|phát biểu|mô hình|tình hình|truyền hình|loại hình|yêu cầu|
    nhu cầu|toàn cầu|tiểu đường|thành phố|quân đội|bộ đội|liên đội|phân loại|các loại|chủng loại|nông thôn|văn bản|
    cơ bản|kịch bản|bản sao|trực tuyến|pháp luật|kỷ luật|quốc phòng|dự phòng|văn phòng|đề phòng|trung cấp|cao cấp|
    thiểu số|đa số|chỉ số|hệ số|dân số|tỷ số|cung cấp|trợ cấp|sơ cấp|phân cấp|khẩn cấp|xếp hạng"""
)
_LIMITS = {
    "đối tượng": 5,
    "cấp": 17,
    "lớp": 12,
    "khối": 12,
    "vùng": 12,
    "nhóm": 20,
    "loại": 12,
    "mức": 6,
    "hạng": 20,
    "điểm": 30,
    "mục": 40,
}
_COUNTED_NUMBERS = phrases(
    """tổng số|dân số|chỉ số|hệ số|quân số|sĩ số|doanh số|điểm số|con số|đa số|trị số|trong số|với số|thu số|số|
    tổng dân số|thiểu số|tỷ số|tỉ số|lượng|tăng số|giảm số|vượt số|nâng số|nâng tổng số|có số|và số|là số"""
)
_HAVE_A_NUMBER = phrases(
    """bão số|cơn bão số|tổ dân phố số|tổ số|thôn số|khu số|mẫu số|biểu số|bảng số|phụ lục số|nhà số|đề án số|phó số|
    lô số|thửa số|tờ bản đồ số|tờ số|dự án số|đường số|ngõ số|kênh số|đội số|cụm số|quyển số|mã số|tiêu chí số|mỏ số|
    công ty số|trường số|cầu số|trạm số|hội đồng số|điểm số|đơn vị bầu cử số|tổ bầu cử số|ca số|gói thầu số|
    nghị quyết số|quyết định số|kế hoạch số|chỉ thị số|luật số|thông tư số|nghị định số|công văn số|công điện số|
    kết luận số|thông báo số|hướng dẫn số|tờ trình số|báo cáo số|quy định số|văn bản số|số nhà|khu phố số|phòng số|
    cửa số|biển số"""
)
_BEFORE_PERCENT = phrases("đất|đất công ích|quỹ đất")


_ONLY_NAMES = re.compile(
    rf"(?<!\w)(?:{any_of('|'.join(_HAVE_A_NUMBER | _NEVER_AMOUNTS - _DOCUMENTS))} |covid[ -])\Z", re.IGNORECASE
)
_BEFORE = 30  # characters before a number in which such a word stands


def is_only_name(text: str, start: int) -> bool:
    """Whether a number is a name in any list: ``Nghị quyết số 57``, ``Quốc lộ 10``; ``quyết định 57`` may be a count.

    ``start`` is where the number begins in the text.
    """
    return _ONLY_NAMES.search(text, max(0, start - _BEFORE), start) is not None


def read_name(spot: Spot) -> Found:
    """What a number names by its own shape or by the word before it; None for a number that may be an amount."""
    return (
        _document_code(spot)
        or _shape(spot)
        or _numbered(spot)
        or _keyword(spot)
        or _list_goes_on(spot)
        or _suffix(spot)
    )


def _document_code(spot: Spot) -> Found:
    """``1669/NQ-UBTVQH15``, ``130-KL/TW``, ``ISO 9001:2015``."""
    match = _CODE.match(spot.text, spot.start)
    if match and not spot.text[match.end() : match.end() + 1].isalpha():
        return "document", match.end()
    if spot.words and spot.words[-1] in ("iso", "tcvn", "qcvn", "iec", "vietgap"):
        standard = _STANDARD.match(spot.text, spot.start)
        return ("document", standard.end()) if standard else None
    return None


def _shape(spot: Spot) -> Found:
    return _technical(spot) or _motto(spot) or _per_something(spot) or _map_scale(spot) or _by_habit(spot)


def _technical(spot: Spot) -> Found:
    """``5G``, ``12A1``, ``110 kV``, ``Covid-19``."""
    glued = spot.is_small and _HYPHENED.search(spot.text, max(0, spot.start - _WORD), spot.start) is not None
    if glued and spot.unit is None and spot.after != "%":
        return "name", spot.end
    match = _GLUED_CAPITAL.match(spot.text, spot.start) or _VOLTAGE.match(spot.text, spot.start)
    return ("name", match.end()) if match else None


def _motto(spot: Spot) -> Found:
    """``4 tại chỗ``, ``2 cấp``, ``3 sao``: a number that is part of a name; ``3 không`` is no amount of anything."""
    match = _MOTTO.match(spot.text, spot.start) or _quoted_motto(spot)
    return ("name", match.end()) if match and spot.before != "/" and spot.unit is None else None


def _quoted_motto(spot: Spot) -> re.Match[str] | None:
    """``“3 không”``, ``mô hình 5 có``; not ``trong 15 hộ có 12 không đạt``."""
    goes_on = spot.previous is not None and spot.previous.kind == "name" and spot.start - spot.previous.end <= 5
    if goes_on or spot.before in ("“", '"', "‘", "'") or spot.ends_with(_HEADS_OF_MOTTOES):
        return _QUOTED_MOTTO.match(spot.text, spot.start)
    return None


def _per_something(spot: Spot) -> Found:
    """What a rate is per, and fractions like ``bằng 1/3``."""
    base = _PER_BASE.match(spot.text, spot.start)
    if base and _is_base_of_rate(spot):
        return "other", base.end()
    if spot.digits in ("1", "01") and spot.unit and not spot.unit.magnitude and _is_per_one(spot):
        return "other", spot.end
    fraction = _FRACTION.match(spot.text, spot.start)
    if fraction and spot.ends_with(_BEFORE_FRACTION) and unit_at(spot.text, fraction.end()) is None:
        return "other", fraction.end()
    return None


def _map_scale(spot: Spot) -> Found:
    """``1/500``, the scale of a plan."""
    scale = _MAP_SCALE.match(spot.text, spot.start)
    return ("name", scale.end()) if scale and unit_at(spot.text, scale.end()) is None else None


def _by_habit(spot: Spot) -> Found:
    """``đất 5%`` (public land), ``công nghiệp 4.0``, and ``trong 7`` where a word was forgotten."""
    if spot.after == "%":
        return ("name", spot.end) if spot.ends_with(_BEFORE_PERCENT) else None
    if spot.unit is not None or not spot.words:
        return None
    if spot.words[-1] == "trong" and spot.is_small and not _is_ratio(spot):
        return "other", spot.end
    return ("name", spot.end) if spot.digits in ("2.0", "3.0", "4.0", "5.0") else None


def _is_per_one(spot: Spot) -> bool:
    """``trên 1 ha``, ``mỗi 1 người``, ``đồng/1 người``; not the second of a pair, ``0/1 vụ``."""
    if spot.before == "/":
        return (
            spot.previous is not None
            and spot.previous.kind == "figure"
            and _MONEY_BEFORE.search(spot.text[max(0, spot.start - 12) : spot.start]) is not None
        )
    return bool(spot.words) and spot.words[-1] in ("trên", "mỗi")


def _is_base_of_rate(spot: Spot) -> bool:
    """``giường/10.000 dân``, ``9,5 bác sĩ trên 10.000 dân`` tell what a rate is per; ``95/100 trẻ`` is a share."""
    if spot.before == "/":
        return not spot.text[max(0, spot.start - 2) : spot.start - 1].isdigit()
    if spot.previous is None or spot.previous.kind != "figure" or not spot.words or spot.words[-1] != "trên":
        return bool(spot.words) and spot.words[-1] == "mỗi"
    return bool(_FEW_WORDS.match(spot.text[spot.previous.end : spot.start]))


def _numbered(spot: Spot) -> Found:
    """``bão số 3``, ``Nghị quyết số 57``, ``số 12 đường …``; not ``tổng số 451``."""
    if not spot.words or spot.words[-1] != "số" or not spot.digits.replace(".", "").isdigit():
        return None
    if _STREET.match(spot.text, spot.start):
        return "address", spot.end
    phrase = spot.ends_with(_HAVE_A_NUMBER)
    if phrase:
        return _kind_of(phrase.removesuffix(" số").removeprefix("số ")), spot.end
    if spot.ends_with(_COUNTED_NUMBERS - {"số"}) or spot.unit is not None or not spot.is_small:
        return None
    return "name", spot.end


def _kind_of(word: str) -> TokenKind:
    for words, kind in ((_DOCUMENTS, "document"), (_ADDRESSES, "address"), (_ORDINALS, "ordinal")):
        if word in words:
            return kind  # type: ignore[return-value]
    return "name"


def _keyword(spot: Spot) -> Found:
    """A small number right after a word that is numbered, unless a unit follows it."""
    word = spot.ends_with(_AMBIGUOUS)
    if (
        not word
        or spot.ends_with(_COMPOUNDS)
        or not spot.digits.isdigit()
        or len(spot.digits) > 4
        or _is_amount(spot, word)
    ):
        return None
    return _kind_of(word) if word not in _NAMES else "name", spot.end


def _is_amount(spot: Spot, word: str) -> bool:
    if spot.text[spot.end : spot.end + 2].lstrip().startswith("%"):
        return True
    if int(spot.digits) > _LIMITS.get(word, 9999) or (spot.digits.startswith("0") and word in ("cấp", "điểm", "đội")):
        return True
    if word in _NEVER_AMOUNTS or _ARTICLE_GOES_ON.match(spot.text, spot.end):
        return False
    return spot.unit is not None or _is_ratio(spot)


def _is_ratio(spot: Spot) -> bool:
    return spot.after == "/" and spot.text[spot.end + 1 : spot.end + 2].isdigit()


def _list_goes_on(spot: Spot) -> Found:
    if spot.before == "/" and spot.previous and spot.previous.kind == "ordinal" and spot.previous.end == spot.start - 1:
        return "ordinal", spot.end
    kind = spot.continues("document", "ordinal", "address", "name", "section")
    return (kind, spot.end) if kind else None


def _suffix(spot: Spot) -> Found:
    """A small number at the end of a proper name: ``Lệ Tảo 1``, ``Kim Đồng 2``."""
    if not spot.is_small or len(spot.digits) > 2 or spot.unit is not None or len(spot.printed_words) < 2:
        return None
    last, before = spot.printed_words[-1], spot.printed_words[-2]
    if last.istitle() and before.istitle() and spot.after in ("", ",", ";", ".", ")", " ", ":"):
        return "name", spot.end
    return None
