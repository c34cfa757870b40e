"""Many wards: copies of July's data under made-up names, in a folder of their own. Nothing in them is a real figure."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from benchmarks.notebook_sets import ROOT

MONTH = "2025-07"
SOURCE = "phu-lien"


def make_wards(to: Path, count: int, data: Path = ROOT / "data") -> Path:
    """A data folder with so many wards, all with the figures of one; returns the folder."""
    to.mkdir(parents=True)
    for file in (*data.glob("*.csv"), data / "datapackage.json"):
        shutil.copy(file, to)
    names = [f"ward-{number:03}" for number in range(1, count + 1)]
    for name in names:
        shutil.copytree(data / SOURCE, to / name)
    _list_wards(to / "wards.csv", names)
    return to


def _list_wards(path: Path, names: list[str]) -> None:
    """Replace the list of wards: each as the one that is there, under its own name."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, model = list(reader.fieldnames or ()), next(reader)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        for name in names:
            writer.writerow({**model, "ward": name, "label_vi": f"Phường {name}", "label_en": f"Ward {name}"})
