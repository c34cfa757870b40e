"""``phulien read``: a month's figures file drafted from a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phulien_analysis.commands.common import HOME_WARD, Data, in_its_language
from phulien_analysis.messages import Lang, Message

if TYPE_CHECKING:
    from phulien_analysis.drafting.drafts import Draft
    from phulien_analysis.marking.items import Found


@in_its_language
def read(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A document (.docx, .pdf, .html, .txt); - for pasted text.")
    ],
    ward: Annotated[str, typer.Option("--ward", help="The ward, as in data/wards.csv.")],
    month: Annotated[str, typer.Option("--month", help="Year and month that the document reports, like 2025-08.")],
    data: Data = None,
    lang: Annotated[Lang, typer.Option(help="Language of what is told.")] = "vi",
    force: Annotated[bool, typer.Option("--force", help="Replace the month's figures file if it exists.")] = False,
) -> None:
    """Draft a month's figures file from a document, and a list to review it by."""
    from phulien_analysis.drafting.writing import write_draft
    from phulien_analysis.guard import within_bounds
    from phulien_analysis.marking.items import find_item

    found = find_item(file, lang)
    draft = within_bounds(found.name, _drafted, found, ward, month, data)
    figures, review = write_draft(draft, force=force)
    for remark in draft.document.remarks:
        typer.echo(Message("How it was read: {remark}", {"remark": remark}).say(lang))
    for sentence in draft.summary():
        typer.echo(sentence.say(lang))
    typer.echo(Message("Figures: {path}", {"path": str(figures)}).say(lang))
    typer.echo(Message("Review list: {path}", {"path": str(review)}).say(lang))
    options = "" if ward == HOME_WARD else f" --ward {ward}"
    if data is not None:
        options += f" --data {data}"
    then = Message(
        "Next: go through the review list and correct the figures; then “{check}”, and “{run}”.",
        {"check": f"phulien check {month}{options}", "run": f"phulien run {month}{options}"},
    )
    typer.echo(then.say(lang))


def _drafted(  # pragma: no cover - called in a fork that leaves by os._exit
    found: Found, ward: str, month: str, data: Path | None
) -> Draft:
    """The draft that a document gives, in whichever process."""
    from phulien_analysis.drafting.drafts import read_month

    return read_month(found.opened(), ward, month, data)
