"""How far a run is, where somebody watches: a bar with the time left; and what became of each edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import typer
from rich.console import Console
from rich.progress import Progress as Bar

from phulien_analysis.errors import UnexpectedError, wants_story
from phulien_analysis.messages import Joined, Lang, Message, Sayable, mark, say
from phulien_analysis.notebooks import Finished
from phulien_analysis.publishing import Build, Edition, Failure, Wanted, build_editions
from phulien_analysis.workers import Pool

_EDITIONS = mark("{count} editions")
_UNCHANGED = mark("Nothing has changed: edition {edition} of {ward} {month} stands as it is.")
_PUBLISHED = mark("Published edition {edition} of {ward} {month}: {page}")
_RAN = mark("({ran} of {all} notebooks had to be run)")
_STAGED = mark("Staged edition {edition} of {ward} {month}: {page}; phulien publish shows it")
_FAILED = mark("{failed} of {wanted} editions were not published")
_STARTED = mark("Interpreters were started, not forked: {reason}")


class ProgressBar:
    """A bar on the terminal, on standard error; elsewhere it is silent."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        console = Console(stderr=True)
        self._lang = wanted[0].spoken[-1]
        self._bar = Bar(console=console, transient=True) if console.is_terminal else None
        many = Message(_EDITIONS, {"count": len(wanted)})
        self._title = f"{wanted[0].ward} {wanted[0].month}" if len(wanted) == 1 else say(many, self._lang)

    def __enter__(self) -> Self:
        if self._bar:
            self._job = self._bar.add_task(self._title, total=None)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def tell(self, done: int, total: int, name: str) -> None:
        """So many of so many are done, this one just now."""
        if self._bar:
            self._bar.update(self._job, completed=done, total=total, description=f"{self._title}: {name}")

    def follow(self, outcomes: Iterable[Edition | Failure], *, verbose: bool) -> Iterator[Edition | Failure]:
        """Tell of each edition when it is published, in lines above the bar; gives each on, also what failed."""
        for outcome in outcomes:
            if isinstance(outcome, Edition):
                with self._aside():
                    tell_edition(outcome, self._lang, verbose=verbose)
            yield outcome

    @contextmanager
    def _aside(self) -> Iterator[None]:
        if self._bar:
            self._bar.stop()
        yield
        if self._bar:
            self._bar.start()


def publish(
    wanted: Sequence[Wanted], build: Build, pool: Pool, *, verbose: bool, silent: bool = False
) -> Iterator[Edition | Failure]:
    """Build and publish editions, and tell of each, unless ``silent``; gives each on as it is finished."""
    with ProgressBar(wanted) as bar:
        outcomes = build_editions(wanted, build, bar.tell, workers=pool.count)
        yield from outcomes if silent else bar.follow(outcomes, verbose=verbose)
    if verbose and pool.reason:
        typer.echo(say(Message(_STARTED, {"reason": pool.reason}), wanted[0].spoken[-1]), err=True)


def tell_edition(edition: Edition, lang: Lang, *, verbose: bool) -> None:
    """What was published, what had to be run for it and, on standard error, what notebooks warned of."""
    typer.echo(say(_became(edition), lang))
    if not edition.changed:
        return
    for finished in _ran(edition):
        if verbose:
            typer.echo(f"{finished.task.source.name}: {finished.seconds:.2f} s", err=True)
        for line in finished.warnings:
            typer.echo(f"{finished.task.source.name}: {line}", err=True)
    for remark in edition.remarks:
        typer.echo(f"phulien: {say(remark, lang)}", err=True)


def _became(edition: Edition) -> Sayable:
    """What became of the edition, where it is, and how many notebooks had to be run if not all."""
    page = f"{edition.folder}/index.html"
    values: dict[str, Sayable] = {"edition": edition.name, "ward": edition.ward, "month": edition.month, "page": page}
    if not edition.changed:
        return Message(_UNCHANGED, values)
    became = Message(_STAGED if edition.staged else _PUBLISHED, values)
    ran, of = len(_ran(edition)), len(edition.finished)
    return became if ran == of else Joined((became, Message(_RAN, {"ran": ran, "all": of})))


def _ran(edition: Edition) -> Sequence[Finished[str]]:
    """The notebooks that had to be run for it."""
    return [finished for finished in edition.finished if not finished.reused]


def tell_failures(failures: Sequence[Failure], wanted: int, lang: Lang, *, verbose: bool = False) -> int:
    """Of several editions each that failed, and how many; gives back the exit code, that of the gravest.

    Raises:
        PhulienError: there is only one, and this is why it failed.
    """
    if wanted == 1 and failures:
        raise failures[0].error
    for failure in failures:
        if isinstance(failure.error, UnexpectedError) and wants_story(verbose=verbose):
            typer.echo(failure.error.story, err=True)
        typer.echo(f"phulien: {failure.wanted.ward} {failure.wanted.month}: {failure.error.say(lang)}", err=True)
    if failures:
        said = say(Message(_FAILED, {"failed": len(failures), "wanted": wanted}), lang)
        typer.echo(f"phulien: {said}", err=True)
    return max((failure.error.exit_code for failure in failures), default=0)
