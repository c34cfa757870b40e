"""``phulien rollback``: back to the edition that was shown before."""

from __future__ import annotations

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
def rollback(
    month: SiteMonth = None,
    ward: Ward = HOME_WARD,
    force: OverPublic = False,
    out: Out = None,
    lang: Told = "vi",
) -> None:
    """Show the edition again that was shown before; the next phulien run shows what the data say now."""
    from phulien_analysis.folders import site_folder
    from phulien_analysis.publishing.keeping import chosen_month, open_site, roll_back

    site = open_site(site_folder(out))
    tell_switch(roll_back(site, ward, chosen_month(site, ward, month), forced=force), lang)
