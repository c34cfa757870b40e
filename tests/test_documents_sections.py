"""Numbers, headings, bullets and places of paragraphs, on made-up lines."""

import pytest

from phulien_analysis.documents import Document, Paragraph, read_text
from phulien_analysis.documents.document import Marker
from phulien_analysis.documents.numbering import bullet, bullet_kind, roman, roman_value, section_number
from phulien_analysis.documents.raw import RawKind, RawNote, RawParagraph
from phulien_analysis.documents.sections import place_paragraphs


def read(*lines: str) -> Document:
    """A typed text of these lines."""
    return read_text("\n".join(lines))


def only(*lines: str) -> list[Paragraph]:
    """The paragraphs of these lines."""
    return list(read(*lines).paragraphs)


def test_numbers_nest_roman_above_arabic() -> None:
    """A section's full number is the roman one and the arabic one below it, from the part downwards."""
    sections = [
        p.section for p in only("PHẦN THỨ NHẤT", "A. Thu", "I. NHÀ NƯỚC", "1. Thuế", "1.1. Phí", "2. Khác", "II. NGOÀI")
    ]
    assert sections == ["P1.A", "P1.A.I", "P1.A.I.1", "P1.A.I.1.1", "P1.A.I.2", "P1.A.II"]


def test_a_heading_runs_into_its_first_paragraph() -> None:
    """Up to the first colon it is a heading if it is short and holds no figure; the rest is the first paragraph."""
    found = [(p.kind, p.place, p.text) for p in only("I. CHUNG", "1. Thu năm 2025 (dự kiến: cao): Đạt 5 tỷ đồng.")]
    assert found[1:] == [("heading", "", "Thu năm 2025 (dự kiến: cao)"), ("body", "p1", "Đạt 5 tỷ đồng.")]


@pytest.mark.parametrize(
    "line",
    [
        "1. Tổng thu chín tháng đạt 9.450 triệu đồng, trong đó: thuế 8.000 triệu đồng.",
        "1. Tiếp tục rà soát hồ sơ của các hộ dân; hướng dẫn, đôn đốc các thôn hoàn thành trong tháng này./.",
    ],
)
def test_a_numbered_sentence_is_a_paragraph_of_its_section(line: str) -> None:
    """A numbered line that is a sentence has no heading: all of it is the section's first paragraph."""
    paragraph = only("I. CHUNG", line)[1]
    assert (paragraph.kind, paragraph.section, paragraph.place) == ("body", "I.1", "p1")
    assert paragraph.text == line.removeprefix("1. ")


def test_a_heading_may_end_with_a_full_stop() -> None:
    """A short first sentence without a figure is a heading, and what follows it the first paragraph."""
    found = [(p.kind, p.text) for p in only("I. CHUNG", "1. Thu ngân sách. Đạt 5 tỷ đồng.", "2. Chi ngân sách.")]
    assert found[1:] == [("heading", "Thu ngân sách"), ("body", "Đạt 5 tỷ đồng."), ("heading", "Chi ngân sách")]


def test_bullets_are_items_with_levels() -> None:
    """Stars, dashes, plus signs and letters are bullets; each kind lies one level below the one that opened it."""
    items = only(
        "I. CHUNG", "* Xã:", "- Thu 5;", "+ Thuế 3;", "+ Phí 2;", "- Chi 4;", "a) Lương 3;", "b) Khác 1.", "* Thôn: 2"
    )
    assert [(p.bullet, p.level, p.place) for p in items[1:]] == [
        ("*", 1, "p1"),
        ("-", 2, "p2"),
        ("+", 3, "p3"),
        ("+", 3, "p4"),
        ("-", 2, "p5"),
        ("a)", 3, "p6"),
        ("b)", 3, "p7"),
        ("*", 1, "p8"),
    ]
    assert [p.text for p in items[1:4]] == ["Xã:", "Thu 5;", "Thuế 3;"]


def test_a_dash_never_lies_inside_a_plus() -> None:
    """A list that opens with plus signs and goes on with dashes goes up again."""
    assert [(p.bullet, p.level) for p in only("+ Thu 5;", "- Chi 4;", "+ Lương 3.")] == [("+", 1), ("-", 1), ("+", 2)]


def test_a_list_inside_a_section_is_no_section() -> None:
    """A list that begins again with 1. inside section 2.1 is a list; the next number of the sections goes on."""
    lines = ("I. CHUNG", "2.1. Thu", "1. Thuế đạt 5 tỷ đồng;", "2. Phí đạt 3 tỷ đồng.", "2.2. Chi")
    found = [(p.kind, p.section, p.place, p.bullet) for p in only(*lines)]
    assert found[1:] == [
        ("heading", "I.2.1", "", ""),
        ("item", "I.2.1", "p1", "1."),
        ("item", "I.2.1", "p2", "2."),
        ("heading", "I.2.2", "", ""),
    ]


@pytest.mark.parametrize("kind", ["body", "heading"])
@pytest.mark.parametrize("items", [1, 2, 3])
def test_a_list_that_word_numbers_is_no_section(kind: RawKind, items: int) -> None:
    """Items that the file itself numbers under a heading keep their numbers; the next typed heading is a section."""
    listed = [RawParagraph(f"Việc thứ {n} cho 10 hộ.", "item", number=f"{n}.") for n in range(1, items + 1)]
    first, then = RawParagraph("1. Mục một", kind), RawParagraph("2. Mục hai", kind)
    placed = [p.paragraph for p in place_paragraphs([first, *listed, then])]
    assert [(p.kind, p.section, p.bullet) for p in placed] == [
        ("heading", "1", ""),
        *(("item", "1", f"{n}.") for n in range(1, items + 1)),
        ("heading", "2", ""),
    ]


def test_a_paragraph_styled_as_a_heading_is_no_item() -> None:
    """After a typed list of one item, a heading that the file styles so is the next section, not the second item."""
    raws = [
        RawParagraph("1. Thu", "heading"),
        RawParagraph("1. Thuế đạt 5 tỷ đồng."),
        RawParagraph("2. Chi", "heading"),
    ]
    found = [(p.paragraph.kind, p.paragraph.section) for p in place_paragraphs(raws)]
    assert found == [("heading", "1"), ("item", "1"), ("heading", "2")]


def test_places_go_on_where_a_number_is_used_twice() -> None:
    """Two sections of the same number are one section: no place is given twice."""
    found = [(p.section, p.place) for p in only("I. CHUNG", "2. Thu:", "Thu 5 tỷ.", "2. Chi:", "Chi 4 tỷ.") if p.place]
    assert found == [("I.2", "p1"), ("I.2", "p2")]


@pytest.mark.parametrize(
    "line", ["30.4. là ngày lễ", "12. Không nối tiếp", "5.250 triệu đồng", "2025. Xã", "0.5. Xã", "I.ch"]
)
def test_what_only_looks_like_a_number_is_text(line: str) -> None:
    """A date, a figure, a year or a number far from the last one begins no section."""
    paragraph = only("I. CHUNG", "1. Thu", line)[-1]
    assert (paragraph.section, paragraph.text) == ("I.1", line)


@pytest.mark.parametrize(
    ("text", "level", "parts", "rest"),
    [
        ("II. KẾT QUẢ", "roman", (2,), "KẾT QUẢ"),
        ("II- Kết quả", "roman", (2,), "Kết quả"),
        ("II - Kết quả", "roman", (2,), "Kết quả"),
        ("III/ Khác", "roman", (3,), "Khác"),
        ("1.3.2. Thu", "arabic", (1, 3, 2), "Thu"),
        ("1.1 Thu", "arabic", (1, 1), "Thu"),
        ("1.3.Về", "arabic", (1, 3), "Về"),
        ("1/ Thu", "arabic", (1,), "Thu"),
        ("1 Thu", "", (), ""),
        ("1. 100% cán bộ", "arabic", (1,), "100% cán bộ"),
        ("1.25 tỷ", "", (), ""),
        ("B. Chi", "letter", (2,), "Chi"),
        ("Phần II. Nhiệm vụ", "part", (2,), "Nhiệm vụ"),
        ("PHẦN THỨ HAI", "part", (2,), ""),
        ("Phần 3: Khác", "part", (3,), "Khác"),
        ("Phần lớn các hộ", "", (), ""),
        ("Phần hai của dự án", "", (), ""),
    ],
)
def test_forms_of_section_numbers(text: str, level: str, parts: tuple[int, ...], rest: str) -> None:
    """Each form of a section's number is known by its form alone; prose that begins alike is not one."""
    found = section_number(text)
    assert (found.level if found else "") == level
    if found:
        assert (found.parts, text[found.length :]) == (parts, rest)


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("- Thu", "-", "-"),
        ("– Thu", "–", "-"),
        ("-05 hồ sơ", "-", "-"),
        ("+ Thu", "+", "+"),
        ("• Thu", "•", "•"),
        ("o Thu", "o", "o"),
        ("a) Thu", "a)", "a)"),
        ("đ. Thu", "đ.", "a)"),
        ("(2) Thu", "(2)", "1)"),
        ("ii) Thu", "ii)", "i)"),
        ("-- Thu", "", ""),
        ("Thu", "", ""),
        ("*", "", ""),
    ],
)
def test_forms_of_bullets(text: str, printed: str, kind: str) -> None:
    """A bullet is a sign, a letter or a number in brackets, with something after it."""
    assert bullet(text)[0] == printed
    assert not printed or bullet_kind(printed) == kind


def test_roman_numbers_are_read_and_written() -> None:
    """From 1 to 39 a roman number is what it was written from; other letters have no value."""
    assert [roman_value(roman(value)) for value in range(1, 40)] == list(range(1, 40))
    assert [roman_value(text) for text in ("", "IIII", "VX", "L")] == [0, 0, 0, 0]


def test_a_heading_of_the_file_without_a_number_is_a_heading() -> None:
    """What the file styles as a heading is one, without a section of its own, unless it states a figure."""
    raws = [RawParagraph("Kết quả chung", "heading"), RawParagraph("Thu đạt 5 tỷ", "heading"), RawParagraph("Hết.")]
    assert [(p.paragraph.kind, p.paragraph.place) for p in place_paragraphs(raws)] == [
        ("heading", ""),
        ("body", "p1"),
        ("body", "p2"),
    ]


def test_paragraphs_of_a_bullet_alone_are_none() -> None:
    """A bullet without a word is no paragraph, in the text and in a note."""
    note = RawNote("1", (RawParagraph("", bullet="-"), RawParagraph("Gồm 3.")))
    raws = [RawParagraph("Thu 5.", markers=(Marker(5, "1"),), notes=(note,)), RawParagraph("", bullet="-")]
    assert [p.paragraph.text for p in place_paragraphs(raws)] == ["Thu 5.", "Gồm 3."]
