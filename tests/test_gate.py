"""The gate before publishing: a month that leaks is refused whole, with the place of every leak; a clean one passes."""

from pathlib import Path

import pytest

from phulien_analysis.errors import DataError, NotebookError, PhulienError
from phulien_analysis.messages import say
from phulien_analysis.publishing import editions
from phulien_analysis.publishing.gate import Allowed, AllowList, find_leaks, own_folders, read_allowed, refuse_leaks
from tests.made_up import MONTH, WARD
from tests.made_up_site import NOTEBOOKS, World, code, prose, tree, without_kernels

ADDRESS = "lan" + "@example.org"
TELEPHONE = "0225 3 742 142"
HELD = f"data/{WARD}/allowed.csv"


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world whose notebooks are taken for executed."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    return World(tmp_path / "world")


def refused(world: World) -> PhulienError:
    """What is said when the month is not published."""
    with pytest.raises(PhulienError) as caught:
        world.build()
    return caught.value


def write_allowed(world: World, *rows: str) -> None:
    """Write the ward's list of what may be published."""
    path = world.data / WARD / "allowed.csv"
    path.write_text("\n".join(["text,reason", *rows, ""]), encoding="utf-8")


def write_label(world: World, label: str) -> None:
    """Give the made-up topic another name."""
    table = world.data / "topics.csv"
    table.write_text(table.read_text("utf-8").replace("Chuyên đề giả định", label), encoding="utf-8")


def test_what_a_cell_gave_is_refused_and_nothing_published(tmp_path: Path) -> None:
    """A whole run: exit code 3, cell and output named in both languages, the edition before untouched, no leftover."""
    world = World(tmp_path / "world")
    world.build()
    before = tree(world.out)
    world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], code(f"print('Liên hệ {ADDRESS}')")])
    error = refused(world)
    assert (type(error), error.exit_code) == (NotebookError, 3)
    english, vietnamese = error.say("en"), error.say("vi")
    told = "- an e-mail address (l…@….org, 15 characters): notebooks/02_empty.ipynb, cell [3], output 1; "
    assert told in english
    assert "empty-topic.html, line " in english
    assert f"what may be published goes into {HELD}" in english
    assert "địa chỉ thư điện tử (l…@….org, 15 ký tự): notebooks/02_empty.ipynb, ô [3], kết quả 1; " in vietnamese
    assert ADDRESS not in english + vietnamese
    assert tree(world.out) == before


def test_what_the_data_say_is_refused_with_its_row(quick: World) -> None:
    """A telephone number in a label is no notebook's fault: exit code 2, and the row it comes from."""
    write_label(quick, f"Gọi {TELEPHONE}")
    error = refused(quick)
    assert (type(error), error.exit_code) == (PhulienError, 2)
    assert "a telephone number (02…42, 14 characters): " in str(error)
    assert "(from data/topics.csv, row 3, column 4)" in str(error)
    assert not (quick.out / WARD / MONTH).exists()


def test_what_a_notebook_says_is_refused(quick: World) -> None:
    """Prose is published as it stands in the notebook."""
    quick.write_notebook("02_empty", [prose(f"Hỏi {ADDRESS}")])
    error = refused(quick)
    assert error.exit_code == 2
    assert "notebooks/02_empty.ipynb, cell no. 1" in str(error)


def test_what_a_ward_allows_is_published(quick: World) -> None:
    """A public hotline with its reason, in whichever way it is written; a row that nothing needs is told."""
    write_label(quick, f"Gọi {TELEPHONE}")
    write_allowed(quick, "02253742142,đường dây nóng", f"{ADDRESS},hộp thư của phường")
    edition = quick.build()
    assert edition.changed
    (remark,) = edition.remarks
    assert say(remark, "vi") == f"{HELD}, dòng 3: '{ADDRESS}' không có trong nội dung công bố; đề nghị bỏ dòng này"


def test_remarks_of_the_gate_are_told(
    quick: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command says them on standard error, in the language that was asked for, and is content."""
    monkeypatch.setenv("PHULIEN_NOTEBOOKS", str(quick.notebooks))
    write_allowed(quick, f"{ADDRESS},hộp thư")
    assert quick.run("--ward", WARD, "--lang", "en") == 0
    assert (
        f"phulien: {HELD}, row 2: '{ADDRESS}' is in nothing that is published; take the row out"
        in capsys.readouterr().err
    )


def test_a_change_of_the_list_is_another_edition(quick: World) -> None:
    """What may be published is part of what an edition rests on."""
    first = quick.build()
    write_allowed(quick, f"{ADDRESS},hộp thư")
    assert quick.build().name != first.name


@pytest.mark.parametrize(("rows", "said"), [
    (["0912345678,"], "row 2, column reason: the value is missing"),
    ([",lý do"], "row 2, column text: the value is missing"),
    (["a;b"], "there are 1 values, but 2 columns"),
])  # fmt: skip
def test_a_list_that_is_not_as_it_must_be_is_told_first(quick: World, rows: list[str], said: str) -> None:
    """Each allowed text has its reason; nothing is run before."""
    write_allowed(quick, *rows)
    error = refused(quick)
    assert isinstance(error, DataError)
    assert f"{HELD}, {said}" in str(error) or said in str(error)


def test_a_trace_or_an_error_stream_cannot_be_allowed(tmp_path: Path) -> None:
    """A program's own noise is nobody's to allow; what was written is not said."""
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition" / "a.ipynb").write_text(
        '{"cells": [{"cell_type": "code", "source": "", "metadata": {}, "outputs": ['
        '{"output_type": "stream", "name": "stderr", "text": "mật-thư"}]}]}', encoding="utf-8"
    )  # fmt: skip
    allowed = AllowList(HELD, {2: Allowed(text="mật-thư", reason="x")})
    with pytest.raises(NotebookError) as caught:
        refuse_leaks(tmp_path / "edition", tmp_path, allowed)
    assert str(caught.value) == (
        "there is what must not be published, so nothing was:\n"
        "  - what a cell wrote to its error stream: a.ipynb, cell no. 1, output 1\n"
        "mend the notebook, and run again"
    )


def test_many_leaks_are_told_up_to_a_point(tmp_path: Path) -> None:
    """Twenty are listed and the others counted; of each, three files."""
    folder = tmp_path / "edition"
    folder.mkdir()
    lines = [f"lan{n}@example.org" for n in range(25)]
    for n in range(5):
        (folder / f"{n}.txt").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(PhulienError) as caught:
        refuse_leaks(folder, tmp_path, AllowList(HELD))
    told = str(caught.value).splitlines()
    assert told[1].endswith(": 0.txt, line 1; 1.txt, line 1; 2.txt, line 1; 2 more files")
    assert told[-2] == "  - and 5 more"
    assert len(told) == 23


def test_the_folder_of_the_run_is_known(tmp_path: Path) -> None:
    """The folder that an edition was built in must not be named in it."""
    folder, building = tmp_path / "edition", tmp_path / "building"
    folder.mkdir()
    (folder / "a.txt").write_text(f"saved in {building}/data", encoding="utf-8")
    (leak,) = find_leaks(folder, own_folders(building))
    assert leak.leak.kind.name == "a path on a machine"


def test_without_a_list_nothing_is_allowed(tmp_path: Path) -> None:
    """A ward needs none."""
    assert read_allowed(tmp_path, WARD).rows == {}
