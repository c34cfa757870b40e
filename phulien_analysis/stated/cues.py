"""The words that state a calculation: a closed vocabulary, in lower case, matched in the text around a number.

Collected from the wording of reports of many offices; each pattern is bounded, so that no text makes it run away.
"""

from __future__ import annotations

import re
from functools import lru_cache


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


_BEFORE = (
    "cùng kỳ", "cùng kì", "năm trước", "tháng trước", "quý trước", "kỳ trước", "kì trước", "năm ngoái",
    r"(?<!tháng )(?<!quý i )(?<!quý )(?<!nửa )(?<!từ )đầu năm(?! học)", "so với đầu năm học", "đầu kỳ", "ck", "liền kề",
    "trước đó", "tuần trước", "năm học trước", "nhiệm kỳ trước", "giai đoạn trước",
    "trước đây", "lần trước",
)  # fmt: skip


def _than(word: str) -> str:
    """``hơn cùng kỳ 9 hộ``: a comparison only before the time that it is with."""
    return rf"{word}(?= (?:so với )?(?:{'|'.join(_BEFORE)})(?!\w))"


UP = _words(
    r"(?<!càng )(?<!hướng )(?<!việc làm )tăng(?! (?:huyết|cường|ca|gia|tốc|sản|ni|dần))", r"(?<!việc làm )tăng thêm",
    "tăng trưởng", "cao hơn",
    "nhiều hơn", r"vượt(?! (?:xe|đèn|tuyến|biên|ngục|khó|qua|cạn|sai|ẩu|khẩu|trội|bậc|lên chính|cấp|rào))",
    "vượt mức", "lớn hơn", "dôi",
    "bội thu", _than("hơn"),
)  # fmt: skip
DOWN = _words(
    r"(?<!miễn )(?<!miễn, )giảm(?! (?:nghèo|tải|trừ|nhẹ|thiểu|thai|án|cho|học phí))",
    "giảm còn",
    "thấp hơn",
    "ít hơn",
    r"(?<!thiếu )hụt",
    r"thiếu(?! (?:nhi|niên|hụt))",
    r"thiếu hụt(?! (?:tiếp|dịch|nước|thông|việc|chỉ|các|về))",
    r"(?<!vừa và )nhỏ hơn",
    "hụt thu",
    _than("kém"),
)
CHANGE = re.compile(f"(?:{UP.pattern})|(?:{DOWN.pattern})")
RATIO = _words(
    "đạt", "bằng", "chiếm", "tỷ lệ", "tỉ lệ", "tương ứng", "tương đương", "hoàn thành", "ước đạt", "bằng khoảng",
    "đạt khoảng", "trong tổng số", "trên tổng số", "thực hiện", "giải ngân", "tỷ trọng", "tỉ trọng",
)  # fmt: skip
REST = _words(
    "cần(?! thơ)", "đang", "chưa", "chưa đến hạn", "trong hạn", "quá hạn", "chuyển sang", "không đủ điều kiện",
    "không đạt", "không đồng ý", "tăng thực", "thực tăng",
)  # fmt: skip
BALANCE = _words("xuất siêu", "nhập siêu", "chênh lệch", "thặng dư", "bội chi", "bội thu", "cân đối", "hiệu số")
SHARE = _words("chiếm", "tỷ trọng", "tỉ trọng", "trong tổng số", "trên tổng số")
AMOUNTS = re.compile(r"=\s*$")
PLAN = _words(
    "kế hoạch", "kh", "dự toán", "chỉ tiêu", "được giao", r"giao(?! (?:thông|lưu|dịch|ban|tiếp))", "định mức",
    "mục tiêu", "kế hoạch vốn", "khv",
    "nghị quyết", "nq", "nhiệm vụ", "phân bổ", "dt", "ngân sách giao",
)  # fmt: skip
TOTAL = _words(
    "tổng", "tổng số", "tổng cộng", "tổng vốn", "tổng nguồn vốn", "tổng kinh phí", "tổng diện tích", "tổng thu",
    "tổng chi", "toàn bộ", "toàn phường", "toàn xã", "tất cả", "cộng", "tổng mức", "tổng giá trị", "tổng sản lượng",
)  # fmt: skip
GRAND_TOTAL = _words("tổng cộng", "tổng số", "tổng số là", "cộng")
BEFORE = _words(*_BEFORE)
EARLIER = _words(
    *_BEFORE, r"năm (?:19|20)\d\d", r"tháng \d{1,2}(?:/\d{4})?", r"quý (?:[ivx]{1,3}|\d)(?:/\d{4})?",
    r"so với \d{1,2} tháng",
)  # fmt: skip
_BY_DOCUMENT = (  # ``chỉ tiêu đề ra tại Quyết định số 12/QĐ-UBND ngày 1/2/2024 của …``
    r"(?: [^\W\d]+){0,4} (?:tại|theo) (?:quyết định|kế hoạch|công văn|thông báo|văn bản|nghị quyết|chương trình)"
    r"(?: số)? [\w/.-]{1,30}(?: ngày [\d/.-]{4,10})?"
)
NAMED = re.compile(rf"(?:{_BY_DOCUMENT})?(?:(?! (?:và|thì|trong khi) )[^,;).]){{0,50}}")
_OTHER_PERIOD = re.compile(r"\((?:riêng |trong |tính )?(?:quý|tháng) \w+(?!/| năm| của năm)(?![\w/])[^()]*$")
SAME_AS = _words("tương đương", "tương ứng", "tức", "tức là", "hay", "=", "ứng với", "tỷ lệ", "tỉ lệ", "với tỷ lệ")
ALONE = _words("riêng", "nổi bật", "chủ yếu")
CARRIED = _words("kỳ trước", "tháng trước", "năm trước", "quý trước", "kỳ trước chuyển sang", "tồn đầu kỳ")
NEW = _words("mới", "trong kỳ", "trong tháng", "trong quý", "trong năm", "phát sinh", "tiếp nhận", "thụ lý", "kỳ này")
RECEIVED = _words("nhận", "tiếp nhận", "thụ lý", "phát hiện", "xảy ra", "có", "phải", "cần", "thẩm định", "đăng ký")
STRUCTURE = _words("cơ cấu", "tỷ trọng", "tỉ trọng", "xếp loại", "kết quả xếp loại")
OVERLAPPING = _words(
    "nữ", "đảng viên", "đoàn viên", "dân tộc", "tộc thiểu số", "người nghèo", "hộ nghèo", "trẻ em", "người cao tuổi",
    "khuyết tật", "tôn giáo", "có công", "nội địa", "thanh niên", "số hóa", "số hoá", "thanh toán trực tuyến",
)  # fmt: skip
HELD_BESIDE = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm) hơn(?: [^\W\d]+){2,12} \((?:là )?$")
SIGNED = _words("xuất siêu", "nhập siêu", "thặng dư", "thâm hụt", "bội chi", "bội thu", "lãi", "lỗ")
AGAINST = _words("so với", "so", "so cùng kỳ", "so với cùng kỳ")
REMAINING = _words(
    "còn lại", "còn", "số còn lại", "còn phải", "còn thiếu", "chưa giải ngân", "chưa thực hiện", "tồn", "còn tồn",
    "chưa giải quyết", "dư", "kinh phí còn dư", "số dư", "chưa thu", "còn nợ", "chưa hoàn thành", "chưa xử lý",
    "chuyển kỳ sau",
    "chuyển sang kỳ sau", "chuyển năm sau", "sau khi trừ",
)  # fmt: skip
COMPLETE = _words(
    "gồm", "bao gồm", "gồm có", "cụ thể", "cụ thể như sau", "cụ thể là", "chia ra", "như sau", "trong đó gồm",
    "trong đó bao gồm", "cơ cấu", "chia theo", "phân theo", "chia", "phân ra", "gồm các", "tính theo",
    "với hình thức", "bằng hình thức", "với các hình thức", "bằng các hình thức",
    "cụ thể gồm", "được chia thành", "chia thành",
)  # fmt: skip
OF_WHICH = _words("trong đó", "trong đó có", "trong số đó", "trong số này", "riêng", "tđ", "trđ", "nổi bật", "chủ yếu")
AMONG = _words("trong số", "trong tổng số")
SOME = _words("chủ yếu", "nổi bật", "tiêu biểu", "điển hình", "như(?! sau)", "một số", "nhất là", "đặc biệt")
OPENS_LIST = re.compile(r"(?:trong đó|cụ thể|bao gồm|gồm|trong số đó|chia ra)(?!\w)")
NEW_SUBJECT = re.compile(
    r"(?:và )?(?:đã|đang|còn|tiếp tục|ngoài ra|có|trong đó|riêng|tỷ lệ|tỉ lệ|tổng|đến nay|kết quả)(?!\w)"
)
RAISED = re.compile(r"(?<!\w)(?:nâng|đưa) (?:tổng )?.{0,60}(?:lên|thành)(?: là)?\s*$")
FROM = re.compile(r"(?<!\w)từ(?: mức)?\s*(?:\w+\s+){0,4}$")
TO = re.compile(r"(?<!\w)(?:lên|xuống|xuống còn|còn|đến|lên thành|nâng lên|thành)(?: mức)?\s*$")
YEARLY = _words("bình quân", "trung bình", "mỗi năm", "hằng năm", "hàng năm")
TIMES = _words("gấp", "tăng gấp", "cao gấp", "gấp khoảng")
DONE = _words(
    "giải quyết", "xử lý", "điều tra", "làm rõ", "khám phá", "hoàn thành", "thực hiện", "giải ngân", "đạt chuẩn",
    "đã", "thu", "trả", "đang", "chi", "đúng hạn", "trước hạn", "tham gia", "triển khai", "cấp", "công nhận",
    "đạt", "thẩm định",
)  # fmt: skip


@lru_cache(maxsize=4096)  # the words around a figure are looked at for several calculations
def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match in a lower-case text ends; -1 without one."""
    return _last(pattern, text[-200:])


_HOW_MUCH = _words(
    "thêm", "lên", "xuống", "còn", "khoảng", "gần", "hơn", "trên", "dưới", "mạnh", "nhanh", "cao", "thấp", "sâu",
    "nhẹ", "ít", "nhiều", "được", "bình quân", "đột biến", "đáng kể", "tới", "đến", "từ", "là", "trưởng", "thực",
    "chỉ", "ước", "đạt", "bằng", "tương ứng", "tương đương", "mỗi", "tổng", "thêm được", "cả", "với",
)  # fmt: skip
_NAMES_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm) ((?:[^\W\d]+ ?){1,6})$")
_NAMES_BY_ITSELF = re.compile(r"(?:tăng|giảm) thu(?: [^\W\d]+){0,4}")


_OUTCOME = re.compile(r"(?<!\w)(?:chết|tử vong|bị thương|mất tích|tử nạn|thiệt mạng)(?!\w)")
_DEATHS = {"tử vong", "tử nạn", "thiệt mạng"}


def outcomes(words: str) -> frozenset[str]:
    """What words say became of people: killed, hurt, missing."""
    return frozenset("chết" if found in _DEATHS else found for found in _OUTCOME.findall(words[-200:]))


def opens_list(lead: str) -> bool:
    """Whether words right before a figure open a list of parts."""
    return says(OF_WHICH, lead) or says(COMPLETE, lead)


def compares(words: str) -> bool:
    """Whether words name what something is held against."""
    return says(AGAINST, words) or says(BEFORE, words)


def names_after_change(near: str) -> bool:
    """Whether a name goes through a change: ``người giảm khả năng lao động``, ``tăng thu``; not ``phí tăng mạnh``."""
    words = COMPLETE.sub("", OF_WHICH.sub("", near)).strip()
    match = _NAMES_CHANGE.search(words[-120:])
    if match is None or _HOW_MUCH.match(match[1]):
        return False
    return match.start() > 0 or _NAMES_BY_ITSELF.fullmatch(words) is not None


_LEVEL_AFTER_CHANGE = re.compile(r"(?:tăng|giảm) (?:thêm )?(?:và )((?:[^\W\d]+ ){3,16})là ?$")


def tells_level_after_change(lead: str) -> bool:
    """Whether a change is one of several nouns before ``là``: ``vốn cấp mới, tăng thêm và góp vốn … là 27,9 tỷ``."""
    match = _LEVEL_AFTER_CHANGE.search(lead[-160:])
    return match is not None and not compares(match[1]) and not says(CHANGE, match[1])


_INTRODUCES = re.compile(r"(?<!\w)(?:là|gồm|như)((?: [^\W\d]+){2,12})")
_JOINING = {"", "là", "đạt", "khoảng", "gần", "hơn", "trên", "tương đương", "tương ứng", "có"}


def names_base(gap: str, *others: re.Pattern[str]) -> bool:
    """Whether a gap ends in words that make the next figure an earlier level or a plan: ``so với cùng kỳ (``."""
    end = max(last(words, gap) for words in (EARLIER, AGAINST, PLAN, *others))
    if end < 0 or NAMED.fullmatch(gap[-200:][end:]) is None or _has_subject(gap[-200:][:end]):
        return False
    before, opens, _ = gap.rpartition("(")
    if opens and says(EARLIER, before) and _OTHER_PERIOD.search(gap):
        return False  # ``tăng 11% so với cùng kỳ năm trước (quý III ước đạt 348 tấn)``: of the year that is told of
    _, opened, inside = gap[-200:][end:].replace(":", "(").rpartition("(")
    return not opened or inside.strip() in _JOINING  # else the bracket or colon lists something of its own


def introduces(words: str) -> bool:
    """Whether a comparison has ended, and names begin: ``tăng so với cùng kỳ là An Hòa đạt``."""
    end = max(last(BEFORE, words), last(PLAN, words))
    match = _INTRODUCES.search(words[-200:][end:]) if end >= 0 else None
    return match is not None and not _JOINING.issuperset(match[1].split())


def _has_subject(gap: str) -> bool:
    """Whether the words of a base belong to what a new piece is about: ``gấp 2 lần năm 2016, thu du lịch năm 2021``."""
    _, comma, piece = gap.rpartition(",")
    if not comma or "(" in piece or says(AGAINST, piece) or says(CHANGE, piece) or says(RATIO, piece):
        return False
    starts = [match.start() for words in (EARLIER, PLAN) if (match := words.search(piece))]
    return len(set(piece[: min(starts, default=0)].split()) - {"trong", "khi", "và", "còn", "của", "mà"}) > 1


def compares_again(gap: str) -> bool:
    """Whether a second comparison begins in a gap: ``so với dự kiến và cao hơn so với khóa trước (có 62``."""
    return re.search(rf"(?:,| và) (?:{CHANGE.pattern})", gap) is not None


def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words occur in a lower-case text."""
    return pattern.search(text[:400]) is not None
