"""How a figure is written into the file, and how two sequences are laid beside each other. All figures are made up."""

import os
import re
from csv import DictReader
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.catalogue import load_catalogue
from phulien_analysis.documents import Document, read_document, read_text
from phulien_analysis.documents.document import Cell, Marker, Paragraph
from phulien_analysis.drafting import Draft, read_month, write_draft
from phulien_analysis.drafting.alignment import align
from phulien_analysis.drafting.forms import written
from phulien_analysis.reading.numbers import read_mentions
from tests.made_up_draft import WARD, settle

DATA = Path(__file__).parents[1] / "data"
UNITS = load_catalogue(DATA).units
MONEY = [unit for unit in UNITS.values() if unit.dimension == "money"]


@pytest.mark.parametrize(
    ("text", "printed", "unit", "changed"),
    [
        ("1.750 triệu đồng", "1.750", "million-dong", False),
        ("12 tỷ 345 triệu đồng", "12.345", "million-dong", True),
        ("5.000 nghìn đồng", "5,000", "million-dong", True),  # 5,000 million is known to the thousand, as printed
        ("31.5000.000 đồng", "31.5000.000", "dong", False),
    ],
)
def test_money_is_written_in_a_unit_of_the_catalogue(text: str, printed: str, unit: str, changed: bool) -> None:
    """Digits stay as printed where they can; else the same number, as exact as it was."""
    form = written(read_mentions(text)[0], MONEY)
    assert form is not None
    assert (form.printed, form.unit.unit, form.changed) == (printed, unit, changed)


def test_a_coarser_number_than_any_unit_is_not_written() -> None:
    """1.434,4 thousand billion is known to 100 billion: no unit of the catalogue can say so."""
    assert written(read_mentions("1.434,4 nghìn tỷ đồng")[0], MONEY) is None


@pytest.mark.parametrize(("text", "printed"), [("hai mươi lăm hộ", "25"), ("07 hộ", "07"), ("1 234 hộ", "1.234")])
def test_a_count_is_written_in_digits(text: str, printed: str) -> None:
    """Words and spaced digits take the contract's form."""
    form = written(read_mentions(text)[0], [UNITS["household"]])
    assert form is not None
    assert form.printed == printed


def test_changed_forms_and_odd_units_are_in_the_review_list(data: Path) -> None:
    """What is not written as printed says so, in both languages."""
    settle(data)
    text = "II. KẾT QUẢ\n1. Thu ngân sách nhà nước trên địa bàn: Tháng 8/2025 thu được 9 tỷ 475 triệu đồng."
    (item,) = [i for i in read_month(read_text(text), WARD, "2025-08", data).review if i.kind != "missing"]
    assert (item.kind, item.indicator) == ("changed_form", "state-budget-revenue")
    assert "Printed as “9 tỷ 475" in item.remark.say("en")
    assert "Bản in ghi “9 tỷ 475" in item.remark.say("vi")


def row(index: int, *texts: str) -> Paragraph:
    """A row of a table."""
    cells, text = [], ""
    for column, cell in enumerate(texts):
        text += " | " if column else ""
        cells.append(Cell(len(text), len(text) + len(cell), column, column))
        text += cell
    return Paragraph(index, "row", text, "II.1", f"r{index + 1}", cells=tuple(cells), table=1)


def test_a_table_is_read_by_the_heads_of_its_columns(data: Path) -> None:
    """Plan, month, eight months and percentage stand at the head; the unit has a column of its own."""
    settle(data)
    head = row(0, "TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025", "Thực hiện tháng 8", "Lũy kế 8 tháng", "So với KH (%)")
    line = row(1, "1", "Thu ngân sách nhà nước trên địa bàn", "triệu đồng", "96.000", "9.475", "70.775", "73,7")
    draft = read_month(Document("made up", "docx", "", (head, line)), WARD, "2025-08", data)
    assert [(r.measure, r.period_start, r.period_end, r.printed, r.unit) for r in draft.rows] == [
        ("plan", "2025-01-01", "2025-12-31", "96.000", "million-dong"),
        ("actual", "2025-08-01", "2025-08-31", "9.475", "million-dong"),
        ("actual", "2025-01-01", "2025-08-31", "70.775", "million-dong"),
        ("percent_of_plan", "2025-01-01", "2025-08-31", "73,7", "percent"),
    ]


def test_sequences_are_laid_beside_each_other() -> None:
    """Rows 0, 1, 3 of four, and something new after the first: each finds its row, the new one none."""
    seen = [[9.0, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1], [0.1, 9.0, 0.1, 0.1], [0.1, 0.1, 0.1, 9.0]]
    found = align(seen, [1.0] * 4)
    best = [max(range(4), key=p.rows.__getitem__) if p.new < 0.5 else None for p in found]
    assert best == [0, None, 1, 3]


@given(st.lists(st.lists(st.floats(0, 1e6), min_size=3, max_size=3), max_size=8))
def test_the_posterior_is_a_probability(seen: list[list[float]]) -> None:
    """Whatever is seen, the rows and what is new share one; with nothing possible, nothing is claimed."""
    for posterior in align(seen, [1.0] * len(seen)):
        assert 0 <= posterior.new <= 1.000001
        assert sum(posterior.rows) + posterior.new <= 1.000001


@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_written_would_load(text: str) -> None:
    """No text stops the reading; each row has an indicator and a unit of the catalogue."""
    if text.strip():
        draft = read_month(
            Document("odd", "text", "", (Paragraph(0, "body", " ".join(text.split()), "", "p1"),)),
            "phu-lien",
            "2025-08",
            DATA,
        )
        assert all(r.unit in UNITS and r.source.startswith("0 p1 #") for r in draft.rows)


def real_report() -> Path:
    """The real report of July, where the tests may read it; else the test is left out, with the reason."""
    folder = os.environ.get("PHULIEN_REPORTS")
    path = Path(folder or ".") / "phu-lien-2025-07.txt"
    if not folder or not path.is_file():
        pytest.skip("PHULIEN_REPORTS names no folder with phu-lien-2025-07.txt")
    return path


def test_the_real_july_comes_back(data: Path) -> None:
    """Read again, July's file is the same byte for byte, but for rows that the review list has a remark on."""
    draft = read_month(real_report(), "phu-lien", "2025-07", data)
    july = data / "phu-lien" / "2025-07.csv"
    before = july.read_text("utf-8").splitlines()
    write_draft(draft, force=True)
    after = july.read_text("utf-8").splitlines()
    remarked = {item.source for item in draft.to_review}
    changed = [(b, a) for b, a in zip(before, after, strict=True) if a != b]
    assert all(b.rsplit(",", 1)[1] in remarked for b, _ in changed)
    assert [b.split(",")[0] for b, _ in changed] == ["violation-dossiers", "violation-fines"]


def test_other_digits_in_the_real_july_mean_the_same(data: Path) -> None:
    """With other digits in all its figures the document has the same indicators, measures and windows."""
    document = read_document(real_report())
    random, changed = Random(8), []  # noqa: S311 - digits, no secret
    for paragraph in document.paragraphs:
        text = paragraph.text
        for mention in read_mentions(text, paragraph.index):
            digits = re.sub(r"[1-9]", lambda _: random.choice("123456789"), text[mention.start : mention.end])
            text = text[: mention.start] + digits + text[mention.end :]
        changed.append(Paragraph(**{**vars(paragraph), "text": text}))
    other = Document("other", "text", "", tuple(changed))
    with (data / "phu-lien" / "2025-07.csv").open(encoding="utf-8") as file:
        july = {r["source"]: (r["indicator"], r["measure"]) for r in DictReader(file)}
    draft: Draft = read_month(other, "phu-lien", "2025-08", data)
    found = {r.source: (r.indicator, r.measure) for r in draft.rows}
    assert {s: (j, found.get(s)) for s, j in july.items() if found.get(s) != j} == {}


def test_a_note_is_read_by_the_sentence_that_it_hangs_on(data: Path) -> None:
    """Only the sentence before the marker says what permits they are; the note's second paragraph follows its first."""
    settle(data)
    body = "Cấp giấy phép xây dựng nhà ở riêng lẻ theo quy định. Ban hành văn bản chỉ đạo."

    def read(marker: int) -> Draft:
        document = (
            Paragraph(0, "body", body, "II.1", "p1", markers=(Marker(marker, "1"),)),
            Paragraph(1, "note", "Trong tháng 8 đã cấp 09 giấy phép.", "II.1", "fn1", note="1", carrier=0),
            Paragraph(2, "note", "Còn lại 05 giấy phép.", "II.1", "fn1", note="1", carrier=0),
        )
        return read_month(Document("made up", "docx", "", document), WARD, "2025-08", data)

    near, far = read(body.index(" theo")), read(len(body) - 1)
    assert [(r.indicator, r.measure, r.printed, r.source) for r in near.rows] == [
        ("construction-permits", "actual", "09", "II.1 fn1 #1"),
        ("construction-permits", "remaining", "05", "II.1 fn1 #2"),
    ]
    sure = [[i.confidence or 0.0 for i in draft.review if i.kind == "matched"] for draft in (near, far)]
    assert all(hanging > elsewhere + 0.1 for hanging, elsewhere in zip(*sure, strict=True))
