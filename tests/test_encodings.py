import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.documents.encodings import (
    decode_as,
    decode_legacy,
    decode_traced,
    detect_legacy,
    legacy_font,
    normalise,
    normalise_traced,
)
from tests.programs import needs

# All sentences are made up for these tests.
TCVN3 = "Tæng thu ng©n s¸ch cña ph­êng ®¹t 45%"
VNI = "Toång thu ngaân saùch cuûa phöôøng ñaït 45%"
PLAIN = "Tổng thu ngân sách của phường đạt 45%"
FRENCH = (
    "Le café était très bon là où l'été a été fêté, près de la forêt; élève, père, mère, déjà, garçon, hôtel, né, thé"
)


def test_tcvn3_is_what_iconv_says() -> None:
    """Every letter of TCVN 5712 from 0xA1 to 0xFF is decoded as iconv decodes it."""
    iconv = needs("iconv")
    for code in range(0xA1, 0x100):
        done = subprocess.run(
            [iconv, "-f", "TCVN5712-1", "-t", "UTF-8"], input=bytes([code]), capture_output=True, check=True
        )
        assert decode_as(chr(code), "tcvn3") == done.stdout.decode(), hex(code)


@pytest.mark.parametrize(
    ("text", "encoding", "plain"),
    [
        (TCVN3, "tcvn3", PLAIN),
        (VNI, "vni", PLAIN),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "vni", "Độc lập - Tự do - Hạnh phúc"),
        ("TÆNH, quaän, thò xaõ, kyõ sö, QUYÙ TÎ", "vni", "TỈNH, quận, thị xã, kỹ sư, QUÝ TỴ"),
        ("naêm chaën baèng tæ leä", "vni", "năm chặn bằng tỉ lệ"),
    ],
)
def test_old_letters_are_decoded(text: str, encoding: str, plain: str) -> None:
    """Text in an old encoding becomes the Vietnamese that its font showed."""
    assert decode_as(text, encoding) == plain  # type: ignore[arg-type]


def test_capitals_of_tcvn3_follow_their_word() -> None:
    """A word typed in capitals has capital letters with marks, which ABC fonts do not have."""
    assert decode_as("UBND QUËN, HéI ®ång", "tcvn3") == "UBND QUẬN, HỘI đồng"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnArial NarrowH", "tcvn3"),
        ("VNI-Times", "vni"),
        ("VNI Helve", "vni"),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
    ],
)
def test_fonts_name_their_encoding(font: str, encoding: str | None) -> None:
    """Fonts .Vn… are of TCVN3, fonts VNI-… of VNI, all others of Unicode."""
    assert legacy_font(font) == encoding


def test_text_is_decoded_by_its_font() -> None:
    """A font of the old encodings decodes, one that ends in H shows capitals, any other leaves the text alone."""
    assert decode_legacy(TCVN3, ".VnTime") == PLAIN
    assert decode_legacy("tæng thu", ".VnTimeH") == "TỔNG THU"
    assert decode_legacy(VNI, "VNI-Times") == PLAIN
    assert decode_legacy(TCVN3, "Arial") == TCVN3
    assert decode_legacy("bé", ".VnTime") == "bộ"  # a syllable either way: the font decides


@pytest.mark.parametrize("text", [PLAIN, "Phường", "Thu, chi", "Hà Nội và xã Tân Phú"])
def test_unicode_in_an_old_font_is_left_alone(text: str) -> None:
    """Unicode text that was pasted into a template with an old font stays what it is."""
    assert decode_legacy(text, ".VnTime") == text
    assert decode_legacy(text, "VNI-Times") == text


def test_old_encodings_are_detected_without_fonts() -> None:
    """The letters of a text without fonts give its encoding away."""
    assert detect_legacy(TCVN3) == "tcvn3"
    assert detect_legacy(VNI) == "vni"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "",
        "Total revenue 45%, 1,193 households",
        FRENCH,
        "Größe für Mädchen, Übung, schön, außer",
        "año niño mañana José también está aquí",
        "thu a=5 × 3 = 15 ± 2 °C",
        "né, thé, bé, ré",  # are syllables as they are and would be other ones
        "ph­êng ®¹t cña ünd bröt grün mäd",  # four of seven words would be none
    ],
)
def test_other_texts_are_not_taken_for_old(text: str) -> None:
    """Vietnamese in Unicode, plain ASCII, French and other languages are of no old encoding."""
    assert detect_legacy(text) is None


def test_normalising_composes_and_tidies() -> None:
    """Letters are composed, odd spaces plain, invisible letters gone; the dash and the minus stay."""
    assert normalise("Tổng\u00a0số\u200b\u00ad 5\u2009%") == "Tổng số 5 %"
    assert normalise("giảm −5 – 7, 2024\u20112025") == "giảm −5 – 7, 2024-2025"
    assert normalise("Ðảng ủy") == "Đảng ủy"
    assert normalise(unicodedata.normalize("NFD", PLAIN)) == PLAIN


@given(st.text(max_size=40))
def test_normalised_text_is_nfc_and_stays(text: str) -> None:
    """Whatever the text, the result is in NFC, normalising it again changes nothing, and origins go forward in it."""
    done = normalise_traced(text)
    assert unicodedata.is_normalized("NFC", done.text)
    assert normalise(done.text) == done.text
    assert len(done.origins) == len(done.text)
    assert list(done.origins) == sorted(done.origins)
    assert all(0 <= origin < len(text) for origin in done.origins)


@given(st.text(alphabet=st.characters(max_codepoint=0xFF), max_size=40), st.sampled_from(["tcvn3", "vni"]))
def test_digits_keep_their_origin(text: str, encoding: str) -> None:
    """However letters are decoded, each digit of the result comes from that digit of the text."""
    done = decode_traced(text, encoding)  # type: ignore[arg-type]
    assert [done.text[i] for i in range(len(done.text)) if done.text[i].isascii() and done.text[i].isdigit()] == [
        letter for letter in text if letter.isascii() and letter.isdigit()
    ]
    for letter, origin in zip(done.text, done.origins, strict=True):
        if letter.isascii() and letter.isdigit():
            assert text[origin] == letter


def test_many_marks_on_one_letter_do_not_hang() -> None:
    """A letter with a hundred thousand marks, in an order that must be sorted, is read all the same."""
    # Sorted as one run they would take 100.000² steps; in clusters of 31 they take 3,1 million.
    assert normalise("a" + "\u0301\u0323" * 50_000).startswith("ạ")
    text = "a" + "\u0301\u0323" * 20
    halves = [unicodedata.normalize("NFC", half) for half in (text[:31], text[31:])]
    assert normalise(text) == "".join(halves)
