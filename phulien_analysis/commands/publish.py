"""``phulien publish``: an edition that is there already is shown."""

from __future__ import annotations

from typing import Annotated

import typer

from phulien_analysis.commands.common import (
    HOME_WARD,
    Out,
    OverPublic,
    SiteMonth,
    Told,
    Ward,
    in_its_language,
    tell_switch,
)


@in_its_language
def publish(
    month: SiteMonth = None,
    ward: Ward = HOME_WARD,
    edition: Annotated[
        str | None, typer.Option(metavar="HASH", help="The edition to show, or how its name begins; the staged one.")
    ] = None,
    force: OverPublic = False,
    out: Out = None,
    lang: Told = "vi",
) -> None:
    """Show an edition that is there already: the one that was staged last, or the one named."""
    from phulien_analysis.folders import site_folder
    from phulien_analysis.publishing.keeping import chosen_month, open_site, publish_kept

    site = open_site(site_folder(out))
    tell_switch(publish_kept(site, ward, chosen_month(site, ward, month), edition, forced=force), lang)
