"""A report while it is being written: blocks of fragments, calculations on numbers whose digits may still change."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from tests.made_up_reports import arithmetic
from tests.made_up_reports.arithmetic import HUNDRED
from tests.made_up_reports.model import BlockKind
from tests.made_up_reports.numbers import Hand, Number
from tests.made_up_reports.vocabulary import MONEY, Subject

_Choice = TypeVar("_Choice")
_SLIPS = (("iải quyết", "iải quyêt"), ("thực hiện", "thưc hiện"), ("Tổng số", "Tông số"), ("tiếp nhận", "tiêp nhận"))
_SIZES = {"ward": 1.0, "commune": 0.6, "district": 6.0, "province": 40.0}


@dataclass(eq=False)
class DraftNote:
    """A footnote: fragments; a line break starts its next paragraph."""

    fragments: list[str | Number]


Fragment = str | Number | DraftNote


@dataclass(eq=False)
class DraftBlock:
    """A block whose text is still in pieces."""

    kind: BlockKind
    fragments: list[Fragment]
    number: str = ""
    bullet: str = ""
    level: int = 0


@dataclass(eq=False)
class DraftCalculation:
    """A calculation on draft numbers."""

    kind: str
    stated: Number | None
    operands: tuple[Number, ...]
    complete: bool
    form: str
    direction: int
    pattern: str
    required: bool

    def numbers(self) -> tuple[Number, ...]:
        """All numbers that take part."""
        return self.operands if self.stated is None else (self.stated, *self.operands)

    def holds(self) -> bool:
        """Whether it holds as now printed."""
        stated = self.stated.interval if self.stated else HUNDRED
        operands = [operand.interval for operand in self.operands]
        return arithmetic.holds(self.kind, stated, operands, form=self.form, direction=self.direction)

    def truncated(self) -> bool:
        """Whether it holds only when digits are cut off instead of rounded."""
        if self.kind == "subset":
            return False
        operands = [operand.interval for operand in self.operands]
        if self.stated is None:
            # Cut percentages make less than 100: within one whole last place each.
            cut = sum(2 * operand.high - operand.low for operand in operands)
            return not self.holds() and sum(operand.high for operand in operands) < 100 <= cut
        truth = arithmetic.computed(self.kind, operands, form=self.form, direction=self.direction)
        return arithmetic.is_truncated(self.stated.interval, truth)


@dataclass
class Writer:
    """One writer: random choices, habits, and the draft so far. Patterns call it."""

    rng: random.Random
    style: str
    hand: Hand = field(init=False)
    blocks: list[DraftBlock] = field(default_factory=list)
    calculations: list[DraftCalculation] = field(default_factory=list)
    pattern: str = ""
    told: list[tuple[list[DraftCalculation], DraftBlock]] = field(default_factory=list)
    copies: dict[Number, list[Number]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hand = Hand(self.rng)

    def pick(self, choices: Sequence[_Choice]) -> _Choice:
        """One of the choices."""
        return self.rng.choice(choices)

    def typed(self, text: str) -> str:
        """The same text, once in twelve with a slip of the fingers."""
        for right, wrong in _SLIPS:
            if right in text and self.chance(0.08):
                return text.replace(right, wrong)
        return text

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self.rng.random() < probability

    def block(self, kind: BlockKind, *pieces: object, number: str = "", bullet: str = "", level: int = 0) -> None:
        """Add a block; pieces are text, numbers, notes, and lists of them."""
        self.blocks.append(DraftBlock(kind, list(flat(pieces)), number, bullet, level))

    def body(self, *pieces: object) -> None:
        """Add a paragraph; once in a while as an item, as offices do."""
        if self.chance(0.3):
            self.block("item", *pieces, bullet="-", level=1)
        else:
            self.block("body", *pieces)

    def items(self, lines: Sequence[object], bullet: str, level: int) -> None:
        """Add items of one level, closed by the writer's punctuation."""
        mark = self.pick((";", ".", "", ","))
        for index, line in enumerate(lines):
            end = mark if index < len(lines) - 1 else self.pick((".", ".", ""))
            self.block("item", line, end, bullet=bullet, level=level)

    def state(
        self,
        kind: str,
        stated: Number | None,
        *operands: Number,
        complete: bool = False,
        form: str = "",
        direction: int = 0,
        required: bool = True,
    ) -> None:
        """Note down a calculation that the text states."""
        done = DraftCalculation(kind, stated, operands, complete, form, direction, self.pattern, required)
        self.calculations.append(done)

    def copied(self, number: Number, *, follows: bool) -> Number:
        """The same printed once more; ``follows`` says that it was copied, with whatever is wrong in it."""
        again = Number(number.printed, number.unit, number.qualifier, gap=number.gap)
        if follows:
            self.copies.setdefault(number, []).append(again)
        return again

    def amounts(self, subject: Subject, *shares: float) -> list[Number]:
        """Numbers of one subject in one unit, about so large as the shares of its usual size; first is their sum."""
        size = max(8, round(subject.size * _SIZES[self.style] * self.rng.uniform(0.4, 2.2)))
        if subject.unit == MONEY:
            return self._money(size, shares)
        if subject.unit in ("ha", "tấn"):
            return self._measured(size, shares, self.pick((1, 1, 2)), subject.unit)
        parts = [max(1, round(size * share * self.rng.uniform(0.7, 1.3))) for share in shares]
        return [self.hand.count(value, subject.unit) for value in (sum(parts), *parts)]

    def _money(self, millions: int, shares: Sequence[float]) -> list[Number]:
        """Money in one of the usual units."""
        hand, form = self.hand, self.rng.random()
        if form < 0.5:
            return self._measured(millions, shares, 0, "triệu đồng")
        if form < 0.65:
            return self._measured(millions, shares, self.pick((1, 3)), "triệu đồng")
        if form < 0.85:
            return self._measured(max(9, millions // 100), shares, self.pick((1, 2, 3)), f"{hand.milliard} đồng")
        if form < 0.93:
            return self._measured(millions * 1_000, shares, 0, f"{hand.thousand} đồng")
        if form < 0.97:
            return self._measured(millions // 10, shares, 1, f"{hand.thousand} {hand.milliard} đồng")
        return self._measured(millions, shares, 0, "đồng", step=50_000)

    def _measured(self, size: int, shares: Sequence[float], places: int, unit: str, step: int = 1) -> list[Number]:
        """Rounded numbers and their sum; one in five totals is rounded from hidden digits of its own."""
        grain = 10**places
        parts = [Fraction(max(1, round(size * share * self.rng.uniform(0.7, 1.3) * grain)), grain) for share in shares]
        total = sum(parts, Fraction(0))
        if places and len(parts) > 2 and self.chance(0.2):
            total += Fraction(self.pick((-1, 1)), grain)
        return [self.hand.measured(value * step, places, unit) for value in (total, *parts)]

    def scale_of(self, number: Number) -> int:
        """What one of a number's unit is worth."""
        return arithmetic.scale_of(number.unit)

    def places_of(self, number: Number) -> int:
        """How many decimals a number is printed with."""
        return arithmetic.decimals(number.printed)

    def ratio(self, part: Number, whole: Number, places: int | None = None) -> Number:
        """The percentage that one number is of another."""
        return self.hand.percent(middle(part) / middle(whole), places)

    def like(self, number: Number, factor: float) -> Number:
        """A number printed like another, about ``factor`` times as large and not the same."""
        places = arithmetic.decimals(number.printed)
        grain = 10**places
        scale = arithmetic.scale_of(number.unit)
        value = Fraction(max(1, round(float(middle(number) / scale) * factor * grain)), grain)
        if value == middle(number) / scale:
            value += Fraction(1, grain)
        return self.hand.measured(value, places, number.unit)

    def between(self, larger: Number, smaller: Number) -> Number:
        """The difference of two numbers, printed as they are."""
        places = arithmetic.decimals(larger.printed)
        scale = arithmetic.scale_of(larger.unit)
        return self.hand.measured((middle(larger) - middle(smaller)) / scale, places, larger.unit)


def middle(number: Number) -> Fraction:
    """The printed value of a number, in units of one."""
    told = arithmetic.interval(number.printed, number.unit)
    return (told.low + told.high) / 2


def flat(pieces: object) -> list[Fragment]:
    """Text, numbers and notes out of lists of lists."""
    if isinstance(pieces, (list, tuple)):
        return [fragment for piece in pieces for fragment in flat(piece)]
    if isinstance(pieces, (str, Number, DraftNote)):
        return [pieces]
    raise TypeError(f"a text has no place for {pieces!r}")
