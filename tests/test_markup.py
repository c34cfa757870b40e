"""What becomes of a notebook's HTML on a page."""

from datetime import date

import pytest

from phulien_analysis.messages import LANGS, Lang
from phulien_analysis.period import Period
from phulien_analysis.publishing.markup import fit


def test_a_way_leads_to_the_topic_of_another_page() -> None:
    """A notebook names page and topic; the page makes a link of it, and keeps neither name."""
    assert fit('<p class="way" data-page="figures" data-topic="health">All figures: 3</p>', {}) == (
        '<p class="way"><a href="figures.html#health">All figures: 3</a></p>'
    )


def test_a_window_of_days_is_held_together() -> None:
    """A window with a dash, and the bracket or comma at it, stands in an element of its own; nothing else does."""
    said = {
        "Từ 01–19/7/2025, nhận 12": "Từ <bdi>01–19/7/2025,</bdi> nhận 12",
        "(tháng 3–5/2025)": "<bdi>(tháng 3–5/2025)</bdi>",
        "Share, 1–20 July 2025": "Share, <bdi>1–20 July 2025</bdi>",
        "January–June 2025 and 1–19 July": "<bdi>January–June 2025</bdi> and <bdi>1–19 July</bdi>",
        "10–12 dossiers of 2025–2030": "10–12 dossiers of 2025–2030",
    }
    assert [fit(f"<p>{text}</p>", {}) for text in said] == [f"<p>{held}</p>" for held in said.values()]


@pytest.mark.parametrize("lang", LANGS)
def test_every_way_to_say_a_window_with_a_dash_is_known(lang: Lang) -> None:
    """What pages hold together is what `Period.say` writes: days of a month, months of a year."""
    windows = [
        Period(date(2025, 7, 1), date(2025, 7, 19)),
        Period(date(2025, 2, 3), date(2025, 2, 14)),
        Period(date(2025, 3, 1), date(2025, 5, 31)),
        Period(date(2025, 1, 1), date(2025, 6, 30)),
    ]
    said = [text for window in windows if "–" in (text := window.say(lang))]
    assert len(said) >= 3
    assert [fit(f"<p>{text}</p>", {}) for text in said] == [f"<p><bdi>{text}</bdi></p>" for text in said]


def test_windows_in_code_and_charts_stay_as_they_are() -> None:
    """An element of HTML has no place in a chart's text, in code, or in a comment."""
    kept = "<pre>01–19/7/2025</pre><svg><text>01–19/7/2025</text></svg><!-- 01–19/7/2025 -->"
    assert fit(kept, {}) == kept
