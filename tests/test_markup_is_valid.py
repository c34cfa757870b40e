"""Pages and feeds by the standards: the W3C's Nu Html Checker finds no error, and feeds follow RFC 4287's schema."""

import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from phulien_analysis.publishing.feed import Entry, atom
from tests.programs import missing, needs

SCHEMA = Path(__file__).with_name("atom.rng")
ENTRY = Entry("made-up-ward", "Phường Giả Định", "2025-07", "", {"vi": "2025-07/index.html"})
LATER_THAN_THE_CHECKER = {
    "CSS: “container-type”: Property “container-type” doesn't exist.",  # CSS Containment 3: all browsers since 2023
    "CSS: “font-size”: Parse Error.",  # clamp() with cqi, a unit of the same
}
"""What the checker's copy of CSS does not know yet; anything else in a style sheet is an error."""


def checker() -> list[str]:
    """The command that checks."""
    jar = Path(os.environ.get("PHULIEN_VNU", "vnu.jar"))
    if not jar.is_file():
        missing("the Nu Html Checker is missing; .ci/run installs npm's build, and PHULIEN_VNU names its vnu.jar")
    return [needs("java"), "-Xss8m", "-jar", str(jar), "--stdout", "--exit-zero-always", "--format", "json"]


def errors(*pages: Path) -> list[dict[str, Any]]:
    """What the checker calls errors; a page that it could not read is one."""
    answer = subprocess.run([*checker(), *map(str, pages)], capture_output=True, text=True, check=True, timeout=300)
    messages: list[dict[str, Any]] = json.loads(answer.stdout)["messages"]
    return [message for message in messages if message["type"] != "info"]


def test_the_checker_finds_no_error(july_edition: Path) -> None:
    """On every page of the real month, in both languages, and on the list of editions."""
    pages = [july_edition.parents[1] / "index.html", *sorted(july_edition.rglob("*.html"))]
    assert len(pages) == 1 + 2 * 17
    found = Counter(
        (Path(error.get("url", "")).name, error["message"], error.get("extract", ""))
        for error in errors(*pages)
        if error["message"] not in LATER_THAN_THE_CHECKER
    )
    assert not found, "\n".join(map(str, found))


def test_the_checker_would_find_one(tmp_path: Path) -> None:
    """An element that must not stand in a paragraph, and an unknown attribute, are told."""
    page = tmp_path / "wrong.html"
    page.write_text('<!DOCTYPE html><html lang="vi"><title>t</title><p><b wrong="">x</b><td></p>', encoding="utf-8")
    assert len(errors(page)) >= 2


def schema() -> etree.RelaxNG:
    """RFC 4287, appendix B, as far as our feeds could use it; nothing else may stand in them."""
    return etree.RelaxNG(etree.parse(SCHEMA))


def test_feeds_follow_the_schema(july_edition: Path) -> None:
    """The feed of the site and that of the ward."""
    for path in (july_edition.parents[1] / "feed.xml", july_edition.parent / "feed.xml"):
        schema().assertValid(etree.parse(path))


@pytest.mark.parametrize(("right", "wrong"), [
    (b"<updated>2025-07-31T00:00:00+07:00</updated>", b"<updated>2025-07-31</updated>"),
    (b"<updated>2025-07-31T00:00:00+07:00</updated>", b""),
    (b"<id>urn:", b"<id>u rn:"),
    (b"<generator>phulien_analysis</generator>", b"<maker>x</maker>"),
    (b'rel="alternate"', b'relation="alternate"'),
    (b"<author>\n    <name>phulien_analysis</name>\n  </author>", b"<author/>"),
])  # fmt: skip
def test_the_schema_refuses_what_is_no_feed(right: bytes, wrong: bytes) -> None:
    """A date without a time, none at all, an id that is no IRI, an element or attribute that Atom has not."""
    feed = atom("Số liệu", [], [ENTRY], "vi")
    assert right in feed
    assert schema().validate(etree.fromstring(feed))
    assert not schema().validate(etree.fromstring(feed.replace(right, wrong)))
