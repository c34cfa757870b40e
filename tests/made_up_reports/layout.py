"""Lays a made-up report out as plain text, and as text taken from a PDF."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Sequence

from tests.made_up_reports.model import Block, Note

_BLOCKS_A_PAGE = 14


def occurrences(text: str, printed: str) -> int:
    """How often a text holds a printed number as a number of its own."""
    letters = r"\w" if printed[:1].isalpha() else r"\d"
    return len(re.findall(rf"(?<!{letters})(?<!\d[.,]){re.escape(printed)}(?!{letters})(?![.,]\d)", text))


def plain_text(title: str, blocks: Sequence[Block], *, by_page: bool) -> str:
    """One paragraph a line, markers glued to the word before; notes after so many blocks, or all at the end."""
    lines = [title.upper()]
    waiting: list[Note] = []
    for index, block in enumerate(blocks, start=1):
        lines.append(block.line())
        waiting += block.notes
        if by_page and waiting and index % _BLOCKS_A_PAGE == 0:
            lines += _note_lines(waiting, " ")
            waiting = []
    return "\n".join([*lines, *_note_lines(waiting, " ")]) + "\n"


def _note_lines(notes: Sequence[Note], gap: str) -> list[str]:
    """The notes' paragraphs, the first of each with its number."""
    return [line for note in notes for line in (f"{note.number}{gap}{note.paragraphs[0]}", *note.paragraphs[1:])]


def pdf_like_text(title: str, blocks: Sequence[Block], seed: int) -> str:
    """Lines of about 80 letters with a blank line between, pages with their notes and numbers, cut inside sentences."""
    rng = random.Random(seed)  # noqa: S311 - not a secret, a seed
    width, height, gap = rng.randint(72, 88), rng.randint(34, 44), rng.choice(("", " "))
    lines: list[tuple[str, list[Note]]] = [
        (line, []) for line in textwrap.wrap(title.upper(), width, break_on_hyphens=False)
    ]
    for block in blocks:
        lines += _wrapped(block, width)
    pages: list[list[str]] = []
    while lines:
        page, lines = lines[:height], lines[height:]
        notes = [note for _, hung in page for note in hung]
        foot = [
            wrapped
            for line in _note_lines(notes, gap)
            for wrapped in textwrap.wrap(line, width + 18, break_on_hyphens=False)
        ]
        top = [f" {len(pages) + 1} "] if pages and rng.random() < 0.8 else []
        rule = [" " * 59] if foot else []
        pages.append([*top, *(text for text, _ in page), *rule, *foot])
    return "\n\n".join(f"{line} " for page in pages for line in page) + "\n"


def _wrapped(block: Block, width: int) -> list[tuple[str, list[Note]]]:
    """A block's lines, each with the notes whose markers it carries."""
    marks = {f"\ue000{note.number}\ue001": note for note in block.notes}
    line = block.line(lambda number: f"\ue000{number}\ue001")
    wrapped = []
    for text in textwrap.wrap(line, width, break_on_hyphens=False) or [""]:
        hung = [note for mark, note in marks.items() if mark in text]
        wrapped.append((re.sub("[\ue000\ue001]", "", text), hung))
    return wrapped
