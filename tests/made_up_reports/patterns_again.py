"""Numbers that a report prints twice: in its overview, and where they are told in full.

Counted in a ward's monthly report of July 2025 (docs/reading.md): of 113 numbers of three digits and more other than
100, 48 are printed more than once; 12 where a plan whose every line is told twice is left out. The fewer of the two
is what made-up reports have.
"""

from __future__ import annotations

from tests.made_up_reports.drafting import DraftBlock, DraftCalculation, Writer
from tests.made_up_reports.numbers import Number

_OFTEN = 0.25  # of the paragraphs that state a calculation: one long number in nine is then printed twice
_LONG = 3  # digits
_SHARED = 0.5  # a number that was copied is wrong in both places if it was wrong before; how often is not known
_OPENINGS = ("", "", "Nổi bật là: ", "Kết quả chính: ")
_VERBS = ("đạt", "bằng", "hoàn thành")


def overview(w: Writer) -> None:
    """Put what is told elsewhere again into a section of its own, first or last in the report."""
    again = [found for pattern, index in w.told if w.chance(_OFTEN) and (found := _said_again(w, pattern, index))]
    if not again:
        return
    first = w.chance(0.5)
    heading = w.pick(("Đánh giá chung", "Một số kết quả nổi bật", "Khái quát tình hình"))
    section = [DraftBlock("heading", [heading], number=""), *again]
    w.blocks[:] = [*section, *w.blocks] if first else [*w.blocks, *section]


def _said_again(w: Writer, calculations: list[DraftCalculation], block: DraftBlock) -> DraftBlock | None:
    """A sentence with the first long number of a block, or with its percentage of the plan; None without such."""
    number = next((fragment for fragment in block.fragments if isinstance(fragment, Number)), None)
    if number is None or not _is_long(number):
        return None
    words = "".join(word for word in block.fragments[: block.fragments.index(number)] if isinstance(word, str))
    if not words[:1].isupper():
        return None
    rates = [c.stated for c in calculations if c.kind == "percent" and number is c.operands[0] and c.stated]
    copied = w.copied(number, follows=w.chance(_SHARED))
    say: list[object] = [w.pick(_OPENINGS), words.strip(" ,:("), " ", copied.words()]
    if rates and w.chance(0.5):
        say += [" (", w.pick(_VERBS), " ", w.copied(rates[0], follows=w.chance(_SHARED)).words(), " kế hoạch)"]
    w.block("body", say, ".")
    return w.blocks.pop()


def _is_long(number: Number) -> bool:
    return sum(character.isdigit() for character in number.printed) >= _LONG and not number.qualifier
