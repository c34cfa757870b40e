"""One month of one ward: its figures, what follows from them, and what the report says without a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar, get_args

from pydantic import Field

from phulien_analysis.audience import INTERNAL, Audience
from phulien_analysis.calculations import Derived, Printings, calculate, derive
from phulien_analysis.catalogue import Catalogue, Identifier, Text, Topic, Ward, load_catalogue
from phulien_analysis.characters import clipped
from phulien_analysis.csvfile import Row, read_rows
from phulien_analysis.errors import (
    DataError,
    NotFoundError,
    PhulienError,
    Problem,
    did_you_mean,
)
from phulien_analysis.figures import Figure, read_figures
from phulien_analysis.findings import Finding
from phulien_analysis.folders import data_folder, require_inside
from phulien_analysis.messages import LANGS, Label, Lang, Message
from phulien_analysis.period import month_period

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_WARD = "phu-lien"
RowT = TypeVar("RowT", bound=Row)


Kind = Literal["statement", "assessment", "caveat", "review", "missing", "task"]
KINDS: tuple[str, ...] = get_args(Kind)


class Statement(Row):
    """What the report says without a number, in our words; ``kind`` says what for."""

    topic: Identifier
    source: Annotated[str, Field(pattern=r"^([A-Z0-9]+(\.[A-Za-z0-9]+)*( [a-z]+[0-9]+)?)?$")]
    kind: Kind
    indicator: str
    note_vi: Text
    note_en: Text

    @property
    def note(self) -> Label:
        """The note in both languages."""
        return Label(self.note_vi, self.note_en)


class KnownFinding(Row):
    """A finding somebody has looked at, and what they found out."""

    finding: Text
    reason: Text


class Document(Row):
    """The document a month's figures were read from; what is not known is empty."""

    month: Annotated[str, Field(pattern=r"^([12][0-9]{3}-(0[1-9]|1[0-2]))?$")]
    title: str
    number: str
    date: str
    state: Literal["", "draft", "signed"]
    sha256: str


UNKNOWN_DOCUMENT = Document(month="", title="", number="", date="", state="", sha256="")


@dataclass(frozen=True)
class Report:
    """The figures of a month's report, and everything that follows from them.

    ``figure_list``, ``finding_list`` and ``derived_list`` are exact objects; :attr:`figures`, :meth:`findings` and
    :meth:`derived` give the same as DataFrames for exploring.
    """

    month: str
    ward: Ward
    lang: Lang
    catalogue: Catalogue
    figure_list: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    known: tuple[KnownFinding, ...]
    document: Document
    audience: Audience = INTERNAL

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics in the order of the pages; the first is the overview."""
        return tuple(self.catalogue.topics.values())

    @cached_property
    def printings(self) -> Printings:
        """The figures, found by indicator and measure."""
        return Printings(self.figure_list, self.catalogue)

    @cached_property
    def finding_list(self) -> tuple[Finding, ...]:
        """Every calculation redone, in the report's order; last, known findings that have gone.

        For an audience that is shown no others, those that are known and explained.
        """
        reasons = {known.finding: known.reason for known in self.known}
        found = calculate(self.printings)
        gone = [known for known in self.known if known.finding not in {finding.id for finding in found}]
        told = tuple(replace(finding, known=reasons.get(finding.id, "")) for finding in found)
        if not self.audience.shows_all_findings:
            return tuple(finding for finding in told if finding.known)
        return told + tuple(_gone(known) for known in gone)

    @cached_property
    def derived_list(self) -> tuple[Derived, ...]:
        """Figures that the report implies but does not print."""
        return derive(self.printings)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """One row per printed figure, in the report's order; numbers are ``Decimal`` in the printed unit."""
        from phulien_analysis import frames

        return frames.figures(self.figure_list, self.lang)

    def findings(self, topic: str | None = None) -> pd.DataFrame:
        """One row per redone calculation; of one topic if it is named."""
        from phulien_analysis import frames

        if topic is not None:
            self.require_topic(topic)
        found = [f for f in self.finding_list if topic is None or f.topic == topic]
        return frames.findings(found, self.lang)

    def derived(self, topic: str | None = None) -> pd.DataFrame:
        """One row per derived figure, marked as such by being here and nowhere else; of one topic if it is named."""
        from phulien_analysis import frames

        if topic is not None:
            self.require_topic(topic)
        listed = [d for d in self.derived_list if topic is None or d.indicator.topic == topic]
        return frames.derived(listed, self.lang)

    def topic(self, topic: str) -> pd.DataFrame:
        """The figures of a topic; :class:`NotFoundError` names the topics there are."""
        self.require_topic(topic)
        return self.figures[self.figures["topic"] == topic]

    def section(self, section: str) -> pd.DataFrame:
        """The figures printed in a section of the report and the sections inside it."""
        sections = self.figures["section"]
        inside = self.figures[(sections == section) | sections.str.startswith(f"{section}.")]
        if inside.empty:
            known = ", ".join(dict.fromkeys(sections))
            msg = f"no figure is printed in a section {section!r} of {self.month}; sections with figures: {known}"
            raise NotFoundError(msg)
        return inside

    def in_language(self, lang: Lang) -> Report:
        """The same report, read in another language."""
        return replace(self, lang=lang)

    def require_topic(self, topic: str) -> None:
        """Refuse a topic that the catalogue does not have; :class:`NotFoundError` names the nearest."""
        if topic not in self.catalogue.topics:
            msg = f"there is no topic {topic!r}{did_you_mean(topic, self.catalogue.topics)}"
            raise NotFoundError(msg)


def load_report(month: str, ward: str = DEFAULT_WARD, data: str | Path | None = None, lang: str = "vi") -> Report:
    """Load a month given as ``2025-07``.

    ``data`` is a data folder; without one it is found as :func:`folders.data_folder` says. :class:`NotFoundError`
    names the months and wards there are; :class:`DataError` holds every problem of the files at once.
    """
    if lang not in LANGS:
        msg = f"there is no language {clipped(lang)!r}; there are: {', '.join(LANGS)}"
        raise PhulienError(msg)
    month_period(month)
    folder = data_folder(data or None)
    catalogue = load_catalogue(folder)
    chosen = catalogue.ward(ward)
    require_inside(folder, month_files(folder, ward, month).values())
    if month not in months(folder, ward):
        there = ", ".join(months(folder, ward)) or "none yet"
        msg = f"there is no month {month} of ward {ward} in {folder / ward}; there are: {there}"
        raise NotFoundError(msg)
    return _read(folder, month, chosen, lang, catalogue)


def months(folder: Path, ward: str) -> list[str]:
    """The months of a ward that have a figures file, oldest first."""
    return sorted(path.stem for path in (folder / ward).glob("*.csv") if _is_month(path.stem))


def latest_month(ward: str = DEFAULT_WARD, data: str | Path | None = None) -> str:
    """The newest month of a ward; :class:`NotFoundError` where there is none."""
    folder = data_folder(data or None)
    load_catalogue(folder).ward(ward)
    found = months(folder, ward)
    if not found:
        msg = f"there is no month of ward {ward} in {folder / ward}; add one as data/README.md says"
        raise NotFoundError(msg)
    return found[-1]


def month_files(folder: Path, ward: str, month: str) -> dict[str, Path]:
    """The files of a month, by what they hold; only ``figures`` must exist."""
    home = folder / ward
    return {
        "figures": home / f"{month}.csv",
        "statements": home / f"{month}.statements.csv",
        "known": home / f"{month}.known.csv",
        "documents": home / "documents.csv",
        "allowed": home / "allowed.csv",
        "audience": home / f"{month}.audience.csv",
    }


def _is_month(name: str) -> bool:
    try:
        month_period(name)
    except PhulienError:
        return False
    return True


def _read(folder: Path, month: str, ward: Ward, lang: Lang, catalogue: Catalogue) -> Report:
    problems: list[Problem] = []
    paths = month_files(folder, ward.ward, month)
    names = {kind: f"{folder.name}/{ward.ward}/{path.name}" for kind, path in paths.items()}
    figures = read_figures(paths["figures"], names["figures"], catalogue, month, problems)
    statements = _optional(paths["statements"], Statement, names["statements"], problems)
    problems.extend(_statement_problems(statements, names["statements"], catalogue))
    known = _optional(paths["known"], KnownFinding, names["known"], problems)
    problems.extend(_known_problems(known, names["known"]))
    documents = _optional(paths["documents"], Document, names["documents"], problems)
    audiences = _optional(paths["audience"], Audience, names["audience"], problems)
    if problems:
        raise DataError(problems)
    return Report(
        month=month,
        ward=ward,
        lang=lang,
        catalogue=catalogue,
        figure_list=tuple(figures),
        statements=tuple(row for _, row in statements),
        known=tuple(row for _, row in known),
        document=next((row for _, row in documents if row.month == month), UNKNOWN_DOCUMENT),
        audience=next((row for _, row in audiences), INTERNAL),
    )


def _optional(path: Path, kind: type[RowT], name: str, problems: list[Problem]) -> list[tuple[int, RowT]]:
    return read_rows(path, kind, name, problems) if path.exists() else []


def _statement_problems(statements: Sequence[tuple[int, Statement]], name: str, catalogue: Catalogue) -> list[Problem]:
    problems = []
    for number, row in statements:
        if row.topic not in catalogue.topics:
            hint = did_you_mean(row.topic, catalogue.topics)
            problems.append(
                Problem(name, number, "topic", f"{clipped(row.topic)!r} is not a topic of the catalogue{hint}")
            )
        if row.indicator and row.indicator not in catalogue.indicators:
            hint = did_you_mean(row.indicator, catalogue.indicators)
            text = f"{clipped(row.indicator)!r} is not an indicator of the catalogue{hint}"
            problems.append(Problem(name, number, "indicator", text))
    return problems


def _known_problems(known: Sequence[tuple[int, KnownFinding]], name: str) -> list[Problem]:
    """A finding is explained once: two reasons could not both be shown."""
    first: dict[str, int] = {}
    problems = []
    for number, row in known:
        if row.finding in first:
            text = f"{clipped(row.finding)!r} stands in row {first[row.finding]} already; keep one reason"
            problems.append(Problem(name, number, "finding", text))
        first.setdefault(row.finding, number)
    return problems


def _gone(known: KnownFinding) -> Finding:
    """A known finding that is no longer found: the numbers have changed, so the reason on file must be looked at."""
    text = Message(
        "The known finding {finding} ({reason}) is no longer found; please look at it again and take it off the list.",
        {"finding": known.finding, "reason": known.reason},
    )
    return Finding(
        id=f"known@{known.finding}",
        kind="crosscheck",
        verdict="cannot_tell",
        fit=None,
        severity="warning",
        topic="overview",
        stated=None,
        operands=(),
        computed=None,
        low=None,
        high=None,
        message=text,
    )
