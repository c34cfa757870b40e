"""A checked document as one HTML page that needs nothing else: its text, each figure marked, each finding in place.

It looks like the published pages and shares their style and frame: no script, nothing loaded, readable on a phone,
in the dark and on paper.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from phulien_analysis.documents.formats import OWN_PAGE
from phulien_analysis.marking.content import Content
from phulien_analysis.marking.outline import shared_causes
from phulien_analysis.marking.tally import tally
from phulien_analysis.marking.writing import check_target, replaced
from phulien_analysis.messages import Lang, Message, mark, say, translate
from phulien_analysis.publishing.pages import TEMPLATE as FRAME
from phulien_analysis.publishing.pages import TEMPLATES as FRAMES
from phulien_analysis.stated.checking import CheckedDocument

TEMPLATES = Path(__file__).parent / "templates"
_WORDS = {
    "skip": mark("Skip to the content"),
    "findings": mark("What to read"),
    "nothing": mark("There is nothing to review: every calculation that was found agrees."),
    "nothing_redone": mark("There is nothing to show here: no calculation was redone."),
    "text": mark("The document"),
    "only": mark("Show only what has a finding"),
    "before": mark("Previous"),
    "after": mark("Next"),
    "list": mark("List"),
    "figures": mark("Figures"),
    "causes": mark("What one change would explain"),
    "back": mark("Back to the text"),
    "table": mark("Table"),
    "read_so": mark("How the document was read"),
    "marks": mark("How to read this page"),
    "marks_figure": mark("a figure that was read; pointing at it shows what it was taken for"),
    "marks_agrees": mark("stated figure of a calculation that agrees"),
    "marks_flag": mark(
        "number of a finding, which stands below the paragraph: double frame for what is to be "
        "reviewed before signing, dashed for what is worth checking, single for information"
    ),
}


def write_html(checked: CheckedDocument, target: Path, lang: Lang = "vi", *, force: bool = False) -> None:
    """Write the page of a checked document.

    Raises:
        MarkingError: ``target`` exists and ``force`` is not set, or cannot be written.
    """
    check_target(target, None, force=force)
    text = html_page(checked, lang)
    with replaced(target) as made:
        made.write_text(text, encoding="utf-8", newline="\n")


def html_page(checked: CheckedDocument, lang: Lang = "vi") -> str:
    """The page as text; the same document gives the same text."""
    content, counted = Content(checked, lang), tally(checked.findings)
    causes = [
        (say(cause.message, lang), [content.place(candidate.figure) for candidate in cause.candidates])
        for cause in shared_causes(checked)
    ]
    title = Message("Calculations of {name}", {"name": checked.document.name}).say(lang)
    text = (
        _templates()
        .get_template("document.html.j2")
        .render(
            lang=lang,
            words={name: translate(english, lang) for name, english in _WORDS.items()},
            css=Markup(_style()),  # noqa: S704 - our own style sheets
            title=title,
            generator=OWN_PAGE,
            name=checked.document.name,
            remarks=[say(remark, lang) for remark in checked.document.remarks],
            head=counted.head.say(lang),
            counted=counted,
            rest=[line.say(lang) for line in counted.rest],
            figures=Message("Figures read: {n}.", {"n": len(checked.printed)}).say(lang),
            agreeing=Message("Further calculations that agree: {n}", {"n": len(content.agreeing)}).say(lang),
            causes=causes,
            content=content,
        )
    )
    return re.sub(r"\n\s*\n+", "\n", text).strip() + "\n"


@cache
def _templates() -> Environment:
    loader = FileSystemLoader([TEMPLATES, FRAMES / FRAME])
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _style() -> str:
    """The published pages' style sheet and this page's own, without comments and indents."""
    files = (FRAMES / FRAME / "style.css", TEMPLATES / "document.css")
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", text).strip()
