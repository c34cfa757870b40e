"""The licences of what the product brings along."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FREE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|Unlicense|Zlib|HPND)\b", re.IGNORECASE
)
BINDING = re.compile(r"\b(A?GPL|SSPL|EUPL|CC-BY-NC|proprietary|commercial)", re.IGNORECASE)


def needed_to_run() -> set[str]:
    """Every package that the product brings along, by what each says that it needs on this machine."""
    found: set[str] = set()
    waiting = [Requirement(line) for line in PYPROJECT["project"]["dependencies"]]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name in found or (need.marker and not any(need.marker.evaluate({"extra": e}) for e in need.extras or {""})):
            continue
        try:
            lines = distribution(name).requires or []
        except PackageNotFoundError:  # of an extra that was not asked for
            continue
        found.add(name)
        waiting += [
            one for line in lines if not (one := Requirement(line)).marker or one.marker.evaluate({"extra": ""})
        ]
    return found


def licence(name: str) -> str:
    """What a package says of its licence: the expression, the text where it is short, or the classifiers."""
    about = distribution(name).metadata
    classified = [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License")
    ]
    said = about.get_all("License-Expression") or about.get_all("License") or []
    return "; ".join([*(text[:60] for text in said), *classified])


def test_what_the_product_brings_along_is_free_to_use() -> None:
    """Each package needed to run says that it is under MIT, BSD, Apache or the like; none binds those who use it."""
    needed = needed_to_run()
    assert {"pandas", "papermill", "numpy", "typer", "lxml"} <= needed
    odd = {name: licence(name) for name in sorted(needed)}
    odd = {name: said for name, said in odd.items() if not FREE.search(said) or BINDING.search(said)}
    assert not odd, f"Look at the licences of these: {odd}"


def test_a_licence_that_binds_is_told() -> None:
    """`AGPL-3.0-only`, `GPL v3` and `Commercial` bind; the licences of MPL and `0BSD` do not."""
    assert [bool(BINDING.search(said)) for said in ("AGPL-3.0-only", "GPL v3", "Commercial", "MPL-2.0", "0BSD")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert [bool(FREE.search(said)) for said in ("MPL-2.0 AND MIT", "BSD License", "unknown")] == [True, True, False]
