"""``phulien list``: the wards and their months, the topics and the indicators."""

from __future__ import annotations

from typing import Annotated

import typer

from phulien_analysis.commands.common import Data, in_its_language
from phulien_analysis.messages import Lang


@in_its_language
def list_all(
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of the names.")] = "vi",
) -> None:
    """List the wards and their months, the topics and the indicators."""
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
