"""Lines into paragraphs: made-up lines on a page of a known width."""

import pytest

from phulien_analysis.documents import read_text
from phulien_analysis.documents.layout import Line, line_limit, paragraphs, text_width
from phulien_analysis.documents.sheet import head_label, page_number, without_running_lines

FULL = "Ủy ban nhân dân xã chỉ đạo các bộ phận rà soát hồ sơ và báo cáo kết quả hằng"
EDGE = text_width(FULL)


def line(text: str, *, left: float = 0.0, right: float = 0.0, page: int = 1, gap: bool = False) -> Line:
    """A line as wide as its letters, unless ``right`` says where it ends."""
    return Line(text, left, right or left + text_width(text), page, gap=gap)


def joined(*lines: Line, gaps: bool = False) -> list[str]:
    """The paragraphs that lines make on a page whose full lines end where ``FULL`` does."""
    return [flow.text for flow in paragraphs(lines, limit=EDGE, gaps=gaps)]


def test_letters_have_the_widths_of_times() -> None:
    """Marks add nothing to a letter, ơ and ư are as wide as o and u, m is twice as wide as t and more."""
    assert text_width("a") == text_width("ậ") == 444  # the width of a in Times
    assert text_width("ư") == text_width("ử") == 500
    assert text_width("Ừ") == text_width("Ư") == 760
    assert text_width("m") == 778
    assert text_width("tt") == 556  # 2 x 278


def test_full_lines_end_where_most_text_reaches() -> None:
    """A few lines that stick out, or many short ones, do not move the edge."""
    lines = [line("x", right=right) for right in [100.0] * 20 + [99.0] * 10 + [30.0] * 25 + [160.0] * 2]
    assert line_limit(lines) == 100
    assert line_limit([]) == 0


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (FULL, "tuần.", 1),
        ("Đã xong trong tháng.", "Các hộ còn lại chờ.", 2),
        (f"{FULL[:-4]}xã.", "Thôn", 1),  # where the first word of the next line would not have fitted
        (FULL, "I. TÌNH HÌNH CHUNG", 2),  # a title that fills its line, and the first heading
        (FULL, "1. Thu", 1),  # the line above goes on: a number at the head of a line is none
        ("1. Thu", "2. Chi", 2),
        (FULL[:-4] + "2025", "- 2030 của xã", 1),
        (FULL, "- xã hội", 1),
        ("Chi gồm:", "- Lương", 2),
        ("1. Lĩnh vực văn hóa", "Trong tháng, xã đã tổ chức", 2),
        ("II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ KINH TẾ - XÃ HỘI NĂM", "QUỐC PHÒNG NĂM 2025", 1),
        ("II. KẾT QUẢ", "Trong tháng, xã", 2),
        ("ỦY BAN NHÂN DÂN", "BÁO CÁO", 2),
        (f"{FULL[:-5]} tịch:", "02; chứng thực: 15.", 1),
        ("Tổng số là:", "36 hồ sơ.", 2),
        ("Nơi nhận", "Lưu: VT", 2),
    ],
)
def test_where_paragraphs_end(before: str, after: str, count: int) -> None:
    """A paragraph ends where the next word would have fitted, before numbers and bullets, and after headings."""
    assert len(joined(line(before), line(after))) == count


def test_words_cut_at_a_hyphen_or_slash_are_joined_without_a_space() -> None:
    """A decree's number and a quotient go on; a dash between words keeps its spaces."""
    assert joined(line(f"{FULL[:-6]} 57-"), line("NQ/TW của cấp trên.")) == [f"{FULL[:-6]} 57-NQ/TW của cấp trên."]
    assert joined(line(f"{FULL[:-6]} đồng/"), line("5 đồng.")) == [f"{FULL[:-6]} đồng/5 đồng."]
    assert joined(line(f"{FULL[:-6]} tế -"), line("xã hội.")) == [f"{FULL[:-6]} tế - xã hội."]


def test_indents_and_gaps_begin_paragraphs() -> None:
    """After a full line that ends a sentence, a line that stands in, or apart, begins a paragraph; another does not."""
    ended = line(f"{FULL[:-5]} xong.", right=EDGE)
    assert len(joined(line(FULL), ended, line("Thôn", left=EDGE * 0.08, right=EDGE), line(FULL), gaps=True)) == 2
    assert len(joined(line(FULL), ended, line("Thôn", right=EDGE, gap=True), line(FULL), gaps=True)) == 2
    assert len(joined(line(FULL), ended, line(FULL), line(FULL), gaps=True)) == 1


def test_a_first_line_is_short_by_its_indent_where_indents_are_lost() -> None:
    """Without indents, a first line shows by the room that it leaves: the next word would have fitted in it."""
    ended = line(f"{FULL[:-5]} xong.", right=EDGE)
    first = line("Thôn An Bình đã hoàn thành việc rà soát các hộ nghèo của", right=EDGE * 0.9)
    assert len(joined(line(FULL), ended, first, line("xã trong tháng này"))) == 2
    inside = line("Thôn An Bình đã hoàn thành việc rà soát các hộ nghèo của", right=EDGE * 0.99)
    assert len(joined(line(FULL), ended, inside, line("xã trong tháng này"))) == 1


def test_rows_of_tables_stand_alone() -> None:
    """A row is joined to nothing, however its text goes on."""
    row = Line("Số | 5", 0.0, 0.0, row=True, cells=("Số", "5"))
    assert joined(line(FULL), row, row, line("tuần.")) == [FULL, "Số | 5", "Số | 5", "tuần."]


def test_heads_of_notes_and_page_numbers_are_known_by_their_form() -> None:
    """A note's label stands before its text; figures, dates and parts of sentences begin no note."""
    texts = ["1Thu", "3 Từ", "4 - Dự án", "20 16/16 việc", "[5] Theo", "(6) Theo", "¹² Theo"]
    assert [head_label(text)[0] for text in texts] == ["1", "3", "4", "20", "5", "6", "12"]
    assert [head_label(text) for text in ("05 ô", "27/7 là", "1.250", "5,2", "5% là", "5", "Theo")] == [("", 0)] * 7
    assert [page_number(text) for text in ("7", "- 7 -", "Trang 7", "7/12", "7 hộ", "")] == [7, 7, 7, 7, 0, 0]


def test_running_heads_go_only_from_the_edges() -> None:
    """A line that is first, or last, on most pages goes; the same line inside a page stays."""
    pages = [["UBND xã", f"Thu {n}", "UBND xã", f"Chi {n}", "Mật khẩu"] for n in range(4)]
    assert without_running_lines(pages, str)[1] == ["Thu 1", "UBND xã", "Chi 1"]
    assert without_running_lines(pages[:2], str) == pages[:2]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    """Where a note runs over to the next page, its lines there, set smaller, are not taken for the body's."""
    long = (
        "các thôn, các đoàn thể và các bộ phận chuyên môn của xã cùng phối hợp rà soát hồ sơ, phân công người phụ trách"
    )
    text = (
        f"{FULL}\ntuần theo quy định1. {FULL[:40]}\n{FULL}\n1 Gồm {long}\n"
        f"\f{FULL}\ntuần sau2.\n{long}\nvà báo cáo.\n2 Theo kế hoạch.\n\f{FULL}\ntháng sau.\n"
    )
    notes = [(p.note, p.text) for p in read_text(text).paragraphs if p.note]
    assert notes == [("1", f"Gồm {long} {long} và báo cáo."), ("2", "Theo kế hoạch.")]


def test_a_note_may_be_missing_between_two() -> None:
    """Where the office skipped a number, the next note is a note all the same, and what has no label goes on."""
    text = f"Thu 5 tỷ1.\n{' ' * 40}\n1 Thuế 4 tỷ\nvà phí 1 tỷ.\n3 Theo số liệu.\n"
    assert [(p.note, p.text) for p in read_text(text).paragraphs if p.note] == [
        ("1", "Thuế 4 tỷ"),
        ("1", "và phí 1 tỷ."),
        ("3", "Theo số liệu."),
    ]
