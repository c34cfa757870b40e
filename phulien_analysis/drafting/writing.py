"""A draft written beside the other months: the figures file and its review list, whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path

from phulien_analysis.catalogue import load_catalogue
from phulien_analysis.drafting.drafts import Draft, Item
from phulien_analysis.drafting.problems import DraftError
from phulien_analysis.errors import DataError, Problem
from phulien_analysis.figures import FigureRow, read_figures
from phulien_analysis.folders import data_folder
from phulien_analysis.messages import Message

REVIEW_COLUMNS = (
    "kind",
    "source",
    "printed",
    "unit",
    "label",
    "indicator",
    "measure",
    "confidence",
    "remark_vi",
    "remark_en",
)


def review_path(data: Path, ward: str, month: str) -> Path:
    """Where a month's review list is written; no edition reads it."""
    return data / ward / f"{month}.review.csv"


def write_draft(draft: Draft, data: str | PathLike[str] | None = None, *, force: bool = False) -> tuple[Path, Path]:
    """Write ``data/<ward>/<month>.csv`` and ``<month>.review.csv``; returns both paths in this order.

    ``data`` is the data folder, the one that the draft was read by where it is not given. Raises :class:`DraftError`
    where there is no row to write, where one of the files is there already and ``force`` is not given, and where they
    cannot be written; then nothing has changed.
    """
    folder = data_folder(Path(data)) if data else draft.data
    figures, review = folder / draft.ward / f"{draft.month}.csv", review_path(folder, draft.ward, draft.month)
    _require_rows(draft)
    _require_free((figures, review), force=force)
    texts = {review: _csv_text(REVIEW_COLUMNS, map(_review_row, draft.review)), figures: _figures_text(draft)}
    try:
        figures.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{draft.month}-", dir=figures.parent) as building:
            ready = {target: _built(Path(building), target.name, text) for target, text in texts.items()}
            _require_loadable(ready[figures], draft, folder)
            _put(ready, Path(building))
    except OSError as error:
        msg = Message(
            "{folder} cannot be written to: {reason}; nothing was changed",
            {"folder": str(figures.parent), "reason": str(error.strerror or error)},
        )
        raise DraftError(msg) from error
    return figures, review


def _require_rows(draft: Draft) -> None:
    if draft.rows:
        return
    found = len([item for item in draft.review if item.kind != "missing"])
    none_like = Message("of the figures read ({n}), none is like an indicator of the catalogue", {"n": found})
    msg = Message(
        "{name}: {what}, so there is nothing to write for {ward} {month}; "
        "check that it is the month's report, and that indicators.csv has its indicators",
        {
            "name": draft.document.name,
            "what": none_like if found else Message("no figure was read"),
            "ward": draft.ward,
            "month": draft.month,
        },
    )
    raise DraftError(msg)


def _require_free(paths: Iterable[Path], *, force: bool) -> None:
    there = [path for path in paths if path.exists()]
    if there and not force:
        names = ", ".join(f"{path.parent.parent.name}/{path.parent.name}/{path.name}" for path in there)
        msg = Message(
            "there already, perhaps with corrections made by hand: {names}; give --force to write over what is there",
            {"names": names},
        )
        raise DraftError(msg)


def _require_loadable(path: Path, draft: Draft, folder: Path) -> None:
    """The loader takes what is written, or it is not written."""
    problems: list[Problem] = []
    read_figures(path, f"{folder.name}/{draft.ward}/{draft.month}.csv", load_catalogue(folder), draft.month, problems)
    if problems:
        raise DataError(problems)


def _built(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return path


def _put(ready: Mapping[Path, Path], building: Path) -> None:
    """Move the files to their places; where one cannot be, those moved before it go back to what they were."""
    kept: dict[Path, Path | None] = {}
    try:
        for target, built in ready.items():
            kept[target] = target.rename(building / f"{target.name}.before") if target.exists() else None
            built.replace(target)
    except OSError:
        for target, before in kept.items():
            target.unlink(missing_ok=True)
            if before:
                before.replace(target)
        raise


def _figures_text(draft: Draft) -> str:
    columns = FigureRow.columns()
    return _csv_text(columns, ([getattr(row, column) for column in columns] for row in draft.rows))


def _review_row(item: Item) -> list[str]:
    confidence = "" if item.confidence is None else f"{item.confidence:.2f}"
    label = item.label.lstrip("=+-@ \t")  # a spreadsheet would take it for a formula
    fields = [item.kind, item.source, item.printed, item.unit, label, item.indicator, item.measure, confidence]
    return [*fields, item.remark.say("vi"), item.remark.say("en")]


def _csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()
