"""The benchmark of the reader: what is counted, and how misses are told."""

import pytest

from benchmarks import reader
from tests.measuring import Miss, Score


def test_a_report_with_a_wrong_digit_is_measured() -> None:
    """One report by its seed: its wrong digit is counted, and nearly all of its figures are found."""
    seed, score = reader.measured((1_003, 1))
    assert seed == 1_003
    assert score.errors == 1
    assert score.figures_found >= 0.99 * score.figures > 50


def test_scores_add_up() -> None:
    """The sum of scores is told with its percentages; of wrong digits only where there are some."""
    one = Score(calculations=60, found=57, figures=100, figures_found=99, findings=58)
    two = Score(calculations=40, found=40, findings=42, errors=2, errors_found=1, cell_first=1, alarms=["x"])
    assert reader.summary([one]).splitlines() == [
        "  calculations found  57 of 60 (95.0 %)",
        "  figures found       99 of 100 (99.0 %)",
        "  wrong alarms        0 in 58 findings",
    ]
    assert reader.summary([one, two]).splitlines()[2:] == [
        "  wrong alarms        1 in 100 findings",
        "  wrong digits found  1 of 2 (50.0 %)",
        "  wrong cell first    1 of 1 (100.0 %) of those found",
        "                      1 of 2 (50.0 %) of all",
    ]


def test_misses_are_told_by_wording(capsys: pytest.CaptureFixture[str]) -> None:
    """The wording with most misses first, each miss with its seed, what was missed, and its text."""
    misses = [
        (7, Miss("missed calculation", "remaining", "remaining 5", "Còn lại 5 hồ sơ.")),
        (8, Miss("missed calculation", "of_plan", "percent 80", "Đạt 80%.")),
        (9, Miss("missed calculation", "of_plan", "percent 90", "Đạt 90%.")),
    ]
    reader.told("missed calculation", misses)
    lines = [line for line in capsys.readouterr().out.splitlines() if line]
    assert lines[0] == "== missed calculation: of_plan, 2"
    assert lines[1:3] == ["-- seed 8: percent 80", "   Đạt 80%."]
    assert lines[-2:] == ["-- seed 7: remaining 5", "   Còn lại 5 hồ sơ."]
