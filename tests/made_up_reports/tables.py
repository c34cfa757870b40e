"""Made-up tables of Vietnamese local governments' reports, with the truth beside them; every number is made up.

table = make_table(7)              # all its calculations hold
table = make_table(7, error=True)  # one wrong digit: table.error says where, and what it breaks
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from tests.made_up_reports.arithmetic import Interval


@dataclass(eq=False)
class Number:
    """A printed number: its true value, how many decimals are printed, and whether it is exact (a count)."""

    value: Fraction
    decimals: int = 0
    exact: bool = True
    english: bool = False
    signed: bool = False
    printed: str = ""

    def __post_init__(self) -> None:
        self.printed = self.printed or written(self.value, self.decimals, english=self.english, signed=self.signed)

    @property
    def interval(self) -> Interval:
        """What the printed digits stand for."""
        digits = self.printed.replace("+", "")
        plain = digits.replace(",", "") if self.english else digits.replace(".", "").replace(",", ".")
        value, half = Fraction(plain), Fraction(0) if self.exact else Fraction(1, 2 * 10**self.decimals)
        return Interval(value - half, value + half)


@dataclass(frozen=True, eq=False)
class Truth:
    """A calculation that a table states: ``sum`` with signs, ``ratio``, ``growth`` (percent) or ``at most``."""

    form: str
    stated: Number
    operands: tuple[Number, ...]
    signs: tuple[int, ...] = ()

    def holds(self) -> bool:
        """Whether it holds as printed."""
        if self.form == "at most":
            return all(o.interval.low <= self.stated.interval.high for o in self.operands)
        return self.stated.interval.meets(self.computed())

    def computed(self) -> Interval:
        """What the operands give."""
        found = [operand.interval for operand in self.operands]
        if self.form == "sum":
            total = Interval(Fraction(0), Fraction(0))
            for interval, sign in zip(found, self.signs or (1,) * len(found), strict=True):
                total = total + interval if sign > 0 else total - interval
            return total
        hundred = Interval(Fraction(100), Fraction(100))
        rate = found[0] / found[1] * hundred
        return rate - hundred if self.form == "growth" else rate

    @property
    def is_cut(self) -> bool:
        """Whether it holds only if digits are cut off instead of rounded."""
        if self.form not in {"ratio", "growth"}:
            return False
        low, step = self.stated.interval.low, Fraction(1, 2 * 10**self.stated.decimals)
        return Interval(low + step, low + 3 * step).meets(self.computed())


@dataclass(frozen=True)
class TableCell:
    """A cell as laid out: its text or number, and how many columns and rows it covers."""

    content: str | Number
    wide: int = 1
    high: int = 1

    @property
    def text(self) -> str:
        """What is printed in it."""
        return self.content if isinstance(self.content, str) else self.content.printed


@dataclass(frozen=True)
class TableError:
    """One wrong digit: the number, its digits before, and the calculations that it breaks."""

    number: Number
    before: str
    breaks: tuple[Truth, ...]


@dataclass
class MadeUpTable:
    """A table with the lines above it; ``genre`` names its kind, for tallies."""

    genre: str
    above: list[str] = field(default_factory=list)
    head: list[list[TableCell]] = field(default_factory=list)
    body: list[list[TableCell]] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    error: TableError | None = None

    @property
    def rows(self) -> list[list[TableCell]]:
        """All rows from the top."""
        return [*self.head, *self.body]


def written(value: Fraction, decimals: int, *, english: bool = False, signed: bool = False) -> str:
    """A number rounded half away from zero, thousands in groups."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = f"{whole:0{decimals + 1}d}"
    integer, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    text = f"{int(integer):,}" + (f".{rest}" if rest else "")
    sign = "-" if value < 0 and whole else "+" if signed and value > 0 else ""
    return sign + (text if english else text.translate(str.maketrans(",.", ".,")))
