"""The catalogue: what its rows must be, and what is told where they are not."""

from collections.abc import Iterable
from pathlib import Path

from tests.made_up import HEADERS, TOPICS, UNITS
from tests.made_up_file import GOOD, loaded, problems, rows


def catalogue_problems(home: Path, name: str, lines: Iterable[str]) -> list[str]:
    """What is wrong with a catalogue file of these rows, without the file's name."""
    header = ",".join(HEADERS[name])
    (home / f"{name}.csv").write_text("\n".join([header, *lines, ""]), "utf-8")
    return [problem.removeprefix(f"data/{name}.csv, ") for problem in problems(home)]


def test_indicator_needs_a_topic_and_a_dimension(home: Path) -> None:
    """An indicator of a topic or a dimension that there is not is told with the nearest of each."""
    assert catalogue_problems(home, "indicators", ["people,made-up-topc,monye,flow,false,,Người,People"]) == [
        "row 2, column topic: 'made-up-topc' is not a topic of the catalogue; did you mean 'made-up-topic'?",
        "row 2, column dimension: 'monye' is not a dimension of the catalogue; did you mean 'money'?",
    ]


def test_words_of_the_catalogue_are_closed_lists(home: Path) -> None:
    """A kind that is neither flow nor stock, and a truth that is neither true nor false, are told."""
    told = catalogue_problems(home, "indicators", ["people,made-up-topic,money,flwo,perhaps,,Người,People"])
    assert [problem.split(":")[0] for problem in told] == ["row 2, column kind", "row 2, column signed"]
    assert "'flow' or 'stock'" in told[0]


def test_name_is_given_once(home: Path) -> None:
    """A unit that stands in two rows is told with the row that had the name first."""
    (home / "units.csv").write_text(UNITS + "person,persons,1,true,người,person\n", "utf-8")
    assert problems(home) == [
        "data/units.csv, row 12, column unit: 'person' stands in row 6 already; give this one another name"
    ]


def test_scale_is_above_zero(home: Path) -> None:
    """A unit of scale 0 or below would make every number nothing, and is told."""
    (home / "units.csv").write_text(UNITS + "mite,money,0,false,x,mite\nloss,money,-1,false,x,loss\n", "utf-8")
    assert [problem.split(": ")[0] for problem in problems(home)] == [
        "data/units.csv, row 12, column scale",
        "data/units.csv, row 13, column scale",
    ]


def test_parts_and_totals_must_fit(home: Path) -> None:
    """Parts that are unknown, count other things, contain themselves, stand twice or contradict are all told."""
    assert catalogue_problems(
        home,
        "parts",
        [
            "people,by-kind,peopel,true",
            "people,by-kind,money,true",
            "people,by-kind,people,true",
            "people,by-kind,residents,true",
            "people,by-kind,residents,true",
            "people,by-age,residents,true",
            "people,by-age,money,false",
        ],
    ) == [
        "row 2, column part: 'peopel' is not an indicator of the catalogue; did you mean 'people'?",
        "row 3, column part: 'money' and 'people' count different things (their dimensions differ)",
        "row 4, column part: 'people' would be a part of itself",
        "row 6, column part: 'residents' stands in this breakdown already",
        "row 8, column part: 'money' and 'people' count different things (their dimensions differ)",
        "row 8, column complete: all parts of one breakdown must say the same",
    ]


def test_total_cannot_be_a_part_of_its_parts(home: Path) -> None:
    """People made of residents, who are made of people, are told as a circle, which no sum could leave."""
    told = catalogue_problems(home, "parts", ["people,by-kind,residents,true", "residents,by-kind,people,true"])
    assert "row 3, column part: 'people' would be a part of itself" in told


def test_crosscheck_must_be_readable(home: Path) -> None:
    """Sides, relation, windows and severity of a cross-check are told with what may stand there."""
    told = catalogue_problems(
        home,
        "crosschecks",
        ["x,people,<,money:actual % land:actual,some,bad,a,b", "y,people:actul,=,money:actual +,same,note,a,b"],
    )
    assert [problem.split(": ")[0] for problem in told] == [
        "row 2, column left",
        "row 2, column relation",
        "row 2, column right",
        "row 2, column windows",
        "row 2, column severity",
        "row 3, column left",
        "row 3, column right",
    ]
    assert told[0] == "row 2, column left: 'people' is not indicator:measure"


def test_crosscheck_names_indicators_that_there_are(home: Path) -> None:
    """An unknown indicator of a cross-check is told, and so is a derived figure of more than one term."""
    assert catalogue_problems(
        home,
        "crosschecks",
        [
            "x,peopel:actual,=,money:actual,same,note,a,b",
            "y,people:actual + money:actual,derive,money:actual,same,note,a,b",
        ],
    ) == [
        "row 2, column left: 'peopel' is not an indicator of the catalogue; did you mean 'people'?",
        "row 3, column left: a derived figure is one indicator:measure",
    ]


def test_catalogue_file_that_is_missing_is_told(home: Path) -> None:
    """A data folder without units.csv is told so, with the system's reason."""
    (home / "units.csv").unlink()
    assert problems(home) == ["data/units.csv: the file cannot be read: No such file or directory"]


def test_topics_stand_in_the_order_of_their_pages(home: Path) -> None:
    """Topics are ordered by their number, whatever the order of the rows; the overview is the first."""
    header, *lines = TOPICS.splitlines()
    (home / "topics.csv").write_text("\n".join([header, *reversed(lines), ""]), "utf-8")
    report = loaded(home, rows(GOOD))
    assert [topic.topic for topic in report.topics] == ["overview", "made-up-topic", "empty-topic"]
    assert [topic.page for topic in report.topics] == ["index.html", "made-up-topic.html", "empty-topic.html"]


def test_the_file_about_the_files_must_be_one(home: Path) -> None:
    """A folder in place of the file that describes the data is told."""
    (home / "datapackage.json").unlink()
    (home / "datapackage.json").mkdir()
    assert problems(home) == ["data/datapackage.json: the file cannot be read: Is a directory"]


def test_a_folder_without_the_file_about_the_files_is_read(home: Path) -> None:
    """The file that describes the data is for others: a folder without it has no problem."""
    (home / "datapackage.json").unlink()
    assert [topic.topic for topic in loaded(home, rows(GOOD)).topics] == ["overview", "made-up-topic", "empty-topic"]
