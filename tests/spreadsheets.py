"""A workbook as others see it: its cells as stored, and as LibreOffice works them out anew."""

import csv
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from tests.office import convert
from tests.programs import missing, needs

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ALL_SHEETS_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop>
</item>
</oor:items>
"""


def without_results(workbook: Path, to: Path) -> Path:
    """A copy of a workbook that has its formulas, but not what we wrote as their results."""
    with ZipFile(workbook) as old, ZipFile(to, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            new.writestr(name, content)
    return to


def converted(workbook: Path, folder: Path, kind: str) -> Path:
    """The folder of what LibreOffice makes of a workbook, all formulas worked out anew."""
    made = folder / "made"
    convert(workbook, kind, made, settings=ALWAYS_RECALCULATE, program=needs("soffice"))
    return made


def recalculated(workbook: Path, folder: Path) -> dict[str, list[list[str]]]:
    """The rows of every sheet by its name, all formulas worked out by LibreOffice alone."""
    bare = without_results(workbook, folder / "bare.xlsx")
    made = converted(bare, folder, ALL_SHEETS_AS_CSV)
    if not list(made.glob("*.csv")):
        missing("LibreOffice has no Calc (libreoffice-calc-nogui); .ci/run installs it")
    sheets = {}
    for file in made.glob("bare-*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            sheets[file.stem.removeprefix("bare-")] = list(csv.reader(lines))
    return sheets


def formulas(workbook: Path) -> list[str]:
    """Every formula of a workbook, as it is stored."""
    with ZipFile(workbook) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        trees = [etree.fromstring(parts.read(name)) for name in names]
    return [str(found.text) for tree in trees for found in tree.iter(f"{MAIN}f")]
