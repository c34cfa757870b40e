"""The figures of a text: value, unit, qualifier and label, in all the forms that offices print (all made up)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.printed import format_number
from phulien_analysis.reading.mention import Mention
from phulien_analysis.reading.numbers import guess_english, read_mentions
from tests.test_reading_tokens import odd_texts


def only(text: str) -> Mention:
    """The one figure of a text."""
    (mention,) = read_mentions(text)
    return mention


def seen(mention: Mention) -> tuple[str, str]:
    """Value and unit of a figure, both as text."""
    return str(mention.number.value) if mention.number else "", mention.unit.unit if mention.unit else ""


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("thu 11.025 triệu đồng", "11025", "million-dong"),
        ("thu 98,7 tỷ", "98.7", "billion-dong"),
        ("1.434,4 nghìn tỷ đồng", "1434.4", "trillion-dong"),
        ("10,18 ngàn ha", "10.18", "thousand-hectare"),
        ("15 nghìn lượt người", "15", "thousand-person-visits"),
        ("20 triệu USD", "20", "million-usd"),
        ("5.234 tr.đ", "5234", "million-dong"),
        ("300trđ", "300", "million-dong"),
        ("1.250.000đ", "1250000", "dong"),
        ("năng suất 140tạ/ha", "140", "quintal-per-hectare"),
        ("65,4 triệu đồng/người/năm", "65.4", "million-dong-per-person-per-year"),
        ("50m2", "50", "square-metre"),
        ("02 lần/ngày", "2", "time-per-day"),
        ("lãi 0,5%/tháng", "0.5", "percent"),
        ("giảm 1,4 điểm %", "1.4", "percentage-point"),
        ("gấp 2,5 lần", "2.5", "times"),
        ("12,5‰", "12.5", "per-mille"),
        ("07 hồ sơ", "7", "dossier"),
        ("1243 người", "1243", "person"),
        ("12 đ/c", "12", "dong-chi"),
        ("33 xuất quà", "33", "gift"),
        ("12 xã, phường", "12", "commune"),
        ("ngân sách 350 triệu, dân góp", "350", "million-dong"),
        ("tặng 2 triệu bông hồng", "2", "million"),
        ("30 (ba mươi) hồ sơ", "30", "dossier"),
        ("đạt 85,5 điểm", "85.5", "score"),
        ("tỷ lệ 95 tỷ lệ", "95", ""),
        ("Chứng thực: 40", "40", ""),
        ("chia làm 40 Em", "40", ""),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    """A figure has the value of its digits and the unit of the longest run of known words after them."""
    assert seen(only(text)) == (value, unit)


def test_units_of_one_dimension() -> None:
    """People of all names are one dimension; other nouns are each their own."""
    dimensions = [m.dimension for m in read_mentions("5 học sinh, 3 lao động, 2 bị can, 4 cửa hàng, 6 chợ")]
    assert dimensions == ["persons", "persons", "persons", "cua-hangs", "chos"]


def test_kinds_of_petitions_are_petitions() -> None:
    """Recommendations among petitions are counted as petitions."""
    assert {seen(m)[1] for m in read_mentions("nhận 18 đơn, trong đó 10 kiến nghị")} == {"petition"}


@pytest.mark.parametrize("text", ["2 triệu đồng 3 tỷ đồng", "5 hộ 3 người", "2 ha 30 tấn"])
def test_two_amounts_beside_each_other_stay_two(text: str) -> None:
    """Only a smaller magnitude of the same dimension goes on with a number."""
    assert [m.form for m in read_mentions(text)] == ["", ""]


def test_a_suspect_is_told_from_a_beneficiary() -> None:
    """The same word is a suspect after an offence, else one whom a policy serves."""
    texts = ("trộm cắp 01 vụ = 01 đối tượng", "trợ cấp cho 224 đối tượng")
    assert [seen(read_mentions(text)[-1])[1] for text in texts] == ["suspect", "beneficiary"]


@pytest.mark.parametrize(
    ("text", "value", "unit", "printed"),
    [
        ("12 tỷ 345 triệu đồng", "12345", "million-dong", "12 tỷ 345"),
        # 168.182 tỷ = 168.182.000.000 nghìn; + 330.000 + 867
        ("168.182 tỷ 330 triệu 867 nghìn đồng", "168182330867", "thousand-dong", "168.182 tỷ 330 triệu 867"),
        ("2 tấn 5 tạ", "25", "quintal", "2 tấn 5"),
        ("3 nghìn 500 người", "3500", "person", "3 nghìn 500"),
    ],
)
def test_compounds(text: str, value: str, unit: str, printed: str) -> None:
    """An amount in several magnitudes is one figure in the smallest of them."""
    mention = only(text)
    assert (*seen(mention), mention.printed, mention.form) == (value, unit, printed, "compound")


def test_pairs_share_the_unit_that_is_printed_once() -> None:
    """The first of a pair has the second's unit where it prints none; a percentage lends none."""
    pairs = {
        text: [seen(m) for m in read_mentions(text)] for text in ("52,6/153,0 triệu đồng", "12/15 xã", "5/8 = 62,5%")
    }
    assert pairs == {
        "52,6/153,0 triệu đồng": [("52.6", "million-dong"), ("153.0", "million-dong")],
        "12/15 xã": [("12", "xa"), ("15", "xa")],
        "5/8 = 62,5%": [("5", ""), ("8", ""), ("62.5", "percent")],
    }


def test_a_pair_of_two_units_keeps_both() -> None:
    """Nothing of 1.750 million is 0 dong: each side keeps what is printed at it."""
    assert [seen(m) for m in read_mentions("0 đồng/1.750 triệu đồng")] == [("0", "dong"), ("1750", "million-dong")]


@pytest.mark.parametrize("text", ["7,5 - 8,0%", "từ 5 đến 7 triệu đồng", "10-15 hộ", "trên 80 - 90%"])
def test_ranges(text: str) -> None:
    """A range is two figures of one unit: at least the first, at most the second."""
    first, second = read_mentions(text)
    assert (first.qualifier, second.qualifier, first.form) == ("at_least", "at_most", "range")
    assert first.unit == second.unit


def test_a_change_from_one_to_another_is_no_range() -> None:
    """What fell from 3,5% to 2,1% is two amounts, not bounds of one."""
    assert [m.qualifier for m in read_mentions("giảm từ 3,5% xuống còn 2,1%")] == ["", ""]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("gần 2 tỷ đồng", "nearly"),
        ("tăng trên 5%", "over"),
        ("hơn 40 hộ", "over"),
        ("ước khoảng 30 ha", "about"),
        ("dưới 3%", "under"),
        ("chưa đạt tỷ lệ 100%", "under"),
        ("không quá 5 hộ", "at_most"),
        ("ít nhất 95%", "at_least"),
        ("100 triệu đồng trở lên", "at_least"),
        ("cao hơn 5%", ""),
        ("ngân sách cấp trên 3 tỷ đồng", ""),
        ("đã cấp trên 300 giấy phép", "over"),
    ],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    """The words before (or right after) that make a figure a bound are read, comparisons are none."""
    assert only(text).qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("tăng 5.6%", "5.6", "english"),
        ("có 1,193 hồ sơ", "1193", "english"),
        ("rộng 22,265 ha", "22.265", ""),
        ("12,345.6 triệu đồng", "12345.6", "english"),
        ("283,500,000 đồng", "283500000", "english"),
        ("rộng 167, 2 ha", "167.2", "spaced"),
        ("có 1. 234 hộ", "1234", "spaced"),
        ("1 234 567 đồng", "1234567", "spaced"),
        ("31.5000.000 đồng", "", "malformed"),
        ("12.5 người", "", "malformed"),
        ("1" * 40 + " đồng", "", "malformed"),
    ],
)
def test_forms(text: str, value: str, form: str) -> None:
    """Other forms than the Vietnamese one are read where shape and unit force them; a malformed one has no value."""
    mention = only(text)
    assert (seen(mention)[0], mention.form) == (value, form)


def test_a_list_is_no_spaced_number() -> None:
    """Two counts with a comma between are two figures."""
    assert [m.printed for m in read_mentions("tổ chức 24, 25 buổi")] == ["24", "25"]


def test_a_document_leans_one_way() -> None:
    """A document of English numbers has 1,193 for thousands with any unit; one Vietnamese sign among none does not."""
    assert guess_english(["12,345.6 và 1,234,567", "5,6%"])
    assert not guess_english(["1.234.567 đồng; 5,6%; 7.5%"])
    assert seen(read_mentions("1,193 triệu đồng", english=True)[0])[0] == "1193"


@pytest.mark.parametrize(
    ("text", "value"),
    [("đạt -5,2%", "-5.2"), ("giảm (-20%)", "-20"), ("− 3 vụ", "-3"), ("-5 hộ", "5"), ("- 5 hộ", "5"), ("+ 5 hộ", "5")],
)
def test_signs(text: str, value: str) -> None:
    """A minus counts where it is a sign; a bullet's dash is none."""
    assert seen(only(text))[0] == value


def test_a_minus_between_two_numbers_is_no_sign() -> None:
    """What stands between two amounts joins them."""
    assert [seen(m)[0] for m in read_mentions("10 − 15 hộ")] == ["10", "15"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hai mươi lăm hộ", ["25"]),
        ("mười lăm học sinh", ["15"]),
        ("một trăm hộ, hai mốt vụ, hai tư người", ["100", "21", "24"]),
        ("một trăm hai mươi hộ", []),
        ("Có năm lượt, gồm bốn lượt đủ và một lượt thiếu", ["5", "4", "1"]),
        ("trong năm học sinh tăng", []),
        ("một số hộ; cơ chế một cửa; chính quyền hai cấp; quận Hai Bà Trưng; tháng Tám", []),
    ],
)
def test_numbers_in_words(text: str, values: list[str]) -> None:
    """Words are numbers only right before a counted noun, and never in names."""
    assert [seen(m)[0] for m in read_mentions(text)] == values


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("cấp mới: 01", "cấp mới"),
        ("Thu nội địa đạt 500 tỷ đồng", "Thu nội địa"),
        ("Thu nội địa: tháng 7 ước thực hiện 50 triệu đồng", "Thu nội địa"),
        ("trả kết quả 167 hồ sơ", "trả kết quả hồ sơ"),
        ("toàn xã có 120 hộ cận nghèo", "hộ cận nghèo"),
        ("64 triệu đồng: Nguồn tăng thu năm 2024", "Nguồn tăng thu năm 2024"),
        ("64 triệu đồng bổ sung có mục tiêu; còn lại", "bổ sung có mục tiêu"),
        ("tăng 5% so với cùng kỳ", ""),
    ],
)
def test_labels(text: str, label: str) -> None:
    """A figure is named by the phrase that leads to it, else by what follows."""
    assert read_mentions(text)[0].label == label


@pytest.mark.parametrize("verb", ["Giải quyết", "Đôn đốc", "Ứng phó", "Ấn định"])
def test_a_sentence_begins_with_any_capital(verb: str) -> None:
    """Behind a bracket and a full stop the label is of the new sentence, whatever letter it begins with."""
    _, ratio = read_mentions(f"Nhận đơn (khiếu nại 04). {verb} 25 đơn")
    assert ratio.label == f"{verb} đơn"


def test_a_later_figure_of_a_sentence_has_the_label_of_its_subject() -> None:
    """The plan and the percentage belong to what the sentence speaks of."""
    labels = {m.label for m in read_mentions("Thu phí: 7 tháng đạt 12 triệu đồng/20 triệu đồng, bằng 60% dự toán")}
    assert labels == {"Thu phí"}


def test_places_reach_from_the_qualifier_to_the_unit() -> None:
    """``first`` and ``stop`` hold qualifier and unit, ``start`` and ``end`` the digits."""
    text = "Hỗ trợ gần 2 tỷ đồng cho dân"
    mention = only(text)
    assert text[mention.first : mention.stop] == "gần 2 tỷ đồng"
    assert text[mention.start : mention.end] == mention.printed == "2"


UNITS = ["triệu đồng", "tỷ đồng", "ha", "%", "tấn", "km", "tạ/ha"]


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.integers(0, 2), st.sampled_from(UNITS))
def test_what_is_written_reads_back(value: Decimal, decimals: int, unit: str) -> None:
    """A figure written in the Vietnamese form has its value and its decimals again."""
    written = format_number(value, decimals=decimals)
    mention = only(f"đạt {written} {unit}")
    assert mention.number is not None
    assert (format_number(mention.number.value), mention.number.decimals) == (written, decimals)


@given(odd_texts)
def test_figures_are_ordered_and_quote_the_text(text: str) -> None:
    """Whatever the text, its figures follow each other without overlap and are pieces of it."""
    end = 0
    for mention in read_mentions(text):
        assert mention.first <= mention.start < mention.end <= mention.stop <= len(text)
        assert text[mention.start : mention.end] == mention.printed
        assert mention.start >= end
        end = mention.end


def test_a_long_text_comes_to_an_end() -> None:
    """Ten thousand figures in one paragraph are read one by one."""
    assert len(read_mentions("1/2 hộ, " * 5_000)) == 10_000


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("có 12 hộ5, trong đó", "household"),
        ("thu 120 triệu đồng7.", "million-dong"),
        ("đạt 7 tạ/ha2", "quintal-per-hectare"),
    ],
)
def test_a_unit_is_known_with_a_marker_glued_to_it(text: str, unit: str) -> None:
    """The marker of a footnote after a unit does not hide the unit."""
    (mention,) = read_mentions(text)
    assert mention.unit is not None
    assert mention.unit.unit == unit


def test_in_a_list_that_prints_values_first_each_has_the_noun_after_it() -> None:
    """The noun between two figures is of the one before it, unless a comma parts it from that."""
    assert [m.label for m in read_mentions("Đã trồng 10 ha ngô, 15,5 ha lạc và 3 ha sen.")] == ["trồng", "lạc", "sen"]
    assert [m.label for m in read_mentions("Lúa 10 ha, ngô 15 ha và lạc 3 ha.")] == ["Lúa", "ngô", "lạc"]
