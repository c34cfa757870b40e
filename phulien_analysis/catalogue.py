"""The catalogue: what units, topics and indicators there are, and what follows from what.

It is data, not code: a new ward, month or indicator is a new row. :func:`load_catalogue` reads all files and tells
every problem of all of them at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Annotated, ClassVar, Literal, Protocol, TypeVar

from pydantic import Field, field_validator

from phulien_analysis.characters import clipped
from phulien_analysis.csvfile import SIZE_LIMIT, Row, read_rows
from phulien_analysis.errors import MOST_PROBLEMS, DataError, NotFoundError, Problem, did_you_mean, hint
from phulien_analysis.expression import Expression, parse_expression
from phulien_analysis.files import FileRefusedError, read_bounded
from phulien_analysis.folders import require_inside
from phulien_analysis.messages import Label, Message
from phulien_analysis.nesting import MOST_LEVELS, MOST_PARTS, circular, too_deep
from phulien_analysis.policy import FILE as POLICY
from phulien_analysis.policy import Policy, read_policy

FILES = ("units.csv", "topics.csv", "indicators.csv", "wards.csv", "parts.csv", "crosschecks.csv", POLICY)
ABOUT = "datapackage.json"
"""Says what the files are, to others; its content is not looked at here."""
_NOT_TOPICS = frozenset({"index", "findings", "figures", "report"})  # other pages have these names
_NOT_WARDS = frozenset({"all"})  # what the command line calls all of them
# Of the longest there are folders and pages; a unit's scale and a topic's place are no larger than anything there is.
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, Field(min_length=1)]
Severity = Literal["ok", "note", "warning", "error"]


class HasLabels(Protocol):
    """A row with a name in both languages."""

    @property
    def label_vi(self) -> str:
        """The Vietnamese name."""

    @property
    def label_en(self) -> str:
        """The English name."""


class Labelled:
    """Adds the name of a row as one thing."""

    @property
    def label(self: HasLabels) -> Label:
        """The name, to be said in a language."""
        return Label(self.label_vi, self.label_en)


class Unit(Row, Labelled):
    """A unit: ``scale`` turns a number in it into the base unit of its ``dimension``; ``counted`` ones are exact."""

    unit: Identifier
    dimension: Identifier
    scale: Annotated[Decimal, Field(gt=0, ge=Decimal("1e-12"), le=Decimal("1e18"), max_digits=30)]
    counted: bool
    label_vi: Text
    label_en: Text

    @property
    def exact(self) -> bool:
        """Whether a number printed in this unit is exact: things counted, and money in whole đồng."""
        return self.counted or (self.dimension == "money" and self.scale == 1)


class Topic(Row, Labelled):
    """A subject with a notebook and a page; the one of order 0 is the overview."""

    most_rows: ClassVar[int] = 200

    topic: Identifier
    order: Annotated[int, Field(ge=0, le=10_000)]
    notebook: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=80)]
    label_vi: Text
    label_en: Text

    @property
    def page(self) -> str:
        """File name of its page in an edition."""
        return "index.html" if self.order == 0 else f"{self.topic}.html"


class Indicator(Row, Labelled):
    """What a figure measures; ``kind`` is that of its actual, ``signed`` ones may be below 0."""

    indicator: Identifier
    topic: Identifier
    dimension: Identifier
    kind: Literal["flow", "stock"]
    signed: bool
    code: str
    label_vi: Text
    label_en: Text


class Part(Row):
    """``part`` belongs to ``total`` in one ``breakdown``; the parts of a ``complete`` breakdown add up."""

    total: Identifier
    breakdown: Identifier
    part: Identifier
    complete: bool


class Crosscheck(Row):
    """A relation between different indicators, with the reason why it must hold or may not."""

    check: Identifier
    left: Expression
    relation: Literal["=", "<=", "compare", "derive"]
    right: Expression
    windows: Literal["same", "nested", "any"]
    severity: Literal["note", "warning", "error"]
    reason_vi: str
    reason_en: str

    @field_validator("left", "right", mode="before")
    @classmethod
    def _parsed(cls, text: object) -> Expression:
        return parse_expression(str(text))

    @property
    def reason(self) -> Label:
        """Why the two sides belong together, in both languages."""
        return Label(self.reason_vi, self.reason_en)


class Ward(Row, Labelled):
    """A ward, with its national unit code and that of its province."""

    ward: Identifier
    code: str
    province_code: str
    label_vi: Text
    label_en: Text
    province_vi: str
    province_en: str


class Breakdown(tuple[Part, ...]):
    """The parts of one total in one breakdown, in the order of the catalogue."""

    __slots__ = ()

    @property
    def total(self) -> str:
        """The indicator that is split."""
        return self[0].total

    @property
    def name(self) -> str:
        """How it is split, for example by source or by channel."""
        return self[0].breakdown

    @property
    def complete(self) -> bool:
        """Whether the parts must add up to the total."""
        return self[0].complete

    @property
    def parts(self) -> tuple[str, ...]:
        """The indicators that are the parts."""
        return tuple(part.part for part in self)


@dataclass(frozen=True)
class Catalogue:
    """All of the catalogue, each kind by its identifier, in the order of its file."""

    units: Mapping[str, Unit]
    topics: Mapping[str, Topic]
    indicators: Mapping[str, Indicator]
    breakdowns: tuple[Breakdown, ...]
    crosschecks: tuple[Crosscheck, ...]
    wards: Mapping[str, Ward]
    policy: Policy = field(default_factory=Policy)

    def breakdowns_of(self, total: str) -> tuple[Breakdown, ...]:
        """Every way a total is split."""
        return tuple(b for b in self.breakdowns if b.total == total)

    def unit_of(self, dimension: str) -> Unit:
        """The unit of a dimension that derived figures are shown in: the first one of the catalogue."""
        return next(unit for unit in self.units.values() if unit.dimension == dimension)

    def ward(self, name: str) -> Ward:
        """The ward of that name; :class:`NotFoundError` says which there are."""
        if name not in self.wards:
            values = {"name": clipped(name), "hint": hint(name, self.wards)}
            raise NotFoundError(Message("there is no ward {name!r} in wards.csv{hint}", values))
        return self.wards[name]


def load_catalogue(folder: Path) -> Catalogue:
    """Read the catalogue in a data folder; :class:`DataError` holds every problem of its files.

    :class:`PhulienError` where a file of it is a link that leads out of the folder.
    """
    require_inside(folder, (folder / name for name in (*FILES, ABOUT)))
    problems: list[Problem] = list(_about_problems(folder / ABOUT))
    units = _keyed(folder, "units.csv", Unit, lambda row: row.unit, problems)
    topics = _keyed(folder, "topics.csv", Topic, lambda row: row.topic, problems)
    indicators = _keyed(folder, "indicators.csv", Indicator, lambda row: row.indicator, problems)
    wards = _keyed(folder, "wards.csv", Ward, lambda row: row.ward, problems)
    parts = read_rows(folder / "parts.csv", Part, "data/parts.csv", problems)
    checks = _keyed(folder, "crosschecks.csv", Crosscheck, lambda row: row.check, problems)
    policy = read_policy(folder, topics, indicators, problems) if not problems else Policy()
    if not problems:
        dimensions = {unit.dimension for _, unit in units.values()}
        for found in (
            _taken_names(topics, _NOT_TOPICS, "topics.csv"),
            _taken_names(wards, _NOT_WARDS, "wards.csv"),
            _indicator_problems(indicators, topics, dimensions),
            _part_problems(parts, indicators),
            _nesting_problems(parts),
            _check_problems(checks, indicators),
        ):
            problems.extend(islice(found, MOST_PROBLEMS))
    if problems:
        raise DataError(problems)
    in_order = sorted((row for _, row in topics.values()), key=lambda row: row.order)
    return Catalogue(
        units=_plain(units),
        topics={row.topic: row for row in in_order},
        indicators=_plain(indicators),
        breakdowns=_breakdowns(row for _, row in parts),
        crosschecks=tuple(_plain(checks).values()),
        wards=_plain(wards),
        policy=policy,
    )


RowT = TypeVar("RowT", bound=Row)
Numbered = dict[str, tuple[int, RowT]]


def _keyed(
    folder: Path, name: str, kind: type[RowT], key: Callable[[RowT], str], problems: list[Problem]
) -> Numbered[RowT]:
    """Rows by their identifier; an identifier used twice is a problem."""
    rows: Numbered[RowT] = {}
    for number, row in read_rows(folder / name, kind, f"data/{name}", problems):
        if key(row) in rows:
            text = f"{key(row)!r} stands in row {rows[key(row)][0]} already; give this one another name"
            problems.append(Problem(f"data/{name}", number, kind.columns()[0], text))
        rows.setdefault(key(row), (number, row))
    return rows


def _about_problems(path: Path) -> Iterator[Problem]:
    """Whether the file about the files is one that can be copied along."""
    try:
        read_bounded(path, SIZE_LIMIT)
    except FileRefusedError as error:
        yield Problem(f"data/{ABOUT}", 0, "", error.what)
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            yield Problem(f"data/{ABOUT}", 0, "", f"the file cannot be read: {error.strerror}")


def _taken_names(rows: Numbered[RowT], taken: frozenset[str], name: str) -> Iterator[Problem]:
    for key, (number, row) in rows.items():
        if key in taken:
            text = Message("{name!r} is what something else is called; give this one another name", {"name": key})
            yield Problem(f"data/{name}", number, row.columns()[0], text)


def _plain(rows: Numbered[RowT]) -> dict[str, RowT]:
    return {key: row for key, (_, row) in rows.items()}


def _breakdowns(parts: Iterable[Part]) -> tuple[Breakdown, ...]:
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        groups.setdefault((part.total, part.breakdown), []).append(part)
    return tuple(Breakdown(group) for group in groups.values())


def _indicator_problems(
    indicators: Numbered[Indicator], topics: Numbered[Topic], dimensions: set[str]
) -> Iterator[Problem]:
    for number, row in indicators.values():
        for column, word, known in (
            ("topic", row.topic, topics),
            ("dimension", row.dimension, dimensions),
        ):
            if word not in known:
                text = f"{word!r} is not a {column} of the catalogue{did_you_mean(word, known)}"
                yield Problem("data/indicators.csv", number, column, text)


def _part_problems(parts: list[tuple[int, Part]], indicators: Numbered[Indicator]) -> Iterator[Problem]:
    seen: Counter[tuple[str, str, str]] = Counter()
    complete: dict[tuple[str, str], bool] = {}
    circles = circular((row.total, row.part) for _, row in parts)
    for number, row in parts:
        seen[row.total, row.breakdown, row.part] += 1
        faults = list(_unknown(("total", "part"), (row.total, row.part), indicators))
        if not faults and indicators[row.total][1].dimension != indicators[row.part][1].dimension:
            faults.append(
                (
                    "part",
                    f"{row.part!r} and {row.total!r} count different things (their dimensions differ)",
                )
            )
        if (row.total, row.part) in circles:
            faults.append(("part", f"{row.part!r} would be a part of itself"))
        if seen[row.total, row.breakdown, row.part] > 1:
            faults.append(("part", f"{row.part!r} stands in this breakdown already"))
        if complete.setdefault((row.total, row.breakdown), row.complete) != row.complete:
            faults.append(("complete", "all parts of one breakdown must say the same"))
        for column, text in faults:
            yield Problem("data/parts.csv", number, column, text)


def _nesting_problems(parts: list[tuple[int, Part]]) -> Iterator[Problem]:
    """A total that is split so deep, or so often over, that nobody could add it up."""
    nested = too_deep((row.total, row.part) for _, row in parts)
    if nested is not None:
        text = Message(
            "{name!r} is split over {levels} levels into {count} parts, where at most {most_levels} and {most} are "
            "added up; split it less deep",
            {
                "name": nested.total,
                "levels": nested.levels,
                "count": nested.parts,
                "most_levels": MOST_LEVELS,
                "most": MOST_PARTS,
            },
        )
        row = next(number for number, row in parts if row.total == nested.total)
        yield Problem("data/parts.csv", row, "total", text)


def _check_problems(checks: Numbered[Crosscheck], indicators: Numbered[Indicator]) -> Iterator[Problem]:
    for number, row in checks.values():
        for column, side in (("left", row.left), ("right", row.right)):
            names = [term.indicator for term in side.terms]
            for where, text in _unknown([column] * len(names), names, indicators):
                yield Problem("data/crosschecks.csv", number, where, text)
        if row.relation == "derive" and len(row.left.terms) != 1:
            text = "a derived figure is one indicator:measure"
            yield Problem("data/crosschecks.csv", number, "left", text)


def _unknown(
    columns: Iterable[str], names: Iterable[str], indicators: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    for column, name in zip(columns, names, strict=True):
        if name not in indicators:
            yield (
                column,
                f"{name!r} is not an indicator of the catalogue{did_you_mean(name, indicators)}",
            )
