"""How likely a number is where another is printed; all numbers are made up."""

from decimal import Decimal

import pytest

from phulien_analysis.stated.likelihood import commoner, likelier


def number(text: str) -> Decimal:
    """A decimal number."""
    return Decimal(text)


@pytest.mark.parametrize(
    ("meant", "printed", "times"),
    [("300", "900", "3"), ("900", "300", "0.333333333333"), ("120", "100", "1"), ("0", "7", "1"), ("7", "0", "1")],
)
def test_small_numbers_are_commoner(meant: str, printed: str, times: str) -> None:
    """300 is three times as common as 900; numbers of about one size, and 0, are not compared."""
    assert commoner(number(meant), number(printed)) == number(times)


def test_a_part_is_of_the_size_of_the_others() -> None:
    """Beside 400 and 500, 300 is likelier than 3, and 3,000 is less likely than 300, more so than by its size alone."""
    fellows = [number("400"), number("500")]
    assert likelier(number("300"), number("3"), fellows) > commoner(number("300"), number("3"))
    assert likelier(number("3000"), number("300"), fellows) < number("0.1")


def test_a_change_and_its_reverse_cancel() -> None:
    """How much likelier 70 is than 20, and 20 than 70, multiply to 1."""
    fellows = [number("35"), number("110")]
    there, back = likelier(number("70"), number("20"), fellows), likelier(number("20"), number("70"), fellows)
    assert abs(there * back - 1) < number("1e-9")


def test_without_fellows_size_alone_counts() -> None:
    """Fellows that are 0 tell nothing."""
    assert likelier(number("300"), number("900"), []) == likelier(number("300"), number("900"), [number("0")]) == 3
