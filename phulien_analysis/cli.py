"""The command ``phulien``: check a document or a month, draft a month from a document, run and publish a month.

Exit codes: 0 done, findings or not; 1 with ``--strict`` an error that is not known; 2 wrong input; 3 a notebook
failed, or what is published was changed; 70 an error that nobody expected, as of a broken package; 129, 130, 143
ended by SIGHUP, SIGINT (Ctrl-C), SIGTERM. What a command needs is imported when it runs, so that ``--help`` answers at
once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import pairwise
from typing import Annotated

import typer

from phulien_analysis import __version__
from phulien_analysis.commands.check import check
from phulien_analysis.commands.common import fail, tell
from phulien_analysis.commands.listing import list_all
from phulien_analysis.commands.prune import prune
from phulien_analysis.commands.publish import publish
from phulien_analysis.commands.read import read
from phulien_analysis.commands.rollback import rollback
from phulien_analysis.commands.run import run
from phulien_analysis.commands.verify import verify
from phulien_analysis.endings import SHELL, watched
from phulien_analysis.errors import PhulienError, UnexpectedError
from phulien_analysis.messages import Lang, Message

INTERRUPTED = 130

app = typer.Typer(
    name="phulien",
    help="Redo the calculations that a ward's monthly report states, and publish its figures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (run, check, read, publish, rollback, verify, prune):
    app.command()(command)
app.command("list")(list_all)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"phulien {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; errors are told in a line or two on standard error, and become exit codes.

    Without ``arguments`` it is the program that was called, and the process ends with it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Vietnamese letters shows their codes
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    with watched(for_good=arguments is None) as signals:
        code = _carry_out(words)
        if signals.first is not None:
            text = Message("ended by {signal}; what was published stands", {"signal": signals.first.name})
            code = fail(text.say(_language(words)), SHELL + signals.first)
    return code


def _carry_out(words: Sequence[str]) -> int:
    """Run the command; gives its exit code."""
    try:
        app(args=words, prog_name="phulien")
    except PhulienError as error:
        return tell(error, _language(words))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - nothing reaches a person as a traceback, unless asked for
        return tell(UnexpectedError(error), _language(words), verbose="--verbose" in words)
    return 0  # pragma: no cover - the app always ends by SystemExit, which its type does not say


def _language(words: Sequence[str]) -> Lang:
    """The language asked for, where no command could see to it."""
    english = "--lang=en" in words or ("--lang", "en") in pairwise(words)
    return "en" if english else "vi"
