"""What becomes of a notebook's HTML on a page."""

from phulien_analysis.publishing.markup import fit


def test_a_way_leads_to_the_topic_of_another_page() -> None:
    """A notebook names page and topic; the page makes a link of it, and keeps neither name."""
    assert fit('<p class="way" data-page="figures" data-topic="health">All figures: 3</p>', {}) == (
        '<p class="way"><a href="figures.html#health">All figures: 3</a></p>'
    )
