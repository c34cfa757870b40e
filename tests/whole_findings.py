"""Made-up reports of a few figures, with all that their findings and derived figures must be (`whole_findings.yaml`).

What a finding is in one line, then its two sentences: ``id: verdict fit severity, computed [low, high] from sources``.
"""

from pathlib import Path
from typing import Any

import yaml

from phulien_analysis import Report
from phulien_analysis.calculations.derived import Derived
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Lang
from tests.made_up import came_out, plain, report_of

FILE = Path(__file__).with_suffix(".yaml")
LANGUAGES: tuple[Lang, ...] = ("en", "vi")


def cases() -> list[dict[str, Any]]:
    """Every report, with what it prints and what comes of it."""
    return list(yaml.safe_load(FILE.read_text("utf-8")))


def report(case: dict[str, Any]) -> Report:
    """The report that a case prints."""
    about = {name: case.get(name, ()) for name in ("parts", "checks", "stocks", "signed")}
    return report_of(*case["figures"], **about, dimensions=case.get("dimensions", {}))


def told(finding: Finding) -> list[str]:
    """All that a finding is, but for its topic."""
    ends = f"{_number(finding.low)}, {_number(finding.high)}"
    sources = ", ".join(str(figure.source) for figure in finding.operands) or "nothing"
    computed = f"{finding.relation} {_number(finding.computed)} [{ends}]"
    line = f"{finding.kind} {finding.id}: {came_out(finding)}, {computed} from {sources}"
    return [line, plain(finding.say("en")), plain(finding.say("vi"))]


def told_derived(one: Derived) -> list[str]:
    """All that a derived figure is: its numbers in its unit's base, and how it is said with its formula."""
    ends = f"{_number(one.interval.low)}, {_number(one.interval.high)}"
    about = f"{one.indicator.indicator}:{one.measure} for {one.period.say('en')}"
    line = f"{one.check}: {about} {one.point} [{ends}] {one.unit.unit}, {one.decimals} decimals"
    return [line, *(plain(f"{one.say(lang)} = {one.formula(lang)} ({one.reason.say(lang)})") for lang in LANGUAGES)]


def _number(value: object) -> str:
    return "-" if value is None else str(value)
