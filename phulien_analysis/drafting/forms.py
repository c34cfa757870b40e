"""A figure in the form of the contract: digits as printed, or, where they cannot be, the same number so written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from phulien_analysis.catalogue import Unit
from phulien_analysis.drafting.words import fold
from phulien_analysis.errors import NumberError
from phulien_analysis.printed import format_number, parse_printed
from phulien_analysis.reading.mention import Mention


@dataclass(frozen=True)
class Written:
    """What goes into the columns ``printed`` and ``unit``; ``changed`` where the report prints it otherwise."""

    printed: str
    unit: Unit
    changed: bool


def written(mention: Mention, units: Iterable[Unit], preferred: Unit | None = None) -> Written | None:
    """The figure in one of the catalogue's ``units``; None where none of them can say it as exactly as it is printed.

    ``preferred`` is the unit that the example has for it: taken where it is as large as the printed one, or where
    none is printed.
    """
    unit = _same_unit(mention, list(units), preferred)
    if mention.number is None:
        return Written(mention.printed, unit, changed=False) if unit else None
    if unit is None:
        return _in_other_unit(mention, units)
    value, decimals = mention.number.value, mention.number.decimals
    if not mention.form or mention.form == "range":
        plain = _as_printed(mention.printed, value)
        if plain:
            return Written(plain, unit, changed=False)
    return Written(format_number(value, decimals=decimals), unit, changed=True)


def _as_printed(text: str, value: Decimal) -> str:
    """The printed digits where the contract reads them as the same number, with the sign that the text gives."""
    for form in (text, f"-{text.lstrip('-−–')}"):
        try:
            if parse_printed(form).value == value:
                return form
        except NumberError:
            continue
    return ""


def _same_unit(mention: Mention, units: list[Unit], preferred: Unit | None) -> Unit | None:
    printed = mention.unit
    if printed is None:
        return preferred or next((u for u in units if u.counted), None)
    if preferred and preferred.dimension != printed.dimension and preferred.counted and printed.counted:
        return preferred
    alike = [
        u for u in units if (u.dimension, u.scale, u.counted) == (printed.dimension, printed.scale, printed.counted)
    ]
    by_name = [u for u in alike if u.unit == printed.unit]
    same_noun = [u for u in units if u.counted and printed.counted and fold(u.label_vi) == fold(printed.label_vi)]
    return next(iter([u for u in alike if u == preferred] or by_name or alike or same_noun), None)


def _in_other_unit(mention: Mention, units: Iterable[Unit]) -> Written | None:
    """In the unit whose decimals end where the printed digits end; ``5.000 nghìn đồng`` is ``5,000`` million dong."""
    number, printed = mention.number, mention.unit
    if number is None or printed is None:
        return None
    place, value = number.place * printed.scale, number.value * printed.scale
    fitting = []
    for unit in units:
        decimals = -(place / unit.scale).adjusted()
        is_power = (place / unit.scale) == Decimal(1).scaleb(-decimals)
        if unit.dimension == printed.dimension and is_power and decimals >= 0 and (not unit.exact or decimals == 0):
            fitting.append((decimals, unit.unit, unit))
    if not fitting:
        return None
    decimals, _, unit = min(fitting, key=lambda found: found[:2])
    return Written(format_number(value / unit.scale, decimals=decimals), unit, changed=True)
