"""``phulien prune``: editions that nobody needs any more are taken away."""

from __future__ import annotations

from typing import Annotated

import typer

from phulien_analysis.commands.common import HOME_WARD, Out, Told, in_its_language
from phulien_analysis.messages import Message


@in_its_language
def prune(
    keep: Annotated[int, typer.Option(min=0, help="How many of the latest editions of a month stay.")] = 3,
    ward: Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv; all: every one.")] = HOME_WARD,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be taken away, and leave it.")] = False,
    out: Out = None,
    lang: Told = "vi",
) -> None:
    """Take away editions that are not shown and older than the latest ones.

    What is shown, what a rollback goes to and what is staged always stays.
    """
    from phulien_analysis.folders import site_folder
    from phulien_analysis.publishing import keeping

    site = keeping.open_site(site_folder(out))
    act = keeping.prunable if dry_run else keeping.prune
    gone = [
        (one, month, name)
        for one in keeping.chosen_wards(site, ward)
        for month in site.months(one)
        for name in act(site, one, month, keep)
    ]
    for one, month, name in gone:
        values = {"edition": name, "ward": one, "month": month}
        would = Message("edition {edition} of {ward} {month} would be taken away", values)
        done = Message("edition {edition} of {ward} {month} was taken away", values)
        typer.echo((would if dry_run else done).say(lang))
    if not gone:
        typer.echo(Message("no edition can be taken away").say(lang))
