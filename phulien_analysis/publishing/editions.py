"""An edition: one month of one ward as it is published. Build beside, check, then switch.

Nothing that is published changes until all has been built and checked. A run that fails leaves the
half-run notebook behind, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from phulien_analysis import views
from phulien_analysis.audience import INTERNAL, Audience
from phulien_analysis.catalogue import Topic
from phulien_analysis.disclosure import prepare
from phulien_analysis.messages import Joined, Lang, Message, Sayable, mark, translate
from phulien_analysis.notebooks import Finished, Limits, Pool, Progress, Task, run_notebooks
from phulien_analysis.period import say_date, say_month
from phulien_analysis.publishing.checks import check_edition
from phulien_analysis.publishing.downloads import PDF, Material, wanted
from phulien_analysis.publishing.downloads.paper import require_maker
from phulien_analysis.publishing.downloads.workbook import Basis
from phulien_analysis.publishing.feed import NAME as FEED
from phulien_analysis.publishing.gate import AllowList, read_allowed, refuse_leaks
from phulien_analysis.publishing.kept import Manifest, read_manifest
from phulien_analysis.publishing.manifest import Inputs, outcome, read_inputs, take_snapshot, write_manifest
from phulien_analysis.publishing.markup import FIGURES, fit, numbers_on, windows_held, with_further_figures
from phulien_analysis.publishing.metadata import head
from phulien_analysis.publishing.pages import (
    INTERNAL_EDITION,
    WORDS,
    Link,
    Surroundings,
    notebook_content,
    page,
    report_page,
)
from phulien_analysis.publishing.replacing import require_replaceable
from phulien_analysis.publishing.site import HOME, LANGUAGE_NAMES, Site
from phulien_analysis.report import Document, Report, load_report

ROOT_LANGUAGE: Lang = "vi"
FINDINGS = "findings.html"
FIGURES_TITLE = mark("Where each figure comes from")
STATES = {"": mark("status unknown"), "draft": mark("draft"), "signed": mark("signed")}


@dataclass(frozen=True)
class Edition:
    """What was published: ``folder`` is where readers find it, ``name`` the edition's hash.

    Where nothing had changed, ``changed`` is False and nothing was run. Else ``finished`` are its notebooks, each with
    the seconds it took (none where it was taken from the edition before) and what it warned of, which no page shows;
    there are none where an edition of the same inputs was there and only had to be shown. A ``staged`` one is in its
    place, ``folder``, and is not shown. ``remarks`` are what else to know.
    """

    ward: str
    month: str
    folder: Path
    name: str
    changed: bool
    finished: tuple[Finished[str], ...] = ()
    staged: bool = False
    remarks: tuple[Sayable, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What is to be published: a month of a ward, always in Vietnamese, in English if named.

    ``force``: all is run and published again although nothing has changed. ``pdf``: with `report.pdf`. ``url``: the
    address of the site, with a slash at its end, where it has one. ``stage``: built and checked, but not shown.
    ``by_itself``: nobody asked for it just now, so what somebody has gone back from is not shown again. ``audience``:
    who is to read it. ``over_public``: an internal one may take the place of a public one.
    """

    month: str
    ward: str
    languages: tuple[Lang, ...] = (ROOT_LANGUAGE,)
    force: bool = False
    pdf: bool = False
    url: str = ""
    stage: bool = False
    by_itself: bool = False
    audience: Audience = INTERNAL
    over_public: bool = False

    @property
    def options(self) -> dict[str, str]:
        """For whom, and what else was asked for, as far as it was."""
        asked = {PDF: "yes" if self.pdf else "", "url": self.url}
        return {**self.audience.options, **{name: value for name, value in asked.items() if value}}

    @property
    def spoken(self) -> tuple[Lang, ...]:
        """Its languages, that of the root first."""
        return (ROOT_LANGUAGE, *(lang for lang in self.languages if lang != ROOT_LANGUAGE))


def build_edition(
    wanted: Wanted,
    *,
    data: Path,
    notebooks: Path,
    out: Path,
    pool: Pool,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Edition:
    """Publish a month of a ward in the site ``out``.

    Where nothing has changed since it was published nothing is run; of what has changed, only the notebooks that it
    concerns. Where an edition of the same inputs is kept, after a rollback for instance, that is shown.

    Raises:
        PhulienError: the data, a notebook's parameters, the site or a page is not as it must be.
        NotebookError: a notebook failed.
    """
    month, ward = wanted.month, wanted.ward
    if wanted.pdf:
        require_maker()
    topics = load_report(month, ward, data).topics  # refuses what is wrong before anything starts
    site = Site(out, wanted.url)
    with site.reserved(ward, month) as building:
        _see_that_it_may_be_shown(site, wanted)
        inputs = _snapshot(wanted, data, [notebooks / _notebook(topic) for topic in topics], building)
        now = site.published(ward, month)
        before = read_manifest(now) if now and not wanted.force else None
        if there := _there(site, wanted, inputs.key, now, before):
            return there
        topics = load_report(month, ward, building / "data").topics  # the data may have changed since they were seen
        allowed = read_allowed(building, ward)
        finished = run_notebooks(
            [_reusing(task, building, inputs, now, before) for task in _tasks(building, inputs, topics)],
            building,
            keep=site.failed(ward, month),
            pool=pool,
            limits=limits,
            progress=progress,
            make=partial(_content, notebooks=_pages_of(topics)),
        )
        name, remarks = _make(building, inputs, finished, allowed)
        site.keep(building / "edition", ward, month, name)
        return replace(_ended(site, wanted, name, finished), remarks=remarks)


def _see_that_it_may_be_shown(site: Site, wanted: Wanted) -> None:
    """Before anything is run; what is only staged is asked when it is published."""
    link = site.link(wanted.ward, wanted.month)
    require_replaceable(read_manifest(link), wanted.audience, link, forced=wanted.over_public or wanted.stage)


def _snapshot(wanted: Wanted, data: Path, notebooks: Sequence[Path], building: Path) -> Inputs:
    """What a run reads, made fit for its audience, and hashed: what was left out is in no hash either."""
    take_snapshot(data, notebooks, wanted.ward, wanted.month, to=building)
    prepare(building, wanted.ward, wanted.month, wanted.audience, data)
    return read_inputs(building, wanted.ward, wanted.month, wanted.spoken, wanted.options)


def _there(site: Site, wanted: Wanted, key: str, now: Path | None, before: Manifest | None) -> Edition | None:
    """The edition that is shown, or one that is kept, if it was made from the same inputs: nothing is run for it."""
    if wanted.force:
        return None
    ward, month = wanted.ward, wanted.month
    known = site.made_from(ward, month, key)
    back = wanted.by_itself and site.journal(ward).gone_back(month)
    if now and ((before and before.key == key) or (known and back)):
        site.write_list()
        return Edition(ward, month, site.link(ward, month), now.name, changed=False)
    return _ended(site, wanted, known) if known else None


def _ended(site: Site, wanted: Wanted, name: str, finished: Sequence[Finished[str]] = ()) -> Edition:
    """An edition that is in its place, shown or, if that was asked for, staged."""
    ward, month = wanted.ward, wanted.month
    if wanted.stage:
        site.stage(ward, month, name)
    else:
        site.show(ward, month, name)
    folder = site.edition(ward, month, name) if wanted.stage else site.link(ward, month)
    return Edition(ward, month, folder, name, changed=True, finished=tuple(finished), staged=wanted.stage)


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


def _path(task: Task, building: Path) -> str:
    """An executed notebook's path in its edition."""
    return task.target.relative_to(building / "edition").as_posix()


def _key(task: Task, inputs: Inputs) -> str:
    return inputs.notebook_key(task.source.name, task.parameters)


def _reusing(task: Task, building: Path, inputs: Inputs, now: Path | None, before: Manifest | None) -> Task:
    """The task with the executed notebook of the edition shown now, where nothing that it rests on has changed."""
    path = _path(task, building)
    known = before.executed if before else {}
    return replace(task, executed=now / path) if now and known.get(path) == _key(task, inputs) else task


def _pages_of(topics: Iterable[Topic]) -> dict[str, str]:
    """The page of every notebook."""
    return {_notebook(topic): topic.page for topic in topics}


def _content(task: Task, notebooks: Mapping[str, str]) -> str:
    """What an executed notebook shows, as HTML; called in a worker."""
    return notebook_content(task.target, cast("Lang", task.parameters["lang"]), notebooks)


def _make(
    building: Path, inputs: Inputs, finished: Sequence[Finished[str]], allowed: AllowList
) -> tuple[str, tuple[Sayable, ...]]:
    """Write everything beside the executed notebooks, and check it; returns the edition's hash, and remarks."""
    edition = building / "edition"
    contents = {one.task.target: one.made or "" for one in finished}
    reports = [load_report(inputs.month, inputs.ward, building / "data", lang) for lang in inputs.languages]
    for report in reports:
        _write_pages(report, _home(building, report.lang), inputs, contents)
    first = reports[0]
    about = {
        "label_vi": first.ward.label_vi,
        "label_en": first.ward.label_en,
        "document": first.document.model_dump(),
        "parameters": {_path(one.task, building): dict(one.task.parameters) for one in finished},
        **({"findings": outcome(first.finding_list)} if first.audience.shows_all_findings else {}),
    }
    check_edition(edition, _expected(inputs, first.topics), outside=(f"../../{HOME}", f"../{FEED}"))
    executed = {_path(one.task, building): _key(one.task, inputs) for one in finished}
    name = write_manifest(edition, inputs, executed, about)
    return name, refuse_leaks(edition, building, allowed)


def _expected(inputs: Inputs, topics: Iterable[Topic]) -> Iterator[str]:
    """Every file that an edition must hold, but for its manifest."""
    for lang in inputs.languages:
        home = "" if lang == ROOT_LANGUAGE else f"{lang}/"
        yield f"{home}{FIGURES}"
        yield from (home + one.name for one in wanted(inputs.options) if one.translated or lang == ROOT_LANGUAGE)
        if inputs.audience.shows_all_findings:
            yield f"{home}{FINDINGS}"
        for topic in topics:
            yield f"{home}{topic.page}"
            yield f"{home}notebooks/{_notebook(topic)}"


def _write_pages(report: Report, home: Path, inputs: Inputs, contents: Mapping[Path, str]) -> None:
    """All pages of one language, and the files to take away."""
    around = _surroundings(report, inputs)
    notebooks = {topic.page: f"notebooks/{_notebook(topic)}" for topic in report.topics}
    pages = {page: contents[home / notebook] for page, notebook in notebooks.items()}
    for topic in report.topics:
        if further := views.further_figures(report, topic.topic, numbers_on(pages[topic.page])):
            pages[topic.page] = with_further_figures(pages[topic.page], further.html)
    listed = FINDINGS if report.audience.shows_all_findings else ""
    passports = windows_held(views.figures_page(report, _shown(report, pages), listed))
    if listed:
        pages[listed] = fit(views.findings_page(report, report.lang), _pages_of(report.topics), shows=False)
    for href, content in (*pages.items(), (FIGURES, passports)):
        own = (Link(notebooks[href], "notebook"),) if href in notebooks else ()
        _write(home / href, page(href, content, replace(around, files=(*around.files, *own))))
    material = Material(report, _basis(around), report_page(_title(around), pages, around))
    for download in wanted(inputs.options):
        if download.translated or report.lang == ROOT_LANGUAGE:
            download.write(material, home / download.name)


def _shown(report: Report, made: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """The pages on which each number stands, by the name of its passport."""
    shown: dict[str, list[tuple[str, str]]] = {}
    for topic in report.topics:
        for name in numbers_on(made[topic.page]):
            shown.setdefault(name, []).append((topic.page, topic.label.say(report.lang)))
    return shown


def _title(around: Surroundings) -> str:
    names = {"ward": around.ward, "month": around.month}
    return Message("Figures of the report of {ward}, {month}", names).say(around.lang)


def _basis(around: Surroundings) -> Basis:
    """What the pages say at their foot, for a file that stands alone."""
    words = {name: translate(WORDS[name], around.lang) for name in ("document", "data", "code", "no_title")}
    document = f"{around.document_title or words['no_title']}, {around.document}"
    code = f"phulien_analysis {around.version} {around.code_hash}"
    lines = [(words["document"], document), (words["data"], around.data_hash), (words["code"], code)]
    if around.internal:
        lines.insert(0, ("", translate(INTERNAL_EDITION, around.lang)))
    return Basis(_title(around), tuple(lines))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _surroundings(report: Report, inputs: Inputs) -> Surroundings:
    """What stands around the content of every page in the report's language."""
    lang = report.lang
    up = "" if lang == ROOT_LANGUAGE else "../"
    topics = tuple(Link(topic.page, topic.label.say(lang)) for topic in report.topics)
    listed = (Link(FINDINGS, translate("All findings", lang)),) if report.audience.shows_all_findings else ()
    files = tuple(Link(("" if one.translated else up) + one.name, one.name) for one in wanted(inputs.options))
    return Surroundings(
        lang=lang,
        ward=report.ward.label.say(lang),
        month=say_month(report.month, lang),
        pages=(*topics, *listed, Link(FIGURES, translate(FIGURES_TITLE, lang))),
        document_title=report.document.title,
        document=say_document(report.document, lang),
        data_hash=inputs.data_hash,
        version=inputs.environment["phulien_analysis"],
        code_hash=inputs.code_hash,
        files=(*files, Link(f"{up}../{FEED}", "Atom")),
        home=f"{up}../../{HOME}",
        head=head(report, [link.href for link in files], up, inputs.options.get("url", "")),
        other=_other_language(lang, inputs.languages),
        internal=not report.audience.is_public,
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
