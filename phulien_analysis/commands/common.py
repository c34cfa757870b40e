"""What all commands share: the options that name a ward and its data, and how a person is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phulien_analysis.characters import clipped, without_steering
from phulien_analysis.errors import PhulienError, UnexpectedError, wants_story
from phulien_analysis.messages import Lang, Message

if TYPE_CHECKING:
    from phulien_analysis.publishing.keeping import Switch

HOME_WARD = "phu-lien"
Ward = Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv.")]
Data = Annotated[Path | None, typer.Option("--data", help="The data folder; found by itself in a checkout.")]
Out = Annotated[Path | None, typer.Option("--out", help="Where the site is; site/ by default.")]
OverPublic = Annotated[bool, typer.Option("--force", help="Show an internal edition in the place of a public one.")]
SiteMonth = Annotated[str | None, typer.Argument(help="Year and month, like 2025-07; the latest if left out.")]
Told = Annotated[Lang, typer.Option("--lang", help="Language of what is told.")]


def in_its_language(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose errors are told in the language that was asked for."""

    @wraps(command)
    def told(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
        except PhulienError as error:
            raise typer.Exit(tell(error, _asked(options), verbose=bool(options.get("verbose")))) from error
        except BrokenPipeError:  # who reads has gone: nobody to tell
            raise
        except OSError as error:
            values = {"name": clipped(str(error.filename or "")), "reason": error.strerror or str(error)}
            text = Message("{name} cannot be used: {reason}; name another place", values)
            raise typer.Exit(fail(text.say(_asked(options)), PhulienError.exit_code)) from error

    return told


def tell_switch(switch: Switch, lang: Lang) -> None:
    """Say which edition is shown now, and which was before."""
    values = {"edition": switch.now, "ward": switch.ward, "month": switch.month, "before": switch.before or ""}
    if switch.before == switch.now:
        what = Message("edition {edition} of {ward} {month} was shown already", values)
    elif switch.before:
        what = Message("edition {edition} of {ward} {month} is shown now; before it was {before}", values)
    else:
        what = Message("edition {edition} of {ward} {month} is shown now", values)
    typer.echo(what.say(lang))


def _asked(options: Mapping[str, object]) -> Lang:
    return "en" if options.get("lang") == "en" else "vi"


def tell(error: PhulienError, lang: Lang, *, verbose: bool = False) -> int:
    """Say what went wrong, with the traceback of what nobody expected if asked for; gives the exit code."""
    if isinstance(error, UnexpectedError) and wants_story(verbose=verbose):
        typer.echo(error.story, err=True)
    return fail(error.say(lang), error.exit_code)


def fail(text: str, code: int) -> int:
    """Say on standard error what failed; gives the exit code back."""
    typer.echo(f"phulien: {without_steering(text)}", err=True)
    return code


def note(what: Message, lang: Lang) -> None:
    """A word on standard error: standard output may be JSON."""
    typer.echo(f"phulien: {without_steering(what.say(lang))}", err=True)
