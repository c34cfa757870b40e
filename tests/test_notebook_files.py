"""The notebooks as files: what can be seen of them without running one."""

import ast
import csv
import inspect
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from phulien_analysis import charts, views
from phulien_analysis.expression import MEASURES
from phulien_analysis.messages import LANGS

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = {"month": "2025-07", "ward": "phu-lien", "lang": "vi", "data": ""}
CELL_LINES, CELL_WIDTH = 8, 100
LIBRARY = {"views": views, "charts": charts}
# What a cell may be made of: names, texts, lists of them, and a call.
PLAIN: tuple[type[ast.AST], ...] = (ast.Module, ast.ImportFrom, ast.alias, ast.Assign, ast.Expr, ast.Call, ast.keyword)
PLAIN += (ast.Attribute, ast.Name, ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Starred, ast.expr_context)
# What the arguments of the library are, by the names of its parameters.
TERMS = {"terms", "indicators", "total", "root", "also", "rows"}
BREAKDOWNS = {"name", "breakdown"}
SHOWN_IN_WORDS = {"assessment": "assessments", "task": "tasks"}  # kinds of statements with a view of their own
A_DATE = re.compile(r"\b(?:19|20)\d\d\b|\btháng \d|\b\d{1,2}–\d{1,2}/\d")
AN_ID = re.compile(r"[a-z]+(?:-(?:[a-z]+|[0-9]+))*")

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of the data."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def content(path: Path) -> dict[str, Any]:
    """The notebook as it stands in its file."""
    whole: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return whole


def cells(path: Path, kind: str = "") -> list[dict[str, Any]]:
    """The cells of a notebook, or those of a kind."""
    return [cell for cell in content(path)["cells"] if kind in {"", cell["cell_type"]}]


def source(cell: Mapping[str, Any]) -> str:
    """The text of a cell, which the format keeps whole or line by line."""
    return "".join(cell["source"])


def tags(cell: Mapping[str, Any]) -> list[str]:
    """The tags of a cell."""
    found: list[str] = cell["metadata"].get("tags", [])
    return found


def headings(cell: Mapping[str, Any]) -> list[int]:
    """The levels of the headings in a cell."""
    return [len(marks) for marks in re.findall(r"^(#+) ", source(cell), re.MULTILINE)]


def topic_of(path: Path) -> str:
    """The topic that the notebook is about."""
    return next(row["topic"] for row in rows("topics.csv") if row["notebook"] == path.stem)


def library_calls(path: Path) -> Iterator[tuple[str, str, ast.Call]]:
    """Cell, function and call of everything that a notebook asks of the library after loading the report."""
    for cell in cells(path, "code"):
        for node in ast.walk(ast.parse(source(cell))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield cell["id"], ast.unparse(node.func), node


def given(path: Path) -> Iterator[tuple[str, str, Mapping[str, list[str]]]]:
    """Cell, function, and the texts handed to each of its parameters; lists that the notebook names are looked up."""
    lists = {
        target.id: node.value
        for cell in cells(path, "code")
        for node in ast.walk(ast.parse(source(cell)))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for place, name, call in library_calls(path):
        bound = signature(name).bind(*call.args, **{str(k.arg): k.value for k in call.keywords})
        yield place, name, {key: list(texts(value, lists, key)) for key, value in bound.arguments.items()}


def signature(name: str) -> inspect.Signature:
    """The signature of ``views.x`` or ``charts.x``."""
    module, _, function = name.partition(".")
    return inspect.signature(getattr(LIBRARY[module], function))


def texts(value: object, lists: Mapping[str, ast.expr], parameter: str) -> Iterator[str]:
    """The texts inside an argument; of a table's rows the terms, not their headings."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from texts(one, lists, parameter)
    elif isinstance(value, ast.Name) and value.id in lists:
        yield from texts(lists[value.id], lists, parameter)
    elif isinstance(value, ast.Dict):
        yield from texts(value.values, lists, parameter)
    elif isinstance(value, ast.List | ast.Tuple):
        yield from texts(value.elts, lists, parameter)
    elif isinstance(value, ast.Starred):
        yield from texts(value.value, lists, parameter)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


def parts_of(totals: Sequence[str]) -> set[str]:
    """Totals and their parts, and the parts of these."""
    found = set(totals)
    while more := {row["part"] for row in rows("parts.csv") if row["total"] in found} - found:
        found |= more
    return found


def shown(path: Path) -> set[str]:
    """The indicators that a notebook shows: by name, or as parts of a total that it takes apart."""
    named: set[str] = set()
    for _, _, arguments in given(path):
        for parameter in TERMS & set(arguments):
            indicators = [term.partition(":")[0] for term in arguments[parameter] if term]
            whole = parameter in {"total", "root"}
            named |= parts_of(indicators) if whole else set(indicators)
    return named


def test_every_topic_has_its_notebook() -> None:
    """Each topic of topics.csv has one notebook, and each notebook a topic."""
    assert [path.stem for path in NOTEBOOKS] == sorted(row["notebook"] for row in rows("topics.csv"))


@each_notebook
def test_form_is_that_of_version_4_5(path: Path) -> None:
    """A notebook says which language it is in and nothing of the machine on which it was written."""
    notebook = content(path)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert notebook["metadata"]["language_info"] == {"name": "python"}


@each_notebook
def test_parameters_come_first(path: Path) -> None:
    """The first cell, and no other, is tagged for papermill; it sets the four parameters and says what each is."""
    assert [number for number, cell in enumerate(cells(path)) if "parameters" in tags(cell)] == [0]
    lines = source(cells(path)[0]).splitlines()
    assert all(re.search(r"  # \S", line) for line in lines), "a parameter has no comment"
    assigned = [node for node in ast.parse("\n".join(lines)).body if isinstance(node, ast.Assign)]
    assert len(assigned) == len(lines)
    assert {ast.unparse(n.targets[0]): ast.literal_eval(n.value) for n in assigned} == PARAMETERS


@each_notebook
def test_second_cell_loads_the_report(path: Path) -> None:
    """The report is loaded once, with all four parameters, and only what is used is imported."""
    first, last = ast.parse(source(cells(path)[1])).body
    assert isinstance(first, ast.ImportFrom)
    used = {name.partition(".")[0] for _, name, _ in library_calls(path)}
    assert {alias.name for alias in first.names} == {"load_report"} | used
    assert ast.unparse(last) == "report = load_report(month, ward=ward, data=data, lang=lang)"


AUDIENCES: tuple[list[str], ...] = (
    [],
    ["findings"],
    ["review"],
)  # for all, where a topic has findings to show, for who sees all of them


@each_notebook
def test_prose_comes_in_pairs(path: Path) -> None:
    """Each Vietnamese Markdown cell is followed by its English twin: same name, same headings, as many points."""
    for number, cell in enumerate(whole := cells(path)):
        if cell["cell_type"] != "markdown":
            continue
        lang, *audience = tags(cell)
        assert lang in LANGS, cell["id"]
        assert audience in AUDIENCES, cell["id"]
        if lang == "en":
            assert tags(whole[number - 1]) == ["vi", *audience], f"{cell['id']} follows no Vietnamese cell"
            continue
        twin = whole[number + 1]
        assert (cell["id"], twin["id"]) == (cell["id"], cell["id"].removesuffix("-vi") + "-en")
        assert headings(cell) == headings(twin), cell["id"]
        points = [len(re.findall(r"^- ", source(one), re.MULTILINE)) for one in (cell, twin)]
        assert points[0] == points[1], f"{cell['id']} and its twin have {points} points"


@each_notebook
def test_headings_are_in_order(path: Path) -> None:
    """Headings start at the second level, since the page has the first, and never skip one."""
    above = 1
    for cell in cells(path, "markdown"):
        if tags(cell)[0] == "vi":
            for level in headings(cell):
                assert 2 <= level <= above + 1, f"{cell['id']} has a heading of level {level} below {above}"
                above = level


@each_notebook
def test_questions_come_before_findings_and_limits(path: Path) -> None:
    """A notebook asks its questions, then shows what was found, and ends with what its figures cannot tell."""
    sections = [cell["id"].removesuffix("-vi") for cell in cells(path, "markdown") if cell["id"].endswith("-vi")]
    main = [name for name in sections if re.fullmatch(r"question-\d+|findings|limits", name)]
    asked = [name for name in main if name.startswith("question")]
    assert asked == [f"question-{number}" for number in range(1, len(asked) + 1)]
    expected = ["limits"] if topic_of(path) == "overview" else ["findings", "limits"]
    assert main == asked + expected
    assert asked


@each_notebook
def test_cells_have_speaking_names(path: Path) -> None:
    """A cell's id is made of words, so that a run, a difference and an error can name it."""
    names = [cell["id"] for cell in cells(path)]
    assert len(set(names)) == len(names)
    assert [name for name in names if not AN_ID.fullmatch(name)] == []


@each_notebook
def test_code_cells_are_short_and_plain(path: Path) -> None:
    """A code cell is at most 8 lines of 100 characters, and made of nothing but names, texts and calls."""
    for cell in cells(path, "code"):
        lines = source(cell).splitlines()
        assert len(lines) <= CELL_LINES, cell["id"]
        assert max(map(len, lines)) <= CELL_WIDTH, cell["id"]
        other = [node for node in ast.walk(ast.parse("\n".join(lines))) if not isinstance(node, PLAIN)]
        assert not other, f"{cell['id']} computes: {ast.unparse(other[0])}"


@each_notebook
def test_code_cell_makes_one_call_or_names_lists(path: Path) -> None:
    """After loading, a cell shows what one call of the library gives, or names lists that a later cell uses."""
    code = cells(path, "code")[2:]
    for number, cell in enumerate(code):
        body = ast.parse(source(cell)).body
        calls = [node for node in ast.walk(ast.Module(body, [])) if isinstance(node, ast.Call)]
        if calls:
            assert len(body) == len(calls) == 1, f"{cell['id']} does more than one call"
            assert isinstance(body[0], ast.Expr), f"{cell['id']} does not show what it calls"
            continue
        names = [ast.unparse(node.targets[0]) for node in body if isinstance(node, ast.Assign)]
        after = "\n".join(source(later) for later in code[number:])
        unused = [name for name in names if len(re.findall(rf"\b{name}\b", after)) == 1]
        assert not unused, f"{cell['id']} names {unused}, which no cell uses"


@each_notebook
def test_calls_fit_the_library(path: Path) -> None:
    """Every call names a function of the library, hands it the report first, and arguments that it takes."""
    for place, name, call in library_calls(path):
        module, _, function = name.partition(".")
        assert function in getattr(LIBRARY.get(module), "__all__", ()), f"{place} calls {name}"
        assert ast.unparse(call.args[0]) == "report", f"{place} does not hand over the report"
    assert list(given(path)), "nothing is shown"


@each_notebook
def test_every_term_is_in_the_catalogue(path: Path) -> None:
    """Every indicator, measure and breakdown that a call names exists."""
    indicators = {row["indicator"] for row in rows("indicators.csv")}
    breakdowns = {(row["total"], row["breakdown"]) for row in rows("parts.csv")}
    for place, _, arguments in given(path):
        for term in (text for parameter in TERMS & set(arguments) for text in arguments[parameter] if text):
            indicator, _, measure = term.partition(":")
            assert indicator in indicators, f"{place} names {indicator}"
            assert not measure or measure in MEASURES, f"{place} names {term}"
        for name in (text for parameter in BREAKDOWNS & set(arguments) for text in arguments[parameter]):
            assert (arguments["total"][0], name) in breakdowns, f"{place} names {name}"


@each_notebook
def test_notebook_speaks_of_its_own_topic(path: Path) -> None:
    """A call that takes a topic is given the notebook's own; only tasks are gathered from all topics."""
    for place, name, arguments in given(path):
        if arguments.get("topic"):
            gathered = arguments.get("kind") == ["task"]
            known = {row["topic"] for row in rows("topics.csv")} if gathered else {topic_of(path)}
            assert set(arguments["topic"]) <= known, f"{place}: {name} is given {arguments['topic']}"


@each_notebook
def test_an_answer_is_the_first_thing_under_its_question(path: Path) -> None:
    """Question, answer, chart, table: an answer follows its question, and a table the chart of the same name."""
    whole = [cell["id"] for cell in cells(path)]
    for name in (name for name in whole if name.startswith("answer")):
        assert whole[whole.index(name) - 1] == f"{name.replace('answer', 'question')}-en"
    for name in (name for name in whole if name.endswith("-chart")):
        table = name.removesuffix("-chart")
        assert table not in whole or whole.index(table) > whole.index(name), f"{table} stands before its chart"


@each_notebook
def test_every_indicator_of_the_topic_is_shown(path: Path) -> None:
    """No indicator of the catalogue is without a place in the notebook of its topic."""
    own = {row["indicator"] for row in rows("indicators.csv") if row["topic"] == topic_of(path)}
    assert own - shown(path) == set()


def test_every_statement_is_shown() -> None:
    """Whatever kind of statement the data hold for a topic, a notebook shows it."""
    asked = {
        (arguments["topic"][0], arguments["kind"][0])
        for path in NOTEBOOKS
        for _, name, arguments in given(path)
        if name == "views.statements"
    }
    asked |= {
        (arguments["topic"][0], kind)
        for path in NOTEBOOKS
        for _, name, arguments in given(path)
        if name == "views.notes"
        for kind in arguments.get("kinds") or ("caveat", "review", "statement", "missing")
    }
    views_called = {name for path in NOTEBOOKS for _, name, _ in library_calls(path)}
    held = {(row["topic"], row["kind"]) for file in DATA.glob("*/*.statements.csv") for row in rows(str(file))}
    unseen = {(topic, kind) for topic, kind in held - asked if f"views.{SHOWN_IN_WORDS.get(kind)}" not in views_called}
    assert unseen == set()


@each_notebook
def test_notebook_serves_any_month_and_ward(path: Path) -> None:
    """Neither prose nor captions name a ward, a month or a year: these come with the figures."""
    names = [row[f"label_{lang}"] for row in rows("wards.csv") for lang in LANGS]
    for cell in cells(path)[1:]:
        found = [name for name in names if name in source(cell)] + A_DATE.findall(source(cell))
        assert not found, f"{cell['id']} names {found}"


@each_notebook
def test_links_lead_to_notebooks(path: Path) -> None:
    """A link in prose leads to a notebook beside this one, so that it works in JupyterLab and on the pages."""
    for cell in cells(path, "markdown"):
        for target in re.findall(r"\]\(([^)\s]+)\)", source(cell)):
            assert (path.parent / target) in NOTEBOOKS, f"{cell['id']} links to {target}"
