"""Is a published site whole? Asked of the disk alone, by a program that shares no code with the one that wrote it.

``python site_checker.py SITE`` tells each fault in a line and exits with 1 if there is one. Right after a crash, before
the next run, ``--crashed`` allows what that run is there to mend: what was left lying, and a list not up to date.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
EDITION = re.compile(r"[0-9a-f]{16}")
HIDDEN = {".editions", ".failed", ".lock"}
"""Names that begin with a dot and may stay."""
PAGES = ("index.html", "findings.html", "figures.html", "figures.json", "findings.json", "figures.csv", "report.html")
SHOWN = ("publish", "rollback", "found")


def check(site: Path, *, crashed: bool = False) -> list[str]:
    """Every fault of a site, in a line."""
    faults = [*_links(site), *_editions(site), *_list(site, crashed=crashed)]
    if not crashed:
        faults += [*_leftovers(site), *_journals(site)]
    return faults


def shown(site: Path) -> dict[tuple[str, str], str]:
    """The name of the edition that is shown, by ward and month."""
    return {(link.parent.name, link.name): link.resolve().name for link in _months(site)}


def _months(site: Path) -> list[Path]:
    return [path for path in sorted(site.glob("[!.]*/*")) if MONTH.fullmatch(path.name)]


def _links(site: Path) -> Iterator[str]:
    """A month is a link, and leads to an edition of the same ward and month."""
    for link in _months(site):
        where = link.relative_to(site)
        if not link.is_symlink():
            yield f"{where}: not a link"
            continue
        home = (site / ".editions" / link.parent.name / link.name).resolve()
        target = link.resolve()
        if target.parent != home or not EDITION.fullmatch(target.name) or not target.is_dir():
            yield f"{where}: leads to {link.readlink()}, which is no edition of it"


def _editions(site: Path) -> Iterator[str]:
    """Whatever lies where editions lie is whole, shown or not."""
    for folder in sorted((site / ".editions").glob("[!.]*/[!.]*/*")):
        for fault in _faults_of(folder):
            yield f"{folder.relative_to(site)}: {fault}"


def _faults_of(edition: Path) -> Iterator[str]:
    if not EDITION.fullmatch(edition.name):
        yield "not named as an edition"
        return
    try:
        manifest = json.loads((edition / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        yield f"no manifest ({error})"
        return
    rest = {name: content for name, content in manifest.items() if name != "code"}
    if _hash(rest) != edition.name:
        yield "its name is not the hash of its manifest"
    if _hash(manifest["inputs"]) != manifest["key"]:
        yield "its key is not the hash of its inputs"
    if (manifest["ward"], manifest["month"]) != edition.parts[-3:-1]:
        yield f"made for {manifest['ward']} {manifest['month']}"
    files = {path.relative_to(edition).as_posix(): path for path in edition.rglob("*") if not path.is_dir()}
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    del found["manifest.json"]
    if found != manifest["outputs"]:
        yield f"not the files of its manifest: {sorted(set(found.items()) ^ set(manifest['outputs'].items()))}"
    yield from (f"{name} is missing" for name in PAGES if name not in found)
    figures = json.loads((edition / "figures.json").read_text("utf-8")) if "figures.json" in found else {}
    if (figures.get("ward"), figures.get("month")) != (manifest["ward"], manifest["month"]):
        yield "its figures are of another ward or month"


def _hash(content: Any) -> str:  # noqa: ANN401 - any JSON
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _list(site: Path, *, crashed: bool) -> Iterator[str]:
    """The list and the feeds name what is there: all of it, unless a run was ended before it wrote them."""
    wards = sorted({link.parent.name for link in _months(site)})
    for name in ("index.html", "feed.xml", *(f"{ward}/feed.xml" for ward in wards)):
        page = site / name
        if not page.is_file():
            if wards and not crashed:
                yield f"{name}: missing"
            continue
        hrefs = [
            href
            for href in re.findall(r'href="?([^"#\s>]+)', page.read_text("utf-8"))
            if "://" not in href and href != "data:,"
        ]
        found = {(page.parent / href).parent for href in hrefs if href.endswith(f"/{'index.html'}")}
        yield from (f"{name}: {href} leads nowhere" for href in hrefs if not (page.parent / href).exists())
        expected = {link for link in _months(site) if page.parent in (site, link.parent)}
        if not crashed and not expected <= found:
            yield f"{name}: does not list {sorted(str(one) for one in expected - found)}"


def _leftovers(site: Path) -> Iterator[str]:
    """Nothing lies about but what a site is made of."""
    for path in sorted(site.rglob(".*")):
        if path.name not in HIDDEN and not any(part.startswith(".building-") for part in path.parent.parts):
            yield f"{path.relative_to(site)}: left over"


def _journals(site: Path) -> Iterator[str]:
    """The last that a journal tells of a month is what is shown."""
    for (ward, month), edition in shown(site).items():
        lines = (site / ".editions" / ward / "journal.jsonl").read_text("utf-8").splitlines()
        acts = [act for act in map(_act, lines) if act.get("month") == month and act.get("act") in SHOWN]
        if not acts or acts[-1]["edition"] != edition:
            yield f"{ward}/{month}: the journal does not end with edition {edition}"


def _act(line: str) -> dict[str, Any]:
    """A line of a journal; one that a crash cut off tells nothing."""
    try:
        act: dict[str, Any] = json.loads(line)
    except ValueError:
        return {}
    return act


def main() -> int:
    """Check the site named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--crashed", action="store_true")
    asked = parser.parse_args()
    faults = check(asked.site, crashed=asked.crashed)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
