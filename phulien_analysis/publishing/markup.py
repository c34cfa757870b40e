"""Finishing touches on the HTML of a page's content: headings, tables and links.

Notebooks and views write each piece without knowing the page it will stand on; here the pieces are
fitted to it. The page's own title is its one ``h1``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from phulien_analysis.attributes import unquoted

HEADING = re.compile(r"^h[1-6]$")
FIGURES = "figures.html"  # the page of passports
_SHAPE_END = re.compile(r"></(?:rect|line|path)>")
_IMPLIED_END = re.compile(r"""
    </li>(?=\s*(?:<li\b|</[ou]l>))
  | </d[dt]>(?=\s*(?:<d[dt]\b|</(?:dl|div)>))
  | </t[dh]>(?=<t[dh]\b|</tr>)
  | </tr>(?=<tr\b|</t(?:head|body)>)
  | </t(?:head|body)>(?=<tbody\b|</table>)
""", re.VERBOSE)  # fmt: skip
"""Ends that HTML need not have where the next tag implies them."""
_WINDOW = re.compile(r"""
  [(“]? (?:
      \b\d{2}–\d{2}/\d{1,2}(?:/\d{4})?\b                 # 01–19/7/2025
    | \btháng[ ]\d{1,2}–\d{1,2}/\d{4}\b                   # tháng 1–6/2025
    | \b\d{1,2}–\d{1,2}[ ][A-Z][a-z]+(?:[ ]\d{4})?\b      # 1–19 July 2025
    | \b[A-Z][a-z]+–[A-Z][a-z]+[ ]\d{4}\b                # January–June 2025
  ) [)”,;.:]*
""", re.VERBOSE)  # fmt: skip
"""A window of days or months with a dash in it, as ``Period.say`` writes it, with the marks that cling to it."""
_MARK = re.compile(r"(<[^>]*>)")
_AS_IT_IS = ["svg", "pre", "code", "style", "script", "title"]
NUMBER = re.compile(r'<a class="passport" href="[^"#]*#([^"]+)"')


def fit(content: str, notebooks: Mapping[str, str], *, shows: bool = True) -> str:
    """The content of a page, fitted to it.

    - An opening ``h1`` is dropped: it is the title of a notebook in JupyterLab, and on a page the
      topic's label stands there. The other headings start at ``h2``, without skipping a level, and
      can be linked to.
    - A table that is not ours, which fit everywhere, can be scrolled, also with the keyboard, in a region named like
      its caption.
    - What is only counted here leads to the page that has it.
    - A link to a notebook (``notebooks``: file name to page) leads to its page.
    - A number with a passport is a link to it, on the page of passports; it has a name where the page is one that
      ``shows`` numbers, so that passports lead there.
    - A window of days stays on one line where it has room.
    """
    soup = BeautifulSoup(content, "html.parser")
    _drop_title(soup)
    _fit_headings(soup)
    _wrap_tables(soup)
    _link_ways(soup)
    for link in soup.find_all("a", href=True):
        name, mark, part = str(link["href"]).partition("#")
        link["href"] = notebooks.get(name, name) + mark + part
    _link_numbers(soup, named=shows)
    _hold_windows(soup)
    return str(soup).strip()


def numbers_on(content: str) -> set[str]:
    """The names of the passports of the numbers that a content shows, fitted to its page."""
    return set(NUMBER.findall(content))


def with_further_figures(content: str, folded: str) -> str:
    """The content of a page with folded figures after the way to all of its topic."""
    before, way, after = content.rpartition(f'<a href="{FIGURES}#')
    head, end, rest = after.partition("</p>")
    return f"{before}{way}{head}{end}{fit(folded, {})}{rest}" if way else content + fit(folded, {})


def windows_held(content: str) -> str:
    """A content that is not fitted, with each window of days in the element that keeps it on a line.

    >>> windows_held('<td>01–19/7/2025</td>')
    '<td><bdi>01–19/7/2025</bdi></td>'
    """
    pieces = _MARK.split(content)
    pieces[::2] = [_WINDOW.sub(r"<bdi>\g<0></bdi>", text) for text in pieces[::2]]
    return "".join(pieces)


def tight(page: str) -> str:
    """A page without what it need not have: ends that the next tag implies, ends of shapes, quotes, numbers' class.

    Where a number leads tells the style sheet enough. What stands between tags, and what is in a tag but no plain
    value, stays as it is.

    >>> tight('<tr><td class="total"><a href="figures.html#f-1" title="a b">5 > 4</a></td></tr></tbody></table>')
    '<tr><td class=total><a href=figures.html#f-1 title="a b">5 > 4</a></table>'
    """
    page = page.replace('<a class="passport" ', "<a ").replace("<br/>", "<br>")
    return _IMPLIED_END.sub("", unquoted(_SHAPE_END.sub(" />", page)))


def anchor(text: str) -> str:
    """A heading's ``id``: its words without accents, joined by hyphens.

    >>> anchor("Đạt bao nhiêu so với dự toán?")
    'dat-bao-nhieu-so-voi-du-toan'
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "-".join(words) or "section"


def _drop_title(soup: BeautifulSoup) -> None:
    first = soup.find(HEADING)
    if first is None or first.name != "h1":
        return
    around = first.parent
    first.decompose()
    if around and around.name == "div" and not around.find(True):
        around.decompose()


def _fit_headings(soup: BeautifulSoup) -> None:
    above: list[str] = []
    taken = Counter({str(tag["id"]): 1 for tag in soup.find_all(id=True)})
    for heading in soup.find_all(HEADING):
        while above and above[-1] >= heading.name:
            above.pop()
        above.append(heading.name)
        heading.name = f"h{min(len(above) + 1, 6)}"
        if not heading.get("id"):
            heading["id"] = _unused(anchor(heading.get_text()), taken)


def _link_numbers(soup: BeautifulSoup, *, named: bool) -> None:
    """Make links of the numbers; where ``named``, the first of each that is in sight can be linked to."""
    numbers = soup.find_all("data", value=True)
    spots: dict[str, Tag] = {}
    for number in sorted(numbers, key=lambda tag: tag.find_parent("details") is not None):
        spots.setdefault(str(number["value"]), number)
    for number in numbers:
        name, beside = str(number["value"]), number.get("class") == ["beside"]
        number.name = "a"
        number.attrs = {"class": "passport", "href": f"{FIGURES}#{name}"}
        if named and spots[name] is number:
            number["id"] = name
        if beside:
            number["tabindex"] = "-1"


def _hold_windows(soup: BeautifulSoup) -> None:
    """Each window in an element that the style sheet keeps together: a line could be broken after its dash."""
    for text in soup.find_all(string=_WINDOW):
        if isinstance(text, PreformattedString) or text.find_parent(_AS_IT_IS):
            continue
        pieces: list[Tag | str] = []
        end = 0
        for window in _WINDOW.finditer(text):
            pieces += [text[end : window.start()], soup.new_tag("bdi", string=window[0])]
            end = window.end()
        text.replace_with(*(piece for piece in [*pieces, text[end:]] if piece))


def _link_ways(soup: BeautifulSoup) -> None:
    for way in soup.select("p.way[data-page]"):
        page, topic = way.attrs.pop("data-page"), way.attrs.pop("data-topic")
        link = soup.new_tag("a", attrs={"href": f"{page}.html#{topic}"})
        link.extend(list(way.contents))
        way.append(link)


def _wrap_tables(soup: BeautifulSoup) -> None:
    taken: Counter[str] = Counter()
    for table in soup.select("table:not(.figures)"):
        region = table.find_parent(attrs={"role": "region"})
        if region is None:
            attributes = {"class": "table-scroll", "role": "region", "tabindex": "0"}
            region = table.wrap(soup.new_tag("div", attrs=attributes))
        caption = table.find("caption")
        name = caption.get_text(" ", strip=True) if caption else "table"
        region["aria-label"] = _unused(name, taken, " ({})")


def _unused(name: str, taken: Counter[str], suffix: str = "-{}") -> str:
    """The name itself the first time, then with a number."""
    taken[name] += 1
    return name if taken[name] == 1 else name + suffix.format(taken[name])
