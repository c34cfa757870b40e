"""The formulas that a table prints over its columns: ``3=2/1``, ``(5)=(4)/(3)*100``, ``6=4-5``, ``1=2+3+...+7``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from phulien_analysis.stated.tables.grid import Column

_HUNDRED = re.compile(r"[*x×.]100%?$|^100%?[*x×.]")
_TERM = re.compile(r"([+-]?)(\d{1,2})")
_SUM = re.compile(r"[+-]?\d{1,2}(?:[+-]\d{1,2}){1,20}")
_QUOTIENT = re.compile(r"(\d{1,2})[/:](\d{1,2})")
_GROWTH = re.compile(r"(\d{1,2})[/:](\d{1,2})(?:-100%?|-1)|(\d{1,2})-(\d{1,2})[/:](\d{1,2})")
_RUN = re.compile(r"(\d{1,2})\+(?:\d{1,2}\+)?(?:\.{2,3}|…)\+(\d{1,2})")


@dataclass(frozen=True)
class Stated:
    """A formula over columns: ``form`` is ``sum`` (with ``signs``), ``ratio`` or ``growth``."""

    form: Literal["sum", "ratio", "growth"]
    columns: tuple[int, ...]
    signs: tuple[int, ...] = ()


def stated_formulas(columns: Sequence[Column], which: int) -> list[Stated]:
    """What the numbers over the columns say that a column is; a chain (``9=10+11=12+13``) says it several times."""
    if not columns[which].formula:
        return []
    places = {column.number: place for place, column in enumerate(columns) if column.number}
    found = []
    for part in re.sub(r"[\s()\[\]]", "", columns[which].formula.lower()).split("="):
        stated = _parsed(part, places) if part else None
        if stated is not None and which not in stated.columns:
            found.append(stated)
    return found


def _parsed(text: str, places: Mapping[str, int]) -> Stated | None:
    plain = _HUNDRED.sub("", text)
    growth = _GROWTH.fullmatch(plain)
    if growth:
        a, b = (growth[1], growth[2]) if growth[1] else (growth[3], growth[4])
        return _named("growth", (a, b), places) if growth[1] or growth[4] == growth[5] else None
    quotient = _QUOTIENT.fullmatch(plain)
    if quotient:
        return _named("ratio", (quotient[1], quotient[2]), places)
    run = _RUN.fullmatch(text)
    if run:
        names = tuple(str(n) for n in range(int(run[1]), int(run[2]) + 1))
        return _named("sum", names, places, (1,) * len(names))
    if _SUM.fullmatch(text):
        terms = _TERM.findall(text)
        return _named("sum", tuple(n for _, n in terms), places, tuple(-1 if s == "-" else 1 for s, _ in terms))
    return None


def _named(
    form: Literal["sum", "ratio", "growth"],
    names: tuple[str, ...],
    places: Mapping[str, int],
    signs: tuple[int, ...] = (),
) -> Stated | None:
    if any(name not in places for name in names):
        return None
    return Stated(form, tuple(places[name] for name in names), signs)
