"""What all commands share: the options that name a ward and its data, and how a person is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated

import typer

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message

HOME_WARD = "phu-lien"
Ward = Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv.")]
Data = Annotated[Path | None, typer.Option("--data", help="The data folder; found by itself in a checkout.")]


def in_its_language(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose errors are told in the language that was asked for."""

    @wraps(command)
    def told(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
        except PhulienError as error:
            lang: Lang = "en" if options.get("lang") == "en" else "vi"
            raise typer.Exit(fail(error.say(lang), error.exit_code)) from error

    return told


def fail(text: str, code: int) -> int:
    """Say on standard error what failed; gives the exit code back."""
    typer.echo(f"phulien: {text}", err=True)
    return code


def note(what: Message, lang: Lang) -> None:
    """A word on standard error: standard output may be JSON."""
    typer.echo(f"phulien: {what.say(lang)}", err=True)
