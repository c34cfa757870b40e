"""A checked document told in the terminal and to other programs. All texts are made up."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from phulien_analysis.errors import PhulienError
from phulien_analysis.exchange import to_json
from phulien_analysis.marking.listing import print_listing
from phulien_analysis.marking.outline import by_section, remarkable
from phulien_analysis.marking.pages import html_page
from phulien_analysis.marking.records import checked_record
from phulien_analysis.marking.remarks import remarks_of
from phulien_analysis.marking.tally import tally
from phulien_analysis.marking.writing import replaced
from phulien_analysis.messages import Lang
from phulien_analysis.stated.checking import CheckedDocument
from tests.made_up_checked import SHARED, checked, checked_paragraphs, row

AGREES = "I. CHUNG\nĐã cấp 36 hồ sơ, trong đó: cấp mới 30 hồ sơ; thay đổi 05 hồ sơ; cấp lại 01 hồ sơ.\n"
NOTHING = "I. CHUNG\nTrời đẹp.\n"


def listed(document: CheckedDocument, lang: Lang = "en", width: int = 80) -> str:
    """What the terminal shows, lines as they are, without the spaces at their ends."""
    file = io.StringIO()
    print_listing(document, lang, Console(file=file, width=width, highlight=False))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def plain(text: str) -> str:
    """A text on one line with ordinary spaces."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_each_calculation_is_counted_once_and_malformed_numbers_apart() -> None:
    """A percentage that differs, a sum that agrees and a malformed number: two calculations, one of them agrees."""
    counted = tally(checked().findings)
    assert (counted.calculations, counted.agree, counted.malformed) == (2, 1, 1)
    assert [line.say("en") for line in counted.rest] == ["Does not agree: 1", "Numbers whose form cannot be read: 1"]


def test_verdicts_are_counted_worst_first() -> None:
    """What differs stands before what agrees with its decimals cut off, and that before what cannot be told."""
    found = checked().findings[0]
    cut, unsure = replace(found, fit="truncated"), replace(found, verdict="cannot_tell")
    lines = [line.say("en") for line in tally([unsure, cut, unsure, found]).rest]
    assert lines == ["Does not agree: 1", "Agrees if the decimals are cut off: 1", "Not enough to tell: 2"]


def test_findings_to_read_are_numbered_in_the_order_of_the_document() -> None:
    """The sum agrees and has no number; the two others are 1 and 2."""
    assert [(item.number, item.finding.id) for item in remarkable(checked())] == [
        (1, "percent@I.1 p1 #3"),
        (2, "format@II.1 p1 #1"),
    ]


def test_findings_stand_under_the_heading_of_their_section() -> None:
    """Each section with findings has its number and heading, and those where all agree have nothing to read."""
    assert [(s.title, len(s.findings), len(s.told)) for s in by_section(checked())] == [
        ("I.1. Thu ngân sách", 1, 1),
        ("I.2. Đăng ký kinh doanh", 1, 0),
        ("II.1. Quà tặng", 1, 1),
    ]


def test_a_long_heading_is_cut_at_a_word() -> None:
    """A heading of 200 characters names its section with at most 100 of them."""
    (section,) = by_section(checked(f"I. {'VIỆC ' * 40}\n{AGREES.splitlines()[1]}\n"))
    assert section.title == "I. " + "VIỆC " * 19 + "…"


def test_listing_tells_place_printed_number_and_sentence() -> None:
    """A finding stands under its section with its paragraph, the number as printed, verdict and sentence."""
    text = listed(checked())
    assert (
        "I.1. Thu ngân sách\n  paragraph 1: 86%\n  Does not agree, to be reviewed before signing\n  Section I.1:"
        in text
    )
    assert "gives 96%, a difference of 10 percentage points" in text
    assert "  Calculations of this section: 1; agree: 0; to read: 1." in text
    assert "I.2." not in text, "a section in which all agrees is only counted"
    assert text.endswith(
        "Calculations found: 2; of these agree: 1.\n  Does not agree: 1\n  Numbers whose form cannot be read: 1"
    )


def test_listing_names_a_footnote() -> None:
    """A finding in a note is found by the note's number."""
    text = "I. CHUNG\n1. Cấp giấy\nĐã cấp giấy(1).\n\n(1) Giải ngân 480 triệu đồng/500 triệu đồng, đạt 86% kế hoạch.\n"
    assert "footnote 1" in listed(checked(text))


def test_listing_tells_the_causes() -> None:
    """One changed figure stands behind two findings: the listing says which, once, below them."""
    text = plain(listed(checked(SHARED)))
    assert "What one change would explain Section I: with 290 dossiers in place of 280 dossiers" in text


def test_listing_tells_the_cause_of_one_finding_with_it() -> None:
    """What would make the percentage hold is the end of its own finding, and is told once."""
    text = plain(listed(checked()))
    assert "Please check the percentage, the actual or the plan. With 96% in place of 86% this calculation" in text
    assert text.count("in place of") == 1
    assert "What one change would explain" not in text


def test_listing_leaves_a_narrow_terminal_to_the_sentences() -> None:
    """The place of a number in a table takes a line of its own: the sentence has the width of the terminal."""
    head = row(0, "Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)")
    roads = row(1, "Giao thông công cộng", "400", "300", "57,0")
    schools, health = row(2, "Giáo dục", "350", "252", "72,0"), row(3, "Y tế", "150", "96", "64,0")
    document = checked_paragraphs(head, roads, schools, health)
    lines = listed(document, width=80).splitlines()
    assert any("57.0%" in line and "column" in line for line in lines), "300/400 = 75 %, printed 57,0"
    assert max(len(line) for line in lines) > 60


def test_listing_speaks_vietnamese() -> None:
    """Without English words, but for the name of the file."""
    text = listed(checked(), "vi")
    assert "đoạn 1" in text
    assert "Chưa khớp, cần rà soát trước khi trình ký" in text
    assert "Tìm thấy 2 phép tính, trong đó 1 phép tính khớp." in text


def test_listing_of_a_document_in_which_all_agree_is_two_lines() -> None:
    """The name, and how many calculations were found and agree."""
    assert listed(checked(AGREES)) == "bao-cao.txt\n\nCalculations found: 1; of these agree: 1."


def test_listing_says_when_no_calculation_was_found() -> None:
    """Nothing found is not the same as all well, and is said in a sentence."""
    assert "No calculation was found: the text states no total with its parts" in listed(checked(NOTHING))


def test_listing_tells_how_the_document_was_read() -> None:
    """A remark of the reader, such as an old encoding, stands before the findings."""
    document = checked(AGREES)
    read_so = replace(document, document=replace(document.document, remarks=("made up: old letters",)))
    assert "How it was read: made up: old letters" in listed(read_so)


def test_listing_passes_no_control_character_on() -> None:
    """A file's name may hold an escape sequence; the terminal never sees it, nor takes brackets for markup."""
    text = listed(checked(AGREES, "a\x1b[31m[bold]\x9b.txt"))
    assert text.startswith("a[31m[bold].txt\n")


@pytest.mark.parametrize("width", [30, 60, 200])
def test_listing_fits_any_terminal(width: int) -> None:
    """No line is longer than the terminal is wide, and the number is never cut off."""
    text = listed(checked(), width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "86%" in text


def test_record_has_the_fields_of_the_contract() -> None:
    """Schema, no ward, no month, the document with its paragraphs, and findings with places in them."""
    record = json.loads(to_json(checked_record(checked())))
    assert list(record) == ["schema", "ward", "month", "document", "findings", "causes"]
    assert (record["schema"], record["ward"], record["month"]) == (1, None, None)
    assert list(record["document"]) == ["name", "format", "sha256", "remarks", "paragraphs"]
    assert list(record["document"]["paragraphs"][3]) == ["index", "section", "place", "kind", "text"]
    stated = record["findings"][0]["stated"]
    assert stated == {
        "indicator": None,
        "measure": "percent_of_plan",
        "label": stated["label"],
        "printed": "86",
        "unit": "percent",
        "low": "85.5",  # 86 is printed without decimals: half a unit either way
        "high": "86.5",
        "source": "I.1 p1 #3",
        "paragraph": 3,
        "start": 59,  # “Thu ngân sách thực hiện 480 triệu đồng/500 triệu đồng, đạt ” has 59 characters
        "end": 61,
    }


def test_every_place_in_a_record_holds_the_printed_number() -> None:
    """Cutting the paragraph's text from start to end gives what is printed, for stated figures and operands."""
    record = checked_record(checked())
    texts = {p["index"]: p["text"] for p in record["document"]["paragraphs"]}
    figures = [f for finding in record["findings"] for f in (finding["stated"], *finding["operands"])]
    assert len(figures) == 8  # 86 with 480 and 500; 36 with 30, 05 and 01; 31.5000.000
    assert all(texts[f["paragraph"]][f["start"] : f["end"]] == f["printed"] for f in figures)


def test_a_place_is_the_digits_without_the_words_around_them() -> None:
    """Of “gần 31.5000.000 đồng” the place is the number alone."""
    (finding,) = checked_record(checked("I. CHUNG\nTặng quà gần 31.5000.000 đồng."))["findings"]
    # “Tặng quà gần ” has 13 characters, 31.5000.000 has 11
    assert (finding["stated"]["start"], finding["stated"]["end"]) == (13, 24)


def test_record_tells_causes_with_their_repairs() -> None:
    """The likeliest cause of the one broken percentage is the percentage: 96 in place of 86."""
    (cause,) = checked_record(checked())["causes"]
    assert cause["broken"] == ["percent@I.1 p1 #3"]
    assert (cause["candidates"][0]["figure"]["printed"], cause["candidates"][0]["repairs"]) == ("86", ["96"])
    assert set(cause) == {"broken", "candidates", "message_vi", "message_en"}


def test_the_same_document_gives_the_same_record() -> None:
    """Checked twice, it is written in the same bytes."""
    again = checked.__wrapped__()
    assert again is not checked()
    assert to_json(checked_record(again)) == to_json(checked_record(checked()))


def test_remarks_stand_at_the_stated_numbers_and_at_the_likeliest_cause() -> None:
    """Each finding is a remark at its number; a cause of several is one at the figure that explains them."""
    remarks = list(remarks_of(checked(), "en"))
    texts = [p.text for p in checked().document.paragraphs]
    assert [texts[r.paragraph][r.start : r.end] for r in remarks] == ["86", "31.5000.000"]
    assert remarks[0].text.startswith("Does not agree, to be reviewed before signing.\nSection I.1: ")
    assert "With 96% in place of 86% this calculation would hold" in plain(remarks[0].text)
    shared = list(remarks_of(checked(SHARED), "en"))
    texts = [p.text for p in checked(SHARED).document.paragraphs]
    assert [texts[r.paragraph][r.start : r.end] for r in shared] == ["90,6", "30", "280"]
    assert plain(shared[2].text).startswith("Section I: with 290 dossiers in place of 280 dossiers")


def test_a_finding_or_cause_without_a_figure_has_no_remark() -> None:
    """What stands nowhere in the text is told in the listing, but has no place in the margin."""
    document = checked()
    findings = tuple(replace(finding, stated=None) for finding in document.findings)
    causes = tuple(replace(cause, candidates=()) for cause in document.causes)
    nowhere = replace(document, findings=findings, causes=causes)
    assert list(remarks_of(nowhere, "en")) == []
    assert "gives 96%" in listed(nowhere)
    assert html_page(nowhere, "en").count('id="finding-') == 2  # below the document
    shared = checked(SHARED)
    causes = tuple(replace(cause, candidates=()) for cause in shared.causes)
    remarks = list(remarks_of(replace(shared, causes=causes), "en"))
    assert [plain(remark.text).split(",")[0] for remark in remarks] == ["Does not agree", "Does not agree"]


def fill_the_disk(target: Path) -> None:
    """Fail half way."""
    with replaced(target) as made:
        made.write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    """A full disk is told with the name of the file, and the folder is as before."""
    target = tmp_path / "page.html"
    with pytest.raises(PhulienError, match=r"page\.html cannot be written \(No space left on device\)"):
        fill_the_disk(target)
    assert list(tmp_path.iterdir()) == []
