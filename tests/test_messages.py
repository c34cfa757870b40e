"""Sentences in two languages: numbers, labels and windows are written in the language asked for."""

from decimal import Decimal

import pytest

from phulien_analysis.calculations.sentences import listing
from phulien_analysis.figures import parse_source
from phulien_analysis.messages import LANGS, Joined, Label, Message, pieces, say, translate
from tests.made_up import report_of

RICE = Label("Lúa", "Rice")


def test_message_writes_its_values_in_its_language() -> None:
    """A label put into a sentence is said in the sentence's language."""
    message = Message("{what}: {n}", {"what": RICE, "n": 3})
    assert message.say("en") == "Rice: 3"
    assert message.say("vi") == "Lúa: 3"


def test_message_may_stand_inside_another() -> None:
    """A message is a value like any other and is said in the language of the whole."""
    inner = Message("{what}!", {"what": RICE})
    assert Message("<{inner}>", {"inner": inner}).say("vi") == "<Lúa!>"


def test_braces_in_a_value_are_text() -> None:
    """A reason on file that holds braces is shown as it is."""
    assert Message("{reason}", {"reason": "see {this}"}).say("en") == "see {this}"


def test_joined_leaves_out_what_says_nothing() -> None:
    """Of three parts, the empty one leaves no gap."""
    assert Joined(("a", "", RICE)).say("vi") == "a Lúa"
    assert Joined(("a", "", RICE), "; ").say("en") == "a; Rice"


@pytest.mark.parametrize("lang", LANGS)
def test_text_and_whole_numbers_stand_as_they_are(lang: str) -> None:
    """A plain text and a whole number are the same in both languages."""
    assert say("II.1", "vi") == say("II.1", "en") == "II.1"
    assert say(7, "vi") == "7"
    assert lang in {"vi", "en"}


def test_english_is_never_translated() -> None:
    """In English a text stands as the code has it; one that no translation knows stays so in Vietnamese, too."""
    assert translate("Unheard-of text", "en") == "Unheard-of text"
    assert translate("Unheard-of text", "vi") == "Unheard-of text"


@pytest.mark.parametrize(
    ("source", "vi", "en"),
    [
        ("II.1.1 fn1 #3", "Mục II.1.1, chú thích 1", "Section II.1.1, footnote 1"),
        ("II.1.3.2 p11 #4", "Mục II.1.3.2", "Section II.1.3.2"),
        ("III #1", "Mục III", "Section III"),
    ],
)
def test_place_is_named_as_people_name_it(source: str, vi: str, en: str) -> None:
    """A footnote is named with its section; a paragraph's number, which nobody counts, is not."""
    place = parse_source(source)
    assert place.say("vi") == vi
    assert place.say("en") == en
    assert str(place) == source


@pytest.mark.parametrize(
    "text", ["", "II.1.1", "II.1.1 fn1", "II.1.1 fn1 #0", "II.1.1 fn1 #01", "II.1.1  fn1 #1", "fn1 #1"]
)
def test_what_is_no_place_is_refused(text: str) -> None:
    """A place without section or number is refused with an example of one."""
    with pytest.raises(ValueError, match=r"is not a place like “II\.1\.1 fn1 #3”"):
        parse_source(text)


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        ("a actual 2025-07 197.488 million-dong", "197.488 triệu đồng", "197,488 million dong"),
        ("a actual 2025-07 07 person", "07 người", "7 persons"),  # Vietnamese keeps the report's own digits
        ("a actual 2025-07 01 person", "01 người", "1 person"),
        ("a actual 2025-07 0 household", "0 hộ", "0 households"),
        ("a actual 2025-07 1243 dossier", "1243 hồ sơ", "1,243 dossiers"),
        ("a actual 2025-07 22,26 hectare", "22,26 ha", "22.26 hectares"),
        ("a actual 2025-07 1 hectare", "1 ha", "1 hectare"),
        ("a percent_of_plan 2025-07 104,5 percent", "104,5%", "104.5%"),
        ("a rate - 3,9 person-per-household", "3,9 người/hộ", "3.9 persons per household"),
        ("a actual 2025-07 270 person over", "trên 270 người", "over 270 persons"),
        ("a actual 2025-07 2 billion-dong nearly", "gần 2 tỷ đồng", "nearly 2 billion dong"),
        ("a actual 2025-07 31.5000.000 dong", "31.5000.000 đồng", "31.5000.000 dong"),
    ],
)
def test_figure_is_said_with_its_unit_and_qualifier(line: str, vi: str, en: str) -> None:
    """A number is followed by its unit, plural in English; what the report qualifies stays qualified."""
    report = report_of(line)
    (figure,) = report.figure_list
    assert figure.say("vi").replace("\N{NO-BREAK SPACE}", " ") == vi
    assert figure.say("en").replace("\N{NO-BREAK SPACE}", " ") == en


def test_number_and_unit_stay_on_one_line() -> None:
    """Between a number and its unit there is a space at which no line breaks."""
    (figure,) = report_of("a actual 2025-07 7 person").figure_list
    assert figure.say("vi") == "7\N{NO-BREAK SPACE}người"
    assert figure.value == Decimal(7)


def test_a_sentence_in_pieces_tells_numbers_from_words() -> None:
    """Each value keeps the thing that says it, however deep it stands; all pieces together are the sentence."""
    seven, five = report_of("a actual 2025-07 7 person", "b actual 2025-07 5 person").figure_list
    inner = Message("{a} of {n}", {"a": seven, "n": 3})
    text = Joined((Message("In all {things}", {"things": listing([inner, "", five])}), "."), "")
    said = list(pieces(text, "en"))
    assert "".join(piece.text for piece in said) == text.say("en")
    assert text.say("en") == "In all 7\N{NO-BREAK SPACE}persons of 3; 5\N{NO-BREAK SPACE}persons."
    assert [piece.thing for piece in said if not isinstance(piece.thing, str)] == [seven, 3, five]


def test_a_value_in_quotes_is_quoted_in_pieces_too() -> None:
    """``{name!r}`` quotes what is said, in both languages."""
    assert Message("no {name!r} in {place}", {"name": RICE, "place": "x"}).say("vi") == "no 'Lúa' in x"
