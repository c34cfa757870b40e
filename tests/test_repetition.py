"""What stands three thousand times in a text takes time by how often it stands there, and not by the square of that."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from phulien_analysis.documents.document import Document
from phulien_analysis.documents.opening import read_document, read_text
from phulien_analysis.marking.pages import write_html
from phulien_analysis.messages import say
from phulien_analysis.stated.checking import CheckedDocument, check_document
from tests.made_up_docx import Note, Par, Table, build

_TIMES = 3_000
_SECONDS = 10  # of processor time: what grows with the square took a minute and more
_NAMES = [
    "an",
    "bình",
    "cao",
    "dương",
    "giang",
    "hà",
    "khánh",
    "lâm",
    "minh",
    "nam",
    "phú",
    "quang",
    "sơn",
    "tân",
    "vinh",
]


def _each(form: str, times: int = _TIMES) -> str:
    """A form so many times, ``{i}`` counted and ``{name}`` one of two hundred names."""
    names = (f"{_NAMES[i % 15]} {_NAMES[i // 15 % 15]}" for i in range(times))
    return "".join(form.format(i=i, name=name, next=i + 1, tenth=i % 10) for i, name in enumerate(names))


def _notes(marker: str, times: int) -> str:
    """So many footnotes below so many sentences with their markers."""
    return _each("Việc của thôn {name} đã làm xong" + marker + ".\n", times) + _each(
        marker + " Gồm 3 hồ sơ của thôn {name}.\n", times
    )


def _pages(pages: int) -> str:
    """Pages of five sentences, each with a footnote at the page's foot."""
    made = []
    for page in range(pages):
        labels = range(5 * page + 1, 5 * page + 6)
        made.append("".join(f"Việc của thôn {_NAMES[n % 15]} đã làm xong{n}. Có {n} hộ.\n" for n in labels))
        made.append("".join(f"{n} Gồm 3 hồ sơ.\n" for n in labels) + "\f")
    return "".join(made)


_TEXTS: dict[str, Callable[[], str]] = {
    "paragraphs": lambda: _each("Thôn {name} có {i} hộ.\n"),
    "headings": lambda: _each("{next}. Công tác {name}\n"),
    "bullets": lambda: "Tổng số 15.000 hộ, gồm:\n" + _each("- Thôn {name}: 5 hộ;\n"),
    "rows": lambda: "| Thôn | Hộ | Người |\n" + _each("| Thôn {name} | {i} | 1{i} |\n"),
    "rows with a rate": lambda: "| Thôn | Hộ | Nghèo | Tỷ lệ |\n" + _each("| {name} | 1{i} | {i} | 5,{tenth} |\n"),
    "cells of one row": lambda: "| Thôn " + _each("| {i} ") + "|\n",
    "cells of a square": lambda: ("| Thôn " + _each("| {i} ", 60) + "|\n") * 60,
    "notes in brackets": lambda: _notes("[{next}]", 1_000),
    "notes page by page": lambda: _pages(200),
    "rules with a note": lambda: "________________\n1 Có 5 hộ.\n" * 2_000,
    "words": lambda: _each("{name} " * 16),
    "numbers": lambda: _each("{i} " * 7, 1_000),
    "brackets": lambda: "Có 5 hộ " + "(" * _TIMES + ")" * _TIMES + " 3 hộ.\n",
    "open brackets": lambda: "Có 5 hộ " + "(3 hộ " * _TIMES,
    "dates": lambda: "Từ ngày 01/7/2025 đến 15/7, " * _TIMES,
    "percentages": lambda: "12,5% % " * _TIMES,
    "semicolons": lambda: "5 hộ; ;" * _TIMES,
    "strokes": lambda: "5/6 hồ sơ, " * _TIMES,
    "numbers in words": lambda: "hai mươi ba hộ " * _TIMES,
    "a wrong rate": lambda: "Đạt 1.234/2.000 hồ sơ (99,9%).\n" * 1_000,
    "wrong shares of one total": lambda: _each("Hồ sơ {name} 1{i}/12.345 hồ sơ, đạt 55,{tenth}%.\n", 500),
    "page breaks": lambda: _each("Trang {i}\nCó 5 hộ.\f"),
}


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _shown(document: Document, folder: Path) -> CheckedDocument:
    """The document checked, and its page written."""
    checked = check_document(document)
    write_html(checked, folder / "page.html", "vi", force=True)
    return checked


@pytest.mark.parametrize("made", _TEXTS.values(), ids=_TEXTS)
def test_three_thousand_times_the_same(made: Callable[[], str], tmp_path: Path) -> None:
    """A text is read, checked and shown as a page in 10 seconds, whatever stands in it three thousand times."""
    text = made()
    assert _seconds(lambda: _shown(read_text(text), tmp_path)) < _SECONDS


def test_a_thousand_of_everything_in_word(tmp_path: Path) -> None:
    """So is a Word document of 1,000 paragraphs, items, numbered headings, table rows and footnotes each."""
    times = 1_000
    blocks: list[str | Par | Table] = [
        *(f"Thôn {i} có {i} hộ." for i in range(times)),
        *(Par(f"Thôn {i}: 5 hộ;", listed="bullet") for i in range(times)),
        *(Par(f"Công tác {_NAMES[i % 15]}", listed="decimal") for i in range(times)),
        Table([["Thôn", "Hộ"], *([_NAMES[i % 15], str(i)] for i in range(times))]),
        *(Par("Việc đã xong", Note(f"Gồm {i} hồ sơ."), ".") for i in range(times)),
    ]
    path = build(tmp_path / "a.docx", blocks)
    found: list[Document] = []
    assert _seconds(lambda: found.append(read_document(path))) < _SECONDS
    assert _seconds(lambda: _shown(found[0], tmp_path)) < _SECONDS
    assert sum(p.kind == "note" for p in found[0].paragraphs) == 1_000


def test_a_thousand_footnotes_are_tied_to_their_markers() -> None:
    """Of 995 footnotes on 199 pages each hangs on its own sentence."""
    document = read_text(_pages(199))
    tied = [(p.note, p.carrier) for p in document.paragraphs if p.kind == "note"]
    said = {p.index: p.text for p in document.paragraphs}
    assert len(tied) == 995
    assert all(carrier is not None and f"Có {label} hộ." in said[carrier] for label, carrier in tied)


def test_many_notes_without_a_marker_are_told_at_once() -> None:
    """Six notes that nothing in the text points to are one remark, and two are two."""
    rule = "_" * 16
    many = read_text(f"{rule}\n" + "".join(f"{n} Gồm thuế 5 tỷ.\n" for n in range(1, 7)))
    two = read_text(f"{rule}\n1 Gồm thuế 5 tỷ.\n2 Gồm lương 4 tỷ.\n")
    (told,) = many.remarks
    assert say(told, "en") == "6 notes (1 to 6) have no marker in the text; each is read where its page ends"
    assert len(two.remarks) == 2
