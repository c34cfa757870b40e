"""A data folder from outside: whatever is in it ends in a report or in a refusal that says where and what to do."""

import os
import time
from pathlib import Path

import pytest

from phulien_analysis import PhulienError, catalogue, csvfile, errors, figures, load_report, nesting
from phulien_analysis.cli import main
from tests.made_up import MONTH, WARD, report_of, write_catalogue
from tests.made_up_file import FILE, GOOD, HEADER, only_problem, problems, row, rows, told, write
from tests.made_up_site import tree

BEYOND = [
    "../..",
    "..",
    "/etc",
    "a\x00b",
    "..\\..",
    "．．／",
    "phu-lien/../x",
    "\x1b[31m",
    "２０２５",
    "x" * 100_000,
    "",
]
NO_MONTHS = ["../2025-07", "/etc", "2025-07\x00", "..\\..", "２０２５-07", "2025-07\n", "2025-07/../x", "9" * 100_000]


def figures_file(home: Path) -> Path:
    """The month's file."""
    return home / WARD / f"{MONTH}.csv"


# ---- names that lead elsewhere


@pytest.mark.parametrize("ward", BEYOND)
def test_a_ward_that_leads_elsewhere_is_no_ward(ward: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Folders, NUL, backslashes, full-width dots and names without end are refused in a line; nothing is written."""
    write(home, rows(GOOD))
    before = tree(home.parent)
    places = ["--data", str(home), "--lang", "en"]
    for command in (
        ["check", MONTH, "--ward", ward],
        ["run", MONTH, "--ward", ward, "--out", str(home.parent / "site")],
    ):
        assert main([*command, *places]) == 2
        said = capsys.readouterr().err
        assert "there is no ward" in said
        assert len(said) < 300
        assert "\x1b" not in said
    assert tree(home.parent) == before


@pytest.mark.parametrize("month", NO_MONTHS)
def test_a_month_that_leads_elsewhere_is_no_month(month: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A month is four digits, a hyphen and two: digits of another script, a line end or a path make none."""
    places = ["--ward", WARD, "--data", str(home), "--out", str(home.parent / "site"), "--lang", "en"]
    assert main(["run", month, *places]) == 2
    said = capsys.readouterr().err
    assert "is not a month; write year and month like 2025-07" in said
    assert len(said) < 300
    assert not (home.parent / "site").exists()


def test_a_ward_of_wards_csv_cannot_be_a_path(home: Path) -> None:
    """A ward named ``../x`` in the catalogue is refused there, as is one named as the command line names them all."""
    wards = (home / "wards.csv").read_text("utf-8")
    write(home, rows(GOOD))
    (home / "wards.csv").write_text(wards.replace(WARD, "../x"), "utf-8")
    assert told(home)[0].startswith("data/wards.csv, row 2, column ward: '../x': string should match pattern")
    (home / "wards.csv").write_text(wards + wards.splitlines()[1].replace(WARD, "all") + "\n", "utf-8")
    assert told(home) == [
        "data/wards.csv, row 3, column ward: 'all' is what something else is called; give this one another name",
        "data/wards.csv, dòng 3, cột ward: 'all' là tên đã dùng cho việc khác; đề nghị đặt tên khác",
    ]


@pytest.mark.parametrize("topic", ["findings", "index", "figures", "report"])
def test_a_topic_cannot_take_the_page_of_another(topic: str, home: Path) -> None:
    """A topic called ``findings`` would be written over the page of all findings."""
    topics = (home / "topics.csv").read_text("utf-8")
    (home / "topics.csv").write_text(topics.replace("empty-topic", topic), "utf-8")
    assert told(home)[0].startswith(f"data/topics.csv, row 4, column topic: '{topic}' is what something else is called")


def test_names_too_long_for_a_folder_are_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file name of 100,000 letters is the system's refusal in our words, not a traceback."""
    for command in (["check", "x" * 100_000], ["list", "--data", "x" * 100_000], ["run", "--out", "x" * 100_000]):
        assert main(command) == 2
        assert "không dùng được xxx" in capsys.readouterr().err


# ---- links, pipes and devices


def test_a_file_that_leads_out_of_the_folder_is_refused(home: Path, tmp_path: Path) -> None:
    """A figures file that is a link to a file elsewhere is refused with the place it leads to."""
    outside = tmp_path / "elsewhere.csv"
    outside.write_text(rows(GOOD), "utf-8")
    figures_file(home).unlink()
    figures_file(home).symlink_to(outside)
    with pytest.raises(PhulienError) as caught:
        load_report(MONTH, WARD, home)
    assert caught.value.say("en") == (
        f"{FILE} leads out of the data folder, to {outside}; put the file itself there instead of the link"
    )
    assert caught.value.say("vi").startswith(f"{FILE} dẫn ra ngoài thư mục dữ liệu, đến {outside}")


def test_a_ward_folder_that_leads_out_is_refused(home: Path, tmp_path: Path) -> None:
    """So is a ward's folder, whose files are all elsewhere, and a file of the catalogue."""
    (home / WARD).rename(tmp_path / "elsewhere")
    (home / WARD).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PhulienError, match=r"leads out of the data folder, to .*elsewhere/2025-07\.csv"):
        load_report(MONTH, WARD, home)
    (home / "units.csv").rename(tmp_path / "units.csv")
    (home / "units.csv").symlink_to(tmp_path / "units.csv")
    with pytest.raises(PhulienError, match=r"data/units\.csv leads out of the data folder"):
        load_report(MONTH, WARD, home)


def test_links_inside_the_folder_are_files_like_others(home: Path, tmp_path: Path) -> None:
    """A month that is a link to another of the same folder is read, and so is a folder that is a link itself."""
    write(home, rows(GOOD))
    figures_file(home).rename(home / WARD / "as-sent.csv")
    figures_file(home).symlink_to("as-sent.csv")
    (tmp_path / "link").symlink_to(home)
    assert len(load_report(MONTH, WARD, tmp_path / "link").figure_list) == 1


def test_a_link_in_a_circle_is_told(home: Path) -> None:
    """A link that leads to itself is a file that cannot be read."""
    figures_file(home).unlink()
    figures_file(home).symlink_to(figures_file(home).name)
    assert problems(home)[0].startswith(f"{FILE}: the file cannot be read: Too many levels of symbolic links")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", [f"{WARD}/{MONTH}.csv", f"{WARD}/{MONTH}.known.csv", "units.csv", "datapackage.json"])
def test_a_named_pipe_is_refused_and_not_waited_for(name: str, home: Path) -> None:
    """A pipe that nobody writes into would be waited for without end; it is refused at once."""
    (home / name).unlink(missing_ok=True)
    os.mkfifo(home / name)
    started = time.monotonic()
    assert told(home)[0] == f"data/{name}: it is a pipe, not a file; put a file there"
    assert time.monotonic() - started < 5


# ---- too much of it


def test_a_file_of_2_gb_is_not_opened(home: Path) -> None:
    """A sparse file of 2 GB is refused by its size, in no time and without its bytes."""
    with figures_file(home).open("r+b") as file:
        file.truncate(2 * 2**30)
    started = time.monotonic()
    assert told(home) == [
        f"{FILE}: it has 2048 MB, where at most 16 MB are read; make it smaller",
        f"{FILE}: tệp nặng 2048 MB, trong khi chỉ đọc tối đa 16 MB; đề nghị làm gọn tệp",
    ]
    assert time.monotonic() - started < 2


def test_datapackage_of_2_gb_is_refused(home: Path) -> None:
    """The file about the files is copied into an edition's inputs, so it is bounded, too."""
    with (home / "datapackage.json").open("r+b") as file:
        file.truncate(2 * 2**30)
    write(home, rows(GOOD))
    assert told(home)[0] == "data/datapackage.json: it has 2048 MB, where at most 16 MB are read; make it smaller"


def test_datapackage_of_any_depth_is_not_looked_into(home: Path) -> None:
    """A file of a million brackets is copied along and does nothing."""
    write(home, rows(GOOD))
    (home / "datapackage.json").write_text("[" * 1_000_000, "utf-8")
    assert len(load_report(MONTH, WARD, home).figure_list) == 1


def test_more_rows_than_any_report_has_are_refused(home: Path) -> None:
    """5,001 rows are one too many, however small they are, and a million are not read."""
    lines = [row(source=f"II.1 p{number // 9 + 1} #{number % 9 + 1}") for number in range(5_001)]
    expected = f"{FILE}: there are more than 5000 rows; split the file, or take out what does not belong"
    assert problems(home, rows(*lines)) == [expected]
    assert problems(home, rows(*[GOOD] * 100_000)) == [expected]


def test_one_number_printed_too_often_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each printing of a number is held against the others: more than 200 (here 3) would take their square."""
    monkeypatch.setattr(figures, "MOST_PRINTINGS", 3)
    lines = [row(source=f"II.1 p1 #{number}") for number in range(1, 6)]
    assert problems(home, rows(*lines)) == [
        f"{FILE}, row 5, column indicator: actual of people is printed more than 3 times; no report does that"
    ]


def test_a_line_without_an_end_is_refused(home: Path) -> None:
    """15 MB without a line end are no row."""
    long = "x" * 15_000_000
    expected = f"{FILE}, row 1: the line is longer than 100000 characters"
    assert problems(home, long)[0].startswith(expected)
    assert problems(home, f"{HEADER}\n{long[:200_000]}")[0].startswith(expected.replace("row 1", "row 2"))


def test_a_header_of_thousands_of_columns_is_one_problem(home: Path) -> None:
    """Thousands of columns are told as a number, not one by one."""
    assert problems(home, ",".join(["x"] * 9_000) + "\n") == [
        f"{FILE}, row 1: there are 9000 columns; the header must be {HEADER}"
    ]


def test_a_value_longer_than_a_page_is_refused(home: Path) -> None:
    """A label of 20,000 letters is refused, and is not repeated in the message."""
    assert problems(home, rows(row(status="x" * 20_000))) == [
        f"{FILE}, row 2, column status: the value has 20000 characters, where at most 10000 are read; shorten it"
    ]
    assert len(only_problem(home, unit="y" * 9_000)) < 200


def test_problems_are_told_up_to_a_bound(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After 100 problems (here 3) of a file nobody reads on, and the rest of it is not looked at."""
    for module in (csvfile, figures, errors, catalogue):
        monkeypatch.setattr(module, "MOST_PROBLEMS", 3)
    lines = [row(source=f"II.1 p1 #{number}", unit="persons") for number in range(1, 9)]
    found = problems(home, rows(*lines))
    assert [problem.split(",")[1] for problem in found[:3]] == [" row 2", " row 3", " row 4"]
    assert found[3:] == [f"{FILE}: there may be more: after 3 problems the rest of the file was not looked at"]
    assert len(problems(home, rows(*["people"] * 9))) == 4


@pytest.mark.parametrize("name", ["known", "statements"])
def test_the_other_files_of_a_month_are_bounded_as_well(name: str, home: Path) -> None:
    """A list of known findings or statements of 2 GB is refused as the figures are."""
    write(home, rows(GOOD))
    path = home / WARD / f"{MONTH}.{name}.csv"
    path.touch()
    os.truncate(path, 2 * 2**30)
    assert (
        told(home)[0]
        == f"data/{WARD}/{MONTH}.{name}.csv: it has 2048 MB, where at most 16 MB are read; make it smaller"
    )


# ---- totals in totals


def test_totals_nested_too_deep_are_refused(home: Path) -> None:
    """A chain of 2,000 totals, each a part of the one before, is refused within a second or two."""
    chain = [f"i{n} by-kind: i{n + 1}" for n in range(2_000)]
    write_catalogue(home, ["people actual - 1 person"], chain)
    started = time.monotonic()
    assert told(home)[0].endswith(
        "is split over 51 levels into 1 parts, where at most 50 and 10000 are added up; split it less deep"
    )
    assert time.monotonic() - started < 10


def test_totals_that_multiply_are_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Totals that share all their parts, level by level, come to ten times as many parts with every level."""
    monkeypatch.setattr(nesting, "MOST_PARTS", 99)
    levels = [f"i{n}-{k} by-kind: {' '.join(f'i{n + 1}-{j}' for j in range(10))}" for n in range(3) for k in range(10)]
    write_catalogue(home, ["people actual - 1 person"], levels)
    assert "is split over 3 levels into 100 parts" in told(home)[0]


def test_a_part_of_many_totals_is_looked_for_once() -> None:
    """Twelve levels with two ways to split each are added up at once: 4,096 ways lead to the last part."""
    parts = [f"i{n} {way}: i{n + 1}" for n in range(12) for way in ("by-kind", "by-place")]
    started = time.monotonic()
    report = report_of("i0 actual 2025-07 5 person", parts=parts, dimensions={f"i{n}": "persons" for n in range(13)})
    assert [finding.kind for finding in report.finding_list] == []
    assert time.monotonic() - started < 5
