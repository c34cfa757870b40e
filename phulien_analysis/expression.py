"""Expressions of the cross-checks: ``indicator:measure`` joined by ``+ - * /``, the usual precedence, no brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Measure = Literal[
    "actual",
    "plan",
    "base",
    "percent_of_plan",
    "share",
    "remaining",
    "remaining_percent",
    "unit_value",
    "rate",
    "change",
    "growth",
    "bound",
]
MEASURES: tuple[str, ...] = get_args(Measure)
ADDITIVE: frozenset[str] = frozenset({"actual", "plan", "base", "remaining", "change"})
RATIOS: frozenset[str] = frozenset({"percent_of_plan", "share", "remaining_percent", "growth"})

_TERM = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):([a-z_]+)")


@dataclass(frozen=True)
class Term:
    """One operand: a measure of an indicator."""

    indicator: str
    measure: str

    def __str__(self) -> str:
        return f"{self.indicator}:{self.measure}"


@dataclass(frozen=True)
class Product:
    """Terms multiplied or divided from left to right; ``sign`` is + or -, each factor has * or /."""

    sign: str
    factors: tuple[tuple[str, Term], ...]


@dataclass(frozen=True)
class Expression:
    """A sum of products."""

    products: tuple[Product, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every operand, in the order written."""
        return tuple(term for product in self.products for _, term in product.factors)

    @property
    def is_difference_of_one(self) -> bool:
        """Whether it is ``X - X``: a longer window minus a shorter one."""
        one = len(self.terms) == 2 and self.terms[0] == self.terms[1]
        return one and [product.sign for product in self.products] == ["+", "-"]


def parse_expression(text: str) -> Expression:
    """Read an expression; :class:`ValueError` says what was found where a term or an operator was expected."""
    tokens = text.split()
    if len(tokens) % 2 == 0:
        msg = f"{text!r} must be terms joined by + - * / with spaces around them, like “a:actual + b:actual”"
        raise ValueError(msg)
    terms = [_term(token) for token in tokens[::2]]
    products: list[Product] = [Product("+", (("*", terms[0]),))]
    for operator, term in zip(tokens[1::2], terms[1:], strict=True):
        if operator in {"*", "/"}:
            last = products.pop()
            products.append(Product(last.sign, (*last.factors, (operator, term))))
        elif operator in {"+", "-"}:
            products.append(Product(operator, (("*", term),)))
        else:
            msg = f"{operator!r} stands where one of + - * / was expected"
            raise ValueError(msg)
    return Expression(tuple(products))


def _term(token: str) -> Term:
    match = _TERM.fullmatch(token)
    if not match or match[2] not in MEASURES:
        known = "" if not match else f"; measures are: {', '.join(MEASURES)}"
        msg = f"{token!r} is not indicator:measure{known}"
        raise ValueError(msg)
    return Term(match[1], match[2])
