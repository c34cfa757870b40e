"""``phulien verify``: is everything on the disk what the manifests say?"""

from __future__ import annotations

from typing import Annotated

import typer

from phulien_analysis.commands.common import Out, Told, in_its_language
from phulien_analysis.messages import Message

DAMAGED = 3
"""Exit code where something is not as it was made."""


@in_its_language
def verify(
    month: Annotated[str | None, typer.Argument(help="Year and month, like 2025-07; all if left out.")] = None,
    ward: Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv; all: every one.")] = "all",
    out: Out = None,
    lang: Told = "vi",
) -> None:
    """See that all editions, shown or kept, the links and the list are what they were made; exit with 3 if not."""
    from phulien_analysis.folders import site_folder
    from phulien_analysis.publishing.keeping import chosen_month, chosen_wards, open_site
    from phulien_analysis.publishing.verification import count_editions
    from phulien_analysis.publishing.verification import verify as find_damage

    site = open_site(site_folder(out))
    wards = chosen_wards(site, ward)
    if month is not None:
        chosen_month(site, ward, month)
    found = list(find_damage(site, wards, month))
    for fault in found:
        typer.echo(fault.say(lang))
    count = {"editions": count_editions(site, wards, month), "wards": len(wards), "faults": len(found)}
    if found:
        text = Message("{faults} thing(s) in {editions} edition(s) of {wards} ward(s) are not as they were made", count)
        typer.echo(text.say(lang))
        raise typer.Exit(DAMAGED)
    typer.echo(Message("{editions} edition(s) of {wards} ward(s): all are as their manifests say", count).say(lang))
