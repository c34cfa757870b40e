import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from phulien_analysis import cli
from phulien_analysis.cli import main

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data folder that a test may spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def phulien(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run the command in this process: exit code, standard output, standard error."""
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_check_prints_the_findings_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """``phulien check`` tells what is more than a plain agreement, with ids, and counts the rest."""
    code, out, _ = phulien("check", "2025-07", "--lang", "en", "--data", DATA, capsys=capsys)
    assert code == 0
    assert "format@II.3 fn13 #12" in out
    assert "Calculations redone: 125; agree: 112, to review: 4, not enough to tell" in out


def test_check_speaks_vietnamese_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``--lang`` the findings are in Vietnamese."""
    _, out, _ = phulien("check", "2025-07", "--data", DATA, capsys=capsys)
    assert "Đã tính lại 125 phép tính: 112 khớp, 4 đề nghị rà soát, 9 chưa" in out


def test_check_writes_the_json_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    """``--format json`` writes one document with schema, ward, month and findings, and nothing else."""
    code, out, err = phulien("check", "2025-07", "--format", "json", "--data", DATA, capsys=capsys)
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert list(document) == ["schema", "ward", "month", "findings"]
    assert (document["schema"], document["ward"], document["month"]) == (1, "phu-lien", "2025-07")


def test_strict_exits_with_1_for_an_error_that_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """The malformed ``31.5000.000`` is an error, and nobody has explained it."""
    code, _, _ = phulien("check", "2025-07", "--strict", "--data", DATA, capsys=capsys)
    assert code == 1


def test_strict_exits_with_0_once_the_error_is_known(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A known finding with its reason no longer stops a strict check."""
    known = data / "phu-lien" / "2025-07.known.csv"
    known.write_text("finding,reason\nformat@II.3 fn13 #12,made up: the voucher was seen\n", encoding="utf-8")
    code, out, _ = phulien("check", "2025-07", "--strict", "--lang", "en", "--data", data, capsys=capsys)
    assert code == 0
    assert "Looked at: made up" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "2025-13"], "'2025-13' is not a month; write year and month like 2025-07"),
        (["check", "2025-08"], "there is no month 2025-08 of ward phu-lien"),
        (
            ["check", "2025-07", "--ward", "phu-liem"],
            "there is no ward 'phu-liem' in wards.csv; did you mean 'phu-lien'?",
        ),
        (["check", "report.docx"], "there is no file report.docx; name a document that is there"),
        (["run", "../2025-07"], "'../2025-07' is not a month; write year and month like 2025-07"),
        (["run", "2025-07", "--ward", "../phu-lien"], "there is no ward '../phu-lien' in wards.csv"),
    ],
)
def test_wrong_input_is_told_and_exits_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was found, what was expected, on standard error, and exit code 2."""
    code, out, err = phulien(*arguments, "--lang", "en", "--data", DATA, capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check"], ["check", "2025-07", "--lang", "fr"], ["run", "--workers", "0"]]
)
def test_a_mistyped_command_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Typer's own complaints have the same exit code as ours."""
    assert phulien(*arguments, capsys=capsys)[0] == 2


def test_a_data_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--data`` with a folder that does not exist says so, and what a data folder is."""
    code, _, err = phulien("check", "2025-07", "--data", tmp_path / "nowhere", capsys=capsys)
    assert code == 2
    assert "nowhere, nhưng không có thư mục đó; hãy chỉ đúng thư mục dữ liệu" in err


def test_every_problem_of_a_file_is_told_at_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two mistakes in two rows give two lines with file, row and column, and nothing is checked."""
    file = data / "phu-lien" / "2025-07.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("million-dong", "milion-dong")
    lines[2] = lines[2].replace("2025-07-31", "2025-07-32")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out, err = phulien("check", "2025-07", "--data", data, capsys=capsys)
    assert (code, out) == (2, "")
    assert "2 problem(s) in 1 file(s)" in err
    assert "data/phu-lien/2025-07.csv, row 2, column unit: 'milion-dong' is not a unit" in err
    assert "data/phu-lien/2025-07.csv, row 3, column period_end: '2025-07-32' is not a date" in err


def test_list_tells_wards_months_topics_and_indicators(capsys: pytest.CaptureFixture[str]) -> None:
    """``phulien list`` names the ward with its month, a topic and an indicator."""
    code, out, _ = phulien("list", "--data", DATA, capsys=capsys)
    assert code == 0
    for word in ("phu-lien", "2025-07", "budget-revenue", "revenue-land-rental"):
        assert word in out


def test_the_command_runs_as_a_module_from_any_folder(tmp_path: Path) -> None:
    """``python -m phulien_analysis --version`` works outside the checkout."""
    done = subprocess.run(
        [sys.executable, "-m", "phulien_analysis", "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "phulien 0.1.0\n"


@pytest.mark.parametrize(("command", "words"), [("check", ["MONTH|FILE", "--docx", "--html"]), ("read", ["--month"])])
def test_help_names_arguments_and_options(command: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """``--help`` of both commands names what they take."""
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    for word in words:
        assert word in out


def test_a_program_may_take_what_is_written_as_text() -> None:
    """Where standard output is no stream of bytes, as in a test or a window, JSON comes all the same."""
    with redirect_stdout(io.StringIO()) as taken:
        assert main(["check", "2025-07", "--format", "json", "--data", str(DATA)]) == 0
    assert json.loads(taken.getvalue())["month"] == "2025-07"


def test_ctrl_c_before_the_command_has_begun_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the moment in which commands are made up Typer does not see to it yet: no traceback, and the usual code."""

    def pressed(**_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", pressed)
    assert main(["list"]) == 130


@pytest.mark.parametrize("words", [("list",), ("check", "2025-07", "--format", "json")])
def test_a_reader_that_has_gone_is_not_told(words: tuple[str, ...]) -> None:
    """``phulien list | head -1`` ends without a word: nothing is wrong with any place."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "phulien_analysis", *words, "--data", str(DATA)],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
