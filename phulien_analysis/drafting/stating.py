"""Which stated window holds for a figure: its own, the one that opens its sentence or note, or its heading's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from phulien_analysis.documents.document import Document, Paragraph
from phulien_analysis.drafting.columns import Columns
from phulien_analysis.drafting.windows import Window, WindowKind, find_windows
from phulien_analysis.stated import cues
from phulien_analysis.stated.passage import Occurrence, Passage

_LASTING: frozenset[WindowKind] = frozenset({"range", "until"})
_FROM_HEADING: frozenset[WindowKind] = frozenset({"range", "until", "months", "quarter", "to-date"})
_TRAILING: frozenset[WindowKind] = frozenset({"days", "range", "until", "month", "months", "to-date"})
_OPENS_WITHIN = 14
_PLAN_YEAR = re.compile(
    r"(?:kế hoạch|dự toán|chỉ tiêu|kh|kh vốn|vốn)(?!\w)[^\d;.]{0,60}(?:năm|năm ngân sách) (?P<y>(?:19|20)\d\d)(?!\d)"
)
_ESTIMATED = re.compile(
    r"(?<!hương )(?<!quy )(?<!điều )(?<!công )(?<!khế )(?<!giao )(?<!nguyện )(?<!\w)"
    r"ước(?!\w)(?! (?:mơ|muốn|nguyện|vọng))"
)


_OPENS_PARTS = re.compile(rf"{cues.COMPLETE.pattern}|{cues.OF_WHICH.pattern}|:")
_NEXT_SUBJECT = re.compile(
    r"\s{0,3}(?:và )?(?:ngoài ra|riêng|đến nay|hiện|hiện nay|lũy kế|luỹ kế|tổng|đã|đang|còn|tiếp tục|kết quả|toàn)"
    r"(?!\w)"
)
Carrier = Literal["", "sentence", "heading"]


@dataclass(frozen=True)
class Stated:
    """The window that holds for a figure; ``carried`` says by what, where not by the figure's own sentence."""

    window: Window | None = None
    carried: Carrier = ""


NOTHING = Stated()


class WindowsOf:
    """The windows of a document's figures; ``month`` gives the year where a date names none."""

    def __init__(self, document: Document, passages: Mapping[int, Passage], month: str) -> None:
        self._document, self._passages, self._month = document, passages, month
        self._found: dict[int, list[Window]] = {}
        self._columns = Columns(document, passages)

    def of(self, paragraph: Paragraph, spot: Occurrence) -> Stated:
        """The window that the text states for a figure: the nearest before it, else right after it, else carried."""
        passage = self._passages[paragraph.index]
        sentence = _Sentence(passage, spot, self._in(paragraph))
        own = sentence.before or sentence.opening or sentence.trailing
        if own:
            return Stated(own)
        heads = find_windows(self._columns.head(paragraph, spot.mention), self._month)
        if heads:
            return Stated(heads[-1])
        return next((Stated(window, by) for by, window in self._carried(paragraph) if window), NOTHING)

    def plan_year(self, paragraph: Paragraph, spot: Occurrence) -> str:
        """The year that a plan is said to be of, in the figure's sentence, before or right after it; empty if none."""
        passage = self._passages[paragraph.index]
        begin = passage.sentence_starts[spot.sentence]
        said = [m["y"] for m in _PLAN_YEAR.finditer(passage.lower, begin, spot.mention.start)]
        said += [m["y"] for m in _PLAN_YEAR.finditer(spot.tail)]
        for section in self._sections(paragraph.section):
            heading = self._headings.get(section)
            said += [m["y"] for m in _PLAN_YEAR.finditer(heading.text.lower())] if heading else []
        return said[0] if said else ""

    def _in(self, paragraph: Paragraph) -> list[Window]:
        if paragraph.index not in self._found:
            self._found[paragraph.index] = find_windows(paragraph.text, self._month)
        return self._found[paragraph.index]

    def _carried(self, paragraph: Paragraph) -> Iterator[tuple[Carrier, Window | None]]:
        yield "sentence", self._opening_of(paragraph, lasting=paragraph.kind != "note")
        for other in self._openings(paragraph):
            yield "sentence" if other.kind == "note" else "heading", self._opening_of(other, lasting=True)
        yield "sentence", self._of_carrier(paragraph)
        for window in self._of_headings(paragraph):
            yield "heading", window

    def _of_carrier(self, note: Paragraph) -> Window | None:
        """The window in the sentence that carries a note's marker."""
        if note.carrier is None:
            return None
        carrier = self._document.paragraphs[note.carrier]
        lasting = (w for w in self._in(carrier) if w.kind in _LASTING)
        return next((w for w in lasting if self._near_marker(carrier, note, w)), None)

    def _opening_of(self, paragraph: Paragraph, *, lasting: bool) -> Window | None:
        """The window that a paragraph opens with, or, of one that introduces a list, any that it states."""
        windows = [w for w in self._in(paragraph) if not lasting or w.kind in _LASTING]
        introduces = paragraph.text.rstrip().endswith(":")
        return next(
            (w for w in windows if w.kind not in ("open", "days") and (introduces or is_opening(paragraph.text, 0, w))),
            None,
        )

    def _openings(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """The paragraphs whose window a paragraph may take: a note's first one, or those that introduce its list."""
        if paragraph.kind == "note":
            first = next(
                p for p in self._document.paragraphs if p.note == paragraph.note and p.carrier == paragraph.carrier
            )
            if first.index != paragraph.index and not first.bullet:
                yield first
            return
        level, rank = paragraph.level, _bullet_rank(paragraph)
        for other in reversed(self._document.paragraphs[: paragraph.index]):
            if other.kind == "heading" or other.section != paragraph.section:
                return
            if other.kind == "note" or not other.text.rstrip().endswith(":"):
                continue
            if other.level < level or _bullet_rank(other) < rank:
                level, rank = min(level, other.level), min(rank, _bullet_rank(other))
                yield other

    def _near_marker(self, carrier: Paragraph, note: Paragraph, window: Window) -> bool:
        """Whether the window stands in the sentence that carries the note's marker."""
        offset = next((m.offset for m in carrier.markers if m.label == note.note), -1)
        starts = self._passages[carrier.index].sentence_starts
        begin = max((s for s in starts if s < offset), default=0)
        return begin <= window.at < offset

    def _of_headings(self, paragraph: Paragraph) -> Iterator[Window | None]:
        """The windows of its section's heading and of those above; the month's own or a year's names the report."""
        for section in self._sections(paragraph.section):
            heading = self._headings.get(section)
            if heading:
                yield next((w for w in self._in(heading) if w.kind in _FROM_HEADING), None)

    @staticmethod
    def _sections(section: str) -> Iterator[str]:
        while section:
            yield section
            section = section.rpartition(".")[0]

    @cached_property
    def _headings(self) -> dict[str, Paragraph]:
        found: dict[str, Paragraph] = {}
        for paragraph in self._document.paragraphs:
            if paragraph.kind == "heading":
                found.setdefault(paragraph.section, paragraph)
        return found


def _bullet_rank(paragraph: Paragraph) -> int:
    """How deep a bullet's sign is by custom: ``*``, then ``-``, then ``+``; a paragraph without one stands above."""
    return {"": 0, "*": 1, "-": 2, "–": 2, "+": 3, "•": 3}.get(paragraph.bullet, 2)


def is_opening(text: str, begin: int, window: Window) -> bool:
    """Whether a window opens the sentence that begins at ``begin``: at its start, or set off by a comma or colon."""
    lead = text[begin : window.at]
    if any(character.isdigit() for character in lead) or "(" in lead:
        return False
    after = text[window.stop : window.stop + 2].lstrip()
    return (len(lead.strip()) <= _OPENS_WITHIN and ":" not in lead) or (
        after[:1] in (",", ":") and not re.search(r"[:;]", lead)
    )


@dataclass(frozen=True)
class _Sentence:
    """The windows of a figure's own sentence."""

    passage: Passage
    spot: Occurrence
    windows: list[Window]

    @property
    def begin(self) -> int:
        return self.passage.sentence_starts[self.spot.sentence]

    @cached_property
    def own(self) -> list[Window]:
        starts = self.passage.sentence_starts
        end = starts[self.spot.sentence + 1] if self.spot.sentence + 1 < len(starts) else len(self.passage.lower)
        return [w for w in self.windows if self.begin <= w.at < end]

    @cached_property
    def before(self) -> Window | None:
        """The nearest window before the figure that still speaks of it."""
        at = self.spot.mention.first
        return next((w for w in reversed(self.own) if w.stop <= at + 1 and self._reaches(w, at)), None)

    def _reaches(self, window: Window, at: int) -> bool:
        between = self.passage.lower[window.stop : at]
        if between.count(")") > between.count("(") or not self._stays_in_list(window, between):
            return False
        others = [m for m in self.passage.mentions if window.stop <= m.start < at]
        if window.kind in ("open", "days", "year"):
            return not others
        return not self._trails(window)

    def _stays_in_list(self, window: Window, between: str) -> bool:
        """Whether no semicolon stands between, or all of them divide the parts of a total that the window is of."""
        before, semicolon, after = between.partition(";")
        if not semicolon:
            return True
        totals = [m for m in self.passage.mentions if window.stop <= m.start < window.stop + len(before)]
        opens = bool(totals) and _OPENS_PARTS.search(before, max(0, totals[0].stop - window.stop)) is not None
        return opens and not any(_NEXT_SUBJECT.match(clause) for clause in after.split(";"))

    def _trails(self, window: Window) -> bool:
        """Whether a window stands after its figure, as in ``30 đơn trong tháng 8, 20 đơn``."""
        text = self.passage.lower
        before = max((m.stop for m in self.passage.mentions if m.stop <= window.at), default=-1)
        return (
            before >= self.begin
            and not re.search(r"[,;:(]", text[before : window.at])
            and text[window.stop : window.stop + 1] in (",", ";", ".", ")")
        )

    @cached_property
    def opening(self) -> Window | None:
        """The window that the sentence opens with."""
        at = self.spot.mention.first
        return next(
            (
                w
                for w in self.own
                if w.stop <= at and w.kind != "open" and is_opening(self.passage.lower, self.begin, w)
            ),
            None,
        )

    @cached_property
    def trailing(self) -> Window | None:
        """The window right after the figure, in its clause, before the next figure."""
        stop = self.spot.mention.stop
        following = [m.first for m in self.passage.mentions if m.first >= stop]
        clause = re.search(r"[,;:]", self.passage.lower[stop:])
        limit = min([*following, stop + clause.start() if clause else len(self.passage.lower)])
        return next((w for w in self.own if stop <= w.at < limit and w.kind in _TRAILING), None)


def is_estimated(spot: Occurrence) -> bool:
    """Whether the words between the figure before and this one say ``ước``."""
    return _ESTIMATED.search(spot.lead[-120:]) is not None
