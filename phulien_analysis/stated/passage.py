"""A paragraph as its figures see it: each with the words around it, its brackets, its clause and its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile

from phulien_analysis.catalogue import Unit
from phulien_analysis.documents.document import Paragraph
from phulien_analysis.reading.mention import Mention, Token
from phulien_analysis.stated import cues

_OPENING, _CLOSING = "([{", ")]}"
# Bounded, so that a run of dots is not gone through again from each of them
_SENTENCE_END = re.compile(r"(?<!\b\w)(?<!\bTP)(?<!\bTT)[.!?…]{1,20}(?=\s+(\S)|\s*$)")
_OPENS_SENTENCE = "-–+*•\"'“‘("
_PAIR_GAP = re.compile(r"(?:[^\d;:.()=]|(?<![\d.,])(?:19|20)\d\d(?![\d.,])){0,40}/\s*(?:tổng(?: số)?\s*)?")
_OUT_OF_GAP = re.compile(
    r"[^\d;:.()=,]{0,40}(?<!\w)(?<!cấp )(?:trên|trong)(?: tổng| chỉ tiêu)?(?: số)?(?: giao)?(?: là)?\s*"
)
_SCALES = {"triệu", "nghìn", "ngàn", "tỷ", "trăm", "chục", "đồng"}
_ONE_KIND = {"", "money", "ratio", "points", "times", "persons", "mass", "area", "length"}
_SEPARATORS = ",;:()[]{}–"
_NAMING = {"name", "ordinal", "address"}
_NAME_LENGTH = 60
_NEXT_PART = re.compile(r"[,;:.()\[\]{}]|(?<!\w)(?:và|gồm|có|đạt|tăng|giảm|trong đó)(?!\w)")
_BEHIND_BASE = re.compile(r"\)\s*(?:là )?")
_IN_ROW = re.compile(r"(?: [^\W\d]+){0,2}\s*(?:, và|,|và)\s*")  # the rest of a noun, and the next change
_BEHIND_RATE = re.compile(r"\)\s*(?:, và|,|;|và)\s*")
_SAME_AS = re.compile(r",?\s*(?:tương ứng|tương đương|tức|tức là|ứng với)(?: với)? ")
_REACH = 60  # figures to either side that one may be worked out with: a paragraph without end must come to one


@dataclass(frozen=True)
class Occurrence:
    """A figure in its passage.

    ``lead`` is the text between the figure before (or the sentence's start) and it, ``near`` its last piece after a
    comma, colon or bracket, ``tail`` the text up to the next figure; all in lower case. ``group`` numbers the innermost
    bracket it stands in (0: none), ``host`` is the position of the figure right before that bracket.
    """

    mention: Mention
    position: int
    lead: str
    tail: str
    depth: int
    group: int
    host: int | None
    sentence: int
    clause: int
    role: str
    inherited: int = 0
    is_earlier: bool = False
    names_change: bool = False

    @cached_property
    def near(self) -> str:
        """What stands right before it, after the last separator."""
        cut = max(self.lead.rfind(mark) for mark in _SEPARATORS)
        return self.lead[cut + 1 :].strip()

    @cached_property
    def after(self) -> str:
        """What stands right after it, up to the next separator."""
        return re.split(r"[,;:()\[\]]", self.tail, maxsplit=1)[0].strip()

    @cached_property
    def direction(self) -> int:
        """Whether the words before it say that something rose (1) or fell (-1); 0 where they do not.

        It may be ``inherited``: ``tăng 8 vụ, 15 đối tượng so với cùng kỳ``; what a change is held against
        (``is_earlier``) has none, nor has a part that is named after one (``names_change``).
        """
        if self.inherited or self.is_earlier or self.names_change:
            return self.inherited
        lead = self.near if self.near or self.lead.rstrip().endswith((",", ";")) else self.lead
        if cues.FROM.search(lead[-60:]) or cues.TO.search(lead[-60:]):
            return 0  # from so much, to so much: a level
        if self.mention.is_percent and cues.HELD_BESIDE.search(lead[-100:]) and not cues.names_base(lead):
            return 0  # ``cao hơn bình quân cả nước (14,3%)``: what it is held against
        if cues.tells_level_after_change(lead):
            return 0
        up, down = cues.last(cues.UP, lead), cues.last(cues.DOWN, lead)
        if max(up, down) < 0 or max(up, down) < cues.last(cues.RATIO, lead):
            return 0
        return 1 if up > down else -1

    @cached_property
    def is_bare(self) -> bool:
        """Whether nothing but a bracket, a comma or a sign stands before it."""
        words = cues.BEFORE.sub("", cues.AGAINST.sub("", self.lead))
        return not re.sub(r"[\s,;:()\[\]+\-–−=]|tức|hay|khoảng|với", "", words)

    @cached_property
    def is_level(self) -> bool:
        """Whether it says how much there is: no rate, no change, no end of a range."""
        mention = self.mention
        return (
            mention.number is not None
            and not mention.is_percent
            and mention.dimension not in {"points", "times"}
            and mention.form != "range"
            and not self.direction
        )


@dataclass(frozen=True)
class Passage:
    """A paragraph with its figures in order, and the numbers that were taken for names, addresses or ordinals."""

    paragraph: Paragraph
    mentions: tuple[Mention, ...]
    unsure: tuple[Token, ...] = ()

    @cached_property
    def lower(self) -> str:
        """The text in lower case, letter for letter in the same places."""
        text = self.paragraph.text
        lowered = text.lower()
        return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where sentences begin."""
        inside = [(m.start, m.stop) for m in self.mentions]
        ends = [match.end() for match in _SENTENCE_END.finditer(self.paragraph.text) if _begins_sentence(match[1])]
        return [0, *(end for end in ends if not any(a < end < b for a, b in inside))]

    @cached_property
    def spots(self) -> tuple[Occurrence, ...]:
        """The figures with their surroundings."""
        found: list[Occurrence] = []
        brackets = list(self._brackets())
        semicolons = [place for place, letter in enumerate(self.lower) if letter == ";"]
        for position, mention in enumerate(self.mentions):
            sentence = bisect_right(self.sentence_starts, mention.start) - 1
            begin = self.sentence_starts[sentence]
            previous = self.mentions[position - 1].stop if position else 0
            following = self.mentions[position + 1].first if position + 1 < len(self.mentions) else len(self.lower)
            end = self._sentence_end(sentence)
            depth, group, opened = brackets[position]
            found.append(
                Occurrence(
                    mention,
                    position,
                    lead=self.lower[max(begin, previous) : max(begin, mention.first)],
                    tail=self.lower[mention.stop : max(mention.stop, min(following, end))],
                    depth=depth,
                    group=group,
                    host=self._host(position, opened),
                    sentence=sentence,
                    clause=bisect_left(semicolons, mention.start) + sentence * 1000,
                    role=self._role(position),
                )
            )
            rate = position + 1 < len(self.mentions) and self.mentions[position + 1].is_percent
            _hand_on(found, rated=rate and self.lower[mention.stop : following].rstrip().endswith("("))
            if _is_named_after_change(found):
                found[-1] = replace(found[-1], names_change=True)
        return tuple(found)

    def _sentence_end(self, sentence: int) -> int:
        starts = self.sentence_starts
        return starts[sentence + 1] if sentence + 1 < len(starts) else len(self.lower)

    def _brackets(self) -> Iterator[tuple[int, int, int]]:
        """For each figure: how many brackets are open, the innermost one's number, and where it was opened."""
        open_: list[tuple[int, int]] = []
        group, at = 0, 0
        for mention in self.mentions:
            for place in range(at, mention.start):
                character = self.lower[place]
                if character in _OPENING:
                    group += 1
                    open_.append((group, place))
                elif character in _CLOSING and open_:
                    open_.pop()
            at = max(at, mention.start)
            innermost = open_[-1] if open_ else (0, -1)
            yield len(open_), *innermost

    def _host(self, position: int, opened: int) -> int | None:
        if opened < 0:
            return None
        before = [i for i in range(position) if self.mentions[i].start < opened]
        return before[-1] if before else None

    def _role(self, position: int) -> str:
        """``num`` or ``den`` in a pair like ``16/20``; ``num`` of ``a trong tổng số b``, too."""
        if self._is_pair(position):
            return "num"
        return "den" if position and self._is_pair(position - 1) else ""

    def _is_pair(self, position: int) -> bool:
        if position + 1 >= len(self.mentions):
            return False
        a, b = self.mentions[position], self.mentions[position + 1]
        if not compatible(a, b) or a.is_percent or a.form == "range" or (b.unit is None and "-per-" in a.dimension):
            return False  # ``1.500.000 đồng/người/3 tháng``
        gap = self.lower[a.stop : b.first]
        if gap.strip() == "trong" and a.number is not None and a.number.value == 1:
            return False  # “one of the five” is no rate
        if not (_PAIR_GAP.fullmatch(gap) or _OUT_OF_GAP.fullmatch(gap)):
            return False
        return (
            position + 2 >= len(self.mentions) or self.lower[b.stop : self.mentions[position + 2].first].strip() != "/"
        )

    def has_unsure(self, first: Occurrence, last: Occurrence) -> bool:
        """Whether between two figures, or after them in their bracket, a number was taken for a name."""
        end = last.mention.start
        if first.group:
            closing = min((at for at in (self.lower.find(mark, end) for mark in _CLOSING) if at >= 0), default=end)
            end = max(end, closing)
        between = (token for token in self.unsure if first.mention.start < token.start < end)
        return any(not self._tells_apart(token) for token in between)

    def _tells_apart(self, token: Token) -> bool:
        """Whether a number names what a figure of its own part counts (``31 tổ loại 1, 20 tổ loại 2``)."""
        place = bisect_left(self._starts, token.start) - 1
        if token.kind not in _NAMING or place < 0 or self.mentions[place].unit is None:
            return False
        own = self.lower[self.mentions[place].stop : token.start]
        return len(own) <= _NAME_LENGTH and not _NEXT_PART.search(own)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def pair_of(self, spot: Occurrence) -> tuple[Occurrence, Occurrence] | None:
        """The pair that a figure is one of."""
        if spot.role == "num":
            return spot, self.spots[spot.position + 1]
        return (self.spots[spot.position - 1], spot) if spot.role == "den" else None

    def before(self, spot: Occurrence) -> Iterator[Occurrence]:
        """The nearest figures before one, nearest first."""
        return reversed(self.spots[max(0, spot.position - _REACH) : spot.position])

    def between(self, a: Occurrence, b: Occurrence) -> str:
        """The text between two figures, in lower case."""
        return self.lower[a.mention.stop : b.mention.first]

    def sentences_between(self, a: Occurrence, b: Occurrence) -> int:
        """How many sentences with figures lie behind one figure up to a later one; 0 within one sentence."""
        return len({spot.sentence for spot in self.spots[a.position + 1 : b.position + 1]} - {a.sentence})

    def same_sentence(self, spot: Occurrence) -> Sequence[Occurrence]:
        """The nearest figures of its sentence, itself among them."""
        return [other for other in self.around(spot, _REACH) if other.sentence == spot.sentence]

    def around(self, spot: Occurrence, reach: int) -> Sequence[Occurrence]:
        """So many figures before one and after it, itself among them."""
        return self.spots[max(0, spot.position - reach) : spot.position + reach + 1]


def _hand_on(found: list[Occurrence], *, rated: bool) -> None:
    """Give the last figure the direction that the words before an earlier one say of it.

    It is ``rated`` where its rate follows in a bracket.
    """
    if len(found) < 2:
        return
    before, spot = found[-2:]
    if rated and _is_behind_rate(before, spot):
        found[-1] = replace(spot, inherited=found[before.position - 1].direction)
    elif _is_behind_base(before, spot):
        found[-2:] = replace(before, is_earlier=True), replace(spot, inherited=before.direction)
    elif _is_in_row(before, spot) or _restates(before, spot):
        found[-1] = replace(spot, inherited=before.direction)


def _is_behind_base(before: Occurrence, spot: Occurrence) -> bool:
    """``cao hơn tháng 4 (38 tấn) 2 tấn``: the change follows the bracket with what it is held against."""
    held = before.depth > spot.depth and before.lead.endswith("(") and cues.names_base(before.lead)
    return held and before.direction != 0 and _BEHIND_BASE.fullmatch(spot.lead) is not None


def _is_in_row(before: Occurrence, spot: Occurrence) -> bool:
    """``tăng 8 vụ, 15 đối tượng so với cùng kỳ``: a row of changes against one earlier time."""
    row = _IN_ROW.fullmatch(spot.lead) is not None and before.group == spot.group and not spot.mention.is_percent
    row = row and not (cues.compares(spot.lead) or cues.says(cues.RATIO, spot.lead))
    against = cues.says(cues.AGAINST, spot.tail[:40]) or cues.says(cues.EARLIER, spot.tail[:40])
    return row and against and before.mention.unit != spot.mention.unit


def _is_behind_rate(before: Occurrence, spot: Occurrence) -> bool:
    """``tăng 24 vụ (9%), 9 người chết (8%) và 17 người bị thương (12%)``: changes in a row, each with its rate."""
    bracket = before.mention.is_percent and before.depth > spot.depth and before.host == before.position - 1
    return bracket and before.sentence == spot.sentence and _BEHIND_RATE.fullmatch(spot.lead) is not None


def _restates(before: Occurrence, spot: Occurrence) -> bool:
    """``giảm 4%, tương ứng 237 hộ``: the change once more, in units."""
    return before.mention.is_percent and not spot.mention.is_percent and _SAME_AS.fullmatch(spot.lead) is not None


def _is_named_after_change(found: Sequence[Occurrence]) -> bool:
    """Whether the last figure is in a list, its name holding a change: ``gồm: vốn đất 20 tỷ; vốn tăng thu 10 tỷ``."""
    spot = found[-1]
    words = spot.near
    if not spot.direction or spot.inherited or spot.mention.dimension in {"ratio", "points", "times"}:
        return False
    if not cues.names_after_change(words) or cues.compares(f"{words} {spot.tail[:60]}"):
        return False
    listed = takewhile(lambda s: s.sentence == spot.sentence, islice(reversed(found), _REACH))
    return any(cues.opens_list(s.lead) for s in listed if s.group == spot.group)


def _begins_sentence(following: str | None) -> bool:
    """Whether a letter or sign may begin a sentence; none is the end of the paragraph."""
    return following is None or following.isupper() or following.isdigit() or following in _OPENS_SENTENCE


def kind(mention: Mention) -> str:
    """What a figure is of: its dimension; of things that are counted, the noun (``lượt``, ``lượt khách`` are one)."""
    if mention.unit is None or mention.dimension in _ONE_KIND:
        return mention.dimension
    return _noun(mention.unit) or mention.dimension


def count_the_same(a: Mention, b: Mention) -> bool:
    """Whether two figures have one unit, though one says it in fewer words: ``125 giấy chứng nhận``, ``107 giấy``."""
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return a.unit == b.unit
    short, long = sorted((a.unit.label_vi, b.unit.label_vi), key=len)
    return kind(a) == kind(b) and long.startswith(f"{short} ")


def compatible(a: Mention, b: Mention) -> bool:
    """Whether two figures can be added or held against each other: same dimension, or one without a unit."""
    if a.unit and b.unit:
        return a.dimension == b.dimension or kind(a) == kind(b)
    return not (a.is_percent or b.is_percent) and {a.dimension, b.dimension} & {"points", "times"} == set()


def comparable(level: Mention, other: Mention) -> bool:
    """Whether one figure may be a level before, or a change, of another: money a head is said as money the second time.

    ``thu nhập đạt 58,6 triệu đồng/người, tăng 6,3 triệu đồng``.
    """
    return compatible(level, other) or (level.dimension.startswith("money-per") and other.dimension == "money")


def may_compare(rate: Mention, a: Mention, b: Mention) -> bool:
    """Whether a rate may be of two figures: of one kind, or, where its decimals tell, of things counted at all.

    One thing has several nouns: ``kiểm tra 310 công trình, phát hiện 45 trường hợp (14,5%)``.
    """
    if compatible(a, b):
        return True
    telling = rate.number is not None and rate.number.decimals > 0
    return telling and all(m.unit is not None and m.unit.counted for m in (a, b))


def _noun(unit: Unit) -> str:
    words = [word for word in unit.label_vi.split() if word not in _SCALES]
    return words[0] if words and unit.dimension not in {"money", "ratio", "points", "times"} else ""
