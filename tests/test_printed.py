"""A number as printed: what is read, what is refused and why, what is known of it, how it is written back."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phulien_analysis import Interval, NumberError, PrintedNumber, format_number, parse_printed, printed_interval
from phulien_analysis.messages import Lang
from phulien_analysis.printed import QUALIFIERS, Qualifier, malformed_reason, round_half_up, round_outwards, truncate

THREE_DIGITS = "after each “.” there must be exactly three digits"
OTHER_CHARACTERS = "only the digits 0-9, “.” and “,” may stand in a number"
SPACE = "there is a space inside the number"

PLAIN = st.from_regex(r"[0-9]{1,12}(,[0-9]{1,8})?", fullmatch=True)
GROUPED = st.from_regex(r"[1-9][0-9]{0,2}(\.[0-9]{3}){1,4}(,[0-9]{1,8})?", fullmatch=True)
WELL_FORMED = st.tuples(st.sampled_from(["", "-"]), PLAIN | GROUPED).map("".join)
LONG = st.from_regex(r"[1-9][0-9]{16,20}(,[0-9]{1,3})?", fullmatch=True)


def known(text: str, qualifier: Qualifier = "", *, exact: bool = False, signed: bool = False) -> tuple[str, str]:
    """Low and high end of what is known of a printed number, as text; "-" where the end is open."""
    interval = printed_interval(parse_printed(text), qualifier, exact=exact, signed=signed)
    low, high = ("-" if end is None else f"{end.normalize():f}" for end in (interval.low, interval.high))
    return low, high


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("07", "7", 0),
        ("0", "0", 0),
        ("1243", "1243", 0),
        ("11.025", "11025", 0),
        ("311.003,500", "311003.500", 3),
        ("4.872.400.000", "4872400000", 0),
        ("104,5", "104.5", 1),
        ("0,05", "0.05", 2),
        ("-1.234,5", "-1234.5", 1),
        ("1,193", "1.193", 3),  # an English 1,193 reads as 1 and 193 thousandths: Vietnamese has no other way
    ],
)
def test_well_formed_number_is_read(text: str, value: str, decimals: int) -> None:
    """A point groups thousands, a comma starts the decimals, leading zeros carry nothing; the text is kept."""
    number = parse_printed(text)
    assert number == PrintedNumber(text, Decimal(value), decimals)
    assert str(number.value) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31.5000.000", THREE_DIGITS),
        ("1.2345", THREE_DIGITS),
        ("1.23", THREE_DIGITS),
        ("5.6", THREE_DIGITS),
        ("1..000", THREE_DIGITS),
        ("12.34.567", THREE_DIGITS),
        ("5.6%", OTHER_CHARACTERS),
        ("12 %", SPACE),
        ("1’000", OTHER_CHARACTERS),
        ("1e3", OTHER_CHARACTERS),
        ("+5", OTHER_CHARACTERS),
        ("−5", OTHER_CHARACTERS),  # a typographic minus
        ("１２", OTHER_CHARACTERS),  # full-width digits
        ("٣٤", OTHER_CHARACTERS),  # Arabic digits
        ("²", OTHER_CHARACTERS),
        ("NaN", OTHER_CHARACTERS),
        ("Infinity", OTHER_CHARACTERS),
        ("1_000", OTHER_CHARACTERS),
        ("167, 2", SPACE),
        ("1 000", SPACE),
        ("1\N{NO-BREAK SPACE}000", SPACE),
        (" 5", SPACE),
        ("5\n", SPACE),
        (" ", SPACE),
        ("", "nothing is printed"),
        (".5", "a digit is missing before the first mark"),
        (",5", "a digit is missing before the first mark"),
        ("-,5", "a digit is missing before the first mark"),
        ("-", "a digit is missing before the first mark"),
        ("5,", "a digit is missing after the last mark"),
        ("5.", "a digit is missing after the last mark"),
        ("--5", "a minus may stand only before the number"),
        ("5-", "a minus may stand only before the number"),
        ("1,2,3", "there is more than one decimal comma"),
        ("1,234,567", "there is more than one decimal comma"),
        ("1,193.5", "a “.” stands after the decimal comma"),
        ("1234.567", "one to three digits must stand before the first “.”"),
        ("0.500", "a number with “.” cannot start with 0"),
        ("007.500", "a number with “.” cannot start with 0"),
        ("9" * 25, "it is longer than any figure (24 digits)"),
        ("1,234567890123456789012345", "it is longer than any figure (24 digits)"),
    ],
)
def test_anything_else_is_refused_with_the_reason(text: str, reason: str) -> None:
    """What is not a well-formed Vietnamese number is refused; the error quotes it and says why, and guesses nothing."""
    with pytest.raises(NumberError) as caught:
        parse_printed(text)
    assert str(caught.value) == f"“{text}” is not a well-formed Vietnamese number: {reason}"


@given(st.text(alphabet="0123456789.,- %٣１", max_size=12))
def test_what_is_read_is_exactly_the_grammar(text: str) -> None:
    """A text is read when it is digits or groups of three with at most one comma part, and refused otherwise."""
    whole, comma, decimals = text.removeprefix("-").partition(",")
    groups = whole.split(".")
    digits = all(part.isascii() and part.isdigit() for part in (*groups, *([decimals] if comma else [])))
    grouped = len(groups) == 1 or (
        groups[0][:1] != "0" and len(groups[0]) <= 3 and {len(group) for group in groups[1:]} == {3}
    )
    if digits and grouped:
        assert parse_printed(text).text == text
    else:
        with pytest.raises(NumberError):
            parse_printed(text)
        assert malformed_reason(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("104,5", ("104.45", "104.55")),
        ("11.025", ("11024.5", "11025.5")),
        ("2", ("1.5", "2.5")),
        ("311.003,500", ("311003.4995", "311003.5005")),  # thousandths: half a unit is 0.0005
        ("36,840", ("36.8395", "36.8405")),
        ("36,84", ("36.835", "36.845")),
        ("100", ("99.5", "100.5")),  # trailing zeros of a whole number do not widen: the last place is the unit
    ],
)
def test_rounded_number_is_known_to_half_a_unit(text: str, ends: tuple[str, str]) -> None:
    """A rounded number stands for half a unit of its last printed place on either side."""
    assert known(text) == ends


@pytest.mark.parametrize("text", ["07", "1243", "0", "283.500.000", "7.296.024.000"])
def test_exact_number_is_itself(text: str) -> None:
    """A count, and money printed in đồng, stands for itself alone."""
    number = parse_printed(text)
    assert printed_interval(number, exact=True) == Interval.point(number.value)


def test_interval_ends_at_zero_unless_signed() -> None:
    """A printed 0 stands for 0 to 0.5, or for -0.5 to 0.5 where the indicator can be negative."""
    assert known("0") == ("0", "0.5")
    assert known("0,0") == ("0", "0.05")
    assert known("0", signed=True) == ("-0.5", "0.5")
    assert known("-5", signed=True) == ("-5.5", "-4.5")


@pytest.mark.parametrize(
    ("text", "qualifier", "ends"),
    [
        # u is one unit at the place of the last non-zero digit: 10 of 270, 1 of 2, 100 of 1.500, 0.1 of 2,50
        ("270", "over", ("270", "280")),
        ("270", "nearly", ("260", "270")),
        ("270", "about", ("260", "280")),
        ("2", "nearly", ("1", "2")),
        ("2", "over", ("2", "3")),
        ("1.500", "over", ("1500", "1600")),
        ("1.000.000", "nearly", ("0", "1000000")),
        ("2,5", "about", ("2.4", "2.6")),
        ("2,50", "about", ("2.4", "2.6")),
        ("07", "over", ("7", "8")),
        ("271", "over", ("271", "272")),
        # of a zero, u is one unit at the last printed place
        ("0", "over", ("0", "1")),
        ("0,0", "over", ("0", "0.1")),
        ("0", "nearly", ("0", "0")),
        ("0", "about", ("0", "1")),
        # bounds
        ("100", "under", ("0", "100")),
        ("100", "at_most", ("0", "100")),
        ("100", "at_least", ("100", "-")),
    ],
)
def test_qualifier_shapes_the_interval(text: str, qualifier: Qualifier, ends: tuple[str, str]) -> None:
    """Over is [x, x+u], nearly [x-u, x], about [x-u, x+u]; under, at most and at least are bounds."""
    assert known(text, qualifier) == ends
    assert known(text, qualifier, exact=True) == ends  # "trên 270 nhân khẩu" is no exact count


@pytest.mark.parametrize("qualifier", ["under", "at_most"])
def test_bound_of_a_signed_indicator_is_open_below(qualifier: Qualifier) -> None:
    """Under 100 of something that can be negative has no low end."""
    assert known("100", qualifier, signed=True) == ("-", "100")


@given(WELL_FORMED, st.sampled_from(QUALIFIERS), st.booleans(), st.booleans())
@example("0", "", False, False)
@example("-0", "nearly", False, False)
def test_interval_holds_the_printed_value(text: str, qualifier: Qualifier, exact: bool, signed: bool) -> None:
    """Whatever is printed and however it is qualified, the printed value is one of the numbers meant."""
    number = parse_printed(text)
    assert printed_interval(number, qualifier, exact=exact, signed=signed).contains(number.value)


@given(LONG)
@example("123456789012345678901234")
@example("123456789012,345678901234")
def test_interval_of_the_longest_numbers_holds_the_printed_value(text: str) -> None:
    """Up to the 24 digits that are read, the interval keeps every digit and lies around the printed value."""
    number = parse_printed(text)
    interval = printed_interval(number)
    assert interval.low is not None
    assert interval.high is not None
    assert interval.low < number.value < interval.high
    assert interval.high - interval.low == number.place


@given(WELL_FORMED)
def test_rounded_interval_is_one_unit_wide_around_the_value(text: str) -> None:
    """A rounded number that may be negative stands for an interval as wide as its last place around the value."""
    number = parse_printed(text)
    interval = printed_interval(number, signed=True)
    assert interval.low is not None
    assert interval.high is not None
    assert interval.high - interval.low == Decimal(10) ** -number.decimals
    assert interval.high + interval.low == 2 * number.value


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4), st.integers(min_value=0, max_value=4))
def test_true_number_lies_in_the_interval_of_its_rounding(true: Decimal, decimals: int) -> None:
    """A number that is rounded half up, printed and read again is one of the numbers that the print stands for."""
    number = parse_printed(format_number(true, "vi", decimals))
    assert printed_interval(number, signed=True).contains(true)


@given(st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6))
@example(Decimal("0.50"))
@example(Decimal("1E+3"))
def test_reading_what_was_written_gives_the_number_back(value: Decimal) -> None:
    """A number written in Vietnamese and read again is the same number with the same decimals."""
    again = parse_printed(format_number(value, "vi"))
    assert again.value == value
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    assert again.decimals == max(0, -exponent)


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        ("0.5", 0, "1", "1"),  # Python and Babel would write 0
        ("2.5", 0, "3", "3"),  # and 2
        ("-2.5", 0, "-3", "-3"),
        ("3.5", 0, "4", "4"),
        ("104.45", 1, "104,5", "104.5"),
        ("104.44999", 1, "104,4", "104.4"),
        ("197488.25", 1, "197.488,3", "197,488.3"),
        ("197488", 0, "197.488", "197,488"),
        ("7", 2, "7,00", "7.00"),
        ("-0.4", 0, "0", "0"),  # no minus before a zero
        ("-1234.5", 1, "-1.234,5", "-1,234.5"),
        ("999999.5", 0, "1.000.000", "1,000,000"),
    ],
)
def test_numbers_are_shown_rounded_half_up(value: str, decimals: int, vi: str, en: str) -> None:
    """Halves go away from zero, as Vietnamese reports round; marks are those of the language."""
    assert format_number(Decimal(value), "vi", decimals) == vi
    assert format_number(Decimal(value), "en", decimals) == en


@pytest.mark.parametrize(("lang", "text"), [("vi", "311.003,500"), ("en", "311,003.500")])
def test_all_digits_are_written_unless_asked_otherwise(lang: Lang, text: str) -> None:
    """Without a number of decimals all digits are written, trailing zeros too."""
    assert format_number(Decimal("311003.500"), lang) == text


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5), st.integers(min_value=0, max_value=5))
def test_rounding_misses_by_half_a_unit_at_most(value: Decimal, decimals: int) -> None:
    """A rounded number lies within half a unit of the number; a cut one is never further from zero than the number."""
    unit = Decimal(10) ** -decimals
    assert abs(round_half_up(value, decimals) - value) <= unit / 2
    assert abs(truncate(value, decimals)) <= abs(value)
    assert abs(truncate(value, decimals) - value) < unit


@pytest.mark.parametrize(("value", "cut"), [("36.849", "36.84"), ("-36.849", "-36.84"), ("36.84", "36.84")])
def test_cutting_drops_digits_towards_zero(value: str, cut: str) -> None:
    """36,849 cut after two decimals is 36,84."""
    assert str(truncate(Decimal(value), 2)) == cut


@pytest.mark.parametrize(
    ("text", "place", "significant"),
    [
        ("104,5", "0.1", "0.1"),
        ("270", "1", "10"),
        ("2,50", "0.01", "0.1"),
        ("0", "1", "1"),
        ("1.000.000", "1", "1000000"),
    ],
)
def test_places_of_a_number(text: str, place: str, significant: str) -> None:
    """The last printed place of 270 is 1, the place of its last non-zero digit is 10."""
    number = parse_printed(text)
    assert number.place == Decimal(place)
    assert number.significant_place == Decimal(significant)


def test_a_number_longer_than_28_digits_is_rounded_and_cut_to_the_digit() -> None:
    """30 digits before the comma and 25 hundredths after it: Python's usual 28 digits would not hold them."""
    ones = "1" * 30
    long = Decimal(f"{ones}.25")
    assert round_half_up(long, 1) == Decimal(f"{ones}.3")
    assert round_outwards(long, 1, up=True) == Decimal(f"{ones}.3")
    assert round_outwards(long, 1, up=False) == Decimal(f"{ones}.2")
    assert truncate(long, 1) == Decimal(f"{ones}.2")


def test_nothing_below_zero_is_meant_unless_it_is_said() -> None:
    """0,0 is up to 0.05: the half of the last place that lies below 0 is left out where nothing is said of signs."""
    assert printed_interval(parse_printed("0,0")) == Interval(Decimal(0), Decimal("0.05"))
