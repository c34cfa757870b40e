"""Style sheets as a page carries them: what is left out changes nothing on the page."""

from pathlib import Path

import pytest

from phulien_analysis.publishing import styles
from phulien_analysis.publishing.pages import TEMPLATE, TEMPLATES

SHEET = TEMPLATES / TEMPLATE / "style.css"
PAGE = '<main id="content"><p class="answer note">a <a href="b">b</a></p></main>'


def cut(tmp_path: Path, sheet: str, page: str = PAGE) -> str:
    """What the page keeps of a sheet."""
    file = tmp_path / "sheet.css"
    file.write_text(sheet, encoding="utf-8")
    styles.rules.cache_clear()
    return styles.needed((file,), page)


@pytest.mark.parametrize("selector", [
    "p", "p.answer", "main > p a", "#content", "a[href]", '[href^="b"]', "a:hover", "p::before", "p:nth-last-child(2n)",
    "a:not(.other)", "p:has(a:focus-visible)", "a:target", "p:not([open])", "*", ":root", "p.note:lang(vi)",
])  # fmt: skip
def test_a_rule_that_something_on_the_page_can_use_stays(tmp_path: Path, selector: str) -> None:
    """Tags, classes, ids and attributes that are there; states come and go, and what must not be there need not."""
    assert cut(tmp_path, f"{selector} {{ color: red; }}").endswith("{color:red}")


@pytest.mark.parametrize(
    "selector", ["table", "p.finding", "main > table a", "#pages", "a[rel]", "p:has(table)", "dl > p"]
)
def test_a_rule_that_nothing_on_the_page_can_use_goes(tmp_path: Path, selector: str) -> None:
    """A tag, a class, an id or an attribute that is nowhere on the page."""
    assert cut(tmp_path, f"{selector} {{ color: red; }}") == ""


def test_of_several_selectors_those_that_can_be_used_stay(tmp_path: Path) -> None:
    """Each selector of a rule is looked at by itself, inside a query of media, too; an empty query goes."""
    sheet = "p, table { margin: 0; } @media print { p:is(.note, .x), td { top: 0; } } @media screen { td { top: 0; } }"
    assert cut(tmp_path, sheet) == "p{margin:0}@media print{p:is(.note,.x){top:0}}"


def test_what_only_people_need_goes_and_what_browsers_need_stays(tmp_path: Path) -> None:
    """Comments and blanks go; blanks in strings and calculations, and the rules of paper, stay."""
    sheet = """
      /* A comment: { } */
      p { width: calc(1rem - 2px); font: 1rem/1.5 "Segoe UI", sans-serif; content: "a , b: c"; }
      @page { size: A4; @bottom-right { content: counter(page) " / " counter(pages); } }
    """
    assert cut(tmp_path, sheet) == (
        'p{width:calc(1rem - 2px);font:1rem/1.5 "Segoe UI",sans-serif;content:"a , b: c"}'
        '@page{size:A4;@bottom-right { content:counter(page) " / " counter(pages);}}'
    )


def test_a_variable_is_called_by_a_letter_but_for_those_that_the_page_sets(tmp_path: Path) -> None:
    """The one used most gets the first; what an element of the page sets keeps its name."""
    rules = "p { color: var(--soft); top: var(--h2) } a { color: var(--line); left: var(--soft) }"
    page = '<p style="--h2:1px"><a>a</a></p>'
    assert cut(tmp_path, f":root {{ --line: red; --soft: blue }} {rules}", page) == (
        ":root{--b:red;--a:blue}p{color:var(--a);top:var(--h2)}a{color:var(--b);left:var(--a)}"
    )


def test_a_brace_that_is_never_closed_is_told(tmp_path: Path) -> None:
    """A mistake in a sheet is not published."""
    with pytest.raises(ValueError, match=r"never closed: 'p \{"):
        cut(tmp_path, "p { color: red; ")


def test_our_sheets_hold_only_what_the_reader_of_sheets_knows() -> None:
    """Nothing is denied inside what is denied, and no at-rule but these two."""
    for sheet in SHEET.parent.glob("*.css"):
        heads = [head for rule in styles.rules(sheet) for head in rule.heads]
        assert {head.split("(")[0].split()[0] for head in heads if head.startswith("@")} <= {"@media", "@page"}
        assert not any(":not(:" in head for head in heads)
