"""An edition as it lies on the disk: its manifest read, and whether its files are those that the manifest lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message, Sayable, mark, say
from phulien_analysis.publishing.manifest import NAME, SCHEMA, hashes, name_of

LARGEST = 2**24
"""Bytes that a manifest may have: one of ours has a few thousand a file that it names."""
EDITION = re.compile(r"[0-9a-f]{16}")
"""How an edition is named."""
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ManifestError(PhulienError):
    """A folder has no manifest, or one that this version cannot take; the message says which."""


class LaterVersionError(ManifestError):
    """The manifest was written by a later version of this package."""


class _Record(BaseModel):
    """Part of a manifest: a later version may add keys to it, but not change those that are there."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow")


class Made(_Record):
    """The inputs of an edition, each file with its hash, and what else it was made with."""

    languages: list[Lang]
    data: dict[str, Sha256]
    notebooks: dict[str, Sha256]
    code: dict[str, Sha256]
    environment: dict[str, str]
    options: dict[str, str] = Field(default_factory=dict)


class Dated(_Record):
    """The document that an edition tells of, as far as the list of editions needs it."""

    date: str


class Outcome(_Record):
    """How the calculations of an edition came out: how many of each verdict and severity, and which differ."""

    verdicts: dict[str, int]
    severities: dict[str, int]
    differs: list[str]


class Code(_Record):
    """The commit of the code, and whether the code was changed since; empty where it is not known."""

    commit: str = ""
    changed: bool = False


class Manifest(_Record):
    """What an edition was made from, and what it is made of (docs/outputs.md)."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    ward: str
    month: Annotated[str, Field(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")]
    label_vi: str
    label_en: str
    document: Dated
    key: str
    inputs: Made
    outputs: dict[str, Sha256]
    executed: dict[str, str] = Field(default_factory=dict)
    findings: Outcome | None = None
    code: Code = Code()

    @property
    def name(self) -> str:
        """The hash of all this, which is the edition's name."""
        return name_of(self.model_dump(by_alias=True, exclude_unset=True))


def open_manifest(edition: Path) -> Manifest:
    """The manifest of the folder of an edition.

    Raises:
        ManifestError: there is none; it is broken, another program's, or a later version's.
    """
    file = edition / NAME
    try:
        if file.stat().st_size > LARGEST:
            raise ManifestError(Message("{file} is too large for a manifest", {"file": str(file)}))
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        values = {"file": str(file), "cause": error.strerror or str(error)}
        raise ManifestError(Message("{file} cannot be read ({cause})", values)) from error
    except (ValueError, RecursionError) as error:
        raise ManifestError(Message("{file} is broken: it is not JSON", {"file": str(file)})) from error
    return _validated(content, file)


def _validated(content: object, file: Path) -> Manifest:
    schema = content.get("schema") if isinstance(content, dict) else None
    if isinstance(schema, int) and schema > SCHEMA:
        values: dict[str, Sayable] = {"file": str(file), "found": schema, "known": SCHEMA}
        text = mark("{file} is of schema {found}, this version reads {known}; use the version that wrote it")
        raise LaterVersionError(Message(text, values))
    try:
        return Manifest.model_validate(content)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or NAME
        values = {"file": str(file), "where": where, "cause": fault["msg"]}
        raise ManifestError(Message("{file} is no manifest of ours: {where}: {cause}", values)) from error


def read_manifest(edition: Path) -> Manifest | None:
    """The manifest of an edition, or nothing where there is none that can be read."""
    try:
        return open_manifest(edition)
    except ManifestError:
        return None


def is_intact(edition: Path) -> bool:
    """Whether an edition is whole: its files are those of its manifest, and its name is the hash of that."""
    return next(damage(edition), None) is None


@dataclass(frozen=True)
class Damage:
    """One thing in one place of the site that is not as it was made."""

    place: Path
    what: Sayable

    def say(self, lang: Lang) -> str:
        """Where, and what."""
        return f"{self.place.as_posix()}: {say(self.what, lang)}"


def damage(edition: Path) -> Iterator[Damage]:
    """All that is not as it was made in the folder of an edition; places are paths in it."""
    try:
        manifest = open_manifest(edition)
    except ManifestError as error:
        yield Damage(Path(NAME), error.what)
        return
    name = edition.resolve().name
    if manifest.name != name:
        yield Damage(Path(NAME), Message("the edition's name is not the hash of its manifest, {hash}", _hash(manifest)))
    try:
        yield from _changes(edition, manifest.outputs)
    except OSError as error:
        values = {"cause": error.strerror or str(error)}
        yield Damage(_place(error, edition), Message("it cannot be read ({cause})", values))


def _hash(manifest: Manifest) -> dict[str, Sayable]:
    return {"hash": manifest.name}


def _place(error: OSError, edition: Path) -> Path:
    path = Path(str(error.filename or edition))
    return path.relative_to(edition) if path.is_relative_to(edition) else path


def _changes(edition: Path, listed: Mapping[str, Any]) -> Iterator[Damage]:
    links = {path.relative_to(edition).as_posix() for path in edition.rglob("*") if path.is_symlink()}
    found = {name: digest for name, digest in hashes(edition).items() if name not in links and name != NAME}
    for name in sorted({*found, *listed, *links}):
        if name in links:
            yield Damage(Path(name), Message("it is a link, where an edition has files"))
        elif name not in found:
            yield Damage(Path(name), Message("the file is missing"))
        elif name not in listed:
            yield Damage(Path(name), Message("the file does not belong to the edition"))
        elif found[name] != listed[name]:
            yield Damage(Path(name), Message("the file was changed"))
