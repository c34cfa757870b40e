"""Digits that are not what they seem are read as what a reader sees, or not read at all: never as another number."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.characters import LOWER, UPPER
from phulien_analysis.documents import read_text
from phulien_analysis.documents.encodings import normalise, normalise_traced
from phulien_analysis.documents.lookalikes import UNSURE, count_unsure, settled
from phulien_analysis.messages import say
from phulien_analysis.stated.checking import CheckedDocument, check_document
from tests.made_up_docx import Par, Run, build

SENTENCE = "Tổng thu 100 triệu đồng, gồm thuế 60 triệu đồng và phí {} triệu đồng."


def checked(number: str) -> CheckedDocument:
    """A sentence whose second part is typed so."""
    return check_document(read_text(SENTENCE.format(number)))


@pytest.mark.parametrize(
    "number",
    ["40", "４０", "4０", "𝟒𝟎", "4\u200b0", "4\u00ad0", "4\u200e0", "4\u20600", "4\ufe0f0", "4\U000e00310", "\ufeff40"],
)
def test_what_a_reader_sees_is_read(number: str) -> None:
    """Full-width and mathematical digits are digits, and what is not seen between them is not there: 60 + 40 = 100."""
    document = checked(number)
    assert [one.figure.printed for one in document.printed] == ["100", "60", "40"]
    assert [finding.verdict for finding in document.findings] == ["agrees"]
    assert document.document.remarks == ()


@pytest.mark.parametrize(
    "number",
    [
        "٤٠",
        "४०",
        "\u202e04\u202c",
        "\u206704\u2069",
        "\u202b04",
        "4\u03010",
        "4О",
        "4ο",
        "49\b0",
        "4\x1b[8m9\x1b[m0",
        "4₀",
    ],
)
def test_what_cannot_be_told_is_not_read(number: str) -> None:
    """Digits of other scripts, letters among them, and numbers turned around give no figure, no alarm, and a remark."""
    document = checked(number)
    assert [one.figure.printed for one in document.printed] == ["100", "60"]
    assert document.findings == ()
    (remark,) = document.document.remarks
    assert "number(s) are typed with digits of another script, with letters among the digits" in say(remark, "en")
    assert "các số này không được đọc" in say(remark, "vi")


def test_a_word_file_is_read_as_its_text_is(tmp_path: Path) -> None:
    """A number whose digits stand in two runs of a Word file, turned around by a mark between them, is not read."""
    path = build(tmp_path / "a.docx", [Par("Thu 5 hộ, chi ", Run("\u202e1", bold=True), Run("2\u202c"), " hộ.")])
    document = check_document(path)
    assert [one.figure.printed for one in document.printed] == ["5"]
    assert len(document.document.remarks) == 1


def test_what_is_turned_around_ends_where_it_is_turned_back() -> None:
    """Numbers behind the mark that ends the turning are read, and so are those of the next line."""
    assert settled("\u202e12\u202c 34") == f"\u202e{UNSURE * 2}\u202c 34"
    assert settled("\u202e12 56\n34") == f"\u202e{UNSURE * 2} {UNSURE * 2}\n34"
    assert count_unsure(settled("٤٠ và ٣")) == 2


def test_ordinary_text_stays_as_it_is() -> None:
    """Notes raised above the line, units, fractions and enumerations are none of this."""
    for text in ("rộng 5 m², giao1 ½ ngày, ① xong", "5µm", "Đến 31/7/2025, đạt 104,5%", "QĐ-UBND¹²"):
        assert settled(text) == text


@given(st.text(alphabet=st.sampled_from("10.,% hộ０٤О\u202e\u202c\u200b\u0301\x1b\n⁰₀"), max_size=40))
def test_letters_keep_their_places(text: str) -> None:
    """One letter stands for one, so that a comment finds its place; no digit but 0-9 is left."""
    seen = settled(text)
    assert len(seen) == len(text)
    assert not any(letter.isdecimal() and not letter.isascii() for letter in seen)
    assert normalise(text) == normalise_traced(text).text


def test_capital_and_small_letters() -> None:
    """Vietnamese capitals are no small letters: Ữ and Đ are capital, ữ and đ small, none is both."""
    assert set("AZĐÀỮỲỸ") <= set(UPPER)
    assert set("azđàữỳỹ") <= set(LOWER)
    assert not set(UPPER) & set(LOWER)
