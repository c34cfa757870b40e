"""``phulien list``: the wards and their months, the topics and the indicators."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phulien_analysis.commands.common import Data, Out, in_its_language
from phulien_analysis.messages import Lang

if TYPE_CHECKING:
    from phulien_analysis.publishing.keeping import Kept


@in_its_language
def list_all(
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of the names.")] = "vi",
    editions: Annotated[
        bool, typer.Option("--editions", help="List the editions of the site instead, and which are shown.")
    ] = False,
    ward: Annotated[str, typer.Option("--ward", help="Of editions: those of one ward only.")] = "all",
    out: Out = None,
) -> None:
    """List the wards and their months, the topics and the indicators; or the editions of a site."""
    if editions:
        _list_editions(ward, out, lang)
        return
    from rich.console import Console
    from rich.table import Table

    from phulien_analysis.catalogue import load_catalogue
    from phulien_analysis.folders import data_folder
    from phulien_analysis.messages import mark, translate
    from phulien_analysis.report import months

    folder = data_folder(data)
    catalogue, console = load_catalogue(folder), Console()
    wards = [(w.ward, w.label.say(lang), ", ".join(months(folder, w.ward))) for w in catalogue.wards.values()]
    topics = [(t.topic, t.label.say(lang), t.notebook) for t in catalogue.topics.values()]
    indicators = [(i.indicator, i.label.say(lang), i.topic) for i in catalogue.indicators.values()]
    for title, headings, rows in (
        (mark("Wards"), (mark("Ward"), mark("Name"), mark("Months")), wards),
        (mark("Topics"), (mark("Topic"), mark("Name"), mark("Notebook")), topics),
        (mark("Indicators"), (mark("Indicator"), mark("Name"), mark("Topic")), indicators),
    ):
        table = Table(*(translate(h, lang) for h in headings), title=translate(title, lang), title_justify="left")
        for row in rows:
            table.add_row(*row)
        console.print(table)


def _list_editions(ward: str, out: Path | None, lang: Lang) -> None:
    """Every edition that is kept, the latest of each month first."""
    from rich.console import Console
    from rich.table import Table

    from phulien_analysis.folders import site_folder
    from phulien_analysis.messages import mark, translate
    from phulien_analysis.publishing.keeping import chosen_wards, kept_editions, open_site

    site = open_site(site_folder(out))
    table = Table(title=translate("Editions", lang), title_justify="left")
    for heading in (mark("Ward"), mark("Month"), mark("Edition"), mark("State"), mark("Time"), mark("Differs")):
        table.add_column(translate(heading, lang), no_wrap=heading in ("Edition", "State"))
    for one in chosen_wards(site, ward):
        for month in reversed(site.months(one)):
            for kept in kept_editions(site, one, month):
                time = kept.time[:16].replace("T", " ")
                table.add_row(one, month, kept.name, _state(kept, lang), time, _differs(kept))
    Console().print(table)


def _state(kept: Kept, lang: Lang) -> str:
    from phulien_analysis.messages import mark, translate

    if kept.manifest is None:
        return translate(mark("cannot be read"), lang)
    if kept.shown:
        return translate(mark("shown"), lang)
    return translate(mark("staged") if kept.staged else mark("kept"), lang)


def _differs(kept: Kept) -> str:
    """How many calculations of an edition differ, where its manifest tells."""
    findings = kept.manifest.findings if kept.manifest else None
    return str(len(findings.differs)) if findings else ""
