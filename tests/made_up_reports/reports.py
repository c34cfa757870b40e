"""Writes a made-up report: sections of a local government's report, filled with wordings and distractors."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.made_up_reports import (
    layout,
    patterns_again,
    patterns_linked,
    patterns_rates,
    patterns_together,
    patterns_totals,
)
from tests.made_up_reports.drafting import DraftBlock, DraftCalculation, DraftNote, Writer
from tests.made_up_reports.mistakes import DraftError, seed_errors
from tests.made_up_reports.model import Block, Cell, Note, SeededError, TrueCalculation
from tests.made_up_reports.numbers import Number
from tests.made_up_reports.vocabulary import FILLERS, TOPICS, WARDS, Topic

STYLES = ("ward", "commune", "district", "province")
_PLACES = {"ward": "phường", "commune": "xã", "district": "huyện", "province": "tỉnh"}
_PATTERNS = (
    *patterns_totals.PATTERNS,
    *patterns_rates.PATTERNS,
    *patterns_together.PATTERNS,
    *patterns_linked.PATTERNS,
)
_SUBHEADINGS = ("Kết quả thực hiện", "Đánh giá chung", "Tình hình trong kỳ", "Công tác khác", "Nhiệm vụ trọng tâm")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


@dataclass(frozen=True)
class MadeUpReport:
    """A made-up report and the truth about it; nothing in it is real."""

    seed: int
    style: str
    title: str
    paragraphs: tuple[Block, ...]
    calculations: tuple[TrueCalculation, ...]
    figures: tuple[Cell, ...]
    errors: tuple[SeededError, ...]

    def text(self) -> str:
        """Plain text, one paragraph a line; the notes after every page or, in half of the reports, all at the end."""
        return layout.plain_text(self.title, self.paragraphs, by_page=self.seed % 2 == 0)

    def pdf_like_text(self) -> str:
        """Text as taken from a PDF: short lines, blank lines between, page numbers, notes inside sentences."""
        return layout.pdf_like_text(self.title, self.paragraphs, self.seed)

    def place_of(self, cell: Cell) -> str:
        """The text in which a figure stands: its block's, or its note's paragraphs as lines."""
        block = self.paragraphs[cell.block]
        if cell.note is None:
            return block.text
        return next("\n".join(note.paragraphs) for note in block.notes if note.number == cell.note)


def make_report(seed: int, *, errors: int = 0, style: str | None = None) -> MadeUpReport:
    """A report of about 3 to 20 pages: the same for the same arguments.

    ``style`` is one of `STYLES`, by seed if None; ``errors`` wrong digits are put in (`ValueError` if the report has no
    place for so many; some ten always fit).
    """
    rng = random.Random(f"{seed} {style}")  # noqa: S311 - not a secret, a seed
    w = Writer(rng, style or rng.choice(STYLES))
    title = _write(w)
    made = seed_errors(w, errors)
    return _finished(seed, title, w, made)


def _write(w: Writer) -> str:
    """Write all sections; the title."""
    place = f"{_PLACES[w.style]} {w.pick(WARDS)}"
    month, year = w.rng.randint(1, 12), w.rng.randint(2012, 2026)
    window = w.pick(
        (f"tháng {month} năm {year}", f"quý {w.pick(('I', 'II', 'III'))}/{year}", f"6 tháng đầu năm {year}")
    )
    topics = w.rng.sample(TOPICS, w.rng.randint(6, len(TOPICS)))
    for index, topic in enumerate(topics):
        _section(w, topic, _ROMAN[index])
    patterns_again.overview(w)
    return f"Báo cáo tình hình kinh tế - xã hội {window} của {place} (số liệu giả định)"


def _section(w: Writer, topic: Topic, number: str) -> None:
    """One section: a heading, then paragraphs of wordings, fillers and distractors, perhaps under sub-headings."""
    w.block("heading", topic.title.upper() if w.chance(0.5) else topic.title, number=f"{number}.")
    sub = 0
    for _ in range(w.rng.randint(4, 18)):
        if w.chance(0.25):
            sub += 1
            w.block("heading", w.pick(_SUBHEADINGS), number=f"{sub}.")
        _paragraph(w, topic)


def _paragraph(w: Writer, topic: Topic) -> None:
    """One paragraph, of any wording."""
    kind = w.rng.random()
    subject = w.pick(topic.subjects)
    if kind < 0.12:
        w.body(w.pick(FILLERS))
    elif kind < 0.25:
        patterns_rates.distractor(w, subject)
    else:
        pattern = w.pick(_PATTERNS)
        w.pattern = pattern.__name__
        block, stated = len(w.blocks), len(w.calculations)
        pattern(w, subject)
        w.told += [(w.calculations[stated:], found) for found in w.blocks[block : block + 1]]


class _Finishing:
    """Turns a draft into the report: texts, and where each number stands in them."""

    def __init__(self) -> None:
        self.cells: dict[Number, Cell] = {}
        self.notes = 0

    def block(self, index: int, draft: DraftBlock) -> Block:
        """A block with its notes; its numbers become cells."""
        text, notes = "", []
        for fragment in draft.fragments:
            if isinstance(fragment, DraftNote):
                notes.append(self._note(index, len(text), fragment))
            else:
                text = self._add(text, fragment, index, None)
        return Block(draft.kind, text, draft.number, draft.bullet, draft.level, tuple(notes))

    def _note(self, index: int, offset: int, draft: DraftNote) -> Note:
        """A footnote, numbered through the report."""
        self.notes += 1
        text = ""
        for fragment in draft.fragments:
            text = self._add(text, fragment, index, self.notes)
        return Note(self.notes, offset, tuple(text.split("\n")))

    def _add(self, text: str, fragment: str | Number, block: int, note: int | None) -> str:
        """A text with one fragment more."""
        if isinstance(fragment, str):
            return text + fragment
        self.cells[fragment] = Cell(
            fragment.printed,
            fragment.unit_id,
            fragment.unit,
            fragment.qualifier,
            fragment.value,
            block,
            note,
            len(text),
            layout.occurrences(text, fragment.printed) + 1,
        )
        return text + fragment.printed


def _finished(seed: int, title: str, w: Writer, made: list[DraftError]) -> MadeUpReport:
    """The report of a finished draft."""
    finishing = _Finishing()
    blocks = tuple(finishing.block(index, draft) for index, draft in enumerate(w.blocks))
    calculations = {draft: _calculation(draft, finishing.cells) for draft in w.calculations}
    errors = tuple(
        SeededError(
            finishing.cells[error.number],
            error.before,
            error.number.printed,
            tuple(calculations[draft] for draft in error.breaks),
            tuple(finishing.cells[copy] for copy in w.copies.get(error.number, ())),
        )
        for error in made
    )
    figures = tuple(finishing.cells.values())
    return MadeUpReport(seed, w.style, title, blocks, tuple(calculations.values()), figures, errors)


def _calculation(draft: DraftCalculation, cells: dict[Number, Cell]) -> TrueCalculation:
    """A calculation on the report's cells."""
    held = draft.holds()
    return TrueCalculation(
        draft.kind,
        cells[draft.stated] if draft.stated else None,
        tuple(cells[operand] for operand in draft.operands),
        held,
        draft.complete,
        draft.form,
        draft.direction,
        not held and draft.truncated(),
        draft.pattern,
        draft.required,
    )
