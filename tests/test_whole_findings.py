"""All that a finding is, for every rule: verdict, fit, severity, numbers, places, and both sentences to the letter."""

from typing import Any

import pytest

from phulien_analysis.findings import Kind
from tests.whole_findings import cases, report, told, told_derived

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_report_of_a_few_figures_gives_these_findings(case: dict[str, Any]) -> None:
    """The findings and derived figures of each small report are those written down beside it, in their order."""
    printed = report(case)
    assert [told(finding) for finding in printed.finding_list] == case["findings"]
    assert [told_derived(one) for one in printed.derived_list] == case.get("derived", [])


def test_the_small_reports_have_a_finding_of_every_kind() -> None:
    """Of each kind but `continuity`, which needs two months, there are some that hold and some that do not."""
    lines = [told[0].split(": ", 1) for case in CASES for told in case["findings"]]
    found = {(about.split()[0], how.split()[0]) for about, how in lines}
    kinds = set(Kind.__args__) - {"continuity", "format"}  # type: ignore[attr-defined]
    missing = {(kind, verdict) for kind in kinds for verdict in ("agrees", "differs", "cannot_tell")} - found
    assert missing == set()
