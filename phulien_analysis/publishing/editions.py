"""An edition: one month of one ward as it is published. Build beside, check, then switch.

Nothing that is published changes until all has been built and checked. A run that fails leaves the
half-run notebook behind, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from phulien_analysis import exchange, views
from phulien_analysis.catalogue import Topic
from phulien_analysis.messages import Joined, Lang, Message, Sayable, mark, translate
from phulien_analysis.notebooks import Finished, Limits, Progress, Task, run_notebooks
from phulien_analysis.period import say_date, say_month
from phulien_analysis.publishing.checks import check_edition
from phulien_analysis.publishing.manifest import (
    Inputs,
    read_inputs,
    read_manifest,
    take_snapshot,
    write_manifest,
)
from phulien_analysis.publishing.pages import Link, Surroundings, notebook_content, page
from phulien_analysis.publishing.site import HOME, LANGUAGE_NAMES, Site
from phulien_analysis.report import Document, Report, load_report

ROOT_LANGUAGE: Lang = "vi"
FINDINGS = "findings.html"
STATES = {"": mark("state unknown"), "draft": mark("draft"), "signed": mark("signed")}
FILES = ("figures.csv", "figures.json", "findings.json")


@dataclass(frozen=True)
class Edition:
    """What was published: ``folder`` is where readers find it, ``name`` the edition's hash.

    Where nothing had changed, ``changed`` is False and nothing was run. Else ``finished`` are the
    notebooks that ran, each with the seconds it took and what it warned of, which no page shows.
    """

    ward: str
    month: str
    folder: Path
    name: str
    changed: bool
    finished: tuple[Finished, ...] = ()


def build_edition(
    month: str,
    ward: str,
    *,
    data: Path,
    notebooks: Path,
    out: Path,
    languages: Iterable[Lang] = (ROOT_LANGUAGE,),
    workers: int | None = None,
    limits: Limits | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Edition:
    """Publish a month of a ward in the site ``out``: always in Vietnamese, in English if named.

    Where nothing has changed since it was published nothing is run, unless ``force`` says so.

    Raises:
        PhulienError: the data, a notebook's parameters, the site or a page is not as it must be.
        NotebookError: a notebook failed.
    """
    topics = load_report(month, ward, data).topics  # refuses what is wrong before anything starts
    spoken = (ROOT_LANGUAGE, *(lang for lang in languages if lang != ROOT_LANGUAGE))
    site = Site(out)
    with site.reserved(ward, month) as building:
        sources = [notebooks / _notebook(topic) for topic in topics]
        take_snapshot(data, sources, ward, month, to=building)
        inputs = read_inputs(building, ward, month, spoken)
        now = site.published(ward, month)
        if now and not force and (read_manifest(now) or {}).get("key") == inputs.key:
            site.write_list()
            return Edition(ward, month, site.link(ward, month), now.name, changed=False)
        finished = run_notebooks(
            list(_tasks(building, inputs, topics)),
            building,
            keep=site.failed(ward, month),
            workers=workers,
            limits=limits,
            progress=progress,
        )
        name = _make(building, inputs)
        site.publish(building / "edition", ward, month, name)
    return Edition(ward, month, site.link(ward, month), name, changed=True, finished=tuple(finished))


def _notebook(topic: Topic) -> str:
    return f"{topic.notebook}.ipynb"


def _home(building: Path, lang: Lang) -> Path:
    """The folder of one language's pages: the root is Vietnamese."""
    edition = building / "edition"
    return edition if lang == ROOT_LANGUAGE else edition / lang


def _tasks(building: Path, inputs: Inputs, topics: Iterable[Topic]) -> Iterator[Task]:
    for lang in inputs.languages:
        (_home(building, lang) / "notebooks").mkdir(parents=True)
        about = {"month": inputs.month, "ward": inputs.ward, "lang": lang, "data": "data"}
        for name in map(_notebook, topics):
            target = _home(building, lang) / "notebooks" / name
            yield Task(building / "notebooks" / name, target, about)


def _make(building: Path, inputs: Inputs) -> str:
    """Write everything beside the executed notebooks, and check it; returns the edition's hash."""
    edition = building / "edition"
    reports = [load_report(inputs.month, inputs.ward, building / "data", lang) for lang in inputs.languages]
    for report in reports:
        _write_pages(report, _home(building, report.lang), inputs)
    first = reports[0]
    exchange.write_figures_csv(first, edition / "figures.csv")
    exchange.write_figures_json(first, edition / "figures.json")
    exchange.write_findings_json(first, edition / "findings.json")
    about = {
        "label_vi": first.ward.label_vi,
        "label_en": first.ward.label_en,
        "document": first.document.model_dump(),
    }
    check_edition(edition, _expected(inputs, first.topics), home=f"../../{HOME}")
    return write_manifest(edition, inputs, about)


def _expected(inputs: Inputs, topics: Iterable[Topic]) -> Iterator[str]:
    """Every file that an edition must hold, but for its manifest."""
    yield from FILES
    for lang in inputs.languages:
        home = "" if lang == ROOT_LANGUAGE else f"{lang}/"
        yield f"{home}{FINDINGS}"
        for topic in topics:
            yield f"{home}{topic.page}"
            yield f"{home}notebooks/{_notebook(topic)}"


def _write_pages(report: Report, home: Path, inputs: Inputs) -> None:
    around = _surroundings(report, inputs)
    for topic in report.topics:
        content = notebook_content(home / "notebooks" / _notebook(topic), report.lang)
        files = (*around.files, Link(f"notebooks/{_notebook(topic)}", "notebook"))
        _write(home / topic.page, page(topic.page, content, replace(around, files=files)))
    _write(home / FINDINGS, page(FINDINGS, views.findings_page(report, report.lang), around))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _surroundings(report: Report, inputs: Inputs) -> Surroundings:
    """What stands around the content of every page in the report's language."""
    lang = report.lang
    up = "" if lang == ROOT_LANGUAGE else "../"
    topics = tuple(Link(topic.page, topic.label.say(lang)) for topic in report.topics)
    return Surroundings(
        lang=lang,
        ward=report.ward.label.say(lang),
        month=say_month(report.month, lang),
        pages=(*topics, Link(FINDINGS, translate("All findings", lang))),
        notebooks={_notebook(topic): topic.page for topic in report.topics},
        document_title=report.document.title,
        document=say_document(report.document, lang),
        data_hash=inputs.data_hash,
        version=inputs.environment["phulien_analysis"],
        code_hash=inputs.code_hash,
        files=tuple(Link(up + name, name) for name in FILES),
        home=f"{up}../../{HOME}",
        other=_other_language(lang, inputs.languages),
    )


def _other_language(lang: Lang, languages: Iterable[Lang]) -> Link | None:
    for other in languages:
        if other != lang:
            href = "../" if other == ROOT_LANGUAGE else f"{other}/"
            return Link(href, LANGUAGE_NAMES[other], other)
    return None


def say_document(document: Document, lang: Lang) -> str:
    """Number, date and state of the document; what is not known is said to be unknown."""
    number = Message("no. {number}", {"number": document.number}) if document.number else None
    parts: list[Sayable] = [
        number or Message("number unknown"),
        _dated(document.date),
        Message(STATES[document.state]),
    ]
    return Joined(tuple(parts), ", ").say(lang)


def _dated(day: str) -> Message:
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return Message("dated {date}", {"date": day}) if day else Message("date unknown")
    return Message("dated {date}", {"date": _Day(known)})


@dataclass(frozen=True)
class _Day:
    """A day, written in the language of the sentence it stands in."""

    day: date

    def say(self, lang: Lang) -> str:
        return say_date(self.day, lang)
