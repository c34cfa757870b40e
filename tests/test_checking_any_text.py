"""No text brings the reader down: made of its own cue words, numbers, brackets and signs in any order."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phulien_analysis.findings import SEVERITIES
from tests.made_up_texts import checked, found

_CUES = """\
tăng giảm đạt bằng chiếm gồm cụ thể trong đó còn lại tổng số tổng cộng so với cùng kỳ kế hoạch dự toán gấp lần
vượt từ lên xuống còn mỗi x = nâng tổng số lên riêng điểm phần trăm cơ cấu gần trên dưới khoảng và hồ sơ vụ người
triệu đồng tỷ đồng % ha tấn lượt tháng 7 năm 2025 quý I ngày 01/7 Mục chú thích không một hai ba mười hai
"""
_WORDS = _CUES.split()
_SIGNS = [",", ";", ":", ".", "(", ")", "[", "]", "/", "-", "\u2013", "+", "\u00d7", "|", "…"]
_LINES = ["\n", "\n- ", "\n+ ", "\n1. ", "\nII. "]
_NUMBERS = [
    "0", "00", "05", "12", "36", "480/500", "1.250", "31.5000.000", "480/31.5000.000", "94,3", "1.234,56", "12 tỷ 345",
    "999.999.999.999", "0,00", "100", "01-19/7", "-5", "+5", "2/3", "1,250,000", "105/QĐ-UBND", "½", "\u0663", "1e9",
    "9" * 40,
]  # fmt: skip
_TEXTS = st.lists(st.sampled_from([*_WORDS, *_NUMBERS, *_SIGNS, *_LINES]), max_size=60).map(" ".join)


def assert_sound(text: str) -> None:
    """What holds of every text checked, whatever it says; a line before it, for a text of nothing is refused."""
    result = checked(f"Báo cáo\n{text}")
    ids = [finding.id for finding in result.findings]
    assert len(ids) == len(set(ids))
    assert len(result.places) == len(result.printed)
    texts = {paragraph.index: paragraph.text for paragraph in result.document.paragraphs}
    for one in result.printed:
        mention, around = one.mention, texts[one.mention.paragraph]
        assert around[mention.start : mention.end] == mention.printed == one.figure.printed
        assert 0 <= mention.first <= mention.start < mention.end <= mention.stop <= len(around)
    for finding in result.findings:
        assert finding.severity in SEVERITIES
        assert finding.stated is not None
        assert {finding.stated.source, *(operand.source for operand in finding.operands)} <= set(result.places)
        assert finding.say("vi").endswith(".")
        assert finding.say("en").endswith(".")
    review = {finding.id for finding in result.findings if finding.to_review}
    for cause in result.causes:
        assert set(cause.broken) <= review
        assert cause.message.say("vi").endswith(".")


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_any_text_of_cues_and_numbers(text: str) -> None:
    """Whatever is written, it is read, its findings are named apart, and its figures are quoted as printed."""
    assert_sound(text)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_any_letters_at_all(text: str) -> None:
    """Text of any script, with any control characters, is read."""
    assert_sound(text)


@settings(deadline=None, max_examples=50)
@given(_TEXTS)
def test_the_same_text_says_the_same(text: str) -> None:
    """Reading depends on nothing but the text."""
    one, two = (checked(f"Báo cáo\n{text}") for _ in range(2))
    assert [f.say("vi") for f in one.findings] == [f.say("vi") for f in two.findings]
    assert [c.broken for c in one.causes] == [c.broken for c in two.causes]


@pytest.mark.parametrize("seed", range(3))
def test_a_long_paragraph_of_nonsense(seed: int) -> None:
    """One paragraph of 20.000 letters of cue words, numbers and brackets comes to an end."""
    rng = random.Random(seed)  # noqa: S311 - not a secret, a seed
    text = ""
    while len(text) < 20_000:
        text += rng.choice([*_WORDS, *_NUMBERS, *_SIGNS]) + " "
    assert_sound(text)


_REPEATED = {
    "open brackets": "(" * 5_000 + "12 hồ sơ",
    "closed brackets": "12 hồ sơ" + ")" * 5_000,
    "strokes": "5/" * 4_000 + "5",
    "counts": "12 hồ sơ, " * 2_000,
    "percentages": "đạt 96% " * 2_500,
    "changes": "tăng 5 vụ (5%) " * 1_300,
    "openings": "gồm: " * 4_000,
    "lists in lists": "Có 5 hộ, trong đó 5 hộ, " + "trong đó 5 hộ, " * 1_300,
    "parts": "Tổng số 5 hộ, gồm " + "5 hộ; " * 3_000,
    "dots": "." * 20_000,
    "spaces": " " * 20_000 + "5",
    "digits": "9" * 20_000,
    "groups": "1." * 10_000,
    "remainders": "Còn lại 5 hồ sơ; " * 1_200,
}


def test_work_grows_with_the_text_and_not_with_its_square() -> None:
    """Four times the lists in lists take less than ten times as long: a list without end is not worked out."""

    def taken(times: int) -> float:
        start = time.process_time()
        checked("Báo cáo\nCó 5 hộ, " + "trong đó 5 hộ, " * times)
        return time.process_time() - start

    taken(50)
    assert taken(1_600) < 10 * max(taken(400), 0.05)


def test_a_list_of_more_parts_than_any_report_has_is_left() -> None:
    """80 parts in one sentence are not added up, and 40 are."""
    # 40 x 5 = 200; 80 x 5 = 400
    parts = [", ".join(f"thôn {letter}{other} 5 hộ" for letter in "abcdefgh" for other in "klmno")] * 2
    assert found(f"Tổng số 200 hộ, gồm: {parts[0]}.") != []
    assert found(f"Tổng số 401 hộ, gồm: {', '.join(parts)}.") == []


@pytest.mark.parametrize("text", _REPEATED.values(), ids=_REPEATED)
def test_one_thing_over_and_over(text: str) -> None:
    """What repeats without end comes to an end."""
    assert_sound(text)


@pytest.mark.parametrize(
    ("text", "malformed"),
    [
        ("Thu 480/31.5000.000 đồng, đạt 96% kế hoạch.", "31.5000.000"),
        ("Thu 31.5000.000/500 đồng, đạt 96% kế hoạch.", "31.5000.000"),
        ("Giảm 20% (40/50.00.000 vụ) so với cùng kỳ.", "50.00.000"),
        ("Tăng 20.00.000 vụ (5%) so với cùng kỳ.", "20.00.000"),
        ("Kế hoạch 31.5000.000 đồng, đã chi 20.000.000 đồng, còn lại 10.000.000 đồng.", "31.5000.000"),
        ("Tặng 20 suất quà x 300.00.000 đồng = 6.000.000 đồng.", "300.00.000"),
        ("Chi 31.5000.000 đồng, gồm: lương 20.000.000 đồng, khác 11.000.000 đồng.", "31.5000.000"),
    ],
)
def test_a_number_without_a_value_is_all_that_is_told(text: str, malformed: str) -> None:
    """Wherever a malformed number stands in a calculation, it is told, and the calculation is not."""
    assert found(text) == [f"format {malformed} = : differs"]
