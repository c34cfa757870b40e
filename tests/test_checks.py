from pathlib import Path

import pytest

from phulien_analysis.errors import PhulienError
from phulien_analysis.publishing.checks import check_edition

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:">'
GOOD = (
    f'<!DOCTYPE html><html lang="vi"><head><title>t</title>{POLICY}</head>'
    "<body><main><h1>t</h1>{}</main></body></html>"
)


def checked(folder: Path, body: str, page: str = GOOD) -> str:
    """What is said about an edition with one page; empty if it may be published."""
    (folder / "index.html").write_text(page.format(body), encoding="utf-8")
    try:
        check_edition(folder, ["index.html"], outside=["../../index.html", "../feed.xml"])
    except PhulienError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("body", [
    '<p id="here">a<br>b<br/></p><a href="#here">x</a><a href="index.html#here">x</a>',
    '<a href="https://example.org">x</a><a href="mailto:a@example.org">x</a><a href="../../index.html">x</a>',
    '<img src="data:image/png;base64,AA" alt="words"><p style="color: red">x</p>',
    "<ul><li>a<ul><li>b<li>c</ul><li>d</ul><dl><dt>a<dd>b<dd>c</dl>",
    "<table><caption>a</caption><thead><tr><th>a<th>b<tbody><tr><th>a<td>b<tr><td>c<tbody><tr><td>d</table>",
    '<script type="application/ld+json">["a \\u003c b"]</script><link rel="alternate" href="../feed.xml">',
    '<svg viewBox="0 0 1 1"><title>a</title><path id="p"/><use href="#p"/><path id="p"/><g clip-path="url(#p)"/></svg>',
])  # fmt: skip
def test_a_good_page_is_let_through(tmp_path: Path, body: str) -> None:
    """Links that lead somewhere, images with words, and drawings are as they should be."""
    assert checked(tmp_path, body) == ""


@pytest.mark.parametrize(("body", "said"), [
    ("<script>x</script>", "<script> must not be on a page"),
    ('<script type="application/ld+json">let x</script>', "its block of data is not JSON"),
    ('<script type="application/ld+json" src="a.json">1</script>', "<script> must not be on a page"),
    ('<script type="text/javascript">1</script>', "<script> must not be on a page"),
    ('<link rel="alternate" href="gone.xml">', "the link 'gone.xml' leads nowhere"),
    ('<iframe src="data:,"></iframe>', "<iframe> must not be on a page"),
    ('<img src="https://example.org/a.png" alt="a">', "<img src> loads 'https://example.org/a.png'"),
    ('<img src="a.png" alt="a">', "<img src> loads 'a.png'"),
    ('<img srcset="a.png 2x" src="data:," alt="a">', "<img srcset> loads"),
    ('<link rel="stylesheet" href="style.css">', "<link href> loads 'style.css'"),
    ('<svg><image href="http://example.org/a.svg"/></svg>', "<image href> loads"),
    ('<p style="background: url(http://example.org/a.png)">x</p>', "<p style> loads"),
    ("<style>@import 'a.css'</style>", "its style sheet loads a file"),
    ('<p onclick="x()">x</p>', "<p onclick> would run code"),
    ('<meta http-equiv="Refresh" content="0; url=a.html">', "the page goes elsewhere by itself"),
    ('<img src="data:,">', "an image has no words"),
    ('<a href="gone.html">x</a>', "the link 'gone.html' leads nowhere"),
    ('<a href="#gone">x</a>', "the link '#gone' leads nowhere"),
    ('<a href="javascript:x()">x</a>', "the link 'javascript:x()' leads nowhere"),
    ('<a href="../secret.html">x</a>', "the link '../secret.html' leads nowhere"),
    ("<p><b>x</p></b>", "</p> closes <b>"),
    ("<ul><li><b>x</ul>", "</ul> closes <b>"),
    ("<ul><li>x</ul></li>", "</li> closes <main>"),
    ("<table><tr><td>x</table></td>", "</td> closes <main>"),
    ("<p>x</b></p>", "</b> closes <p>"),
    ("<div>", "closes <div>"),
    ("<h1>again</h1>", "it has 2 <h1>, expected one"),
    ('<p id="a">x</p><p id="a">y</p>', "2 elements have the id 'a'"),
    ("<pre>&lt;Thing at 0x7f3a2b1c&gt;</pre>", "it holds the address of an object in memory"),
    ("<pre>/x/.building-phu-lien-2025-07-abc/data</pre>", "it holds the folder it was built in"),
])  # fmt: skip
def test_a_page_that_is_not_fit_is_told(tmp_path: Path, body: str, said: str) -> None:
    """Whatever would load, run, lead nowhere or differ from run to run is named with its page."""
    found = checked(tmp_path, body)
    assert "index.html: " in found
    assert said in found


def test_a_page_that_is_cut_short_is_told(tmp_path: Path) -> None:
    """A page that lacks its end is not whole."""
    assert "<html> is never closed" in checked(tmp_path, "", GOOD.removesuffix("</html>"))


def test_a_file_that_was_not_made_is_told(tmp_path: Path) -> None:
    """Every file of the contract must be there."""
    with pytest.raises(PhulienError, match=r"figures\.csv: it was not made"):
        check_edition(tmp_path, ["figures.csv"], outside=[])


@pytest.mark.parametrize("policy", ["", POLICY.replace("'none'", "'self'")])
def test_a_page_must_forbid_scripts_itself(tmp_path: Path, policy: str) -> None:
    """Without a policy, or with one that lets the site's own scripts run, it is not published."""
    said = checked(tmp_path, "<p>x</p>", GOOD.replace(POLICY, policy))
    assert "its Content-Security-Policy does not forbid scripts" in said
