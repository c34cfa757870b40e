"""Which reading of a stated calculation is taken: one that agrees, else a sure one; none rather than a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, takewhile

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.interval import Interval
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated import items, listings
from phulien_analysis.stated.apart import lists_apart, lists_below
from phulien_analysis.stated.changes import changes
from phulien_analysis.stated.effort import A_FIGURE, Effort
from phulien_analysis.stated.neighbours import like_neighbours
from phulien_analysis.stated.overlaps import without_overlapping
from phulien_analysis.stated.passage import Passage, kind
from phulien_analysis.stated.products import products
from phulien_analysis.stated.ratios import percentages
from phulien_analysis.stated.readings import Certainty, Reading, quantity
from phulien_analysis.stated.remainders import balances, remainders
from phulien_analysis.stated.repairs import is_slip_away
from phulien_analysis.stated.running import running_on
from phulien_analysis.stated.sums import contributions, partitions, raised, wholes
from phulien_analysis.stated.tables.book import Table
from phulien_analysis.stated.tables.stating import in_tables
from phulien_analysis.stated.together import told_together

MOST_FIGURES = 300
"""Figures of one paragraph that are looked at together; work grows with their square, and no office writes as many."""
_COMPARED, _RATES = {"percent", "share", "growth", "difference"}, {"times", "points"}
_FACTOR = 3  # rates further apart than that, and than so many points, are of different things
_FAR = 10  # changes are small beside their levels: one wrong digit takes them further
_POINTS = Decimal("0.15")
_SHIFT = Decimal("0.05")  # but they may be a power of ten apart, but for this: a comma in the wrong place
_CLOSE = Decimal("0.01")  # how far a figure may be from a bound that it is taken for
_NARROW = Decimal("0.03")  # how wide, for its size, a result may be that still tells
_TELLING = 3  # digits of a rate that hardly fit other figures by chance
_BELOW = 3  # paragraphs below that a list may run on into
_ABOVE = 3  # paragraphs above that the parts of a total may stand in
_FIRST_KINDS = 3  # kinds of figures that a paragraph begins with
_CONTEXT = 8  # figures of paragraphs above that a percentage may refer to


def choose(alternatives: Sequence[Reading]) -> Reading | None:
    """The reading to report, or none: better silent than wrong, and silent where a number has no value."""
    chosen = _chosen(sorted(alternatives, key=lambda reading: -reading.certainty))
    return chosen if chosen is not None and chosen.has_values else None


def _chosen(ordered: Sequence[Reading]) -> Reading | None:
    if not ordered:
        return None
    if ordered[0].certainty is Certainty.EXPLICIT and not ordered[0].agrees:
        others = [reading for reading in ordered if reading.certainty is not Certainty.POSSIBLE]
        agreeing = next((reading for reading in others if reading.agrees), None)
        return agreeing or (None if _mixes_units(ordered[0]) else ordered[0])
    agreeing = next((reading for reading in ordered if reading.agrees and _tells(reading)), None)
    if agreeing is not None:
        return agreeing
    first = next((r for r in ordered if r.certainty is ordered[0].certainty and r.is_cut), ordered[0])
    if first.certainty is Certainty.POSSIBLE and first.is_cut and tells_as_cut(first):
        return first
    return first if first.certainty is not Certainty.POSSIBLE and _is_plausible(first) else None


def _mixes_units(reading: Reading) -> bool:
    """Whether some figures that are held against each other are in an amount's unit, and others in none."""
    compared = [m for m in (reading.stated, *reading.operands) if not m.is_percent and m.dimension not in _RATES]
    scaled = any(m.unit is not None and not m.unit.counted for m in compared)
    return reading.kind in _COMPARED and scaled and any(m.unit is None for m in compared)


def _is_plausible(reading: Reading) -> bool:
    """Whether a rate or change that does not agree is near enough to be a slip, not a reading of the wrong figures."""
    if _mixes_units(reading):
        return False
    operands, stated = reading.quantities(), quantity(reading.stated)
    if operands is None or stated is None or reading.kind not in _COMPARED:
        return True
    try:
        computed = reading.formula.result(operands).value
    except ZeroDivisionError:
        return True
    low, high = sorted((abs(computed), abs(stated.value)))
    if any(mention.qualifier for mention in (reading.stated, *reading.operands)) and high - low <= _CLOSE * high:
        return False  # ``gần 1.250 tỷ, chiếm 1,46% của trên 86.000 tỷ``: they are only near, and so is the result
    shifted = low > 0 and any(abs(high / low - power) <= _SHIFT * power for power in (10, 100))
    sure = reading.certainty > Certainty.PRESUMED and reading.stated.is_percent
    near = sure and high - low <= _POINTS
    factor = _FAR if reading.kind in {"growth", "difference"} else _FACTOR
    return high <= factor * low or near or shifted or is_slip_away(reading)


def _tells(reading: Reading) -> bool:
    """Whether it says anything that a reading agrees: with ``dưới 2%`` or ``hơn 3 vụ`` nearly every number does."""
    qualified = any(mention.qualifier for mention in (reading.stated, *reading.operands))
    if reading.certainty is not Certainty.POSSIBLE or not qualified:
        return True
    operands, stated = reading.quantities(), quantity(reading.stated)
    if operands is None or stated is None or reading.kind == "subset":
        return True
    computed = reading.formula.result(operands)
    near = abs(computed.value - stated.value) <= _CLOSE * abs(stated.value)
    width = _NARROW * abs(stated.value)
    return near or (_is_narrow(computed.interval, width) and _is_narrow(stated.interval, width))


def tells_as_cut(reading: Reading) -> bool:
    """Whether digits that were cut tell of their figures as rounded ones do: three of them, and sharp figures."""
    number, operands = reading.stated.number, reading.quantities()
    if not reading.is_cut or number is None or operands is None or not number.decimals or not reading.stated.is_percent:
        return False
    if len(number.text.replace(",", "").strip("-0")) < _TELLING:
        return False
    computed = reading.formula.result(operands)
    return _is_narrow(computed.interval, _NARROW * abs(computed.value))


def _is_narrow(interval: Interval, width: Decimal) -> bool:
    """Whether bounds leave a result hardly wider than rounding does: ``hơn 5,6 tỷ đồng`` is less than 5,7."""
    return interval.low is not None and interval.high is not None and interval.high - interval.low <= width


def stated_calculations(
    document: Document, passages: Mapping[int, Passage], tables: Sequence[Table] = (), effort: Effort | None = None
) -> list[Reading]:
    """Every calculation that a document states, each figure and rule once, in the order of the text.

    A paragraph with more than :data:`MOST_FIGURES` figures is told of nothing but its tables; ``effort`` bounds the
    others, and knows which of them asked for more.
    """
    chosen: list[Reading] = []
    silent: list[list[Reading]] = []
    looked_at = {i: replace(p, mentions=()) if is_crowded(p) else p for i, p in passages.items()}
    effort = effort or Effort()
    for alternatives in chain(_all(document, looked_at, effort), in_tables(tables, effort)):
        reading = choose(alternatives)
        if reading is not None:
            chosen.append(reading)
        else:
            silent.append(alternatives)
    chosen += told_together(silent, chosen)
    return sorted(
        without_overlapping(_consistent(_distinct(chosen))), key=lambda r: (r.stated.paragraph, r.stated.start, r.kind)
    )


def is_crowded(passage: Passage) -> bool:
    """Whether a paragraph has more figures than are looked at together."""
    return len(passage.mentions) > MOST_FIGURES


def _all(document: Document, passages: Mapping[int, Passage], effort: Effort) -> Iterator[list[Reading]]:
    heads = _heads(document)
    above = _contexts(document, passages, heads)
    for one, paragraph in zip([None, *document.paragraphs], document.paragraphs, strict=False):
        at = paragraph.index
        if paragraph.kind != "row" and effort.allows(at, A_FIGURE * len(passages[at].mentions)):
            beside = passages[one.index] if one is not None and _are_items(one, paragraph) else None
            yield from effort.bounded(at, _in_text(passages[at], above[at], beside))
            yield from effort.of_lists(at, like_neighbours(listings.in_sentences(passages[at])))
            chained = [passages[index] for index in _chain(heads, at)]
            yield from effort.of_lists(at, lists_apart(passages[at], chained))
    for before, passage, after in _neighbours(document, passages):
        yield from effort.of_lists(passage.paragraph.index, running_on(passage, before, after))
    yield from _below(document, passages, effort)


def _below(document: Document, passages: Mapping[int, Passage], effort: Effort) -> Iterator[list[Reading]]:
    """What lists in the lines, items and notes below a paragraph state; each list counts for the paragraph above."""
    for listing in lists_below(document, passages):
        yield from effort.of_lists(listing.hosts[0].mention.paragraph, [listing])
    torn = items.in_long_notes(document, passages)
    for branch in items.branches(document):
        yield from effort.of_lists(branch.head.index, items.in_items(branch, passages, torn))
    for listing in items.in_notes(document, passages):
        yield from effort.of_lists(listing.hosts[0].mention.paragraph, [listing])


def _neighbours(
    document: Document, passages: Mapping[int, Passage]
) -> Iterator[tuple[Passage | None, Passage, Sequence[Passage]]]:
    """Each paragraph of the text with the one before it and some after it, as far as they are of the text as well."""
    plain = [p for p in document.paragraphs if p.kind != "note"]
    for place, paragraph in enumerate(plain):
        if paragraph.kind == "body":
            before = plain[place - 1] if place and plain[place - 1].kind == "body" else None
            after = takewhile(lambda p: p.kind == "body", plain[place + 1 : place + 1 + _BELOW])
            first = passages[before.index] if before is not None else None
            yield first, passages[paragraph.index], [passages[p.index] for p in after]


def _are_items(one: Paragraph, next_: Paragraph) -> bool:
    """Whether two paragraphs are items of one list: what changed in the second may have its plan in the first."""
    return one.kind == next_.kind == "item" and one.level == next_.level


def _in_text(passage: Passage, context: Sequence[Mention], beside: Passage | None) -> Iterator[list[Reading]]:
    around = [*context, *(s.mention for s in reversed(beside.spots if beside else ()) if s.is_level)]
    yield from percentages(passage, context)
    yield from changes(passage, around[:_CONTEXT])
    yield from remainders(passage, context[:_CONTEXT])
    yield from balances(passage)
    yield from products(passage)
    yield from wholes(passage)
    yield from raised(passage)
    yield from partitions(passage)
    yield from contributions(passage)


def _contexts(
    document: Document, passages: Mapping[int, Passage], heads: Mapping[int, int | None]
) -> dict[int, list[Mention]]:
    """For each paragraph the levels printed in the one it hangs on, nearest first: its head, or its note's carrier.

    Then what the paragraphs above begin with: ``xảy ra 840 vụ cháy, làm chết 12 người, …`` is what shares are of.
    """
    contexts: dict[int, list[Mention]] = {}
    for paragraph in document.paragraphs:
        above = heads[paragraph.index]
        levels = [s.mention for s in reversed(passages[above].spots) if s.is_level] if above is not None else []
        further = contexts.get(above, []) if above is not None else []
        contexts[paragraph.index] = [*levels, *further][:_CONTEXT]
    return {index: [*near, *_first_of(passages, heads, index, near)] for index, near in contexts.items()}


def _first_of(
    passages: Mapping[int, Passage], heads: Mapping[int, int | None], index: int, near: Sequence[Mention]
) -> Iterator[Mention]:
    """The first level of each kind in the paragraphs above one, but for those that are near already."""
    for above in _chain(heads, index):
        levels = [s.mention for s in passages[above].spots if s.is_level and s.mention.unit is not None]
        first = {kind(mention): mention for mention in reversed(levels)}
        yield from (mention for mention in list(first.values())[: -_FIRST_KINDS - 1 : -1] if mention not in near)


def _heads(document: Document) -> dict[int, int | None]:
    """For each paragraph the one it hangs on: the text before, the item's head, the note's carrier."""
    hangs_on: dict[int, int | None] = {}
    heads: dict[int, int] = {}
    before: int | None = None
    for paragraph in document.paragraphs:
        above = paragraph.carrier if paragraph.kind != "body" else before
        if paragraph.kind != "note":
            before = paragraph.index
        if paragraph.kind == "item" and paragraph.level:
            above = next((heads[k] for k in range(paragraph.level - 1, -1, -1) if k in heads), None)
        if paragraph.kind in {"body", "item"}:
            heads = {k: v for k, v in heads.items() if k < paragraph.level}
            heads[paragraph.level] = paragraph.index
        hangs_on[paragraph.index] = above
    return hangs_on


def _chain(heads: Mapping[int, int | None], index: int) -> Iterator[int]:
    """The paragraphs above one, nearest first: that which it hangs on, that which that hangs on."""
    for _ in range(_ABOVE):
        above = heads[index]
        if above is None:
            return
        yield above
        index = above


def _distinct(chosen: Iterable[Reading]) -> list[Reading]:
    """One reading of each figure and kind, and one of each equation: a remainder is not told as a sum as well."""
    ranked = sorted(chosen, key=_rank)
    by_figure: dict[tuple[int, int, str], Reading] = {}
    equations: dict[frozenset[tuple[int, int]], Reading] = {}
    kept = []
    for reading in ranked:
        key = (reading.stated.paragraph, reading.stated.start, _family(reading))
        if reading.cells in equations or (key in by_figure and _repeats(reading, by_figure[key])):
            continue
        equations[reading.cells] = by_figure[key] = reading
        kept.append(reading)
    return kept


def _consistent(kept: Sequence[Reading]) -> list[Reading]:
    """Without sums that another explains: all their figures, or all their parts, are in it.

    The figures would be counted twice in it, the first parts of its list would make up a total of their own, or the
    total is only told again. Where a surer sum is inside one that is merely possible, it is this that goes.
    """
    sums = [(reading, reading.cells - {_cell(reading.stated)}) for reading in kept if reading.kind == "sum"]
    holding: dict[tuple[int, int], list[int]] = {}
    for place, (_, parts) in enumerate(sums):
        for cell in parts:
            holding.setdefault(cell, []).append(place)
    inside: set[int] = set()
    for place, (reading, own) in enumerate(sums):
        for other in holding[_cell(reading.operands[0])]:
            parts = sums[other][1]
            again = own == parts and other < place
            if place != other and (reading.cells <= parts or own < parts or again):
                by_chance = sums[other][0].certainty is Certainty.POSSIBLE < reading.certainty and reading.agrees
                inside.add(id(sums[other][0] if by_chance else reading))
    return [reading for reading in kept if id(reading) not in inside]


def _cell(mention: Mention) -> tuple[int, int]:
    return mention.paragraph, mention.start


def _family(reading: Reading) -> str:
    families = {"rate": {"percent", "share", "growth"}, "split": {"sum", "subset"}}
    return next((name for name, kinds in families.items() if reading.kind in kinds), reading.kind)


def _repeats(reading: Reading, other: Reading) -> bool:
    """Whether two readings of one figure exclude each other; a total may be split several ways."""
    if reading.kind not in {"sum", "subset"}:
        return True
    ours, theirs = set(reading.operands), set(other.operands)
    overlap = {(m.paragraph, m.start) for m in ours} & {(m.paragraph, m.start) for m in theirs}
    return bool(overlap)


def _rank(reading: Reading) -> tuple[bool, bool, int, int, int]:
    """What agrees comes before what does not or may say little; then the surer; the plainer kind; the longer list."""
    order = ["remaining", "percent", "share", "growth", "difference", "sum", "crosscheck", "subset"]
    of_which = reading.kind == "subset"
    last = not reading.agrees or (of_which and reading.certainty is Certainty.POSSIBLE)
    return (last, of_which, -reading.certainty, order.index(reading.kind), -len(reading.operands))
