"""``phulien check FILE``: documents on the command line. All texts are made up."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from phulien_analysis.cli import main
from phulien_analysis.marking import remarks
from phulien_analysis.marking.comments import Remark
from tests.made_up_checked import TEXT, write_report
from tests.made_up_docx import Par, build

DATA = Path(__file__).parents[1] / "data"
AGREES = "I. CHUNG\nĐã cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi 05 hồ sơ; cấp lại 01 hồ sơ.\n"
FOUND = "Calculations found: 2; of these agree: 1."
STAMPED = "MẬT\n\nBÁO CÁO GIẢ ĐỊNH\n\nGiải ngân 480 triệu đồng/500 triệu đồng, đạt 86% kế hoạch.\n"


def phulien(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run the command in this process: exit code, standard output, standard error."""
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A text file with the made-up report."""
    return write_report(tmp_path)


@pytest.fixture
def agreeing(tmp_path: Path) -> Path:
    """A text file in which all agrees."""
    path = tmp_path / "khop.txt"
    path.write_text(AGREES, encoding="utf-8")
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word document with one percentage that does not agree."""
    path = tmp_path / "bao-cao.docx"
    build(path, [Par("I. CHUNG"), Par("Giải ngân 480 triệu đồng/500 triệu đồng, đạt 86% kế hoạch.")])
    return path


def pasted(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input hold ``data``."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_check_lists_what_a_document_states(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file is read and its calculations are redone, with no option and no configuration."""
    code, out, err = phulien("check", file, "--lang", "en", capsys=capsys)
    assert (code, err) == (0, "")
    assert "gives 96%, a difference of 10 percentage points" in " ".join(out.split())
    assert FOUND in out


def test_check_reads_pasted_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``-`` reads standard input as UTF-8, whatever the terminal's encoding, with or without a byte order mark."""
    for mark in (b"", b"\xef\xbb\xbf"):
        pasted(monkeypatch, mark + TEXT.encode())
        code, out, _ = phulien("check", "-", "--lang", "en", capsys=capsys)
        assert code == 0
        assert FOUND in out


def test_pasted_text_is_called_so_in_vietnamese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without ``--lang`` no English stands where the name of a file would."""
    pasted(monkeypatch, TEXT.encode())
    assert phulien("check", "-", capsys=capsys)[1].startswith("văn bản dán vào\n")


def test_pasted_bytes_that_are_no_text_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text in another encoding is told, with the byte at which it shows and what to do."""
    pasted(monkeypatch, b"abc\xff")
    code, out, err = phulien("check", "-", "--lang", "en", capsys=capsys)
    assert (code, out) == (2, "")
    assert "the pasted text is not in UTF-8 (byte 3). Save it as a text file and name the file." in err


def test_who_types_is_told_how_to_end(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """At a terminal ``-`` says that it waits for text."""
    pasted(monkeypatch, TEXT.encode())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert "Paste the text, then press" in phulien("check", "-", "--lang", "en", capsys=capsys)[2]


def test_months_and_files_may_be_mixed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A month's table and a document's listing follow each other, and JSON is a list of both."""
    _, out, _ = phulien("check", "2025-07", file, "--lang", "en", "--data", DATA, capsys=capsys)
    assert out.index("Calculations redone: 125") < out.index(FOUND)
    code, out, _ = phulien("check", "2025-07", file, "--format", "json", "--data", DATA, capsys=capsys)
    month, document = json.loads(out)
    assert code == 0
    assert (month["ward"], month["month"]) == ("phu-lien", "2025-07")
    assert (document["ward"], document["document"]["name"]) == (None, "bao-cao.txt")


def test_json_of_one_file_names_no_folder(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One argument gives one document, in the same bytes each time, without the folder that it lies in."""
    code, out, err = phulien("check", file, "--format", "json", capsys=capsys)
    assert (code, err) == (0, "")
    assert [f["id"] for f in json.loads(out)["findings"]] == ["percent@I.1 p1 #3", "sum@I.2 p1 #1", "format@II.1 p1 #1"]
    assert str(file.parent) not in out
    assert phulien("check", file, "--format", "json", capsys=capsys)[1] == out


def test_a_terminal_without_vietnamese_letters_is_no_obstacle(file: Path) -> None:
    """Where letters cannot be shown, the listing shows their codes; JSON is UTF-8 all the same."""
    command = [sys.executable, "-m", "phulien_analysis", "check", str(file)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(DATA.parent)}
    shown = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert b"Ch\\u01b0a kh\\u1edbp" in shown.stdout
    written = subprocess.run([*command, "--format", "json"], env=environment, capture_output=True, check=True)
    assert "triệu đồng" in json.loads(written.stdout)["findings"][0]["message_vi"]


def test_strict_is_1_for_an_error_and_0_where_all_agrees(
    file: Path, agreeing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A percentage that does not agree is an error, a sum that agrees is none; without ``--strict`` both are 0."""
    assert phulien("check", file, "--strict", capsys=capsys)[0] == 1
    assert phulien("check", agreeing, "--strict", capsys=capsys)[0] == 0
    assert phulien("check", agreeing, file, "--strict", capsys=capsys)[0] == 1
    assert phulien("check", file, capsys=capsys)[0] == 0


def test_one_that_cannot_be_read_does_not_stop_the_others(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are shown, the one is named on standard error, and the exit code is 2, even with ``--strict``."""
    damaged = tmp_path / "hong.docx"
    damaged.write_bytes(b"PK\x03\x04 made up")
    code, out, err = phulien("check", damaged, file, "--strict", "--lang", "en", capsys=capsys)
    assert code == 2
    assert FOUND in out
    assert "hong.docx" in err
    code, out, _ = phulien("check", damaged, file, "--format", "json", capsys=capsys)
    assert code == 2
    assert [document["document"]["name"] for document in json.loads(out)] == ["bao-cao.txt"]


def test_a_ward_beside_a_document_is_told_to_make_no_difference(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document is checked without catalogue and ward; who gives one learns that it was not used."""
    code, out, err = phulien("check", file, "--ward", "phu-lien", "--lang", "en", capsys=capsys)
    assert code == 0
    assert FOUND in out
    assert "--ward is for months; a document is checked without it" in err


def test_a_secret_document_is_refused_with_none_of_its_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A stamp of secrecy ends the check: exit code 2, and no word of the document in the output."""
    secret = tmp_path / "van-ban.txt"
    secret.write_text(STAMPED, encoding="utf-8")
    code, out, err = phulien("check", secret, capsys=capsys)
    assert (code, out) == (2, "")
    assert "van-ban.txt có dấu chỉ độ mật. Văn bản không được đọc" in err
    assert "GIẢ ĐỊNH" not in err
    assert "480" not in err


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("2025-7", "'2025-7' is not a month like 2025-07; did you mean 2025-07?"),
        ("2025/07", "'2025/07' is not a month like 2025-07; did you mean 2025-07?"),
        ("2025.7", "did you mean 2025-07?"),
        ("202507", "did you mean 2025-07?"),
        ("07-2025", "did you mean 2025-07?"),
        ("7/2025", "did you mean 2025-07?"),
        ("T7/2025", "did you mean 2025-07?"),
        ("tháng 12/2025", "did you mean 2025-12?"),
        ("13/2025", "there is no file 13/2025; name a document that is there"),
        ("2025-13", "'2025-13' is not a month; write year and month like 2025-07"),
        ("bao-cao.tx", "there is no file bao-cao.tx; did you mean 'bao-cao.txt'?"),
        ("nowhere/a.docx", "there is no file nowhere/a.docx; name a document that is there"),
        (".", ". is a folder; name the documents to check, like bao-cao.txt (it holds 1)"),
        ("empty", "empty is a folder, and no document is in it; name the files to check"),
    ],
)
def test_a_wrong_argument_is_told_with_what_was_meant(
    argument: str, said: str, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A month written otherwise, a misspelt file, a folder: what it is, what to write, exit code 2, nothing else."""
    monkeypatch.chdir(file.parent)
    (file.parent / "empty").mkdir()
    code, out, err = phulien("check", argument, "--lang", "en", "--data", DATA, capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "báo cáo.txt là tệp rỗng. Đề nghị lưu lại báo cáo, hoặc xin gửi lại."),
        (b"%PDF-1.4 rubbish", "báo cáo.txt bị hỏng, không đọc được như tệp PDF. Đề nghị chép lại từ nơi gửi"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "báo cáo.txt là ảnh PNG. Đề nghị nhận dạng chữ (OCR)"),
        (b"PK\x03\x04rubbish", "báo cáo.txt bị hỏng: mở đầu như tệp .docx nhưng không giải nén được."),
    ],
)
def test_what_cannot_be_read_is_told_in_vietnamese(
    data: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who asks for no language is told in Vietnamese what is wrong with a file, and what to do."""
    path = tmp_path / "báo cáo.txt"
    path.write_bytes(data)
    for command in (("check", path), ("read", path, "--ward", "phu-lien", "--month", "2025-09", "--data", DATA)):
        code, out, err = phulien(*command, capsys=capsys)
        assert (code, out) == (2, "")
        assert says in err


def test_how_a_file_was_read_is_told_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A remark on a file whose name says something else stands in the listing and in the JSON in both languages."""
    path = tmp_path / "bao-cao.docx"
    path.write_text(f"<html><body><p>{AGREES}</p></body></html>", encoding="utf-8")
    assert "có đuôi .docx nhưng là trang web: đã đọc theo đúng nội dung" in squeezed(
        phulien("check", path, capsys=capsys)[1]
    )
    out = phulien("check", path, "--lang", "en", capsys=capsys)[1]
    assert "is named .docx and is a web page: it was read as that" in squeezed(out)
    record = json.loads(phulien("check", path, "--format", "json", capsys=capsys)[1])
    assert record["document"]["remarks"] == [
        {
            "message_vi": "bao-cao.docx có đuôi .docx nhưng là trang web: đã đọc theo đúng nội dung.",
            "message_en": "bao-cao.docx is named .docx and is a web page: it was read as that.",
        }
    ]


def squeezed(text: str) -> str:
    """A text with single spaces, as if the terminal had one long line."""
    return " ".join(text.split())


def test_html_is_written_beside_the_listing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--html`` writes the page, says so on standard error, and the listing or JSON is as without it."""
    target = file.with_name("page.html")
    code, out, err = phulien("check", file, "--html", target, "--format", "json", "--lang", "en", capsys=capsys)
    assert code == 0
    assert json.loads(out)["schema"] == 1
    assert err == f"phulien: wrote {target}\n"
    assert '<html lang="en">' in target.read_text(encoding="utf-8")


def test_html_of_pasted_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pasted text can become a page, too."""
    pasted(monkeypatch, TEXT.encode())
    assert phulien("check", "-", "--html", tmp_path / "page.html", capsys=capsys)[0] == 0
    assert (tmp_path / "page.html").exists()


def test_docx_is_a_copy_with_comments(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--docx`` writes a copy with the finding and the cause as comments; the document itself is untouched."""
    before, target = word.read_bytes(), word.with_name("marked.docx")
    code, _, err = phulien("check", word, "--docx", target, "--lang", "en", capsys=capsys)
    assert (code, err) == (0, f"phulien: wrote {target}\n")
    with zipfile.ZipFile(target) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "Does not agree, to be reviewed before signing." in comments
    assert "With 96% in place of 86%" in comments
    assert word.read_bytes() == before


def test_a_comment_that_finds_no_place_is_told(
    word: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be put beside its number is said on standard error instead; it is not lost."""
    lost = Remark(1, 0, 2, "Does not agree.\nSee above.")
    monkeypatch.setattr(remarks, "write_marked_copy", lambda *_, **__: (lost,))
    target = word.with_name("marked.docx")
    code, _, err = phulien("check", word, "--docx", target, "--lang", "en", capsys=capsys)
    assert code == 0
    assert err.splitlines()[1:] == [
        f"phulien: no place for a comment was found in {word}: Does not agree.",
        "See above.",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bao-cao.txt", "--html", "khop.txt"], "khop.txt: expected a name that ends with .html, .htm"),
        (["bao-cao.txt", "--html", "there.html"], "there.html exists already"),
        (["trang.html", "--html", "trang.html", "--force"], "trang.html is the document itself"),
        (["trang.html", "--html", "link.html", "--force"], "link.html is the document itself"),
        (["bao-cao.txt", "--html", "nowhere/page.html"], "The folder nowhere does not exist"),
        (["bao-cao.txt", "--html", "folder.html"], "folder.html is a folder"),
        (["bao-cao.txt", "khop.txt", "--html", "page.html"], "--html is for one document; name one file"),
        (["2025-07", "--html", "page.html"], "--html is for one document; name one file, and no month"),
        (["-", "--docx", "marked.docx"], "--docx puts comments into a Word document; pasted text has none"),
        (["-", "--html", "there.html"], "there.html exists already"),
        (["-", "--html", "folder.html"], "folder.html is a folder"),
        (["-", "--html", "nowhere/page.html"], "The folder nowhere does not exist"),
        (["bao-cao.docx", "--docx", "marked.pdf"], "marked.pdf: expected a name that ends with .docx"),
        (["bao-cao.docx", "--docx", "bao-cao.docx", "--force"], "bao-cao.docx is the document itself"),
    ],
)
def test_what_must_not_be_written_is_refused_before_anything_is_read(
    arguments: list[str],
    said: str,
    file: Path,
    word: Path,
    agreeing: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A wrong, existing or missing place, the document itself or a link to it: exit code 2, all files as before."""
    folder = file.parent
    monkeypatch.chdir(folder)
    (folder / "folder.html").mkdir()
    (folder / "there.html").write_text("mine", encoding="utf-8")
    (folder / "trang.html").write_text("<p>Trời đẹp.</p>", encoding="utf-8")
    (folder / "link.html").symlink_to("trang.html")
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert {word, agreeing} < set(before)
    code, out, err = phulien("check", "--lang", "en", *arguments, capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_comments_need_a_word_document(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--docx`` of a text says what it is and names the way that works."""
    code, _, err = phulien("check", file, "--lang", "en", "--docx", file.with_name("marked.docx"), capsys=capsys)
    assert code == 2
    assert "bao-cao.txt is plain text, and comments need a Word document (.docx). Use --html for a marked page." in err
    assert not file.with_name("marked.docx").exists()


def test_force_replaces_what_was_written_before(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that exists is replaced with ``--force``."""
    target = file.with_name("page.html")
    target.write_text("old", encoding="utf-8")
    assert phulien("check", file, "--html", target, "--force", capsys=capsys)[0] == 0
    assert "<main" in target.read_text(encoding="utf-8")
