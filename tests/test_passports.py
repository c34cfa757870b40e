"""Passports: how numbers are named, what a number's card says, and how a page makes links of numbers."""

import pytest
from bs4 import BeautifulSoup, Tag

from phulien_analysis import Report, views
from phulien_analysis.passports import Passports, calculation_name, figure_name
from phulien_analysis.publishing.markup import fit, numbers_on
from phulien_analysis.tables import Cell, traced
from tests.made_up import report_of


def half() -> Report:
    """A made-up plan, what was done of it, and a percentage that does not follow."""
    return report_of(
        "a actual 2025-01..2025-06 3.120 million-dong @ II.1 p1 #1",
        "a plan 2025-01..2025-12 6.500 million-dong @ II.1 p1 #2",
        "a percent_of_plan 2025-01..2025-06 48,6 percent @ II.1 p1 #3",
    )


def card(report: Report, name: str) -> Tag:
    """A row of the page of passports."""
    page = BeautifulSoup(
        views.figures_page(
            report, {name: [("index.html", "Overview"), ("made-up-topic.html", "Made up")]}, "findings.html"
        ),
        "html.parser",
    )
    found = page.find(id=name)
    assert found is not None
    return found


def terms(found: Tag) -> dict[str, str]:
    """What a row says, by the headings of its table; its name and place are one."""
    table = found.find_parent("table")
    assert table is not None
    heads, told = table.select("thead th"), found.select("th, td")
    return {head.get_text(): cell.get_text(" ") for head, cell in zip(heads, told, strict=True)}


@pytest.mark.parametrize(("source", "name"), [
    ("II.1.1 fn1 #3", "f-ii-1-1-fn1-3"),
    ("III p2 #1", "f-iii-p2-1"),
    ("II.4 #12", "f-ii-4-12"),
])  # fmt: skip
def test_a_figure_is_named_by_its_source(source: str, name: str) -> None:
    """The name is the source in small letters with hyphens, so that it stays when rows are added."""
    (figure,) = report_of(f"a actual 2025-07 5 person @ {source}").figure_list
    assert figure_name(figure) == name


def test_no_two_numbers_of_a_month_have_one_name(july: Report) -> None:
    """Names of figures, derived figures and calculations are all different."""
    names = [*map(figure_name, july.figure_list), *map(figure_name, july.derived_list)]
    names += map(calculation_name, july.finding_list)
    assert len(set(names)) == len(names)


def test_a_derived_figure_is_named_by_what_it_is(july: Report) -> None:
    """Indicator, measure and window: the name does not change with the formula or the order."""
    shares = [figure_name(d) for d in july.derived_list if d.check == "share-dossiers-online"]
    assert shares == ["d-dossiers-online-share-2025-07-01-2025-07-20"]


def test_a_row_says_all_that_is_known_of_a_figure() -> None:
    """Name, place, digits, window, interval, the calculation with what it gave, and the way back."""
    found = card(half(), "f-ii-1-p1-3")
    # 3119.5 / 6500.5 = 47.9886 % and 3120.5 / 6499.5 = 48.0114 %, rounded outwards to one decimal more than is said
    assert terms(found) == {
        "Indicator": "Made-up a – percent of plan Section II.1, paragraph 1, number 3 there",
        "As printed": "48.6% “48,6” %",
        "Window": "January–June 2025",
        "Interval": "48.55 – 48.65",
        "Calculations it takes part in": "percent of plan: Does not agree  (48.00%; 47.988 – 48.012)",
        "Also shown on": "Overview",
    }
    assert [(a.get_text(), str(a["href"])) for a in found.find_all("a")] == [
        ("48.6%", "made-up-topic.html#f-ii-1-p1-3"),
        ("percent of plan: Does not agree", "findings.html#percent-II.1-p1--3"),
        ("Overview", "index.html#f-ii-1-p1-3"),
    ]
    assert found.find(id="c-percent-II.1-p1--3") is not None


def test_where_no_number_is_on_a_further_page_there_is_no_column_for_it() -> None:
    """The number leads back; a column without a word in any row is left out."""
    page = BeautifulSoup(
        views.figures_page(half(), {"f-ii-1-p1-3": [("made-up-topic.html", "Made up")]}, ""), "html.parser"
    )
    assert [th.get_text() for th in page.select("thead th")][-2:] == ["Interval", "Calculations it takes part in"]
    assert [a["href"] for a in page.select("td:nth-child(2) a")] == ["made-up-topic.html#f-ii-1-p1-3"]


def test_an_operand_names_the_calculation_and_its_verdict_only() -> None:
    """What the calculation gave stands in the row of the figure that it redoes, to which a link leads."""
    found = card(half(), "f-ii-1-p1-1")
    assert terms(found)["Calculations it takes part in"] == "percent of plan: Does not agree ( Section II.1 )"
    assert [str(a["href"]) for a in found.select("td li a")] == ["#c-percent-II.1-p1--3"]
    assert [f.id for f in Passports(half()).calculations(half().figure_list[0])] == ["percent@II.1 p1 #3"]


def test_a_malformed_number_is_told_as_printed_without_a_value() -> None:
    """Nothing is guessed: the digits stand as they are, and the interval says that there is no value."""
    said = terms(card(report_of("a actual 2025-07 31.5000.000 dong @ II.1 p1 #1"), "f-ii-1-p1-1"))
    assert (said["As printed"], said["Interval"]) == ("31.5000.000\N{NO-BREAK SPACE}dong", "no value")


def test_a_derived_figure_links_what_it_was_worked_out_from(july: Report) -> None:
    """Its row has the formula for a place, and a link to the row of each operand."""
    found = card(july, "d-dossiers-online-share-2025-07-01-2025-07-20")
    assert terms(found)["Indicator"].startswith(
        "Dossiers received online – share “Dossiers received online” (1–20 July"
    )
    operands = [str(a["href"]) for a in found.select("ul a")]
    assert len(operands) == 2
    assert all(href.startswith("#f-") for href in operands)


def test_a_number_in_a_notebook_is_data_and_on_a_page_a_link() -> None:
    """JupyterLab shows the number as it is; the page leads to its passport, and the first in sight can be linked to."""
    folded = f"<details><summary>x</summary>{traced('5', 'f-ii-1')}</details>"
    content = f"{folded}<p>{traced('5', 'f-ii-1')} {traced('4 – 6', 'f-ii-1', beside=True)} {traced('7', '')}</p>"
    assert numbers_on(fit(content, {})) == {"f-ii-1"}
    assert '<data value="f-ii-1">5</data>' in content
    links = BeautifulSoup(fit(content, {}), "html.parser").find_all("a")
    assert [link.get_text() for link in links] == ["5", "5", "4 – 6"]
    assert {str(link["href"]) for link in links} == {"figures.html#f-ii-1"}
    assert [link.get("id") for link in links] == [None, "f-ii-1", None]
    assert [link.get("tabindex") for link in links] == [None, None, "-1"]


def test_words_after_a_number_are_no_part_of_the_link() -> None:
    """The verdict beside a recomputed number is not what is linked; text that could be markup is escaped."""
    cell = Cell("31 <b> (agrees)", passport="c-x", words=" (agrees)")
    assert cell.html("") == '<td><data value="c-x">31 &lt;b&gt;</data> (agrees)</td>'
