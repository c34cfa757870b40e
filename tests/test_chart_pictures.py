import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import matplotlib as mpl
import pytest

from phulien_analysis.charts import Chart, bars, share_bar, steps
from phulien_analysis.charts.drawing import Drawing, Words
from phulien_analysis.charts.style import BLUE, VERMILION, WIDTH, text_width, wrapped
from phulien_analysis.charts.svg import render
from phulien_analysis.report import Report, load_report
from tests.charts_seen import ACTS, DATA, LAND_STEPS, all_charts, drawn, lines_of_text, picture

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
    """Charts of all kinds on one page: no id stands twice, and each name, label and hatch is found."""
    report = load_report("2025-07", data=DATA, lang=lang)
    page = "".join(chart._repr_html_() for chart in all_charts(report))
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert [name for name, count in ids.items() if count > 1] == []
    references = re.findall(r"url\(#([^)]+)\)", page)
    for names in re.findall(r'aria-labelledby="([^"]+)"', page):
        references += names.split()
    assert len(references) > 30
    assert set(references) <= set(ids)


def test_the_picture_scales_and_needs_nothing_from_elsewhere(july: Report) -> None:
    """No fixed size, no prolog, nothing to load; a role, a title and a description; texts are texts."""
    for chart in all_charts(july):
        root = picture(chart)
        assert root.get("role") == "img"
        assert root.get("viewBox", "").startswith("0 0 340 ")
        assert {"width", "height"}.isdisjoint(root.attrib)
        assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
        assert (root[0].text, root[1].text) == (chart.title, chart.alt)
        assert not re.search(r"<!|<\?|xlink|metadata|matplotlib|<style", chart.svg)
        assert re.findall(r'https?://[^"]+', chart.svg) == ["http://www.w3.org/2000/svg"]
        assert "max-width" in root.get("style", "")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_text_is_cut_at_the_edge(lang: str) -> None:
    """Every line, measured in letters wider than those of most systems, ends inside the picture."""
    for chart in all_charts(load_report("2025-07", data=DATA, lang=lang)):
        for element in lines_of_text(chart):
            letters = element.get("class", "").removeprefix("chart-")
            assert letters in {"label", "value", "head", "small"}
            end = float(element.get("x", "")) + text_width(str(element.text), letters)
            assert end <= WIDTH + 0.01, element.text


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
    assert (first.x, second.x) == (16, 16)
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
    """The figure is named by its title; the table has a caption, scoped headers, and the place of every number."""
    chart = drawn(share_bar(july, "dossiers-received", "by-channel"))
    html = chart._repr_html_()
    assert html.startswith(f'<figure class="chart" role="group" aria-labelledby="{chart.name}-caption"><figcaption>')
    assert f'<strong id="{chart.name}-caption">“Dossiers received online”' in html
    assert '<details class="data-table"><summary>The numbers of this chart</summary>' in html
    assert f"<caption>{chart.title}</caption>" in html
    assert html.count('<th scope="col"') == 5
    assert html.count('<th scope="row">') == 3
    assert html.count("<td>Section II.5, footnote 29</td>") == 3


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
    assert ">từ 5 $ đến 6 $</text>" in render(drawing, "chart-test", "Tên", "Lời.")
