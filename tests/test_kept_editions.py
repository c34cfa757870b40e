"""Editions that are there: staged, shown, gone back to, verified, cleared away."""

import json
import shutil
from pathlib import Path

import pytest

from phulien_analysis.cli import main
from phulien_analysis.errors import PhulienError
from phulien_analysis.publishing import editions, journal
from phulien_analysis.publishing.site import Site
from tests.made_up import MONTH, WARD
from tests.made_up_site import FIGURES, World, tree, without_kernels
from tests.site_checker import check

GONE = "0" * 16


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, list[str]]:
    """A world in which three editions were shown one after the other, and their names; its data are the third's."""
    world = World(tmp_path_factory.mktemp("made") / "world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "run_notebooks", without_kernels([]))
        names = [publish_with(world, amount) for amount in (45, 40, 41)]
    return world, names


def publish_with(world: World, amount: int, *, stage: bool = False) -> str:
    """Write a month with this amount of part b, and publish it; the edition's name."""
    world.write_month(*FIGURES[:2], f"part-b actual {MONTH} {amount} million-dong")
    return world.build(stage=stage).name


@pytest.fixture
def world(made: tuple[World, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A copy for one test; no kernels are started."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    return made[0].copied(tmp_path / "world")


@pytest.fixture
def names(made: tuple[World, list[str]]) -> list[str]:
    """The editions, the one that is shown last."""
    return made[1]


def phulien(world: World, command: str, *arguments: str, ward: str | None = WARD, lang: str = "en") -> int:
    """A command on the site of that world; its exit code."""
    named = [] if ward is None else ["--ward", ward]
    return main([command, *arguments, *named, "--out", str(world.out), "--lang", lang])


def now(world: World) -> str:
    """The edition that is shown."""
    return world.shown.resolve().name


# Staged


def test_a_staged_edition_is_built_and_not_shown(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Readers see the third edition until ``publish``; then the staged one, which is listed, and nothing is run."""
    before = tree(world.out / WARD)
    name = publish_with(world, 42, stage=True)
    assert tree(world.out / WARD) == before
    assert check(world.out) == []
    assert phulien(world, "publish") == 0
    assert capsys.readouterr().out == (f"edition {name} of {WARD} {MONTH} is shown now; before it was {names[2]}\n")
    assert (now(world), check(world.out)) == (name, [])


def test_run_with_stage_says_what_shows_it(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The line names the edition's own folder, where it can be looked at."""
    world.write_month(*FIGURES)
    assert world.run("--ward", WARD, "--stage", "--force") == 0
    name = Site(world.out).journal(WARD).staged(MONTH)
    folder = world.out / ".editions" / WARD / MONTH / str(name)
    assert (
        f"Đã tạo, chưa công bố ấn bản {name} của {WARD} {MONTH}: {folder}/index.html; lệnh phulien publish sẽ công bố"
        in (capsys.readouterr().out)
    )


def test_the_run_after_a_staged_one_shows_it_without_running_it_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same inputs are the same edition: it is there, and it is whole."""
    asked: list[str] = []
    name = publish_with(world, 42, stage=True)
    monkeypatch.setattr(editions, "run_notebooks", without_kernels(asked))
    edition = world.build()
    assert (edition.name, edition.changed, asked, now(world)) == (name, True, [], name)


def test_with_nothing_staged_publish_says_how_to_name_one(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A staged edition that an ordinary run has overtaken is not shown by accident either."""
    publish_with(world, 42, stage=True)
    publish_with(world, 43)
    assert phulien(world, "publish") == 2
    assert capsys.readouterr().err == (
        f"phulien: no edition of {WARD} {MONTH} is staged; phulien run --stage makes one, "
        "--edition names one that is kept\n"
    )
    assert phulien(world, "publish", "--edition", names[0][:6]) == 0
    assert now(world) == names[0]


def test_a_name_that_fits_none_or_several_is_refused(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What there is is listed; a path is no name; nothing changes."""
    for wanted in (GONE, "", "../../.."):
        assert phulien(world, "publish", "--edition", wanted) == 2
        err = capsys.readouterr().err
        assert f"0 editions of {WARD} {MONTH} begin with {wanted!r}, expected one; there are: {min(names)}" in err
    assert now(world) == names[2]


# Back


def test_rollback_goes_back_step_by_step(world: World, names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """From the third to the second, to the first, and then there is none to go back to."""
    assert [phulien(world, "rollback"), now(world)] == [0, names[1]]
    assert [phulien(world, "rollback"), now(world)] == [0, names[0]]
    assert check(world.out) == []
    capsys.readouterr()
    assert [phulien(world, "rollback"), now(world)] == [2, names[0]]
    assert capsys.readouterr().err == (
        f"phulien: of {WARD} {MONTH} no other edition was shown before; there is none to go back to\n"
    )


def test_rollback_speaks_vietnamese(world: World, names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Unless English is asked for."""
    assert phulien(world, "rollback", lang="vi") == 0
    assert capsys.readouterr().out == (
        f"ấn bản {names[1]} của {WARD} {MONTH} nay được công bố; trước đó là {names[2]}\n"
    )


def test_a_run_after_a_rollback_shows_what_the_data_say(world: World, names: list[str]) -> None:
    """The data are still those of the third edition: it is shown again, nothing is run, and rollback works again."""
    phulien(world, "rollback")
    edition = world.build()
    assert (edition.name, edition.changed, edition.finished) == (names[2], True, ())
    assert now(world) == names[2]
    assert [phulien(world, "rollback"), now(world)] == [0, names[1]]


def test_rollback_refuses_an_edition_that_is_not_intact(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is named, and the third edition stays."""
    (world.out / ".editions" / WARD / MONTH / names[1] / "findings.html").write_text("changed", "utf-8")
    assert phulien(world, "rollback") == 2
    assert capsys.readouterr().err == (
        f"phulien: edition {names[1]} of {WARD} {MONTH} is not intact (findings.html: the file was changed); "
        "what was shown stays\n"
    )
    assert now(world) == names[2]


def test_rollback_refuses_an_edition_that_has_gone(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where to find another is said."""
    shutil.rmtree(world.out / ".editions" / WARD / MONTH / names[1])
    assert phulien(world, "rollback") == 2
    assert f"edition {names[1]}, which was shown before, is no longer kept; phulien list --editions" in (
        capsys.readouterr().err
    )


def test_a_clock_that_steps_back_does_not_confuse_the_order(
    world: World, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fourth edition, published a year earlier by the clock: rollback goes to the third, prune keeps the fourth."""
    monkeypatch.setattr(journal, "now", lambda: "2024-01-01T00:00:00+00:00")
    name = publish_with(world, 50)
    assert [line.n for line in Site(world.out).journal(WARD).lines(MONTH)] == [1, 2, 3, 4]
    assert phulien(world, "prune", "--keep", "1") == 0
    assert Site(world.out).kept(WARD, MONTH) == sorted([names[2], name])
    assert [phulien(world, "rollback"), now(world)] == [0, names[2]]


def test_a_line_that_a_crash_cut_off_is_passed_over(world: World, names: list[str]) -> None:
    """What comes after it is a line of its own."""
    path = world.out / ".editions" / WARD / "journal.jsonl"
    with path.open("ab") as file:
        file.write(b'{"n": 4, "time": "20')
    assert [phulien(world, "rollback"), now(world)] == [0, names[1]]
    assert json.loads(path.read_text("utf-8").splitlines()[-1])["act"] == "rollback"
    assert check(world.out) == []


def test_what_was_shown_without_a_line_is_found(world: World, names: list[str]) -> None:
    """A run was ended between link and journal: the next act puts the edition down, and rollback knows the way."""
    path = world.out / ".editions" / WARD / "journal.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:2]), "utf-8")
    assert [phulien(world, "rollback"), now(world)] == [0, names[1]]
    acts = [json.loads(line)["act"] for line in path.read_text("utf-8").splitlines()]
    assert acts == ["publish", "publish", "found", "rollback"]


def test_two_acts_at_once_are_refused(world: World, names: list[str]) -> None:
    """While one holds the ward, another is told which command that is, and since when."""
    site = Site(world.out)
    with site.reserved(WARD, MONTH, "phulien prune"), pytest.raises(PhulienError) as caught:
        world.build(force=True)
    assert "(phulien prune, since 20" in str(caught.value)
    assert now(world) == names[2]


# Whole or not


def test_verify_finds_a_whole_site_whole(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Three editions of one ward; and the second program agrees."""
    assert phulien(world, "verify", ward=None) == 0
    assert capsys.readouterr().out == "3 edition(s) of 1 ward(s): all are as their manifests say\n"
    assert check(world.out) == []


def in_kept(world: World, name: str) -> Path:
    """The folder of an edition."""
    return world.out / ".editions" / WARD / MONTH / name


def test_verify_names_each_damage(world: World, names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Missing, changed, extra, a link, a wrong name, no manifest: in shown and kept editions; exit code 3."""
    (in_kept(world, names[2]) / "index.html").unlink()
    (in_kept(world, names[2]) / "figures.csv").write_text("changed", "utf-8")
    (in_kept(world, names[1]) / "more.html").write_text("extra", "utf-8")
    (in_kept(world, names[1]) / "link.html").symlink_to("findings.html")
    shutil.copytree(in_kept(world, names[0]), in_kept(world, GONE))
    (gone := in_kept(world, names[0]) / "manifest.json").unlink()
    (in_kept(world, "notes")).mkdir()
    assert phulien(world, "verify", MONTH) == 3
    home = f".editions/{WARD}/{MONTH}"
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(
        [
            f"{home}/{GONE}/manifest.json: the edition's name is not the hash of its manifest, {names[0]}",
            f"{home}/{names[0]}/manifest.json: {gone} cannot be read (No such file or directory)",
            f"{home}/{names[1]}/link.html: it is a link, where an edition has files",
            f"{home}/{names[1]}/more.html: the file does not belong to the edition",
            f"{home}/{names[2]}/figures.csv: the file was changed",
            f"{home}/{names[2]}/index.html: the file is missing",
            f"{home}/notes: it is not an edition; no run made it",
            "7 thing(s) in 4 edition(s) of 1 ward(s) are not as they were made",
        ]
    )


def link_gone(world: World) -> None:
    """The link is taken away."""
    world.shown.unlink()


def link_nowhere(world: World) -> None:
    """The link leads nowhere."""
    world.shown.unlink()
    world.shown.symlink_to(f"../.editions/{WARD}/{MONTH}/{GONE}")


def link_outside(world: World) -> None:
    """The link leads to a copy outside the site."""
    shutil.copytree(world.shown, world.folder / "elsewhere")
    world.shown.unlink()
    world.shown.symlink_to("../../elsewhere")


def link_a_folder(world: World) -> None:
    """A copy without links was put in place of the link."""
    edition = world.shown.resolve()
    world.shown.unlink()
    shutil.copytree(edition, world.shown)


def list_stale(world: World) -> None:
    """The list is of a time when there was nothing."""
    (world.out / "index.html").write_text("<p>nothing</p>", "utf-8")


def feed_gone(world: World) -> None:
    """The ward's feed is taken away."""
    (world.out / WARD / "feed.xml").unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (link_gone, f"{WARD}/{MONTH}: the link is gone; edition "),
        (link_nowhere, f"{WARD}/{MONTH}: the link leads to ../.editions/{WARD}/{MONTH}/{GONE}, which is no edition"),
        (link_outside, f"{WARD}/{MONTH}: the link leads to ../../elsewhere, which is no edition of the month"),
        (link_a_folder, f"{WARD}/{MONTH}: it is not a link, and shows none of the editions"),
        (list_stale, "index.html: it does not list what is shown; the next run makes it anew"),
        (feed_gone, f"{WARD}/feed.xml: it is not there, or cannot be read; the next run makes it anew"),
    ],
)
def test_verify_looks_at_links_and_lists(
    world: World, capsys: pytest.CaptureFixture[str], spoil: object, said: str
) -> None:
    """Each is told, the second program sees it, too; and the next run mends it where it is ours to mend."""
    assert callable(spoil)
    spoil(world)
    assert phulien(world, "verify") == 3
    assert said in capsys.readouterr().out
    if spoil is link_a_folder:
        with pytest.raises(PhulienError, match="is a folder, expected a link to an edition; move it away"):
            world.build()
        return
    assert spoil is link_gone or check(world.out) != []
    world.build()
    assert phulien(world, "verify") == 0
    assert check(world.out) == []


def test_a_site_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command that needs one says so, and how to name it."""
    for command in ("verify", "rollback", "publish", "prune"):
        assert main([command, "--out", str(tmp_path), "--lang", "en"]) == 2
        assert f"phulien: there is no site in {tmp_path}; name it with --out" in capsys.readouterr().err


def test_wards_and_months_that_are_not_there_are_told(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt one gets a hint; a path is no ward."""
    for ward, month, said in (
        ("made-up-wart", MONTH, f"there are no editions of ward 'made-up-wart' in {world.out}; did you mean '{WARD}'?"),
        ("../..", MONTH, f"there are no editions of ward '../..' in {world.out}; there are: {WARD}"),
        (WARD, "2025-09", f"there are no editions of {WARD} 2025-09; did you mean '{MONTH}'?"),
        ("all", "2025-09", "there are no editions of 2025-09"),
    ):
        assert phulien(world, "verify", month, ward=ward) == 2
        assert said in capsys.readouterr().err


# Cleared away


def test_prune_keeps_what_is_shown_and_the_way_back(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With ``--keep 0`` the third and the second stay, the first goes; a dry run only says so."""
    before = tree(world.out)
    assert phulien(world, "prune", "--keep", "0", "--dry-run") == 0
    assert capsys.readouterr().out == f"edition {names[0]} of {WARD} {MONTH} would be taken away\n"
    assert tree(world.out) == before
    assert phulien(world, "prune", "--keep", "0", ward="all") == 0
    assert capsys.readouterr().out == f"edition {names[0]} of {WARD} {MONTH} was taken away\n"
    assert Site(world.out).kept(WARD, MONTH) == sorted(names[1:])
    assert check(world.out) == []
    assert [phulien(world, "rollback"), now(world)] == [0, names[1]]


def test_three_stay_if_nothing_else_is_said(world: World, names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Of four editions the oldest goes; then none can."""
    publish_with(world, 42)
    assert phulien(world, "prune") == 0
    assert capsys.readouterr().out == f"edition {names[0]} of {WARD} {MONTH} was taken away\n"
    assert phulien(world, "prune") == 0
    assert capsys.readouterr().out == "no edition can be taken away\n"


def test_prune_keeps_what_is_staged_and_what_a_later_version_made(world: World, names: list[str]) -> None:
    """The first edition has a manifest of schema 2: it is not ours to judge."""
    manifest = in_kept(world, names[0]) / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), "schema": 2}), "utf-8")
    staged = publish_with(world, 42, stage=True)
    assert phulien(world, "prune", "--keep", "0") == 0
    assert Site(world.out).kept(WARD, MONTH) == sorted([*names, staged])


# Listed


def test_list_tells_which_editions_there_are(
    world: World, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The latest first, with state and how many calculations differ: 60 + 45 is not 100, 60 + 42 neither."""
    (in_kept(world, names[0]) / "manifest.json").write_text("{", "utf-8")
    staged = publish_with(world, 42, stage=True)
    assert phulien(world, "list", "--editions") == 0
    rows = [line.split("│") for line in capsys.readouterr().out.splitlines() if MONTH in line]
    assert [(row[3].strip(), row[4].strip(), row[6].strip()) for row in rows] == [
        (staged, "staged", "1"),
        (names[2], "shown", "0"),
        (names[1], "kept", "0"),
        (names[0], "cannot be read", ""),
    ]
