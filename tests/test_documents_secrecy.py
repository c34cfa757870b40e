"""A document with a stamp of secrecy is refused whole; prose about secrecy is not a stamp. All texts are made up."""

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from phulien_analysis.documents import SecretDocumentError, read_document, read_text
from tests.made_up_docx import Box, Par, Run, build

BODY = "I. TÌNH HÌNH\n1. Thu ngân sách đạt 7 tỷ đồng.\n"
STAMPS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "TUYỆT  MẬT",
    "M Ậ T",
    "T U Y Ệ T M Ậ T",
    "[MẬT]",
    "Độ mật: Mật",
    "Mức độ mật: TỐI MẬT",
    "Mật",
    "MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "MẬT        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc TỐI MẬT",
    "mËt",
    "TỐI MẬT (A)",
    "Bản số: 03 TUYỆT MẬT",
    "MẬT Bản số: 2",
    "Số: 15/BC-UBND TỐI MẬT",
    "MẬT Tài liệu thu hồi",
]
PROSE = [
    "CÔNG TÁC BẢO MẬT",
    "Thực hiện tốt công tác bảo vệ bí mật nhà nước",
    "BÍ MẬT NHÀ NƯỚC",
    "MẬT ONG",
    "Giải mật 2 tài liệu",
    "Dấu mật",
    "Mật độ dân số: 1.200 người/km2",
    "Độ mật: Không",
    "Sản lượng mật 5 tấn",
    "QUY CHẾ BẢO VỆ BÍ MẬT UBND XÃ",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("stamp", STAMPS)
def test_stamps_are_refused(stamp: str, form: Literal["NFC", "NFD"]) -> None:
    """Every form of a stamp above the title is refused, and the message holds none of the document's text."""
    with pytest.raises(SecretDocumentError) as caught:
        read_text(unicodedata.normalize(form, f"UBND XÃ AN BÌNH\n{stamp}\nBÁO CÁO\n{BODY}"))
    assert str(caught.value) == (
        "pasted text bears a stamp of secrecy. It was not read, and nothing of it was kept. "
        "State secrets may be handled only where the law allows it; bring a report that bears no such stamp."
    )
    assert "7 tỷ" not in repr(caught.value.__dict__)


@pytest.mark.parametrize("line", PROSE)
def test_prose_about_secrecy_is_read(line: str) -> None:
    """Words with mật in them are no stamp, in a heading or a sentence."""
    assert read_text(f"BÁO CÁO\n{line}\n{BODY}{line}\n").paragraphs


def test_a_stamp_in_capitals_is_refused_on_any_page() -> None:
    """A stamp on a later page counts too; the word in a table there does not."""
    with pytest.raises(SecretDocumentError):
        read_text(BODY + "Nội dung thường.\n" * 60 + "MẬT\n")
    assert read_text(BODY + "Nội dung thường.\n" * 60 + "Mật\n").paragraphs


@pytest.mark.parametrize("where", ["header", "box", "font"])
def test_stamps_outside_the_text_are_refused(tmp_path: Path, where: str) -> None:
    """A header, a text box and a font of the old encoding hide no stamp."""
    path = tmp_path / "a.docx"
    if where == "header":
        build(path, [BODY], header=["TUYỆT MẬT"])
    elif where == "box":
        build(path, [Par("BÁO CÁO", Box(("MẬT",))), BODY])
    else:
        build(path, [Par(Run("mËt", font=".VnTimeH")), BODY])
    with pytest.raises(SecretDocumentError, match=r"^a\.docx bears a stamp of secrecy"):
        read_document(path)
