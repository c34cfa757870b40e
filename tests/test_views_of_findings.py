"""Findings as readers see them: gravest first, each with its anchor, counted once."""

import re

from phulien_analysis import Report, views
from tests.made_up import TOPIC, report_of
from tests.made_up_page import frame, html, parsed, row_of


def test_recomputed_tells_every_calculation(july: Report) -> None:
    """Stated beside recomputed has a row for each finding of the topic, with its verdict in words."""
    shown = views.recomputed(july, "service-centre")
    rows = frame(shown)
    assert len(rows) == sum(finding.topic == "service-centre" for finding in july.finding_list)
    assert rows["Result"].value_counts().to_dict()["Not enough to tell"] == 2


def test_findings_are_listed_gravest_first(july: Report) -> None:
    """Errors stand before warnings and notes; what agrees is counted and folded away, and opens without a script."""
    text = html(views.findings(july))
    graded = re.findall(r'<li class="finding (\w+)"', text.split("<details>")[0])
    assert graded == sorted(graded, key=["error", "warning", "note"].index)
    assert graded.count("error") == 1
    assert graded.count("warning") == 3
    agreeing = sum(finding.severity == "ok" for finding in july.finding_list)
    assert f"<summary>Further calculations that agree: {agreeing}</summary>" in text


def test_each_finding_can_be_linked_to(july: Report) -> None:
    """Each finding has an anchor made of its id, and no two have the same."""
    anchors = re.findall(r'id="([^"]+)"', html(views.findings(july)))
    assert len(anchors) == len(set(anchors)) == len(july.finding_list)
    assert "format-II.3-fn13--12" in anchors
    assert not [anchor for anchor in anchors if not re.fullmatch(r"[A-Za-z0-9.-]+", anchor)]


def test_known_finding_is_shown_with_its_reason_and_counted_apart() -> None:
    """A finding that was looked at stays on the page with the reason, and is no longer counted as to review."""
    known = {"format@II.1 p1 #1": "Checked <against> the voucher."}
    report = report_of("a actual 2025-07 1.2345 dong", known=known)
    text = html(views.findings(report, TOPIC))
    assert "Looked at: Checked &lt;against&gt; the voucher." in text
    assert repr(views.to_review(report)) == "Nothing is to be reviewed."
    assert "to review: 0" in repr(views.summary(report, TOPIC))


def test_to_review_lists_what_is_to_be_reviewed(july: Report) -> None:
    """The overview shows the one error first and then the three warnings."""
    graded = re.findall(r'<li class="finding (\w+)"', html(views.to_review(july)))
    assert graded == ["error", "warning", "warning", "warning"]


def test_each_figure_and_each_finding_counts_once(july: Report) -> None:
    """A line a topic, and the whole report below it: 213 figures, and every finding in one column."""
    shown = views.topic_summary(july)
    whole = [int(number) for number in row_of(shown, "The whole report")]
    assert whole[0] == 213
    assert whole[1] == len(july.finding_list) == whole[2] + whole[3] + whole[4]
    assert whole[3] == 4
    parts = frame(shown).drop("The whole report").astype(int)
    assert parts.sum().tolist() == whole


def test_gone_known_finding_is_counted_and_shown() -> None:
    """A known finding that has gone asks to be reviewed: it is on the list, and counted in the whole report."""
    report = report_of("a actual - 5 person", known={"format@II.1 p1 #1": "x"})
    assert "no longer found" in repr(views.to_review(report))
    assert row_of(views.topic_summary(report), "The whole report")[3] == "1"


def test_findings_page_has_each_topic_in_its_order(july: Report) -> None:
    """The page of findings has a heading for each topic with findings, in the order of the pages."""
    for lang in ("vi", "en"):
        text = views.findings_page(july, "vi" if lang == "vi" else "en")
        parsed(text)
        headings = re.findall(r'<h2 id="([^"]+)">', text)
        order = [topic.topic for topic in july.topics]
        assert headings == [topic for topic in order if topic in {finding.topic for finding in july.finding_list}]
        assert text.count('<li class="finding') == len(july.finding_list)
