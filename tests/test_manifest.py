"""What a manifest tells, what of it makes an edition's name, and what is no manifest."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phulien_analysis.errors import PhulienError
from phulien_analysis.publishing import checkout, editions
from phulien_analysis.publishing import manifest as manifests
from phulien_analysis.publishing.kept import LaterVersionError, ManifestError, is_intact, open_manifest, read_manifest
from tests.made_up import MONTH, WARD
from tests.made_up_site import World, tree, without_kernels

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world with one edition, whose code is of a commit; no test changes it."""
    world = World(tmp_path_factory.mktemp("made") / "world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        patch.setattr(manifests, "code_commit", lambda: {"commit": COMMIT, "changed": True})
        world.build()
    return world


@pytest.fixture
def edition(made: World, tmp_path: Path) -> Path:
    """A copy of the edition, under its name."""
    whole = made.shown.resolve()
    return Path(shutil.copytree(whole, tmp_path / whole.name))


def test_a_manifest_tells_what_an_edition_rests_on(made: World) -> None:
    """Hashes of what went in and what came out, versions, parameters, how the calculations came out, the commit."""
    manifest = open_manifest(made.shown)
    assert (manifest.ward, manifest.month) == (WARD, MONTH)
    assert set(manifest.inputs.notebooks) == {"00_overview.ipynb", "01_made_up.ipynb", "02_empty.ipynb"}
    assert f"{WARD}/{MONTH}.csv" in manifest.inputs.data
    assert {"interval.py", "publishing/"} < set(manifest.inputs.code)
    assert not [name for name in manifest.inputs.code if "/" in name.rstrip("/")]
    assert {"python", "pandas", "papermill"} <= set(manifest.inputs.environment)
    told = json.loads((made.shown / "manifest.json").read_text("utf-8"))
    about = {"data": "data", "lang": "vi", "month": MONTH, "ward": WARD}
    assert told["parameters"] == {f"notebooks/{name}": about for name in manifest.inputs.notebooks}
    assert manifest.findings is not None
    assert manifest.findings.verdicts == {"differs": 1}
    assert manifest.findings.severities == {"error": 1}
    assert manifest.findings.differs == ["sum.by-kind@II.1 p1 #1"]
    assert (manifest.code.commit, manifest.code.changed) == (COMMIT, True)
    assert set(manifest.outputs) == set(tree(made.shown.resolve())) - {"manifest.json"}


def test_the_commit_is_neither_in_the_name_nor_in_the_key(made: World, tmp_path: Path) -> None:
    """The same input in another commit: the same name and key, and every file but the manifest the same."""
    world = made.copied(tmp_path / "world")
    shutil.rmtree(world.out)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        patch.setattr(manifests, "code_commit", dict)
        edition = world.build()
    assert edition.name == made.shown.resolve().name
    assert open_manifest(world.shown).key == open_manifest(made.shown).key
    assert open_manifest(world.shown).code.commit == ""
    ours, theirs = tree(world.shown.resolve()), tree(made.shown.resolve())
    assert {name for name in ours if ours[name] != theirs[name]} == {"manifest.json"}


# What is no manifest


def told(edition: Path) -> dict[str, Any]:
    """The manifest as it lies there."""
    content: dict[str, Any] = json.loads((edition / "manifest.json").read_text("utf-8"))
    return content


def without(*names: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The manifest without these keys."""
    return lambda content: {name: value for name, value in content.items() if name not in names}


def having(**values: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The manifest with other values."""
    return lambda content: content | values


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("outputs"), "manifest.json is no manifest of ours: outputs: Field required"),
        (without("schema"), "manifest.json is no manifest of ours: schema: Field required"),
        (having(schema="1"), "manifest.json is no manifest of ours: schema: Input should be 1"),
        (having(month="../.."), "manifest.json is no manifest of ours: month: String should match pattern"),
        (having(inputs=[]), "manifest.json is no manifest of ours: inputs: Input should be a valid dictionary"),
        (having(outputs={"index.html": 5}), "manifest.json is no manifest of ours: outputs.index.html: Input should"),
        (lambda _content: [], "manifest.json is no manifest of ours: manifest.json: Input should be a valid dict"),
        (lambda _content: {"name": "app", "icons": []}, "manifest.json is no manifest of ours: schema: Field required"),
    ],
    ids=["no outputs", "no schema", "schema in words", "a way out", "no inputs", "a number", "a list", "of a web app"],
)
def test_a_manifest_that_is_not_ours_is_said_to_be_none(
    edition: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    """Where, and what was found there; for a run there is no edition."""
    (edition / "manifest.json").write_text(json.dumps(change(told(edition))), "utf-8")
    with pytest.raises(ManifestError) as caught:
        open_manifest(edition)
    assert said in str(caught.value)
    assert (read_manifest(edition), is_intact(edition)) == (None, False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"schema": 1', "manifest.json is broken: it is not JSON"),
        (b"\xff\xfe", "manifest.json is broken: it is not JSON"),
        (b"[" * 100_000, "manifest.json is broken: it is not JSON"),
        (b" " * (2**24 + 1), "manifest.json is too large for a manifest"),
        (None, "manifest.json cannot be read (No such file or directory)"),
    ],
    ids=["cut off", "no text", "deep", "large", "none"],
)
def test_a_manifest_that_cannot_be_read_is_told(edition: Path, content: bytes | None, said: str) -> None:
    """Cut off, no text, without an end, too large, or not there."""
    (edition / "manifest.json").unlink()
    if content is not None:
        (edition / "manifest.json").write_bytes(content)
    with pytest.raises(ManifestError) as caught:
        open_manifest(edition)
    assert str(caught.value).endswith(said)
    assert read_manifest(edition) is None


def test_a_manifest_of_a_later_schema_is_refused(edition: Path) -> None:
    """It is not called broken: whoever wrote it can read it."""
    (edition / "manifest.json").write_text(json.dumps(told(edition) | {"schema": 2}), "utf-8")
    with pytest.raises(LaterVersionError) as caught:
        open_manifest(edition)
    assert str(caught.value).endswith("is of schema 2, this version reads 1; use the version that wrote it")
    assert isinstance(caught.value, PhulienError)


def test_a_key_that_a_later_version_adds_is_no_fault(edition: Path) -> None:
    """It counts for the name, like all else."""
    content = told(edition) | {"signature": "made up"}
    (edition / "manifest.json").write_text(json.dumps(content), "utf-8")
    renamed = edition.rename(edition.with_name(manifests.name_of(content)))
    assert renamed.name != edition.name
    assert is_intact(renamed)


def test_a_manifest_that_was_changed_with_its_file_has_another_name(edition: Path) -> None:
    """Who changes a page and its hash in the manifest is found by the name."""
    (edition / "index.html").write_text("changed", "utf-8")
    content = told(edition)
    content["outputs"] = {n: h for n, h in manifests.hashes(edition).items() if n != "manifest.json"}
    (edition / "manifest.json").write_text(json.dumps(content), "utf-8")
    assert not is_intact(edition)


# The commit


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    who = ("-c", "user.name=Made Up", "-c", "user.email=made@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A small checkout with a package and a page beside it, in its first commit."""
    for name in ("phulien_analysis/interval.py", "docs/page.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("made up\n", "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "made up")
    return tmp_path


def code_of(folder: Path) -> dict[str, str | bool]:
    """The commit, looked up anew."""
    return checkout.code_commit.__wrapped__(folder)


def test_the_commit_is_that_of_the_checkout(clone: Path) -> None:
    """Clean while the code is; a page that was changed is no code, a new module is."""
    commit = git(clone, "rev-parse", "HEAD")
    (clone / "docs/page.md").write_text("changed", "utf-8")
    assert code_of(clone) == {"commit": commit, "changed": False}
    (clone / "phulien_analysis/new.py").write_text("new", "utf-8")
    assert code_of(clone) == {"commit": commit, "changed": True}


def test_variables_of_git_do_not_lead_elsewhere(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook of git, of another repository, runs with these set."""
    monkeypatch.setenv("GIT_DIR", str(clone / "nowhere"))
    assert code_of(clone)["changed"] is False


def test_without_a_checkout_or_git_there_is_no_commit(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package inside somebody else's checkout, a checkout without a commit or broken, no git at all."""
    assert code_of(clone / "phulien_analysis") == {}
    (clone / ".git" / "HEAD").write_text("nonsense", "utf-8")
    assert code_of(clone) == {}
    (clone / ".git" / "HEAD").write_text("ref: refs/heads/none\n", "utf-8")
    assert code_of(clone) == {}
    monkeypatch.setenv("PATH", "")
    assert code_of(clone) == {}


def test_what_a_wheel_brings_along_is_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data and notebooks in a wheel, and what Python has compiled, are not the source that an edition rests on."""
    for name in ("a.py", "share/data/wards.csv", "__pycache__/a.pyc", "inside/b.py", "inside/__pycache__/b.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("made up", "utf-8")
    monkeypatch.setattr(manifests, "PACKAGE", tmp_path)
    assert sorted(manifests._code.__wrapped__()) == ["a.py", "inside/"]
