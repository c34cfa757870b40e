"""``phulien read``: a month's figures file drafted from a document, on the command line. All texts are made up."""

import shutil
from pathlib import Path

import pytest

from tests.made_up_checked import write_report
from tests.test_cli_documents import DATA, phulien


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A text file with the made-up report."""
    return write_report(tmp_path)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data folder that a test may write to."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_read_drafts_a_month_and_says_what_to_do_next(
    file: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The two files are named, the figures counted, and the next commands written out with their options."""
    file.write_text(
        "II. KẾT QUẢ\n1.1. Thu ngân sách nhà nước trên địa bàn: Tháng 8/2025 ước thực hiện 12.345 triệu đồng.\n",
        encoding="utf-8",
    )
    arguments = ["read", str(file), "--ward", "phu-lien", "--month", "2025-08", "--data", str(data)]
    code, out, err = phulien(*arguments, "--lang", "en", capsys=capsys)
    assert (code, err) == (0, "")
    assert f"Figures: {data / 'phu-lien' / '2025-08.csv'}\n" in out
    assert "2025-08.review.csv\n" in out
    assert f"“phulien check 2025-08 --data {data}”, and “phulien run 2025-08 --data {data}”" in out
    assert "12.345" in (data / "phu-lien" / "2025-08.csv").read_text(encoding="utf-8")
    code, out, err = phulien(*arguments, capsys=capsys)
    assert (code, out) == (2, "")
    assert "--force" in err
    assert phulien(*arguments, "--force", capsys=capsys)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bao-cao.tx", "--ward", "phu-lien", "--month", "2025-08"], "did you mean 'bao-cao.txt'?"),
        (["bao-cao.txt", "--ward", "phu-lien", "--month", "2025-8"], "'2025-8' is not a month"),
        (["bao-cao.txt", "--ward", "phu-liem", "--month", "2025-08"], "did you mean 'phu-lien'?"),
        (["bao-cao.txt", "--month", "2025-08"], "Missing option '--ward'"),
    ],
)
def test_read_tells_a_wrong_argument(
    arguments: list[str],
    said: str,
    file: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A misspelt file, month or ward, or none: exit code 2, and no file is written."""
    monkeypatch.chdir(file.parent)
    code, _, err = phulien("read", *arguments, "--lang", "en", "--data", data, capsys=capsys)
    assert code == 2
    assert said in " ".join(err.split())
    assert list((data / "phu-lien").glob("2025-08*")) == []


def test_read_says_how_the_document_was_read(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A remark comes first; a data folder that was found by itself is not written out in the next commands."""
    monkeypatch.setenv("PHULIEN_DATA", str(data))
    path = tmp_path / "bao-cao.docx"
    text = "II. KẾT QUẢ</p><p>1.1. Thu ngân sách: Tháng 8/2025 ước thực hiện 12.345 triệu đồng."
    path.write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")
    code, out, _ = phulien("read", path, "--ward", "phu-lien", "--month", "2025-08", "--lang", "en", capsys=capsys)
    assert code == 0
    first, *_, last = out.splitlines()
    assert first == "How it was read: bao-cao.docx is named .docx and is a web page: it was read as that."
    assert "“phulien check 2025-08”, and “phulien run 2025-08”" in last
