"""What is said of a checked document in its margin: a remark at the stated figure of each finding, and the causes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from phulien_analysis.documents.formats import SAYS
from phulien_analysis.figures import Figure
from phulien_analysis.marking.comments import Remark, write_comments
from phulien_analysis.marking.outline import remarkable, sentence_of, shared_causes, verdict_in_words
from phulien_analysis.marking.writing import MarkingError
from phulien_analysis.messages import Lang, Message, say
from phulien_analysis.stated.checking import CheckedDocument


def write_marked_copy(
    checked: CheckedDocument, source: Path, target: Path, lang: Lang = "vi", *, force: bool = False
) -> tuple[Remark, ...]:
    """Write a copy of a DOCX file with a comment for every finding to read; returns those that found no place.

    Raises:
        MarkingError: it is no Word document; or ``target`` is the source, exists and ``force`` is not set, or cannot
            be written.
    """
    if checked.document.format != "docx":
        msg = Message(
            "{name} is {what}, and comments need a Word document (.docx). Use --html for a marked page.",
            {"name": source.name, "what": Message(SAYS[checked.document.format])},
        )
        raise MarkingError(msg)
    remarks = list(remarks_of(checked, lang))
    return write_comments(source, target, remarks, document=checked.document, force=force, lang=lang)


def remarks_of(checked: CheckedDocument, lang: Lang) -> Iterator[Remark]:
    """A remark for each finding to read, then one for each cause of several, at its likeliest figure."""
    for item in remarkable(checked):
        if item.finding.stated is not None:
            words = verdict_in_words(item.finding).say(lang)
            yield _at(checked, item.finding.stated, f"{words}.\n{say(sentence_of(checked, item.finding), lang)}")
    for cause in shared_causes(checked):
        if cause.likeliest is not None:
            yield _at(checked, cause.likeliest.figure, say(cause.message, lang))


def _at(checked: CheckedDocument, figure: Figure, text: str) -> Remark:
    mention = checked.places[figure.source]
    return Remark(mention.paragraph, mention.start, mention.end, text)
