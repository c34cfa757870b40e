"""What can go wrong, said for people: where, what was found, what was expected, what to do."""

from __future__ import annotations

import difflib
import os
import re
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phulien_analysis.messages import Joined, Lang, Message, Sayable, mark, say

MOST_PROBLEMS = 100
"""Problems of one file that are told; nobody reads more of them, and finding them all takes long."""


SOFTWARE = 70
"""EX_SOFTWARE of sysexits(3): the exit code where neither the input nor a notebook is to blame."""
_LONGEST_WORD = 100  # of what is longer no known word is a misspelling


class PhulienError(Exception):
    """Base of every error this package raises on purpose.

    ``exit_code`` is what the command line returns for it: 2, wrong input, unless a kind says otherwise. ``may_pass``:
    whether the same may go well on a second try. As text it is in English; :meth:`say` has it in the language of
    whoever is spoken to.
    """

    exit_code = 2
    may_pass = False

    def __init__(self, what: Sayable = "") -> None:
        self.what = what
        super().__init__(say(what, "en"))

    def say(self, lang: Lang) -> str:
        """What went wrong and what to do; a text that only those who write code see stays English."""
        return say(self.what, lang)


class NumberError(PhulienError, ValueError):
    """A printed number is not a well-formed Vietnamese number; the message says why."""


class NotFoundError(PhulienError, LookupError):
    """A month, ward, topic, section or folder that is not there; the message lists those that are."""


class NotebookError(PhulienError):
    """A notebook failed; the message names notebook, cell and cause in one line."""

    exit_code = 3


class InterpreterError(NotebookError):
    """A notebook was not run because of the machine: an interpreter did not start, a process was ended from outside."""

    may_pass = True


_UNEXPECTED = mark(
    "an error that nobody expected: {cause} ({place}); --verbose or PHULIEN_TRACEBACK=1 shows the traceback"
)
_BROKEN = mark(
    "a package cannot be imported: {cause} ({place}); install the packages anew, as requirements.txt has them; "
    "--verbose or PHULIEN_TRACEBACK=1 shows the traceback"
)


class UnexpectedError(PhulienError):
    """Something that nobody expected: a mistake of this package, or a package of the environment that is broken.

    The message is one line that names the cause; :attr:`story` is the traceback, for whoever mends it.
    """

    exit_code = SOFTWARE

    def __init__(self, error: BaseException) -> None:
        remote = getattr(error.__cause__, "tb", None)  # of a worker's process
        self.story = str(remote or "".join(traceback.format_exception(error)))
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        text = _UNEXPECTED if not isinstance(error, ImportError) else _BROKEN
        super().__init__(Message(text, {"cause": cause, "place": _last_place(self.story)}))


class WorkersError(PhulienError):
    """The processes that run notebooks cannot come to be."""

    exit_code = SOFTWARE
    may_pass = True


def wants_story(*, verbose: bool = False) -> bool:
    """Whether somebody asked for tracebacks."""
    return verbose or bool(os.environ.get("PHULIEN_TRACEBACK"))


def _last_place(story: str) -> str:
    """File and line where it happened, from the folder of the packages on."""
    places = re.findall(r'^  File "([^"]+)", line (\d+)', story, re.MULTILINE)
    file, line = places[-1] if places else ("?", "0")
    parts = re.split(r"[\\/]", file)
    after = max((parts.index(name) + 1 for name in ("site-packages", "dist-packages") if name in parts), default=-2)
    return f"{'/'.join(parts[after:])}:{line}"


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place of one file; ``row`` counts as a spreadsheet does, the header being 1."""

    file: str
    row: int
    column: str
    text: Sayable

    def __str__(self) -> str:
        return self.say("en")

    @property
    def is_spoken(self) -> bool:
        """Whether it can be said in either language."""
        return not isinstance(self.text, str)

    def say(self, lang: Lang) -> str:
        """Where it is and what it is, in ``lang``; of a text in English only all of it is English."""
        lang = lang if self.is_spoken else "en"
        place: list[Sayable] = [self.file]
        if self.row:
            place.append(Message("row {row}", {"row": self.row}))
        if self.column:
            place.append(Message("column {column}", {"column": self.column}))
        return f"{', '.join(say(part, lang) for part in place)}: {say(self.text, lang)}"


class DataError(PhulienError):
    """Files that cannot be taken as they are; ``problems`` holds every :class:`Problem` found, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        files = len({problem.file for problem in self.problems})
        head = Message("{n} problem(s) in {files} file(s):", {"n": len(self.problems), "files": files})
        first: Sayable = head if all(problem.is_spoken for problem in self.problems) else head.say("en")
        super().__init__(Joined((first, *self.problems), "\n  "))

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        """How it goes from one process to another: as its problems, which make the rest."""
        return DataError, (self.problems,)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a misspelt word: the nearest known one, or the known ones when they are few, or nothing."""
    return say(hint(word, known), "en")


def hint(word: str, known: Iterable[str]) -> Sayable:
    """The hint of :func:`did_you_mean`, to be said in either language."""
    words = sorted(known)
    if len(word) > _LONGEST_WORD:
        return ""
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return Message("; did you mean {word!r}?", {"word": near[0]})
    return Message("; there are: {words}", {"words": ", ".join(words)}) if 0 < len(words) <= 15 else ""
