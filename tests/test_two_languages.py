"""Both languages show the same numbers, each in its own form; English pages say which words are Vietnamese."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from phulien_analysis.messages import LANGS, Lang
from phulien_analysis.period import Period, say_date

MONTHS = [calendar.month_name[number] for number in range(1, 13)]
BLOCKS = "p, li, td, th, caption, dt, dd, h1, h2, h3, h4, summary, figcaption, svg"
NUMBER = re.compile(r"(?<![\w.,])[−-]?\d(?:[\d.,]*\d)?")
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


def pages(edition: Path) -> list[str]:
    """Every page by its name; the booklet says what they say."""
    return sorted(page.name for page in edition.glob("*.html") if page.name != "report.html")


def content(edition: Path, name: str, lang: Lang) -> Tag:
    """What a page says between its head and its foot, but for code, and for notes, which have words for numbers."""
    home = edition if lang == "vi" else edition / lang
    soup = BeautifulSoup((home / name).read_text("utf-8"), "lxml")
    for aside in soup.select("details.code, p.turn, p.note.ask, ul.statements"):
        aside.decompose()
    return soup.select("main")[0]


def numbers(text: str, lang: Lang) -> list[str]:
    """The numbers of a text, sorted, in one form: days and months as numbers, and a point before decimals.

    ``7 tháng đầu năm`` is January to July, so its 1 is added. What stands in “…” is as printed, in Vietnamese form;
    beside the same number in English form it is no other number.
    """
    printed = re.findall(r"“ ?(\d[\d.,]*) ?”", text)
    text = re.sub(r"“ ?\d[\d.,]* ?”", " ", text)
    if lang == "vi":
        text = re.sub(r"(\d+) tháng đầu năm", r"1 đến \1 năm", text)
        text = re.sub(r"(\d+) tháng cuối năm", lambda found: f"{13 - int(found[1])} đến 12 năm", text)
    else:
        for number, month in enumerate(MONTHS, 1):
            text = re.sub(rf"\b{month}\b", f" {number} ", text)
        text = re.sub(r"\bzero\b", "0", text)
    found = [plain(number, lang) for number in NUMBER.findall(text.translate(str.maketrans("–/", "  ")))]
    quoted = [plain(number, "vi") for number in printed]
    return sorted([*found, *(number for number in quoted if number not in found)])


def plain(number: str, lang: Lang) -> str:
    """A number without groups and leading zeros, whose decimals begin with a point; one of no form stays as it is."""
    groups, point = (".", ",") if lang == "vi" else (",", ".")
    form = rf"[−-]?(?:\d{{1,3}}(?:{re.escape(groups)}\d{{3}})+|\d+)(?:{re.escape(point)}\d+)?"
    if not re.fullmatch(form, number):
        return number
    bare = number.replace(groups, "").replace(point, ".").replace("−", "-")
    return re.sub(r"^(-?)0+(?=\d)", r"\1", bare)


def blocks(page: Tag, lang: Lang) -> Iterator[tuple[list[str], str]]:
    """The numbers of each paragraph, cell and heading that has some, with its text."""
    for block in page.select(BLOCKS):
        if not block.select(BLOCKS):
            text = block.get_text(" ", strip=True)
            if found := numbers(text, lang):
                yield found, text


def test_every_page_has_its_translation(july_edition: Path) -> None:
    """The overview, thirteen topics, findings and passports, in both languages."""
    assert len(pages(july_edition)) == 16
    assert pages(july_edition) == pages(july_edition / "en")


def test_both_languages_show_the_same_numbers(july_edition: Path) -> None:
    """Read back from the pages, block by block in order, and in a block by size, for sentences have another order."""
    count = 0
    for name in pages(july_edition):
        vi, en = (list(blocks(content(july_edition, name, lang), lang)) for lang in LANGS)
        for (left, vietnamese), (right, english) in zip(vi, en, strict=False):
            assert left == right, f"{name}:\n  {vietnamese}\n  {english}"
        assert len(vi) == len(en), name
        count += len(vi)
    assert count > 1500


def test_english_pages_say_what_is_vietnamese(july_edition: Path) -> None:
    """Words with Vietnamese letters stand in an element that says so; names of places are names in any language."""
    foreign = []
    for page in sorted((july_edition / "en").glob("*.html")):
        soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
        for text in soup.find_all(string=True):
            if text.find_parent(["head", "code"]):  # what is only named in the head, and what is written in Python
                continue
            around = text.find_parent(attrs={"lang": True})
            if VIETNAMESE.search(text) and around is not None and around["lang"] != "vi":
                foreign.append(f"{page.name}: {text.strip()[:80]}")
    assert foreign == []


@pytest.mark.parametrize(("vi", "en"), [
    ("52.945,624 triệu đồng", "52,945.624 million dong"), ("07 vụ", "7 cases"),
    ("7 tháng đầu năm 2025", "January–July 2025"),
    ("01–19/7/2025", "1–19 July 2025"), ("chênh lệch −8.417,5", "difference −8,417.5"),
    ("số “1.250,5”", "number “1.250,5”"),
])  # fmt: skip
def test_numbers_are_read_back_in_either_form(vi: str, en: str) -> None:
    """Groups, decimals, signs, days and months; other digits are other numbers."""
    assert numbers(vi, "vi") == numbers(en, "en") != []
    assert numbers(vi.replace("5", "6"), "vi") == numbers(en.replace("5", "6"), "en")
    assert numbers(vi.replace("7", "8").replace("5", "6"), "vi") != numbers(en, "en")


# Dates by Decree 30/2020/NĐ-CP: the day and months 1 and 2 with a leading zero, other months without


@pytest.mark.parametrize(("month", "vietnamese"), list(enumerate(
    ["05/01", "05/02", "05/3", "05/4", "05/5", "05/6", "05/7", "05/8", "05/9", "05/10", "05/11", "05/12"], 1
)))  # fmt: skip
def test_dates_have_the_form_of_the_decree(month: int, vietnamese: str) -> None:
    """Of all months, alone and as the ends of a window; in English the day, the month's name and the year."""
    day = date(2025, month, 5)
    assert say_date(day, "vi") == f"{vietnamese}/2025"
    assert say_date(day, "en") == f"5 {MONTHS[month - 1]} 2025"
    assert Period(None, day).say("vi") == f"đến {vietnamese}/2025"
    assert Period(day, date(2025, month, 19)).say("vi") == f"05–19{vietnamese.removeprefix('05')}/2025"
    assert Period(day, date(2025, month, 19)).say("en") == f"5–19 {MONTHS[month - 1]} 2025"


@pytest.mark.parametrize(("lang", "wrong"), [
    ("vi", r"(?<![\w/.–])\d/\d{1,2}/20\d\d|/0[3-9]/20\d\d|\d/[12]/20\d\d|tháng (0[3-9]\b|[12]/20)|20\d\d-\d\d-\d\d"),
    ("en", r"\d{1,2}/\d{1,2}/20\d\d|\b0\d [A-Z][a-z]+ 20\d\d|20\d\d-\d\d-\d\d"),
])  # fmt: skip
def test_no_page_writes_a_date_in_another_form(july_edition: Path, lang: Lang, wrong: str) -> None:
    """Vietnamese pages have dates in the decree's form, English ones in theirs; neither has those of programs."""
    found = []
    for name in pages(july_edition):
        text = content(july_edition, name, lang).get_text(" ")
        found += [f"{name}: {date[0]}" for date in re.finditer(wrong, text)]
    assert found == []
