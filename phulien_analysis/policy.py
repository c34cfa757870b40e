"""The disclosure policy: which small numbers a public edition does not show, and what stands in their place.

``disclosure.csv`` of the data folder holds the rules. They are the minimum frequency rule of statistical disclosure
control (Eurostat, Handbook on Statistical Disclosure Control, 2010, chapter 4), with zeros decided rule by rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Protocol

from pydantic import Field, field_validator

from phulien_analysis.csvfile import Row, read_rows
from phulien_analysis.errors import Problem, did_you_mean
from phulien_analysis.interval import Interval
from phulien_analysis.messages import Label

FILE = "disclosure.csv"
UNRULED = Label(
    "Không công bố, vì từ số này có thể suy ra một số khác không công bố.",
    "Withheld, because another number that is withheld would follow from it.",
)
LEAST_BELOW = 3
"""A smaller threshold would cover one number only, and so tell it."""


class Rule(Row):
    """What happens to the small counts of a topic, or of one indicator, which then goes before its topic.

    A number from 1 to ``below`` - 1 is covered; a zero, too, where ``zero`` says so. Without ``below`` every number
    is. ``count`` names the indicator whose number decides, where it is not the figure's own: a fine is covered where
    the dossiers are few.
    """

    topic: str
    indicator: str
    count: str
    below: int | None
    action: Literal["suppress", "group", "show"]
    zero: Literal["show", "cover"]
    reason_vi: Annotated[str, Field(min_length=1)]
    reason_en: Annotated[str, Field(min_length=1)]

    @field_validator("below", mode="before")
    @classmethod
    def _empty(cls, text: object) -> object:
        return None if text == "" else text

    @property
    def reason(self) -> Label:
        """Why, in both languages."""
        return Label(self.reason_vi, self.reason_en)

    @property
    def covered(self) -> Interval | None:
        """The numbers that are covered, in the figure's unit, which readers may know; None where any is."""
        if self.below is None or self.count:
            return None
        return Interval(Decimal(0 if self.zero == "cover" else 1), Decimal(self.below - 1))

    def covers(self, value: Decimal) -> bool:
        """Whether a count is small enough."""
        return self.below is None or 0 < value < self.below or (value == 0 and self.zero == "cover")


@dataclass(frozen=True)
class Policy:
    """All rules; an empty policy shows everything."""

    rules: tuple[Rule, ...] = ()

    def rule_for(self, indicator: str, topic: str) -> Rule | None:
        """The rule of an indicator, else that of its topic, unless it is to be shown."""
        own = next((rule for rule in self.rules if rule.indicator == indicator), None)
        rule = own or next((rule for rule in self.rules if rule.topic == topic), None)
        return None if rule is None or rule.action == "show" else rule


class Withholding(NamedTuple):
    """Why a number is withheld, and what may be known of it all the same."""

    reason: Label
    group: Interval | None


class HasTopic(Protocol):
    """An indicator, as far as a policy looks at it."""

    @property
    def indicator(self) -> str:
        """Its name."""

    @property
    def topic(self) -> str:
        """Its topic."""


def withholding(policy: Policy, indicator: HasTopic, status: str) -> Withholding:
    """What stands beside a figure of ``status`` withheld or grouped; one without a rule is so for another's sake."""
    rule = policy.rule_for(indicator.indicator, indicator.topic)
    return Withholding(rule.reason if rule else UNRULED, rule.covered if rule and status == "grouped" else None)


def read_policy(folder: Path, topics: Iterable[str], indicators: Iterable[str], problems: list[Problem]) -> Policy:
    """The policy of a data folder, empty where it has none; what is wrong is added to ``problems``."""
    path, name = folder / FILE, f"data/{FILE}"
    if not path.exists():
        return Policy()
    rows = read_rows(path, Rule, name, problems)
    known = {"topic": list(topics), "indicator": list(indicators), "count": list(indicators)}
    problems.extend(Problem(name, number, *fault) for number, row in rows for fault in _faults(row, known))
    problems.extend(Problem(name, number, *fault) for number, fault in _repeated(rows))
    return Policy(tuple(row for _, row in rows))


def _faults(row: Rule, known: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for column, names in known.items():
        word = getattr(row, column)
        if word and word not in names:
            kind = "topic" if column == "topic" else "indicator"
            article = "a" if column == "topic" else "an"
            yield column, f"{word!r} is not {article} {kind} of the catalogue{did_you_mean(word, names)}"
    if bool(row.topic) == bool(row.indicator):
        yield "topic", "a rule is for a topic or for an indicator: fill in one of the two"
    if row.count and not row.indicator:
        yield "count", "only a rule for an indicator can rest on the number of another"
    if row.below is not None and row.below < LEAST_BELOW:
        yield "below", f"{row.below} would cover one number at most, and so tell it; write {LEAST_BELOW} or more"
    if row.below is None and (row.action == "group" or row.count):
        yield "below", "the threshold is missing; without it only “suppress” makes sense"
    if row.count and row.action == "group":
        yield "action", "a number that rests on another count has no group; write suppress"


def _repeated(rows: Sequence[tuple[int, Rule]]) -> Iterator[tuple[int, tuple[str, str]]]:
    seen: dict[tuple[str, str], int] = {}
    for number, row in rows:
        key = (row.topic, row.indicator)
        if key in seen:
            yield number, ("topic", f"there is a rule for it in row {seen[key]} already; keep one")
        seen.setdefault(key, number)
