"""The command ``phulien``: check a document or a month, draft a month from a document, run and publish a month.

Exit codes: 0 done, findings or not; 1 with ``--strict`` an error that is not known; 2 wrong input; 3 a notebook
failed, or what is published was changed; 130 interrupted. What a command needs is imported when it runs, so that
``--help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from phulien_analysis import __version__
from phulien_analysis.commands.check import check
from phulien_analysis.commands.common import fail
from phulien_analysis.commands.listing import list_all
from phulien_analysis.commands.prune import prune
from phulien_analysis.commands.publish import publish
from phulien_analysis.commands.read import read
from phulien_analysis.commands.rollback import rollback
from phulien_analysis.commands.run import run
from phulien_analysis.commands.verify import verify
from phulien_analysis.errors import PhulienError

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
    """Run the command; errors are told in a line or two on standard error, and become exit codes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Vietnamese letters shows their codes
            stream.reconfigure(errors="backslashreplace")
    try:
        app(args=arguments, prog_name="phulien")
    except PhulienError as error:
        return fail(str(error), error.exit_code)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
        return fail("interrupted; what was published stands", code) if code == INTERRUPTED else code
    return 0
