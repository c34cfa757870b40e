"""Where a sentence lists the parts of a total: after words, in brackets, before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from phulien_analysis.stated import cues
from phulien_analysis.stated.columns import head_words, is_plan_of, may_add_up
from phulien_analysis.stated.passage import Occurrence, Passage, compatible, kind
from phulien_analysis.stated.totals import Listing, Opening
from phulien_analysis.stated.unnumbered import names_without_number

MOST_HOSTS = 6
_MOST_IMPLICIT = 12
_LONGEST = 60  # figures that a list may hold in one sentence, and that may stand between it and its total
_HOSTS_BACK = 2  # sentences before one that begins with ``Trong đó``
_UNTOLD = re.compile(r"(?<!\w)còn lại(?!\w)|\.\.\.|…|v\.v|(?:[,;]| và) [^,;.()]{1,40} khác(?!\w)")
_OWN_NUMBER = re.compile(r"(?<!\w)\d{1,2}\s*[-.)]\s")
_OPENS_SENTENCE = 25  # characters at the start of a sentence in which ``Cụ thể:`` or ``Bao gồm`` opens a list
_SO_FAR = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn)(?!\w)")
_BEHIND = 60  # characters behind a total in which its own list may open
_CLOSES = re.compile(r"[^,;:.(\[]{0,30}\)")  # right behind a figure: its bracket, or after what it counts
_GRAND_TOTAL = re.compile(r"(?<!\w)(?:tổng cộng|cộng|tổng số(?: là)?|tổng|nâng tổng số .{0,60})(?!\w).{0,40}$")


def in_sentences(passage: Passage) -> Iterator[Listing]:
    """Lists inside the sentences of one paragraph, at every depth of brackets."""
    for spot in passage.spots:
        opening = opening_of(passage, spot)
        hosts = hosts_before(passage, spot) if opening else ()
        if opening and hosts:
            for scope in _scopes(passage, spot, opening):
                over = _goes_over(scope)
                sure = not (passage.has_unsure(scope[0], scope[-1]) or over or _says_more(scope))
                far = over and opening == "of_which"
                unnumbered = names_without_number(scope)
                yield Listing(hosts, tuple(pieces_of(scope)), opening, sure, far, unnumbered=unnumbered)
                yield Listing(hosts, tuple((s,) for s in scope if s.is_level and s.depth == spot.depth), "implicit")
            yield from _side_by_side(passage, spot, hosts)
            yield from _split_again(passage, spot, hosts)
    yield from _grand_totals(passage)
    yield from _totals_so_far(passage)
    yield from _bracket_each(passage)
    yield from _implicit(passage)


def _says_more(scope: Sequence[Occurrence]) -> bool:
    """Whether a list says that it names some of the parts, or holds parts of parts: ``…, còn lại là nguồn khác``.

    Or a name in it may as well tell of a change: ``vốn tăng thu 10 tỷ``.
    """
    if cues.says(cues.SOME, scope[0].lead) or any(s.names_change for s in scope if s.depth == scope[0].depth):
        return True
    inner = any(s.depth == scope[0].depth and cues.says(cues.OF_WHICH, s.lead) for s in scope[1:])
    return inner or _UNTOLD.search(scope[-1].tail) is not None


def _split_again(passage: Passage, first: Occurrence, hosts: tuple[Occurrence, ...]) -> Iterator[Listing]:
    """What stands after a semicolon may split the same total by another view: ``nam 155, nữ 142; mới 241, lại 56``."""
    by_clause: dict[int, list[Occurrence]] = {}
    for spot in passage.same_sentence(first):
        if spot.group == first.group and spot.clause > first.clause and spot.is_level and spot.role != "den":
            by_clause.setdefault(spot.clause, []).append(spot)
    for spots in by_clause.values():
        if len(spots) > 1:
            yield Listing(hosts, tuple((s,) for s in spots), "apart")


def _side_by_side(passage: Passage, first: Occurrence, hosts: Sequence[Occurrence]) -> Iterator[Listing]:
    """Several figures of a kind in each clause, and as many before the list: the first of each make up the first.

    ``giải quyết 32/52 đơn khiếu nại, 63/78 đơn tố cáo, trong đó đúng 7 và 12 đơn; sai 19 và 37; còn 6 và 14``.
    """
    by_clause: dict[int, list[Occurrence]] = {}
    for spot in passage.same_sentence(first):
        if spot.position >= first.position and spot.is_level and spot.depth == first.depth:
            by_clause.setdefault(spot.clause, []).append(spot)
    counts = {len(spots) for spots in by_clause.values()}
    wholes = [host for host in reversed(hosts) if host.is_level]
    for heads in (wholes, [host for host in wholes if host.role != "den"]):
        if len(by_clause) > 1 and counts == {len(heads)} and len(heads) > 1:
            for column, host in enumerate(heads):
                parts = [spots[column] for spots in by_clause.values()]
                yield Listing((host,), tuple((part,) for part in parts), "implicit")


def opening_of(passage: Passage, spot: Occurrence) -> Opening | None:
    """How a list opens right before a figure; None where none does."""
    previous = passage.spots[spot.position - 1] if spot.position else None
    of_which, complete = cues.last(cues.OF_WHICH, spot.lead), cues.last(cues.COMPLETE, spot.lead)
    goes_on = previous is not None and previous.sentence == spot.sentence
    if ";" in spot.lead[-200:][max(of_which, complete, 0) :]:
        of_which = complete = -1  # ``trong đó có một nữ; nhắc nhở 17 người``: what was opened has ended
    if max(of_which, complete) >= 0 and (goes_on or not cues.says(cues.ALONE, spot.lead)):
        if not goes_on and max(complete, of_which) > _OPENS_SENTENCE:
            return "implicit"  # ``Nơi thiệt hại nặng gồm …`` does not split what the sentence before counts
        return "complete" if complete >= of_which else "of_which"
    if previous is None or not goes_on:
        return "implicit" if previous is not None and ":" in spot.lead else None
    bracket = spot.group != previous.group and spot.host == previous.position and spot.depth > previous.depth
    before, colon, _ = spot.lead.partition(":")
    label = previous.position > 0 and previous.lead.rstrip().endswith(":")  # ``2. An Hòa: 16; 3. Tân Lập: 10``
    colon_opens = colon and not set(",;") & set(before) and not (label and _OWN_NUMBER.search(before))
    return "plain" if bracket or colon_opens else None


def hosts_before(passage: Passage, spot: Occurrence) -> tuple[Occurrence, ...]:
    """The figures that the list may split, nearest first: before its bracket, else before its opening words."""
    before = passage.spots[max(0, spot.position - _LONGEST) : spot.position]
    inside = [s for s in before if s.group == spot.group]
    if not inside:
        outside = [s for s in before if s.depth < spot.depth or not spot.depth]
        inside = [s for s in outside if s.sentence == spot.sentence]
    same = [s for s in inside if s.sentence == spot.sentence]
    near = [s for s in inside if spot.sentence - s.sentence == 1]
    kinds = {kind(s.mention) for s in near}  # the sentence before that may be meant only if it counts the same
    far = [s for s in inside if 1 < spot.sentence - s.sentence <= _HOSTS_BACK and kind(s.mention) in kinds]
    return tuple(reversed((same or [*far, *near])[-MOST_HOSTS:]))


def _scopes(passage: Passage, first: Occurrence, opening: Opening) -> Iterator[list[Occurrence]]:
    """The figures that the list may hold: to the end of the sentence or bracket, or only to the semicolon."""
    following = passage.spots[first.position : first.position + _LONGEST]
    end = next(
        (s.position for s in following if s.sentence != first.sentence or s.depth < first.depth), len(passage.spots)
    )
    if end - first.position > _LONGEST:
        return  # its end is not in sight, so what it holds is not known
    whole = [s for s in following[: end - first.position] if s.group == first.group or s.depth > first.depth]
    clause = [s for s in whole if s.clause < _next_subject(whole, first)]
    clause = [s for s in whole if s.clause == first.clause] if _goes_over(clause) else clause
    outer = without_inner_lists(whole, first.depth)
    scopes = [whole, clause, outer]
    if opening == "of_which" and ":" not in first.lead and clause:
        scopes = [clause, whole, outer]
    yield scopes[0]
    for scope in scopes[1:]:
        if 1 < len(scope) < len(whole):
            yield scope


def _goes_over(scope: Sequence[Occurrence]) -> bool:
    """Whether a list divided by commas goes over a semicolon, where it has likely ended."""
    levels = [s for s in scope if s.is_level and s.depth == scope[0].depth and s.role != "den"]
    first = [s for s in levels if s.clause == levels[0].clause]
    kinds = {kind(s.mention) for s in first}
    return 1 < len(first) < len(levels) and len(kinds) < len(first)


def _next_subject(spots: Sequence[Occurrence], first: Occurrence) -> int:
    """The clause in which something else begins: ``…; đã giải quyết 40``, ``…; còn 06``."""
    for spot in spots:
        if spot.clause == first.clause or spot.depth != first.depth:
            continue
        if cues.NEW_SUBJECT.match(spot.near) or (_is_value_first(first) and spot.near):
            return spot.clause
    return 10**9


def _is_value_first(spot: Occurrence) -> bool:
    """Whether a list begins with a number: ``trong đó 297 nữ``, not ``trong đó nữ 297``."""
    return max(cues.last(cues.OF_WHICH, spot.near), cues.last(cues.COMPLETE, spot.near)) == len(spot.near)


def without_inner_lists(spots: Sequence[Occurrence], depth: int) -> list[Occurrence]:
    """The list without what ``trong đó`` or ``gồm`` inside it splits further, up to the next semicolon."""
    kept: list[Occurrence] = []
    skipping: int | None = None
    for spot in spots:
        opens = cues.says(cues.OF_WHICH, spot.lead) or cues.says(cues.COMPLETE, spot.lead)
        if kept and spot.depth == depth and opens:
            skipping = spot.clause
        if skipping is not None and spot.clause != skipping:
            skipping = None
        if skipping is None:
            kept.append(spot)
    return kept


def pieces_of(spots: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, ...]]:
    """By semicolons where they divide several figures of a kind, else one figure a piece, others going with it."""
    by_clause: dict[int, list[Occurrence]] = {}
    for spot in spots:
        by_clause.setdefault(spot.clause, []).append(spot)
    if len(by_clause) > 1 and _repeats_heads(list(by_clause.values())):
        yield from (tuple(piece) for piece in by_clause.values())
        return
    depth = min((spot.depth for spot in spots), default=0)
    piece: list[Occurrence] = []
    for spot in spots:
        if piece and spot.depth == depth and _starts_piece(piece, spot):
            yield tuple(piece)
            piece = []
        piece.append(spot)
    if piece:
        yield tuple(piece)


def _starts_piece(piece: Sequence[Occurrence], spot: Occurrence) -> bool:
    """Whether a figure begins the next piece: the same kind again, or one after a semicolon."""
    if not spot.is_level or spot.role == "den" or is_plan_of(piece[-1], spot):
        return False
    levels = [s for s in piece if s.is_level and s.depth == spot.depth and s.role == spot.role]
    return any(_may_be_one_kind(s, spot) for s in levels) or piece[-1].clause != spot.clause


def _may_be_one_kind(a: Occurrence, b: Occurrence) -> bool:
    """Whether two figures count the same; one without a unit may count what the other does."""
    if kind(a.mention) == kind(b.mention):
        return True
    units = [s.mention.unit for s in (a, b) if s.mention.unit is not None]
    return len(units) == 1 and units[0].counted


def _repeats_heads(clauses: Sequence[Sequence[Occurrence]]) -> bool:
    """Whether two clauses have the same two heads: they are pieces with two columns."""
    heads = [frozenset(head_words(s) for s in clause if s.is_level) - {""} for clause in clauses]
    return any(len(a & b) > 1 for a, b in pairwise(heads))


def _grand_totals(passage: Passage) -> Iterator[Listing]:
    """A total that stands after its parts: ``…, tổng cộng 50 hồ sơ``."""
    for spot in passage.spots:
        if spot.is_level and _GRAND_TOTAL.search(spot.lead[-120:]):
            before = passage.spots[max(0, spot.position - _LONGEST) : spot.position]
            if len(before) == _LONGEST and before[0].sentence == spot.sentence:
                continue  # where its parts begin is not in sight
            parts = [s for s in before if s.is_level and s.group == spot.group and may_add_up(s, spot)]
            alone = not any(s.sentence == spot.sentence for s in before)
            parts = [s for s in parts if s.sentence == spot.sentence - alone]
            same = [s for s in parts if s.mention.unit == spot.mention.unit or not _is_own_piece(s)]
            mixed = 1 < len(same) < len(parts)  # ``lớp chồi 45 cháu, lớp 1 120 học sinh``: all or none
            same = [s for s in parts if s.mention.unit == spot.mention.unit]
            parts = same if len(same) > 1 and not mixed else parts
            if len(parts) > 1:
                likely = not (mixed or (alone and _opens_behind(passage, spot)))
                yield Listing((spot,), tuple((s,) for s in parts), "after" if likely else "implicit")
            outer = without_inner_lists(parts, spot.depth)
            if 1 < len(outer) < len(parts):
                yield Listing((spot,), tuple((s,) for s in outer), "implicit")
            if alone:  # or it adds up what stands in the brackets of the sentence before
                same = [s for s in before if s.is_level and s.sentence == spot.sentence - 1]
                same = [s for s in same if s.mention.unit == spot.mention.unit]
                yield Listing((spot,), tuple((s,) for s in same), "implicit")


def _opens_behind(passage: Passage, total: Occurrence) -> bool:
    """Whether a list opens right behind a total, which has its own parts: ``tổng diện tích 49 ha. Trong đó: …``."""
    following = passage.lower[total.mention.stop : total.mention.stop + _BEHIND]
    return cues.opens_list(following)


def _totals_so_far(passage: Passage) -> Iterator[Listing]:
    """``nhận mới 240 hồ sơ, tồn kỳ trước 35, lũy kế đang giải quyết 275 hồ sơ``: a total only if it adds up."""
    for spot in passage.spots:
        if spot.is_level and not spot.role and _SO_FAR.search(spot.near):
            before = [s for s in passage.same_sentence(spot) if s.position < spot.position and s.group == spot.group]
            parts = [s for s in before if s.is_level and s.role != "den" and compatible(s.mention, spot.mention)]
            if len(parts) > 1:
                yield Listing((spot,), tuple((s,) for s in parts), "implicit")


def _bracket_each(passage: Passage) -> Iterator[Listing]:
    """``52 ca ghi nhận tại An Hòa (40), Tân Lập (9), Bình An (3)``: a bracket for each part; only if they add up."""
    row: list[Occurrence] = []
    for spot in passage.spots:
        alone = spot.is_level and spot.lead.endswith("(") and _CLOSES.match(spot.tail) is not None
        goes_on = bool(row) and spot.host == row[-1].position and spot.sentence == row[-1].sentence
        row = [*row, spot] if alone and goes_on else [spot] if alone else []
        host = passage.spots[row[0].host] if len(row) > 1 and row[0].host is not None else None
        if host is not None and host.is_level and host.sentence == spot.sentence and host.depth < spot.depth:
            yield Listing((host,), tuple((s,) for s in row), "implicit")


def _is_own_piece(spot: Occurrence) -> bool:
    """Whether separators stand before a figure and behind it: it explains no other (``45 giấy cho 30 hộ``)."""
    return bool(set(",;:") & set(spot.lead)) and bool(set(",;") & set(spot.tail))


def _implicit(passage: Passage) -> Iterator[Listing]:
    """A figure and those that follow it in its sentence, or precede it: a list only if they add up."""
    by_sentence: dict[tuple[int, int], list[Occurrence]] = {}
    for spot in passage.spots:
        if spot.is_level and not _shares_base(passage, spot):
            by_sentence.setdefault((spot.sentence, spot.group), []).append(spot)
    for spots in (found for found in by_sentence.values() if len(found) <= _LONGEST):
        for position, spot in enumerate(spots[:_MOST_IMPLICIT]):
            following = [s for s in spots[position + 1 :] if s.role != "den"]
            if len(following) > 1:
                yield Listing((spot,), tuple((s,) for s in following), "implicit")
        if len(spots) > 2 and compatible(spots[0].mention, spots[-1].mention):
            whole = _are_windows_of(spots[:-1], spots[-1])
            yield Listing((spots[-1],), tuple((s,) for s in spots[:-1]), "after" if whole else "implicit")


def _shares_base(passage: Passage, spot: Occurrence) -> bool:
    """Whether a figure is of a pair like others in its sentence: ``9/20 vượt; 7/20 đạt`` are parts of 20."""
    pair = passage.pair_of(spot)
    if pair is None:
        return False
    bases = [s for s in passage.same_sentence(spot) if s.role == "den" and s.mention.unit == pair[1].mention.unit]
    return sum(s.mention.number == pair[1].mention.number for s in bases) > 1


_PARTITIONS = (
    ({"6 tháng đầu năm", "6 tháng cuối năm"}, "cả năm"),
    ({"quý i", "quý ii"}, "6 tháng"),
    ({"quý i", "quý ii", "quý iii"}, "9 tháng"),
    ({"quý i", "quý ii", "quý iii", "quý iv"}, "cả năm"),
)


def _are_windows_of(parts: Sequence[Occurrence], whole: Occurrence) -> bool:
    """Whether figures are of the windows that make up that of the last: two halves, and the year."""
    for windows, together in _PARTITIONS:
        named = [
            next((w for w in sorted(windows, reverse=True) if re.search(rf"{w}(?!\w)", s.lead)), "") for s in parts
        ]
        if set(named) == windows and len(named) == len(windows) and together in whole.lead:
            return True
    return False
