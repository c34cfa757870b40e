"""What an edition was made from, and what it is made of: every file with its hash.

The hash of the inputs (the key) tells whether anything has changed since the last run; the hash of
the manifest, which lists inputs and outputs, is the name of the edition.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from importlib import import_module
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from phulien_analysis.audience import Audience, audience_of
from phulien_analysis.catalogue import ABOUT, FILES
from phulien_analysis.csvfile import SIZE_LIMIT
from phulien_analysis.errors import PhulienError
from phulien_analysis.files import FileRefusedError, read_bounded
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Lang, Message, mark
from phulien_analysis.publishing.checkout import code_commit
from phulien_analysis.report import month_files

SCHEMA = 1
NAME = "manifest.json"
HASH_LENGTH = 16
PACKAGE = Path(__file__).resolve().parent.parent
LOCK = "requirements.txt"
_UNREADABLE = mark("{file} cannot be read ({cause}); see to it, and run again")
TRIES = 3
"""How often a run tries to copy its inputs while somebody writes to them."""
COMMIT = "code"
"""Under this a manifest names the commit of the code."""


@dataclass(frozen=True)
class Inputs:
    """All that the pages of an edition depend on; ``options`` is for whom, and what else was asked for: a PDF."""

    ward: str
    month: str
    languages: tuple[Lang, ...]
    data: Mapping[str, str]
    notebooks: Mapping[str, str]
    code: Mapping[str, str]
    environment: Mapping[str, str]
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def audience(self) -> Audience:
        """For whom the edition is."""
        return audience_of(self.options)

    @cached_property
    def key(self) -> str:
        """Changes when anything changes that a page depends on."""
        return _hash_of(self.as_dict())

    @cached_property
    def data_hash(self) -> str:
        """Changes when the data do."""
        return _hash_of(self.data)

    @cached_property
    def code_hash(self) -> str:
        """Changes when the package or a notebook does."""
        return _hash_of([self.code, self.notebooks])

    def notebook_key(self, notebook: str, parameters: Mapping[str, object]) -> str:
        """Changes when anything changes that one executed notebook depends on: not with other notebooks."""
        return _hash_of([self.notebooks.get(notebook), parameters, self.data, self.code, self.environment])

    def as_dict(self) -> dict[str, Any]:
        """Everything, in a form for ``json``."""
        return {**asdict(self), "languages": list(self.languages)}


def take_snapshot(data: Path, notebooks: Sequence[Path], ward: str, month: str, to: Path) -> None:
    """Copy what a run reads to the folder ``to``: what is hashed afterwards is what ran.

    Raises:
        PhulienError: a file cannot be read, or the files were changed over and over while they were copied.
    """
    for _ in range(TRIES):
        files = {to / "data" / file.relative_to(data): file for file in _data_files(data, ward, month)}
        files |= {to / "notebooks" / notebook.name: notebook for notebook in notebooks if notebook.is_file()}
        if _copied(files):
            return
        shutil.rmtree(to / "data", ignore_errors=True)
        shutil.rmtree(to / "notebooks", ignore_errors=True)
    text = mark("{folder} or the notebooks were changed while they were copied; run again when all is saved")
    raise PhulienError(Message(text, {"folder": str(data)}))


def _data_files(data: Path, ward: str, month: str) -> Iterator[Path]:
    """What pages rest on: a deadline that is moved (``reporting.csv``) makes no new edition."""
    catalogue = (data / name for name in (*sorted(FILES), ABOUT))
    return filter(Path.is_file, (*catalogue, *month_files(data, ward, month).values()))


def _copied(files: Mapping[Path, Path]) -> bool:
    """Copy files, by where they go; whether they stayed as they were while that was done."""
    before = list(map(_stamp, files.values()))
    for copy, file in files.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            content = read_bounded(file, SIZE_LIMIT)  # bounded again: it may have changed since it was looked at
        except FileNotFoundError:
            return False
        except FileRefusedError as error:
            raise PhulienError(Message(_UNREADABLE, {"file": str(file), "cause": error.what})) from error
        except OSError as error:
            values = {"file": str(file), "cause": error.strerror or str(error)}
            raise PhulienError(Message(_UNREADABLE, values)) from error
        copy.write_bytes(content)
    return before == list(map(_stamp, files.values()))


def _stamp(file: Path) -> tuple[int, ...]:
    """Changes when a file does; nothing where there is none."""
    try:
        about = file.stat()
    except FileNotFoundError:
        return ()
    return about.st_ino, about.st_size, about.st_mtime_ns


def read_inputs(
    snapshot: Path, ward: str, month: str, languages: tuple[Lang, ...], options: Mapping[str, str] | None = None
) -> Inputs:
    """Hash the snapshot, the package's own source and what it runs on."""
    return Inputs(
        ward=ward,
        month=month,
        languages=languages,
        data=hashes(snapshot / "data"),
        notebooks=hashes(snapshot / "notebooks"),
        code=_code(),
        environment=_environment(),
        options=dict(options or {}),
    )


def packages() -> dict[str, str]:
    """What every page depends on beside data and notebooks: each package's version, and the hash of our source."""
    return {**_environment(), f"source of {PACKAGE.name}": _hash_of(_code())}


@cache
def _code() -> dict[str, str]:
    """The package's own source, as it was when this process first looked: that is what runs.

    A module is told by its hash, a folder by that of the hashes of its files.
    """
    told: dict[str, Any] = {}
    for name, digest in hashes(PACKAGE).items():
        folder, inside, path = name.partition("/")
        if folder == "share" or "__pycache__" in name:
            continue
        if inside:
            told.setdefault(f"{folder}/", {})[path] = digest
        else:
            told[name] = digest
    return {name: _sha256_of(found) if name.endswith("/") else found for name, found in told.items()}


def _environment() -> dict[str, str]:
    return {"python": platform.python_version(), **_locked(), **_installed(), PACKAGE.name: _own_version()}


@cache
def _installed() -> dict[str, str]:
    """The version of every package that is installed: a page may rest on any of them.

    Looked up once a run: what is loaded stays loaded, and reading it takes as long as running a notebook.
    """
    return dict(sorted((distribution.name.lower(), distribution.version) for distribution in distributions()))


@cache
def _locked() -> dict[str, str]:
    """The hash of the lock file, in a checkout."""
    lock = PACKAGE.parent / LOCK
    return {LOCK: hashlib.sha256(lock.read_bytes()).hexdigest()} if lock.is_file() else {}


def _own_version() -> str:
    """Asked of the package itself, which runs from a checkout, too, without being installed."""
    return str(import_module(PACKAGE.name).__version__)


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder, by its path there, in order of the paths."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(files.items()) if path.is_file()
    }


def name_of(manifest: Mapping[str, Any]) -> str:
    """The name of an edition: the hash of its manifest, but for the code's commit.

    The same files in another commit make the same edition.
    """
    return _hash_of({name: content for name, content in manifest.items() if name != COMMIT})


def outcome(findings: Sequence[Finding]) -> dict[str, Any]:
    """How the calculations came out: how many of each verdict and severity, and the ids of those that differ."""
    return {
        "verdicts": dict(Counter(finding.verdict for finding in findings)),
        "severities": dict(Counter(finding.severity for finding in findings)),
        "differs": [finding.id for finding in findings if finding.verdict == "differs"],
    }


def write_manifest(edition: Path, inputs: Inputs, executed: Mapping[str, str], shown: Mapping[str, Any]) -> str:
    """Write the manifest of a finished edition; returns the edition's hash.

    ``executed`` is the key of each executed notebook, by its path in the edition; ``shown`` what else is told of it:
    labels, document, findings.
    """
    manifest = {
        "schema": SCHEMA,
        "ward": inputs.ward,
        "month": inputs.month,
        **shown,
        "key": inputs.key,
        "inputs": inputs.as_dict(),
        "executed": dict(executed),
        "outputs": hashes(edition),
        COMMIT: code_commit(),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=0, separators=(",", ":"), sort_keys=True) + "\n"
    (edition / NAME).write_text(text, encoding="utf-8", newline="\n")
    return name_of(manifest)


def _hash_of(content: object) -> str:
    return _sha256_of(content)[:HASH_LENGTH]


def _sha256_of(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
