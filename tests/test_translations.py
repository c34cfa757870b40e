import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import phulien_analysis
from phulien_analysis.messages import CATALOGUE

KEYWORDS = {"mark": None, "Message": None, "translate": None}
PACKAGE = Path(phulien_analysis.__file__).parent


def in_the_code() -> Iterator[tuple[str, str]]:
    """Every English text of the package with the place where it stands."""
    for file, line, text, *_ in extract_from_dir(str(PACKAGE), [("**.py", "python")], keywords=KEYWORDS):
        assert isinstance(text, str)
        yield text, f"{file}:{line}"


def in_the_catalogue() -> dict[str, str]:
    """Every English text of the catalogue with its Vietnamese."""
    with CATALOGUE.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale="vi") if message.id}


def names(text: str) -> set[str]:
    """The ``{names}`` in a text."""
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_text_of_the_code_has_its_vietnamese() -> None:
    """A text in the code without a translation would reach a Vietnamese page in English."""
    known = in_the_catalogue()
    missing = [f"{place}: {text}" for text, place in in_the_code() if not known.get(text)]
    assert not missing, "add these to phulien_analysis/locale/vi.po:\n" + "\n".join(missing)


def test_the_catalogue_holds_no_text_that_the_code_no_longer_says() -> None:
    """A translation whose text has gone from the code is dead, and hides a text that was changed."""
    said = {text for text, _ in in_the_code()}
    assert sorted(set(in_the_catalogue()) - said) == []


@pytest.mark.parametrize(("english", "vietnamese"), in_the_catalogue().items())
def test_a_translation_keeps_every_name(english: str, vietnamese: str) -> None:
    """A name in braces that a translation drops or misspells would lose a number, or fail."""
    assert names(vietnamese) == names(english)
