"""Which of several readings of one figure is told; none rather than a wrong one. All numbers are made up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.printed import PrintedNumber
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.choosing import choose, tells_as_cut
from phulien_analysis.stated.formulas import Linear
from phulien_analysis.stated.readings import Certainty, Reading, added, of_which, ratio, remaining
from phulien_analysis.stated.tables.measures import PERCENT
from phulien_analysis.stated.tables.sums import one_slip_mends
from tests.made_up_texts import found


def count(value: int, start: int = 0) -> Mention:
    """A number without a unit."""
    text = str(value)
    return Mention(
        0, start, start + len(text), start, start + len(text), text, PrintedNumber(text, Decimal(value), 0), None
    )


HOLDS = [count(30, 10), count(6, 20)]  # 30 + 6 = 36
FAILS = [count(30, 10), count(5, 30)]  # 30 + 5 = 35
TOTAL = count(36)


def test_nothing_to_choose() -> None:
    """Without a reading nothing is told."""
    assert choose([]) is None


def test_the_surer_of_two_that_agree() -> None:
    """Of readings that agree the surer is told."""
    possible, likely = added(TOTAL, HOLDS, Certainty.POSSIBLE), of_which(TOTAL, HOLDS, Certainty.LIKELY)
    assert choose([possible, likely]) is likely


def test_one_that_agrees_goes_before_one_that_is_likelier() -> None:
    """A disagreement counts only where no other reading of the figure agrees."""
    likely, possible = added(TOTAL, FAILS, Certainty.LIKELY), added(TOTAL, HOLDS, Certainty.POSSIBLE)
    assert choose([likely, possible]) is possible


def test_what_is_only_possible_is_silent_where_it_fails() -> None:
    """A reading that is only possible is told where it agrees, and is no alarm where it does not."""
    assert choose([added(TOTAL, FAILS, Certainty.POSSIBLE)]) is None


def test_what_is_doubtful_is_told() -> None:
    """A doubtful reading that fails is kept: it is told as worth checking."""
    doubtful = added(TOTAL, FAILS, Certainty.DOUBTFUL)
    assert choose([doubtful]) is doubtful


def test_what_is_written_out_is_not_explained_away() -> None:
    """Where the text writes the calculation out, a merely possible reading that happens to agree does not save it."""
    explicit, possible = added(TOTAL, FAILS, Certainty.EXPLICIT), added(TOTAL, HOLDS, Certainty.POSSIBLE)
    assert choose([explicit, possible]) is explicit
    assert choose([possible, explicit]) is explicit


def test_what_is_written_out_yields_to_a_likely_reading() -> None:
    """A likely reading that agrees goes before the one written out that does not."""
    explicit, likely = added(TOTAL, FAILS, Certainty.EXPLICIT), added(TOTAL, HOLDS, Certainty.LIKELY)
    assert choose([explicit, likely]) is likely


@given(certainty=st.sampled_from(Certainty), order=st.permutations([0, 1, 2]))
def test_the_order_of_readings_of_unlike_certainty_does_not_matter(certainty: Certainty, order: list[int]) -> None:
    """Readings of different certainty are told by it alone."""
    all_ = [
        added(TOTAL, FAILS, certainty),
        added(TOTAL, HOLDS, Certainty((certainty + 1) % len(Certainty))),
        remaining(TOTAL, FAILS[0], FAILS[1:], Certainty((certainty + 2) % len(Certainty))),
    ]
    assert choose([all_[i] for i in order]) == choose(all_)


def test_a_number_without_a_value_makes_no_reading_agree() -> None:
    """A part without a value neither agrees nor fails by itself."""
    blank = Mention(0, 40, 50, 40, 50, "31.5000.000", None, None, form="malformed")
    reading = Reading("sum", "sum", TOTAL, (HOLDS[0], blank), Linear((1, 1)), Certainty.POSSIBLE, "", "")
    assert reading.quantities() is None
    assert not reading.agrees


def test_cells_are_the_places_of_all_figures() -> None:
    """A reading is known by where its figures stand."""
    assert added(TOTAL, HOLDS, Certainty.LIKELY).cells == frozenset({(0, 0), (0, 10), (0, 20)})


def test_one_equation_is_told_once() -> None:
    """What is left is not told a second time as a sum, nor as a percentage's remainder."""
    # 320 − 290 = 30, which is 290 + 30 = 320
    assert found("Tổng số 320 hồ sơ, gồm 290 hồ sơ đã giải quyết, còn lại 30 hồ sơ.") in (
        ["remaining 30 = 320 | 290: exact"],
        ["sum 320 = 290 | 30: exact"],
    )


def test_a_total_may_be_split_twice() -> None:
    """Two ways to split one total are two sums."""
    # 60 + 40 = 100 by field; 75 + 25 = 100 by channel
    text = (
        "Tiếp nhận 100 hồ sơ, gồm: đất đai 60 hồ sơ, hộ tịch 40 hồ sơ; trong đó: trực tuyến 75 hồ sơ, "
        "trực tiếp 25 hồ sơ."
    )
    assert set(found(text)) >= {"sum 100 = 60 | 40: exact", "sum 100 = 75 | 25: exact"}


def test_a_part_of_a_bound_is_told_however_small() -> None:
    """10 is at most “over 36”: of a part nothing near it is asked."""
    part = of_which(replace(TOTAL, qualifier="over"), [count(10, 10), count(5, 20)], Certainty.POSSIBLE)
    assert choose([part]) is part


def test_digits_that_were_cut_tell_where_there_are_three() -> None:
    """137 of 1.400 is 9,786 %: 9,78 is cut from it for certain, but 9,7 may be so by chance."""
    for printed, tells in (("9.78", True), ("9.7", False)):
        text = printed.replace(".", ",")
        number = PrintedNumber(text, Decimal(printed), len(printed) - 2)
        rate = Mention(0, 0, 4, 0, 5, text, number, PERCENT)
        reading = ratio("share", rate, count(137, 10), count(1400, 20), Certainty.POSSIBLE)
        assert reading.is_cut
        assert tells_as_cut(reading) is tells


def test_no_slip_mends_a_rate_of_nothing() -> None:
    """5 over 0 is no rate, whatever digit is another."""
    rate = Mention(0, 0, 2, 0, 3, "50", PrintedNumber("50", Decimal(50), 0), PERCENT)
    assert one_slip_mends(ratio("percent", rate, count(5, 10), count(20, 20), Certainty.LIKELY))
    assert not one_slip_mends(ratio("percent", rate, count(5, 10), count(0, 20), Certainty.LIKELY))
