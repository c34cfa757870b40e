"""Tables that everybody can read: caption, scoped headers, a region that scrolls by keyboard, the same as text."""

import html5lib
import pytest

from phulien_analysis.tables import EMPTY, Builder, Cell, Column, Fragment, Item, Table, TableRow, bullets, paragraph


def table(*rows: TableRow, notes: tuple[str, ...] = ()) -> Table:
    """A made-up table of one column of numbers."""
    return Table("Dossiers", "Field", (Column("July", number=True),), rows, notes, "derived")


def row(header: str, text: str, **kind: object) -> TableRow:
    """A row with one number."""
    return TableRow(header, (Cell(text),), **kind)  # type: ignore[arg-type]


def html(shown: Table | Fragment) -> str:
    """The HTML, which must be well-formed."""
    text = shown._repr_html_()
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text)
    return text


def test_table_has_caption_and_scoped_headers() -> None:
    """A caption says what the table shows; each header says whether it heads a column or a row."""
    text = html(table(row("Land", "7")))
    assert "<caption>Dossiers</caption>" in text
    assert '<th scope="col">Field</th><th scope="col">July</th>' in text
    assert '<th scope="row">Land</th><td>7</td>' in text


@pytest.mark.parametrize(("numbers", "tag"), [
    ((True,), '<table class="figures n2">'),
    ((True, True), '<table class="figures n2 n3">'),
    ((False, True), """<table class="figures n3 records" style="--h2:'A';--h3:'B'">"""),
    ((True, True, True), '<table class="figures n2 n3 n4 grid" style="--columns:3">'),
    ((True, False, True), """<table class="figures n2 n4 records" style="--h2:'A';--h3:'B';--h4:'C'">"""),
])  # fmt: skip
def test_a_table_tells_which_columns_are_numbers_and_how_it_fits_a_phone(numbers: tuple[bool, ...], tag: str) -> None:
    """What is more than two numbers stands below the name of its row: side by side, or each after its heading."""
    columns = tuple(Column(name, number) for name, number in zip("ABC", numbers, strict=False))
    cells = tuple(Cell("1") for _ in columns)
    assert html(Table("Dossiers", "Field", columns, (TableRow("Land", cells),))).startswith(tag)


@pytest.mark.parametrize(("longest", "kind"), [("x" * 15, "grid"), ("x" * 16, "records")])
def test_numbers_stand_side_by_side_where_the_longest_words_fit_a_phone(longest: str, kind: str) -> None:
    """Each column is as wide as its longest word: 7, 7 and 5 letters with a blank each leave 16 of 38 for the last."""
    headings = ("Figures", "Checked", "Agree", longest)
    columns = tuple(Column(heading, number=True) for heading in headings)
    cells = tuple(Cell(text) for text in ("24", "15", "15", "0"))
    shown = html(Table("Findings", "Topic", columns, (TableRow("Land", cells), TableRow("All", (Cell("8"),) * 4))))
    assert f' {kind}" style=' in shown.partition(">")[0]


@pytest.mark.parametrize(
    ("texts", "gaps", "notes"),
    [
        (("II.1", "II.1"), True, ("Place: II.1.",)),
        (("II.1", "II.2"), True, ()),
        (("II.1", ""), True, ("Place: II.1.",)),
        (("II.1", ""), False, ()),
        (("", ""), True, ()),
        (("", ""), False, ()),
    ],
)
def test_what_every_row_says_stands_once_below(texts: tuple[str, str], *, gaps: bool, notes: tuple[str, ...]) -> None:
    """A gap says nothing against it, unless it is asked for; of a column that says nothing there is no note."""
    rows = tuple(TableRow(name, (Cell("7"), Cell(text))) for name, text in zip("ab", texts, strict=True))
    told = Table("Dossiers", "Field", (Column("July", number=True), Column("Place")), rows).said_once(gaps=gaps)
    assert told.notes == notes
    assert [column.heading for column in told.columns] == ["July", "Place"][: 1 if notes else 2]


def test_a_heading_cannot_leave_the_style_it_stands_in() -> None:
    """Quotes, backslashes and line ends are written as CSS escapes, and signs of HTML as entities."""
    columns = (Column("a'\"\\\n;}<b>&"), Column("b"), Column("c"))
    text = html(Table("Dossiers", "Field", columns, ()))
    assert """style="--h2:'a\\27 \\22 \\5c \\a ;}&lt;b&gt;&amp;';--h3:'b';--h4:'c'">""" in text


def test_text_is_escaped_everywhere() -> None:
    """Signs of HTML in caption, headings, cells, notes and groups are text."""
    evil = '<b>&"'
    shown = Table(evil, evil, (Column(evil),), (TableRow(evil, (Cell(evil),), group=evil),), (evil,), evil)
    text = html(shown)
    assert "<b>" not in text
    assert text.count("&lt;b&gt;&amp;") == 7


def test_derived_row_is_marked_once() -> None:
    """A derived row carries the word for it in its header; a derived cell of another row carries it itself."""
    text = html(table(row("Sum", "7", kind="derived"), TableRow("Land", (Cell("8", derived=True),))))
    assert text.count("<small>derived</small>") == 2
    assert '<th scope="row">Sum <small>derived</small></th>' in text
    assert "<td>8 <small>derived</small></td>" in text


def test_missing_cell_is_empty_and_named() -> None:
    """What is not reported is an empty cell of its own class, and no zero."""
    assert "<td></td>" in html(table(TableRow("Land", (EMPTY,))))


def test_indent_and_total_are_classes() -> None:
    """Depth and total are told to the style sheet."""
    text = html(table(row("All", "9", kind="total"), row("Land", "7", level=1)))
    assert '<tr class="total"><th scope="row">All</th>' in text
    assert '<th scope="row" class="level-1">Land</th>' in text


def test_groups_have_a_header_of_their_own() -> None:
    """Rows of one group stand together below a header that spans the table, in the order first named."""
    text = html(table(row("a", "1", group="May"), row("b", "2", group="June"), row("c", "3", group="May")))
    assert text.count("<tbody>") == 2
    assert text.index("May") < text.index(">a<") < text.index(">c<") < text.index("June") < text.index(">b<")
    assert '<th scope="rowgroup" colspan="2">May</th>' in text


def test_notes_stand_below_the_table() -> None:
    """A note is a paragraph after the table."""
    assert html(table(row("a", "1"), notes=("Not zero.",))).endswith('</table><p class="note">Not zero.</p>')


def test_table_is_text_in_a_terminal() -> None:
    """Printed, a table is its caption and its cells, without marks of HTML."""
    text = repr(table(row("Land", "7")))
    assert text.splitlines()[0] == "Dossiers"
    assert "Land" in text
    assert "<" not in text
    assert table(row("Land", "7")).frame().to_dict("list") == {"Field": ["Land"], "July": ["7"]}


def test_empty_columns_are_left_out() -> None:
    """A column in which nothing stands is left out with its heading, and the others keep their places."""
    builder = Builder([Column("a"), Column("b"), Column("c")])
    builder.rows.append(TableRow("x", (Cell("1"), Cell(""), Cell("3")), "total", 1, "g"))
    columns, rows = builder.without_empty_columns()
    assert [column.heading for column in columns] == ["a", "c"]
    assert rows == (TableRow("x", (Cell("1"), Cell("3")), "total", 1, "g"),)


def test_paragraphs_and_lists_are_text_too() -> None:
    """A paragraph and a list escape their text and read the same in a terminal."""
    shown = paragraph("a < b", "note")
    assert (html(shown), repr(shown)) == ('<p class="note">a &lt; b</p>', "a < b")
    assert html(paragraph("a")) == "<p>a</p>"
    points = bullets([Item("a", "II.1"), Item("b")], "statements")
    assert html(points) == '<ul class="statements"><li>a <span class="source">II.1</span></li><li>b</li></ul>'
    assert repr(points).splitlines()[0].startswith("- a")
