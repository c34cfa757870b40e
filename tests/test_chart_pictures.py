import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import matplotlib as mpl
import pytest

from phulien_analysis.charts import Chart, bars, breakdown_bars, share_bar, steps
from phulien_analysis.charts.drawing import Drawing, Words
from phulien_analysis.charts.style import BLUE, SIZES, VERMILION, WIDTH, text_width, wrapped
from phulien_analysis.charts.svg import render
from phulien_analysis.report import Report, load_report
from tests.charts_seen import ACTS, DATA, LAND_STEPS, all_charts, boxes, drawn, lines_of_text, measured, picture

# The picture


def test_the_same_report_gives_the_same_bytes(july: Report) -> None:
    """Drawn twice, every chart is the same to the byte."""
    again = load_report("2025-07", data=DATA, lang="en")
    assert [c._repr_html_() for c in all_charts(july)] == [c._repr_html_() for c in all_charts(again)]


def test_another_process_with_other_settings_gives_the_same_bytes(july: Report, tmp_path: Path) -> None:
    """Neither hash seed nor the user's own matplotlib settings change a chart; pyplot and its state stay out of it."""
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nsvg.fonttype: path\npath.sketch: 1, 100, 2\n", "utf-8")
    code = (
        "import sys\nfrom phulien_analysis import load_report\nfrom phulien_analysis.charts import steps\n"
        f"print(steps(load_report('2025-07', data=sys.argv[1], lang='en'), {LAND_STEPS!r})._repr_html_())\n"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(DATA)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=DATA.parent,
        env={**os.environ, "PYTHONHASHSEED": "7", "MATPLOTLIBRC": str(tmp_path), "MPLCONFIGDIR": str(tmp_path)},
    )
    assert answer.stdout.strip() == drawn(steps(july, LAND_STEPS))._repr_html_()


def test_a_chart_leaves_the_settings_of_its_user_alone(july: Report) -> None:
    """What a user has set in matplotlib is the same after a chart as before."""
    with mpl.rc_context({"font.size": 30.0, "svg.hashsalt": "mine"}):
        before = dict(mpl.rcParams)
        drawn(bars(july, ACTS))
        assert dict(mpl.rcParams) == before


def test_charts_can_be_imported_without_matplotlib() -> None:
    """A notebook whose topic has no chart does not wait for matplotlib."""
    code = "import sys, phulien_analysis.charts; print([m for m in sys.modules if m.startswith('matplotlib')])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=DATA.parent)
    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_ids_are_unique_on_a_page_and_every_reference_leads_to_one(lang: str) -> None:
    """Charts of all kinds on one page: only hatches have an id, each its own, and each that is used is found."""
    report = load_report("2025-07", data=DATA, lang=lang)
    page = "".join(chart._repr_html_() for chart in all_charts(report))
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) == set(ids)
    assert set(ids.values()) == {1}


def test_the_picture_grows_with_its_place_and_needs_nothing_from_elsewhere(july: Report) -> None:
    """As wide as its place, a role and a sentence for who cannot see it; texts are texts, nothing is loaded."""
    for chart in all_charts(july):
        root = picture(chart)
        assert (root.get("role"), root.get("aria-label")) == ("img", chart.alt)
        assert (root.get("width"), root.get("viewBox")) == ("100%", None)
        assert not re.search(r"<!|<\?|xlink|metadata|matplotlib|<style", chart.svg)
        assert re.findall(r'https?://[^"]+', chart.svg) == ["http://www.w3.org/2000/svg"]
        assert "max-width" in root.get("style", "")


def test_colours_are_said_once_a_picture(july: Report) -> None:
    """One group a paint, whatever the number of bars: a chart of ten bars over two windows takes less than 5 kB."""
    chart = drawn(breakdown_bars(july, "state-budget-revenue", "by-line"))
    assert chart.svg.count(BLUE) == 1
    assert len(boxes(chart, "strong")) == 19
    assert len(chart.svg.encode()) < 5000


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_text_is_cut_at_the_edge(lang: str) -> None:
    """Every line, measured in letters wider than those of most systems, ends inside the narrowest picture."""
    for chart in all_charts(load_report("2025-07", data=DATA, lang=lang)):
        for element in lines_of_text(chart):
            size = 14 * float(element.get("font-size", "1em").removesuffix("em"))
            bold = element.get("font-weight") == "700"
            (letters,) = (
                name for name, known in SIZES.items() if (abs(known[0] - size) < 0.01, known[1]) == (True, bold)
            )
            start = measured(element.get("x", "0")) + size * float(element.get("dx", "0em").removesuffix("em"))
            assert start + text_width(str(element.text), letters) <= WIDTH + 0.1, element.text


def test_a_long_name_is_wrapped_and_never_cut() -> None:
    """The words of a name that is too long go on in the next line; all of them are there."""
    name = "Hồ sơ lĩnh vực thành lập và hoạt động doanh nghiệp (hộ kinh doanh)"
    lines = wrapped(name, "label", WIDTH)
    assert lines == ["Hồ sơ lĩnh vực thành lập và hoạt động doanh", "nghiệp (hộ kinh doanh)"]
    assert wrapped("không-thể-ngắt", "label", 10) == ["không-thể-ngắt"]


def test_a_key_without_room_goes_on_in_the_next_line() -> None:
    """Names of paints that do not fit side by side stand below each other."""
    drawing = Drawing()
    drawing.key([("pale", "một kế hoạch có tên rất dài"), ("strong", "một kết quả có tên cũng rất dài")])
    first, second = (shape for shape in drawing.shapes if isinstance(shape, Words))
    assert (first.x, first.indent, second.x, second.indent) == (0, 16, 0, 16)
    assert second.y > first.y


def test_the_colours_stand_out_on_a_light_and_on_a_dark_page() -> None:
    """Bars reach a contrast of 3:1 (WCAG 1.4.11) on white and on the pages' dark ground."""
    for colour in (BLUE, VERMILION):
        for ground in ("#ffffff", "#16181b"):
            assert contrast(colour, ground) >= 3, (colour, ground)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# On a page


def test_a_chart_is_a_named_figure_with_its_numbers_as_a_table(july: Report) -> None:
    """The figure is named by its title; the table has a caption and scoped headers; the place of all is said once."""
    chart = drawn(share_bar(july, "dossiers-received", "by-channel"))
    html = chart._repr_html_()
    assert html.startswith('<figure class="chart"><figcaption><strong>“Dossiers received online”')
    assert '<details class="data-table"><summary>The numbers of this chart</summary>' in html
    assert f"<caption>{chart.title}</caption>" in html
    assert html.count('<th scope="col"') == 3
    assert html.count('<th scope="row">') == 3
    assert html.count("Place in the report: Section II.5, footnote 29.") == 1, (
        "said once, where it is that of every row"
    )


def test_words_of_the_report_cannot_become_markup(july: Report) -> None:
    """A name with signs of HTML is shown as it is, in the picture and around it."""
    told = drawn(bars(july, ACTS))
    hostile = Chart(**{**vars(told), "title": "<b>&amp;", "note": "<i>", "summary": "<u>"})
    html = hostile._repr_html_()
    assert "&lt;b&gt;&amp;amp;" in html
    assert not re.search(r"<[biu]>", html)


def test_a_dollar_sign_is_no_formula() -> None:
    """A text between two dollar signs stays as it is; matplotlib would set it as mathematics."""
    drawing = Drawing()
    drawing.write("từ 5 $ đến 6 $")
    assert ">từ 5 $ đến 6 $</text>" in render(drawing, "chart-test", "Lời.")
