"""A made-up August report becomes the month's figures by the example of July: right indicators, windows of the text."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from phulien_analysis import DataError, load_report
from phulien_analysis.documents import read_text
from phulien_analysis.drafting import Draft, DraftError, read_month, write_draft
from tests.made_up import write_month
from tests.made_up_draft import AUGUST, JULY, WARD, meant, plain, settle


def august(data: Path, text: str = AUGUST) -> Draft:
    """The August report read in a data folder."""
    return read_month(read_text(plain(text)), WARD, "2025-08", data)


def compared(draft: Draft, text: str = AUGUST) -> list[tuple[list[str], list[str], float]]:
    """What each figure is, what it was taken for (``new`` where it was not placed), and how surely."""
    rows = {row.source: row for row in draft.rows}
    items = [item for item in draft.review if item.kind != "missing"]
    assert len(items) == len(meant(text)), "a figure was not read as one, or something else was"
    taken = [rows.get(item.source) for item in items]
    found = [[r.indicator, r.measure, r.period_start, r.period_end] if r else ["new"] for r in taken]
    return [(m, f, i.confidence or 0) for m, f, i in zip(meant(text), found, items, strict=True)]


@pytest.fixture
def ward(data: Path) -> Path:
    """The repository's catalogue with the made-up ward and its July."""
    settle(data)
    return data


def test_nearly_all_figures_get_their_indicator_and_none_surely_a_wrong_one(ward: Path) -> None:
    """Of the figures that the catalogue knows at least 95 % are right; a wrong one would be in doubt."""
    told = compared(august(ward))
    known = [(m[:2], f[:2], c) for m, f, c in told if m != ["new"]]
    assert sum(m == f for m, f, _ in known) >= 0.95 * len(known)
    assert [(m, f) for m, f, c in known if f not in (m, ["new"]) and c >= 0.9] == []


def test_windows_are_those_of_the_text(ward: Path) -> None:
    """July's windows end on the 19th, 20th, 22nd and on 30 June; August's on 20/8, 31/7 and with the month."""
    assert [(m, f) for m, f, _ in compared(august(ward)) if f != ["new"] and m[:2] == f[:2] and m != f] == []


def test_what_the_catalogue_does_not_know_is_listed_and_not_written(ward: Path) -> None:
    """Trees, market stalls and vaccinated dogs have no indicator: they are new, with their words, and in no row."""
    draft = august(ward)
    new = [item for item in draft.review if item.kind == "new"]
    assert [item.printed for item in new] == ["15", "120", "260"]
    assert all(item.label for item in new)
    assert not {item.source for item in new} & {row.source for row in draft.rows}


def test_what_july_had_and_august_has_not_is_missing(ward: Path) -> None:
    """Land rental, land violations and the gifts are not in August's text."""
    missing = {item.indicator for item in august(ward).review if item.kind == "missing"}
    gone = {"revenue-land-rental", "land-violations-resolved", "gifts-president-recipients", "gifts-ward-cash-value"}
    assert gone <= missing
    assert not missing & {"state-budget-revenue", "dossiers-received", "birth-registrations"}


def test_the_numbers_of_july_play_no_part(ward: Path) -> None:
    """With any other numbers in July's file the August report is read the same."""
    before = august(ward)
    other = [re.sub(r" [\d.,]+ (?=[a-z])", " 7 ", line, count=1) for line in JULY]
    write_month(ward, other, "2025-07", WARD)
    assert august(ward).rows == before.rows


def test_the_numbers_of_the_document_play_no_part(ward: Path) -> None:
    """With other digits in the figures the same indicators come out; a digit that leads stays one."""
    changed = re.sub(r"([\d.,]+)(?=⟨)", lambda m: m[1].translate(str.maketrans("23456789", "97586423")), AUGUST)
    assert changed != AUGUST
    before, after = compared(august(ward)), compared(august(ward, changed), changed)
    assert [f for _, f, _ in after] == [f for _, f, _ in before]


def test_status_and_qualifier_are_those_of_the_text(ward: Path) -> None:
    """“Ước” is said of the revenue and holds for its percentage, not for the plan; “hơn” is said of the allowances."""
    rows = {(r.indicator, r.measure, r.period_end): r for r in august(ward).rows}
    budget = {key[1:]: row.status for key, row in rows.items() if key[0] == "state-budget-revenue"}
    assert budget == {
        ("actual", "2025-08-31"): "estimated",
        ("plan", "2025-12-31"): "",
        ("percent_of_plan", "2025-08-31"): "estimated",
    }
    assert rows["social-allowance-payment", "actual", "2025-08-31"].qualifier == "over"


def test_a_draft_loads_as_a_month(ward: Path) -> None:
    """What was written is a month like any other; the review list beside it does not disturb."""
    draft = august(ward)
    figures, review = write_draft(draft)
    assert (figures.name, review.name) == ("2025-08.csv", "2025-08.review.csv")
    report = load_report("2025-08", WARD, ward)
    assert [str(f.source) for f in report.figure_list] == [row.source for row in draft.rows]
    assert len(review.read_text("utf-8").splitlines()) == 1 + len(draft.review)


def test_nothing_is_written_over_without_force(ward: Path) -> None:
    """A file that may hold corrections stays as it is; with force it is made again."""
    draft = august(ward)
    figures, _ = write_draft(draft)
    figures.write_text("corrected by hand", "utf-8")
    with pytest.raises(DraftError, match=r"there already.*2025-08\.csv, .*2025-08\.review\.csv; give --force"):
        write_draft(draft)
    assert figures.read_text("utf-8") == "corrected by hand"
    write_draft(draft, force=True)
    assert load_report("2025-08", WARD, ward).figure_list


def test_a_failed_write_leaves_everything_as_it_was(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second file cannot be moved to its place, the first goes back, and no trace is left."""
    draft = august(ward)
    paths = write_draft(draft)
    before = [path.read_bytes() for path in paths]
    there = sorted(path.name for path in paths[0].parent.iterdir())
    move = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.name == "2025-08.csv" and target.parent == paths[0].parent:
            raise OSError(28, "No space left on device")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DraftError, match="No space left on device; nothing was changed"):
        write_draft(read_month(read_text("I. A\nTiếp nhận 5 đơn."), WARD, "2025-08", ward), force=True)
    monkeypatch.undo()
    assert [path.read_bytes() for path in paths] == before
    assert sorted(path.name for path in paths[0].parent.iterdir()) == there


def test_a_failed_first_write_leaves_nothing(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither file was there before and the second cannot be moved, none is there afterwards."""
    draft = august(ward)
    before = sorted(path.name for path in (ward / WARD).iterdir())
    move = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.name == "2025-08.csv":
            raise OSError(28, "No space left on device")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DraftError, match="No space left on device; nothing was changed"):
        write_draft(draft)
    assert sorted(path.name for path in (ward / WARD).iterdir()) == before


def test_a_draft_that_would_not_load_is_not_written(ward: Path) -> None:
    """Where the catalogue has lost an indicator since the document was read, its rows are told and not written."""
    draft = august(ward)
    rows = (draft.rows[0].model_copy(update={"indicator": "no-such-indicator"}), *draft.rows[1:])
    with pytest.raises(DataError, match="'no-such-indicator' is not an indicator of the catalogue"):
        write_draft(replace(draft, rows=rows))
    assert not (ward / WARD / "2025-08.csv").exists()


def test_an_example_with_problems_is_told(ward: Path) -> None:
    """A month that would not load is no example: its problems are told with file and row."""
    path = ward / WARD / "2025-07.csv"
    path.write_text(path.read_text("utf-8").replace("state-budget-revenue", "state-budget-revenu", 1), "utf-8")
    with pytest.raises(DataError, match=r"doi-thong/2025-07\.csv, row 2, column indicator"):
        august(ward)


def test_a_ward_that_is_not_there_is_told_with_the_row_to_add(data: Path) -> None:
    """A new ward needs its row in wards.csv first: the error gives the columns."""
    with pytest.raises(DraftError, match=r"wards\.csv has no ward 'doi-thong'.*ward,code,province_code,label_vi"):
        august(data)


def test_a_new_ward_is_read_by_another_wards_month(data: Path) -> None:
    """Without a month of its own the ward is read by the newest of any ward: nothing sure is wrong, most is right."""
    settle(data, july=False)
    draft = august(data)
    told = [(m[:2], f[:2], c) for m, f, c in compared(draft) if m != ["new"]]
    assert sum(m == f for m, f, _ in told) >= 0.85 * len(told)
    assert [(m, f) for m, f, c in told if f not in (m, ["new"]) and c >= 0.9] == []
    assert draft.example == "phu-lien 2025-07"
    assert draft.counts["missing"] == 0, "what another ward reports is not missing here"


def test_a_document_without_figures_is_not_written(ward: Path) -> None:
    """An empty month would not load: the error says what was read and what to check."""
    draft = read_month(read_text("I. Chung\nKhông có số liệu."), WARD, "2025-08", ward)
    with pytest.raises(DraftError, match=r"no figure was read, so there is nothing to write for doi-thong 2025-08"):
        write_draft(draft)
    assert not (ward / WARD / "2025-08.csv").exists()


def test_the_summary_counts_what_the_review_list_holds(ward: Path) -> None:
    """51 of the 54 figures are known to the catalogue; the sentences say how many are in the file and how many not."""
    draft = august(ward)
    said = [message.say("en") for message in draft.summary()]
    assert said[0] == f"Figures in the file: {len(draft.rows)} of 54"
    assert "Like no indicator of the catalogue, and not in the file: 3" in said


def test_a_figure_that_is_printed_twice_is_named_once(ward: Path) -> None:
    """Of figures that no indicator is like, one printed again is one item, which names the other place."""
    text = (
        "I. KẾT QUẢ\nĐã trồng 1.250 cây phượng vĩ dọc tuyến đường.\nLắp đặt 36 camera an ninh, 36 biển báo.\n"
        "II. ĐÁNH GIÁ\nPhong trào trồng 1.250 cây phượng vĩ được duy trì; đã lắp đặt 36 camera an ninh.\n"
    )
    items = [item for item in read_month(read_text(text), WARD, "2025-08", ward).review if item.kind == "new"]
    assert [(item.source, item.printed, item.unit) for item in items] == [
        ("I p1 #1", "1.250", "cây"),
        ("I p2 #1", "36", "camera"),
        ("I p2 #2", "36", "biển"),
    ]
    assert items[0].remark.say("en").endswith("It is printed again: II p1 #1.")
    assert items[1].remark.say("en").endswith("It is printed again: II p1 #2.")
    assert "again" not in items[2].remark.say("en")
