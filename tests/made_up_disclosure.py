"""Made-up reports under a made-up disclosure policy, and the figures file that a reader of the public edition gets."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from phulien_analysis import Report, load_report
from phulien_analysis.disclosure import protected
from phulien_analysis.exchange import write_figures_csv
from tests.made_up import MONTH, WARD, write_catalogue, write_month

COLUMNS = "topic,indicator,count,below,action,zero,reason_vi,reason_en"
REASON = "Số rất ít.,So few could be recognised."


def policy(*rules: str) -> str:
    """The policy file of rules ``indicator,count,below,action,zero``; ``topic:name`` stands for a topic."""
    lines = [
        f"{rule[6:].replace(',', ',,', 1) if rule.startswith('topic:') else f',{rule}'},{REASON}" for rule in rules
    ]
    return "\n".join([COLUMNS, *lines]) + "\n"


def write_world(
    home: Path,
    figures: Iterable[str],
    rules: Iterable[str],
    parts: Iterable[str] = (),
    checks: Iterable[str] = (),
    signed: Iterable[str] = (),
) -> None:
    """Write a data folder with a month and a policy."""
    write_catalogue(home, figures, parts, checks, signed=signed)
    write_month(home, figures)
    (home / "disclosure.csv").write_text(policy(*rules), encoding="utf-8")


def report_under(
    figures: Iterable[str],
    rules: Iterable[str],
    parts: Iterable[str] = (),
    checks: Iterable[str] = (),
    signed: Iterable[str] = (),
) -> Report:
    """The report that prints these figures, under these rules, in English."""
    with TemporaryDirectory() as folder:
        write_world(Path(folder), list(figures), rules, parts, checks, signed)
        return load_report(MONTH, WARD, Path(folder), "en")


def shown(report: Report) -> dict[str, str]:
    """What readers of the public edition see of each indicator and measure: the number, or its status."""
    return {
        figure.indicator.indicator + ("" if figure.measure == "actual" else f":{figure.measure}"): (
            figure.status if figure.is_withheld else figure.printed
        )
        for figure in protected(report).figure_list
    }


def published(report: Report) -> list[dict[str, str]]:
    """The rows of the public edition's ``figures.csv``."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        write_figures_csv(protected(report), path)
        return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
