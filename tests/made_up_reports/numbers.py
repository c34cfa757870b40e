"""How a made-up writer prints numbers: grouping, decimals, leading zeros, compound amounts, words."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from tests.made_up_reports import arithmetic
from tests.made_up_reports.arithmetic import Interval

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_UNIT_IDS = {
    "đồng": "dong",
    "triệu đồng": "million-dong",
    "tỷ đồng": "billion-dong",
    "tỉ đồng": "billion-dong",
    "%": "percent",
    "ha": "hectare",
    "m2": "square-metre",
    "người": "person",
    "hộ": "household",
    "hồ sơ": "dossier",
    "đơn": "petition",
    "vụ": "case",
    "lớp": "class",
    "giấy chứng nhận": "certificate",
    "giấy phép": "permit",
    "suất quà": "gift",
    "vụ việc": "matter",
}
_BASES = {"%": Decimal("0.01"), "ha": Decimal(10000)}


@dataclass(eq=False)
class Number:
    """A figure of a draft: what is printed may still be changed by an error; it knows what that stands for."""

    printed: str
    unit: str = ""
    qualifier: str = ""
    shown_unit: str | None = None
    gap: str | None = None

    @property
    def interval(self) -> Interval:
        """What the number as now printed stands for, in units of one."""
        return arithmetic.interval(self.printed, self.unit, self.qualifier)

    @property
    def unit_id(self) -> str | None:
        """The unit's id in data/units.csv, if there is exactly one."""
        return _UNIT_IDS.get(self.unit)

    @property
    def value(self) -> Decimal:
        """The printed value in the base unit."""
        middle = arithmetic.interval(self.printed, self.unit)
        exact = (middle.low + middle.high) / 2
        return Decimal(exact.numerator) / Decimal(exact.denominator) * _BASES.get(self.unit, Decimal(1))

    def words(self) -> list[str | Number]:
        """The number with its qualifier before and its unit behind, as fragments of a text."""
        shown = self.unit if self.shown_unit is None else self.shown_unit
        usual = "" if shown in ("%", "đ") else " "
        glue = usual if self.gap is None else self.gap
        return [f"{self.qualifier} " if self.qualifier else "", self, glue + shown if shown else ""]


def half_up(value: Fraction, places: int) -> Fraction:
    """A number rounded half up to so many decimals."""
    scaled = value * 10**places
    return Fraction((2 * scaled + 1).__floor__() // 2, 10**places)


def cut(value: Fraction, places: int) -> Fraction:
    """A number cut off after so many decimals."""
    return Fraction((value * 10**places).__floor__(), 10**places)


@dataclass
class Hand:
    """One writer's habits with numbers, drawn once a report."""

    rng: random.Random
    zeros: float = field(init=False)
    grouped: bool = field(init=False)
    english: bool = field(init=False)
    places: int = field(init=False)
    milliard: str = field(init=False)
    short: bool = field(init=False)
    spaced: bool = field(init=False)
    thousand: str = field(init=False)

    def __post_init__(self) -> None:
        rng = self.rng
        self.zeros = rng.choice((0.0, 0.3, 0.9, 1.0))
        self.grouped = rng.random() < 0.95
        self.english = rng.random() < 0.06
        self.places = rng.choice((1, 1, 2, 2, 2, 0))
        self.short = rng.random() < 0.2
        self.spaced = rng.random() < 0.05
        self.milliard = rng.choice(("tỷ", "tỷ", "tỉ"))
        self.thousand = rng.choice(("nghìn", "nghìn", "ngàn"))

    def count(self, value: int, unit: str) -> Number:
        """A counted number: ``07 hồ sơ``, ``1.246 lượt``."""
        return Number(self.digits(Fraction(value), 0), unit)

    def word(self, value: int, unit: str) -> Number:
        """A small counted number in words: ``ba trường hợp``."""
        return Number(_WORDS[value], unit)

    def measured(self, value: Fraction, places: int, unit: str) -> Number:
        """A measured number or money with so many decimals."""
        number = Number(self.digits(value, places), unit)
        if unit in ("ha", "tấn") and self.rng.random() < 0.15:
            number.gap = ""
        if unit == "đồng" and self.short:
            number.shown_unit = "đ"
        return number

    def digits(self, value: Fraction, places: int) -> str:
        """A number as digits: ``.`` groups, ``,`` decimals, perhaps a leading zero, perhaps not grouped."""
        if value < 0:
            raise ValueError(f"a report prints no {value}")
        text = f"{int(half_up(value, places) * 10**places):0{places + 1}d}"
        whole, decimals = (text[:-places], text[-places:]) if places else (text, "")
        if places == 0 and len(whole) == 1 and self.rng.random() < self.zeros:
            whole = f"0{whole}"
        if self.grouped and len(whole) > 3:
            whole = f"{int(whole):,}".replace(",", ".")
        return f"{whole},{decimals}" if decimals else whole

    def percent(self, ratio: Fraction, places: int | None = None) -> Number:
        """A ratio as a percentage, rounded half up (once in forty cut off instead), with the habitual decimals."""
        chosen = places if places is not None else self.rng.choice((self.places, self.places, 1, 2))
        rounding = cut if self.rng.random() < 0.025 else half_up
        text = self.digits(rounding(ratio * 100, chosen), chosen)
        if self.english and "." not in text:
            text = text.replace(",", ".")
        return Number(text, "%", gap=" " if self.spaced else None)

    def compound(self, millions: int) -> Number:
        """An amount in two units: ``12 tỷ 345 triệu đồng``."""
        high, low = divmod(millions, 1000)
        return Number(f"{high} {self.milliard} {low:03d}", "triệu đồng")

    def qualified(self, value: Fraction, places: int, unit: str) -> Number:
        """A number told roughly, so that the value lies in what it stands for: ``hơn 12,3 tỷ đồng``."""
        below = cut(value, places)
        over = self.rng.random() < 0.6 or below == value
        told = below if over else below + Fraction(1, 10**places)
        number = self.measured(told, places, unit)
        number.qualifier = self.rng.choice(("hơn", "trên", "khoảng")) if over else "gần"
        return number
