"""How a finding speaks: where, what is printed, what follows by calculation, what to look at.

Calm and exact, in the voice of the reports: never blame, never a guess at a motive, never a value for money in place
of one that cannot be read. English stands here, Vietnamese in the catalogue of messages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from phulien_analysis.catalogue import Unit
from phulien_analysis.figures import Figure, say_quantity
from phulien_analysis.findings import Judgement
from phulien_analysis.messages import Joined, Lang, Message, Sayable, mark, translate
from phulien_analysis.printed import format_number, round_half_up

_MORE_DECIMALS = 4  # than are printed, at most, of a number that is worked out

MEASURE_NAMES = {
    "actual": mark("actual"),
    "plan": mark("plan"),
    "base": mark("base"),
    "percent_of_plan": mark("percent of plan"),
    "share": mark("share"),
    "ratio": mark("ratio"),
    "multiple": mark("multiple"),
    "remaining": mark("remaining"),
    "remaining_percent": mark("remaining, percent of plan"),
    "unit_value": mark("value of one"),
    "rate": mark("rate"),
    "change": mark("change"),
    "growth": mark("growth"),
    "bound": mark("bound"),
}


@dataclass(frozen=True)
class Amount:
    """A computed number, held in the base unit and said in ``unit`` with ``decimals`` places."""

    value: Decimal
    unit: Unit
    decimals: int

    def say(self, lang: Lang) -> str:
        """The number with its unit, rounded half up."""
        with localcontext(prec=60):
            shown = self.value / self.unit.scale
        return say_quantity(format_number(shown, lang, self.decimals), self.unit, lang)


@dataclass(frozen=True)
class Gap:
    """The distance between two amounts; of two rates it is told in percentage points."""

    amount: Amount

    def say(self, lang: Lang) -> str:
        """The distance in words."""
        if self.amount.unit.dimension != "ratio":
            return self.amount.say(lang)
        with localcontext(prec=60):
            shown = self.amount.value / self.amount.unit.scale
        number = format_number(shown, lang, self.amount.decimals)
        points = translate("percentage point", lang) if number == "1" else translate("percentage points", lang)
        return f"{number} {points}"


@dataclass(frozen=True)
class Name:
    """A figure by name: its label, its measure where it is not the actual, and its stated window."""

    figure: Figure

    def say(self, lang: Lang) -> str:
        """The name in ``lang``; of a figure whose place says it already, only what it is."""
        figure = self.figure
        if figure.source.spot is not None:
            return translate("the number", lang)
        measure = "" if figure.measure == "actual" else translate(MEASURE_NAMES[figure.measure], lang)
        window = figure.period.say(lang) if figure.period.stated else ""
        inside = ", ".join(text for text in (measure, window) if text)
        return f"“{figure.indicator.label.say(lang)}”" + (f" ({inside})" if inside else "")


@dataclass(frozen=True)
class Digits:
    """The digits of a figure as they are printed, without its unit: of a number that is not well formed."""

    figure: Figure

    def say(self, lang: Lang) -> str:
        """The digits."""
        return self.figure.printed


def listing(things: Iterable[Sayable], separator: str = "; ") -> Joined:
    """Several things in a row, divided by semicolons or as said."""
    return Joined(tuple(things), separator)


def outcome(stated: Figure, how: Sayable, point: Decimal, judgement: Judgement, review: Sayable) -> Sayable:
    """The sentence for a calculation that could be redone."""
    agrees = judgement.verdict == "agrees"
    computed = computed_amount(stated, point)
    values: dict[str, Sayable] = {"where": stated.source, "name": Name(stated), "printed": stated, "how": how}
    said = Message(
        "{where}: {name} is printed as {printed}; {how} gives {computed}",
        {**values, "computed": computed},
    )
    if agrees:
        return Joined((said, "."), "")
    if judgement.verdict == "cannot_tell":
        return Joined((said, Message(", but not every window is stated. Please confirm the windows.")), "")
    gap = Gap(Amount(abs(stated.quantity.value - point), stated.unit, computed.decimals))
    if judgement.fit == "truncated":
        rest = Message(
            ", which is the printed number only if the decimals are cut off instead of rounded. Please check {review}.",
            {"review": review},
        )
    else:
        rest = Message(", a difference of {gap}. Please check {review}.", {"gap": gap, "review": review})
    return Joined((said, rest), "")


def said_elsewhere(stated: Figure, other: Figure, judgement: Judgement) -> Sayable:
    """The sentence for a number printed twice: both as printed, and how far apart they are if they do not agree."""
    values: dict[str, Sayable] = {
        "where": stated.source,
        "name": Name(stated),
        "printed": stated,
        "other": other,
        "place": other.source,
    }
    said = Message("{where}: {name} is printed as {printed}, and as {other} in another place ({place})", values)
    if judgement.verdict == "agrees":
        return Joined((said, "."), "")
    gap = Gap(_distance(stated, other))
    return Joined(
        (
            said,
            Message(", a difference of {gap}. Please check {review}.", {"gap": gap, "review": Message("both places")}),
        ),
        "",
    )


def _distance(stated: Figure, other: Figure) -> Amount:
    """How far two printed numbers are apart, to the last digit of either: 0,1 billion and 160 million by 0,06."""
    apart = abs(stated.quantity.value - other.quantity.value)
    with localcontext(prec=60):
        shown = apart / stated.unit.scale
    decimals = max(stated.decimals, other.decimals)
    most = decimals + _MORE_DECIMALS
    while decimals < most and round_half_up(shown, decimals) != shown:
        decimals += 1
    return Amount(apart, stated.unit, decimals)


def computed_amount(stated: Figure, point: Decimal) -> Amount:
    """The computed number with as many decimals as it takes to see how it lies to the printed one."""
    with localcontext(prec=60):
        shown, printed = point / stated.unit.scale, stated.quantity.value / stated.unit.scale
    decimals = stated.decimals
    most = decimals + _MORE_DECIMALS
    while decimals < most and _hides(shown, decimals, printed):
        decimals += 1
    return Amount(point, stated.unit, decimals)


def _hides(shown: Decimal, decimals: int, printed: Decimal) -> bool:
    """Whether rounding to ``decimals`` hides that the number differs, or that it agrees only by rounding."""
    return shown != printed and round_half_up(shown, decimals) == printed


def cannot_tell(stated: Figure, reason: Sayable) -> Sayable:
    """The sentence for a calculation that could not be redone."""
    return Message(
        "{where}: not enough is printed to redo {name}: {reason}. This is not counted as not agreeing.",
        {"where": stated.source, "name": Name(stated), "reason": reason},
    )


def unreadable(figure: Figure) -> Message:
    """Why an operand has no value."""
    if figure.is_withheld:
        return Message("{name} ({where}) is withheld", {"name": Name(figure), "where": figure.source})
    return Message(
        "“{printed}” ({where}) is not a well-formed number",
        {"printed": Digits(figure), "where": figure.source},
    )


def not_printed(names: Sayable) -> Message:
    """Why operands are missing."""
    return Message("not printed: {names}", {"names": names})


def with_remark(text: Sayable, remark: Sayable) -> Sayable:
    """A sentence and a remark after it."""
    return Joined((text, remark))


@dataclass(frozen=True)
class Percent:
    """A part as a percentage of a whole that is not 0: one decimal, without the sign."""

    part: Decimal
    whole: Decimal

    def say(self, lang: Lang) -> str:
        """The number in the form of ``lang``."""
        with localcontext(prec=60):
            return format_number(self.part / self.whole * 100, lang, 1)
