"""The golden edition: the real month, built anew from nothing, and the hash of every byte of it.

`tests/golden.json` holds what the bytes were when somebody last looked at them. Who changes pages on purpose looks at
them, runs `make golden`, and commits both; a difference that nobody meant shows in `tests/test_golden.py`.

What names the build, and not the month, is taken out before hashing: the hash that pages and workbook give of our
source and the notebooks, and Python's version.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden.json"
MONTH = "2025-07"
LANGUAGES = ("vi", "en")
_SOURCE = re.compile(rb"(phulien_analysis [0-9.]+ (?:<code>)?)[0-9a-f]{16}\b")
_PYTHON = re.compile(rb'"version": "3\.\d+\.\d+[^"]*"')


def build(site: Path) -> Path:
    """Publish the month in both languages with the command, from a new process; gives back the edition."""
    command = [sys.executable, "-m", "phulien_analysis", "run", MONTH, "--lang", "en", "--out", str(site)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return (site / "phu-lien" / MONTH).resolve()


def hashes(edition: Path) -> dict[str, str]:
    """SHA-256 of each file of an edition and inside a workbook; the manifest, which names the build, is left out."""
    files = {
        path.relative_to(edition).as_posix(): path.read_bytes()
        for path in sorted(edition.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }
    return {
        name: hashlib.sha256(_PYTHON.sub(b"", _SOURCE.sub(rb"\1", part))).hexdigest()
        for file, content in files.items()
        for name, part in _parts(file, content)
    }


def _parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file; of a workbook, whose compressed bytes hide what is in them, the files inside."""
    if not name.endswith(".xlsx"):
        yield name, content
        return
    with ZipFile(BytesIO(content)) as workbook:
        for member in sorted(workbook.namelist()):
            yield f"{name}/{member}", workbook.read(member)


def recorded() -> dict[str, str]:
    """The hashes that were looked at last."""
    return dict(json.loads(GOLDEN.read_text("utf-8")))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        text = json.dumps(hashes(build(Path(folder) / "site")), indent=1, sort_keys=True)
    GOLDEN.write_text(text + "\n", encoding="utf-8", newline="\n")
