"""Whom to tell after a run, and when: a TOML file that ``--notify`` names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, mark
from phulien_analysis.unattended.attempts import GOOD

When = Literal["always", "failure", "change"]
Seconds = Annotated[float, Field(gt=0, le=60)]


class _Hook(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    when: When = "failure"
    timeout: Seconds = 10


class Webhook(_Hook):
    """An address that the status is posted to, as JSON."""

    url: str

    @field_validator("url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            msg = "an address that begins with https:// or http:// is expected"
            raise ValueError(msg)
        return url

    @property
    def host(self) -> str:
        """Where it goes, without what may be secret in the address."""
        return urlsplit(self.url).hostname or ""


class Email(_Hook):
    """Whom a message is sent to, and by which server; the password is in the variable ``password_variable`` names."""

    host: str
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    sender: Annotated[str, Field(alias="from", pattern=r"^[^\s@]+@[^\s@]+$")]
    to: Annotated[list[Annotated[str, Field(pattern=r"^[^\s@]+@[^\s@]+$")]], Field(min_length=1)]
    user: str = ""
    password_variable: str = ""

    @model_validator(mode="after")
    def _password_is_kept_safe(self) -> Email:
        if bool(self.user) != bool(self.password_variable):
            msg = "user and password_variable belong together"
            raise ValueError(msg)
        if self.user and self.security == "none":
            msg = "a password is sent only with security = starttls or tls"
            raise ValueError(msg)
        return self


class Hooks(BaseModel):
    """Whom to tell: nobody, unless the file says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    webhook: Webhook | None = None
    email: Email | None = None


def read_hooks(file: Path) -> Hooks:
    """The hooks of a TOML file.

    Raises:
        PhulienError: the file is not there, is no TOML, or has something else in it; says where and what.
    """
    try:
        return Hooks.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        fault = error.errors()[0]  # without what was found: it may be secret
        where = ".".join(str(part) for part in fault["loc"])
        cause = f"{where}: {fault['msg'].removeprefix('Value error, ')}"
    except OSError as error:
        cause = error.strerror or str(error)
    except ValueError as error:  # no TOML, or no UTF-8
        cause = str(error)
    text = mark("{file}, named by --notify, cannot be taken ({cause}); docs/operations.md says what stands in it")
    raise PhulienError(Message(text, {"file": str(file), "cause": cause}))


def concerns(when: When, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a hook that is called ``when`` is called after a run that made this status of that one."""
    if when == "always":
        return True
    if when == "failure":
        return bool(after["run"]["exit_code"]) or "overdue" in _outcomes(after).values()
    return _state(before) != _state(after)


def _outcomes(status: Mapping[str, Any]) -> dict[str, str]:
    attempts = {ward["ward"]: ward.get("attempt") for ward in status.get("wards", [])}
    return {ward: attempt["outcome"] for ward, attempt in attempts.items() if attempt}


def _state(status: Mapping[str, Any]) -> object:
    """What a change is a change of: how it went, and which editions are shown."""
    went = {ward: "good" if outcome in GOOD else outcome for ward, outcome in _outcomes(status).items()}
    shown = {ward["ward"]: ward.get("edition") for ward in status.get("wards", [])}
    editions = {ward: (edition["month"], edition["edition"]) for ward, edition in shown.items() if edition}
    return bool(status.get("run", {}).get("exit_code", 0)), went, editions
