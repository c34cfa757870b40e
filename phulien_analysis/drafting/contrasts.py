"""Words that exclude each other: who tells what was spent does not tell what was collected.

Labels are compared by the words that they share, and ``chi ngân sách`` shares most of its words with ``thu ngân sách``.
So what sets two things apart is asked for by itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GROUPS: tuple[tuple[str, ...], ...] = (
    (
        r"(?<!trung )thu(?! (?:gom|hút|hồi|giữ|thập|mua|hoạch|gọn|âm|dọn|hẹp))",
        r"chi(?! (?:cục|bộ|nhánh|hội|đoàn|tiết|ủy|uỷ))|(?:bội|tạm) chi",
    ),
    (r"(?<!cận )nghèo", r"cận nghèo"),
    (
        r"(?:đã|được) (?:giải quyết|xử lý|trả kết quả|trả)|giải quyết xong|hoàn thành",
        r"đang (?:\w+ ){0,2}(?:giải quyết|xử lý|xem xét|thực hiện)|chưa giải quyết|tồn đọng|chưa hoàn thành",
    ),
    (r"trực tuyến|qua mạng", r"trực tiếp"),
    (r"trước hạn", r"đúng hạn", r"(?:quá|trễ|chậm) hạn"),
    (r"thường xuyên", r"định kỳ", r"đột xuất"),
    (r"khiếu nại", r"tố cáo", r"kiến nghị|phản ánh"),
    (r"khai sinh", r"khai tử", r"kết hôn"),
    (r"chết|tử vong", r"bị thương"),
    (r"(?<!việt )(?<!miền )(?<!phía )(?<!hướng )(?<!đông )(?<!tây )nam(?! (?:bộ|định))", r"nữ"),
    (r"cấp mới|thành lập mới", r"chấm dứt|giải thể", r"tạm ngừng|tạm dừng"),
)
_PATTERNS = tuple(
    tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in group) for group in _GROUPS
)


def contradict(text: str, label: str) -> bool:
    """Whether a text names one of several things that exclude each other, and a label another of them."""
    return any(mine and its and not mine & its for mine, its in zip(_named(text), _named(label), strict=True))


@lru_cache(maxsize=20_000)
def _named(text: str) -> tuple[frozenset[int], ...]:
    """Which things of each group a text names."""
    return tuple(frozenset(i for i, words in enumerate(group) if words.search(text)) for group in _PATTERNS)
