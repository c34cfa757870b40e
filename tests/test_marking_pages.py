"""A checked document as a page: whole on its own, in order, nothing of the text lost. All texts are made up."""

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html

from phulien_analysis.documents.document import Marker, Paragraph
from phulien_analysis.documents.problems import DocumentError
from phulien_analysis.errors import PhulienError
from phulien_analysis.marking.pages import html_page, write_html
from phulien_analysis.publishing.checks import check_edition
from phulien_analysis.stated.checking import CheckedDocument, check_document
from tests.made_up_checked import SHARED, checked, checked_paragraphs, row

EVIL = '<script>alert(1)</script> & "đủ" \' <b onclick=x>'


def parsed(document: CheckedDocument, lang: str = "en") -> lxml_html.HtmlElement:
    """The page, taken apart."""
    return lxml_html.document_fromstring(html_page(document, lang))  # type: ignore[arg-type]


def text_of(element: lxml_html.HtmlElement) -> str:
    """All text of an element, with single spaces."""
    return " ".join(element.text_content().split())


def spoiled() -> CheckedDocument:
    """A table, notes, items, a note without a place, a heading that skips levels, letters that need escaping."""
    return checked_paragraphs(
        Paragraph(0, "body", EVIL),
        Paragraph(1, "heading", "CHUNG", "I"),
        Paragraph(2, "heading", "Sâu", "I.1.2.3"),
        Paragraph(
            3, "body", "Đạt 86% (480/500 triệu đồng).", "I.1.2.3", "p1", markers=(Marker(7, "1"), Marker(28, "9"))
        ),
        Paragraph(4, "note", "Theo <b>sổ</b>.", "I.1.2.3", "fn1", note="1", carrier=3),
        Paragraph(5, "note", "Dòng hai.", "I.1.2.3", "fn1", note="1", carrier=3),
        Paragraph(6, "item", "Việc một", "I.1.2.3", "p2", bullet="-", level=1),
        row(7, "Tên", "Số"),
        row(8, "<i>Đất</i>", "1.200 hồ sơ"),
        row(9, "5 hồ sơ", first=1),
        Paragraph(10, "heading", "KẾT", "II"),
        remarks=("<u>made up</u>",),
    )


@pytest.mark.parametrize("document", [checked(), spoiled(), checked("Trời đẹp.")], ids=["report", "spoiled", "nothing"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_page_is_whole_on_its_own(document: CheckedDocument, lang: str, tmp_path: Path) -> None:
    """What the published pages are held against holds for it, too: no script, nothing loaded, every link alive."""
    (tmp_path / "page.html").write_text(html_page(document, lang), encoding="utf-8")  # type: ignore[arg-type]
    check_edition(tmp_path, ["page.html"], ["index.html"])
    page = parsed(document, lang)
    assert page.get("lang") == lang
    assert "default-src 'none'" in str(page.xpath("//meta[@http-equiv]/@content"))


def test_text_of_the_document_is_shown_as_text() -> None:
    """Tags in a document, its notes, its cells and its remarks are letters on the page, and run nothing."""
    page = parsed(spoiled())
    assert page.xpath("//script | //b | //i | //u | //*[@onclick]") == []
    assert text_of(page.get_element_by_id("paragraph-0")) == EVIL
    assert "<i>Đất</i>" in text_of(page.xpath("//table")[0])


def test_whole_text_is_on_the_page() -> None:
    """Each paragraph's text stands on the page letter by letter, once the numbers of findings are taken out."""
    page = parsed(checked())
    for flag in page.xpath("//div[@class='document']//a[contains(@class, 'flag')]"):
        flag.drop_tree()
    for paragraph in checked().document.paragraphs:
        shown = text_of(page.get_element_by_id(f"paragraph-{paragraph.index}"))
        assert shown.removeprefix(f"{paragraph.section}. ") == paragraph.text


def test_headings_are_in_order() -> None:
    """No level is left out on the way down, not even where the document leaves one out (I, then I.1.2.3)."""
    page = parsed(spoiled())
    levels = [int(str(heading.tag)[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert text_of(page.xpath("//h4")[0]) == "I.1.2.3. Sâu"


def test_each_figure_is_marked_and_named() -> None:
    """86% is marked where it is printed, sign included, and pointing at it tells its label, value and finding."""
    page = parsed(checked())
    figure = page.get_element_by_id("figure-3-59")
    assert (figure.tag, figure.text) == ("mark", "86%")
    assert figure.get("title", "").startswith("Thu ngân sách: 86%\nDoes not agree: Section I.1")
    assert figure.get("class") == "figure flagged error"
    agreeing = [mark.text for mark in page.xpath("//div[@class='document']//mark[contains(@class, 'agrees')]")]
    assert agreeing == ["36"]


def test_each_finding_stands_below_its_paragraph_with_its_neighbours() -> None:
    """The two findings are numbered, in place, and lead to each other, to the list, and to their figures."""
    page = parsed(checked())
    first, second = page.xpath("//div[contains(@class, 'finding')]")
    assert first.getprevious().get("id") == "paragraph-3"
    assert (first.get("id"), first.get("class"), first.get("role")) == ("finding-1", "finding error", "note")
    assert first.xpath(".//p[@class='places']/a/@href") == ["#figure-3-59", "#figure-3-24", "#figure-3-39"]
    assert first.xpath(".//p[@class='walk']/a/@href") == ["#entry-1", "#finding-2"]
    assert second.xpath(".//p[@class='walk']/a/@href") == ["#finding-1", "#entry-2"]
    assert page.xpath("//nav//li/a/@href") == ["#finding-1", "#finding-2"]


def test_flag_at_a_number_says_in_words_what_its_shape_shows() -> None:
    """Who cannot see the frame hears number, verdict and severity."""
    (flag,) = parsed(checked()).xpath("//p[@id='paragraph-3']/a")
    assert flag.get("aria-label") == "Finding 1: Does not agree, to be reviewed before signing"
    assert flag.get("href") == "#finding-1"


def test_notes_follow_their_paragraph_and_lead_back() -> None:
    """A note's mark leads to it, its label back, its second paragraph has none; a mark without a note leads nowhere."""
    page = parsed(spoiled())
    marks = page.xpath("//p[@id='paragraph-3']/sup")
    assert [text_of(mark) for mark in marks] == ["1", "9"]
    assert [mark.xpath("a/@href") for mark in marks] == [["#paragraph-4"], []]
    assert page.xpath("//p[@id='paragraph-4']/a/@href") == ["#paragraph-3"]
    assert page.xpath("//p[@id='paragraph-5']/a") == []


def test_table_keeps_its_columns_where_cells_are_merged() -> None:
    """A row that begins in the second column, the first being merged with the row above, begins with an empty cell."""
    rows = [[text_of(cell) for cell in line.xpath("td")] for line in parsed(spoiled()).xpath("//table//tr")]
    assert rows == [["Tên", "Số"], ["<i>Đất</i>", "1.200 hồ sơ"], ["", "5 hồ sơ"]]


def test_findings_of_a_table_stand_below_it() -> None:
    """A card cannot stand between rows: it follows the table, and its number stands in the cell."""
    document = checked_paragraphs(
        Paragraph(0, "heading", "CHUNG", "I"),
        row(1, "Đất", "31.5000.000 đồng"),
        row(2, "Nhà", "không"),
    )
    page = parsed(document)
    (card,) = page.xpath("//div[contains(@class, 'finding')]")
    assert card.getprevious().get("class") == "table-scroll"
    assert page.xpath("//td//a/@href") == ["#finding-1"]


def test_counts_causes_and_remarks_stand_before_the_document() -> None:
    """Who opens the page reads first how many calculations there are, what may be behind them, and how it was read."""
    page = parsed(checked())
    assert text_of(page.xpath("//p[@class='summary']")[0]) == (
        "Calculations found: 2; of these agree: 1. Figures read: 8."  # 480, 500, 86; 36, 30, 05, 01; 31.5000.000
    )
    assert not page.xpath("//ul[@class='causes']/li"), "the cause of one finding stands with it"
    (cause,) = parsed(checked(SHARED)).xpath("//ul[@class='causes']/li")
    assert text_of(cause).startswith("Section I: with 290 dossiers in place of 280 dossiers")
    assert cause.xpath("a/@href")[0] == "#figure-1-35"
    assert "<u>made up</u>" in text_of(parsed(spoiled()).get_element_by_id("content"))


def test_a_page_of_our_own_is_no_document(tmp_path: Path) -> None:
    """Who takes the page for the report is told so: its cards are no text of the report."""
    write_html(checked(), tmp_path / "trang.html")
    with pytest.raises(DocumentError, match=r"^trang\.html is a page that phulien wrote about a document"):
        check_document(tmp_path / "trang.html")


def test_what_agrees_is_folded_away() -> None:
    """The calculation that agrees can be opened below the document, with its sentence."""
    (folded,) = parsed(checked()).xpath("//details[@class='agreeing']")
    assert text_of(folded.xpath("summary")[0]) == "Further calculations that agree: 1"
    assert "36 dossiers" in text_of(folded)


def test_page_without_findings_says_so() -> None:
    """All agreeing and nothing found are two different sentences, and there is nothing to filter."""
    agrees = parsed(checked("Đã cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi 05 hồ sơ; cấp lại 01 hồ sơ."))
    nothing = parsed(checked("Trời đẹp."))
    assert "every calculation that was found agrees" in text_of(agrees.xpath("//nav")[0])
    assert "no calculation was redone" in text_of(nothing.xpath("//nav")[0])
    assert agrees.xpath("//input") == []


def test_the_same_document_gives_the_same_page() -> None:
    """Checked twice, it is written in the same bytes, without a folder or a time."""
    assert html_page(checked.__wrapped__(), "vi") == html_page(checked(), "vi")


def test_page_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    """An existing file stays as it is unless ``force`` is set, and nothing else is left in the folder."""
    target = tmp_path / "page.html"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(PhulienError, match=r"page\.html exists already"):
        write_html(checked(), target)
    assert target.read_text(encoding="utf-8") == "mine"
    write_html(checked(), target, "vi", force=True)
    assert target.read_text(encoding="utf-8") == html_page(checked(), "vi")
    assert list(tmp_path.iterdir()) == [target]
