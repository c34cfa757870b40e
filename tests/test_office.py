"""LibreOffice in tests: what is done when it hangs or fails. A script stands in for it."""

from pathlib import Path

import psutil
import pytest

from tests import office
from tests.office import OfficeError, convert


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that hangs, as often as a file has lines, in a process of its own that holds its output."""
    monkeypatch.setattr(office, "SECONDS", 1.0)
    script = tmp_path / "program"
    script.write_text(
        "#!/bin/sh\n"
        f'cd "{tmp_path}"\n'
        "if [ -s hang ]; then sed -i 1d hang; sleep 613 & wait; fi\n"
        'if [ -e broken ]; then echo "made up: no filter"; exit 3; fi\n'
        'cp "$7" "$6/made.$4"\n'
    )
    script.chmod(0o755)
    (tmp_path / "source").write_text("made up")
    return script


def left() -> list[psutil.Process]:
    """What hangs still; of what has ended, and was not waited for yet, no command is known."""
    return [one for one in psutil.process_iter(["cmdline"]) if one.info["cmdline"] == ["sleep", "613"]]


def test_what_hangs_twice_is_asked_a_third_time(program: Path, tmp_path: Path) -> None:
    """Two tries that hang are ended with all they started; the third gives the file."""
    (tmp_path / "hang").write_text("1\n2\n")
    convert(tmp_path / "source", "pdf", tmp_path, program=str(program))
    assert (tmp_path / "made.pdf").read_text() == "made up"
    assert left() == []


def test_what_hangs_three_times_is_told(program: Path, tmp_path: Path) -> None:
    """After three tries an error says what was to be made; the fourth would have given the file."""
    (tmp_path / "hang").write_text("1\n2\n3\n")
    with pytest.raises(OfficeError, match=r"did not end within 1 s, 3 times, while it made pdf of .*source$"):
        convert(tmp_path / "source", "pdf", tmp_path, program=str(program))
    assert left() == []
    assert not (tmp_path / "made.pdf").exists()


def test_what_fails_is_told_with_what_it_said(program: Path, tmp_path: Path) -> None:
    """A code that is not 0 is not tried again: it is told, with the program's words."""
    (tmp_path / "broken").touch()
    with pytest.raises(OfficeError, match=r"ended with code 3: made up: no filter"):
        convert(tmp_path / "source", "pdf", tmp_path, program=str(program))
