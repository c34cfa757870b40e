"""Valid made-up files of each kind, and the changes that make them others; nothing in here is a real report."""

from __future__ import annotations

import csv
import io
import random
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from tests.made_up import MONTH, WARD, write_catalogue, write_month
from tests.made_up_docx import Note, Par, Run, Table, build
from tests.made_up_hostile import page, pdf, read_parts, write_parts

TEXT = """\
I. KINH TẾ
1. Thu ngân sách: Tháng 9 thu 1.250 triệu đồng, đạt 104,5% dự toán (1.196 triệu đồng), tăng 12,5% so với cùng kỳ.
- Thuế: 900 triệu đồng;
- Phí, lệ phí: 350 triệu đồng, trong đó: phí 300 triệu đồng, lệ phí 50 triệu đồng.
2. Hồ sơ: Tiếp nhận 183 hồ sơ, giải quyết 181/183 hồ sơ, đạt 98,9%, còn lại 02 hồ sơ1.
II. XÃ HỘI
Có 120 hộ cận nghèo với 420 nhân khẩu; gần 2 tỷ đồng, bình quân mỗi hộ 16,7 triệu đồng; từ 100 hộ lên 120 hộ.
1 Trong đó 02 hồ sơ đất đai.
"""
PAGE = (
    "<!doctype html><html><head><title>Báo cáo</title></head><body><h1>I. KINH TẾ</h1><p>Thu 1.250 triệu đồng<a "
    'href="#n1"><sup>1</sup></a>, gồm thuế 900 triệu đồng và phí 350 triệu đồng.</p><ul><li>Chi 5 tỷ đồng;</li><li>Đạt '
    "85%.</li></ul><table><tr><th>Khoản</th><th>Số</th></tr><tr><td>Tổng</td><td>10</td></tr><tr><td>A</td><td>6</td>"
    '</tr><tr><td>B</td><td rowspan="2">4</td></tr></table><p id="n1">1 Gồm 3 khoản.</p></body></html>'
)
FIGURES = (
    "total actual 2025-07 100 million-dong",
    "total plan 2025-01..2025-12 200 million-dong",
    "total percent_of_plan 2025-07 50 percent",
    "part-a actual 2025-07 60 million-dong",
    "part-b actual 2025-07 45,5 million-dong over",
    "people actual - 270 person",
    "waiting actual ..2025-07-22 154 dossier",
)
NUMBERS = "0 1 9 00 -1 1.000 1,5 104,5% 31.5000.000 1e9 NaN 9999999999999999999999999 ０１ ٣ ² ½ − – ( ) [ ] “ ” | ; :"
WORDS = "đạt ,trong đó ,gồm: ,còn lại ,tăng ,tổng số , triệu đồng, hộ,%,lần lượt là ,so với ,I. ,1.1. "
MARKS = '<p> </p> <table> <td\fcolspan=9999> &#0; &amp; ]]> <!-- " \' , =1+1 {x} { %s w:t <w:p> </w:p> w:id="-1"'
PDF = "q,BT ,ET ,/X Do ,<<,>>,1 0 R,stream,/Kids [2 0 R],\\,/"
UNSEEN = ("\u202e", "\u200b", "\u00a0", "\u0301" * 40, "\x00", "\x1b[31m", "\ufffe", "\n", "\t", "\f", " " * 300)
TOKENS = (*NUMBERS.split(), *WORDS.split(","), *MARKS.split(" "), *PDF.split(","), *UNSEEN)
"""What is put in: numbers and words of reports, characters that are not seen, marks of every format."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: how one is written into a folder with some changes; ``is_data`` are months of a data folder."""

    write: Callable[[Path, random.Random], Path]
    is_data: bool = False


def changed_text(text: str, chance: random.Random) -> str:
    """A text with one to four changes: tokens put in, numbers and stretches replaced, repeated, moved or taken out."""
    for _ in range(chance.randint(1, 4)):
        change: Callable[[str, random.Random], str] = chance.choice(_CHANGES)
        text = change(text, chance)
    return text[:200_000]


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes with some of them others, twice, or gone."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(made) + 1)
        match chance.randrange(4):
            case 0:
                made[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[place : place + chance.randint(1, 50)]
            case 2:
                made[place:place] = made[place : place + chance.randint(1, 200)]
            case _ if chance.random() < 0.2:
                del made[place:]
    return bytes(made)


def _put(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(TOKENS) + text[place:]


def _repeated(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    stretch = text[start : start + chance.randint(1, 60)]
    return text[:start] + stretch * chance.choice((2, 3, 30, 300)) + text[start:]


def _removed(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randint(1, 80) :]


def _moved(text: str, chance: random.Random) -> str:
    a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[b:] + text[a:b] + text[:a] if chance.random() < 0.1 else text[:a] + text[a:b][::-1] + text[b:]


def _other_number(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"[0-9][0-9.,]*", text))
    if not found:
        return text
    one = chance.choice(found)
    return f"{text[: one.start()]}{chance.choice(TOKENS)}{text[one.end() :]}"


_CHANGES = (_put, _put, _repeated, _removed, _moved, _other_number, _other_number)


def _text(folder: Path, chance: random.Random) -> Path:
    made = changed_text(TEXT, chance).encode("utf-8", "replace")
    return _write(folder / "a.txt", changed_bytes(made, chance) if chance.random() < 0.1 else made)


def _html(folder: Path, chance: random.Random) -> Path:
    made = changed_text(PAGE, chance).encode("utf-8", "replace")
    return _write(folder / "a.html", changed_bytes(made, chance) if chance.random() < 0.1 else made)


def _docx(folder: Path, chance: random.Random) -> Path:
    lines = TEXT.splitlines()
    note = Par("Thu ", Run("5", bold=True), " tỷ đồng", Note("Gồm 3 tỷ đồng và 2 tỷ đồng."))
    path = build(folder / "a.docx", [*lines, note, Table([["Tổng", "10"], ["A", "6"], ["B", "4"]])])
    if chance.random() < 0.2:
        return _write(path, changed_bytes(path.read_bytes(), chance))
    parts = read_parts(path)
    name = chance.choice([name for name in parts if name.startswith("word/")])
    text = parts[name].decode()
    if chance.random() < 0.7:  # what a word processor could have written: other words, the same elements
        made = re.sub(r"(?<=>)[^<]+(?=</w:t>)", lambda found: _maybe(found[0], chance), text)
    else:
        made = changed_text(text, chance)
    parts[name] = made.encode("utf-8", "replace")
    return write_parts(path, parts)


def _maybe(text: str, chance: random.Random) -> str:
    """The words of an element, changed in one of three."""
    made = changed_text(unescape(text), chance) if chance.random() < 0.3 else text
    return escape("".join(letter for letter in made if letter >= " " and letter < "\ufffe"))


def _pdf(folder: Path, chance: random.Random) -> Path:
    lines = [line.encode("ascii", "ignore") for line in TEXT.splitlines()]
    shown = b"".join(b"1 0 0 1 50 %d Tm (%s) Tj " % (800 - 20 * n, line[:90]) for n, line in enumerate(lines))
    content = b"BT /F1 10 Tf " + shown.replace(b"(1.196", b"\\(1.196").replace(b"ng)", b"ng\\)") + b"ET"
    if chance.random() < 0.5:
        content = changed_text(content.decode("latin-1"), chance).encode("latin-1", "replace")
    packed = chance.random() < 0.3
    objects = page(zlib.compress(content) if packed else content, head="/Filter /FlateDecode" if packed else "")
    if chance.random() < 0.5:
        place = chance.randrange(4)
        objects[place] = changed_text(str(objects[place]), chance)
    data = pdf(objects)
    return _write(folder / "a.pdf", changed_bytes(data, chance) if chance.random() < 0.4 else data)


def _data(folder: Path, chance: random.Random) -> Path:
    home = folder / "data"
    home.mkdir()
    checks = ["a: total:actual = part-a:actual + part-b:actual, same, note"]
    write_catalogue(home, FIGURES, ["total by-kind: part-a part-b"], checks, stocks=["waiting"])
    write_month(home, FIGURES)
    month = home / WARD / f"{MONTH}.csv"
    file = chance.choice([month, month, *sorted(home.glob("*.csv"))])
    text = file.read_text("utf-8")
    made = _other_cells(text, chance) if chance.random() < 0.7 else changed_text(text, chance)
    data = made.encode("utf-8", "replace")
    _write(file, changed_bytes(data, chance) if chance.random() < 0.1 else data)
    return month


def _other_cells(text: str, chance: random.Random) -> str:
    """A table whose form holds, with other values, rows twice, or rows of others."""
    rows = list(csv.reader(io.StringIO(text)))
    for _ in range(chance.randint(1, 4)):
        row = chance.choice(rows[1:] or rows)
        column = chance.randrange(len(row)) if row else 0
        match chance.randrange(4):
            case 0:
                rows.append(list(row))
            case 1 if len(rows) > 2:
                row[column : column + 1] = [chance.choice(rows)[column % len(row)]]
            case _:
                row[column : column + 1] = [changed_text(row[column] or "x", chance)]
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


KINDS = {
    "csv": Kind(_data, is_data=True),
    "docx": Kind(_docx),
    "pdf": Kind(_pdf),
    "html": Kind(_html),
    "txt": Kind(_text),
}
