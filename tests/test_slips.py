"""One slip of the typing hand; all numbers are made up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.printed import format_number, parse_printed
from phulien_analysis.stated.slips import ADDED, LOST, MARK, REPLACED, SWAPPED, is_printed_as, slips


def weights(printed: str, *, whole_only: bool = False) -> dict[str, Decimal]:
    """The weight of each slip by its text."""
    return {slip.number.text: slip.weight for slip in slips(printed, whole_only=whole_only)}


@pytest.mark.parametrize(
    ("printed", "meant", "weight"),
    [
        ("189.070", "198.070", SWAPPED),
        ("140,5", "104,5", SWAPPED),
        ("105,4", "104,5", SWAPPED),  # across the comma
        ("1.234,5", "1.284,5", REPLACED),
        ("35", "05", REPLACED),  # counts below ten are written with a zero
        ("450", "4.250", LOST),  # the new group gets its mark
        ("4500", "45200", LOST),  # a number of four digits without a mark goes without
        ("12,5", "123,5", LOST),  # at the comma a digit may be lost on either side
        ("12,5", "12,35", LOST),
        ("11.234", "1.234", ADDED),
        ("1.045", "104,5", MARK),
        ("104,5", "1.045", MARK),
        ("1.234", "1,234", MARK),
        ("10,45", "104,5", MARK),
        ("31.5000.000", "31.500.000", ADDED),
        ("31.50.000", "31.500.000", LOST),
        ("3.15000.000", "315.000.000", ""),  # two marks away
        ("1,234,5", "1.234,5", MARK),
        ("1.234.50", "1.234,50", MARK),
        ("1234.567", "1.234.567", MARK),
        ("12.3.45", "12.345", MARK),
        ("31.5000.000", "315.000.000", MARK),
    ],
)
def test_slip_in_printed_form(printed: str, meant: str, weight: Decimal | str) -> None:
    """A number one slip away is found in the form of the printed one, and weighed by the kind of slip."""
    assert weights(printed).get(meant, "") == weight


def test_every_slip_of_a_short_number() -> None:
    """Of 12 there are 18 replaced digits, a swap, 27 digits lost in three places, one added, and a comma."""
    # Replaced: 02, 22 … 92 (9) and 10, 11, 13 … 19 (9). Swapped: 21. Lost: 112 … 912 (9, none begins with 0), 102,
    # 112 … 192 (10, of which 112 is had), 120 … 129 (10, of which 122 is had). Added: 1 (2 is 02 again). Marks: 1,2.
    assert len(weights("12")) == 9 + 9 + 1 + 9 + 9 + 9 + 1 + 1


def test_counts_get_no_decimals() -> None:
    """A count keeps no comma, whichever slip made it."""
    assert "1,234" in weights("1.234")
    assert not [text for text in weights("1.234", whole_only=True) if "," in text]


def test_nobody_pads_a_long_number() -> None:
    """A zero stands before one digit only, or where the printed number has such zeros too."""
    assert "050" not in weights("350")
    assert "05,3" not in weights("35,3")
    assert "0.345" not in weights("2.345")
    assert "051" in weights("050")
    assert "0.050" not in weights("050")


def test_coarser_or_finer_is_no_slip() -> None:
    """The last decimal is neither dropped nor followed by another: the same number less or more finely."""
    assert not {"29", "29,41", "29,49"} & set(weights("29,4"))


def test_likeliest_come_first() -> None:
    """Slips come in the order of their weights."""
    found = [slip.weight for slip in slips("1.234,5")]
    assert found == sorted(found, reverse=True)
    assert {REPLACED, SWAPPED, LOST, MARK, ADDED} == set(found)


@pytest.mark.parametrize("printed", ["", "-", "hai", "12 tỷ 345 triệu", "1.2.3.4.5.6", "9" * 25, "1." * 5000])
def test_no_mending_of_what_is_far_off(printed: str) -> None:
    """What is more than one character from a number has no slips, or few, and however long it is there is an answer."""
    assert all(len(slip.number.text) <= len(printed) + 1 for slip in slips(printed))
    assert len(slips(printed)) <= 30


def test_longest_number_does_not_grow() -> None:
    """No slip has more than the 24 digits that can be read."""
    assert max(sum(c.isdigit() for c in text) for text in weights("9" * 24)) == 24


def test_form_is_told_from_value() -> None:
    """A text is the form of a value if it reads as that value in Vietnamese."""
    assert is_printed_as("1.234", Decimal(1234))
    assert not is_printed_as("1,234", Decimal(1234))
    assert not is_printed_as("1,234.5", Decimal("1234.5"))


@given(st.integers(0, 10**12), st.integers(0, 3))
def test_slips_are_well_formed_and_mutual(value: int, decimals: int) -> None:
    """Every slip reads back, differs from the printed text, and a replaced digit could have gone the other way."""
    printed = format_number(Decimal(value).scaleb(-decimals), decimals=decimals)
    for text, weight in weights(printed).items():
        assert parse_printed(text).text != printed
        if weight == REPLACED and not text.startswith("0"):
            assert weights(text)[printed] == REPLACED
