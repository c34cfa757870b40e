"""LibreOffice as tests and benchmarks use it: a file made into one of another kind.

Now and then it stops in mid-work and never ends. What a time limit of :func:`subprocess.run` then kills is its shell
script; the program itself goes on and holds the script's output, which would be waited for without end. So all that
was started is ended here, and the program is asked again.
"""

import os
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

TRIES = 3
SECONDS = 90.0
"""For one try; a report takes two."""


class OfficeError(Exception):
    """LibreOffice did not do what it was asked for, with what it said."""


def convert(source: Path, kind: str, folder: Path, *, settings: str = "", program: str = "soffice") -> None:
    """Write what LibreOffice makes of a file into a folder; `kind` is its `--convert-to`, `settings` its registry.

    Raises:
        OfficeError: it failed, or took longer than `SECONDS` as often as it may try.
    """
    for _ in range(TRIES):
        with TemporaryDirectory() as name:
            user = Path(name) / "user"
            user.mkdir()
            if settings:
                (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
            profile = f"-env:UserInstallation={user.parent.as_uri()}"
            words = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
            if _ends_well(words):
                return
    raise OfficeError(f"{program} did not end within {SECONDS:.0f} s, {TRIES} times, while it made {kind} of {source}")


def _ends_well(words: list[str]) -> bool:
    """Run a command; whether it ended in time. Whatever happens, nothing that it started goes on."""
    with TemporaryFile() as told:
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=told, stderr=told, start_new_session=True)
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if code:
            told.seek(0)
            raise OfficeError(f"{words[0]} ended with code {code}: {told.read().decode(errors='replace')[-300:]}")
    return True
