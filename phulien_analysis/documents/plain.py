"""Plain text: typed, pasted, or taken out of a PDF with page breaks and footnotes inside its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from phulien_analysis.documents import numbering
from phulien_analysis.documents.layout import line_limit, text_width
from phulien_analysis.documents.markers import Wanted, candidates
from phulien_analysis.documents.plain_rows import OPEN_END, Row, is_sparse, is_wrapped, line_of, rows_of
from phulien_analysis.documents.sheet import NoteBlock, Sheet, head_label, page_number, without_running_lines

_LIKELY = 4.0  # a marker of a form that costs more does not say that notes follow
_LOOKED_THROUGH = 20_000  # letters above a note's head in which its marker may stand
_LONGEST_NOTE = 300  # paragraphs
_FINISHED = re.compile(r"[.!?…)]\s{0,3}$")


def read_plain(text: str) -> Sheet:
    """A text as lines of body and of notes; see the shapes in this module's tests."""
    rows = rows_of(text)
    wrapped, sparse = is_wrapped(rows), is_sparse(rows)
    pages = without_running_lines(_pages(rows, sparse=sparse), lambda row: row.text)
    sheet = Sheet(wrapped=wrapped, gaps=not sparse)
    reader = _Reader(sheet, line_limit([line_of(row, 1, table=False) for row in rows if row.text]))
    reader.table = wrapped and not sparse
    reader.paged = len(pages) > 2
    reader.wrapped = wrapped
    waiting = pages[::-1]
    while waiting:
        rest = reader.add(waiting.pop())
        if rest:
            waiting.append(rest)
    return sheet


def _pages(rows: Sequence[Row], *, sparse: bool) -> list[list[Row]]:
    """Rows by page; the lines that hold a page's number are left out."""
    numbers = _page_numbers(rows)
    fed = any(row.feed for row in rows)
    pages: list[list[Row]] = [[]]
    for number, row in enumerate(rows):
        glued = sparse and not row.rule and row.indent == 1 and row.blanks == 0 and bool(pages[-1])
        starts = row.feed or (glued and not rows[number - 1].rule) or (number in numbers and not fed)
        if starts and pages[-1]:
            pages.append([])
        if number not in numbers:
            pages[-1].append(row)
    return [page for page in pages if page]


def _page_numbers(rows: Sequence[Row]) -> set[int]:
    """Which rows are the numbers of pages: alone at a page's edge, or each larger by one than the one before."""
    alone = [(place, page_number(row.text)) for place, row in enumerate(rows) if page_number(row.text)]
    feeds = sum(row.feed for row in rows)
    edge = {
        place
        for place, value in alone
        if rows[place].blanks > 2 or (feeds and value <= feeds + 3 and _at_edge(rows, place))
    }
    for (place, value), (later, following) in pairwise(alone):
        if following == value + 1 and later - place > 15:
            edge |= {place, later}
    return edge


def _at_edge(rows: Sequence[Row], place: int) -> bool:
    return rows[place].feed or place + 1 == len(rows) or rows[place + 1].feed


class _Reader:
    """Adds pages to a sheet; ``label`` is the last note's so far, ``limit`` where full lines of the body end."""

    def __init__(self, sheet: Sheet, limit: float) -> None:
        self.sheet = sheet
        self.limit = limit
        self.table = False
        self.paged = False
        self.wrapped = True
        self.label = 0
        self.page = 0

    def add(self, rows: Sequence[Row]) -> list[Row]:
        """Add one page; what is returned stands after its notes, and so on a page of its own."""
        self.page += 1
        start = self._notes_start(rows)
        if start < len(rows) and self.wrapped:
            start = self._from_page_before(rows, start)
        self.sheet.body.extend(line_of(row, self.page, table=self.table) for row in rows[:start] if not row.rule)
        if start == len(rows):
            return []
        ruled = start + rows[start].rule
        below = rows[ruled:]
        most = len(below) if self.wrapped else self._paragraphs_stop(below)
        stop = self._notes_stop(below, most, self.sheet.body[-1].text if self.sheet.body else "") + ruled
        lines = [line_of(row, self.page, table=False) for row in rows[ruled:stop] if not row.rule]
        self.sheet.blocks.append(NoteBlock(self.page, len(self.sheet.body), lines))
        for line in lines:
            found = head_label(line.text)[0]
            self.label = int(found) if _follows(found, self.label) else self.label
        return list(rows[stop:])

    def _following(self) -> set[str]:
        return {str(self.label + step) for step in (1, 2, 3)}

    def _notes_start(self, rows: Sequence[Row]) -> int:
        """Where a page's notes begin: after a rule, or at the head of the next note if its marker stands above."""
        above, following = "", self._following()
        for place, row in enumerate(rows):
            after = rows[place + 1].text if place + 1 < len(rows) else ""
            if row.rule and after and self._after_rule(after):
                return place
            found = head_label(row.text)[0]
            if found in following and above and _may_head(row.text) and _marked(above[-_LOOKED_THROUGH:], found):
                return place
            above += f"{row.text}\n"
        return len(rows)

    def _after_rule(self, text: str) -> bool:
        return head_label(text)[0] in {*self._following(), "1"} or (self.label > 0 and text[0].islower())

    def _from_page_before(self, rows: Sequence[Row], start: int) -> int:
        """Where notes begin if the last one of the page before goes on here: its lines are set smaller, so longer."""
        blocks = self.sheet.blocks
        if not blocks or rows[start].rule or not blocks[-1].lines or _FINISHED.search(blocks[-1].lines[-1].text):
            return start
        first = start - 1
        while first > 0 and text_width(rows[first - 1].text) > self.limit * 1.08:
            first -= 1
        return first if first > 0 else start

    def _notes_stop(self, rows: Sequence[Row], most: int, body: str) -> int:
        """Where a page's notes end before its line ``most``: a section begins, or the body's sentence goes on."""
        open_body = bool(OPEN_END.search(body))
        for place in range(1, most):
            row = rows[place]
            number = numbering.section_number(row.text)
            finished = bool(_FINISHED.search(rows[place - 1].text))
            if number and (number.level == "roman" or len(number.parts) > 1):
                return place
            if open_body and finished and row.text[:1].islower():
                return place
            if (
                not self.paged
                and finished
                and open_body <= row.text[:1].isdigit()
                and self._is_body(rows[place : place + 4])
            ):
                return place
        return most

    def _paragraphs_stop(self, rows: Sequence[Row]) -> int:
        """Where notes end whose lines are whole paragraphs: with the last one, or before the next one's sentence."""
        label, bullets, settled = self.label, {""}, 1
        for place, row in enumerate(rows):
            found, length = head_label(row.text)
            if _follows(found, label):
                label, bullets = int(found), {_bullet(row.text[length:])}
                continue
            if place >= settled and _says_no_more(bullets, rows[place - 1].text, row.text):
                settled = _next_head(rows, place, label)
                if settled == len(rows):
                    return place
                between = "\n".join(row.text for row in rows[place:settled])
                if _marked(between[-_LOOKED_THROUGH:], head_label(rows[settled].text)[0]):
                    return place
            bullets.add(_bullet(row.text))
        return len(rows)

    def _is_body(self, rows: Sequence[Row]) -> bool:
        """Whether the body goes on in these lines, where nothing says that a page ended: none is set smaller."""
        if head_label(rows[0].text)[0]:
            return False
        if numbering.section_number(rows[0].text):
            return True
        upto = next((n for n, row in enumerate(rows) if row.rule or head_label(row.text)[0]), len(rows))
        widths = [text_width(row.text) for row in rows[:upto]]
        full = sum(self.limit * 0.9 < width for width in widths)
        return full > 0 and max(widths) <= self.limit * 1.05


def _follows(found: str, label: int) -> bool:
    return found in {str(label + step) for step in (1, 2, 3)}


def _next_head(rows: Sequence[Row], start: int, label: int) -> int:
    """The first line from ``start`` on that may head a note after this label; where none is near, the end."""
    near = range(start, min(len(rows), start + _LONGEST_NOTE))
    return next((n for n in near if _follows(head_label(rows[n].text)[0], label)), len(rows))


def _bullet(text: str) -> str:
    return numbering.bullet_kind(numbering.bullet(text)[0])


def _says_no_more(bullets: set[str], last: str, text: str) -> bool:
    """Whether a note with these bullets ends before a paragraph: a list with its bullets, a sentence at its stop."""
    if last.endswith(":"):
        return False
    bullet = _bullet(text)
    return bullet not in bullets or (not bullet and bool(_bullet(last) or _FINISHED.search(last)))


def _may_head(text: str) -> bool:
    rest = text[head_label(text)[1] :]
    return (rest[:1].isupper() or not rest[:1].isalpha()) and rest[:1] not in "/:)%"


def _marked(above: str, label: str) -> bool:
    """Whether a marker of this label seems to stand in the lines above."""
    places = candidates(above, Wanted(label, 0, len(above)))
    return bool(places) and places[0].cost < _LIKELY
