"""What a made-up passage or report truly states: the calculations, beside the text (all of it is made up).

Every kind of the closed list has one order of operands:

=============  ==========================================  ====================================================
kind           stated                                      operands
=============  ==========================================  ====================================================
sum            the total (``""``: 100 %, not printed)      all its parts
subset         the total                                   the parts named ("trong đó"), each at most the total
percent        p %                                         a, b of a/b (``bằng p% so với cùng kỳ`` is one too)
share          p %                                         part, total
remaining      what is left                                the whole, then what is done (one or more)
growth         p % or N lần                                new, old; or, form ``change``: new, the change
difference     the change                                  new, old
crosscheck     the product                                 its factors
=============  ==========================================  ====================================================
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("sum", "subset", "percent", "share", "remaining", "growth", "difference", "crosscheck")


@dataclass(frozen=True)
class Printed:
    """A number as printed (digits or words, without unit, sign or qualifier) and which occurrence of it in the text.

    ``unit`` overrides the unit that follows it in the text (for a number that shares its neighbour's unit).
    A compound amount (``12 tỷ 345 triệu đồng``) is printed from its first digit to its last: ``12 tỷ 345``.
    """

    printed: str
    occurrence: int = 1
    unit: str = ""


@dataclass(frozen=True)
class Expected:
    """A calculation that a passage states.

    ``form`` is ``levels``, ``change`` or ``times`` for a growth, else empty; ``direction`` is 1, -1 or 0.
    ``required`` is False for one that a reader may find or leave (it says the same as another, or is debatable).
    """

    kind: str
    stated: Printed
    operands: tuple[Printed, ...]
    holds: bool = True
    form: str = ""
    direction: int = 0
    truncated: bool = False
    required: bool = True


@dataclass(frozen=True)
class Passage:
    """A made-up text of one or more paragraphs (one a line) and all the calculations that it states (none: a trap)."""

    name: str
    text: str
    calculations: tuple[Expected, ...]


def expected(line: str) -> Expected:
    """Read ``kind stated = operand | operand``.

    ``?`` before the kind: not required. The kind may carry ``+`` or ``-`` (the direction) and then ``d`` (operands are
    new and change) or ``x`` (times). A number may carry ``#2`` (its second occurrence) and ``@unit``. At the end ``!``
    says that it does not hold, ``~`` that it holds only when digits are cut off.
    """
    required = not line.startswith("?")
    line = line.removeprefix("?")
    truncated, wrong = line.endswith(" ~"), line.endswith((" !", " ~"))
    head, _, tail = line.removesuffix(" !").removesuffix(" ~").partition(" = ")
    kind, _, stated = head.partition(" ")
    name = kind.rstrip("+-dx") if kind.startswith("growth") else kind.rstrip("+-")
    mark = kind[len(name) :]
    return Expected(
        kind=name,
        stated=_printed(stated),
        operands=tuple(_printed(part) for part in tail.split(" | ")),
        holds=not wrong,
        form=_form(name, mark),
        direction=1 if "+" in mark else -1 if "-" in mark else 0,
        truncated=truncated,
        required=required,
    )


def _form(kind: str, mark: str) -> str:
    """The form of a growth from its mark."""
    if kind != "growth":
        return ""
    return "change" if mark.endswith("d") else "times" if mark.endswith("x") else "levels"


def _printed(text: str) -> Printed:
    """A number with its occurrence and unit, if they are given."""
    text, _, unit = text.strip().partition("@")
    digits, _, occurrence = text.partition("#")
    return Printed(digits.strip(), int(occurrence or 1), unit)


def passage(name: str, text: str, *lines: str) -> Passage:
    """A passage with its calculations, each written as for `expected`."""
    return Passage(name, text, tuple(expected(line) for line in lines))
