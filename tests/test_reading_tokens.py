"""Every number-like piece of a text is told apart: figures from dates, documents, addresses and names (all made up)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.reading.numbers import read_tokens

PIECES = (
    "ngày 24, 25/7/2025 tháng 7 năm 2025 quý II 1.234,5 triệu đồng 12/15 xã (8/10) = 100% 57-NQ/TW tổ 4 bão số 3 "
    "0225.3876.543 a@b.vn https://vi.vn/1 13h00 16 tuổi 5G m2 -5,2% − 3 1 234 567 167, 2 ha hai mươi lăm hộ từ đến - "
    "trên dưới 1,193 5.6% tỷ 345 triệu /ha : ; . , ( ) | cấp độ 3 mục IX 1. 2) [1] năm trên 10.000 dân"
)
odd_texts = st.lists(st.sampled_from(PIECES.split(" ")) | st.text(max_size=6), max_size=30).map(" ".join) | st.text(
    max_size=80
)


def kinds(text: str) -> list[tuple[str, str]]:
    """The tokens of a text as kind and text."""
    return [(token.kind, token.text) for token in read_tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("từ ngày 01 đến ngày 20/7/2025", ["01", "20/7/2025"]),
        ("ngày 24, 25/7/2025", ["24", "25/7/2025"]),
        ("tháng 7/2025 và tháng 8", ["7/2025", "8"]),
        ("kỷ niệm ngày 27/7 và 02/9", ["27/7", "02/9"]),
        ("6 tháng đầu năm", ["6 tháng"]),
        ("trong 5 năm", ["5 năm"]),
        ("quý II và quý 3", ["II", "3"]),
        ("sáng 22.11", ["22.11"]),
        ("trong tháng 5.2015 và 06.2024", ["5.2015", "06.2024"]),
        ("so với 5.2015", ["5.2015"]),
        ("các ngày 12.5, 13.5 và 14.6", ["12.5", "13.5", "14.6"]),
    ],
)
def test_dates_and_spans(text: str, found: list[str]) -> None:
    """Days, months, quarters and spans of time are dates."""
    assert kinds(text) == [("date", piece) for piece in found]


@pytest.mark.parametrize(
    "text", ["năm 2025", "cùng kỳ 2024", "giai đoạn 2021 - 2025", "năm học 2024 - 2025", "từ 2020 đến 2023"]
)
def test_years(text: str) -> None:
    """A year stays one with or without its word, alone or as a span."""
    assert {kind for kind, _ in kinds(text)} == {"year"}


def test_a_year_like_count_before_a_unit_is_a_figure() -> None:
    """2025 households are an amount."""
    assert kinds("hỗ trợ 2025 hộ") == [("figure", "2025")]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 1234/NQ-UBTVQH15",
        "Nghị định 33/2035/NĐ-CP",
        "Kết luận 130-KL/TW",
        "Kế hoạch 479-KH/TU",
        "Đề án 06",
        "Quyết định 142",
        "Nghị quyết 57, 59 và 66",
        "tiêu chuẩn ISO 9001:2015",
    ],
)
def test_documents(text: str) -> None:
    """The numbers of laws, decisions, plans and standards are no figures."""
    assert {kind for kind, _ in kinds(text)} == {"document"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lần thứ XVI", "ordinal"),
        ("(đợt 2)", "ordinal"),
        ("Điều 5", "ordinal"),
        ("xếp thứ 12/34 tỉnh", "ordinal"),
        ("mục IX", "section"),
        ("1.3.2. Kết quả", "section"),
        ("gồm: (1) Một việc", "section"),
        ("13h00", "time"),
        ("08 giờ 30", "time"),
        ("trực 24/24 giờ", "time"),
        ("ngõ 243", "address"),
        ("Tổ dân phố số 5", "address"),
        ("số 12 đường Hoa Mai", "address"),
        ("Quốc lộ 10", "address"),
        ("bão số 3", "name"),
        ("Phòng PV01", "name"),
        ("COVID-19", "name"),
        ("đất 5%", "name"),
        ("chính quyền 2 cấp", "name"),
        ("thôn Sông Xanh 1", "name"),
        ("bản đồ 1/500", "name"),
        ("dưới 16 tuổi", "age"),
        ("từ 60 đến 79 tuổi", "age"),
        ("0225.3876.543", "phone"),
        ("ĐT: 0225 3876543", "phone"),
        ("12 tháng tù", "other"),
        ("xem https://vi-du.vn/2025/7", "other"),
        ("thu gọn4", "note"),
        ("(nếu có)4", "note"),
        ("hotline 113", "phone"),
        ("số 12", "name"),
        ("công nghiệp 4.0", "name"),
        ("bằng 1/3", "other"),
        ("kinh phí trong 7", "other"),
    ],
)
def test_what_is_no_figure(text: str, kind: str) -> None:
    """Each of the many things that hold digits without being an amount has its kind."""
    assert {found for found, _ in kinds(text)} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "16/16 nhiệm vụ",
        "12/15 xã",
        "5/7 vụ",
        "đạt 8/10",
        "181/181 = 100%",
        "giảm 2 người chết (8/10)",
        "cấp 45 giấy chứng nhận",
        "trung học cơ sở 14",
        "hồ sơ trực tuyến 35",
        "môi trường 94",
        "trong tháng 05 vụ",
        "tổng số 451",
        "Hồ sơ: 2025",
        "điều động 12 đồng chí",
        "lớp 5%",
        "12/10/5",
        "0/1 vụ",
        "95/100 trẻ",
        "trên 1.000 người",
        "giao 8/10%",
    ],
)
def test_what_is_a_figure(text: str) -> None:
    """Pairs and counts stay figures beside words that elsewhere name things."""
    assert {kind for kind, _ in kinds(text)} == {"figure"}


@pytest.mark.parametrize(
    "text",
    ["25 giường/10.000 dân", "9 bác sĩ trên 10.000 dân", "60 triệu trên 1 ha", "50.000đ/1 người", "2 vụ mỗi 1.000 dân"],
)
def test_what_a_rate_is_per_is_no_figure(text: str) -> None:
    """The base of a rate is told from an amount."""
    assert [kind for kind, _ in kinds(text)] == ["figure", "other"]


def test_a_quarter_may_have_its_year() -> None:
    """The year after a quarter or a date is a year, and no amount."""
    assert kinds("quý I/2025, ngày 5/7 2024") == [("date", "I"), ("year", "2025"), ("date", "5/7"), ("year", "2024")]


def test_a_date_word_decides_between_day_and_pair() -> None:
    """The same digits are a day after its word, and a pair before a unit."""
    assert kinds("ngày 5/7 đạt 5/7 vụ") == [("date", "5/7"), ("figure", "5"), ("figure", "7")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tăng 13,3%4, cao hơn", [("figure", "13,3"), ("note", "4")]),
        ("dự toán giao1.", [("note", "1")]),
        ("kế hoạch năm 20255, xã", [("year", "2025"), ("note", "5")]),
        ("giai đoạn 2025 - 203017 xã có", [("year", "2025"), ("year", "2030"), ("note", "17")]),
        ("(từ 27/7/2025)13. Toàn", [("date", "27/7/2025"), ("note", "13")]),
        ("có 12 hộ5, 7 hộ6", [("figure", "12"), ("note", "5"), ("figure", "7"), ("note", "6")]),
        ("có 20255 hộ", [("figure", "20255")]),
        ("đất 12 m2, 5 M3", [("figure", "12"), ("other", "2"), ("figure", "5"), ("name", "3")]),
    ],
)
def test_a_glued_marker_is_no_figure(text: str, found: list[tuple[str, str]]) -> None:
    """Where a text lost its notes, the marker of one stays no part of the number or year it is glued to."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tại km12+500", [("address", "12+500")]),
        ("Điều 5 khoản 3 và khoản 2 Điều 7", [("ordinal", "5"), ("ordinal", "3"), ("ordinal", "2"), ("ordinal", "7")]),
        ("mô hình 5 không 3 sạch", [("name", "5 không"), ("name", "3 sạch")]),
        ("“3 không, 3 có”", [("name", "3 không"), ("name", "3 có")]),
        ("trong đó 12 không vi phạm", [("figure", "12")]),
        ("Tổ dân phố số 5 có 120 hộ", [("address", "5"), ("figure", "120")]),
    ],
)
def test_what_words_make_of_a_number(text: str, found: list[tuple[str, str]]) -> None:
    """A kilometre post, articles of a law and mottoes are names; the same words after an amount leave it one."""
    assert kinds(text) == found


@given(odd_texts)
def test_tokens_are_ordered_and_quote_the_text(text: str) -> None:
    """Whatever the text, its tokens follow each other without overlap and are pieces of it."""
    end = 0
    for token in read_tokens(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "1," * 30_000, "1." * 30_000, "a@b.vn 1 " * 3_000, "-" * 60_000 + "5", "1/KH-" * 10_000]
)
def test_long_odd_texts_come_to_an_end(text: str) -> None:
    """A hundred thousand digits, commas or dashes are read like any other text."""
    assert all(token.text for token in read_tokens(text))
