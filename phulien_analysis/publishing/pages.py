"""Pages: executed notebooks, and other content, as HTML files that need nothing but themselves.

nbconvert renders what is in a notebook, with our own template (``templates/phulien``); its own
templates load scripts from elsewhere. What stands around the content is the same on every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from phulien_analysis.kernels import quick_jsonschema
from phulien_analysis.messages import LANGS, Lang, Message, mark, translate
from phulien_analysis.publishing import booklet, markup, styles
from phulien_analysis.publishing.metadata import Head
from phulien_analysis.publishing.outputs import as_html

if TYPE_CHECKING:
    from nbconvert.exporters.html import HTMLExporter

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "phulien"
INTERNAL_EDITION = mark("Internal edition")
STYLE_HERE = "/* the style sheet */"
WORDS = {
    "skip": mark("Skip to the content"),
    "pages": mark("Pages"),
    "home": mark("Other months"),
    "rests_on": mark("What this page rests on"),
    "document": mark("Document"),
    "no_title": mark("title unknown"),
    "data": mark("Data"),
    "code": mark("Code"),
    "files": mark("Files"),
    "ask": mark("Follow a number to see where it comes from."),
    "lead": mark("What each month's report prints."),
    "lead_redone": mark(
        "What each month's report prints, with every calculation that it states redone from its own numbers."
    ),
    "internal": INTERNAL_EDITION,
    "nothing": mark("Nothing has been published yet."),
    "contents": mark("Contents"),
    "told": mark("Each finding stands in the chapter of its topic."),
    "feed": mark("Atom feed of new months"),
}
"""What templates say, by the name they call it."""
LOCALES: Mapping[Lang, str] = {"vi": "vi_VN", "en": "en_GB"}
"""As Open Graph names languages."""


@dataclass(frozen=True)
class Link:
    """Where to, under which name; ``lang`` where that leads to another language."""

    href: str
    label: str
    lang: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What stands around the content of every page of an edition in one language.

    ``pages`` are the edition's pages in their order; ``other`` leads to the folder of the same pages in the other
    language, where there is one; ``head`` is for those who do not read the page; ``internal`` says that it is not for
    all.
    """

    lang: Lang
    ward: str
    month: str
    pages: tuple[Link, ...]
    document_title: str
    document: str
    data_hash: str
    version: str
    code_hash: str
    files: tuple[Link, ...]
    home: str
    head: Head
    other: Link | None = None
    internal: bool = False


@dataclass(frozen=True)
class Block:
    """A piece of a page: prose, or what a cell shows."""

    prose: str = ""
    shown: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Code:
    """The code of a page's cells, which stands together at its end, and what to click to see it."""

    summary: str = ""
    cells: tuple[str, ...] = ()


def notebook_content(path: Path, lang: Lang, notebooks: Mapping[str, str]) -> str:
    """What an executed notebook holds for readers of one language, as HTML fitted to a page.

    ``notebooks`` is the page of every notebook, to which links lead.

    Raises:
        PhulienError: a cell shows an error, or something that a page cannot show.
    """
    return notebook_html(_nbformat().read(path, as_version=4), lang, path.name, notebooks)


def notebook_html(
    notebook: Any,  # noqa: ANN401 - nbformat publishes no types
    lang: Lang,
    name: str,
    notebooks: Mapping[str, str],
) -> str:
    """The same of a notebook in memory; ``name`` is for errors."""
    content = _rendered(list(_blocks(notebook.cells, lang, name)), _code(notebook.cells, lang))
    return markup.fit(content, notebooks)


def warm_up() -> None:
    """Import and compile now what rendering a notebook takes."""
    _rendered([], Code())


def _rendered(blocks: Sequence[Block], code: Code) -> str:
    """The blocks and the code through our template.

    It looks at no cell, so none is handed on: nbconvert's preprocessors would copy and validate them eleven times. Nor
    is HTMLExporter asked, which would read the finished HTML once more for outputs as its own templates write them.
    """
    from nbconvert.exporters.templateexporter import TemplateExporter  # noqa: PLC0415 - takes long

    notebook, exporter = _nbformat().v4.new_notebook(), _exporter()
    resources = {"blocks": blocks, "code": code}
    content, _ = TemplateExporter.from_notebook_node(exporter, notebook, resources=resources)
    return content


def _nbformat() -> Any:  # noqa: ANN401 - as above
    with quick_jsonschema():
        import nbformat  # noqa: PLC0415 - takes long, and only a run needs it
    return nbformat


def page(href: str, content: str, around: Surroundings) -> str:
    """A whole page of an edition; ``href`` is the one of ``around.pages`` that it is, ``content`` fitted to a page."""
    hrefs = [link.href for link in around.pages]
    at, other = hrefs.index(href), around.other
    text = _render(
        "page.html.j2",
        content=Markup(content),  # noqa: S704 - our own notebooks; checked before it is published
        title=around.pages[at].label,
        current=href,
        before=around.pages[at - 1] if at else None,
        after=around.pages[at + 1] if at + 1 < len(hrefs) else None,
        translation=other and Link(other.href + href, other.label, other.lang),
        **_spread(around),
    )
    return markup.tight(text)


def report_page(title: str, pages: Mapping[str, str], around: Surroundings) -> str:
    """All pages as one file that can be mailed; ``pages`` is the fitted content of each by its file name."""
    titles = {link.href: link.label for link in around.pages}
    chapters = booklet.chapters({href: (titles[href], content) for href, content in pages.items()})
    shown = [{**asdict(chapter), "content": Markup(chapter.content)} for chapter in chapters]  # noqa: S704 - as above
    text = _render("report.html.j2", sheets=("style.css", "report.css"), title=title, chapters=shown, **_spread(around))
    return markup.tight(text)


def _spread(around: Surroundings) -> dict[str, Any]:
    """The fields by name, as templates call them."""
    return {field.name: getattr(around, field.name) for field in fields(around)} | {"locales": LOCALES}


def site_page(wards: Sequence[Mapping[str, Any]], lang: Lang, robots: str = "noindex") -> str:
    """The page that lists what is published: wards (``label``, ``editions``) with their months.

    Calculations redone are spoken of where every edition tells them.
    """
    title = translate("Figures of the wards' monthly reports", lang)
    redone = all(edition["redone"] for ward in wards for edition in ward["editions"])
    return _render("site.html.j2", lang=lang, title=title, wards=wards, robots=robots, redone=redone)


def _render(template: str, *, lang: Lang, sheets: Sequence[str] = ("style.css",), **content: object) -> str:
    """A page through its template, with what it needs of the sheets."""
    words = {name: translate(english, lang) for name, english in WORDS.items()}
    text = _templates().get_template(template).render(lang=lang, words=words, css=STYLE_HERE, **content)
    css = styles.needed(tuple(TEMPLATES / TEMPLATE / sheet for sheet in sheets), text)
    return text.replace(STYLE_HERE, css, 1).strip() + "\n"


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(TEMPLATES / TEMPLATE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


@cache
def _exporter() -> HTMLExporter:
    with quick_jsonschema():
        from nbconvert.exporters.html import HTMLExporter  # noqa: PLC0415 - takes long
    return HTMLExporter(  # type: ignore[no-untyped-call]
        template_name=TEMPLATE,
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
    )


def _blocks(cells: Sequence[Any], lang: Lang, name: str) -> Iterator[Block]:
    """The pieces of a page, in order; a cell that shows nothing has none."""
    for cell in cells:
        if cell.cell_type == "markdown" and _is_for(lang, cell.metadata.get("tags", [])):
            yield Block(prose=cell.source)
        elif cell.cell_type == "code":
            place = f"{name}, cell [{cell.execution_count}]"
            if shown := tuple(as_html(output, place) for output in cell.outputs):
                yield Block(shown=shown)


def _code(cells: Sequence[Any], lang: Lang) -> Code:
    """The code that ran: the parameters that were given, without those that they took the place of."""
    given = any("injected-parameters" in cell.metadata.get("tags", []) for cell in cells)
    ran = (cell for cell in cells if not (given and "parameters" in cell.metadata.get("tags", [])))
    sources = tuple(source for cell in ran if cell.cell_type == "code" and (source := cell.source.strip()))
    return Code(Message("Code of this page ({n} cells)", {"n": len(sources)}).say(lang), sources)


def _is_for(lang: Lang, tags: Sequence[str]) -> bool:
    """Whether a Markdown cell is for readers of ``lang``: it is tagged so, or for no language."""
    return lang in tags or not set(LANGS).intersection(tags)
