"""Units of figures that stand in tables or are printed otherwise than the figures file writes them. All made up."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from phulien_analysis.catalogue import load_catalogue
from phulien_analysis.documents import read_text
from phulien_analysis.documents.document import Cell, Paragraph
from phulien_analysis.drafting import read_month
from phulien_analysis.drafting.columns import unit_in_table
from phulien_analysis.drafting.forms import written
from phulien_analysis.printed import PrintedNumber
from phulien_analysis.reading.numbers import read_mentions
from tests.made_up_draft import WARD, settle

UNITS = load_catalogue(Path(__file__).parents[1] / "data").units


def row(*texts: str) -> Paragraph:
    """A row of a table."""
    cells, text = [], ""
    for column, cell in enumerate(texts):
        text += " | " if column else ""
        cells.append(Cell(len(text), len(text) + len(cell), column, column))
        text += cell
    return Paragraph(0, "row", text, "II.1", "r1", cells=tuple(cells), table=1)


@pytest.mark.parametrize(
    ("paragraph", "head", "unit"),
    [
        (row("Phí", "5"), "Thực hiện (triệu đồng)", "million-dong"),
        (row("Phí", "triệu đồng", "5"), "Thực hiện", "million-dong"),
        (row("Phí", "ĐVT: hộ", "5"), "Thực hiện", "household"),
        (row("Phí", "triệu đồng", "5"), "Tỷ lệ", "percent"),
        (row("Phí", "triệu đồng", "5"), "Thực hiện (hộ)", "household"),  # the column says it of its own figures
        (row("Phí đất hộ", "5"), "Thực hiện", ""),
        (Paragraph(0, "body", "Phí 5", "II.1", "p1"), "Tỷ lệ", ""),
    ],
)
def test_a_table_says_the_unit_at_the_head_or_in_a_cell_of_its_own(paragraph: Paragraph, head: str, unit: str) -> None:
    """A head in percent, a unit in brackets at the head, else a cell that holds a unit and nothing else."""
    (mention,) = [m for m in read_mentions(paragraph.text) if m.printed == "5"]
    found = unit_in_table(paragraph, mention, head)
    assert (found.unit if found else "") == unit


@pytest.mark.parametrize(
    ("text", "units", "preferred", "unit"),
    [
        ("5", ["million-dong", "household"], "", "household"),  # nothing is printed: what is counted
        ("5", ["million-dong"], "million-dong", "million-dong"),  # … or the example's
        ("5", ["million-dong"], "", ""),
        ("5 hộ", ["person", "household"], "person", "person"),  # the example counts it otherwise
        ("5 hộ", ["person", "household"], "", "household"),
        ("5 km", ["million-dong"], "million-dong", ""),  # no length is money
    ],
)
def test_a_figure_takes_a_unit_that_can_hold_it(text: str, units: list[str], preferred: str, unit: str) -> None:
    """The printed unit, the example's where it counts as well or none is printed, and none that cannot be it."""
    form = written(read_mentions(text)[0], [UNITS[name] for name in units], UNITS.get(preferred))
    assert (form.unit.unit if form else "") == unit


def test_a_malformed_number_without_a_unit_is_not_written() -> None:
    """Digits that are no number go in as printed where there is a unit for them, and else not at all."""
    (mention,) = read_mentions("12.34.5 hộ")
    assert mention.number is None
    form = written(mention, [UNITS["household"]])
    assert form is not None
    assert (form.printed, form.changed) == ("12.34.5", False)
    assert written(mention, [UNITS["million-dong"]]) is None


def test_another_noun_than_the_catalogues_is_to_be_checked(data: Path) -> None:
    """Births in ``đơn`` are entered in the catalogue's ``trường hợp``, and whoever checks is told of both."""
    settle(data)
    text = "II. KẾT QUẢ\n1. Hộ tịch: đăng ký khai sinh: 17 đơn; khai tử: 05 trường hợp; kết hôn: 08.\n"
    draft = read_month(read_text(text), WARD, "2025-08", data)
    assert [(row.printed, row.unit) for row in draft.rows] == [("17", "act"), ("05", "act"), ("08", "act")]
    told = [i.printed for i in draft.review if "Printed in “đơn”, entered in “trường hợp”" in i.remark.say("en")]
    assert told == ["17"]


def test_a_unit_that_only_the_catalogue_has_is_found_by_its_name(data: Path) -> None:
    """No vocabulary has ``nón lá``; the unit of that name does, so 25 of them are 25 of its unit."""
    with (data / "units.csv").open("a", encoding="utf-8") as units:
        units.write("conical-hat,conical-hat,1,true,nón lá,conical hats\n")
    with (data / "indicators.csv").open("a", encoding="utf-8") as indicators:
        indicators.write("hats-given,near-poverty,conical-hat,flow,false,,Nón lá trao tặng,Conical hats given\n")
    settle(data)
    draft = read_month(read_text("II. KẾT QUẢ\n1. Trao tặng 25 nón lá cho hộ nghèo.\n"), WARD, "2025-08", data)
    assert [(row.indicator, row.printed, row.unit) for row in draft.rows] == [("hats-given", "25", "conical-hat")]


@pytest.mark.parametrize(
    ("text", "printed", "changed"),
    [("1,234.5 km", "1.234,5", True), ("5-7 km", "5", False), ("−5 km", "-5", False), ("− 5 km", "-5", True)],
)
def test_digits_stay_where_the_file_reads_them_as_the_same_number(text: str, printed: str, changed: bool) -> None:
    """The English way to write a number takes the file's form; a range and a sign stay."""
    (mention, *_) = read_mentions(text)
    assert mention.unit is not None
    form = written(mention, [mention.unit])
    assert form is not None
    assert (form.printed, form.changed) == (printed, changed)


def test_a_sign_that_is_not_among_the_digits_is_written_before_them() -> None:
    """Where the text makes 5 a number below zero, the file has ``-5``."""
    (mention,) = read_mentions("5 km")
    assert mention.unit is not None
    form = written(replace(mention, number=PrintedNumber("5", Decimal(-5), 0)), [mention.unit])
    assert form is not None
    assert (form.printed, form.changed) == ("-5", False)
